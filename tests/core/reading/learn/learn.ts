/** `npm run learn`: learns likeness from the corpora and writes the weights into core/reading/likeness. */
import { writeFileSync } from 'node:fs';
import type { Written } from '../../../../core/reading/likeness/learned.ts';
import { piecesOf, wordPieces } from '../../../../core/reading/likeness/pieces.ts';
import { kindPieces } from '../../../../core/reading/private/kinds.ts';
import { respelled } from '../../../../core/reading/private/respelled.ts';
import { disputeKindLessons, hazardKindLessons, incidentKindLessons, intentLessons } from './lessons.ts';
import { writtenFrom } from './written.ts';

function write(
  file: string,
  name: string,
  type: string,
  from: string,
  { meanings, step, lines }: Written<string>,
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
  lines: \`
${lines}
\`,
};
`;
  writeFileSync(new URL(`../../../../core/reading/likeness/${file}`, import.meta.url), text);
  console.log(
    `${file}: ${meanings.length} meanings, ${lines.split('\n').length} pieces, ${Buffer.byteLength(text)} bytes`,
  );
}

const intents = writtenFrom(intentLessons(), ({ heard }) => piecesOf(heard));
write('intents-learned.ts', 'intentsLearned', 'Intent', '../reading.ts', intents);
const hazards = writtenFrom(hazardKindLessons(), ({ heard }) => wordPieces(heard.plain));
write('hazard-kinds-learned.ts', 'hazardKindsLearned', 'HazardKind', '../../catalogue.ts', hazards);
const incidents = writtenFrom(incidentKindLessons(), ({ heard }) => wordPieces(heard.plain));
write('incident-kinds-learned.ts', 'incidentKindsLearned', 'IncidentKind', '../../catalogue.ts', incidents);
const disputes = writtenFrom(disputeKindLessons(), ({ heard }) => kindPieces(respelled(heard.plain)));
write('dispute-kinds-learned.ts', 'disputeKindsLearned', 'DisputeKind', '../../catalogue.ts', disputes);
