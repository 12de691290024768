import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  CheckInId,
  FileId,
  FindId,
  HazardDraftId,
  HazardId,
  HazardReportId,
  IncidentId,
  MatterId,
  MatterNoteId,
  OpeningId,
  OrderId,
  PersonId,
  RequestId,
  ShiftId,
  TeamId,
} from '../../../core/ids.ts';
import type { Incident } from '../../../core/incident.ts';
import type { Card } from '../../../core/message.ts';
import type { Notice, NoticeKind, SceneWord } from '../../../core/notice.ts';
import type { KeptFile } from '../../../core/ports/files.ts';
import { isPrivateNotice } from '../../../core/private-notice.ts';
import { textLength } from '../../../bot/present/fit-card.ts';
import { render } from '../../../bot/present/render.ts';
import {
  candidateOf,
  heldBy,
  incidentOf,
  officerOf,
  orderOf,
  personOf,
  placeOf,
  planOf,
  reportedAt,
  reportOf,
  roomOf,
  seatOf,
  viewOf,
} from '../../support/incident-factory.ts';
import { hazardNotices } from '../../support/hazard-notices.ts';
import { matterNotices } from '../../support/matter-notices.ts';
import { patrolNotices } from '../../support/patrol-notices.ts';
import { everything, queuedOf, textOf, toolsOf, wordsOnly, type RenderWorld } from '../../support/render-world.ts';

const rescuer = personOf();
const officer = officerOf();
const place = placeOf();
const fileId = 'file-1' as FileId;

const states = ['reported', 'confirmed', 'called_out', 'stood_down', 'closed'] as const;
const answers = ['open', 'accepted', 'standby', 'declined', 'withdrawn', 'unreachable', 'released', 'lapsed'] as const;
const words: readonly SceneWord[] = [
  'need',
  'situation',
  'rescued',
  'handed_over',
  'unsafe_withdrawal',
  'comms_risk',
  'false_alarm',
  'delay',
  'photo',
  'question',
];

/** A world with one incident in any state, its one order in any state. */
const worlds = fc
  .record({
    state: fc.constantFrom(...states),
    outcome: fc.constantFrom(
      'resolved' as const,
      'cancelled' as const,
      'false_alarm' as const,
      'not_incident' as const,
    ),
    answer: fc.constantFrom(...answers),
    steps: fc.nat({ max: 4 }),
    eta: fc.boolean(),
    words: fc.string({ maxLength: 500, unit: 'grapheme' }),
    known: fc.boolean(),
    drill: fc.boolean(),
  })
  .map(({ state, outcome, answer, steps, eta, known, drill, words: said }) => {
    const step = (n: number): number | null => (answer === 'accepted' && steps >= n ? reportedAt + n * 60_000 : null);
    const ended = state === 'stood_down' || state === 'closed';
    const incident = incidentOf({
      state,
      drill,
      outcome: ended ? outcome : null,
      words: said,
      placeWords: known ? '' : said,
      officerId: officer.id,
      position: known ? place.position : null,
      placeId: known ? place.id : null,
      calledOutAt: state === 'reported' || state === 'confirmed' ? null : reportedAt + 40_000,
    });
    const seat = seatOf({ needed: 2, taken: 1 });
    const order = {
      ...orderOf({
        personId: rescuer.id,
        seatId: seat.id,
        answer,
        acceptedAt: answer === 'accepted' ? reportedAt : null,
        etaAt: eta ? reportedAt + 600_000 : null,
        underwayAt: step(1),
        onSceneAt: step(2),
        doneAt: step(3),
        safeAt: step(4),
        standbyRank: answer === 'standby' ? 1 : null,
        reason: said,
      }),
      person: rescuer,
    };
    const view = viewOf(incident, {
      officer,
      place: known ? place : null,
      seats: [seat],
      orders: [order],
      reports: [reportOf({ words: said }), reportOf({ words: said })],
    });
    return view;
  });

/** One notice of every kind about that incident, that order and these people. */
function noticesAbout(
  incidentId: IncidentId,
  orderId: OrderId,
): { [Kind in NoticeKind]: Extract<Notice, { kind: Kind }>[] } {
  const personId: PersonId = rescuer.id;
  return {
    emergency_line: [{ kind: 'emergency_line', incidentId, joined: false, heard: true, ask: 'place' }],
    report_outcome: [{ kind: 'report_outcome', incidentId }],
    detail_noted: [{ kind: 'detail_noted', incidentId }],
    command_card: [
      { kind: 'command_card', incidentId },
      { kind: 'command_card', incidentId, choosing: true },
    ],
    decision_reminder: [{ kind: 'decision_reminder', incidentId }],
    late_report: [{ kind: 'late_report', incidentId, saidAt: 0 }],
    squad_card: [{ kind: 'squad_card', incidentId }],
    nobody_left: [{ kind: 'nobody_left', incidentId }],
    scene_word: words.map((word) => ({ kind: 'scene_word', incidentId, orderId, word, text: '需要绳子' })),
    incident_photo: [{ kind: 'incident_photo', incidentId, fileId }],
    after_action: [{ kind: 'after_action', incidentId }],
    order: [
      { kind: 'order', orderId },
      { kind: 'order', orderId, again: true, repeat: true },
    ],
    order_answer: [
      { kind: 'order_answer', orderId, result: { kind: 'seated', already: false } },
      { kind: 'order_answer', orderId, result: { kind: 'standby', rank: 1, full: true } },
      { kind: 'order_answer', orderId, result: { kind: 'ended' } },
    ],
    word_answer: [{ kind: 'word_answer', incidentId, result: { kind: 'closed' } }],
    which_order: [{ kind: 'which_order', orderIds: [orderId], words: '1' }],
    officer_word: [{ kind: 'officer_word', incidentId, text: '先在门口集合', from: officer.id }],
    stand_down: [{ kind: 'stand_down', orderId }],
    safe_reminder: [{ kind: 'safe_reminder', orderId }],
    late_reminder: [{ kind: 'late_reminder', orderId }],
    refusal: [{ kind: 'refusal', result: { kind: 'not_yours' } }],
    welcome: [{ kind: 'welcome' }],
    help: [{ kind: 'help' }],
    not_understood: [{ kind: 'not_understood' }],
    words_wanted: [{ kind: 'words_wanted' }],
    duty_set: [{ kind: 'duty_set', duty: 'off' }],
    language_set: [{ kind: 'language_set' }],
    room_set: [{ kind: 'room_set', purpose: 'squad', team: '救援一队' }],
    bound: [{ kind: 'bound', personId }],
    bind_refused: [{ kind: 'bind_refused', why: 'expired' }],
    bind_code: [{ kind: 'bind_code', code: '7K3Q', personId }],
    self_check: [{ kind: 'self_check', findings: [] }],
    unreachable_people: [{ kind: 'unreachable_people', personIds: [personId] }],
    photo_refused: [{ kind: 'photo_refused', fileId }],
    inbox_failed: [{ kind: 'inbox_failed', reference: 'R-7', platform: 'telegram' }],
    undelivered: [{ kind: 'undelivered', what: 'stand_down', personId, roomTitle: '', drill: true }],
    place_colour: [{ kind: 'place_colour', placeId: place.id, at: reportedAt }],
    place_info: [{ kind: 'place_info', placeId: place.id }],
    place_which: [
      { kind: 'place_which', placeIds: [place.id], words: '工业' },
      { kind: 'place_which', placeIds: [], words: 'QY-9999' },
    ],
    place_answer: [{ kind: 'place_answer', result: { kind: 'colour_set', code: 'QY-0217', colour: 'red' } }],
    reaction: [{ kind: 'reaction', messageId: '5', emoji: '👌' }],
    ...patrolNotices({
      shiftId: 'shift' as ShiftId,
      otherId: 'other-shift' as ShiftId,
      checkInId: 'check-in' as CheckInId,
      requestId: 'request' as RequestId,
      findId: 'find' as FindId,
      personId,
      teamId: 'team' as TeamId,
    }),
    ...matterNotices({
      matterId: 'matter' as MatterId,
      openingId: 'opening' as OpeningId,
      noteId: 'note' as MatterNoteId,
      personId,
    }),
    ...hazardNotices({
      hazardId: 'hazard' as HazardId,
      reportId: 'report' as HazardReportId,
      otherId: 'other' as HazardId,
      draftId: 'draft' as HazardDraftId,
      personId,
    }),
  };
}

const photo: KeptFile = {
  id: fileId,
  platform: 'telegram',
  roomId: roomOf().id,
  personId: rescuer.id,
  messageId: '9',
  attachment: { kind: 'photo', ref: 'r' },
  albumId: null,
  incidentId: null,
  subject: null,
  role: null,
  receivedAt: reportedAt,
  state: 'stored',
  sha256: 'aa',
  mime: 'image/jpeg',
  sizeBytes: 10,
  why: '',
  attempts: 1,
  dueAt: reportedAt,
  shownAt: null,
};

function worldOf(view: RenderWorld['views']): RenderWorld {
  return {
    views: view ?? [],
    people: [rescuer, officer],
    candidates: [candidateOf(personOf({ callSign: '西09' }))],
    places: [place],
    plans: [planOf()],
    files: [photo],
  };
}

/** Every card that any notice about this view comes to, in every kind of room. */
async function cardsAbout(
  view: NonNullable<RenderWorld['views']>[number],
  capabilities = everything,
): Promise<[Notice, Card][]> {
  const rooms = [roomOf(), roomOf({ purpose: 'squad' }), roomOf({ kind: 'direct', purpose: 'direct', language: 'en' })];
  const notices = Object.values(noticesAbout(view.incident.id, view.orders[0]!.id)).flat();
  const tools = toolsOf(worldOf([view]), { capabilities });
  const cards: [Notice, Card][] = [];
  for (const room of rooms) {
    for (const notice of notices) {
      if (isPrivateNotice(notice) && room.kind === 'group') continue;
      const rendered = await render(queuedOf(notice, room), room, tools);
      if (rendered?.kind === 'card') cards.push([notice, rendered.card]);
    }
  }
  return cards;
}

const aboutAnIncident = (notice: Notice): boolean =>
  'incidentId' in notice ||
  'orderId' in notice ||
  'orderIds' in notice ||
  (notice.kind === 'undelivered' && notice.drill === true);

const runs = { numRuns: 60 };

describe('every notice', () => {
  it('of a drill is marked a drill, and no other is', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (view) => {
        for (const [notice, card] of await cardsAbout(view)) {
          const marked = /【演练】|\[DRILL\]/.test(card.banner ?? '');
          const drill = notice.kind === 'undelivered' || (view.incident.drill && aboutAnIncident(notice));
          expect(marked, notice.kind).toBe(drill);
        }
      }),
      runs,
    );
  });

  it('says something, within every platform’s length', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.constantFrom(everything, wordsOnly), async (view, capabilities) => {
        for (const [notice, card] of await cardsAbout(view, capabilities)) {
          expect(textOf(card).trim(), notice.kind).not.toBe('');
          expect(textOf(card), notice.kind).not.toMatch(/undefined|null|NaN|\[object/);
          expect(textLength(card), notice.kind).toBeLessThanOrEqual(capabilities.textLimit);
          for (const { label } of card.actions.flat()) expect(label.length).toBeLessThanOrEqual(20);
        }
      }),
      runs,
    );
  });

  it('keeps no button where there are none, and says how to reply instead', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (view) => {
        const withButtons = await cardsAbout(view, { ...wordsOnly, buttons: true });
        const without = await cardsAbout(view, wordsOnly);
        for (const [n, [notice, card]] of without.entries()) {
          const before = withButtons[n]![1];
          expect(card.actions, notice.kind).toEqual([]);
          if (before.actions.length > 0) expect(card.lines.length, notice.kind).toBeGreaterThan(before.lines.length);
        }
      }),
      runs,
    );
  });

  it('about something that is gone says nothing', async () => {
    const gone = noticesAbout('nowhere' as IncidentId, 'nothing' as OrderId);
    const tools = toolsOf({ people: [rescuer] });
    const room = roomOf();
    for (const notice of Object.values(gone).flat()) {
      if (!aboutAnIncident(notice) || notice.kind === 'undelivered') continue;
      expect(await render(queuedOf(notice, room), room, tools), notice.kind).toBeNull();
    }
  });

  it('leaves names with markup as they are: escaping is the platform’s', async () => {
    const evil = personOf({ callSign: null, name: '<b>&"*_`[x](http://e)' });
    const view = viewOf(incidentOf({ reporterId: evil.id, words: '<script>着火</script>' }));
    const room = roomOf();
    const tools = toolsOf({ views: [view], people: [evil] });
    const rendered = await render(queuedOf({ kind: 'command_card', incidentId: view.incident.id }, room), room, tools);
    expect(rendered?.kind === 'card' && textOf(rendered.card)).toContain('“<script>着火</script>”');
    expect(rendered?.kind === 'card' && textOf(rendered.card)).toContain(evil.name);
  });
});

describe('a reaction', () => {
  const room = roomOf();
  const notice: Notice = { kind: 'reaction', messageId: '5', emoji: '👌' };
  it('stays one where the platform has them, and becomes nothing elsewhere', async () => {
    expect(await render(queuedOf(notice, room), room, toolsOf({}))).toEqual(notice);
    expect(await render(queuedOf(notice, room), room, toolsOf({}, { capabilities: wordsOnly }))).toBeNull();
  });
});

describe('words for the command group', () => {
  const room = roomOf();
  const seat = seatOf({ skill: 'diving', needed: 1, origin: 'need' });
  const held = heldBy(rescuer, { underwayAt: reportedAt, onSceneAt: reportedAt });
  const calledOut = (parts: Partial<Incident> = {}) =>
    viewOf(incidentOf({ state: 'called_out', officerId: officer.id, ...parts }), {
      officer,
      seats: [seat],
      orders: [
        held,
        {
          ...orderOf({ answer: 'unreachable' }),
          person: personOf({ callSign: '西01', name: '钱七', phone: '199-0000-0201' }),
        },
        {
          ...orderOf({ answer: 'open' }),
          person: personOf({ callSign: '西02', name: '孙八', phone: '199-0000-0202' }),
        },
        {
          ...orderOf({ answer: 'declined' }),
          person: personOf({ callSign: '西03', name: '周九', phone: '199-0000-0203' }),
        },
      ],
    });
  const show = async (notice: Notice, world: RenderWorld, dutyPhones: { name: string; phone: string }[] = []) => {
    const tools = toolsOf(world);
    const rendered = await render(queuedOf(notice, room), room, { ...tools, zone: { ...tools.zone, dutyPhones } });
    if (rendered?.kind !== 'card') throw new Error('no card');
    return rendered.card;
  };

  it('from the scene say who, what is needed, and which seats that opened', async () => {
    const view = calledOut();
    const { id } = view.incident;
    const notice = {
      kind: 'scene_word',
      incidentId: id,
      orderId: held.id,
      word: 'need',
      text: '要一个会潜水的',
    } as const;
    const card = await show(notice, { views: [view] });
    expect(textOf(card)).toContain('现场要支援 · I-2611-0042\n东03 张强（已到场）\n“要一个会潜水的”\n空位：潜水 1 人');
    expect(card.loud).toBe(true);
  });

  it('show a photo of the scene once it is stored', async () => {
    const view = calledOut();
    const notice = { kind: 'incident_photo', incidentId: view.incident.id, fileId } as const;
    const card = await show(notice, { views: [view], files: [photo], people: [rescuer] });
    expect(card.photo).toBe(fileId);
    expect(textOf(card)).toBe('照片 · I-2611-0042\n东03 张强 14:02:00 发来');
    const waiting = { ...photo, state: 'waiting' as const };
    const tools = toolsOf({ views: [view], files: [waiting] });
    expect(await render(queuedOf(notice, room), room, tools)).toBeNull();
  });

  it('give the phones to ring when nobody is left: who could not be reached first, nobody who said no', async () => {
    const view = calledOut({ exhaustedAt: reportedAt });
    const off = personOf({
      callSign: '西04',
      name: '吴十',
      phone: '199-0000-0204',
      duty: 'off',
      certificates: [{ skill: 'diving', validUntil: null }],
    });
    const notice = { kind: 'nobody_left', incidentId: view.incident.id } as const;
    const world = { views: [view], candidates: [candidateOf(off)] };
    const card = await show(notice, world, [{ name: '消防救援站', phone: '119' }]);
    expect(textOf(card).split('\n')).toEqual([
      '🔴 无人可叫：火灾 · I-2611-0042',
      '还缺 潜水 1 人',
      '请打电话：',
      '西01 钱七 199-0000-0201（没送到）',
      '西02 孙八 199-0000-0202（没回）',
      '西04 吴十 199-0000-0204（休息中）',
      '消防救援站 119（值班电话）',
    ]);
  });

  it('say nothing of nobody being left once the seats are filled', async () => {
    const view = calledOut();
    const filled = { ...view, seats: [{ ...seat, taken: 1 }] };
    const notice = { kind: 'nobody_left', incidentId: view.incident.id } as const;
    expect(await render(queuedOf(notice, room), room, toolsOf({ views: [filled] }))).toBeNull();
  });

  it('remind of a report that nobody decided on, until somebody has', async () => {
    const view = viewOf(incidentOf());
    const notice = { kind: 'decision_reminder', incidentId: view.incident.id } as const;
    const card = await show(notice, { views: [view] });
    expect(textOf(card)).toContain('已等 5 分钟，还没有人定');
    expect(card.actions.flat().map(({ verb }) => verb)).toEqual(['confirm', 'not_incident']);
    const decided = { ...view, incident: { ...view.incident, state: 'confirmed' as const } };
    expect(await render(queuedOf(notice, room), room, toolsOf({ views: [decided] }))).toBeNull();
  });

  it('say before an incident who could not be reached during one', async () => {
    const people = [personOf({ callSign: '西07', name: '郑一', phone: '' }), rescuer];
    const card = await show({ kind: 'unreachable_people', personIds: people.map(({ id }) => id) }, { people });
    expect(textOf(card)).toContain('2 人现在联系不上');
    expect(textOf(card)).toContain('西07 郑一（没有电话）');
    expect(textOf(card)).toContain('东03 张强 199-0000-0003');
  });

  it('tell what is wrong with a platform and how to mend it, the gravest first', async () => {
    const findings = [
      { platform: 'wechat', code: 'login_back', severity: 'info', detail: '' },
      { platform: 'telegram', code: 'privacy_mode', severity: 'error', detail: '指挥群' },
    ] as const;
    const card = await show({ kind: 'self_check', findings }, {});
    expect(card.lines.map(({ text }) => text)).toEqual([expect.stringContaining('/setprivacy'), '微信：已恢复']);
    expect(card.loud).toBe(true);
  });
});

describe('help', () => {
  const direct = roomOf({ kind: 'direct', purpose: 'direct' });
  const helpFor = async (reader: PersonId): Promise<string> => {
    const resident = personOf({ id: 'resident' as PersonId, roles: ['resident'] });
    const tools = toolsOf({ people: [resident, rescuer, officer] });
    const rendered = await render(queuedOf({ kind: 'help' }, direct, reader), direct, tools);
    return rendered?.kind === 'card' ? textOf(rendered.card) : '';
  };
  it('fits what one is', async () => {
    expect(await helpFor('resident' as PersonId)).toContain('西塘工业区着火了');
    expect(await helpFor(rescuer.id)).toContain('能去 8分钟');
    expect(await helpFor(officer.id)).toContain('演练 火灾');
    expect(await helpFor(officer.id)).not.toContain('绑定 7K3Q');
  });
});
