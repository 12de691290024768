/** One day, or from one to another; `to` null: one alone. */
interface DaySpan {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate | null;
}

/** Days in their order, shortened: from three days on end only the first and the last. */
export function daySpans(days: readonly string[]): DaySpan[] {
  const runs: Temporal.PlainDate[][] = [];
  for (const day of days.map((one) => Temporal.PlainDate.from(one))) {
    const last = runs.at(-1);
    if (last?.at(-1)?.add({ days: 1 }).equals(day) === true) last.push(day);
    else runs.push([day]);
  }
  return runs.flatMap((run): DaySpan[] => {
    const [from] = run;
    const to = run.at(-1);
    const isLong = from !== undefined && to !== undefined && run.length > 2;
    return isLong ? [{ from, to }] : run.map((day) => ({ from: day, to: null }));
  });
}
