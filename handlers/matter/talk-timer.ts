import type { Instant } from '../../core/clock.ts';
import type { Matter } from '../../core/matter.ts';
import { setTimer } from '../set-timer.ts';
import type { Work } from '../work.ts';
import { privateRules } from './rules.ts';

const hour = 3_600_000;
/** A half-told matter ends after so many times the hours after which it is asked about. */
const endsAfter = 3;
/** Taps so soon after the last words still belong to the same sitting: the question changes where it stands. */
const sittingMs = 30 * 60_000;

/** When its teller is reminded of a half-told matter, and when it ends by itself; both from the last words. */
export function talkTimes(
  work: Pick<Work, 'zone'>,
  { changedAt }: Pick<Matter, 'changedAt'>,
): {
  remindAt: Instant;
  endAt: Instant;
} {
  const ms = privateRules(work).talkHours * hour;
  return { remindAt: changedAt + ms, endAt: changedAt + endsAfter * ms };
}

/** Its teller said something: the reminder moves on. */
export async function setTalkTimer(work: Work, matter: Matter): Promise<void> {
  await setTimer(work, 'matter_talk', matter.id, talkTimes(work, matter).remindAt);
}

/** When its teller was last heard: by words now; by a tap only where the last words are long past. */
export function touchedAt(
  work: Pick<Work, 'now'>,
  { changedAt }: Pick<Matter, 'changedAt'>,
  by: 'words' | 'tap',
): Instant {
  return by === 'words' || work.now - changedAt > sittingMs ? work.now : changedAt;
}

/**
 * The slot of the question: after a tap the next one takes its place in the same message; after words it comes as a new one,
 * below them.
 */
export function talkSlot({ id, changedAt }: Pick<Matter, 'id' | 'changedAt'>): string {
  return `matter-talk:${id}:${String(changedAt)}`;
}
