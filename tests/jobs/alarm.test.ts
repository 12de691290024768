import { expect, test, vi } from 'vitest';
import { wallClock } from '../../core/clock.ts';
import { wallAlarm } from '../../jobs/alarm.ts';
import { fakeClock } from '../support/clock.ts';

test('the machine’s alarm rings once, not before its instant', async () => {
  const alarm = wallAlarm(wallClock);
  const at = alarm.now() + 30;
  const rangAt = await new Promise<number>((resolve) => alarm.ring(at, () => resolve(alarm.now())));
  expect(rangAt).toBeGreaterThanOrEqual(at);
  expect(rangAt).toBeLessThan(at + 500);
});

test('an alarm that was called off does not ring', async () => {
  const alarm = wallAlarm(wallClock);
  const rang = vi.fn();
  alarm.ring(alarm.now() + 5, rang)();
  await new Promise<void>((resolve) => alarm.ring(alarm.now() + 30, resolve));
  expect(rang).not.toHaveBeenCalled();
});

test('an alarm a year away is set without ringing at once', () => {
  vi.useFakeTimers({ now: 0 });
  try {
    const rang = vi.fn();
    wallAlarm({ now: () => vi.getMockedSystemTime()?.getTime() ?? 0 }).ring(365 * 86_400_000, rang);
    vi.advanceTimersByTime(364 * 86_400_000);
    expect(rang).not.toHaveBeenCalled();
    vi.advanceTimersByTime(86_400_000);
    expect(rang).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});

test('the tests’ clock stands still until it is moved, and rings in order on the way', async () => {
  const clock = fakeClock(0);
  const rings: string[] = [];
  clock.ring(200, () => rings.push(`second at ${clock.now()}`));
  clock.ring(100, () => {
    rings.push(`first at ${clock.now()}`);
    clock.ring(150, () => rings.push(`set on the way at ${clock.now()}`));
  });
  const callOff = clock.ring(120, () => rings.push('called off'));
  callOff();
  await clock.advance(199);
  expect(rings).toEqual(['first at 100', 'set on the way at 150']);
  await clock.advance(1);
  expect(rings.at(-1)).toBe('second at 200');
  expect(clock.waiting()).toBe(0);
});
