import type { Instant } from './clock.ts';
import { clockTimes } from './reading/clock-times.ts';
import { durations } from './reading/durations.ts';
import { saidDay, smallHours } from './said-day.ts';
import type { Shift } from './shift.ts';

const minuteMs = 60_000;
/** Put off by more, with no day named, it was another time that was meant. */
const mostMs = 10 * 60 * minuteMs;
/** From this hour on 10 is in the evening. */
const evening = 17;

/**
 * When a shift begins that is put off by these words: 推迟半小时, 延后到十点, 推到22:30, 推到明晚. Null: that cannot be read.
 * @param today what days are reckoned from
 */
export function postponedStart(
  words: string,
  { startsAt }: Pick<Shift, 'startsAt'>,
  today: Temporal.PlainDate,
  timeZone: string,
): Instant | null {
  const said = words.normalize('NFKC').toLowerCase();
  const target = toWhen(said);
  const usual = Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO(timeZone);
  const atNight = usual.hour >= evening || usual.hour < smallHours;
  const day = saidDay(target, today);
  // 十点 by itself may be two remarks; here it is when it begins.
  const time = clockTimes(`${target}开始`, atNight).at(-1)?.time ?? null;
  if (day === null && time === null) {
    const [span] = durations(said);
    return span === undefined ? null : startsAt + span.minutes * minuteMs;
  }
  const plainTime = time === null ? usual.toPlainTime() : Temporal.PlainTime.from(time);
  const at = (days: number): Instant =>
    (day ?? usual.toPlainDate()).add({ days }).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
  // 明晚1点 is after midnight.
  if (day !== null) return at(atNight && plainTime.hour < smallHours ? 1 : 0);
  const start = at(0) > startsAt ? at(0) : at(1);
  return start - startsAt <= mostMs ? start : null;
}

/** What stands behind the last 到 or “to”; '' nothing does. */
function toWhen(said: string): string {
  return /^.*(?:[到至]|\bto\b)(.*)$/u.exec(said)?.[1]?.replace(/[。.!！\s]+$/u, '') ?? '';
}

/** The words in front of the new time: which shift is put off. */
export function beforeNewTime(words: string): string {
  return words.replace(/[推延][^,，。]{0,3}[到至].*$|\bto\b.*$/iu, '');
}
