import type { Instant } from './clock.ts';
import { saidInstant } from './said-time.ts';
import type { Shift } from './shift.ts';

const minute = 60_000;
/** From so long before its time on somebody who speaks of the end on time means now. */
const almostMs = 15 * minute;
const halfDay = 12;

const goes = '(?:收队|收工|收班|下班|下岗|结束|解散|done|finished|over|off|duty|home)';
const onTime = new RegExp(`(?:到点|准时|按时)(?:就|全体|统一|大家)?${goes}`, 'iu');

/** What is said of the end: the whole message, and the time of day that was read in it, in its own words. */
export interface EndSaidAt {
  text: string;
  /** `HH:MM`; null: none was said. */
  time: string | null;
  timeWords: string;
}

/**
 * Whether the hour at which a shift is said to end lies ahead of `now`: 12点收队 at nine in the evening is a plan, 23:55 收队 around
 * that time is the end. An hour that is said of something else, as 收队 明早8点开会, is none of it.
 */
export function isEndToCome(
  said: EndSaidAt,
  { startsAt, endsAt }: Pick<Shift, 'startsAt' | 'endsAt'>,
  now: Instant,
  timeZone: string,
): boolean {
  const { text, time } = said;
  if (onTime.test(text) && now < endsAt - almostMs) return true;
  if (time === null || !isOfEnd(said)) return false;
  const at = [time, otherHalf(time)].map((clock) => saidInstant(clock, now, timeZone));
  return !at.some((instant) => instant !== null && instant >= startsAt - almostMs);
}

/** The hour stands right before the end, or right behind it and closes what is said. */
function isOfEnd({ text, timeWords }: EndSaidAt): boolean {
  const hour = timeWords.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  if (hour === '') return false;
  const before = `${hour}(?:钟|整|分)?\\s?[^,，。;；\\s]{0,5}${goes}`;
  const behind = `${goes}(?:时间)?(?:[:：\\s]|\\b(?:at|by)\\b)*${hour}(?:钟|整|分)?[哈吧啊哦]?\\s*(?:$|[,，。;；\\n])`;
  return new RegExp(`${before}|${behind}`, 'iu').test(text);
}

/** 5点 of somebody who is out by day or by night. */
function otherHalf(time: string): string {
  const [hours = '', minutes = ''] = time.split(':');
  return `${String((Number(hours) + halfDay) % (2 * halfDay)).padStart(2, '0')}:${minutes}`;
}
