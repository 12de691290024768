import { afterEach, describe, expect, it } from 'vitest';
import { photoFromPhone } from '../support/photos.ts';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { photoFetcher } from './photo-fetcher.ts';
import { closeStages, textOf, type Stage } from './stage.ts';
import { patrolStage, tonight, walk } from './patrol-stage.ts';

const room = { in: '夜巡群' };
/** What the bot put on people's messages. */
const reactionsIn = (stage: Stage): string[] =>
  stage.chats.telegram.sends.flatMap(({ outgoing }) => (outgoing.kind === 'reaction' ? [outgoing.emoji] : []));
/** A picture, sent into the patrol's group. */
const picture = () => ({ ...room, message: photo() });

eachEngine((database) => {
  afterEach(closeStages);

  describe('a night on Telegram', () => {
    it('goes from the reminder to the picture in four messages, and every check-in is answered by a reaction', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(31 * 60);
      stage.sees('夜巡群', /今晚 21:00–次日00:00 东片夜巡\n.*东01/);
      expect(await stage.taps('东01', 'shift_here', room)).toContain('到岗');
      await stage.later(30 * 60);
      await stage.says('东02', '到了', room);
      await stage.says('东03', '签到 对讲机3台 警灯2个 车钥匙拿了', room);
      stage.sees('夜巡群', /🟢 东片夜巡[\s\S]*到岗 3\/4：✓东01 ✓东02 ✓东03\n还在等：队长/);
      for (const [at, name] of walk.entries()) {
        await stage.later(15 * 60);
        // Three photos without a word, one with its name, one with its number.
        await stage.says('东01', ['', '', '', name, '5号点 正常'][at] ?? '', picture());
      }
      stage.sees('夜巡群', /点位 5\/5/);
      expect(reactionsIn(stage)).toHaveLength(7);
      await stage.says('东01', '巡完了 收队 里程3.2公里', room);
      stage.sees('夜巡群', '小结\n3 人：东01、东02、东03\n点位 5/5');
      stage.sees('夜巡群', '3.2 公里');
      stage.holds('夜巡群', '今晚 21:00', '已收队', /小结/);
      const view = await tonight(stage);
      expect(view.shift).toMatchObject({ state: 'ended', distanceKm: 3.2 });
      expect(view.points.map(({ state }) => state)).toEqual(Array(5).fill('seen'));
      await stage.end();
    });
  });

  describe('photos of the evening before', () => {
    const fetcher = photoFetcher();

    it('are looked at again by the leader alone, who reads which of them was sent as a file', async () => {
      const stage = await patrolStage(database.store);
      fetcher.start(stage);
      await stage.later(61 * 60);
      for (const who of ['东01', '东02']) await stage.says(who, '到岗', room);
      for (const [name, sentAs] of [
        ['井头桥', 'document'],
        ['渡口', 'photo'],
      ] as const) {
        stage.chats.telegram.putFile(name, await photoFromPhone(name.length));
        await stage.says('东01', name, { ...room, message: photo({ ref: name, sentAs }) });
        await stage.later(15 * 60);
      }
      await stage.says('东01', '收队', room);
      await stage.later(20 * 60);
      const lines = stage.sees('队长', '请看一下').split('\n');
      expect(lines.find((line) => line.includes('井头桥'))).toMatch(/照片像是 .*前拍的.*（当原文件发的）$/);
      expect(lines.find((line) => line.includes('渡口'))).toMatch(/照片像是 .*前拍的[^（]*$/);
      stage.sees('夜巡群', '小结');
      const others = ['夜巡群', '指挥群', '东01', '东02'].flatMap((name) => stage.cards(name).map(textOf));
      for (const text of others) expect(text).not.toMatch(/原文件|照片像是|请看一下/);
    });
  });

  describe('a night on WeChat, where nothing has buttons, edits or reactions', () => {
    it('is told in words and walked with photos; the bot says no more than it must', async () => {
      const stage = await patrolStage(database.store, { platform: 'wechat' });
      await stage.later(31 * 60);
      stage.sees('夜巡群', '到岗');
      await stage.says('东01', '到岗', room);
      await stage.says('东02', '签到', room);
      await stage.later(30 * 60);
      for (const name of walk) {
        await stage.later(15 * 60);
        await stage.says('东01', name, picture());
      }
      await stage.says('东02', '收队 3.2公里', room);
      expect((await tonight(stage)).shift.state).toBe('ended');
      stage.holds('夜巡群', '今晚 21:00', '东片夜巡', /小结/);
      await stage.end();
    });

    it('asks for leave and gets it by words with a code', async () => {
      const stage = await patrolStage(database.store, { platform: 'wechat' });
      await stage.says('东01', '今晚来不了 家里小孩发烧 警01替我', room);
      stage.sees('夜巡群', '警01');
      const asked = stage.sees('警01', '东01');
      const [, code = ''] = /可以换 ([0-9A-Z]{4})/.exec(asked) ?? [];
      await stage.says('警01', `可以换 ${code}`);
      stage.sees('警01', /记下|告诉|队长/);
      const granted = /同意 ([0-9A-Z]{4})/.exec(stage.sees('队长', '东01'))?.[1] ?? '';
      await stage.says('队长', `同意 ${granted}`);
      stage.sees('队长', /同意|准/);
      stage.sees('东01', /同意|准|批/);
      const { people } = await tonight(stage);
      expect(people.find(({ personId }) => personId === stage.person('东01').id)?.state).toBe('leave');
      expect(people.find(({ personId }) => personId === stage.person('警01').id)).toMatchObject({
        state: 'expected',
        standsInForId: stage.person('东01').id,
      });
      // Whoever comes from elsewhere is in no group of the team.
      await stage.later(31 * 60);
      stage.sees('警01', '今晚 21:00');
    });
  });
});
