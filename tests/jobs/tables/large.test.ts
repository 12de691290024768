import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { workbookOf } from '../../support/zip.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tables-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('50,000 rows whose words are all their own take less than 300 MB', async () => {
  const shared: string[] = [];
  const rows: string[] = [];
  for (let row = 1; row <= 50_000; row += 1) {
    const cells = Array.from({ length: 6 }, (_, column) => {
      shared.push(`<t>第${String(row)}行第${String(column)}列的一段话</t>`);
      return `<c t="s"><v>${String(shared.length - 1)}</v></c>`;
    });
    rows.push(`<row r="${String(row)}">${cells.join('')}<c><v>${String(row)}</v></c></row>`);
  }
  const path = join(folder, 'large.xlsx');
  await writeFile(path, workbookOf(rows.join(''), shared));
  const reader = fileURLToPath(new URL('./read-large.ts', import.meta.url));
  const stdout = execFileSync(process.execPath, [reader, path], { timeout: 60_000, encoding: 'utf8' });
  const read = JSON.parse(stdout) as { rows: number; megabytes: number };
  expect(read.rows).toBe(50_000);
  expect(read.megabytes).toBeLessThan(300);
}, 90_000);
