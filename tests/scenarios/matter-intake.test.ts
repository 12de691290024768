import { afterEach, expect, it } from 'vitest';
import { matterSubject, type MatterNeed } from '../../core/matter.ts';
import type { Platform } from '../../core/message.ts';
import { partyOf } from '../../core/party.ts';
import { eachEngine } from '../support/stores.ts';
import { allIn } from './matter-stage.ts';
import { closeStages, eastOf, textOf } from './stage.ts';
import { attached, newestIn, talkStage, toldMatter, toldMatters } from './talk-stage.ts';

eachEngine((database) => {
  afterEach(closeStages);

  it('somebody asks for mediation, answers what is asked, checks it and hands it in', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '我要调解');
    stage.sees('李梅', 'M-2611-0001');
    await stage.says('李梅', '老板一直拖着不给工资');
    expect((await toldMatter(stage)).body.about).toBe('wages');
    expect((await toldMatter(stage)).need).toBe('other_side');
    await stage.says('李梅', '永固五金 张老板 13600005555');
    await stage.says('李梅', '一共18.6万');
    await stage.says('李梅', '我们12个');
    await stage.taps('李梅', 'matter_answer', { value: 'woman' });
    const summary = newestIn(stage, '李梅');
    for (const part of ['186,000', '12', '张老板']) expect(summary).toContain(part);
    expect((await toldMatter(stage)).state).toBe('telling');
    await stage.taps('李梅', 'matter_file');
    const matter = await toldMatter(stage);
    expect(matter).toMatchObject({ state: 'screened', kind: 'dispute', number: 'M-2611-0001' });
    expect(matter.body).toMatchObject({ about: 'wages', sumYuan: 186_000, people: 12 });
    expect(partyOf(matter.body.parties, 'a')).toMatchObject({ name: '李梅', consent: 'yes', people: 12 });
    expect(partyOf(matter.body.parties, 'b')).toMatchObject({ phone: '13600005555', consent: null });
    const trace = await stage.store.read.trace.of(matterSubject(matter));
    expect(JSON.stringify(trace)).not.toMatch(/工资|张老板|186000|13600005555/u);
    const shown = allIn(stage, '指挥群') + allIn(stage, '村群') + allIn(stage, '救援群');
    for (const word of ['工资', '186,000', '张老板', '李梅']) expect(shown).not.toContain(word);
    stage.holds(
      '李梅',
      '你说的话、名字和电话',
      '慢慢说',
      '另一方是谁',
      '大概多少钱',
      '一共几个人遇到这件事',
      '先请调解员看',
    );
    stage.holds('值01', '还没有人接');
    stage.holds('专01', '还没有人接');
    await stage.end();
  });

  for (const platform of ['telegram', 'wechat', 'web'] satisfies Platform[])
    it(`one long first message on ${platform}: only what is missing is asked, and nothing twice`, async () => {
      const stage = await talkStage(database.store, { platform });
      await stage.says('李梅', '我要调解 永固五金欠我们12个人工资18.6万，老板电话13600005555，最好找个女调解员');
      await stage.says('李梅', '尽快拿到钱');
      const matter = await toldMatter(stage);
      expect(matter.need).toBe('check');
      expect(matter.body).toMatchObject({ sumYuan: 186_000, people: 12, wish: { womanMediator: true } });
      expect(partyOf(matter.body.parties, 'b')).toMatchObject({ name: '永固五金', phone: '13600005555' });
      await stage.says('李梅', '提交');
      expect((await toldMatter(stage)).state).toBe('screened');
      stage.holds('李梅', '你说的话、名字和电话', '请核对一下', '请核对一下', '收到了');
      for (const who of ['值01', '专01']) stage.holds(who, '还没有人接');
      await stage.end();
    });

  it('plain words begin it too, where nobody said mediation', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '老板欠我们3个月工资 一共5个人 大概6万多');
    const matter = await toldMatter(stage);
    expect(matter).toMatchObject({ kind: 'dispute', state: 'telling' });
    expect(matter.body).toMatchObject({ about: 'wages', sumYuan: 60_000, sumApproximate: true, people: 5 });
    stage.holds('李梅', '你说的话、名字和电话', '另一方是谁');
    await stage.end();
  });

  it('in a group there is a number and nothing else; it goes on in the direct chat', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '我要调解 永固五金的张老板欠我工资18.6万', { in: '村群' });
    const group = stage.sees('村群', 'M-2611-0001');
    for (const word of ['工资', '永固', '张老板', '18']) expect(group).not.toContain(word);
    stage.sees('李梅', 'M-2611-0001');
    expect((await toldMatter(stage)).door).toBe('group');
    await stage.says('李梅', '尽快还钱');
    expect((await toldMatter(stage)).body.facts.join()).toContain('尽快还钱');
    expect(stage.cards('村群')).toHaveLength(1);
    stage.holds('李梅', '你说的话、名字和电话', '一共几个人遇到这件事', '对调解员有要求吗');
    stage.holds('村群', '记下了');
    await stage.end();
  });

  it('ordinary talk of a quarrel in a group gets nothing, nor do mediators who speak of their cases', async () => {
    const stage = await talkStage(database.store);
    await stage.group('调解群', 'mediation', 'telegram');
    for (const talk of ['他们家昨天又吵架了', '老板欠他工资 唉', '调解室在哪里', '楼上天天半夜拖椅子 烦死了'])
      await stage.says('李梅', talk, { in: '村群' });
    for (const talk of ['昨天那个工资的案子谈成了', '老板还欠两万 下周再调', '女方要离婚'])
      await stage.says('喜哥', talk, { in: '调解群' });
    expect(await toldMatters(stage)).toBe(0);
    expect(stage.cards('村群')).toHaveLength(0);
    expect(stage.cards('调解群')).toHaveLength(0);
    await stage.end();
  });

  it('whoever never wrote to the bot has the number alone, and goes on by its link', async () => {
    const stage = await talkStage(database.store);
    await stage.says('新来的', '我要调解 邻居占了我家的路', { in: '村群' });
    stage.sees('村群', 'M-2611-0001');
    await stage.says('新来的', '', { message: { start: 'm-M-2611-0001' } });
    stage.sees('新来的', 'M-2611-0001');
    expect((await toldMatter(stage)).body.facts).toEqual(['邻居占了我家的路']);
    await stage.says('王强', '', { message: { start: 'm-M-2611-0001' } });
    expect(allIn(stage, '王强')).not.toContain('邻居');
    expect(newestIn(stage, '王强')).not.toContain('M-2611-0001');
    await stage.says('王强', '', { message: { start: 'm-M-2611-0999' } });
    expect(newestIn(stage, '王强')).not.toContain('M-2611-0999');
    stage.holds('村群', '记下了');
    stage.holds('新来的', '你说的话、名字和电话', '这是哪一类事');
    stage.holds('王强', '没找到这一件', '没找到这一件');
    await stage.end();
  });

  it('left for hours, through a restart, it goes on where it was', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '我要调解 表弟借我两万一直没还');
    expect((await toldMatter(stage)).need).toBe('other_side');
    await stage.restart();
    await stage.later(3 * 3_600);
    await stage.says('李梅', '陈刚 13700003333');
    const matter = await toldMatter(stage);
    expect(partyOf(matter.body.parties, 'b')).toMatchObject({ name: '陈刚', phone: '13700003333' });
    expect(await toldMatters(stage)).toBe(1);
    stage.holds('李梅', '你说的话、名字和电话', '另一方是谁', '你希望怎么解决');
    await stage.end();
  });

  it('left for long it is asked about once, and ends later with a kind word; until it is forgotten it can be taken up', async () => {
    const stage = await talkStage(database.store, { rules: { talkHours: 1 } });
    await stage.says('李梅', '我要调解 表弟借我两万一直没还');
    const before = stage.cards('李梅').length;
    await stage.later(3_700);
    expect(stage.cards('李梅').length).toBe(before + 1);
    stage.sees('李梅', '接着说吗');
    await stage.later(3_600);
    expect(stage.cards('李梅').length).toBe(before + 1);
    await stage.later(3_600);
    expect(await toldMatter(stage)).toMatchObject({ state: 'ended', outcome: 'dropped' });
    expect(stage.cards('李梅').length).toBeLessThanOrEqual(before + 2);
    stage.sees('李梅', '没有交给任何人');
    await stage.says('李梅', '接着说 M-2611-0001');
    expect(await toldMatter(stage)).toMatchObject({ state: 'telling', need: 'other_side' });
    expect((await toldMatter(stage)).body.facts.join()).toContain('表弟借我两万');
    stage.holds('李梅', '你说的话、名字和电话', '有一阵没说了', '上次说到一半', '另一方是谁');
    await stage.end();
  });

  it('算了 at any point: nobody has seen it', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '我要调解 表弟借我两万一直没还');
    await stage.says('李梅', '算了');
    expect(await toldMatter(stage)).toMatchObject({ state: 'ended', outcome: 'dropped' });
    expect(allIn(stage, '喜哥')).toBe('');
    const again = await stage.tapsData('李梅', `${(await toldMatter(stage)).token}.matter_file`);
    expect(again).not.toBe('');
    expect((await toldMatter(stage)).state).toBe('ended');
    stage.holds('李梅', '你说的话、名字和电话', '另一方是谁', '好');
    await stage.end();
  });

  it('算了 at each question, twice, and then going on: the same question, and nothing is lost', async () => {
    const stage = await talkStage(database.store);
    const answers: Partial<Record<MatterNeed, string>> = {
      facts: '老板一直拖着不给工资',
      other_side: '永固五金 张老板 13600005555',
      sum: '大概五千吧',
      people: '我们6个',
      wish: '都可以',
      check: '提交',
    };
    await stage.says('李梅', '我要调解');
    const asked: (MatterNeed | null)[] = [];
    for (let i = 0; i < 12 && (await toldMatter(stage)).state === 'telling'; i += 1) {
      const { need, number } = await toldMatter(stage);
      asked.push(need);
      await stage.says('李梅', '算了');
      expect(await toldMatter(stage)).toMatchObject({ state: 'ended', outcome: 'dropped' });
      expect(newestIn(stage, '李梅')).toContain('没有交给任何人');
      await stage.says('李梅', '算了');
      expect(await toldMatter(stage)).toMatchObject({ state: 'ended', outcome: 'dropped' });
      await stage.says('李梅', `接着说 ${number}`);
      expect(await toldMatter(stage)).toMatchObject({ state: 'telling', need });
      await stage.says('李梅', answers[need ?? 'facts'] ?? '跳过');
    }
    expect(asked).toEqual(['facts', 'other_side', 'sum', 'people', 'wish', 'check']);
    const { state, body } = await toldMatter(stage);
    expect(state).toBe('screened');
    expect(body).toMatchObject({ about: 'wages', sumYuan: 5_000, sumApproximate: true, people: 6 });
    expect(await toldMatters(stage)).toBe(1);
    for (const room of ['指挥群', '村群', '救援群']) expect(allIn(stage, room)).not.toMatch(/工资|永固|5,?000/u);
  });

  it('算了 after it was handed in: one tap stops it, and without the tap it goes on', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '我要调解 邻居把杂物堆在上桥村12号楼道里');
    for (let i = 0; i < 6 && (await toldMatter(stage)).need !== 'check'; i += 1) await stage.says('李梅', '跳过');
    await stage.says('李梅', '提交');
    await stage.says('李梅', '算了吧');
    stage.sees('李梅', /还在办[\s\S]*确认一下就停/);
    expect((await toldMatter(stage)).state).toBe('screened');
    await stage.taps('李梅', 'matter_withdraw');
    expect(await toldMatter(stage)).toMatchObject({ state: 'ended', outcome: 'withdrawn' });
    for (const who of ['喜哥', '和嫂', '值01']) stage.holds(who, '这件不用接了');
    stage.holds(
      '李梅',
      '你说的话、名字和电话',
      '这是哪一类事',
      '另一方是谁',
      '你希望怎么解决',
      '对调解员有要求吗',
      '我是这样记的',
      '收到了',
      '还在办',
      '调解到此结束',
    );
    await stage.end();
  });

  it('whoever begins again while one is half told goes on with that one', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '我要调解');
    await stage.says('李梅', '/mediate', { message: { command: 'mediate' } });
    await stage.says('李梅', '我要调解 老板欠我工资', { in: '村群' });
    expect(await toldMatters(stage)).toBe(1);
    expect((await toldMatter(stage)).body.facts).toEqual(['老板欠我工资']);
    stage.holds('李梅', '你说的话、名字和电话', '慢慢说', '慢慢说');
    await stage.end();
  });

  it('what is not right in the summary is changed, by a button or in words', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '我要调解 永固五金欠我们12个人工资18.6万 老板电话13600005555 都听调解员的，要喜哥');
    if ((await toldMatter(stage)).need !== 'check') await stage.says('李梅', '说完了');
    expect((await toldMatter(stage)).need).toBe('check');
    await stage.taps('李梅', 'matter_answer', { value: 'edit_sum' });
    expect((await toldMatter(stage)).need).toBe('sum');
    await stage.says('李梅', '六千多');
    expect((await toldMatter(stage)).body).toMatchObject({ sumYuan: 6_000, sumApproximate: true });
    await stage.says('李梅', '改一下人数 3');
    expect(await toldMatter(stage)).toMatchObject({ need: 'check', body: { people: 3, wish: { room: 'xi' } } });
    stage.holds('李梅', '你说的话、名字和电话', '大概多少钱', '我是这样记的', '我是这样记的');
    await stage.end();
  });

  it('photos are kept as evidence, what is spoken is asked for in words, a position is where it is', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '我要调解 邻居把垃圾堆在我家门口 吵了两次了');
    await stage.says('李梅', '', { message: attached('photo') });
    const before = stage.cards('李梅').length;
    await stage.says('李梅', '', { message: attached('voice') });
    expect(stage.cards('李梅').length).toBe(before + 1);
    stage.sees('李梅', '语音');
    await stage.says('李梅', '住我隔壁的老周');
    expect((await toldMatter(stage)).need).toBe('place');
    await stage.says('李梅', '', { message: { position: { ...eastOf(3_000), live: false } } });
    const matter = await toldMatter(stage);
    expect(matter.body).toMatchObject({ area: '上桥村', placeWords: '上桥村' });
    const files = await stage.store.read.files.ofSubject(matterSubject(matter));
    expect(files.map(({ attachment }) => attachment.kind)).toEqual(['photo', 'voice']);
    expect(matter.body.fileIds).toHaveLength(2);
    expect(allIn(stage, '指挥群')).toBe('');
    stage.holds('李梅', '你说的话、名字和电话', '另一方是谁', '语音我听不懂', '事情在哪里', '你希望怎么解决');
    await stage.end();
  });

  it('violence at home: the right numbers at once, a person is called, no form, no hint of it in any group', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '我要调解');
    await stage.says('李梅', '我老公喝酒就动手打我 上周又打了');
    const matter = await toldMatter(stage);
    expect(matter).toMatchObject({ urgent: true, need: null, body: { danger: 'violence' } });
    expect(matter.state).not.toBe('telling');
    const safety = stage.sees('李梅', '12338');
    expect(safety).toContain('110');
    const call = stage.sees('陪01', 'M-2611-0001');
    for (const word of ['老公', '打我', '李梅']) expect(call).not.toContain(word);
    await stage.says('李梅', '他现在出门了 孩子在我妈家');
    expect((await toldMatter(stage)).body.facts.join()).toContain('孩子在我妈家');
    const groups = ['村群', '救援群'].map((room) => allIn(stage, room)).join('');
    expect(groups).toBe('');
    stage.holds('李梅', '你说的话、名字和电话', '慢慢说', '先离开动手的人');
    stage.holds('喜哥', '比较急');
    stage.holds('和嫂', '比较急');
    stage.holds('值01', '比较急');
    stage.holds('陪01', '有人动手');
    await stage.end();
  });

  it('violence is heard in the first words, and stays out of every group', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '我老公喝酒就打我 今天又动手了 孩子也在');
    expect(await toldMatter(stage)).toMatchObject({ urgent: true, body: { danger: 'violence' } });
    stage.sees('李梅', '12338');
    stage.sees('陪01', 'M-2611-0001');
    expect(['指挥群', '村群', '救援群'].map((room) => allIn(stage, room)).join('')).toBe('');
    await stage.taps('陪01', 'matter_look');
    expect(allIn(stage, '陪01')).toContain('孩子也在');
    await stage.taps('陪01', 'matter_take');
    expect((await toldMatter(stage)).ownerId).toBe(stage.person('陪01').id);
    stage.holds('李梅', '先离开动手的人', '有调解员接手了');
    stage.holds('喜哥', '陪01 接下了');
    stage.holds('和嫂', '陪01 接下了');
    stage.holds('值01', '陪01 接下了');
    stage.holds('陪01', '接下了', '看过会留记录', '你接下了', '现在：有人接手，在问各方愿不愿意');
    await stage.end();
  });

  it('算了 of somebody in danger takes no help away', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '我不想活了，一了百了');
    await stage.says('李梅', '算了');
    stage.seesNot('李梅', '就停，不用讲原因');
    expect(stage.cards('李梅').filter((card) => textOf(card).includes('12356'))).toHaveLength(2);
    expect((await toldMatter(stage)).state).toBe('screened');
    stage.holds('李梅', '12356', '12356');
    stage.sees('和嫂', '比较急');
    stage.sees('陪01', '有人想不开');
    await stage.end();
  });

  it('danger is told once: a second word of it calls nobody again', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '我老公喝酒就打我 今天又动手了');
    const [told, called] = [stage.cards('李梅').length, stage.cards('陪01').length];
    await stage.says('李梅', '他上个月也打过我');
    expect(stage.cards('李梅').length).toBe(told);
    expect(stage.cards('陪01').length).toBe(called);
    expect((await toldMatter(stage)).body.facts).toHaveLength(2);
    stage.holds('李梅', '先离开动手的人');
    stage.holds('喜哥', '比较急');
    stage.holds('和嫂', '比较急');
    stage.holds('值01', '比较急');
    stage.holds('陪01', '有人动手');
    await stage.end();
  });

  it('who wants to die is told the helpline, and somebody is called; where nobody is on call, the duty officer', async () => {
    const stage = await talkStage(database.store, { rules: { onCall: [] } });
    await stage.says('李梅', '/counsel', { message: { command: 'counsel' } });
    await stage.says('李梅', '这阵子睡不着，觉得活不下去了');
    expect((await toldMatter(stage)).body.danger).toBe('self_harm');
    stage.sees('李梅', '12356');
    const call = stage.sees('值01', 'M-2611-0001');
    expect(call).not.toContain('活不下去');
    const look = `${(await toldMatter(stage)).token}.matter_look`;
    await stage.tapsData('值01', look);
    expect(allIn(stage, '值01')).not.toContain('活不下去');
    stage.holds('李梅', '你说的话、名字和电话', '这阵子是什么让你难受', '谢谢你说出来');
    stage.holds('和嫂', '比较急');
    stage.holds('值01', '有人想不开');
    await stage.end();
  });

  it('a fire in the middle of the talk goes the way of fires, and the talk stays', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '我要调解 表弟借我两万一直没还');
    await stage.says('李梅', '永固五金着火了 好大的烟');
    stage.sees('李梅', '119');
    stage.sees('指挥群', '永固五金');
    expect(await toldMatter(stage)).toMatchObject({ state: 'telling', need: 'other_side' });
    expect((await toldMatter(stage)).body.facts.join()).not.toContain('着火');
    stage.holds('李梅', '你说的话、名字和电话', '另一方是谁', '已报值班员');
    stage.holds('指挥群', '“永固五金着火了 好大的烟”');
    await stage.end();
  });

  it('a clue without a name keeps nobody, and its giver gets a receipt', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '我要举报涉黑线索');
    await stage.says('李梅', '上桥村口棋牌室晚上放高利贷，还不起就泼油漆');
    expect(newestIn(stage, '李梅')).not.toContain('高利贷');
    if ((await toldMatter(stage)).need === 'place') await stage.taps('李梅', 'matter_skip');
    await stage.says('李梅', '', { message: attached('photo') });
    await stage.taps('李梅', 'matter_answer', { value: 'no_evidence' });
    await stage.taps('李梅', 'matter_answer', { value: 'nameless' });
    await stage.taps('李梅', 'matter_file');
    const matter = await toldMatter(stage);
    expect(matter).toMatchObject({ kind: 'crime_clue', tellerId: null, roomId: null });
    expect(partyOf(matter.body.parties, 'a')).toMatchObject({ name: '', phone: '', personId: null });
    const people = await stage.store.read.matters.people(matter.id);
    expect(people.map(({ personId }) => personId)).not.toContain(stage.person('李梅').id);
    const trace = await stage.store.read.trace.of(matterSubject(matter));
    expect(trace.map(({ actorId }) => actorId)).not.toContain(stage.person('李梅').id);
    const files = await stage.store.read.files.ofSubject(matterSubject(matter));
    expect(files.map(({ personId }) => personId)).toEqual([null]);
    const receipt = /回执码：(\S+)/.exec(stage.sees('李梅', '回执码'))?.[1] ?? '';
    expect((await stage.store.read.matters.byReceipt(receipt))?.id).toBe(matter.id);
    stage.sees('专01', 'M-2611-0001');
    expect(allIn(stage, '喜哥') + allIn(stage, '值01')).toBe('');
    stage.holds('李梅', '看到了什么、在哪里、什么时候', '手上有照片或录像吗', '只有指定的那位民警看得到');
    stage.holds('专01', '有一件事在等人接手');
    await stage.end();
  });

  it('匿名 is heard whatever was asked, and is no answer to anything else', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '举报线索 后街有人放高利贷 打人逼债');
    expect((await toldMatter(stage)).need).toBe('place');
    await stage.says('李梅', '匿名，');
    expect(await toldMatter(stage)).toMatchObject({ need: 'place', body: { placeWords: '' } });
    await stage.says('李梅', '后街12号');
    await stage.says('李梅', '没有');
    const { need, body } = await toldMatter(stage);
    expect(need).toBe('check');
    expect(partyOf(body.parties, 'a')).toMatchObject({ name: '', phone: '', personId: null });
    stage.holds('李梅', '在哪里看到的', '在哪里看到的', '有照片或录像吗', '申请人：没留名');
    await stage.end();
  });

  it('who tells on a crime without asking for anything is heard by its officer alone', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '有人在上桥村卖毒品 我要举报 别说是我');
    expect(await toldMatter(stage)).toMatchObject({ kind: 'crime_clue', state: 'telling' });
    expect(allIn(stage, '指挥群')).toBe('');
    expect(newestIn(stage, '李梅')).not.toContain('毒品');
    stage.holds('李梅', '手上有照片或录像吗');
    await stage.end();
  });

  it('what somebody adds later reaches whoever has it, and nobody else', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '我要调解 表弟借我两万一直没还');
    for (let i = 0; i < 6 && (await toldMatter(stage)).need !== 'check'; i += 1) await stage.says('李梅', '跳过');
    await stage.says('李梅', '提交');
    await stage.says('李梅', '', { message: attached('photo') });
    expect(await stage.store.read.files.ofSubject(matterSubject(await toldMatter(stage)))).toHaveLength(1);
    await stage.taps('喜哥', 'matter_take');
    const before = stage.cards('喜哥').length;
    await stage.says('李梅', '补充：他上个月说过月底还');
    const notes = await stage.store.read.matters.notes((await toldMatter(stage)).id);
    expect(notes.map(({ words, side }) => [side, words])).toEqual([['a', '补充：他上个月说过月底还']]);
    expect(stage.cards('喜哥').length).toBe(before + 1);
    expect(allIn(stage, '和嫂') + allIn(stage, '指挥群')).not.toContain('月底');
    stage.holds(
      '李梅',
      '你说的话、名字和电话',
      '另一方是谁',
      '你希望怎么解决',
      '对调解员有要求吗',
      '我是这样记的',
      '先请喜哥调解室的调解员看',
      '有调解员接手了',
      '记下了',
    );
    stage.holds('喜哥', '你接下了', '现在：有人接手，在问各方愿不愿意', '申请人有话给你');
    await stage.end();
  });

  it('help at the door: the sign says where, one sentence says what, and it goes out at once', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '', { message: { start: 'd-SQ12302' } });
    stage.sees('李梅', 'M-2611-0001');
    await stage.says('李梅', '老人在家没人送饭，我人在外地');
    const matter = await toldMatter(stage);
    expect(matter).toMatchObject({ kind: 'help_request', door: 'door_code', urgent: true });
    expect(matter.body.placeWords).toBe('上桥村12号302');
    expect(matter.state).not.toBe('telling');
    stage.sees('和嫂', 'M-2611-0001');
    stage.holds('李梅', '你说的话、名字和电话', '需要帮什么忙', '已标为紧急');
    stage.holds('和嫂', '比较急');
    await stage.end();
  });

  it('a sum in the place of a name is kept as the sum, and the name is asked for again', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '我要调解 老板一直拖着不给工资');
    await stage.says('李梅', '六千多');
    const { body, need } = await toldMatter(stage);
    expect(body).toMatchObject({ sumYuan: 6_000, sumApproximate: true });
    expect(partyOf(body.parties, 'b')).toBeUndefined();
    expect(need).toBe('other_side');
    stage.sees('李梅', '好，记下了');
    await stage.says('李梅', '张老板');
    expect(partyOf((await toldMatter(stage)).body.parties, 'b')?.name).toBe('张老板');
    stage.holds('李梅', '你说的话、名字和电话', '另一方是谁', '好，记下了', '一共几个人');
    await stage.end();
  });

  it('words that are corrected while they are told are kept too', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '我要调解 表弟借我两万一直没还');
    await stage.says('李梅', '表弟借我三万一直没还，是三万', { message: { edited: true } });
    const { body, need } = await toldMatter(stage);
    expect(body.facts).toContain('表弟借我三万一直没还，是三万');
    expect(need).toBe('other_side');
    expect(await stage.store.read.inbox.failed(10)).toEqual([]);
    stage.holds('李梅', '你说的话、名字和电话', '另一方是谁');
    await stage.end();
  });

  it('the other side is the mediator: somebody else is asked', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '我要调解 喜哥借我两万一直没还');
    await stage.says('李梅', '就是调解员喜哥');
    for (let i = 0; i < 6 && (await toldMatter(stage)).need !== 'check'; i += 1) await stage.says('李梅', '跳过');
    await stage.taps('李梅', 'matter_file');
    expect(allIn(stage, '喜哥')).toBe('');
    stage.sees('和嫂', 'M-2611-0001');
    stage.holds(
      '李梅',
      '你说的话、名字和电话',
      '另一方是谁',
      '你希望怎么解决',
      '对调解员有要求吗',
      '先请中心的调解员看',
    );
    stage.holds('和嫂', '有一件事在等人接手');
    stage.holds('值01', '有一件事在等人接手');
    await stage.end();
  });

  it('who is known by number is the other side, and hears nothing before a mediator asks', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '我要调解 王强借我两万一直没还');
    await stage.says('李梅', '王强 138 0000 1111');
    expect(partyOf((await toldMatter(stage)).body.parties, 'b')?.personId).toBe(stage.person('王强').id);
    for (let i = 0; i < 6 && (await toldMatter(stage)).need !== 'check'; i += 1) await stage.says('李梅', '跳过');
    await stage.says('李梅', '对');
    expect((await toldMatter(stage)).state).toBe('screened');
    expect(allIn(stage, '王强')).toBe('');
    await stage.says('王强', '我的调解');
    expect(newestIn(stage, '王强')).not.toContain('M-2611-0001');
    stage.holds(
      '李梅',
      '你说的话、名字和电话',
      '另一方是谁',
      '你希望怎么解决',
      '对调解员有要求吗',
      '我是这样记的',
      '先请喜哥调解室的调解员看',
    );
    stage.holds('喜哥', '有一件事在等人接手');
    stage.holds('王强', '你现在没有这样的事');
    await stage.end();
  });

  it('for somebody else: whether that one agrees is asked, and who comes to the desk is no clerk', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '我要调解 我替我妈问的 她借给表舅两万没还');
    expect(partyOf((await toldMatter(stage)).body.parties, 'a')?.proxy).toMatchObject({ name: '李梅', relation: '妈' });
    await stage.says('李梅', '算了');
    await stage.says('值01', '来访登记 永固五金拖欠工资一万五');
    expect((await toldMatter(stage, 'M-2611-0002')).door).toBe('desk');
    for (let i = 0; i < 8 && (await toldMatter(stage, 'M-2611-0002')).need !== 'check'; i += 1) {
      const { need } = await toldMatter(stage, 'M-2611-0002');
      await stage.says('值01', need === 'self' ? '赵师傅 13500006666' : '不知道');
    }
    await stage.says('值01', '提交');
    const matter = await toldMatter(stage, 'M-2611-0002');
    expect(matter).toMatchObject({ tellerId: null, roomId: null });
    expect(partyOf(matter.body.parties, 'a')).toMatchObject({ name: '赵师傅', phone: '13500006666', personId: null });
    const people = await stage.store.read.matters.people(matter.id);
    expect(people.map(({ standing }) => standing)).not.toContain('teller');
    await stage.says('李梅', '来访登记 我要登记');
    expect(await toldMatters(stage)).toBe(2);
    stage.holds('李梅', '你说的话、名字和电话', '另一方是谁', '好', '这句我没看懂');
    stage.holds(
      '值01',
      '来的人怎么称呼',
      '一共几个人遇到这件事',
      '他对调解员有要求吗',
      '念给来的人听一遍',
      '先请喜哥调解室的调解员看',
    );
    stage.holds('喜哥', '有一件事在等人接手');
    await stage.end();
  });

  it('forged taps do nothing: another’s matter, an answer that is none, a step that is past', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '我要调解 表弟借我两万一直没还');
    const { token } = await toldMatter(stage);
    await stage.tapsData('王强', `${token}.matter_drop`);
    await stage.tapsData('王强', `${token}.matter_file`);
    await stage.tapsData('李梅', `${token}.matter_answer.constructor`);
    await stage.tapsData('李梅', `${token}.matter_about.nonsense`);
    await stage.tapsData('李梅', `${token}.matter_file`);
    expect(await toldMatter(stage)).toMatchObject({ state: 'telling', outcome: null });
    await stage.tapsData('李梅', `${token}.matter_file`);
    expect((await toldMatter(stage)).state).toBe('screened');
    expect(await stage.tapsData('李梅', `${token}.matter_file`)).not.toBe('');
    await stage.tapsData('李梅', `${token}.matter_drop`);
    expect((await toldMatter(stage)).state).toBe('screened');
    stage.holds('李梅', '你说的话、名字和电话', '先请喜哥调解室的调解员看');
    stage.holds('喜哥', '有一件事在等人接手');
    await stage.end();
  });
});
