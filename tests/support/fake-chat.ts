import type { Instant } from '../../core/clock.ts';
import { TransportError } from '../../core/error.ts';
import type { Attachment, Capabilities, Inbound, Platform, SendLimits } from '../../core/message.ts';
import type { Finding } from '../../core/notice.ts';
import type { Room } from '../../core/people.ts';
import type { ChatAdapter, Outgoing, Receive } from '../../core/ports/chat.ts';

/** One call that reached the platform. */
export interface FakeSend {
  room: string;
  at: Instant;
  outgoing: Outgoing;
  /** Null: refused or failed before anything was done. */
  messageId: string | null;
}

/** What stands in a room. */
export interface StandingMessage {
  messageId: string;
  outgoing: Outgoing;
  edits: number;
  reactions: string[];
}

interface Fault {
  room: string | null;
  error: TransportError;
  /** The platform did it and then the answer was lost. */
  done: boolean;
  times: number;
}

/** A strict chat platform inside the test: it keeps what was sent, refuses what a real one refuses, and fails when told to. */
export interface FakeChat extends ChatAdapter {
  readonly sends: readonly FakeSend[];
  /** Titles of what was sent into a room and took effect, edits included, in order. */
  said(room: string): string[];
  /** Messages that stand in a room, oldest first. */
  standing(room: string): StandingMessage[];
  /** Calls to `answerTap`, in order. */
  readonly taps: readonly { tapId: string; text: string }[];
  /** The next `times` sends into this room (null: any) fail so. `done`: the message stands there all the same. */
  fail(error: TransportError, options?: { room?: string; done?: boolean; times?: number }): void;
  /** Sends into this room (null: any) wait until the answer is called. */
  hold(room: string | null): () => void;
  /** Nobody may write here any more. */
  block(room: string): void;
  /** The room's new address: the old one is refused, naming it. */
  move(room: string, to: string): void;
  /** Somebody removed the message. */
  remove(room: string, messageId: string): void;
  /** How many sends were under way at once in the same room at worst; more than 1 breaks a room's order. */
  readonly mostAtOnce: number;
  /** A person's event arrives. Rejects when it could not be stored. */
  receive(...events: Inbound[]): Promise<void>;
  /** The bytes behind an attachment's `ref`, or the failure of fetching them. */
  putFile(ref: string, bytes: Uint8Array | TransportError): void;
  /** What the platform finds wrong with itself. */
  findings: Finding[];
}

const pieceBytes = 16 * 1024;

const everything: Capabilities = {
  buttons: true,
  editWindowMs: Infinity,
  reactions: true,
  seesAllGroupMessages: true,
  stableIds: true,
  returnsMessageId: true,
  writesFirst: true,
  textLimit: 4_096,
  photoByEdit: true,
};
const unlimited: SendLimits = { perSecond: Infinity, perRoomPerSecond: Infinity, perGroupPerMinute: Infinity };

/** Makes a strict fake platform. Every room exists. */
export function fakeChat(options: {
  now: () => Instant;
  platform?: Platform;
  capabilities?: Partial<Capabilities>;
  limits?: Partial<SendLimits>;
}): FakeChat {
  const capabilities = { ...everything, ...options.capabilities };
  const sends: FakeSend[] = [];
  const taps: { tapId: string; text: string }[] = [];
  const rooms = new Map<string, StandingMessage[]>();
  const blocked = new Set<string>();
  const moved = new Map<string, string>();
  const holds = new Map<string | null, Promise<void>>();
  const files = new Map<string, Uint8Array | TransportError>();
  const underWay = new Map<string, number>();
  let faults: Fault[] = [];
  let lastMessage = 0;
  let mostAtOnce = 0;
  let taker: Receive | null = null;

  const messagesOf = (room: string): StandingMessage[] => {
    const there = rooms.get(room) ?? [];
    rooms.set(room, there);
    return there;
  };
  const find = (room: string, messageId: string): StandingMessage => {
    const found = messagesOf(room).find((message) => message.messageId === messageId);
    if (found === undefined) throw new TransportError('permanent', 'message not found', { reason: 'message_gone' });
    return found;
  };
  const takeFault = (room: string): Fault | undefined => {
    const fault = faults.find((one) => one.room === null || one.room === room);
    if (fault === undefined) return undefined;
    fault.times -= 1;
    faults = faults.filter(({ times }) => times > 0);
    return fault;
  };
  const put = (room: string, outgoing: Outgoing): string => {
    if (outgoing.kind === 'reaction') {
      if (!capabilities.reactions) throw new Error('This platform has no reactions; they must not be sent');
      const message = find(room, outgoing.messageId);
      message.reactions = [outgoing.emoji];
      return message.messageId;
    }
    checkCard(outgoing, capabilities);
    if (outgoing.edit !== null) {
      const message = find(room, outgoing.edit);
      message.outgoing = outgoing;
      message.edits += 1;
      return message.messageId;
    }
    const messageId = String((lastMessage += 1));
    messagesOf(room).push({ messageId, outgoing, edits: 0, reactions: [] });
    return messageId;
  };

  const attempt = async (room: string, outgoing: Outgoing): Promise<{ messageId: string | null }> => {
    const record: FakeSend = { room, at: options.now(), outgoing, messageId: null };
    sends.push(record);
    await holds.get(room);
    await holds.get(null);
    const to = moved.get(room);
    if (to !== undefined) throw new TransportError('permanent', 'the room moved', { movedTo: to });
    if (blocked.has(room)) throw new TransportError('permanent', 'blocked by the user', { reason: 'blocked' });
    const fault = takeFault(room);
    if (fault !== undefined && !fault.done) throw fault.error;
    record.messageId = put(room, outgoing);
    if (fault !== undefined) throw fault.error;
    return { messageId: capabilities.returnsMessageId ? record.messageId : null };
  };

  return {
    platform: options.platform ?? 'telegram',
    capabilities,
    limits: { ...unlimited, ...options.limits },
    sends,
    taps,
    findings: [],
    get mostAtOnce() {
      return mostAtOnce;
    },
    said: (room) => sends.filter((one) => one.room === room && one.messageId !== null).map(titleOf),
    standing: (room) => [...messagesOf(room)],
    fail: (
      error,
      { room = null, done = false, times = 1 }: { room?: string | null; done?: boolean; times?: number } = {},
    ) => void faults.push({ room, error, done, times }),
    hold: (room) => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      holds.set(room, promise);
      return () => {
        holds.delete(room);
        resolve(undefined);
      };
    },
    block: (room) => void blocked.add(room),
    move: (room, to) => void moved.set(room, to),
    remove: (room, messageId) => {
      find(room, messageId);
      rooms.set(
        room,
        messagesOf(room).filter((message) => message.messageId !== messageId),
      );
    },
    receive: async (...events) => {
      if (taker === null) throw new Error('Nobody takes events yet');
      await taker(events);
    },
    putFile: (ref, bytes) => void files.set(ref, bytes),
    start: (receive) => {
      taker = receive;
      return Promise.resolve();
    },
    stop: () => {
      taker = null;
      return Promise.resolve();
    },
    send: async (room: Pick<Room, 'externalId' | 'kind'>, outgoing) => {
      const here = room.externalId;
      const count = (underWay.get(here) ?? 0) + 1;
      underWay.set(here, count);
      mostAtOnce = Math.max(mostAtOnce, count);
      try {
        return await attempt(here, outgoing);
      } finally {
        underWay.set(here, (underWay.get(here) ?? 1) - 1);
      }
    },
    answerTap: (tapId, text) => {
      if (taps.some((tap) => tap.tapId === tapId)) throw new Error(`The tap ${tapId} was answered twice`);
      taps.push({ tapId, text });
      return Promise.resolve();
    },
    selfCheck(): Promise<Finding[]> {
      return Promise.resolve([...this.findings]);
    },
    fetchFile: async function* (attachment: Attachment, limitBytes) {
      const bytes = files.get(attachment.ref);
      if (bytes === undefined) throw new TransportError('permanent', 'no such file');
      if (bytes instanceof TransportError) throw bytes;
      // Real ones come in pieces too.
      for (let at = 0; at < bytes.length; at += pieceBytes) {
        await Promise.resolve();
        const piece = bytes.subarray(at, at + pieceBytes);
        if (at + piece.length > limitBytes) throw new TransportError('permanent', 'file is too big');
        yield piece;
      }
    },
  };
}

/** What a real platform refuses is a mistake of ours and fails the test loudly. */
function checkCard(outgoing: Extract<Outgoing, { kind: 'card' }>, capabilities: Capabilities): void {
  const { card } = outgoing;
  const text = [card.banner, card.title, ...card.lines.map((line) => line.text)].join('\n');
  if (text.trim() === '' && outgoing.photoPath === null) throw new Error('An empty message was sent');
  if (text.length > capabilities.textLimit) throw new Error(`A text of ${text.length} characters was sent`);
  if (outgoing.edit !== null && capabilities.editWindowMs === 0)
    throw new Error('An edit was sent where there are none');
  for (const action of card.actions.flat())
    if (action.label.trim() === '') throw new Error(`A button without a label was sent: ${action.verb}`);
}

function titleOf({ outgoing }: FakeSend): string {
  return outgoing.kind === 'reaction' ? outgoing.emoji : (outgoing.card.title ?? outgoing.card.lines[0]?.text ?? '');
}
