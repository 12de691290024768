import { describe, expect, test } from 'vitest';
import { decideColour } from '../../../handlers/place/decide-colour.ts';
import { routePlaceTap } from '../../../bot/route-place.ts';
import { eachEngine } from '../../support/stores.ts';
import { HazardWorld } from '../hazard/hazard-world.ts';

async function worldOf(store: HazardWorld['store']): Promise<HazardWorld> {
  const world = new HazardWorld(store);
  await world.begin();
  const works = world.placed('QY-0217');
  await store.transaction((tx) => tx.places.put({ ...works, details: { colour: 'yellow' } }));
  return world;
}

const told = { placeWords: '永固五金' };
const colourOf = (world: HazardWorld) => world.store.read.placeColours.of(world.placed('QY-0217').id);
const traceOf = async (world: HazardWorld): Promise<string[]> =>
  (await world.store.read.trace.of(`place:${world.placed('QY-0217').id}`)).map(({ what }) => what);

/** How many times the colour was shown to the command since it was last asked. */
async function cards(world: HazardWorld, room = '指挥群'): Promise<number> {
  return (await world.heard(room)).filter((kind) => kind === 'place_colour').length;
}

describe('an enterprise’s colour', () => {
  eachEngine((database) => {
    test('a major hazard is put before command and leader; one tap decides and the trace says who', async () => {
      const world = await worldOf(database.store);
      const id = await world.reported('张阿姨', told);
      expect(await colourOf(world)).toBeNull();
      await world.taps('值班', id, 'hazard_grade', 'major');
      const asked = await colourOf(world);
      expect(asked).toMatchObject({ colour: 'yellow', proposal: { from: 'yellow', colour: 'red', end: null } });
      expect(await cards(world)).toBe(1);
      expect(await cards(world, '领导')).toBe(1);

      const token = asked?.token ?? ('' as never);
      const tap = (who: string, verb: 'colour_accept' | 'colour_keep', value = 'red') =>
        world.run((work) => routePlaceTap(work, token, { person: world.of(who), verb, value }));
      expect(await tap('张阿姨', 'colour_accept')).toEqual({ kind: 'not_allowed' });
      expect(await tap('领导', 'colour_accept', 'orange')).toEqual({ kind: 'stale' });
      expect(await tap('领导', 'colour_accept')).toEqual({ kind: 'colour_set', code: 'QY-0217', colour: 'red' });
      expect(await tap('值班', 'colour_keep')).toMatchObject({ kind: 'colour_already', colour: 'red', by: '领导' });
      expect(await colourOf(world)).toMatchObject({ colour: 'red', proposal: { end: { how: 'accepted' } } });
      expect(await traceOf(world)).toEqual(['colour_proposed', 'colour_set']);
      expect(await cards(world)).toBe(1);
    });

    test('of two who tap at once one decides and the other hears who it was', async () => {
      const world = await worldOf(database.store);
      const id = await world.reported('张阿姨', told);
      await world.taps('值班', id, 'hazard_grade', 'major');
      const place = world.placed('QY-0217').id;
      const decide = (who: string, accept: boolean) =>
        world.store.transaction((tx) => decideColour(world.work(tx), place, world.of(who), { accept, colour: 'red' }));
      const results = await Promise.all([decide('领导', true), decide('值班', false)]);
      expect(results.map(({ kind }) => kind).sort()).toContain('colour_already');
      expect(await traceOf(world)).toHaveLength(2);
    });

    test('what was decided against is not asked again for the same hazard, and taken back when it proves ordinary', async () => {
      const world = await worldOf(database.store);
      const id = await world.reported('张阿姨', told);
      await world.taps('值班', id, 'hazard_grade', 'major');
      const place = world.placed('QY-0217').id;
      await world.run((work) => decideColour(work, place, world.of('值班'), { accept: false, colour: '' }));
      await world.later({ days: 2 });
      expect(await traceOf(world)).toEqual(['colour_proposed', 'colour_kept']);
      const other = await world.reported('李叔', { ...told, kinds: ['electrical'] });
      await world.taps('值班', other, 'hazard_grade', 'major');
      expect(await traceOf(world)).toEqual(['colour_proposed', 'colour_kept', 'colour_proposed']);
      await world.taps('值班', other, 'hazard_grade', 'ordinary');
      await world.taps('值班', id, 'hazard_grade', 'ordinary');
      expect(await traceOf(world)).toContain('colour_dropped');
      expect(await colourOf(world)).toMatchObject({ colour: 'yellow', proposal: { end: { how: 'dropped' } } });
    });

    test('what is overdue suggests one step up by itself, and thirty clean days the way back', async () => {
      const world = await worldOf(database.store);
      const id = await world.reported('张阿姨', told);
      await world.taps('值班', id, 'hazard_grade', 'ordinary');
      await world.later({ days: 12 });
      expect(await colourOf(world)).toMatchObject({ colour: 'yellow', proposal: { colour: 'orange' } });
      const place = world.placed('QY-0217').id;
      await world.run((work) => decideColour(work, place, world.of('领导'), { accept: true, colour: 'orange' }));
      await world.taps('值班', id, 'hazard_reject');
      await world.later({ days: 29 });
      expect(await colourOf(world)).toMatchObject({ colour: 'orange', proposal: { end: { how: 'accepted' } } });
      await world.later({ days: 2 });
      expect(await colourOf(world)).toMatchObject({ colour: 'orange', proposal: { colour: 'yellow', end: null } });
    });

    test('a village has no colour', async () => {
      const world = await worldOf(database.store);
      const id = await world.reported('张阿姨', { placeWords: '上桥村' });
      await world.taps('值班', id, 'hazard_grade', 'major');
      expect(await database.store.read.placeColours.of(world.placed('SQ').id)).toBeNull();
    });
  });
});
