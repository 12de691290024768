import { placeKinds, riskColours } from '../catalogue.ts';
import type { Place } from '../people.ts';
import { readFaults } from '../zone/read-faults.ts';
import { placeSchema } from '../zone/schema.ts';
import { settlePlace } from '../zone/settle.ts';
import { codeNamed } from './code-named.ts';
import type { Cells, Column, RowFault } from './table.ts';

export type EnterpriseColumn =
  | 'code'
  | 'name'
  | 'aliases'
  | 'area'
  | 'lat'
  | 'lon'
  | 'contact'
  | 'phone'
  | 'colour'
  | 'likelihood'
  | 'exposure'
  | 'consequence'
  | 'matrix_likelihood'
  | 'matrix_severity'
  | 'tags';

/** Columns of the table of enterprises, in the order of an export. */
export const enterpriseColumns: readonly Column<EnterpriseColumn>[] = [
  { key: 'code', zh: '编号', en: 'Code', also: ['企业编号', '企业编码', '编码'], need: true },
  { key: 'name', zh: '名称', en: 'Name', also: ['企业名称', '单位名称'], need: true },
  { key: 'aliases', zh: '别名', en: 'Aliases', also: ['简称', '曾用名'] },
  { key: 'area', zh: '片区', en: 'Area', also: ['区域', '园区', '所属片区'] },
  { key: 'lat', zh: '纬度', en: 'Latitude', also: ['lat'] },
  { key: 'lon', zh: '经度', en: 'Longitude', also: ['lng'] },
  { key: 'contact', zh: '联系人', en: 'Contact', also: ['安全负责人', '负责人'] },
  { key: 'phone', zh: '联系电话', en: 'Phone', also: ['电话', '手机', '手机号'] },
  { key: 'colour', zh: '风险颜色', en: 'Colour', also: ['颜色', '风险等级', '四色', 'color'] },
  { key: 'likelihood', zh: 'L可能性', en: 'L likelihood', also: ['L'] },
  { key: 'exposure', zh: 'E暴露频率', en: 'E exposure', also: ['E'] },
  { key: 'consequence', zh: 'C后果', en: 'C consequence', also: ['C'] },
  { key: 'matrix_likelihood', zh: '矩阵可能性', en: 'Matrix likelihood' },
  { key: 'matrix_severity', zh: '矩阵严重性', en: 'Matrix severity' },
  { key: 'tags', zh: '特点', en: 'Tags', also: ['标签', '风险特点'] },
];

/** An enterprise of a table, as it is to be stored but for its id. */
export type EnterpriseRow = Omit<Place, 'id' | 'active'>;

/** Where the fields of a place stand in the table. */
const columnsOfPaths: Readonly<Record<string, EnterpriseColumn>> = {
  position: 'lat',
  'position.1': 'lon',
  contact: 'contact',
  'contact.phone': 'phone',
  lec: 'likelihood',
  'lec.1': 'exposure',
  'lec.2': 'consequence',
  matrix: 'matrix_likelihood',
  'matrix.1': 'matrix_severity',
};

/**
 * Reads one enterprise. An empty cell empties its field; a column that the file does not have leaves it as it is.
 * @param known the place of the row's code
 */
export function readEnterprise(
  cells: Cells<EnterpriseColumn>,
  known: Place | null,
): { row: EnterpriseRow } | { faults: RowFault[] } {
  if (known !== null && known.kind !== 'enterprise')
    return { faults: [{ row: cells.number, column: 'code', issue: { code: 'not_enterprise' } }] };
  const parsed = placeSchema.safeParse(plainOf(cells, known), { reportInput: true });
  if (parsed.success) return { row: settlePlace(parsed.data) };
  const faults = readFaults(parsed.error.issues).map((issue): RowFault => {
    const path = issue.path.join('.');
    const column = columnsOfPaths[path] ?? columnsOfPaths[String(issue.path[0])] ?? String(issue.path[0] ?? '');
    // A cell holds one of the two numbers, and not the pair that a zone file has.
    const pair = issue.code === 'expected' && issue.what === 'position';
    return { row: cells.number, column, issue: pair ? { ...issue, what: 'number' } : issue };
  });
  return { faults };
}

/** Several cells that are one field: all of them, or nothing when all are empty. */
function together(cells: Cells<EnterpriseColumn>, keys: readonly EnterpriseColumn[]): unknown[] | undefined {
  const values = keys.map((key) => cells.numeric(key));
  return values.every((value) => value === undefined) ? undefined : values;
}

function plainOf(cells: Cells<EnterpriseColumn>, known: Place | null): Record<string, unknown> {
  const { details } = known ?? {};
  const kept = <Value>(key: EnterpriseColumn, given: unknown, stored: Value): unknown =>
    cells.has(key) ? given : stored;
  const position = known?.position ?? undefined;
  const { lec, matrix } = details ?? {};
  const colour = cells.text('colour');
  return without({
    code: cells.text('code'),
    kind: placeKinds.find(({ code }) => code === 'enterprise')?.code,
    name: cells.text('name'),
    aliases: kept('aliases', cells.list('aliases'), known?.aliases ?? []),
    area: kept('area', cells.text('area'), known?.area === '' ? undefined : known?.area),
    position: kept('lat', together(cells, ['lat', 'lon']), position && [position.lat, position.lon]),
    contact: kept('contact', contactOf(cells), details?.contact),
    colour: kept('colour', colour && codeNamed(riskColours, colour.replace(/色$/u, '')), details?.colour),
    lec: kept(
      'likelihood',
      together(cells, ['likelihood', 'exposure', 'consequence']),
      lec && [lec.likelihood, lec.exposure, lec.consequence],
    ),
    matrix: kept(
      'matrix_likelihood',
      together(cells, ['matrix_likelihood', 'matrix_severity']),
      matrix && [matrix.likelihood, matrix.severity],
    ),
    tags: kept('tags', cells.list('tags'), details?.tags ?? []),
  });
}

function contactOf(cells: Cells<EnterpriseColumn>): Record<string, unknown> | undefined {
  const [name, phone] = [cells.text('contact'), cells.text('phone')];
  return name === undefined && phone === undefined ? undefined : without({ name: name ?? phone, phone });
}

/** A field that is not there is not the same as one that holds nothing. */
function without(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
