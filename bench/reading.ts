/**
 * How well and how fast messages are read, on the corpus in tests/core/reading/corpus: messages the rules were tuned on
 * (seen), messages they were not (unseen), and rounds of messages written afterwards, each run once before anything was
 * learned from it. `--wrong` lists what went wrong, except among the unseen.
 */
import { read } from '../core/reading/read.ts';
import {
  factsOf,
  firstFiles,
  heldOut,
  intentIsRight,
  isSeen,
  laterRounds,
  messageOf,
  samplesOf,
} from '../tests/core/reading/corpus.ts';
import type { Sample } from '../tests/core/reading/corpus.ts';
import { reportFigures } from './figure-reading.ts';
import { reportHazards } from './hazard-reading.ts';
import { reportPatrols } from './patrol-reading.ts';
import { reportPrivate } from './private-reading.ts';
import { reportWalks } from './walk-reading.ts';

const wrongOnes = process.argv.includes('--wrong');
/** Fields that follow from others; the tests look at them. */
const derived = new Set(['severity', 'needsAnswer']);

function report(title: string, samples: readonly Sample[], list: boolean, fieldsInFull = true): void {
  const byIntent = new Map<string, [right: number, all: number]>();
  let right = 0;
  let [found, expectedFacts, rightFacts] = [0, 0, 0];
  let [falseAlarms, calm, missed, emergencies, falseAccepts] = [0, 0, 0, 0, 0];
  let [linesRight, lines] = [0, 0];
  for (const sample of samples) {
    const reading = read(messageOf(sample));
    const { expect } = sample;
    const ok = intentIsRight(expect, reading);
    const count = byIntent.get(expect.intent) ?? [0, 0];
    byIntent.set(expect.intent, [count[0] + Number(ok), count[1] + 1]);
    right += Number(ok);
    if (expect.intent === 'emergency') {
      emergencies += 1;
      missed += Number(reading.intent !== 'emergency' && reading.intent !== 'crisis');
    } else if (!(expect.also ?? []).includes('emergency')) {
      calm += 1;
      falseAlarms += Number(reading.intent === 'emergency');
    }
    if (expect.intent !== 'accept' && reading.intent === 'accept' && !ok) falseAccepts += 1;
    const problems: string[] = ok ? [] : [`${expect.intent} read as ${reading.intent}`];
    if (ok && expect.intent === reading.intent && !['unknown', 'small_talk', 'question'].includes(expect.intent)) {
      const wanted = [...factsOf(expect.fields ?? {})].filter((fact) => !derived.has(fact.split('=')[0] ?? ''));
      const got = [...factsOf(reading.fields)].filter((fact) => !derived.has(fact.split('=')[0] ?? ''));
      const both = wanted.filter((fact) => got.includes(fact));
      expectedFacts += wanted.length;
      found += got.length;
      rightFacts += both.length;
      for (const fact of wanted) if (!got.includes(fact)) problems.push(`missing ${fact}`);
      for (const fact of got) if (fieldsInFull && !wanted.includes(fact)) problems.push(`invented ${fact}`);
    }
    for (const [index, line] of (expect.lines ?? []).entries()) {
      lines += 1;
      const given = reading.lines?.[index];
      const fits =
        given?.person === line.person &&
        given.intent === line.intent &&
        (line.etaMinutes === undefined || given.fields.etaMinutes === line.etaMinutes) &&
        (line.delayMinutes === undefined || given.fields.delayMinutes === line.delayMinutes);
      linesRight += Number(fits);
      if (!fits)
        problems.push(
          `line ${line.person} ${line.intent}: ${given?.person ?? ''} ${given?.intent ?? ''} ${JSON.stringify(given?.fields ?? {})}`,
        );
    }
    if (list && problems.length > 0) {
      console.log(
        `  ${sample.id} ${JSON.stringify(sample.text)} [${sample.room ?? ''}${sample.openOrder === true ? ' order' : ''}]: ${problems.join('; ')} (${reading.because.map(({ field, words }) => `${field}:${words}`).join(' | ')})`,
      );
    }
  }
  const percent = (part: number, whole: number): string =>
    whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`;
  console.log(`${title}: ${samples.length} messages, intent right ${percent(right, samples.length)}`);
  console.log(
    `  fields: ${fieldsInFull ? `precision ${percent(rightFacts, found)}, ` : ''}recall ${percent(rightFacts, expectedFacts)}; lines of roll calls right ${percent(linesRight, lines)}`,
  );
  console.log(
    `  emergencies missed ${missed} of ${emergencies}; false alarms ${falseAlarms} of ${calm}; false acceptances ${falseAccepts}`,
  );
  for (const [intent, [good, all]] of [...byIntent].sort())
    if (good < all || list) console.log(`  ${intent.padEnd(18)} ${good}/${all}`);
}

/** Of each message the median of its rounds: other work on the machine must not count. */
function speed(samples: readonly Sample[]): void {
  const messages = samples.map((sample) => messageOf(sample));
  const rounds = messages.map((): number[] => []);
  for (let round = 0; round < 11; round += 1) {
    for (const [index, message] of messages.entries()) {
      const start = process.hrtime.bigint();
      read(message);
      rounds[index]?.push(Number(process.hrtime.bigint() - start) / 1000);
    }
  }
  const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const medians = rounds
    .map((times) =>
      at(
        times.sort((a, b) => a - b),
        0.5,
      ),
    )
    .sort((a, b) => a - b);
  console.log(`speed: median ${at(medians, 0.5).toFixed(0)} µs, p99 ${at(medians, 0.99).toFixed(0)} µs a message`);
  const long = {
    ...messageOf({ text: '' }),
    text: '现场没有人在那边说着火了吗，'.repeat(715),
  };
  const start = process.hrtime.bigint();
  read(long);
  console.log(`  10,000 characters: ${(Number(process.hrtime.bigint() - start) / 1e6).toFixed(1)} ms`);
}

const written = firstFiles.flatMap(samplesOf);
report(
  'seen',
  written.filter(({ id }) => isSeen(id)),
  wrongOnes,
);
report(
  'unseen',
  written.filter(({ id }) => !isSeen(id)),
  false,
);
for (const round of laterRounds)
  report(
    heldOut.has(round) ? `${round} (unseen)` : round,
    samplesOf(round),
    wrongOnes && !heldOut.has(round),
    laterRounds.indexOf(round) < laterRounds.indexOf('sixteenth'),
  );
reportHazards(wrongOnes);
reportPatrols(wrongOnes);
reportWalks(wrongOnes);
reportPrivate(wrongOnes);
reportFigures(wrongOnes);
speed(written);
