import { describe, expect, it } from 'vitest';
import type { IncidentView } from '../../../core/ports/incidents.ts';
import {
  candidateOf,
  heldBy,
  incidentOf,
  officerOf,
  orderOf,
  personOf,
  placeOf,
  reportedAt,
  reportOf,
  roomOf,
  seatOf,
  viewOf,
} from '../../support/incident-factory.ts';
import { cardFor, labelsOf, textOf, toolsOf, type RenderWorld } from '../../support/render-world.ts';
import type { Card } from '../../../core/message.ts';

const command = roomOf();
const village = roomOf({ purpose: 'village', title: '西塘村群' });
const witness = personOf({ callSign: null, name: '王秀英', phone: '', roles: ['resident'] });
const officer = officerOf();
const place = placeOf();
const [qiang, si, wu] = [
  personOf({ callSign: '东01', name: '张强', phone: '199-0000-0001' }),
  personOf({ callSign: '东02', name: '李四', phone: '199-0000-0002' }),
  personOf({ callSign: '东03', name: '王五', phone: '199-0000-0003' }),
];
const told = { reporterId: witness.id, reportRoomId: village.id };
const called = {
  ...told,
  state: 'called_out',
  officerId: officer.id,
  confirmedAt: reportedAt + 20_000,
  calledOutAt: reportedAt + 60_000,
  waves: 1,
} as const;

function commandCard(view: IncidentView, world: RenderWorld = {}, choosing?: boolean): Promise<Card> {
  const tools = toolsOf({ views: [view], people: [witness], rooms: [village], ...world });
  const { id } = view.incident;
  const notice = { kind: 'command_card', incidentId: id, ...(choosing === undefined ? {} : { choosing }) } as const;
  return cardFor(notice, command, tools);
}

describe('the command card of a report', () => {
  const reports = [
    reportOf(),
    reportOf({ words: '我也看到了', at: reportedAt + 31_000 }),
    reportOf({ words: '三楼有人', at: reportedAt + 44_000 }),
  ];

  it('shows the words, who said them and where, the guess and why', async () => {
    const text = textOf(await commandCard(viewOf(incidentOf(told), { place })));
    expect(text).toContain('待确认：火灾 · I-2611-0042');
    expect(text).toContain('“厂里着火了 浓烟 西塘工业区这边”');
    expect(text).toContain('报告：王秀英 · 西塘村群 · 14:02:00');
    expect(text).toContain('初判：火灾，因为提到');
    expect(text).toContain('“着火”');
  });

  it('gives no reason that tells nobody anything', async () => {
    const lost = { ...told, kind: 'missing_person' as const, words: '有个老人迷路了，说不清家在哪' };
    const text = textOf(await commandCard(viewOf(incidentOf(lost))));
    expect(text).toMatch(/初判：人员走失$/m);
    expect(text).not.toContain('因为提到');
    expect(text).not.toContain('没有把握');
  });

  it('leaves the decision to two buttons, the right one first', async () => {
    const card = await commandCard(viewOf(incidentOf(told)));
    expect(labelsOf(card)).toEqual([['确认警情', '不是警情']]);
    expect(card.actions[0]?.[0]?.style).toBe('primary');
    expect(card.loud).toBe(true);
  });

  it('counts further reports and lets the last be split off', async () => {
    const card = await commandCard(viewOf(incidentOf(told), { reports }));
    expect(textOf(card)).toContain('共 3 次报告：');
    expect(textOf(card)).toContain('14:02:31 “我也看到了”');
    expect(labelsOf(card)).toEqual([['确认警情', '不是警情'], ['分开处理']]);
  });

  it('links to the map when the place is known, and says so when it is not', async () => {
    const known = await commandCard(viewOf(incidentOf({ ...told, placeId: place.id }), { place }));
    expect(known.links).toEqual([{ label: '看地图', url: 'https://map.example/28.901,120.041' }]);
    const unknown = await commandCard(viewOf(incidentOf({ ...told, placeWords: '' })));
    expect(textOf(unknown)).toContain('地点：还不清楚');
    expect(unknown.links).toEqual([]);
  });

  it('says that the machine is not sure when no word gave the kind', async () => {
    const card = await commandCard(viewOf(incidentOf({ ...told, kind: 'lift', words: '快来人' })));
    expect(textOf(card)).toContain('没有把握');
  });

  it('turns into the kinds while one is chosen, and back', async () => {
    const view = viewOf(incidentOf(told));
    const choosing = await commandCard(view, {}, true);
    const rows = labelsOf(choosing);
    expect(rows).toHaveLength(7);
    expect(rows.flat()).toContain('溺水');
    expect(choosing.actions.flat().find(({ style }) => style === 'primary')?.value).toBe('fire');
    expect(labelsOf(await commandCard(view))).toEqual([['确认警情', '不是警情']]);
  });
});

describe('the command card of a confirmed incident', () => {
  const confirmed = incidentOf({ ...told, state: 'confirmed', officerId: officer.id, position: place.position });
  const seats = [seatOf({ skill: 'breathing_apparatus', needed: 2 }), seatOf({ skill: 'first_aid', needed: 1 })];
  const view = viewOf(confirmed, { officer, place, seats });
  const masked = personOf({ ...wu, certificates: [{ skill: 'breathing_apparatus', validUntil: '2027-01-01' }] });
  const candidates = [
    candidateOf(qiang, { position: { lat: 28.91, lon: 120.05, at: reportedAt + 180_000, source: 'live' } }),
    candidateOf(si),
    candidateOf({ ...masked, base: { lat: 28.92, lon: 120.06 } }),
    candidateOf(personOf({ callSign: '东04', name: '赵六', duty: 'off' })),
    candidateOf(
      personOf({ callSign: '东05', name: '钱七', certificates: [{ skill: 'first_aid', validUntil: '2026-11-21' }] }),
    ),
    candidateOf(personOf({ callSign: '东06', name: '孙八' }), { channels: [] }),
    candidateOf(personOf({ callSign: '东07', name: '周九' }), { busy: true }),
  ];

  it('lists whom the next tap asks, nearest first, with the age of the position', async () => {
    const lines = textOf(await commandCard(view, { candidates })).split('\n');
    expect(lines).toContain('需要：空气呼吸器 2 人、急救 1 人');
    expect(lines).toContain('将通知 3 人：');
    expect(lines).toContain('1. 东03 王五 · 空气呼吸器 · 约11分钟 · 按常驻点估算 · 值班中');
    expect(lines).toContain('2. 东01 张强 · 急救 · 约7分钟 · 位置2分钟前 · 值班中');
    expect(lines).toContain('3. 东02 李四 · 急救 · 位置未知 · 值班中');
  });

  it('says who was passed over and why', async () => {
    const text = textOf(await commandCard(view, { candidates }));
    expect(text).toContain('休息中 1 人：东04 赵六');
    expect(text).toContain('证书过期 1 人：东05 钱七');
    expect(text).toContain('联系不上 1 人：东06 孙八');
    expect(text).toContain('在忙别的警情 1 人：东07 周九');
  });

  it('warns which places stay empty even if everybody comes', async () => {
    expect(textOf(await commandCard(view, { candidates }))).toContain('人不够：还缺 空气呼吸器 1 人');
  });

  it('needs one more tap, which says how many it calls', async () => {
    const card = await commandCard(view, { candidates });
    expect(labelsOf(card)).toEqual([['立即出警(3人)'], ['改类型', '不是警情']]);
    expect(card.actions[0]?.[0]).toMatchObject({ verb: 'call_out', style: 'primary', token: confirmed.token });
  });

  it('says that nobody can be called', async () => {
    const text = textOf(await commandCard(view, { candidates: [] }));
    expect(text).toContain('没有可叫的人，请打电话');
  });
});

describe('the command card of a call-out', () => {
  const seats = [
    seatOf({ skill: 'breathing_apparatus', needed: 2, taken: 1 }),
    seatOf({ skill: 'first_aid', needed: 1, taken: 1 }),
  ];
  const [masks, aid] = seats;
  const going = heldBy(qiang, {
    seatId: masks!.id,
    underwayAt: reportedAt + 90_000,
    etaAt: reportedAt + 480_000,
    reason: '我没水域证 只能岸上帮忙',
  });
  const there = heldBy(si, { seatId: aid!.id, onSceneAt: reportedAt + 400_000 });
  const waiting = { ...orderOf({ personId: wu.id, answer: 'standby', standbyRank: 4 }), person: wu };
  const silent = { ...orderOf(), person: personOf({ callSign: '东08' }) };
  const seen = { ...orderOf({ seenAt: reportedAt }), person: personOf({ callSign: '东09' }) };
  const view = viewOf(incidentOf(called), { officer, place, seats, orders: [there, going, waiting, silent, seen] });

  it('shows seats, everybody’s progress and what they said beyond yes', async () => {
    const lines = textOf(await commandCard(view)).split('\n');
    expect(lines).toContain('空气呼吸器 1/2');
    expect(lines).toContain('急救 1/1 满');
    expect(lines).toContain('🔵 在路上 东01 张强 · 空气呼吸器 · 预计14:10到 · “我没水域证 只能岸上帮忙”');
    expect(lines).toContain('🟢 已到场 东02 李四 · 急救 · 14:08:40');
    expect(lines).toContain('待命：1. 东03 王五');
    expect(lines).toContain('未答复 1 · 只回收到 1');
  });

  it('warns when nobody is left to ask and a seat is empty', async () => {
    expect(textOf(await commandCard(view))).not.toContain('无人可叫');
    const exhausted = { ...view, incident: { ...view.incident, exhaustedAt: reportedAt + 100_000 } };
    expect(textOf(await commandCard(exhausted))).toContain('🔴 已无人可叫');
  });

  it('lets the officer call more, stand down, or end it', async () => {
    expect(labelsOf(await commandCard(view))).toEqual([
      ['再叫人', '收队'],
      ['误报', '取消'],
    ]);
  });
});

describe('the command card after the stand-down', () => {
  const safe = heldBy(si, { releasedAt: reportedAt + 900_000, safeAt: reportedAt + 1_000_000 });
  const away = heldBy(qiang, { releasedAt: reportedAt + 900_000 });
  const stoodDown = incidentOf({
    ...called,
    state: 'stood_down',
    outcome: 'resolved',
    stoodDownAt: reportedAt + 900_000,
  });

  it('shows in red, with the phone, who has not said to be safe', async () => {
    const card = await commandCard(viewOf(stoodDown, { officer, orders: [safe, away] }));
    expect(textOf(card)).toContain('平安 1/2');
    expect(card.lines).toContainEqual({ text: '🔴 未报平安：东01 张强 199-0000-0001', style: 'warning' });
    expect(card.actions.flat()).toMatchObject([{ verb: 'close', value: 'phoned', label: '已电话确认，结案' }]);
  });

  it('can simply be closed once everybody is safe', async () => {
    const card = await commandCard(viewOf(stoodDown, { officer, orders: [safe] }));
    expect(textOf(card)).toContain('✅ 去的人都报了平安');
    expect(card.actions.flat()).toMatchObject([{ verb: 'close', label: '结案' }]);
    expect(card.actions.flat()[0]?.value).toBeUndefined();
  });

  it('ends with the outcome and every time, without buttons', async () => {
    const closed = { ...stoodDown, state: 'closed', closedAt: reportedAt + 1_200_000 } as const;
    const card = await commandCard(viewOf(closed, { officer, orders: [safe] }));
    expect(textOf(card)).toContain('结果：处置完毕');
    expect(textOf(card)).toContain('报告 14:02 → 确认 14:02 → 出警 14:03 → 收队 14:17 → 结案 14:22');
    expect(card.actions).toEqual([]);
    expect(card.links.map(({ label }) => label)).toContain('看详情');
  });
});
