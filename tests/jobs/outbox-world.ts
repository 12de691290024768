import type { Clock } from '../../core/clock.ts';
import type { NoticeId, OrderId, RoomId } from '../../core/ids.ts';
import type { Capabilities, SendLimits } from '../../core/message.ts';
import type { Notice, Priority, QueuedNotice } from '../../core/notice.ts';
import type { Room } from '../../core/people.ts';
import type { Metrics } from '../../core/ports/metrics.ts';
import type { SendOutcome } from '../../core/ports/outbox.ts';
import type { Store } from '../../core/ports/store.ts';
import type { Settle } from '../../jobs/end-sends.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Render } from '../../jobs/send-notice.ts';
import { outboxSender } from '../../jobs/send-outbox.ts';
import type { OutboxSender, OutboxSenderOptions } from '../../jobs/send-outbox.ts';
import { fakeChat } from '../support/fake-chat.ts';
import type { FakeChat } from '../support/fake-chat.ts';
import { fakeClock } from '../support/clock.ts';
import type { FakeClock } from '../support/clock.ts';
import { countingIds } from '../support/ids.ts';

export const noMetrics: Metrics = {
  updateTaken: () => {},
  handlerTook: () => {},
  sent: () => {},
  sendTook: () => {},
  timerRan: () => {},
};

/** A log that a test can read. */
export interface ReadableLog extends Log {
  readonly lines: { level: 'info' | 'warn' | 'error'; message: string; facts: object }[];
}

export function readableLog(): ReadableLog {
  const lines: ReadableLog['lines'] = [];
  const at =
    (level: 'info' | 'warn' | 'error') =>
    (facts: object, message: string): void =>
      void lines.push({ level, message, facts });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

/** How a notice is queued in these tests; what it says is `says`, shown as the card's title. */
export interface Saying {
  priority?: Priority;
  slot?: string;
  expiresInMs?: number;
  dueInMs?: number;
  replyTo?: string;
}

export interface OutboxWorld {
  store: Store;
  clock: FakeClock;
  chat: FakeChat;
  sender: OutboxSender;
  log: ReadableLog;
  /** What `settle` was called with and what was kept, in order. */
  settled: { says: string; outcome: SendOutcome }[];
  /** Makes a room, once, with this external id. */
  room: (externalId: string) => Promise<Room>;
  /** Queues one notice and wakes the sender. */
  say: (room: string, says: string, saying?: Saying) => Promise<NoticeId>;
  /** Queues without waking. */
  queue: (room: string, says: string, saying?: Saying) => Promise<NoticeId>;
  /** What the notices of a room became, oldest first. */
  states: (room: string) => Promise<string[]>;
}

const plain = { lines: [], actions: [], links: [], loud: false };

/** Says what the notice's text says; `needless` has nothing to say any more. */
export const sayText: Render = ({ notice }) => {
  const says = textOf(notice);
  if (notice.kind === 'reaction')
    return Promise.resolve({ kind: 'reaction', messageId: notice.messageId, emoji: '👌' });
  if (says.startsWith('needless')) return Promise.resolve(null);
  return Promise.resolve({ kind: 'card', card: { ...plain, title: says }, edit: null, replyTo: null, photoPath: null });
};

function textOf(notice: Notice): string {
  if (notice.kind === 'order') return notice.orderId;
  return notice.kind === 'inbox_failed' ? notice.reference : notice.kind;
}

/** An order says its id; everything else uses a notice that carries a free word. */
function noticeOf(says: string): Notice {
  if (says.startsWith('order')) return { kind: 'order', orderId: says as OrderId };
  if (says.startsWith('react to ')) return { kind: 'reaction', messageId: says.slice('react to '.length), emoji: '👌' };
  return { kind: 'inbox_failed', reference: says, platform: 'telegram' };
}

/** An outbox with a sender, a fake platform and a clock that stands still. */
export function outboxWorld(
  store: Store,
  options: {
    limits?: Partial<SendLimits>;
    capabilities?: Partial<Capabilities>;
    render?: Render;
    settle?: Settle;
    clock?: FakeClock;
    chat?: FakeChat;
    pacing?: OutboxSenderOptions['pacing'];
  } = {},
): OutboxWorld {
  const clock = options.clock ?? fakeClock();
  const ids = countingIds();
  const chat =
    options.chat ??
    fakeChat({ now: () => clock.now(), limits: options.limits ?? {}, capabilities: options.capabilities ?? {} });
  const log = readableLog();
  const settled: OutboxWorld['settled'] = [];
  const settle: Settle = async (tx, claim, outcome, at) => {
    tx.afterCommit(() => settled.push({ says: textOf(claim.notice.notice), outcome }));
    await options.settle?.(tx, claim, outcome, at);
  };
  const sender = outboxSender({
    store,
    alarm: clock,
    adapters: [chat],
    render: options.render ?? sayText,
    settle,
    metrics: noMetrics,
    log,
    chance: () => 0.5,
    ...(options.pacing && { pacing: options.pacing }),
  });
  clock.settle(() => sender.idle());
  const rooms = roomMaker(store, clock);
  const queue: OutboxWorld['queue'] = async (external, says, saying = {}) => {
    const { id: roomId } = await rooms(external);
    const notice = queuedNotice(ids.next<NoticeId>(clock.now()), roomId, says, saying, clock);
    await store.transaction((tx) => tx.outbox.add([notice]));
    return notice.id;
  };
  return {
    store,
    clock,
    chat,
    sender,
    log,
    settled,
    room: rooms,
    queue,
    say: async (external, says, saying) => {
      const id = await queue(external, says, saying);
      sender.wake();
      return id;
    },
    states: async (external) => {
      const { id } = await rooms(external);
      return (await store.read.outbox.history(id, 100)).map(({ state }) => state);
    },
  };
}

/** A notice as a handler would queue it. */
export function queuedNotice(id: NoticeId, roomId: RoomId, says: string, saying: Saying, clock: Clock): QueuedNotice {
  const now = clock.now();
  return {
    id,
    roomId,
    notice: noticeOf(says),
    priority: saying.priority ?? 'answer',
    readerId: null,
    slot: saying.slot ?? null,
    replyTo: saying.replyTo ?? null,
    queuedAt: now,
    dueAt: now + (saying.dueInMs ?? 0),
    expiresAt: saying.expiresInMs === undefined ? null : now + saying.expiresInMs,
    attempts: 0,
  };
}

/** Rooms by their external id; those that begin with "group" are groups. */
export function roomMaker(store: Store, clock: Clock): (externalId: string) => Promise<Room> {
  const rooms = new Map<string, Room>();
  return async (externalId) => {
    const known = rooms.get(externalId);
    if (known !== undefined) return known;
    const kind = externalId.startsWith('group') ? 'group' : 'direct';
    const room: Room = {
      id: `room:${externalId}:${clock.now()}` as RoomId,
      platform: 'telegram',
      externalId,
      kind,
      purpose: kind === 'group' ? 'command' : 'direct',
      title: externalId,
      language: 'zh',
      teamId: null,
      state: 'open',
    };
    rooms.set(externalId, room);
    await store.transaction((tx) => tx.rooms.put(room));
    return room;
  };
}
