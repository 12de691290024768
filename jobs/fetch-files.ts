import { TransportError } from '../core/error.ts';
import type { FileId } from '../core/ids.ts';
import type { Attachment, Platform } from '../core/message.ts';
import type { ChatAdapter } from '../core/ports/chat.ts';
import { FileTooLargeError, type FileDraft, type FileStore } from '../core/ports/file-store.ts';
import type { KeptFile } from '../core/ports/files.ts';
import type { Log } from '../core/ports/log.ts';
import type { Photo } from '../core/ports/photos.ts';
import type { Store, Tx } from '../core/ports/store.ts';
import type { Alarm } from './alarm.ts';
import { fileTypeOf, refusalOf } from './file-type.ts';
import { keepDraft } from './keep-bytes.ts';
import type { PhotoReader } from './read-photo.ts';

/** What the file fetcher works with. */
export interface FileFetcherOptions {
  store: Store;
  alarm: Alarm;
  adapters: readonly Pick<ChatAdapter, 'platform' | 'fetchFile'>[];
  files: FileStore;
  readPhoto: PhotoReader;
  /** What follows from a file that is stored, or refused, or lost, in the transaction that says so. Re-runnable. */
  settled: (tx: Tx, file: KeptFile) => Promise<void>;
  /** Files cannot be kept any more (`stuck`: the disk is full, the store does not answer), or can be again. Said once each. */
  onStore: (state: 'stuck' | 'working', why: string) => void;
  log: Log;
}

/** Fetches the bytes of what people sent, after their message was answered. */
export interface FileFetcher {
  start(): void;
  /** Begins nothing more and finishes what is in hand. */
  stop(): Promise<void>;
  /** Looks at once. */
  wake(): void;
  /** Resolves when nothing that is due is left. */
  idle(): Promise<void>;
}

export const fileBounds = {
  /** Telegram's bots get no larger files: https://core.telegram.org/bots/api#getfile */
  limitBytes: 20 * 1024 * 1024,
  /** Downloads at once. */
  atOnce: 4,
  /** Nothing waits for a download, so it is looked for without wake-ups. */
  lookAgainMs: 1_000,
  /** Others pass a file over that was begun so short a time ago. */
  holdMs: 60_000,
  firstRetryMs: 2_000,
  longestRetryMs: 10 * 60_000,
  /** After so many failures the platform has surely dropped it. */
  tries: 24,
  /** Where nothing can be kept, it is tried again so much later. */
  stuckPauseMs: 30_000,
} as const;

/** Makes the fetcher of a zone's waiting files. */
export function fileFetcher(options: FileFetcherOptions): FileFetcher {
  const fetcher = new Fetcher(options);
  return {
    start: () => fetcher.wake(),
    stop: () => fetcher.stop(),
    wake: () => fetcher.wake(),
    idle: () => fetcher.idle(),
  };
}

class Fetcher {
  readonly #options: FileFetcherOptions;
  readonly #adapters: ReadonlyMap<Platform, Pick<ChatAdapter, 'fetchFile'>>;
  #round: Promise<void> | null = null;
  #stopping = false;
  #stuck = false;
  /** The database fails, and that was said. */
  #isCutOff = false;
  #callOff: () => void = () => {};

  constructor(options: FileFetcherOptions) {
    this.#options = options;
    this.#adapters = new Map(options.adapters.map((adapter) => [adapter.platform, adapter]));
  }

  wake(): void {
    if (this.#round !== null || this.#stopping) return;
    this.#callOff();
    this.#round = this.#fetchAll()
      .then(() => {
        this.#isCutOff = false;
      })
      .catch((error: unknown) => {
        if (!this.#isCutOff) this.#options.log.error({ err: error }, 'Waiting files could not be read');
        this.#isCutOff = true;
      })
      .finally(() => {
        this.#round = null;
        const { alarm } = this.#options;
        if (!this.#stopping) this.#callOff = alarm.ring(alarm.now() + fileBounds.lookAgainMs, () => this.wake());
      });
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#callOff();
    await this.idle();
  }

  async idle(): Promise<void> {
    while (this.#round !== null) await this.#round;
  }

  async #fetchAll(): Promise<void> {
    const { store, alarm } = this.#options;
    while (!this.#stopping) {
      const waiting = await store.read.files.waiting(alarm.now(), fileBounds.atOnce);
      if (waiting.length === 0) return;
      await Promise.all(waiting.map(({ id }) => this.#fetchOne(id)));
    }
  }

  async #fetchOne(id: FileId): Promise<void> {
    const file = await this.#hold(id);
    if (file === null) return;
    const { file: news, photo } = await this.#bytesOf(file);
    await this.#options.store.transaction(async (tx) => {
      const now = await tx.files.lock(id);
      // Somebody may have joined it to an incident meanwhile.
      if (now?.state !== 'waiting') return;
      const settled = { ...now, ...news };
      await tx.files.put(settled);
      if (photo !== null) await tx.photos.put(photo);
      if (settled.state !== 'waiting') await this.#options.settled(tx, settled);
    });
  }

  /** Puts the file off for others while it is in hand; null when somebody else has it. */
  async #hold(id: FileId): Promise<KeptFile | null> {
    const { store, alarm } = this.#options;
    return await store.transaction(async (tx) => {
      const file = await tx.files.lock(id);
      const now = alarm.now();
      if (file?.state !== 'waiting' || file.dueAt > now) return null;
      const held = { ...file, attempts: file.attempts + 1, dueAt: now + fileBounds.holdMs };
      await tx.files.put(held);
      return held;
    });
  }

  /** What is new about the file after trying to fetch it. */
  async #bytesOf(file: KeptFile): Promise<News> {
    const adapter = this.#adapters.get(file.platform);
    if (adapter === undefined) return this.#later(file, `${file.platform} is not connected`);
    if ((file.attachment.sizeBytes ?? 0) > fileBounds.limitBytes) return refused(tooLarge);
    let draft: FileDraft;
    try {
      draft = await this.#options.files.draft(fetched(adapter, file.attachment), fileBounds.limitBytes);
    } catch (error) {
      if (error instanceof FileTooLargeError) return refused(tooLarge);
      return error instanceof FetchError ? this.#notFetched(file, error.cause) : this.#notStored(file, error);
    }
    try {
      return await this.#keep(file, draft);
    } catch (error) {
      await draft.discard();
      return this.#notStored(file, error);
    }
  }

  async #keep(file: KeptFile, draft: FileDraft): Promise<News> {
    const mime = await fileTypeOf(draft.path);
    const refusal = refusalOf(file.attachment.kind, draft.sizeBytes, mime);
    if (refusal !== null) {
      await draft.discard();
      return refused(refusal);
    }
    const kept = await keepDraft(this.#options, file, draft, mime);
    if (this.#stuck) this.#options.log.info({}, 'Files can be stored again');
    if (this.#stuck) this.#options.onStore('working', '');
    this.#stuck = false;
    return kept.kind === 'refused' ? refused(kept.why) : kept;
  }

  #notFetched(file: KeptFile, error: unknown): News {
    if (!(error instanceof TransportError)) this.#options.log.error({ err: error, file: file.id }, 'A fetch broke');
    else if (error.failure === 'permanent') return lost(error.message);
    return this.#later(file, error instanceof Error ? error.message : 'the fetch failed');
  }

  /** The platform keeps the bytes for now; said once, for there is no room for any other file either. */
  #notStored(file: KeptFile, error: unknown): News {
    const { log, alarm, onStore } = this.#options;
    const why = error instanceof Error ? error.message : 'not stored';
    if (!this.#stuck) log.error({ err: error }, 'Files cannot be stored; they wait until there is room');
    if (!this.#stuck) onStore('stuck', why);
    this.#stuck = true;
    return news({ attempts: file.attempts - 1, dueAt: alarm.now() + fileBounds.stuckPauseMs, why });
  }

  #later(file: KeptFile, why: string): News {
    if (file.attempts >= fileBounds.tries) return lost(`Given up: ${why}`);
    const pause = Math.min(fileBounds.firstRetryMs * 2 ** (file.attempts - 1), fileBounds.longestRetryMs);
    return news({ dueAt: this.#options.alarm.now() + pause, why });
  }
}

/** The platform's own failure, apart from those of the disk that takes the bytes in. */
class FetchError extends Error {}

async function* fetched(
  adapter: Pick<ChatAdapter, 'fetchFile'>,
  attachment: Attachment,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* adapter.fetchFile(attachment, fileBounds.limitBytes);
  } catch (error) {
    throw new FetchError('not fetched', { cause: error });
  }
}

/** What is new about a file, and what its picture shows. */
interface News {
  file: Partial<KeptFile>;
  photo: Photo | null;
}

const tooLarge = 'The file is larger than 20 MB';
const news = (file: Partial<KeptFile>): News => ({ file, photo: null });
const refused = (why: string): News => news({ state: 'refused', why });
const lost = (why: string): News => news({ state: 'lost', why });
