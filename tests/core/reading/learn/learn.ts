/**
 * `npm run learn`: learns likeness from the corpora and the lessons, and how far likeness and rules can be trusted, and writes the
 * weights into core/reading/likeness. Trust is learned from fresh lessons alone, each while likeness had not learned from it.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { kindPieces as incidentPieces } from '../../../../core/reading/danger/kinds.ts';
import { kindPieces as hazardPieces } from '../../../../core/reading/hazards/kinds.ts';
import type { Written } from '../../../../core/reading/likeness/learned.ts';
import { piecesOf } from '../../../../core/reading/likeness/pieces.ts';
import { kindPieces as disputePieces } from '../../../../core/reading/private/kinds.ts';
import { respelled } from '../../../../core/reading/private/respelled.ts';
import { foldsOf, lessonsOf, type Lessons } from './lessons.ts';
import { trustFrom, type Testimony } from './trust-from.ts';
import { writtenFrom } from './written.ts';

const folder = new URL('../../../../core/reading/likeness/', import.meta.url);

function write(file: string, text: string): void {
  writeFileSync(new URL(file, folder), text);
}

function writeWeights(
  file: string,
  name: string,
  type: string,
  from: string,
  { meanings, step, packed }: Written<string>,
): void {
  const text = `/** What was learned; made by \`npm run learn\`, never by hand. */
import type { ${type} } from '${from}';
import type { Written } from './learned.ts';

/** Weights of pieces; see learned.ts. */
export const ${name}: Written<${type}> = {
  meanings: [
${meanings.map((meaning) => `    '${meaning}',`).join('\n')}
  ],
  step: ${step},
  packed:
    '${packed}',
};
`;
  write(file, text);
}

function writeLikeness({ intents, hazards, incidents, disputes }: Lessons): void {
  const heardIntents = writtenFrom(intents, ({ heard }) => piecesOf(heard));
  writeWeights('intents-learned.ts', 'intentsLearned', 'Intent', '../reading.ts', heardIntents);
  const heardHazards = writtenFrom(hazards, ({ heard }) => hazardPieces(heard));
  writeWeights('hazard-kinds-learned.ts', 'hazardKindsLearned', 'HazardKind', '../../catalogue.ts', heardHazards);
  const heardIncidents = writtenFrom(incidents, ({ heard }) => incidentPieces(heard));
  writeWeights(
    'incident-kinds-learned.ts',
    'incidentKindsLearned',
    'IncidentKind',
    '../../catalogue.ts',
    heardIncidents,
  );
  const heardDisputes = writtenFrom(disputes, ({ heard }) => disputePieces(respelled(heard.plain)));
  writeWeights('dispute-kinds-learned.ts', 'disputeKindsLearned', 'DisputeKind', '../../catalogue.ts', heardDisputes);
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
