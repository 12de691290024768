/** How well messages of patrols are read: the part of bench/reading.ts on the corpus in tests/core/reading/patrol. */
import { read } from '../core/reading/read.ts';
import { corpusFiles, messageOf, samplesOf } from '../tests/core/reading/corpus.ts';
import { judgePatrol, patrolFiles, patrolSamples } from '../tests/core/reading/patrol/patrol-corpus.ts';
import type { JudgedPatrol } from '../tests/core/reading/patrol/patrol-corpus.ts';

const ofPatrols = /^(?:check_in|shift_start|shift_end|handover|leave_request|found_item|suspicious)$/;

/** Prints seen and unseen rounds, and what of other rooms' talk would be taken for a patrol's. */
export function reportPatrols(list: boolean): void {
  for (const file of patrolFiles.seen) round(`patrols seen: ${file}`, patrolSamples(file).map(judgePatrol), list);
  for (const file of patrolFiles.unseen) round(`patrols unseen: ${file}`, patrolSamples(file).map(judgePatrol), false);
  const elsewhere = corpusFiles
    .flatMap(samplesOf)
    .filter(({ room, openShift, expect: { later } }) => room !== 'patrol' && openShift !== true && later === undefined);
  const taken = elsewhere.filter((sample) => ofPatrols.test(read(messageOf(sample)).intent));
  console.log(`patrols: ${taken.length} of ${elsewhere.length} messages in other rooms taken for a patrol's`);
  if (list) for (const { id, text } of taken) console.log(`  ${id} ${JSON.stringify(text)}`);
}

function round(title: string, judged: readonly JudgedPatrol[], list: boolean): void {
  const right = (marks: readonly boolean[]): string =>
    marks.length === 0 ? '–' : `${((100 * marks.filter(Boolean).length) / marks.length).toFixed(1)}%`;
  const emergencies = judged.filter(({ sample }) => sample.expect.intent === 'emergency');
  const others = judged.filter(
    ({ sample: { expect } }) => expect.intent !== 'check_in' && !(expect.also ?? []).includes('check_in'),
  );
  const invented = others.filter(({ reading }) => reading.intent === 'check_in');
  console.log(
    `${title}: ${judged.length} messages, intent right ${right(judged.map(({ intent }) => intent))}, ` +
      `points of check-ins ${right(judged.flatMap(({ points }) => points ?? []))}, ` +
      `other fields ${right(judged.flatMap(({ fields }) => fields.map(([, ok]) => ok)))}`,
  );
  console.log(
    `  emergencies missed ${emergencies.filter(({ intent }) => !intent).length} of ${emergencies.length}; ` +
      `taken for a check-in ${invented.length} of ${others.length}`,
  );
  if (list) for (const one of judged) wrong(one);
}

function wrong({ sample, reading, intent, points, fields }: JudgedPatrol): void {
  const problems = [
    ...(intent ? [] : [`${sample.expect.intent} read as ${reading.intent} ${reading.confidence.toString()}`]),
    ...(points === false ? [`points ${JSON.stringify(reading.fields.points)}`] : []),
    ...fields.filter(([, ok]) => !ok).map(([name]) => `${name} ${JSON.stringify(reading.fields[name as 'ok'])}`),
  ];
  if (problems.length > 0) console.log(`  ${sample.id} ${JSON.stringify(sample.text)}: ${problems.join('; ')}`);
}
