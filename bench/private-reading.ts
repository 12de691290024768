/** How well private messages are read: the part of bench/reading.ts on the corpus in tests/core/reading/private. */
import { read } from '../core/reading/read.ts';
import { corpusFiles, messageOf, samplesOf } from '../tests/core/reading/corpus.ts';
import { judgePrivate, privateFiles, privateSamples } from '../tests/core/reading/private/private-corpus.ts';
import type { JudgedPrivate } from '../tests/core/reading/private/private-corpus.ts';

/** Prints seen and unseen rounds, and how much of ordinary group talk would be taken for a private matter. */
export function reportPrivate(list: boolean): void {
  for (const file of privateFiles.seen) round(`private seen: ${file}`, privateSamples(file).map(judgePrivate), list);
  for (const file of privateFiles.unseen) {
    round(`private unseen: ${file}`, privateSamples(file).map(judgePrivate), false);
  }
  const ordinary = corpusFiles
    .flatMap(samplesOf)
    .filter(({ room }) => room === 'village' || room === 'patrol' || room === 'squad')
    .filter(({ expect: { intent, also = [], later = [] } }) =>
      [intent, ...also, ...later].every((one) => one !== 'crisis' && !one.startsWith('dispute')),
    );
  const taken = ordinary.filter((sample) => read(messageOf(sample)).intent.startsWith('dispute'));
  console.log(`private: ${taken.length} of ${ordinary.length} messages of ordinary group talk taken for a dispute`);
  if (list) for (const { id, text } of taken) console.log(`  ${id} ${JSON.stringify(text)}`);
}

function round(title: string, judged: readonly JudgedPrivate[], list: boolean): void {
  const right = (marks: readonly boolean[]): string =>
    marks.length === 0 ? '–' : `${((100 * marks.filter(Boolean).length) / marks.length).toFixed(1)}%`;
  const crises = judged.filter(({ sample }) => sample.expect.intent === 'crisis');
  const calm = judged.filter(({ sample: { expect } }) =>
    [expect.intent, ...(expect.also ?? [])].every((one) => one !== 'dispute'),
  );
  const invented = judged.reduce((sum, one) => sum + one.invented.length, 0);
  console.log(
    `${title}: ${judged.length} messages, intent right ${right(judged.map(({ intent }) => intent))}, ` +
      `kinds ${right(judged.flatMap(({ kinds }) => kinds ?? []))}, ` +
      `other fields ${right(judged.flatMap(({ fields }) => fields.map(([, ok]) => ok)))}, invented ${invented}`,
  );
  console.log(
    `  crises missed ${crises.filter(({ missedCrisis }) => missedCrisis).length} of ${crises.length}; ` +
      `taken for a dispute ${calm.filter(({ reading }) => reading.intent === 'dispute').length} of ${calm.length}`,
  );
  if (list) for (const one of judged) wrong(one);
}

function wrong({ sample, reading, intent, kinds, fields, invented }: JudgedPrivate): void {
  const problems = [
    ...(intent ? [] : [`${sample.expect.intent} read as ${reading.intent} ${reading.confidence.toString()}`]),
    ...(kinds === false ? [`kinds ${JSON.stringify(reading.fields.kinds)}`] : []),
    ...fields.filter(([, ok]) => !ok).map(([name]) => `${name} ${JSON.stringify(reading.fields[name as 'wish'])}`),
    ...invented.map((name) => `invented ${name}`),
  ];
  if (problems.length > 0) console.log(`  ${sample.id} ${JSON.stringify(sample.text)}: ${problems.join('; ')}`);
}
