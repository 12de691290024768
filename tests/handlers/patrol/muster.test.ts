import { beforeEach, describe, expect, it } from 'vitest';
import type { ShiftId } from '../../../core/ids.ts';
import { decideRequest } from '../../../handlers/patrol/decide-request.ts';
import { eachEngine } from '../../support/stores.ts';
import { DutyWorld } from './duty-world.ts';

eachEngine((database) => {
  let world: DutyWorld;
  let id: ShiftId;
  beforeEach(async () => {
    world = new DutyWorld(database.store);
    await world.begin();
    id = await world.shift('东队', ['王建国', '何小兵', '李强']);
  });

  describe('who is there', () => {
    it.each(['签到', '到岗', '我到了', '在岗', '签到，今晚我们出发'])('takes %s as being there', async (words) => {
      await world.at(1);
      await world.forget();
      expect(await world.says('王建国', words, '东队群')).toBe(true);
      expect(await world.crew(id)).toEqual({ 王建国: 'present', 何小兵: 'expected', 李强: 'expected' });
      expect(await world.heard('东队群')).toContain('👌');
    });

    it('takes it an hour before, and not earlier', async () => {
      await world.at(-61);
      expect(await world.says('王建国', '到岗', '西队群')).toBe(true);
      expect((await world.crew(id))['王建国']).toBe('expected');
      await world.at(-59);
      await world.says('王建国', '到岗', '东队群');
      expect((await world.crew(id))['王建国']).toBe('present');
    });

    it('takes everybody when the number is theirs, and only the speaker when it is not', async () => {
      await world.at(1);
      await world.says('王建国', '签到,今晚我们2个人', '东队群');
      expect(await world.crew(id)).toMatchObject({ 王建国: 'present', 何小兵: 'expected' });
      await world.says('王建国', '签到,今晚我们3个人', '东队群');
      expect(await world.crew(id)).toEqual({ 王建国: 'present', 何小兵: 'present', 李强: 'present' });
    });

    it('takes whoever is named, and others of the team who were not expected', async () => {
      const { id: six } = await world.person('马六', '东09');
      const team = world.teamOf('东队');
      await world.run((work) => work.tx.people.putTeam({ ...team, memberIds: [...team.memberIds, six] }));
      await world.at(1);
      await world.says('王建国', '东队出发 人员：东01 东09', '东队群');
      expect(await world.crew(id)).toEqual({
        王建国: 'present',
        何小兵: 'expected',
        李强: 'expected',
        马六: 'present',
      });
      expect((await world.view(id)).people.at(-1)?.guest).toBe(false);
    });

    it('lets a leader who is not in it say who came', async () => {
      await world.at(1);
      expect(await world.says('周队', '老王到了', '东队群')).toBe(true);
      expect(await world.crew(id)).toEqual({ 王建国: 'present', 何小兵: 'expected', 李强: 'expected' });
      expect((await world.view(id)).people[0]?.door).toBe('leader');
    });

    it('takes a guest along for tonight in the group of the team, but not by a forged button', async () => {
      await world.person('路人', '客01');
      await world.at(1);
      expect(await world.taps('路人', id, 'shift_here')).toEqual({ kind: 'shift_not_yours' });
      await world.says('路人', '签到', '东队群');
      const guest = (await world.view(id)).people.at(-1);
      expect(guest).toMatchObject({ personId: world.of('路人').id, state: 'present', guest: true });
    });

    it('counts a tap, and a second one changes nothing', async () => {
      await world.at(1);
      const first = await world.taps('王建国', id, 'shift_here');
      expect(first).toEqual({ kind: 'shift_mustered', here: 1, expected: 3, already: false });
      const { musteredAt } = (await world.view(id)).people[0] ?? {};
      await world.at(9);
      expect(await world.taps('王建国', id, 'shift_here')).toMatchObject({ already: true, here: 1 });
      expect((await world.view(id)).people[0]?.musteredAt).toBe(musteredAt);
    });

    it('writes down who comes later', async () => {
      await world.at(-20);
      await world.says('李强', '晚10分钟到', '东队群');
      expect((await world.view(id)).people[2]).toMatchObject({ state: 'expected', lateMinutes: 10 });
    });

    it('says in a patrol’s group that there is no shift, and nothing elsewhere', async () => {
      await world.forget();
      expect(await world.says('赵云', '到岗', '西队群')).toBe(true);
      expect(await world.heard('西队群')).toEqual(['shift_answer']);
      expect(await world.says('赵云', '到岗')).toBe(false);
    });

    it('leaves alone what people of the team say who are not on it', async () => {
      await world.person('马六', '东09');
      await world.at(1);
      await world.forget();
      for (const words of ['没事', '收工', '平安', '收队'])
        expect(await world.says('马六', words, '东队群')).toBe(false);
      expect(await world.says('赵云', '收工', '西队群')).toBe(false);
      expect(await world.heard('东队群')).toEqual([]);
      expect(await world.heard('西队群')).toEqual([]);
      expect((await world.view(id)).shift.state).toBe('running');
    });

    it('takes no small talk for anything', async () => {
      await world.at(1);
      await world.forget();
      for (const words of ['今晚好冷', '辛苦了', '哈哈', '谁去买水']) {
        expect(await world.says('王建国', words, '东队群')).toBe(false);
      }
      expect(await world.heard('东队群')).toEqual([]);
    });
  });

  describe('a list that goes round', () => {
    const list = ['接龙 今晚巡逻', '1 东01 ✅', '2 东02 晚10分钟', '3 东03 来不了'];

    it('takes who is there and who comes later, and asks the leader about who stays away', async () => {
      await world.at(-10);
      await world.forget();
      expect(await world.says('王建国', list.join('\n'), '东队群')).toBe(true);
      expect(await world.crew(id)).toEqual({ 王建国: 'present', 何小兵: 'expected', 李强: 'expected' });
      expect((await world.view(id)).people[1]?.lateMinutes).toBe(10);
      expect(await world.heard('东队群')).toEqual(['👌']);
      expect(await world.heard('周队')).toEqual(['shift_request']);
    });

    it('changes nothing by copies of it, nor what somebody said themselves', async () => {
      await world.at(-10);
      await world.says('王建国', list.join('\n'), '东队群');
      await world.says('何小兵', '到岗', '东队群');
      await world.forget();
      await world.says('何小兵', list.join('\n'), '东队群');
      expect(await world.crew(id)).toEqual({ 王建国: 'present', 何小兵: 'present', 李强: 'expected' });
      expect(await world.heard('周队')).toEqual([]);
    });

    it('lets nobody off before the leader does, and asks no second time by a copy', async () => {
      await world.at(-10);
      await world.says('王建国', list.join('\n'), '东队群');
      const [asked] = await world.store.read.shifts.openRequests(id);
      await world.run(async (work) => {
        const token = asked?.token;
        if (token !== undefined) await decideRequest(work, token, world.of('周队'), 'request_refuse');
      });
      await world.forget();
      await world.says('何小兵', list.join('\n'), '东队群');
      expect((await world.crew(id))['李强']).toBe('expected');
      expect(await world.store.read.shifts.openRequests(id)).toEqual([]);
      expect(await world.heard('周队')).toEqual([]);
    });

    it('counts nobody for there who asked to be away when all are said to be', async () => {
      await world.at(1);
      await world.says('王建国', list.join('\n'), '东队群');
      await world.says('王建国', '到齐了', '东队群');
      expect(await world.crew(id)).toEqual({ 王建国: 'present', 何小兵: 'present', 李强: 'expected' });
    });

    it('tells in the afternoon only who can’t', async () => {
      await world.says('王建国', list.join('\n'), '东队群');
      expect(await world.crew(id)).toEqual({ 王建国: 'expected', 何小兵: 'expected', 李强: 'expected' });
      expect(await world.heard('周队')).toContain('shift_request');
    });
  });

  describe('two shifts of one person at once', () => {
    it('takes the words for the one of the group', async () => {
      const other = await world.shift('西队', ['王建国', '赵云']);
      await world.at(1);
      await world.says('王建国', '签到', '西队群');
      expect((await world.crew(other))['王建国']).toBe('present');
      expect((await world.crew(id))['王建国']).toBe('expected');
    });
  });
});
