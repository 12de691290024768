import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CheckInId, TeamId } from '../../core/ids.ts';
import type { Language } from '../../core/message.ts';
import type { Cell } from '../../core/table/table.ts';
import type { DutyOf } from '../../core/shift.ts';
import { readXlsx } from '../../jobs/tables/read-xlsx.ts';
import { checkInOf, shiftOf, shiftPersonOf, shiftPointOf } from '../support/shift-factory.ts';
import { freshDatabase } from '../support/stores.ts';
import { pdfWords } from './pdf-words.ts';
import { webStage, wordsOf } from './web-stage.ts';

const database = freshDatabase('sqlite');
const web = webStage(database);
const on = { roles: ['volunteer'], duty: 'off' } as const;

async function teamNamed(name: string): Promise<TeamId> {
  const team = (await database.store.read.people.teams()).find((one) => one.name === name);
  if (team === undefined) throw new Error(`no team ${name}`);
  return team.id;
}

/** A shift that has ended: who came, for so many minutes, and who was at the points. */
async function ended(team: string, startsAt: string, came: Record<string, number>, points = 0): Promise<void> {
  const teamId = await teamNamed(team);
  const shift = shiftOf({
    state: 'ended',
    teamIds: [teamId],
    startsAt: Date.parse(startsAt),
    date: startsAt.slice(0, 10),
  });
  const people = Object.entries(came).map(([name, minutes]) =>
    shiftPersonOf({
      shiftId: shift.id,
      personId: web.stage.person(name).id,
      teamId,
      state: minutes > 0 ? 'present' : 'absent',
      minutes,
    }),
  );
  const walked = Array.from({ length: points }, (_, at) =>
    shiftPointOf({ shiftId: shift.id, n: at + 1, state: 'seen' }),
  );
  const room = await database.store.read.rooms.byExternal('telegram', '东片群');
  await database.store.transaction(async (tx) => {
    await tx.shifts.add({ shift, people, points: walked });
    for (const { n } of walked) {
      const [first] = people;
      if (first === undefined || room === null) continue;
      const id = `${shift.id}-${String(n)}` as CheckInId;
      await tx.shifts.addCheckIn(checkInOf({ id, shiftId: shift.id, personId: first.personId, roomId: room.id, n }));
    }
  });
}

async function november(): Promise<void> {
  const { stage } = web;
  await stage.begin([
    { name: '队长', ...on },
    { name: '东01', ...on },
    { name: '东02', ...on },
    { name: '西01', ...on },
    { name: '值01', roles: ['duty_officer'] },
    { name: '路人', roles: ['resident'], duty: 'off' },
  ]);
  await stage.team({ code: 'DP', name: '东片队', leader: '队长', members: ['队长', '东01', '东02'], room: '东片群' });
  await stage.team({ code: 'XP', name: '西片队', leader: null, members: ['西01', '东02'], room: '西片群' });
  await ended('东片队', '2026-11-01T00:00+08:00', { 东01: 180, 东02: 90 }, 5);
  await ended('东片队', '2026-11-20T20:00+08:00', { 东01: 175, 东02: 0 }, 2);
  await ended('东片队', '2026-10-31T23:59+08:00', { 东01: 60 });
  await ended('西片队', '2026-11-21T20:00+08:00', { 东02: 200, 西01: 200 });
}

const ofTeam = async (name: string): Promise<DutyOf> => ({ teamId: await teamNamed(name) });
const ofPerson = (name: string): DutyOf => ({ personId: web.stage.person(name).id });

/** An address of the program, as it was signed for this reader. */
function addressFor(reader: string, whose: DutyOf, month = '2026-11', daysAgo = 0): string {
  const signedAt = web.stage.clock.now() - daysAgo * 86_400_000;
  const { pathname, search } = new URL(web.links.month(whose, month, web.stage.person(reader).id, signedAt) ?? '');
  return `${pathname}${search}`;
}

const seen = async (reader: string, whose: DutyOf, month = '2026-11'): Promise<string> =>
  wordsOf(await web.app.request(addressFor(reader, whose, month)));

it('the leader, a member and an officer see the team’s month, each person with shifts, points and hours', async () => {
  await november();
  for (const reader of ['队长', '东01', '值01']) {
    const words = await seen(reader, await ofTeam('东片队'));
    expect(words).toContain('东片队 · 2026年11月');
    expect(words).toMatch(/东01 (?:时长证明 )?2 7 5\.9 .*东02 (?:时长证明 )?1 0 1\.5 .*合计 3 7 7\.4/);
    expect(words).not.toContain('西01');
  }
});

it('months and the year lie beside it, under the same key', async () => {
  await november();
  const address = addressFor('队长', await ofTeam('东片队'));
  const html = await (await web.app.request(address)).text();
  for (const [name, hours] of [
    ['2026-10', '1'],
    ['2026', '6.9'],
    ['2026-12', '还没有结束的班次'],
  ] as const) {
    const beside = address.replace('2026-11', name);
    expect(html).toContain(`href="${beside}"`);
    expect(await wordsOf(await web.app.request(beside))).toContain(hours);
  }
});

it('one sees one’s own, of all teams; of another only the leader and the officer do', async () => {
  await november();
  const own = await seen('东02', ofPerson('东02'));
  expect(own).toMatch(/东02 西片队 时长证明 1 0 3\.3 .*东02 东片队 时长证明 1 0 1\.5/);
  expect(await seen('队长', ofPerson('东02'))).toContain('东02');
  expect(await seen('值01', ofPerson('东02'))).toContain('东02');
  for (const reader of ['东01', '西01', '路人']) {
    const response = await web.app.request(addressFor(reader, ofPerson('东02')));
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('东02');
  }
});

it('is closed to strangers, other teams, forged and foreign keys, and to whoever has left', async () => {
  await november();
  const team = await ofTeam('东片队');
  for (const reader of ['西01', '路人']) {
    const response = await web.app.request(addressFor(reader, team));
    expect(response.status).toBe(404);
    expect(await wordsOf(response)).toContain('这一页打不开');
  }
  const address = addressFor('东01', team);
  const other = addressFor('东01', ofPerson('东01'));
  const forged = [
    address.replace(/k=.*/, ''),
    `${address.slice(0, -2)}AA`,
    `${address}A`,
    address.replace(web.stage.person('东01').id, web.stage.person('值01').id),
    address.replace(/\/m\/[^/]+/, `/m/t-${await teamNamed('西片队')}`),
    other.replace(/\/m\/[^/]+/, `/m/p-${web.stage.person('东02').id}`),
    '/m/t-nobody/2026-11?k=a.b.c',
    '/m/x/2026-11?k=',
  ];
  for (const path of forged) expect((await web.app.request(path)).status).toBe(404);
  await database.store.transaction((tx) => tx.people.put({ ...web.stage.person('东01'), active: false }));
  expect((await web.app.request(address)).status).toBe(404);
});

it('says so when the link is old, or the month is none', async () => {
  await november();
  const team = await ofTeam('东片队');
  const old = await web.app.request(addressFor('队长', team, '2026-11', 40));
  expect(old.status).toBe(410);
  expect(await wordsOf(old)).toContain('链接过期了');
  for (const month of ['2026-13', '2026-1', 'now', '1999-01', '20261']) {
    const response = await web.app.request(addressFor('队长', team).replace('2026-11', month));
    expect(response.status).toBe(404);
    expect(await wordsOf(response)).toContain('没有这个月份');
  }
});

it('is in the reader’s language, escaped, and kept by nobody', async () => {
  await november();
  await database.store.transaction(async (tx) => {
    await tx.people.put({ ...web.stage.person('队长'), language: 'en' });
    await tx.people.put({ ...web.stage.person('东01'), name: '<b>x</b>' });
  });
  const response = await web.app.request(addressFor('队长', await ofTeam('东片队')));
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  const html = await response.text();
  expect(html).toContain('November 2026');
  expect(html).not.toContain('<b>x</b>');
});

async function rowsOf(response: Response): Promise<(readonly Cell[])[]> {
  const folder = await mkdtemp(join(tmpdir(), 'qunfang-month-'));
  try {
    const path = join(folder, 'month.xlsx');
    writeFileSync(path, await response.bytes());
    const rows = [];
    for await (const { cells } of readXlsx(path)) rows.push(cells);
    return rows;
  } finally {
    await rm(folder, { recursive: true });
  }
}

it('comes as a workbook that the program reads again, with numbers as numbers and no formula', async () => {
  await november();
  await database.store.transaction((tx) =>
    tx.people.put({ ...web.stage.person('东01'), name: "=cmd|'/c calc'!A1", callSign: '+1' }),
  );
  const address = addressFor('队长', await ofTeam('东片队')).replace('2026-11?', '2026-11/table.xlsx?');
  const response = await web.app.request(address);
  expect(response.headers.get('content-type')).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="2026-11.xlsx"');
  const [heading, ...rows] = await rowsOf(response);
  expect(heading).toEqual(['队伍', '代号', '姓名', '班次', '打卡点位', '小时']);
  expect(rows).toEqual([
    ['东片队', "'+1", "'=cmd|'/c calc'!A1", 2, 7, 5.9],
    ['东片队', '东02', '东02', 1, 0, 1.5],
  ]);
  expect((await web.app.request(`${address}A`)).status).toBe(404);
});

const certificateFor = (reader: string, whose: DutyOf, who: string, month = '2026-11'): Response | Promise<Response> =>
  web.app.request(
    `${addressFor(reader, whose, month).replace(`${month}?`, `${month}/certificate.pdf?`)}&who=${web.stage.person(who).id}`,
  );

it('certifies a volunteer’s hours on one sheet, in Chinese and in English', async () => {
  await november();
  const put = (name: string, called: string, language: Language): Promise<void> =>
    database.store.transaction((tx) => tx.people.put({ ...web.stage.person(name), name: called, language }));
  await put('东01', '吴喆', 'zh');
  const chinese = await certificateFor('东01', ofPerson('东01'), '东01');
  expect(chinese.headers.get('content-type')).toBe('application/pdf');
  const sheets = pdfWords(await chinese.bytes());
  expect(sheets).toHaveLength(1);
  for (const words of [
    '志愿服务时长证明',
    '兹证明  吴喆',
    '2026年11月',
    '东城',
    '东片队',
    '2 次',
    '7 个',
    '5.9 小时',
    '2026-11-22',
  ]) {
    expect(sheets[0]).toContain(words);
  }
  expect(sheets[0]).not.toContain('\u{fffd}');
  await put('值01', 'Lin', 'en');
  const english = pdfWords(await (await certificateFor('值01', ofPerson('东02'), '东02', '2026')).bytes()).join('\n');
  for (const words of ['Certificate of volunteer service', 'Shifts: 2', 'Hours of service: 4.8', 'in 2026', '东片队']) {
    expect(english.replaceAll(/\s+/g, ' ')).toContain(words);
  }
  const asLeader = pdfWords(await (await certificateFor('队长', ofPerson('东02'), '东02')).bytes()).join('\n');
  expect(asLeader).toContain('1.5 小时');
  expect(asLeader).not.toContain('西片队');
});

it('certifies nobody who was not there, and nobody to a mate', async () => {
  await november();
  const team = await ofTeam('东片队');
  expect((await certificateFor('队长', team, '东01')).status).toBe(200);
  expect((await certificateFor('东01', team, '东01')).status).toBe(200);
  expect((await certificateFor('东01', team, '东02')).status).toBe(404);
  expect((await certificateFor('队长', team, '西01')).status).toBe(404);
  expect((await certificateFor('队长', team, '队长')).status).toBe(404);
  expect((await certificateFor('路人', team, '东01')).status).toBe(404);
  const html = await (await web.app.request(addressFor('东01', team))).text();
  expect(html.match(/certificate\.pdf/g)).toHaveLength(1);
});
