import { describe, expect, test } from 'vitest';
import { placeOf, planOf } from '../support/incident-factory.ts';
import { eachEngine } from '../support/stores.ts';

describe('places and plans', () => {
  eachEngine((database) => {
    test('a place is found by id and code; a closed one is not listed', async () => {
      const { store } = database;
      const factory = placeOf({ aliases: ['恒达', '五金厂'], details: { tags: ['spraying'], colour: 'red' } });
      const village = placeOf({ code: 'C-01', kind: 'village', position: null });
      const closed = placeOf({ code: 'C-02', active: false });
      await store.transaction(async (tx) => {
        for (const place of [factory, village, closed]) await tx.places.put(place);
      });
      expect(await store.read.places.byId(factory.id)).toEqual(factory);
      expect(await store.read.places.byCode('C-02')).toEqual(closed);
      expect(await store.read.places.byCode('C-03')).toBeNull();
      expect(await store.read.places.all()).toEqual([village, factory]);
      const moved = placeOf({ ...village, position: { lat: 28.9, lon: 120 } });
      await store.transaction((tx) => tx.places.put(moved));
      expect(await store.read.places.byId(village.id)).toEqual(moved);
    });

    test('a plan is kept whole and can change', async () => {
      const { store } = database;
      const plan = planOf({ warnPlaces: ['QY-0217'], level: 'large' as never });
      await store.transaction((tx) => tx.places.putPlan(plan));
      expect(await store.read.places.plans()).toEqual([plan]);
      const changed = { ...plan, kind: null, level: null, active: false };
      await store.transaction((tx) => tx.places.putPlan(changed));
      expect(await store.read.places.plans()).toEqual([changed]);
    });
  });
});
