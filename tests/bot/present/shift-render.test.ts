import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textLength } from '../../../bot/present/fit-card.ts';
import { isPatrolAction, patrolReplyOf } from '../../../bot/present/patrol-replies.ts';
import { render } from '../../../bot/present/render.ts';
import { readPatrolWord } from '../../../bot/texts/patrol-words.ts';
import { textsIn } from '../../../bot/texts/texts-in.ts';
import type { Doubt } from '../../../core/check-in.ts';
import type { CheckInId, FindId, RequestId, ShiftId, TeamId } from '../../../core/ids.ts';
import { tapData, type Card, type Language } from '../../../core/message.ts';
import type { Notice } from '../../../core/notice.ts';
import type { Room, Team } from '../../../core/people.ts';
import type { ShiftView } from '../../../core/ports/shifts.ts';
import { dutyKinds, type ShiftPerson, type ShiftPoint, type ShiftState } from '../../../core/shift.ts';
import { officerOf, personOf, placeOf, roomOf } from '../../support/incident-factory.ts';
import { patrolNotices } from '../../support/patrol-notices.ts';
import { everything, queuedOf, textOf, toolsOf, wordsOnly, type RenderWorld } from '../../support/render-world.ts';
import {
  checkInOf,
  findOf,
  logLineOf,
  shiftAt,
  shiftOf,
  shiftPersonOf,
  shiftPointOf,
  shiftRequestOf,
} from '../../support/shift-factory.ts';

const minute = 60_000;
const leader = personOf({ callSign: '东01', name: '李海', phone: '139-0000-0001', roles: ['leader'] });
const walker = personOf({ callSign: '东02', name: '王强', phone: '139-0000-0002', roles: ['volunteer'] });
const other = personOf({
  callSign: '东03',
  name: '赵敏',
  phone: '139-0000-0003',
  roles: ['volunteer'],
  language: 'en',
});
const officer = officerOf();
const people = [leader, walker, other, officer];
const phones = people.map(({ phone }) => phone);
const place = placeOf({ code: 'XL-05', kind: 'village_entrance', name: '井头桥' });
const team: Team = {
  id: 'team-east' as TeamId,
  code: 'east',
  kind: 'patrol',
  name: '东片义警',
  leaderId: leader.id,
  memberIds: [leader.id, walker.id, other.id],
  active: true,
};

const states: readonly ShiftState[] = ['planned', 'running', 'closing', 'ended', 'cancelled', 'unstaffed'];
const personStates: readonly ShiftPerson['state'][] = ['expected', 'present', 'leave', 'absent'];
const pointStates: readonly ShiftPoint['state'][] = ['open', 'seen', 'late', 'missed', 'excused'];
const doubtKinds: readonly Doubt['kind'][] = [
  'seen_before',
  'taken_earlier',
  'far_away',
  'forwarded',
  'too_fast',
  'no_word',
  'wrong_word',
];

/** A duty in any state, with everything that can belong to it. */
const duties = fc
  .record({
    state: fc.constantFrom(...states),
    kind: fc.constantFrom(...dutyKinds),
    crew: fc.array(fc.constantFrom(...personStates), { minLength: 3, maxLength: 3 }),
    points: fc.array(fc.constantFrom(...pointStates), { maxLength: 40 }),
    words: fc.string({ maxLength: 600, unit: 'grapheme' }),
    checkIn: fc.constantFrom('counted', 'repeat', 'extra', 'asked', 'replaced', 'void' as const),
    request: fc.constantFrom('asked', 'agreed', 'granted', 'refused', 'withdrawn' as const),
    wish: fc.constantFrom('leave', 'swap', 'stand_in' as const),
    find: fc.constantFrom('suspicious', 'found', 'lost' as const),
    decided: fc.constantFrom('told', 'incident', 'hazard', 'passed_on', 'noted' as const),
    given: fc.boolean(),
    taken: fc.boolean(),
    silent: fc.boolean(),
  })
  .map(({ state, kind, crew, points, words, checkIn, request, wish, find, decided, given, taken, silent }) => {
    const next = shiftOf({ name: '东片下半夜', startsAt: shiftAt + 180 * minute, teamIds: [team.id] });
    const shift = shiftOf({
      state,
      kind,
      name: '东片上半夜',
      teamIds: [team.id],
      gear: [
        { item: 'patrol_light', count: 2, taken: given ? 2 : null, returned: taken ? 1 : null },
        { item: '车钥匙', count: 1, taken: given ? 0 : null, returned: null },
      ],
      handover: {
        toShiftId: next.id,
        givenById: given ? walker.id : null,
        givenAt: given ? shiftAt + 180 * minute : null,
        takenById: taken ? other.id : null,
        takenAt: taken ? shiftAt + 185 * minute : null,
        missing: taken ? [{ item: 'radio', count: 1 }] : [],
        words,
      },
      heardAt: given ? shiftAt + 60 * minute : null,
      distanceKm: given ? 8.64 : null,
      remarks: words,
      endedAt: state === 'ended' ? shiftAt + 180 * minute : null,
      welfare: silent ? { step: 'second', askedId: walker.id, askedAt: shiftAt + 125 * minute } : null,
    });
    const crewIds = [leader.id, walker.id, other.id];
    const view: ShiftView = {
      shift,
      people: crew.map((is, i) =>
        shiftPersonOf({
          shiftId: shift.id,
          personId: crewIds[i]!,
          teamId: team.id,
          state: is,
          lateMinutes: i === 2 ? 10 : null,
          standsInForId: i === 1 ? leader.id : null,
          guest: i === 2,
        }),
      ),
      points: points.map((is, i) =>
        shiftPointOf({
          shiftId: shift.id,
          n: i + 1,
          state: is,
          placeId: i === 4 ? place.id : null,
          name: `${words.slice(0, 60)}${i}`,
          dueAt: shiftAt + (i % 2 === 0 ? 180 : 90) * minute,
          task: i === 0 ? words.slice(0, 80) : '',
          why: is === 'excused' ? 'closed' : '',
        }),
      ),
    };
    const own = { shiftId: shift.id, personId: walker.id };
    const room = { roomId: 'room-east' as Room['id'] };
    return {
      view,
      next: {
        shift: next,
        people: [shiftPersonOf({ shiftId: next.id, personId: other.id, teamId: team.id })],
        points: [],
      },
      checkIn: checkInOf({
        ...own,
        ...room,
        state: checkIn,
        n: checkIn === 'asked' || points.length === 0 ? null : 1,
        words,
        doubts: doubtKinds.map((doubt) => ({ kind: doubt, score: 0.7, fact: '640 m' })),
      }),
      request: shiftRequestOf({
        ...own,
        kind: wish,
        state: request,
        words,
        withPersonId: wish === 'leave' ? null : other.id,
        withShiftId: wish === 'swap' ? next.id : null,
        decidedById: leader.id,
      }),
      find: findOf({ ...own, ...room, kind: find, state: decided, words, placeId: place.id, decidedById: officer.id }),
    };
  });

type Duty = typeof duties extends fc.Arbitrary<infer One> ? One : never;

const rooms = [
  roomOf({ purpose: 'patrol', title: '东片义警', teamId: team.id }),
  roomOf({ purpose: 'patrol', teamId: team.id, language: 'en' }),
  roomOf({ purpose: 'village', title: '村群' }),
  roomOf({ kind: 'direct', purpose: 'direct' }),
  roomOf({ kind: 'direct', purpose: 'direct', language: 'en' }),
];
const command = roomOf();

function worldOf({ view, next, checkIn, request, find }: Duty): RenderWorld {
  return {
    people,
    places: [place],
    teams: [team],
    rooms,
    duty: {
      shifts: [view, next],
      checkIns: [checkIn],
      requests: [request],
      finds: [find],
      log: [logLineOf({ shiftId: view.shift.id, personId: walker.id, words: find.words })],
      months: [
        { personId: walker.id, teamId: team.id, shifts: 8, minutes: 1_440, points: 212 },
        { personId: other.id, teamId: team.id, shifts: 1, minutes: 175, points: 0 },
      ],
      feeds: [{ token: 'feedtoken0000001' as never, personId: walker.id, teamId: null, madeAt: shiftAt }],
    },
  };
}

type Drawn = { notice: Notice; room: Room; language: Language; card: Card };

/** Every card of every notice about this duty, for every reader, in every room. */
async function cardsOf(duty: Duty, capabilities = everything, minutes = 130, inRooms = rooms): Promise<Drawn[]> {
  const tools = toolsOf(worldOf(duty), { capabilities, now: shiftAt + minutes * minute });
  const subjects = {
    shiftId: duty.view.shift.id,
    otherId: duty.next.shift.id,
    checkInId: duty.checkIn.id,
    requestId: duty.request.id,
    findId: duty.find.id,
    personId: walker.id,
    teamId: team.id,
  };
  const drawn: Drawn[] = [];
  for (const room of inRooms) {
    const readers = room.kind === 'group' ? [null] : [leader, walker, other];
    for (const notice of Object.values(patrolNotices(subjects)).flat()) {
      for (const reader of readers) {
        const rendered = await render(queuedOf(notice, room, reader?.id ?? null), room, tools);
        const language = reader?.language ?? room.language;
        if (rendered?.kind === 'card') drawn.push({ notice, room, language, card: rendered.card });
      }
    }
  }
  return drawn;
}

const runs = { numRuns: 30 };
const abilities = fc.constantFrom(everything, wordsOnly);
const times = fc.constantFrom(-30, 1, 130, 200, 3_000);

/** What asks somebody to ring a crew. */
function isToRing(notice: Notice): boolean {
  if (notice.kind === 'shift_unreported') return true;
  return notice.kind === 'welfare_hurt' || (notice.kind === 'welfare_check' && notice.step === 'officer');
}

describe('every notice about a patrol', () => {
  it('says something, within every platform’s length, and its buttons fit', async () => {
    await fc.assert(
      fc.asyncProperty(duties, abilities, times, async (duty, can, minutes) => {
        for (const { notice, card } of await cardsOf(duty, can, minutes)) {
          expect(textOf(card).trim(), notice.kind).not.toBe('');
          expect(textOf(card), notice.kind).not.toMatch(/undefined|null|NaN|\[object/);
          expect(textLength(card), notice.kind).toBeLessThanOrEqual(can.textLimit);
          if (card.drawing !== undefined) expect(textLength(card)).toBeLessThanOrEqual(1_024);
          for (const action of card.actions.flat()) {
            expect(action.label.trim(), notice.kind).not.toBe('');
            expect(action.label.length, notice.kind).toBeLessThanOrEqual(20);
            expect(tapData(action).length, notice.kind).toBeLessThanOrEqual(64);
          }
        }
      }),
      runs,
    );
  });

  it('gives nobody’s phone to a group, nor to anybody but who has to ring', async () => {
    await fc.assert(
      fc.asyncProperty(duties, abilities, async (duty, can) => {
        for (const { notice, room, card } of await cardsOf(duty, can)) {
          if (isToRing(notice) && room.kind === 'direct') continue;
          for (const phone of phones) expect(textOf(card), notice.kind).not.toContain(phone);
        }
        for (const { notice, card } of await cardsOf(duty, can, 130, [command])) {
          if (!isToRing(notice)) for (const phone of phones) expect(textOf(card), notice.kind).not.toContain(phone);
        }
      }),
      runs,
    );
  });

  it('shows doubts to no group, and nowhere but where a leader looks again', async () => {
    const { review } = textsIn('zh').patrol;
    const { review: reviewEn } = textsIn('en').patrol;
    const reasons = doubtKinds.flatMap((kind) => [review.reason(kind, 640), reviewEn.reason(kind, 640)]);
    await fc.assert(
      fc.asyncProperty(duties, async (duty) => {
        for (const { notice, room, card } of await cardsOf({ ...duty, find: { ...duty.find, words: '' } })) {
          if (notice.kind === 'shift_review') expect(room.kind).toBe('direct');
          else for (const reason of reasons) expect(textOf(card), notice.kind).not.toContain(reason);
        }
      }),
      runs,
    );
  });

  it('keeps no button where there are none, and says how to reply instead', async () => {
    await fc.assert(
      fc.asyncProperty(duties, async (duty) => {
        const withButtons = await cardsOf(duty, { ...wordsOnly, buttons: true });
        const without = await cardsOf(duty, wordsOnly);
        expect(without.length).toBe(withButtons.length);
        for (const [n, { notice, card, language }] of without.entries()) {
          expect(card.actions, notice.kind).toEqual([]);
          const { patrol } = textsIn(language);
          for (const action of withButtons[n]!.card.actions.flat().filter(isPatrolAction)) {
            expect(textOf(card), notice.kind).toContain(patrolReplyOf(action, patrol));
          }
        }
      }),
      runs,
    );
  });

  it('of something that is gone says nothing', async () => {
    const tools = toolsOf({ people });
    const [room] = rooms;
    const gone = patrolNotices({
      shiftId: 'gone' as ShiftId,
      otherId: 'gone-too' as ShiftId,
      checkInId: 'gone' as CheckInId,
      requestId: 'gone' as RequestId,
      findId: 'gone' as FindId,
      personId: walker.id,
      teamId: team.id,
    });
    for (const notice of Object.values(gone).flat()) {
      const alone = ['shift_list', 'month_table', 'calendar_link', 'shift_answer'].includes(notice.kind);
      if (notice.kind === 'shift_asked' && notice.shiftId === null) continue;
      if (!alone) expect(await render(queuedOf(notice, room!), room!, tools), notice.kind).toBeNull();
    }
  });
});

describe('words in place of a shift’s buttons', () => {
  it.each(['zh', 'en'] as const)('are read as those buttons in %s', (language) => {
    const { patrol } = textsIn(language);
    const verbs = [
      'shift_here',
      'shift_leave',
      'shift_end',
      'shift_safe',
      'shift_trouble',
      'shift_out',
      'shift_off',
      'shift_ring',
      'gear_taken',
      'gear_back',
      'handover_give',
      'handover_take',
    ] as const;
    for (const verb of verbs) {
      expect(readPatrolWord(patrol.word[verb])).toEqual({ verb, value: '', code: null });
      expect(readPatrolWord(`${patrol.word[verb]} 7K3Q`)).toEqual({ verb, value: '', code: '7K3Q' });
    }
    for (const value of ['closed', 'unsafe', 'other'] as const) {
      const word = patrolReplyOf({ verb: 'points_excuse', value }, patrol);
      expect(readPatrolWord(word)).toEqual({ verb: 'points_excuse', value, code: null });
    }
  });
});
