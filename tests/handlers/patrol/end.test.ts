import { beforeEach, describe, expect, it } from 'vitest';
import type { ShiftId } from '../../../core/ids.ts';
import { eachEngine } from '../../support/stores.ts';
import { checkInOf } from '../../support/shift-factory.ts';
import { DutyWorld } from './duty-world.ts';

eachEngine((database) => {
  let world: DutyWorld;
  let id: ShiftId;
  beforeEach(async () => {
    world = new DutyWorld(database.store);
    await world.begin();
  });

  describe('the end of a shift', () => {
    beforeEach(async () => {
      id = await world.shift('东队', ['王建国', '何小兵', '李强'], { pointCount: 2 });
      await world.at(1);
      await world.says('王建国', '签到', '东队群');
      await world.at(60);
      await world.says('何小兵', '签到', '东队群');
    });

    it('sums up at once when everything was seen, with km, hours and who was absent', async () => {
      await world.see(id, 1);
      await world.see(id, 2);
      await world.at(175);
      await world.forget();
      expect(await world.says('王建国', '巡完了 收队 里程8.6公里', '东队群')).toBe(true);
      const { shift, people } = await world.view(id);
      expect(shift).toMatchObject({ state: 'ended', distanceKm: 8.6, remarks: '' });
      expect(people.map(({ state, minutes }) => [state, minutes])).toEqual([
        ['present', 175],
        ['present', 115],
        ['absent', 0],
      ]);
      expect((await world.heard('东队群')).filter((kind) => kind !== '👌')).toEqual(['shift_card', 'shift_summary']);
      expect(await world.heard('周队')).toEqual(['shift_review']);
      expect(await world.waiting()).toBe(0);
    });

    it('asks once for what is missing, and sums up when the grace is over', async () => {
      await world.see(id, 1);
      await world.at(170);
      await world.forget();
      expect(await world.taps('王建国', id, 'shift_end')).toEqual({ kind: 'shift_points_open', open: 1 });
      expect((await world.view(id)).shift.state).toBe('closing');
      expect(await world.taps('何小兵', id, 'shift_end')).toEqual({ kind: 'shift_points_open', open: 1 });
      expect(await world.heard('东队群')).toEqual(['shift_card', 'points_missing']);
      await world.at(186);
      const { shift, points } = await world.view(id);
      expect(shift.state).toBe('ended');
      expect(points.map(({ state }) => state)).toEqual(['seen', 'missed']);
      expect(await world.heard('东队群')).toContain('shift_summary');
    });

    it('sums up when the rest is excused by a tap', async () => {
      await world.at(170);
      await world.taps('王建国', id, 'shift_end');
      expect(await world.taps('王建国', id, 'points_excuse', 'closed')).toEqual({ kind: 'points_excused', points: 2 });
      expect((await world.view(id)).shift.state).toBe('ended');
    });

    it('sums up by itself after the end, with the hours as planned', async () => {
      await world.at(211);
      const { shift, people, points } = await world.view(id);
      expect(shift.state).toBe('ended');
      expect(people.map(({ minutes }) => minutes)).toEqual([180, 120, 0]);
      expect(points.every(({ state }) => state === 'missed')).toBe(true);
      expect(await world.trace(id)).toContain('shift_summed_up');
    });

    it('sums up once, whoever says it twice', async () => {
      await world.see(id, 1);
      await world.see(id, 2);
      await world.taps('王建国', id, 'shift_end');
      await world.forget();
      expect(await world.taps('何小兵', id, 'shift_end')).toEqual({ kind: 'shift_already', by: '' });
      await world.at(240);
      expect(await world.heard('东队群')).toEqual([]);
    });

    it('sums up once when two say it at the same moment', async () => {
      await world.see(id, 1);
      await world.see(id, 2);
      await world.forget();
      const results = await Promise.all([world.taps('王建国', id, 'shift_end'), world.taps('何小兵', id, 'shift_end')]);
      expect(results.map(({ kind }) => kind).toSorted()).toEqual(['shift_already', 'shift_ended']);
      expect((await world.heard('东队群')).filter((kind) => kind === 'shift_summary')).toHaveLength(1);
    });

    it('counts the picture of the last point that comes with it, when the words name the point', async () => {
      await world.see(id, 1);
      await world.says('王建国', '第2点 正常 收队', '东队群', 1);
      const { shift, points } = await world.view(id);
      expect(points.map(({ state }) => state)).toEqual(['seen', 'seen']);
      expect(shift.state).toBe('ended');
    });

    it('takes a picture of everybody going home for no point', async () => {
      await world.see(id, 1);
      await world.says('王建国', '收队', '东队群', 1);
      expect((await world.view(id)).points.map(({ state }) => state)).toEqual(['seen', 'open']);
      expect((await world.view(id)).shift.state).toBe('closing');
    });

    it('keeps what is worth remembering', async () => {
      await world.says('王建国', '收队 走了5公里 西塘路口路灯坏了一盏', '东队群');
      expect((await world.view(id)).shift).toMatchObject({ distanceKm: 5 });
      expect((await world.view(id)).shift.remarks).toBe('西塘路口路灯坏了一盏');
    });

    it('is nobody else’s to end', async () => {
      expect(await world.taps('赵云', id, 'shift_end')).toEqual({ kind: 'shift_not_yours' });
      expect((await world.view(id)).shift.state).toBe('running');
    });
  });

  it('tells only the leader where nobody came', async () => {
    id = await world.shift('东队', ['王建国', '何小兵'], { kind: 'checkpoint', pointCount: 1 });
    await world.at(1);
    await world.forget();
    await world.at(211);
    const { shift, people } = await world.view(id);
    expect(shift.state).toBe('unstaffed');
    expect(people.map(({ state }) => state)).toEqual(['absent', 'absent']);
    expect(await world.heard('东队群')).not.toContain('shift_summary');
    expect(await world.heard('周队')).toContain('shift_gaps');
  });

  it('says at most four times something to a group that never wrote a word of the shift’s end', async () => {
    id = await world.shift('东队', ['王建国', '何小兵'], { pointCount: 30 });
    await world.at(1);
    await world.says('王建国', '签到', '东队群');
    await world.says('何小兵', '签到', '东队群');
    for (let n = 1; n <= 29; n += 1) await world.see(id, n);
    await world.at(300);
    // Reminder, card, one question, summary.
    expect(await world.messages('东队群')).toBe(4);
  });

  it('counts no week of work for a round that may be done in a week', async () => {
    id = await world.shift('东队', ['王建国'], {
      kind: 'round',
      endsAt: world.now + 7 * 24 * 3_600_000,
      pointCount: 2,
    });
    await world.at(10);
    await world.run((work) =>
      work.tx.shifts.addCheckIn(
        checkInOf({ shiftId: id, personId: world.of('王建国').id, roomId: world.roomOf('东队群').id, at: work.now }),
      ),
    );
    await world.taps('王建国', id, 'shift_here');
    await world.later(30);
    await world.run((work) =>
      work.tx.shifts.addCheckIn(
        checkInOf({ shiftId: id, personId: world.of('王建国').id, roomId: world.roomOf('东队群').id, at: work.now }),
      ),
    );
    await world.later(8 * 24 * 60);
    expect((await world.view(id)).shift.state).toBe('ended');
    expect((await world.view(id)).people[0]?.minutes).toBe(40);
  });

  it('goes on over midnight and a restart as if nothing was', async () => {
    const startsAt = world.now + 9 * 3_600_000;
    id = await world.shift('东队', ['王建国'], { startsAt, endsAt: startsAt + 3 * 3_600_000 });
    await world.until(startsAt + 60_000);
    await world.says('王建国', '签到', '东队群');
    const again = new DutyWorld(database.store);
    again.now = startsAt + 4 * 3_600_000;
    await again.until(again.now);
    // What was sent meanwhile has five minutes to come in.
    expect((await world.view(id)).shift).toMatchObject({ state: 'closing', endedAt: startsAt + 3 * 3_600_000 });
    await again.later(6);
    expect((await world.view(id)).shift.state).toBe('ended');
  });
});
