import { describe, expect, it } from 'vitest';
import type { ShiftId } from '../../../core/ids.ts';
import { askMissing } from '../../../handlers/patrol/ask-missing.ts';
import { heardOf } from '../../../handlers/patrol/heard-of.ts';
import { excusePoints } from '../../../handlers/patrol/excuse-points.ts';
import { setPointsTimer } from '../../../handlers/patrol/set-shift-timers.ts';
import { eight, nightIn, type CheckInWorld } from '../../support/check-in-world.ts';
import { eachEngine } from '../../support/stores.ts';

const minute = 60_000;

describe('points without a photo', () => {
  eachEngine((database) => {
    const timed = async (zone: CheckInWorld, shift: ShiftId): Promise<void> => {
      const view = await zone.view(shift);
      await zone.run((work) => setPointsTimer(work, view));
    };
    const missing = async (zone: CheckInWorld, room: string) =>
      (await zone.said(room)).flatMap((notice) =>
        notice.kind === 'points_missing' || notice.kind === 'points_missing_leader' ? [notice] : [],
      );

    it('are asked about once in the group, then told to the leader, and then to nobody', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks();
      await timed(zone, shift);
      for (const name of ['樟塘村口', '井头', '渡口', '岗头']) {
        zone.now += 10 * minute;
        await zone.photoOf('西01', name);
      }
      zone.now = eight + 3 * 60 * minute;
      await zone.passes(14);
      expect(await missing(zone, '西塘队')).toEqual([]);
      await zone.passes(2);
      expect(await missing(zone, '西塘队')).toMatchObject([{ kind: 'points_missing', points: [3, 6] }]);
      expect(await missing(zone, '西队')).toEqual([]);
      await zone.passes(15);
      expect(await missing(zone, '西队')).toMatchObject([{ kind: 'points_missing_leader', points: [3, 6] }]);
      await zone.passes(60);
      expect(await missing(zone, '西塘队')).toEqual([]);
      expect(await missing(zone, '西队')).toEqual([]);
      expect((await zone.view(shift)).points[2]).toMatchObject({
        state: 'open',
        askedAt: expect.any(Number) as number,
      });
    });

    it('seen in the grace are not asked about', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks({ codes: ['XT-01'] }, { 1: { dueAt: eight + 30 * minute } });
      await timed(zone, shift);
      await zone.passes(40);
      await zone.photoOf('西01', '樟塘村口');
      await zone.passes(30);
      expect(await missing(zone, '西塘队')).toEqual([]);
      expect(await zone.points(shift)).toBe('late');
    });

    it('whose windows end one after the other are asked about together', async () => {
      const zone = await nightIn(database.store);
      const windows = Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [n, { dueAt: eight + n * 5 * minute }]));
      const shift = await zone.walks({}, windows);
      await timed(zone, shift);
      await zone.run(async (work) => {
        const view = await work.tx.shifts.lock(shift);
        const [first] = view?.people ?? [];
        if (view !== null && first !== undefined) await heardOf(work, view, first.personId, 'words');
      });
      await zone.passes(60);
      expect((await missing(zone, '西塘队')).map(({ points }) => points)).toEqual([[1], [2, 3, 4, 5, 6]]);
      await zone.passes(60);
      const told = (await missing(zone, '西队')).flatMap(({ points }) => points);
      expect(told.toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
    });

    it('of a team that is done are asked about at once, and not again', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks({ state: 'closing' });
      await zone.photoOf('西01', '井头');
      await zone.run((work) => askMissing(work, shift));
      await zone.run((work) => askMissing(work, shift));
      expect((await missing(zone, '西塘队')).map(({ points }) => points)).toEqual([[1, 3, 4, 5, 6]]);
    });

    it('of a shift that is over are nobody’s concern', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks({ state: 'ended' });
      zone.now += 6 * 60 * minute;
      await zone.run((work) => askMissing(work, shift));
      expect(await zone.heard('西塘队')).toEqual([]);
    });

    it('are excused by a tap with its reason, and the last one of a team that is done ends the shift', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks({ codes: ['XT-01', 'XT-02'] });
      await zone.photoOf('西01', '樟塘村口');
      const excuse = (why: string) =>
        zone.run(async (work) => {
          const view = await work.tx.shifts.lock(shift);
          if (view === null) throw new Error('no shift');
          return excusePoints(work, view, zone.of('西01'), { why, ns: null });
        });
      expect(await excuse('closed')).toEqual({ kind: 'shift_already', by: '' });
      await zone.run(async (work) => {
        const view = await work.tx.shifts.lock(shift);
        if (view !== null) await work.tx.shifts.put({ ...view.shift, state: 'closing' });
      });
      expect(await excuse('closed')).toEqual({ kind: 'points_excused', points: 1 });
      const view = await zone.view(shift);
      expect(view.points[1]).toMatchObject({ state: 'excused', why: 'closed' });
      expect(view.shift.state).toBe('ended');
      expect(await excuse('closed')).toEqual({ kind: 'shift_already', by: '' });
    });

    it('are excused by words that say why not', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks();
      expect((await zone.sends('西01', { text: '5号点修路绕过去了', in: '西塘队' })).taken).toBe(true);
      expect(await zone.points(shift)).toBe('open open open open excused open');
      expect((await zone.view(shift)).points[4]?.why).toBe('5号点修路绕过去了');
      expect((await zone.reactions('西塘队')).length).toBe(1);
      expect((await zone.sends('张阿姨', { text: '4号点修路绕过去了', in: '西塘队' })).taken).toBe(false);
      await zone.photoOf('西01', '岗头');
      expect(await zone.points(shift)).toBe('open open open open seen open');
    });

    it('are excused beside those that were passed', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks();
      await zone.photoOf('西01', '2号点封路没过去,3号点正常');
      expect(await zone.points(shift)).toBe('open excused seen open open open');
      expect((await zone.view(shift)).points[1]?.why).toBe('2号点封路没过去,3号点正常');
      expect(await zone.reactions('西塘队')).toHaveLength(1);
    });

    it.each([
      ['4号点封路没过去,拍了个路障', 'open open open excused open open'],
      ['樟塘村口封路没过去,拍了一张', 'excused open open open open open'],
      ['井头修路绕行,只看到围挡', 'open excused open open open open'],
      ['1-5号点走完,3号点修路过不去', 'seen seen excused seen seen open'],
      ['前5个点走完,3号点修路过不去', 'seen seen excused seen seen open'],
      ['2号点、3号点封路没过去,4号点正常', 'open excused excused seen open open'],
      ['井头、永固厂封路没过去,渡口正常', 'open excused excused seen open open'],
      ['井头封路没过去,岗头', 'open excused open open seen open'],
      ['渡口没去', 'open open open open open open'],
      ['井头拍完去渡口', 'open seen open open open open'],
      ['岗头,不是咱村的', 'open open open open open open'],
    ])('are excused by name, and no other is guessed: %s', async (text, points) => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks();
      const messageId = await zone.photoOf('西01', text);
      expect(await zone.points(shift)).toBe(points);
      expect(await zone.reactions('西塘队')).toEqual(/excused|seen/.test(points) ? [messageId] : []);
    });
  });
});
