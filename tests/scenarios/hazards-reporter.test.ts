import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { hazardCount, hazardOf, hazardStage, messagesIn, newestIn, photo, reports } from './hazard-stage.ts';
import type { Stage } from './stage.ts';
import { closeStages, eastOf } from './stage.ts';

eachEngine((database) => {
  afterEach(closeStages);

  async function accepted(): Promise<Stage> {
    const stage = await hazardStage(database.store);
    await reports(stage);
    await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'ordinary' });
    await stage.taps('网01', 'hazard_accept', { value: 'deadline' });
    return stage;
  }

  async function closed(): Promise<Stage> {
    const stage = await accepted();
    await stage.says('网01', '改好了', { message: photo() });
    await stage.taps('安01', 'hazard_pass');
    return stage;
  }

  it('上次报的那个还没弄好: is told how it stands, and the owner hears once a day', async () => {
    const stage = await accepted();
    await stage.later(3_600);
    await stage.says('张阿姨', '上次报的那个还没弄好');
    stage.sees('张阿姨', '整改中');
    stage.sees('网01', '有人来问进展');
    const before = messagesIn(stage, '网01');
    await stage.says('张阿姨', '消防通道怎么还没弄好');
    expect(messagesIn(stage, '网01')).toBe(before);
    stage.seesNot('网01', /张阿姨/);
    stage.holds(
      '张阿姨',
      '收到，谢谢你！编号 H-2611-0001。',
      'H-2611-0001：有人接下了',
      '已转告。现在整改中，期限 11月27日17:30。',
      '已转告。现在整改中，期限 11月27日17:30。',
    );
    stage.holds('指挥群', '整改中：疏散通道堵塞 · H-2611-0001');
    stage.holds('网01', '整改中：疏散通道堵塞', 'H-2611-0001 有人来问进展。');
    await stage.end();
  });

  it('what is asked of a hazard by name or number is no detail of the fire that was told of just before', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '永固五金的消防通道被货堵了');
    await stage.says('张阿姨', '上桥村着火了 浓烟');
    const fire = stage.sees('指挥群', '上桥村着火了');
    await stage.says('张阿姨', '我的隐患');
    stage.sees('张阿姨', '我报的隐患：1 条');
    await stage.says('张阿姨', '催一下 0001');
    stage.sees('张阿姨', '已转告');
    stage.sees('指挥群', '有人来催');
    expect(stage.sees('指挥群', '上桥村着火了')).toBe(fire);
    stage.holds('张阿姨', '收到，谢谢你！', '110/119/120', '我报的隐患：1 条', '已转告');
    stage.sees('指挥群', /^待定级/);
    await stage.end();
  });

  it('看错了 takes it back while nobody has begun, and is too late after', async () => {
    const stage = await hazardStage(database.store);
    await reports(stage);
    stage.sees('张阿姨', '编号');
    await stage.says('张阿姨', '看错了');
    stage.sees('张阿姨', '这条撤了');
    expect(await hazardOf(stage)).toMatchObject({ state: 'closed', outcome: 'withdrawn' });
    stage.sees('指挥群', '已撤回');
    await stage.end();
  });

  it('nobody takes back what somebody else works on', async () => {
    const stage = await accepted();
    await stage.taps('张阿姨', 'hazard_withdraw');
    expect((await hazardOf(stage)).state).toBe('accepted');
    stage.holds('张阿姨', '收到，谢谢你！编号 H-2611-0001。', 'H-2611-0001：有人接下了');
    stage.holds('指挥群', '整改中：疏散通道堵塞 · H-2611-0001');
    stage.holds('网01', '整改中：疏散通道堵塞');
    await stage.end();
  });

  it('still broken: one tap opens it again, and the owner has it at once', async () => {
    const stage = await closed();
    const { number } = await hazardOf(stage);
    await stage.taps('张阿姨', 'hazard_reopen');
    expect(await hazardOf(stage)).toMatchObject({ number, state: 'assigned', round: 2 });
    stage.sees('网01', '没弄好，请再处理');
    stage.sees('指挥群', '待接单');
    await stage.taps('网01', 'hazard_accept', { value: 'spot' });
    await stage.says('网01', '这次弄好了', { message: photo() });
    await stage.taps('安01', 'hazard_pass');
    stage.sees('张阿姨', '已销号');
    expect(await hazardCount(stage)).toBe(1);
    stage.holds(
      '张阿姨',
      '收到，谢谢你！编号 H-2611-0001。',
      'H-2611-0001：有人接下了',
      'H-2611-0001：改过了，再请人去复查一遍。',
      'H-2611-0001 弄好了，已销号。',
      'H-2611-0001：有人接下了',
      'H-2611-0001：改过了，再请人去复查一遍。',
      'H-2611-0001 弄好了，已销号。',
    );
    stage.holds('指挥群', '已销号：疏散通道堵塞 · H-2611-0001');
    stage.holds('网01', '已销号：疏散通道堵塞', '已销号：疏散通道堵塞');
    stage.holds('安01', '复查过了，已销号：疏散通道堵塞', '复查过了，已销号：疏散通道堵塞');
    await stage.end();
  });

  it('or in words: 还没弄好', async () => {
    const stage = await closed();
    await stage.says('张阿姨', '还没弄好，又堵上了');
    expect(await hazardOf(stage)).toMatchObject({ state: 'assigned', round: 2 });
    stage.sees('张阿姨', '重新打开');
    stage.holds(
      '张阿姨',
      '收到，谢谢你！编号 H-2611-0001。',
      'H-2611-0001：有人接下了',
      'H-2611-0001：改过了，再请人去复查一遍。',
      'H-2611-0001 弄好了，已销号。',
      '知道了，这条重新打开，会再叫人来弄。',
    );
    stage.holds('指挥群', '待接单：疏散通道堵塞 · H-2611-0001');
    stage.holds('网01', '已销号：疏散通道堵塞', '没弄好，请再处理：疏散通道堵塞');
    stage.holds('安01', '复查过了，已销号：疏散通道堵塞');
    await stage.end();
  });

  it('the second witness within fifty metres joins as "also seen", and can be split off again', async () => {
    const stage = await hazardStage(database.store);
    const at = { ...eastOf(800), live: false };
    await stage.says('张阿姨', '这里路灯坏了', { message: { position: at } });
    stage.sees('张阿姨', '编号 H-2611-0001');
    await stage.says('李叔', '路灯不亮了', { message: { position: { ...eastOf(820), live: false } } });
    stage.sees('李叔', '已有人报过，编号 H-2611-0001');
    expect(await hazardCount(stage)).toBe(1);
    stage.seesNot('李叔', /张阿姨/);
    stage.sees('指挥群', '2 次');
    await stage.taps('值01', 'hazard_split', { in: '指挥群' });
    expect(await hazardCount(stage)).toBe(2);
    stage.sees('李叔', '单独登记');
    stage.sees('指挥群', 'H-2611-0002');
    await stage.end();
  });

  it('two that may be one are put to the command, merged by a tap, and split again as they were', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '永固五金的消防通道被货堵了');
    await stage.says('李叔', '永固五金仓库那边消防通道堵了');
    stage.sees('张阿姨', '编号 H-2611-0001');
    stage.sees('李叔', '编号 H-2611-0002');
    stage.sees('指挥群', '像是同一处');
    await stage.taps('值01', 'hazard_merge', { in: '指挥群' });
    stage.sees('李叔', 'H-2611-0001 是同一处');
    expect(await stage.store.read.hazards.byNumber('H-2611-0002')).toMatchObject({
      state: 'closed',
      outcome: 'merged',
    });
    const { token } = (await stage.store.read.hazards.byNumber('H-2611-0001')) ?? expect.fail('gone');
    expect(await stage.tapsData('值01', `${token}.hazard_split`, '指挥群')).toContain('H-2611-0002');
    expect(await stage.store.read.hazards.byNumber('H-2611-0002')).toMatchObject({ state: 'reported', outcome: null });
    stage.sees('李叔', '单独登记');
    stage.holds('张阿姨', '收到，谢谢你！编号 H-2611-0001。');
    stage.holds(
      '指挥群',
      '待定级：疏散通道堵塞 · H-2611-0001',
      '待定级：疏散通道堵塞 · H-2611-0002',
      'H-2611-0002 和 H-2611-0001 像是同一处',
    );
    stage.holds(
      '李叔',
      '收到，谢谢你！编号 H-2611-0002。',
      'H-2611-0002：跟 H-2611-0001 是同一处',
      'H-2611-0002：这一处单独登记了，接着处理。',
    );
    await stage.end();
  });

  it('a second "also seen" hears of the end as well, and both are asked once', async () => {
    const stage = await hazardStage(database.store);
    const at = { ...eastOf(800), live: false };
    await stage.says('张阿姨', '这里路灯坏了', { message: { position: at } });
    await stage.says('李叔', '路灯不亮了', { message: { position: at } });
    await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'ordinary' });
    await stage.taps('网01', 'hazard_accept', { value: 'spot' });
    await stage.says('网01', '换好了', { message: photo() });
    await stage.taps('安01', 'hazard_pass');
    for (const who of ['张阿姨', '李叔']) expect(newestIn(stage, who)).toContain('你看弄得怎么样');
    for (const who of ['张阿姨', '李叔']) expect(messagesIn(stage, who)).toBe(4);
    stage.holds(
      '张阿姨',
      '收到，谢谢你！编号 H-2611-0001。',
      'H-2611-0001：有人接下了',
      'H-2611-0001：改过了，再请人去复查一遍。',
      'H-2611-0001 弄好了，已销号。',
    );
    stage.holds('指挥群', '已销号：路灯 · H-2611-0001');
    stage.holds(
      '李叔',
      '谢谢你！这一处已有人报过',
      'H-2611-0001：有人接下了',
      'H-2611-0001：改过了，再请人去复查一遍。',
      'H-2611-0001 弄好了，已销号。',
    );
    stage.holds('网01', '已销号：路灯');
    stage.holds('安01', '复查过了，已销号：路灯');
    await stage.end();
  });
});
