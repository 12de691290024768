import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { patrolStage } from './patrol-stage.ts';
import { closeStages, textOf, type Stage } from './stage.ts';

const room = { in: '夜巡群' };
const minutes = (count: number): number => count * 60;

eachEngine((database) => {
  afterEach(closeStages);

  describe.each(['telegram', 'wechat'] as const)('something found, on %s', (platform) => {
    const running = async (): Promise<Stage> => {
      const stage = await patrolStage(database.store, { platform });
      await stage.later(minutes(61));
      await stage.says('东01', '到岗', room);
      return stage;
    };
    const newest = (stage: Stage, whose: string): string => {
      const card = stage.cards(whose).at(-1);
      return card === undefined ? '' : textOf(card);
    };

    it('goes to the police contact, and what is found beside it too', async () => {
      const stage = await running();
      await stage.says('东01', '我捡到一部手机', room);
      expect(newest(stage, '警01')).toContain('“我捡到一部手机”');
      await stage.says('东01', '还捡到一个钱包', room);
      expect(newest(stage, '警01')).toContain('钱包');
      stage.seesNot('指挥群', '手机');
    });

    it.each([room, {}])('just after one’s own report is read by the officer as well (%j)', async (where) => {
      const stage = await running();
      await stage.says('东01', '报告 渡口有人晕倒了', where);
      await stage.later(minutes(2));
      await stage.says('东01', '我捡到一部手机', where);
      stage.sees('指挥群', '“我捡到一部手机”');
      expect(newest(stage, '警01')).toContain('“我捡到一部手机”');
    });

    it.each([room, {}])('a lamp offered to be registered waits while somebody lies elsewhere (%j)', async (where) => {
      const stage = await running();
      await stage.says('东01', '新屋路口路灯不亮', { ...where, message: photo() });
      await stage.says('东01', '大塘沿有个人躺地上叫不醒', { ...where, message: photo() });
      stage.sees('指挥群', /人员倒地[\s\S]*大塘沿[\s\S]*照片 1 张/);
      await stage.says('东01', '登记', where);
      stage.sees('指挥群', /待定级：路灯[\s\S]*新屋路口[\s\S]*照片 1 张/);
      stage.seesNot('指挥群', '“登记”');
    });

    it('what is offered of the very place goes with the emergency there', async () => {
      const stage = await running();
      await stage.says('东01', '大塘沿路灯不亮', { ...room, message: photo() });
      await stage.says('东01', '大塘沿有个人躺地上叫不醒', room);
      stage.sees('指挥群', /人员倒地[\s\S]*照片 1 张/);
    });

    it('just after somebody else’s report is no part of that', async () => {
      const stage = await running();
      await stage.says('东02', '报告 渡口有人晕倒了', room);
      await stage.says('东01', '我捡到一部手机', room);
      stage.seesNot('指挥群', '手机');
      expect(newest(stage, '警01')).toContain('“我捡到一部手机”');
    });
  });
});
