import { afterEach, expect, it } from 'vitest';
import type { InboundMessage, Platform } from '../../core/message.ts';
import { eachEngine } from '../support/stores.ts';
import { hazardCount, hazardOf, hazardStage, messagesIn, newestIn, people, photo, reports } from './hazard-stage.ts';
import type { Stage } from './stage.ts';
import { closeStages, eastOf, textOf } from './stage.ts';

/** Answers the bot's message in a room that has these words, as the platform quotes it. */
function quoting(
  stage: Stage,
  room: string,
  words: string,
  more: Partial<InboundMessage> = {},
): Partial<InboundMessage> {
  const platform = stage.platformOf(room);
  const quoted = stage.chats[platform]
    .standing(room)
    .findLast(({ outgoing }) => outgoing.kind === 'card' && textOf(outgoing.card).includes(words));
  if (quoted?.outgoing.kind !== 'card') return expect.fail(`${room} has no message with ${words}`);
  const text = textOf(quoted.outgoing.card);
  // A quote on WeChat is only text.
  return { ...more, quote: platform === 'wechat' ? { text } : { messageId: quoted.messageId, text } };
}

eachEngine((database) => {
  afterEach(closeStages);

  it.each<Platform>(['telegram', 'wechat', 'web'])(
    'on %s a quote of the number puts the place right an hour and a day later, while nobody has graded it',
    async (platform) => {
      const stage = await hazardStage(database.store, { cast: people(platform) });
      await stage.says('张阿姨', '上桥村36号楼道又堵了');
      stage.sees('张阿姨', '编号 H-2611-0001');
      await stage.later(3_600);
      await stage.says('张阿姨', '不对 是38号', { message: quoting(stage, '张阿姨', 'H-2611-0001') });
      expect(await hazardOf(stage)).toMatchObject({ state: 'reported', placeWords: '上桥村38号楼道' });
      expect(stage.sees('张阿姨', '补充收到')).toContain('地点改成“上桥村38号楼道”');
      await stage.daysLater(1);
      await stage.says('张阿姨', '地点是永固五金后门', { message: quoting(stage, '张阿姨', '编号 H-2611-0001') });
      expect(await hazardOf(stage)).toMatchObject({ placeWords: '永固五金后门', area: '东区' });
      expect(await hazardCount(stage)).toBe(1);
      expect(newestIn(stage, '张阿姨')).toContain('永固五金后门');
      stage.sees('张阿姨', '补充收到：地点改成“永固五金后门”');
      stage.sees('指挥群', /^待定级.*H-2611-0001/);
      stage.sees('指挥群', '等着办');
      await stage.end();
    },
  );

  it.each<Platform>(['telegram', 'web'])(
    'on %s a quote of one’s own second or third message is about what it was part of, also a day later',
    async (platform) => {
      const stage = await hazardStage(database.store, { cast: people(platform) });
      await stage.says('张阿姨', '上桥村36号楼道又堵了', { message: { messageId: 'own-1' } });
      await stage.says('张阿姨', '', { message: { ...photo(), messageId: 'own-2' } });
      await stage.says('张阿姨', '', { message: { ...photo(), messageId: 'own-3' } });
      const { id } = await hazardOf(stage);
      await stage.daysLater(1);
      await stage.says('张阿姨', '永固五金电线裸露');
      await stage.later(3_600);
      const again = { quote: { messageId: 'own-2', text: '' } };
      await stage.says('张阿姨', '今天又多了两堆', { message: { ...photo(), ...again } });
      expect(newestIn(stage, '张阿姨')).toMatch(/补充收到[^]*照片 1 张已存/);
      expect(await stage.store.read.files.ofSubject(`hazard:${id}`)).toHaveLength(3);
      const words = { quote: { messageId: 'own-3', text: '' } };
      await stage.later(3_600);
      await stage.says('张阿姨', '不对 是38号', { message: words });
      expect(await stage.store.read.hazards.byId(id)).toMatchObject({ placeWords: '上桥村38号楼道' });
      expect(await hazardCount(stage)).toBe(2);
      // Somebody else's quote of it is somebody else's matter.
      await stage.says('李叔', '不对 是40号', { message: words });
      expect(await stage.store.read.hazards.byId(id)).toMatchObject({ placeWords: '上桥村38号楼道' });
      stage.holds('张阿姨', 'H-2611-0001', 'H-2611-0002', '照片 1 张已存', '地点改成“上桥村38号楼道”');
      stage.holds('指挥群', /^待定级/, '等着办', /^待定级/);
      stage.sees('李叔', '没看懂');
      await stage.end();
    },
  );

  it('two reports within minutes: the quoted one is put right, and not the latest', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '上桥村36号楼道又堵了');
    await stage.says('张阿姨', '永固五金电线裸露');
    await stage.says('张阿姨', '说错了，是40号', { message: quoting(stage, '张阿姨', 'H-2611-0001') });
    expect(await stage.store.read.hazards.byNumber('H-2611-0001')).toMatchObject({ placeWords: '上桥村40号楼道' });
    expect(await stage.store.read.hazards.byNumber('H-2611-0002')).toMatchObject({ placeWords: '永固五金' });
    stage.holds('张阿姨', '上桥村40号', 'H-2611-0002', '地点改成“上桥村40号楼道”');
    stage.holds('指挥群', 'H-2611-0001', 'H-2611-0002');
    await stage.end();
  });

  it('who says more of where in the firm stays in it, and the answer says so', async () => {
    const stage = await hazardStage(database.store);
    const { placeId } = await reports(stage);
    await stage.daysLater(1);
    await stage.says('张阿姨', '在3号楼后面', { message: quoting(stage, '张阿姨', 'H-2611-0001') });
    expect(await hazardOf(stage)).toMatchObject({ placeId, placeWords: '3号楼后面' });
    expect(stage.sees('张阿姨', '补充收到')).toContain('永固五金 3号楼后面');
    stage.sees('张阿姨', '收到，谢谢你！');
    stage.sees('指挥群', /^待定级/);
    stage.sees('指挥群', '等着办');
    await stage.end();
  });

  it('a position in a quote is where it is, and one in the sea is said to be none', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '上桥村36号楼道又堵了');
    await stage.daysLater(1);
    const at = { ...eastOf(2_950), live: false };
    await stage.says('张阿姨', '', { message: quoting(stage, '张阿姨', 'H-2611-0001', { position: at }) });
    expect((await hazardOf(stage)).position).toMatchObject(eastOf(2_950));
    expect(newestIn(stage, '张阿姨')).toContain('地点改成发来的位置');
    const sea = { lat: 20, lon: 125, live: false };
    await stage.says('张阿姨', '', { message: quoting(stage, '张阿姨', 'H-2611-0001', { position: sea }) });
    expect((await hazardOf(stage)).position).toMatchObject(eastOf(2_950));
    expect(newestIn(stage, '张阿姨')).toContain('公里');
    stage.sees('张阿姨', '收到，谢谢你！');
    stage.sees('张阿姨', '地点改成发来的位置');
    stage.sees('张阿姨', '公里');
    stage.sees('指挥群', /^待定级/);
    stage.sees('指挥群', '等着办');
    await stage.end();
  });

  it('once somebody has it the place stays: owner and command are told, and the officer moves it by a quote', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '上桥村36号楼道又堵了', { message: photo() });
    await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'ordinary' });
    await stage.taps('网01', 'hazard_accept', { value: 'deadline' });
    await stage.later(3_600);
    await stage.says('张阿姨', '不对 是38号', { message: quoting(stage, '张阿姨', '编号 H-2611-0001') });
    expect(await hazardOf(stage)).toMatchObject({ state: 'accepted', placeWords: '上桥村36号楼道' });
    expect(stage.sees('张阿姨', '补充收到')).toContain('地点“上桥村38号楼道”已告诉处理的人');
    expect(stage.sees('网01', '地点不一样')).toContain('说是：上桥村38号楼道');
    expect(stage.sees('指挥群', '地点不一样')).toContain('不对 是38号');
    stage.seesNot('指挥群', /张阿姨/);
    const message = quoting(stage, '指挥群', '地点不一样');
    await stage.says('值01', '地点是上桥村38号', { in: '指挥群', message });
    expect(await hazardOf(stage)).toMatchObject({ state: 'accepted', placeWords: '上桥村38号' });
    expect(stage.sees('指挥群', '地点改好了')).toContain('上桥村38号');
    expect(stage.sees('网01', '整改中')).toContain('上桥村38号');
    const trace = await stage.store.read.trace.of(`hazard:${(await hazardOf(stage)).id}`);
    expect(trace.at(-1)).toMatchObject({ what: 'place_set', data: { words: '上桥村38号' } });
    stage.holds('张阿姨', '编号 H-2611-0001', '有人接下了', '补充收到');
    stage.sees('指挥群', '整改中');
    await stage.end();
  });

  it('photos of an album and words days later are evidence, and one answer counts them', async () => {
    const stage = await hazardStage(database.store);
    const hazard = await reports(stage);
    await stage.daysLater(2);
    for (let i = 0; i < 3; i += 1) {
      const more = { ...photo(), albumId: 'a1' };
      await stage.says('张阿姨', i === 0 ? '今天又多了两堆' : '', { message: quoting(stage, '张阿姨', '编号', more) });
    }
    const files = await stage.store.read.files.ofSubject(`hazard:${hazard.id}`);
    expect(files.map(({ role }) => role)).toEqual(['before', 'before', 'before', 'before']);
    expect((await hazardOf(stage)).words).toContain('今天又多了两堆');
    expect(newestIn(stage, '张阿姨')).toContain('照片 3 张已存');
    expect(messagesIn(stage, '张阿姨')).toBe(2);
    // A picture that follows by itself is one more of it.
    await stage.says('张阿姨', '', { message: photo() });
    expect(await stage.store.read.files.ofSubject(`hazard:${hazard.id}`)).toHaveLength(5);
    expect(await hazardCount(stage)).toBe(1);
    stage.holds('张阿姨', '收到，谢谢你！', '照片 3 张已存');
    stage.holds('指挥群', '待定级', '等着办', '等着办');
    await stage.end();
  });

  it('不是…是… in a quote changes the kind while nobody has graded it', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '上桥村36号门口路灯坏了');
    expect((await hazardOf(stage)).kinds).toEqual(['street_light']);
    await stage.daysLater(1);
    await stage.says('张阿姨', '不是路灯，是消防栓漏水', { message: quoting(stage, '张阿姨', '编号') });
    expect((await hazardOf(stage)).kinds).toEqual(['fire_equipment']);
    expect(newestIn(stage, '张阿姨')).toContain('类型改好了');
    stage.sees('张阿姨', '收到，谢谢你！');
    stage.sees('张阿姨', '补充收到');
    stage.sees('指挥群', /^待定级/);
    stage.sees('指挥群', '等着办');
    await stage.end();
  });

  it('what was told under a number that was merged is kept with the one in which it goes on', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '永固五金的消防通道被货堵了');
    await stage.says('李叔', '永固五金仓库那边消防通道堵了');
    await stage.taps('值01', 'hazard_merge', { in: '指挥群' });
    await stage.daysLater(1);
    await stage.says('李叔', '', { message: quoting(stage, '李叔', '编号 H-2611-0002', photo()) });
    const kept = (await stage.store.read.hazards.byNumber('H-2611-0001')) ?? expect.fail('gone');
    expect(await stage.store.read.files.ofSubject(`hazard:${kept.id}`)).toHaveLength(1);
    expect(newestIn(stage, '李叔')).toContain('照片 1 张已存');
    stage.sees('张阿姨', 'H-2611-0001');
    stage.sees('李叔', '收到，谢谢你！');
    stage.sees('李叔', '同一处');
    stage.sees('李叔', '补充收到');
    stage.sees('指挥群', /^待定级/);
    stage.sees('指挥群', '已并案');
    stage.sees('指挥群', '像是同一处');
    stage.sees('指挥群', '等着办');
    await stage.end();
  });

  it('after its end a quote is kept, and says how to open it again; 还没弄好 opens it', async () => {
    const stage = await hazardStage(database.store);
    const hazard = await reports(stage);
    await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'ordinary' });
    await stage.says('网01', '改好了', { message: photo() });
    await stage.taps('安01', 'hazard_pass');
    await stage.daysLater(1);
    await stage.says('张阿姨', '', { message: quoting(stage, '张阿姨', '编号', photo()) });
    expect(newestIn(stage, '张阿姨')).toContain('回一句“还没弄好”');
    expect(await stage.store.read.files.ofSubject(`hazard:${hazard.id}`)).toHaveLength(3);
    expect((await hazardOf(stage)).state).toBe('closed');
    await stage.says('张阿姨', '还没弄好', { message: quoting(stage, '张阿姨', '编号') });
    expect((await hazardOf(stage)).state).toBe('assigned');
    stage.sees('张阿姨', '收到，谢谢你！');
    stage.sees('张阿姨', '改过了');
    stage.sees('张阿姨', '弄好了，已销号');
    stage.sees('张阿姨', '补充收到');
    stage.sees('张阿姨', '重新打开');
    stage.sees('指挥群', '待接单');
    stage.sees('网01', '已销号');
    stage.sees('网01', '请再处理');
    stage.sees('安01', '复查过了');
    await stage.end();
  });

  it('somebody else who quotes the card with a photo has seen it too, and hears of its end', async () => {
    const stage = await hazardStage(database.store);
    await stage.group('上桥村群', 'village', 'telegram');
    const mine = { ...photo(), mentionsBot: true };
    await stage.says('张阿姨', '上桥村36号楼道又堵了', { in: '上桥村群', message: mine });
    const { id } = await hazardOf(stage);
    await stage.daysLater(1);
    const more = quoting(stage, '上桥村群', '0001', photo());
    await stage.says('李叔', '我也看到了 现在更多', { in: '上桥村群', message: more });
    expect(await hazardCount(stage)).toBe(1);
    expect(await stage.store.read.hazards.reports(id)).toHaveLength(2);
    expect(await stage.store.read.files.ofSubject(`hazard:${id}`)).toHaveLength(2);
    stage.sees('上桥村群', '也记上了');
    await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'ordinary' });
    await stage.taps('网01', 'hazard_accept', { value: 'deadline' });
    stage.sees('李叔', '有人接下了');
    stage.sees('上桥村群', /^隐患/);
    stage.sees('指挥群', '整改中');
    stage.sees('指挥群', '等着办');
    stage.sees('网01', '整改中');
    stage.sees('张阿姨', '有人接下了');
    await stage.end();
  });

  it('of a quoted list nothing is done to whichever stands first', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '上桥村36号楼道又堵了');
    await stage.says('张阿姨', '永固五金电线裸露');
    await stage.says('张阿姨', '我的隐患');
    await stage.says('张阿姨', '看错了', { message: quoting(stage, '张阿姨', '我报的隐患') });
    stage.sees('张阿姨', '说的是哪一条');
    await stage.says('张阿姨', '看错了 0002', { message: quoting(stage, '张阿姨', '我报的隐患') });
    expect(await stage.store.read.hazards.byNumber('H-2611-0001')).toMatchObject({ state: 'reported' });
    expect(await stage.store.read.hazards.byNumber('H-2611-0002')).toMatchObject({ outcome: 'withdrawn' });
    stage.sees('张阿姨', /^收到，谢谢你！编号 H-2611-0001/);
    stage.sees('张阿姨', /^收到，谢谢你！编号 H-2611-0002/);
    stage.sees('张阿姨', /^我报的隐患/);
    stage.sees('张阿姨', '这条撤了');
    stage.sees('指挥群', /^待定级/);
    stage.sees('指挥群', '已撤回');
    await stage.end();
  });

  it('thanks, questions and somebody else’s quote change nothing', async () => {
    const stage = await hazardStage(database.store);
    const before = await reports(stage);
    await stage.daysLater(1);
    await stage.says('张阿姨', '谢谢', { message: quoting(stage, '张阿姨', '编号') });
    await stage.says('张阿姨', '谁来处理？', { message: quoting(stage, '张阿姨', '编号') });
    await stage.says('李叔', '不对 是38号', { message: { quote: { text: '编号 H-2611-0001' } } });
    const { words, placeWords } = await hazardOf(stage);
    expect({ words, placeWords }).toEqual({ words: before.words, placeWords: before.placeWords });
    stage.seesNot('张阿姨', '补充收到');
    stage.seesNot('李叔', /补充收到|地点改好了/);
    stage.sees('张阿姨', '收到，谢谢你！');
    stage.sees('张阿姨', '已转告');
    stage.sees('指挥群', /^待定级/);
    stage.sees('指挥群', '等着办');
    stage.sees('指挥群', '有人来催');
    stage.sees('李叔', '没看懂');
    await stage.end();
  });

  it('in a village group only what shows or names something is taken, and nobody is named', async () => {
    const stage = await hazardStage(database.store);
    await stage.group('上桥村群', 'village', 'telegram');
    await stage.says('张阿姨', '@群防 上桥村36号楼道又堵了', {
      in: '上桥村群',
      message: { ...photo(), mentionsBot: true },
    });
    stage.sees('上桥村群', 'H-2611-0001');
    await stage.daysLater(1);
    const before = messagesIn(stage, '上桥村群');
    await stage.says('张阿姨', '终于有人管了哈哈', { in: '上桥村群', message: quoting(stage, '上桥村群', '0001') });
    expect(messagesIn(stage, '上桥村群')).toBe(before);
    await stage.says('张阿姨', '不对 是38号', { in: '上桥村群', message: quoting(stage, '上桥村群', '0001') });
    expect(await hazardOf(stage)).toMatchObject({ placeWords: '上桥村38号楼道' });
    stage.sees('上桥村群', '补充收到');
    stage.seesNot('上桥村群', /张阿姨/);
    stage.sees('指挥群', /^待定级/);
    stage.sees('指挥群', '等着办');
    await stage.end();
  });
});
