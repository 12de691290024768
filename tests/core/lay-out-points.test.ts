import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { PlaceId, ShiftId } from '../../core/ids.ts';
import { layOutPoints, type RouteShift } from '../../core/lay-out-points.ts';
import type { ShiftPoint } from '../../core/shift.ts';
import { routeSchema } from '../../core/zone/patrol-rules.ts';

const shanghai = 'Asia/Shanghai';
const at = (local: string, timeZone = shanghai): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;
const night: RouteShift = { id: 'S1' as ShiftId, startsAt: at('2026-11-22T20:00'), endsAt: at('2026-11-23T02:00') };
const places = new Map(
  Array.from({ length: 30 }, (_, i) => [`P${i + 1}`, { id: `id${i + 1}` as PlaceId, name: `点${i + 1}` }] as const),
);

function points(
  list: z.input<typeof routeSchema>['points'],
  { order = 'fixed', shift = night, seed = 'seed', timeZone = shanghai } = {},
): ShiftPoint[] {
  return layOutPoints(
    routeSchema.parse({ code: 'R', name: '线路', order, points: list }),
    shift,
    places,
    timeZone,
    seed,
  );
}
const all = [...places.keys()].map((place) => ({ place }));
const order = (list: readonly ShiftPoint[]): string[] => list.map(({ name }) => name);

describe('a route of a shift', () => {
  it('has its points in order, open until the shift ends', () => {
    expect(points([{ place: 'P1', proof: true, task: '看门锁' }, { place: 'P2' }])).toEqual([
      {
        shiftId: 'S1',
        n: 1,
        placeId: 'id1',
        name: '点1',
        state: 'open',
        notBeforeAt: null,
        dueAt: night.endsAt,
        proof: true,
        task: '看门锁',
        askedAt: null,
        toldAt: null,
        why: '',
      },
      expect.objectContaining({ n: 2, placeId: 'id2', proof: false, task: '' }),
    ]);
  });

  it('takes a time of day before its beginning for the next day’s', () => {
    const [early, late] = points([
      { place: 'P1', notBefore: '20:30', by: '22:00' },
      { place: 'P2', notBefore: '00:30', by: '01:15' },
    ]);
    expect([early?.notBeforeAt, early?.dueAt]).toEqual([at('2026-11-22T20:30'), at('2026-11-22T22:00')]);
    expect([late?.notBeforeAt, late?.dueAt]).toEqual([at('2026-11-23T00:30'), at('2026-11-23T01:15')]);
  });

  it('never has a window beyond its end', () => {
    const [late, never, begin] = points([
      { place: 'P1', by: '05:00' },
      { place: 'P2', notBefore: '12:00' },
      { place: 'P3', notBefore: '20:00', by: '20:00' },
    ]);
    expect(late?.dueAt).toBe(night.endsAt);
    expect([never?.notBeforeAt, never?.dueAt]).toEqual([null, night.endsAt]);
    expect([begin?.notBeforeAt, begin?.dueAt]).toEqual([night.startsAt, night.startsAt]);
  });

  it('reads times of day on the clocks that are put back that night', () => {
    const timeZone = 'Europe/Berlin';
    const shift = {
      id: 'S1' as ShiftId,
      startsAt: at('2026-10-24T22:00', timeZone),
      endsAt: at('2026-10-25T04:00', timeZone),
    };
    const [point] = points([{ place: 'P1', by: '03:30' }], { shift, timeZone });
    expect(point?.dueAt).toBe(at('2026-10-25T03:30', timeZone));
    expect((point!.dueAt - shift.startsAt) / 3_600_000).toBe(6.5);
  });

  it('keeps the name of a place that is no longer there', () => {
    const gone = layOutPoints(
      routeSchema.parse({ code: 'R', name: '线路', points: [{ place: 'P1' }, { place: 'P2' }] }),
      night,
      new Map([['P1', { id: null, name: '老祠堂' }]]),
      shanghai,
      'seed',
    );
    expect(gone.map(({ placeId, name }) => [placeId, name])).toEqual([
      [null, '老祠堂'],
      [null, 'P2'],
    ]);
  });
});

describe('a random order', () => {
  it('stays for the same seed, and is another for another', () => {
    const one = order(points(all, { order: 'random' }));
    expect(order(points(all, { order: 'random' }))).toEqual(one);
    expect(order(points(all, { order: 'random', seed: 'another' }))).not.toEqual(one);
    expect([...one].sort()).toEqual([...order(points(all))].sort());
    expect(points(all, { order: 'random' }).map(({ n }) => n)).toEqual(all.map((_, i) => i + 1));
  });

  it('begins with nearly any point', () => {
    const firsts = new Set(
      Array.from({ length: 200 }, (_, i) => order(points(all, { order: 'random', seed: `${i}` }))[0]),
    );
    expect(firsts.size).toBeGreaterThan(25);
  });

  it('has what is due early early, and what must wait late', () => {
    for (let i = 0; i < 50; i += 1) {
      const list = points([{ place: 'P1', notBefore: '01:00' }, { place: 'P2' }, { place: 'P3', by: '20:30' }], {
        order: 'random',
        seed: `${i}`,
      });
      expect(order(list).indexOf('点3')).toBeLessThan(order(list).indexOf('点1'));
    }
  });
});
