import { describe, expect, it } from 'vitest';
import { render } from '../../../bot/present/render.ts';
import type { Hazard } from '../../../core/hazard.ts';
import type { Card } from '../../../core/message.ts';
import type { Notice } from '../../../core/notice.ts';
import type { Person, Room } from '../../../core/people.ts';
import type { HazardView } from '../../../core/ports/hazards.ts';
import { hazardAt, hazardReportOf } from '../../support/hazard-factory.ts';
import { dueIn, hazardViewOf } from '../../support/hazard-view.ts';
import { personOf, placeOf, roomOf } from '../../support/incident-factory.ts';
import { everything, labelsOf, queuedOf, textOf, toolsOf, wordsOnly } from '../../support/render-world.ts';

const owner = personOf({ callSign: '网01', name: '王五', phone: '199-0000-0011', roles: ['grid_worker'] });
const leader = personOf({ callSign: '片01', name: '钱七', roles: ['leader'] });
const place = placeOf();
const command = roomOf();
const village = roomOf({ purpose: 'village' });
const direct = roomOf({ kind: 'direct', purpose: 'direct' });
const dayMs = 86_400_000;
const arithmetic = '期限 11月30日17:30：11月23日起 5 个工作日（当天不算），其间 11月28、29日是周末';

function accepted(given: Partial<Hazard> = {}): HazardView {
  const view = hazardViewOf({
    ...dueIn(),
    state: 'accepted',
    grade: 'ordinary',
    handling: 'by_deadline',
    placeId: place.id,
    ownerId: owner.id,
    leaderId: leader.id,
    assignedAt: hazardAt,
    ...given,
  });
  return { ...view, owner, leader, place };
}

async function drawn(
  notice: Notice,
  hazards: readonly HazardView[],
  {
    room = direct,
    reader = null,
    days = 9,
    can = everything,
  }: { room?: Room; reader?: Person | null; days?: number; can?: typeof everything } = {},
): Promise<Card | null> {
  const world = { hazards, people: [owner, leader], places: [place] };
  const tools = toolsOf(world, { now: hazardAt + days * dayMs, capabilities: can });
  const rendered = await render(queuedOf(notice, room, reader?.id ?? null), room, tools);
  return rendered?.kind === 'card' ? rendered.card : null;
}

describe('an alarm about a deadline', () => {
  const alarm = (view: HazardView, to: 'owner' | 'leader' | 'supervision', days: number): Notice => ({
    kind: 'hazard_overdue',
    hazardId: view.hazard.id,
    step: { to, days },
    lateDays: days,
  });

  it('tells the owner its arithmetic and what can be done', async () => {
    const view = accepted();
    const card = await drawn(alarm(view, 'owner', 1), [view], { reader: owner });
    expect(card?.title).toBe('已逾期 2 个工作日：消防设施');
    expect(textOf(card!)).toContain(`${arithmetic}；已逾期 2 个工作日`);
    expect(labelsOf(card!)[0]).toEqual(['改好了', '不归我']);
    expect(card?.loud).toBe(true);
  });

  it('before the day is quiet', async () => {
    const view = accepted();
    const card = await drawn(alarm(view, 'owner', -1), [view], { reader: owner, days: 4 });
    expect(card?.title).toBe('还有 1 个工作日到期：消防设施');
    expect(card?.loud).toBe(false);
  });

  it('tells the leader who has it, with a phone, and proposes supervision only in the end', async () => {
    const view = accepted();
    const first = await drawn(alarm(view, 'leader', 5), [view], { reader: leader });
    expect(textOf(first!)).toContain('责任人：网01 王五 199-0000-0011');
    expect(labelsOf(first!)).toEqual([['催一下', '先停计时']]);
    const last = await drawn(alarm(view, 'supervision', 10), [view], { room: command });
    expect(textOf(last!)).toContain('建议挂牌督办，由您来定');
    expect(labelsOf(last!)[0]).toEqual(['挂牌督办']);
  });

  it('is nothing once it is fixed, stopped, or has more time', async () => {
    const fixed = accepted({ state: 'fixed', dueAt: null });
    const stopped = accepted({ dueAt: null });
    const later = accepted({ ...dueIn({ given: { unit: 'working_days', count: 15 } }) });
    for (const view of [fixed, stopped, later]) {
      expect(await drawn(alarm(view, 'owner', 1), [view], { reader: owner })).toBeNull();
    }
  });
});

describe('a wish for more time', () => {
  const asked = { days: 3, reason: '等配件', at: hazardAt };

  it('tells the leader why, and until when it would be', async () => {
    const view = accepted({ asked });
    const card = await drawn({ kind: 'hazard_more_asked', hazardId: view.hazard.id }, [view], {
      reader: leader,
      days: 1,
    });
    expect(card?.title).toBe('网01 王五 申请延期 3 个工作日');
    expect(textOf(card!)).toContain('原因：“等配件”');
    expect(textOf(card!)).toContain('同意的话，新期限 12月3日17:30');
    expect(labelsOf(card!)).toEqual([['同意延期', '不同意延期']]);
  });

  it('is answered with the new sum', async () => {
    const extensions = [{ why: 'granted' as const, byId: null, ...asked }];
    const view = accepted(dueIn({ extensions }));
    const notice = { kind: 'hazard_more_decided', hazardId: view.hazard.id, granted: true } as const;
    const text = textOf((await drawn(notice, [view], { reader: owner, days: 1 }))!);
    expect(text).toContain('同意延期了');
    expect(text).toContain('5 个工作日（当天不算），加延期 3 个工作日');
    const refused = await drawn({ ...notice, granted: false }, [view], { reader: owner, days: 1 });
    expect(textOf(refused!)).toContain('期限照旧');
  });

  it('is gone once it was decided', async () => {
    const view = accepted();
    expect(await drawn({ kind: 'hazard_more_asked', hazardId: view.hazard.id }, [view])).toBeNull();
  });
});

describe('lists', () => {
  const late = accepted();
  const today = accepted({ ...dueIn({ given: { unit: 'working_days', count: 7 } }) });
  const far = accepted({ ...dueIn({ given: { unit: 'working_days', count: 30 } }) });
  const all = [far, today, late];

  it('of one’s own puts what is late first, and marks it', async () => {
    const card = await drawn({ kind: 'hazard_list', personId: owner.id, about: 'owned' }, all, { reader: owner });
    const lines = textOf(card!).split('\n');
    expect(lines[0]).toBe('我的隐患：3 条，逾期 1 条');
    expect(lines[1]).toBe(
      `🔴 ${late.hazard.number} 消防设施 · 恒达五金厂，整改中，11月30日17:30到期，已逾期 2 个工作日`,
    );
    expect(lines[2]).toMatch(/^🟡 .*今天到期$/);
    expect(lines[3]).toContain(far.hazard.number);
    expect(lines.at(-1)).toContain('改好了 0042');
  });

  it('that are empty say so kindly', async () => {
    const card = await drawn({ kind: 'hazard_list', personId: owner.id, about: 'owned' }, []);
    expect(textOf(card!)).toBe('你手上没有要办的隐患。有新的会马上告诉你。');
  });

  it('of what somebody reported are not for a group', async () => {
    const own = { ...late, reports: [hazardReportOf({ personId: owner.id })] };
    const card = await drawn({ kind: 'hazard_list', personId: owner.id, about: 'reported' }, [own], { room: village });
    expect(textOf(card!)).toContain('私下给我发');
    expect(textOf(card!)).not.toContain(late.hazard.number);
  });

  it('in the morning hold only what is late or due, and count the rest', async () => {
    const card = await drawn({ kind: 'hazard_digest', personId: owner.id, about: 'owned' }, all, { reader: owner });
    const text = textOf(card!);
    expect(card?.title).toBe('早上好，你手上逾期 1 条，今天到期 1 条');
    expect(text).not.toContain(far.hazard.number);
    expect(text).toContain('另有 1 条还没到期');
    expect(await drawn({ kind: 'hazard_digest', personId: owner.id, about: 'owned' }, [far])).toBeNull();
  });

  it('in the morning say the alarms of the day with their arithmetic, so that none comes on its own', async () => {
    const steps = [{ hazardId: today.hazard.id, to: 'owner' }] as const;
    const notice = { kind: 'hazard_digest', personId: owner.id, about: 'owned', steps } as const;
    const lines = textOf((await drawn(notice, all, { reader: owner }))!).split('\n');
    expect(lines[1]).toBe(`🔴 ${late.hazard.number} 消防设施 · 恒达五金厂，整改中`);
    expect(lines[2]).toBe(`${arithmetic}；已逾期 2 个工作日`);
    expect(lines[3]).toContain(today.hazard.number);
    expect(lines[4]).toMatch(/^期限 12月2日17:30：11月23日起 7 个工作日.*；今天到期$/);
  });

  it('of a leader propose supervision in the morning, each with its own button or words', async () => {
    const steps = [{ hazardId: late.hazard.id, to: 'supervision' }] as const;
    const notice = { kind: 'hazard_digest', personId: leader.id, about: 'area', steps } as const;
    const card = await drawn(notice, all, { reader: leader });
    expect(labelsOf(card!)).toEqual([[`挂牌督办 ${late.hazard.number}`]]);
    expect(textOf(card!)).toContain('建议挂牌督办');
    const words = textOf((await drawn(notice, all, { reader: leader, can: wordsOnly }))!);
    expect(words).toContain('回 挂牌督办');
    const supervised = { ...late, hazard: { ...late.hazard, handling: 'supervised' as const } };
    expect(labelsOf((await drawn(notice, [supervised, today], { reader: leader }))!)).toEqual([]);
  });

  describe('of a group', () => {
    const notice = { kind: 'hazard_group_digest', sinceAt: hazardAt + 8 * dayMs } as const;
    const today = hazardAt + 9 * dayMs;
    const told = (given: Partial<Hazard>): HazardView => {
      const view = accepted(given);
      return { ...view, reports: [hazardReportOf({ hazardId: view.hazard.id, roomId: village.id })] };
    };
    const closed = { state: 'closed', outcome: 'resolved', fixedAt: today, closedAt: today, changedAt: today } as const;

    it('say what moved and what goes on, without names', async () => {
      const moved = told({ acceptedAt: today, changedAt: today });
      const remarked = told({ changedAt: today });
      const still = told({ changedAt: hazardAt });
      const text = textOf((await drawn(notice, [moved, remarked, still], { room: village }))!);
      expect(text).toMatch(/^本群隐患日报：还有 3 条在办/);
      const going = text.indexOf('还在办：');
      expect(text.indexOf('有新进展')).toBeLessThan(text.indexOf(moved.hazard.number));
      expect(text.indexOf(moved.hazard.number)).toBeLessThan(going);
      for (const { hazard } of [remarked, still]) expect(text.indexOf(hazard.number)).toBeGreaterThan(going);
      expect(text).not.toMatch(/王五|逾期/);
    });

    it('count what was put right, and name it', async () => {
      const done = [told(closed), told(closed)];
      const mistake = told({ ...closed, outcome: 'withdrawn' });
      const card = await drawn(notice, [...done, mistake, told({ changedAt: hazardAt })], { room: village });
      expect(card?.title).toBe('本群隐患日报：弄好了 2 条，还有 1 条在办');
      for (const { hazard } of [...done, mistake]) expect(textOf(card!)).toContain(hazard.number);
      const all = await drawn(notice, done, { room: village });
      expect(all?.title).toBe('本群隐患日报：弄好了 2 条');
    });

    it('say nothing when nothing has moved, be it that somebody added a photo or rated what was closed', async () => {
      const rated = told({ ...closed, fixedAt: hazardAt, closedAt: hazardAt });
      expect(await drawn(notice, [rated, told({ changedAt: today })], { room: village })).toBeNull();
    });

    it('stay short on a day with much to tell', async () => {
      const many = Array.from({ length: 18 }, () => told(closed));
      const open = Array.from({ length: 9 }, () => told({ changedAt: hazardAt }));
      const card = await drawn(notice, [...many, ...open], { room: village });
      expect(card?.title).toBe('本群隐患日报：弄好了 18 条，还有 9 条在办');
      expect(textOf(card!)).toContain('还有 7 条');
      expect(textOf(card!)).not.toContain(open[2]!.hazard.number);
    });
  });
});

describe('reminders and choices', () => {
  it('of what waits say for whom and how long; a single one can be decided there', async () => {
    const view = hazardViewOf();
    const other = hazardViewOf({ state: 'graded', gradedAt: hazardAt + 8 * dayMs });
    const both = { kind: 'hazard_waiting', hazardIds: [view.hazard.id, other.hazard.id] } as const;
    const text = textOf((await drawn(both, [view, other], { room: command }))!);
    expect(text).toContain('还有 2 条等着办');
    expect(text).toContain('没人定级，等了 9 天');
    expect(text).toContain('没人接，等了 24 小时');
    const one = await drawn({ kind: 'hazard_waiting', hazardIds: [view.hazard.id] }, [view], { room: command });
    expect(labelsOf(one!)).toEqual([['一般隐患', '重大隐患']]);
    const done = accepted();
    expect(await drawn({ kind: 'hazard_waiting', hazardIds: [done.hazard.id] }, [done])).toBeNull();
  });

  it('somebody asks: the owner hears it, and nobody hears who asks', async () => {
    const view = { ...accepted(), reports: [hazardReportOf({ personId: leader.id })] };
    const card = await drawn({ kind: 'hazard_chased', hazardId: view.hazard.id }, [view], { reader: owner });
    expect(textOf(card!)).toContain('有人来问进展');
    expect(textOf(card!)).toContain(arithmetic);
    expect(textOf(card!)).not.toContain('钱七');
  });

  it('which one: each has its own button, or its own words', async () => {
    const [a, b] = [accepted(), accepted()];
    const notice = {
      kind: 'hazard_which',
      hazardIds: [a.hazard.id, b.hazard.id],
      verb: 'hazard_fixed',
    } as const;
    const card = await drawn(notice, [a, b], { reader: owner });
    expect(card?.actions.flat().map(({ token }) => token)).toEqual([a.hazard.token, b.hazard.token]);
    const words = await drawn(notice, [a, b], { reader: owner, can: wordsOnly });
    expect(textOf(words!)).toContain(`请回：改好了 ${a.hazard.number} · 改好了 ${b.hazard.number}`);
  });

  it('two that look alike: one button, or words with both numbers', async () => {
    const [a, b] = [accepted(), accepted()];
    const notice = { kind: 'hazard_twin', hazardId: a.hazard.id, otherId: b.hazard.id } as const;
    const card = await drawn(notice, [a, b], { room: command });
    expect(card?.actions.flat()[0]?.value).toBe(b.hazard.number.slice(2));
    const words = await drawn(notice, [a, b], { room: command, can: wordsOnly });
    expect(textOf(words!)).toContain(`请回：是同一处 ${a.hazard.number.slice(-4)} ${b.hazard.number}`);
  });

  it('an answer says where it stands now, with the number', async () => {
    const view = accepted();
    const result = { kind: 'hazard_already', state: 'accepted', by: '网01 王五' } as const;
    const card = await drawn({ kind: 'hazard_answer', hazardId: view.hazard.id, result }, [view]);
    expect(textOf(card!)).toBe(`网01 王五 已经办过了，这条现在是“整改中”。\n编号 ${view.hazard.number}`);
  });
});
