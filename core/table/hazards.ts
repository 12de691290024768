import { z } from 'zod';
import { hazardKinds, type HazardKind } from '../catalogue.ts';
import type { Instant } from '../clock.ts';
import { hazardGrades, type Hazard, type HazardGrade } from '../hazard.ts';
import type { PersonId, PlaceId } from '../ids.ts';
import type { Position } from '../message.ts';
import { readFaults } from '../zone/read-faults.ts';
import { codeNamed, codesNamed } from './code-named.ts';
import { momentOf } from './zone-moment.ts';
import type { Cells, Column, RowFault } from './table.ts';

export type HazardColumn =
  | 'number'
  | 'state'
  | 'kinds'
  | 'grade'
  | 'words'
  | 'place'
  | 'where'
  | 'area'
  | 'lat'
  | 'lon'
  | 'owner'
  | 'reported'
  | 'due'
  | 'fixed'
  | 'closed'
  | 'ending';

/** Columns of the table of hazards. Nobody who reported is in it. */
export const hazardColumns: readonly Column<HazardColumn>[] = [
  { key: 'number', zh: '编号', en: 'Number', also: ['隐患编号', '序号', 'No'] },
  { key: 'state', zh: '状态', en: 'State', also: ['整改状态', 'status'] },
  { key: 'kinds', zh: '类型', en: 'Kinds', also: ['隐患类型', '隐患类别', '类别', 'kind'], need: true },
  { key: 'grade', zh: '等级', en: 'Grade', also: ['隐患等级', '级别'] },
  { key: 'words', zh: '描述', en: 'Description', also: ['隐患描述', '问题', '隐患内容', '内容'] },
  { key: 'place', zh: '点位编号', en: 'Place', also: ['企业编号', '点位'] },
  { key: 'where', zh: '地点', en: 'Where', also: ['位置', '地址', '隐患地点'] },
  { key: 'area', zh: '片区', en: 'Area', also: ['区域'] },
  { key: 'lat', zh: '纬度', en: 'Latitude' },
  { key: 'lon', zh: '经度', en: 'Longitude', also: ['lng'] },
  { key: 'owner', zh: '责任人呼号', en: 'Owner', also: ['责任人', '整改人', '呼号'] },
  {
    key: 'reported',
    zh: '上报时间',
    en: 'Reported',
    also: ['发现时间', '检查时间', '上报日期', '发现日期'],
    need: true,
  },
  { key: 'due', zh: '整改期限', en: 'Due', also: ['期限', '整改时限', '截止日期'] },
  { key: 'fixed', zh: '整改时间', en: 'Fixed', also: ['整改完成时间', '整改日期'] },
  { key: 'closed', zh: '销号时间', en: 'Closed', also: ['办结时间', '销号日期', '闭环时间'] },
  { key: 'ending', zh: '办结说明', en: 'Ending', also: ['整改结果', '备注'] },
];

/** A hazard of a table, checked. */
export interface HazardRow {
  row: number;
  /** Ours, `H-2611-0042`; null: it has another or none. */
  number: string | null;
  /** What tells it from all others, for reading the same file twice. */
  key: string;
  kinds: readonly HazardKind[];
  grade: HazardGrade | null;
  words: string;
  placeId: PlaceId | null;
  placeWords: string;
  area: string;
  position: Position | null;
  ownerId: PersonId | null;
  reportedAt: Instant;
  dueAt: Instant | null;
  fixedAt: Instant | null;
  closedAt: Instant | null;
  endWords: string;
}

/** What codes and names of a table are looked up in. */
export interface HazardLookUp {
  timeZone: string;
  now: Instant;
  place(code: string): { id: PlaceId; name: string } | null;
  person(callSign: string): { id: PersonId } | null;
}

const closedWords = new Set([
  'closed',
  '已销号',
  '销号',
  '已整改',
  '已办结',
  '办结',
  '已完成',
  '完成',
  'resolved',
  'done',
]);
const ownNumber = /^H-?(\d{4})-?(\d{4,6})$/i;

const degrees = (most: number): z.ZodOptional<z.ZodNumber> => z.number().min(-most).max(most).optional();

const rowSchema = z.object({
  kinds: z
    .array(z.enum(hazardKinds.map(({ code }) => code)))
    .min(1)
    .max(5),
  grade: z.enum(hazardGrades.map(({ code }) => code)).optional(),
  words: z.string().max(2_000).default(''),
  where: z.string().max(200).default(''),
  area: z.string().max(60).default(''),
  ending: z.string().max(500).default(''),
  lat: degrees(90),
  lon: degrees(180),
});

/** Collects what is wrong with a row. */
class Faults {
  readonly list: RowFault[] = [];
  readonly #row: number;

  constructor(row: number) {
    this.#row = row;
  }

  add(column: HazardColumn, issue: RowFault['issue']): void {
    this.list.push({ row: this.#row, column, issue });
  }
}

/** Reads one hazard: what it is, where, whose, and its times on the zone's clocks. */
export function readHazardRow(
  cells: Cells<HazardColumn>,
  by: HazardLookUp,
): { row: HazardRow } | { faults: RowFault[] } {
  const faults = new Faults(cells.number);
  const parsed = rowSchema.safeParse(plainOf(cells), { reportInput: true });
  for (const issue of parsed.error === undefined ? [] : readFaults(parsed.error.issues))
    faults.add(issue.path[0] as HazardColumn, issue);
  const times = timesOf(cells, by, faults);
  const place = lookedUp(cells, 'place', (code) => by.place(code.toUpperCase()), faults);
  const owner = lookedUp(cells, 'owner', (callSign) => by.person(callSign), faults);
  if (!parsed.success || times === null || faults.list.length > 0) return { faults: faults.list };
  const { kinds, grade, words, where, area, ending, lat, lon } = parsed.data;
  const said = cells.text('number') ?? '';
  const own = ownNumber.exec(said);
  const number = own === null ? null : `H-${own[1] ?? ''}-${own[2] ?? ''}`;
  const placeWords = where === '' ? (place?.name ?? '') : where;
  const content = [kinds, words, place?.id ?? '', placeWords, times.reportedAt];
  return {
    row: {
      row: cells.number,
      number,
      key: number ?? JSON.stringify(said === '' ? content : [said, times.reportedAt]),
      kinds,
      grade: grade ?? null,
      words,
      placeId: place?.id ?? null,
      placeWords,
      area,
      position: lat === undefined || lon === undefined ? null : { lat, lon },
      ownerId: owner?.id ?? null,
      ...times,
      endWords: ending,
    },
  };
}

function plainOf(cells: Cells<HazardColumn>): Record<string, unknown> {
  const grade = cells.text('grade');
  return {
    kinds: codesNamed(hazardKinds, cells.text('kinds') ?? ''),
    grade: grade === undefined ? undefined : gradeNamed(grade),
    words: cells.text('words'),
    where: cells.text('where'),
    area: cells.text('area'),
    ending: cells.text('ending'),
    lat: cells.numeric('lat'),
    lon: cells.numeric('lon'),
  };
}

/** 一般 and 重大 are said without 隐患 too. */
function gradeNamed(said: string): string {
  return codeNamed(hazardGrades, said.endsWith('隐患') || /^[a-z]/i.test(said) ? said : `${said}隐患`);
}

function lookedUp<Found>(
  cells: Cells<HazardColumn>,
  column: 'place' | 'owner',
  find: (said: string) => Found | null,
  faults: Faults,
): Found | null {
  const value = cells.text(column);
  if (value === undefined) return null;
  const found = find(value);
  const code = column === 'place' ? 'unknown_place' : 'unknown_person';
  if (found === null) faults.add(column, { severity: 'error', path: [], code, value, nearest: null });
  return found;
}

type Times = Pick<HazardRow, 'reportedAt' | 'dueAt' | 'fixedAt' | 'closedAt'>;

function timesOf(cells: Cells<HazardColumn>, by: HazardLookUp, faults: Faults): Times | null {
  const moment = (column: HazardColumn, clock: string): Instant | null => {
    if (cells.text(column) === undefined) return null;
    const at = momentOf(cells.day(column), by.timeZone, clock);
    if (at === undefined) faults.add(column, { severity: 'error', path: [], code: 'expected', what: 'date' });
    return at ?? null;
  };
  if (cells.text('reported') === undefined) faults.add('reported', { severity: 'error', path: [], code: 'required' });
  const reportedAt = moment('reported', '00:00');
  const dueAt = moment('due', '23:59');
  const fixedAt = moment('fixed', '23:59');
  const closedAt = moment('closed', '23:59');
  if (isClosed(cells) && cells.text('closed') === undefined && fixedAt === null)
    faults.add('closed', { severity: 'error', path: [], code: 'required' });
  if (reportedAt === null) return null;
  if (reportedAt > by.now) faults.add('reported', { code: 'in_future' });
  for (const [column, at] of [
    ['due', dueAt],
    ['fixed', fixedAt],
    ['closed', closedAt],
  ] as const)
    if (at !== null && at < reportedAt) faults.add(column, { code: 'before_report' });
  const ended = closedAt ?? (isClosed(cells) ? fixedAt : null);
  return { reportedAt, dueAt, fixedAt: fixedAt ?? ended, closedAt: ended };
}

function isClosed(cells: Cells<HazardColumn>): boolean {
  return closedWords.has((cells.text('state') ?? '').toLowerCase());
}

/** The state that a row stands in: nobody is told of it one by one. */
export function stateOfRow({ closedAt, grade, ownerId, dueAt }: HazardRow): Hazard['state'] {
  if (closedAt !== null) return 'closed';
  if (grade === null) return 'reported';
  return ownerId !== null && dueAt !== null ? 'assigned' : 'graded';
}
