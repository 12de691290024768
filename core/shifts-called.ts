import type { ShiftView } from './ports/shifts.ts';
import { numberOf } from './reading/numerals.ts';
import { smallHours } from './said-day.ts';
import { isCalled } from './shift-called.ts';
import { zoneTime } from './zone-time.ts';

const shift = '(?:那|这|的|个|一|趟|场|晚)*班';
const wish = '(?:的|[我俺])*(?:[请休告]|[来去上]不|不[来去上]|没法|换|调|取消|停)';
const hours = '(\\d{1,2}|[一二三四五六七八九十]{1,3})(?:[:：](\\d{2})|[点时](半)?)';
/** 11点到2点那班, 23:00请假, 8点的班; 加班到11点 and 8点才下班 name none. */
const times = new RegExp(
  `(?<![到至过\\d:~～-])${hours}钟?(?:(?:到|至|[-–~～])(?:次日|第二天|凌晨)?${hours})?(?:以?后)?(?:开始)?\\s?(?:${shift}|${wish})`,
  'u',
);
const englishTimes =
  /\b(\d{1,2})(?::(\d{2}))?\s*([ap])?\.?m?\.?(?:\s*[-–]\s*\d{1,2}\s*[ap]?\.?m?\.?)?\s+(?:shift|patrol)\b/iu;
const smallOnes = new RegExp(
  `(?:凌晨|(?<![上下前后])半夜|零点)(?:以?后)?(?:${shift}|${wish})|\\bafter midnight\\b`,
  'iu',
);
const first = new RegExp(
  `[上前]半[夜晚]|早班|(?:第[一1]|头|前面|早)${shift}|\\b(?:first|early|earlier) (?:half|shift|one)\\b`,
  'iu',
);
const last = new RegExp(
  `[下后]半[夜晚]|[晚夜]班|(?:第[二2]|后面|(?<![今明天后号])晚)${shift}|\\b(?:second|late|later) (?:half|shift|one)\\b`,
  'iu',
);

/**
 * Those of several shifts of a day that words call: by a name, by when they begin, or by their place among the others, as 下半夜,
 * 11点到2点那班, 后面那个班. [] none is called.
 * @param views by their beginning
 */
export function shiftsCalled(views: readonly ShiftView[], words: string, timeZone: string): ShiftView[] {
  const said = words.normalize('NFKC').toLowerCase();
  const ways = [
    views.filter(({ shift: one }) => isCalled(one, said)),
    byTime(views, said, timeZone),
    views.filter((view) => smallOnes.test(said) && isInSmallHours(view, timeZone)),
    first.test(said) === last.test(said) ? [] : views.slice(...(first.test(said) ? [0, 1] : [-1])),
  ];
  return ways.find((found) => found.length > 0 && found.length < views.length) ?? ways[0] ?? [];
}

function byTime(views: readonly ShiftView[], said: string, timeZone: string): ShiftView[] {
  const [, from, minutes = '00', half, to] = times.exec(said) ?? [];
  const [, hour, minute = '00', mark] = englishTimes.exec(said) ?? [];
  const begins = from ?? hour;
  if (begins === undefined) return [];
  const at = from === undefined ? minute : half === undefined ? minutes : '30';
  return views.filter(({ shift: { startsAt, endsAt } }) => {
    const [start, end] = [zoneTime(startsAt, timeZone).clock, zoneTime(endsAt, timeZone).clock];
    const isHalf = mark === undefined || (mark === 'p') === Number(start.slice(0, 2)) >= 12;
    return isSameHour(start, begins) && start.endsWith(at) && isHalf && (to === undefined || isSameHour(end, to));
  });
}

/** 8点 and 20:00 are the same to whoever speaks of the evening. */
function isSameHour(time: string, words: string): boolean {
  const said = numberOf(words)?.value ?? -1;
  const hour = Number(time.slice(0, 2));
  return said > 12 ? said % 24 === hour : said % 12 === hour % 12;
}

/** Whether it goes on after midnight, or begins then. */
function isInSmallHours({ shift: { startsAt, endsAt } }: ShiftView, timeZone: string): boolean {
  const [begun, over] = [startsAt, endsAt - 1].map((at) => zoneTime(at, timeZone));
  return Number(begun?.clock.slice(0, 2)) < smallHours || begun?.date !== over?.date;
}
