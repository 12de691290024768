import type { Instant } from '../core/clock.ts';
import { TransportError } from '../core/error.ts';
import type { Capabilities, Card, CardAction, InboundMessage, RoomKind, SendLimits } from '../core/message.ts';
import { tapData } from '../core/message.ts';
import type { Finding } from '../core/notice.ts';
import type { Room } from '../core/people.ts';
import type { ChatAdapter, Outgoing, Receive } from '../core/ports/chat.ts';
import { chatRules, checkOutgoing, type ChatRules, type DrillPlatform } from './chat-rules.ts';
import { RateCount } from './rate-count.ts';
import type { Refusal } from './story.ts';

/** A message of the bot that stands in a room. */
export interface StandingCard {
  messageId: string;
  card: Card;
}

/** Who says something, and where. `externalId` is also the direct room's. */
export interface Speaker {
  externalId: string;
  name: string;
  /** A group; null: the direct chat. */
  group: { externalId: string; title: string } | null;
}

/** Hears what happens on a simulated platform. */
export interface ChatWatch {
  /** Asked before a send takes effect: what goes wrong with it, if anything. */
  fault(room: string, card: Card): Promise<Exclude<Refusal, 'refused'> | null>;
  shown(room: string, card: Card, before: Card | null): void;
  reacted(room: string, emoji: string): void;
  refused(room: string, why: Refusal, card: Card | null): void;
}

const nothingFine: Finding[] = [];

/** A chat platform inside the program: rooms full of simulated people, and the strictness of a real one. */
export class SimulatedChat implements ChatAdapter {
  readonly platform: DrillPlatform;
  readonly capabilities: Capabilities;
  readonly limits: SendLimits;
  readonly #rules: ChatRules;
  readonly #now: () => Instant;
  readonly #rooms = new Map<string, StandingCard[]>();
  readonly #rate: RateCount;
  readonly #taps = new Map<string, string | null>();
  #watch: ChatWatch | null = null;
  #receive: Receive | null = null;
  #count = 0;

  constructor(platform: DrillPlatform, now: () => Instant) {
    this.platform = platform;
    this.#rules = chatRules[platform];
    this.capabilities = this.#rules.capabilities;
    this.limits = this.#rules.limits;
    this.#rate = new RateCount(this.limits);
    this.#now = now;
  }

  /** Who hears what happens here; without one nothing happens. */
  watchedBy(watch: ChatWatch): void {
    this.#watch = watch;
  }

  /** A room that exists from now on. Others are refused. */
  open(externalId: string): void {
    if (!this.#rooms.has(externalId)) this.#rooms.set(externalId, []);
  }

  /** The cards that stand in a room, oldest first. */
  standing(externalId: string): readonly StandingCard[] {
    return this.#rooms.get(externalId) ?? [];
  }

  /** Somebody writes. */
  async say(speaker: Speaker, message: Partial<InboundMessage> & { text: string }): Promise<void> {
    await this.#hand(speaker, {
      kind: 'message',
      messageId: this.#nextId('m'),
      attachments: [],
      mentionsBot: false,
      edited: false,
      ...message,
    });
  }

  /** Somebody presses a button; the answer is what the platform shows them, null when nothing came. */
  async tap(speaker: Speaker, standing: StandingCard, action: CardAction): Promise<string | null> {
    const tapId = this.#nextId('t');
    this.#taps.set(tapId, null);
    await this.#hand(speaker, { kind: 'tap', data: tapData(action), messageId: standing.messageId, tapId });
    return this.#taps.get(tapId) ?? null;
  }

  start(receive: Receive): Promise<void> {
    this.#receive = receive;
    return Promise.resolve();
  }

  stop(): Promise<void> {
    this.#receive = null;
    return Promise.resolve();
  }

  async send(room: Pick<Room, 'externalId' | 'kind'>, outgoing: Outgoing): Promise<{ messageId: string | null }> {
    const card = outgoing.kind === 'card' ? outgoing.card : null;
    try {
      this.#rate.count(room.externalId, room.kind, this.#now());
      checkOutgoing(outgoing, this.#rules);
      const fault = card === null ? null : await this.#watch?.fault(room.externalId, card);
      if (fault === 'blocked') throw new TransportError('permanent', 'blocked by the user', { reason: 'blocked' });
      const messageId = this.#put(room.externalId, outgoing);
      if (fault === 'answer_lost') throw new TransportError('unknown', 'the connection broke before the answer');
      return { messageId: this.capabilities.returnsMessageId ? messageId : null };
    } catch (error) {
      if (error instanceof TransportError) this.#watch?.refused(room.externalId, whyOf(error), card);
      throw error;
    }
  }

  answerTap(tapId: string, text: string): Promise<void> {
    if (this.#taps.get(tapId) !== null) {
      return Promise.reject(new TransportError('permanent', 'no such tap, or answered before', { reason: 'refused' }));
    }
    this.#taps.set(tapId, text);
    return Promise.resolve();
  }

  selfCheck(): Promise<Finding[]> {
    return Promise.resolve(nothingFine);
  }

  fetchFile(): AsyncIterable<Uint8Array> {
    throw new TransportError('permanent', 'nobody sends files in a drill', { reason: 'refused' });
  }

  #put(externalId: string, outgoing: Outgoing): string {
    const room = this.#rooms.get(externalId);
    if (room === undefined) throw new TransportError('permanent', 'chat not found', { reason: 'room_gone' });
    if (outgoing.kind === 'reaction') {
      this.#watch?.reacted(externalId, outgoing.emoji);
      return outgoing.messageId;
    }
    const { card, edit } = outgoing;
    const there = edit === null ? undefined : room.find(({ messageId }) => messageId === edit);
    if (edit !== null && there === undefined) {
      throw new TransportError('permanent', 'message to edit not found', { reason: 'message_gone' });
    }
    const before = there?.card ?? null;
    const messageId = there?.messageId ?? this.#nextId('b');
    if (there === undefined) room.push({ messageId, card });
    else there.card = card;
    this.#watch?.shown(externalId, card, before);
    return messageId;
  }

  async #hand(speaker: Speaker, event: Parameters<Receive>[0][number]['event']): Promise<void> {
    if (this.#receive === null) throw new Error('The simulated chat is not open');
    const { group, externalId, name } = speaker;
    const kind: RoomKind = group === null ? 'direct' : 'group';
    await this.#receive([
      {
        platform: this.platform,
        updateId: this.#nextId('u'),
        sentAt: this.#now(),
        room: group === null ? { externalId, kind } : { externalId: group.externalId, kind, title: group.title },
        sender: { externalId, name },
        event,
        raw: '{}',
      },
    ]);
  }

  #nextId(letter: string): string {
    return `${letter}${(this.#count += 1)}`;
  }
}

function whyOf(error: TransportError): Refusal {
  if (error.failure === 'unknown') return 'answer_lost';
  return error.reason === 'blocked' ? 'blocked' : 'refused';
}
