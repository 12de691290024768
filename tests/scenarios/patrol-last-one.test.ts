import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { patrolStage, tonight } from './patrol-stage.ts';
import { closeStages } from './stage.ts';

const room = { in: '夜巡群' };
const minutes = (count: number): number => count * 60;

eachEngine((database) => {
  afterEach(closeStages);

  describe('the last one there who goes home', () => {
    it.each(['先走了 孩子发烧', '肚子痛 我先撤了', 'gotta go home, sorry'])(
      '%s: the leader hears that nobody is left, and nobody is asked whether all is well',
      async (words) => {
        const stage = await patrolStage(database.store);
        await stage.later(minutes(61));
        await stage.says('东01', '到岗', room);
        await stage.says('东01', words, room);
        stage.sees('夜巡群', /路上当心。这一班现在没有人了/);
        stage.sees('队长', /东01 先回。这一班现在没有人了[\s\S]*东片夜巡/);
        const { shift, people } = await tonight(stage);
        expect(shift.state).toBe('running');
        expect(people.find(({ personId }) => personId === stage.person('东01').id)?.leftAt).not.toBeNull();
        await stage.later(minutes(70));
        expect((await tonight(stage)).shift.welfare).toBeNull();
        await stage.says('东02', '到岗', room);
        await stage.later(minutes(145));
        expect((await tonight(stage)).shift.state).toBe('ended');
      },
    );

    it('is the end where nobody else is expected', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      for (const name of ['东01', '东02', '东03', '队长']) await stage.says(name, '到岗', room);
      for (const name of ['东02', '东03', '队长']) await stage.says(name, '我先回去了', room);
      await stage.says('东01', '先走了 孩子发烧', room);
      expect((await tonight(stage)).shift.state).toBe('closing');
    });

    it('whoever comes later is asked whether all is well after as long a silence', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '到岗', room);
      await stage.says('东01', '先走了 孩子发烧', room);
      await stage.later(minutes(10));
      await stage.says('东02', '到岗', room);
      await stage.later(minutes(75));
      expect((await tonight(stage)).shift.welfare).not.toBeNull();
    });
  });
});
