/** Spans of time as people say them: 8分钟, 半个钟, 一刻钟, 十来分钟, 个把小时, 10 min, eta 12. */
import { numberOf, numeral } from './numerals.ts';

/** A span that was said, and where it stands in the plain text. */
export interface Duration {
  readonly minutes: number;
  readonly approximate: boolean;
  readonly start: number;
  readonly end: number;
}

const hour = '(?:小时|钟头|钟|hours?|hrs?|h(?![a-z]))';
const minute = "(?:分钟|分(?![之局队公司部组数店享钱辨清开别配])|mins?(?![a-z])|minutes?|'(?!\\w))";
const span = new RegExp(
  [
    `(?<hours>${numeral})(?:\\s*个?|个?(?<half>半))\\s*${hour}(?:\\s*(?<rest>${numeral})\\s*${minute})?`,
    `(?<halfHour>半\\s*个?(?<more>多)?\\s*(?:小时|钟头|钟|hour)|half an hour)`,
    `(?<quarters>${numeral})\\s*刻钟`,
    `(?<someHour>个把\\s*${hour})`,
    `(?<someQuarter>刻把钟)`,
    `(?<![\\d一二三四五六七八九十]点|点零)(?<minutes>${numeral})\\s*个?\\s*(?:more\\s*)?${minute}(?!\\s*\\d)`,
    `(?:eta:?|be there in|there in)\\s*(?<eta>\\d{1,3})(?!\\d|:|\\s*(?:h|min))`,
  ].join('|'),
  'g',
);
const guessBefore = /(?:大概|大约|差不多|约|around|about|~)[^,。\n]{0,4}$/;
const guessAfter = /^\s*(?:左右|上下|样子|不到|or so)/;

/** Every span in `plain`, in order. Ranges give their upper end (七八分钟 is 8). */
export function durations(plain: string): Duration[] {
  const found: Duration[] = [];
  for (const match of plain.matchAll(span)) {
    const said = minutesOf(match.groups ?? {});
    if (said === undefined) continue;
    const end = match.index + match[0].length;
    const guess = guessBefore.test(plain.slice(Math.max(0, match.index - 8), match.index));
    const approximate = said.approximate || guess || guessAfter.test(plain.slice(end, end + 4));
    found.push({ minutes: said.value, approximate, start: match.index, end });
  }
  return found;
}

function minutesOf(
  said: Readonly<Record<string, string | undefined>>,
): { value: number; approximate: boolean } | undefined {
  if (said.halfHour !== undefined) return { value: 30, approximate: said.more !== undefined };
  if (said.someHour !== undefined) return { value: 60, approximate: true };
  if (said.someQuarter !== undefined) return { value: 15, approximate: true };
  const whole = numberOf(said.hours ?? said.quarters ?? said.minutes ?? said.eta ?? '');
  if (whole === undefined) return undefined;
  const { approximate } = whole;
  if (said.quarters !== undefined) return { value: whole.value * 15, approximate };
  if (said.hours === undefined) return { value: Math.ceil(whole.value), approximate };
  const rest = said.rest === undefined ? undefined : numberOf(said.rest);
  return {
    value: Math.ceil(whole.value * 60) + (said.half === undefined ? 0 : 30) + (rest?.value ?? 0),
    approximate: approximate || (rest?.approximate ?? false),
  };
}
