/** How well messages about hazards are read: the part of bench/reading.ts on the corpus in tests/core/reading/hazards. */
import { offersHazard } from '../core/reading/hazards/offer.ts';
import { read } from '../core/reading/read.ts';
import { corpusFiles, messageOf, samplesOf } from '../tests/core/reading/corpus.ts';
import { hazardFiles, hazardSamples, judge } from '../tests/core/reading/hazards/hazard-corpus.ts';
import type { Judged } from '../tests/core/reading/hazards/hazard-corpus.ts';

/** Prints seen and unseen rounds, and how often ordinary talk would be offered to be registered. */
export function reportHazards(list: boolean): void {
  for (const file of hazardFiles.seen) round(`hazards seen: ${file}`, hazardSamples(file).map(judge), list);
  for (const file of hazardFiles.unseen) round(`hazards unseen: ${file}`, hazardSamples(file).map(judge), false);
  const ordinary = corpusFiles
    .flatMap(samplesOf)
    .filter(({ expect: { intent, later } }) => intent !== 'emergency' && !(later ?? []).includes('hazard_report'))
    .filter(({ room }) => room === 'village' || room === 'patrol' || room === 'squad');
  const offered = ordinary.filter((sample) => offersHazard(read(messageOf(sample)), sample.room ?? 'village'));
  console.log(`hazards: false offers ${offered.length} of ${ordinary.length} messages of ordinary group talk`);
}

function round(title: string, judged: readonly Judged[], list: boolean): void {
  const right = (marks: readonly boolean[]): string =>
    marks.length === 0 ? '–' : `${((100 * marks.filter(Boolean).length) / marks.length).toFixed(1)}%`;
  const emergencies = judged.filter(({ sample }) => sample.expect.intent === 'emergency');
  const calm = judged.filter(
    ({ sample: { expect } }) => expect.intent === 'small_talk' || expect.intent === 'question',
  );
  const invented = calm.filter(({ intent, reading }) => !intent && reading.intent === 'hazard_report');
  console.log(
    `${title}: ${judged.length} messages, intent right ${right(judged.map(({ intent }) => intent))}, ` +
      `kinds ${right(judged.flatMap(({ kinds }) => kinds ?? []))}, place ${right(judged.flatMap(({ place }) => place ?? []))}, ` +
      `other fields ${right(judged.flatMap(({ fields }) => fields.map(([, ok]) => ok)))}`,
  );
  console.log(
    `  emergencies missed ${emergencies.filter(({ intent }) => !intent).length} of ${emergencies.length}; ` +
      `talk and questions read as reports ${invented.length} of ${calm.length}`,
  );
  if (list) for (const one of judged) wrong(one);
}

function wrong({ sample, reading, intent, kinds, place, fields }: Judged): void {
  const problems = [
    ...(intent ? [] : [`${sample.expect.intent} read as ${reading.intent}`]),
    ...(kinds === false ? [`kinds ${JSON.stringify(reading.fields.kinds)}`] : []),
    ...(place === false ? [`place ${reading.fields.place ?? 'missing'}`] : []),
    ...fields.filter(([, ok]) => !ok).map(([name]) => name),
  ];
  if (problems.length > 0) console.log(`  ${sample.id} ${JSON.stringify(sample.text)}: ${problems.join('; ')}`);
}
