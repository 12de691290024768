import { afterEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '../support/stores.ts';
import { matterStage, newest, tells } from './matter-stage.ts';
import { closeStages, textOf, type Stage } from './stage.ts';

const database = freshDatabase('sqlite');
afterEach(closeStages);

const lastOf = (stage: Stage, who: string): string => stage.cards(who).map(textOf).at(-1) ?? '';

/** 喜哥 has taken a dispute. */
async function taken(): Promise<Stage> {
  const stage = await matterStage(database.store);
  await tells(stage, '张阿姨', '我要调解 李叔借了我5000块一直不还');
  await stage.taps('喜哥', 'matter_take');
  return stage;
}

describe('what is asked of the bot by name while it waits for words', () => {
  it.each([
    ['调解统计', '统计'],
    ['调解统计。', '统计'],
    ['调解统计 上个月', '统计'],
    ['我的数据', '数据'],
    ['帮助', '可以这样说'],
    ['帮助。', '可以这样说'],
    ['帮助？', '可以这样说'],
    ['/help', '可以这样说'],
    ['我的隐患', '隐患'],
    ['我的隐患。', '隐患'],
    ['我的隐患清单？', '隐患'],
    ['我的调解', 'M-2611-0001'],
    ['我的排班', '班'],
  ])('%s is no reason for an end, and the reason is still wanted', async (words, answered) => {
    const stage = await taken();
    await stage.says('喜哥', '谈不成');
    expect(lastOf(stage, '喜哥')).toContain('说一下原因');
    await stage.says('喜哥', words);
    expect((await newest(stage)).state).toBe('assigned');
    expect(lastOf(stage, '喜哥')).toContain(answered);
    await stage.says('喜哥', '对方一直不接电话');
    expect(await newest(stage)).toMatchObject({ state: 'ended', outcome: 'failed' });
  });

  it('is no answer to a legal question and no reason to look into a sealed matter', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', '法律咨询 试用期最长多久');
    await stage.taps('律师', 'matter_take');
    await stage.taps('律师', 'matter_done');
    await stage.says('律师', '我的排班');
    await stage.says('律师', '最长六个月，《劳动合同法》第十九条（2012年修正）');
    expect((await newest(stage)).outcome).toBe('answered');
    const sealed = await tells(stage, '张阿姨', '我要调解 李叔借了我5000块一直不还');
    await stage.says('林队', `开封 ${sealed.number}`);
    expect(lastOf(stage, '林队')).toContain('原因');
    await stage.says('林队', '调解统计');
    expect(lastOf(stage, '林队')).toContain('统计');
    await stage.says('林队', '当事人失联，要找人');
    stage.sees('值01', '当事人失联');
  });

  it('is no part of what somebody tells at the desk', async () => {
    const stage = await matterStage(database.store);
    await stage.says('喜哥', '来访登记');
    const { body } = await newest(stage);
    await stage.says('喜哥', '调解统计');
    expect(lastOf(stage, '喜哥')).toContain('统计');
    expect((await newest(stage)).body).toEqual(body);
  });

  it('leaves words of a reason that only begin like a list as the reason', async () => {
    const stage = await taken();
    await stage.says('喜哥', '谈不成');
    await stage.says('喜哥', '工时对不上 双方各说各的');
    expect((await newest(stage)).state).toBe('ended');
  });

  it.each(['取消', '算了', '再谈谈吧', 'never mind'])('ends nothing by %s, which is no reason', async (words) => {
    const stage = await taken();
    const before = await newest(stage);
    await stage.says('喜哥', '谈不成');
    await stage.says('喜哥', words);
    expect(lastOf(stage, '喜哥')).toContain('接着办');
    expect((await newest(stage)).state).toBe(before.state);
    await stage.says('喜哥', '工时对不上 双方各说各的');
    expect((await newest(stage)).state).toBe(before.state);
  });

  it.each(['好的', '谢谢', '收到'])('takes %s for no reason, and still waits for one', async (words) => {
    const stage = await taken();
    const before = await newest(stage);
    await stage.says('喜哥', '谈不成');
    await stage.says('喜哥', words);
    expect((await newest(stage)).state).toBe(before.state);
    await stage.says('喜哥', '工时对不上 双方各说各的');
    expect((await newest(stage)).state).toBe('ended');
  });
});

describe('办完了 without a number', () => {
  it.each(['办完了', '办好了', '办完了。', '都办完了'])('%s ends the only one in hand', async (words) => {
    const stage = await matterStage(database.store);
    await stage.says('张阿姨', '', { message: { start: 'd-XT' } });
    await stage.says('张阿姨', '水管爆了 家里全是水');
    await stage.says('网01', '我来接');
    await stage.says('网01', words);
    expect(await newest(stage)).toMatchObject({ state: 'ended', outcome: 'done' });
    expect(lastOf(stage, '网01')).toContain('办完了');
    stage.sees('张阿姨', '这件办完了');
  });

  it('asks for the answer of a legal question, as its button does', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', '法律咨询 试用期最长多久');
    await stage.taps('律师', 'matter_take');
    await stage.says('律师', '办完了');
    expect(lastOf(stage, '律师')).toContain('请写答复');
  });

  it('asks which of two, and takes the one that is named or quoted', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', '女人e家 想找人说说');
    await stage.taps('女一', 'matter_take');
    await tells(stage, '李叔', '女人e家 想找人聊聊');
    await stage.taps('女一', 'matter_take');
    await stage.says('女一', '办完了');
    expect(lastOf(stage, '女一')).toContain('说的是哪一件');
    for (const number of ['M-2611-0001', 'M-2611-0002'])
      expect((await stage.store.read.matters.byNumber(number))?.outcome).toBeNull();
    await stage.says('女一', 'M-2611-0001 办完了');
    expect((await stage.store.read.matters.byNumber('M-2611-0001'))?.outcome).toBe('done');
    await stage.says('女一', '办完了');
    expect((await stage.store.read.matters.byNumber('M-2611-0002'))?.outcome).toBe('done');
  });

  it('is nothing to a dispute, nor to what was not taken yet', async () => {
    const stage = await taken();
    await stage.says('喜哥', '办完了');
    expect((await newest(stage)).state).toBe('assigned');
    await tells(stage, '李叔', '女人e家 想找人聊聊');
    await stage.says('女一', '办完了');
    expect((await newest(stage)).outcome).toBeNull();
  });

  it('is said of a hazard by whoever has one open as well, and ends nothing', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', '女人e家 想找人说说');
    await stage.taps('女一', 'matter_take');
    await stage.says('女一', '报隐患 西塘菜市场门口井盖坏了');
    await stage.says('女一', '处理好了');
    expect((await newest(stage)).outcome).toBeNull();
    await stage.says('女一', '办完了');
    expect((await newest(stage)).outcome).toBe('done');
  });

  it('ends nothing while words for a dispute are awaited, but asks which is meant', async () => {
    const room = { code: 'xi', name: '喜哥调解室', mediators: ['喜哥'], matters: ['dispute', 'help_request'] as const };
    const stage = await matterStage(database.store, { rules: { rooms: [{ ...room, matters: [...room.matters] }] } });
    await tells(stage, '张阿姨', '我要调解 李叔借了我5000块一直不还');
    await stage.taps('喜哥', 'matter_take');
    await stage.says('李叔', '', { message: { start: 'd-XT' } });
    await stage.says('李叔', '水管爆了 家里全是水');
    await stage.says('喜哥', '我来接');
    await stage.says('喜哥', 'M-2611-0001 谈不成');
    await stage.says('喜哥', '办完了');
    expect(lastOf(stage, '喜哥')).toContain('说的是哪一件');
    expect((await stage.store.read.matters.byNumber('M-2611-0001'))?.outcome).toBeNull();
    expect((await stage.store.read.matters.byNumber('M-2611-0002'))?.outcome).toBeNull();
  });
});
