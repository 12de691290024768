import type { DisputeKind } from './catalogue.ts';
import { paidOf } from './agreement-steps.ts';
import type { Matter, MatterKind, MatterOutcome } from './matter.ts';

/** A row of a statistic: what it counts, and how many. `other`: kinds or places with too few to stand alone, taken together. */
export interface CountRow<Name extends string> {
  name: Name | 'other';
  count: number;
}

/** How matters went in a period, without anybody in it. Times are medians in milliseconds; null: nothing to measure. */
export interface MatterStatistics {
  matters: number;
  byMatter: readonly CountRow<MatterKind>[];
  /** Of disputes. */
  byKind: readonly CountRow<DisputeKind>[];
  byPlace: readonly CountRow<string>[];
  byOutcome: readonly { outcome: MatterOutcome | 'open'; count: number }[];
  /** From handing in until somebody took it, until every side had agreed, until an agreement was in force. */
  toAssignMs: number | null;
  toAcceptMs: number | null;
  toSettleMs: number | null;
  /** In yuan; null: in too few matters for their sums to be told. */
  agreedYuan: number | null;
  paidYuan: number | null;
}

/**
 * Counts matters that were handed in. A row of fewer than `least` is not shown by itself: from so few a neighbour guesses who it
 * was. Such rows are added up as `other`; when that is still too few the smallest row that could stand alone joins it, since
 * a total and all rows but one tell the last one too.
 * @param least the zone's `leastCount`, k
 */
export function matterStatistics(matters: readonly Matter[], least: number): MatterStatistics {
  const told = matters.filter(({ reportedAt, forgottenAt }) => reportedAt !== null && forgottenAt === null);
  const disputes = told.filter(({ kind }) => kind === 'dispute');
  const since = (pick: (matter: Matter) => number | null): number | null =>
    median(
      told.flatMap((matter) => {
        const at = pick(matter);
        return at === null || matter.reportedAt === null ? [] : [at - matter.reportedAt];
      }),
    );
  const settled = told.filter(({ effectiveAt }) => effectiveAt !== null);
  const enough = settled.length >= least;
  return {
    matters: told.length,
    byMatter: rows(told, ({ kind }) => kind, least),
    byKind: rows(disputes, ({ body }) => body.about ?? 'other', least),
    byPlace: rows(told, ({ body }) => (body.area === '' ? 'other' : body.area), least),
    byOutcome: outcomes(told, least),
    toAssignMs: since(({ assignedAt }) => assignedAt),
    toAcceptMs: since(({ acceptedAt }) => acceptedAt),
    toSettleMs: since(({ effectiveAt }) => effectiveAt),
    agreedYuan: enough ? settled.reduce((sum, matter) => sum + agreedOf(matter), 0) : null,
    paidYuan: enough ? settled.reduce((sum, matter) => sum + paidIn(matter), 0) : null,
  };
}

/** What was promised in money. */
function agreedOf({ body }: Matter): number {
  return (body.agreement?.terms ?? []).reduce((sum, { amountYuan }) => sum + (amountYuan ?? 0), 0);
}

function paidIn({ body }: Matter): number {
  return (body.agreement?.terms ?? []).reduce((sum, term) => sum + paidOf(term, true), 0);
}

function rows<Name extends string>(
  matters: readonly Matter[],
  nameOf: (matter: Matter) => Name | 'other',
  least: number,
): CountRow<Name>[] {
  const counts = new Map<Name | 'other', CountRow<Name>>();
  for (const matter of matters) {
    const name = nameOf(matter);
    counts.set(name, { name, count: (counts.get(name)?.count ?? 0) + 1 });
  }
  return gathered([...counts.values()], least);
}

/** Small rows become one; see {@link matterStatistics}. */
function gathered<Name extends string>(all: readonly CountRow<Name>[], least: number): CountRow<Name>[] {
  const bySize = all.toSorted((one, other) => other.count - one.count || one.name.localeCompare(other.name));
  const shown = bySize.filter(({ name, count }) => name !== 'other' && count >= least);
  const hidden = bySize.filter(({ name, count }) => name === 'other' || count < least);
  const sum = (of: readonly CountRow<Name>[]): number => of.reduce((total, { count }) => total + count, 0);
  while (hidden.length > 0 && sum(hidden) < least && shown.length > 0) {
    const smallest = shown.pop();
    if (smallest !== undefined) hidden.push(smallest);
  }
  return hidden.length === 0 ? shown : [...shown, { name: 'other', count: sum(hidden) }];
}

/** Outcomes say nothing of anybody without a kind or a place beside them; still, none stands alone with too few. */
function outcomes(matters: readonly Matter[], least: number): MatterStatistics['byOutcome'] {
  const counts = new Map<MatterOutcome | 'open', number>();
  for (const { outcome } of matters) counts.set(outcome ?? 'open', (counts.get(outcome ?? 'open') ?? 0) + 1);
  return [...counts]
    .map(([outcome, count]) => ({ outcome, count }))
    .filter(({ outcome, count }) => outcome === 'open' || count >= least)
    .toSorted((one, other) => other.count - one.count);
}

/** The middle one, the mean of the two middle ones of an even number; null of none. */
function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  if (upper === undefined) return null;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? upper) + upper) / 2 : upper;
}
