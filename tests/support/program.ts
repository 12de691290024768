import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testKeys } from './keys.ts';

const testDataKey = Buffer.from(testKeys[0] ?? []).toString('base64');
const root = fileURLToPath(new URL('../..', import.meta.url));

/** The program in a process of its own, as `npm start` runs it. */
export interface Program {
  /** Where its pages are. */
  readonly url: string;
  /** What it said on its outputs so far. */
  output(): string;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL: as when the power fails. */
  kill(): Promise<void>;
}

/** A folder that is removed at the end. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'qunfang-program-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Starts the program with these settings alone and waits until it says its address. @throws with its output when it ends instead */
export async function startProgram(settings: Readonly<Record<string, string>>): Promise<Program> {
  const { child, output } = launch(settings);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const found = /打开 open {2}(\S+)[\s\S]+Ctrl\+C/.exec(output())?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`The program ended with ${String(code)}:\n${output()}`)));
  });
  const ended = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const exit = once(child, 'exit');
    child.kill(signal);
    const [code] = (await exit) as [number | null];
    return code;
  };
  return { url, output, stop: () => ended('SIGTERM'), kill: () => ended('SIGKILL').then(() => undefined) };
}

/** Runs the program until it ends by itself, for starts that must not succeed. */
export async function runProgram(
  settings: Readonly<Record<string, string>>,
): Promise<{ code: number | null; output: string }> {
  const { child, output } = launch(settings);
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, output: output() };
}

function launch(settings: Readonly<Record<string, string>>): { child: ChildProcess; output: () => string } {
  const { PATH, HOME } = process.env;
  // Without a key of its own a program on PostgreSQL would make one in this folder's data/, for whoever starts it here next.
  const keys = settings['DATABASE_URL']?.startsWith('postgres') === true ? { DATA_KEYS: testDataKey } : {};
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'main.ts'], {
    cwd: root,
    env: { PATH, HOME, PORT: '0', ...keys, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const keep = (chunk: Buffer): void => void (text += chunk.toString('utf8'));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return { child, output: () => text };
}
