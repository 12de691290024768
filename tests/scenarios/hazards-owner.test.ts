import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { hazardOf, hazardStage, messagesIn, photo, reports, toNextMorning } from './hazard-stage.ts';
import type { Stage } from './stage.ts';
import { closeStages } from './stage.ts';

/** Milliseconds. */
const dayMs = 86_400_000;

eachEngine((database) => {
  afterEach(closeStages);

  /** One hazard with its owner. */
  async function assigned(
    grade: 'ordinary' | 'major' = 'ordinary',
    rules: NonNullable<Parameters<typeof hazardStage>[1]>['rules'] = {},
  ): Promise<Stage> {
    const stage = await hazardStage(database.store, { rules });
    await reports(stage);
    await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: grade });
    return stage;
  }

  async function second(stage: Stage): Promise<void> {
    await reports(stage, '李叔', '上桥村口的路灯坏了');
    await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'ordinary' });
  }

  it.each([
    ['收到', 'by_deadline'],
    ['接了 三天内弄好', 'by_deadline'],
    ['好的收到，马上去处理', 'on_the_spot'],
    ['当场改好', 'on_the_spot'],
  ])('“%s” takes it: %s', async (words, handling) => {
    const stage = await assigned();
    await stage.says('网01', words);
    expect(await hazardOf(stage)).toMatchObject({ state: 'accepted', handling });
    stage.sees('网01', '整改中');
    stage.holds('张阿姨', '收到，谢谢你！编号 H-2611-0001。', 'H-2611-0001：有人接下了');
    stage.holds('指挥群', '整改中：疏散通道堵塞 · H-2611-0001');
    stage.holds('网01', '整改中：疏散通道堵塞');
    await stage.end();
  });

  it('不归我 gives it back, and the command chooses again', async () => {
    const stage = await assigned();
    await stage.says('网01', '这个不归我管');
    stage.sees('网01', '已退回');
    stage.sees('指挥群', '待派人');
    const { id } = stage.person('网02');
    await stage.taps('值01', 'hazard_assign', { in: '指挥群', value: id });
    stage.sees('网02', '请你处理');
    expect((await hazardOf(stage)).ownerId).toBe(stage.person('网02').id);
    stage.holds('张阿姨', '收到，谢谢你！编号 H-2611-0001。');
    stage.holds('指挥群', '待接单：疏散通道堵塞 · H-2611-0001');
    stage.holds('网01', '请你处理：疏散通道堵塞', '已退回，值班员会另外安排，谢谢说一声。');
    stage.holds('网02', '请你处理：疏散通道堵塞');
    await stage.end();
  });

  it('is given to somebody else in words that name them', async () => {
    const stage = await assigned();
    await stage.says('网01', '这个不归我管');
    await stage.says('值01', '交给 网02 0001', { in: '指挥群' });
    stage.sees('网02', '请你处理');
    expect((await hazardOf(stage)).ownerId).toBe(stage.person('网02').id);
    stage.holds('张阿姨', '收到，谢谢你！编号 H-2611-0001。');
    stage.holds('指挥群', '待接单：疏散通道堵塞 · H-2611-0001', '已交给 网02，马上通知。');
    stage.holds('网01', '请你处理：疏散通道堵塞', '已退回，值班员会另外安排，谢谢说一声。');
    stage.holds('网02', '请你处理：疏散通道堵塞');
    await stage.end();
  });

  it('of several, a quote, a number, a place or a button says which one is fixed', async () => {
    const stage = await assigned();
    await second(stage);
    await stage.says('网01', '弄好了', { message: photo() });
    stage.sees('网01', '有 2 条对得上');
    expect((await hazardOf(stage)).state).toBe('assigned');
    await stage.says('网01', '路灯弄好了', { message: photo() });
    expect(await hazardOf(stage)).toMatchObject({ kinds: ['street_light'], state: 'fixed' });
    const [first] = await stage.store.read.hazards.search('0001', 1);
    expect(first?.state).toBe('assigned');
    await stage.says('网01', '改好了 0001', { message: photo() });
    expect((await stage.store.read.hazards.byNumber('H-2611-0001'))?.state).toBe('fixed');
    stage.holds('张阿姨', '收到，谢谢你！编号 H-2611-0001。', 'H-2611-0001：改过了，再请人去复查一遍。');
    stage.holds('指挥群', '待复查：疏散通道堵塞 · H-2611-0001', '待复查：路灯 · H-2611-0002');
    stage.holds('网01', '等复查：疏散通道堵塞', '等复查：路灯', '有 2 条对得上，说的是哪一条？');
    stage.holds('李叔', '收到，谢谢你！编号 H-2611-0002。', 'H-2611-0002：改过了，再请人去复查一遍。');
    stage.holds('安01', '请复查：路灯', '请复查：疏散通道堵塞');
    await stage.end();
  });

  it('a photo as a reply to the order is the after-photo', async () => {
    const stage = await assigned();
    await second(stage);
    const [order] = stage.chats.telegram.standing('网01');
    const quote = { messageId: order?.messageId ?? '', text: '' };
    await stage.says('网01', '', { message: { ...photo(), quote } });
    expect((await stage.store.read.hazards.byNumber('H-2611-0001'))?.state).toBe('fixed');
    expect((await hazardOf(stage)).state).toBe('assigned');
    stage.holds('张阿姨', '收到，谢谢你！编号 H-2611-0001。', 'H-2611-0001：改过了，再请人去复查一遍。');
    stage.holds('指挥群', '待复查：疏散通道堵塞 · H-2611-0001', '待接单：路灯 · H-2611-0002');
    stage.holds('网01', '等复查：疏散通道堵塞', '请你处理：路灯');
    stage.holds('李叔', '收到，谢谢你！编号 H-2611-0002。');
    stage.holds('安01', '请复查：疏散通道堵塞');
    await stage.end();
  });

  it('more time is asked with days and a reason, and the leader grants it', async () => {
    const stage = await assigned();
    await stage.taps('网01', 'hazard_accept', { value: 'deadline' });
    const before = (await hazardOf(stage)).dueAt ?? 0;
    await stage.says('网01', '要延期3天，配件没到');
    stage.sees('林队', '配件没到');
    stage.sees('网01', '延期 3 个工作日');
    expect(await stage.taps('林队', 'hazard_extend')).toContain('已同意延期');
    stage.sees('网01', '同意延期了');
    expect((await hazardOf(stage)).dueAt).toBeGreaterThan(before + 2 * dayMs);
    expect(await stage.tapsData('林队', `${(await hazardOf(stage)).token}.hazard_extend`)).toContain('整改中');
    stage.holds(
      '张阿姨',
      '收到，谢谢你！编号 H-2611-0001。',
      'H-2611-0001：有人接下了',
      'H-2611-0001：要晚一些（配件没到）',
    );
    stage.holds('指挥群', '整改中：疏散通道堵塞 · H-2611-0001');
    stage.holds('网01', '整改中：疏散通道堵塞', 'H-2611-0001 同意延期了。');
    stage.holds('林队', '网01 申请延期 3 个工作日');
    await stage.end();
  });

  it('without a reason it is asked for, and the next words are it; the leader refuses', async () => {
    const stage = await assigned();
    await stage.taps('网01', 'hazard_accept', { value: 'deadline' });
    const { dueAt } = await hazardOf(stage);
    expect(await stage.taps('网01', 'hazard_ask_more', { value: '5' })).toContain('原因');
    await stage.says('网01', '等厂家停产才能拆');
    stage.sees('林队', '等厂家停产才能拆');
    await stage.taps('林队', 'hazard_refuse');
    stage.sees('网01', '没同意延期');
    expect(await hazardOf(stage)).toMatchObject({ dueAt, asked: null });
    stage.holds('张阿姨', '收到，谢谢你！编号 H-2611-0001。', 'H-2611-0001：有人接下了');
    stage.holds('指挥群', '整改中：疏散通道堵塞 · H-2611-0001');
    stage.holds('网01', '整改中：疏散通道堵塞', 'H-2611-0001 没同意延期，期限照旧。');
    stage.holds('林队', '网01 申请延期 5 个工作日');
    await stage.end();
  });

  it('nobody checks their own work, and nobody does what is somebody else’s', async () => {
    const stage = await assigned('major');
    const { token } = await hazardOf(stage);
    expect(await stage.tapsData('网02', `${token}.hazard_accept.spot`)).not.toContain('接下');
    expect(await stage.tapsData('张阿姨', `${token}.hazard_grade.ordinary`)).not.toContain('定为');
    expect(await stage.tapsData('网01', `${token}.hazard_extend`)).not.toContain('同意');
    expect(await stage.tapsData('李叔', `${token}.hazard_withdraw`)).not.toContain('撤了');
    expect(await stage.tapsData('李叔', `${token}.hazard_nonsense`)).not.toBe('');
    await stage.taps('网01', 'hazard_accept', { value: 'deadline' });
    await stage.says('网01', '改好了', { message: photo() });
    expect(await stage.tapsData('网01', `${token}.hazard_pass`)).toContain('不能自己复查');
    await stage.says('网01', '复查合格 0001');
    stage.sees('网01', '不能自己复查');
    expect(await stage.tapsData('张阿姨', `${token}.hazard_pass`)).not.toContain('合格');
    expect(await hazardOf(stage)).toMatchObject({ state: 'fixed', grade: 'major' });
    await stage.taps('安01', 'hazard_pass');
    expect(await stage.tapsData('安01', `${token}.hazard_pass`)).toContain('已销号');
    stage.holds(
      '张阿姨',
      '收到，谢谢你！编号 H-2611-0001。',
      'H-2611-0001：有人接下了',
      'H-2611-0001：改过了，再请人去复查一遍。',
      'H-2611-0001 弄好了，已销号。',
    );
    stage.holds('指挥群', '已销号：疏散通道堵塞 · H-2611-0001', '🔵 永固五金 QY-0217：不用改了，仍是蓝色');
    stage.holds('林队', '🔵 永固五金 QY-0217：不用改了，仍是蓝色');
    stage.holds('网01', '已销号：疏散通道堵塞', '自己整改的不能自己复查，要换一个人。');
    stage.holds('安01', '复查过了，已销号：疏散通道堵塞');
    await stage.end();
  });

  it('two taps at once are one effect', async () => {
    const stage = await assigned();
    const { token } = await hazardOf(stage);
    const results = await Promise.all([
      stage.bot.answerByLink(token, stage.person('网01').id, 'hazard_accept', 'spot'),
      stage.bot.answerByLink(token, stage.person('网01').id, 'hazard_accept', 'deadline'),
    ]);
    expect(results.filter((result) => result.kind === 'hazard_accepted' && !result.already)).toHaveLength(1);
    await stage.rest();
    stage.holds('张阿姨', '收到，谢谢你！编号 H-2611-0001。', 'H-2611-0001：有人接下了');
    stage.holds('指挥群', '整改中：疏散通道堵塞 · H-2611-0001');
    stage.holds('网01', '整改中：疏散通道堵塞');
    await stage.end();
  });

  it('whoever looks again reads in 我的隐患 what waits for them', async () => {
    const stage = await assigned();
    await stage.says('网01', '弄好了', { message: photo() });
    expect(await hazardOf(stage)).toMatchObject({ state: 'fixed' });
    await stage.says('安01', '我的隐患');
    expect(stage.sees('安01', '等你复查：1 条')).toContain('H-2611-0001');
    await stage.says('安01', '复查合格 0001');
    await stage.says('安01', '我的隐患');
    stage.sees('安01', '你最近没有报过隐患');
    expect(await hazardOf(stage)).toMatchObject({ state: 'closed' });
    stage.holds('网01', '已销号');
    stage.holds('张阿姨', '收到，谢谢你！', '改过了', '弄好了，已销号');
    stage.holds('安01', '复查过了，已销号', '等你复查：1 条', '复查合格，已销号', '你最近没有报过隐患');
    stage.sees('指挥群', '已销号');
    await stage.end();
  });

  it('查 with words finds hazards for whoever works on them, and nothing for others', async () => {
    const stage = await assigned();
    await stage.says('李叔', '上桥村口的路灯坏了');
    await stage.says('网02', '查 消防通道');
    const found = stage.sees('网02', '对得上的隐患：1 条');
    expect(found).toContain('H-2611-0001');
    expect(found).not.toContain('H-2611-0002');
    await stage.says('值01', '查 路灯', { in: '指挥群' });
    expect(stage.sees('指挥群', '对得上的隐患：1 条')).toContain('H-2611-0002');
    await stage.says('值01', '查一下 谁还没到', { in: '指挥群' });
    await stage.says('网02', '查 冰箱');
    stage.sees('网02', '没有对得上的隐患');
    await stage.says('李叔', '查 路灯');
    stage.holds('李叔', '收到，谢谢你！编号 H-2611-0002。');
    await stage.says('值01', '查 路灯', { in: '村群' });
    stage.holds('张阿姨', '收到，谢谢你！');
    stage.holds('网01', '请你处理');
    stage.sees('指挥群', '待接单');
    stage.sees('指挥群', /^待定级：路灯/);
    await stage.end();
  });

  it('我的隐患 and 片区隐患 are lists of one’s own; in a group they go to the direct chat', async () => {
    const stage = await assigned();
    await stage.says('网01', '我的隐患', { in: '村群' });
    expect(messagesIn(stage, '村群')).toBe(0);
    stage.sees('网01', '我的隐患：1 条');
    await stage.says('林队', '/area');
    stage.sees('林队', '片区隐患：1 条');
    await stage.says('张阿姨', '我的隐患');
    stage.sees('张阿姨', '我报的隐患：1 条');
    await stage.says('李叔', '/my');
    stage.sees('李叔', '没有报过隐患');
    stage.holds('张阿姨', '收到，谢谢你！编号 H-2611-0001。', '我报的隐患：1 条');
    stage.holds('指挥群', '待接单：疏散通道堵塞 · H-2611-0001');
    stage.holds('网01', '请你处理：疏散通道堵塞', '我的隐患：1 条');
    stage.holds('林队', '片区隐患：1 条');
    stage.holds('李叔', '你最近没有报过隐患。看到不对劲，拍张照说一句就行。');
    await stage.end();
  });

  it('overdue: the owner before, on and after the day, then the leader, then 挂牌督办; weekends and holidays are silent', async () => {
    const stage = await assigned('ordinary', { calendar: [{ date: '2026-12-01', working: false, name: '园区停电' }] });
    await stage.taps('网01', 'hazard_accept', { value: 'deadline' });
    // Told on a Sunday evening; five working days end on Friday, the 27th.
    expect((await hazardOf(stage)).deadline?.dueDate).toBe('2026-11-27');
    const alarms: string[] = [];
    const toldIn = (room: string): string[] => stage.cards(room).flatMap(({ title }) => title ?? []);
    for (let morning = 0; morning < 22; morning += 1) {
      const before = ['网01', '林队', '指挥群'].map((room) => toldIn(room).length);
      await toNextMorning(stage);
      const date = Temporal.Instant.fromEpochMilliseconds(stage.clock.now()).toZonedDateTimeISO('Asia/Shanghai');
      for (const [i, room] of ['网01', '林队', '指挥群'].entries()) {
        const fresh = toldIn(room).slice(before[i]);
        for (const title of fresh) alarms.push(`${date.toPlainDate().toString().slice(5)} ${room} ${title}`);
      }
    }
    // The place's colour is another matter, and told of in stories of its own.
    const aboutDeadline = alarms.filter((alarm) => !/早上好|色改/.test(alarm));
    expect(aboutDeadline).toEqual([
      '11-26 网01 还有 1 个工作日到期：疏散通道堵塞',
      '11-27 网01 今天到期：疏散通道堵塞',
      '11-30 网01 已逾期 1 个工作日：疏散通道堵塞',
      '12-03 网01 已逾期 3 个工作日：疏散通道堵塞',
      '12-07 网01 已逾期 5 个工作日：疏散通道堵塞',
      '12-07 林队 已逾期 5 个工作日：疏散通道堵塞',
      '12-14 网01 已逾期 10 个工作日：疏散通道堵塞',
      '12-14 林队 已逾期 10 个工作日：疏散通道堵塞',
      '12-14 指挥群 已逾期 10 个工作日：疏散通道堵塞',
    ]);
    const perMorning = Map.groupBy(
      alarms.filter((alarm) => !alarm.includes('色改')),
      (alarm) => alarm.split(' ').slice(0, 2).join(' '),
    );
    for (const messages of perMorning.values()) expect(messages).toHaveLength(1);
    const lists = alarms.filter((alarm) => alarm.includes('早上好')).map((alarm) => alarm.slice(0, 5));
    expect(lists).not.toEqual(expect.arrayContaining(['12-01']));
    for (const weekend of ['11-28', '11-29', '12-05', '12-06']) expect(lists).not.toContain(weekend);
    await stage.taps('林队', 'hazard_supervise');
    expect((await hazardOf(stage)).handling).toBe('supervised');
    stage.holds('张阿姨', '收到，谢谢你！编号 H-2611-0001。', 'H-2611-0001：有人接下了');
    stage.holds(
      '指挥群',
      '整改中：疏散通道堵塞 · H-2611-0001',
      '🟡 永固五金 QY-0217：建议蓝色改黄色',
      '已逾期 10 个工作日：疏散通道堵塞',
    );
    stage.holds(
      '网01',
      '已过期限，请尽快：疏散通道堵塞',
      '还有 1 个工作日到期：疏散通道堵塞',
      '今天到期：疏散通道堵塞',
      '已逾期 1 个工作日：疏散通道堵塞',
      '早上好，你手上逾期 1 条',
      '已逾期 3 个工作日：疏散通道堵塞',
      '早上好，你手上逾期 1 条',
      '已逾期 5 个工作日：疏散通道堵塞',
      '早上好，你手上逾期 1 条',
      '早上好，你手上逾期 1 条',
      '早上好，你手上逾期 1 条',
      '早上好，你手上逾期 1 条',
      '已逾期 10 个工作日：疏散通道堵塞',
      'H-2611-0001 已挂牌督办',
    );
    stage.holds(
      '林队',
      '🟡 永固五金 QY-0217：建议蓝色改黄色',
      '早上好，你的片区逾期 1 条',
      '早上好，你的片区逾期 1 条',
      '早上好，你的片区逾期 1 条',
      '早上好，你的片区逾期 1 条',
      '已逾期 5 个工作日：疏散通道堵塞',
      '早上好，你的片区逾期 1 条',
      '早上好，你的片区逾期 1 条',
      '早上好，你的片区逾期 1 条',
      '早上好，你的片区逾期 1 条',
      '已逾期 10 个工作日：疏散通道堵塞',
    );
    await stage.end();
  }, 120_000);
});
