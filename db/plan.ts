import type { Query } from 'drizzle-orm/sql';
import type { Table } from 'drizzle-orm/table';
import { Column, entityKind, getTableName, is, Param, Placeholder, SQL } from './drizzle.ts';

/** One selected value, as drizzle's query builders hand it over: where it goes and what decodes it. */
interface SelectedField {
  path: string[];
  field: unknown;
}

/** What is left of a query builder once it is prepared: SQL text, parameters and the shape of its rows. */
export interface Prepared {
  query: Query;
  /** Undefined: the statement returns no rows, only how many it changed. */
  fields: readonly SelectedField[] | undefined;
  /** Joined tables that may be missing from a row (`false`) or never are (`true`). */
  joinsNotNullableMap?: Record<string, boolean> | undefined;
}

/** Values by name; or rows of them, where a stand-in's name says which row it means: `3.dueAt`. */
export type GivenValues = Readonly<Record<string, unknown>> | readonly object[];

type Bind = (given: GivenValues) => unknown;
type Decode = (value: unknown) => unknown;
type MapRow = (row: readonly unknown[]) => unknown;

/**
 * A query compiled once: how to bind its values and how to shape its rows. drizzle does both anew, by looking up classes,
 * on every call; here that is done once per query and what remains is a loop.
 */
export interface Plan {
  /** Unique in this process; PostgreSQL keeps the statement under this name on each connection. '' for one-off queries. */
  readonly name: string;
  readonly sql: string;
  readonly binds: readonly Bind[];
  /** Undefined: the statement returns no rows, only how many it changed. */
  readonly mapRow: MapRow | undefined;
  /** The table that it writes; null: it only reads. */
  readonly writes: string | null;
}

/** Compiles what a query builder prepared. */
export function compile(name: string, prepared: Prepared): Plan {
  return {
    name,
    sql: prepared.query.sql,
    binds: prepared.query.params.map(bindOf),
    mapRow: prepared.fields && rowMapper(prepared.fields, prepared.joinsNotNullableMap),
    writes: tableWritten(prepared.query.sql),
  };
}

function tableWritten(text: string): string | null {
  return /(?:^|\) )(?:insert into|update|delete from) "(\w+)"/.exec(text)?.[1] ?? null;
}

/** The values of a plan's parameters, in order, as the driver takes them. */
export function bindAll(plan: Plan, values: GivenValues): unknown[] {
  const bound = new Array<unknown>(plan.binds.length);
  for (let i = 0; i < bound.length; i += 1) bound[i] = plan.binds[i]?.(values);
  return bound;
}

function bindOf(param: unknown): Bind {
  if (is(param, Placeholder)) return valueOf(param.name);
  if (is(param, Param) && is(param.value, Placeholder)) {
    const read = valueOf(param.value.name);
    const { encoder } = param;
    if (encoderFunction(encoder) === plainEncoder) return read;
    return (values) => {
      const value = read(values);
      return value === null ? null : clean(encoder.mapToDriverValue(value));
    };
  }
  const constant = clean(param);
  return () => constant;
}

function valueOf(name: string): Bind {
  const row = /^(\d+)\.(.*)$/.exec(name);
  const read: Bind =
    row === null
      ? (given) => (given as Readonly<Record<string, unknown>>)[name]
      : columnOf(Number(row[1]), row[2] ?? '');
  return (given) => {
    const value = read(given);
    if (value === undefined) throw new Error(`The query needs a value for "${name}"`);
    return clean(value);
  };
}

function columnOf(row: number, name: string): Bind {
  return (given) => (given as readonly Readonly<Record<string, unknown>>[])[row]?.[name];
}

/** PostgreSQL refuses the character NUL in text and SQLite's functions stop at it, so neither ever stores one. */
function clean(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
}

function rowMapper(fields: readonly SelectedField[], joins: Record<string, boolean> | undefined): MapRow {
  const columns = fields.map(({ path: [outer = '', inner], field }) => ({ outer, inner, decode: decoderOf(field) }));
  return columns.every(({ inner }) => inner === undefined)
    ? flatMapper(columns)
    : nestedMapper(columns, missable(fields, joins ?? {}));
}

type MappedColumn = { outer: string; inner: string | undefined; decode: Decode | undefined };

function flatMapper(columns: readonly MappedColumn[]): MapRow {
  return (row) => {
    const shaped: Record<string, unknown> = {};
    for (let i = 0; i < columns.length; i += 1) {
      const column = columns[i];
      if (column) shaped[column.outer] = decoded(row[i], column.decode);
    }
    return shaped;
  };
}

/** Rows of joins: one object per table, null where an outer join found nothing. */
function nestedMapper(columns: readonly MappedColumn[], missableOnes: ReadonlySet<string>): MapRow {
  return (row) => {
    const shaped: Record<string, unknown> = {};
    const missing = new Set(missableOnes);
    for (const [i, { outer, inner, decode }] of columns.entries()) {
      const value = decoded(row[i], decode);
      if (inner === undefined) shaped[outer] = value;
      else ((shaped[outer] ??= {}) as Record<string, unknown>)[inner] = value;
      if (value !== null) missing.delete(outer);
    }
    for (const name of missing) shaped[name] = null;
    return shaped;
  };
}

/** The objects of a row whose whole table an outer join may leave out. */
function missable(fields: readonly SelectedField[], joins: Record<string, boolean>): Set<string> {
  const nested = fields.filter(({ path, field }) => path.length > 1 && is(field, Column));
  return new Set(
    nested
      .filter(({ field }) => joins[getTableName((field as { table: Table }).table)] === false)
      .map(({ path }) => path[0] ?? ''),
  );
}

function decoded(value: unknown, decode: Decode | undefined): unknown {
  return value === null || decode === undefined ? value : decode(value);
}

/** Undefined where the driver's value is already the right one, which is most columns. */
function decoderOf(field: unknown): Decode | undefined {
  if (is(field, Column)) {
    return decoderFunction(field) === plainDecoder ? undefined : (value) => field.mapFromDriverValue(value);
  }
  const aliased = is(field, SQL.Aliased) ? field.sql : field;
  if (!is(aliased, SQL)) throw new Error(`A query selects something that cannot be decoded: ${entityNameOf(field)}`);
  const { decoder } = aliased as unknown as { decoder: { mapFromDriverValue: Decode } };
  return (value) => decoder.mapFromDriverValue(value);
}

/** A column's own decoder, or the one that all columns without one share. */
function decoderFunction(column: object): unknown {
  return Reflect.get(column, 'mapFromDriverValue');
}

function encoderFunction(encoder: object): unknown {
  return Reflect.get(encoder, 'mapToDriverValue');
}

const plainEncoder: unknown = Reflect.get(Column.prototype, 'mapToDriverValue');
const plainDecoder: unknown = Reflect.get(Column.prototype, 'mapFromDriverValue');

function entityNameOf(field: unknown): string {
  const kind = (field as { constructor?: Record<symbol, unknown> } | null)?.constructor?.[entityKind];
  return typeof kind === 'string' ? kind : typeof field;
}
