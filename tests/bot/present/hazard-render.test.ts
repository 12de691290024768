import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textLength } from '../../../bot/present/fit-card.ts';
import { render } from '../../../bot/present/render.ts';
import { isHazardAction } from '../../../bot/present/hazard-replies.ts';
import { readHazardWord } from '../../../bot/texts/hazard-words.ts';
import { hazardKinds } from '../../../core/catalogue.ts';
import type { Hazard } from '../../../core/hazard.ts';
import type { HazardDraft } from '../../../core/hazard-draft.ts';
import type { HazardDraftId, HazardId, HazardReportId } from '../../../core/ids.ts';
import { tapData, type Card } from '../../../core/message.ts';
import type { Notice } from '../../../core/notice.ts';
import type { Room } from '../../../core/people.ts';
import type { HazardView } from '../../../core/ports/hazards.ts';
import { draftOf, hazardAt, hazardReportOf } from '../../support/hazard-factory.ts';
import { hazardNotices } from '../../support/hazard-notices.ts';
import { dueIn, hazardPhotoOf, hazardViewOf } from '../../support/hazard-view.ts';
import { officerOf, personOf, placeOf, roomOf } from '../../support/incident-factory.ts';
import { everything, queuedOf, textOf, toolsOf, wordsOnly, type RenderWorld } from '../../support/render-world.ts';

const owner = personOf({ callSign: '网01', name: '王五', roles: ['grid_worker'] });
const leader = personOf({ callSign: '片01', name: '钱七', roles: ['leader'] });
const officer = officerOf();
const phone = '13812345678';
const teller = personOf({ callSign: null, name: '王秀英', phone, roles: ['resident'] });
const place = placeOf();
const dayMs = 86_400_000;

const states = ['reported', 'graded', 'assigned', 'accepted', 'fixed', 'closed'] as const;
const outcomes = ['resolved', 'not_hazard', 'withdrawn', 'merged'] as const;

/** A hazard in any state, told of by somebody who says who they are. */
const hazards = fc
  .record({
    state: fc.constantFrom(...states),
    outcome: fc.constantFrom(...outcomes),
    kinds: fc.uniqueArray(fc.constantFrom(...hazardKinds.map(({ code }) => code)), { minLength: 1, maxLength: 4 }),
    said: fc.string({ maxLength: 600, unit: 'grapheme' }),
    known: fc.boolean(),
    asked: fc.boolean(),
    urgent: fc.boolean(),
    anonymous: fc.boolean(),
    photos: fc.nat({ max: 3 }),
    round: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ state, outcome, kinds, said, known, asked, urgent, anonymous, photos, round }): HazardView => {
    const step = states.indexOf(state);
    const given = step >= 2 ? dueIn() : {};
    const words = `${said} 我是${teller.name}，电话${phone}`;
    const fields: Partial<Hazard> = {
      state,
      kinds,
      words,
      round,
      placeWords: `${teller.name}家门口 ${phone.slice(0, 3)} ${phone.slice(3)}`,
      placeId: known ? place.id : null,
      position: known ? place.position : null,
      severity: urgent ? 'urgent' : 'ordinary',
      people: 30,
      grade: step >= 1 ? 'major' : null,
      officerId: step >= 1 ? officer.id : null,
      outcome: state === 'closed' ? outcome : null,
      endWords: state === 'closed' ? words : '',
      asked: asked && (state === 'assigned' || state === 'accepted') ? { days: 3, reason: words, at: hazardAt } : null,
      ...(step >= 2 ? { ownerId: owner.id, leaderId: leader.id, handling: 'by_deadline', assignedAt: hazardAt } : {}),
      ...(step >= 4 ? { fixedById: owner.id, fixedAt: hazardAt } : {}),
      ...(step >= 4 ? { draw: { checked: true, why: 'sample', lot: 3.5, sharePercent: 20 } } : {}),
      ...given,
      ...(step >= 4 ? { dueAt: null } : {}),
    };
    const view = hazardViewOf(fields);
    return {
      ...view,
      owner: step >= 2 ? owner : null,
      leader: step >= 2 ? leader : null,
      officer: step >= 1 ? officer : null,
      fixedBy: step >= 4 ? owner : null,
      place: known ? place : null,
      reports: [
        hazardReportOf({ personId: teller.id, words, anonymous, hazardId: view.hazard.id }),
        hazardReportOf({ personId: teller.id, words, hazardId: view.hazard.id }),
      ],
      files: Array.from({ length: photos }, (_, n) => hazardPhotoOf(view.hazard, n === 0 ? 'before' : 'after')),
    };
  });

const drafts = fc
  .record({ state: fc.constantFrom('offered' as const, 'open' as const, 'ended' as const), choices: fc.boolean() })
  .map(({ state, choices }) => draftOf({ state, placeChoices: choices ? [place.id] : [], personId: teller.id }));

const rooms = [
  roomOf(),
  roomOf({ purpose: 'village', title: '村群' }),
  roomOf({ purpose: 'village', language: 'en' }),
  roomOf({ kind: 'direct', purpose: 'direct' }),
  roomOf({ kind: 'direct', purpose: 'direct', language: 'en' }),
];

function worldOf(view: HazardView, draft: HazardDraft): RenderWorld {
  const other = hazardViewOf({ kinds: view.hazard.kinds, ownerId: owner.id, reportedAt: hazardAt - dayMs });
  const told = rooms.map((room) => hazardReportOf({ roomId: room.id, personId: teller.id, words: view.hazard.words }));
  return {
    hazards: [{ ...view, reports: [...view.reports, ...told] }, other],
    drafts: [draft],
    people: [owner, leader, officer, teller],
    places: [place],
  };
}

type Drawn = { notice: Notice; room: Room; card: Card };

/** Every card of every notice about this hazard and this draft, for every reader, in every room. */
async function cardsOf(
  view: HazardView,
  draft: HazardDraft,
  capabilities = everything,
  when = 9,
): Promise<readonly Drawn[]> {
  const world = worldOf(view, draft);
  const tools = toolsOf(world, { capabilities, now: hazardAt + when * dayMs });
  const subjects = {
    hazardId: view.hazard.id,
    reportId: view.reports[0]!.id,
    otherId: world.hazards![1]!.hazard.id,
    draftId: draft.id,
    personId: owner.id,
  };
  const drawn: Drawn[] = [];
  for (const room of rooms) {
    const readers = room.kind === 'group' ? [null] : [owner.id, leader.id, teller.id];
    for (const notice of Object.values(hazardNotices(subjects)).flat()) {
      for (const reader of readers) {
        const rendered = await render(queuedOf(notice, room, reader), room, tools);
        if (rendered?.kind === 'card') drawn.push({ notice, room, card: rendered.card });
      }
    }
  }
  return drawn;
}

const runs = { numRuns: 25 };
const captionLimit = 1_024;
const abilities = fc.constantFrom(everything, { ...everything, albumLimit: 10 }, wordsOnly);

describe('every notice about a hazard', () => {
  it('says something, within every platform’s length, and its buttons fit', async () => {
    await fc.assert(
      fc.asyncProperty(hazards, drafts, abilities, fc.constantFrom(1, 7, 30), async (view, draft, can, when) => {
        for (const { notice, card } of await cardsOf(view, draft, can, when)) {
          expect(textOf(card).trim(), notice.kind).not.toBe('');
          expect(textOf(card), notice.kind).not.toMatch(/undefined|null|NaN|\[object|Infinity/);
          expect(textLength(card), notice.kind).toBeLessThanOrEqual(can.textLimit);
          if (can.buttons && card.photo !== undefined) {
            expect(textLength(card), notice.kind).toBeLessThanOrEqual(captionLimit);
          }
          for (const action of card.actions.flat()) {
            expect(action.label.length, action.label).toBeLessThanOrEqual(20);
            expect(action.label.trim()).not.toBe('');
            expect(new TextEncoder().encode(tapData(action)).length).toBeLessThanOrEqual(64);
            expect(action.value ?? '').toMatch(/^[\w-]{0,20}$/);
          }
          expect(card.actions.flat().length, notice.kind).toBeLessThanOrEqual(16);
        }
      }),
      runs,
    );
  });

  it('never names in a group who reported, nor their phone', async () => {
    await fc.assert(
      fc.asyncProperty(hazards, drafts, abilities, async (view, draft, can) => {
        for (const { notice, room, card } of await cardsOf(view, draft, can)) {
          if (room.kind !== 'group') continue;
          expect(JSON.stringify(card).replaceAll(/[\s-]/g, ''), notice.kind).not.toMatch(/王秀英|13812345678/);
        }
      }),
      runs,
    );
  });

  it('names whoever told of it to nobody in a direct chat either', async () => {
    await fc.assert(
      fc.asyncProperty(hazards, drafts, async (view, draft) => {
        for (const { notice, card } of await cardsOf(view, draft)) {
          expect(textOf(card), notice.kind).not.toContain(teller.name);
        }
      }),
      runs,
    );
  });

  it('keeps no button where there are none; every reply it offers is read as that button', async () => {
    await fc.assert(
      fc.asyncProperty(hazards, drafts, async (view, draft) => {
        const withButtons = await cardsOf(view, draft, { ...wordsOnly, buttons: true });
        const without = await cardsOf(view, draft, wordsOnly);
        expect(without.length).toBe(withButtons.length);
        for (const [n, { notice, card }] of without.entries()) {
          const { actions } = withButtons[n]!.card;
          expect(card.actions).toEqual([]);
          if (actions.length === 0) continue;
          const replies = card.lines.flatMap(({ text }) =>
            text.replace(/^(回|请回：|Reply|Please reply:)\s*/, '').split(' · '),
          );
          const read = replies.map((reply) => readHazardWord(reply.replace(/（.*|\s\(with.*/u, ''))?.verb);
          for (const { verb } of actions.flat().filter(isHazardAction)) {
            const named = verb === 'hazard_kind' || read.includes(verb as Exclude<typeof verb, 'eta'> as never);
            expect(named, `${notice.kind} ${verb}: ${textOf(card)}`).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  it('is never marked a drill', async () => {
    await fc.assert(
      fc.asyncProperty(hazards, drafts, async (view, draft) => {
        for (const { card } of await cardsOf(view, draft)) expect(card.banner).toBeUndefined();
      }),
      { numRuns: 5 },
    );
  });

  it('about something that is gone says nothing', async () => {
    const gone = hazardNotices({
      hazardId: 'nowhere' as HazardId,
      otherId: 'nowhere-else' as HazardId,
      reportId: 'nothing' as HazardReportId,
      draftId: 'no-draft' as HazardDraftId,
      personId: owner.id,
    });
    const room = roomOf();
    for (const notice of Object.values(gone).flat()) {
      if (notice.kind === 'hazard_list' || notice.kind === 'hazard_answer') continue;
      expect(await render(queuedOf(notice, room), room, toolsOf({ people: [owner] })), notice.kind).toBeNull();
    }
  });
});
