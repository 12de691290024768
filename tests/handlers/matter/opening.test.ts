import { beforeEach, describe, expect, it } from 'vitest';
import type { MatterId } from '../../../core/ids.ts';
import type { MatterVerb } from '../../../core/matter-verb.ts';
import type { Opening } from '../../../core/matter.ts';
import type { MatterResult } from '../../../core/private-notice.ts';
import { takeOpeningTap } from '../../../handlers/matter/take-matter-tap.ts';
import { eachEngine } from '../../support/stores.ts';
import { MatterWorld } from './matter-world.ts';

eachEngine((database) => {
  let world: MatterWorld;
  let id: MatterId;
  beforeEach(async () => {
    world = new MatterWorld(database.store);
    await world.begin();
    await world.person('管理', { roles: ['admin'] });
    id = await world.filed();
    await world.taps('村一', id, 'matter_take');
    await world.forget();
  });

  const ask = (who: string, words = '当事人失联，要找人'): Promise<MatterResult | null> =>
    world.taps(who, id, 'opening_ask', words);
  const opening = async (): Promise<Opening> => (await world.store.read.matters.openings(id)).at(-1)!;
  const decide = async (who: string, verb: MatterVerb = 'opening_agree'): Promise<MatterResult> => {
    const found = await opening();
    return world.run((work) => takeOpeningTap(work, found, { person: world.of(who), verb }));
  };

  describe('break-glass', () => {
    it('is asked for with a reason, agreed to by another, and lets look for a while', async () => {
      expect(await ask('值班')).toEqual({ kind: 'opening_asked' });
      expect(await world.heard('领导')).toEqual(['opening_asked']);
      expect(await world.heard('管理')).toEqual(['opening_asked']);
      expect(await world.heard('值班')).toEqual([]);
      expect(await world.taps('值班', id, 'matter_look')).toEqual({ kind: 'matter_not_yours' });
      const agreed = await decide('领导');
      expect(agreed).toEqual({ kind: 'opening_agreed', untilAt: world.now + 60 * 60_000 });
      expect(await world.heard('值班')).toEqual(['opening_told']);
      expect(await world.heard('村一')).toEqual(['opening_told']);
      expect(await world.taps('值班', id, 'matter_look')).toEqual({ kind: 'matter_shown' });
      await world.later(61);
      expect(await world.taps('值班', id, 'matter_look')).toEqual({ kind: 'matter_not_yours' });
    });

    it('keeps who asked, who agreed and who looked, and never the reason in the trace', async () => {
      await ask('值班');
      await decide('领导');
      await world.taps('值班', id, 'matter_look');
      const trace = await world.store.read.trace.of(`matter:${id}`);
      const of = (what: string): (string | null)[] =>
        trace.filter((one) => one.what === what).map(({ actorId }) => actorId);
      expect(of('matter_opening_asked')).toEqual([world.of('值班').id]);
      expect(of('matter_opening_decided')).toEqual([world.of('领导').id]);
      expect(of('matter_looked')).toEqual([world.of('值班').id]);
      expect(JSON.stringify(trace)).not.toContain('失联');
      expect((await opening()).reason).toBe('当事人失联，要找人');
    });

    it('is not agreed to by whoever asked, nor by somebody without the right', async () => {
      await ask('值班');
      expect(await decide('值班')).toEqual({ kind: 'opening_own' });
      expect(await decide('喜哥')).toEqual({ kind: 'matter_not_yours' });
      expect((await opening()).agreed).toBeNull();
    });

    it('is decided once', async () => {
      await ask('值班');
      expect(await decide('领导', 'opening_refuse')).toEqual({ kind: 'opening_refused' });
      expect(await decide('管理')).toEqual({ kind: 'opening_refused' });
      expect(await world.taps('值班', id, 'matter_look')).toEqual({ kind: 'matter_not_yours' });
    });

    it('is refused by itself when nobody answers', async () => {
      await ask('值班');
      await world.later(60);
      expect(await opening()).toMatchObject({ agreed: false, decidedById: null });
      expect(await world.heard('值班')).toEqual(['opening_told']);
      expect(await decide('领导')).toEqual({ kind: 'opening_refused' });
    });

    it('needs a reason, and one request at a time', async () => {
      expect(await ask('值班', '')).toEqual({ kind: 'matter_words_wanted', what: 'reason' });
      await ask('值班');
      expect(await ask('值班', '再问一次')).toEqual({ kind: 'opening_asked' });
      expect(await world.store.read.matters.openings(id)).toHaveLength(1);
    });

    it('is for those who command alone, and never for a side', async () => {
      expect(await ask('喜哥')).toEqual({ kind: 'matter_not_yours' });
      await world.changes('张阿姨', { roles: ['leader'] });
      expect(await ask('张阿姨')).toEqual({ kind: 'matter_not_yours' });
      await ask('值班');
      expect(await decide('张阿姨')).toEqual({ kind: 'matter_not_yours' });
    });
  });
});
