import { readSideValue, readWishValue } from '../../core/course-tap.ts';
import { invited, sideOf, stepRefusal } from '../../core/dispute.ts';
import type { Matter } from '../../core/matter.ts';
import { partyOf } from '../../core/party.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { openSession } from '../../core/session-steps.ts';
import { askWords } from '../matter/ask-words.ts';
import type { MatterAct } from '../matter/matter-act.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import { questionSlot } from '../matter/show-questions.ts';
import type { Work } from '../work.ts';
import { askConsent } from './ask-consent.ts';
import { cancelSession } from './cancel-session.ts';
import { chooseTime } from './choose-time.ts';
import { extendMediation } from './extend-mediation.ts';
import { failMatter, failures } from './fail-matter.ts';
import { holdSession } from './hold-session.ts';
import { missSession } from './miss-session.ts';
import { consents, noteConsent } from './note-consent.ts';
import { goOn, suspendMatter } from './suspend-matter.ts';
import { takeWish } from './wish-times.ts';
import { withdrawMatter } from './withdraw-matter.ts';

/**
 * Does what a button of a mediation's course asks for; whoever tapped may do it. Null: it is about something else.
 * @param matter locked, so that two taps follow one another
 */
export async function tapCourse(work: Work, matter: Matter, act: MatterAct): Promise<MatterResult | null> {
  switch (act.verb) {
    case 'matter_consent':
      return consent(work, matter, act);
    case 'matter_times':
      return times(work, matter, act);
    case 'matter_time':
      return chooseTime(work, matter, act);
    case 'matter_cancel':
      return cancelSession(work, matter, act.person.id);
    case 'matter_held':
      return held(work, matter, act);
    case 'matter_absent':
      return absent(work, matter, act);
    case 'matter_fail':
      return fail(work, matter, act);
    case 'matter_withdraw':
      return withdrawMatter(work, matter, act.person);
    case 'matter_suspend':
      return rest(work, matter, act);
    case 'matter_go_on':
      return goOn(work, matter, act.person);
    case 'matter_extend':
      return extendMediation(work, matter, act);
    default:
      return null;
  }
}

/** A side speaks for itself; whoever has the matter, or takes in for its room, for one who was rung. */
async function consent(work: Work, matter: Matter, { person, value, rights }: MatterAct): Promise<MatterResult> {
  const staff = rights.has('owner') || rights.has('desk');
  if (value === '' && staff) {
    const refusal = stepRefusal(matter, 'ask_consent');
    if (refusal !== null) return refusal;
    const { state } = await askConsent(work, matter, true);
    return { kind: 'matter_moved', state };
  }
  const answer = readSideValue(value, consents);
  const side = answer?.side ?? sideOf(matter, person.id);
  if (answer === null || side === null) return { kind: 'matter_not_yours' };
  const own = answer.side === null && (answer.said === 'yes' || answer.said === 'no');
  if (!own && !staff) return { kind: 'matter_not_yours' };
  return noteConsent(work, matter, side, answer.said, person.id);
}

/** A time that a side asked for; else times are wanted in words. */
async function times(work: Work, matter: Matter, { person, value, roomId }: MatterAct): Promise<MatterResult> {
  const refusal = stepRefusal(matter, 'propose');
  if (refusal !== null) return refusal;
  const wish = readWishValue(value);
  return wish === null ? askWords(work, matter, person, roomId, 'times') : takeWish(work, matter, person, wish);
}

/** It took place; the record is asked for unless it came along. */
async function held(work: Work, matter: Matter, { person, words, value, roomId }: MatterAct): Promise<MatterResult> {
  const side = partyOf(matter.body.parties, value)?.key;
  const result = await holdSession(work, matter, person, words, side);
  return result.kind === 'matter_words_wanted' ? askWords(work, matter, person, roomId, 'record') : result;
}

/** Who did not come; where several could and none is named, it is asked with a button for each. */
async function absent(work: Work, matter: Matter, { person, value, roomId }: MatterAct): Promise<MatterResult> {
  const session = openSession(matter.body);
  if (value === '' && session !== null && invited(session, matter.body.parties).length > 1) {
    const notice = { kind: 'matter_session_over', matterId: matter.id, session: session.n } as const;
    const manner = { priority: 'answer', slot: questionSlot(work, matter) } as const;
    await sayPrivately(work, person.id, notice, manner, roomId);
    return { kind: 'matter_shown' };
  }
  const side = partyOf(matter.body.parties, value)?.key ?? session?.side ?? null;
  const result = await missSession(work, matter, person, side);
  return result.kind === 'matter_times_wanted' ? askWords(work, matter, person, roomId, 'times') : result;
}

/** Why it came to nothing is part of the file, so it is asked for; that nobody could be reached says it by itself. */
async function fail(work: Work, matter: Matter, act: MatterAct): Promise<MatterResult> {
  const outcome = failures.find((one) => one === act.value) ?? 'failed';
  const refusal = stepRefusal(matter, 'fail');
  if (refusal !== null) return refusal;
  if (act.words === '' && outcome === 'failed') return askWords(work, matter, act.person, act.roomId, 'fail_reason');
  return failMatter(work, matter, act.person.id, outcome, act.words);
}

async function rest(work: Work, matter: Matter, act: MatterAct): Promise<MatterResult> {
  const refusal = stepRefusal(matter, 'suspend');
  if (refusal !== null) return refusal;
  if (act.words === '') return askWords(work, matter, act.person, act.roomId, 'rest_reason');
  return suspendMatter(work, matter, act.person, act.words);
}
