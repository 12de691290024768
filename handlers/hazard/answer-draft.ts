import { hazardKinds } from '../../core/catalogue.ts';
import type { HazardDraft } from '../../core/hazard-draft.ts';
import { missingOf } from '../../core/hazard-draft.ts';
import type { HazardVerb } from '../../core/hazard-verb.ts';
import type { HazardDraftId } from '../../core/ids.ts';
import type { HazardResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { goOn } from './complete-draft.ts';
import { hazardRules } from './rules.ts';
import { showDraftEnd } from './show-draft-end.ts';

type Outcome = HazardResult | Refusal;

/** What a button of a report that is being told does. The person is its own: checked by whoever calls. */
export async function answerDraft(
  work: Work,
  draftId: HazardDraftId,
  person: Person,
  verb: HazardVerb,
  value: string,
): Promise<Outcome> {
  const draft = await work.tx.hazards.lockDraft(draftId);
  if (draft === null) return { kind: 'stale' };
  if (draft.state === 'filed') return alreadyFiled(work, draft);
  if (draft.state !== 'open' && draft.state !== 'offered') return { kind: 'stale' };
  switch (verb) {
    case 'hazard_file':
      return keep(work, { ...draft, state: 'open' }, person);
    case 'hazard_drop':
      await drop(work, draft);
      return { kind: 'hazard_dropped' };
    case 'hazard_kind': {
      const kind = hazardKinds.find(({ code }) => code === value)?.code;
      if (kind === undefined) return { kind: 'stale' };
      return keep(work, { ...draft, state: 'open', kinds: [...new Set([kind, ...draft.kinds])] }, person);
    }
    case 'hazard_place':
      return place(work, draft, person, value);
    case 'hazard_anonymous': {
      const [need] = missingOf(draft);
      await work.tx.hazards.putDraft({ ...draft, anonymous: true });
      return need === undefined && draft.state === 'open'
        ? goOn(work, { ...draft, anonymous: true }, person)
        : { kind: 'hazard_anonymous' };
    }
    default:
      return { kind: 'not_allowed' };
  }
}

async function keep(work: Work, draft: HazardDraft, person: Person): Promise<HazardResult> {
  const touched: HazardDraft = { ...draft, touchedAt: work.now };
  await work.tx.hazards.putDraft(touched);
  return goOn(work, touched, person);
}

async function place(work: Work, draft: HazardDraft, person: Person, value: string): Promise<Outcome> {
  if (value === 'none') return keep(work, { ...draft, state: 'open', unplaced: true, placeChoices: [] }, person);
  const placeId = /^\d$/.test(value) ? draft.placeChoices[Number(value)] : undefined;
  if (placeId === undefined) return { kind: 'stale' };
  return keep(work, { ...draft, state: 'open', placeId, placeChoices: [] }, person);
}

/** @returns whether the message that offered or asked says so now */
async function drop(work: Work, draft: HazardDraft): Promise<boolean> {
  await work.tx.hazards.putDraft({ ...draft, state: 'dropped', touchedAt: work.now });
  const isShown = await showDraftEnd(work, draft);
  await work.tx.timers.cancel('hazard_draft', draft.id);
  await work.tx.rooms.answered(draft.roomId, draft.personId);
  return isShown;
}

async function alreadyFiled(work: Work, draft: HazardDraft): Promise<Outcome> {
  const hazard = draft.hazardId === null ? null : await work.tx.hazards.byId(draft.hazardId);
  return hazard === null ? { kind: 'stale' } : { kind: 'hazard_filed', number: hazard.number, joined: false };
}

/** Goes back to a report that was left: its question is asked again. Null: there is none. */
export async function resumeDraft(
  work: Work,
  person: Person,
  roomId: HazardDraft['roomId'],
): Promise<HazardResult | null> {
  const windowMs = hazardRules(work).windowMinutes * 60_000;
  const drafts = await work.tx.hazards.draftsOf(person.id, roomId, work.now - windowMs);
  const open = drafts.findLast(({ state }) => state === 'open');
  const draft = open === undefined ? null : await work.tx.hazards.lockDraft(open.id);
  return draft?.state === 'open' ? goOn(work, draft, person, { again: true }) : null;
}

/**
 * A report that is taken back before it has a number: "看错了" while something is still asked. `shown`: what offered or asked says so
 * already; else it is said. Null: there was none.
 */
export async function dropLatest(
  work: Work,
  person: Person,
  roomId: HazardDraft['roomId'],
): Promise<{ shown: boolean } | null> {
  const drafts = await work.tx.hazards.draftsOf(person.id, roomId, work.now);
  const latest = drafts.findLast(({ state }) => state === 'open' || state === 'offered');
  const draft = latest === undefined ? null : await work.tx.hazards.lockDraft(latest.id);
  if (draft === null || (draft.state !== 'open' && draft.state !== 'offered')) return null;
  if (await drop(work, draft)) return { shown: true };
  await toRooms(
    work,
    [roomId],
    { kind: 'hazard_answer', hazardId: null, result: { kind: 'hazard_dropped' } },
    { priority: 'answer', reader: person.id },
  );
  return { shown: false };
}
