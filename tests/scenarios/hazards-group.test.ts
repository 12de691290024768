import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { hazardCount, hazardOf, hazardStage, messagesIn, photo } from './hazard-stage.ts';
import { closeStages } from './stage.ts';

const seen = '永固五金的消防通道被货堵死了，太危险了';

eachEngine((database) => {
  afterEach(closeStages);

  it('talk in a village’s group stays talk', async () => {
    const stage = await hazardStage(database.store);
    for (const words of [
      '今天路上好堵啊',
      '谁家的猫跑出来了',
      '明天几点开会',
      '哈哈哈哈',
      '灯会真漂亮',
      '1',
      '收到',
      '好了',
    ])
      await stage.says('张阿姨', words, { in: '村群' });
    await stage.says('李叔', '', { in: '村群', message: photo() });
    expect(messagesIn(stage, '村群')).toBe(0);
    expect(await hazardCount(stage)).toBe(0);
    await stage.end();
  });

  it('what is surely a hazard is offered once; its writer’s tap registers it, nobody else’s', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', seen, { in: '村群' });
    stage.sees('村群', '登记为隐患？');
    await stage.says('张阿姨', '', { in: '村群', message: photo() });
    await stage.says('张阿姨', '消防通道都堵死了没人管', { in: '村群' });
    expect(messagesIn(stage, '村群')).toBe(1);
    expect(await stage.taps('李叔', 'hazard_file', { in: '村群' })).toContain('由报来的 张阿姨 来选');
    expect(await hazardCount(stage)).toBe(0);
    const file = stage.action('村群', 'hazard_file');
    await stage.taps('张阿姨', 'hazard_file', { in: '村群' });
    expect(await hazardCount(stage)).toBe(1);
    expect(stage.sees('村群', '隐患：疏散通道堵塞')).toContain('已登记，谢谢！');
    expect(messagesIn(stage, '村群')).toBe(1);
    stage.seesNot('村群', '登记为隐患');
    expect(await stage.tapsData('张阿姨', `${file.token}.hazard_file`, '村群')).toContain('H-2611-0001');
    expect(await hazardCount(stage)).toBe(1);
    stage.sees('指挥群', '照片 1 张');
    stage.seesNot('村群', /张阿姨/);
    expect((await hazardOf(stage)).kinds).toEqual(['fire_exit']);
    stage.holds('村群', '隐患：疏散通道堵塞');
    stage.holds('指挥群', '待定级：疏散通道堵塞 · H-2611-0001');
    await stage.end();
  });

  it('an offer that nobody answers ends in silence, and its button tells so', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', seen, { in: '村群' });
    stage.sees('村群', '登记为隐患？');
    const { token } = stage.action('村群', 'hazard_file');
    await stage.later(11 * 60);
    expect(messagesIn(stage, '村群')).toBe(1);
    expect(await stage.tapsData('张阿姨', `${token}.hazard_file`, '村群')).not.toContain('编号');
    expect(await hazardCount(stage)).toBe(0);
    await stage.end();
  });

  it('不用 is a no, by a tap or in words', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', seen, { in: '村群' });
    stage.sees('村群', '登记为隐患？');
    await stage.says('张阿姨', '不用', { in: '村群' });
    stage.sees('村群', '没有登记');
    expect(await hazardCount(stage)).toBe(0);
    await stage.end();
  });

  it('after a no the same thing is not offered again, by whomever; another hazard is, and so is the same one later', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', seen, { in: '村群' });
    await stage.taps('张阿姨', 'hazard_drop', { in: '村群' });
    stage.sees('村群', '没有登记');
    await stage.says('张阿姨', '消防通道真的堵死了，没人管', { in: '村群' });
    await stage.says('张阿姨', '永固五金的消防通道还是堵着', { in: '村群', message: photo() });
    await stage.says('李叔', '是啊永固五金的消防通道都堵死了', { in: '村群' });
    expect(messagesIn(stage, '村群')).toBe(1);
    await stage.says('张阿姨', '上桥村36号的路灯坏了好几天了', { in: '村群' });
    stage.sees('村群', '登记为隐患？');
    expect(messagesIn(stage, '村群')).toBe(2);
    await stage.later(15 * 60);
    await stage.says('李叔', seen, { in: '村群' });
    stage.sees('村群', '登记为隐患？');
    expect(messagesIn(stage, '村群')).toBe(3);
    expect(await hazardCount(stage)).toBe(0);
    await stage.end();
  });

  it('while an offer stands, whoever says the same of the same place is not asked as well', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', seen, { in: '村群' });
    await stage.says('李叔', '永固五金的消防通道又堵死了', { in: '村群' });
    stage.sees('村群', '登记为隐患？');
    await stage.says('李叔', '上桥村的消防通道被堵死了', { in: '村群' });
    stage.sees('村群', '登记为隐患？');
    expect(messagesIn(stage, '村群')).toBe(2);
    await stage.end();
  });

  it('登记 as a reply, by a grid worker, registers what somebody else wrote; by a resident it is nothing', async () => {
    const stage = await hazardStage(database.store);
    const quote = { messageId: 'm1', text: '永固五金那边的消防栓漏水了' };
    await stage.says('李叔', '登记', { in: '村群', message: { quote } });
    expect(await hazardCount(stage)).toBe(0);
    await stage.says('网01', '登记', { in: '村群', message: { quote } });
    expect(stage.sees('村群', '隐患：消防设施')).toContain('编号 H-2611-0001');
    const hazard = await hazardOf(stage);
    expect(hazard).toMatchObject({ words: quote.text, kinds: ['fire_equipment'] });
    stage.sees('指挥群', '待定级');
    await stage.end();
  });

  it('the card in the group follows the state and names nobody', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', seen, { in: '村群' });
    await stage.taps('张阿姨', 'hazard_file', { in: '村群' });
    const before = messagesIn(stage, '村群');
    await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'ordinary' });
    await stage.taps('网01', 'hazard_accept', { value: 'deadline' });
    stage.sees('村群', '有人在整改了');
    await stage.says('网01', '改好了', { message: photo() });
    await stage.taps('安01', 'hazard_pass');
    stage.sees('村群', '弄好了，已销号');
    expect(messagesIn(stage, '村群')).toBe(before);
    stage.seesNot('村群', /张阿姨|网01|安01|逾期/);
    stage.sees('张阿姨', '已销号');
    stage.holds('村群', '隐患：疏散通道堵塞');
    stage.holds('指挥群', '已销号：疏散通道堵塞 · H-2611-0001');
    stage.holds('网01', '已销号：疏散通道堵塞');
    stage.holds(
      '张阿姨',
      'H-2611-0001：有人接下了',
      'H-2611-0001：改过了，再请人去复查一遍。',
      'H-2611-0001 弄好了，已销号。',
    );
    stage.holds('安01', '复查过了，已销号：疏散通道堵塞');
    await stage.end();
  });

  it('a number alone shows the card to whoever may see it, in the group that told of it too', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '永固五金的消防通道被货堵了');
    stage.sees('张阿姨', '编号 H-2611-0001');
    await stage.says('张阿姨', 'H-2611-0001');
    stage.sees('张阿姨', '值班员正在看');
    await stage.says('李叔', 'h-2611-0001');
    stage.sees('李叔', '没找到');
    await stage.says('值01', '查 H-2611-0001');
    stage.sees('值01', '待定级');
    await stage.says('李叔', 'H-2611-0001', { in: '村群' });
    expect(messagesIn(stage, '村群')).toBe(0);
    await stage.says('李叔', 'H-2611-9999');
    stage.sees('李叔', '没找到');
    stage.sees('指挥群', '待定级');
    await stage.end();
  });

  it('in a mediators’ group nothing is offered', async () => {
    const stage = await hazardStage(database.store);
    await stage.group('调解群', 'mediation', 'telegram');
    await stage.says('张阿姨', seen, { in: '调解群' });
    expect(messagesIn(stage, '调解群')).toBe(0);
    await stage.end();
  });
});
