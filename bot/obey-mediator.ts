import { timeValue } from '../core/course-tap.ts';
import { meetsApart } from '../core/dispute.ts';
import type { Matter } from '../core/matter.ts';
import type { MatterVerb } from '../core/matter-verb.ts';
import type { MediatorWords } from '../core/mediator-words.ts';
import type { PartyKey } from '../core/party.ts';
import type { MatterResult } from '../core/private-notice.ts';
import { openSession } from '../core/session-steps.ts';
import { moveSession } from '../handlers/dispute/book-session.ts';
import { chooseTime } from '../handlers/dispute/choose-time.ts';
import { failMatter } from '../handlers/dispute/fail-matter.ts';
import { canJoin, joinMatters } from '../handlers/dispute/join-matters.ts';
import { keepNote } from '../handlers/dispute/keep-note.ts';
import { nameSide } from '../handlers/dispute/name-side.ts';
import { noteConsent } from '../handlers/dispute/note-consent.ts';
import { proposeTimes } from '../handlers/dispute/propose-times.ts';
import { tapAgreement } from '../handlers/dispute/take-agreement-tap.ts';
import { tapCourse } from '../handlers/dispute/take-course-tap.ts';
import { takeWish, whoWished } from '../handlers/dispute/wish-times.ts';
import { writeAgreement } from '../handlers/dispute/write-agreement.ts';
import type { MatterAct } from '../handlers/matter/matter-act.ts';
import type { Work } from '../handlers/work.ts';

/** Who wrote, where, with the right of whoever has the matter. */
export type OwnersAct = Pick<MatterAct, 'person' | 'roomId' | 'rights'>;

/** Does what the owner's words mean, by the same doors as buttons. Null: the answer has been queued already. */
export async function obeyMediator(
  work: Work,
  matter: Matter,
  said: MediatorWords,
  by: OwnersAct,
): Promise<MatterResult | null> {
  const { person, roomId } = by;
  const tap = (verb: MatterVerb, value = '', words = ''): Promise<MatterResult | null> =>
    tapCourse(work, matter, { ...by, verb, value, words });
  switch (said.kind) {
    case 'note': {
      const result = await keepNote(work, matter, person, { ...said, roomId });
      // The note's own card says that it is kept.
      return result.kind === 'matter_noted' ? null : result;
    }
    case 'held':
      return tap('matter_held', said.side ?? '', said.words);
    case 'absent':
      // Where no side is named, who it was is asked with buttons.
      return shownByItself(await tap('matter_absent', said.side ?? ''));
    case 'agreed':
      return said.words === ''
        ? tapAgreement(work, matter, { ...by, verb: 'matter_agree', value: said.form, words: '' })
        : writeAgreement(work, matter, person, said);
    case 'failed':
      return said.words === '' ? tap('matter_fail') : failMatter(work, matter, person.id, said.outcome, said.words);
    case 'times':
      return arrange(work, matter, said, by);
    case 'named':
      return nameSide(work, matter, person, said.side, said.words);
    case 'signed':
      return tapAgreement(work, matter, { ...by, verb: 'matter_sign', value: said.side, words: '' });
    case 'sealed':
      return tapAgreement(work, matter, { ...by, verb: 'matter_sign', value: 'seal', words: '' });
    case 'off':
      return tap('matter_cancel');
    case 'rest':
      return tap('matter_suspend', '', said.words);
    case 'court':
      return tapAgreement(work, matter, { ...by, verb: 'matter_court', value: said.state, words: '' });
    case 'go_on':
      return tap('matter_go_on');
    case 'more_time':
      return tap('matter_extend', said.days === null ? '' : String(said.days));
    case 'consent':
      return noteConsent(work, matter, said.side, said.said, person.id);
    case 'join':
      return join(work, matter, said.number, by);
    case 'answer':
      return answerFor(work, matter, said.side, [said.said], by);
  }
}

/** Both sides told of it: whoever has both says that they are one. */
async function join(work: Work, first: Matter, number: string, { person }: OwnersAct): Promise<MatterResult> {
  const found = await work.tx.matters.byNumber(number);
  const second = found === null || found.id === first.id ? null : await work.tx.matters.lock(found.id);
  if (second?.kind !== 'dispute' || second.ownerId !== person.id) return { kind: 'matter_none' };
  if (!canJoin(first) || !canJoin(second)) return { kind: 'matter_already', state: second.state };
  await joinMatters(work, first, second, person.id);
  return { kind: 'matter_noted' };
}

/** A card has been sent that says it. */
const shownByItself = (result: MatterResult | null): MatterResult | null =>
  result?.kind === 'matter_shown' ? null : result;

async function arrange(
  work: Work,
  matter: Matter,
  { how, side, said, anyway, others }: Extract<MediatorWords, { kind: 'times' }>,
  by: OwnersAct,
): Promise<MatterResult | null> {
  const [first, ...more] = said.times;
  const [refused] = said.refused;
  if (first === undefined) return { kind: 'matter_times_refused', why: refused?.why ?? 'past' };
  const { person } = by;
  const open = openSession(matter.body, side ?? undefined);
  if (how === 'move' && open?.state === 'booked' && more.length === 0)
    return moveSession(work, matter, open, first, person.id, anyway === true);
  const wisher = others === true && side === null ? await whoWished(work, matter, said.times) : null;
  if (wisher !== null) return takeWish(work, matter, person, { how: 'ask', side: wisher, times: said.times });
  const asked = openSession(matter.body);
  if (how === 'propose' && side !== null && asked?.state === 'proposed' && asked.side === undefined) {
    const suiting = said.times.map((at) => asked.times.indexOf(at)).filter((i) => i >= 0);
    if (suiting.length > 0) return answerFor(work, matter, side, suiting, by);
  }
  // Moved by words that name no side: a talk apart stays with the one side it is with; an appointment is with whoever told.
  const own = matter.kind === 'dispute' ? (how === 'move' ? asked?.side : undefined) : 'a';
  const whose = side ?? (meetsApart(matter.body) ? own : undefined);
  const settled = how === 'settled' || (how === 'move' && more.length === 0);
  return proposeTimes(work, matter, person, {
    times: said.times,
    minutes: said.minutes,
    settled,
    anyway: anyway === true,
    ...(whose === undefined ? {} : { side: whose }),
  });
}

/** What a side that was rung says of the times that were proposed. */
async function answerFor(
  work: Work,
  matter: Matter,
  side: PartyKey,
  answers: readonly (number | 'all' | 'none')[],
  by: OwnersAct,
): Promise<MatterResult> {
  const session = openSession(matter.body);
  let result: MatterResult = { kind: 'matter_not_yet', need: 'session' };
  let now: Matter | null = matter;
  for (const said of session === null ? [] : answers) {
    const value = timeValue({ session: session?.n ?? 0, said, side });
    if (now !== null) result = await chooseTime(work, now, { ...by, verb: 'matter_time', value, words: '' });
    now = await work.tx.matters.byId(matter.id);
  }
  return result;
}
