import type { ShiftView } from './ports/shifts.ts';
import { dayWords, saidDay, smallHours } from './said-day.ts';
import { shiftsCalled } from './shifts-called.ts';
import { zoneDate, zoneTime } from './zone-time.ts';

/** What is said of shifts, and on which of the zone's days. */
export interface SaidOfShifts {
  text: string;
  today: Temporal.PlainDate;
  timeZone: string;
}

const hourMs = 3_600_000;
const duskHour = 17;
const anyDay = new RegExp(dayWords, 'giu');
/** 昨天下半夜没睡好: of what is over, and of no shift to come. */
const past = /(?:昨|前[天晚]|\blast night\b|\byesterday\b)[^,，。;；\s]*/giu;
/** Between days that belong together, 今晚、明晚下半夜: what calls the shift stands behind the last of them. */
const joins = /^(?:晚上?|夜里?|的|和|跟|与|及|到|至|\b(?:and|to)\b|[\s,，、~～-])*$/iu;
const atNight = /[今明后天号日一二三四五六](?:的|当)?[晚夜]|\b(?:to)?night\b|\bevening\b/iu;
const byDay = /白天|早上|上午|下午|\b(?:morning|afternoon|daytime)\b/iu;
const whole = /[两二2三3]个?班(?!车|次)|所有的?班|\bboth shifts\b/iu;

/**
 * All shifts of a day that words are about: those that they call, 下半夜 or 11点到2点那班; with none called each of that day, or of its
 * night where only the night is named. What begins in the small hours is of the night before.
 * @param views by their beginning
 * @param date ISO
 */
export function shiftsOfDay(views: readonly ShiftView[], date: string, said: SaidOfShifts): ShiftView[] {
  return amongDay(onDay(views, date, said.timeZone), wordsOfDay(said, date), said.timeZone);
}

/** Where no day is named: the next that they call, or the next of all; 两个班 is each of its day. */
export function nextShifts(views: readonly ShiftView[], { text, timeZone }: SaidOfShifts): ShiftView[] {
  const words = text.normalize('NFKC').replaceAll(past, ' ');
  const nights = [...new Set(views.map((view) => nightOf(view, timeZone)))].map((night) =>
    views.filter((view) => nightOf(view, timeZone) === night),
  );
  if (whole.test(words)) return nights[0] ?? [];
  const called = nights.map((night) => shiftsCalled(night, words, timeZone)).find((found) => found.length > 0);
  return (called ?? views).slice(0, 1);
}

function amongDay(views: readonly ShiftView[], words: string, timeZone: string): ShiftView[] {
  const called = shiftsCalled(views, words, timeZone);
  if (called.length > 0) return called;
  const isNightly = ({ shift }: ShiftView): boolean => {
    const hour = Number(zoneTime(shift.startsAt, timeZone).clock.slice(0, 2));
    return hour >= duskHour || hour < smallHours;
  };
  // A round of a week is of no single day, where there is something else that day.
  const ofOneDay = some(views, ({ shift }) => shift.endsAt - shift.startsAt <= 24 * hourMs);
  if (atNight.test(words) === byDay.test(words)) return ofOneDay;
  return some(ofOneDay, (view) => isNightly(view) === atNight.test(words));
}

/** Those that are so, or all of them where none is. */
function some(views: readonly ShiftView[], is: (view: ShiftView) => boolean): ShiftView[] {
  const found = views.filter(is);
  return found.length > 0 ? found : [...views];
}

function onDay(views: readonly ShiftView[], date: string, timeZone: string): ShiftView[] {
  const begun = views.filter(({ shift }) => shift.date === date);
  const asSaid = views.filter((view) => nightOf(view, timeZone) === date);
  return begun.length === 0 || begun.some((view) => asSaid.includes(view)) ? asSaid : begun;
}

/** The day of a shift, as people say it. */
function nightOf({ shift }: ShiftView, timeZone: string): string {
  return zoneDate(shift.startsAt - smallHours * hourMs, timeZone);
}

/**
 * The words that belong to one of the days that are named, as in 今晚上半夜换明晚下半夜. What stands before the first day belongs to it, and to
 * a day that is not written out (24号到26号下半夜) all words do.
 */
function wordsOfDay({ text, today }: SaidOfShifts, date: string): string {
  const words = text.normalize('NFKC').replaceAll(past, ' ');
  const days = [...words.matchAll(anyDay)];
  const at = days.findIndex(([day]) => saidDay(day, today)?.toString() === date);
  if (at < 0) return words;
  const from = at === 0 ? 0 : days[at]?.index;
  const next = days
    .slice(at + 1)
    .find(
      ({ index }, i) => !joins.test(words.slice((days[at + i]?.index ?? 0) + (days[at + i]?.[0].length ?? 0), index)),
    );
  return words.slice(from, next?.index);
}
