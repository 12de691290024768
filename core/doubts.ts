import type { CheckIn, Doubt } from './check-in.ts';
import type { Instant } from './clock.ts';
import { distanceMetres } from './geo.ts';
import type { Position } from './message.ts';

const minute = 60_000;

/** Nearer than this, or within three radii, nobody looks twice: phones are off, and points are wide. */
const farMetres = 250;
/** Straight on and door to door; faster than that nobody patrols, not even by car. */
const fastestKmPerHour = 60;
/** What is nearer lies side by side. */
const sideBySideMetres = 300;
/** A photo may wait for a signal. */
const oldMinutes = 30;
/** A camera that was never set begins its count somewhere in the past. */
const longestDays = 400;

const within = (score: number, most: number): number => Math.round(Math.min(score, most) * 100) / 100;

/** Far from the point that it is to be of, by the message's position or, without one, by the camera's. */
export function farAway(metres: number | null, radiusMetres: number): Doubt | null {
  if (metres === null || metres <= Math.max(farMetres, radiusMetres * 3)) return null;
  return { kind: 'far_away', score: within(0.4 + metres / 5_000, 0.9), fact: `${Math.round(metres)} m` };
}

/** Handed on from another chat: whoever sent it need not have been there. */
export function forwarded(isForwarded: boolean): Doubt | null {
  return isForwarded ? { kind: 'forwarded', score: 0.5, fact: '' } : null;
}

/** Somebody who was at one place a moment ago, and where. */
export interface Seen {
  at: Instant;
  position: Position | null;
}

/**
 * Two points one after the other, farther apart than anybody comes in that time. What was told afterwards has no time of its
 * own, so it is to be left out.
 */
export function tooFast(before: Seen, now: Seen): Doubt | null {
  if (before.position === null || now.position === null) return null;
  const metres = distanceMetres(before.position, now.position);
  const minutes = Math.abs(now.at - before.at) / minute;
  if (metres <= sideBySideMetres) return null;
  const kmPerHour = metres / 1_000 / Math.max(minutes / 60, 1 / 3_600);
  if (kmPerHour <= fastestKmPerHour) return null;
  const score = within(0.4 + (kmPerHour - fastestKmPerHour) / 600, 0.8);
  return { kind: 'too_fast', score, fact: `${minutes.toFixed(1)} min, ${Math.round(metres)} m` };
}

/** A point at which a word is to be told with the photo. */
export function wordDoubt(word: 'right' | 'wrong' | 'none'): Doubt | null {
  if (word === 'right') return null;
  return word === 'wrong' ? { kind: 'wrong_word', score: 0.7, fact: '' } : { kind: 'no_word', score: 0.6, fact: '' };
}

/**
 * The camera's clock says that the photo is older than the check-in. No clock, one ahead of time, and one that was never set
 * are no reason.
 * @param takenAt as `CameraFacts` has it: without an offset it is on the zone's clocks
 * @param at when somebody says to have been there
 */
export function takenEarlier(takenAt: string | null, at: Instant, timeZone: string): Doubt | null {
  const taken = takenAt === null ? null : takenInstant(takenAt, timeZone);
  if (taken === null) return null;
  const minutes = Math.round((at - taken) / minute);
  if (minutes <= oldMinutes || minutes > longestDays * 24 * 60) return null;
  return { kind: 'taken_earlier', score: within(0.4 + minutes / 2_400, 0.85), fact: `${minutes} min` };
}

function takenInstant(takenAt: string, timeZone: string): Instant | null {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)([+-]\d\d:\d\d)?$/.exec(takenAt);
  if (parts === null) return null;
  try {
    const local = Temporal.PlainDateTime.from(parts[1] ?? '', { overflow: 'reject' });
    return local.toZonedDateTime(parts[2] ?? timeZone).epochMilliseconds;
  } catch (error) {
    // Cameras write impossible dates.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** An earlier photo that looks the same. */
export interface Lookalike {
  /** Bits that differ, of 64. */
  bits: number;
  mirrored: boolean;
  /** The very same bytes. */
  sameBytes: boolean;
  /** Of the same point: a gate from the same spot looks the same every night. */
  samePoint: boolean;
  /** What it belongs to: `check_in:01J…`; '' nothing that is known. */
  of: string;
}

/** How the fact begins of a photo that is the very same. */
const sameBytes = 'same bytes';

/** Whether the photo is not only like an earlier one but the very same. */
export function isSamePhoto({ kind, fact }: Doubt): boolean {
  return kind === 'seen_before' && fact.startsWith(sameBytes);
}

/** The photo was there before; the likest of several says it. */
export function seenBefore(likes: readonly Lookalike[]): Doubt | null {
  const doubts = likes.map((like): Doubt => {
    const fact = [like.sameBytes ? sameBytes : `${like.bits} bits`, like.of].filter((part) => part !== '').join(', ');
    return { kind: 'seen_before', score: likeness(like), fact };
  });
  return doubts.toSorted((a, b) => b.score - a.score)[0] ?? null;
}

function likeness({ bits, mirrored, sameBytes, samePoint }: Lookalike): number {
  if (sameBytes) return 1;
  const alike = bits <= 2 ? 0.8 : bits <= 4 ? 0.6 : 0.45;
  return within((mirrored ? alike - 0.1 : alike) * (samePoint ? 0.75 : 1), 1);
}

/** One doubt of each kind, the stronger one. */
export function withDoubts(known: readonly Doubt[], more: readonly (Doubt | null)[]): Doubt[] {
  const byKind = new Map<Doubt['kind'], Doubt>();
  for (const doubt of [...known, ...more]) {
    if (doubt === null) continue;
    if ((byKind.get(doubt.kind)?.score ?? -1) < doubt.score) byKind.set(doubt.kind, doubt);
  }
  return [...byKind.values()];
}

/** The doubts of a check-in without those that a new look replaces: the point, and so all that depends on it, has changed. */
export function withoutDoubts({ doubts }: Pick<CheckIn, 'doubts'>, kinds: readonly Doubt['kind'][]): Doubt[] {
  return doubts.filter(({ kind }) => !kinds.includes(kind));
}
