import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

/** One line of the table. */
export interface Line {
  what: string;
  measured: string;
  /** What the project promises; '' for what is only there to compare with. */
  wanted: string;
}

/** A line as the table has it. */
interface Row extends Line {
  /** When it was measured: "2026-11-23". */
  day: string;
}

const file = fileURLToPath(new URL('../docs/performance.md', import.meta.url));
const begin = '<!-- measured: npm run bench writes from here -->';
const end = '<!-- measured: to here -->';

/**
 * Puts the table and the facts of this machine between the marks of docs/performance.md. After a run of some parts `only`, the lines
 * of the others stay as they were, with their day.
 */
export async function writeReport(lines: readonly Line[], only: boolean): Promise<void> {
  const page = await readFile(file, 'utf8');
  const [before, rest] = page.split(begin);
  const [table, after] = rest?.split(end) ?? [];
  if (before === undefined || table === undefined || after === undefined)
    throw new Error('docs/performance.md has lost its marks');
  const day = new Date().toISOString().slice(0, 10);
  const measured = lines.map((line) => ({ ...line, day }));
  const rows = only ? renewed(rowsOf(table), measured) : measured;
  const written = `${before}${begin}\n\n${machine()}\n\n${drawn(rows)}\n\n${end}${after}`;
  await writeFile(file, await format(written, { ...(await resolveConfig(file)), filepath: file }));
}

function machine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown';
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `On ${processors.length} × ${model}, ${memory} GiB, Node ${process.versions.node}, ${process.platform}.`;
}

function drawn(rows: readonly Row[]): string {
  const cells = rows.map(({ what, measured, wanted, day }) => `| ${what} | ${measured} | ${wanted} | ${day} |`);
  return ['| what | measured | promised | on |', '| --- | --- | --- | --- |', ...cells].join('\n');
}

/** The rows of a table that was drawn before. */
function rowsOf(table: string): Row[] {
  const [, , ...rows] = table.split('\n').filter((line) => line.startsWith('|'));
  return rows.map((row) => {
    const [, what = '', measured = '', wanted = '', day = ''] = row.split('|').map((cell) => cell.trim());
    return { what, measured, wanted, day };
  });
}

/** Each new row in the place of the old one of its name, or at the end. */
function renewed(old: readonly Row[], measured: readonly Row[]): Row[] {
  const isNew = ({ what }: Row) => !old.some((row) => row.what === what);
  return [...old.map((row) => measured.find(({ what }) => what === row.what) ?? row), ...measured.filter(isNew)];
}
