import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import sharp from 'sharp';
import { ids } from './bench-zone.ts';
import { BotApiStandIn, sendMethods, type Call } from './bot-api-stand-in.ts';
import { CallOut } from './call-out.ts';
import { CallWatch } from './call-watch.ts';
import { patrolIds, patrolZone, routePoints } from './patrol-zone.ts';
import { startProgram, webhookPath, webhookSecret, type Program } from './program.ts';
import { photoUpdate } from './updates.ts';
import { WebhookClient } from './webhook-client.ts';

const teams = 600;
/** Telegram's limit for a bot. */
const perSecond = 30;
/** 600 cards at 30 a second take 20 s; the last second is not full. */
const countedSeconds = 18;
const load = { photos: 5_000, seconds: 60 };

/** How 600 teams began at one instant. */
export interface TeamsStart {
  /** Part of the platform's rate that was used from the first message on, 0 to 1. */
  used: number;
  /** From the officer's tap among it to the first order, and to the hundredth, in ms. */
  firstOrderMs: number;
  hundredthOrderMs: number;
  /** Teams that got their card. */
  told: number;
}

/** 600 teams begin at the same minute, against a Bot API that takes 30 a second; three seconds later an officer calls out a hundred people. */
export async function measureTeamsStart(): Promise<TeamsStart> {
  const standIn = await BotApiStandIn.start();
  const startsAt = nextMinute(75);
  const program = await startProgram({
    script: 'main.ts',
    apiRoot: standIn.root,
    zone: patrolZone({ teams, startsAt }),
  });
  const client = new WebhookClient({ port: program.port, path: webhookPath, secret: webhookSecret }, 8);
  try {
    const watch = new CallWatch(standIn);
    const callOut = new CallOut(client, watch);
    await callOut.prepare(0);
    const before = new Set(watch.calls);
    standIn.perSecond = perSecond;
    await until(startsAt);
    const isCard = ({ chat, method, taken }: Call): boolean => taken && sendMethods.has(method) && isPatrolGroup(chat);
    const first = await watch.call('the first card', isCard, 20_000);
    await pause(3_000);
    const { at } = await callOut.tap('call_out');
    await pause(40_000);
    const sends = watch.calls.filter((call) => call.taken && sendMethods.has(call.method) && !before.has(call));
    const counted = sends.filter((call) => call.at >= first.at && call.at < first.at + countedSeconds * 1_000);
    const orders = sends.filter(({ chat, at: sentAt }) => chat >= ids.rescuer(0) && chat < 700_000 && sentAt >= at);
    return {
      used: Math.min(1, counted.length / (perSecond * countedSeconds)),
      firstOrderMs: (orders[0]?.at ?? Number.NaN) - at,
      hundredthOrderMs: (orders[99]?.at ?? Number.NaN) - at,
      told: new Set(sends.flatMap(({ chat }) => (isPatrolGroup(chat) ? [chat] : []))).size,
    };
  } finally {
    client.close();
    await program.stop();
    standIn.close();
  }
}

/** How a storm of check-in photos was taken. */
export interface PhotoStorm {
  /** Answered with 200, of all that were sent. */
  taken: number;
  /** Check-ins that the database has, and files that belong to one. */
  checkIns: number;
  files: number;
  /** Of the event loop while they came, 99 in 100, in ms. */
  loopDelayMs: number;
}

/** 5,000 photos of points in 60 s into 600 groups; their bytes are fetched, looked into and kept meanwhile. */
export async function measurePhotoStorm(): Promise<PhotoStorm> {
  const folder = await mkdtemp(join(tmpdir(), 'qunfang-bench-'));
  const file = join(folder, 'bench.db');
  const standIn = await BotApiStandIn.start();
  standIn.file = await sharp({
    create: {
      width: 1_280,
      height: 960,
      channels: 3,
      background: '#456',
      noise: { type: 'gaussian', mean: 120, sigma: 30 },
    },
  })
    .jpeg({ quality: 70 })
    .toBuffer();
  const zone = patrolZone({ teams, startsAt: nextMinute(-600) });
  const program = await startProgram({ script: 'main.ts', apiRoot: standIn.root, zone, databaseUrl: `file:${file}` });
  const client = new WebhookClient({ port: program.port, path: webhookPath, secret: webhookSecret }, 64);
  try {
    await pause(5_000);
    await loopDelayMs(program);
    const taken = await storm(client);
    const delay = await loopDelayMs(program);
    await program.stop();
    return { taken, loopDelayMs: delay, ...kept(file) };
  } finally {
    client.close();
    standIn.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function storm(client: WebhookClient): Promise<number> {
  const startAt = performance.now();
  const statuses = await Promise.all(
    Array.from({ length: load.photos }, async (_, i) => {
      await pause(startAt + (i / load.photos) * load.seconds * 1_000 - performance.now());
      const team = i % teams;
      const n = (Math.floor(i / teams) % routePoints) + 1;
      return client.post(
        photoUpdate(patrolIds.walker(team, n % 2 === 0 ? 0 : 1), `${String(n)}号`, patrolIds.group(team)),
      );
    }),
  );
  return statuses.filter((status) => status === 200).length;
}

function kept(file: string): Pick<PhotoStorm, 'checkIns' | 'files'> {
  const database = new Database(file, { readonly: true });
  const count = (sql: string): number => (database.prepare(sql).get() as { count: number }).count;
  const found = {
    checkIns: count('select count(*) as count from check_ins'),
    files: count("select count(*) as count from files where subject like 'check_in:%'"),
  };
  database.close();
  return found;
}

async function loopDelayMs(program: Program): Promise<number> {
  const found = /qunfang_event_loop_delay_seconds\{quantile="0\.99"\} ([\d.e-]+)/.exec(await program.metrics());
  return Number(found?.[1] ?? Number.NaN) * 1_000;
}

const isPatrolGroup = (chat: number): boolean => chat <= patrolIds.group(0) && chat > patrolIds.group(teams);

/** The minute that begins after so many seconds at the soonest: a roster's times have no seconds. */
function nextMinute(afterSeconds: number): Temporal.Instant {
  const soonest = Temporal.Now.instant().add({ seconds: afterSeconds });
  return soonest.round({ smallestUnit: 'minute', roundingMode: 'ceil' });
}

async function until(instant: Temporal.Instant): Promise<void> {
  await pause(instant.epochMilliseconds - Temporal.Now.instant().epochMilliseconds);
}

function pause(ms: number): Promise<void> {
  return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}
