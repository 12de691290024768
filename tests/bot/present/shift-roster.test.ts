import { describe, expect, it } from 'vitest';
import type { Find } from '../../../core/check-in.ts';
import type { Token } from '../../../core/ids.ts';
import type { ShiftRequest } from '../../../core/shift.ts';
import { officerOf, placeOf, roomOf } from '../../support/incident-factory.ts';
import {
  changed,
  eastRoom,
  eastTeam,
  englishRoom,
  li,
  nightOf,
  ownRoom,
  patrolCard,
  wang,
  zhao,
} from '../../support/patrol-world.ts';
import { labelsOf, textOf, wordsOnly, type RenderWorld } from '../../support/render-world.ts';
import { findOf, logLineOf, shiftAt, shiftRequestOf } from '../../support/shift-factory.ts';

const minute = 60_000;
const day = 86_400_000;
const tonight = nightOf();
const thursday = nightOf({ startsAt: shiftAt + 3 * day });
const afternoon = -300;

const said = async (
  notice: Parameters<typeof patrolCard>[0],
  world: RenderWorld,
  drawing: Parameters<typeof patrolCard>[2] = {},
): Promise<string | null> => {
  const card = await patrolCard(notice, world, { minutes: afternoon, room: ownRoom, ...drawing });
  return card === null ? null : textOf(card);
};

describe('gaps in the roster', () => {
  const alone = changed(thursday, { 2: { state: 'leave' }, 3: { state: 'leave' } });
  const nobody = changed(tonight, { 1: { state: 'leave' }, 2: { state: 'leave' }, 3: { state: 'leave' } });
  const notice = { kind: 'shift_gaps', shiftIds: [nobody.shift.id, alone.shift.id] } as const;

  it('name the days as people say them, and what is missing', async () => {
    expect((await said(notice, { duty: { shifts: [nobody, alone] } }))?.split('\n')).toEqual([
      '有 2 班还缺人',
      '今晚 20:00–23:00 东片夜巡：还没有人',
      '周四晚上 20:00–23:00 东片夜巡：只有 1 人（要 2 人）',
      '在队里问一声谁能来。来的人到时候说“到岗”，就算上了。',
    ]);
    expect(await said(notice, { duty: { shifts: [alone] } }, { room: { ...ownRoom, language: 'en' } })).toBe(
      'A shift is short of people\n' +
        'Thursday night 20:00–23:00 东片夜巡: only 1 (it takes 2)\n' +
        'Ask the team who can come. Whoever comes says “I am here” and is counted.',
    );
  });

  it('name whom nothing reaches, not those whom their group reaches', async () => {
    const world = { duty: { shifts: [tonight] }, reachable: [li.id] };
    const gap = { kind: 'shift_gaps', shiftIds: [tonight.shift.id] } as const;
    expect(await said(gap, world)).toBeNull();
    expect(await said(gap, { ...world, rooms: [] })).toBe(
      '有一班有人收不到消息\n今晚 20:00–23:00 东片夜巡：东02 王强、东03 赵敏 收不到消息，请打电话说一声',
    );
    const both = { kind: 'shift_gaps', shiftIds: [tonight.shift.id, alone.shift.id] } as const;
    const english = { room: { ...ownRoom, language: 'en' } } as const;
    const shifts = { duty: { shifts: [tonight, alone] }, reachable: [li.id], rooms: [] };
    expect(await said(both, shifts, english)).toMatch(
      /^A shift is short of people, a shift has people whom nothing reaches\n/,
    );
  });

  it('that were filled meanwhile are no message', async () => {
    expect(await said(notice, { duty: { shifts: [tonight, thursday] } })).toBeNull();
  });

  it('that nobody filled are told as what they are', async () => {
    const over = { ...nobody, shift: { ...nobody.shift, state: 'unstaffed' as const } };
    const world = { duty: { shifts: [over] } };
    expect(await said({ ...notice, shiftIds: [over.shift.id] }, world, { minutes: 210 })).toBe(
      '有一班没有人来\n今晚 20:00–23:00 东片夜巡：没有人到岗',
    );
  });
});

describe('a request to be away', () => {
  const leave = shiftRequestOf({ shiftId: thursday.shift.id, personId: wang.id, state: 'agreed' });
  const worldOf = (request: ShiftRequest, view = thursday): RenderWorld => ({
    duty: { shifts: [view], requests: [request] },
  });
  const asked = { kind: 'shift_request', requestId: leave.id } as const;
  const decided = { kind: 'shift_request_decided', requestId: leave.id } as const;

  it('comes to the leader with the words and how many would be left', async () => {
    const card = await patrolCard(asked, worldOf(leave), { room: ownRoom, reader: li.id });
    expect(textOf(card!)).toBe('东02 王强 请假：周四晚上 20:00–23:00 东片夜巡\n“孩子发烧”\n同意后还有 2 人。');
    expect(labelsOf(card!)).toEqual([['同意', '不同意']]);
    const few = changed(thursday, { 1: { state: 'leave' }, 3: { state: 'leave' } });
    expect(await said(asked, worldOf(leave, few))).toContain('同意后就没有人了，至少要 2 人。');
  });

  it('is named by four characters where there are no buttons', async () => {
    expect(await said(asked, worldOf(leave), { capabilities: wordsOnly })).toMatch(
      /回 同意 ([2-9A-Z]{4}) · 不同意 \1$/,
    );
  });

  it('says in place of the question how it was decided, and who was asked hears the same', async () => {
    const granted = worldOf({ ...leave, state: 'granted', decidedById: li.id });
    expect(await said(asked, granted)).toMatch(/已同意（东01 李海），班表改好了。$/);
    expect(await said(asked, granted, { capabilities: wordsOnly })).toBeNull();
    expect(await said(decided, granted)).toBe('东01 李海 准假了：周四晚上 20:00–23:00 东片夜巡，不用来。');
    const refused = worldOf({ ...leave, state: 'refused', decidedById: li.id });
    expect(await said(decided, refused)).toBe(
      '东01 李海 这次没准：周四晚上 20:00–23:00 东片夜巡 还是你的班。有难处，跟队长直接说。',
    );
  });

  it('is answered by nothing while nobody has decided', async () => {
    expect(await said(decided, worldOf(leave))).toBeNull();
  });
});

describe('a swap', () => {
  const swap = shiftRequestOf({
    kind: 'swap',
    shiftId: tonight.shift.id,
    personId: wang.id,
    withPersonId: zhao.id,
    withShiftId: thursday.shift.id,
    state: 'asked',
    words: '',
  });
  const worldOf = (given: Partial<ShiftRequest> = {}): RenderWorld => ({
    duty: {
      shifts: [changed(tonight, { 3: { state: 'leave' } }), changed(thursday, { 2: { state: 'leave' } })],
      requests: [{ ...swap, ...given }],
    },
  });
  const asked = { kind: 'shift_request', requestId: swap.id } as const;
  const decided = { kind: 'shift_request_decided', requestId: swap.id } as const;

  it('is put to the other one first, plainly who goes when', async () => {
    const card = await patrolCard(asked, worldOf(), { room: ownRoom, reader: zhao.id, minutes: afternoon });
    expect(textOf(card!)).toContain(
      '东02 王强 想跟你换班：你去 今晚 20:00–23:00 东片夜巡，东02 王强 去 周四晚上 20:00–23:00 东片夜巡。方便吗？',
    );
    expect(labelsOf(card!)).toEqual([['可以换', '不方便']]);
  });

  it('comes to the leader once the other one agrees', async () => {
    const text = await said(asked, worldOf({ state: 'agreed' }), { reader: li.id });
    expect(text).toBe(
      '东02 王强 跟 东03 赵敏 换班：今晚 20:00–23:00 东片夜巡 ⇄ 周四晚上 20:00–23:00 东片夜巡\n东03 赵敏 说可以。',
    );
  });

  it('with somebody whom the bot cannot ask is never said to be agreed to', async () => {
    const text = await said(asked, { ...worldOf({ state: 'agreed' }), reachable: [li.id] }, { reader: li.id });
    expect(text).toContain('东03 赵敏 没法在这里问到，请打电话问一声。');
    expect(text).not.toContain('说可以');
  });

  it('that is granted tells both where they go', async () => {
    const granted = worldOf({ state: 'granted', decidedById: li.id });
    expect(await said(decided, granted, { reader: wang.id })).toBe(
      '东01 李海 同意了：今晚 20:00–23:00 东片夜巡 由 东03 赵敏 去，你去 周四晚上 20:00–23:00 东片夜巡。',
    );
    expect(await said(decided, granted, { reader: zhao.id })).toContain(
      '定了：今晚 20:00–23:00 东片夜巡 由你去，替 东02 王强',
    );
  });

  it('that the other one declines says so without a reproach', async () => {
    const no = worldOf({ state: 'refused', decidedById: zhao.id });
    expect(await said(decided, no, { reader: wang.id })).toBe(
      '东03 赵敏 不方便：今晚 20:00–23:00 东片夜巡 还是你的班。有难处，跟队长直接说。',
    );
  });
});

describe('a hand-over', () => {
  const next = nightOf({ name: '东片下半夜', startsAt: shiftAt + 180 * minute });
  const handover = {
    toShiftId: next.shift.id,
    givenById: wang.id,
    givenAt: shiftAt + 178 * minute,
    takenById: null,
    takenAt: null,
    missing: [],
    words: '后山路灯坏了一盏',
  };
  const gear = [
    { item: 'patrol_light', count: 2, taken: 2, returned: 1 },
    { item: '车钥匙', count: 1, taken: 1, returned: 1 },
  ];
  const given = changed(
    nightOf({ name: '东片上半夜', state: 'ended', gear, handover }),
    {},
    { 4: { state: 'missed' } },
  );
  const seen = {
    ...given,
    points: given.points.map((one) => (one.n === 4 ? one : { ...one, state: 'seen' as const })),
  };
  const log = [logLineOf({ shiftId: seen.shift.id, personId: wang.id })];
  const notice = { kind: 'shift_handover', shiftId: seen.shift.id } as const;
  const world = { duty: { shifts: [seen, next], log } };

  it('says what one gets, what is missing, what is open, with one button', async () => {
    const card = await patrolCard(notice, world, { minutes: 185 });
    expect(textOf(card!).split('\n')).toEqual([
      '东片上半夜 交给你们：',
      '东西：警灯 1、车钥匙 1',
      '少了：警灯 1',
      '没看到的点：渡口',
      '还要跟：上桥村停电',
      '东02 王强：后山路灯坏了一盏',
      '✓ 22:58 东02 王强 已交班。',
      '对上了就“接班”；少了什么，说一声少什么。',
    ]);
    expect(labelsOf(card!)).toEqual([['接班']]);
  });

  it('that was taken says by whom, and needs no second message', async () => {
    const taken = { ...handover, takenById: zhao.id, takenAt: shiftAt + 190 * minute };
    const done = { ...seen, shift: { ...seen.shift, handover: taken } };
    const card = await patrolCard(notice, { duty: { shifts: [done, next], log } }, { minutes: 191 });
    expect(textOf(card!)).toContain('✓ 23:10 东03 赵敏 已接班。');
    expect(card!.actions).toEqual([]);
    expect(await patrolCard(notice, { duty: { shifts: [done, next] } }, { capabilities: wordsOnly })).toBeNull();
  });

  it('that nobody has confirmed is put to a leader, who can do it for them', async () => {
    const card = await patrolCard(notice, world, { room: roomOf(), minutes: 195 });
    expect(textOf(card!)).toContain('东片上半夜 交给 东片下半夜，还没说好\n接班的还没说“接班”。');
    expect(card!.actions[0]![0]!.token).toBe(next.shift.token);
  });
});

describe('what a patrol came across', () => {
  const officer = officerOf();
  const place = placeOf({ name: '渡口', area: '' });
  const told = findOf({ shiftId: tonight.shift.id, personId: wang.id, roomId: eastRoom.id, placeId: place.id });
  const notice = { kind: 'patrol_find', findId: told.id } as const;
  const worldOf = (given: Partial<Find> = {}): RenderWorld => ({
    people: [li, wang, zhao, officer],
    places: [place],
    duty: { shifts: [tonight], finds: [{ ...told, ...given }] },
  });

  it('and looks suspicious is the officer’s to decide', async () => {
    const card = await patrolCard(notice, worldOf(), { room: roomOf() });
    expect(textOf(card!).split('\n')).toEqual([
      '🔎 可疑情况 · 东片夜巡',
      '“有个人在拉车门”',
      '地点：渡口',
      '20:00 东02 王强 报来',
      '已叫他们不追不拦。怎么办，请你定。',
    ]);
    expect(labelsOf(card!)).toEqual([
      ['转为警情', '转为隐患'],
      ['已交民警', '记下就行'],
    ]);
    expect(card!.links).toHaveLength(1);
  });

  it('and found or lost goes to whoever knows the police, without alarm', async () => {
    const card = await patrolCard(notice, worldOf({ kind: 'found', words: '捡到一个钱包' }), { room: ownRoom });
    expect(textOf(card!)).toContain('捡到东西 · 东片夜巡');
    expect(labelsOf(card!)).toEqual([['已交民警', '记下就行']]);
    expect(card!.loud).toBe(false);
  });

  it('shows how it was decided, and by whom', async () => {
    const done = worldOf({ state: 'passed_on', decidedById: officer.id });
    const card = await patrolCard(notice, done, { room: roomOf() });
    expect(textOf(card!)).toMatch(/已交民警（值01 李梅）$/);
    expect(card!.actions).toEqual([]);
    expect(await patrolCard(notice, done, { room: roomOf(), capabilities: wordsOnly })).toBeNull();
  });
});

describe('lists', () => {
  const shifts = [changed(tonight, { 3: { state: 'leave' } }), thursday];

  it('show my next shifts, with whom, and what I am excused from', async () => {
    const mine = { kind: 'shift_list', personId: wang.id, teamId: null } as const;
    const away = { ...mine, personId: zhao.id };
    expect((await said(mine, { duty: { shifts } }))?.split('\n')).toEqual([
      '你接下来的班',
      '今晚 20:00–23:00 东片夜巡 · 和 东01 李海',
      '周四晚上 20:00–23:00 东片夜巡 · 和 东01 李海、东03 赵敏',
      '来不了就说“明晚请假”；想换就说“明天跟东03换班”。',
    ]);
    expect(await said(away, { duty: { shifts } })).toContain('今晚 20:00–23:00 东片夜巡 · 已请假');
    const swapped = changed(tonight, { 2: { standsInForId: zhao.id }, 3: { state: 'leave' } });
    expect(await said(away, { duty: { shifts: [swapped] } })).toContain('东片夜巡 · 东02 王强 替你去');
  });

  it('show the team’s, with everybody who goes', async () => {
    const team = { kind: 'shift_list', personId: null, teamId: eastTeam.id } as const;
    const text = await said(team, { duty: { shifts } }, { room: englishRoom });
    expect(text).toContain('Next shifts of 东片义警\nTonight 20:00–23:00 东片夜巡 · 东01 李海, 东02 王强');
  });

  it('say so when there is nothing ahead, and how much more there is', async () => {
    const mine = { kind: 'shift_list', personId: wang.id, teamId: null } as const;
    expect(await said(mine, {})).toBe('接下来没有你的班。');
    const many = Array.from({ length: 14 }, (_, n) => nightOf({ startsAt: shiftAt + n * day }));
    expect(await said(mine, { duty: { shifts: many } })).toContain('……后面还有 4 班');
  });

  it('add up a month by person, and a link only where its reader is alone', async () => {
    const months = [
      { personId: li.id, teamId: eastTeam.id, shifts: 1, minutes: 175, points: 0 },
      { personId: wang.id, teamId: eastTeam.id, shifts: 8, minutes: 1_440, points: 212 },
    ];
    const team = { kind: 'month_table', month: '2026-11', personId: null, teamId: eastTeam.id } as const;
    const card = await patrolCard(team, { duty: { months } }, { reader: li.id });
    expect(textOf(card!).split('\n')).toEqual([
      '2026年11月 东片义警',
      '东02 王强：8 班 · 212 个点 · 24小时',
      '东01 李海：1 班 · 2小时55分',
      '一共 2 人，9 人次，212 个点，26小时55分',
    ]);
    expect(card!.links).toEqual([]);
    const own = { ...team, personId: wang.id, teamId: null };
    expect((await patrolCard(own, { duty: { months } }, { room: ownRoom }))!.links).toHaveLength(1);
  });

  it('mark in a log what is still open', async () => {
    const log = [
      logLineOf({ shiftId: tonight.shift.id, personId: wang.id, open: false }),
      logLineOf({ shiftId: tonight.shift.id, personId: wang.id, n: 2, kind: 'passed_on', words: '已转供电所' }),
    ];
    const notice = { kind: 'shift_log', shiftId: tonight.shift.id } as const;
    expect((await said(notice, { duty: { shifts: [tonight], log } }))?.split('\n')).toEqual([
      '11月23日 东片夜巡 值班记录',
      '1. 20:00 接 上桥村停电（东02 王强）',
      '🔸 2. 20:00 传 已转供电所（东02 王强）',
      '🔸 是还要跟的，交班时会一起交给下一班。',
    ]);
  });
});

describe('the calendar', () => {
  const feeds = [{ token: 'secretfeed000001' as Token, personId: wang.id, teamId: null, madeAt: shiftAt }];
  const notice = { kind: 'calendar_link', personId: wang.id, teamId: null } as const;

  it('is given to its person alone', async () => {
    const card = await patrolCard(notice, { duty: { feeds } }, { room: ownRoom });
    expect(card!.links[0]!.url).toContain('secretfeed000001');
    const inGroup = await patrolCard(notice, { duty: { feeds } });
    expect(inGroup!.links).toEqual([]);
    expect(textOf(inGroup!)).toBe('日历地址只在私聊里给，请私聊我要。');
  });
});

describe('a shift that is called off', () => {
  it('is told with its day to everybody who was expected', async () => {
    const result = { kind: 'shift_cancelled', name: '东片夜巡' } as const;
    const notice = { kind: 'shift_answer', shiftId: tonight.shift.id, result } as const;
    expect(await said(notice, { duty: { shifts: [tonight] } })).toBe(
      '取消了：今晚 20:00–23:00 东片夜巡（11月23日），不用来了。',
    );
  });
});
