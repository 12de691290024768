/** How well the point of a check-in is found with the route at hand: the part of bench/reading.ts on tests/core/walks. */
import { count, elsewhere, judgeWalks, passing, rightOf, walkFiles } from '../tests/core/walks/walk-corpus.ts';
import type { JudgedWalk } from '../tests/core/walks/walk-corpus.ts';

/** Prints seen and unseen rounds; `list` what went wrong in those that may be looked at. */
export function reportWalks(list: boolean): void {
  for (const file of walkFiles.seen) round(`walks seen: ${file}`, judgeWalks(file), list);
  for (const file of walkFiles.unseen) round(`walks unseen: ${file}`, judgeWalks(file), false);
}

function round(title: string, judged: readonly JudgedWalk[], list: boolean): void {
  const told = passing(judged);
  const others = elsewhere(judged);
  const verdicts = (['right', 'partly', 'asked', 'guessed', 'unread', 'wrong'] as const).map(
    (verdict) => `${verdict} ${count(told, verdict).toString()}`,
  );
  console.log(`${title}: of ${told.length.toString()} check-ins ${verdicts.join(', ')}`);
  console.log(`  of the points counted without a question ${(100 * rightOf(judged)).toFixed(1)}% were passed`);
  console.log(
    `  a point counted that was not said: ${count(others, 'wrong', 'guessed').toString()} of ${others.length.toString()}`,
  );
  if (!list) return;
  for (const { id, text, meant, verdict } of judged)
    if (verdict !== 'right' && (meant?.length ?? 0) > 0) console.log(`  ${id} ${JSON.stringify(text)}: ${verdict}`);
}
