import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { matterStage, newest, tells } from './matter-stage.ts';
import { closeStages } from './stage.ts';

const wages = '我要调解 老板欠我3个月工资 大概6万';

eachEngine((database) => {
  afterEach(closeStages);

  it('wages that are owed: from the first words to the last visit, and no word of it in any group', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', wages);
    await stage.taps('喜哥', 'matter_take');
    await stage.taps('喜哥', 'matter_look');
    stage.sees('喜哥', /申请人：张阿姨 199-0000-0000[\s\S]*老板欠我3个月工资[\s\S]*约 60,000 元/);
    // The other side is nobody whom the bot knows: 喜哥 rings, and notes what they say.
    await stage.says('喜哥', '对方是宏达五金 0579-88886666');
    await stage.taps('喜哥', 'matter_consent', { value: 'b:yes' });
    stage.sees('张阿姨', '正式受理了');
    await stage.says('喜哥', '周三下午3点或者周四上午10点');
    await stage.taps('张阿姨', 'matter_time', { value: '1:1' });
    await stage.says('喜哥', '对方都可以');
    stage.sees('张阿姨', /见面时间定了：11月26日（周四）10:00/);
    await stage.daysLater(4);
    stage.sees('张阿姨', '明天（周四）10:00');
    stage.sees('张阿姨', '今天（周四）10:00');
    stage.sees('喜哥', '约好的时间过了，谈得怎么样');

    await stage.says('喜哥', '开过了 双方核对了考勤，老板认账');
    await stage.taps('喜哥', 'matter_agree', { value: 'written' });
    await stage.says('喜哥', '老板12月10日前付3万，剩下3万12月31日前付清');
    await stage.taps('张阿姨', 'matter_look');
    stage.sees('张阿姨', /宏达五金 → 你：30,000 元[\s\S]*12月10日（周四）前[\s\S]*30,000 元[\s\S]*12月31日（周四）前/);
    await stage.taps('张阿姨', 'matter_sign', { value: 'yes' });
    await stage.says('喜哥', '对方签了');
    await stage.says('喜哥', '盖章了');
    stage.sees('张阿姨', '协议生效了');
    expect(await newest(stage)).toMatchObject({ state: 'effective', outcome: 'agreed_written' });

    await stage.daysLater(8);
    stage.sees('张阿姨', '协议生效 7 天了');
    await stage.taps('张阿姨', 'matter_court', { value: 'applied' });
    await stage.taps('喜哥', 'matter_visit', { value: 'yes' });
    await stage.daysLater(7);
    await stage.says('张阿姨', '钱收到了');
    expect((await newest(stage)).state).toBe('performing');
    await stage.taps('喜哥', 'matter_court', { value: 'confirmed' });
    await stage.daysLater(22);
    await stage.says('张阿姨', '他转了3万');
    expect((await newest(stage)).state).toBe('performed');
    stage.sees('张阿姨', '约好的都做到了');
    await stage.taps('张阿姨', 'matter_visit', { value: 'yes' });
    await stage.daysLater(60);
    await stage.taps('张阿姨', 'matter_visit', { value: 'yes' });
    expect(await newest(stage)).toMatchObject({ state: 'archived', body: { court: { state: 'confirmed' } } });

    for (const group of ['指挥群', '村群']) stage.seesNot(group, /张阿姨|老板|宏达|工资|60,000|30,000/);
    expect((await database.store.read.trace.verify()).broken).toEqual([]);
    stage.holds(
      '张阿姨',
      '你说的话、名字和电话',
      '先请喜哥调解室的调解员看',
      '有调解员接手了',
      '各方都愿意谈',
      '时间定了',
      '已经过去',
      '已经过去',
      '快到了',
      '你已经同意了',
      '看过会留记录',
      '协议生效了',
      '法院确认了协议',
      '这笔钱清了',
      '确认了',
      '法院确认了协议',
      '这次问过了',
      '这笔钱清了',
      '约好的都做到了',
      '这次问过了',
    );
    stage.holds(
      '喜哥',
      '你接下了',
      '现在：已归档',
      '看过会留记录',
      '记下了',
      '2 个时间发出去问了',
      '见面时间定了',
      '提醒一下',
      '快到了',
      '这次谈的记下了',
      '记下了',
      '条件发给各方了',
      '签好了',
      '协议生效了',
      // The court's day and the visit fall due at the same moment.
      /法院确认了协议|这次问过了/,
      /法院确认了协议|这次问过了/,
      '这笔钱清了',
      '这笔钱清了',
      '这笔钱清了',
      '这次问过了',
      '这笔钱清了',
      '这笔钱清了',
      '这笔钱清了',
      '这次问过了',
      '这次问过了',
      '这次问过了',
    );
    stage.holds('喜二', '喜哥 接下了');
    stage.holds('喜三', '喜哥 接下了');
    await stage.end();
  });
});
