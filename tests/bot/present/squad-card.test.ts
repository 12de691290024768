import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../../core/message.ts';
import type { IncidentView } from '../../../core/ports/incidents.ts';
import { render } from '../../../bot/present/render.ts';
import {
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
import { cardFor, everything, queuedOf, textOf, toolsOf, wordsOnly } from '../../support/render-world.ts';

const squad = roomOf({ purpose: 'squad', title: '救援一队' });
const place = placeOf();
const [qiang, si, wu] = ['张强', '李四', '王五'].map((name, n) => personOf({ callSign: `东0${n + 1}`, name }));
const seats = [seatOf({ skill: 'breathing_apparatus', needed: 2, taken: 2 }), seatOf({ needed: 1, taken: 1 })];
const orders = [
  heldBy(qiang!),
  heldBy(si!, { underwayAt: reportedAt }),
  heldBy(wu!, { underwayAt: reportedAt, onSceneAt: reportedAt }),
  { ...orderOf({ answer: 'standby', standbyRank: 1 }), person: personOf({ callSign: '西01', name: '' }) },
  { ...orderOf({ answer: 'declined', reason: '在外地' }), person: personOf({ callSign: '西02', name: '赵六' }) },
];
const calledOut = viewOf(incidentOf({ state: 'called_out', placeId: place.id, position: place.position }), {
  place,
  seats,
  orders,
});

const squadCard = (view: IncidentView, capabilities = everything): Promise<Card> =>
  cardFor({ kind: 'squad_card', incidentId: view.incident.id }, squad, toolsOf({ views: [view] }, { capabilities }));

describe('the squad’s card', () => {
  it('says what, where, the seats, who goes, and how to answer', async () => {
    const card = await squadCard(calledOut);
    expect(textOf(card).split('\n')).toEqual([
      '出警：火灾',
      '地点：恒达五金厂 · 西塘工业区',
      '席位：空气呼吸器 2/2 · 急救 1/1',
      '已接警：东01 张强',
      '在路上：东02 李四',
      '已到场：东03 王五',
      '待命：西01',
      '收到出警令的队员：在私信里答，或在这里回 接警 或 1，带上几分钟到更好，比如“能去 8分钟”。',
      '编号 I-2611-0042',
    ]);
    expect(card.links).toHaveLength(1);
    expect(card.actions).toEqual([]);
  });

  it('points at nobody who could not come', async () => {
    expect(textOf(await squadCard(calledOut))).not.toMatch(/赵六|在外地/);
  });

  it('does not change for small steps where it cannot be edited', async () => {
    const seated = { ...calledOut, orders: [heldBy(qiang!)] };
    const underway = { ...calledOut, orders: [heldBy(qiang!, { underwayAt: reportedAt, etaAt: reportedAt })] };
    expect(await squadCard(underway, wordsOnly)).toEqual(await squadCard(seated, wordsOnly));
  });

  it('does not exist before anybody is called', async () => {
    for (const state of ['reported', 'confirmed'] as const) {
      const view = viewOf(incidentOf({ state }));
      const notice = { kind: 'squad_card', incidentId: view.incident.id } as const;
      expect(await render(queuedOf(notice, squad), squad, toolsOf({ views: [view] }))).toBeNull();
    }
  });

  it('thanks at the end and counts who is still awaited, without names', async () => {
    const over = viewOf(incidentOf({ state: 'stood_down', outcome: 'resolved' }), { orders: [heldBy(qiang!)] });
    const text = textOf(await squadCard(over));
    expect(text).toContain('还等 1 人报平安');
    expect(text).toContain('辛苦大家');
    expect(text).not.toContain('张强');
  });

  it('says of a false alarm that it was one, also while somebody is still awaited', async () => {
    for (const [outcome, words] of [
      ['false_alarm', '是误报，不用去了'],
      ['cancelled', '已取消，不用去了'],
    ] as const) {
      const over = viewOf(incidentOf({ state: 'stood_down', outcome }), { orders: [heldBy(qiang!)] });
      const text = textOf(await squadCard(over));
      expect(text).toContain(words);
      expect(text).toContain('还等 1 人报平安');
      expect(text).not.toContain('任务结束');
    }
  });
});

describe('what a squad’s group never reads', () => {
  const phone = '13812345678';
  const witness = personOf({ callSign: null, name: '王秀英', phone, roles: ['resident'] });
  const officer = officerOf({ phone });
  const phoned = [...orders, heldBy(personOf({ callSign: '西03', name: '孙八', phone }))];

  it.each(['called_out', 'stood_down', 'closed'] as const)('reporter and phones, %s', async (state) => {
    const incident = incidentOf({ state, outcome: 'resolved', reporterId: witness.id, words: `着火了 我电话${phone}` });
    const view = viewOf(incident, {
      officer,
      place,
      orders: phoned,
      reports: [reportOf({ personId: witness.id, words: '我是王秀英' })],
    });
    const trace = [
      {
        subject: `incident:${incident.id}` as const,
        what: 'reported' as const,
        actorId: witness.id,
        at: reportedAt,
        data: { words: incident.words },
        n: 1,
        previousHash: '',
        hash: '',
      },
    ];
    const tools = toolsOf({ views: [view], people: [witness], trace });
    for (const kind of ['squad_card', 'after_action'] as const) {
      const rendered = await render(queuedOf({ kind, incidentId: incident.id }, squad), squad, tools);
      if (rendered?.kind !== 'card') throw new Error('no card');
      expect(JSON.stringify(rendered.card)).not.toMatch(/王秀英|13812345678|我电话/);
      expect(rendered.card.links.filter(({ url }) => url.includes('/i/'))).toEqual([]);
    }
  });

  it('a phone number in the words for the place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^1[3-9]\d{9}$/), fc.constantFrom('', ' ', '-'), async (number, gap) => {
        const written = [number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(gap);
        const view = viewOf(incidentOf({ state: 'called_out', placeWords: `荷塘桥头 找老李${written}` }));
        const text = textOf(await squadCard(view));
        expect(text).toContain('荷塘桥头');
        expect(text.replaceAll(/[\s-]/g, '')).not.toContain(number);
      }),
    );
  });
});
