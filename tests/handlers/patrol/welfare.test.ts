import { beforeEach, describe, expect, it } from 'vitest';
import type { ShiftId } from '../../../core/ids.ts';
import { followTrack } from '../../../handlers/patrol/follow-track.ts';
import { eachEngine } from '../../support/stores.ts';
import { DutyWorld } from './duty-world.ts';

eachEngine((database) => {
  let world: DutyWorld;
  let id: ShiftId;
  beforeEach(async () => {
    world = new DutyWorld(database.store);
    await world.begin();
  });

  async function out(kind: 'patrol' | 'grid_day' | 'desk' | 'round' | 'checkpoint' = 'patrol'): Promise<void> {
    id = await world.shift('东队', ['王建国', '何小兵'], { kind, endsAt: world.now + 24 * 3_600_000 });
    await world.at(1);
    await world.says('王建国', '签到', '东队群');
    await world.says('何小兵', '签到', '东队群');
    await world.forget();
  }

  describe('a crew of which nothing is heard', () => {
    it('asks one, then another, then the officer', async () => {
      await out();
      await world.at(60);
      expect(await world.heard('王建国')).toEqual([]);
      await world.at(62);
      expect(await world.heard('王建国')).toEqual(['welfare_check']);
      await world.at(67);
      expect(await world.heard('何小兵')).toEqual(['welfare_check']);
      expect(await world.heard('指挥群')).toEqual([]);
      await world.at(72);
      expect(await world.heard('指挥群')).toEqual(['welfare_check']);
      await world.at(130);
      expect(await world.heard('指挥群')).toEqual([]);
      expect(await world.heard('东队群')).toEqual([]);
    });

    it('ends with any word of the crew, and the officer hears that all is well', async () => {
      await out();
      await world.at(75);
      await world.forget();
      await world.says('何小兵', '风有点大', '东队群');
      expect((await world.view(id)).shift.welfare).toBeNull();
      expect(await world.heard('指挥群')).toEqual(['welfare_ok']);
      await world.at(134);
      expect(await world.heard('王建国')).toEqual([]);
      await world.at(136);
      expect(await world.heard('王建国')).toEqual(['welfare_check']);
    });

    it('ends with 平安 in the direct chat before the officer is troubled', async () => {
      await out();
      await world.at(63);
      await world.forget();
      expect(await world.says('王建国', '平安')).toBe(true);
      expect(await world.heard('王建国')).toEqual(['shift_answer']);
      await world.at(80);
      expect(await world.heard('指挥群')).toEqual([]);
      expect(await world.heard('何小兵')).toEqual([]);
    });

    it('ends when the officer has rung them', async () => {
      await out();
      await world.at(75);
      expect(await world.taps('值班', id, 'shift_safe')).toEqual({ kind: 'shift_safe', rang: true });
      expect((await world.view(id)).shift.welfare).toBeNull();
      expect((await world.view(id)).people.some(({ personId }) => personId === world.of('值班').id)).toBe(false);
    });

    it('begins anew with everything that is heard', async () => {
      await out();
      for (const minutes of [50, 100, 150]) {
        await world.at(minutes);
        await world.says('王建国', '一切正常', '东队群');
      }
      await world.at(205);
      expect(await world.heard('王建国')).not.toContain('welfare_check');
    });

    it('is not summed up before the officer knows, and answers even after that', async () => {
      id = await world.shift('东队', ['王建国', '何小兵']);
      await world.at(1);
      await world.says('王建国', '签到', '东队群');
      await world.at(140);
      await world.says('王建国', '风大', '东队群');
      await world.forget();
      // Silent from 22:20: the first is asked at 23:20, the second at 23:25; the shift would be summed up at 23:30.
      await world.at(209);
      expect(await world.heard('王建国')).toEqual(['welfare_check']);
      expect(await world.heard('指挥群')).toEqual([]);
      await world.at(211);
      expect(await world.heard('指挥群')).toEqual(['welfare_check']);
      expect((await world.view(id)).shift.state).toBe('ended');
      expect(await world.says('王建国', '平安')).toBe(true);
      expect(await world.heard('指挥群')).toEqual(['welfare_ok']);
      expect((await world.view(id)).shift.welfare).toBeNull();
      expect(await world.says('王建国', '平安')).toBe(false);
    });

    it('passes over whom it cannot write to', async () => {
      await world.person('哑巴', '东08', ['volunteer'], { mute: true });
      id = await world.shift('东队', ['哑巴', '何小兵']);
      await world.at(1);
      await world.says('哑巴', '签到', '东队群');
      await world.at(62);
      expect(await world.heard('何小兵')).toEqual(['welfare_check']);
      await world.at(67);
      expect(await world.heard('指挥群')).toEqual(['welfare_check']);
    });

    it('asks in the group where it can write to none of them', async () => {
      await world.person('哑巴', '东08', ['volunteer'], { mute: true });
      id = await world.shift('东队', ['哑巴']);
      await world.at(1);
      await world.says('哑巴', '签到', '东队群');
      await world.forget();
      await world.at(62);
      expect(await world.heard('东队群')).toEqual(['welfare_check']);
    });

    it.each(['desk', 'round', 'checkpoint'] as const)('never asks on a %s', async (kind) => {
      await out(kind);
      await world.at(170);
      expect(await world.heard('王建国')).toEqual([]);
    });
  });

  it('follows who shares where they are, at most twice a minute, and takes it for a sign of life', async () => {
    await out();
    for (const seconds of [0, 10, 20, 31, 59]) {
      world.now = Math.ceil(world.now / 60_000) * 60_000 + (seconds === 0 ? 60_000 : 0);
      const at = Math.floor(world.now / 60_000) * 60_000 + seconds * 1_000;
      await world.run((work) => followTrack({ ...work, now: at }, world.of('王建国'), { lat: 28.9, lon: 120 }, at));
    }
    expect(await world.store.read.shifts.track(id)).toHaveLength(2);
    await world.run((work) => followTrack(work, world.of('赵云'), { lat: 28.9, lon: 120 }, work.now));
    expect(await world.store.read.shifts.track(id)).toHaveLength(2);
    await world.at(55);
    await world.run((work) => followTrack(work, world.of('王建国'), { lat: 28.9, lon: 120 }, work.now));
    await world.at(100);
    expect(await world.heard('王建国')).toEqual([]);
  });
});
