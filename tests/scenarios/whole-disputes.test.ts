import { afterEach, expect, it } from 'vitest';
import type { Platform } from '../../core/message.ts';
import type { Store } from '../../core/ports/store.ts';
import { eachEngine } from '../support/stores.ts';
import { allIn, newest, people, matterStage } from './matter-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const phones: Readonly<Record<string, string>> = { 张阿姨: '13800000001', 李叔: '13800000002', 喜哥: '13800000003' };

const onPlatform = (store: Store, platform: Platform): Promise<Stage> =>
  matterStage(store, { cast: people(platform).map((one) => ({ ...one, phone: phones[one.name] ?? one.phone ?? '' })) });

/** Answers whatever is asked by the words that fit, until it is handed in. */
async function answers(stage: Stage, who: string, said: Readonly<Record<string, string>>): Promise<void> {
  for (let i = 0; i < 10 && (await newest(stage)).state === 'telling'; i += 1) {
    const { need } = await newest(stage);
    await stage.says(who, need === 'check' ? '提交' : (said[need ?? 'facts'] ?? '跳过'));
  }
}

/** Nothing of it in any group. */
function staysOutOfGroups(stage: Stage, words: RegExp): void {
  for (const group of ['指挥群', '村群', '救援群']) expect(allIn(stage, group)).not.toMatch(words);
}

eachEngine((database) => {
  afterEach(closeStages);

  it('six people and a firm, by Telegram', async () => {
    const stage = await onPlatform(database.store, 'telegram');
    await stage.says('张阿姨', '宏达五金拖欠我们6个人工资', { in: '村群', message: { mentionsBot: true } });
    await stage.says('张阿姨', '宏达五金拖了我们6个人两个月工资，一共七万二，想要个女调解员');
    await stage.says('张阿姨', '改对方 李叔 13800000002');
    await answers(stage, '张阿姨', {});
    expect((await newest(stage)).body).toMatchObject({ sumYuan: 72_000, people: 6, wish: { womanMediator: true } });
    stage.seesNot('喜哥', 'M-2611-0001');
    await stage.taps('喜二', 'matter_take');
    await stage.taps('李叔', 'matter_look');
    await stage.taps('李叔', 'matter_consent', { value: 'yes' });
    await stage.says('喜二', '周三下午3点或者周四上午10点');
    await stage.taps('张阿姨', 'matter_time', { value: '1:0' });
    await stage.taps('李叔', 'matter_time', { value: '1:0' });
    await stage.taps('喜二', 'matter_agree', { value: 'written' });
    await stage.says('喜二', '宏达五金12月10日前付7.2万');
    await stage.taps('张阿姨', 'matter_sign', { value: 'yes' });
    await stage.taps('李叔', 'matter_sign', { value: 'no' });
    for (const who of ['张阿姨', '李叔']) stage.sees(who, '这一份先不签了');
    await stage.taps('喜二', 'matter_agree', { value: 'written' });
    await stage.says('喜二', '宏达五金12月10日前付3万，12月31日前付4.2万');
    await stage.taps('张阿姨', 'matter_sign', { value: 'yes' });
    await stage.taps('李叔', 'matter_sign', { value: 'yes' });
    await stage.says('喜二', '盖章了');
    stage.sees('李叔', '协议生效了');
    expect(await newest(stage)).toMatchObject({ state: 'effective', outcome: 'agreed_written' });
    expect((await newest(stage)).body.agreement?.terms).toMatchObject([{ amountYuan: 30_000 }, { amountYuan: 42_000 }]);
    staysOutOfGroups(stage, /工资|宏达|72,?000|张阿姨|李叔/u);
  });

  it('noise, and the mediator is the one who makes it, by WeChat', async () => {
    const stage = await onPlatform(database.store, 'wechat');
    // Who is complained of is not wished for.
    await stage.says('张阿姨', '我要调解 楼上喜哥天天半夜拖椅子，吵得睡不着');
    await answers(stage, '张阿姨', {
      other_side: '喜哥 13800000003',
      wants: '晚上10点以后安静',
      place: '上桥村12号',
      about: '邻里',
    });
    const { number } = await newest(stage);
    expect((await newest(stage)).body.wish.room).toBe('');
    stage.seesNot('喜哥', number);
    await stage.says('喜哥', `接 ${number}`);
    // That he is a side of it he learns when he is asked, and not by this.
    stage.sees('喜哥', '这件不由你来接');
    stage.seesNot('喜哥', '临时查看');
    await stage.says('联一', `接 ${number}`);
    await stage.says('联一', '看');
    await stage.says('喜哥', `愿意调解 ${number}`);
    await stage.says('喜哥', `接 ${number}`);
    stage.sees('喜哥', '你是这件事的一方，不能由你来调解');
    await stage.says('联一', '周三下午3点或者周四上午10点');
    await stage.says('张阿姨', '周三可以');
    await stage.says('喜哥', '周三下午3点可以');
    await stage.says('联一', '口头说好了：晚上10点后不拖椅子，铺地垫');
    expect(await newest(stage)).toMatchObject({ number, state: 'effective', outcome: 'agreed_oral' });
    for (const who of ['张阿姨', '喜哥']) {
      stage.sees(who, '协议生效了');
      stage.seesNot(who, '约好的都做到了');
    }
    for (const days of [8, 23, 60]) {
      await stage.daysLater(days);
      await stage.says('联一', `${number} 都好`);
    }
    expect((await newest(stage)).state).toBe('archived');
    staysOutOfGroups(stage, /椅子|喜哥|张阿姨/u);
  });

  it('a debt in instalments that is broken, and goes to the court, by the web page', async () => {
    const stage = await onPlatform(database.store, 'web');
    await stage.says('张阿姨', '我要调解 李叔借我5000块一直没还 他电话13800000002');
    await answers(stage, '张阿姨', { wants: '还钱' });
    // Who the words blame is the other side's name, as they call him.
    expect((await newest(stage)).body.parties.at(-1)).toMatchObject({ key: 'b', name: '李叔', phone: '13800000002' });
    await stage.taps('喜哥', 'matter_take');
    await stage.taps('李叔', 'matter_consent', { value: 'yes' });
    await stage.taps('喜哥', 'matter_agree', { value: 'written' });
    await stage.says('喜哥', '讲好5000 转了3000 剩下月底');
    await stage.taps('张阿姨', 'matter_sign', { value: 'yes' });
    await stage.taps('李叔', 'matter_sign', { value: 'yes' });
    await stage.says('喜哥', '盖章了');
    await stage.daysLater(12);
    const [term] = (await newest(stage)).body.agreement?.terms ?? [];
    expect(term).toMatchObject({ amountYuan: 5_000, dueOn: '2026-11-30', payments: [{ yuan: 3_000, agreed: true }] });
    await stage.says('张阿姨', '他没付');
    stage.sees('李叔', '对方说还没收到');
    expect((await newest(stage)).state).toBe('broken');
    await stage.daysLater(16);
    for (const who of ['张阿姨', '李叔']) {
      for (const day of ['协议生效 7 天了', '协议生效 20 天了', '最后提醒']) stage.sees(who, day);
      stage.sees(who, '最晚12月22日');
    }
    await stage.daysLater(4);
    for (const who of ['张阿姨', '李叔']) {
      stage.sees(who, '申请司法确认的日子过了（最晚12月22日');
      stage.seesNot(who, '最后提醒');
    }
    expect((await newest(stage)).body.court).toMatchObject({ state: null, lastDay: '2026-12-22' });
    staysOutOfGroups(stage, /5,?000|借|李叔/u);
  });
});
