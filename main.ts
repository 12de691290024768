import { getRandomValues, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assemble } from './assemble.ts';
import { signLinks } from './bot/sign-links.ts';
import type { Config } from './config.ts';
import { ConfigError, publicBotApi, readConfig } from './config.ts';
import { wallClock } from './core/clock.ts';
import type { FileId } from './core/ids.ts';
import { randomIds } from './core/ids.ts';
import { aboutFile, sealedParts } from './core/sealed-file.ts';
import type { Finding } from './core/notice.ts';
import type { Store } from './core/ports/store.ts';
import { warmUp } from './core/reading/read.ts';
import { openStore } from './db/open-store.ts';
import { settleFile } from './handlers/incident/settle-file.ts';
import { wallAlarm } from './jobs/alarm.ts';
import { fileFetcher } from './jobs/fetch-files.ts';
import { photoDesk } from './jobs/photo-desk.ts';
import { platformWatch } from './jobs/look-at-platforms.ts';
import { sealedFiles } from './jobs/sealed-files.ts';
import { fileTender } from './jobs/tend-files.ts';
import { watchdog } from './jobs/watchdog.ts';
import type { ProgramLog } from './program-log.ts';
import { programLog } from './program-log.ts';
import { makeCalendar } from './start-calendar.ts';
import { makeChats } from './start-chats.ts';
import { filesFinding, keptPath, startFiles } from './start-files.ts';
import { dataFolderOf, dataKeys } from './start-keys.ts';
import type { StartKeys } from './start-keys.ts';
import { startWeb } from './start-web.ts';
import { startWords } from './start-words.ts';
import { createMetrics } from './web/metrics.ts';
import { freePort, localUrl } from './web/serve.ts';
import { readZone, startZone } from './start-zone.ts';

const demoZone = fileURLToPath(new URL('./zones/demo.yaml', import.meta.url));
/** How often an import by another process is looked for. */
const zoneLookMs = 30_000;

/** The program while it runs. */
interface Program {
  lines: readonly string[];
  /** Takes nothing more, finishes what is in hand, and closes. */
  stop(): Promise<void>;
}

/** Starts everything that the configuration turns on. @throws ConfigError, or an Error with one line naming a setting */
async function start(config: Config, log: ProgramLog): Promise<Program> {
  const keys = dataKeys(config);
  const store = await openStore(config.databaseUrl, {
    ...keys,
    onError: (error) => log.error({ err: error }, 'database connection'),
  });
  try {
    return await startWith(config, log, store, keys);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function startWith(config: Config, log: ProgramLog, store: Store, keys: StartKeys): Promise<Program> {
  const clock = wallClock;
  const alarm = wallAlarm(clock);
  const ids = randomIds((bytes) => getRandomValues(bytes));
  const dataFolder = dataFolderOf(config);
  const begun = await startZone({ store, clock, ids, zoneFile: config.zoneFile, demoFile: demoZone });
  let { zone } = begun;
  const isStoring = (): boolean => running.storage.lostSince === null;
  const metrics = createMetrics({ clock, outbox: store.read.outbox, isStoring });
  const isLive = config.telegram !== null || config.wechat !== null;
  // Without a public address links work on this machine alone, which is where the rehearsal room is.
  const local = isLive ? null : localUrl(config.host, config.port);
  const links = signLinks({ publicUrl: config.publicUrl ?? local, secret: await linkSecret(store) });
  const files = await startFiles({ config, dataFolder, clock, log });
  const sealed = await sealedFiles({ files, sealing: store.sealing, folder: join(dataFolder, 'opened'), alarm });
  const tender = fileTender({ store, sealed, alarm, log });
  const findings: Finding[] = [];
  let started = false;
  const tell = (found: readonly Finding[]): void => {
    if (started) void watch.tell(found);
    else findings.push(...found);
  };
  const chats = await makeChats({ config, store, clock, ids, log, dataFolder, onFinding: (one) => tell([one]) });
  const desk = photoDesk();
  // A desk of their own: the night's pictures do not wait behind its photos.
  const drawings = photoDesk();
  const photoPath = async (id: FileId): Promise<string | null> => {
    const photo = await store.read.photos.of(id);
    return photo?.sharedSha256 == null ? null : sealed.pathOf(photo.sharedSha256, aboutFile(id, 'shared'));
  };
  const running = assemble({
    store,
    adapters: chats.adapters,
    alarm,
    ids,
    metrics,
    log,
    zone: () => zone,
    links,
    keyed: links.keyed,
    // A Bot API server of one's own has limits of its own: they are learned from its refusals.
    pacing: { telegram: config.telegram?.apiRoot === publicBotApi ? 'declared' : 'learned' },
    photoPath,
    photoSheet: async (ids) => {
      const photos = await Promise.all(ids.map((id) => store.read.photos.of(id)));
      // What is sealed is put into no other picture, which would lie open.
      if (photos.some((photo) => sealedParts(photo?.sharedSha256 ?? '') !== null)) return null;
      const paths = await Promise.all(ids.map(photoPath));
      const sheet = await desk.sheet(paths.filter((path) => path !== null));
      return sheet === null ? null : keptPath(files, sheet);
    },
    picture: async (svg) => {
      const drawn = await drawings.draw(svg);
      return drawn === null ? null : keptPath(files, drawn);
    },
  });
  const watch = platformWatch({ store, adapters: chats.adapters, workIn: (tx) => running.workIn(tx), log });
  const photos = fileFetcher({
    store,
    alarm,
    adapters: chats.adapters,
    files,
    readPhoto: desk.read,
    settled: (tx, file) => settleFile(running.workIn(tx), file),
    onStore: (state, why) => tell([filesFinding(state, why)]),
    log,
  });
  const dog = watchdog({ store, alarm, log });
  const days = makeCalendar({ store, clock, log, bot: running, watch, zone: () => zone });
  // What the start alone needed, 20 MB and more, would else stay for long: little is made afterwards that lives long.
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  const web = await startWeb({
    config,
    store,
    clock,
    log,
    metrics,
    links,
    chats,
    bot: running,
    ids,
    files,
    named: sealed,
    readPhoto: desk.read,
    zone: () => zone,
    isDemo: begun.isDemo,
    started: () => started,
  });
  running.sender.start();
  running.timers.start();
  photos.start();
  tender.start();
  dog.start();
  running.storage.start();
  days.start();
  const zoneLook = setInterval(() => {
    readZone(store.read).then(
      (now) => (zone = now),
      (error: unknown) => log.warn({ err: error }, 'The zone could not be read again'),
    );
  }, zoneLookMs).unref();
  const stop = async (): Promise<void> => {
    clearInterval(zoneLook);
    await Promise.all(chats.adapters.map((adapter) => adapter.stop()));
    await web.close();
    await days.stop();
    await running.timers.stop();
    await running.sender.stop();
    await photos.stop();
    await tender.stop();
    desk.close();
    drawings.close();
    files.close();
    await dog.stop();
    await running.storage.stop();
    metrics.close();
  };
  try {
    await Promise.all(chats.adapters.map((adapter) => adapter.start(running.receive)));
  } catch (error) {
    // By now orders that waited may be on their way: what is in hand is finished as at every other stop.
    await stop();
    throw error;
  }
  started = true;
  // What is wrong with a platform is said by its own look, and not twice.
  tell(findings.filter(({ code }) => code === 'files_stuck' || code === 'files_kept'));
  if (isLive) void watch.look();
  return {
    lines: await startWords({ config, store, bot: running, chats, keys, url: web.url, zone, isDemo: begun.isDemo }),
    stop: () => stop().then(() => store.close()),
  };
}

/** What links are signed with: drawn once and kept with the zone, so that links outlive a restart and serve every instance. */
async function linkSecret(store: Store): Promise<string> {
  return store.transaction(async (tx) => {
    const known = await tx.settings.get('link.secret');
    if (typeof known === 'string') return known;
    const secret = randomBytes(32).toString('base64url');
    await tx.settings.put('link.secret', secret);
    return secret;
  });
}

async function main(): Promise<void> {
  const read = readConfig();
  // Links and the webhook's address name the port, so it has to be known before anything is made.
  const config = read.port === 0 ? { ...read, port: await freePort(read.host) } : read;
  const log = programLog(config.logLevel);
  const starting = start(config, log);
  let stopping = false;
  const stop = (signal: string, code: number): void => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'Stopping: finishing what is in hand');
    // A start that waits for a platform may already be sending orders, so it too is ended in order.
    starting
      .then((program) => program.stop())
      .then(
        () => process.exit(code),
        (error: unknown) => {
          log.error({ err: error }, 'The stop was not clean');
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', () => stop('SIGTERM', 0));
  process.on('SIGINT', () => stop('SIGINT', 0));
  const program = await starting;
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'A promise was left alone with its error'));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'A bug: stopping, so that a supervisor starts afresh');
    stop('uncaughtException', 1);
  });
  // Whoever read the start's words may go away, as `head -1` does; the bot stays.
  process.stdout.on('error', (error) => log.debug({ err: error }, 'Nobody reads the standard output'));
  process.stdout.write(`${program.lines.join('\n')}\n`);
  setTimeout(warmUp, warmUpAfterMs).unref();
}

/** By then whoever wrote at once has an answer. */
const warmUpAfterMs = 1_000;

try {
  await main();
} catch (error) {
  const known = error instanceof ConfigError || (error instanceof Error && /^[A-Z_]{4,}\b/.test(error.message));
  process.stderr.write(`${known ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
}
