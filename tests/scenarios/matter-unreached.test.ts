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
  });

  it('one of three who blocked the bot is asked no more, the others are', async () => {
    const stage = await matterStage(database.store);
    stage.chats.telegram.block('喜二');
    const { id } = await tells(stage, '张阿姨', wages);
    const people = await database.store.read.matters.people(id);
    const offered = people.filter(({ standing }) => standing === 'offered').map(({ personId }) => personId);
    expect(offered.sort()).toEqual([stage.person('喜哥').id, stage.person('喜三').id].sort());
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
  });

  it('an owner whom nothing reaches is rung by whoever leads', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', wages);
    stage.chats.telegram.block('喜哥');
    await stage.tapsData('喜哥', `${(await newest(stage)).token}.matter_take`);
    await stage.rest();
    stage.sees('林队', /喜哥 199-0000-\d{4} 收不到我的消息/);
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
  });
});
