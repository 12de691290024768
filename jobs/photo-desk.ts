import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { PhotoReader, PhotoReading } from './read-photo.ts';

/** What the process for photos is given. */
export interface PhotoTask {
  n: number;
  task:
    | { kind: 'read'; path: string; mime: string }
    | { kind: 'sheet'; paths: readonly string[] }
    | { kind: 'draw'; svg: string };
}

/** What it answers. */
export interface PhotoAnswer {
  n: number;
  answer: PhotoReading | { kind: 'drawn'; bytes: Uint8Array };
}

/** Everything that is done with the pixels of photos. */
export interface PhotoDesk {
  read: PhotoReader;
  /** Pictures on this machine beside each other in one JPEG; null when that could not be drawn. */
  sheet(paths: readonly string[]): Promise<Uint8Array | null>;
  /** A picture in SVG as a PNG of few colours, its words in a font that has every Chinese name; null when it could not be drawn. */
  draw(svg: string): Promise<Uint8Array | null>;
  /** Ends its process. */
  close(): void;
}

export const deskBounds = {
  /** Longer than the largest photo takes on a slow machine. */
  patienceMs: 60_000,
  /** The process ends when it had nothing to do for so long, and all its memory with it. */
  idleMs: 20_000,
} as const;

/**
 * Works on photos in a process of its own, one after the other: neither the event loop nor the memory of the program has
 * anything of it, and a file that brings the decoder down, or is made to, meets a process that knows no secret and holds
 * no connection.
 */
export function photoDesk(bounds: { patienceMs: number; idleMs: number } = deskBounds): PhotoDesk {
  return new Desk(bounds);
}

class Desk implements PhotoDesk {
  readonly #bounds: { patienceMs: number; idleMs: number };
  #child: ChildProcess | null = null;
  #before: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;
  #count = 0;

  constructor(bounds: { patienceMs: number; idleMs: number }) {
    this.#bounds = bounds;
  }

  readonly read: PhotoReader = async (path, mime) => {
    const answer = await this.#inTurn({ kind: 'read', path, mime });
    return answer.kind === 'drawn' ? { kind: 'unreadable', why: 'answered with a drawing' } : answer;
  };

  async sheet(paths: readonly string[]): Promise<Uint8Array | null> {
    const answer = await this.#inTurn({ kind: 'sheet', paths });
    return answer.kind === 'drawn' ? answer.bytes : null;
  }

  async draw(svg: string): Promise<Uint8Array | null> {
    const answer = await this.#inTurn({ kind: 'draw', svg });
    return answer.kind === 'drawn' ? answer.bytes : null;
  }

  close(): void {
    clearTimeout(this.#idle);
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }

  #inTurn(task: PhotoTask['task']): Promise<PhotoAnswer['answer']> {
    const answer = this.#before.then(() => this.#ask(task));
    this.#before = answer;
    return answer;
  }

  async #ask(task: PhotoTask['task']): Promise<PhotoAnswer['answer']> {
    clearTimeout(this.#idle);
    const child = (this.#child ??= start());
    const n = (this.#count += 1);
    const { promise, resolve } = Promise.withResolvers<PhotoAnswer['answer']>();
    const fail = (why: string): void => {
      if (this.#child === child) this.close();
      resolve({ kind: 'unreadable', why });
    };
    const hear = (answer: PhotoAnswer): void => {
      if (answer.n === n) resolve(answer.answer);
    };
    const gone = (): void => fail('the decoder broke down over it');
    const tooSlow = setTimeout(() => fail('too slow to decode'), this.#bounds.patienceMs);
    child.on('message', hear).on('exit', gone).on('error', gone);
    child.send({ n, task } satisfies PhotoTask, (error) => {
      if (error !== null) gone();
    });
    try {
      return await promise;
    } finally {
      clearTimeout(tooSlow);
      child.off('message', hear).off('exit', gone).off('error', gone);
      this.#idle = setTimeout(() => this.close(), this.#bounds.idleMs).unref();
    }
  }
}

/** Words in drawings are set in the font that comes along; which fonts the machine has makes no difference. */
const fonts = {
  FONTCONFIG_FILE: fileURLToPath(new URL('./fonts.conf', import.meta.url)),
  XDG_DATA_HOME: fileURLToPath(new URL('../', import.meta.resolve('@embedpdf/fonts-sc'))),
  XDG_CACHE_HOME: tmpdir(),
};

function start(): ChildProcess {
  const child = fork(new URL('./photo-process.ts', import.meta.url), {
    env: fonts,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // Copies come back as they are and not as JSON.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // Between two tasks nobody listens, and nothing is lost by it.
  child.on('error', () => undefined);
  // A program that has nothing else to do may end.
  child.unref();
  child.channel?.unref();
  return child;
}
