import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { patrolStage } from './patrol-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const room = { in: '夜巡群' };
const minutes = (count: number): number => count * 60;

eachEngine((database) => {
  afterEach(closeStages);

  describe.each(['telegram', 'wechat'] as const)('gear that is lost on the way, on %s', (platform) => {
    /** The night has begun, everybody is there with all they need. */
    const running = async (): Promise<Stage> => {
      const stage = await patrolStage(database.store, { platform });
      await stage.later(minutes(61));
      for (const name of ['队长', '东01', '东02']) await stage.says(name, '到岗', room);
      await stage.says('东01', '装备齐了', room);
      return stage;
    };
    const over = async (stage: Stage, words = '收队 器材都还了'): Promise<void> => {
      await stage.says('东02', words, room);
      await stage.later(minutes(20));
    };

    it.each([
      ['我的对讲机丢了', '对讲机 1'],
      ['警棍不见了', '警棍 1'],
      ['反光衣落哪了', '反光背心 1'],
      ['对讲机掉河里了', '对讲机 1'],
      ['谁捡到我的警棍', '警棍 1'],
    ])('%s: the leader hears, and it is not back though all is said to be', async (words, gone) => {
      const stage = await running();
      await stage.says('东01', words, room);
      stage.sees('夜巡群', `记下了：${gone} 不见了，也告诉队长了。`);
      stage.sees('队长', `东01 说不见了：${gone}`);
      await over(stage);
      stage.sees('夜巡群', `没还回来：${gone}`);
    });

    it('is back when it is found, by its name or just so', async () => {
      const stage = await running();
      for (const words of ['我的对讲机丢了', '警棍不见了', '对讲机找到了', '找到了！'])
        await stage.says('东01', words, room);
      stage.sees('队长', '找到了，不少了。');
      await over(stage);
      stage.seesNot('夜巡群', '没还回来');
    });

    it('of two people is two, of one who says it twice one, and whoever finds theirs has one', async () => {
      const stage = await running();
      await stage.says('东01', '我的对讲机丢了', room);
      await stage.says('东01', '对讲机丢了');
      await stage.says('东02', '我对讲机也丢了', room);
      stage.sees('队长', '说不见了：对讲机 2');
      await stage.says('东02', '对讲机找到了', room);
      await over(stage);
      stage.sees('夜巡群', '没还回来：对讲机 1');
    });

    it('is no gear where it is somebody’s own, and 找到了 of somebody who lost none finds none', async () => {
      const stage = await running();
      await stage.says('东01', '我手机丢了', room);
      stage.sees('警01', '“我手机丢了”');
      await stage.says('东02', '警棍不见了', room);
      await stage.says('东01', '找到了', room);
      stage.sees('队长', '东02 说不见了：警棍 1');
      await over(stage);
      stage.sees('夜巡群', '没还回来：警棍 1');
    });

    it('of the leader goes to nobody else, and is noted', async () => {
      const stage = await running();
      await stage.says('队长', '我的对讲机丢了', room);
      stage.sees('夜巡群', /^记下了：对讲机 1 不见了。找到了/);
      expect(stage.cards('队长')).toEqual([]);
    });
  });

  describe.each(['telegram', 'wechat'] as const)('gear that works no more, on %s', (platform) => {
    const running = async (): Promise<Stage> => {
      const stage = await patrolStage(database.store, { platform });
      await stage.later(minutes(61));
      for (const name of ['队长', '东01', '东02']) await stage.says(name, '到岗', room);
      await stage.says('东01', '装备齐了', room);
      return stage;
    };

    it.each([
      ['对讲机坏了', '对讲机 1'],
      ['手电没电了', '照明 1'],
      ['警灯两个都不亮了', '警灯 2'],
    ])('%s: the leader hears, and the summary says it; it is back all the same', async (words, broken) => {
      const stage = await running();
      await stage.says('东01', words, room);
      stage.sees('夜巡群', `记下了：${broken} 不能用，也告诉队长了。`);
      stage.sees('队长', `东01 说不能用了：${broken}`);
      await stage.says('东02', '收队 器材都还了', room);
      await stage.later(minutes(20));
      stage.sees('夜巡群', new RegExp(`小结[\\s\\S]*不能用了：${broken}`));
      stage.seesNot('夜巡群', '没还回来');
    });

    it('works again, as whoever said so says, and nothing of it is left', async () => {
      const stage = await running();
      for (const words of ['对讲机坏了', '手电没电了', '对讲机换好电池了', '好了，能用了'])
        await stage.says('东01', words, room);
      stage.sees('队长', '又能用了。');
      await stage.says('东02', '收队', room);
      await stage.later(minutes(20));
      stage.seesNot('夜巡群', '不能用了：');
    });

    it('of two people is two, and of one who says it twice one', async () => {
      const stage = await running();
      await stage.says('东01', '对讲机没电了', room);
      await stage.says('东01', '对讲机坏了');
      await stage.says('东02', '我对讲机也没声音', room);
      stage.sees('队长', '东01、东02 说不能用了：对讲机 2');
    });

    it('is nobody else’s: not of people who pass, nor in a village’s group', async () => {
      const stage = await running();
      for (const words of ['门卫室对讲机坏了', '手机没电了', '昨晚对讲机坏了']) await stage.says('东01', words, room);
      await stage.says('东01', '对讲机坏了', { in: '村群' });
      await stage.says('值01', '对讲机坏了');
      stage.seesNot('夜巡群', '不能用');
      expect(stage.cards('队长')).toEqual([]);
    });
  });

  it.each(['3号点的警示灯不见了', '渡口救生圈不见了', '对讲机没丢吧', '别把对讲机弄丢了', '昨晚警棍丢了'])(
    '%s is no gear that was lost',
    async (words) => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '到岗', room);
      await stage.says('东01', words, room);
      stage.seesNot('夜巡群', '记下了：');
      expect(stage.cards('队长')).toEqual([]);
    },
  );
});
