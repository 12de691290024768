import { afterEach, expect, it } from 'vitest';
import type { Inbound } from '../../core/message.ts';
import type { Matter } from '../../core/matter.ts';
import { releaseLeaver } from '../../handlers/matter/give-back.ts';
import { eachEngine } from '../support/stores.ts';
import { allIn, matterStage, newest, tells } from './matter-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const wages = '我要调解 老板欠我3个月工资 大概6万';
const hour = 3_600;

eachEngine((database) => {
  afterEach(closeStages);

  /** Taps that the platform hands over all at once. */
  const together = (stage: Stage, who: readonly string[], matter: Matter): Promise<unknown> =>
    stage.bot.receive(
      who.map((name, n): Inbound => ({
        platform: 'telegram',
        updateId: `at-once-${n}`,
        sentAt: stage.clock.now(),
        room: { externalId: name, kind: 'direct' },
        sender: { externalId: name, name },
        event: { kind: 'tap', data: `${matter.token}.matter_take`, tapId: `at-once-${n}` },
        raw: '{}',
      })),
    );

  it('three are asked, two tap at once, one has it, and the others see who', async () => {
    const stage = await matterStage(database.store);
    const matter = await tells(stage, '张阿姨', wages);
    for (const who of ['喜哥', '喜二', '喜三']) stage.sees(who, /M-2611-0001[\s\S]*你方便吗/);
    await together(stage, ['喜二', '喜三'], matter);
    await stage.rest();
    const { ownerId, state } = await newest(stage);
    expect(state).toBe('assigned');
    const winner = ['喜二', '喜三'].find((who) => stage.person(who).id === ownerId)!;
    const loser = winner === '喜二' ? '喜三' : '喜二';
    stage.sees(winner, '你接下了');
    stage.sees(winner, '先问各方愿不愿意调解');
    stage.sees(loser, `${winner} 接下了`);
    stage.sees('喜哥', `${winner} 接下了`);
    stage.sees('张阿姨', '先说一声');
    stage.sees('张阿姨', '收到了');
    stage.sees('张阿姨', '有调解员接手了');
    expect(await stage.tapsData(loser, `${matter.token}.matter_take`)).toContain('这一步已经过了');
    await stage.end();
  });

  it('what it says comes only to whoever asks for it and may', async () => {
    const stage = await matterStage(database.store);
    const matter = await tells(stage, '张阿姨', wages);
    for (const room of ['喜哥', '喜二', '联一', '值01', '林队', '指挥群', '救援群', '村群'])
      stage.seesNot(room, /工资|老板|张阿姨|6万|60,000/);
    await stage.taps('喜哥', 'matter_look');
    stage.sees('喜哥', '劳资工资');
    stage.seesNot('喜哥', '老板');
    expect(await stage.tapsData('联一', `${matter.token}.matter_look`)).toContain('不归你看');
    expect(await stage.tapsData('值01', `${matter.token}.matter_look`)).toContain('不归你看');
    expect(allIn(stage, '联一')).toBe('');
    // Where others read along nothing is done, whoever taps.
    expect(await stage.tapsData('喜哥', `${matter.token}.matter_look`, '村群')).toContain('私聊');
    expect(await stage.tapsData('喜哥', `${matter.token}.matter_take`, '村群')).toContain('私聊');
    expect((await newest(stage)).ownerId).toBeNull();
    expect(allIn(stage, '村群')).toBe('');
    stage.holds('张阿姨', '你说的话、名字和电话', '先请喜哥调解室的调解员看');
    stage.holds('喜哥', '有一件事在等人接手', '看过会留记录');
    stage.holds('喜二', '有一件事在等人接手');
    stage.holds('喜三', '有一件事在等人接手');
    await stage.end();
  });

  it('nobody takes it: the joint team is asked, and then whoever can ring hears whom', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', wages);
    await stage.later(hour);
    stage.sees('联一', '你方便吗');
    stage.sees('喜哥', '这件不用接了');
    await stage.later(hour);
    stage.sees('林队', /打电话问：联一 199-0000-\d{4}、喜哥/);
    stage.sees('值01', /打电话问：联一/);
    expect(await stage.taps('联一', 'matter_take')).toContain('你接下了');
    expect((await newest(stage)).ownerId).toBe(stage.person('联一').id);
    stage.holds('张阿姨', '你说的话、名字和电话', '先请喜哥调解室的调解员看', '有调解员接手了');
    stage.holds('喜哥', '这件不用接了');
    stage.holds('喜二', '这件不用接了');
    stage.holds('喜三', '这件不用接了');
    stage.holds('联一', '你接下了', '现在：有人接手，在问各方愿不愿意');
    stage.holds('值01', '联一 接下了', '接下了');
    stage.holds('林队', '接下了');
    await stage.end();
  });

  it('everybody says that they can’t: the next room is asked at once', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', wages);
    await stage.taps('喜哥', 'matter_pass');
    await stage.taps('喜二', 'matter_conflict');
    expect(allIn(stage, '联一')).toBe('');
    await stage.taps('喜三', 'matter_pass');
    stage.sees('联一', '你方便吗');
    expect(await stage.tapsData('喜二', `${(await newest(stage)).token}.matter_take`)).toContain('这件不由你来接');
    stage.holds('张阿姨', '你说的话、名字和电话', '先请喜哥调解室的调解员看');
    stage.holds('喜哥', '有一件事在等人接手');
    stage.holds('喜二', '有一件事在等人接手');
    stage.holds('喜三', '有一件事在等人接手');
    stage.holds('联一', '有一件事在等人接手');
    stage.holds('值01', '有一件事在等人接手');
    await stage.end();
  });

  it('the mediator knows one of them after all, and another one of the room has it', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', wages);
    await stage.taps('喜哥', 'matter_take');
    expect(await stage.taps('喜哥', 'matter_conflict')).toContain('交回去了');
    stage.sees('喜哥', '这件不用接了');
    expect(await stage.tapsData('喜哥', `${(await newest(stage)).token}.matter_look`)).toContain('不归你看');
    await stage.taps('喜二', 'matter_take');
    stage.sees('张阿姨', '换了');
    stage.holds('张阿姨', '你说的话、名字和电话', '先请喜哥调解室的调解员看', '有调解员接手了', '换了一位调解员');
    stage.holds('喜哥', '这件不用接了', '这件不用接了');
    stage.holds('喜二', '你接下了', '现在：有人接手，在问各方愿不愿意');
    stage.holds('喜三', '喜二 接下了');
    await stage.end();
  });

  it('a woman is wished for, and only women are asked', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', '我要调解 老板欠我3个月工资 大概6万 想找个女调解员');
    expect((await newest(stage)).body.wish.womanMediator).toBe(true);
    stage.sees('喜二', '你方便吗');
    expect(allIn(stage, '喜哥') + allIn(stage, '喜三')).toBe('');
    stage.holds('张阿姨', '你说的话、名字和电话', '先请喜哥调解室的调解员看');
    stage.holds('喜二', '有一件事在等人接手');
    await stage.end();
  });

  it('the mediator leaves in the middle of it, and nothing lies there', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', wages);
    await stage.taps('喜哥', 'matter_take');
    await stage.does(async (work) => {
      await work.tx.people.put({ ...stage.person('喜哥'), active: false });
      await releaseLeaver(work, stage.person('喜哥').id);
    });
    await stage.later(60);
    stage.sees('喜二', '你方便吗');
    expect(await stage.taps('喜二', 'matter_take')).toContain('你接下了');
    stage.holds('张阿姨', '你说的话、名字和电话', '先请喜哥调解室的调解员看', '有调解员接手了', '换了一位调解员');
    stage.holds('喜哥', '这件不用接了', '这件不用接了');
    stage.holds('喜二', '你接下了', '现在：有人接手，在问各方愿不愿意');
    stage.holds('喜三', '喜二 接下了');
    await stage.end();
  });

  it('without buttons a number and a word do the same', async () => {
    const stage = await matterStage(database.store, { platform: 'wechat' });
    await stage.says('张阿姨', wages);
    for (let i = 0; i < 8 && (await newest(stage)).state === 'telling'; i += 1)
      await stage.says('张阿姨', (await newest(stage)).need === 'check' ? '提交' : '跳过');
    await stage.says('喜哥', '看 M-2611-0001');
    stage.sees('喜哥', '劳资工资');
    await stage.says('喜三', 'M-2611-0001 接不了');
    stage.sees('喜三', /谢谢|另外|别人/);
    await stage.says('喜哥', 'M-2611-0001 接');
    stage.sees('喜哥', '你接下了');
    await stage.says('喜二', '我来接');
    expect((await newest(stage)).ownerId).toBe(stage.person('喜哥').id);
    await stage.says('喜二', 'M-2611-0001 接');
    stage.sees('喜二', '这一步已经过了');
    await stage.says('联一', '看 M-2611-0001');
    stage.sees('联一', '不归你看');
    await stage.says('联一', '看 M-2611-9999');
    stage.seesNot('联一', '工资');
    stage.holds(
      '张阿姨',
      '你说的话、名字和电话',
      '另一方是谁',
      '一共几个人遇到这件事',
      '对调解员有要求吗',
      '我是这样记的',
      '先请喜哥调解室的调解员看',
      '有调解员接手了',
    );
    stage.holds('喜哥', '有一件事在等人接手', '看过会留记录', '你接下了', '现在：有人接手，在问各方愿不愿意');
    stage.holds('喜二', '有一件事在等人接手', '这句我没看懂', '这一步已经过了');
    stage.holds('喜三', '有一件事在等人接手', '知道了');
    stage.holds('联一', '这件不归你看', '没找到这一件');
    await stage.end();
  });

  it('two are offered and one is taken by a bare word: it is asked which', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', wages);
    await tells(stage, '李叔', wages);
    await stage.says('喜哥', '我来接');
    stage.sees(
      '喜哥',
      /说的是哪一件[\s\S]*M-2611-0001[\s\S]*M-2611-0002|说的是哪一件[\s\S]*M-2611-0002[\s\S]*M-2611-0001/,
    );
    expect((await newest(stage)).ownerId).toBeNull();
    await stage.says('喜哥', 'M-2611-0002 我来接');
    expect((await newest(stage)).ownerId).toBe(stage.person('喜哥').id);
    await stage.says('喜哥', '接不了');
    stage.seesNot('喜哥', '没看懂');
    stage.holds('张阿姨', '你说的话、名字和电话', '先请喜哥调解室的调解员看');
    stage.holds('李叔', '你说的话、名字和电话', '先请喜哥调解室的调解员看', '有调解员接手了');
    stage.holds('喜哥', '有一件事在等人接手', '你接下了', '说的是哪一件', '你接下了', '现在：有人接手', '知道了');
    for (const who of ['喜二', '喜三']) stage.holds(who, '有一件事在等人接手', '喜哥 接下了');
    await stage.end();
  });

  it('a number and a word in a group are answered with where it goes on', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', wages);
    await stage.says('喜哥', 'M-2611-0001 接', { in: '村群' });
    stage.sees('村群', 'M-2611-0001');
    stage.seesNot('村群', /工资|老板|张阿姨/);
    expect((await newest(stage)).ownerId).toBeNull();
    await stage.says('李叔', 'M-2611-0001 接', { in: '村群' });
    expect(stage.cards('村群')).toHaveLength(1);
    stage.holds('张阿姨', '你说的话、名字和电话', '先请喜哥调解室的调解员看');
    stage.holds('喜哥', '有一件事在等人接手');
    stage.holds('喜二', '有一件事在等人接手');
    stage.holds('喜三', '有一件事在等人接手');
    stage.holds('村群', 'M-2611-0001');
    await stage.end();
  });
});
