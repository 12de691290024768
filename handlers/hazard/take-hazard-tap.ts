import { hazardKinds } from '../../core/catalogue.ts';
import type { Hazard } from '../../core/hazard.ts';
import type { HazardDraft } from '../../core/hazard-draft.ts';
import type { HazardVerb } from '../../core/hazard-verb.ts';
import type { RoomId, Token } from '../../core/ids.ts';
import type { Verb } from '../../core/message.ts';
import type { HazardResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import { mayOnDraft, mayOnHazard } from '../../core/hazard-permission.ts';
import { spokenName } from '../../core/spoken-name.ts';
import type { Work } from '../work.ts';
import { acceptHazard } from './accept-hazard.ts';
import { answerDraft } from './answer-draft.ts';
import { assignByName, handBack } from './assign-hazard.ts';
import { chaseHazard } from './chase-hazard.ts';
import { checkHazard } from './check-hazard.ts';
import { askMore, decideMore } from './extend-deadline.ts';
import { gradeHazard, rejectHazard, setHazardKind } from './grade-hazard.ts';
import { mergeHazards } from './merge-hazards.ts';
import { pauseClock, resumeClock } from './pause-clock.ts';
import { rateHazard } from './rate-hazard.ts';
import { reopenHazard } from './reopen-hazard.ts';
import { reportFixed } from './report-fixed.ts';
import { hazardRules } from './rules.ts';
import { splitReport } from './split-report.ts';
import { superviseHazard } from './supervise-hazard.ts';
import { withdrawReport } from './withdraw-report.ts';

type Outcome = HazardResult | Refusal;

/** A tap, or words that say the same: what is asked of one hazard or draft, by whom, where. */
export interface HazardAct {
  person: Person;
  verb: HazardVerb;
  /** The button's value; '' when it has none. */
  value: string;
  /** Reason, finding or remark; '' for a bare tap. */
  words: string;
  /** Where it was done; null: by link. */
  roomId: RoomId | null;
}

/**
 * Does what a button of a hazard or of a draft asks for, whoever sent it: the data is forgeable and old messages keep their
 * buttons, so right and state are looked up anew. Null: the token is neither's.
 */
export async function takeHazardTap(
  work: Work,
  token: Token,
  act: Omit<HazardAct, 'verb'> & { verb: Verb },
): Promise<Outcome | null> {
  const { person, verb } = act;
  const draft = await work.tx.hazards.draftByToken(token);
  if (draft !== null) {
    if (draft.personId !== person.id) return draftOfOther(work, draft);
    if (!mayOnDraft(person, verb, draft)) return { kind: 'not_allowed' };
    return answerDraft(work, draft.id, person, verb as HazardVerb, act.value);
  }
  const found = await work.tx.hazards.byToken(token);
  if (found === null) return null;
  return actOnHazard(work, found, { ...act, verb: verb as HazardVerb });
}

/** A draft is for whoever told of it; who that is, where they told it openly in a group and want to be known. */
export async function draftOfOther(work: Work, draft: HazardDraft): Promise<Outcome> {
  const room = await work.tx.rooms.byId(draft.roomId);
  if (room?.kind !== 'group') return { kind: 'not_yours' };
  const teller = draft.anonymous ? null : await work.tx.people.byId(draft.personId);
  return { kind: 'hazard_not_yours', by: teller === null ? '' : spokenName(teller) };
}

/** Does one step of one hazard, if this person may; a hazard that was merged is looked up where it went on. */
export async function actOnHazard(work: Work, found: Hazard, act: HazardAct): Promise<Outcome> {
  const hazard = await whereItGoesOn(work, found);
  const reports = await work.tx.hazards.reports(hazard.id);
  const { person, verb } = act;
  if (!mayOnHazard(person, verb, hazard, reports)) return refusal(act, hazard);
  return steps[verb]?.(work, hazard, act) ?? { kind: 'not_allowed' };
}

/** Checking one's own work is refused with its reason; whatever else is not allowed, plainly. */
function refusal({ person, verb }: HazardAct, hazard: Hazard): Outcome {
  const check = verb === 'hazard_pass' || verb === 'hazard_fail';
  const own = hazard.fixedById === person.id || hazard.ownerId === person.id;
  return check && own ? { kind: 'hazard_own_work' } : { kind: 'not_allowed' };
}

async function whereItGoesOn(work: Work, hazard: Hazard): Promise<Hazard> {
  let current = hazard;
  // A chain of mergers is short; a ring cannot be, since only open hazards are merged.
  for (let i = 0; i < 5 && current.mergedIntoId !== null; i += 1) {
    const next = await work.tx.hazards.byId(current.mergedIntoId);
    if (next === null) return current;
    current = next;
  }
  return current;
}

type Step = (work: Work, hazard: Hazard, act: HazardAct) => Promise<Outcome>;

const stale: Refusal = { kind: 'stale' };

/** What each verb does, once it is allowed. */
const steps: Partial<Record<HazardVerb, Step>> = {
  hazard_kind: async (work, { id }, { person, value }) => {
    const kind = hazardKinds.find(({ code }) => code === value)?.code;
    return kind === undefined ? stale : setHazardKind(work, id, person, kind);
  },
  hazard_grade: async (work, { id }, { person, value, words }) =>
    value === 'ordinary' || value === 'major' ? gradeHazard(work, id, person, value, words) : stale,
  hazard_reject: (work, { id }, { person, words }) => rejectHazard(work, id, person, words),
  hazard_assign: (work, { id }, { person, value }) => assignByName(work, id, person, value),
  hazard_accept: (work, { id }, { person, value }) =>
    acceptHazard(work, id, person, value === 'spot' ? 'spot' : 'deadline'),
  hazard_hand_back: (work, { id }, { person, words }) => handBack(work, id, person, words),
  hazard_fixed: (work, { id }, { person, words, roomId }) =>
    reportFixed(work, id, { person, roomId, words, fileIds: [] }),
  hazard_ask_more: async (work, hazard, act) => {
    const days = Number(act.value);
    const result = await askMore(work, hazard.id, act.person, { days, reason: act.words });
    return wantReason(work, hazard, act, result);
  },
  hazard_extend: (work, { id }, { person }) => decideMore(work, id, person, true),
  hazard_refuse: (work, { id }, { person }) => decideMore(work, id, person, false),
  hazard_pause: async (work, hazard, act) =>
    wantReason(work, hazard, act, await pauseClock(work, hazard.id, act.person, act.words)),
  hazard_resume: (work, { id }, { person }) => resumeClock(work, id, person),
  hazard_pass: (work, { id }, { person, words }) =>
    checkHazard(work, id, { checker: person, passed: true, words, fileIds: [] }),
  hazard_fail: (work, { id }, { person, words }) =>
    checkHazard(work, id, { checker: person, passed: false, words, fileIds: [] }),
  hazard_supervise: (work, { id }, { person, words }) => superviseHazard(work, id, person, words),
  hazard_merge: async (work, { id }, { person, value }) => {
    const other = /^H?\d{4}-?\d{4,6}$/.test(value) ? await work.tx.hazards.byNumber(numberOf(value)) : null;
    return other === null ? stale : mergeHazards(work, id, other.id, person);
  },
  hazard_split: (work, { id }, { person }) => splitReport(work, id, person),
  hazard_reopen: (work, { id }, { person, words }) => reopenHazard(work, id, person, words),
  hazard_withdraw: (work, { id }, { person, words }) => withdrawReport(work, id, person, words),
  hazard_chase: (work, { id }, { person }) => chaseHazard(work, id, person),
  hazard_rate: async (work, { id }, { person, value }) =>
    value === 'good' || value === 'fair' || value === 'bad' ? rateHazard(work, id, person, value) : stale,
};

/** A button's value for a number: `2611-0042`, also without its dash. */
function numberOf(value: string): string {
  const digits = value.replace(/^H/, '').replace('-', '');
  return `H-${digits.slice(0, 4)}-${digits.slice(4)}`;
}

/** Where the reason is missing, the next words of this person in this room are it. */
async function wantReason(work: Work, hazard: Hazard, act: HazardAct, result: Outcome): Promise<Outcome> {
  if (result.kind !== 'hazard_reason_wanted' || act.roomId === null) return result;
  await work.tx.rooms.ask({
    roomId: act.roomId,
    personId: act.person.id,
    kind: 'hazard_reason',
    subject: [hazard.id, act.verb, act.value].join(':'),
    expiresAt: work.now + hazardRules(work).windowMinutes * 60_000,
  });
  return result;
}
