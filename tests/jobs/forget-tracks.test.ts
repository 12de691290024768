import { describe, expect, it } from 'vitest';
import { forgetTracks } from '../../jobs/forget-tracks.ts';
import { knownPerson } from '../db/samples.ts';
import { fakeClock } from '../support/clock.ts';
import { shiftAt, shiftOf } from '../support/shift-factory.ts';
import { eachEngine } from '../support/stores.ts';

const day = 86_400_000;

describe('the ways that people walked', () => {
  eachEngine((database) => {
    it('are forgotten after 24 hours, and not a moment before', async () => {
      const { store } = database;
      const shift = shiftOf();
      const person = await knownPerson(store);
      await store.transaction(async (tx) => {
        await tx.shifts.add({ shift, people: [], points: [] });
        for (const at of [shiftAt - 1, shiftAt, shiftAt + 60_000])
          await tx.shifts.addTrackPoint({ shiftId: shift.id, personId: person.id, at, lat: 28.9, lon: 120.05 });
      });
      const clock = fakeClock(shiftAt + day);
      const kept = async () => {
        await forgetTracks(store, clock);
        return (await store.read.shifts.track(shift.id)).map(({ at }) => at);
      };
      expect(await kept()).toEqual([shiftAt, shiftAt + 60_000]);
      await clock.advance(60_000);
      expect(await kept()).toEqual([shiftAt + 60_000]);
      await clock.advance(1);
      expect(await kept()).toEqual([]);
    });
  });
});
