import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { patrolStage } from './patrol-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const room = { in: '夜巡群' };

eachEngine((database) => {
  afterEach(closeStages);

  /** The night has begun, two are there, and the second point was seen. */
  const running = async (): Promise<Stage> => {
    const stage = await patrolStage(database.store);
    await stage.later(61 * 60);
    await stage.says('东01', '到岗', room);
    await stage.says('东02', '到岗', room);
    await stage.says('东01', '井头桥', { ...room, message: photo() });
    await stage.later(5 * 60);
    return stage;
  };

  describe('one of the crew is hurt', () => {
    it('and the group gets the emergency numbers, the officer a card with the last point and whom to ring', async () => {
      const stage = await running();
      await stage.says('东01', '我摔了一跤 脚崴了', room);
      stage.sees('夜巡群', /紧急请直接拨打 110\/119\/120\n已报值班员，编号 .*\n你们的电话和最后到的点也给他了/);
      stage.sees('指挥群', /待确认[\s\S]*我摔了一跤 脚崴了/);
      stage.sees(
        '指挥群',
        /东片夜巡 有队员受伤\n最后一次：21:01 井头桥 东01\n东01 报的[\s\S]*东01 199-0000-0001\n东02 199-0000-0002/,
      );
      stage.seesNot('夜巡群', '199-0000-');
      stage.seesNot('指挥群', '队长');
      expect(stage.cards('队长')).toEqual([]);
    });

    it('as a mate tells; told once more by the same it is one card', async () => {
      const stage = await running();
      await stage.says('东02', '东01手划破了 流血', room);
      await stage.says('东02', '流血止不住', room);
      const cards = stage.cards('指挥群').filter(({ title }) => title?.includes('受伤'));
      expect(cards).toHaveLength(1);
    });

    it('is not said of a stranger whom they find, whose place is the point that they name by its number', async () => {
      const stage = await running();
      await stage.says('东01', '5号 老人倒在路边 叫不醒', room);
      stage.sees('指挥群', /待确认[\s\S]*地点：渡口/);
      stage.seesNot('指挥群', '有队员受伤');
      stage.seesNot('夜巡群', '你们的电话');
    });

    it('and it is no trifle that is only joked about', async () => {
      const stage = await running();
      await stage.says('东01', '差点摔了一跤 这路真滑', room);
      expect(stage.cards('指挥群')).toEqual([]);
    });
  });

  describe('a fire at a point of the route', () => {
    it('is an incident there, and no check-in', async () => {
      const stage = await running();
      await stage.says('东01', '5号点着火了', room);
      stage.sees('指挥群', /待确认：[\s\S]*渡口/);
      expect(stage.cards('指挥群').filter(({ title }) => title?.includes('受伤'))).toEqual([]);
    });
  });
});
