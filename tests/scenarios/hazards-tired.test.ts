import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { hazardOf, hazardStage, messagesIn, newestIn, people, photo } from './hazard-stage.ts';
import { closeStages } from './stage.ts';

eachEngine((database) => {
  afterEach(closeStages);

  it('who corrects the place takes nothing back: it is there from now on, and stays one report', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '上桥村36号楼道又堵了', { message: photo() });
    expect(stage.sees('张阿姨', '编号 H-2611-0001')).toContain('上桥村36号');
    await stage.says('张阿姨', '说错了，地点是上桥村38号');
    expect(await hazardOf(stage)).toMatchObject({ state: 'reported', number: 'H-2611-0001', placeWords: '上桥村38号' });
    expect(stage.sees('指挥群', '待定级')).toContain('说错了，地点是上桥村38号');
    await stage.says('张阿姨', '不对 是28号');
    expect(stage.sees('指挥群', '待定级')).toContain('上桥村28号');
    stage.holds('张阿姨', '上桥村28号');
    await stage.end();
  });

  it('put right while it is still asked where, the place is what they say instead', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '飞线充电 太危险了');
    await stage.says('张阿姨', "sorry, wrong, it's no. 14");
    expect(await hazardOf(stage)).toMatchObject({ placeWords: 'no. 14' });
    stage.holds('张阿姨', '编号 H-2611-0001');
    stage.sees('指挥群', '地点：no. 14');
    await stage.end();
  });

  it('a corrected place reaches whoever has it already, and the trace keeps both', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '上桥村36号楼道又堵了', { message: photo() });
    await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'ordinary' });
    expect(newestIn(stage, '网01')).toContain('上桥村36号');
    await stage.says('张阿姨', '不对，应该是永固五金');
    expect(newestIn(stage, '网01')).toContain('永固五金');
    const hazard = await hazardOf(stage);
    expect(hazard).toMatchObject({ area: '东区', words: '上桥村36号楼道又堵了 不对，应该是永固五金' });
    const trace = await stage.store.read.trace.of(`hazard:${hazard.id}`);
    expect(trace.at(-1)).toMatchObject({ what: 'detail_added', data: { words: '不对，应该是永固五金' } });
    stage.sees('指挥群', '待接单');
    stage.holds('张阿姨', '永固五金');
    stage.holds('网01', '永固五金');
    await stage.end();
  });

  it('on WeChat, which edits nothing, command and owner get the corrected place anew', async () => {
    const stage = await hazardStage(database.store, { cast: people('wechat') });
    await stage.group('微信指挥群', 'command', 'wechat');
    await stage.says('张阿姨', '上桥村36号楼道又堵了');
    stage.sees('张阿姨', '编号 H-2611-0001');
    stage.sees('微信指挥群', '上桥村36号');
    await stage.says('值01', '一般隐患 0001', { in: '微信指挥群' });
    stage.sees('微信指挥群', '已定为一般隐患');
    stage.sees('微信指挥群', '待接单');
    stage.sees('网01', '上桥村36号');
    await stage.says('张阿姨', '不对 是38号');
    stage.sees('网01', '上桥村38号');
    stage.sees('微信指挥群', '上桥村38号');
    stage.sees('张阿姨', '已转给值班员');
    stage.sees('指挥群', '上桥村38号');
    await stage.end();
  });

  it('somebody else’s word, an old report and talk in a group put nothing right', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '上桥村36号楼道又堵了', { message: photo() });
    await stage.says('李叔', '不对 是38号');
    await stage.later(30 * 60);
    await stage.says('张阿姨', '不对 是48号');
    expect(await hazardOf(stage)).toMatchObject({ placeWords: '上桥村36号楼道' });
    stage.sees('李叔', '没看懂');
    stage.holds('张阿姨', '上桥村36号楼道', '没看懂');
    stage.sees('指挥群', '上桥村36号');
    await stage.end();
  });

  it('thanks after the number gets a sign, and is no word of the report', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '上桥村36号楼道又堵了');
    const before = messagesIn(stage, '张阿姨');
    for (const words of ['谢谢', '好的，辛苦了', '收到']) await stage.says('张阿姨', words);
    expect(messagesIn(stage, '张阿姨')).toBe(before);
    expect(await hazardOf(stage)).toMatchObject({ words: '上桥村36号楼道又堵了' });
    stage.sees('张阿姨', '收到，谢谢你！');
    stage.sees('指挥群', '待定级');
    await stage.end();
  });

  it('弄好了 after the photo that said it already is heard, and asks nothing', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '永固五金的消防通道被货堵了');
    await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'ordinary' });
    await stage.taps('网01', 'hazard_accept', { value: 'spot' });
    await stage.taps('网01', 'hazard_fixed');
    await stage.says('网01', '', { message: photo() });
    expect(await hazardOf(stage)).toMatchObject({ state: 'fixed' });
    const before = messagesIn(stage, '网01');
    await stage.says('网01', '弄好了');
    expect(messagesIn(stage, '网01')).toBe(before);
    stage.seesNot('网01', '没看懂');
  });
});
