import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { closeStages, textOf, type Stage } from './stage.ts';
import { patrolStage, tonight } from './patrol-stage.ts';

const room = { in: '夜巡群' };
const picture = () => ({ ...room, message: photo() });
const minutes = (count: number): number => count * 60;

eachEngine((database) => {
  afterEach(closeStages);

  describe('points without a photo', () => {
    it('are asked about once in the group, then the leader hears, then the summary says so', async () => {
      const stage = await patrolStage(database.store, { rules: { closeMinutes: 60 } });
      await stage.later(minutes(61));
      for (const point of ['上桥村口', '井头桥', '大塘沿']) await stage.says('东01', `${point} 正常`, picture());
      for (let i = 0; i < 6; i += 1) {
        await stage.later(minutes(30));
        await stage.says('东01', '没情况', room);
      }
      stage.seesNot('夜巡群', '还没看到照片');
      await stage.later(minutes(20));
      stage.sees('夜巡群', /还没看到照片：4号 新屋路口、5号 渡口/);
      stage.seesNot('队长', '新屋路口');
      await stage.later(minutes(15));
      stage.sees('队长', /新屋路口[\s\S]*渡口/);
      await stage.says('东01', '', picture());
      await stage.later(minutes(60));
      stage.sees('夜巡群', /小结[\s\S]*没看到：渡口/);
      // What was asked, here and of the leader, keeps no button once it is over.
      stage.holds('夜巡群', '今晚 21:00', '已收队', /^这一班已经小结[^[]*$/, '小结');
      stage.holds('队长', /^这一班已经小结[^[]*$/);
      const states = (await tonight(stage)).points.map(({ state }) => state);
      expect(states).toEqual(['seen', 'seen', 'seen', 'late', 'missed']);
      await stage.end();
    });

    it('that nobody can go to are excused by one tap, and the night is summed up at once', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      for (let i = 0; i < 4; i += 1) {
        await stage.says('东01', '', picture());
        await stage.later(minutes(10));
      }
      await stage.says('东01', '收队', room);
      stage.sees('夜巡群', '还没看到照片：5号 渡口');
      await stage.taps('东01', 'points_excuse', { ...room, value: 'closed' });
      stage.sees('夜巡群', /小结[\s\S]*渡口 · 关门封路/);
      stage.sees('夜巡群', '已收队');
      stage.holds('夜巡群', '今晚 21:00', '已收队', /^问过的都有下文了：5号 渡口。$/, '小结');
      await stage.end();
    });
  });

  describe.each(['telegram', 'wechat'] as const)('points with a time of their own, on %s', (platform) => {
    const windows = [{ place: 'XD-01', by: '21:40' }, { place: 'XD-02', by: '21:45' }, { place: 'XD-03' }];
    const excuses = (stage: Stage, who: string, value: string, words: string): Promise<unknown> =>
      platform === 'telegram' && who !== '队长'
        ? stage.taps(who, 'points_excuse', { ...room, value })
        : stage.says(who, words, who === '队长' ? {} : room);

    it('go to the leader 15 minutes after the group was asked, though others are still to be asked about', async () => {
      const rules = { routes: [{ code: 'DX', name: '东线', points: windows }] };
      const stage = await patrolStage(database.store, { platform, rules });
      await stage.later(minutes(61));
      for (const who of ['东01', '东02']) await stage.says(who, '到岗', room);
      await stage.later(minutes(55));
      await stage.says('东02', '路上一切正常', room);
      stage.sees('夜巡群', /还没看到照片：1号 上桥村口（21:40前）。/);
      expect(stage.cards('队长')).toEqual([]);
      await stage.later(minutes(15));
      stage.sees('队长', /1 个点还没有照片\n1号 上桥村口（21:40前）。\n群里问过一次了/);
      stage.seesNot('夜巡群', '井头桥（21:45前）。\n是没去');
      await excuses(stage, '队长', 'other', '这次不去');
      await stage.later(minutes(15));
      stage.sees('夜巡群', /还没看到照片：2号 井头桥（21:45前）。/);
      await excuses(stage, '东01', 'unsafe', '不安全没去');
      await stage.later(minutes(20));
      stage.seesNot('队长', '井头桥');
      await stage.says('东02', '大塘沿', picture());
      await stage.says('东01', '收队', room);
      stage.sees('夜巡群', /小结[\s\S]*没去，说了原因：上桥村口 · 这次不去、井头桥 · 不安全没去/);
      const said = ['今晚 21:00', '21:00–次日00:00|已收队', '上桥村口', '井头桥', '小结'];
      stage.holds('夜巡群', ...said.map((words) => new RegExp(words)));
      stage.holds('队长', '上桥村口', '不用去了');
      await stage.end();
    });

    it('that are still missing after 收队 go to the leader five minutes before the night is summed up', async () => {
      const stage = await patrolStage(database.store, { platform });
      await stage.later(minutes(61));
      await stage.says('东02', '到岗', room);
      for (const point of ['上桥村口', '井头桥', '大塘沿']) await stage.says('东01', point, picture());
      await stage.says('东01', '收队', room);
      stage.sees('夜巡群', '还没看到照片：4号 新屋路口、5号 渡口');
      await stage.later(minutes(9));
      stage.seesNot('队长', '新屋路口');
      await stage.later(minutes(2));
      stage.sees('队长', /2 个点还没有照片\n4号 新屋路口、5号 渡口。/);
      await stage.says('东01', '新屋路口', picture());
      await stage.later(minutes(30));
      stage.sees('夜巡群', /小结[\s\S]*没看到：渡口/);
      if (platform === 'telegram') stage.holds('队长', '这一班已经小结，没看到：5号 渡口。');
    });

    it('that were asked about just before 收队 go to the leader all the same, and are not asked about again', async () => {
      const route = { code: 'DX', name: '东线', points: [{ place: 'XD-01', by: '21:40' }, { place: 'XD-02' }] };
      const stage = await patrolStage(database.store, { platform, rules: { routes: [route] } });
      await stage.later(minutes(61));
      await stage.says('东01', '井头桥', picture());
      await stage.later(minutes(56));
      stage.sees('夜巡群', '还没看到照片：1号 上桥村口');
      const said = stage.cards('夜巡群').length;
      await stage.says('东01', '收队', room);
      await stage.later(minutes(11));
      stage.sees('队长', '1号 上桥村口');
      expect(stage.cards('夜巡群')).toHaveLength(said);
    });

    it('and no night without an hour of its own ends before the leader has heard what is missing', async () => {
      const stage = await patrolStage(database.store, { platform });
      await stage.later(minutes(61));
      for (const point of ['上桥村口', '井头桥', '大塘沿', '新屋路口']) {
        await stage.says('东01', point, picture());
        await stage.later(minutes(40));
      }
      await stage.says('东01', '还在走', room);
      await stage.later(minutes(20 + 13));
      stage.seesNot('夜巡群', '还没看到照片');
      await stage.later(minutes(2));
      stage.sees('夜巡群', '还没看到照片：5号 渡口');
      await stage.later(minutes(10));
      stage.sees('队长', '5号 渡口');
      stage.seesNot('夜巡群', '小结');
      await stage.later(minutes(5));
      stage.sees('夜巡群', /小结[\s\S]*没看到：渡口/);
    });
  });

  describe('a night to which nobody came', () => {
    it('is asked nothing in the group; the leader hears once', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61 + 18));
      expect(stage.cards('队长')).toEqual([]);
      await stage.later(minutes(3));
      stage.sees('队长', /东片夜巡：还没有人到岗\n21:00 开始的[\s\S]*东01 199-0000-\d{4}[\s\S]*没有挨个问平安/);
      await stage.later(minutes(180 + 60));
      stage.holds('夜巡群', '今晚 21:00', '没有人到');
      stage.holds('队长', /东片夜巡：还没有人到岗\n到结束也没有人来/);
      for (const name of ['东01', '东02', '东03', '指挥群']) expect(stage.cards(name)).toEqual([]);
      expect((await tonight(stage)).shift.state).toBe('unstaffed');
      await stage.end();
    });

    it('is told to the command where its leader cannot be written to, with nobody asked how they are', async () => {
      const stage = await patrolStage(database.store);
      await stage.does(async ({ tx }) => {
        const [team] = await tx.people.teams();
        if (team !== undefined) await tx.people.putTeam({ ...team, leaderId: null });
      });
      await stage.later(minutes(61 + 120));
      stage.holds('指挥群', /东片夜巡：还没有人到岗/);
      for (const name of ['队长', '东01', '东02']) expect(stage.cards(name)).toEqual([]);
    });

    it('has begun while the program was not there: whoever is out has time to say so', async () => {
      const stage = await patrolStage(database.store, { at: Date.UTC(2026, 10, 22, 14, 30) });
      await stage.later(minutes(18));
      stage.seesNot('队长', '还没有人到岗');
      await stage.later(minutes(4));
      stage.sees('队长', /还没有人到岗\n21:00 开始的/);
    });

    it('does not take place, says its leader with one tap, and the team hears it', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61 + 21));
      const { id } = (await tonight(stage)).shift;
      await stage.taps('队长', 'shift_off');
      stage.holds('夜巡群', '今晚 21:00', /东片夜巡[\s\S]*取消/, '取消了：今晚 21:00');
      stage.holds('队长', /这一班取消了/);
      expect((await stage.store.read.shifts.byId(id))?.state).toBe('cancelled');
      await stage.later(minutes(240));
      await stage.end();
    });

    it('is being rung by its leader, which other leaders see; then they are out, and their silence means something', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61 + 21));
      expect(await stage.taps('队长', 'shift_ring')).toContain('号码在卡片上');
      stage.sees('队长', '队长 在打电话问');
      expect(await stage.taps('队长', 'shift_out')).toContain('60 分钟没有消息');
      stage.holds('队长', /知道有人在外面了/);
      await stage.later(minutes(59));
      for (const name of ['东01', '东02', '东03']) expect(stage.cards(name)).toEqual([]);
      await stage.later(minutes(2));
      const asked = ['队长', '东01', '东02', '东03'].filter((name) =>
        stage.cards(name).some((card) => JSON.stringify(card).includes('都还好吗')),
      );
      expect(asked).toHaveLength(1);
      await stage.later(minutes(11));
      stage.sees('指挥群', /没有消息/);
    });

    it('but somebody turns up, and all goes on as usual', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61 + 40));
      for (const name of ['东01', '东02']) await stage.says(name, '到岗', room);
      stage.holds('队长', /21:4\d 有人到岗了：东01/);
      for (let n = 1; n <= 5; n += 1) await stage.says('东01', `${String(n)}号`, picture());
      await stage.later(minutes(20));
      await stage.says('东02', '收队', room);
      stage.sees('夜巡群', /小结[\s\S]*第一个人 21:4\d 到岗/);
    });

    it('of which somebody said a word is known to be out, and is asked how it is', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '在路上', room);
      await stage.later(minutes(61));
      stage.seesNot('队长', '还没有人到岗');
      stage.sees('队长', '都还好吗');
    });

    it('its buttons do nothing for the crew, nor twice', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61 + 21));
      const { token } = (await tonight(stage)).shift;
      for (const verb of ['shift_out', 'shift_off', 'shift_ring'])
        expect(await stage.tapsData('东01', `${token}.${verb}`)).toContain('没有你');
      await stage.says('东01', '到岗', room);
      expect(await stage.tapsData('队长', `${token}.shift_off`)).toContain('办过了');
      expect((await tonight(stage)).shift.state).toBe('running');
    });

    it('but somebody came to late after all is asked about its points as usual', async () => {
      const stage = await patrolStage(database.store, {
        rules: {
          routes: [{ code: 'DX', name: '东线', points: [{ place: 'XD-01', by: '22:00' }, { place: 'XD-02' }] }],
        },
      });
      await stage.later(minutes(61 + 90));
      stage.sees('队长', '没有人到岗');
      stage.seesNot('夜巡群', '还没看到照片');
      await stage.says('东01', '刚到 到岗', room);
      await stage.later(minutes(5));
      stage.sees('夜巡群', '还没看到照片：1号 上桥村口');
    });

    it('is ended by its leader from home, who is not there by saying so', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(90));
      await stage.says('队长', '收队');
      stage.sees('队长', '这一班没有人到岗');
      const { shift, people } = await tonight(stage);
      expect(shift.state).toBe('unstaffed');
      expect(people.map(({ state }) => state)).toEqual(Array(4).fill('absent'));
    });
  });

  describe('a leader at home who says 收队', () => {
    it('ends the night of the others and is none of those who were there', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '到岗', room);
      await stage.says('队长', '收队', room);
      const { shift, people } = await tonight(stage);
      expect(shift.state).toBe('closing');
      expect(people.find(({ personId }) => personId === stage.person('队长').id)?.state).toBe('expected');
    });
  });

  describe('leave that nobody has decided on', () => {
    it('is put before the leader once more at the start, and is no plain absence in the end', async () => {
      const stage = await patrolStage(database.store);
      await stage.says('东03', '今晚来不了 家里有事', room);
      stage.holds('队长', /东03[\s\S]*家里有事/);
      await stage.later(minutes(61));
      stage.holds('队长', /东03[\s\S]*家里有事/, /东03[\s\S]*家里有事/);
      for (const name of ['东01', '东02', '队长']) await stage.says(name, '到岗', room);
      for (let n = 1; n <= 5; n += 1) await stage.says('东01', `${String(n)}号`, picture());
      await stage.says('东01', '收队', room);
      const told = stage.sees('队长', '请过假、一直没答复，没来：东03');
      stage.seesNot('夜巡群', '请过假');
      stage.seesNot('夜巡群', '没来');
      const code = /补准 东03 的假，回“同意 ([0-9A-Z]{4})”。/.exec(told)?.[1] ?? '';
      await stage.says('队长', `同意 ${code}`);
      stage.sees('东03', /队长 补准了假：今晚 21:00–次日00:00 东片夜巡，不算没来。/);
      const [view] = await stage.store.read.shifts.between(0, stage.clock.now());
      expect(view?.people.find(({ personId }) => personId === stage.person('东03').id)?.state).toBe('leave');
      await stage.says('队长', `同意 ${code}`);
      expect(stage.cards('东03').filter((card) => textOf(card).includes('补准'))).toHaveLength(1);
    });

    it('of somebody who came all the same is granted no more', async () => {
      const stage = await patrolStage(database.store);
      await stage.says('东03', '今晚来不了 家里有事', room);
      await stage.later(minutes(61));
      for (const name of ['东01', '东03']) await stage.says(name, '到岗', room);
      for (let n = 1; n <= 5; n += 1) await stage.says('东01', `${String(n)}号`, picture());
      await stage.says('东01', '收队', room);
      stage.seesNot('队长', '请过假');
      await stage.taps('队长', 'request_grant');
      const [view] = await stage.store.read.shifts.between(0, stage.clock.now());
      expect(view?.people.find(({ personId }) => personId === stage.person('东03').id)?.state).toBe('present');
    });

    it('is decided on either card, and both show it', async () => {
      const stage = await patrolStage(database.store);
      await stage.says('东03', '今晚来不了 家里有事', room);
      await stage.later(minutes(61));
      await stage.taps('队长', 'request_grant');
      stage.holds('队长', /准|同意/, /准|同意/);
    });
  });

  describe('a point that was not gone to, and why', () => {
    it.each([
      ['5号点进不去', '5号点进不去'],
      ['5号没去 太晚了', '5号没去 太晚了'],
      ['渡口没时间去了', '渡口没时间去了'],
    ])('%s is no visit: nobody is asked about it, and the summary says why', async (words, why) => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东02', '到岗', room);
      for (let n = 1; n <= 4; n += 1) await stage.says('东01', `${String(n)}号`, picture());
      await stage.says('东01', words, room);
      expect((await tonight(stage)).points.at(-1)).toMatchObject({ state: 'excused', why });
      await stage.says('东01', '收队', room);
      stage.seesNot('夜巡群', '还没看到照片');
      stage.sees('夜巡群', new RegExp(`小结[\\s\\S]*点位 4/5[\\s\\S]*没去，说了原因：渡口 · ${why}`));
    });

    it('is seen all the same when somebody goes there later', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '2号没去 路被淹了', room);
      await stage.says('东01', '2号', picture());
      expect((await tonight(stage)).points[1]?.state).toBe('seen');
    });
  });

  describe.each(['telegram', 'wechat'] as const)('what is answered to the question, on %s', (platform) => {
    const asked = async () => {
      const stage = await patrolStage(database.store, { platform });
      await stage.later(minutes(61));
      for (let n = 1; n <= 3; n += 1) await stage.says('东01', `${String(n)}号`, picture());
      await stage.says('东01', '收队', room);
      stage.sees('夜巡群', '还没看到照片：4号 新屋路口、5号 渡口');
      return stage;
    };

    it.each(['没去', '不安全 没去', '都没去 太晚了', '4号5号没去 有点晚了', "didn't go, too late"])(
      '%s excuses them, and the night is summed up with these words',
      async (words) => {
        const stage = await asked();
        await stage.says('东02', words, room);
        stage.sees('夜巡群', new RegExp(`小结[\\s\\S]*没去，说了原因：新屋路口 · ${words}、渡口 · ${words}`));
        stage.seesNot('队长', '新屋路口');
      },
    );

    it('5号没去 excuses that one alone', async () => {
      const stage = await asked();
      await stage.says('东02', '5号没去', room);
      expect((await tonight(stage)).points.map(({ state }) => state).slice(3)).toEqual(['open', 'excused']);
    });

    it.each(['忘了发', '去了 手机没电了没拍'])('%s says that they were there', async (words) => {
      const stage = await asked();
      await stage.says('东02', words, room);
      stage.sees('夜巡群', /小结[\s\S]*点位 5\/5/);
    });

    it.each(['还没去', '东02没去', '下雨了'])('%s answers nothing', async (words) => {
      const stage = await asked();
      await stage.says('东02', words, room);
      expect((await tonight(stage)).points.map(({ state }) => state).slice(3)).toEqual(['open', 'open']);
    });
  });

  it('没去 without any question says nothing of a point', async () => {
    const stage = await patrolStage(database.store);
    await stage.later(minutes(61));
    await stage.says('东01', '到岗', room);
    await stage.says('东01', '没去', room);
    expect((await tonight(stage)).points.every(({ state }) => state === 'open')).toBe(true);
  });

  describe('a crew of which nothing is heard', () => {
    it('is asked, one and then another, and then the officer gets their numbers', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '到岗', room);
      await stage.says('东02', '到岗', room);
      await stage.later(minutes(61));
      const first = ['东01', '东02'].find((name) => stage.cards(name).length > 0) ?? '';
      const second = first === '东01' ? '东02' : '东01';
      stage.sees(first, '都还好吗');
      expect(stage.cards(second)).toEqual([]);
      expect(stage.cards('指挥群')).toEqual([]);
      await stage.later(minutes(5));
      stage.sees(second, '都还好吗');
      await stage.later(minutes(5));
      stage.sees('指挥群', /东01[\s\S]*199-0000-/);
      stage.seesNot('夜巡群', '199-0000-');
      await stage.taps(second, 'shift_safe');
      stage.sees('指挥群', '平安');
      stage.sees('夜巡群', '今晚');
      stage.sees('夜巡群', '🟢');
      await stage.end();
    });

    it('is asked on WeChat as well, where words do what buttons do elsewhere', async () => {
      const stage = await patrolStage(database.store, { platform: 'wechat' });
      await stage.group('值班群', 'command', 'wechat');
      await stage.later(minutes(61));
      for (const who of ['东01', '东02']) await stage.says(who, '到岗', room);
      await stage.later(minutes(61));
      stage.sees('东01', /都还好吗[\s\S]*回 平安/);
      await stage.later(minutes(5));
      stage.sees('东02', '都还好吗');
      expect(stage.cards('值班群')).toEqual([]);
      await stage.later(minutes(5));
      stage.sees('值班群', /没有消息[\s\S]*东01 199-0000-0001\n东02 199-0000-0002/);
      for (const group of ['夜巡群', '东01']) stage.seesNot(group, '199-0000-');
      await stage.says('东02', '平安');
      stage.sees('值班群', /平安：22:1\d 东02 回了话/);
      await stage.later(minutes(50));
      expect(stage.cards('东01')).toHaveLength(1);
    });

    it.each(['今晚风真大', '这次不去'])('is not well because its leader at home says %s', async (words) => {
      const rules = { routes: [{ code: 'DX', name: '东线', points: [{ place: 'XD-01', by: '21:40' }] }] };
      const stage = await patrolStage(database.store, { rules });
      await stage.later(minutes(61));
      for (const who of ['东01', '东02']) await stage.says(who, '到岗', room);
      await stage.later(minutes(62));
      stage.sees('东01', '都还好吗');
      await stage.says('队长', words, words === '这次不去' ? {} : room);
      await stage.later(minutes(10));
      stage.sees('指挥群', /没有消息[\s\S]*东01 199-0000-/);
      await stage.says('队长', '平安');
      stage.sees('指挥群', /平安：.*队长/);
    });

    it('that sends a photo is asked nothing', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      for (let i = 0; i < 4; i += 1) {
        await stage.says('东01', '', picture());
        await stage.later(minutes(50));
      }
      for (const name of ['东01', '东02', '东03', '队长', '指挥群']) stage.seesNot(name, '都还好吗');
    });
  });
});
