import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { patrolStage, tonight } from './patrol-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const room = { in: '夜巡群' };

async function lateOf(stage: Stage, who: string): Promise<number | null | undefined> {
  return (await tonight(stage)).people.find(({ personId }) => personId === stage.person(who).id)?.lateMinutes;
}

eachEngine((database) => {
  afterEach(closeStages);

  describe('a night that is put off', () => {
    it.each(['今晚推迟半小时', '今晚的班推迟30分钟', '大家今晚集合时间推迟半小时'])(
      'tells the leader how the whole shift is moved: %s',
      async (words) => {
        const stage = await patrolStage(database.store);
        await stage.says('队长', words, room);
        stage.sees(
          '夜巡群',
          '先回“取消11月22日的班”，再发“临时班 11月22日 21:30-00:30 上桥村口 井头桥 大塘沿 新屋路口 渡口”',
        );
        expect(await lateOf(stage, '队长')).toBeNull();
      },
    );

    it.each([
      ['明晚巡逻延后到十点', '先回“取消11月23日的班”，再发“临时班 11月23日 22:00-01:00 上桥村口'],
      ['今晚推到22:30', '先回“取消11月22日的班”，再发“临时班 11月22日 22:30-01:30 上桥村口'],
      ['今晚推迟4个小时', '再发“临时班 11月23日 01:00-04:00 上桥村口'],
      ['今晚推到明晚', '先回“取消11月22日的班”，再发“临时班 11月23日 21:00-00:00 上桥村口'],
      ['今晚推迟', '渡口”，新的时间没看懂，自己填上'],
    ])('names the new times, and none that it does not know: %s', async (words, said) => {
      const stage = await patrolStage(database.store);
      await stage.says('队长', words, room);
      stage.sees('夜巡群', said);
    });

    it('is moved by what the leader reads there', async () => {
      const stage = await patrolStage(database.store);
      await stage.says('队长', '今晚推迟半小时', room);
      await stage.says('队长', '取消11月22日的班', room);
      await stage.says('队长', '临时班 11月22日 21:30-00:30 上桥村口 井头桥 大塘沿 新屋路口 渡口', room);
      const { shift, points, people } = await tonight(stage);
      expect(shift.endsAt - shift.startsAt).toBe(3 * 3_600_000);
      expect(points).toHaveLength(5);
      expect(people).toHaveLength(4);
    });

    it('is not meant by who comes later', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(3_000);
      await stage.says('队长', '我今晚晚到30分钟', room);
      expect(await lateOf(stage, '队长')).toBe(30);
    });
  });

  describe('a shift that is announced with somebody whom nobody knows', () => {
    it('plans the others, and says who is not in the teams', async () => {
      const stage = await patrolStage(database.store);
      await stage.says('队长', '临时班 明晚20点到22点 张三 东02', room);
      const card = stage.sees('夜巡群', '班排好了：明晚 20:00–22:00 临时班');
      expect(card).toContain('“张三”名册里没对上，没排进去');
      expect(card).toContain('东02');
    });

    it.each(['严打', '马拉松', '高铁', '江滩', '张三', '石材 严打'])(
      'is for all of the team and called so where nobody else is named: %s',
      async (name) => {
        const stage = await patrolStage(database.store);
        await stage.says('队长', `临时班 明晚19:00-20:30 ${name}`, room);
        const card = stage.sees('夜巡群', `班排好了：明晚 19:00–20:30 ${name}`);
        expect(card).toMatch(/东01、东02、东03/);
        expect(card).toMatch(/全队都算上了，“.*”当成了班名/);
      },
    );

    it.each(['庙会', '雷雨'])('does not wonder about a name that is none: %s', async (name) => {
      const stage = await patrolStage(database.store);
      await stage.says('队长', `临时班 明晚19:00-20:30 ${name}`, room);
      expect(stage.sees('夜巡群', name)).not.toContain('班名');
    });

    it.each(['庙会', '高考', '江边', '台风'])('takes %s for what it is for', async (name) => {
      const stage = await patrolStage(database.store);
      await stage.says('队长', `临时班 明晚20点到22点 ${name} 东01 东02`, room);
      expect(stage.sees('夜巡群', `班排好了：明晚 20:00–22:00 ${name}`)).not.toContain('没对上');
    });
  });
});
