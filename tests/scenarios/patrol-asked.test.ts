import { afterEach, describe, expect, it } from 'vitest';
import { readAskedWord } from '../../bot/texts/asked-words.ts';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { patrolStage } from './patrol-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const room = { in: '夜巡群' };

eachEngine((database) => {
  afterEach(closeStages);

  const running = async (how: Parameters<typeof patrolStage>[1] = {}): Promise<Stage> => {
    const stage = await patrolStage(database.store, how);
    await stage.later(61 * 60);
    for (const name of ['东01', '东02']) await stage.says(name, '到岗', room);
    await stage.says('东01', '井头桥', { ...room, message: photo() });
    return stage;
  };

  describe('what is asked in the group', () => {
    it('谁没到 is told by name', async () => {
      const stage = await running();
      await stage.says('东02', '谁没到？', room);
      stage.sees('夜巡群', /^到岗 2\/4：✓东01 ✓东02\n还在等：队长、东03$/);
    });

    it('还差哪几个点 is told by number and name, alone with the bot too', async () => {
      const stage = await running();
      await stage.says('东02', '还差哪几个点', room);
      stage.sees('夜巡群', /^点位 1\/5\n还差：1号 上桥村口、3号 大塘沿、4号 新屋路口、5号 渡口。$/);
      await stage.says('队长', '还差几个点');
      stage.sees('队长', '还差：1号');
    });

    it('帮助 is a line, and 证明 goes to whoever asks alone', async () => {
      const stage = await running();
      await stage.says('东02', '帮助', room);
      stage.sees('夜巡群', '私聊我发“帮助”');
      await stage.says('东02', '证明', room);
      stage.sees('东02', '11月');
      expect(stage.cards('夜巡群').filter(({ lines }) => lines.some(({ text }) => text.includes('11月')))).toEqual([]);
    });

    it('帮助 alone with the bot tells a patrol what patrols write', async () => {
      const stage = await running();
      await stage.says('东02', '帮助');
      stage.sees('东02', /到岗[\s\S]*收队[\s\S]*我的班/);
    });

    it('before the night it says when the next one is told', async () => {
      const stage = await patrolStage(database.store);
      await stage.says('东02', '还差哪几个点', room);
      stage.sees('夜巡群', '现在没有正在巡的班');
    });

    it('is not answered to people of other rooms, nor of no team', async () => {
      const stage = await running();
      await stage.says('值01', '谁没到', { in: '村群' });
      await stage.says('警01', '谁没到', room);
      expect(stage.cards('村群')).toEqual([]);
      stage.seesNot('夜巡群', /^到岗 2\/4/);
    });
  });
});

describe('a question about the night', () => {
  it.each([
    ['谁没到', 'people'],
    ['还差谁', 'people'],
    ['到了几个人？', 'people'],
    ["who's missing?", 'people'],
    ['还差哪几个点', 'points'],
    ['还有几个点没打', 'points'],
    ['还剩几个点', 'points'],
    ['哪些点没去', 'points'],
    ['还差哪些', 'points'],
    ['还有几个没打', 'points'],
    ['how many points left', 'points'],
    ['帮助', 'help'],
    ['怎么打卡', 'help'],
    ['证明', 'hours'],
    ['开证明', 'hours'],
    ['我要开一份服务时长证明', 'hours'],
  ])('%s is about %s', (words, about) => {
    expect(readAskedWord(words)).toBe(about);
  });

  it.each(['谁', '到了', '还有一个人没到', '5号没去', '证明一下', '帮我看看', '谁去5号', '有点累', '还差一点'])(
    '%s is none',
    (words) => {
      expect(readAskedWord(words)).toBeNull();
    },
  );
});
