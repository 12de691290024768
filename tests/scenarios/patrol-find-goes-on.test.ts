import { afterEach, describe, expect, it } from 'vitest';
import type { Find } from '../../core/check-in.ts';
import { photo as picture } from '../support/photos.ts';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { patrolStage, tonight } from './patrol-stage.ts';
import { photoFetcher } from './photo-fetcher.ts';
import { closeStages, type Stage } from './stage.ts';

const room = { in: '夜巡群' };
const lurking = '大塘沿有个男的鬼鬼祟祟 一直看车门';
const phone = '渡口捡到一部手机';
const minutes = (count: number): number => count * 60;

eachEngine((database) => {
  const fetcher = photoFetcher();
  afterEach(closeStages);

  const running = async (platform: 'telegram' | 'wechat' = 'telegram'): Promise<Stage> => {
    const stage = await patrolStage(database.store, { platform });
    await stage.later(minutes(61));
    await stage.says('东01', '到岗', room);
    await stage.says('东01', '1号', { ...room, message: photo() });
    return stage;
  };
  const finds = async (stage: Stage): Promise<Find[]> => stage.store.read.shifts.finds((await tonight(stage)).shift.id);
  const seen = async (stage: Stage): Promise<number[]> =>
    (await tonight(stage)).points.filter(({ state }) => state === 'seen').map(({ n }) => n);

  describe('what follows something suspicious', () => {
    it.each([
      '车牌浙G12345',
      '穿黑衣服 一米七',
      '他跑了',
      '他往渡口那边走了',
      '是来收废品的 没事',
      '又来了一个',
      '就在电线杆后面',
      '手里拿着钳子',
      'white van, plate G12345',
      'he ran away',
    ])('is read by the officer with it: %s', async (words) => {
      const stage = await running();
      await stage.says('东01', lurking, room);
      await stage.says('东01', words, room);
      expect((await finds(stage)).map((find) => find.words)).toEqual([`${lurking} ${words}`]);
      stage.sees('指挥群', words);
    });

    it.each(['他跑了', '车牌浙G12345', '是本村的 没事了'])('eight minutes later too: %s', async (words) => {
      const stage = await running('wechat');
      await stage.says('东01', lurking, room);
      await stage.later(minutes(8));
      await stage.says('东01', words, room);
      expect((await finds(stage)).map((find) => find.words)).toEqual([`${lurking} ${words}`]);
      stage.sees('指挥群', words);
    });

    it('and so are its pictures, which are no check-in', async () => {
      const stage = await running();
      fetcher.start(stage);
      for (const n of [1, 2, 3]) stage.chats.telegram.putFile(`of it ${String(n)}`, await picture(n));
      const sends = (n: number, words: string): Promise<unknown> =>
        stage.says('东01', words, {
          ...room,
          message: { attachments: [{ kind: 'photo', ref: `of it ${String(n)}` }] },
        });
      await sends(1, '新屋路口 有人翻墙');
      await sends(2, '');
      await sends(3, '就是这个人');
      await stage.later(10);
      const [find] = await finds(stage);
      const files = await stage.store.read.files.ofSubject(`find:${find?.id ?? ''}`);
      expect(files.map(({ state }) => state)).toEqual(['stored', 'stored', 'stored']);
      const card = stage.cards('指挥群').findLast(({ title }) => title?.includes('可疑'));
      expect(card?.photo).toBe(files.at(-1)?.id);
      expect(await seen(stage)).toEqual([1]);
    });

    it('is not the walk that goes on, nor talk, nor what a mate says', async () => {
      const stage = await running();
      await stage.says('东01', lurking, room);
      for (const words of ['收到', '好的', '哈哈', '2号正常']) await stage.says('东01', words, room);
      await stage.says('东02', '喝口水', room);
      await stage.says('东01', '2号', { ...room, message: photo() });
      await stage.later(minutes(4));
      await stage.says('东01', '', { ...room, message: photo() });
      await stage.says('东01', '晚上吃什么', room);
      expect((await finds(stage)).map((find) => find.words)).toEqual([lurking]);
      expect(await seen(stage)).toEqual([1, 2, 3]);
    });
  });

  describe('what becomes of something found', () => {
    it.each(['失主来拿走了', '已经还给人家了', 'the owner picked it up'])('is no second find: %s', async (words) => {
      const stage = await running();
      await stage.says('东01', phone, room);
      await stage.later(minutes(8));
      await stage.says('东01', words, room);
      expect((await finds(stage)).map((find) => find.words)).toEqual([`${phone} ${words}`]);
      stage.sees('警01', words);
    });

    it('and something else found is one', async () => {
      const stage = await running();
      await stage.says('东01', phone, room);
      await stage.later(minutes(8));
      await stage.says('东01', '捡到一个钱包', room);
      expect(await finds(stage)).toHaveLength(2);
    });
  });
});
