import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
export const webhookSecret = 'bench-secret';
export const webhookPath = '/telegram/webhook';
/** What its database is sealed with. */
export const dataKey = Buffer.alloc(32, 7);
export const botToken = '4242:bench-token-that-is-long-enough-0123456789';

/** A process that is measured. */
export interface Program {
  port: number;
  /** Milliseconds from the start of the process to its first answer that says ready. */
  readyAfterMs: number;
  /** Resident memory in MB. */
  residentMb(): Promise<number>;
  /** Processor time that it has used so far, in milliseconds, over all its threads. */
  processorMs(): Promise<number>;
  /** The page behind `/metrics`. */
  metrics(): Promise<string>;
  /** Asks it to end, waits, and removes its files. */
  stop(): Promise<void>;
}

/** What a program is started with. */
export interface ProgramStart {
  /** Relative to the repository. */
  script: string;
  /** The Bot API that it speaks to. */
  apiRoot: string;
  /** Content of its zone file; none when missing. */
  zone?: string;
  /** `postgres://…`; a fresh SQLite file when missing. */
  databaseUrl?: string;
  /** Prepares the files before the start: given the folder, answers nothing. */
  prepare?: (databaseUrl: string) => Promise<void>;
  /** For node itself, such as `--cpu-prof`. */
  nodeFlags?: readonly string[];
}

/** The flags that `npm start` gives the program, so that it is measured as it is run. */
async function startFlags(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

/** Starts a program in a folder of its own and waits until it is ready. */
export async function startProgram(start: ProgramStart): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'qunfang-bench-'));
  const port = await freePort();
  const databaseUrl = start.databaseUrl ?? `file:${join(folder, 'bench.db')}`;
  const zoneFile = join(folder, 'zone.yaml');
  if (start.zone !== undefined) await writeFile(zoneFile, start.zone);
  await start.prepare?.(databaseUrl);
  const startedAt = performance.now();
  const flags = start.script === 'main.ts' ? await startFlags() : [];
  const child = spawn(process.execPath, [...flags, ...(start.nodeFlags ?? []), join(root, start.script)], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      DATA_KEYS: dataKey.toString('base64'),
      ...(start.zone !== undefined && { ZONE_FILE: zoneFile }),
      TELEGRAM_BOT_TOKEN: botToken,
      TELEGRAM_API_ROOT: start.apiRoot,
      TELEGRAM_WEBHOOK_SECRET: webhookSecret,
      LOG_LEVEL: 'warn',
      PUBLIC_URL: `http://127.0.0.1:${port}`,
    },
  });
  await untilReady(child, port);
  return {
    port,
    readyAfterMs: performance.now() - startedAt,
    residentMb: () => residentMb(child),
    processorMs: () => processorMs(child),
    metrics: () => get(port, '/metrics'),
    stop: async () => {
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(child: ChildProcess, port: number): Promise<void> {
  for (let tries = 0; tries < 3_000; tries += 1) {
    if (child.exitCode !== null) throw new Error(`The program ended with ${child.exitCode} before it was ready`);
    const answer = await get(port, '/readyz').catch(() => null);
    if (answer !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  child.kill('SIGKILL');
  throw new Error('The program was not ready after 30 s');
}

/** The body of a page that answers 200. */
function get(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        response.statusCode === 200 ? resolve(text) : reject(new Error(`${path} answered ${response.statusCode ?? 0}`)),
      );
    });
    call.on('error', reject);
    call.end();
  });
}

async function residentMb({ pid = 0 }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1_024;
}

/** Of proc(5): fields 14 and 15 of `stat`, in ticks of a hundredth of a second. */
async function processorMs({ pid = 0 }: ChildProcess): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) * 10;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
