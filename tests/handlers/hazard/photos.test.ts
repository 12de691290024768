import { describe, expect, it } from 'vitest';
import { settleFile } from '../../../handlers/incident/settle-file.ts';
import type { FileId } from '../../../core/ids.ts';
import type { Notice } from '../../../core/notice.ts';
import { eachEngine } from '../../support/stores.ts';
import { HazardWorld } from './hazard-world.ts';

type Shown = Extract<Notice, { kind: 'hazard_photo' }>;

describe('photos of a hazard', () => {
  eachEngine((database) => {
    const world = async (rules = {}): Promise<HazardWorld> => {
      const zone = new HazardWorld(database.store);
      await zone.begin({ sampleSharePercent: 0, ...rules });
      return zone;
    };
    /** The bytes of a photo have come. */
    const comes = (zone: HazardWorld, id: FileId): Promise<void> =>
      zone.run(async (work) => {
        const file = await work.tx.files.lock(id);
        if (file === null) throw new Error('no such file');
        const stored = { ...file, state: 'stored' as const };
        await work.tx.files.put(stored);
        await settleFile(work, stored);
      });
    const shownIn = async (zone: HazardWorld, room: string): Promise<Shown[]> =>
      (await zone.said(room)).filter((notice): notice is Shown => notice.kind === 'hazard_photo');
    const soon = (zone: HazardWorld): Promise<void> => zone.until(zone.now + 30_000);

    it('follow the command’s card, those of an album as one message, and later ones no more', async () => {
      const zone = await world();
      const [first, second] = [await zone.photo('张阿姨'), await zone.photo('张阿姨')];
      const id = await zone.reported('张阿姨', { in: '张阿姨' });
      await comes(zone, first);
      await zone.until(zone.now + 1_000);
      await comes(zone, second);
      await soon(zone);
      expect(await shownIn(zone, '指挥群')).toEqual([
        { kind: 'hazard_photo', hazardId: id, stage: 'before', fileIds: [first, second] },
      ]);
      const third = await zone.photo('张阿姨');
      await zone.tells('张阿姨', '再看一张');
      await comes(zone, third);
      await soon(zone);
      expect(await shownIn(zone, '指挥群')).toEqual([]);
    });

    it('come into the card that stands, where an edit can do that and there is one alone', async () => {
      const zone = await world({ groups: 'card' });
      zone.can = { ...zone.can, photoByEdit: true };
      const before = await zone.photo('张阿姨', '村群');
      const id = await zone.reported('张阿姨', { in: '村群' });
      await zone.forget();
      await comes(zone, before);
      await soon(zone);
      expect(await zone.heard('指挥群')).toEqual(['hazard_triage']);
      expect(await zone.heard('村群')).toEqual([]);
      await zone.taps('值班', id, 'hazard_grade', 'ordinary');
      await zone.taps('网一', id, 'hazard_accept', 'deadline');
      zone.now += 60_000;
      const after = await zone.photo('网一');
      await zone.taps('网一', id, 'hazard_fixed');
      await zone.forget();
      await comes(zone, after);
      await soon(zone);
      expect(await zone.heard('村群')).toEqual(['hazard_card']);
    });

    it('wait for the rest of an album, and not for one that never comes', async () => {
      const zone = await world();
      const [first] = [await zone.photo('张阿姨'), await zone.photo('张阿姨')];
      await zone.reported();
      await comes(zone, first);
      await zone.until(zone.now + 10_000);
      expect(await shownIn(zone, '指挥群')).toEqual([]);
      await soon(zone);
      expect((await shownIn(zone, '指挥群')).map(({ fileIds }) => fileIds)).toEqual([[first]]);
    });

    it('of how it was never go to the group that told; of how it is now they do, once it is closed', async () => {
      const zone = await world({ groups: 'card' });
      const before = await zone.photo('张阿姨', '村群');
      const id = await zone.reported('张阿姨', { in: '村群' });
      await comes(zone, before);
      await zone.taps('值班', id, 'hazard_grade', 'ordinary');
      await zone.taps('网一', id, 'hazard_accept', 'deadline');
      zone.now += 60_000;
      const after = await zone.photo('网一');
      await comes(zone, after);
      await soon(zone);
      expect(await shownIn(zone, '村群')).toEqual([]);
      await zone.taps('网一', id, 'hazard_fixed');
      expect((await zone.hazard(id)).state).toBe('closed');
      await soon(zone);
      const shown = await shownIn(zone, '村群');
      expect(shown).toEqual([{ kind: 'hazard_photo', hazardId: id, stage: 'after', fileIds: [after] }]);
    });

    it.each([
      ['card', 1],
      ['digest', 0],
    ] as const)('that come after the closing are shown then: with groups as %s %i times', async (groups, times) => {
      const zone = await world({ groups });
      const id = await zone.reported('张阿姨', { in: '村群' });
      await zone.taps('值班', id, 'hazard_grade', 'ordinary');
      await zone.taps('网一', id, 'hazard_accept', 'deadline');
      zone.now += 60_000;
      const after = await zone.photo('网一');
      await zone.taps('网一', id, 'hazard_fixed');
      await comes(zone, after);
      await soon(zone);
      expect(await shownIn(zone, '村群')).toHaveLength(times);
      await zone.later({ days: 1 });
      expect(await shownIn(zone, '村群')).toEqual([]);
    });
  });
});
