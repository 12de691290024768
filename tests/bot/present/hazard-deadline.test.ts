import { describe, expect, it } from 'vitest';
import { deadlineWords, standingOf } from '../../../bot/present/hazard-deadline.ts';
import { textsIn } from '../../../bot/texts/texts-in.ts';
import { zoneInstant, type DeadlineTerms } from '../../../core/deadline.ts';
import type { Hazard } from '../../../core/hazard.ts';
import type { Language } from '../../../core/message.ts';
import { hazardAt } from '../../support/hazard-factory.ts';
import { dueIn, usualDeadlines } from '../../support/hazard-view.ts';

const at = (date: string, clock = '10:00'): number => zoneInstant(date, clock, 'Asia/Shanghai');

function words(
  terms: Partial<DeadlineTerms>,
  now: number,
  { language = 'zh', ...more }: Partial<Hazard> & { language?: Language } = {},
): string {
  const hazard = { state: 'accepted' as const, ...dueIn(terms), ...more };
  return deadlineWords(hazard, usualDeadlines, { texts: textsIn(language), now }) ?? '';
}

describe('a deadline in words', () => {
  it('says from when it counts, how many working days, and which days did not count', () => {
    expect(words({}, at('2026-12-02'))).toBe(
      '期限 11月30日17:30：11月23日起 5 个工作日（当天不算），其间 11月28、29日是周末；已逾期 2 个工作日',
    );
    expect(words({}, at('2026-12-02'), { language: 'en' })).toBe(
      'Due 30 Nov 17:30: 5 working days after 23 Nov, not counting the weekend (28 and 29 Nov); 2 working days late',
    );
  });

  it.each([
    ['2026-11-25', '还有 3 个工作日到期'],
    ['2026-11-29', '还有 1 个工作日到期'],
    ['2026-11-30', '今天到期'],
    ['2026-12-01', '已逾期 1 个工作日'],
    ['2026-12-05', '已逾期 4 个工作日'],
  ])('stands on %s as people count it', (date, standing) => {
    expect(words({}, at(date)).split('；')[1]).toBe(standing);
  });

  it('is past in the evening of its day, although no working day has gone by', () => {
    expect(words({}, at('2026-11-30', '18:00'))).toMatch(/；已过期限$/);
  });

  it('names holidays, and weekends that people worked for them', () => {
    const spring = { startAt: at('2026-02-12'), given: { unit: 'working_days' as const, count: 4 } };
    expect(words(spring, at('2026-02-13'))).toBe(
      '期限 2月25日17:30：2月12日起 4 个工作日（当天不算），其间 2月14日春节调休上班，要算，2月15日至23日是春节；还有 3 个工作日到期',
    );
    expect(words(spring, at('2026-02-13'), { language: 'en' })).toContain(
      'not counting the holiday 春节 (15 to 23 Feb)',
    );
  });

  it('counts many weekends instead of listing them', () => {
    const long = { given: { unit: 'working_days' as const, count: 40 } };
    expect(words(long, at('2026-11-24'))).toContain('有 16 天是周末');
  });

  it('adds what was granted, and leaves out days on which the clock stood', () => {
    const later = words(
      {
        extensions: [{ why: 'granted', days: 3, reason: '等配件', byId: null, at: hazardAt }],
        pauses: [{ why: 'asked', from: at('2026-11-24', '09:00'), to: at('2026-11-25', '18:00'), reason: '台风' }],
      },
      at('2026-11-26'),
    );
    expect(later).toContain('5 个工作日（当天不算），加延期 3 个工作日');
    expect(later).toContain('11月24、25日停过表，不算');
  });

  it('says that the clock stands, why, and no date', () => {
    const stopped = words(
      { pauses: [{ why: 'asked', from: at('2026-11-24'), to: null, reason: '台风' }] },
      at('2026-11-25'),
      { dueAt: null },
    );
    expect(stopped).toBe('期限：11月23日起 5 个工作日（当天不算）；计时先停着（台风），恢复后接着算');
  });

  it('on the spot counts in hours, around the clock', () => {
    const spot = { startAt: at('2026-11-27', '16:00'), given: { unit: 'hours' as const, count: 24 } };
    expect(words(spot, at('2026-11-28', '12:30'))).toBe(
      '期限 11月28日16:00：11月27日16:00起 24 小时；还有 3小时30分到期',
    );
    expect(words(spot, at('2026-11-28', '18:00'))).toMatch(/；已逾期 2小时$/);
  });

  it('is nothing before somebody has it', () => {
    const none = { state: 'reported', terms: null, deadline: null, dueAt: null } as const;
    expect(deadlineWords(none, usualDeadlines, { texts: textsIn('zh'), now: hazardAt })).toBeNull();
    expect(standingOf(none, usualDeadlines, hazardAt)).toBeNull();
  });
});
