import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { patrolStage, tonight } from './patrol-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const room = { in: '夜巡群' };
const minutes = (count: number): number => count * 60;

const stateOf = async (stage: Stage): Promise<string> => (await tonight(stage)).shift.state;
const pointsOf = async (stage: Stage): Promise<string> =>
  (await tonight(stage)).points.map(({ state }) => state).join(' ');
const leftOf = async (stage: Stage): Promise<number> =>
  (await tonight(stage)).people.filter(({ leftAt }) => leftAt !== null).length;

eachEngine((database) => {
  afterEach(closeStages);

  /** It is 21:02, and these have reported. */
  const out = async (names: readonly string[] = ['东01', '东02'], how: Parameters<typeof patrolStage>[1] = {}) => {
    const stage = await patrolStage(database.store, how);
    await stage.later(minutes(61));
    for (const name of names) await stage.says(name, '到岗', room);
    return stage;
  };

  describe('what sounds like the end of a night', () => {
    it.each([
      '先不收队',
      '快收队了吧',
      '下雨就收队',
      '他们那队都收队了',
      '12点收队哈',
      '大家11点半准时收队',
      '到点收队',
      '收队时间12点',
    ])('%s is none', async (words) => {
      const stage = await out();
      await stage.says('东01', words, room);
      expect(await stateOf(stage)).toBe('running');
    });

    it('an hour ends it around that hour', async () => {
      const stage = await out();
      await stage.later(minutes(175));
      await stage.says('东01', '23:55 收队', room);
      expect(await stateOf(stage)).toBe('closing');
    });

    it.each(['收队 明早8点开会', '21:01渡口正常 收队'])(
      '%s: an hour of something else is no hour of it',
      async (words) => {
        const stage = await out();
        await stage.says('东01', words, room);
        expect(await stateOf(stage)).toBe('closing');
      },
    );

    it('another team of the zone is not this one', async () => {
      const teams = [
        { code: 'WP', name: '西片队', leader: '警01', members: ['警01'], room: '西片群', platform: 'telegram' },
      ] as const;
      const stage = await out(['东01', '东02'], { teams });
      await stage.says('东01', '西片队收队了', room);
      expect(await stateOf(stage)).toBe('running');
      await stage.says('东01', '东片收队了', room);
      expect(await stateOf(stage)).toBe('closing');
    });

    it('the last point that is walked is a check-in at it', async () => {
      const stage = await out();
      await stage.says('东01', '最后一个点也走完了', room);
      expect(await stateOf(stage)).toBe('running');
      expect(await pointsOf(stage)).toBe('open open open open seen');
      await stage.says('东01', '我们交班了', room);
      expect(await stateOf(stage)).toBe('running');
    });

    it('with 收队 it is both', async () => {
      const stage = await out();
      await stage.says('东01', '最后一个点走完了,收队', room);
      expect(await stateOf(stage)).toBe('closing');
      expect(await pointsOf(stage)).toBe('open open open open seen');
    });

    it('is counted beside somebody who fell on the way and is up again', async () => {
      const stage = await out();
      await stage.says('东01', '收队 路上遇到老人摔倒扶起来了', room);
      expect(await stateOf(stage)).toBe('closing');
      stage.sees('指挥群', '老人摔倒');
    });

    it('is none of those who wait for an ambulance on the way', async () => {
      const stage = await out();
      await stage.says('东01', '收队路上遇到老人摔倒 头破了 在等120', room);
      expect(await stateOf(stage)).toBe('running');
      stage.sees('指挥群', '头破了');
    });

    it('metres walked are a distance and no remark', async () => {
      const stage = await out();
      await stage.says('东01', '收队 共走了8600米', room);
      expect((await tonight(stage)).shift).toMatchObject({ distanceKm: 8.6, remarks: '' });
      await stage.says('东02', 'done, 5 km', room);
      expect((await tonight(stage)).shift).toMatchObject({ distanceKm: 5, remarks: '' });
    });
  });

  describe('an end that was none', () => {
    it.each([
      '发错了 还没收队',
      '刚才那个不算',
      '还没收队',
      '继续巡逻',
      '收队不算',
      '不好意思点错了，还在巡',
      'sorry, not done yet',
      '还没完呢 还有四个点',
      '还没收 我们还在走',
      '等下 我们还有两个点没走',
      '谁收队了？我们还在3号',
      'hold on, two more points to go',
    ])('%s takes it back, and the night goes on as before', async (words) => {
      const stage = await out();
      await stage.says('东01', '收队', room);
      expect(await stateOf(stage)).toBe('closing');
      await stage.says('东02', words, room);
      stage.sees('夜巡群', '没收队，接着巡');
      const { shift, points } = await tonight(stage);
      expect(shift).toMatchObject({ state: 'running', endedAt: null });
      expect(points.every(({ askedAt, toldAt }) => askedAt === null && toldAt === null)).toBe(true);
      await stage.later(minutes(40));
      expect(await stateOf(stage)).toBe('running');
      await stage.says('东01', '', { ...room, message: photo() });
      expect((await pointsOf(stage)).startsWith('seen')).toBe(true);
      await stage.says('东01', '收队', room);
      await stage.later(minutes(20));
      expect(await stateOf(stage)).toBe('ended');
    });

    it.each(['还没到家', '还有两个点没去 太晚了', '没走完 下雨了', '你们继续走 我先回了', '怎么还没收队？'])(
      '%s takes nothing back',
      async (words) => {
        const stage = await out();
        await stage.says('东01', '收队', room);
        await stage.says('东02', words, room);
        expect(await stateOf(stage)).toBe('closing');
      },
    );

    it.each([
      ['还没收队 1号正常', 'seen open open open open'],
      ['我们还在渡口呢', 'open open open open seen'],
    ])('%s takes it back, and says where they are', async (words, points) => {
      const stage = await out();
      await stage.says('东01', '收队', room);
      await stage.says('东02', words, room);
      expect(await stateOf(stage)).toBe('running');
      expect(await pointsOf(stage)).toBe(points);
    });

    it('is taken back beside somebody suspicious, of whom the officer hears', async () => {
      const stage = await out();
      await stage.says('东01', '收队', room);
      await stage.says('东02', '还没收队 渡口有个男的鬼鬼祟祟', room);
      expect(await stateOf(stage)).toBe('running');
      stage.sees('指挥群', '鬼鬼祟祟');
    });

    it('is taken back by an edit of the message, and by the leader', async () => {
      const stage = await out();
      await stage.says('东01', '收队', { ...room, message: { messageId: 'end' } });
      await stage.says('东01', '还没收队，发错了', { ...room, message: { messageId: 'end', edited: true } });
      expect(await stateOf(stage)).toBe('running');
      await stage.says('东01', '收队', room);
      await stage.says('队长', '继续巡逻', room);
      expect(await stateOf(stage)).toBe('running');
    });

    it('发错了 is of a check-in that came after it, and nobody else takes an end back', async () => {
      const stage = await out();
      await stage.says('东01', '收队', room);
      await stage.says('东01', '渡口', { ...room, message: photo() });
      await stage.says('东01', '刚才那个不算', room);
      expect(await stateOf(stage)).toBe('closing');
      expect(await pointsOf(stage)).toBe('open open open open open');
      await stage.says('警01', '还没收队', room);
      expect(await stateOf(stage)).toBe('closing');
    });

    it('is none where they go from one point to another afterwards, long before its time', async () => {
      const stage = await out();
      await stage.says('东01', '收队', room);
      await stage.later(minutes(8));
      await stage.says('东01', '', { ...room, message: photo() });
      await stage.says('东01', '', { ...room, message: photo() });
      expect(await stateOf(stage)).toBe('closing');
      await stage.later(minutes(10));
      await stage.says('东01', '', { ...room, message: photo() });
      expect(await stateOf(stage)).toBe('running');
      stage.sees('夜巡群', /当没收队，接着巡；真收队了，再说一声“收队”/);
      await stage.later(minutes(40));
      await stage.says('东01', '', { ...room, message: photo() });
      expect(await pointsOf(stage)).toBe('seen seen seen open open');
    });

    it.each([
      ['补2号', '补3号 刚才忘发了'],
      ['2号', '3号'],
      ['2号', '2号 再来一张'],
      ['刚才忘发了 2号', '渡口'],
      ['late photo, no. 2', 'late photo, no. 3'],
    ])('is one where %s and then %s answer what was missing', async (first, second) => {
      const stage = await out();
      await stage.later(minutes(60));
      await stage.says('东01', '收队', room);
      await stage.later(minutes(2));
      await stage.says('东01', first, { ...room, message: photo() });
      await stage.later(minutes(6));
      await stage.says('东01', second, { ...room, message: photo() });
      expect(await stateOf(stage)).toBe('closing');
      await stage.later(minutes(20));
      expect(await stateOf(stage)).toBe('ended');
    });

    it('is none where they name points long after they were asked about them', async () => {
      const stage = await out();
      await stage.says('东01', '收队', room);
      for (const words of ['1号', '2号', '3号', '4号']) {
        await stage.later(minutes(10));
        await stage.says('东01', words, { ...room, message: photo() });
      }
      expect(await stateOf(stage)).toBe('running');
    });
  });

  describe('points that are said with the end not to have been gone to', () => {
    const walked = async (points: number) => {
      const stage = await out();
      for (let n = 1; n <= points; n += 1) await stage.says('东01', `${String(n)}号`, { ...room, message: photo() });
      return stage;
    };

    it.each([
      ['收队 5号没去 锁门了', '5号没去 锁门了'],
      ['巡完了 收队 里程8.6公里 渡口没去成 路断了', '渡口没去成 路断了'],
      ['收队 太晚了剩下的不去了', '太晚了剩下的不去了'],
      ['we are done, skipped 5, road closed', 'skipped road closed'],
    ])('%s: they are not asked about, and the summary says why, once', async (words, why) => {
      const stage = await walked(4);
      await stage.says('东01', words, room);
      const told = stage.sees('夜巡群', new RegExp(`小结[\\s\\S]*没去，说了原因：渡口 · ${why}`));
      expect(told.split(why)).toHaveLength(2);
      stage.seesNot('夜巡群', '还没看到照片');
    });

    it('are several, also under a picture', async () => {
      const stage = await walked(3);
      await stage.says('东01', '收队 4号5号太晚了不去了', { ...room, message: photo() });
      expect(await pointsOf(stage)).toBe('seen seen seen excused excused');
      expect(await stateOf(stage)).toBe('ended');
    });

    it('leave the others to be asked about', async () => {
      const stage = await walked(3);
      await stage.says('东01', '收队 5 没去 封路', room);
      expect(await pointsOf(stage)).toBe('seen seen seen open excused');
      stage.sees('夜巡群', '还没看到照片：4号 新屋路口');
    });

    it.each(['收队 大家辛苦了', '收队 东02没去', '收队 下雨了', '收队 明天不去了'])('%s: none are', async (words) => {
      const stage = await walked(4);
      await stage.says('东01', words, room);
      expect(await pointsOf(stage)).toBe('seen seen seen seen open');
    });
  });

  describe('one who goes home', () => {
    it.each([
      '我这边结束了 你们继续',
      '回家了',
      '下班了 大家早点休息',
      'going home',
      'going home now, feeling sick',
      "I'm heading home, not feeling well",
      "I'm done for tonight",
      '肚子疼 先回了',
    ])('%s ends nobody else’s night', async (words) => {
      const stage = await out(['东01', '东02', '东03']);
      await stage.says('东03', words, room);
      expect(await stateOf(stage)).toBe('running');
      expect(await leftOf(stage)).toBe(1);
      stage.sees('夜巡群', '还有 2 个人在班');
      expect((await tonight(stage)).shift.remarks).toBe('');
    });

    it.each(['东02先回去了', '东02回家了', '东02不舒服先走了', '东02 is going home'])(
      '%s is of the one who is named',
      async (words) => {
        const stage = await out(['东01', '东02', '东03']);
        await stage.says('东01', words, room);
        const gone = (await tonight(stage)).people.filter(({ leftAt }) => leftAt !== null);
        expect(gone.map(({ personId }) => personId)).toEqual([stage.person('东02').id]);
        stage.sees('夜巡群', '东02 先回');
        expect(await stateOf(stage)).toBe('running');
      },
    );

    it.each([
      '下雨的话，我先撤了',
      '等会儿 我先走',
      '如果没事，我先回去了',
      '我说 我先撤',
      '10点 我先走',
      '我明天先走',
      '东02等会先走',
      '我这边走完了',
      '我这边都巡完了',
      'if it rains I am going home',
    ])('%s sends nobody home yet', async (words) => {
      const stage = await out(['东01', '东02', '东03']);
      await stage.says('东01', words, room);
      expect(await stateOf(stage)).toBe('running');
      expect(await leftOf(stage)).toBe(0);
    });

    it('somebody whom nobody knows ends nothing', async () => {
      const stage = await out();
      await stage.says('东01', '阿强先回去了', room);
      expect(await stateOf(stage)).toBe('running');
      expect(await leftOf(stage)).toBe(0);
    });

    it('回家了 is of all at the end of its time', async () => {
      const stage = await out();
      await stage.later(minutes(170));
      await stage.says('东01', '回家了', room);
      expect(await stateOf(stage)).toBe('closing');
    });

    it('下班了 大家早点休息 of their leader is of all', async () => {
      const stage = await out(['队长', '东01']);
      await stage.says('队长', '下班了 大家早点休息', room);
      expect(await stateOf(stage)).toBe('closing');
    });

    it('the last of them ends it, and how they feel is no remark of the team', async () => {
      const stage = await out(['东01']);
      await stage.says('东01', '下班了 肚子疼', room);
      expect((await tonight(stage)).shift).toMatchObject({ state: 'closing', remarks: '' });
    });

    it.each(['收队', '撤了', '我们撤了', '大家回家了', 'we are done'])('%s is still of all', async (words) => {
      const stage = await out(['东01', '东02', '东03']);
      await stage.says('东01', words, room);
      expect(await stateOf(stage)).toBe('closing');
    });
  });

  it('下岗 at a checkpoint is of one, and of the last of them the end', async () => {
    const stage = await out(['东01', '东02', '东03'], {
      rules: {
        rosters: [
          {
            code: 'DP',
            name: '东口值守',
            kind: 'checkpoint',
            turns: ['DP'],
            start: '2026-11-22T21:00',
            rule: 'FREQ=DAILY',
            minutes: 180,
          },
        ],
      },
    });
    await stage.says('东03', '下岗', room);
    expect(await stateOf(stage)).toBe('running');
    expect(await leftOf(stage)).toBe(1);
    await stage.says('东02', '下岗了', room);
    expect(await stateOf(stage)).toBe('running');
    await stage.says('东01', '下岗', room);
    expect(await stateOf(stage)).toBe('ended');
  });
});
