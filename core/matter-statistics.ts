import type { DisputeKind } from './catalogue.ts';
import type { Matter, MatterKind, MatterOutcome } from './matter.ts';

/** A row of a statistic: what it counts, and how many. `other`: kinds or places with too few to stand alone, taken together. */
export interface CountRow<Name extends string> {
  name: Name | 'other';
  count: number;
}

/** How matters went in a period, without anybody in it. Times are medians in milliseconds; null: of too few to be told. */
export interface MatterStatistics {
  matters: number;
  /** Of so many of them the rest says something: the first ones, in whole groups of `least`. */
  counted: number;
  byMatter: readonly CountRow<MatterKind>[];
  /** Of disputes. */
  byKind: readonly CountRow<DisputeKind>[];
  byPlace: readonly CountRow<string>[];
  byOutcome: readonly CountRow<MatterOutcome | 'open'>[];
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
 *
 * Whoever asks twice and subtracts would see the one matter that came in between, its kind beside its place and its sum. So
 * matters, agreements and payments are counted in whole groups of `least`, in the order in which they came: what changes between
 * two answers is as many of them at once, and what the last, unfinished group holds is nowhere but in the total.
 * @param least the zone's `leastCount`, k
 */
export function matterStatistics(matters: readonly Matter[], least: number): MatterStatistics {
  const told = matters.filter(({ reportedAt, forgottenAt }) => reportedAt !== null && forgottenAt === null);
  const counted = wholeGroups(told, ({ reportedAt }) => reportedAt ?? 0, least);
  const disputes = counted.filter(({ kind }) => kind === 'dispute');
  const byMatter = rows(counted, ({ kind }) => kind, least);
  // How many disputes there are is told by their kinds too.
  const showKinds = disputes.length === counted.length || byMatter.some(({ name }) => name === 'dispute');
  const since = (pick: (matter: Matter) => number | null): number | null => {
    const times = counted.flatMap((matter) => {
      const at = pick(matter);
      return at === null || matter.reportedAt === null ? [] : [at - matter.reportedAt];
    });
    return times.length < least ? null : median(times);
  };
  const inForce = told.filter(({ effectiveAt }) => effectiveAt !== null);
  const settled = wholeGroups(inForce, ({ effectiveAt }) => effectiveAt ?? 0, least);
  return {
    matters: told.length,
    counted: counted.length,
    byMatter,
    byKind: showKinds ? rows(disputes, ({ body }) => body.about ?? 'other', least) : [],
    byPlace: rows(counted, ({ body }) => (body.area === '' ? 'other' : body.area), least),
    byOutcome: rows(counted, ({ outcome }) => outcome ?? 'open', least),
    toAssignMs: since(({ assignedAt }) => assignedAt),
    toAcceptMs: since(({ acceptedAt }) => acceptedAt),
    toSettleMs: since(({ effectiveAt }) => effectiveAt),
    agreedYuan: settled.length === 0 ? null : settled.reduce((sum, matter) => sum + agreedOf(matter), 0),
    paidYuan: settled.length === 0 ? null : paidIn(settled, least),
  };
}

/** The first of these, as many as make whole groups of `least`. */
function wholeGroups<Counted>(all: readonly Counted[], at: (one: Counted) => number, least: number): Counted[] {
  return all.toSorted((one, other) => at(one) - at(other)).slice(0, all.length - (all.length % least));
}

/** What was promised in money. */
function agreedOf({ body }: Matter): number {
  return (body.agreement?.terms ?? []).reduce((sum, { amountYuan }) => sum + (amountYuan ?? 0), 0);
}

/** What was paid and confirmed. */
function paidIn(settled: readonly Matter[], least: number): number {
  const terms = settled.flatMap(({ body }) => body.agreement?.terms ?? []);
  const confirmed = terms.flatMap(({ payments }) => payments.filter(({ agreed }) => agreed === true));
  const told = wholeGroups(confirmed, ({ at, confirmedAt }) => confirmedAt ?? at, least);
  return told.reduce((sum, { yuan }) => sum + yuan, 0);
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

/** The middle one, the mean of the two middle ones of an even number; null of none. */
function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  if (upper === undefined) return null;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? upper) + upper) / 2 : upper;
}
