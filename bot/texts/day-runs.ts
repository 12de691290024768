/** So many days are still read one by one; more are counted. */
const readable = 12;

/** The day after an ISO date. */
function next(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}

/** ISO dates in order, those that follow one another together. */
export function dayRuns(dates: readonly string[]): string[][] {
  const runs: string[][] = [];
  for (const date of dates) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && next(before) === date) last.push(date);
    else runs.push([date]);
  }
  return runs;
}

/** Whether these days are worth naming; a deadline of three months would be a list of weekends. */
export function fewDays(dates: readonly string[]): boolean {
  return dates.length <= readable;
}
