import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { patrolStage, tonight } from './patrol-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const village = { in: '上桥村群' };
const minutes = (count: number): number => count * 60;
const seen = async (stage: Stage): Promise<number[]> =>
  (await tonight(stage)).points.filter(({ state }) => state === 'seen').map(({ n }) => n);

eachEngine((database) => {
  afterEach(closeStages);

  describe.each(['telegram', 'wechat'] as const)('a picture in a village’s group, on %s', (platform) => {
    /** The night has begun; 东01 is there. */
    const running = async (): Promise<Stage> => {
      const stage = await patrolStage(database.store, { platform });
      await stage.group('上桥村群', 'village', platform);
      await stage.later(minutes(61));
      await stage.says('东01', '到岗', { in: '夜巡群' });
      return stage;
    };
    const shows = (stage: Stage, who: string, caption: string): Promise<void> =>
      stage.says(who, caption, { ...village, message: photo() });

    it.each(['3号 正常', '大塘沿'])('%s is the check-in that was meant; only who sent it hears so', async (caption) => {
      const stage = await running();
      await shows(stage, '东01', caption);
      expect(await seen(stage)).toEqual([3]);
      stage.sees('东01', '照片发到“上桥村群”了，也算打上了：大塘沿。不是打卡，回“3号不算”。');
      expect(stage.cards('上桥村群')).toEqual([]);
      expect(stage.chats[platform].standing('上桥村群')).toEqual([]);
      await stage.says('东01', '3号不算');
      expect(await seen(stage)).toEqual([]);
    });

    it('without a word is no check-in; who sent it hears so once, and the same to the bot alone is one', async () => {
      const stage = await running();
      for (let i = 0; i < 3; i += 1) await shows(stage, '东01', '');
      expect(await seen(stage)).toEqual([]);
      expect(stage.cards('东01')).toHaveLength(1);
      stage.sees('东01', '照片发到“上桥村群”了，没算打卡。');
      await stage.says('东01', '', { message: photo() });
      expect(await seen(stage)).toEqual([1]);
    });

    it('of an album is one, and told once', async () => {
      const stage = await running();
      for (const caption of ['3号', '', ''])
        await stage.says('东01', caption, { ...village, message: { ...photo(), albumId: 'a1' } });
      expect(await seen(stage)).toEqual([3]);
      expect(stage.cards('东01')).toHaveLength(1);
    });

    it.each(['今晚月亮真圆', '祝大家周末愉快'])('under %s is talk', async (caption) => {
      const stage = await running();
      await shows(stage, '东01', caption);
      expect(await seen(stage)).toEqual([]);
      for (const where of ['东01', '上桥村群']) expect(stage.cards(where)).toEqual([]);
    });

    it('of somebody who is on no duty, or when the shift is over, is nothing', async () => {
      const stage = await running();
      await shows(stage, '警01', '3号 正常');
      expect(stage.cards('警01')).toEqual([]);
      await stage.says('东01', '收队', { in: '夜巡群' });
      await stage.later(minutes(20));
      await shows(stage, '东01', '3号 正常');
      expect(stage.cards('东01')).toEqual([]);
    });

    it('of what is wrong somewhere stays a report of it', async () => {
      const stage = await running();
      await shows(stage, '东01', '井头桥边井盖没了');
      stage.sees('上桥村群', '登记为隐患？');
      expect(await seen(stage)).toEqual([]);
    });
  });

  describe('a picture in the group of rescuers, of one who is on patrol too', () => {
    const running = async (): Promise<Stage> => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '到岗', { in: '夜巡群' });
      return stage;
    };
    const shows = (stage: Stage, caption: string): Promise<void> =>
      stage.says('东01', caption, { in: '救援群', message: photo() });

    it('is no check-in without a word, and who sent it hears so alone', async () => {
      const stage = await running();
      await shows(stage, '');
      expect(await seen(stage)).toEqual([]);
      stage.sees('东01', '照片发到“救援群”了，没算打卡。');
      expect(stage.chats.telegram.standing('救援群')).toEqual([]);
    });

    it('is one under the number of a point', async () => {
      const stage = await running();
      await shows(stage, '4号');
      expect(await seen(stage)).toEqual([4]);
      stage.sees('东01', '照片发到“救援群”了，也算打上了：新屋路口。');
      expect(stage.chats.telegram.standing('救援群')).toEqual([]);
    });
  });
});
