import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runTableCommand } from '../../bot/table-command.ts';
import { loadZone } from '../../bot/zone/load-zone.ts';
import { zoneFileEn } from '../../bot/texts/zone-file-en.ts';
import { importZone } from '../../handlers/people/import-zone.ts';
import { readTable } from '../../jobs/tables/read-table.ts';
import { writeTable } from '../../jobs/tables/write-table.ts';
import { storedHazardRules } from '../../core/zone/stored.ts';
import { countingIds } from '../support/ids.ts';
import { eachEngine, type TestDatabase } from '../support/stores.ts';
import { noon, smallZone } from '../support/zone-file.ts';
import { workbookOf } from '../support/zip.ts';

let folder = '';
const ids = countingIds();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tables-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs the command on files of the folder; the test's own store stays open. */
async function run({ store }: TestDatabase, args: string): Promise<{ code: number; screen: string[] }> {
  const screen: string[] = [];
  const line = (words: string): void => void screen.push(words.replaceAll(`${folder}/`, ''));
  const words = args.split(' ').map((word) => (/\.(xlsx|csv)$/.test(word) ? join(folder, word) : word));
  const open = {
    ...store,
    transaction: store.transaction.bind(store),
    notify: () => {},
    close: () => Promise.resolve(),
  };
  const io = { out: line, err: line, readTable, writeTable, clock: { now: () => noon }, ids };
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  const code = await runTableCommand(words, { ...io, hash }, () =>
    Promise.resolve({ ...open, read: store.read, listen: store.listen.bind(store) }),
  );
  return { code, screen };
}

async function zoneIn({ store }: TestDatabase): Promise<void> {
  const loaded = loadZone(new TextEncoder().encode(smallZone), noon, zoneFileEn);
  if (!loaded.ok) throw new Error('the small zone is not well');
  await store.transaction((tx) => importZone({ tx, now: noon, ids }, loaded.zone, 'small', null));
}

const file = (name: string, words: string | Uint8Array): Promise<void> => writeFile(join(folder, name), words);

const enterprises = `企业名单,,,
编号,企业名称（必填）,联系人,联系电话,颜色,L,E,C,特点,没人要的列
QY-7001,永固五金,王厂长,0579-8888-0000,红色,,,,氨、喷涂,x
QY-7002,'=HYPERLINK,,,,3,6,15,,
`;

describe('the table command', () => {
  eachEngine((database) => {
    test('brings enterprises in, twice without a change, and writes them as they were', async () => {
      await zoneIn(database);
      await file('e.csv', enterprises);
      const first = await run(database, 'import enterprises e.csv --lang zh');
      expect(first).toEqual({ code: 0, screen: ['e.csv：新增 2，修改 0，不变 0'] });
      const place = await database.store.read.places.byCode('QY-7001');
      expect(place).toMatchObject({
        kind: 'enterprise',
        details: { colour: 'red', contact: { name: '王厂长', phone: '0579-8888-0000' }, tags: ['氨', '喷涂'] },
      });
      const other = await database.store.read.places.byCode('QY-7002');
      expect(other).toMatchObject({
        name: '=HYPERLINK',
        details: { lec: { likelihood: 3, exposure: 6, consequence: 15 } },
      });
      for (const name of ['out.xlsx', 'out.csv']) {
        expect((await run(database, `export enterprises ${name} --lang zh`)).code).toBe(0);
        const again = await run(database, `import enterprises ${name}`);
        expect(again.screen).toEqual([expect.stringContaining('0 added, 0 changed')]);
      }
      expect(await readFile(join(folder, 'out.csv'), 'utf8')).toContain("'=HYPERLINK");
    });

    test('a missing column leaves what is there, an empty cell empties it', async () => {
      await zoneIn(database);
      await file('e.csv', enterprises);
      await run(database, 'import enterprises e.csv');
      await file('f.csv', 'Code,Name,Tags\nQY-7001,永固五金厂,\n');
      expect((await run(database, 'import enterprises f.csv')).screen).toEqual([
        'f.csv: 0 added, 1 changed, 0 as they were',
      ]);
      const { name, details } = (await database.store.read.places.byCode('QY-7001')) ?? {};
      expect({ name, details }).toEqual({
        name: '永固五金厂',
        details: { colour: 'red', contact: { name: '王厂长', phone: '0579-8888-0000' } },
      });
    });

    test('one wrong row and nothing is imported; each is named with its column', async () => {
      await zoneIn(database);
      await file('e.csv', `${enterprises}QY-7003,甲,,12,紫,,,,,\nQY-7001,乙,,,,,,,,\n,丙,,,,2,6,15,,\n`);
      const { code, screen } = await run(database, 'import enterprises e.csv --lang zh');
      expect(code).toBe(1);
      expect(screen).toEqual([
        expect.stringContaining('第 5 行“联系电话”：这里要写电话号码'),
        expect.stringContaining('第 5 行“风险颜色”：紫 不在可选范围：红、橙、黄、蓝'),
        '第 6 行“编号”：和第 3 行重复，请删掉一行',
        '第 7 行“编号”：没有填',
        expect.stringContaining('第 7 行“L可能性”：这里要写三个数'),
        'e.csv：5 行里有 3 行要改，一行也没有导入。改好后再导入就行',
      ]);
      expect(await database.store.read.places.byCode('QY-7001')).toBeNull();
    });

    test('hazards of a workbook with a merged title, numbers as text, days as numbers and empty rows', async () => {
      await zoneIn(database);
      await file('e.csv', enterprises);
      await run(database, 'import enterprises e.csv');
      const { callSign } = (await database.store.read.people.all()).find((person) => person.callSign !== null) ?? {};
      const cells = (row: number, values: readonly (string | number)[]): string =>
        `<row r="${String(row)}">${values
          .map((value) =>
            typeof value === 'number'
              ? `<c><v>${String(value)}</v></c>`
              : `<c t="inlineStr"><is><t>${value}</t></is></c>`,
          )
          .join('')}</row>`;
      const sheet = [
        cells(1, ['2026年10月隐患台账']),
        cells(2, ['序号', '隐患类别', '等级', '隐患描述', '企业编号', '发现时间', '整改期限', '责任人', '销号时间']),
        cells(3, [1, '消防设施', '一般', '灭火器过期', 'qy-7001', 46310.4375, '2026/12/15', callSign ?? '', '']),
        cells(4, ['2', '消防设施、电气线路', '重大', '乱拉线', 'QY-7002', '46311', '', '', '2026年10月20日']),
        cells(5, ['', '', '', '', '', '', '', '', '']),
      ].join('');
      await file('h.xlsx', workbookOf(`${sheet}<row r="9000"><c r="A9000"/></row>`));
      expect(await run(database, 'import hazards h.xlsx --lang zh')).toEqual({
        code: 0,
        screen: ['h.xlsx：新增 2，修改 0，不变 0'],
      });
      const [newer, older] = await database.store.read.hazards.list({}, 5, null);
      expect(older).toMatchObject({
        state: 'assigned',
        grade: 'ordinary',
        words: '灭火器过期',
        placeWords: '永固五金',
      });
      expect(new Date(older?.reportedAt ?? 0).toISOString()).toBe('2026-10-15T02:30:00.000Z');
      expect(new Date(older?.dueAt ?? 0).toISOString()).toBe('2026-12-15T09:30:00.000Z');
      expect(newer).toMatchObject({
        state: 'closed',
        grade: 'major',
        outcome: 'resolved',
        kinds: ['fire_equipment', 'electrical'],
      });

      expect((await run(database, 'import hazards h.xlsx')).screen).toEqual([
        'h.xlsx: 0 added, 0 changed, 2 as they were',
      ]);
      for (const name of ['out.xlsx', 'out.csv']) {
        await run(database, `export hazards ${name}`);
        expect((await run(database, `import hazards ${name}`)).screen).toEqual([
          `${name}: 0 added, 0 changed, 2 as they were`,
        ]);
      }
      expect(await readFile(join(folder, 'out.csv'), 'utf8')).toContain('2026-10-15 10:30');
    });

    test('a cell is asked for what stands in a cell: names of kinds, one number, its bounds', async () => {
      await zoneIn(database);
      await file('h.csv', '类型,上报时间,纬度,经度\n飞碟,2026-01-01,,\n消防设施,2026-01-01,91,东经\n');
      const hazards = (await run(database, 'import hazards h.csv --lang zh')).screen;
      expect(hazards[0]).toContain('疏散通道堵塞、消防设施');
      expect(hazards.slice(1, 3)).toEqual(['第 3 行“纬度”：最大 90', '第 3 行“经度”：这里要写数字']);
      await file('e.csv', '编号,名称,纬度,经度\nQY-7009,己,北纬,120\n');
      const enterprises = (await run(database, 'import enterprises e.csv --lang zh')).screen;
      expect(enterprises[0]).toBe('第 2 行“纬度”：这里要写数字');
    });

    test('hazards that nobody can have meant are refused', async () => {
      await zoneIn(database);
      await file(
        'h.csv',
        '类型,上报时间,整改期限,责任人,点位编号,状态\n飞碟,2026-13-40,,,,\n消防设施,2036-01-01,2020-01-01,谁,QY-0,\n消防设施,2026-01-01,,,,已销号\n',
      );
      const { code, screen } = await run(database, 'import hazards h.csv');
      expect(code).toBe(1);
      expect(screen.map((line) => line.replace(/:.*/u, ''))).toEqual([
        'row 2, Kinds',
        'row 2, Reported',
        'row 3, Reported',
        'row 3, Due',
        'row 3, Place',
        'row 3, Owner',
        'row 4, Closed',
        'h.csv',
      ]);
      expect(await database.store.read.hazards.list({}, 1, null)).toEqual([]);
    });

    test('owners are people and whose hazards are theirs, narrower lines first', async () => {
      await zoneIn(database);
      await file('e.csv', enterprises);
      await run(database, 'import enterprises e.csv');
      await file(
        'o.csv',
        '呼号,姓名,电话,角色,点位编号,片区,隐患类型,顺位\n网81,李一,13800000081,网格员,,东区,,1\n网82,李二,,网格员,,东区,,2\n安81,王五,,安全员,QY-7001,,,\n',
      );
      expect((await run(database, 'import owners o.csv')).screen).toEqual([
        'o.csv: 3 added, 0 changed, 0 as they were',
      ]);
      const { owners } = await storedHazardRules(database.store.read.settings);
      const own = owners.filter((line) => line.owners.some((callSign) => callSign.endsWith('81')));
      expect(own).toEqual([
        { places: ['QY-7001'], areas: [], kinds: [], owners: ['安81'] },
        { places: [], areas: ['东区'], kinds: [], owners: ['网81', '网82'] },
      ]);
      expect(await database.store.read.people.byCallSign('安81')).toMatchObject({ roles: ['safety_officer'] });
      await run(database, 'export owners out.xlsx --lang zh');
      expect((await run(database, 'import owners out.xlsx')).screen).toEqual([
        expect.stringContaining('0 added, 0 changed'),
      ]);
      expect((await storedHazardRules(database.store.read.settings)).owners).toEqual(owners);
    });

    test('days of a workbook that counts from 1904 are the same days', async () => {
      await zoneIn(database);
      const sheet = (day: number): string =>
        `<row r="1"><c t="str"><v>类型</v></c><c t="str"><v>上报时间</v></c></row>` +
        `<row r="2"><c t="str"><v>消防设施</v></c><c><v>${String(day)}</v></c></row>`;
      // 22 October 2026, 12:00.
      await file('1900.xlsx', workbookOf(sheet(46_317.5)));
      await file('1904.xlsx', workbookOf(sheet(46_317.5 - 1_462), [], '<workbookPr date1904="1"/>'));
      await run(database, 'import hazards 1900.xlsx');
      expect((await run(database, 'import hazards 1904.xlsx')).screen).toEqual([
        '1904.xlsx: 0 added, 0 changed, 1 as they were',
      ]);
      const [hazard] = await database.store.read.hazards.list({}, 1, null);
      expect(hazard?.reportedAt).toBe(Date.UTC(2026, 9, 22, 4));
    });

    test('rows of owners that contradict one another are refused with the row that came first', async () => {
      await zoneIn(database);
      const rows = [
        '呼号,姓名,电话,片区,顺位',
        '网81,李一,13800000081,东区,',
        '网82,李二,,东区,',
        '网83,李三,,东区,2',
        '网81,李一,13900000000,西区,',
        '网83,,,东区,2',
        '网81,,,北区,1',
      ];
      await file('o.csv', rows.join('\n'));
      const { code, screen } = await run(database, 'import owners o.csv');
      expect(code).toBe(1);
      expect(screen).toEqual([
        'row 3, Rank: the same hazards and rank as row 2; say who comes first, 1, and who stands in, 2',
        'row 5, Phone: says something else than row 2; make them agree',
        'row 6, Rank: the same as row 4; keep one of them',
        expect.stringContaining('o.csv'),
      ]);
      expect(await database.store.read.people.byCallSign('网81')).toBeNull();
    });

    test('what one row of an owner leaves empty another one says', async () => {
      await zoneIn(database);
      await file('o.csv', '呼号,姓名,电话,片区\n网81,李一,13800000081,东区\n网81,,,西区\n');
      expect((await run(database, 'import owners o.csv')).code).toBe(0);
      expect(await database.store.read.people.byCallSign('网81')).toMatchObject({ name: '李一', phone: '13800000081' });
    });

    test('what is no table, or lacks its columns, is said plainly', async () => {
      expect((await run(database, 'import hazards h.csv')).screen).toEqual([expect.stringContaining('no zone yet')]);
      await zoneIn(database);
      await file('a.csv', '甲,乙\n1,2\n');
      await file('b.csv', '编号,电话\nQY-1,1\n');
      await file('c.csv', '编号,名称,编号\nQY-1,a,b\n');
      await file('d.xlsx', 'PK nothing');
      await file('e.csv', '编号,名称\n');
      const screens = [];
      for (const name of ['a.csv', 'b.csv', 'c.csv', 'd.xlsx', 'e.csv', 'none.csv'])
        screens.push(...(await run(database, `import enterprises ${name}`)).screen);
      expect(screens).toEqual([
        expect.stringContaining('no heading found. One of the first 10 rows has to name: Code, Name'),
        expect.stringContaining('these columns are missing: Name'),
        expect.stringContaining('there are two columns Code'),
        expect.stringContaining('d.xlsx: cannot be read'),
        'e.csv: there is no row in it',
        'none.csv cannot be read (ENOENT)',
      ]);
      expect((await run(database, 'import people a.csv')).code).toBe(2);
      expect((await run(database, 'import owners a.ods')).code).toBe(2);
    });
  });
});
