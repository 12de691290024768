import { randomUUID } from 'node:crypto';
import type { Instant } from '../core/clock.ts';
import type { Platform } from '../core/message.ts';
import type { Priority } from '../core/notice.ts';
import type { LaneClaim, OutboxReads, OutboxWrites } from '../core/ports/outbox.ts';
import type { Carrier } from './send-notice.ts';
import { leastUrgentFirst, senderBounds } from './sending-rules.ts';

/** A platform with what is in hand on it. */
export interface Carriage extends Carrier {
  platform: Platform;
  /** Claimed and not yet ended. */
  inHand: number;
  /** Claimed, its call not yet begun: holds a part of the platform's rate. */
  notBegun: number;
  /** The most urgent priority of which the rate allowed no more at the last claim; null: the rate held nothing up. */
  held: Priority | null;
}

/**
 * Claims lanes as far as the platforms take more now: all of a platform's rate for orders, less of it the less urgent a
 * notice is. Platforms whose rate binds nobody are asked for together.
 */
export async function claimLanes(
  outbox: OutboxWrites,
  carriages: readonly Carriage[],
  now: Instant,
): Promise<LaneClaim[]> {
  const free = carriages.filter((one) => hasSlots(one) && isUnbound(one, now));
  const claims = free.length === 0 ? [] : await claim(outbox, free, 'digest', now, Math.min(...free.map(slots)));
  for (const one of carriages)
    if (hasSlots(one) && !isUnbound(one, now)) claims.push(...(await claimBound(outbox, one, now)));
  return claims;
}

/** Claims what this transaction has queued, where no platform's rate holds anything up; else all waits for its turn. */
export async function claimAdded(
  outbox: OutboxWrites,
  carriages: readonly Carriage[],
  now: Instant,
): Promise<LaneClaim[]> {
  const limit = Math.min(...carriages.map(slots));
  if (limit <= 0 || !allUnbound(carriages, now)) return [];
  const platforms = carriages.map(({ platform }) => platform);
  return outbox.claimAdded({ platforms, now, leaseUntil: now + senderBounds.leaseMs, lease: randomUUID(), limit });
}

async function claimBound(outbox: OutboxWrites, carriage: Carriage, now: Instant): Promise<LaneClaim[]> {
  const claims: LaneClaim[] = [];
  carriage.held = null;
  for (const upTo of leastUrgentFirst) {
    const rate = carriage.throttle.free(upTo, now) - carriage.notBegun;
    const limit = Math.min(slots(carriage), rate) - claims.length;
    const more = limit > 0 ? await claim(outbox, [carriage], upTo, now, limit) : [];
    claims.push(...more);
    if (more.length < limit) break;
    carriage.held = upTo;
  }
  return claims;
}

function claim(
  outbox: OutboxWrites,
  carriages: readonly Carriage[],
  upTo: Priority,
  now: Instant,
  limit: number,
): Promise<LaneClaim[]> {
  const platforms = carriages.map(({ platform }) => platform);
  const leaseUntil = now + senderBounds.leaseMs;
  return outbox.claimLanes({ platforms, now, leaseUntil, lease: randomUUID(), limit, upTo });
}

function slots({ inHand }: Carriage): number {
  return Math.min(senderBounds.lanesAtOnce, senderBounds.sendsAtOnce - inHand);
}

function hasSlots(carriage: Carriage): boolean {
  return slots(carriage) > 0;
}

/** Its rate allows more than one claim can bring, whatever that brings. */
function isUnbound({ throttle, notBegun }: Carriage, now: Instant): boolean {
  return throttle.free('digest', now) - notBegun >= senderBounds.lanesAtOnce;
}

/** No platform's rate binds anybody: what is due is claimed at once, and looking for what will be due can wait. */
export function allUnbound(carriages: readonly Carriage[], now: Instant): boolean {
  return carriages.every((one) => isUnbound(one, now));
}

/** When to look again if nobody wakes the sender: a lane is due, or a rate frees up for one that is. Null: nothing waits. */
export async function nextLookAt(
  outbox: OutboxReads,
  carriages: readonly Carriage[],
  now: Instant,
): Promise<Instant | null> {
  const free = carriages.filter((one) => isUnbound(one, now));
  const groups = [free, ...carriages.filter((one) => !isUnbound(one, now)).map((one) => [one])];
  const times: Instant[] = [];
  for (const group of groups) {
    if (group.length === 0) continue;
    const dueAt = await outbox.nextDueAt(group.map(({ platform }) => platform));
    if (dueAt !== null) times.push(dueAt > now ? dueAt : Math.min(...group.map((one) => rateFreeAt(one, now))));
  }
  return times.length === 0 ? null : Math.min(...times);
}

/** When a due lane that was not claimed can be: the rate frees up, or somebody else who holds it is through. */
function rateFreeAt({ throttle, held, inHand }: Carriage, now: Instant): Instant {
  if (held === null) return now + senderBounds.storePauseMs;
  const at = throttle.freeAt(held, now);
  if (at > now) return at;
  // It is free by now. What is in hand wakes the sender when it ends.
  return inHand > 0 ? now + senderBounds.storePauseMs : now + 1;
}
