import { afterEach, expect, it } from 'vitest';
import { hazardSubject } from '../../core/hazard.ts';
import type { InboundMessage, Quote } from '../../core/message.ts';
import type { KeptFile } from '../../core/ports/files.ts';
import { eachEngine } from '../support/stores.ts';
import { hazardCount, hazardOf, hazardStage, messagesIn, people, photo } from './hazard-stage.ts';
import type { Stage } from './stage.ts';
import { closeStages, eastOf } from './stage.ts';

async function filesOf(stage: Stage): Promise<KeptFile[]> {
  return stage.store.read.files.ofSubject(hazardSubject((await hazardOf(stage)).id));
}

async function tellersOf(stage: Stage): Promise<(string | undefined)[]> {
  const reports = await stage.store.read.hazards.reports((await hazardOf(stage)).id);
  const people = await stage.store.read.people.byIds(reports.flatMap(({ personId }) => personId ?? []));
  return reports.map(({ personId }) => people.find(({ id }) => id === personId)?.name);
}

eachEngine((database) => {
  afterEach(closeStages);

  /** Somebody sends something into the village's group, and here is how it is quoted. */
  async function sends(stage: Stage, who: string, text: string, message: Partial<InboundMessage> = {}): Promise<Quote> {
    const messageId = `of ${who} ${text}${message.albumId ?? ''}${String(message.attachments?.[0]?.ref)}`;
    const at = stage.clock.now();
    await stage.says(who, text, { in: '村群', message: { messageId, ...message } });
    const position = message.position === undefined ? {} : { position: message.position };
    return { messageId, text, authorId: who, at, ...position };
  }
  const registers = (stage: Stage, who: string, quote: Quote, more: Partial<InboundMessage> = {}): Promise<void> =>
    stage.says(who, '登记', { in: '村群', message: { quote, ...more } });

  it('the quoted album, its words and its position come along, and whoever told hears how it goes on', async () => {
    const stage = await hazardStage(database.store);
    const position = { ...eastOf(420), live: false };
    const quote = await sends(stage, '李叔', '消防栓在漏水', { ...photo(), albumId: 'a', position });
    await sends(stage, '李叔', '', { ...photo(), albumId: 'a' });
    await registers(stage, '网01', quote);
    expect(await hazardOf(stage)).toMatchObject({ kinds: ['fire_equipment'], words: '消防栓在漏水' });
    expect((await hazardOf(stage)).position?.lon).toBeCloseTo(position.lon);
    const files = await filesOf(stage);
    expect(files.map(({ personId }) => personId)).toEqual([stage.person('李叔').id, stage.person('李叔').id]);
    expect(await tellersOf(stage)).toEqual(['李叔']);
    expect(stage.sees('村群', '隐患：')).toContain('编号 H-2611-0001');
    stage.seesNot('村群', /李叔|网01/);
    stage.sees('指挥群', '照片 2 张');
    const trace = await stage.store.read.trace.of(hazardSubject((await hazardOf(stage)).id));
    expect(trace.find(({ what }) => what === 'reported')?.actorId).toBe(stage.person('网01').id);
    await stage.taps('值01', 'hazard_reject', { in: '指挥群' });
    stage.sees('李叔', 'H-2611-0001');
    expect(messagesIn(stage, '网01')).toBe(0);
    await stage.end();
  });

  it('photos that the author sent beside the words belong to them, what others sent does not', async () => {
    const stage = await hazardStage(database.store);
    await sends(stage, '李叔', '', photo());
    await sends(stage, '网01', '', photo());
    await sends(stage, '网02', '', photo());
    const quote = await sends(stage, '李叔', '永固五金那边的消防栓漏水了');
    await sends(stage, '李叔', '', photo());
    await registers(stage, '网01', quote);
    expect((await filesOf(stage)).map(({ personId }) => personId)).toEqual(Array(2).fill(stage.person('李叔').id));
    expect(stage.sees('村群', '隐患：')).toContain('编号 H-2611-0001');
    stage.sees('指挥群', '照片 2 张');
    await stage.end();
  });

  it('one’s own message anybody registers; somebody else’s no resident does', async () => {
    const stage = await hazardStage(database.store);
    const quote = await sends(stage, '李叔', '永固五金那边的消防栓漏水了', photo());
    await registers(stage, '张阿姨', quote);
    expect(await hazardCount(stage)).toBe(0);
    await registers(stage, '李叔', quote);
    expect(await filesOf(stage)).toHaveLength(1);
    expect(await tellersOf(stage)).toEqual(['李叔']);
    expect(stage.sees('村群', '隐患：')).toContain('编号 H-2611-0001');
    stage.sees('指挥群', '照片 1 张');
    await stage.end();
  });

  it('a photo without words: whoever registers is asked what it is, and the photo’s sender has told it', async () => {
    const stage = await hazardStage(database.store);
    const quote = await sends(stage, '李叔', '', { ...photo(), position: { ...eastOf(900), live: false } });
    await registers(stage, '网01', quote);
    await stage.taps('网01', 'hazard_kind', { in: '村群', value: 'street_light' });
    expect(await hazardOf(stage)).toMatchObject({ kinds: ['street_light'] });
    expect(await tellersOf(stage)).toEqual(['李叔']);
    expect(await filesOf(stage)).toHaveLength(1);
    // More of it by its teller is more of it.
    await stage.says('李叔', '', { in: '村群', message: photo() });
    expect(await filesOf(stage)).toHaveLength(2);
    stage.sees('村群', '隐患：路灯');
    stage.sees('指挥群', '照片 2 张');
    await stage.end();
  });

  it('what the bot had offered already becomes that one hazard', async () => {
    const stage = await hazardStage(database.store);
    const quote = await sends(stage, '张阿姨', '永固五金的消防通道被货堵死了，太危险了', photo());
    stage.sees('村群', '登记为隐患？');
    await registers(stage, '网01', quote);
    expect(await hazardCount(stage)).toBe(1);
    expect(await tellersOf(stage)).toEqual(['张阿姨']);
    expect(await filesOf(stage)).toHaveLength(1);
    stage.seesNot('村群', '登记为隐患？');
    stage.sees('村群', '隐患：疏散通道堵塞');
    stage.sees('指挥群', '待定级');
    await stage.end();
  });

  it('a photo of what has its number already is answered with it', async () => {
    const stage = await hazardStage(database.store);
    const quote = await sends(stage, '李叔', '永固五金那边的消防栓漏水了');
    await registers(stage, '网01', quote);
    const later = await sends(stage, '李叔', '', { ...photo(), quote });
    await registers(stage, '网02', later);
    stage.sees('村群', '已有人报过，编号 H-2611-0001');
    expect(await hazardCount(stage)).toBe(1);
    stage.holds('村群', '隐患：消防设施', '已有人报过，编号 H-2611-0001，你看到的也');
    stage.holds('指挥群', '待定级：消防设施 · H-2611-0001');
    await stage.end();
  });

  it('a photo from before the bot heard everything comes with the quote', async () => {
    const stage = await hazardStage(database.store);
    const quote = { messageId: 'old', text: '永固五金的消防栓漏水', authorId: '李叔', ...photo(), albumId: 'a' };
    await registers(stage, '网01', quote);
    const [file] = await filesOf(stage);
    expect(file).toMatchObject({ messageId: 'old', personId: stage.person('李叔').id, albumId: 'a' });
    stage.holds('村群', '隐患：消防设施');
    stage.holds('指挥群', '待定级：消防设施 · H-2611-0001');
    await stage.end();
  });

  it('on WeChat [图片] means the latest photo where only one person sent any', async () => {
    const stage = await hazardStage(database.store, { platform: 'wechat', cast: people('wechat') });
    await stage.group('微信群', 'village', 'wechat');
    const quote = { text: '[图片]' };
    await stage.says('李叔', '', { in: '微信群', message: photo() });
    await stage.says('网01', '登记', { in: '微信群', message: { quote } });
    stage.sees('微信群', '照片 1 张');
    await stage.says('网01', '路灯不亮', { in: '微信群' });
    await stage.says('网01', '上桥村36号', { in: '微信群' });
    expect(await tellersOf(stage)).toEqual(['李叔']);
    expect(await filesOf(stage)).toHaveLength(1);
    await stage.says('李叔', '', { in: '微信群', message: photo() });
    await stage.says('张阿姨', '', { in: '微信群', message: photo() });
    stage.holds('指挥群', '待定级：路灯 · H-2611-0001');
    stage.holds('微信群', '已记下：照片 1 张', '已记下：路灯 · 照片 1 张', '隐患：路灯');
    await stage.end();
  });
});
