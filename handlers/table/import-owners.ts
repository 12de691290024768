import { isDeepStrictEqual } from 'node:util';
import type { PersonId } from '../../core/ids.ts';
import type { Person } from '../../core/people.ts';
import { scopeKey, type OwnerRow, type OwnerScope } from '../../core/table/owners.ts';
import type { HazardRules } from '../../core/zone/hazard-rules.ts';
import { zoneKeys } from '../../core/zone/stored.ts';
import { hazardRules } from '../hazard/rules.ts';
import type { Work } from '../work.ts';
import { traceTable, type TableSummary } from './import-summary.ts';

type Line = HazardRules['owners'][number];

/**
 * Adds and changes people, and whose hazards are theirs: lines for the same places, areas and kinds are replaced, all others stay.
 * A narrower line stands before a wider one, because the first that fits is taken.
 */
export async function importOwners(work: Work, rows: readonly OwnerRow[]): Promise<TableSummary> {
  const summary: TableSummary = { added: 0, changed: 0, unchanged: 0 };
  for (const row of people(rows)) {
    const known = await work.tx.people.byCallSign(row.callSign);
    const person = personOf(work, row, known);
    if (known !== null && isDeepStrictEqual(person, known)) {
      summary.unchanged += 1;
      continue;
    }
    await work.tx.people.put(person);
    summary[known === null ? 'added' : 'changed'] += 1;
  }
  const rules = hazardRules(work);
  const owners = ownerLines(rules.owners, rows);
  if (!isDeepStrictEqual(owners, rules.owners)) await work.tx.settings.put(zoneKeys.hazards, { ...rules, owners });
  return traceTable(work, 'owners', summary);
}

/** Each person once, with what any of their rows says: rows do not contradict one another. */
function people(rows: readonly OwnerRow[]): Iterable<OwnerRow> {
  const known = new Map<string, OwnerRow>();
  for (const row of rows) {
    const { name, phone, roles } = known.get(row.callSign) ?? row;
    known.set(row.callSign, { ...row, name: name ?? row.name, phone: phone ?? row.phone, roles: roles ?? row.roles });
  }
  return known.values();
}

function personOf(work: Work, row: OwnerRow, known: Person | null): Person {
  const fresh: Person = {
    id: work.ids.next<PersonId>(work.now),
    callSign: row.callSign,
    name: row.name ?? row.callSign,
    phone: '',
    language: 'zh',
    roles: ['grid_worker'],
    duty: 'off',
    certificates: [],
    base: null,
    active: true,
  };
  const stored = known ?? fresh;
  return {
    ...stored,
    name: row.name ?? stored.name,
    phone: row.phone ?? stored.phone,
    roles: row.roles ?? stored.roles,
    active: true,
  };
}

/** The lines after an import: those of the table's scopes are the table's, in its order of rank. */
export function ownerLines(known: readonly Line[], rows: readonly OwnerRow[]): Line[] {
  const told = new Map<string, OwnerRow[]>();
  for (const row of rows) told.set(scopeKey(row.scope), [...(told.get(scopeKey(row.scope)) ?? []), row]);
  const lines = known.map((line) => ({ ...line, ...ownersIn(told, scopeKey(line)) }));
  const fresh = [...told.values()].flatMap(([first, ...others]): Line[] =>
    first === undefined ? [] : [{ ...first.scope, owners: byRank([first, ...others]) }],
  );
  return [...lines, ...fresh.sort((a, b) => width(a) - width(b))].reduce<Line[]>(intoOrder, []);
}

function ownersIn(told: Map<string, OwnerRow[]>, key: string): Pick<Line, 'owners'> | undefined {
  const rows = told.get(key);
  told.delete(key);
  return rows && { owners: byRank(rows) };
}

function byRank(rows: readonly OwnerRow[]): string[] {
  const sorted = rows.toSorted((a, b) => a.rank - b.rank || a.row - b.row);
  return [...new Set(sorted.map(({ callSign }) => callSign))];
}

/** How much a line fits: a place is narrower than an area, an area narrower than a kind, and all narrower than everything. */
function width({ places, areas, kinds }: OwnerScope): number {
  return (places.length > 0 ? 0 : 4) + (areas.length > 0 ? 0 : 2) + (kinds.length > 0 ? 0 : 1);
}

/** Before the first wider one. */
function intoOrder(lines: Line[], line: Line): Line[] {
  const at = lines.findIndex((one) => width(one) > width(line));
  return at === -1 ? [...lines, line] : lines.toSpliced(at, 0, line);
}
