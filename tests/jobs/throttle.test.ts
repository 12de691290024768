import { expect, test } from 'vitest';
import type { RoomId } from '../../core/ids.ts';
import type { SendLimits } from '../../core/message.ts';
import { SlidingWindow } from '../../jobs/sliding-window.ts';
import { Throttle } from '../../jobs/throttle.ts';

const telegramLike: SendLimits = { perSecond: 30, perRoomPerSecond: 1, perGroupPerMinute: 20 };
const group = { id: 'group' as RoomId, kind: 'group' } as const;
const direct = { id: 'direct' as RoomId, kind: 'direct' } as const;

test('a window takes its number at once and the next when the first is old enough', () => {
  const window = new SlidingWindow(3, 1_000);
  for (const at of [0, 100, 200]) window.take(at);
  expect(window.free(300)).toBe(0);
  expect(window.freeAt(300)).toBe(1_000);
  expect(window.free(1_000)).toBe(1);
  expect(window.free(1_100)).toBe(2);
});

test('however calls are spread, no stretch of a second holds more than thirty', () => {
  const throttle = new Throttle(telegramLike, 'declared');
  const calls: number[] = [];
  for (let now = 0; now < 10_000; now += 7) {
    while (throttle.free('order', now) > 0) {
      throttle.take({ id: `room ${calls.length}` as RoomId, kind: 'direct' }, now);
      calls.push(now);
    }
  }
  for (const from of calls)
    expect(calls.filter((at) => at >= from && at < from + 1_000).length).toBeLessThanOrEqual(30);
  expect(calls.length).toBeGreaterThanOrEqual(0.95 * 300);
});

test('digests leave half of the rate to orders', () => {
  const throttle = new Throttle(telegramLike, 'declared');
  for (let i = 0; i < 15; i += 1) throttle.take({ id: `room ${i}` as RoomId, kind: 'direct' }, 0);
  expect(throttle.free('digest', 0)).toBe(0);
  expect(throttle.freeAt('digest', 0)).toBeGreaterThan(0);
  expect(throttle.free('order', 0)).toBe(15);
});

test('a room takes one message a second, and other rooms do not wait for it', () => {
  const throttle = new Throttle(telegramLike, 'declared');
  throttle.take(direct, 0);
  expect(throttle.roomFreeAt(direct, 'order', 500)).toBe(1_030);
  expect(throttle.roomFreeAt(group, 'order', 500)).toBe(500);
});

test('card edits use fourteen of a group’s twenty messages a minute; orders use the rest', () => {
  const throttle = new Throttle(telegramLike, 'declared');
  for (let i = 0; i < 14; i += 1) throttle.take(group, i * 1_100);
  const now = 14 * 1_100;
  expect(throttle.roomFreeAt(group, 'card', now)).toBe(60_030);
  expect(throttle.roomFreeAt(group, 'order', now)).toBe(now);
});

test('learned limits hold only after the platform refused a call for its rate', () => {
  const throttle = new Throttle(telegramLike, 'learned');
  for (let i = 0; i < 100; i += 1) throttle.take(direct, 0);
  expect(throttle.free('order', 0)).toBe(Infinity);
  expect(throttle.roomFreeAt(direct, 'order', 0)).toBe(0);
  throttle.refused(0);
  expect(throttle.free('order', 10)).toBe(0);
  expect(throttle.free('order', 1_030)).toBe(30);
  throttle.take(direct, 1_030);
  expect(throttle.roomFreeAt(direct, 'order', 1_040)).toBe(2_060);
  expect(throttle.free('order', 11 * 60_000)).toBe(Infinity);
});

test('a platform without limits is never waited for', () => {
  const throttle = new Throttle(
    { perSecond: Infinity, perRoomPerSecond: Infinity, perGroupPerMinute: Infinity },
    'declared',
  );
  for (let i = 0; i < 10_000; i += 1) throttle.take(group, 0);
  expect(throttle.free('digest', 0)).toBe(Infinity);
  expect(throttle.roomFreeAt(group, 'digest', 0)).toBe(0);
});
