import { LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { ZonePath } from '../../core/zone/fault.ts';
import { plainData, YamlRefusal } from './plain-data.ts';
import { runAt, takeRows, type RowRun } from './row-runs.ts';
import { seek } from './seek.ts';
import type { LocatedYamlFault, Spot, YamlFault } from './yaml-fault.ts';

/** YAML at large costs about half a second and 150 MB for each megabyte; rows as the export writes them next to nothing. */
const freeFormLimit = 4_000_000;
const fileLimit = 32_000_000;

/** The plain data of a YAML file and where each part of it stands. */
export type YamlReading = { ok: true; data: unknown; locate: Locate } | { ok: false; fault: LocatedYamlFault };

/**
 * Where a path stands: its value's beginning, or with `key` the beginning of its name. What is not there is looked for in
 * what should hold it.
 */
export type Locate = (path: ZonePath, part?: 'key' | 'value') => Spot;

function parse(text: string): { document: Document.Parsed; lines: LineCounter } {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    // Our own walk looks for these, in linear time.
    uniqueKeys: false,
    // `phone: 057985550101` is text: as a number it would lose its zero.
    customTags: (tags) => [
      { tag: 'tag:yaml.org,2002:str', default: true, test: /^[-+]?0\d+$/, resolve: (digits: string) => digits },
      ...tags,
    ],
  });
  return { document, lines };
}

/** The first complaint of the YAML reader in our words. */
function syntaxFault(document: Document.Parsed): { fault: YamlFault; offset: number } | null {
  const error = document.errors[0] ?? document.warnings[0];
  if (error === undefined) return null;
  const offset = error.pos[0];
  if (error.code === 'RESOURCE_EXHAUSTION') return { fault: { code: 'too_deep' }, offset };
  if (error.code === 'TAB_AS_INDENT') return { fault: { code: 'tab' }, offset };
  if (error.code === 'MULTIPLE_DOCS') return { fault: { code: 'several_documents' }, offset };
  return { fault: { code: 'syntax', detail: error.message.split('\n')[0] ?? error.code }, offset };
}

const spotOf = (lines: LineCounter, offset: number): Spot => {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
};

/** Reads what is left after the rows were taken out. Null: a marker stood where no list item was, as in a block of text. */
function readRest(rest: string, runs: readonly RowRun[]): YamlReading | null {
  const { document, lines } = parse(rest);
  const refuse = (fault: YamlFault, offset: number): YamlReading => ({
    ok: false,
    fault: { ...fault, at: spotOf(lines, offset) },
  });
  const syntax = syntaxFault(document);
  if (syntax !== null) return refuse(syntax.fault, syntax.offset);
  if (document.contents === null) return refuse({ code: 'empty' }, 0);
  const placed = new Set<RowRun>();
  const substitute = (item: Node): readonly object[] | undefined => {
    const run = runAt(runs, item);
    if (run !== undefined) placed.add(run);
    return run?.values;
  };
  try {
    const data = plainData(document, substitute);
    return placed.size === runs.length ? { ok: true, data, locate: locator(document, lines, runs) } : null;
  } catch (error) {
    if (error instanceof YamlRefusal) return refuse(error.fault, error.offset);
    throw error;
  }
}

function locator(document: Document.Parsed, lines: LineCounter, runs: readonly RowRun[]): Locate {
  return (path, part = 'value') => {
    const found = seek(document.contents, path, part, (item) => runAt(runs, item)?.values.length);
    const run = runAt(runs, found.node);
    const [index, ...rest] = found.rest;
    if (run === undefined || typeof index !== 'number') return spotOf(lines, found.offset);
    const inRow = seek(parse(run.texts[index] ?? '').document.contents, rest, part);
    return { line: run.line + index, column: run.column + inRow.offset };
  };
}

const top: Spot = { line: 1, column: 1 };
const tooLarge = (length: number, limit: number): YamlReading => {
  const megabytes = Math.round(length / 100_000) / 10;
  return { ok: false, fault: { code: 'too_large', megabytes, limit: limit / 1_000_000, at: top } };
};

/**
 * Reads a YAML file: UTF-8 with or without a byte order mark, any line ends, one document. Rows as `zone export` writes
 * them take the short way through JSON; everything else is YAML 1.2 proper.
 */
export function readYaml(bytes: Uint8Array): YamlReading {
  if (bytes.length > fileLimit) return tooLarge(bytes.length, fileLimit);
  const text = decode(bytes);
  if (text === null) return { ok: false, fault: { code: 'not_utf8', at: top } };
  const { rest, runs } = takeRows(text);
  if (rest.length > freeFormLimit) return tooLarge(rest.length, freeFormLimit);
  return readRest(rest, runs) ?? readWhole(text);
}

function readWhole(text: string): YamlReading {
  if (text.length > freeFormLimit) return tooLarge(text.length, freeFormLimit);
  const reading = readRest(text, []);
  if (reading === null) throw new Error('a reading without rows always ends');
  return reading;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
