import { beforeEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../../support/stores.ts';
import { shiftAt } from '../../support/shift-factory.ts';
import { DutyWorld } from './duty-world.ts';

const minute = 60_000;

eachEngine((database) => {
  let world: DutyWorld;
  beforeEach(async () => {
    world = new DutyWorld(database.store);
    await world.begin();
  });

  describe('before a shift and at its start', () => {
    it('reminds the team once, half an hour before, and shows the card at the start', async () => {
      await world.shift('东队', ['王建国', '何小兵']);
      await world.at(-31);
      expect(await world.heard('东队群')).toEqual([]);
      await world.at(-1);
      expect(await world.heard('东队群')).toEqual(['shift_reminder']);
      await world.at(1);
      expect(await world.heard('东队群')).toEqual(['shift_card']);
      expect(await world.heard('王建国')).toEqual([]);
      expect(await world.heard('西队群')).toEqual([]);
    });

    it('writes directly to a crew whose team has no group', async () => {
      await world.team('机动队', '周队', ['王建国', '李强']);
      await world.person('哑巴', '机09', ['volunteer'], { mute: true });
      await world.shift('机动队', ['王建国', '李强', '哑巴']);
      await world.at(1);
      expect(await world.heard('王建国')).toEqual(['shift_reminder', 'shift_card']);
      expect(await world.heard('李强')).toEqual(['shift_reminder', 'shift_card']);
      expect(await world.heard('东队群')).toEqual([]);
    });

    it('tells two villages that go together in both groups', async () => {
      const teamIds = [world.teamOf('东队').id, world.teamOf('西队').id];
      await world.shift('东队', ['王建国', '赵云'], { teamIds });
      await world.at(1);
      expect(await world.heard('东队群')).toEqual(['shift_reminder', 'shift_card']);
      expect(await world.heard('西队群')).toEqual(['shift_reminder', 'shift_card']);
    });

    it('says nothing of a shift that was cancelled meanwhile', async () => {
      const id = await world.shift('东队', ['王建国']);
      const { shift } = await world.view(id);
      await world.run((work) => work.tx.shifts.put({ ...shift, state: 'cancelled' }));
      await world.at(60);
      expect(await world.heard('东队群')).toEqual([]);
      expect((await world.view(id)).shift.state).toBe('cancelled');
    });

    it('sets nothing for a shift that is over', async () => {
      const day = 24 * 60 * minute;
      await world.shift('东队', ['王建国'], { startsAt: shiftAt - day, endsAt: shiftAt - day + 60 * minute });
      expect(await world.waiting()).toBe(0);
    });

    it('leaves the reminder out where the start is minutes away', async () => {
      await world.shift('东队', ['王建国'], { startsAt: world.now + 3 * minute });
      await world.later(4);
      expect(await world.heard('东队群')).toEqual(['shift_card']);
    });

    it('begins without a word when it is over by then, and still takes what was sent meanwhile', async () => {
      const id = await world.shift('东队', ['王建国'], { pointCount: 1 });
      world.now = shiftAt + 8 * 60 * minute;
      await world.until(world.now);
      expect((await world.view(id)).shift.state).toBe('running');
      expect(await world.heard('东队群')).toEqual([]);
      await world.says('王建国', '签到', '东队群');
      await world.later(31);
      expect((await world.view(id)).shift.state).toBe('ended');
    });

    it('shows a card that cannot be edited only once', async () => {
      world.can = { react: false, edit: false };
      await world.shift('东队', ['王建国', '何小兵']);
      await world.at(1);
      await world.says('王建国', '签到', '东队群');
      await world.says('何小兵', '签到', '东队群');
      expect(await world.heard('东队群')).toEqual(['shift_reminder', 'shift_card']);
    });
  });
});
