import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { matterStage, newest, people, tells } from './matter-stage.ts';
import { closeStages } from './stage.ts';

const of = '那家厂一直拖欠工资，工人天天来问我';

eachEngine((database) => {
  afterEach(closeStages);

  it('what a mediator writes of a case is asked about once, kept with it, and by one tap begins a new one', async () => {
    const stage = await matterStage(database.store);
    const { id, number } = await tells(stage, '张阿姨', '我要调解 老板欠我3个月工资 大概6万');
    await stage.taps('喜哥', 'matter_take');
    await stage.says('喜哥', of);
    stage.sees('喜哥', `这几句记在 ${number} 的备注里了，各方都看不到`);
    expect((await newest(stage)).id).toBe(id);
    expect(await stage.store.read.matters.notes(id)).toMatchObject([{ side: null, words: of }]);
    for (const who of ['张阿姨', '村群', '指挥群']) stage.seesNot(who, '那家厂');

    const own = stage.action('喜哥', 'matter_start');
    await stage.tapsData('张阿姨', `${own.token}.matter_start.${own.value ?? ''}`);
    expect(await stage.store.read.matters.notes(id)).toHaveLength(1);
    await stage.taps('喜哥', 'matter_start');
    expect(await stage.store.read.matters.notes(id)).toEqual([]);
    stage.sees('喜哥', '另起了一件，这几句从备注里拿掉了');
    const begun = await newest(stage);
    expect(begun).toMatchObject({
      state: 'telling',
      tellerId: stage.person('喜哥').id,
      body: { about: 'wages', facts: [of] },
    });
    // Tapped once more it goes on with the same.
    await stage.tapsData('喜哥', `${own.token}.matter_start.${own.value ?? ''}`);
    expect((await newest(stage)).id).toBe(begun.id);
  });

  it('danger, and mediation asked for by name, begin at once; with two in hand it is asked which', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', '我要调解 老板欠我3个月工资 大概6万');
    await stage.taps('喜哥', 'matter_take');
    await stage.says('喜哥', '我要调解 邻居借我三千块不还');
    expect(await newest(stage)).toMatchObject({ state: 'telling', tellerId: stage.person('喜哥').id });
    await stage.says('喜哥', '算了');
    await tells(stage, '李叔', '我要调解 老板欠我2个月工资');
    await stage.taps('喜哥', 'matter_take');
    await stage.says('喜哥', of);
    stage.sees('喜哥', '说的是哪一件');
    await stage.says('喜哥', `M-2611-0001 ${of}`);
    stage.sees('喜哥', '这几句记在 M-2611-0001 的备注里了');
  });

  it('on WeChat the words in place of the buttons do the same', async () => {
    const stage = await matterStage(database.store, { cast: people('wechat') });
    await stage.says('张阿姨', '我要调解 老板欠我3个月工资 大概6万');
    for (let i = 0; i < 10 && (await newest(stage)).state === 'telling'; i += 1)
      await stage.says('张阿姨', (await newest(stage)).need === 'check' ? '提交' : '跳过');
    const { id, number } = await newest(stage);
    await stage.says('喜哥', `接 ${number}`);
    await stage.says('喜哥', of);
    stage.sees('喜哥', `这几句记在 ${number} 的备注里了`);
    stage.sees('喜哥', '可以是：看 · 是另一件新的事');
    expect(await stage.store.read.matters.notes(id)).toHaveLength(1);
    await stage.says('喜哥', `${number} 是另一件新的事`);
    expect(await stage.store.read.matters.notes(id)).toEqual([]);
    expect(await newest(stage)).toMatchObject({ tellerId: stage.person('喜哥').id, body: { facts: [of] } });
  });
});
