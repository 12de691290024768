import type { Instant } from '../../core/clock.ts';
import type { WishTaken } from '../../core/course-tap.ts';
import { meetsApart, sideOf, stepRefusal } from '../../core/dispute.ts';
import type { MatterNoteId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import type { PartyKey } from '../../core/party.ts';
import type { Person } from '../../core/people.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { openSession } from '../../core/session-steps.ts';
import { timesWished } from '../../core/times-wished.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import { questionSlot } from '../matter/show-questions.ts';
import { traceMatter, type Work } from '../work.ts';
import { moveSession } from './book-session.ts';
import { passOnWords } from './pass-on-words.ts';
import { proposeTimes } from './propose-times.ts';

/**
 * A side asks for a time of its own. Its words are kept as a note, and whoever has the matter can take the time, or ask the others,
 * by one tap; before times are spoken of at all the words are passed on as any others.
 */
export async function wishTimes(
  work: Work,
  matter: Matter,
  person: Person,
  wished: { times: readonly Instant[]; words: string },
): Promise<MatterResult> {
  const side = sideOf(matter, person.id);
  if (side === null || matter.ownerId === null || stepRefusal(matter, 'propose') !== null)
    return passOnWords(work, matter, person, wished.words);
  const id = work.ids.next<MatterNoteId>(work.now);
  const words = wished.words.trim();
  await work.tx.matters.addNote({ id, matterId: matter.id, side, byId: person.id, at: work.now, words });
  await traceMatter(work, matter, 'matter_noted', person.id, { note: id, side });
  const open = openSession(matter.body, meetsApart(matter.body) ? side : undefined);
  const instead = open?.state === 'booked' ? open.startsAt : null;
  const notice = { kind: 'matter_times_wished', matterId: matter.id, side, times: wished.times, instead } as const;
  await sayPrivately(work, matter.ownerId, notice, { priority: 'answer', slot: questionSlot(work, matter) });
  return { kind: 'matter_time_passed_on' };
}

/** The side that asked for all of these times last, as its words that were kept say; null: none did. */
export async function whoWished(work: Work, matter: Matter, times: readonly Instant[]): Promise<PartyKey | null> {
  const notes = await work.tx.matters.notes(matter.id);
  const wished = notes
    .toSorted((a, b) => a.at - b.at)
    .findLast(({ side, words, at }) => {
      const asked = side === null ? null : timesWished(words, at, work.zone.timeZone);
      return asked !== null && times.every((time) => asked.includes(time));
    });
  return wished?.side ?? null;
}

/** Whoever has the matter takes a time that a side asked for, or asks the others about it; a second tap changes nothing. */
export async function takeWish(
  work: Work,
  matter: Matter,
  person: Person,
  { how, side, times }: WishTaken,
): Promise<MatterResult> {
  const apart = meetsApart(matter.body) ? { side } : {};
  const open = openSession(matter.body, apart.side);
  const [first] = times;
  if (how === 'take' && first !== undefined && open?.state === 'booked')
    return moveSession(work, matter, open, first, person.id);
  const asked = open?.state === 'proposed' && times.every((at) => open.times.includes(at));
  if (how === 'ask' && asked) return { kind: 'matter_times_sent', times: open.times.length };
  return proposeTimes(work, matter, person, { times, settled: how === 'take', suits: side, ...apart });
}
