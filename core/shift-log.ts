import { finishing, logOutcome } from './log-outcome.ts';
import type { LogLine } from './shift.ts';

/** A line of a centre's log as somebody dictates it: 接 0930 西塘来电 路灯不亮. */
export interface LogSaid {
  kind: LogLine['kind'];
  words: string;
  /** The line that it goes on with (跟 3 已修好); null: none is named. */
  about: number | null;
  /** It says that nothing more needs to be done. */
  done: boolean;
  /** It says that there still is something to be done. */
  undone: boolean;
  /** `HH:MM`, where it begins with a time; null: now. */
  clock: string | null;
}

const kinds: readonly (readonly [LogLine['kind'], string])[] = [
  ['received', '接报|接警|接电|接|received|in'],
  ['reported', '报告|上报|报|reported|up'],
  ['passed_on', '传达|转告|传|passed on|on'],
  ['followed_up', '跟进|跟踪|跟|followed up|follow-up'],
];

/** The word must stand alone or run into a number: 接班 and 报警 are none. */
const lines = kinds.map(([kind, words]) => ({
  kind,
  chinese: new RegExp(`^(?:${words.replaceAll(/\|[a-z].*$/g, '')})(?:[\\s,，:：]+|(?=[#\\d]))(\\S.*)$`, 'su'),
  english: new RegExp(`^(?:${words.replace(/^.*?\|(?=[a-z])/, '')})\\s*[:：]\\s*(\\S.*)$`, 'isu'),
}));
const named = /^(?:第|#|no\.?\s*)?(\d{1,3})(?:号|条)?(?:[\s,，:：.]+|$)/iu;
const clockFirst = /^([01]?\d|2[0-3])[:：点]?([0-5]\d)(?!\d)(?:分)?[\s,，。、:：]*/u;

/** 2办结, 第2条处理好了: nothing but the number of a line and that it is done. */
const numberDone = new RegExp(
  `^(?:第|#|no\\.?\\s*)?(\\d{1,2})(?:号|条)?[\\s,，:：]*(?:已经?|都|也|就)?${finishing}了?[。.!！~\\s]*$`,
  'iu',
);

/** Reads a line of the log; null: it is none. */
export function readLogLine(text: string): LogSaid | null {
  const said = text.normalize('NFKC').trim();
  const ends = numberDone.exec(said)?.[1];
  if (ends !== undefined) {
    const words = said.replace(/^[第#]?\d+[号条]?[\s,，:：]*/u, '');
    return { kind: 'followed_up', words, about: Number(ends), done: true, undone: false, clock: null };
  }
  for (const { kind, chinese, english } of lines) {
    const rest = (chinese.exec(said) ?? english.exec(said))?.[1]?.trim();
    if (rest === undefined || rest === '') continue;
    const about = kind === 'received' ? undefined : named.exec(rest)?.[1];
    const words = about === undefined ? rest : rest.replace(named, '').trim();
    const clock = clockOf(words);
    const outcome = logOutcome(words);
    const bare = clock === null ? words : words.replace(clockFirst, '').trim();
    return {
      kind,
      words: bare === '' ? rest : bare,
      about: about === undefined ? null : Number(about),
      done: outcome === 'done',
      undone: outcome === 'open',
      clock,
    };
  }
  return null;
}

const wrong =
  /^(?:第|#|no\.?\s*)?(\d{1,2})(?:号|条)?[\s,，:：]*(?:(?:写|记|打|听)?错(?!过)(?:了|啦)?|改成|改为|更正为?|is wrong)[\s,，:：]*(?:应该|应|是|改成|改为|为|it is|should be)*[\s,，:：]*(\S.*)$/isu;

/** 2号写错了 是张女士: what is right about a line of the log; null: no line is named, or nothing is said to be right. */
export function readLogCorrection(text: string): { n: number; words: string } | null {
  const [, n, words] = wrong.exec(text.normalize('NFKC').trim()) ?? [];
  return n === undefined || words === undefined ? null : { n: Number(n), words };
}

/** The line that somebody goes on with by a number that the log does not have; null: none is named, or it is there. */
export function unknownLine(said: LogSaid, log: readonly LogLine[]): number | null {
  // 跟 110 联系过了 names no line.
  if (said.kind !== 'followed_up' || said.about === null || said.about > 99) return null;
  return log.some(({ n }) => n === said.about) ? null : said.about;
}

function clockOf(words: string): string | null {
  const match = clockFirst.exec(words);
  if (match === null || (match[1]?.length === 1 && !/[:：点]/u.test(match[0]))) return null;
  return `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? ''}`;
}

/** Whether somebody must still see to what was said: to whatever came in, until it is said to be done. */
export function staysOpen({ kind, done: isDone }: LogSaid): boolean {
  return kind === 'received' && !isDone;
}

/** The open line that this one ends: the one that it names, else the only one; null: none. */
export function endedBy(said: LogSaid, log: readonly LogLine[]): LogLine | null {
  if (!said.done || said.kind === 'received') return null;
  const open = log.filter((line) => line.open);
  if (said.about !== null) return open.find(({ n }) => n === said.about) ?? null;
  return open.length === 1 ? (open[0] ?? null) : null;
}

/** The line that this one says is not done after all; null: none that is named, or it is open. */
export function reopenedBy(said: LogSaid, log: readonly LogLine[]): LogLine | null {
  if (!said.undone || said.kind !== 'followed_up') return null;
  return log.find(({ n, kind, open }) => n === said.about && kind === 'received' && !open) ?? null;
}

/** The open lines that one of these goes on with: the one that it names, else any; none where it only tells what was done. */
export function goesOnWith(said: LogSaid, log: readonly LogLine[]): number[] {
  if (said.kind !== 'followed_up') return [];
  const open = log.filter((line) => line.open).map(({ n }) => n);
  return log.some(({ n }) => n === said.about) ? open.filter((n) => n === said.about) : open;
}
