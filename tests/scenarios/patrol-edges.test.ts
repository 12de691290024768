import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { patrolStage, tonight, walk } from './patrol-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const room = { in: '夜巡群' };
const picture = (more: Parameters<typeof photo>[0] = {}) => ({ ...room, message: photo(more) });
const minutes = (count: number): number => count * 60;

/** How each point stands. */
const states = async (stage: Stage): Promise<string[]> => (await tonight(stage)).points.map(({ state }) => state);
/** The check-ins that count or counted once, by the name of their point. */
const checkIns = async (stage: Stage) => stage.store.read.shifts.checkIns((await tonight(stage)).shift.id);

eachEngine((database) => {
  afterEach(closeStages);

  /** The night has begun, everybody is there. */
  const running = async (how: Parameters<typeof patrolStage>[1] = {}): Promise<Stage> => {
    const stage = await patrolStage(database.store, how);
    await stage.later(minutes(61));
    for (const name of ['东01', '东02']) await stage.says(name, '到岗', room);
    return stage;
  };

  describe('a check-in', () => {
    it('with several points in one message counts for each', async () => {
      const stage = await running();
      await stage.says('东01', '21点40 上桥村口→井头桥 一切正常', picture());
      expect(await states(stage)).toEqual(['seen', 'seen', 'open', 'open', 'open']);
    });

    it('for somebody else is that person’s, and says who sent it', async () => {
      const stage = await running();
      await stage.says('东01', '替东02打卡 3号', picture());
      const [only] = await checkIns(stage);
      expect(only).toMatchObject({ n: 3, personId: stage.person('东02').id, byId: stage.person('东01').id });
    });

    it('that was wrong is put right by words, and the wrong point is open again', async () => {
      const stage = await running();
      await stage.says('东01', '2号', picture());
      await stage.later(minutes(3));
      await stage.says('东01', '刚才那张发错了 是4号', room);
      expect(await states(stage)).toEqual(['open', 'open', 'open', 'seen', 'open']);
      const kept = (await checkIns(stage)).map(({ state, n }) => [state, n]);
      expect(kept).toContainEqual(['counted', 4]);
      expect(kept.filter(([state]) => state === 'counted')).toHaveLength(1);
    });

    it('of somebody else is not put right by a mate’s words, which show nobody anywhere', async () => {
      const stage = await running();
      await stage.says('东01', '3号', picture());
      await stage.says('东02', '他发错了 那是2号', room);
      expect(await states(stage)).toEqual(['open', 'open', 'seen', 'open', 'open']);
    });

    it('in an album is of the point that each picture names', async () => {
      const stage = await running();
      for (const caption of ['4号', '5号', ''])
        await stage.says('东01', caption, { ...room, message: { ...photo(), albumId: 'a2' } });
      expect(await states(stage)).toEqual(['open', 'open', 'open', 'seen', 'seen']);
      expect((await checkIns(stage)).map(({ n }) => n)).toEqual([4, 5]);
    });

    it('that was put right is one picture in the summary', async () => {
      const stage = await running();
      await stage.says('东01', '1号', picture());
      await stage.later(minutes(3));
      await stage.says('东01', '打错了是2号', room);
      await stage.says('东01', '收队', room);
      await stage.later(minutes(20));
      stage.sees('夜巡群', /小结[\s\S]*照片 1 张/);
    });

    it('is taken back by its number, by what came last, or by a word under its quote', async () => {
      const stage = await running();
      await stage.says('东01', '1、2号正常', picture());
      await stage.says('东01', '3号', picture());
      const third = `m${String(stage.actions)}`;
      await stage.says('东02', '3号不算', room);
      expect(await states(stage)).toEqual(['seen', 'seen', 'seen', 'open', 'open']);
      await stage.says('东01', '2号不算 没去', room);
      expect(await states(stage)).toEqual(['seen', 'open', 'seen', 'open', 'open']);
      await stage.says('东01', '4号', picture());
      await stage.says('东01', '发错了', { ...room, message: { quote: { messageId: third, text: '3号' } } });
      expect(await states(stage)).toEqual(['seen', 'open', 'open', 'seen', 'open']);
      await stage.says('东01', '刚才那张不算', room);
      expect(await states(stage)).toEqual(['seen', 'open', 'open', 'open', 'open']);
    });

    it.each([
      ['刚才7号发错了', '3号', true],
      ['刚才3号发错了', '3号', false],
      ['刚才那张发错了', '3号', false],
      ['3号点不是我拍的 发错群了', '3号', false],
      ['发错群了', '', false],
    ])(
      '%s takes it back and says which one it was, and only a check-in of one’s own',
      async (words, caption, stays) => {
        const stage = await running();
        await stage.says('东02', '1号', picture());
        await stage.says('东01', caption, picture());
        await stage.says('东01', words, room);
        expect((await states(stage)).filter((state) => state === 'seen')).toHaveLength(stays ? 2 : 1);
        if (stays) stage.seesNot('夜巡群', '撤了');
        else stage.sees('夜巡群', /^撤了，\S+ 这次不算。/);
      },
    );

    it('of long ago is not what was sent wrong just now', async () => {
      const stage = await running();
      await stage.says('东01', '3号', picture());
      await stage.later(minutes(40));
      await stage.says('东01', '刚才发错了', room);
      expect(await states(stage)).toEqual(['open', 'open', 'seen', 'open', 'open']);
      stage.seesNot('夜巡群', '撤了');
    });

    it.each(['刚才忘拍了 9点15那个点', '补一张 9:15 的'])(
      'told afterwards on a walk by day is of the morning that it names: %s',
      async (words) => {
        const roster = { turns: ['DP'], start: '2026-11-23T09:00', rule: 'FREQ=DAILY', minutes: 180, route: 'DX' };
        const rules = { rosters: [{ code: 'DP', name: '东片日巡', ...roster }] };
        const stage = await patrolStage(database.store, { rules, at: Date.UTC(2026, 10, 23, 0) });
        await stage.later(minutes(65));
        await stage.says('东01', '上桥村口', picture());
        await stage.later(minutes(20));
        await stage.says('东01', '大塘沿', picture());
        await stage.later(minutes(20));
        await stage.says('东01', '渡口', picture());
        await stage.later(minutes(3));
        await stage.says('东01', words, picture());
        expect(await states(stage)).toEqual(['seen', 'seen', 'seen', 'open', 'seen']);
      },
    );

    it('of the same point again is kept, and changes no other', async () => {
      const stage = await running();
      await stage.says('东01', '1号', picture());
      await stage.later(minutes(20));
      await stage.says('东02', '1号', picture());
      expect(await states(stage)).toEqual(['seen', 'open', 'open', 'open', 'open']);
      expect((await checkIns(stage)).map(({ state }) => state)).toEqual(['counted', 'repeat']);
    });

    it('as an album is one', async () => {
      const stage = await running();
      for (let i = 0; i < 4; i += 1)
        await stage.says('东01', i === 0 ? '井头桥' : '', { ...room, message: { ...photo(), albumId: 'a1' } });
      expect(await states(stage)).toEqual(['open', 'seen', 'open', 'open', 'open']);
      const [only, ...more] = await checkIns(stage);
      expect(more).toEqual([]);
      expect(only?.photos).toBe(4);
    });

    it('whose caption is edited goes to where it says now', async () => {
      const stage = await running();
      await stage.says('东01', '', { ...room, message: { ...photo(), messageId: 'p1' } });
      expect(await states(stage)).toEqual(['seen', 'open', 'open', 'open', 'open']);
      await stage.says('东01', '渡口', { ...room, message: { messageId: 'p1', edited: true } });
      expect(await states(stage)).toEqual(['open', 'open', 'open', 'open', 'seen']);
    });

    it('that was none is one when its caption is changed to a point, as of when it was sent; before the shift never', async () => {
      const stage = await patrolStage(database.store, { at: Date.UTC(2026, 10, 22, 11) });
      const early = photo();
      await stage.says('东01', '今晚月色真好', { ...room, message: { ...early, messageId: 'p0' } });
      await stage.later(minutes(121));
      await stage.says('东01', '到岗', room);
      const sent = photo();
      await stage.says('东01', '今晚月色真好', { ...room, message: { ...sent, messageId: 'p1' } });
      const sentAt = stage.clock.now();
      expect(await states(stage)).toEqual(Array(5).fill('open'));
      await stage.later(minutes(20));
      for (let i = 0; i < 2; i += 1)
        await stage.says('东01', '5号', { ...room, message: { ...sent, messageId: 'p1', edited: true } });
      await stage.later(minutes(20));
      await stage.says('东01', '2号', { ...room, message: { ...early, messageId: 'p0', edited: true } });
      expect(await states(stage)).toEqual(['open', 'open', 'open', 'open', 'seen']);
      const [only, ...more] = await checkIns(stage);
      expect(more).toEqual([]);
      expect(only).toMatchObject({ n: 5, photos: 1 });
      expect(only?.receivedAt).toBeLessThanOrEqual(sentAt);
    });

    it('whose picture is changed keeps both, and is one still', async () => {
      const stage = await running();
      await stage.says('东01', '1号', { ...room, message: { ...photo(), messageId: 'p1' } });
      const other = { kind: 'photo' as const, ref: 'another', uniqueRef: 'another' };
      await stage.says('东01', '1号', { ...room, message: { messageId: 'p1', edited: true, attachments: [other] } });
      await stage.says('东01', '1号', { ...room, message: { messageId: 'p1', edited: true, attachments: [other] } });
      const [only, ...more] = await checkIns(stage);
      expect(more).toEqual([]);
      expect(only?.photos).toBe(2);
      expect(await states(stage)).toEqual(['seen', 'open', 'open', 'open', 'open']);
    });

    it('whose caption is edited after the night is over changes no number', async () => {
      const stage = await running();
      await stage.says('东01', '1号', { ...room, message: { ...photo(), messageId: 'p1' } });
      await stage.says('东01', '收队', room);
      await stage.later(minutes(16));
      const before = await states(stage);
      const said = stage.cards('夜巡群').length;
      await stage.says('东01', '5号', { ...room, message: { messageId: 'p1', edited: true } });
      expect(await states(stage)).toEqual(before);
      expect(stage.cards('夜巡群')).toHaveLength(said);
    });

    it('that is taken out of the chat again stays as it was', async () => {
      const stage = await running();
      await stage.says('东01', '1号', picture());
      await stage.chats.telegram.receive({
        platform: 'telegram',
        updateId: 'recalled',
        sentAt: stage.clock.now(),
        room: { externalId: '夜巡群', kind: 'group', title: '夜巡群' },
        sender: { externalId: '东01', name: '东01' },
        event: { kind: 'other', what: 'recalled' },
        raw: '{}',
      });
      expect(await states(stage)).toEqual(['seen', 'open', 'open', 'open', 'open']);
      expect((await checkIns(stage)).map(({ state, photos }) => [state, photos])).toEqual([['counted', 1]]);
    });

    it('delivered twice is one', async () => {
      const stage = await running();
      const sent = photo();
      for (let i = 0; i < 2; i += 1)
        await stage.says('东01', '1号', { ...room, message: { ...sent, messageId: 'same' } });
      expect((await checkIns(stage)).filter(({ state }) => state === 'counted')).toHaveLength(1);
      expect(await states(stage)).toEqual(['seen', 'open', 'open', 'open', 'open']);
    });
  });

  describe('what is no check-in', () => {
    it('stays what it is: talk, supper, a question, a forwarded notice', async () => {
      const stage = await running();
      for (const words of ['夜宵吃什么', '今天好冷啊', '明天谁开车？', '哈哈哈']) await stage.says('东01', words, room);
      for (const words of ['夜宵 面不错', '转发：明天全镇停水通知，请相互转告'])
        await stage.says('东02', words, picture());
      expect(await checkIns(stage)).toEqual([]);
      expect(await states(stage)).toEqual(Array(5).fill('open'));
    });

    it('danger goes the way of danger, and the night goes on', async () => {
      const stage = await running();
      await stage.says('东01', '报告 大塘沿有个喝醉的躺路边 叫不醒', room);
      stage.sees('夜巡群', /110|120/);
      stage.sees('指挥群', '大塘沿');
      // The next pictures of whoever told of it are of that; everybody else goes on.
      await stage.says('东02', '1号', picture());
      expect(await states(stage)).toEqual(['seen', 'open', 'open', 'open', 'open']);
    });
  });

  describe('what goes wrong', () => {
    it('a restart in the middle of the night changes nothing', async () => {
      const stage = await running();
      await stage.says('东01', '1号', picture());
      await stage.restart();
      await stage.later(minutes(10));
      await stage.says('东01', '', picture());
      expect(await states(stage)).toEqual(['seen', 'seen', 'open', 'open', 'open']);
      await stage.says('东01', '收队', room);
      await stage.later(minutes(20));
      stage.sees('夜巡群', /小结[\s\S]*没看到：大塘沿、新屋路口、渡口/);
    });

    it('a photo in another team’s group counts for the shift that its sender is in', async () => {
      const stage = await running();
      await stage.team({ code: 'XP', name: '西片队', leader: null, members: ['警01'], room: '西片群' });
      await stage.says('东01', '1号', { in: '西片群', message: photo() });
      expect(await states(stage)).toEqual(['seen', 'open', 'open', 'open', 'open']);
      expect(stage.cards('西片群')).toEqual([]);
    });

    /** 东01 is in two teams, and both are out. */
    const twice = async (): Promise<Stage> => {
      const roster = { turns: ['DP'], start: '2026-11-22T21:00', rule: 'FREQ=DAILY', minutes: 180, route: 'DX' };
      const stage = await patrolStage(database.store, {
        rules: {
          rosters: [
            { code: 'DP', name: '东片夜巡', ...roster },
            { code: 'XP', name: '西片夜巡', ...roster, turns: ['XP'] },
          ],
        },
        teams: [{ code: 'XP', name: '西片队', leader: null, members: ['东01', '警01'], room: '西片群' }],
      });
      await stage.later(minutes(61));
      return stage;
    };

    it('somebody on two shifts at once reads which one they came to, and is asked which one they end', async () => {
      const stage = await twice();
      await stage.says('东01', '到岗');
      stage.sees('东01', /^到岗了，现在 1\/4 人。\n今晚 21:00\S* 东片夜巡$/);
      await stage.says('东01', '到岗', room);
      stage.sees('西片群', '到岗 0/2');
      await stage.says('东01', '到岗', { in: '西片群' });
      stage.sees('西片群', '到岗 1/2');
      await stage.says('东01', '收队');
      stage.sees('东01', /^收哪一班？/);
      expect((await stage.store.read.shifts.running()).map(({ state }) => state)).toEqual(['running', 'running']);
      await stage.taps('东01', 'shift_end');
      const states = (await stage.store.read.shifts.running()).map(({ state }) => state);
      expect(states.toSorted()).toEqual(['closing', 'running']);
    });

    it('somebody on two shifts at once is heard in each of their groups', async () => {
      const stage = await twice();
      await stage.says('东01', '2号', picture());
      await stage.says('东01', '3号', { in: '西片群', message: photo() });
      const views = await stage.store.read.shifts.between(0, stage.clock.now());
      const seen = new Map(
        views.map(({ shift, points }) => [
          shift.rosterCode,
          points.filter(({ state }) => state === 'seen').map(({ n }) => n),
        ]),
      );
      expect(seen.get('DP')).toEqual([2]);
      expect(seen.get('XP')).toEqual([3]);
    });

    it('a stranger’s buttons and words change nothing', async () => {
      const stage = await running();
      const before = await tonight(stage);
      await stage.says('警01', '收队', { in: '夜巡群' });
      const end = stage.action('夜巡群', 'shift_end');
      expect(await stage.tapsData('警01', `${end.token}.shift_end`, '夜巡群')).not.toContain('收队了');
      expect(await stage.tapsData('警01', `${end.token}.points_excuse.closed`, '夜巡群')).not.toBe('');
      expect((await tonight(stage)).shift.state).toBe(before.shift.state);
      expect(await states(stage)).toEqual(Array(walk.length).fill('open'));
    });

    it('a find that does not reach the police contact is told to the command', async () => {
      const stage = await running();
      stage.chats.telegram.block('警01');
      await stage.says('东01', '捡到一个钱包 里面有身份证', room);
      stage.sees('指挥群', /警01/);
    });

    it('what is wrong and told with 收队 is offered to be registered, and a good night is not', async () => {
      const stage = await running();
      await stage.says('东01', '收队 里程3公里 渡口路灯不亮', room);
      expect((await tonight(stage)).shift).toMatchObject({ distanceKm: 3, remarks: '渡口路灯不亮' });
      stage.sees('夜巡群', '登记为隐患？');
      const before = stage.cards('夜巡群').length;
      await stage.says('东02', '收队 大家辛苦了 今晚都正常', room);
      expect(stage.cards('夜巡群')).toHaveLength(before);
    });

    it.each([
      ['leaving early, kid has a fever', true],
      ["I'm heading home, not feeling well", true],
      ['leaving point 3 now', false],
      ['leaving early morning shift to you?', false],
    ])('in English goes home early, or does not: %s', async (words, goes) => {
      const stage = await running();
      await stage.says('东02', words, room);
      const { people } = await tonight(stage);
      const left = people.find(({ personId }) => personId === stage.person('东02').id)?.leftAt ?? null;
      expect(left !== null).toBe(goes);
    });

    it('somebody who goes home early has the hours until then, and is not asked how they are', async () => {
      const stage = await running();
      await stage.later(minutes(30));
      await stage.says('东02', '孩子闹，我先回去了', room);
      expect((await tonight(stage)).shift.state).toBe('running');
      await stage.later(minutes(61));
      stage.sees('东01', '都还好吗');
      expect(stage.cards('东02')).toEqual([]);
      await stage.taps('东01', 'shift_safe');
      await stage.says('东01', '我回家了', room);
      await stage.later(minutes(20));
      const { shift, people } = await tonight(stage);
      expect(shift.state).toBe('ended');
      const hours = new Map(people.map(({ personId, minutes: counted }) => [personId, counted ?? 0]));
      expect(hours.get(stage.person('东02').id)).toBe(31);
      expect(hours.get(stage.person('东01').id)).toBeGreaterThan(90);
    });

    it('two taps on 收队 end it once', async () => {
      const stage = await running();
      for (let n = 1; n <= 5; n += 1) {
        await stage.says('东01', `${String(n)}号`, picture());
        await stage.later(minutes(5));
      }
      const end = stage.action('夜巡群', 'shift_end');
      await stage.tapsData('东01', `${end.token}.shift_end`, '夜巡群');
      await stage.tapsData('东02', `${end.token}.shift_end`, '夜巡群');
      expect(stage.cards('夜巡群').filter(({ title }) => title?.includes('小结'))).toHaveLength(1);
    });
  });
});
