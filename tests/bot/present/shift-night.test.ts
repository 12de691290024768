import { describe, expect, it } from 'vitest';
import { checkInSubject, type CheckIn } from '../../../core/check-in.ts';
import type { ShiftId } from '../../../core/ids.ts';
import type { Notice } from '../../../core/notice.ts';
import type { ShiftView } from '../../../core/ports/shifts.ts';
import type { Shift } from '../../../core/shift.ts';
import { patrolRulesSchema } from '../../../core/zone/patrol-rules.ts';
import { fileOf } from '../../db/samples.ts';
import { officerOf, roomOf } from '../../support/incident-factory.ts';
import {
  changed,
  eastRoom,
  englishRoom,
  li,
  nightOf,
  ownRoom,
  patrolCard,
  seenAt,
  wang,
  zhao,
} from '../../support/patrol-world.ts';
import { labelsOf, textOf, wordsOnly } from '../../support/render-world.ts';
import { findOf, logLineOf, shiftAt } from '../../support/shift-factory.ts';

const minute = 60_000;
const lights = [
  { item: 'patrol_light', count: 2, taken: null, returned: null },
  { item: '车钥匙', count: 1, taken: null, returned: null },
];

/** The night so far: two are there, one is late, points 1 and 3 are seen. */
function underway(given: Partial<Shift> = {}): ShiftView {
  const night = nightOf({ state: 'running', heardAt: shiftAt + 40 * minute, gear: lights, ...given });
  return changed(
    night,
    { 1: { state: 'present' }, 2: { state: 'present' }, 3: { lateMinutes: 10 } },
    { 1: { state: 'seen' }, 3: { state: 'seen' }, 4: { task: '看看门锁了没' } },
  );
}

/** The same night when it is over. */
function over(given: Partial<Shift> = {}): ShiftView {
  const night = underway({ state: 'ended', endedAt: shiftAt + 182 * minute, ...given });
  return changed(
    night,
    { 3: { state: 'absent' } },
    { 2: { state: 'late' }, 4: { state: 'missed' }, 5: { state: 'excused', why: 'closed' }, 6: { state: 'seen' } },
  );
}

const walked = (view: ShiftView) => [seenAt(view, 1, 20), seenAt(view, 3, 40)];
const about = <Kind extends Notice['kind']>(kind: Kind, view: ShiftView) => ({ kind, shiftId: view.shift.id }) as const;

describe('the reminder of a shift', () => {
  const view = changed(nightOf({ gear: lights }), { 3: { state: 'leave' } });
  const world = { duty: { shifts: [view] } };

  it('says when, who, where and what to bring, with two buttons', async () => {
    const card = await patrolCard(about('shift_reminder', view), world, { minutes: -30 });
    expect(textOf(card!).split('\n')).toEqual([
      '今晚 20:00–23:00 东片夜巡',
      '东01 李海、东02 王强（2 人）',
      '请假：东03 赵敏',
      '路线 6 个点，从 樟塘村口 开始',
      '带上：警灯 2、车钥匙 1',
      '到了就“到岗”；来不了，早点说“请假”。两个人以上再走。',
    ]);
    expect(labelsOf(card!)).toEqual([['到岗', '请假']]);
  });

  it('says where they meet, where the zone file does', async () => {
    const patrols = patrolRulesSchema.parse({ meetings: [{ team: 'east', meeting: '村委会门口' }] });
    const card = await patrolCard(about('shift_reminder', view), world, { minutes: -30, patrols });
    expect(textOf(card!).split('\n')).toContain('集合：村委会门口');
  });

  it('says the same in English', async () => {
    const card = await patrolCard(about('shift_reminder', view), world, { minutes: -30, room: englishRoom });
    expect(textOf(card!).split('\n')).toEqual([
      'Tonight 20:00–23:00 东片夜巡',
      '东01 李海, 东02 王强 (2 people)',
      'On leave: 东03 赵敏',
      'Route of 6 points, starting at 樟塘村口',
      'Bring: 2 × patrol light, 1 × 车钥匙',
      '“I am here” once you are; “I can’t come” as early as you can. Set off only when there are two of you.',
    ]);
  });

  it('asks for a second person where there is only one', async () => {
    const alone = changed(view, { 2: { state: 'leave' } });
    const card = await patrolCard(about('shift_reminder', alone), { duty: { shifts: [alone] } });
    expect(textOf(card!)).toContain('至少要 2 人，现在 1 人。谁能来顶一下？');
  });

  it('is void once the shift has begun or was called off', async () => {
    for (const state of ['running', 'cancelled', 'ended'] as const) {
      const begun = { ...view, shift: { ...view.shift, state } };
      expect(await patrolCard(about('shift_reminder', begun), { duty: { shifts: [begun] } })).toBeNull();
    }
  });
});

describe('the card of a shift', () => {
  it('at the start waits for everybody and tells how it works', async () => {
    const view = nightOf({ state: 'running' });
    const card = await patrolCard(about('shift_card', view), { duty: { shifts: [view] } });
    expect(textOf(card!).split('\n')).toEqual([
      '🟢 东片夜巡 20:00–23:00',
      '到岗 0/3',
      '还在等：东01 李海、东02 王强、东03 赵敏',
      '点位 0/6',
      '接下来：1号 樟塘村口、2号 五金厂门口（21:15前）',
      '到一个点，发一张照片就行，不用写字。',
    ]);
    expect(labelsOf(card!)).toEqual([['到岗']]);
  });

  it('says at once how it ends where it cannot be edited', async () => {
    const view = nightOf({ state: 'running' });
    const world = { duty: { shifts: [view] } };
    const card = await patrolCard(about('shift_card', view), world, { capabilities: wordsOnly });
    expect(textOf(card!)).toContain('走完了，说一声“收队”。\n回 到岗');
  });

  it('shows who is there, how far they are, and what comes next', async () => {
    const view = underway();
    const world = { duty: { shifts: [view], checkIns: walked(view) } };
    const card = await patrolCard(about('shift_card', view), world, { minutes: 45 });
    expect(textOf(card!).split('\n')).toEqual([
      '🟢 东片夜巡 20:00–23:00',
      '到岗 2/3：✓东01 李海 ✓东02 王强',
      '还在等：东03 赵敏（晚 10 分钟）',
      '点位 2/6 · 最近 20:40 岗头',
      '接下来：4号 渡口、5号 井头桥',
      '渡口：看看门锁了没',
      '装备：警灯 2 · 车钥匙 1',
    ]);
    expect(labelsOf(card!)).toEqual([['到岗', '收队'], ['装备领齐']]);
  });

  it('marks who stands in and who helps out', async () => {
    const view = changed(nightOf({ state: 'running' }), {
      1: { state: 'leave' },
      2: { state: 'present', standsInForId: li.id },
      3: { state: 'present', guest: true },
    });
    const card = await patrolCard(about('shift_card', view), { duty: { shifts: [view] } });
    expect(textOf(card!)).toContain('到岗 2/2：✓东02 王强（顶 东01 李海） ✓东03 赵敏（来帮忙）');
  });

  it('offers the end, the gear and the hand-over when all points are seen', async () => {
    const handover = { toShiftId: 'next', givenById: null, givenAt: null, takenById: null, takenAt: null };
    const gear = [{ item: 'radio', count: 3, taken: 2, returned: null }];
    const view = underway({ gear, handover: { ...handover, missing: [], words: '' } as never });
    const done = { ...view, points: view.points.map((point) => ({ ...point, state: 'seen' as const })) };
    const card = await patrolCard(about('shift_card', done), { duty: { shifts: [done] } }, { minutes: 150 });
    expect(textOf(card!)).toContain('点都走完了。回来就“收队”。\n装备：对讲机 2/3');
    expect(labelsOf(card!)).toEqual([
      ['到岗', '收队'],
      ['装备还齐', '交班'],
    ]);
    expect(card!.actions[0]![1]!.style).toBe('primary');
  });

  it('while it closes waits for the last photos, and has no second end', async () => {
    const view = underway({ state: 'closing' });
    const card = await patrolCard(about('shift_card', view), { duty: { shifts: [view] } }, { minutes: 181 });
    expect(textOf(card!)).toContain('还有 4 个点等照片，补发就行。');
    expect(labelsOf(card!).flat()).not.toContain('收队');
  });

  it('of a desk has its log instead of points', async () => {
    const view = { ...underway({ kind: 'desk', name: '中心值班', gear: [] }), points: [] };
    const log = [logLineOf({ shiftId: view.shift.id, personId: wang.id })];
    const card = await patrolCard(about('shift_card', view), { duty: { shifts: [view], log } });
    expect(textOf(card!)).toContain('记录 1 条，1 条还要跟');
    expect(textOf(card!)).not.toContain('点位');
  });

  it('of a night past midnight says so', async () => {
    const view = nightOf({ state: 'running', endsAt: shiftAt + 360 * minute });
    const card = await patrolCard(about('shift_card', view), { duty: { shifts: [view] } });
    expect(card!.title).toBe('🟢 东片夜巡 20:00–次日02:00');
  });

  it('at the end is one short line, and before the start nothing', async () => {
    const view = over();
    const card = await patrolCard(about('shift_card', view), { duty: { shifts: [view] } });
    expect(textOf(card!)).toBe('⚪ 东片夜巡 已收队\n23:02 收队，4/6 个点。辛苦了！');
    expect(card!.actions).toEqual([]);
    const planned = nightOf();
    expect(await patrolCard(about('shift_card', planned), { duty: { shifts: [planned] } })).toBeNull();
  });

  it('in English reads as one would say it', async () => {
    const view = underway();
    const world = { duty: { shifts: [view], checkIns: walked(view) } };
    const card = await patrolCard(about('shift_card', view), world, { minutes: 45, room: englishRoom });
    expect(textOf(card!).split('\n').slice(1, 5)).toEqual([
      'Here 2/3: ✓东01 李海 ✓东02 王强',
      'Waiting for: 东03 赵敏 (10 min late)',
      'Points 2/6 · last 20:40 岗头',
      'Next: 4 渡口, 5 井头桥',
    ]);
  });
});

describe('the question which point it was', () => {
  const view = underway();
  const asked = seenAt(view, 0, 60, { n: null, state: 'asked', words: '到了' });
  const notice = { kind: 'check_in_which', checkInId: asked.id } as const;
  const worldWith = (checkIn = asked) => ({ duty: { shifts: [view], checkIns: [...walked(view), checkIn] } });

  it('offers the likeliest points first, and none of them', async () => {
    const card = await patrolCard(notice, worldWith(), { minutes: 61 });
    expect(textOf(card!)).toBe('东02 王强，这是哪个点？\n选一下就行。');
    expect(labelsOf(card!)).toEqual([['4号 渡口'], ['5号 井头桥'], ['2号 五金厂门口'], ['6号 新屋'], ['都不是']]);
    expect(card!.actions[0]![0]).toMatchObject({ verb: 'check_in_point', value: '4', token: asked.token });
  });

  it('is answered with a number where there are no buttons', async () => {
    const card = await patrolCard(notice, worldWith(), { minutes: 61, capabilities: wordsOnly });
    expect(textOf(card!)).toContain('4号 渡口 · 5号 井头桥 · 2号 五金厂门口 · 6号 新屋\n回 点位 4 · 点位 5');
    expect(textOf(card!)).toMatch(/ · 都不是$/);
  });

  it('becomes what came of it, where it can be edited', async () => {
    const told = worldWith({ ...asked, state: 'counted', n: 5 });
    expect(textOf((await patrolCard(notice, told))!)).toBe('✓ 井头桥（东02 王强）');
    expect(await patrolCard(notice, told, { capabilities: wordsOnly })).toBeNull();
    const none = worldWith({ ...asked, state: 'void' });
    expect(textOf((await patrolCard(notice, none))!)).toBe('好，东02 王强 这次不算打卡。');
  });

  it('is void when the shift was summed up meanwhile', async () => {
    const ended = { ...view, shift: { ...view.shift, state: 'ended' as const } };
    expect(await patrolCard(notice, { duty: { shifts: [ended], checkIns: [asked] } })).toBeNull();
  });
});

describe('the line for a check-in', () => {
  const view = underway();
  const lineOf = async (given: Partial<ReturnType<typeof seenAt>>) => {
    const checkIn = seenAt(view, 3, 40, given);
    const world = { duty: { shifts: [view], checkIns: [checkIn] } };
    const card = await patrolCard({ kind: 'check_in_line', checkInId: checkIn.id }, world);
    return card === null ? null : textOf(card);
  };

  it('is as short as it can be', async () => {
    expect(await lineOf({})).toBe('✓ 岗头 2/6');
    expect(await lineOf({ afterwards: true })).toBe('✓ 岗头（补） 2/6');
    expect(await lineOf({ state: 'repeat' })).toBe('✓ 岗头 又一张');
  });

  it('says nothing of what does not count', async () => {
    expect(await lineOf({ state: 'asked' })).toBeNull();
    expect(await lineOf({ state: 'void' })).toBeNull();
  });
});

describe('points without a photo', () => {
  const view = underway();
  const missing = { kind: 'points_missing', shiftId: view.shift.id, points: [2, 3, 5] } as const;

  it('are asked about once, kindly, and only those that are still open', async () => {
    const card = await patrolCard(missing, { duty: { shifts: [view] } });
    expect(textOf(card!)).toBe(
      '还没看到照片：2号 五金厂门口（21:15前）、5号 井头桥。\n是没去还是忘了发？补发就行。去不了也没关系，选个原因。',
    );
    expect(labelsOf(card!)).toEqual([['关门封路', '不安全没去', '这次不去']]);
  });

  it('are told to the leader, who names the shift where there are no buttons', async () => {
    const notice = { ...missing, kind: 'points_missing_leader' } as const;
    const card = await patrolCard(notice, { duty: { shifts: [view] } }, { room: ownRoom, capabilities: wordsOnly });
    expect(textOf(card!)).toContain('东片夜巡：2 个点还没有照片\n2号 五金厂门口（21:15前）、5号 井头桥。');
    expect(textOf(card!)).toMatch(/回 关门封路 [2-9A-Z]{4} · 不安全没去 [2-9A-Z]{4} · 这次不去 [2-9A-Z]{4}$/);
  });

  it('are not asked about when photos came meanwhile, or it is over', async () => {
    const seen = changed(view, {}, { 2: { state: 'late' }, 5: { state: 'excused' } });
    expect(await patrolCard(missing, { duty: { shifts: [seen] } })).toBeNull();
    const ended = over();
    const late = { ...missing, shiftId: ended.shift.id };
    expect(await patrolCard(late, { duty: { shifts: [ended] } })).toBeNull();
  });
});

describe('a silent crew', () => {
  const silent = underway({ welfare: { step: 'officer', askedId: null, askedAt: shiftAt } });
  const world = { duty: { shifts: [silent], checkIns: walked(silent) } };
  const check = (step: 'first' | 'officer') => ({ kind: 'welfare_check', shiftId: silent.shift.id, step }) as const;

  it('is asked whether all is well, with a button for either answer', async () => {
    const card = await patrolCard(check('first'), world, { room: ownRoom, minutes: 100 });
    expect(textOf(card!)).toBe(
      '1小时没听到你们的消息了，都还好吗？\n好的话回个“平安”就行。有事直接说，要紧马上打 110。',
    );
    expect(labelsOf(card!)).toEqual([['平安', '需要帮忙']]);
    expect(card!.loud).toBe(true);
  });

  it('that does not answer is put before the officer with what is needed to ring', async () => {
    const card = await patrolCard(check('officer'), world, { room: roomOf(), minutes: 111 });
    expect(textOf(card!).split('\n')).toEqual([
      '⚠️ 东片夜巡 1小时11分没有消息',
      '问过了，没有人回。',
      '最后一次：20:40 岗头 东02 王强',
      '东01 李海 199-0000-0401',
      '东02 王强 199-0000-0402',
      '东03 赵敏（没有电话）',
      '请挨个打电话。打不通，就派人去最后那个点看看。',
    ]);
    expect(labelsOf(card!)).toEqual([['联系上了，平安']]);
  });

  it('has its numbers in no group but the command’s', async () => {
    expect(await patrolCard(check('officer'), world, { minutes: 111 })).toBeNull();
  });

  it('is left alone once anything was heard', async () => {
    const heard = underway();
    const again = { ...check('first'), shiftId: heard.shift.id };
    expect(await patrolCard(again, { duty: { shifts: [heard] } }, { room: ownRoom })).toBeNull();
  });

  it('that is fine after all is no alarm any more, whoever says so', async () => {
    const heard = underway();
    const ok = { kind: 'welfare_ok', shiftId: heard.shift.id, personId: wang.id } as const;
    const card = await patrolCard(ok, { duty: { shifts: [heard] } }, { room: roomOf() });
    expect(textOf(card!)).toBe('东片夜巡平安：20:40 东02 王强 回了话，不用再打。');
    const officer = officerOf();
    const rang = { duty: { shifts: [heard] }, people: [li, wang, zhao, officer] };
    const reached = await patrolCard({ ...ok, personId: officer.id }, rang, { room: roomOf() });
    expect(textOf(reached!)).toBe('东片夜巡平安：20:40 值01 李梅 联系上了他们，不用再打。');
  });
});

describe('the summary of a night', () => {
  const given = {
    distanceKm: 8.64,
    remarks: '风大',
    gear: [{ item: 'patrol_light', count: 2, taken: 2, returned: 1 }],
  };
  const view = over(given);
  const find = findOf({ shiftId: view.shift.id, personId: wang.id, roomId: ownRoom.id });
  const world = { duty: { shifts: [view], checkIns: walked(view), finds: [find] } };

  it('has the numbers, and names where something was late, missing or excused', async () => {
    const card = await patrolCard(about('shift_summary', view), world);
    expect(textOf(card!).split('\n')).toEqual([
      '11月23日 东片夜巡 小结',
      '2 人：东01 李海、东02 王强',
      '点位 4/6，其中晚到 1',
      '晚到：五金厂门口',
      '没看到：渡口',
      '没去，说了原因：井头桥 · 关门封路',
      '照片 2 张 · 8.6 公里 · 3小时2分',
      '没还回来：警灯 1',
      '发现：可疑情况 1',
      '队里说：风大',
      '辛苦了，早点休息！',
    ]);
    expect(card!.drawing).toContain('<svg');
  });

  it('blames nobody: who did not come is not in it', async () => {
    const card = await patrolCard(about('shift_summary', view), world);
    expect(textOf(card!)).not.toContain(zhao.name);
  });

  it('of a grid worker’s day counts hours and kilometres against what they should be', async () => {
    const day = over({ ...given, kind: 'grid_day', name: '网格日巡' });
    const card = await patrolCard(about('shift_summary', day), { duty: { shifts: [day] } });
    expect(textOf(card!)).toContain('户外 3小时2分（应 4小时） · 8.6 公里（应 3 公里）');
    expect(textOf(card!)).toMatch(/辛苦了！$/);
  });

  it('is void until the shift is over', async () => {
    const running = underway();
    expect(await patrolCard(about('shift_summary', running), { duty: { shifts: [running] } })).toBeNull();
  });
});

describe('what a leader may look at again', () => {
  const view = over();
  const doubtful = [
    seenAt(view, 3, 40, {
      doubts: [
        { kind: 'forwarded', score: 0.5, fact: '' },
        { kind: 'far_away', score: 0.7, fact: '640 m' },
      ],
    }),
    seenAt(view, 6, 60, { doubts: [{ kind: 'too_fast', score: 0.8, fact: '3.2 min, 900 m' }] }),
    seenAt(view, 1, 20, { doubts: [{ kind: 'seen_before', score: 0.2, fact: '9 bits' }] }),
  ];
  const world = { duty: { shifts: [view], checkIns: doubtful } };

  it('comes with its reasons, the strongest first, and accuses nobody', async () => {
    const card = await patrolCard(about('shift_review', view), world, { room: ownRoom });
    expect(textOf(card!).split('\n')).toEqual([
      '东片夜巡：有 2 处请看一下',
      '21:00 新屋（东02 王强）：离上一个点只隔 3 分钟',
      '20:40 岗头（东02 王强）：位置离点位 640 米；是转发来的',
      '只有你看得到。多半有原因，方便时问一声就好。',
    ]);
    expect(card!.loud).toBe(false);
  });

  it('says of a photo that was sent as a file that it was, beside the reasons, and nothing of any other', async () => {
    const [far, fast, alike] = doubtful.map(checkInSubject);
    const files = [
      fileOf(eastRoom.id, wang.id, { subject: far!, attachment: { kind: 'photo', ref: 'a', sentAs: 'document' } }),
      fileOf(eastRoom.id, wang.id, { subject: fast!, attachment: { kind: 'photo', ref: 'b', sentAs: 'photo' } }),
      // A paper is no photo, and what is below a doubt is shown nowhere.
      fileOf(eastRoom.id, wang.id, { subject: fast!, attachment: { kind: 'document', ref: 'c', sentAs: 'document' } }),
      fileOf(eastRoom.id, wang.id, { subject: alike!, attachment: { kind: 'photo', ref: 'd', sentAs: 'document' } }),
    ];
    const shown = await patrolCard(about('shift_review', view), { ...world, files }, { room: ownRoom });
    expect(textOf(shown!).split('\n').slice(0, 3)).toEqual([
      '东片夜巡：有 2 处请看一下',
      '21:00 新屋（东02 王强）：离上一个点只隔 3 分钟',
      '20:40 岗头（东02 王强）：位置离点位 640 米；是转发来的（当原文件发的）',
    ]);
    const english = { ...englishRoom, kind: 'direct' as const };
    const told = await patrolCard(about('shift_review', view), { ...world, files }, { room: english });
    expect(textOf(told!).match(/sent as a file/g)).toHaveLength(1);
    expect(textOf(told!)).toMatch(/forwarded \(sent as a file\)$/m);
  });

  it('is told once where another one took its place for the same reasons', async () => {
    const again = seenAt(view, 8, 60, { doubts: doubtful[1]!.doubts, replacesId: doubtful[1]!.id });
    const wrong = { ...doubtful[1]!, state: 'replaced' as const };
    const shown = async (checkIns: CheckIn[]) =>
      textOf(
        (await patrolCard(about('shift_review', view), { duty: { shifts: [view], checkIns } }, { room: ownRoom }))!,
      );
    expect((await shown([wrong, again])).match(/只隔 3 分钟/g)).toHaveLength(1);
    const far = { ...wrong, doubts: doubtful[0]!.doubts };
    expect(await shown([far, again])).toMatch(/有 2 处请看一下/);
  });

  it('is shown in no group, and not at all when there is nothing', async () => {
    expect(await patrolCard(about('shift_review', view), world)).toBeNull();
    const clean = { duty: { shifts: [view], checkIns: walked(view) } };
    expect(await patrolCard(about('shift_review', view), clean, { room: ownRoom })).toBeNull();
  });
});

describe('a shift that nobody has reported for', () => {
  const told = underway({ heardAt: null, welfare: { step: 'unreported', askedId: null, askedAt: shiftAt } });
  const empty = {
    ...told,
    people: told.people.map((one) => ({ ...one, state: 'expected' as const, musteredAt: null })),
  };
  const notice = { kind: 'shift_unreported', shiftIds: [empty.shift.id] } as const;

  it('is put before who leads them with whom to ring and what to say', async () => {
    const card = await patrolCard(notice, { duty: { shifts: [empty] } }, { room: roomOf(), minutes: 20 });
    expect(textOf(card!).split('\n')).toEqual([
      '东片夜巡：还没有人到岗',
      '20:00 开始的，到现在没有人说到岗，也没有照片。',
      '应到的人：',
      '东01 李海 199-0000-0401',
      '东02 王强 199-0000-0402',
      '东03 赵敏（没有电话）',
      '不知道有没有人出去，所以没有挨个问平安。是哪一种？',
    ]);
    expect(labelsOf(card!)).toEqual([['他们在外面了', '这班不去了'], ['我打电话问']]);
    expect(await patrolCard(notice, { duty: { shifts: [empty] } }, { minutes: 20 })).toBeNull();
  });

  it('is one of several in one message for the command, each with whom to ring or what became of it', async () => {
    const off = {
      ...empty,
      shift: { ...empty.shift, id: 'other' as ShiftId, name: '西片夜巡', state: 'cancelled' as const },
    };
    const both = { kind: 'shift_unreported', shiftIds: [empty.shift.id, off.shift.id] } as const;
    const card = await patrolCard(both, { duty: { shifts: [empty, off] } }, { room: roomOf(), minutes: 20 });
    expect(textOf(card!).split('\n')).toEqual([
      '2 班还没有人到岗',
      '东片夜巡：20:00 开始的，还没有人说到岗',
      '东01 李海 199-0000-0401',
      '东02 王强 199-0000-0402',
      '东03 赵敏（没有电话）',
      '西片夜巡：这一班取消了，队里已经说了。',
      '不知道有没有人出去，所以没有挨个问平安。请打电话问一声，去了的在队里说“到岗”。',
    ]);
  });

  it.each([
    ['cancelled', {}, '这一班取消了，队里已经说了。'],
    ['unstaffed', {}, '到结束也没有人来，记下了。'],
    [
      'running',
      { heardAt: shiftAt + 30 * 60_000, welfare: null },
      '20:30 知道有人在外面了。60 分钟没有消息，照常问平安。',
    ],
  ] as const)('says what became of it once it is %s', async (state, more, words) => {
    const view = { ...empty, shift: { ...empty.shift, state, ...more } };
    const card = await patrolCard(notice, { duty: { shifts: [view] } }, { room: roomOf() });
    expect(textOf(card!)).toBe(`东片夜巡：还没有人到岗\n${words}`);
    expect(labelsOf(card!)).toEqual([]);
  });
});
