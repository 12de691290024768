import { afterEach, expect, it } from 'vitest';
import type { Platform } from '../../core/message.ts';
import type { Store } from '../../core/ports/store.ts';
import { eachEngine } from '../support/stores.ts';
import { allIn, matterStage, newest, people, tells } from './matter-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const phones: Readonly<Record<string, string>> = { 张阿姨: '13800000001', 李叔: '13800000002' };

/** 张阿姨 and 李叔 talk with 喜哥 about 5,000 yuan. */
async function accepted(store: Store, platform: Platform = 'telegram'): Promise<Stage> {
  const cast = people(platform).map((one) => ({ ...one, phone: phones[one.name] ?? '' }));
  const stage = await matterStage(store, { cast });
  if (platform === 'wechat') {
    await stage.says('张阿姨', '我要调解 李叔借了我5000块一直不还 他电话13800000002');
    for (let i = 0; i < 10 && (await newest(stage)).state === 'telling'; i += 1)
      await stage.says('张阿姨', (await newest(stage)).need === 'check' ? '提交' : '跳过');
    const { number } = await newest(stage);
    await stage.says('喜哥', `接 ${number}`);
    await stage.says('李叔', `愿意调解 ${number}`);
    return stage;
  }
  await tells(stage, '张阿姨', '我要调解 李叔借了我5000块一直不还 他电话13800000002');
  await stage.taps('喜哥', 'matter_take');
  await stage.taps('李叔', 'matter_consent', { value: 'yes' });
  return stage;
}

/** The same, agreed on in writing, signed and sealed. */
async function effective(store: Store, terms: string, platform: Platform = 'telegram'): Promise<Stage> {
  const stage = await accepted(store, platform);
  if (platform === 'wechat') await stage.says('喜哥', '谈成了');
  else await stage.taps('喜哥', 'matter_agree', { value: 'written' });
  await stage.says('喜哥', terms);
  for (const who of ['张阿姨', '李叔'])
    if (platform === 'wechat') await stage.says(who, '同意，我签');
    else await stage.taps(who, 'matter_sign', { value: 'yes' });
  await stage.says('喜哥', '盖章了');
  return stage;
}

/** The buttons of some kinds that stand with somebody. */
const buttons = (stage: Stage, who: string, ...verbs: readonly string[]): string[] =>
  stage
    .cards(who)
    .flatMap(({ actions }) => actions.flat())
    .flatMap(({ verb, label }) => (verbs.includes(verb) ? [label] : []));

const paying = ['matter_paid', 'matter_got', 'matter_not_got'];
const everybody = ['张阿姨', '李叔', '喜哥'];

eachEngine((database) => {
  afterEach(closeStages);

  it('a payment that was told waits without a button, and nobody is asked any more once it came', async () => {
    const stage = await effective(database.store, '李叔12月1日前付5000元');
    await stage.daysLater(9.5);
    for (const step of ['快到期了', '今天到期']) stage.sees('李叔', step);
    await stage.taps('李叔', 'matter_paid', { value: '1' });
    stage.seesNot('李叔', '今天到期');
    stage.sees('李叔', '你说已经付了，在等对方确认');
    expect(buttons(stage, '李叔', ...paying)).toEqual([]);
    await stage.taps('张阿姨', 'matter_not_got', { value: '1' });
    stage.seesNot('张阿姨', '收到了吗');
    stage.sees('张阿姨', '你没收到。调解员会去问');
    stage.sees('李叔', '今天到期');
    expect(buttons(stage, '张阿姨', ...paying)).toEqual([]);
    expect(buttons(stage, '李叔', ...paying)).not.toEqual([]);
    await stage.says('张阿姨', '钱收到了');
    for (const who of everybody) expect(buttons(stage, who, ...paying)).toEqual([]);
    stage.sees('李叔', '这笔钱清了，不用再管');
    expect((await newest(stage)).state).toBe('performed');
  });

  it('the court’s days end with what became of it, on every card of every side', async () => {
    const stage = await effective(database.store, '李叔每月1日付500元');
    await stage.daysLater(21);
    for (const who of everybody) expect(buttons(stage, who, 'matter_court').length).toBeGreaterThan(2);
    await stage.taps('李叔', 'matter_court', { value: 'none' });
    stage.sees('张阿姨', '记下了：不做司法确认。改主意了，12月22日');
    for (const who of ['张阿姨', '李叔']) expect(buttons(stage, who, 'matter_court')).toEqual([]);
    await stage.says('喜哥', '他们申请了司法确认');
    for (const who of ['张阿姨', '李叔']) {
      stage.sees(who, '已经向法院申请司法确认');
      stage.seesNot(who, '不做司法确认');
    }
  });

  it('on the day after the thirty the cards say so, nothing is sent, and what was applied for in time still counts', async () => {
    const stage = await effective(database.store, '李叔每月1日付500元');
    await stage.daysLater(30.5);
    const before = everybody.map((who) => stage.cards(who).length);
    await stage.daysLater(0.9);
    expect(everybody.map((who) => stage.cards(who).length)).toEqual(before);
    for (const who of everybody) {
      stage.sees(who, '申请司法确认的日子过了（最晚12月22日');
      expect(buttons(stage, who, 'matter_court')).toEqual([]);
    }
    await stage.says('喜哥', '上周就申请了司法确认');
    expect((await newest(stage)).body.court).toMatchObject({ state: 'applied' });
    for (const who of ['张阿姨', '李叔']) stage.sees(who, '已经向法院申请司法确认');
  });

  it.each(['telegram', 'wechat'] as const)(
    'what the court does not confirm: all hear it and how to go on, by %s',
    async (platform) => {
      const stage = await effective(database.store, '李叔每月1日付500元', platform);
      const { number } = await newest(stage);
      await stage.says('张阿姨', '我们昨天一起申请了司法确认');
      stage.sees('李叔', '已经向法院申请司法确认，等法院的消息');
      stage.sees('喜哥', '已经申请司法确认。法院有消息了告诉我');
      await stage.says('李叔', `${number} 法院没有确认`);
      expect((await newest(stage)).body.court).toMatchObject({ state: 'rejected' });
      stage.sees('张阿姨', /法院没有确认这份协议[\s\S]*跟调解员说，或者发“我要调解”；不想再谈，可以去法院起诉/);
      stage.sees('喜哥', /法院没有确认。看看裁定书上的原因[\s\S]*改好重签/);
      // What was agreed is owed all the same, and reminded of; a second word changes nothing.
      await stage.says('喜哥', '法院确认了');
      stage.sees('喜哥', '这一步已经过了');
      expect((await newest(stage)).body.court).toMatchObject({ state: 'rejected' });
      await stage.daysLater(9.5);
      stage.sees('李叔', '约好的一笔钱今天到期');
      stage.seesNot('李叔', '协议生效 7 天了');
      await stage.says('张阿姨', '我要调解 李叔那笔钱想改成每月还300');
      expect(await newest(stage)).toMatchObject({ state: 'telling', tellerId: stage.person('张阿姨').id });
    },
  );

  it.each(['telegram', 'wechat'] as const)(
    'a side goes while it rests: it is over for all, and nothing more comes, by %s',
    async (platform) => {
      const stage = await accepted(database.store, platform);
      const { number } = await newest(stage);
      await stage.says('喜哥', '周三下午3点或者周四上午10点');
      await stage.says('喜哥', '先放一放 等鉴定结果');
      for (const who of ['张阿姨', '李叔']) stage.sees(who, '这件先放一放，想接着谈随时说');
      await stage.daysLater(5);
      await stage.says('喜哥', `${number} 继续`);
      for (const who of ['张阿姨', '李叔']) stage.sees(who, '这件接着办了');
      expect((await newest(stage)).state).toBe('accepted');
      await stage.says('喜哥', `${number} 先放一放 等他从外地回来`);
      await stage.says('李叔', '不调了');
      stage.sees('张阿姨', /有一方不愿意调解，那就不调了，不勉强谁[\s\S]*你还有这些办法/);
      stage.sees('李叔', '不勉强谁');
      expect(await newest(stage)).toMatchObject({ state: 'ended', outcome: 'refused' });
      const before = everybody.map((who) => stage.cards(who).length);
      await stage.daysLater(6);
      expect(everybody.map((who) => stage.cards(who).length)).toEqual(before);
    },
  );

  it('more time: who said yes can still say no; asked anew only the new question counts; agreed or not, no button stays', async () => {
    const stage = await accepted(database.store);
    await stage.daysLater(27);
    stage.sees('喜哥', '调解一般一个月');
    await stage.taps('喜哥', 'matter_extend', { value: '15' });
    await stage.taps('张阿姨', 'matter_extend', { value: 'yes' });
    stage.sees('张阿姨', '你说了同意，等大家都答了再告诉你');
    expect(buttons(stage, '张阿姨', 'matter_extend')).toEqual(['不同意延长']);
    await stage.taps('喜哥', 'matter_extend', { value: '15' });
    stage.sees('李叔', '又重新问过了');
    expect(buttons(stage, '李叔', 'matter_extend')).toHaveLength(2);
    await stage.taps('李叔', 'matter_extend', { value: 'no' });
    for (const who of ['张阿姨', '李叔']) {
      stage.sees(who, '有人不同意，就按原来的时间');
      expect(buttons(stage, who, 'matter_extend')).toEqual([]);
    }
    await stage.taps('喜哥', 'matter_extend', { value: '15' });
    for (const who of ['张阿姨', '李叔']) await stage.taps(who, 'matter_extend', { value: 'yes' });
    for (const who of ['张阿姨', '李叔']) {
      stage.sees(who, '都同意了，谈到1月6日');
      expect(buttons(stage, who, 'matter_extend')).toEqual([]);
    }
    stage.sees('喜哥', '期限改到1月6日');
    await stage.says('喜哥', '没谈成');
    await stage.says('喜哥', '差得太远');
    stage.sees('喜哥', '这件往下走了，不用再管期限');
  });

  it('a question of more time rests with its matter, and is open again with it', async () => {
    const stage = await accepted(database.store);
    await stage.taps('喜哥', 'matter_extend', { value: '15' });
    await stage.says('喜哥', '先放一放');
    await stage.says('喜哥', '等鉴定结果');
    stage.sees('李叔', '这件先放一放，不用答');
    expect(buttons(stage, '李叔', 'matter_extend')).toEqual([]);
    await stage.daysLater(10);
    await stage.says('喜哥', '接着谈');
    expect(buttons(stage, '李叔', 'matter_extend')).toHaveLength(2);
    // Its ten days of rest do not count.
    await stage.daysLater(25);
    stage.seesNot('喜哥', '调解一般一个月');
    await stage.daysLater(4);
    stage.sees('喜哥', '调解一般一个月，1月2日');
  });

  it('a return visit that one side has answered is asked of nobody any more', async () => {
    const stage = await effective(database.store, '李叔11月25日前付5000元');
    await stage.says('张阿姨', '钱收到了');
    await stage.daysLater(8);
    for (const who of everybody) expect(buttons(stage, who, 'matter_visit').length).toBeGreaterThan(0);
    await stage.taps('李叔', 'matter_visit', { value: 'yes' });
    for (const who of everybody) {
      expect(buttons(stage, who, 'matter_visit')).toEqual([]);
      stage.sees(who, '这次问过了，谢谢');
    }
  });

  it.each(['telegram', 'wechat'] as const)(
    'visits that nobody makes step up to the leader, and end, by %s',
    async (platform) => {
      const stage = await effective(database.store, '李叔11月25日前付5000元', platform);
      await stage.says('张阿姨', '钱收到了');
      const { number } = await newest(stage);
      const says = async (value: 'yes' | 'none', words: string): Promise<void> => {
        if (platform === 'wechat') return stage.says('林队', `${number} ${words}`);
        await stage.taps('林队', 'matter_visit', { value });
      };
      await stage.says('林队', `${number} 都好`);
      stage.sees('林队', '不归你');
      await stage.daysLater(22);
      stage.sees('林队', /7 天的回访到期两周多了，还没人去问/);
      for (const word of ['张阿姨', '李叔', '5,?000']) stage.seesNot('林队', new RegExp(word, 'u'));
      await says('yes', '都好');
      stage.sees('林队', platform === 'wechat' ? '记下' : '7 天的回访记下了，谢谢');
      await stage.daysLater(83);
      stage.sees('林队', /90 天的回访到期两周多了[\s\S]*到4月21日（周三）还没人问，就记“没回访”归档/);
      if (platform === 'wechat') {
        await says('none', '没法回访');
        expect((await newest(stage)).state).toBe('archived');
        return;
      }
      await stage.daysLater(47);
      expect((await newest(stage)).state).toBe('archived');
      stage.sees('林队', '90 天的回访一直没人做，记作“没回访”，已经归档');
      expect(buttons(stage, '林队', 'matter_visit')).toEqual([]);
    },
  );

  it('terms that were written anew are signed on the newest card alone', async () => {
    const stage = await accepted(database.store);
    await stage.taps('喜哥', 'matter_agree', { value: 'written' });
    await stage.says('喜哥', '李叔12月10日前付5000元');
    await stage.says('喜哥', '谈成了 李叔12月20日前付4500元');
    for (const who of ['张阿姨', '李叔']) {
      stage.sees(who, '条件重新写过了，看最新的一条');
      expect(buttons(stage, who, 'matter_sign')).toHaveLength(2);
    }
  });

  it('the mediator’s cards of times end with the time; who had it before keeps none of their buttons', async () => {
    const stage = await accepted(database.store);
    await stage.says('李叔', '周五下午5点可以吗');
    await stage.says('喜哥', '周三下午3点或者周四上午10点');
    await stage.taps('张阿姨', 'matter_time', { value: '1:0' });
    await stage.taps('李叔', 'matter_time', { value: '1:1' });
    stage.sees('喜哥', '没有大家都行的时间');
    await stage.says('喜哥', '定在周四上午10点');
    stage.sees('喜哥', '定了：11月26日（周四）10:00');
    stage.seesNot('喜哥', '没有大家都行的时间');
    expect(
      stage.cards('喜哥').filter(({ actions }) => actions.flat().some(({ verb }) => verb === 'matter_times')),
    ).toHaveLength(1);
    await stage.daysLater(5);
    stage.sees('喜哥', '约好的时间过了');
    await stage.taps('喜哥', 'matter_give_back');
    stage.seesNot('喜哥', '约好的时间过了');
    expect(buttons(stage, '喜哥', 'matter_held', 'matter_times', 'matter_agree')).toEqual([]);
  });

  it('on WeChat nothing can be edited: a late word is answered with how it stands', async () => {
    const stage = await effective(database.store, '李叔12月1日前付5000元', 'wechat');
    const { number } = await newest(stage);
    await stage.daysLater(10);
    await stage.says('张阿姨', `收到了 ${number}`);
    expect((await newest(stage)).state).toBe('performed');
    await stage.says('李叔', `付了 ${number}`);
    await stage.says('张阿姨', `同意延长 ${number}`);
    expect(allIn(stage, '李叔').split('———').at(-1)).toContain('这一步已经过了，现在是“全部兑现”');
  });
});
