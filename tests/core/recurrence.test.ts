import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleFault, startsOf, type Starts } from '../../core/recurrence.ts';

const shanghai = 'Asia/Shanghai';
const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;

function starts(start: string, rule: string, days = 40, timeZone = shanghai): Extract<Starts, { ok: true }>['starts'] {
  const from = Temporal.PlainDate.from(start.slice(0, 10)).toZonedDateTime(timeZone).epochMilliseconds;
  const found = startsOf({ start, rule }, timeZone, from, from + days * 86_400_000, 1_000);
  if (!found.ok) throw new Error(JSON.stringify(found.fault));
  return found.starts;
}
const dates = (start: string, rule: string, days?: number): string[] =>
  starts(start, rule, days).map(({ date }) => date);
const fault = (start: string, rule: string): unknown => ruleFault({ start, rule }, shanghai);

describe('a duty’s rule', () => {
  it('comes every night at the same time of the zone, counted from its start', () => {
    expect(starts('2026-11-01T20:00', 'FREQ=DAILY', 3)).toEqual([
      { n: 0, date: '2026-11-01', at: at('2026-11-01T12:00Z') },
      { n: 1, date: '2026-11-02', at: at('2026-11-02T12:00Z') },
      { n: 2, date: '2026-11-03', at: at('2026-11-03T12:00Z') },
    ]);
  });

  it('keeps its count when it is asked from a later day', () => {
    const rule = { start: '2025-01-01T20:00', rule: 'FREQ=DAILY' };
    const from = at('2026-01-01T00:00+08:00');
    const found = startsOf(rule, shanghai, from, from + 2 * 86_400_000, 10);
    expect(found.ok && found.starts.map(({ n, date }) => [n, date])).toEqual([
      [365, '2026-01-01'],
      [366, '2026-01-02'],
    ]);
  });

  it('gives no more than it was asked for', () => {
    const rule = { start: '2026-11-01T20:00', rule: 'FREQ=DAILY' };
    const found = startsOf(rule, shanghai, at('2026-11-01T00:00Z'), at('2026-12-31T00:00Z'), 4);
    expect(found.ok && found.starts.length).toBe(4);
  });

  it('begins from the first instant to before the last', () => {
    const rule = { start: '2026-11-01T20:00', rule: 'FREQ=DAILY' };
    const found = startsOf(rule, shanghai, at('2026-11-02T12:00Z'), at('2026-11-03T12:00Z'), 9);
    expect(found.ok && found.starts.map(({ date }) => date)).toEqual(['2026-11-02']);
  });

  it.each([
    [
      '2026-11-02T20:00',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH',
      20,
      ['2026-11-02', '2026-11-05', '2026-11-16', '2026-11-19'],
    ],
    ['2026-11-28T09:00', 'RRULE:FREQ=WEEKLY', 15, ['2026-11-28', '2026-12-05', '2026-12-12']],
    ['2026-11-09T09:00', 'freq=monthly;byday=2mo,-1fr', 40, ['2026-11-09', '2026-11-27', '2026-12-14']],
    [
      '2026-11-30T09:00',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      70,
      ['2026-11-30', '2026-12-31', '2027-01-29'],
    ],
    ['2026-11-13T09:00', 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', 300, ['2026-11-13', '2027-08-13']],
    [
      '2026-07-04T09:00',
      'FREQ=WEEKLY;BYMONTH=7',
      380,
      ['2026-07-04', '2026-07-11', '2026-07-18', '2026-07-25', '2027-07-03', '2027-07-10', '2027-07-17'],
    ],
  ])('from %s by %s', (start, rule, days, expected) => {
    expect(dates(start, rule, days)).toEqual(expected);
  });

  it('passes over months that lack its day, and knows their last one', () => {
    expect(dates('2026-10-31T20:00', 'FREQ=MONTHLY', 160)).toEqual([
      '2026-10-31',
      '2026-12-31',
      '2027-01-31',
      '2027-03-31',
    ]);
    expect(dates('2026-10-31T20:00', 'FREQ=MONTHLY;BYMONTHDAY=-1', 125)).toEqual([
      '2026-10-31',
      '2026-11-30',
      '2026-12-31',
      '2027-01-31',
      '2027-02-28',
    ]);
  });

  it('has 29 February in leap years alone', () => {
    const expected = ['2028-02-29', '2032-02-29', '2036-02-29'];
    expect(dates('2028-02-29T20:00', 'FREQ=YEARLY', 3_000)).toEqual(expected);
    expect(dates('2028-02-29T20:00', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 3_000)).toEqual(expected);
    expect(dates('2028-02-29T20:00', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29', 3_000)).toEqual(expected);
  });

  it('ends with its count, and on the day that it names, in any way of writing it', () => {
    const two = ['2026-11-01', '2026-11-02'];
    expect(dates('2026-11-01T20:00', 'FREQ=DAILY;COUNT=2')).toEqual(two);
    expect(dates('2026-11-01T20:00', 'FREQ=DAILY;UNTIL=20261102')).toEqual(two);
    expect(dates('2026-11-01T20:00', 'FREQ=DAILY;UNTIL=20261103T195959')).toEqual(two);
    expect(dates('2026-11-01T20:00', 'FREQ=DAILY;UNTIL=20261102T120000Z')).toEqual(two);
    expect(dates('2026-11-01T20:00', 'FREQ=DAILY;UNTIL=20261102T115959Z')).toEqual(['2026-11-01']);
  });

  it('comes an hour later where the clocks skip its time, and once where it comes twice', () => {
    const berlin = (start: string): string[] =>
      starts(start, 'FREQ=DAILY', 3, 'Europe/Berlin').map((one) =>
        Temporal.Instant.fromEpochMilliseconds(one.at).toString(),
      );
    expect(berlin('2026-03-28T02:30')).toEqual([
      '2026-03-28T01:30:00Z',
      '2026-03-29T01:30:00Z',
      '2026-03-30T00:30:00Z',
    ]);
    expect(berlin('2026-10-24T02:30')).toEqual([
      '2026-10-24T00:30:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-26T01:30:00Z',
    ]);
  });

  it('has the days that counting by hand has', () => {
    const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_500 }),
        fc.integer({ min: 1, max: 4 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 0, maxLength: 4 }),
        (offset, interval, others) => {
          const start = Temporal.PlainDate.from('2026-01-01').add({ days: offset });
          const monday = start.subtract({ days: start.dayOfWeek - 1 });
          const on = new Set([start.dayOfWeek - 1, ...others]);
          const byHand = Array.from({ length: 60 }, (_, i) => start.add({ days: i })).filter(
            (day) => on.has(day.dayOfWeek - 1) && Math.floor(monday.until(day).days / 7) % interval === 0,
          );
          const rule = `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${[...on].map((i) => days[i]).join(',')}`;
          expect(dates(`${start.toString()}T20:00`, rule, 60)).toEqual(byHand.map(String));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a rule that is none', () => {
  it.each([
    '',
    'DAILY',
    'every day',
    'FREQ=',
    'FREQ=OFTEN',
    'FREQ=DAILY;',
    'FREQ=DAILY;FREQ=WEEKLY',
    'FREQ=DAILY;INTERVAL=0',
  ])('is not read: %s', (rule) => {
    expect(fault('2026-11-01T20:00', rule)).toEqual({ code: 'rule_unreadable' });
  });

  it.each([
    'FREQ=DAILY;COUNT=0',
    'FREQ=DAILY;COUNT=3;UNTIL=20270101',
    'FREQ=DAILY;UNTIL=2027',
    'FREQ=DAILY;UNTIL=20270231',
    'FREQ=DAILY;BYDAY=XX',
    'FREQ=DAILY;BYDAY=2MO',
    'FREQ=WEEKLY;BYMONTHDAY=3',
    'FREQ=DAILY;BYSETPOS=1',
    'FREQ=MONTHLY;BYMONTHDAY=40',
    'FREQ=MONTHLY;BYDAY=7SU',
  ])('contradicts itself: %s', (rule) => {
    expect(fault('2026-11-01T20:00', rule)).toEqual({ code: 'rule_unreadable' });
  });

  it.each(['FREQ=SECONDLY', 'FREQ=MINUTELY;INTERVAL=1440', 'FREQ=HOURLY', 'FREQ=DAILY;BYHOUR=8,20'])(
    'comes more than once a day: %s',
    (rule) => {
      expect(fault('2026-11-01T20:00', rule)).toEqual({ code: 'rule_too_dense' });
    },
  );

  it('has parts that mean nothing here', () => {
    expect(fault('2026-11-01T20:00', 'FREQ=YEARLY;BYWEEKNO=20')).toEqual({ code: 'rule_part', part: 'BYWEEKNO' });
    expect(fault('2026-11-01T20:00', 'FREQ=DAILY;INTERVALL=2')).toEqual({ code: 'rule_part', part: 'INTERVALL' });
  });

  it('comes too seldom to be a duty', () => {
    expect(fault('2026-02-01T20:00', 'FREQ=MONTHLY;INTERVAL=48;BYDAY=5MO')).toEqual({
      code: 'rule_too_sparse',
      max: 12,
    });
  });

  it.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTHDAY=0',
    'FREQ=DAILY;INTERVAL=7;BYDAY=MO',
  ])('never comes, and is found out in good time: %s', (rule) => {
    expect(fault('2026-11-01T20:00', rule)).toEqual({ code: 'rule_never' });
  });

  it('begins on a day that is not its own, and says which would be the first', () => {
    expect(fault('2026-11-01T20:00', 'FREQ=WEEKLY;BYDAY=SA')).toEqual({ code: 'rule_start', first: '2026-11-07' });
    expect(fault('2026-11-01T20:00', 'FREQ=DAILY;BYDAY=SA')).toEqual({ code: 'rule_start', first: '2026-11-07' });
  });

  it('is refused wherever it is asked', () => {
    expect(
      startsOf({ start: '2026-11-01T20:00', rule: 'FREQ=HOURLY' }, shanghai, 0, at('2027-01-01T00:00Z'), 9),
    ).toEqual({
      ok: false,
      fault: { code: 'rule_too_dense' },
    });
  });

  it('whatever somebody writes, an answer comes', () => {
    const part = fc.constantFrom(
      'FREQ=DAILY',
      'FREQ=WEEKLY',
      'FREQ=MONTHLY',
      'FREQ=YEARLY',
      'INTERVAL=12',
      'INTERVAL=3',
      'BYDAY=5MO',
      'BYDAY=MO,-1SU',
      'BYDAY=TU',
      'BYMONTHDAY=31',
      'BYMONTHDAY=-31,30',
      'BYMONTH=2',
      'BYMONTH=4,6',
      'BYSETPOS=5',
      'BYSETPOS=-2',
      'COUNT=3',
      'UNTIL=20270301',
      'WKST=SU',
      '!',
    );
    fc.assert(
      fc.property(fc.uniqueArray(part, { minLength: 1, maxLength: 5 }), (list) => {
        const found = startsOf(
          { start: '2026-11-30T20:00', rule: list.join(';') },
          shanghai,
          at('2026-11-01T00:00Z'),
          at('2028-11-01T00:00Z'),
          1_000,
        );
        if (found.ok) expect(new Set(found.starts.map(({ date }) => date)).size).toBe(found.starts.length);
      }),
      { numRuns: 300 },
    );
  }, 20_000);
});
