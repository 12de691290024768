import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { patrolStage, tonight } from './patrol-stage.ts';
import { closeStages, textOf, type Stage } from './stage.ts';

const room = { in: '夜巡群' };
const picture = () => ({ ...room, message: photo() });
const minutes = (count: number): number => count * 60;
const states = async (stage: Stage): Promise<string[]> => (await tonight(stage)).points.map(({ state }) => state);

eachEngine((database) => {
  afterEach(closeStages);

  /** The night from 21:00 on, which the program sees until 21:20: two are there, and the first point was seen. */
  const begun = async (): Promise<Stage> => {
    const stage = await patrolStage(database.store);
    await stage.later(minutes(61));
    for (const who of ['东01', '东02']) await stage.says(who, '到岗', room);
    await stage.says('东01', '', picture());
    await stage.later(minutes(19));
    return stage;
  };
  /** The program stands still for so long; what people send meanwhile waits at the platform. */
  const standsStill = async (stage: Stage, count: number): Promise<number> => {
    const from = stage.clock.now();
    await stage.bot.timers.stop();
    await stage.bot.sender.stop();
    await stage.later(minutes(count));
    await stage.restart();
    return from;
  };
  const sentAt = (at: number) => ({ ...picture(), sentAt: at });

  describe('a program that stood still in the middle of the night', () => {
    it('takes what waited as of when it was sent: each photo its own point, none of them late or too fast', async () => {
      const stage = await begun();
      const from = await standsStill(stage, 60);
      for (const [n, words] of ['', '', '大塘沿过了 4号'].entries())
        await stage.says('东01', words, sentAt(from + (n + 1) * 15 * 60_000));
      expect(await states(stage)).toEqual(['seen', 'seen', 'seen', 'seen', 'open']);
      const checkIns = await stage.store.read.shifts.checkIns((await tonight(stage)).shift.id);
      expect(checkIns.map(({ doubts }) => doubts)).toEqual(checkIns.map(() => []));
    });

    it('asks about missing points and silence once, and not what was settled meanwhile', async () => {
      const stage = await begun();
      const from = await standsStill(stage, 70);
      await stage.says('东01', '', sentAt(from + 30 * 60_000));
      await stage.later(minutes(30));
      for (const who of ['东01', '东02']) expect(stage.cards(who).length).toBeLessThanOrEqual(1);
      stage.seesNot('指挥群', '没有消息');
      expect(await states(stage)).toEqual(['seen', 'seen', 'open', 'open', 'open']);
    });

    it('sums up a night that ended meanwhile with the photos that waited', async () => {
      const stage = await begun();
      const from = await standsStill(stage, 260);
      for (const [n, name] of ['井头桥', '大塘沿', '新屋路口'].entries())
        await stage.says('东01', name, sentAt(from + (n + 1) * 20 * 60_000));
      stage.seesNot('夜巡群', '小结');
      await stage.later(minutes(6));
      stage.seesNot('夜巡群', '是没去还是忘了发');
      stage.sees('夜巡群', /小结[\s\S]*点位 4\/5[\s\S]*没看到：渡口/);
      expect(stage.cards('夜巡群').filter((card) => textOf(card).includes('小结'))).toHaveLength(1);
      const { people, shift } = await tonight(stage);
      expect(shift.state).toBe('ended');
      expect(people.find(({ personId }) => personId === stage.person('东01').id)?.minutes).toBe(180);
    });

    it('counts the hours of whoever came meanwhile from when they said so', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(55));
      await standsStill(stage, 50);
      const { startsAt } = (await tonight(stage)).shift;
      await stage.says('东01', '到岗', { ...room, sentAt: startsAt + 60_000 });
      await stage.says('东01', '', sentAt(startsAt + 5 * 60_000));
      expect(await states(stage)).toEqual(['seen', 'open', 'open', 'open', 'open']);
      const known = (await tonight(stage)).people.find(({ personId }) => personId === stage.person('东01').id);
      expect(known?.musteredAt).toBe(startsAt + 60_000);
    });
  });
});
