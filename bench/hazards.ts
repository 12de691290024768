import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hazardKinds } from '../core/catalogue.ts';
import type { FileId, PersonId, PlaceId } from '../core/ids.ts';
import { sameWithinBits } from '../core/photo.ts';
import type { HazardFilter } from '../core/ports/hazards.ts';
import type { Reads } from '../core/ports/store.ts';
import { openStore } from '../db/open-store.ts';
import { start as startPostgres } from '../tests/support/postgres.ts';
import { benchZone, ids } from './bench-zone.ts';
import { BotApiStandIn } from './bot-api-stand-in.ts';
import { fillHazards, filledZone } from './fill-hazards.ts';
import type { Filling } from './fill-hazards.ts';
import { dataKey, startProgram, webhookPath, webhookSecret } from './program.ts';
import { textUpdate } from './updates.ts';
import { WebhookClient } from './webhook-client.ts';

const dayMs = 86_400_000;
const mostPhotos = 200_000;
/** Questions of each sort, and reports. */
const rounds = 200;
const reports = 200;
/** Before they count: code is compiled, people are known. */
const warmUp = 20;

/** Milliseconds of every single question, by what was asked. */
export type Latencies = Readonly<Record<string, readonly number[]>>;

/** One in twenty-one is open, as 50,000 beside 1,000,000 are. */
function fillingOf(hazards: number): Filling {
  const open = Math.round(hazards / 21);
  return { open, closed: hazards - open, photos: Math.min(mostPhotos, hazards) };
}

/** Fills a database of each engine with so many hazards and asks it, alone and through the whole program. */
export async function measureHazards(hazards: number): Promise<{ sqlite: Latencies; postgres: Latencies }> {
  const folder = await mkdtemp(join(tmpdir(), 'qunfang-hazards-'));
  try {
    const sqlite = await measureIn(`file:${join(folder, 'hazards.db')}`, hazards);
    const server = await startPostgres(true);
    try {
      return { sqlite, postgres: await measureIn(`${server.url}?schema=hazards`, hazards) };
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureIn(databaseUrl: string, hazards: number): Promise<Latencies> {
  const onError = (error: unknown): void => console.error(error);
  await (await openStore(databaseUrl, { keys: [dataKey], onError })).close();
  await fillHazards(databaseUrl, fillingOf(hazards), Date.now());
  const store = await openStore(databaseUrl, { keys: [dataKey], onError });
  const asked: Record<string, number[]> = {};
  const questions = Object.entries(questionsOf(store.read, fillingOf(hazards).photos));
  try {
    // The first questions warm what a running program has warm.
    for (let round = -5; round < rounds; round += 1)
      for (const [name, ask] of questions) {
        const startedAt = performance.now();
        await ask(round + 5);
        if (round >= 0) (asked[name] ??= []).push(performance.now() - startedAt);
      }
  } finally {
    await store.close();
  }
  return { ...asked, report: await measureReports(databaseUrl) };
}

/** What is asked again and again, each time of something else. */
function questionsOf(read: Reads, photos: number): Record<string, (round: number) => Promise<unknown>> {
  const now = Date.now();
  const at = (round: number) => ({
    lat: filledZone.south + ((round * 7_919) % 1_000) * 0.000_05,
    lon: filledZone.west + ((round * 104_729) % 1_000) * 0.000_05,
  });
  const place = (round: number): PlaceId => `place-${(round * 31) % filledZone.places}` as PlaceId;
  const person = (round: number): PersonId => `person-${(round * 31) % 500}` as PersonId;
  const filters = (round: number): HazardFilter[] => [
    { status: 'open' },
    { status: 'closed', area: '西塘工业区' },
    { kind: hazardKinds[round % hazardKinds.length]?.code ?? 'other', status: 'open' },
    { placeId: place(round) },
    { ownerId: person(round), status: 'open' },
    { from: now - (round + 30) * dayMs, to: now - round * dayMs },
  ];
  const cursor = (round: number) => ({ reportedAt: now - round * 8 * dayMs, id: 'hazard' as never });
  const search = (words: readonly string[]) => (round: number) =>
    read.hazards.search(words[round % words.length] ?? '', 20);
  return {
    'list: filtered, first page': (round) => read.hazards.list(filters(round)[round % 6] ?? {}, 50, null),
    'list: a page far back': (round) => read.hazards.list({}, 50, cursor(round)),
    'list: an owner’s': (round) => read.hazards.ofOwner(person(round), 50),
    'search: one word': search(['消防通道', '井盖', '灭火器', '路灯', '配电箱', '上桥村', '出租房', '飞线充电']),
    'search: two words': search([
      '西塘 井盖',
      '灭火器 上桥村',
      '锅炉 后宅',
      '东溪村 电动车',
      '池塘 护栏',
      '大货车 占道',
    ]),
    'search: a rare word': search(['变压器漏油', '变压器', '漏油 西塘', '变压器 南山头']),
    'search: no hit': search(['核电站', '通道灭火', '道消', '游泳池 滑梯']),
    'search: one character, a number': search(['消', '村', '2611', 'H-2611', '36号']),
    'search: two long words that never meet': search([
      '消防通道停满了车 灭火器过期没人换',
      '疏散通道被纸箱堵住了 冷库有氨味',
      '出租房隔了十几间 脚手架松动 西塘工业区',
      '路灯不亮 井盖不见了',
    ]),
    'near by: 1,000 m': (round) => near(read, { at: at(round), metres: 1_000, placeId: null, days: 60, now }),
    'known already? 50 m, 14 days': (round) =>
      near(read, { at: at(round), metres: 50, placeId: place(round), days: 14, now }),
    'photo seen before, of 200,000': async (round) => {
      const photo = await read.photos.of(`file-${10_000_000 + photos - 1 - round * 41}` as FileId);
      return photo === null ? [] : read.photos.seenBefore(photo, sameWithinBits);
    },
  };
}

function near(
  read: Reads,
  ask: { at: { lat: number; lon: number }; metres: number; placeId: PlaceId | null; days: number; now: number },
): Promise<unknown> {
  const { at, metres, placeId, days, now } = ask;
  return read.hazards.near({ position: at, radiusMetres: metres, placeId, since: now - days * dayMs });
}

/** From posting somebody's report to the arrival of its number at the Bot API, one person after the other. */
async function measureReports(databaseUrl: string): Promise<number[]> {
  const standIn = await BotApiStandIn.start();
  const zone = benchZone({ residents: reports + warmUp, rescuers: 5, seats: 5, overshootPercent: 0 });
  const program = await startProgram({ script: 'main.ts', apiRoot: standIn.root, zone, databaseUrl });
  const client = new WebhookClient({ port: program.port, path: webhookPath, secret: webhookSecret }, 1);
  const answers = new Map<number, () => void>();
  standIn.onCall = ({ method, chat, body }) => {
    if (method === 'sendMessage' && String(body.text).includes('H-')) answers.get(chat)?.();
  };
  const latencies: number[] = [];
  const reportOne = async (n: number): Promise<void> => {
    const person = ids.resident(n);
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const patience = setTimeout(() => reject(new Error(`Report ${n} got no number within 10 s`)), 10_000);
    answers.set(person, () => resolve(undefined));
    const startedAt = performance.now();
    const status = await client.post(textUpdate(person, `西塘工业区${n + 1}号的消防通道被货堵了`));
    if (status !== 200) throw new Error(`The webhook answered ${status}`);
    await promise;
    clearTimeout(patience);
    if (n >= warmUp) latencies.push(performance.now() - startedAt);
  };
  try {
    for (let n = 0; n < reports + warmUp; n += 1) await reportOne(n);
    return latencies;
  } finally {
    client.close();
    await program.stop();
    standIn.close();
  }
}
