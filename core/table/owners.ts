import { z } from 'zod';
import { hazardKinds, type HazardKind } from '../catalogue.ts';
import { roles, type Role } from '../people.ts';
import { readFaults } from '../zone/read-faults.ts';
import { personSchema } from '../zone/schema.ts';
import { codesNamed } from './code-named.ts';
import type { Beside } from './read-rows.ts';
import type { Cells, Column, RowFault } from './table.ts';

export type OwnerColumn = 'call_sign' | 'name' | 'phone' | 'roles' | 'places' | 'areas' | 'kinds' | 'rank';

/** Columns of the table of owners: a person, and which hazards are theirs; one line for each. */
export const ownerColumns: readonly Column<OwnerColumn>[] = [
  { key: 'call_sign', zh: '呼号', en: 'Call sign', also: ['编号', '工号'], need: true },
  { key: 'name', zh: '姓名', en: 'Name', also: ['责任人'] },
  { key: 'phone', zh: '电话', en: 'Phone', also: ['联系电话', '手机', '手机号'] },
  { key: 'roles', zh: '角色', en: 'Roles', also: ['身份'] },
  { key: 'places', zh: '点位编号', en: 'Places', also: ['企业编号', '点位'] },
  { key: 'areas', zh: '片区', en: 'Areas', also: ['区域', '责任区', '村'] },
  { key: 'kinds', zh: '隐患类型', en: 'Kinds', also: ['类型'] },
  { key: 'rank', zh: '顺位', en: 'Rank', also: ['次序'] },
];

/** Which hazards somebody owns; what is empty fits every one. */
export interface OwnerScope {
  places: string[];
  areas: string[];
  kinds: HazardKind[];
}

/** One line of the table. What is undefined stays as it is. */
export interface OwnerRow {
  row: number;
  callSign: string;
  name: string | undefined;
  phone: string | undefined;
  roles: readonly Role[] | undefined;
  scope: OwnerScope;
  /** 1 has it, the others stand in. */
  rank: number;
}

const roleNames: Readonly<Record<string, Role>> = {
  网格员: 'grid_worker',
  安全员: 'safety_officer',
  领导: 'leader',
  值班员: 'duty_officer',
  居民: 'resident',
  志愿者: 'volunteer',
  管理员: 'admin',
};

const rowSchema = z.object({
  callSign: personSchema.shape.callSign,
  name: personSchema.shape.name,
  phone: personSchema.shape.phone,
  roles: z.array(z.enum(roles)).optional(),
  kinds: z.array(z.enum(hazardKinds.map(({ code }) => code))),
  rank: z.int('expected:whole_number').min(1).max(20).default(1),
});

const columnOf: Readonly<Record<string, OwnerColumn>> = { callSign: 'call_sign' };

/** Reads one line; `isPlace` tells codes of places. */
export function readOwner(
  cells: Cells<OwnerColumn>,
  isPlace: (code: string) => boolean,
): { row: OwnerRow } | { faults: RowFault[] } {
  const said = cells.list('roles').map((role) => roleNames[role] ?? role);
  const parsed = rowSchema.safeParse(
    {
      callSign: cells.text('call_sign'),
      name: cells.text('name'),
      phone: cells.text('phone'),
      roles: said.length === 0 ? undefined : said,
      kinds: codesNamed(hazardKinds, cells.text('kinds') ?? ''),
      rank: cells.numeric('rank'),
    },
    { reportInput: true },
  );
  const places = cells.list('places').map((code) => code.toUpperCase());
  const unknown = places
    .filter((code) => !isPlace(code))
    .map((value): RowFault => {
      const issue = { severity: 'error', path: [], code: 'unknown_place', value, nearest: null } as const;
      return { row: cells.number, column: 'places', issue };
    });
  const wrong = (parsed.error === undefined ? [] : readFaults(parsed.error.issues)).map((issue): RowFault => {
    const field = String(issue.path[0] ?? '');
    return { row: cells.number, column: columnOf[field] ?? field, issue };
  });
  if (!parsed.success || unknown.length > 0) return { faults: [...wrong, ...unknown] };
  const { callSign, name, phone, kinds, rank } = parsed.data;
  const scope = { places: places.sort(), areas: cells.list('areas').sort(), kinds: kinds.sort() };
  return { row: { row: cells.number, callSign, name, phone, roles: parsed.data.roles, scope, rank } };
}

/**
 * Rows of owners beside one another: of one person all rows say the same, and of one scope nobody has the same rank as somebody
 * else. What a row leaves empty contradicts nothing.
 */
export function ownersBeside(): Beside<OwnerRow> {
  const said = new Map<string, { value: string; row: number }>();
  const ranks = new Map<string, OwnerRow>();
  return (row) => {
    const faults = fieldsOf(row).flatMap(([column, value]): RowFault[] => {
      const known = said.get(`${row.callSign} ${column}`);
      if (known === undefined || known.value === value) return [];
      return [{ row: row.row, column, issue: { code: 'contradicts', row: known.row } }];
    });
    const rank = `${String(row.rank)} ${scopeKey(row.scope)}`;
    const other = ranks.get(rank);
    if (other !== undefined) {
      const same = other.callSign === row.callSign;
      faults.push({ row: row.row, column: 'rank', issue: { code: same ? 'same_row' : 'same_rank', row: other.row } });
    }
    if (faults.length > 0) return faults;
    ranks.set(rank, row);
    for (const [column, value] of fieldsOf(row)) {
      const key = `${row.callSign} ${column}`;
      if (!said.has(key)) said.set(key, { value, row: row.row });
    }
    return [];
  };
}

function fieldsOf({ name, phone, roles: had }: OwnerRow): (readonly [OwnerColumn, string])[] {
  const fields = [
    ['name', name],
    ['phone', phone],
    ['roles', had && [...had].sort().join(' ')],
  ] as const;
  return fields.flatMap(([column, value]) => (value === undefined ? [] : [[column, value] as const]));
}

/** One key for the same scope. */
export function scopeKey({ places, areas, kinds }: OwnerScope): string {
  return JSON.stringify([[...places].sort(), [...areas].sort(), [...kinds].sort()]);
}
