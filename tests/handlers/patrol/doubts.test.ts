import { describe, expect, it } from 'vitest';
import type { CameraFacts } from '../../../core/photo.ts';
import { settleFile } from '../../../handlers/incident/settle-file.ts';
import { nightIn, type CheckInWorld } from '../../support/check-in-world.ts';
import { eachEngine } from '../../support/stores.ts';
import { north } from '../hazard/hazard-world.ts';

const minute = 60_000;
const noCamera: CameraFacts = { takenAt: null, position: null, orientation: null, device: null };

describe('a photo of a check-in that was looked into', () => {
  eachEngine((database) => {
    /** The pictures of a message have come: this is what they look like, and what the camera wrote. */
    const stored = async (
      zone: CheckInWorld,
      messageId: string,
      hash: string | null,
      camera: Partial<CameraFacts> = {},
      sha256 = `${messageId}${hash ?? ''}`.padEnd(64, '0'),
    ): Promise<void> => {
      for (const file of await zone.store.read.files.ofMessage(zone.room('西塘队').id, messageId)) {
        await zone.run(async (work) => {
          const kept = { ...file, state: 'stored' as const, sha256, mime: 'image/jpeg', sizeBytes: 9 };
          await work.tx.files.put(kept);
          await work.tx.photos.put({
            fileId: file.id,
            width: 100,
            height: 100,
            camera: { ...noCamera, ...camera },
            damaged: false,
            hash,
            mirroredHash: hash === null ? null : hash.split('').toReversed().join(''),
            sharedSha256: null,
            smallSha256: null,
          });
          await settleFile(work, kept);
        });
      }
    };
    const doubts = async (zone: CheckInWorld, shift: Awaited<ReturnType<CheckInWorld['walks']>>, nth = -1) =>
      (await zone.checkIns(shift)).at(nth)?.doubts.map(({ kind, fact }) => `${kind} ${fact}`) ?? [];

    it('that is like one of another point is worth a look', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks();
      const first = await zone.photoOf('西01', '井头');
      await stored(zone, first, '0f0f33aa55cc9966');
      zone.now += 30 * minute;
      const second = await zone.photoOf('西01', '岗头');
      await stored(zone, second, '0f0f33aa55cc9967');
      const [earlier] = await zone.checkIns(shift);
      expect(await doubts(zone, shift, 0)).toEqual([]);
      expect(await doubts(zone, shift)).toEqual([`seen_before 1 bits, check_in:${earlier?.id ?? ''}`]);
      expect(await zone.spoken('西塘队')).toEqual([]);
    });

    it('that is like another of the same point on the same night is not', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks();
      await stored(zone, await zone.photoOf('西01', '井头'), '0f0f33aa55cc9966');
      zone.now += 30 * minute;
      await stored(zone, await zone.photoOf('西02', '井头'), '0f0f33aa55cc9966');
      expect(await doubts(zone, shift)).toEqual([]);
    });

    it('that is the same as one of the night before is', async () => {
      const zone = await nightIn(database.store);
      const before = await zone.walks();
      await stored(zone, await zone.photoOf('西01', '井头'), '0f0f33aa55cc9966', {}, 'a'.repeat(64));
      await zone.run(async (work) => {
        const view = await work.tx.shifts.lock(before);
        if (view !== null) await work.tx.shifts.put({ ...view.shift, state: 'ended' });
      });
      zone.now += 24 * 60 * minute;
      const shift = await zone.walks({ startsAt: zone.now, date: '2026-11-24' });
      await stored(zone, await zone.photoOf('西01', '井头'), '0f0f33aa55cc9966', {}, 'a'.repeat(64));
      expect((await zone.checkIns(shift))[0]?.doubts).toMatchObject([{ kind: 'seen_before', score: 1 }]);
    });

    describe('too dark to be told from others', () => {
      const same = 'b'.repeat(64);

      it('is known again by its bytes, at another point and on another night', async () => {
        const zone = await nightIn(database.store);
        const shift = await zone.walks();
        await stored(zone, await zone.photoOf('西01', '井头'), null, {}, same);
        zone.now += 30 * minute;
        await stored(zone, await zone.photoOf('西01', '岗头'), null, {}, same);
        const [earlier] = await zone.checkIns(shift);
        expect(await doubts(zone, shift, 0)).toEqual([]);
        expect(await doubts(zone, shift)).toEqual([`seen_before same bytes, check_in:${earlier?.id ?? ''}`]);
        expect((await zone.checkIns(shift)).at(-1)?.doubts).toMatchObject([{ score: 1 }]);
      });

      it('is known again where the earlier one was fetched later', async () => {
        const zone = await nightIn(database.store);
        const shift = await zone.walks();
        const first = await zone.photoOf('西01', '井头');
        zone.now += 30 * minute;
        const second = await zone.photoOf('西01', '岗头');
        await stored(zone, second, null, {}, same);
        expect(await doubts(zone, shift)).toEqual([]);
        await stored(zone, first, null, {}, same);
        expect(await doubts(zone, shift, 0)).toEqual([]);
        expect((await zone.checkIns(shift)).at(-1)?.doubts).toMatchObject([{ kind: 'seen_before', score: 1 }]);
      });

      it('is another one where its bytes are others', async () => {
        const zone = await nightIn(database.store);
        const shift = await zone.walks();
        await stored(zone, await zone.photoOf('西01', '井头'), null, {}, same);
        zone.now += 30 * minute;
        await stored(zone, await zone.photoOf('西01', '岗头'), null, {}, 'c'.repeat(64));
        expect(await doubts(zone, shift)).toEqual([]);
      });

      it('is none to look at twice where it was sent once more to the same point, or to put the first right', async () => {
        const zone = await nightIn(database.store);
        const shift = await zone.walks();
        await stored(zone, await zone.photoOf('西01', '井头'), null, {}, same);
        zone.now += 3 * minute;
        await stored(zone, await zone.photoOf('西01', '井头'), null, {}, same);
        zone.now += 3 * minute;
        await stored(zone, await zone.photoOf('西02', '岗头'), null, {}, 'd'.repeat(64));
        zone.now += 3 * minute;
        await stored(zone, await zone.photoOf('西02', '发错了 是渡口'), null, {}, 'd'.repeat(64));
        for (const { doubts: found } of await zone.checkIns(shift)) expect(found).toEqual([]);
      });
    });

    it('that the camera took earlier, or elsewhere, is worth a look', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks();
      const camera = { takenAt: '2026-11-23T18:00:00', position: north(9_000) };
      await stored(zone, await zone.photoOf('西01', '井头'), null, camera);
      expect(await doubts(zone, shift)).toEqual(['taken_earlier 120 min', 'far_away 2600 m']);
    });

    it('of which the camera says nothing is none', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks();
      await stored(zone, await zone.photoOf('西01', '井头'), null);
      expect(await doubts(zone, shift)).toEqual([]);
    });

    it('whose check-in was told afterwards is looked at for the time that was told', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks();
      await zone.photoOf('西01', '樟塘村口');
      zone.now += 90 * minute;
      const late = await zone.photoOf('西01', '补一张 井头 8点40');
      await stored(zone, late, null, { takenAt: '2026-11-23T20:41:00' });
      expect(await zone.checkIns(shift)).toMatchObject([{}, { n: 2, afterwards: true }]);
      expect(await doubts(zone, shift)).toEqual([]);
    });
  });
});
