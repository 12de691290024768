import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TableFileError, type Cell, type TableRow } from '../../../core/table/table.ts';
import { readTable } from '../../../jobs/tables/read-table.ts';
import { writeTable } from '../../../jobs/tables/write-table.ts';
import { workbookOf, zipOf } from '../../support/zip.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tables-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function rowsOf(name: string, bytes: Uint8Array | string): Promise<TableRow[]> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return Array.fromAsync(readTable(path));
}

async function* each(rows: readonly Cell[][]): AsyncGenerator<Cell[]> {
  for (const row of rows) yield await Promise.resolve(row);
}

const said = '编号,名称\r\nQY-1,"永固, ""五金""\n二厂"\r\n';
const heard = [
  { number: 1, cells: ['编号', '名称'] },
  { number: 2, cells: ['QY-1', '永固, "五金"\n二厂'] },
];

describe('a CSV file', () => {
  it('is read in UTF-8 with its mark and without', async () => {
    expect(await rowsOf('a.csv', said)).toEqual(heard);
    expect(await rowsOf('b.csv', `\uFEFF${said}`)).toEqual(heard);
  });

  it('is read in GB18030, as Excel writes it in Chinese', async () => {
    // 编号,名称 / QY-1,永固
    const bytes = Uint8Array.from([
      0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0d, 0x0a, 0x51, 0x59, 0x2d, 0x31, 0x2c, 0xd3, 0xc0, 0xb9,
      0xcc, 0x0d, 0x0a,
    ]);
    expect(await rowsOf('g.csv', bytes)).toEqual([
      { number: 1, cells: ['编号', '名称'] },
      { number: 2, cells: ['QY-1', '永固'] },
    ]);
  });

  it('may be parted by semicolons or tabs, and have empty lines at its end', async () => {
    const want = [
      ['编号', '名称'],
      ['QY-1', '永固'],
    ];
    for (const mark of [';', '\t']) {
      const rows = await rowsOf('s.csv', `编号${mark}名称\nQY-1${mark}永固\n${mark}\n\n`);
      expect(rows.map(({ cells }) => cells)).toEqual(want);
    }
  });

  it('that is none is refused', async () => {
    await expect(rowsOf('x.csv', Uint8Array.from([0, 1, 2, 0xff, 0xfe, 0]))).rejects.toThrow(TableFileError);
  });
});

describe('a workbook', () => {
  it('gives the first sheet’s cells where they stand, shared, inline, rich and of formulas', async () => {
    const sheet = `
      <row r="1"><c r="A1" t="s"><v>0</v></c></row>
      <row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3"><v>45983.5</v></c></row>
      <row r="4"><c t="inlineStr"><is><r><t>一</t></r><r><t>二</t></r></is></c><c t="str"><f>1+1</f><v>二</v></c><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c></row>
      <row r="900"><c r="A900" s="3"/><c r="B900" t="s"/></row>`;
    const shared = [
      '<t>企业表</t>',
      '<r><t xml:space="preserve">永固 </t></r><r><t>&lt;五金&gt;</t></r><rPh sb="0" eb="1"><t>よみ</t></rPh>',
    ];
    expect(await rowsOf('a.xlsx', workbookOf(sheet, shared))).toEqual([
      { number: 1, cells: ['企业表'] },
      { number: 3, cells: ['永固 <五金>', null, 45983.5] },
      { number: 4, cells: ['一二', '二', null, '1'] },
    ]);
  });

  it.each([
    ['no archive', Buffer.from('编号,名称')],
    ['an archive of something else', zipOf({ 'word/document.xml': '<w/>' })],
    ['broken inside', workbookOf('<row r="1"><c></row>')],
    ['one with entities of its own', zipOf({ 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' })],
  ])('that is %s is refused', async (_what, bytes) => {
    await expect(rowsOf('x.xlsx', bytes)).rejects.toThrow(TableFileError);
  });
});

describe('what is written', () => {
  const rows: Cell[][] = [
    ['编号', '名称', '纬度'],
    ['QY-1', '=cmd|"/c calc"!A1', 28.9],
    ['QY-2', '+86 138', null],
    ['QY-3', "'@x, y", -1],
  ];

  it.each(['a.xlsx', 'a.csv'])('to %s runs nothing and comes back as it was', async (name) => {
    const path = join(folder, name);
    await writeTable(path, '企业', each(rows));
    const read = await Array.fromAsync(readTable(path));
    expect(read.map(({ cells }) => cells.slice(0, 2))).toEqual([
      ['编号', '名称'],
      ['QY-1', `'=cmd|"/c calc"!A1`],
      ['QY-2', "'+86 138"],
      ['QY-3', "'@x, y"],
    ]);
  });

  it('has columns as wide as what stands in them, and no wider than one can read', async () => {
    const path = join(folder, 'w.xlsx');
    await writeTable(
      path,
      '11月',
      each([
        ['队伍', '姓名', '小时'],
        ['东片夜巡联防队', '李梅', 36.5],
        ['长'.repeat(200), '王', 1],
      ]),
    );
    const { readXlsx } = await import('hucre/xlsx');
    const [sheet] = (await readXlsx(await readFile(path))).sheets;
    const [team, who, hours] = (sheet?.columns ?? []).map(({ width }) => width ?? 0);
    expect(team).toBe(48);
    expect(who).toBeLessThan(12);
    expect(hours).toBeGreaterThanOrEqual(6);
  });

  it('begins with the mark that Excel needs, and leaves nothing half-written', async () => {
    const path = join(folder, 'a.csv');
    await writeTable(path, '企业', each(rows));
    expect((await readFile(path)).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    async function* broken(): AsyncGenerator<Cell[]> {
      yield await Promise.resolve(['编号']);
      throw new Error('gone');
    }
    await expect(writeTable(join(folder, 'b.csv'), '企业', broken())).rejects.toThrow('gone');
    await expect(readFile(join(folder, 'b.csv'))).rejects.toThrow('ENOENT');
    await expect(readFile(join(folder, 'b.csv.new'))).rejects.toThrow('ENOENT');
  });
});
