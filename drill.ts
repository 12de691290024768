import { fileURLToPath } from 'node:url';
import { textsIn } from './bot/texts/texts-in.ts';
import { ConfigError, readConfig } from './config.ts';
import { wallClock } from './core/clock.ts';
import { DrillProblem } from './drill/drill-problem.ts';
import { openDrill } from './drill/open-drill.ts';
import { readOptions, usageLines, type DrillWish } from './drill/options.ts';
import { scenarios } from './drill/scenarios.ts';
import { withTemporaryStore } from './drill/temporary-store.ts';
import { liveView } from './drill/terminal/live-view.ts';
import { openScreen } from './drill/terminal/screen.ts';

/** The command line of drills: `npm run drill -- SCENARIO` plays a whole call-out with simulated people and scores it. */

const demoFile = fileURLToPath(new URL('./zones/demo.yaml', import.meta.url));

const print = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);
const complain = (lines: readonly string[]): void => void process.stderr.write(`${lines.join('\n')}\n`);

/** After so many signals the program ends at once, whatever is left. */
const patience = 3;

async function main(): Promise<number> {
  const wish = readOptions(process.argv.slice(2));
  if (wish.kind === 'play') return play(wish);
  if (wish.kind === 'list') {
    print(usageLines(wish.words));
    return 0;
  }
  complain([...(wish.why === null ? [] : [wish.why, '']), ...usageLines(wish.words)]);
  return 2;
}

async function play({ scenario, seed, speed, words }: DrillWish & { kind: 'play' }): Promise<number> {
  const stop = stopping();
  const screen = openScreen(process.stdout);
  const texts = textsIn(words.language);
  const { name } = words.scenario[scenario];
  const options = [...(seed === '1' ? [] : [`--seed ${seed}`]), ...(words.language === 'zh' ? [] : ['--lang en'])];
  try {
    const { zoneFile } = readConfig();
    return await withTemporaryStore(
      async (store) => {
        const parts = { scenario: scenarios[scenario], seed, words, store, zoneFile, demoFile, today: wallClock.now() };
        const drill = await openDrill(parts);
        const view = liveView({
          screen,
          words,
          texts,
          scenario: name,
          zone: drill.zone,
          seed,
          speed,
          signal: stop.signal,
        });
        const end = await drill.play(view, stop.signal);
        view.end(end, ['npm run drill --', scenario, ...options].join(' '));
        const unmarked = end.counts.sent + end.counts.edited - end.counts.marked;
        if (unmarked > 0) throw new DrillProblem(words.problem.unmarked(unmarked));
        return 0;
      },
      (error) => complain([String(error)]),
    );
  } catch (error) {
    screen.close();
    if (stop.signal.aborted) {
      complain(['', words.stopped]);
      return stop.code();
    }
    complain([messageOf(error)]);
    return 1;
  } finally {
    screen.close();
  }
}

/** Ctrl-C, a polite kill and a closed pipe all call the drill off, and what is in hand is finished and cleared away. */
function stopping(): { signal: AbortSignal; code(): number } {
  const stop = new AbortController();
  let signals = 0;
  let code = 130;
  const call = (exitCode: number) => (): void => {
    code = signals === 0 ? exitCode : code;
    signals += 1;
    stop.abort();
    if (signals >= patience) process.exit(code);
  };
  process.on('SIGINT', call(130));
  process.on('SIGTERM', call(143));
  process.stdout.on('error', call(141));
  return { signal: stop.signal, code: () => code };
}

/** What the person can mend is one line; anything else is a bug and shown whole. */
function messageOf(error: unknown): string {
  if (error instanceof DrillProblem || error instanceof ConfigError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

process.exitCode = await main();
