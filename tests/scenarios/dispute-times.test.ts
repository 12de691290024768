import { afterEach, expect, it } from 'vitest';
import { wishValue } from '../../core/course-tap.ts';
import type { Matter } from '../../core/matter.ts';
import { tapData } from '../../core/message.ts';
import { cancelSession } from '../../handlers/dispute/cancel-session.ts';
import { endMatter } from '../../handlers/dispute/end-matter.ts';
import { suspendMatter } from '../../handlers/dispute/suspend-matter.ts';
import { writeAgreement } from '../../handlers/dispute/write-agreement.ts';
import type { Store } from '../../core/ports/store.ts';
import { eachEngine } from '../support/stores.ts';
import { matterStage, newest, people, tells } from './matter-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const phones: Readonly<Record<string, string>> = { 张阿姨: '13800000001', 李叔: '13800000002' };

/** 17:00 on Friday and 10:00 on Saturday in Shanghai. */
const friday = Date.UTC(2026, 10, 27, 9);
const saturday = Date.UTC(2026, 10, 28, 2);

/** 喜哥 has two disputes that both sides of each want to talk about: 张阿姨 with 李叔, 女一 with 网01. */
async function two(store: Store): Promise<Stage> {
  const cast = people().map((one) => ({ ...one, phone: phones[one.name] ?? '' }));
  const stage = await matterStage(store, { cast });
  await tells(stage, '张阿姨', '我要调解 李叔借了我5000块一直不还 他电话13800000002');
  await stage.taps('喜哥', 'matter_take');
  await stage.taps('李叔', 'matter_consent', { value: 'yes' });
  await tells(stage, '女一', '我要调解 邻居借了我三千不还');
  await stage.taps('喜哥', 'matter_take');
  await stage.taps('喜哥', 'matter_consent', { value: 'b:yes' });
  return stage;
}

async function of(stage: Stage, number: string): Promise<Matter> {
  const matter = await stage.store.read.matters.byNumber(number);
  if (matter === null) throw new Error(`${number} is not there`);
  return matter;
}

const sessionsOf = async (stage: Stage, number: string): Promise<Matter['body']['sessions']> =>
  (await of(stage, number)).body.sessions;

/** Buttons that answer times, or say that somebody cannot come, wherever they stand with somebody. */
const timesButtons = (stage: Stage, who: string): string[] =>
  stage
    .cards(who)
    .flatMap(({ actions }) => actions.flat())
    .flatMap(({ verb, label }) => (verb === 'matter_time' ? [label] : []));

eachEngine((database) => {
  afterEach(closeStages);

  it('a mediator is not booked twice at the same time, unless they say so', async () => {
    const stage = await two(database.store);
    await stage.says('喜哥', '0001 定在周三下午3点');
    stage.sees('李叔', /见面时间定了：11月25日（周三）15:00/);
    await stage.says('喜哥', '0002 定在周三下午4点');
    stage.sees('喜哥', '11月25日16:00 你已经约了 M-2611-0001。换个时间发给我');
    expect(await sessionsOf(stage, 'M-2611-0002')).toEqual([]);
    stage.seesNot('女一', '见面时间');
    await stage.says('喜哥', '0002 照样定在周三下午4点');
    stage.sees('女一', /见面时间定了：11月25日（周三）16:00/);
    expect(await sessionsOf(stage, 'M-2611-0002')).toMatchObject([{ state: 'booked' }]);
    stage.holds(
      '张阿姨',
      '你说的话、名字和电话',
      '先请喜哥调解室的调解员看',
      '有调解员接手了',
      '各方都愿意谈',
      '见面时间定了',
    );
    stage.holds(
      '喜哥',
      '你接下了',
      '现在：有人接手，在问各方愿不愿意',
      '现在：正在调解',
      '你接下了',
      '现在：正在调解',
      '见面时间定了',
      '11月25日16',
      '见面时间定了',
    );
    stage.holds('喜二', '喜哥 接下了', '喜哥 接下了');
    stage.holds('喜三', '喜哥 接下了', '喜哥 接下了');
    stage.holds('李叔', '你说了愿意', '见面时间定了');
    stage.holds(
      '女一',
      '你说的话、名字和电话',
      '先请喜哥调解室的调解员看',
      '有调解员接手了',
      '各方都愿意谈',
      '见面时间定了',
    );
    await stage.end();
  });

  it('a time that a side asks for reaches the mediator with one tap to take it', async () => {
    const stage = await two(database.store);
    await stage.says('喜哥', '0001 周三下午3点或者周四上午10点');
    await stage.says('李叔', '周三不行，能不能周五下午5点？');
    stage.sees('李叔', '这个时间转过去了');
    const card = stage.sees('喜哥', '对方想约：11月27日（周五）17:00');
    expect(card).not.toMatch(/李叔|5000/);
    const { number, id, token } = await of(stage, 'M-2611-0001');
    expect(await stage.store.read.matters.notes(id)).toMatchObject([
      { side: 'b', words: '周三不行，能不能周五下午5点？' },
    ]);
    const wish = (how: 'take' | 'ask'): string =>
      tapData({ token, verb: 'matter_times', value: wishValue({ how, side: 'b', times: [friday] }) });
    // Nobody but whoever has the matter, by whatever button.
    await stage.tapsData('李叔', wish('take'));
    expect(await sessionsOf(stage, number)).toMatchObject([{ state: 'proposed' }]);

    await stage.tapsData('喜哥', wish('ask'));
    stage.sees('张阿姨', '11月27日（周五）17:00');
    expect((await sessionsOf(stage, number)).at(-1)).toMatchObject({ state: 'proposed', answers: { b: [0] } });
    await stage.says('张阿姨', '周五下午5点可以吗');
    stage.sees('李叔', /见面时间定了：11月27日（周五）17:00/);

    await stage.says('张阿姨', '能不能改到周六上午10点');
    stage.sees('喜哥', /申请人想约：11月28日（周六）10:00[\s\S]*现在约的是11月27日（周五）17:00/);
    await stage.taps('喜哥', 'matter_times', { value: wishValue({ how: 'take', side: 'a', times: [saturday] }) });
    for (const who of ['张阿姨', '李叔']) stage.sees(who, '改到：11月28日（周六）10:00');
    expect((await sessionsOf(stage, number)).at(-1)).toMatchObject({ state: 'booked', startsAt: saturday });
    stage.holds(
      '张阿姨',
      '你说的话、名字和电话',
      '先请喜哥调解室的调解员看',
      '有调解员接手了',
      '各方都愿意谈',
      '不用选了',
      '时间定了',
      '时间改过了',
      '这个时间转过去了',
      '时间改了',
    );
    stage.holds(
      '喜哥',
      '你接下了',
      '现在：有人接手，在问各方愿不愿意',
      '现在：正在调解',
      '你接下了',
      '现在：已受理',
      '2 个时间发出去问了',
      '定了：11月28日',
      '见面时间定了',
      '定了：11月28日',
      '时间改了',
    );
    stage.holds('喜二', '喜哥 接下了', '喜哥 接下了');
    stage.holds('喜三', '喜哥 接下了', '喜哥 接下了');
    stage.holds('李叔', '你说了愿意', '不用选了', '这个时间转过去了', '时间改过了', '时间改了');
    stage.holds('女一', '你说的话、名字和电话', '先请喜哥调解室的调解员看', '有调解员接手了', '各方都愿意谈');
    await stage.end();
  });

  it('on WeChat the mediator takes it, or asks the others, by the very words of the card', async () => {
    const cast = people('wechat').map((one) => ({ ...one, phone: phones[one.name] ?? '' }));
    const stage = await matterStage(database.store, { cast });
    await stage.says('张阿姨', '我要调解 李叔借了我5000块一直不还 他电话13800000002');
    for (let i = 0; i < 10 && (await newest(stage)).state === 'telling'; i += 1)
      await stage.says('张阿姨', (await newest(stage)).need === 'check' ? '提交' : '跳过');
    const { number } = await newest(stage);
    await stage.says('喜哥', `接 ${number}`);
    await stage.says('李叔', `愿意调解 ${number}`);
    await stage.says('李叔', '周五下午5点可以吗');
    stage.sees('喜哥', '可以是：定在11月27日17:00 · 先问另一方：11月27日17:00');
    await stage.says('喜哥', `${number} 先问另一方：11月27日17:00`);
    expect(await sessionsOf(stage, number)).toMatchObject([
      { state: 'proposed', times: [friday], answers: { b: [0] } },
    ]);
    stage.sees('张阿姨', '下面几个时间');
    stage.seesNot('李叔', '下面几个时间');
    await stage.says('喜哥', `${number} 定在11月27日17:00`);
    expect((await sessionsOf(stage, number)).at(-1)).toMatchObject({ state: 'booked', startsAt: friday });
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
      '见面时间定了',
    );
    stage.holds(
      '喜哥',
      '有一件事在等人接手',
      '你接下了',
      '现在：有人接手，在问各方愿不愿意',
      '现在：已受理',
      '对方想约',
      '1 个时间发出去问了',
      '见面时间定了',
      '现在：正在调解',
    );
    stage.holds('喜二', '有一件事在等人接手');
    stage.holds('喜三', '有一件事在等人接手');
    stage.holds('李叔', '有人想请调解员帮忙', '记下了', '这个时间转过去了', '见面时间定了');
    await stage.end();
  });

  it.each(['agreed', 'ended', 'suspended', 'called off'] as const)(
    'once it is %s no side keeps a button of times, nor of a meeting that will not be',
    async (how) => {
      const stage = await two(database.store);
      await stage.says('喜哥', '0001 周三下午3点或者周四上午10点');
      for (const who of ['张阿姨', '李叔']) stage.action(who, 'matter_time');
      await stage.does(async (work) => {
        const matter = await work.tx.matters.lock((await of(stage, 'M-2611-0001')).id);
        if (matter === null) return;
        const mediator = stage.person('喜哥');
        if (how === 'agreed')
          await writeAgreement(work, matter, mediator, { form: 'written', words: '李叔12月20日前付清5000元' });
        if (how === 'ended') await endMatter(work, matter, 'failed', '', mediator.id);
        if (how === 'suspended') await suspendMatter(work, matter, mediator, '等鉴定');
        if (how === 'called off') await cancelSession(work, matter, mediator.id);
      });
      const left = {
        agreed: '已经谈成了，不用再选时间',
        ended: '这件事结束了，不用再选时间',
        suspended: '这件事先放一放',
        'called off': '有新的时间再问你',
      };
      for (const who of ['张阿姨', '李叔']) {
        stage.sees(who, left[how]);
        expect(timesButtons(stage, who)).toEqual([]);
      }
    },
  );

  it('a meeting that was told and reminded of leaves no button once it is moved, held or over', async () => {
    const stage = await two(database.store);
    await stage.says('喜哥', '0001 定在周三下午3点');
    await stage.says('喜哥', '0001 改到周五下午5点');
    stage.sees('李叔', '时间改过了，现在是：11月27日（周五）17:00');
    expect(timesButtons(stage, '李叔')).toHaveLength(1);
    await stage.daysLater(4.5);
    stage.sees('李叔', '提醒一下');
    expect(timesButtons(stage, '李叔')).toHaveLength(2);
    await stage.says('喜哥', '0001 没谈成');
    await stage.says('喜哥', '差得太远');
    expect(timesButtons(stage, '李叔')).toEqual([]);
    expect(timesButtons(stage, '张阿姨')).toEqual([]);
  });

  it('whoever was asked whether they agree sees that it is over, though they said nothing', async () => {
    const cast = people().map((one) => ({ ...one, phone: phones[one.name] ?? '' }));
    const stage = await matterStage(database.store, { cast });
    await tells(stage, '张阿姨', '我要调解 李叔借了我5000块一直不还 他电话13800000002');
    await stage.taps('喜哥', 'matter_take');
    stage.action('李叔', 'matter_consent', 'yes');
    await stage.says('张阿姨', '不想调解了 算了');
    stage.sees('李叔', '这件事结束了，不用再答');
    const buttons = stage.cards('李叔').flatMap(({ actions }) => actions.flat());
    expect(buttons.filter(({ verb }) => verb === 'matter_consent')).toEqual([]);
  });

  it('a time that was given away is not taken at the tap either', async () => {
    const stage = await two(database.store);
    await stage.says('喜哥', '0002 定在周五下午4点');
    await stage.says('李叔', '周五下午5点可以吗');
    const value = wishValue({ how: 'take', side: 'b', times: [friday] });
    const answer = await stage.taps('喜哥', 'matter_times', { value });
    expect(answer).toContain('11月27日17:00 你已经约了 M-2611-0002');
    expect(await sessionsOf(stage, 'M-2611-0001')).toEqual([]);
    stage.holds('张阿姨', '你说的话、名字和电话', '先请喜哥调解室的调解员看', '有调解员接手了', '各方都愿意谈');
    stage.holds(
      '喜哥',
      '你接下了',
      '现在：有人接手，在问各方愿不愿意',
      '现在：已受理',
      '你接下了',
      '现在：正在调解',
      '见面时间定了',
      '对方想约',
    );
    stage.holds('喜二', '喜哥 接下了', '喜哥 接下了');
    stage.holds('喜三', '喜哥 接下了', '喜哥 接下了');
    stage.holds('李叔', '你说了愿意', '这个时间转过去了');
    stage.holds(
      '女一',
      '你说的话、名字和电话',
      '先请喜哥调解室的调解员看',
      '有调解员接手了',
      '各方都愿意谈',
      '见面时间定了',
    );
    await stage.end();
  });
});
