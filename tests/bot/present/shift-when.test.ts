import { describe, expect, it } from 'vitest';
import { hoursOf, shiftNamed, whenOf } from '../../../bot/present/shift-when.ts';
import type { Presenting } from '../../../bot/present/presenting.ts';
import { textsIn } from '../../../bot/texts/texts-in.ts';
import type { Language } from '../../../core/message.ts';
import { plainLinks } from '../../support/render-world.ts';

const zone = 'Asia/Shanghai';
const at = (local: string, timeZone = zone): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;
const hour = 3_600_000;

/** Said on Monday, 23 November 2026, at 17:30, unless said otherwise. */
const standing = (language: Language = 'zh', now = at('2026-11-23T17:30'), timeZone = zone): Presenting => ({
  texts: textsIn(language),
  timeZone,
  now,
  links: plainLinks,
  brief: false,
  direct: false,
});
const said = (from: string, hours: number, presenting = standing()): string =>
  whenOf({ startsAt: at(from), endsAt: at(from) + hours * hour }, presenting);

describe('when a shift is', () => {
  it.each([
    ['2026-11-23T20:00', '今晚 20:00–23:00'],
    ['2026-11-23T08:00', '今天 08:00–11:00'],
    ['2026-11-24T20:00', '明晚 20:00–23:00'],
    ['2026-11-24T01:00', '明天凌晨 01:00–04:00'],
    ['2026-11-24T09:00', '明天 09:00–12:00'],
    ['2026-11-25T20:00', '后天晚上 20:00–23:00'],
    ['2026-11-28T20:00', '周六晚上 20:00–23:00'],
    ['2026-11-29T09:00', '周日 09:00–12:00'],
    ['2026-11-30T20:00', '11月30日（周一）晚上 20:00–23:00'],
    ['2026-11-22T20:00', '昨晚 20:00–23:00'],
    ['2026-11-22T09:00', '昨天 09:00–12:00'],
  ])('%s is said as %s', (from, words) => {
    expect(said(from, 3)).toBe(words);
  });

  it.each([
    ['2026-11-23T20:00', 'tonight 20:00–23:00'],
    ['2026-11-24T20:00', 'tomorrow night 20:00–23:00'],
    ['2026-11-28T20:00', 'Saturday night 20:00–23:00'],
    ['2026-11-30T20:00', 'Mon 30 Nov 20:00–23:00'],
    ['2026-11-22T20:00', 'last night 20:00–23:00'],
  ])('%s is said in English as %s', (from, words) => {
    expect(said(from, 3, standing('en'))).toBe(words);
  });

  it('crosses midnight in words', () => {
    expect(said('2026-11-23T20:00', 6)).toBe('今晚 20:00–次日02:00');
    expect(said('2026-11-23T20:00', 6, standing('en'))).toBe('tonight 20:00–02:00 (next day)');
  });

  it('of a week names its first and last day', () => {
    expect(said('2026-11-23T08:00', 7 * 24)).toBe('11月23日–11月30日');
  });

  it('keeps to the clocks on the wall when they change', () => {
    const berlin = 'Europe/Berlin';
    // The clocks go back at 03:00 on 25 October 2026, so these are seven hours.
    const night = { startsAt: at('2026-10-24T20:00', berlin), endsAt: at('2026-10-25T02:00', berlin) + hour };
    const presenting = standing('zh', at('2026-10-24T17:00', berlin), berlin);
    expect(hoursOf(night, presenting)).toBe('20:00–次日02:00');
    expect(shiftNamed({ ...night, name: '东片夜巡' }, presenting)).toBe('今晚 20:00–次日02:00 东片夜巡');
  });
});
