import { beforeEach, describe, expect, it } from 'vitest';
import type { ShiftId } from '../../../core/ids.ts';
import { carryOver } from '../../../handlers/patrol/keep-log.ts';
import { eachEngine } from '../../support/stores.ts';
import { shiftAt } from '../../support/shift-factory.ts';
import { DutyWorld } from './duty-world.ts';

const hour = 3_600_000;

eachEngine((database) => {
  let world: DutyWorld;
  let day: ShiftId;
  let night: ShiftId;
  beforeEach(async () => {
    world = new DutyWorld(database.store);
    await world.begin();
    night = await world.shift('东队', ['何小兵'], {
      kind: 'desk',
      startsAt: shiftAt + 12 * hour,
      endsAt: shiftAt + 24 * hour,
    });
    const handover = {
      toShiftId: night,
      givenById: null,
      givenAt: null,
      takenById: null,
      takenAt: null,
      missing: [],
      words: '',
    };
    day = await world.shift('东队', ['王建国'], { kind: 'desk', endsAt: shiftAt + 12 * hour, handover });
    await world.at(5);
    await world.says('王建国', '签到', '东队群');
    await world.forget();
  });

  describe('a desk’s log', () => {
    it('numbers what is received, reported, passed on and followed up, in the group and in the direct chat', async () => {
      expect(await world.says('王建国', '接 2003 西塘来电 路灯不亮', '东队群')).toBe(true);
      expect(await world.says('王建国', '报 已报镇里')).toBe(true);
      const log = await world.store.read.shifts.log(day);
      expect(log.map(({ n, kind, open }) => [n, kind, open])).toEqual([
        [1, 'received', true],
        [2, 'reported', false],
      ]);
      expect(log[0]?.at).toBe(shiftAt + 3 * 60_000);
      expect((await world.said('东队群')).filter(({ kind }) => kind === 'shift_answer')).toMatchObject([
        { result: { kind: 'logged', n: 1, open: true } },
      ]);
    });

    it('ends what is followed up to its end', async () => {
      await world.says('王建国', '接 西塘来电 路灯不亮', '东队群');
      await world.says('王建国', '跟 1 路灯修好了', '东队群');
      const log = await world.store.read.shifts.log(day);
      expect(log.some(({ open }) => open)).toBe(false);
      expect(log.map(({ words }) => words)).toEqual(['西塘来电 路灯不亮', '#1 路灯修好了']);
    });

    it('says which line is closed, which is not, and opens one again that is not done after all', async () => {
      await world.says('王建国', '接 西塘来电 路灯不亮', '东队群');
      await world.says('王建国', '接 荷塘 井盖没了', '东队群');
      for (const words of ['跟1 还没修好', '跟1 搞定', '跟1 又坏了', '跟 弄好了'])
        await world.says('王建国', words, '东队群');
      const results = (await world.said('东队群')).flatMap((one) => (one.kind === 'shift_answer' ? [one.result] : []));
      expect(results.slice(-4)).toMatchObject([
        { n: 3, ended: null, left: [1] },
        { n: 4, ended: 1, left: [] },
        { n: 5, ended: null, left: [1] },
        { n: 6, ended: null, left: [1, 2] },
      ]);
    });

    it('ends a line by its number alone, and a number that is none is asked about', async () => {
      await world.says('王建国', '接：20点05分，上桥村王女士 反映噪音', '东队群');
      await world.says('王建国', '跟9 已处理', '东队群');
      const results = (await world.said('东队群')).flatMap((one) => (one.kind === 'shift_answer' ? [one.result] : []));
      expect(results.at(-1)).toEqual({ kind: 'log_none', n: 9, open: [{ n: 1, words: '上桥村王女士 反映噪音' }] });
      expect(await world.says('王建国', '1办结', '东队群')).toBe(true);
      const log = await world.store.read.shifts.log(day);
      expect(log.map(({ words, open }) => [words, open])).toEqual([
        ['上桥村王女士 反映噪音', false],
        ['#1 办结', false],
      ]);
    });

    it.each([
      '跟1 修不好',
      '跟1 处理不了 转市政',
      '跟1 电工明天来不了',
      '接 荷塘村支书请假',
      '报 李主任说明天请假',
      '传 保安今晚休息',
    ])('writes down %s, which is nobody’s leave', async (words) => {
      await world.says('王建国', '接 荷塘来电 井盖没了', '东队群');
      await world.says('王建国', words, '东队群');
      const log = await world.store.read.shifts.log(day);
      expect(log.map(({ n, open }) => [n, open])).toEqual(
        words.startsWith('接')
          ? [
              [1, true],
              [2, true],
            ]
          : [
              [1, true],
              [2, false],
            ],
      );
      expect(
        (await world.said('东队群'))
          .filter((one) => one.kind === 'shift_answer')
          .every(({ result }) => result.kind === 'logged'),
      ).toBe(true);
    });

    it.each(['报告 明晚请假', '跟 何小兵 换班'])('takes %s for no line', async (words) => {
      await world.says('王建国', words, '东队群');
      expect(await world.store.read.shifts.log(day)).toEqual([]);
    });

    it('keeps what a line said beside what is right', async () => {
      await world.says('王建国', '接 王女士来电', '东队群');
      expect(await world.says('王建国', '1号写错了 是张女士', '东队群')).toBe(true);
      expect((await world.store.read.shifts.log(day)).map(({ words }) => words)).toEqual(['王女士来电 → 张女士']);
    });

    it.each(['2号路灯修好了', '跟 110 联系过了', '1号错过了'])('%s is about no line', async (words) => {
      await world.says('王建国', '接 王女士来电', '东队群');
      await world.says('王建国', words, '东队群');
      const [line] = await world.store.read.shifts.log(day);
      expect([line?.words, line?.open]).toEqual(['王女士来电', true]);
    });

    it('passes what is open on to the next', async () => {
      await world.says('王建国', '接 西塘来电 路灯不亮', '东队群');
      await world.says('王建国', '接 荷塘来电 已答复 已处理完', '东队群');
      await world.at(12 * 60 - 2);
      await world.says('王建国', '收队', '东队群');
      const log = await world.store.read.shifts.log(night);
      expect(log.map(({ n, words, open }) => [n, words, open])).toEqual([[1, '西塘来电 路灯不亮', true]]);
      expect(await world.store.read.shifts.log(day)).toHaveLength(2);
    });

    it('passes on what was put right since the next took over, and no line twice', async () => {
      await world.says('王建国', '接 西塘李女士来电 路灯不亮', '东队群');
      const over = (): Promise<void> => world.run(async (work) => carryOver(work, (await world.view(day)).shift));
      await over();
      await world.says('王建国', '1号写错了 是张女士', '东队群');
      await over();
      const log = await world.store.read.shifts.log(night);
      expect(log.map(({ words }) => words)).toEqual(['西塘李女士来电 路灯不亮 → 张女士']);
    });

    it('is shown to whoever asks, and is none of a patrol’s', async () => {
      expect(await world.says('王建国', '日志', '东队群')).toBe(true);
      expect(await world.heard('东队群')).toContain('shift_log');
      expect(await world.says('赵云', '接 西塘来电', '西队群')).toBe(false);
    });
  });
});
