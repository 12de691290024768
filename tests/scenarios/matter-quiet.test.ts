import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { matterStage, newest, people } from './matter-stage.ts';
import { closeStages, textOf, type Stage } from './stage.ts';

const phones: Readonly<Record<string, string>> = { 张阿姨: '13800000001', 李叔: '13800000002' };
const isMenu = (text: string): boolean => text.includes('回编号加一个词') && text.includes('现在：');

/** What somebody gets back who writes this, and whether the matter moved by it. */
async function answered(stage: Stage, who: string, words: string): Promise<{ texts: string[]; moved: boolean }> {
  const before = stage.cards(who).length;
  const was = (await stage.store.read.matters.list({}, 1))[0]?.state;
  await stage.says(who, words);
  await stage.rest();
  const texts = stage.cards(who).slice(before).map(textOf);
  return { texts, moved: (await newest(stage)).state !== was };
}

eachEngine((database) => {
  afterEach(closeStages);

  it('on WeChat a step by words is answered once, and the menu comes again only when the matter moved', async () => {
    const cast = people('wechat').map((one) => ({ ...one, phone: phones[one.name] ?? '' }));
    const stage = await matterStage(database.store, { cast });
    const loud: string[] = [];
    const step = async (who: string, words: string): Promise<void> => {
      const { texts, moved } = await answered(stage, who, words);
      const menus = texts.filter(isMenu).length;
      if (texts.length - menus !== 1 || menus > (moved ? 1 : 0)) loud.push([`${who}：${words}`, ...texts].join('\n'));
    };
    // At first contact what is kept is told, once.
    await stage.says('张阿姨', '我要调解 李叔借了我5000块一直不还 他电话13800000002');
    expect(stage.cards('张阿姨')).toHaveLength(2);
    for (let i = 0; i < 10 && (await newest(stage)).state === 'telling'; i += 1)
      await step('张阿姨', (await newest(stage)).need === 'check' ? '提交' : '跳过');
    const { number } = await newest(stage);
    await step('喜哥', `看 ${number}`);
    await step('喜哥', `接 ${number}`);
    await step('喜哥', '备注 A方：其实四千就行');
    await step('喜哥', '对方电话 13800000002');
    await step('李叔', `愿意调解 ${number}`);
    await step('喜哥', '周三下午3点或者周四上午10点');
    await step('张阿姨', '周四可以');
    await step('李叔', '第二个');
    await step('李叔', '能不能周五下午5点');
    await step('喜哥', '改到周五下午5点');
    await step('喜哥', '延长10天');
    await step('张阿姨', `${number} 同意延长`);
    await step('李叔', `${number} 同意延长`);
    await step('喜哥', '暂停 等鉴定');
    await step('喜哥', '继续');
    await step('喜哥', '开过了 李叔承认借了钱');
    await step('喜哥', '达成');
    await step('喜哥', '讲好5000，12月10日前付2000，剩下月底');
    await step('张阿姨', `${number} 我同意，签字`);
    await step('李叔', `${number} 我同意，签字`);
    await step('喜哥', '盖章了');
    await step('李叔', '转了2000');
    await step('张阿姨', '钱收到了');
    await step('喜哥', `${number} 都兑现了`);
    expect(loud).toEqual([]);
    expect((await newest(stage)).state).toBe('performed');
    stage.holds(
      '张阿姨',
      '你说的话、名字和电话',
      '你希望怎么解决',
      '对调解员有要求吗',
      '我是这样记的',
      '先请喜哥调解室的调解员看',
      '有调解员接手了',
      '各方都愿意谈',
      '下面几个时间',
      '记下了',
      '见面时间定了',
      '时间改了',
      '调解员想再多谈 10 天',
      '记下了',
      '都同意',
      '这件先放一放',
      '这件接着办了',
      '谈好的条件写下来了',
      '签好了',
      '协议生效了',
      '对方说已经付了',
      '确认了',
      '约好的都做到了',
    );
    stage.holds(
      '喜哥',
      '有一件事在等人接手',
      '看过会留记录',
      '你接下了',
      '现在：有人接手，在问各方愿不愿意',
      '记下了',
      '记下了',
      '现在：已受理',
      '2 个时间发出去问了',
      '见面时间定了',
      '现在：正在调解',
      '对方想约',
      '时间改了',
      '问各方了',
      '现在：正在调解',
      '记下了',
      '现在：先放一放',
      '记下了',
      '现在：已受理',
      '记下了',
      '请说谈好的条件',
      '条件发给各方了',
      '现在：谈成了，等签字',
      '协议生效了',
      '现在：协议已生效',
      '记下了',
      '现在：全部兑现',
    );
    stage.holds('喜二', '有一件事在等人接手');
    stage.holds('喜三', '有一件事在等人接手');
    stage.holds(
      '李叔',
      '有人想请调解员帮忙',
      '记下了',
      '下面几个时间',
      '见面时间定了',
      '这个时间转过去了',
      '时间改了',
      '调解员想再多谈 10 天',
      '记下了',
      '这件先放一放',
      '这件接着办了',
      '谈好的条件写下来了',
      '签好了',
      '协议生效了',
      '记下了',
      '对方确认收到了',
      '约好的都做到了',
    );
    await stage.end();
  });

  it.each([
    ['李叔', '不愿意调解'],
    ['张阿姨', '不想继续了'],
  ])('%s, who ends it, reads so once, with the other ways there are', async (who, words) => {
    const cast = people('wechat').map((one) => ({ ...one, phone: phones[one.name] ?? '' }));
    const stage = await matterStage(database.store, { cast });
    await stage.says('张阿姨', '我要调解 李叔借了我5000块一直不还 他电话13800000002');
    for (let i = 0; i < 10 && (await newest(stage)).state === 'telling'; i += 1)
      await stage.says('张阿姨', (await newest(stage)).need === 'check' ? '提交' : '跳过');
    const { number } = await newest(stage);
    await stage.says('喜哥', `接 ${number}`);
    const { texts } = await answered(stage, who, `${words} ${number}`);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(/支付令|法院/);
    expect((await newest(stage)).state).toBe('ended');
    stage.holds(
      '张阿姨',
      '你说的话、名字和电话',
      '你希望怎么解决',
      '对调解员有要求吗',
      '我是这样记的',
      '收到了',
      '有调解员接手了',
      '你还有这些办法',
    );
    stage.holds('李叔', '有人想请调解员帮忙', '你还有这些办法');
    stage.holds('喜哥', '有一件事在等人接手', '你接下了', '现在：有人接手', '现在：已结束');
    for (const who of ['喜二', '喜三']) stage.holds(who, '有一件事在等人接手');
    await stage.end();
  });
});
