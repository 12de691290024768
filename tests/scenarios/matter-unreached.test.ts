import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { allIn, matterStage, newest, tells } from './matter-stage.ts';
import { closeStages } from './stage.ts';

const wages = '我要调解 老板欠我3个月工资 大概6万';

eachEngine((database) => {
  afterEach(closeStages);

  it('mediators who blocked the bot cost no time: the next room is asked at once', async () => {
    const stage = await matterStage(database.store);
    for (const who of ['喜哥', '喜二', '喜三']) stage.chats.telegram.block(who);
    await tells(stage, '张阿姨', wages);
    await stage.rest();
    expect((await newest(stage)).roomCode).toBe('lian');
    stage.sees('联一', '你方便吗');
    stage.holds('张阿姨', '你说的话、名字和电话', '先请喜哥调解室的调解员看');
    stage.holds('联一', '有一件事在等人接手');
    stage.holds('值01', '有一件事在等人接手');
    await stage.end();
  });

  it('one of three who blocked the bot is asked no more, the others are', async () => {
    const stage = await matterStage(database.store);
    stage.chats.telegram.block('喜二');
    const { id } = await tells(stage, '张阿姨', wages);
    const people = await database.store.read.matters.people(id);
    const offered = people.filter(({ standing }) => standing === 'offered').map(({ personId }) => personId);
    expect(offered.sort()).toEqual([stage.person('喜哥').id, stage.person('喜三').id].sort());
    stage.holds('张阿姨', '你说的话、名字和电话', '先请喜哥调解室的调解员看');
    stage.holds('喜哥', '有一件事在等人接手');
    stage.holds('喜三', '有一件事在等人接手');
    await stage.end();
  });

  it('a side whom nothing reaches any more is rung by whoever has the matter, who hears no name unasked', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', wages);
    stage.chats.telegram.block('张阿姨');
    await stage.taps('喜哥', 'matter_take');
    await stage.rest();
    const card = stage.sees('喜哥', '申请人收不到我的消息');
    expect(card).not.toContain('张阿姨');
    expect(allIn(stage, '指挥群') + allIn(stage, '值01') + allIn(stage, '林队')).toBe('');
    stage.holds('张阿姨', '你说的话、名字和电话', '先请喜哥调解室的调解员看');
    stage.holds('喜哥', '你接下了', '申请人收不到我的消息', '现在：有人接手，在问各方愿不愿意');
    stage.holds('喜二', '喜哥 接下了');
    stage.holds('喜三', '喜哥 接下了');
    await stage.end();
  });

  it('an owner whom nothing reaches is rung by whoever leads', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', wages);
    stage.chats.telegram.block('喜哥');
    await stage.tapsData('喜哥', `${(await newest(stage)).token}.matter_take`);
    await stage.rest();
    stage.sees('林队', /喜哥 199-0000-\d{4} 收不到我的消息/);
    stage.holds('张阿姨', '你说的话、名字和电话', '先请喜哥调解室的调解员看', '有调解员接手了');
    stage.holds('喜哥', '有一件事在等人接手');
    stage.holds('喜二', '喜哥 接下了');
    stage.holds('喜三', '喜哥 接下了');
    stage.holds('林队', '喜哥 199-0000-0002');
    await stage.end();
  });

  it('an officer whom nothing reaches is passed over at once', async () => {
    const stage = await matterStage(database.store, {
      rules: { police: { onScene: ['警一', '网01'], responsible: ['片警'], centre: ['值01'] } },
    });
    stage.chats.telegram.block('警一');
    await stage.says('林队', '警情 只有值班员能推');
    await stage.says('值01', '警情 西塘菜市场有人打架');
    await stage.rest();
    stage.sees('网01', '现场民警');
    expect((await newest(stage)).body.pushes.map(({ personId }) => personId)).toContain(stage.person('网01').id);
    stage.holds('林队', '这句我没看懂');
    stage.holds('片警', '这件警情推送给你');
    stage.holds('值01', '这件警情推送给你', '交上去了');
    stage.holds('网01', '这件警情推送给你');
    await stage.end();
  });
});
