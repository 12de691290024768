import { afterEach, describe, expect, it } from 'vitest';
import { partyOf } from '../../core/party.ts';
import { allIn, matterStage, newest, people, tells } from '../scenarios/matter-stage.ts';
import { closeStages, textOf, type Stage } from '../scenarios/stage.ts';
import { freshDatabase } from '../support/stores.ts';

const database = freshDatabase('sqlite');
afterEach(closeStages);

/** 喜哥 has the dispute of 张阿姨 and 李叔, and both agree. */
async function accepted(): Promise<Stage> {
  const phones: Readonly<Record<string, string>> = { 张阿姨: '13800000001', 李叔: '13800000002' };
  const cast = people().map((one) => ({ ...one, phone: phones[one.name] ?? '' }));
  const stage = await matterStage(database.store, { cast });
  await tells(stage, '张阿姨', '我要调解 李叔借了我5000块一直不还 他电话13800000002');
  await stage.taps('喜哥', 'matter_take');
  await stage.taps('李叔', 'matter_consent', { value: 'yes' });
  return stage;
}
const lastOf = (stage: Stage, who: string): string => stage.cards(who).map(textOf).at(-1) ?? '';
const sessions = async (stage: Stage) => (await newest(stage)).body.sessions;

describe('the words of whoever has a dispute', () => {
  it('count in their direct chat alone', async () => {
    const stage = await accepted();
    await stage.group('调解群', 'mediation', 'telegram');
    for (const words of ['周三下午3点或者周四上午10点', '备注 李叔：他其实有钱', '谈不拢'])
      await stage.says('喜哥', words, { in: '调解群' });
    expect(stage.cards('调解群')).toEqual([]);
    expect(await newest(stage)).toMatchObject({ state: 'accepted', body: { sessions: [] } });
    expect(await database.store.read.matters.notes((await newest(stage)).id)).toEqual([]);
  });

  it('count from nobody else, though they name the number', async () => {
    const stage = await accepted();
    const { number, id } = await newest(stage);
    for (const who of ['喜二', '李叔', '张阿姨', '值01']) {
      await stage.says(who, `${number} 周三下午3点或者周四上午10点`);
      await stage.says(who, `${number} 备注 李叔：他其实有钱`);
      await stage.says(who, `${number} 谈不拢 算了`);
    }
    const matter = await database.store.read.matters.byId(id);
    expect(matter).toMatchObject({ state: 'accepted', body: { sessions: [] } });
    const notes = await database.store.read.matters.notes(id);
    expect(notes.filter(({ byId }) => byId === stage.person('喜二').id)).toEqual([]);
  });

  it.each(['约时间 周三下午3点或者周四上午10点', '约时间：周三下午3点，周四上午10点'])(
    'propose times behind the number and the button’s word: %s',
    async (words) => {
      const stage = await accepted();
      await stage.says('喜哥', `${(await newest(stage)).number} ${words}`);
      expect((await sessions(stage)).map(({ times }) => times.length)).toEqual([2]);
    },
  );

  it.each(['好的', '谢谢', '在吗', '[微笑]', '今晚我来不了', '明天的会几点开'])(
    'that are about something else change nothing: %s',
    async (words) => {
      const stage = await accepted();
      await stage.says('喜哥', words);
      expect(await newest(stage)).toMatchObject({ state: 'accepted', body: { sessions: [] } });
    },
  );

  it('of what was are a note, however grave; of what goes on now are an emergency', async () => {
    const stage = await accepted();
    await stage.says('喜哥', '备注 李叔：去年他拿刀砍过人');
    expect(allIn(stage, '指挥群')).toBe('');
    expect(await database.store.read.matters.notes((await newest(stage)).id)).toMatchObject([{ side: 'b' }]);
    await stage.says('喜哥', '西塘工业区着火了 有人被困 快来');
    expect(allIn(stage, '指挥群')).toContain('西塘工业区');
  });

  it('which times cannot be are told, and the next words are still times', async () => {
    const stage = await accepted();
    await stage.taps('喜哥', 'matter_times');
    await stage.says('喜哥', '今天下午3点');
    expect(lastOf(stage, '喜哥')).toContain('已经过了');
    await stage.says('喜哥', '看情况吧');
    expect(lastOf(stage, '喜哥')).toContain('周三下午3点');
    await stage.says('喜哥', '2月30日上午10点');
    expect(lastOf(stage, '喜哥')).toContain('没找到这个日子');
    await stage.says('喜哥', '周三下午3点');
    expect(await sessions(stage)).toMatchObject([{ state: 'proposed' }]);
  });

  it('who did not come is asked with buttons when nobody is named', async () => {
    const stage = await accepted();
    await stage.says('喜哥', '定在明天上午10点');
    await stage.daysLater(1);
    await stage.says('喜哥', '没来');
    await stage.taps('喜哥', 'matter_absent', { value: 'b' });
    expect(await sessions(stage)).toMatchObject([{ state: 'missed', absent: ['b'] }]);
  });

  it('rest, go on, and more time', async () => {
    const stage = await accepted();
    await stage.says('喜哥', '暂停 等鉴定');
    expect(await newest(stage)).toMatchObject({ state: 'suspended', body: { suspended: { words: '等鉴定' } } });
    await stage.says('喜哥', '继续');
    await stage.says('喜哥', '延长两周');
    expect((await newest(stage)).body.extension).toMatchObject({ askedDays: 14 });
    for (const who of ['张阿姨', '李叔']) await stage.taps(who, 'matter_extend', { value: 'yes' });
    expect((await newest(stage)).body.extension).toMatchObject({ askedDays: 0, agreed: ['a', 'b'] });
  });

  it('say for a side that was rung what it said', async () => {
    const stage = await accepted();
    await stage.says('喜哥', '周三下午3点或者周四上午10点');
    await stage.says('喜哥', '李叔周四可以');
    expect(await sessions(stage)).toMatchObject([{ state: 'proposed' }]);
    await stage.says('喜哥', '对方 周四上午10点');
    await stage.says('喜哥', 'A方都可以');
    expect(await sessions(stage)).toMatchObject([{ state: 'booked', startsAt: Date.UTC(2026, 10, 26, 2) }]);
  });

  it('two tellings that are one are joined by whoever has both', async () => {
    const stage = await accepted();
    const first = await newest(stage);
    const second = await tells(stage, '联一', '我要调解 张阿姨借给我的钱 她说我一直不还 其实还了');
    await stage.says('喜哥', `${first.number} 合并 ${second.number}`);
    expect(lastOf(stage, '喜哥')).toContain('没找到');
    await stage.taps('喜哥', 'matter_take');
    await stage.says('喜哥', `${first.number} 合并 ${second.number}`);
    expect(await newest(stage)).toMatchObject({ id: second.id, state: 'archived', door: 'merged' });
    const joined = await database.store.read.matters.byId(first.id);
    expect(partyOf(joined?.body.parties ?? [], 'b')).toMatchObject({ consent: 'yes' });
  });
});
