import { describe, expect, it } from 'vitest';
import type { Incident, Order, Seat } from '../../../core/incident.ts';
import type { Card } from '../../../core/message.ts';
import { render } from '../../../bot/present/render.ts';
import {
  incidentOf,
  officerOf,
  orderOf,
  personOf,
  placeOf,
  planOf,
  reportedAt,
  roomOf,
  seatOf,
  viewOf,
} from '../../support/incident-factory.ts';
import { cardFor, labelsOf, queuedOf, textOf, toolsOf } from '../../support/render-world.ts';

const direct = roomOf({ kind: 'direct', purpose: 'direct' });
const rescuer = personOf();
const officer = officerOf();
const place = placeOf();
const plan = planOf();
const seat = seatOf({ needed: 2 });
const calledOut = {
  state: 'called_out',
  officerId: officer.id,
  placeId: place.id,
  position: place.position,
} as const;
const seated = { answer: 'accepted', acceptedAt: reportedAt + 70_000, answeredAt: reportedAt + 70_000 } as const;

function worldOf(order: Partial<Order>, incident: Partial<Incident> = {}, seats: readonly Seat[] = [seat]) {
  const own = { ...orderOf({ personId: rescuer.id, seatId: seat.id, ...order }), person: rescuer };
  const view = viewOf(incidentOf({ ...calledOut, ...incident }), { officer, place, seats, orders: [own] });
  return { own, tools: toolsOf({ views: [view], places: [place], plans: [plan] }) };
}

function order(
  parts: Partial<Order>,
  incident: Partial<Incident> = {},
  marks: { again?: boolean; repeat?: boolean; seats?: readonly Seat[] } = {},
): Promise<Card> {
  const { seats, ...flags } = marks;
  const { own, tools } = worldOf(parts, incident, seats);
  return cardFor({ kind: 'order', orderId: own.id, ...flags }, direct, tools);
}

describe('the order', () => {
  it('says what, where, which seat, how far, who commands, and how to stay safe', async () => {
    const card = await order({});
    expect(textOf(card).split('\n')).toEqual([
      '出警令：火灾',
      '地点：恒达五金厂 · 西塘工业区',
      '情况：“厂里着火了 浓烟 西塘工业区这边”',
      '你的席位：急救',
      '路程：1.8公里 · 约6分钟 · 位置3分钟前',
      '值班员：值01 李梅 199-0000-0101',
      '安全：',
      '1. 从上风向接近',
      '2. 不进正在燃烧的房间',
      '能去吗？',
      '编号 I-2611-0042',
    ]);
    expect(card.links).toEqual([{ label: '看地图', url: 'https://map.example/28.901,120.041' }]);
    expect(labelsOf(card)).toEqual([['接警', '待命', '不能去']]);
    expect(card).toMatchObject({ code: 'A7K', loud: true });
  });

  it('admits when the position is not known, or is only where one usually is', async () => {
    const unknown = { distanceMetres: null, travelMinutes: null, positionAt: null };
    expect(textOf(await order(unknown))).toContain('路程：位置未知');
    expect(textOf(await order({ positionAt: null }))).toContain('约6分钟 · 按常驻点估算');
  });

  it('says so when a seat has come free again, and when an earlier copy may have arrived', async () => {
    expect((await order({}, {}, { again: true })).title).toBe('有空位了，轮到你：火灾');
    expect((await order({}, {}, { repeat: true })).banner).toContain('可能重复');
  });

  it('carries the words of the need that opened its seat', async () => {
    const need = seatOf({ id: seat.id, skill: 'diving', origin: 'need', words: '需要绳子和一个会潜水的' });
    const text = textOf(await order({}, {}, { seats: [need] }));
    expect(text).toContain('你的席位：潜水');
    expect(text).toContain('现场需要：“需要绳子和一个会潜水的”');
  });

  it('tells whoever has not answered that all seats are taken, and offers standby', async () => {
    const card = await order({}, {}, { seats: [{ ...seat, taken: 2 }] });
    expect(card.title).toBe('人已齐：火灾');
    expect(labelsOf(card)).toEqual([['待命', '不能去']]);
    expect(card.loud).toBe(false);
  });

  it('asks for the minutes after a yes, with one tap for each', async () => {
    const card = await order(seated);
    expect(card.title).toBe('你已接警：火灾');
    expect(labelsOf(card)).toEqual([
      ['5分钟', '8分钟', '10分钟'],
      ['15分钟', '20分钟', '30分钟'],
      ['出发了', '去不了了'],
    ]);
    expect(card.actions[0]?.[1]).toMatchObject({ verb: 'eta', value: '8' });
  });

  it('offers only steps that lie ahead', async () => {
    const eta = { ...seated, etaAt: reportedAt + 480_000 };
    const underway = { ...eta, underwayAt: reportedAt + 90_000 };
    const onScene = { ...underway, onSceneAt: reportedAt + 300_000 };
    const done = { ...onScene, doneAt: reportedAt + 600_000 };
    expect(labelsOf(await order(eta))).toEqual([['出发了', '去不了了']]);
    expect(textOf(await order(eta))).toContain('预计14:10到');
    expect(labelsOf(await order(underway))).toEqual([['到场了', '去不了了']]);
    expect(labelsOf(await order(onScene))).toEqual([['完成']]);
    expect(textOf(await order(onScene))).toContain('需要什么直接说');
    expect(labelsOf(await order(done))).toEqual([['平安']]);
    expect(labelsOf(await order({ ...done, safeAt: reportedAt + 900_000 }))).toEqual([]);
  });

  it('keeps the way back open for whoever said no or waits', async () => {
    expect(labelsOf(await order({ answer: 'declined' }))).toEqual([['接警']]);
    expect(labelsOf(await order({ answer: 'withdrawn' }))).toEqual([['接警']]);
    expect(labelsOf(await order({ answer: 'standby', standbyRank: 1 }))).toEqual([['接警', '不能去']]);
  });

  it('tells a standby how many wait before them now, not the rank of long ago', async () => {
    const { own } = worldOf({ answer: 'standby', standbyRank: 7 });
    const before = { ...orderOf({ answer: 'standby', standbyRank: 3 }), person: personOf() };
    const gone = { ...orderOf({ answer: 'withdrawn', standbyRank: null }), person: personOf() };
    const view = viewOf(incidentOf(calledOut), {
      officer,
      place,
      seats: [{ ...seat, taken: 2 }],
      orders: [own, before, gone],
    });
    const card = await cardFor({ kind: 'order', orderId: own.id }, direct, toolsOf({ views: [view] }));
    expect(textOf(card)).toContain('你是第2待命');
  });

  it('tells who chose to wait that their seat is still free', async () => {
    expect(textOf(await order({ answer: 'standby', standbyRank: 1 }))).toContain('现在还有空位');
  });

  it('asks for a safe return once it is over, and thanks whoever was not needed', async () => {
    const over = { state: 'stood_down', outcome: 'resolved' } as const;
    const back = await order({ ...seated, releasedAt: reportedAt + 900_000 }, over);
    expect(back.title).toBe('收队：火灾');
    expect(labelsOf(back)).toEqual([['平安']]);
    const spare = await order({ answer: 'released', standbyRank: 1 }, over);
    expect(textOf(spare)).toContain('不用去了');
    expect(labelsOf(spare)).toEqual([]);
    const falseAlarm = await order(seated, { state: 'stood_down', outcome: 'false_alarm' });
    expect(textOf(falseAlarm)).toContain('是误报');
  });

  it('is not sent at all when it has become needless before anybody saw it', async () => {
    const { own, tools } = worldOf({ answer: 'lapsed', sentAt: null }, { state: 'stood_down', outcome: 'cancelled' });
    expect(await render(queuedOf({ kind: 'order', orderId: own.id }, direct), direct, tools)).toBeNull();
  });

  it('speaks English to whoever reads English, with the plan’s English lines', async () => {
    const { own, tools } = worldOf({});
    const card = await cardFor({ kind: 'order', orderId: own.id }, { ...direct, language: 'en' }, tools);
    expect(textOf(card)).toContain('Call-out: fire');
    expect(textOf(card)).toContain('1. Come from upwind');
    expect(labelsOf(card)).toEqual([['Accept', 'Standby', 'Can’t']]);
  });
});

describe('words about an order', () => {
  it('answer a yes with the next question', async () => {
    const { own, tools } = worldOf(seated);
    const notice = { kind: 'order_answer', orderId: own.id, result: { kind: 'seated', already: false } } as const;
    const card = await cardFor(notice, direct, tools);
    expect(textOf(card)).toBe('接警成功，席位是你的。\n几分钟能到？');
    expect(labelsOf(card).flat()).toContain('8分钟');
  });

  it('show no personal buttons in a group', async () => {
    const { own, tools } = worldOf({ answer: 'standby', standbyRank: 1 });
    const result = { kind: 'standby', rank: 1, full: true } as const;
    const card = await cardFor({ kind: 'order_answer', orderId: own.id, result }, roomOf({ purpose: 'squad' }), tools);
    expect(textOf(card)).toBe('满员，你是第1待命。');
    expect(card.actions).toEqual([]);
  });

  it('ask again only who owes an answer', async () => {
    const reminders = async (parts: Partial<Order>, incident: Partial<Incident>): Promise<(string | null)[]> => {
      const { own, tools } = worldOf(parts, incident);
      const kinds = ['stand_down', 'safe_reminder', 'late_reminder'] as const;
      const shown = kinds.map((kind) => render(queuedOf({ kind, orderId: own.id }, direct), direct, tools));
      return (await Promise.all(shown)).map((one) => (one?.kind === 'card' ? textOf(one.card) : null));
    };
    const over = { state: 'stood_down', outcome: 'resolved' } as const;
    const away = await reminders({ ...seated, releasedAt: reportedAt }, over);
    expect(away[0]).toContain('任务结束，请收队');
    expect(away[1]).toContain('还没收到你的平安');
    expect(away[2]).toBeNull();
    const safe = await reminders({ ...seated, safeAt: reportedAt }, over);
    expect(safe[0]).not.toContain('[');
    expect(safe.slice(1)).toEqual([null, null]);
    const late = await reminders({ ...seated, etaAt: reportedAt + 120_000 }, {});
    expect(late[2]).toContain('说好14:04到，到了吗？');
    expect((await reminders({ ...seated, etaAt: reportedAt, onSceneAt: reportedAt }, {}))[2]).toBeNull();
  });

  it('ask which of several orders a bare 1 meant', async () => {
    const first = { ...orderOf({ code: 'A7K' }), person: rescuer };
    const second = { ...orderOf({ code: 'Q2M' }), person: rescuer };
    const views = [
      viewOf(incidentOf({ ...calledOut, number: 'I-2611-0001' }), { orders: [first] }),
      viewOf(incidentOf({ ...calledOut, kind: 'drowning', placeWords: '荷塘', drill: true }), { orders: [second] }),
    ];
    const notice = { kind: 'which_order', orderIds: [first.id, second.id], words: '3' } as const;
    const card = await cardFor(notice, direct, toolsOf({ views }));
    expect(textOf(card)).toContain('你手上有 2 张出警令');
    expect(textOf(card)).toContain('Q2M：演练 溺水');
    expect(labelsOf(card)).toEqual([['不能去 A7K'], ['不能去 Q2M']]);
    expect(card.banner).toBeUndefined();
    const labels = async (words: string) =>
      labelsOf(await cardFor({ ...notice, words }, direct, toolsOf({ views }))).flat()[0];
    expect(await labels('到场')).toBe('到场了 A7K');
    expect(await labels('完成')).toBe('完成 A7K');
    expect(await labels('平安到家了')).toBe('平安 A7K');
    expect(await labels('１')).toBe('接警 A7K');
    const inGroup = await cardFor(notice, roomOf({ purpose: 'squad' }), toolsOf({ views }));
    expect(textOf(inGroup)).toContain('不能去 A7K · 不能去 Q2M');
    expect(inGroup.actions).toEqual([]);
  });
});
