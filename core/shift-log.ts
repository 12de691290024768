import type { LogLine } from './shift.ts';

/** A line of a centre's log as somebody dictates it: 接 0930 西塘来电 路灯不亮. */
export interface LogSaid {
  kind: LogLine['kind'];
  words: string;
  /** The line that it goes on with (跟 3 已修好); null: none is named. */
  about: number | null;
  /** It says that nothing more needs to be done. */
  done: boolean;
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
const done =
  /办结|办好|处理(?:完|好|了)|解决(?:了|$)|修好|完毕|已完成|了结|销|无需|不用(?:再)?(?:跟|管|处理)|\b(?:done|closed|solved|resolved|fixed)\b/iu;
const named = /^(?:第|#|no\.?\s*)?(\d{1,3})(?:号|条)?(?:[\s,，:：.]+|$)/iu;
const clockFirst = /^([01]?\d|2[0-3])[:：点]?([0-5]\d)(?!\d)(?:分)?[\s,，。、:：]*/u;

/** 2办结, 第2条处理好了: nothing but the number of a line and that it is done. */
const numberDone =
  /^(?:第|#|no\.?\s*)?(\d{1,2})(?:号|条)?[\s,，:：]*(?:已经?|都|也|就)?(?:办结|办好|处理(?:完毕?|好|了)|解决|修好|完毕|了结|销号|done|closed|solved|resolved|fixed)了?[。.!！~\s]*$/iu;

/** Reads a line of the log; null: it is none. */
export function readLogLine(text: string): LogSaid | null {
  const said = text.normalize('NFKC').trim();
  const ends = numberDone.exec(said)?.[1];
  if (ends !== undefined) {
    const words = said.replace(/^[第#]?\d+[号条]?[\s,，:：]*/u, '');
    return { kind: 'followed_up', words, about: Number(ends), done: true, clock: null };
  }
  for (const { kind, chinese, english } of lines) {
    const rest = (chinese.exec(said) ?? english.exec(said))?.[1]?.trim();
    if (rest === undefined || rest === '') continue;
    const about = kind === 'received' ? undefined : named.exec(rest)?.[1];
    const words = about === undefined ? rest : rest.replace(named, '').trim();
    const clock = clockOf(words);
    const bare = clock === null ? words : words.replace(clockFirst, '').trim();
    return {
      kind,
      words: bare === '' ? rest : bare,
      about: about === undefined ? null : Number(about),
      done: done.test(words),
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
