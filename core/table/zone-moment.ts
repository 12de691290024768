import type { Instant } from '../clock.ts';
import { zoneInstant } from '../deadline.ts';
import { zoneTime } from '../zone-time.ts';
import type { Cell } from './table.ts';

/** Days of spreadsheets count from here; day 60, 29 February 1900, never was and is theirs alone. */
const epoch = Temporal.PlainDate.from('1899-12-30');
const minutesOfDay = 1_440;

const written =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]*(\d{1,2})\s*[:时点]\s*(\d{1,2})?\s*分?(?::\d{1,2}(?:\.\d+)?)?)?$/u;

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * An instant as a table says it, on the zone's clocks: a spreadsheet's day number, also where it is stored as text, `2026-11-22
 * 14:02`, `2026/11/22` or `2026年11月22日`. Without a time of day it is `clock`. Undefined: it is none.
 */
export function momentOf(cell: Cell, timeZone: string, clock = '00:00'): Instant | undefined {
  const text = String(cell ?? '')
    .normalize('NFKC')
    .trim();
  const match = written.exec(text);
  if (match !== null) {
    const time = match[4] === undefined ? clock : `${two(Number(match[4]))}:${two(Number(match[5] ?? 0))}`;
    return instantOf(`${match[1] ?? ''}-${two(Number(match[2]))}-${two(Number(match[3]))}`, time, timeZone);
  }
  const days = /^\d{5}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(days)) return undefined;
  const minutes = Math.round((days % 1) * minutesOfDay);
  const date = epoch.add({ days: Math.floor(days) + Math.floor(minutes / minutesOfDay) }).toString();
  const rest = minutes % minutesOfDay;
  return instantOf(date, days % 1 === 0 ? clock : `${two(Math.floor(rest / 60))}:${two(rest % 60)}`, timeZone);
}

function instantOf(date: string, clock: string, timeZone: string): Instant | undefined {
  try {
    return zoneInstant(Temporal.PlainDate.from(date, { overflow: 'reject' }).toString(), clock, timeZone);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The same the other way: `2026-11-22 14:02`. */
export function momentText(at: Instant | null, timeZone: string): string {
  if (at === null) return '';
  const { date, clock } = zoneTime(at, timeZone);
  return `${date} ${clock}`;
}
