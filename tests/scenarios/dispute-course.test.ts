import { afterEach, expect, it } from 'vitest';
import type { Matter } from '../../core/matter.ts';
import type { Platform } from '../../core/message.ts';
import { timeValue } from '../../core/course-tap.ts';
import { tapData } from '../../core/message.ts';
import type { Store } from '../../core/ports/store.ts';
import { eachEngine } from '../support/stores.ts';
import { allIn, matterStage, newest, people, tells } from './matter-stage.ts';
import { closeStages, textOf, type Stage } from './stage.ts';

const loan = '我要调解 李叔借了我5000块一直不还 他电话13800000002';
const phones: Readonly<Record<string, string>> = { 张阿姨: '13800000001', 李叔: '13800000002' };
const privates = ['5000', '借', '13800000002', '张阿姨', '李叔'];

/** 张阿姨 has told that 李叔 owes her money, and 喜哥 has taken it. */
async function taken(store: Store, platform: Platform = 'telegram', words = loan): Promise<Stage> {
  const cast = people(platform).map((one) => ({ ...one, phone: phones[one.name] ?? '' }));
  const stage = await matterStage(store, { cast });
  if (platform === 'wechat') {
    await stage.says('张阿姨', words);
    for (let i = 0; i < 10 && (await newest(stage)).state === 'telling'; i += 1)
      await stage.says('张阿姨', (await newest(stage)).need === 'check' ? '提交' : '跳过');
    await stage.says('喜哥', `接 ${(await newest(stage)).number}`);
    return stage;
  }
  await tells(stage, '张阿姨', words);
  await stage.taps('喜哥', 'matter_take');
  return stage;
}

/** Both sides agree, and 喜哥 has proposed Wednesday and Thursday. */
async function proposed(store: Store): Promise<Stage> {
  const stage = await taken(store);
  await stage.taps('李叔', 'matter_consent', { value: 'yes' });
  await stage.says('喜哥', '周三下午3点或者周四上午10点');
  return stage;
}

const lastOf = (stage: Stage, who: string): string => allIn(stage, who).split('———').at(-1)?.trim() ?? '';
const sessionsOf = async (stage: Stage): Promise<Matter['body']['sessions']> => (await newest(stage)).body.sessions;

eachEngine((database) => {
  afterEach(closeStages);

  it('both agree, a time suits both, they are reminded, they meet, and it is recorded', async () => {
    const stage = await taken(database.store);
    const { number } = await newest(stage);
    stage.sees('李叔', '愿意调解');
    for (const word of privates.filter((one) => one !== '李叔')) stage.seesNot('李叔', word);
    await stage.taps('李叔', 'matter_consent', { value: 'yes' });
    stage.sees('张阿姨', '正式受理');
    await stage.says('喜哥', '周三下午3点或者周四上午10点');
    await stage.taps('张阿姨', 'matter_time', { value: '1:1' });
    expect(await sessionsOf(stage)).toMatchObject([{ state: 'proposed', answers: { a: [1] } }]);
    await stage.says('李叔', '都可以');
    for (const who of ['张阿姨', '李叔', '喜哥']) {
      expect(lastOf(stage, who)).toContain('11月26日（周四）10:00');
      expect(lastOf(stage, who)).toContain(`/private/s/${number}/1.ics`);
    }
    // News came as a message of its own, and what followed edits that one.
    const works = stage.cards('喜哥').map(textOf);
    expect(works.filter((text) => text.includes('现在：')).map((text) => /现在：(.*)/.exec(text)?.[1])).toEqual([
      '有人接手，在问各方愿不愿意',
      '正在调解',
    ]);
    await stage.daysLater(3);
    for (const who of ['张阿姨', '李叔', '喜哥']) expect(lastOf(stage, who)).toContain('明天（周四）10:00');
    await stage.daysLater(1);
    for (const who of ['张阿姨', '李叔']) expect(lastOf(stage, who)).toContain('快到了：今天（周四）10:00');
    stage.sees('喜哥', '谈得怎么样');
    await stage.says('喜哥', '开过了 李叔承认借了钱，愿意分两次还');
    await stage.says('喜哥', '备注 张阿姨：其实四千就行');
    const matter = await newest(stage);
    expect(matter.body.sessions).toMatchObject([{ state: 'held', record: '李叔承认借了钱，愿意分两次还' }]);
    expect(await database.store.read.matters.notes(matter.id)).toMatchObject([{ side: 'a', words: '其实四千就行' }]);
    for (const who of ['张阿姨', '李叔', '喜二', '村群', '指挥群']) stage.seesNot(who, '四千');
    for (const group of ['村群', '指挥群', '救援群']) expect(allIn(stage, group)).toBe('');
    stage.holds(
      '张阿姨',
      '你说的话、名字和电话',
      '先请喜哥调解室的调解员看',
      '有调解员接手了',
      '各方都愿意谈',
      '时间定了',
      '已经过去',
      '已经过去',
      '快到了',
    );
    stage.holds(
      '喜哥',
      '你接下了',
      '现在：有人接手，在问各方愿不愿意',
      '现在：正在调解',
      '2 个时间发出去问了',
      '见面时间定了',
      '提醒一下',
      '快到了',
      '这次谈的记下了',
      '记下了',
      '记下了',
    );
    stage.holds('喜二', '喜哥 接下了');
    stage.holds('喜三', '喜哥 接下了');
    stage.holds('李叔', '你说了愿意', '时间定了', '已经过去', '已经过去', '快到了');
    await stage.end();
  });

  it('one says no: it ends, both hear the other ways, and nothing is arranged any more', async () => {
    const stage = await taken(database.store);
    await stage.taps('李叔', 'matter_consent', { value: 'no' });
    for (const who of ['张阿姨', '李叔']) stage.sees(who, /支付令|法院/);
    expect(await newest(stage)).toMatchObject({ state: 'ended', outcome: 'refused' });
    await stage.says('喜哥', `${(await newest(stage)).number} 周三下午3点或者周四上午10点`);
    expect(await sessionsOf(stage)).toEqual([]);
    stage.holds('张阿姨', '先说一声', '收到了', '接手', '支付令');
    stage.holds('李叔', '不愿意', '支付令');
    stage.holds('喜哥', '接下', '还没答复', '已结束', '已经过了');
    for (const who of ['喜二', '喜三']) stage.holds(who, '喜哥 接下了');
    await stage.end();
  });

  it('one did not come: nobody is blamed, and another time is found', async () => {
    const stage = await proposed(database.store);
    for (const who of ['张阿姨', '李叔']) await stage.taps(who, 'matter_time', { value: '1:0' });
    await stage.daysLater(3);
    await stage.says('喜哥', '李叔没来');
    expect(await sessionsOf(stage)).toMatchObject([{ state: 'missed', absent: ['b'] }]);
    expect(lastOf(stage, '张阿姨')).not.toContain('李叔');
    await stage.says('喜哥', '周五下午2点');
    expect(await sessionsOf(stage)).toMatchObject([{ state: 'missed' }, { state: 'proposed', n: 2 }]);
    for (const who of ['张阿姨', '李叔']) await stage.taps(who, 'matter_time', { value: '2:0' });
    expect((await sessionsOf(stage)).at(-1)).toMatchObject({ state: 'booked' });
    stage.holds(
      '张阿姨',
      '你说的话、名字和电话',
      '先请喜哥调解室的调解员看',
      '有调解员接手了',
      '各方都愿意谈',
      '时间定了',
      '已经过去',
      '已经过去',
      '快到了',
      '这次见面取消了',
      '时间定了',
      '见面时间定了',
    );
    stage.holds(
      '喜哥',
      '你接下了',
      '现在：有人接手，在问各方愿不愿意',
      '现在：正在调解',
      '2 个时间发出去问了',
      '见面时间定了',
      '提醒一下',
      '快到了',
      '这次没见成，记下了',
      '写两三个时间给我就行',
      '1 个时间发出去问了',
      '见面时间定了',
    );
    stage.holds('喜二', '喜哥 接下了');
    stage.holds('喜三', '喜哥 接下了');
    stage.holds(
      '李叔',
      '你说了愿意',
      '时间定了',
      '已经过去',
      '已经过去',
      '快到了',
      '这次见面取消了',
      '时间定了',
      '见面时间定了',
    );
    await stage.end();
  });

  it('the mediator moves it; a side that cannot come says so, and it is moved again', async () => {
    const stage = await proposed(database.store);
    for (const who of ['张阿姨', '李叔']) await stage.taps(who, 'matter_time', { value: '1:0' });
    await stage.says('喜哥', '改到周五下午2点');
    for (const who of ['张阿姨', '李叔']) expect(lastOf(stage, who)).toContain('改到：11月27日（周五）14:00');
    await stage.taps('李叔', 'matter_time', { value: '1:none' });
    stage.sees('喜哥', /都不行|来不了/);
    await stage.says('喜哥', '改到今天下午2点');
    expect(lastOf(stage, '喜哥')).toContain('已经过了');
    await stage.says('喜哥', '改到下周一上午9点半');
    expect(await sessionsOf(stage)).toMatchObject([{ state: 'booked', sequence: 2 }]);
    expect(lastOf(stage, '李叔')).toContain('改到：明天（周一）09:30');
    stage.holds(
      '张阿姨',
      '你说的话、名字和电话',
      '先请喜哥调解室的调解员看',
      '有调解员接手了',
      '各方都愿意谈',
      '时间定了',
      '时间改过了',
      '时间改过了',
      '时间改了',
    );
    stage.holds(
      '喜哥',
      '你接下了',
      '现在：有人接手，在问各方愿不愿意',
      '现在：正在调解',
      '2 个时间发出去问了',
      '见面时间定了',
      '时间改了',
      '定了：11月23日（周一）09:30',
      '这个时间已经过了',
      '时间改了',
    );
    stage.holds('喜二', '喜哥 接下了');
    stage.holds('喜三', '喜哥 接下了');
    stage.holds('李叔', '你说了愿意', '时间定了', '时间改过了', '时间改过了', '时间改了');
    await stage.end();
  });

  it('another mediator takes over in the middle, with all that was arranged', async () => {
    const stage = await proposed(database.store);
    for (const who of ['张阿姨', '李叔']) await stage.taps(who, 'matter_time', { value: '1:0' });
    await stage.taps('喜哥', 'matter_give_back');
    await stage.taps('喜二', 'matter_take');
    expect(await newest(stage)).toMatchObject({ state: 'mediating', ownerId: stage.person('喜二').id });
    await stage.says('喜哥', '改到周五下午2点');
    expect(await sessionsOf(stage)).toMatchObject([{ state: 'booked', startsAt: Date.UTC(2026, 10, 25, 7) }]);
    await stage.daysLater(2);
    expect(lastOf(stage, '喜二')).toContain('明天（周三）15:00');
    expect(lastOf(stage, '李叔')).toContain('喜二');
    await stage.says('喜二', '改到周五下午2点');
    expect(await sessionsOf(stage)).toMatchObject([{ startsAt: Date.UTC(2026, 10, 27, 6) }]);
    stage.holds(
      '张阿姨',
      '你说的话、名字和电话',
      '先请喜哥调解室的调解员看',
      '有调解员接手了',
      '各方都愿意谈',
      '时间定了',
      '时间改过了',
      '换了一位调解员',
      '时间改过了',
      '时间改了',
    );
    stage.holds(
      '喜哥',
      '这件不用接了',
      '现在：有人接手，在问各方愿不愿意',
      '这件不用接了',
      '2 个时间发出去问了',
      '见面时间定了',
      '这句我没看懂',
    );
    stage.holds('喜二', '你接下了', '现在：正在调解', '提醒一下', '时间改了');
    stage.holds('喜三', '喜二 接下了');
    stage.holds('李叔', '你说了愿意', '时间定了', '时间改过了', '时间改过了', '时间改了');
    await stage.end();
  });

  it('where one was beaten they never meet: each has a time of its own, and hears of no other', async () => {
    const words = '我要调解 李叔喝酒打我 上周又动手了 他电话13800000002';
    const cast = people().map((one) => ({ ...one, phone: phones[one.name] ?? '' }));
    const rules = { rooms: [{ code: 'xi', name: '喜哥调解室', level: 'zone' as const, mediators: ['喜哥'] }] };
    const stage = await matterStage(database.store, { cast, rules });
    await tells(stage, '张阿姨', words);
    expect((await newest(stage)).body.danger).not.toBeNull();
    await stage.taps('喜哥', 'matter_take');
    expect(allIn(stage, '李叔')).toBe('');
    for (const value of ['a:yes', 'b:yes']) await stage.taps('喜哥', 'matter_consent', { value });
    await stage.says('喜哥', '周三下午3点或者周四上午10点');
    expect(lastOf(stage, '喜哥')).toContain('不安排面对面');
    expect(await sessionsOf(stage)).toEqual([]);
    await stage.says('喜哥', 'A方 周三下午3点');
    await stage.says('喜哥', 'B方 周四上午10点');
    stage.seesNot('李叔', '周三');
    stage.seesNot('张阿姨', '周四）10:00');
    await stage.taps('张阿姨', 'matter_time', { value: '1:0' });
    await stage.taps('李叔', 'matter_time', { value: '2:0' });
    expect(await sessionsOf(stage)).toMatchObject([
      { form: 'apart', side: 'a', state: 'booked' },
      { form: 'apart', side: 'b', state: 'booked' },
    ]);
    // The other side's buttons are of no use, even forged.
    const { token } = await newest(stage);
    await stage.tapsData(
      '李叔',
      tapData({ token, verb: 'matter_time', value: timeValue({ session: 1, said: 'none' }) }),
    );
    expect((await sessionsOf(stage))[0]?.answers).toEqual({ a: [0] });
    stage.holds('张阿姨', '先离开动手的人', '有调解员接手了', '各方都愿意谈', '时间定了', '见面时间定了');
    stage.holds(
      '喜哥',
      '你接下了',
      '现在：正在调解',
      '这件有危险',
      '1 个时间发出去问了',
      '1 个时间发出去问了',
      '见面时间定了',
      '见面时间定了',
    );
    stage.holds('女一', '接下了');
    stage.holds('李叔', '各方都愿意谈', '时间定了', '见面时间定了');
    await stage.end();
  });

  it('on WeChat all of it goes by words', async () => {
    const stage = await taken(database.store, 'wechat');
    const { number } = await newest(stage);
    expect((await newest(stage)).state).toBe('assigned');
    await stage.says('李叔', `愿意调解 ${number}`);
    expect((await newest(stage)).state).toBe('accepted');
    await stage.says('喜哥', `${number} 周三下午3点或者周四上午10点`);
    await stage.says('张阿姨', '周四可以');
    await stage.says('李叔', '第二个');
    expect(await sessionsOf(stage)).toMatchObject([{ state: 'booked', startsAt: Date.UTC(2026, 10, 26, 2) }]);
    await stage.says('喜哥', '取消');
    expect(await sessionsOf(stage)).toMatchObject([{ state: 'cancelled' }]);
    for (const who of ['张阿姨', '李叔']) expect(lastOf(stage, who)).toContain('取消');
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
      '11月26日（周四）10',
    );
    stage.holds(
      '喜哥',
      '有一件事在等人接手',
      '你接下了',
      '现在：有人接手，在问各方愿不愿意',
      '现在：已受理',
      '2 个时间发出去问了',
      '见面时间定了',
      '现在：正在调解',
      '这次见面取消了',
    );
    stage.holds('喜二', '有一件事在等人接手');
    stage.holds('喜三', '有一件事在等人接手');
    stage.holds('李叔', '有人想请调解员帮忙', '记下了', '下面几个时间', '见面时间定了', '11月26日（周四）10');
    await stage.end();
  });

  it('a mediator with two disputes is asked which one is meant', async () => {
    const stage = await taken(database.store);
    await stage.taps('李叔', 'matter_consent', { value: 'yes' });
    await tells(stage, '联一', '我要调解 王五欠我工资三千');
    await stage.taps('喜哥', 'matter_take');
    await stage.says('喜哥', '周三下午3点或者周四上午10点');
    expect((await database.store.read.matters.list({}, 5)).flatMap(({ body }) => body.sessions)).toEqual([]);
    expect(lastOf(stage, '喜哥')).toContain('M-2611-0001');
    await stage.says('喜哥', '0001 周三下午3点或者周四上午10点');
    const [, first] = await database.store.read.matters.list({}, 5);
    expect(first?.body.sessions).toMatchObject([{ state: 'proposed' }]);
    stage.holds(
      '张阿姨',
      '你说的话、名字和电话',
      '先请喜哥调解室的调解员看',
      '有调解员接手了',
      '各方都愿意谈',
      '下面几个时间',
    );
    stage.holds(
      '喜哥',
      '你接下了',
      '现在：有人接手，在问各方愿不愿意',
      '现在：已受理',
      '你接下了',
      '现在：有人接手，在问各方愿不愿意',
      '说的是哪一件',
      '2 个时间发出去问了',
    );
    stage.holds('喜二', '喜哥 接下了', '喜哥 接下了');
    stage.holds('喜三', '喜哥 接下了', '喜哥 接下了');
    stage.holds('李叔', '你说了愿意', '下面几个时间');
    stage.holds('联一', '你说的话、名字和电话', '先请喜哥调解室的调解员看', '有调解员接手了');
    await stage.end();
  });

  it('a reason that was asked for is the next that is written, hours and a restart later', async () => {
    const stage = await proposed(database.store);
    await stage.says('喜哥', '谈不拢');
    expect(lastOf(stage, '喜哥')).toContain('原因');
    await stage.restart();
    await stage.later(3_600);
    await stage.says('喜哥', '李叔只肯还一千');
    expect(await newest(stage)).toMatchObject({
      state: 'ended',
      outcome: 'failed',
      body: { endWords: '李叔只肯还一千', sessions: [{ state: 'cancelled' }] },
    });
    stage.seesNot('张阿姨', '一千');
    stage.holds(
      '张阿姨',
      '你说的话、名字和电话',
      '先请喜哥调解室的调解员看',
      '有调解员接手了',
      '各方都愿意谈',
      '不用再选时间',
      '这次没有谈成',
    );
    stage.holds(
      '喜哥',
      '你接下了',
      '现在：有人接手，在问各方愿不愿意',
      '现在：已结束',
      '2 个时间发出去问了',
      '请说一下原因',
      '记下了',
    );
    stage.holds('喜二', '喜哥 接下了');
    stage.holds('喜三', '喜哥 接下了');
    stage.holds('李叔', '你说了愿意', '不用再选时间', '这次没有谈成');
    await stage.end();
  });
});
