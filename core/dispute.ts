import type { Instant } from './clock.ts';
import type { Matter, MatterBody, MatterState } from './matter.ts';
import { allAgree, takesPart, type Party, type PartyKey } from './party.ts';
import type { MatterResult } from './private-notice.ts';
import type { Session } from './session.ts';

/**
 * The steps of a mediation, from asking for consent to its end, and the law that they keep to: the People's Mediation Act of 2010
 * (人民调解法), and the Ministry of Justice's Provisions on the Work of People's Mediation of 2002 (人民调解工作若干规定).
 *
 * Art. 3: both sides come because they want to, and nobody is kept from arbitration or court by it. Art. 17: a side can apply, or
 * the committee can offer; when one side clearly says no, there is no mediation, so asking needs no consent and going on does.
 * Art. 19: one mediator or several, named or chosen. Art. 23: a side chooses or accepts its mediator, agrees, refuses or ends
 * it, wants it open or closed, and settles of its own will. Art. 24: it tells the truth and keeps the peace of the room.
 */
export type CourseStep =
  /** Asking every side (Art. 17). */
  | 'ask_consent'
  /** Hearing yes or no; a no counts at any time before something is agreed (Art. 17, 23 (2)). */
  | 'note_consent'
  /** Offering times; whom else to bring is asked of the sides too (Art. 20: relatives, neighbours, experts, with their consent). */
  | 'propose'
  | 'choose'
  /** It took place: explained, listened to and calmed (Art. 21, 22), and recorded (Art. 27). */
  | 'hold'
  | 'miss'
  | 'cancel'
  /** A note of the mediator, part of the file (Art. 27). */
  | 'note'
  /** It comes to nothing: it is ended, and the other ways are told (Art. 26). */
  | 'fail'
  /** A side wants it ended (Art. 23 (2)). */
  | 'withdraw'
  | 'suspend'
  | 'go_on'
  /** More than the usual month, when all sides agree. */
  | 'extend';

const asking: readonly MatterState[] = ['reported', 'screened', 'assigned'];
const working: readonly MatterState[] = ['accepted', 'mediating'];
/** Agreed, but not signed yet: a side can still think better of it (Art. 29). */
const unsigned: readonly MatterState[] = ['agreed'];

/** From which states a step can be taken; whatever is not listed is too early or too late, and the person is told which. */
export const courseSteps: Readonly<Record<CourseStep, readonly MatterState[]>> = {
  ask_consent: asking,
  note_consent: [...asking, ...working, 'suspended'],
  propose: working,
  choose: working,
  hold: working,
  miss: ['mediating'],
  cancel: working,
  note: [
    'screened',
    'assigned',
    ...working,
    ...unsigned,
    'effective',
    'performing',
    'performed',
    'broken',
    'suspended',
  ],
  fail: ['screened', 'assigned', ...working, ...unsigned, 'suspended'],
  withdraw: [...asking, ...working, ...unsigned, 'suspended'],
  suspend: ['assigned', ...working],
  go_on: ['suspended'],
  extend: working,
};

/** Whether this step can be taken in the state in which the matter is. */
export function canStep(matter: Pick<Matter, 'state'>, step: CourseStep): boolean {
  return courseSteps[step].includes(matter.state);
}

/** Why a step cannot be taken: it is too early, and what comes first; or too late, and where it stands. Null: it can. */
export function stepRefusal(matter: Pick<Matter, 'state' | 'body'>, step: CourseStep): MatterResult | null {
  if (canStep(matter, step)) return null;
  const early = asking.includes(matter.state) || matter.state === 'telling';
  if (early && working.some((state) => courseSteps[step].includes(state)))
    return { kind: 'matter_not_yet', need: 'consent' };
  return step === 'miss' && matter.state === 'accepted'
    ? { kind: 'matter_not_yet', need: 'session' }
    : { kind: 'matter_already', state: matter.state };
}

/**
 * Whether its sides are not to meet: there was violence or another danger, so the mediator talks with each side by itself. A
 * dispute that may turn into a crime is told to the police by a person (Art. 25); nobody is put at one table with whoever hit them
 * (Anti-Domestic Violence Law of 2015, Art. 5: the victim's true wishes are respected).
 */
export function meetsApart({ danger, about }: Pick<MatterBody, 'danger' | 'about'>): boolean {
  return danger !== null || about === 'domestic_violence';
}

/** Whether it can be accepted 受理: somebody has it, and every side agrees; taken over, all who took part before. */
export function canAccept(matter: Pick<Matter, 'state' | 'ownerId' | 'acceptedAt' | 'body'>): boolean {
  const { parties } = matter.body;
  const asked = matter.acceptedAt === null ? parties : parties.filter(takesPart);
  return matter.state === 'assigned' && matter.ownerId !== null && allAgree(asked);
}

/** Which side this person is, by themselves; null: none. Whoever told is side `a` where that one is not known otherwise. */
export function sideOf(matter: Pick<Matter, 'tellerId' | 'body'>, personId: string): PartyKey | null {
  const { parties } = matter.body;
  const own = parties.find((party) => party.personId === personId);
  if (own !== undefined) return own.key;
  return matter.tellerId === personId && parties.some(({ key, personId: id }) => key === 'a' && id === null)
    ? 'a'
    : null;
}

/** Who reads and answers for a side in a direct chat; null: nobody whom the bot knows, so somebody rings. */
export function readerOf(matter: Pick<Matter, 'tellerId'>, party: Pick<Party, 'key' | 'personId'>): Party['personId'] {
  return party.personId ?? (party.key === 'a' ? matter.tellerId : null);
}

/**
 * Whether a side knows of the matter: it told of it, or was asked. Until then nothing is said to it and it may see nothing: whoever
 * took it to somebody need not be found out by the other, least of all where that one is feared.
 */
export function isAware({ key, consent }: Pick<Party, 'key' | 'consent'>): boolean {
  return key === 'a' || (consent !== null && consent !== 'unreached');
}

/** Who speaks for a side: its proxy only with its consent (Civil Code, Art. 161, 165), else the side itself. */
export function speaksFor(party: Party): { name: string; phone: string } {
  return party.proxy?.agreed === true ? party.proxy : party;
}

/** The sides that are asked to a session: one of a talk apart, else all who take part. */
export function invited(session: Pick<Session, 'side'>, parties: readonly Party[]): Party[] {
  return session.side === undefined ? parties.filter(takesPart) : parties.filter(({ key }) => key === session.side);
}

/**
 * The last day of mediating, as the instant at which it ends. Usually a month from its acceptance (Provisions of 2002, Art. 33:
 * 一般在一个月内调结); longer with the agreement of every side, which local rules say and that article does not. In a labour dispute
 * arbitration is open after fifteen days without an agreement, whatever is left of the month (劳动争议调解仲裁法, Art. 14).
 * @param days how many days the zone's rules say that a month has
 * @param timeZone in which the days are counted, whole ones: the day of acceptance is none of them
 */
export function mediationEndsAt(
  matter: Pick<Matter, 'acceptedAt' | 'body'>,
  days: number,
  timeZone: string,
): Instant | null {
  const until = matter.body.extension?.untilAt ?? null;
  if (until !== null || matter.acceptedAt === null) return until;
  return endOfDayAfter(matter.acceptedAt, days, timeZone);
}

/** The end of the day that lies so many days after an instant on the zone's calendar. */
export function endOfDayAfter(at: Instant, days: number, timeZone: string): Instant {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  return day.add({ days: days + 1 }).toZonedDateTime(timeZone).epochMilliseconds;
}
