import { parseArgs } from 'node:util';
import { measureRush } from './accept-rush.ts';
import type { Rush } from './accept-rush.ts';
import { benchZone } from './bench-zone.ts';
import { BotApiStandIn } from './bot-api-stand-in.ts';
import { measureUpdates } from './durable-updates.ts';
import type { Rate } from './durable-updates.ts';
import { measureHazards } from './hazards.ts';
import type { Latencies } from './hazards.ts';
import { measureInstall } from './install.ts';
import { measureFanOut, measureLimitedRate } from './order-fan-out.ts';
import { measurePhotoStorm, measureTeamsStart } from './patrols.ts';
import { startProgram, webhookPath, webhookSecret } from './program.ts';
import type { ProgramStart } from './program.ts';
import { writeReport } from './report.ts';
import type { Line } from './report.ts';
import { measureStart } from './start-up.ts';
import type { StartUp } from './start-up.ts';
import { median, percentile } from './statistics.ts';
import { measureTimers } from './timer-lateness.ts';
import { start as startPostgres } from '../tests/support/postgres.ts';

/**
 * Measures what the project promises and writes docs/performance.md. `--rounds` of each comparison (their medians count),
 * `--seconds` of each round, `--only` some parts (updates, postgres, orders, rush, timers, start, hazards, patrols, install), `--hazards` how many of them lie
 * in the database, `--dry` to print alone.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    only: { type: 'string', multiple: true },
    hazards: { type: 'string', default: '1050000' },
    install: { type: 'boolean', default: false },
    dry: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);
const people = 2_048;
const load = { connections: 64, people, seconds, text: '/help' };

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

/** One program's rates, with the processor time that an update cost it. */
interface Measured extends Rate {
  processorUs: number;
}

async function measureOne(start: Omit<ProgramStart, 'apiRoot'>): Promise<Measured> {
  const standIn = await BotApiStandIn.start();
  const program = await startProgram({ ...start, apiRoot: standIn.root });
  try {
    const target = { port: program.port, path: webhookPath, secret: webhookSecret };
    // Warm: everybody known, code compiled.
    await measureUpdates(standIn, target, { ...load, seconds: 3 });
    const before = await program.processorMs();
    const rate = await measureUpdates(standIn, target, load);
    const processorUs = (((await program.processorMs()) - before) * 1_000) / rate.latencies.length;
    return { ...rate, processorUs };
  } finally {
    await program.stop();
    standIn.close();
  }
}

/** Both in turn, so that whatever else the machine does weighs on both. */
async function compare(
  ours: Omit<ProgramStart, 'apiRoot'>,
  baseline: Omit<ProgramStart, 'apiRoot'>,
): Promise<{ ours: Measured[]; theirs: Measured[]; ratio: number }> {
  const mine: Measured[] = [];
  const theirs: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    theirs.push(await measureOne(baseline));
    mine.push(await measureOne(ours));
  }
  const ratios = mine.map((one, i) => one.perSecond / (theirs[i]?.perSecond ?? Number.NaN));
  return { ours: mine, theirs, ratio: median(ratios) };
}

const rateOf = (measured: readonly Measured[]): string =>
  `${whole(median(measured.map(({ perSecond }) => perSecond)))}/s, ${whole(median(measured.map(({ processorUs }) => processorUs)))} µs of processor each`;

async function updates(): Promise<Line[]> {
  const zone = benchZone({ residents: people, rescuers: 120, seats: 100, overshootPercent: 0 });
  const { ours, theirs, ratio } = await compare(
    { script: 'main.ts', zone },
    { script: 'bench/baselines/grammy-echo.ts' },
  );
  const p99 = median(ours.map(({ latencies }) => percentile(latencies, 0.99)));
  return [
    { what: 'bare grammY echo, nothing kept', measured: rateOf(theirs), wanted: '' },
    { what: 'Qunfang on SQLite (FULL), update in → answer out', measured: rateOf(ours), wanted: '' },
    { what: '· ratio to bare grammY', measured: ratio.toFixed(2), wanted: '≥ 0.7' },
    { what: '· slowest of 100', measured: ms(p99), wanted: '' },
  ];
}

async function postgres(): Promise<Line[]> {
  const server = await startPostgres(true);
  try {
    const zone = benchZone({ residents: people, rescuers: 120, seats: 100, overshootPercent: 0 });
    const { ours, theirs, ratio } = await compare(
      { script: 'main.ts', zone, databaseUrl: `${server.url}?schema=bench` },
      { script: 'bench/baselines/grammy-postgres.ts', databaseUrl: server.url },
    );
    return [
      { what: 'grammY with a PostgreSQL commit for each update', measured: rateOf(theirs), wanted: '' },
      { what: 'Qunfang on PostgreSQL', measured: rateOf(ours), wanted: '' },
      { what: '· ratio', measured: ratio.toFixed(2), wanted: '≥ 1.5' },
    ];
  } finally {
    await server.stop();
  }
}

async function orders(): Promise<Line[]> {
  const { first, thirtieth, hundredth } = await measureFanOut(rounds * 4);
  const { used, refused } = await measureLimitedRate();
  return [
    { what: 'officer’s tap → first order on the wire, median', measured: ms(median(first)), wanted: '≤ 15 ms' },
    { what: '· 95th percentile', measured: ms(percentile(first, 0.95)), wanted: '≤ 40 ms' },
    { what: '· 30th order', measured: ms(median(thirtieth)), wanted: '≤ 60 ms' },
    { what: '· 100th order', measured: ms(median(hundredth)), wanted: '≤ 120 ms' },
    {
      what: 'part of the rate used where 30/s are taken',
      measured: `${(used * 100).toFixed(0)} %, ${refused} refused`,
      wanted: '≥ 95 %',
    },
  ];
}

async function rush(): Promise<Line[]> {
  const runs: Rush[] = [];
  for (let round = 0; round < Math.min(rounds, 3); round += 1) runs.push(await measureRush());
  const p99 = median(runs.map(({ latencies }) => percentile(latencies, 0.99)));
  const list = (of: (run: Rush) => number): string => [...new Set(runs.map(of))].map(whole).join(', ');
  return [
    { what: '1,000 taps on 10 seats in a second: seated', measured: list(({ seated }) => seated), wanted: '10' },
    { what: '· answered', measured: list(({ answered }) => answered), wanted: '1,000' },
    { what: '· tap → answer, slowest of 100', measured: ms(p99), wanted: '≤ 300 ms' },
  ];
}

async function timers(): Promise<Line[]> {
  const { p99AtIdleMs, p99UnderLoadMs } = await measureTimers(Math.max(10, seconds));
  return [
    {
      what: 'timers, 100,000 pending: lateness of 99 in 100 at idle',
      measured: `≤ ${ms(p99AtIdleMs)}`,
      wanted: '≤ 20 ms',
    },
    { what: '· under full load', measured: `≤ ${ms(p99UnderLoadMs)}`, wanted: '≤ 100 ms' },
  ];
}

async function startUp(): Promise<Line[]> {
  const runs: StartUp[] = [];
  for (let round = 0; round < rounds; round += 1) runs.push(await measureStart());
  return [
    {
      what: 'start → first update answered (fresh database, demo zone)',
      measured: ms(median(runs.map(({ firstAnswerMs }) => firstAnswerMs))),
      wanted: '≤ 1,500 ms',
    },
    {
      what: 'resident memory, demo zone, Telegram and web',
      measured: `${whole(median(runs.map(({ residentMb }) => residentMb)))} MB`,
      wanted: '≤ 200 MB',
    },
  ];
}

async function hazards(): Promise<Line[]> {
  const count = Number(values.hazards);
  const { sqlite, postgres: other } = await measureHazards(count);
  const p95 = (of: Latencies, what: string): string => ms(percentile(of[what] ?? [], 0.95));
  const line = (what: string, said: string, bound: string): Line => ({
    what: said,
    measured: `${p95(sqlite, what)}, ${p95(other, what)}`,
    wanted: bound,
  });
  const { report, ...questions } = sqlite;
  return [
    {
      what: `${whole(count)} hazards, SQLite and PostgreSQL, 95th percentile`,
      measured: `${report?.length ?? 0} reports`,
      wanted: '',
    },
    ...Object.keys(questions).map((what) => line(what, `· ${what}`, '≤ 20 ms, ≤ 30 ms')),
    line('report', '· report in → number at its reporter', '≤ 100 ms'),
  ];
}

async function patrols(): Promise<Line[]> {
  const start = await measureTeamsStart();
  const storm = await measurePhotoStorm();
  return [
    {
      what: '600 teams begin at one instant where 30/s are taken: part of the rate used',
      measured: `${(start.used * 100).toFixed(0)} %, ${whole(start.told)} told`,
      wanted: '≥ 95 %',
    },
    { what: '· officer’s tap among it → first order', measured: ms(start.firstOrderMs), wanted: '' },
    { what: '· hundredth order', measured: ms(start.hundredthOrderMs), wanted: '' },
    {
      what: '5,000 check-in photos in 60 s: taken, check-ins, photos kept with them',
      measured: [storm.taken, storm.checkIns, storm.files].map(whole).join(', '),
      wanted: '5,000 each',
    },
    { what: '· event loop late, 99 in 100', measured: `≤ ${ms(storm.loopDelayMs)}`, wanted: '≤ 50 ms' },
  ];
}

async function install(): Promise<Line[]> {
  return [{ what: 'npm ci', measured: ms(await measureInstall()), wanted: '≤ 90 s' }];
}

const parts: Readonly<Record<string, () => Promise<Line[]>>> = {
  updates,
  postgres,
  orders,
  rush,
  timers,
  start: startUp,
  hazards,
  patrols,
};
const wanted = values.only ?? Object.keys(parts);
const lines: Line[] = [];
for (const name of values.install ? [...wanted, 'install'] : wanted) {
  const part = name === 'install' ? install : parts[name];
  if (part === undefined)
    throw new Error(`There is no part ${name}; there are ${Object.keys(parts).join(', ')}, install`);
  const found = await part();
  for (const { what, measured, wanted: bound } of found) console.log([what, measured, bound].join(' | '));
  lines.push(...found);
}
if (!values.dry) await writeReport(lines, values.only !== undefined);
