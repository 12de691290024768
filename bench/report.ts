import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';

/** One line of the table. */
export interface Line {
  what: string;
  measured: string;
  /** What the project promises; '' for what is only there to compare with. */
  wanted: string;
}

const file = new URL('../docs/performance.md', import.meta.url);
const begin = '<!-- measured: npm run bench writes from here -->';
const end = '<!-- measured: to here -->';

/** Puts the table and the facts of this machine between the marks of docs/performance.md. */
export async function writeReport(lines: readonly Line[]): Promise<void> {
  const page = await readFile(file, 'utf8');
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error('docs/performance.md has lost its marks');
  await writeFile(file, `${before}${begin}\n\n${machine()}\n\n${table(lines)}\n\n${end}${after}`);
}

function machine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown';
  const memory = Math.round(totalmem() / 1024 ** 3);
  const day = new Date().toISOString().slice(0, 10);
  return `Measured ${day} on ${processors.length} × ${model}, ${memory} GiB, Node ${process.versions.node}, ${process.platform}.`;
}

function table(lines: readonly Line[]): string {
  const rows = lines.map(({ what, measured, wanted }) => `| ${what} | ${measured} | ${wanted} |`);
  return ['| what | measured | promised |', '| --- | --- | --- |', ...rows].join('\n');
}
