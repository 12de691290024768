import { beforeEach, describe, expect, it } from 'vitest';
import type { ShiftId } from '../../../core/ids.ts';
import { patrolCode } from '../../../core/patrol-code.ts';
import type { GearItem } from '../../../core/shift.ts';
import { eachEngine } from '../../support/stores.ts';
import { shiftAt } from '../../support/shift-factory.ts';
import { DutyWorld } from './duty-world.ts';

const hour = 3_600_000;
const item = (name: string, count: number): GearItem => ({ item: name, count, taken: null, returned: null });
const list = [item('车钥匙', 1), item('patrol_light', 2), item('radio', 3), item('充电器', 3)];
const roster = { code: '', name: '夜巡', turns: ['东队'], start: '2026-11-01T20:00', rule: 'FREQ=DAILY', minutes: 180 };

eachEngine((database) => {
  let world: DutyWorld;
  let first: ShiftId;
  beforeEach(async () => {
    world = new DutyWorld(database.store);
    await world.begin({
      rosters: [
        { ...roster, code: '上半夜', handsOverTo: '下半夜' },
        { ...roster, code: '下半夜', start: '2026-11-01T23:00' },
      ] as never,
    });
  });

  const counts = async (id: ShiftId): Promise<(number | null)[][]> =>
    (await world.view(id)).shift.gear.map(({ taken, returned }) => [taken, returned]);

  describe('gear', () => {
    beforeEach(async () => {
      first = await world.shift('东队', ['王建国', '何小兵'], { gear: list });
      await world.at(1);
      await world.forget();
    });

    it('is taken in words, with what is missing', async () => {
      await world.says('王建国', '签到 车钥匙拿了 警灯2个对讲机3台少一台充电器', '东队群');
      expect(await counts(first)).toEqual([
        [1, null],
        [2, null],
        [3, null],
        [2, null],
      ]);
    });

    it('is counted by somebody who signs in with it and is there by that', async () => {
      await world.says('何小兵', '签到 对讲机2台 警灯2个', '东队群');
      const { people } = await world.view(first);
      expect(people.map(({ state }) => state)).toEqual(['expected', 'present']);
    });

    it('is taken and brought back by a tap', async () => {
      expect(await world.taps('王建国', first, 'gear_taken')).toEqual({ kind: 'gear_taken', missing: 0 });
      expect(await world.taps('王建国', first, 'gear_back')).toEqual({ kind: 'gear_returned', missing: 0 });
      expect(await world.taps('赵云', first, 'gear_back')).toEqual({ kind: 'shift_not_yours' });
    });

    it.each([
      ['装备还齐 少了个对讲机', [3, 2]],
      ['装备都还了 就少一台对讲机', [3, 2]],
      ['对讲机还差一台没还', [3, 2]],
      ['两台对讲机没还', [3, 1]],
      ['三台对讲机还了两台', [3, 2]],
      ['对讲机都没还', [3, 0]],
      ['all back except one radio', [3, 2]],
      ['装备都还了 一个不少', [3, 3]],
    ])('comes back all but what is said not to: %s', async (words, radio) => {
      await world.taps('王建国', first, 'gear_taken');
      await world.says('王建国', words, '东队群');
      expect((await counts(first))[2]).toEqual(radio);
      // Said once more it is about the same, and not about what was taken.
      await world.says('何小兵', words, '东队群');
      expect((await counts(first))[2]).toEqual(radio);
    });

    it('is missed when it is taken, as long as nobody speaks of giving it back', async () => {
      await world.says('王建国', '对讲机少一台', '东队群');
      expect((await counts(first))[2]).toEqual([2, null]);
    });

    it('that does not come back is told to the leader once, even after the summary', async () => {
      await world.taps('王建国', first, 'gear_taken');
      await world.says('王建国', '签到', '东队群');
      await world.taps('王建国', first, 'shift_end');
      await world.forget();
      await world.later(10);
      expect(await world.says('王建国', '器材还了 少一台对讲机', '东队群')).toBe(true);
      expect((await counts(first))[2]).toEqual([3, 2]);
      expect(await world.heard('周队')).toEqual(['shift_review']);
    });
  });

  describe('one shift hands over to the next', () => {
    let second: ShiftId;
    beforeEach(async () => {
      second = await world.shift('西队', ['赵云', '钱多'], {
        rosterCode: '下半夜',
        startsAt: shiftAt + 3 * hour,
        endsAt: shiftAt + 6 * hour,
        gear: list,
      });
      first = await world.shift('东队', ['王建国', '何小兵'], {
        rosterCode: '上半夜',
        gear: list,
        handover: {
          toShiftId: second,
          givenById: null,
          givenAt: null,
          takenById: null,
          takenAt: null,
          missing: [],
          words: '',
        },
      });
      await world.at(1);
      await world.says('王建国', '签到', '东队群');
      await world.taps('王建国', first, 'gear_taken');
      await world.at(175);
      await world.forget();
    });

    it('is done when both sides have said so, and nobody is chased', async () => {
      expect(await world.says('王建国', '交班 都在', '东队群')).toBe(true);
      expect(await world.heard('西队群')).toEqual(['shift_handover']);
      expect(await world.says('赵云', '下半夜接班 车钥匙拿了 警灯2个对讲机3台少一台充电器', '西队群')).toBe(true);
      const { handover } = (await world.view(first)).shift;
      expect(handover?.givenById).toBe(world.of('王建国').id);
      expect(handover?.takenById).toBe(world.of('赵云').id);
      expect(handover?.missing).toEqual([{ item: '充电器', count: 1 }]);
      expect((await counts(second))[3]).toEqual([2, null]);
      expect((await world.crew(second))['赵云']).toBe('present');
      await world.at(200);
      expect(await world.heard('周队')).not.toContain('shift_handover');
    });

    it('is meant by 接班 though somebody is on another duty as well', async () => {
      await world.shift('西队', ['赵云'], { kind: 'desk', startsAt: world.now - hour, endsAt: world.now + 5 * hour });
      await world.later(1);
      await world.says('赵云', '接班', '西队群');
      expect((await world.view(first)).shift.handover?.takenById).toBe(world.of('赵云').id);
      expect((await world.crew(second))['赵云']).toBe('present');
    });

    it('is taken for them by their leader, by the word of the card, even after the others are summed up', async () => {
      await world.taps('王建国', first, 'shift_end');
      await world.at(200);
      const code = patrolCode((await world.view(first)).shift);
      expect(await world.says('吴队', `接班 ${code}`)).toBe(true);
      expect((await world.view(first)).shift.handover?.takenById).toBe(world.of('吴队').id);
    });

    const short = [{ item: 'radio', count: 1 }];

    it('is short by what either side says, whenever they say it, and the leader of those who go is told', async () => {
      await world.says('赵云', '接班了', '西队群');
      await world.says('赵云', '对讲机收到2台 少一台', '西队群');
      expect((await world.view(first)).shift.handover?.missing).toEqual(short);
      await world.says('王建国', '交班 都还了', '东队群');
      expect((await counts(first))[2]).toEqual([3, 2]);
      expect((await counts(second))[2]).toEqual([2, null]);
      await world.taps('王建国', first, 'shift_end');
      await world.at(200);
      expect(await world.heard('周队')).toContain('shift_review');
    });

    it('is short after all, when those who went are summed up already', async () => {
      await world.says('赵云', '接班了', '西队群');
      await world.says('王建国', '交班 都还了', '东队群');
      await world.taps('王建国', first, 'shift_end');
      await world.at(200);
      await world.forget();
      await world.says('钱多', '上一班的对讲机只有2台', '西队群');
      expect(await world.heard('周队')).toEqual(['shift_review']);
      await world.says('钱多', '接班的对讲机3台都在', '西队群');
      expect((await world.view(first)).shift.handover?.missing).toEqual([]);
    });

    it('is short by what those who go hand over, and what is lost later is nothing of theirs', async () => {
      await world.says('赵云', '接班了', '西队群');
      await world.says('王建国', '交班 对讲机只交了2台', '东队群');
      expect((await counts(first))[2]).toEqual([3, 2]);
      await world.at(181);
      await world.says('赵云', '警灯丢了', '西队群');
      expect((await world.view(first)).shift.handover?.missing).toEqual([]);
    });

    it('is asked about once with both leaders when one side has not said so', async () => {
      await world.taps('王建国', first, 'handover_give');
      await world.at(194);
      expect(await world.heard('周队')).not.toContain('shift_handover');
      await world.at(240);
      expect(await world.heard('周队')).toContain('shift_handover');
      expect((await world.heard('吴队')).filter((kind) => kind === 'shift_handover')).toHaveLength(1);
    });

    it('is taken by the button on either card, by those who come and nobody else', async () => {
      expect(await world.taps('王建国', first, 'handover_take')).toEqual({ kind: 'shift_none' });
      expect(await world.taps('值班', first, 'handover_take')).toEqual({ kind: 'shift_not_yours' });
      expect(await world.taps('赵云', first, 'handover_take')).toEqual({ kind: 'handover_taken', missing: 0 });
      expect(await world.taps('钱多', second, 'handover_take')).toEqual({ kind: 'shift_already', by: '西01 赵云' });
    });

    it('shows those who come what they get when the others just end', async () => {
      await world.taps('王建国', first, 'shift_end');
      expect(await world.heard('西队群')).toEqual(['shift_handover']);
    });
  });
});
