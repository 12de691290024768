import { afterEach, describe, expect, it } from 'vitest';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { rosterCast, rosterStage, type RosterStage } from '../handlers/patrol/roster-stage.ts';
import { closeStages } from '../scenarios/stage.ts';
import { freshDatabase } from '../support/stores.ts';

const database = freshDatabase('sqlite');
const start = (): Promise<RosterStage> => rosterStage(database.store);
afterEach(closeStages);

/** The newest thing that was said in a room; '' nothing. */
function newest(stage: RosterStage, room: string): string {
  const [last] = stage.cards(room).slice(-1);
  return last === undefined
    ? ''
    : [last.title ?? '', ...last.lines.map(({ text }) => text)].filter((text) => text !== '').join('\n');
}

/** The shifts that were made by chat, by their beginning. */
async function made(stage: RosterStage): Promise<ShiftView[]> {
  const views = await database.store.read.shifts.between(0, stage.clock.now() + 400 * 86_400_000);
  return views.filter(({ shift }) => shift.rosterCode === null);
}

async function facts(stage: RosterStage, { shift, points }: ShiftView): Promise<object> {
  const clock = (at: number): string =>
    Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO('Asia/Shanghai')
      .toPlainDateTime()
      .toString()
      .slice(0, 16);
  return {
    name: shift.name,
    from: clock(shift.startsAt),
    to: clock(shift.endsAt),
    date: shift.date,
    crew: await stage.crew(shift.id),
    points: points.map(({ name }) => name),
  };
}

describe('a leader announces a shift', () => {
  it('with people, places and a name, over midnight', async () => {
    const stage = await start();
    await stage.place({ code: 'SQ', kind: 'village', name: '上桥村', position: { lat: 28.9, lon: 120 }, area: '' });
    await stage.says('队长', '临时班：明晚20:00-次日1:00 东01、东02 西01 上桥村 XT 夜市巡逻', { in: '东片群' });
    stage.sees('东片群', /班排好了：明晚 20:00–次日01:00 夜市巡逻.*\n东01、东02、西01.*\n上桥村、西塘工业区/);
    stage.sees('西01', '班排好了：明晚 20:00–次日01:00 夜市巡逻');
    const [view] = await made(stage);
    expect(view === undefined ? null : await facts(stage, view)).toEqual({
      name: '夜市巡逻',
      from: '2026-11-23T20:00',
      to: '2026-11-24T01:00',
      date: '2026-11-23',
      crew: ['东01 expected', '东02 expected', '西01 expected, a guest'],
      points: ['上桥村', '西塘工业区'],
    });
    expect(await stage.traceOf(view?.shift.id ?? ('' as never))).toEqual(['shift_planned']);
    await stage.end();
  });

  it('in words that run into each other, with nobody named, in a direct chat, in English', async () => {
    const stage = await start();
    await stage.place({ code: 'SQ', kind: 'village', name: '上桥村', position: { lat: 28.9, lon: 120 }, area: '' });
    await stage.says('队长', '加班 周五晚上8点到11点 东01东02去上桥村巡逻', { in: '东片群' });
    await stage.says('队长', '临时巡逻 28号晚上9点到12点半');
    await stage.says('西长', 'Extra shift friday 8pm to 11pm 西01', { in: '西片群' });
    const shifts = [];
    for (const view of await made(stage)) shifts.push(await facts(stage, view));
    expect(shifts).toMatchObject([
      { name: '加班', from: '2026-11-27T20:00', crew: ['东01 expected', '东02 expected'], points: ['上桥村'] },
      { name: 'Extra shift', from: '2026-11-27T20:00', to: '2026-11-27T23:00', crew: ['西01 expected'] },
      {
        name: '临时巡逻',
        to: '2026-11-29T00:30',
        crew: ['队长 expected', '东01 expected', '东02 expected', '东03 expected'],
      },
    ]);
  });

  it('a place that sounds like somebody is a place, somebody called like a place is that person', async () => {
    const stage = await rosterStage(database.store, [
      ...rosterCast.filter(({ name }) => name !== '东03'),
      { name: '东03', roles: ['volunteer'], duty: 'off' },
      { name: '大塘', roles: ['volunteer'], duty: 'off' },
    ]);
    const put = (name: string, called: string) =>
      stage.store.transaction((tx) => tx.people.put({ ...stage.person(name), name: called }));
    await put('东01', '李新桥');
    await put('东02', '王大塘');
    for (const [code, name] of [
      ['QT', '老桥'],
      ['DT', '大塘'],
    ] as const) {
      await stage.place({ code, kind: 'village', name, position: { lat: 28.9, lon: 120 }, area: '' });
    }
    await stage.says('队长', '临时班 今晚21:00-23:00 老桥 大塘 东03', { in: '东片群' });
    const [view] = await made(stage);
    expect(view === undefined ? null : await facts(stage, view)).toMatchObject({
      crew: ['东03 expected', '大塘 expected, a guest'],
      points: ['老桥'],
    });
  });

  it('with one person alone, and is told that this is too few', async () => {
    const stage = await start();
    await stage.says('队长', '临时班 明晚20:00-23:00 东01', { in: '东片群' });
    stage.sees('东片群', /东01\n只有 1 人（要 2 人）/);
    await stage.says('队长', '临时班 后天20:00-23:00 东01 东02', { in: '东片群' });
    expect(newest(stage, '东片群')).not.toContain('只有');
  });

  it('twice is once, and times that are over or not to be read are asked for again', async () => {
    const stage = await start();
    for (const words of ['临时班 明晚20:00-23:00 东01', '临时班 明晚20:00-23:00 东01']) {
      await stage.says('队长', words, { in: '东片群' });
    }
    expect(newest(stage, '东片群')).toBe('这一步已经办过了。');
    for (const words of ['临时班 今天8:00-12:00 东01', '加一班吧', '临时班 2月30日20:00-23:00', '临时班 晚上巡一下']) {
      await stage.says('队长', words, { in: '东片群' });
      expect(newest(stage, '东片群')).toContain('这样写：临时班 今晚20:00-23:00');
    }
    expect(await made(stage)).toHaveLength(1);
  });

  it('one that began a while ago begins at once', async () => {
    const stage = await start();
    await stage.says('队长', '临时班 今晚7点到11点 东01 东02', { in: '东片群' });
    const [view] = await made(stage);
    expect(view?.shift.state).toBe('running');
  });

  it('at a desk or a post nobody walks', async () => {
    const stage = await start();
    await stage.says('队长', '临时值班 明晚20:00-23:00 东01', { in: '东片群' });
    await stage.says('队长', '临时值守 明晚20:00-22:00 东02', { in: '东片群' });
    expect((await made(stage)).map(({ shift }) => shift.kind)).toEqual(['desk', 'checkpoint']);
  });

  it('is not the crew’s to do, nor another team’s leader’s; a stranger in the group is not even answered', async () => {
    const stage = await start();
    await stage.says('东01', '临时班 明晚20:00-23:00', { in: '东片群' });
    expect(newest(stage, '东片群')).toContain('不归你定');
    const count = stage.cards('东片群').length;
    for (const who of ['路人', '西长']) await stage.says(who, '临时班 明晚20:00-23:00', { in: '东片群' });
    await stage.says('队长', '临时班 明晚20:00-23:00', { in: '村群' });
    expect(stage.cards('东片群')).toHaveLength(count);
    expect(await made(stage)).toEqual([]);
    await stage.says('值01', '临时班 明晚20:00-23:00', { in: '东片群' });
    expect(await made(stage)).toHaveLength(1);
  });

  it('is not what people say about it', async () => {
    const stage = await start();
    for (const words of ['加班次数多了', '临时班什么时候定', '取消今晚的班谁说的'])
      await stage.says('东01', words, { in: '东片群' });
    await stage.says('队长', '临时班什么时候定好？', { in: '东片群' });
    expect(stage.cards('东片群')).toEqual([]);
  });
});

describe('a leader calls a shift off', () => {
  const states = async (stage: RosterStage): Promise<string[]> =>
    (await Promise.all(planned.map((id) => stage.view(id)))).map(({ shift }) => shift.state);
  let planned: Awaited<ReturnType<RosterStage['shift']>>[] = [];

  const threeNights = async (): Promise<RosterStage> => {
    const stage = await start();
    planned = [
      await stage.shift(['东01', '东02'], { inHours: 1, name: '前半夜' }),
      await stage.shift(['东03'], { inHours: 24, name: '前半夜' }),
      await stage.shift(['东03'], { inHours: 27, name: '后半夜', date: '2026-11-23' }),
    ];
    return stage;
  };

  it('of the day that is named, all of it, and whoever is expected hears of it once', async () => {
    const stage = await threeNights();
    await stage.says('队长', '取消明晚的班', { in: '东片群' });
    expect(await states(stage)).toEqual(['planned', 'cancelled', 'cancelled']);
    expect(stage.cards('东片群')).toHaveLength(2);
    stage.sees('东片群', '前半夜');
    stage.sees('东片群', '后半夜');
    await stage.end();
  });

  it('the next one where no day is named, from the direct chat too', async () => {
    const stage = await threeNights();
    await stage.says('队长', '取消班次');
    expect(await states(stage)).toEqual(['cancelled', 'planned', 'planned']);
    stage.sees('东片群', '前半夜');
    stage.sees('队长', '前半夜');
    await stage.end();
  });

  it('and who stands in from another team hears of it alone', async () => {
    const stage = await start();
    const id = await stage.shift(['东01', '东02']);
    await stage.asks('东01', id, { with: '西01' });
    await stage.decides('西01', 'request_agree');
    await stage.decides('队长', 'request_grant');
    await stage.says('队长', '取消班次', { in: '东片群' });
    expect(newest(stage, '西01')).toContain('夜巡');
    expect(newest(stage, '西01')).toBe(newest(stage, '东片群'));
  });

  it('but none of a day on which there is none, and none that has begun', async () => {
    const stage = await threeNights();
    await stage.says('队长', '周三的巡逻取消', { in: '东片群' });
    expect(newest(stage, '东片群')).toContain('没有对得上的班');
    const [first] = planned;
    const { shift } = await stage.view(first ?? ('' as never));
    await stage.store.transaction((tx) => tx.shifts.put({ ...shift, state: 'running' }));
    await stage.says('队长', 'cancel tonight’s patrol', { in: '东片群' });
    expect(await states(stage)).toEqual(['running', 'planned', 'planned']);
  });

  it('and nobody else does', async () => {
    const stage = await threeNights();
    await stage.says('东01', '取消今晚的班', { in: '东片群' });
    expect(newest(stage, '东片群')).toContain('不归你定');
    await stage.says('路人', '取消今晚的班', { in: '东片群' });
    expect(stage.cards('东片群')).toHaveLength(1);
    expect(await states(stage)).toEqual(['planned', 'planned', 'planned']);
  });
});

describe('somebody asks for a list', () => {
  it('of their own shifts, their team’s, in whatever words', async () => {
    const stage = await start();
    await stage.shift(['东01', '东02'], { name: '前半夜' });
    await stage.shift(['东03'], { inHours: 48, name: '后半夜' });
    for (const words of ['我的班', '我的排班？', 'My shifts', '看一下我的班次']) {
      await stage.says('东01', words);
      expect(newest(stage, '东01')).toMatch(/前半夜/);
      expect(newest(stage, '东01')).not.toMatch(/后半夜/);
    }
    for (const words of ['本队排班', '排班表', '班表', 'Team shifts', '东片队 排班']) {
      await stage.says('东01', words);
      expect(newest(stage, '东01')).toMatch(/东片队.*\n.*前半夜.*\n.*后半夜/);
    }
  });

  it('of the month: one’s own alone, the team’s in its group, with a link only where one person reads it', async () => {
    const stage = await start();
    for (const words of ['本月统计', '我的时长', 'hours', '2026年时长', '上个月统计', '10月统计']) {
      await stage.says('东01', words);
      expect(newest(stage, '东01')).toMatch(/2026年.*东01/);
    }
    await stage.says('东01', '上个月统计');
    expect(newest(stage, '东01')).toContain('10月');
    await stage.says('东01', '本月统计', { in: '东片群' });
    expect(stage.sees('东片群', '东片队')).not.toContain('https://');
    await stage.says('队长', '本月统计 本队');
    expect(stage.sees('队长', '东片队')).toContain('https://qunfang.test/m/2026-11');
    await stage.says('值01', '西片队 2026-10 时长');
    expect(newest(stage, '值01')).toContain('2026年10月 西片队');
  });

  it('of another team only whoever may see it', async () => {
    const stage = await start();
    for (const who of ['东01', '路人']) {
      await stage.says(who, '西片队 本月统计');
      stage.seesNot(who, /西片队/);
    }
    await stage.says('西01', '西片队 排班');
    stage.sees('西01', '接下来没有排班');
  });

  it('in a group that a stranger asks in, nothing is said; nor when such a word only occurs', async () => {
    const stage = await start();
    for (const words of ['我的班', '本月统计', '日历']) await stage.says('路人', words, { in: '东片群' });
    for (const words of ['排班的事明天再说', '这个月真冷', '日历上写的是冬至', '我的班主任来了']) {
      await stage.says('东01', words, { in: '东片群' });
    }
    await stage.says('东01', '我的班', { in: '村群' });
    expect(stage.cards('东片群')).toEqual([]);
    expect(stage.cards('村群')).toEqual([]);
  });
});

describe('the calendar’s address', () => {
  const addressIn = (stage: RosterStage, room: string): string => stage.cards(room).at(-1)?.links[0]?.url ?? '';

  it('is given to the person alone, the same each time, and anew when it got about', async () => {
    const stage = await start();
    await stage.says('东01', '日历');
    const first = addressIn(stage, '东01');
    expect(first).toMatch(/^https:\/\/qunfang\.test\/calendar\/\S+\.ics$/);
    await stage.says('东01', '排班日历', { in: '东片群' });
    expect(addressIn(stage, '东01')).toBe(first);
    expect(stage.cards('东片群')).toEqual([]);
    const addresses = new Set([first]);
    for (const words of ['日历 换一个', '换个日历', '日历重新要一个', 'calendar new']) {
      await stage.says('东01', words);
      addresses.add(addressIn(stage, '东01'));
    }
    expect(addresses.size).toBe(5);
  });

  it('of a team is its leader’s to have', async () => {
    const stage = await start();
    await stage.says('队长', '本队日历');
    expect(newest(stage, '队长')).toContain('东片队');
    await stage.says('队长', '日历');
    expect(newest(stage, '队长')).toContain('你的');
    await stage.says('东01', '本队日历');
    expect(newest(stage, '东01')).toContain('你的');
  });

  it('is never written into a group, not even where nobody can be written to alone', async () => {
    const stage = await start();
    await stage.store.transaction(async (tx) => {
      const [channel] = await tx.people.channelsOf(stage.person('东01').id);
      const room = channel === undefined ? null : await tx.rooms.byId(channel.roomId);
      if (room !== null) await tx.rooms.put({ ...room, state: 'gone' });
    });
    await stage.says('东01', '日历', { in: '东片群' });
    expect(stage.sees('东片群', '私聊')).not.toContain('https://');
  });
});
