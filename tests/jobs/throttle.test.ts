import { expect, test } from 'vitest';
import type { RoomId } from '../../core/ids.ts';
import type { SendLimits } from '../../core/message.ts';
import { SlidingWindow } from '../../jobs/sliding-window.ts';
import { Throttle } from '../../jobs/throttle.ts';

const telegramLike: SendLimits = { perSecond: 30, perRoomPerSecond: 1, perGroupPerMinute: 20 };
const group = { id: 'group' as RoomId, kind: 'group' } as const;
const direct = { id: 'direct' as RoomId, kind: 'direct' } as const;

/** A call that is answered at once. */
function call(throttle: Throttle, room: Parameters<Throttle['take']>[0], now: number): void {
  throttle.take(room, now)(now);
}

test('a window takes its number at once and the next when the first is old enough', () => {
  const window = new SlidingWindow(3, 1_000);
  for (const at of [0, 100, 200]) window.take({ at });
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
      call(throttle, { id: `room ${calls.length}` as RoomId, kind: 'direct' }, now);
      calls.push(now);
    }
  }
  for (const from of calls)
    expect(calls.filter((at) => at >= from && at < from + 1_000).length).toBeLessThanOrEqual(30);
  expect(calls.length).toBeGreaterThanOrEqual(0.95 * 300);
});

test('digests leave half of the rate to orders', () => {
  const throttle = new Throttle(telegramLike, 'declared');
  for (let i = 0; i < 15; i += 1) call(throttle, { id: `room ${i}` as RoomId, kind: 'direct' }, 0);
  expect(throttle.free('digest', 0)).toBe(0);
  expect(throttle.freeAt('digest', 0)).toBeGreaterThan(0);
  expect(throttle.free('order', 0)).toBe(15);
});

test('a room takes one message a second, and other rooms do not wait for it', () => {
  const throttle = new Throttle(telegramLike, 'declared');
  call(throttle, direct, 0);
  expect(throttle.roomFreeAt(direct, 'order', 500)).toBe(1_005);
  expect(throttle.roomFreeAt(group, 'order', 500)).toBe(500);
});

test('card edits use fourteen of a group’s twenty messages a minute; orders use the rest', () => {
  const throttle = new Throttle(telegramLike, 'declared');
  for (let i = 0; i < 14; i += 1) call(throttle, group, i * 1_100);
  const now = 14 * 1_100;
  expect(throttle.roomFreeAt(group, 'card', now)).toBe(60_005);
  expect(throttle.roomFreeAt(group, 'order', now)).toBe(now);
});

test('learned limits hold only after the platform refused a call for its rate', () => {
  const throttle = new Throttle(telegramLike, 'learned');
  for (let i = 0; i < 100; i += 1) call(throttle, direct, 0);
  expect(throttle.free('order', 0)).toBe(Infinity);
  expect(throttle.roomFreeAt(direct, 'order', 0)).toBe(0);
  throttle.refused(0);
  expect(throttle.free('order', 10)).toBe(0);
  expect(throttle.free('order', 1_005)).toBe(30);
  call(throttle, direct, 1_005);
  expect(throttle.roomFreeAt(direct, 'order', 1_040)).toBe(2_010);
  expect(throttle.free('order', 11 * 60_000)).toBe(Infinity);
});

test('a platform without limits is never waited for', () => {
  const throttle = new Throttle(
    { perSecond: Infinity, perRoomPerSecond: Infinity, perGroupPerMinute: Infinity },
    'declared',
  );
  for (let i = 0; i < 10_000; i += 1) call(throttle, group, 0);
  expect(throttle.free('digest', 0)).toBe(Infinity);
  expect(throttle.roomFreeAt(group, 'digest', 0)).toBe(0);
});

test('a call counts from its answer, for nobody knows when it arrived; one that hangs holds nothing up for long', () => {
  const throttle = new Throttle(telegramLike, 'declared');
  const ends = throttle.take(direct, 0);
  expect(throttle.roomFreeAt(direct, 'order', 10)).toBe(1_055);
  ends(20);
  expect(throttle.roomFreeAt(direct, 'order', 20)).toBe(1_025);
  throttle.take(group, 0);
  expect(throttle.roomFreeAt(group, 'order', 5_000)).toBe(5_000);
});
