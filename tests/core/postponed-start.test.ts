import { expect, it } from 'vitest';
import { postponedStart } from '../../core/postponed-start.ts';

const today = Temporal.PlainDate.from('2026-11-22');
const at = (time: string): number =>
  Temporal.PlainDateTime.from(time).toZonedDateTime('Asia/Shanghai').epochMilliseconds;
const newStart = (words: string, startsAt = '2026-11-22T21:00'): string | null => {
  const start = postponedStart(words, { startsAt: at(startsAt) }, today, 'Asia/Shanghai');
  return start === null
    ? null
    : Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({
        smallestUnit: 'minute',
      });
};

it.each([
  ['今晚推迟半小时', '2026-11-22T21:30'],
  ['今晚推迟一个半小时', '2026-11-22T22:30'],
  ['今晚往后推4个小时', '2026-11-23T01:00'],
  ['今晚巡逻延后到十点', '2026-11-22T22:00'],
  ['今晚推到22:30', '2026-11-22T22:30'],
  ['今晚推迟到十点半。', '2026-11-22T22:30'],
  ['今晚从9点推迟到10点', '2026-11-22T22:00'],
  ['今晚的班推迟到9点一刻', '2026-11-22T21:15'],
  ['今晚推到12点', '2026-11-23T00:00'],
  ['今晚推到一点半', '2026-11-23T01:30'],
  ['今晚推到明晚', '2026-11-23T21:00'],
  ['今晚推到明晚10点', '2026-11-23T22:00'],
  ['今晚顺延到周五', '2026-11-27T21:00'],
  ['delay the shift by half an hour', '2026-11-22T21:30'],
  ['move tonight to 22:30', '2026-11-22T22:30'],
  ['move the shift to Friday', '2026-11-27T21:00'],
  ['今晚推迟', null],
  ['今晚推到下半夜', null],
  ['今晚推到8点', null],
  ['今晚推迟一会儿', null],
])('%s begins at %s', (words, start) => {
  expect(newStart(words)).toBe(start);
});

it('in the morning ten is in the morning', () => {
  expect(newStart('明天推迟到10点', '2026-11-23T08:30')).toBe('2026-11-23T10:00');
});
