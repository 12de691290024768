import type { Clock, Instant } from '../core/clock.ts';
import { TransportError } from '../core/error.ts';
import type { Inbound, InboundMessage, Platform } from '../core/message.ts';
import type { Room } from '../core/people.ts';
import type { ChatAdapter } from '../core/ports/chat.ts';
import type { Log } from '../core/ports/log.ts';
import type { Reads } from '../core/ports/store.ts';
import { read } from '../core/reading/read.ts';
import { zoneTime } from '../core/zone-time.ts';
import { commandRooms } from '../handlers/incident/command-rooms.ts';
import { tellFindings } from '../handlers/watch/tell-findings.ts';
import type { Work, ZoneFacts } from '../handlers/work.ts';
import { soundsLikeEmergency } from './emergency-heard.ts';
import type { RenderZone } from './present/render-tools.ts';
import { storageLost, unkeptEmergency } from './present/storage-cards.ts';
import { textsIn } from './texts/texts-in.ts';

/** What speaking without a database takes: everything else is in memory. */
export interface WithoutStorageParts {
  read: Pick<Reads, 'rooms' | 'people'>;
  adapters: ReadonlyMap<Platform, Pick<ChatAdapter, 'send'>>;
  clock: Clock;
  /** The zone as it was read last. */
  zone(): ZoneFacts & Pick<RenderZone, 'dutyPhones'>;
  log: Log;
}

/** In one chat it is said again only after so long. */
const sayAgainMs = 10 * 60_000;
/** Updates that are remembered, so that one which comes again and again is read once. Beyond them the oldest are forgotten. */
const mostRemembered = 10_000;

/**
 * What the bot says while nothing can be stored, past the outbox: to whoever tells of an emergency, whom to call; to the command,
 * that it has to do without. It never repeats what somebody wrote.
 */
export class WithoutStorage {
  readonly #parts: WithoutStorageParts;
  #command: readonly Room[] = [];
  /** Rooms of the command that know of it, or are just being told. */
  readonly #told = new Set<string>();
  readonly #looked = new Set<string>();
  readonly #saidAt = new Map<string, Instant>();

  constructor(parts: WithoutStorageParts) {
    this.#parts = parts;
  }

  /** Keeps in memory where the command hears. @throws when the database does not answer */
  async remember(): Promise<void> {
    const { read: reads } = this.#parts;
    const rooms = await Promise.all((await commandRooms({ tx: reads })).map((id) => reads.rooms.byId(id)));
    this.#command = rooms.filter((room) => room !== null);
  }

  /** This event could not be stored; it comes again. Whoever tells of an emergency in it must not wait for that. */
  unkept(inbound: Inbound): void {
    const { platform, updateId, event } = inbound;
    const update = `${platform} ${updateId}`;
    if (event.kind !== 'message' || event.isOurs === true || this.#looked.has(update)) return;
    this.#remember(update);
    if (this.#isEmergency(inbound, event)) void this.#sayWhomToCall(inbound, event, update);
  }

  /** Tells every room of the command that does not know it yet. */
  lost(since: Instant): void {
    for (const room of this.#command) if (!this.#told.has(room.id)) void this.#tell(room, since);
  }

  /** Tells the command, if it was told of the loss, that it is over; by the outbox again. */
  async back(work: Work, since: Instant): Promise<void> {
    const { timeZone } = this.#parts.zone();
    const clock = (at: Instant): string => zoneTime(at, timeZone).clock;
    const detail = `${clock(since)}–${clock(work.now)}`;
    if (this.#told.size > 0)
      await tellFindings(work, [{ platform: 'web', code: 'storage_back', severity: 'info', detail }]);
    work.tx.afterCommit(() => {
      this.#told.clear();
      this.#looked.clear();
    });
  }

  #isEmergency({ room }: Inbound, { text, attachments, position }: InboundMessage): boolean {
    const reading = read(
      {
        text,
        photos: attachments.filter(({ kind }) => kind === 'photo' || kind === 'video').length,
        location: position !== undefined,
        room: room.kind === 'direct' ? 'direct' : 'village',
        openOrder: false,
        openShift: false,
        openCase: false,
        openQuestion: null,
        quote: null,
      },
      { places: this.#parts.zone().places },
    );
    const isCrisis = reading.intent === 'crisis' && reading.fields.severity === 'emergency';
    return soundsLikeEmergency(reading) || (isCrisis && room.kind === 'direct');
  }

  async #sayWhomToCall(inbound: Inbound, { messageId }: InboundMessage, update: string): Promise<void> {
    const { clock } = this.#parts;
    const { platform, room, sender } = inbound;
    const chat = `${platform} ${room.externalId}`;
    for (const [one, at] of this.#saidAt) if (clock.now() - at >= sayAgainMs) this.#saidAt.delete(one);
    if (this.#saidAt.has(chat)) return;
    this.#saidAt.set(chat, clock.now());
    const card = unkeptEmergency(this.#parts.zone().dutyPhones ?? [], textsIn(sender?.language ?? 'zh'));
    const replyTo = room.kind === 'group' ? messageId : null;
    if (await this.#send({ ...room, platform }, card, replyTo)) return;
    // It comes again with the update.
    this.#saidAt.delete(chat);
    this.#looked.delete(update);
  }

  async #tell(room: Room, since: Instant): Promise<void> {
    this.#told.add(room.id);
    const { clock } = zoneTime(since, this.#parts.zone().timeZone);
    if (!(await this.#send(room, storageLost(clock, textsIn(room.language)), null))) this.#told.delete(room.id);
  }

  /** False: another try may do better. */
  async #send(
    { platform, externalId, kind }: Pick<Room, 'platform' | 'externalId' | 'kind'>,
    card: ReturnType<typeof storageLost>,
    replyTo: string | null,
  ): Promise<boolean> {
    // The web chat stands in the database too. Its page says itself that a message was not taken.
    if (platform === 'web') return true;
    try {
      const outgoing = { kind: 'card', card, edit: null, replyTo, photoPath: null } as const;
      await this.#parts.adapters.get(platform)?.send({ externalId, kind }, outgoing);
      return true;
    } catch (error) {
      this.#parts.log.warn({ err: error, platform }, 'It could not be said that nothing can be stored');
      return !(error instanceof TransportError) || error.failure !== 'retryable';
    }
  }

  #remember(update: string): void {
    this.#looked.add(update);
    const [oldest] = this.#looked;
    if (this.#looked.size > mostRemembered && oldest !== undefined) this.#looked.delete(oldest);
  }
}
