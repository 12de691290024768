/**
 * `npm run learn`: learns likeness from the corpora and the lessons, and how far likeness and rules can be trusted, and writes the
 * weights into core/reading/likeness. Trust is learned from fresh lessons alone, each while likeness had not learned from it.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { kindPieces as incidentPieces } from '../../../../core/reading/danger/kinds.ts';
import { kindPieces as hazardPieces } from '../../../../core/reading/hazards/kinds.ts';
import type { Written } from '../../../../core/reading/likeness/learned.ts';
import { signOf } from '../../../../core/reading/likeness/learned.ts';
import { piecesOf } from '../../../../core/reading/likeness/pieces.ts';
import type { Piece } from '../../../../core/reading/likeness/pieces.ts';
import { marks } from '../../../../core/reading/likeness/where-said.ts';
import { crisisPieces } from '../../../../core/reading/private/crisis.ts';
import { kindPieces as disputePieces } from '../../../../core/reading/private/kinds.ts';
import { respelled } from '../../../../core/reading/private/respelled.ts';
import { foldsOf, lessonsOf, type Lessons } from './lessons.ts';
import { markedMessages } from './marked-lessons.ts';
import { perceptron } from './perceptron.ts';
import { trustFrom, type Testimony } from './trust-from.ts';
import { written, writtenFrom } from './written.ts';

/** What the smallest step of a weight of letters is worth. */
const whereStep = 0.3;

const folder = new URL('../../../../core/reading/likeness/', import.meta.url);

function write(file: string, text: string): void {
  writeFileSync(new URL(file, folder), text);
}

function writeWeights(file: string, weights: Written): void {
  write(file, `${JSON.stringify(weights, null, 2)}\n`);
}

const signsOf = (pieces: readonly Piece[]): number[] => pieces.map(({ name }) => signOf(name));

function writeLikeness({ intents, hazards, incidents, disputes, crises }: Lessons): void {
  writeWeights(
    'intents-learned.json',
    writtenFrom(intents, ({ heard }) => signsOf(piecesOf(heard))),
  );
  writeWeights(
    'hazard-kinds-learned.json',
    writtenFrom(hazards, ({ heard }) => signsOf(hazardPieces(heard))),
  );
  writeWeights(
    'incident-kinds-learned.json',
    writtenFrom(incidents, ({ heard }) => signsOf(incidentPieces(heard))),
  );
  writeWeights(
    'dispute-kinds-learned.json',
    writtenFrom(disputes, ({ heard }) => signsOf(disputePieces(respelled(heard.plain)))),
  );
  writeWeights(
    'crisis-kinds-learned.json',
    writtenFrom(crises, ({ heard }) => signsOf(crisisPieces(respelled(heard.plain)))),
  );
}

/** What likeness and rules say of the lessons of a fold, in a process that has read the weights that were just written. */
function testimoniesOf(fold: number): Testimony[] {
  const script = new URL('testify.ts', import.meta.url).pathname;
  const lines = execFileSync(process.execPath, [script, String(fold)], { encoding: 'utf8', maxBuffer: 2 ** 30 });
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Testimony);
}

function linesOf<One>(all: Readonly<Record<string, One>>, shown: (one: One) => string): string {
  return Object.entries(all)
    .map(([name, one]) => `    ${name}: ${shown(one)},`)
    .join('\n');
}

const testimonies: Testimony[] = [];
for (let fold = 0; fold < foldsOf; fold += 1) {
  writeLikeness(lessonsOf(fold));
  testimonies.push(...testimoniesOf(fold));
  console.log(`fold ${fold + 1} of ${foldsOf}: ${testimonies.length} testimonies`);
}
const trust = trustFrom(testimonies);
write(
  'trust-learned.ts',
  `/** How far words and rules can be trusted; made by \`npm run learn\`, never by hand. */
import type { Trust } from './trust.ts';

/** See trust.ts. */
export const trustLearned: Trust = {
  words: ${trust.words},
  lean: {
${linesOf(trust.lean, String)}
  },
  rules: {
${linesOf(trust.rules, (levels) => `[${levels.join(', ')}]`)}
  },
};
`,
);
writeLikeness(lessonsOf(null));
writeWeights('where-learned.json', written(marks, perceptron(markedMessages()), whereStep));
