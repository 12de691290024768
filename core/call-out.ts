import type { Ranked, RankingAsk } from './candidates.ts';
import { rankCandidates } from './candidates.ts';
import type { Instant } from './clock.ts';
import type { PersonId } from './ids.ts';
import type { Order, Seat } from './incident.ts';
import type { Candidate } from './people.ts';

/** One person to be asked for one seat. */
export interface Asking {
  seat: Seat;
  ranked: Ranked;
}

/** What a wave comes to. */
export interface WavePlan {
  askings: readonly Asking[];
  /** Seats that cannot be filled even if everybody who is being asked accepts: the officer must know. */
  short: readonly Seat[];
}

/** How many places of the seat are still empty. */
export function emptyPlaces(seat: Seat): number {
  return Math.max(0, seat.needed - seat.taken);
}

/** All seats are taken. */
export function isFull(seats: readonly Seat[]): boolean {
  return seats.every((seat) => emptyPlaces(seat) === 0);
}

/** The order still counts as awaiting an answer: the person has been asked, has not answered, and the timer has not run out. */
export function isAwaited(order: Order, now: Instant): boolean {
  return order.answer === 'open' && order.waitUntil > now;
}

/** The `waitUntil` of a standby who is asked no more by the clock, only when a place comes free. */
export const untilAPlaceIsFree: Instant = Number.MAX_SAFE_INTEGER;

/** Asked once more while nobody else was there, this standby chose to wait again: left alone until a place comes free. */
export function isResting(order: Order): boolean {
  return order.answer === 'standby' && order.waitUntil === untilAPlaceIsFree;
}

/** How many standbys a card names. Whoever joins behind them changes nothing that the squads' card shows. */
export const standbysNamed = 6;

/** How many people to have asked at once for `empty` places: a little more than the need. */
export function waveSize(empty: number, overshootPercent: number): number {
  return empty === 0 ? 0 : Math.ceil((empty * (100 + overshootPercent)) / 100);
}

/**
 * Whom to ask now. First every empty place gets one person, seats with the fewest qualified people choosing first; then the
 * overshoot is filled. Whoever has an order of this incident already, answered or not, is not asked again.
 */
export function planWave(
  seats: readonly Seat[],
  orders: readonly Order[],
  candidates: readonly Candidate[],
  ask: Omit<RankingAsk, 'skill'>,
): WavePlan {
  const asked = new Set<PersonId>(orders.map((order) => order.personId));
  const open = seats
    .filter((seat) => emptyPlaces(seat) > 0)
    .map((seat) => ({
      seat,
      empty: emptyPlaces(seat),
      awaited: orders.filter((order) => order.seatId === seat.id && isAwaited(order, ask.now)).length,
      ranked: rankCandidates(candidates, { ...ask, skill: seat.skill }, asked).ranked,
      next: 0,
    }))
    .sort((a, b) => a.ranked.length - a.empty - (b.ranked.length - b.empty));
  const askings: Asking[] = [];
  const fill = (entry: (typeof open)[number], wanted: number): void => {
    while (entry.awaited < wanted) {
      const ranked = entry.ranked[entry.next];
      if (ranked === undefined) return;
      entry.next += 1;
      if (asked.has(ranked.candidate.person.id)) continue;
      asked.add(ranked.candidate.person.id);
      askings.push({ seat: entry.seat, ranked });
      entry.awaited += 1;
    }
  };
  for (const entry of open) fill(entry, entry.empty);
  for (const entry of open) fill(entry, waveSize(entry.empty, ask.timing.waveOvershootPercent));
  return { askings, short: open.filter((entry) => entry.awaited < entry.empty).map((entry) => entry.seat) };
}
