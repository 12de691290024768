import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { allIn, matterStage, newest, tells } from './matter-stage.ts';
import { closeStages } from './stage.ts';

const wages = '我要调解 老板欠我3个月工资 大概6万';
const hour = 3_600;

eachEngine((database) => {
  afterEach(closeStages);

  it('nobody takes it: the leader rings, and hands it to whoever says yes by one tap', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', wages);
    await stage.later(2 * hour);
    const card = stage.sees('林队', /打电话问到谁愿意，就交给谁；也可以自己先接下。[\s\S]*指派 M-2611-0001 给 名字/);
    expect(card).not.toMatch(/工资|老板|张阿姨/);
    expect(await stage.taps('林队', 'matter_assign', { value: stage.person('喜哥').id })).toContain('已交给 喜哥');
    stage.sees('喜哥', /林队 把这件交给你办[\s\S]*认识其中一方，或者办不了，说一声就换人/);
    stage.sees('张阿姨', '有调解员接手了');
    expect((await newest(stage)).ownerId).toBe(stage.person('喜哥').id);
    // Who handed it on sees no more of it than before.
    await stage.says('林队', '看 M-2611-0001');
    stage.sees('林队', '不归你看');
    stage.seesNot('林队', '工资');
    stage.holds('张阿姨', '你说的话、名字和电话', '先请喜哥调解室的调解员看', '有调解员接手了');
    stage.holds('喜哥', '你接下了', '现在：有人接手，在问各方愿不愿意');
    stage.holds('喜二', '这件不用接了');
    stage.holds('喜三', '这件不用接了');
    stage.holds('联一', '喜哥 接下了');
    stage.holds('值01', '喜哥 接下了', '接下了');
    stage.holds('林队', '接下了', '这件不归你看');
    await stage.end();
  });

  it('or takes it for now, and hands it on later', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', wages);
    await stage.later(2 * hour);
    expect(await stage.taps('林队', 'matter_take')).toContain('你接下了');
    stage.sees('林队', '先问各方愿不愿意调解');
    await stage.says('林队', '指派 M-2611-0001 给 喜二');
    stage.sees('林队', '已交给 喜二');
    stage.sees('喜二', '林队 把这件交给你办');
    stage.sees('张阿姨', '换了一位调解员');
    expect((await newest(stage)).ownerId).toBe(stage.person('喜二').id);
    stage.holds('张阿姨', '你说的话、名字和电话', '先请喜哥调解室的调解员看', '有调解员接手了', '换了一位调解员');
    stage.holds('喜哥', '这件不用接了');
    stage.holds('喜二', '你接下了', '现在：有人接手，在问各方愿不愿意');
    stage.holds('喜三', '这件不用接了');
    stage.holds('联一', '林队 接下了');
    stage.holds('值01', '喜二 接下了', '接下了');
    stage.holds('林队', '接下了', '喜二 接下了', '这件不用接了', '已交给 喜二');
    await stage.end();
  });

  it('on WeChat by the very words of the card; whoever had it hears that another has it', async () => {
    const stage = await matterStage(database.store, { platform: 'wechat' });
    await stage.says('张阿姨', wages);
    for (let i = 0; i < 8 && (await newest(stage)).state === 'telling'; i += 1)
      await stage.says('张阿姨', (await newest(stage)).need === 'check' ? '提交' : '跳过');
    await stage.later(2 * hour);
    stage.sees('林队', '我来接 · 交给 联一 · 交给 喜哥');
    await stage.says('林队', 'M-2611-0001 交给 喜哥');
    stage.sees('喜哥', '林队 把这件交给你办');
    await stage.says('林队', '指派 M-2611-0001 给 喜二');
    stage.sees('喜哥', '喜二 接下了');
    await stage.says('林队', '指派 M-2611-0001 给 王二麻子');
    stage.sees('林队', '没找到这位调解员');
    await stage.says('张阿姨', '指派 M-2611-0001 给 喜三');
    expect((await newest(stage)).ownerId).toBe(stage.person('喜二').id);
    stage.holds(
      '张阿姨',
      '你说的话、名字和电话',
      '另一方是谁',
      '一共几个人遇到这件事',
      '对调解员有要求吗',
      '我是这样记的',
      '先请喜哥调解室的调解员看',
      '有调解员接手了',
      '换了一位调解员',
      '这件不归你看',
    );
    stage.holds('喜哥', '有一件事在等人接手', '现在：有人接手，在问各方愿不愿意', '喜二 接下了');
    stage.holds('喜二', '有一件事在等人接手', '现在：有人接手，在问各方愿不愿意');
    stage.holds('喜三', '有一件事在等人接手');
    stage.holds('联一', '有一件事在等人接手');
    stage.holds('值01', '有一件事在等人接手', '还没有人接');
    stage.holds('林队', '还没有人接', '已交给 喜哥', '已交给 喜二', '没找到这位调解员');
    await stage.end();
  });

  it('in a group it is not said who has what', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', wages);
    await stage.says('林队', '指派 M-2611-0001 给 喜哥', { in: '指挥群' });
    expect((await newest(stage)).ownerId).toBeNull();
    expect(allIn(stage, '指挥群')).not.toContain('喜哥');
    stage.sees('指挥群', 'M-2611-0001');
    stage.holds('张阿姨', '你说的话、名字和电话', '先请喜哥调解室的调解员看');
    stage.holds('喜哥', '有一件事在等人接手');
    stage.holds('喜二', '有一件事在等人接手');
    stage.holds('喜三', '有一件事在等人接手');
    stage.holds('指挥群', 'M-2611-0001');
    await stage.end();
  });
});
