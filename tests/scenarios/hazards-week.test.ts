import { afterEach, expect, it } from 'vitest';
import { hazardRulesSchema } from '../../core/zone/hazard-rules.ts';
import { eachEngine } from '../support/stores.ts';
import { hazardOf, newestIn, people, photo } from './hazard-stage.ts';
import { closeStages, eastOf, Stage } from './stage.ts';

/** Monday, 28 September 2026, 09:00 in Shanghai: 1 to 7 October are free, Saturday the 10th is worked 调休. */
const monday = Date.UTC(2026, 8, 28, 1);

const list = '早上好';
/** What comes to an owner and a leader of a hazard that is late by ten working days: one message in a morning. */
const owner = [
  '还有 1 个工作日到期',
  '今天到期',
  /^已逾期 1 个工作日/,
  list,
  /^已逾期 3 个工作日/,
  list,
  /^已逾期 5 个工作日/,
  ...[list, list, list, list],
  /^已逾期 10 个工作日/,
];
/** On the first and the third day too, when the alarm is for the owner alone. */
const leader = [list, list, list, list, /^已逾期 5 个工作日/, ...[list, list, list, list], /^已逾期 10 个工作日/];

eachEngine((database) => {
  afterEach(closeStages);

  async function begun(): Promise<Stage> {
    const rules = hazardRulesSchema.parse({
      owners: [{ owners: ['网01', '网02'] }],
      leaders: [{ leader: '林队' }],
      checkers: [{ checkers: ['安01'] }],
      sampleSharePercent: 100,
    });
    const stage = new Stage(database.store, rules, undefined, { at: monday });
    await stage.begin(people());
    await stage.group('上桥村群', 'village', 'telegram');
    await stage.place({ code: 'QY-0217', kind: 'enterprise', name: '永固五金', position: eastOf(400), area: '东区' });
    await stage.place({ code: 'SQ', kind: 'village', name: '上桥村', position: eastOf(3_000), area: '' });
    return stage;
  }

  async function until(stage: Stage, local: string): Promise<void> {
    const at = Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').epochMilliseconds;
    await stage.daysLater((at - stage.clock.now()) / 86_400_000);
  }

  const due = async (stage: Stage): Promise<string | null | undefined> => (await hazardOf(stage)).deadline?.dueDate;

  it('an ordinary one over the National Day holiday: more time, late, back, closed, opened again, each with its sum', async () => {
    const stage = await begun();
    await stage.says('张阿姨', '上桥村36号楼道被纸箱堵死了 走不过去', { in: '上桥村群', message: photo() });
    await stage.taps('张阿姨', 'hazard_file', { in: '上桥村群' });
    await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'ordinary' });
    await stage.taps('网01', 'hazard_accept', { value: 'deadline' });
    // 29 and 30 September, 8 and 9 October, Saturday the 10th.
    expect(await due(stage)).toBe('2026-10-10');
    expect(stage.sees('网01', '整改中')).toContain(
      '9月28日起 5 个工作日（当天不算），其间 10月1日至7日是国庆节，10月10日国庆节调休上班，要算；还有 5 个工作日到期',
    );
    await until(stage, '2026-09-29T10:00');
    await stage.says('网01', '要延期3天 房东国庆回老家了');
    expect(stage.sees('林队', '申请延期 3 个工作日')).toContain('同意的话，新期限 10月14日17:30');
    await stage.taps('林队', 'hazard_extend');
    // And 12, 13, 14 October; the 11th is a Sunday.
    expect(await due(stage)).toBe('2026-10-14');
    expect(stage.sees('张阿姨', '要晚一些')).toContain('10月14日17:30');
    await until(stage, '2026-10-15T09:30');
    expect(stage.sees('网01', /^已逾期 1 个工作日/)).toContain('加延期 3 个工作日');
    expect(newestIn(stage, '林队')).toContain('H-2609-0001');
    await until(stage, '2026-10-28T18:00');
    // 15, 16, 19 to 23, 26 to 28 October.
    expect(stage.sees('林队', /^已逾期 5 个工作日/)).toContain('责任人：网01');
    expect(stage.sees('指挥群', /^已逾期 10 个工作日/)).toContain('建议挂牌督办');
    await stage.says('网01', '搬走了', { message: photo() });
    await stage.says('安01', '不合格 二楼还有一堆');
    // After work on the 28th: two working days more, and nobody granted twelve of them.
    expect(await due(stage)).toBe('2026-10-30');
    expect(stage.sees('网01', '请再处理')).toContain('加延期 3 个工作日，没弄好重改再加 12 个工作日');
    // The card of the first round waits for nothing any more.
    expect(stage.sees('网01', /^复查没过/)).toContain('看下面那条新的');
    await stage.says('网01', '二楼也清了', { message: photo() });
    await stage.says('安01', '合格');
    expect(stage.sees('上桥村群', 'H-2609-0001')).toContain('已销号');
    await until(stage, '2026-10-29T09:30');
    await stage.taps('张阿姨', 'hazard_reopen');
    // Friday and Monday.
    expect(await due(stage)).toBe('2026-11-02');
    await stage.says('网01', '又清了一遍 装了门禁', { message: photo() });
    await stage.taps('安01', 'hazard_pass');
    await stage.taps('张阿姨', 'hazard_rate', { value: 'good' });
    expect(await hazardOf(stage)).toMatchObject({ state: 'closed', outcome: 'resolved', satisfaction: 'good' });
    stage.seesNot('上桥村群', /张阿姨|网01/);
    const closed = 'H-2609-0001 弄好了，已销号。';
    stage.holds('张阿姨', '有人接下了', '要晚一些', '改过了', '复查没过', '改过了', closed, '改过了', closed);
    stage.holds('上桥村群', '已销号');
    stage.holds('指挥群', /^已销号/, '已逾期 10 个工作日');
    stage.holds('网01', /^复查没过/, '同意延期了', ...owner, /^已销号/, /^已销号/);
    stage.holds('林队', '申请延期', ...leader);
    stage.holds('安01', '退回再改', '已退回再改', '已销号', '复查合格', '已销号');
    await stage.end();
  });

  it('a major one: the clock stands over the holiday, and supervision reaches its owner as a message', async () => {
    const stage = await begun();
    await stage.says('张阿姨', '永固五金安全出口锁死了 里面住了十几个人', { message: photo() });
    await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'major' });
    await stage.taps('网01', 'hazard_accept', { value: 'deadline' });
    // 29, 30 September; 8, 9, 10, 12 to 16 and 19 to 23 October.
    expect(await due(stage)).toBe('2026-10-23');
    await until(stage, '2026-09-30T10:00');
    await stage.taps('值01', 'hazard_pause', { in: '指挥群' });
    await stage.says('值01', '业主回老家 国庆后回来', { in: '指挥群' });
    expect(await due(stage)).toBeNull();
    await until(stage, '2026-10-09T09:00');
    await stage.taps('值01', 'hazard_resume', { in: '指挥群' });
    // 30 September and 8 October did not count: 26 and 27 October come after.
    expect(await due(stage)).toBe('2026-10-27');
    expect(stage.sees('网01', '整改中')).toContain('9月30日，10月8日停过表，不算');
    await until(stage, '2026-11-10T09:30');
    expect(stage.sees('林队', /^已逾期 10 个工作日/)).toContain('建议挂牌督办');
    await stage.taps('林队', 'hazard_supervise');
    expect(stage.sees('网01', '已挂牌督办')).toContain('已逾期 10 个工作日');
    await stage.says('网01', '锁拆了 人搬走了', { message: photo() });
    expect(stage.sees('安01', '请复查')).toContain('重大隐患，一定要复查');
    await stage.taps('安01', 'hazard_pass');
    expect((await hazardOf(stage)).state).toBe('closed');
    stage.holds('张阿姨', '收到，谢谢你！', '有人接下了', '要晚一些', '改过了', '弄好了，已销号');
    stage.holds('指挥群', /^已销号/, '仍是蓝色', '计时先停了', '已逾期 10 个工作日');
    stage.holds('网01', /^已销号/, ...owner, '已挂牌督办');
    stage.holds('林队', '仍是蓝色', ...leader);
    stage.holds('安01', '已销号');
    await stage.end();
  });

  it('an owner who is asked how far it is answers in a sentence, and whoever asked reads it', async () => {
    const stage = await begun();
    await stage.says('张阿姨', '上桥村36号门口路灯坏了');
    await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'ordinary' });
    await stage.taps('网01', 'hazard_accept', { value: 'deadline' });
    await stage.says('张阿姨', '催一下 0001');
    stage.sees('网01', '回一句就行');
    await stage.says('网01', '在等配件 明天下午装');
    stage.sees('网01', '已告诉问的人');
    expect(stage.sees('张阿姨', '处理的人说')).toBe('H-2609-0001：处理的人说“在等配件 明天下午装”');
    stage.sees('指挥群', '处理的人说');
    await stage.says('网01', '换好了', { message: photo() });
    expect((await hazardOf(stage)).state).toBe('fixed');
    stage.holds('张阿姨', '收到，谢谢你！', '有人接下了', '已转告', '处理的人说', '改过了');
    stage.holds('指挥群', /^待复查/, '处理的人说');
    stage.holds('网01', /^等复查/, '有人来问进展', '已告诉问的人');
    stage.holds('安01', '请复查');
    await stage.end();
  });

  it('an owner who leaves while somebody looks again is replaced when it comes back, with what was missing', async () => {
    const stage = await begun();
    await stage.says('张阿姨', '上桥村36号门口路灯坏了');
    await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'ordinary' });
    await stage.taps('网01', 'hazard_accept', { value: 'deadline' });
    await stage.says('网01', '换好了', { message: photo() });
    await stage.store.transaction((tx) => tx.people.put({ ...stage.person('网01'), active: false }));
    await stage.says('安01', '不合格 灯还是不亮');
    const hazard = await hazardOf(stage);
    expect(hazard).toMatchObject({ state: 'assigned', round: 2, ownerId: stage.person('网02').id });
    expect(stage.sees('网02', '请再处理')).toContain('复查没过：“不合格 灯还是不亮”');
    await stage.taps('网02', 'hazard_accept', { value: 'deadline' });
    await stage.says('网02', '换了灯头', { message: photo() });
    await stage.says('安01', '合格');
    expect(await hazardOf(stage)).toMatchObject({ state: 'closed', outcome: 'resolved' });
    stage.holds(
      '张阿姨',
      '收到，谢谢你！',
      '有人接下了',
      '改过了',
      '复查没过',
      '有人接下了',
      '改过了',
      '弄好了，已销号',
    );
    stage.holds('指挥群', /^已销号/);
    stage.holds('网01', /^已另外安排/);
    stage.holds('网02', /^已销号/);
    stage.holds('安01', /^复查过了，退回再改/, '已退回再改', '已销号', '复查合格');
    await stage.end();
  });

  it('nobody left to take what comes back: the command has it at once', async () => {
    const stage = await begun();
    await stage.says('张阿姨', '上桥村36号门口路灯坏了');
    await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'ordinary' });
    await stage.taps('网01', 'hazard_accept', { value: 'deadline' });
    await stage.says('网01', '换好了', { message: photo() });
    for (const name of ['网01', '网02']) {
      await stage.store.transaction((tx) => tx.people.put({ ...stage.person(name), active: false }));
    }
    await stage.says('安01', '不合格 灯还是不亮');
    expect(await hazardOf(stage)).toMatchObject({ state: 'graded', round: 2, ownerId: null });
    stage.sees('指挥群', /^待派人/);
    stage.sees('张阿姨', '收到，谢谢你！');
    stage.sees('张阿姨', '有人接下了');
    stage.sees('张阿姨', '改过了');
    stage.sees('张阿姨', '复查没过');
    stage.sees('网01', '');
    stage.holds('安01', /^复查过了，退回再改/, '已退回再改');
    await stage.end();
  });

  it('an owner who leaves has nothing more: the next one has it at the next reminder', async () => {
    const stage = await begun();
    await stage.says('张阿姨', '上桥村36号门口路灯坏了');
    await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'ordinary' });
    await stage.store.transaction((tx) => tx.people.put({ ...stage.person('网01'), active: false }));
    await until(stage, '2026-09-29T18:00');
    expect((await hazardOf(stage)).ownerId).toBe(stage.person('网02').id);
    stage.sees('网02', '请你处理');
    stage.holds('张阿姨', '收到，谢谢你！');
    stage.holds('指挥群', /^待接单/);
    stage.holds('网02', '请你处理', '等着办', '等着办');
    stage.seesNot('网01', '等着办');
    stage.sees('网01', '');
    await stage.end();
  });
});
