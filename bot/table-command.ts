import type { Clock } from '../core/clock.ts';
import type { Ids } from '../core/ids.ts';
import type { Store, Tx } from '../core/ports/store.ts';
import { enterpriseColumns, readEnterprise, type EnterpriseRow } from '../core/table/enterprises.ts';
import { hazardColumns, readHazardRow, type HazardLookUp, type HazardRow } from '../core/table/hazards.ts';
import { ownerColumns, ownersBeside, readOwner, type OwnerColumn } from '../core/table/owners.ts';
import { noTwo, readRows, type ReadTable } from '../core/table/read-rows.ts';
import {
  TableFileError,
  tableNames,
  type Cell,
  type Cells,
  type Column,
  type TableName,
  type TableRow,
} from '../core/table/table.ts';
import { storedHazardRules, storedProfile, storedTiming } from '../core/zone/stored.ts';
import { exportTable } from '../handlers/table/export-table.ts';
import { importEnterprises } from '../handlers/table/import-enterprises.ts';
import { importHazards } from '../handlers/table/import-hazards.ts';
import { importOwners } from '../handlers/table/import-owners.ts';
import type { TableSummary } from '../handlers/table/import-summary.ts';
import type { Work, ZoneFacts } from '../handlers/work.ts';
import { tableEn } from './texts/table-en.ts';
import type { TableTexts } from './texts/table-texts.ts';
import { tableZh } from './texts/table-zh.ts';
import type { ExitCode, OpenStore } from './zone-command.ts';

/** What the command line of tables needs of the world. */
export interface TableCommandIo {
  out: (line: string) => void;
  err: (line: string) => void;
  /** @throws TableFileError, or an error with `code`, as of node:fs */
  readTable: (path: string) => AsyncIterable<TableRow>;
  /** Replaces the file as a whole. @throws an error with `code`, as of node:fs */
  writeTable: (path: string, name: string, rows: AsyncIterable<readonly Cell[]>) => Promise<void>;
  /** SHA-256 of a text, hexadecimal. */
  hash: (text: string) => string;
  clock: Clock;
  ids: Ids;
}

/** So many refused cells are shown; a person mends these first. */
const shownFaults = 200;

interface Run {
  io: TableCommandIo;
  texts: TableTexts;
  table: TableName;
  file: string;
  openStore: OpenStore;
}

/** `table export|import enterprises|hazards|owners FILE [--lang zh|en]`, without its first word. */
export async function runTableCommand(
  args: readonly string[],
  io: TableCommandIo,
  openStore: OpenStore,
): Promise<ExitCode> {
  const words = args.filter((arg, at) => !arg.startsWith('--lang') && args[at - 1] !== '--lang');
  const said = args.find((arg) => arg.startsWith('--lang='))?.slice(7) ?? args[args.indexOf('--lang') + 1];
  const texts = args.some((arg) => arg.startsWith('--lang')) && said === 'zh' ? tableZh : tableEn;
  const [verb, name, file = '', ...rest] = words;
  const table = tableNames.find((one) => one === name);
  if ((verb !== 'import' && verb !== 'export') || table === undefined || file === '' || rest.length > 0) {
    for (const line of texts.usage) io.err(line);
    return 2;
  }
  if (!/\.(xlsx|csv)$/i.test(file)) {
    io.err(texts.fileKind);
    return 2;
  }
  const run = { io, texts, table, file, openStore };
  return verb === 'import' ? runImport(run) : runExport(run);
}

/** The zone as handlers take it; null before the first import of a zone file. */
async function zoneOf({ read }: Store): Promise<ZoneFacts | null> {
  const profile = await storedProfile(read.settings);
  if (profile === null) return null;
  const { name, timeZone } = profile;
  return {
    name,
    timeZone,
    timing: await storedTiming(read.settings),
    hazards: await storedHazardRules(read.settings),
    places: await read.places.all(),
  };
}

async function runExport({ io, texts, table, file, openStore }: Run): Promise<ExitCode> {
  const store = await openStore('read');
  try {
    const zone = await zoneOf(store);
    if (zone === null) {
      io.err(texts.noZoneYet);
      return 1;
    }
    let rows = -1;
    const { timeZone } = zone;
    const { language, state } = texts;
    async function* counted(): AsyncGenerator<readonly Cell[]> {
      for await (const row of exportTable(store.read, table, { language, timeZone, state })) {
        rows += 1;
        yield row;
      }
    }
    await io.writeTable(file, texts.name[table], counted());
    io.out(texts.exported(file, rows));
    return 0;
  } catch (error) {
    if (!hasCode(error)) throw error;
    io.err(texts.notWritable(file, error.code));
    return 1;
  } finally {
    await store.close();
  }
}

/** What a table's file came to, and what brings its rows in. */
interface Loaded {
  columns: readonly Column[];
  read: ReadTable<unknown>;
  bringIn: (work: Work) => Promise<TableSummary>;
}

async function runImport(run: Run): Promise<ExitCode> {
  const { io, texts, file } = run;
  const store = await run.openStore('write');
  try {
    const zone = await zoneOf(store);
    if (zone === null) {
      io.err(texts.noZoneYet);
      return 1;
    }
    const { columns, read, bringIn } = await load(run, store, zone);
    if (!isGood(run, columns, read)) return 1;
    const work = (tx: Tx): Work => ({
      tx,
      now: io.clock.now(),
      ids: io.ids,
      zone,
      can: () => ({ react: false, edit: false }),
      keepPrivate: () => undefined,
      notify: (word) => store.notify(word),
    });
    const { added, changed, unchanged } = await store.transaction((tx) => bringIn(work(tx)));
    io.out(texts.imported(file, added, changed, unchanged));
    return 0;
  } catch (error) {
    if (error instanceof TableFileError) io.err(`${file}: ${texts.unreadable({ code: error.code }, [])}`);
    else if (hasCode(error)) io.err(texts.notReadable(file, error.code));
    else throw error;
    return 1;
  } finally {
    await store.close();
  }
}

async function load({ io, table, file }: Run, { read }: Store, zone: ZoneFacts): Promise<Loaded> {
  const places = new Map(zone.places.map((place) => [place.code.toUpperCase(), place]));
  const rows = io.readTable(file);
  if (table === 'enterprises') {
    const columns = enterpriseColumns;
    const known = (code: string | undefined) => places.get(code?.toUpperCase() ?? '') ?? null;
    const found = await readRows(rows, {
      columns,
      read: (cells) => readEnterprise(cells, known(cells.text('code'))),
      beside: noTwo<EnterpriseRow>('code', ({ code }) => code),
    });
    return { columns, read: found, bringIn: (work) => importEnterprises(work, found.rows) };
  }
  if (table === 'owners') {
    const columns = ownerColumns;
    const read = (cells: Cells<OwnerColumn>) => readOwner(cells, (code) => places.has(code));
    const found = await readRows(rows, { columns, read, beside: ownersBeside });
    return { columns, read: found, bringIn: (work) => importOwners(work, found.rows) };
  }
  const people = new Map((await read.people.all()).map((person) => [person.callSign ?? '', person]));
  const by: HazardLookUp = {
    timeZone: zone.timeZone,
    now: io.clock.now(),
    place: (code) => places.get(code) ?? null,
    person: (callSign) => people.get(callSign) ?? null,
  };
  const columns = hazardColumns;
  const found = await readRows(rows, {
    columns,
    read: (cells) => readHazardRow(cells, by),
    beside: noTwo<HazardRow>('number', ({ key }) => key),
  });
  return { columns, read: found, bringIn: (work) => importHazards(work, found.rows, io.hash) };
}

/** Says what is wrong with a file; true: nothing is. */
function isGood({ io, texts, file }: Run, columns: readonly Column[], read: ReadTable<unknown>): boolean {
  const heading = (key: string): string => columns.find((column) => column.key === key)?.[texts.language] ?? key;
  if (read.fault !== null) {
    const needed = columns.filter(({ need }) => need === true).map(({ key }) => key);
    const { fault } = read;
    const keys = 'columns' in fault ? fault.columns : 'column' in fault ? [fault.column] : needed;
    io.err(`${file}: ${texts.unreadable(fault, keys.map(heading))}`);
    return false;
  }
  for (const { row, column, issue } of read.faults.slice(0, shownFaults))
    io.err(texts.fault(row, column === '' ? '' : heading(column), issue));
  if (read.faults.length > shownFaults) io.err(texts.more(read.faults.length - shownFaults));
  if (read.refused > 0) io.err(texts.refused(file, read.rows.length + read.refused, read.refused));
  else if (read.rows.length === 0) io.err(texts.empty(file));
  return read.refused === 0 && read.rows.length > 0;
}

const hasCode = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code);
