import type { DraftNeed, HazardDraft } from '../../core/hazard-draft.ts';
import { missingOf } from '../../core/hazard-draft.ts';
import type { HazardResult } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { setTimer } from '../set-timer.ts';
import { registerHazard } from './register-hazard.ts';
import { hazardRules } from './rules.ts';
import { draftSlot, showDraftEnd } from './show-draft-end.ts';

/**
 * Registers a report that lacks nothing, else asks for the one thing that is missing first, once. The draft is written already.
 * `again`: the person comes back to it, so it is asked anew.
 */
export async function goOn(
  work: Work,
  draft: HazardDraft,
  person: Person,
  how: { again?: boolean } = {},
): Promise<HazardResult> {
  const [need] = missingOf(draft);
  if (need === undefined) return file(work, draft, person);
  if (how.again === true || !(await isAsked(work, draft, need))) await ask(work, draft, need);
  return { kind: 'hazard_asked', need };
}

/** The same question is open already: another picture is no reason to put it again. */
async function isAsked(work: Work, { id, roomId, personId }: HazardDraft, need: DraftNeed): Promise<boolean> {
  const question = await work.tx.rooms.question(roomId, personId, work.now);
  return question?.subject === id && question.kind === (need === 'kind' ? 'hazard_kind' : 'hazard_place');
}

async function ask(work: Work, draft: HazardDraft, need: DraftNeed): Promise<void> {
  const expiresAt = work.now + hazardRules(work).draftMinutes * 60_000;
  const replyTo = draft.messageIds.at(-1);
  await work.tx.hazards.putDraft({ ...draft, expiresAt });
  await setTimer(work, 'hazard_draft', draft.id, expiresAt);
  await toRooms(
    work,
    [draft.roomId],
    { kind: 'hazard_ask', draftId: draft.id, need },
    {
      priority: 'answer',
      slot: draftSlot(draft.id),
      reader: draft.personId,
      ...(replyTo === undefined ? {} : { replyTo }),
    },
  );
  await work.tx.rooms.ask({
    roomId: draft.roomId,
    personId: draft.personId,
    kind: need === 'kind' ? 'hazard_kind' : 'hazard_place',
    subject: draft.id,
    expiresAt,
  });
}

/**
 * The report has all it needs, or as much as there will ever be: it gets its number. From now on it is its teller's, also where
 * somebody else had it registered.
 */
export async function file(work: Work, draft: HazardDraft, person: Person): Promise<HazardResult> {
  const teller = draft.tellerId === null ? null : await work.tx.people.byId(draft.tellerId);
  const inSight = await isInSight(work, draft);
  const { hazard, joined } = await registerHazard(work, {
    ...draft,
    ...(teller === null ? { person } : { person: teller, registeredBy: person }),
    kinds: draft.kinds.length === 0 ? ['other'] : draft.kinds,
    messageId: draft.messageIds[0] ?? null,
    ...(inSight ? { askedIn: draftSlot(draft.id) } : {}),
  });
  const whose = { personId: teller?.id ?? person.id, tellerId: null };
  await work.tx.hazards.putDraft({ ...draft, ...whose, state: 'filed', hazardId: hazard.id, touchedAt: work.now });
  if (!inSight) await showDraftEnd(work, draft);
  await work.tx.timers.cancel('hazard_draft', draft.id);
  const question = await work.tx.rooms.question(draft.roomId, draft.personId, work.now);
  if (question?.subject === draft.id) await work.tx.rooms.answered(draft.roomId, draft.personId);
  return { kind: 'hazard_filed', number: hazard.number, joined };
}

/** What asked can become the answer, unless it was left for long and much has come below it. A group's card is found by everybody. */
async function isInSight(work: Work, draft: HazardDraft): Promise<boolean> {
  const { windowMinutes, draftMinutes } = hazardRules(work);
  const askedAt = draft.expiresAt - draftMinutes * 60_000;
  if (work.now - askedAt <= windowMinutes * 60_000) return true;
  return (await work.tx.rooms.byId(draft.roomId))?.kind === 'group';
}
