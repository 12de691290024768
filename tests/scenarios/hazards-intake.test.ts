import { afterEach, expect, it } from 'vitest';
import { hazardSubject } from '../../core/hazard.ts';
import { eachEngine } from '../support/stores.ts';
import { hazardCount, hazardOf, hazardStage, messagesIn, newestIn, people, photo, reports } from './hazard-stage.ts';
import type { Stage } from './stage.ts';
import { closeStages, eastOf } from './stage.ts';

/** How many photos the newest hazard has. */
async function photosOf(stage: Stage): Promise<number> {
  return (await stage.store.read.files.ofSubject(hazardSubject((await hazardOf(stage)).id))).length;
}

eachEngine((database) => {
  afterEach(closeStages);

  it('a photo alone is asked about once, quietly; the words after it make it a report', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '', { message: photo() });
    expect(messagesIn(stage, '张阿姨')).toBe(1);
    stage.sees('张阿姨', '登记');
    await stage.later(60);
    await stage.says('张阿姨', '永固五金的消防通道被货堵了');
    stage.sees('张阿姨', '编号 H-2611-0001');
    stage.sees('指挥群', '照片 1 张');
    expect(await photosOf(stage)).toBe(1);
    await stage.end();
  });

  it('the words come first and the photo after: one report, and the photo is not answered in words', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '永固五金的消防通道被货堵了');
    stage.sees('张阿姨', '编号 H-2611-0001');
    await stage.later(60);
    await stage.says('张阿姨', '', { message: photo() });
    expect(await photosOf(stage)).toBe(1);
    stage.sees('指挥群', '照片 1 张');
    await stage.end();
  });

  it('what is spoken is kept and asked for in words, which then make the report', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '', { message: { attachments: [{ kind: 'voice', ref: 'v1', sizeBytes: 9 }] } });
    stage.sees('张阿姨', '语音存下来了');
    await stage.says('张阿姨', '永固五金的消防通道被货堵了');
    stage.sees('张阿姨', '编号 H-2611-0001');
    stage.sees('指挥群', '待定级');
    const kept = await stage.store.read.files.ofSubject(hazardSubject((await hazardOf(stage)).id));
    expect(kept.map(({ attachment }) => attachment.kind)).toEqual(['voice']);
    await stage.end();
  });

  it('asking back where is no answer to where; that nobody can say is one', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '飞线充电 太危险了');
    stage.sees('张阿姨', '在哪里');
    for (const words of ['在哪里', '啊', '。']) await stage.says('张阿姨', words);
    expect(await hazardCount(stage)).toBe(0);
    await stage.says('张阿姨', '说不清在哪');
    stage.sees('张阿姨', '编号 H-2611-0001');
    stage.holds('张阿姨', '收到，谢谢你！编号 H-2611-0001。', '这句我没看懂。', '这句我没看懂。', '这句我没看懂。');
    stage.holds('指挥群', '待定级：电动车违规充电 · H-2611-0001');
    await stage.end();
  });

  it('an album is one report, and asked about once', async () => {
    const stage = await hazardStage(database.store);
    for (let i = 0; i < 4; i += 1) await stage.says('张阿姨', '', { message: { ...photo(), albumId: 'a1' } });
    expect(messagesIn(stage, '张阿姨')).toBe(1);
    await stage.taps('张阿姨', 'hazard_file');
    stage.sees('张阿姨', '是什么问题');
    await stage.taps('张阿姨', 'hazard_kind', { value: 'fire_exit' });
    stage.sees('张阿姨', '在哪里');
    await stage.says('张阿姨', '永固五金');
    stage.sees('张阿姨', '编号 H-2611-0001');
    expect(await photosOf(stage)).toBe(4);
    stage.sees('指挥群', '照片 4 张');
    expect(await hazardCount(stage)).toBe(1);
    await stage.end();
  });

  it('a location before the words, and one after them, is where it is', async () => {
    const stage = await hazardStage(database.store);
    const here = { ...eastOf(800), live: false };
    await stage.says('张阿姨', '', { message: { position: here } });
    await stage.says('张阿姨', '这里电线乱拉，充电的线都飞在外面');
    stage.sees('张阿姨', '编号 H-2611-0001');
    expect((await hazardOf(stage)).position?.lon).toBeCloseTo(here.lon, 5);
    stage.sees('指挥群', '待定级');
    await stage.says('李叔', '路灯坏了');
    stage.sees('李叔', '在哪里');
    await stage.says('李叔', '', { message: { position: { ...eastOf(1_600), live: false } } });
    stage.sees('李叔', '编号 H-2611-0002');
    expect((await hazardOf(stage)).position?.lon).toBeCloseTo(eastOf(1_600).lon, 5);
    stage.sees('李叔', '上桥村附近（发来的定位）');
    expect(stage.sees('指挥群', 'H-2611-0002')).toContain('地点：上桥村附近（发来的定位）');
    await stage.end();
  });

  it('a position in the sea is said to be one, and moves nothing', async () => {
    const stage = await hazardStage(database.store);
    const sea = { message: { position: { lat: 10, lon: 100, live: false } } };
    await stage.says('李叔', '路灯坏了');
    await stage.says('李叔', '', sea);
    stage.sees('李叔', '在哪里');
    stage.sees('李叔', '怕是定位偏了');
    expect(await hazardCount(stage)).toBe(0);
    await stage.says('李叔', '上桥村口');
    await stage.says('李叔', '', sea);
    expect(await hazardOf(stage)).toMatchObject({ placeWords: '上桥村口', position: null });
    stage.holds('李叔', '编号 H-2611-0001', '怕是定位偏了', '怕是定位偏了');
    await stage.says('张阿姨', '', sea);
    await stage.says('张阿姨', '飞线充电');
    stage.sees('张阿姨', '在哪里');
    stage.sees('指挥群', 'H-2611-0001');
    await stage.end();
  });

  it('two reports of one person at once are kept apart', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '永固五金的消防通道被货堵了');
    await stage.says('张阿姨', '上桥村口的路灯坏了');
    stage.sees('张阿姨', 'H-2611-0001');
    stage.sees('张阿姨', 'H-2611-0002');
    stage.sees('指挥群', 'H-2611-0001');
    stage.sees('指挥群', 'H-2611-0002');
    expect((await hazardOf(stage)).kinds).toEqual(['street_light']);
    await stage.end();
  });

  it('a report that was left is gone on with after the program was restarted, by the bare words', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '飞线充电 太危险了');
    stage.sees('张阿姨', '在哪里');
    await stage.restart();
    await stage.later(3 * 3_600);
    await stage.says('张阿姨', '报隐患');
    expect(newestIn(stage, '张阿姨')).toContain('在哪里');
    await stage.says('张阿姨', '永固五金');
    stage.sees('张阿姨', '编号 H-2611-0001');
    stage.sees('指挥群', '待定级');
    await stage.end();
  });

  it('what asks becomes the number; after hours the number comes below, where it is seen', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '飞线充电 太危险了');
    await stage.says('张阿姨', '永固五金');
    stage.holds('张阿姨', '收到，谢谢你！编号 H-2611-0001。');
    await stage.says('李叔', '路灯坏了');
    await stage.later(2 * 3_600);
    await stage.says('李叔', '上桥村口');
    stage.holds('李叔', '✅ 已登记，编号 H-2611-0002', '收到，谢谢你！编号 H-2611-0002。');
    stage.sees('指挥群', 'H-2611-0001');
    stage.sees('指挥群', 'H-2611-0002');
    await stage.end();
  });

  it('on WeChat the number follows the question at once', async () => {
    const stage = await hazardStage(database.store, { cast: people('wechat') });
    await stage.says('张阿姨', '飞线充电 太危险了');
    await stage.says('张阿姨', '永固五金');
    stage.holds('张阿姨', '在哪里', '收到，谢谢你！编号 H-2611-0001。');
    stage.sees('指挥群', 'H-2611-0001');
    await stage.end();
  });

  it('nobody completes it: it ends by itself with a word', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '路灯坏了');
    await stage.later(13 * 3_600);
    stage.sees('张阿姨', '先收起来了');
    expect(await hazardCount(stage)).toBe(0);
    await stage.end();
  });

  it('算了 drops it, and 说不清 registers it for a human to find', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '路灯坏了');
    await stage.says('张阿姨', '算了');
    stage.sees('张阿姨', '没有登记');
    expect(await hazardCount(stage)).toBe(0);
    await stage.says('李叔', '路灯坏了');
    await stage.says('李叔', '说不清');
    stage.sees('李叔', '编号 H-2611-0001');
    stage.sees('指挥群', '地点：还不清楚');
    stage.holds('张阿姨', '好的，没有登记。');
    stage.holds('李叔', '收到，谢谢你！编号 H-2611-0001。');
    stage.holds('指挥群', '待定级：路灯 · H-2611-0001');
    await stage.end();
  });

  it('a fire in the middle of it is an emergency, with the photo and the place that were told', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '报隐患 QY-0217', { message: photo() });
    stage.sees('张阿姨', '是什么问题');
    await stage.says('张阿姨', '着火了！！浓烟');
    stage.sees('张阿姨', '119');
    const incident = await stage.incident();
    expect(incident).toMatchObject({ kind: 'fire', placeWords: '永固五金', state: 'reported' });
    expect(await stage.store.read.files.ofIncident(incident.id)).toHaveLength(1);
    stage.sees('指挥群', '永固五金');
    expect(await hazardCount(stage)).toBe(0);
    const timers = await stage.store.read.timers.upcoming(20);
    expect(timers.map(({ kind }) => kind)).not.toContain('hazard_draft');
    stage.holds('张阿姨', '已转为紧急情况，先救急。', '紧急请直接拨打 110/119/120');
    stage.holds('指挥群', '待确认：火灾 · I-2611-0001');
    await stage.end();
  });

  it('a sign on the wall opens a report that knows its place', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '', { message: { start: 'p_QY-0217' } });
    stage.sees('张阿姨', '永固五金');
    await stage.taps('张阿姨', 'hazard_kind', { value: 'electrical' });
    stage.sees('张阿姨', '编号 H-2611-0001');
    const hazard = await hazardOf(stage);
    expect(hazard).toMatchObject({ kinds: ['electrical'], placeWords: '永固五金' });
    expect((await stage.store.read.hazards.reports(hazard.id))[0]?.via).toBe('place_code');
    stage.sees('指挥群', '永固五金');
    await stage.end();
  });

  it('kinds are turned through page by page, and a kind that is none of ours is stale', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '', { message: { start: 'p_QY-0217' } });
    await stage.taps('张阿姨', 'hazard_kind', { value: 'all' });
    await stage.taps('张阿姨', 'hazard_kind', { value: 'work' });
    const { token } = stage.action('张阿姨', 'hazard_kind', 'spraying');
    const forged = await stage.tapsData('李叔', `${token}.hazard_kind.spraying`);
    expect(forged).toContain('不是');
    expect(forged).not.toContain('张阿姨');
    expect(await stage.tapsData('张阿姨', `${token}.hazard_kind.nonsense`)).not.toContain('编号');
    await stage.taps('张阿姨', 'hazard_kind', { value: 'spraying' });
    expect((await hazardOf(stage)).kinds).toEqual(['spraying']);
    expect(await stage.tapsData('张阿姨', `${token}.hazard_kind.spraying`)).toContain('H-2611-0001');
    expect(await hazardCount(stage)).toBe(1);
    stage.holds('张阿姨', '收到，谢谢你！编号 H-2611-0001。');
    stage.holds('指挥群', '待定级：喷涂作业 · H-2611-0001');
    await stage.end();
  });

  it('who tells anonymously is in no group, no trace and on no card', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '匿名举报 永固五金的消防通道锁住了，别说是我报的');
    stage.sees('张阿姨', '不会让别人知道是你报的');
    const hazard = await hazardOf(stage);
    await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'ordinary' });
    await stage.taps('网01', 'hazard_accept', { value: 'spot' });
    stage.sees('张阿姨', '有人接下了');
    stage.sees('指挥群', '整改中');
    stage.sees('网01', '疏散通道堵塞');
    for (const room of ['指挥群', '网01', '林队', '村群']) stage.seesNot(room, /张阿姨/);
    const trace = await stage.store.read.trace.of(`hazard:${hazard.id}`);
    expect(trace.map(({ actorId }) => actorId)).not.toContain(stage.person('张阿姨').id);
    await stage.end();
  });

  it('a 接龙 of hazards is one report a line, answered once; the next copy brings only its own line', async () => {
    const stage = await hazardStage(database.store);
    await stage.group('巡防群', 'patrol', 'telegram');
    const list = '隐患排查接龙\n1. 永固五金A3车间 灭火器少2个\n2. 永固五金食堂 煤气罐软管老化\n3. 永固五金宿舍 正常';
    await stage.says('张阿姨', list, { in: '巡防群' });
    expect(await hazardCount(stage)).toBe(2);
    stage.sees('巡防群', /H-2611-0001.*H-2611-0002/);
    await stage.says('李叔', `${list}\n4. 永固五金仓库 消防通道堵了`, { in: '巡防群' });
    expect(await hazardCount(stage)).toBe(3);
    stage.sees('巡防群', 'H-2611-0003');
    expect(messagesIn(stage, '巡防群')).toBe(2);
    stage.holds('巡防群', '已登记，编号 H-2611-0001 · H-261', '已登记，编号 H-2611-0003，谢谢！');
    stage.holds(
      '指挥群',
      '待定级：消防设施 · H-2611-0001',
      '待定级：燃气 · H-2611-0002',
      '待定级：疏散通道堵塞 · H-2611-0003',
    );
    await stage.end();
  });

  it('a report by somebody who is new is taken as it is', async () => {
    const stage = await hazardStage(database.store);
    await reports(stage, '路人', '永固五金门口的消防栓漏水了');
    stage.sees('路人', '编号 H-2611-0001');
    stage.sees('指挥群', '待定级');
    await stage.end();
  });
});
