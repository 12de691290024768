import { hash } from 'node:crypto';
import type { Clock, Instant } from '../core/clock.ts';
import { TransportError } from '../core/error.ts';
import type { Notice, QueuedNotice } from '../core/notice.ts';
import type { Person, Room } from '../core/people.ts';
import type { ChatAdapter, Outgoing } from '../core/ports/chat.ts';
import type { LaneClaim, SendOutcome } from '../core/ports/outbox.ts';
import type { Store } from '../core/ports/store.ts';
import type { ChangePause } from './change-pause.ts';
import type { Log } from '../core/ports/log.ts';
import { pauseMs, sendingRules } from './sending-rules.ts';
import type { Throttle } from './throttle.ts';

/**
 * Puts a notice into words from the state at this moment; null when its subject has moved on and nothing is to be said.
 * Which message is edited and which is quoted is filled in by the sender.
 */
export type Render = (queued: QueuedNotice, room: Room, reader: Person | null) => Promise<Outgoing | null>;

/** One platform as the sender holds it. */
export interface Carrier {
  adapter: ChatAdapter;
  throttle: Throttle;
}

/** What sending one notice needs. */
export interface SendTools {
  store: Store;
  clock: Clock;
  render: Render;
  changes: ChangePause;
  log: Log;
  /** In [0, 1); spreads retries. */
  chance: () => number;
}

/** How a claim ended, and when its room takes the next notice. */
export interface Ended {
  claim: LaneClaim;
  outcome: SendOutcome;
  laneDueAt: Instant;
}

/** Renders and sends a claimed notice. Resolves with what became of it, whatever happens. `starts` is called when a call to the platform begins. */
export async function sendNotice(
  tools: SendTools,
  carrier: Carrier,
  claim: LaneClaim,
  starts: () => void,
): Promise<Ended> {
  const needless = withoutSending(tools, carrier, claim);
  if (needless) return ended(tools, carrier, claim, needless);
  let outgoing: Outgoing | null;
  try {
    outgoing = await tools.render(claim.notice, claim.room, claim.reader);
  } catch (error) {
    tools.log.error({ err: error, notice: claim.notice.notice.kind }, 'A notice could not be put into words');
    return ended(tools, carrier, claim, tryAgain(tools, claim, 'not rendered'));
  }
  if (outgoing === null) return ended(tools, carrier, claim, { kind: 'void', why: 'needless' });
  const draft = draftOf(claim, outgoing, editedMessage(tools.clock, carrier, claim));
  // Where nothing can be edited a card that says the same is not sent again; an order that is given again has to ring.
  const again = draft.edit === null && claim.notice.priority === 'order';
  if (!again && draft.contentHash !== '' && draft.contentHash === claim.standing?.contentHash) {
    // Drawing it costs as much as changing it, so the next change waits just so.
    noteChange(tools, carrier, claim);
    return ended(tools, carrier, claim, { kind: 'void', why: 'unchanged' });
  }
  starts();
  return await callPlatform(tools, carrier, claim, draft);
}

/** What can be known before any words are found: too late, room gone, perhaps sent already, or changed a moment ago. */
function withoutSending(tools: SendTools, carrier: Carrier, claim: LaneClaim): SendOutcome | null {
  const { notice, room } = claim;
  const now = tools.clock.now();
  if (claim.takenOver && (isOrder(notice) || notice.attempts > takeovers))
    return { kind: 'unknown', error: 'The sender stopped before it knew; it may stand in the room' };
  if (notice.expiresAt !== null && notice.expiresAt <= now) return { kind: 'void', why: 'expired' };
  if (room.state === 'gone') return { kind: 'dead', error: 'The room is gone', reason: 'room_gone' };
  const freeAt = Math.max(
    claim.standing !== null && notice.slot !== null && notice.priority !== 'order'
      ? tools.changes.until(room.id, notice.slot)
      : 0,
    carrier.throttle.roomFreeAt(room, notice.priority, now),
  );
  return freeAt > now ? { kind: 'retry', dueAt: freeAt, error: '' } : null;
}

/**
 * How often what a sender left behind is begun again: one that dies of what it sends must not do so for ever. A notice is in
 * hand from the commit that queues it, so most of what a power cut leaves behind never stood in any room.
 */
const takeovers = 3;

/** Twice, it is read as a second fire: whether and where it is repeated, and marked so, is for its handler to say. */
function isOrder({ notice, priority }: QueuedNotice): boolean {
  return notice.kind === 'order' && priority === 'order';
}

/** Lines break for longer than one try, and every further one may be a further copy. */
const lostAnswers = 3;

/** What somebody waits for, or what its next change would put there a second time anyway, is worth a further look. */
function isSaidAgain(notice: QueuedNotice): boolean {
  return !isOrder(notice) && notice.attempts < lostAnswers && (notice.priority === 'order' || notice.slot !== null);
}

/** Doing it twice changes nothing: an edit and a reaction say the same again in the same place. */
function repeatable(notice: Notice, edit: string | null): boolean {
  return edit !== null || notice.kind === 'reaction';
}

function editedMessage(clock: Clock, { adapter }: Carrier, { standing, notice }: LaneClaim): string | null {
  // An edit makes no sound: an order that is given again has to ring again, and so has news for whoever has a matter.
  if (standing === null || rings(notice)) return null;
  return clock.now() - standing.sentAt < adapter.capabilities.editWindowMs ? standing.messageId : null;
}

function rings(queued: QueuedNotice): boolean {
  const { notice, priority } = queued;
  const asksAnew =
    notice.kind === 'matter_work' || notice.kind === 'matter_terms' || notice.kind === 'matter_unanswered';
  return isOrder(queued) || (asksAnew && priority !== 'card');
}

/** Something ready to be sent, and what it replaces. */
interface Draft {
  outgoing: Outgoing;
  edit: string | null;
  contentHash: string;
}

function draftOf({ notice, standing }: LaneClaim, outgoing: Outgoing, edit: string | null): Draft {
  if (outgoing.kind === 'reaction') return { outgoing, edit: null, contentHash: '' };
  const contentHash = notice.slot === null ? '' : hashOf(outgoing);
  const other = edit !== null && hasOtherPhoto(standing?.contentHash ?? '', contentHash);
  const placed = { ...outgoing, edit, replyTo: edit === null ? notice.replyTo : null };
  return { outgoing: other ? { ...placed, otherPhoto: true } : placed, edit, contentHash };
}

/** The whole message, and after a dot its picture alone, by which the next edit knows which one stands there. */
function hashOf({ card, photoPath }: Extract<Outgoing, { kind: 'card' }>): string {
  const whole = hash('sha1', JSON.stringify([card, photoPath]), 'base64url');
  if (photoPath === null) return `${whole}.`;
  return `${whole}.${card.morePhotos === undefined ? hash('sha1', card.photo ?? card.drawing ?? '', 'base64url') : album}`;
}

/** The pictures of an album are messages of their own, which no edit of its words reaches. */
const album = 'album';

/** What was sent by an earlier version says nothing about its picture. */
function hasOtherPhoto(stands: string, now: string): boolean {
  const [was, is] = [stands.split('.')[1], now.split('.')[1]];
  return was !== undefined && was !== '' && was !== album && is !== album && was !== is;
}

async function callPlatform(tools: SendTools, carrier: Carrier, claim: LaneClaim, draft: Draft): Promise<Ended> {
  const ends = carrier.throttle.take(claim.room, tools.clock.now());
  try {
    const { messageId } = await carrier.adapter.send(claim.room, draft.outgoing);
    ends(tools.clock.now());
    noteChange(tools, carrier, claim);
    return ended(tools, carrier, claim, { kind: 'sent', messageId, contentHash: draft.contentHash });
  } catch (error) {
    ends(tools.clock.now());
    if (!(error instanceof TransportError)) {
      tools.log.error({ err: error, notice: claim.notice.notice.kind }, 'An adapter failed in a way it should not');
      return ended(tools, carrier, claim, { kind: 'unknown', error: 'adapter failure' });
    }
    return await afterFailure(tools, carrier, claim, draft, error);
  }
}

async function afterFailure(
  tools: SendTools,
  carrier: Carrier,
  claim: LaneClaim,
  draft: Draft,
  error: TransportError,
): Promise<Ended> {
  if (error.movedTo !== undefined && error.movedTo !== claim.room.externalId) {
    const room = await followRoom(tools, claim.room, error.movedTo);
    return await callPlatform(tools, carrier, { ...claim, room }, draft);
  }
  if (error.reason === 'message_gone' && draft.edit !== null)
    return await callPlatform(tools, carrier, claim, draftOf(claim, draft.outgoing, null));
  if (error.retryAfterMs !== undefined) carrier.throttle.refused(tools.clock.now());
  const failure = ended(tools, carrier, claim, outcomeOf(tools, claim, draft, error));
  // A room that asked for quiet gets it, for orders too; other rooms go on.
  const quietUntil = error.retryAfterMs === undefined ? 0 : tools.clock.now() + error.retryAfterMs;
  return { ...failure, laneDueAt: Math.max(failure.laneDueAt, quietUntil) };
}

function outcomeOf(tools: SendTools, claim: LaneClaim, draft: Draft, error: TransportError): SendOutcome {
  if (error.failure === 'permanent')
    return { kind: 'dead', error: error.message, ...(error.reason !== undefined && { reason: error.reason }) };
  if (error.failure === 'unknown' && !repeatable(claim.notice.notice, draft.edit) && !isSaidAgain(claim.notice))
    return { kind: 'unknown', error: error.message };
  return tryAgain(tools, claim, error.message, error.retryAfterMs);
}

/** Later again, unless by then nobody needs it. */
function tryAgain(tools: SendTools, { notice }: LaneClaim, error: string, afterMs?: number): SendOutcome {
  const dueAt = tools.clock.now() + (afterMs ?? pauseMs(notice.priority, notice.attempts, tools.chance()));
  const until = notice.expiresAt ?? notice.queuedAt + sendingRules[notice.priority].giveUpAfterMs;
  return dueAt < until ? { kind: 'retry', dueAt, error } : { kind: 'dead', error: `Given up: ${error}` };
}

/** Keeps the room's new address at once, so that a crash does not lose it. A room that is already known there stays as it is. */
async function followRoom(tools: SendTools, room: Room, externalId: string): Promise<Room> {
  const moved = { ...room, externalId };
  await tools.store.transaction(async (tx) => {
    const there = await tx.rooms.byExternal(room.platform, externalId);
    if (there === null) await tx.rooms.put(moved);
  });
  return moved;
}

function noteChange({ changes, clock }: SendTools, { adapter }: Carrier, { notice, room, standing }: LaneClaim): void {
  if (notice.slot === null || standing === null) return;
  changes.changed(room.id, notice.slot, adapter.capabilities.editWindowMs > 0 ? 'edited' : 'resent', clock.now());
}

function ended({ clock }: SendTools, { throttle }: Carrier, claim: LaneClaim, outcome: SendOutcome): Ended {
  // Only an order's limits bind the lane; a less urgent notice that must wait longer is put off by itself.
  return { claim, outcome, laneDueAt: throttle.roomFreeAt(claim.room, 'order', clock.now()) };
}
