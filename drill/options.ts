import { parseArgs } from 'node:util';
import type { DrillScenario, DrillTexts } from '../bot/texts/drill-texts.ts';
import { drillScenarios } from '../bot/texts/drill-texts.ts';
import { drillEn } from '../bot/texts/drill-en.ts';
import { drillZh } from '../bot/texts/drill-zh.ts';

/** What the command line asks for. */
export type DrillWish =
  | { kind: 'play'; scenario: DrillScenario; seed: string; speed: number; words: DrillTexts }
  | { kind: 'list'; words: DrillTexts }
  | { kind: 'wrong'; why: string | null; words: DrillTexts };

const fastest = 100;

/** Reads the arguments of `npm run drill`. Whatever cannot be understood is `wrong`, in the language asked for as far as it was. */
export function readOptions(args: readonly string[]): DrillWish {
  const words = args.some((arg, i) => arg === '--lang=en' || (arg === 'en' && args[i - 1] === '--lang'))
    ? drillEn
    : drillZh;
  const wrong = (why: string | null): DrillWish => ({ kind: 'wrong', why, words });
  const parsed = parsedArguments(args);
  if (parsed instanceof Error) return wrong(parsed.message);
  const { values, positionals } = parsed;
  const [name, ...more] = positionals;
  if (values.help === true || (name === 'list' && more.length === 0)) return { kind: 'list', words };
  if (name === undefined) return wrong(null);
  const scenario = drillScenarios.find((one) => one === name.replaceAll('-', '_'));
  if (scenario === undefined || more.length > 0) return wrong(words.unknownScenario(positionals.join(' ')));
  const seed = values.seed ?? '1';
  if (!/^\d{1,15}$/.test(seed)) return wrong(words.badOption('--seed', words.expected.number));
  const speed = values.fast === true ? 0 : Number(values.speed ?? '1');
  if (!(speed >= 0 && speed <= fastest)) return wrong(words.badOption('--speed', words.expected.speed));
  if (values.lang !== undefined && values.lang !== 'zh' && values.lang !== 'en') {
    return wrong(words.badOption('--lang', 'zh / en'));
  }
  return { kind: 'play', scenario, seed, speed, words };
}

function parsedArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        seed: { type: 'string' },
        speed: { type: 'string' },
        fast: { type: 'boolean' },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    // Node says which option it does not know.
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The scenarios, one a line, and how to start one. */
export function usageLines(words: DrillTexts): readonly string[] {
  const rows = drillScenarios.map((code) => {
    const { name, about } = words.scenario[code];
    return `${code.padEnd(12)} ${name} · ${about}`;
  });
  return words.usage(rows);
}
