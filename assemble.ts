import { receiver } from './bot/receive.ts';
import { routeTap } from './bot/route-tap.ts';
import type { TapOutcome } from './bot/router.ts';
import type { Links } from './bot/links.ts';
import { render } from './bot/present/render.ts';
import type { RenderZone } from './bot/present/render-tools.ts';
import { toastOf } from './bot/present/tap-answer.ts';
import { WithoutStorage } from './bot/without-storage.ts';
import { textsIn } from './bot/texts/texts-in.ts';
import type { FileId, Ids, PersonId, Token } from './core/ids.ts';
import type { Inbound, Platform, Verb } from './core/message.ts';
import { tapData } from './core/message.ts';
import type { QueuedNotice } from './core/notice.ts';
import type { TapResult } from './core/tap-result.ts';
import type { Person, Room } from './core/people.ts';
import type { KeyedHash } from './core/point-word.ts';
import type { ChatAdapter, Outgoing, Receive } from './core/ports/chat.ts';
import type { Log } from './core/ports/log.ts';
import type { Metrics } from './core/ports/metrics.ts';
import type { Store, Tx } from './core/ports/store.ts';
import type { TimerKind } from './core/ports/timers.ts';
import { whenShiftDue } from './handlers/patrol/when-due.ts';
import { settleDelivery } from './handlers/incident/settle-delivery.ts';
import { whenMatterDue } from './handlers/matter/when-due.ts';
import { whenHazardDue } from './handlers/hazard/when-due.ts';
import { whenDue } from './handlers/incident/when-due.ts';
import type { Work, ZoneFacts } from './handlers/work.ts';
import type { Alarm } from './jobs/alarm.ts';
import type { TimerRunner } from './jobs/run-timers.ts';
import { timerRunner } from './jobs/run-timers.ts';
import type { OutboxSender } from './jobs/send-outbox.ts';
import { outboxSender } from './jobs/send-outbox.ts';
import type { Pacing } from './jobs/throttle.ts';
import { storageWatch, type RunningStorageWatch } from './jobs/watch-storage.ts';

/** Every timer's work. */
const everyDue: Record<TimerKind, (work: Work, subject: string) => Promise<void>> = {
  ...whenDue,
  ...whenHazardDue,
  ...whenShiftDue,
  ...whenMatterDue,
};

/** What the bot is made of: real parts in the program, fakes of the outside in tests and drills. */
export interface Parts {
  store: Store;
  adapters: readonly ChatAdapter[];
  alarm: Alarm;
  ids: Ids;
  metrics: Metrics;
  log: Log;
  /** The zone as it is now; an import changes it. */
  zone(): ZoneFacts & Pick<RenderZone, 'dutyPhones'>;
  links: Links;
  /** What the words that rotate at points are drawn with; missing: nobody is asked for them. */
  keyed?: KeyedHash;
  /** When a platform's declared limits hold; always when missing. */
  pacing?: Partial<Record<Platform, Pacing>>;
  /** Where a stored photo's copy for showing lies on disk; null: not there. */
  photoPath(id: FileId): Promise<string | null>;
  /** All of these photos in one picture on disk, for platforms without albums; null: there is none. */
  photoSheet?(ids: readonly FileId[]): Promise<string | null>;
  /** A card's drawing in SVG as a picture on disk; null: it could not be drawn. */
  picture?(svg: string): Promise<string | null>;
}

/** The bot, wired and not yet started. */
export interface Bot {
  receive: Receive;
  sender: OutboxSender;
  timers: TimerRunner;
  /** Whether anything can be stored. Not started, it still tries whatever an event's own transaction lost. */
  storage: RunningStorageWatch;
  /** The handlers' view of a transaction. */
  workIn(tx: Tx): Work;
  /** An answer by the one-tap page of an order: the same claim as every other door. */
  answerByLink(token: Token, personId: PersonId, verb: Verb, value?: string): Promise<TapResult>;
}

/** Wires the bot: events to handlers, notices to platforms, timers to their work. */
export function assemble(parts: Parts): Bot {
  const { store, alarm, ids, log, metrics } = parts;
  const adapters = new Map<Platform, ChatAdapter>(parts.adapters.map((adapter) => [adapter.platform, adapter]));
  const workIn = (tx: Tx): Work => {
    const said = new Set<string>();
    return {
      tx,
      now: alarm.now(),
      ids,
      zone: parts.zone(),
      can: (platform) => {
        const abilities = adapters.get(platform)?.capabilities;
        const { reactions = false, editWindowMs = 0, photoByEdit = false } = abilities ?? {};
        return { react: reactions, edit: editWindowMs > 0, photoByEdit };
      },
      ...(parts.keyed === undefined ? {} : { keyed: parts.keyed }),
      // Only what comes in by a chat is kept with its words; bot/receive.ts hears this.
      keepPrivate: () => undefined,
      notify: (word) => {
        const key = JSON.stringify(word);
        if (!said.has(key)) store.notify(word);
        said.add(key);
      },
    };
  };
  const answerTap = (inbound: Inbound, { result, language }: TapOutcome): void => {
    if (inbound.event.kind !== 'tap') return;
    const words = toastOf(result, textsIn(language));
    adapters
      .get(inbound.platform)
      ?.answerTap(inbound.event.tapId, words)
      .catch((error: unknown) => log.warn({ err: error, platform: inbound.platform }, 'A tap could not be answered'));
  };
  const sender = outboxSender({
    store,
    alarm,
    adapters: parts.adapters,
    render: (queued, room, reader) => draw(parts, adapters, { queued, room, reader }),
    settle: (tx, claim, outcome) => settleDelivery(workIn(tx), claim, outcome),
    metrics,
    log,
    pacing: parts.pacing ?? {},
  });
  const claimAdded = (tx: Tx): Promise<void> => sender.claimAdded(tx);
  const without = new WithoutStorage({ read: store.read, adapters, clock: alarm, zone: () => parts.zone(), log });
  const storage = storageWatch({
    store,
    alarm,
    look: () => without.remember(),
    lost: (since) => without.lost(since),
    back: (tx, since) => without.back(workIn(tx), since),
    log,
  });
  const unkept = (inbound: Inbound): void => without.unkept(inbound);
  return {
    receive: receiver({ store, clock: alarm, ids, metrics, log, workIn, answerTap, claimAdded, storage, unkept }),
    sender,
    storage,
    timers: timerRunner({
      store,
      alarm,
      handle: (tx, timer) => everyDue[timer.kind](workIn(tx), timer.subject),
      metrics,
      log,
    }),
    workIn,
    answerByLink: (token, personId, verb, value) =>
      store.transaction(async (tx) => {
        const person = await tx.people.byId(personId);
        return routeTap(
          workIn(tx),
          person,
          tapData({ token, verb, ...(value === undefined ? {} : { value }) }),
          'link',
        );
      }),
  };
}

/** Puts a notice into words with what the room's platform can do; its photo is found on disk. */
async function draw(
  parts: Parts,
  adapters: ReadonlyMap<Platform, ChatAdapter>,
  { queued, room, reader }: { queued: QueuedNotice; room: Room; reader: Person | null },
): Promise<Outgoing | null> {
  const adapter = adapters.get(room.platform);
  if (adapter === undefined) return null;
  const tools = {
    read: parts.store.read,
    links: parts.links,
    zone: parts.zone(),
    capabilities: adapter.capabilities,
    directLink: (start: string) => adapter.directLink?.(start) ?? null,
    now: parts.alarm.now(),
  };
  const rendered = await render(queued, room, tools, reader);
  if (rendered?.kind !== 'card') return rendered;
  const { card, photo } = rendered;
  try {
    if (card.drawing !== undefined) {
      const photoPath = (await parts.picture?.(card.drawing)) ?? null;
      return { kind: 'card', card, edit: null, replyTo: null, photoPath };
    }
    const photos = photo === null ? [] : [photo, ...(card.morePhotos ?? [])];
    const pictures = await picturesOf(parts, photos, adapter.capabilities.albumLimit ?? 1);
    return { kind: 'card', card, edit: null, replyTo: null, ...pictures };
  } catch (error) {
    if (queued.priority !== 'order' && queued.attempts < triesForPicture) throw error;
    parts.log.warn({ err: error, notice: queued.notice.kind }, 'A card goes without its picture');
    return { kind: 'card', card, edit: null, replyTo: null, photoPath: null };
  }
}

/** A disk that is full, or a bucket that does not answer, holds up an order not at all and others for a few tries only. */
const triesForPicture = 3;

/** An album where the platform has them, else all photos in one picture, else the first. */
async function picturesOf(
  parts: Parts,
  [first, ...more]: readonly FileId[],
  albumLimit: number,
): Promise<Pick<Extract<Outgoing, { kind: 'card' }>, 'photoPath' | 'albumPaths'>> {
  if (first === undefined) return { photoPath: null };
  const photoPath = await parts.photoPath(first);
  if (more.length === 0 || photoPath === null) return { photoPath };
  if (albumLimit === 1) return { photoPath: (await parts.photoSheet?.([first, ...more])) ?? photoPath };
  const others = await Promise.all(more.slice(0, albumLimit - 1).map((id) => parts.photoPath(id)));
  return { photoPath, albumPaths: [photoPath, ...others.filter((path) => path !== null)] };
}
