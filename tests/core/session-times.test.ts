import { describe, expect, it } from 'vitest';
import { saidTimes } from '../../core/session-times.ts';

const shanghai = 'Asia/Shanghai';
/** Sunday, 22 November 2026, 20:00 in Shanghai. */
const sunday = Date.UTC(2026, 10, 22, 12);

/** The times as the zone's clocks show them: `11-25 15:00`. */
function read(words: string, now = sunday, timeZone = shanghai): string[] {
  return saidTimes(words, now, timeZone).times.map((at) => {
    const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
    return `${shown.toPlainDate().toString().slice(5)} ${shown.toPlainTime().toString().slice(0, 5)}`;
  });
}

describe('times that a mediator proposes', () => {
  it.each([
    ['周三下午3点或者周四上午10点', ['11-25 15:00', '11-26 10:00']],
    ['明天下午3点、4点半', ['11-23 15:00', '11-23 16:30']],
    ['28号 14:30', ['11-28 14:30']],
    ['11月28日下午两点半', ['11-28 14:30']],
    ['12/1 9:30', ['12-01 09:30']],
    ['2026-12-01 15:00', ['12-01 15:00']],
    ['2027年1月5日下午2点', ['01-05 14:00']],
    ['周三或周四下午3点', ['11-25 15:00', '11-26 15:00']],
    ['周三，周四，周五都是下午2点', ['11-25 14:00', '11-26 14:00', '11-27 14:00']],
    ['周四上午十点二十 或者 周三下午三点一刻', ['11-25 15:15', '11-26 10:20']],
    ['下周一9点或9点半', ['11-23 09:00', '11-23 09:30']],
    ['下下周三9点', ['12-02 09:00']],
    ['下周三上午9点或者周四下午两点', ['11-25 09:00', '11-26 14:00']],
    ['next Wednesday at 10 am or Friday at 3 pm', ['11-25 10:00', '11-27 15:00']],
    ['明晚7点', ['11-23 19:00']],
    ['后天8点', ['11-24 08:00']],
    ['周三中午', ['11-25 12:00']],
    ['能不能明天下午3点到调解室 我请好假了', ['11-23 15:00']],
    ['Wednesday 3pm or Thursday 10am', ['11-25 15:00', '11-26 10:00']],
    ['next Friday at 4 pm or 5:30 pm', ['11-27 16:00', '11-27 17:30']],
    ['tomorrow noon', ['11-23 12:00']],
    ['Wed 3 pm, Thu 9:30 am', ['11-25 15:00', '11-26 09:30']],
    ['Weds 3pm', ['11-25 15:00']],
    ['Fri 27 Nov 17:00', ['11-27 17:00']],
    ['Nov 25 3pm or 26th of November at 10 am', ['11-25 15:00', '11-26 10:00']],
    ['Wednesday afternoon at 3', ['11-25 15:00']],
    ['1 March at 10', []],
    ['M-2611-0042 周三15:00', ['11-25 15:00']],
    ['周三下午3点，周三15:00', ['11-25 15:00']],
  ] as [string, string[]][])('%s', (words, times) => {
    expect(read(words)).toEqual(times);
  });

  it('takes an hour without a part of the day as one of the working day', () => {
    expect(read('周五3点')).toEqual(['11-27 15:00']);
    expect(read('周五9点')).toEqual(['11-27 09:00']);
    expect(read('周五07:00')).toEqual(['11-27 07:00']);
    expect(read('周五12点')).toEqual(['11-27 12:00']);
  });

  it('takes an end as how long it lasts, not as a second choice', () => {
    expect(saidTimes('周三下午3点到5点', sunday, shanghai)).toMatchObject({ times: { length: 1 }, minutes: 120 });
    expect(read('周三14:00-16:30')).toEqual(['11-25 14:00']);
    expect(saidTimes('Wed 3 to 5 pm', sunday, shanghai)).toMatchObject({ times: { length: 1 }, minutes: 120 });
  });

  it('takes a weekday whose time is over today for the one to come', () => {
    expect(read('周日下午3点')).toEqual(['11-29 15:00']);
    expect(read('周日晚上9点')).toEqual(['11-22 21:00']);
  });

  it('takes a second weekday as one of the week that the first names, where it comes later in it', () => {
    const monday = Date.UTC(2026, 10, 23, 2);
    expect(read('下周一上午9点或者周二下午两点', monday)).toEqual(['11-30 09:00', '12-01 14:00']);
    expect(read('next Monday 9am or Tuesday 2pm', monday)).toEqual(['11-30 09:00', '12-01 14:00']);
    expect(read('下周五上午9点或者周二下午两点', monday)).toEqual(['11-24 14:00', '12-04 09:00']);
  });

  it('takes a time without any day as the next one', () => {
    expect(read('3点')).toEqual(['11-23 15:00']);
    expect(read('晚上9点')).toEqual(['11-22 21:00']);
  });

  it.each([
    ['今天下午3点', 'past'],
    ['2026-11-20 10:00', 'past'],
    ['11月20日10点', 'far'],
    ['2月30日上午10点', 'no_such_time'],
    ['11月31号上午9点', 'no_such_time'],
    ['周五25点', 'no_such_time'],
    ['周五晚上12点', 'no_such_time'],
  ] as const)('cannot keep %s: %s', (words, why) => {
    const said = saidTimes(words, sunday, shanghai);
    expect(said.times).toEqual([]);
    expect(said.refused.map((one) => one.why)).toEqual([why]);
  });

  it('keeps what can be kept beside what cannot', () => {
    const said = saidTimes('今天下午3点或者周三下午3点', sunday, shanghai);
    expect(said.times).toHaveLength(1);
    expect(said.refused).toEqual([{ words: '今天下午3点', why: 'past' }]);
  });

  it.each(['', '好的', '约周三上午 或 周四下午 都行', '六千多', 'M-2611-0042', '3.5万'])(
    'finds none in %s',
    (words) => {
      expect(saidTimes(words, sunday, shanghai)).toEqual({ times: [], refused: [], minutes: null });
    },
  );

  it('knows 29 February in a leap year, and that there is none in others', () => {
    const january = Date.UTC(2028, 0, 20, 2);
    expect(read('2月29日上午10点', january)).toEqual(['02-29 10:00']);
    expect(saidTimes('2月29日上午10点', Date.UTC(2027, 0, 20, 2), shanghai).refused).toMatchObject([{ why: 'far' }]);
  });

  it('refuses a time that the clocks skip, and takes the first of two that they show twice', () => {
    const berlin = 'Europe/Berlin';
    expect(saidTimes('3月29日凌晨2:30', Date.UTC(2026, 2, 20), berlin)).toMatchObject({
      times: [],
      refused: [{ why: 'no_such_time' }],
    });
    const [twice] = saidTimes('10月25日凌晨2:30', Date.UTC(2026, 9, 20), berlin).times;
    expect(twice).toBe(Date.UTC(2026, 9, 25, 0, 30));
    const [after] = saidTimes('3月29日上午10点', Date.UTC(2026, 2, 28, 12), berlin).times;
    expect(after).toBe(Date.UTC(2026, 2, 29, 8));
  });

  it('takes any text without a throw, and never a time that is over', () => {
    for (const words of [
      '点'.repeat(500),
      '周三'.repeat(300),
      '3点'.repeat(400),
      '99月99日99点99分',
      '：：：',
      '00:00',
    ]) {
      for (const at of saidTimes(words, sunday, shanghai).times) expect(at).toBeGreaterThan(sunday);
    }
  });
});
