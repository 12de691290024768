import { expect, it } from 'vitest';
import { saidInstant } from '../../core/said-time.ts';

const instant = (iso: string): number => Temporal.ZonedDateTime.from(iso).epochMilliseconds;
const shanghai = 'Asia/Shanghai';

it('is the last time that the clocks showed it', () => {
  const now = instant('2026-11-23T00:20[Asia/Shanghai]');
  expect(saidInstant('21:15', now, shanghai)).toBe(instant('2026-11-22T21:15[Asia/Shanghai]'));
  expect(saidInstant('00:05', now, shanghai)).toBe(instant('2026-11-23T00:05[Asia/Shanghai]'));
});

it('takes a watch that is some minutes ahead for what it is', () => {
  const now = instant('2026-11-22T23:58[Asia/Shanghai]');
  expect(saidInstant('00:02', now, shanghai)).toBe(instant('2026-11-23T00:02[Asia/Shanghai]'));
  expect(saidInstant('00:30', now, shanghai)).toBe(instant('2026-11-22T00:30[Asia/Shanghai]'));
});

it('where the clock is set back, is the later of the two that is past', () => {
  const berlin = (iso: string): number => instant(`${iso}[Europe/Berlin]`);
  const first = berlin('2026-10-25T02:30+02:00');
  const second = berlin('2026-10-25T02:30+01:00');
  expect(saidInstant('02:30', berlin('2026-10-25T02:45+02:00'), 'Europe/Berlin')).toBe(first);
  expect(saidInstant('02:30', berlin('2026-10-25T02:45+01:00'), 'Europe/Berlin')).toBe(second);
});

it.each(['24:00', '9:15', '', '12:60'])('%s is no time', (time) => {
  expect(saidInstant(time, 0, shanghai)).toBeNull();
});
