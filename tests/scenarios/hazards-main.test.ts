import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { hazardOf, hazardStage, messagesIn, people, photo, reports } from './hazard-stage.ts';
import { closeStages } from './stage.ts';

const everywhere = ['张阿姨', '李叔', '网01', '网02', '安01', '林队', '值01', '指挥群', '村群', '救援群'];

eachEngine((database) => {
  afterEach(closeStages);

  it.each([
    ['telegram', '指挥群'],
    ['web', '网页指挥群'],
  ] as const)('a blocked exit on %s, by taps: from the report to a content reporter', async (platform, command) => {
    const stage = await hazardStage(database.store, { platform });
    if (platform === 'web') await stage.group(command, 'command', 'web');
    const { number } = await reports(stage);
    expect(number).toBe('H-2611-0001');
    stage.sees('张阿姨', '收到，谢谢你！编号 H-2611-0001');
    stage.sees(command, '规则建议：一般隐患');
    await stage.taps('值01', 'hazard_grade', { in: command, value: 'ordinary' });
    stage.sees('网01', '请你处理：疏散通道堵塞');
    await stage.taps('网01', 'hazard_accept', { value: 'deadline' });
    stage.sees('张阿姨', '有人接下了');
    await stage.says('网01', '', { message: photo() });
    await stage.taps('网01', 'hazard_fixed');
    stage.sees('张阿姨', '改过了，再请人去复查');
    stage.sees('安01', '请复查');
    await stage.taps('安01', 'hazard_pass');
    stage.sees('安01', '复查过了，已销号');
    stage.sees('张阿姨', '弄好了，已销号');
    await stage.taps('张阿姨', 'hazard_rate', { value: 'good' });
    stage.sees(command, '回访：满意');
    stage.sees('网01', '已销号');
    expect(await hazardOf(stage)).toMatchObject({ state: 'closed', outcome: 'resolved', satisfaction: 'good' });
    const trace = await stage.store.read.trace.of(`hazard:${(await hazardOf(stage)).id}`);
    expect(trace.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['reported', 'graded', 'assigned', 'accepted', 'fixed', 'checked', 'closed', 'rated']),
    );
    // Every command group follows, whatever it is on.
    stage.holds('指挥群', '已销号：疏散通道堵塞');
    await stage.end();
  });

  it('is quiet: eight steps of people, seven messages of the bot, of which the reporter gets four', async () => {
    const stage = await hazardStage(database.store);
    await reports(stage);
    await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'ordinary' });
    await stage.says('网01', '接了 三天内弄好');
    await stage.says('网01', '', { message: photo() });
    await stage.says('网01', '弄好了');
    await stage.says('安01', '合格');
    await stage.says('张阿姨', '满意');
    const sent = Object.fromEntries(everywhere.map((room) => [room, messagesIn(stage, room)]));
    expect(await hazardOf(stage)).toMatchObject({ state: 'closed', satisfaction: 'good' });
    expect(sent.张阿姨).toBeLessThanOrEqual(5);
    expect(sent.网01).toBe(1);
    expect(sent.指挥群).toBe(1);
    const all = Object.values(sent).reduce((sum, count) => sum + count, 0);
    expect(all).toBeLessThanOrEqual(9);
    expect([sent.李叔, sent.网02, sent.林队, sent.值01, sent.村群, sent.救援群]).toEqual([0, 0, 0, 0, 0, 0]);
    stage.holds(
      '张阿姨',
      '收到，谢谢你！编号 H-2611-0001。',
      'H-2611-0001：有人接下了',
      'H-2611-0001：改过了，再请人去复查一遍。',
      'H-2611-0001 弄好了，已销号。',
      '记下了，谢谢！',
    );
    stage.holds('指挥群', '已销号：疏散通道堵塞 · H-2611-0001');
    stage.holds('网01', '已销号：疏散通道堵塞');
    stage.holds('安01', '复查过了，已销号：疏散通道堵塞', '复查合格，已销号，辛苦！');
    await stage.end();
  });

  it('a blocked exit on WeChat goes the whole way by words', async () => {
    const stage = await hazardStage(database.store, { cast: people('wechat') });
    await stage.group('微信指挥群', 'command', 'wechat');
    await stage.says('张阿姨', '永固五金的消防通道被货堵了');
    stage.sees('张阿姨', '编号 H-2611-0001');
    await stage.says('张阿姨', '', { message: photo() });
    stage.sees('微信指挥群', /一般隐患 (H-2611-)?0001/);
    await stage.says('值01', '一般隐患 0001', { in: '微信指挥群' });
    stage.sees('微信指挥群', '已定为一般隐患');
    stage.sees('微信指挥群', '待接单');
    stage.sees('网01', '限期整改');
    await stage.says('网01', '限期整改');
    stage.sees('网01', '接下了');
    stage.sees('张阿姨', '有人接下了');
    await stage.says('网01', '改好了');
    stage.sees('网01', '再发一张改好后的照片');
    await stage.says('网01', '', { message: photo() });
    stage.sees('网01', '会有人去复查');
    stage.sees('张阿姨', '改过了');
    stage.sees('安01', '复查合格');
    await stage.says('安01', '没改好 还堵着一半');
    stage.sees('安01', '已退回再改');
    stage.sees('张阿姨', '复查没过');
    stage.sees('网01', '还堵着一半');
    await stage.says('网01', '', { message: photo() });
    stage.sees('网01', '对得上');
    await stage.says('网01', '改好了 0001');
    await stage.says('安01', '复查合格');
    stage.sees('安01', '复查合格，已销号');
    stage.sees('张阿姨', '已销号');
    await stage.says('张阿姨', '满意');
    stage.sees('张阿姨', '记下了，谢谢');
    expect(await hazardOf(stage)).toMatchObject({ state: 'closed', round: 2, satisfaction: 'good' });
    stage.holds('指挥群', '已销号：疏散通道堵塞 · H-2611-0001');
    stage.holds(
      '张阿姨',
      '收到，谢谢你！编号 H-2611-0001。',
      'H-2611-0001：有人接下了',
      'H-2611-0001：改过了，再请人去复查一遍。',
      'H-2611-0001：复查没过（没改好 还堵着一半）',
      'H-2611-0001：改过了，再请人去复查一遍。',
      'H-2611-0001 弄好了，已销号。',
      '记下了，谢谢！',
    );
    stage.holds(
      '微信指挥群',
      '待定级：疏散通道堵塞 · H-2611-0001',
      '待接单：疏散通道堵塞 · H-2611-0001',
      '已定为一般隐患。已交给 网01。',
      '待复查：疏散通道堵塞 · H-2611-0001',
      '整改中：疏散通道堵塞 · H-2611-0001',
      '待复查：疏散通道堵塞 · H-2611-0001',
      '已销号：疏散通道堵塞 · H-2611-0001',
    );
    stage.holds(
      '网01',
      '请你处理：疏散通道堵塞',
      '接下了，限期整改，11月27日17:30前弄好。弄好',
      '再发一张改好后的照片，就算报上了。',
      '收到，会有人去复查，先不用管了。',
      '没弄好，请再处理：疏散通道堵塞',
      '有 1 条对得上，说的是哪一条？',
      '收到，会有人去复查，先不用管了。',
    );
    stage.holds(
      '安01',
      '请复查：疏散通道堵塞',
      '已退回再改，期限 11月27日17:30。',
      '请复查：疏散通道堵塞',
      '复查合格，已销号，辛苦！',
    );
    await stage.end();
  });
});
