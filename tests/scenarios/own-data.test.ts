import { describe, expect, it } from 'vitest';
import { personalDataOf } from '../../handlers/people/export-data.ts';
import { finishErasing } from '../../handlers/people/erase-data.ts';
import { forgetMatters } from '../../handlers/matter/forget-matters.ts';
import { forgetOld } from '../../jobs/forget-old.ts';
import { forgetPeople } from '../../jobs/forget-people.ts';
import { rawContent, readableIn } from '../support/raw-content.ts';
import { eachEngine } from '../support/stores.ts';
import { matterStage, newest, tells } from './matter-stage.ts';
import type { Stage } from './stage.ts';

const wages = '我要调解 厂里欠我工资 18600元 三个月没发';
const tables = ['people', 'identities', 'rooms', 'inbox', 'positions', 'matters', 'notices'];

/** What the program does by the calendar. */
async function tidy(stage: Stage): Promise<void> {
  await forgetPeople(stage.store, (tx, erasure) => finishErasing(stage.bot.workIn(tx), erasure));
}

const idOf = (stage: Stage, name: string) => stage.person(name).id;

eachEngine((database) => {
  describe('one’s own data', () => {
    it('whoever does not agree is not kept: what they were telling goes at once, and the next one asks anew', async () => {
      const stage = await matterStage(database.store);
      await stage.says('张阿姨', wages);
      await stage.says('张阿姨', '不同意');
      stage.sees('张阿姨', '这件不办，也不留了');
      expect(await newest(stage)).toMatchObject({
        body: { facts: [], parties: [] },
        forgottenAt: expect.any(Number) as number,
      });
      const id = idOf(stage, '张阿姨');
      expect(await stage.store.read.personalData.consent(id)).toBeNull();
      await stage.says('张阿姨', '我要调解 邻居漏水');
      expect(stage.cards('张阿姨').filter(({ title }) => title === '先说一声')).toHaveLength(2);
      // Once handed in, the same words are said of something else.
      await tells(stage, '张阿姨', wages);
      await stage.says('张阿姨', '不同意');
      expect((await newest(stage)).forgottenAt).toBeNull();
    });

    it('is told of once, before the first private matter, in the direct chat, and handing in is agreeing', async () => {
      const stage = await matterStage(database.store);
      await tells(stage, '张阿姨', wages);
      stage.sees('张阿姨', /先说一声[\s\S]*我的数据/);
      const id = idOf(stage, '张阿姨');
      const consent = await stage.store.read.personalData.consent(id);
      expect(consent?.agreedAt).not.toBeNull();
      expect((await stage.store.read.trace.of(`person:${id}`)).map(({ what }) => what)).toEqual(['consent_given']);
      await stage.says('张阿姨', '不调解了');
      await tells(stage, '张阿姨', '我要调解 邻居漏水');
      expect(stage.cards('张阿姨').filter(({ title }) => title === '先说一声')).toHaveLength(1);
      stage.holds(
        '张阿姨',
        '你说的话、名字和电话',
        '先请喜哥调解室的调解员看',
        '提出的一方不想继续了',
        '先请联合调解团队的调解员看',
      );
      stage.holds('喜哥', '这件不用接了');
      stage.holds('喜二', '这件不用接了');
      stage.holds('喜三', '这件不用接了');
      stage.holds('联一', '有一件事在等人接手');
      stage.holds('值01', '有一件事在等人接手');
      await stage.end();
    });

    it('can be agreed to with a tap, or in words, and it is kept once', async () => {
      const stage = await matterStage(database.store);
      await stage.says('张阿姨', '我要调解');
      expect(await stage.taps('张阿姨', 'data_agree')).toContain('好');
      await stage.says('张阿姨', '同意保存');
      stage.sees('张阿姨', '好，谢谢');
      expect(await stage.store.read.trace.of(`person:${idOf(stage, '张阿姨')}`)).toHaveLength(1);
      stage.holds('张阿姨', '你说的话、名字和电话', '慢慢说', '好');
      await stage.end();
    });

    it('is given to whoever asks, in every table, and nothing of others', async () => {
      const stage = await matterStage(database.store);
      await tells(stage, '张阿姨', wages);
      await stage.says('喜哥', '我这里很安静');
      await stage.says('张阿姨', '我的数据');
      stage.sees('张阿姨', '你的数据');
      const data = await personalDataOf(stage.store.read, { id: idOf(stage, '张阿姨') });
      expect(data.person).toMatchObject([{ name: '张阿姨' }]);
      expect(data.identity).toMatchObject([{ platform: 'telegram', state: 'open' }]);
      expect(data.message.map(({ words }) => words)).toContain(wages);
      expect(data.matter).toMatchObject([{ number: 'M-2611-0001', kind: 'dispute' }]);
      expect(data.matter[0]?.standing).toContain('teller');
      expect(JSON.stringify(data.matter)).toContain('三个月没发');
      expect(JSON.stringify(data)).not.toMatch(/喜哥|我这里很安静/);
      const others = await personalDataOf(stage.store.read, { id: idOf(stage, '喜哥') });
      expect(JSON.stringify(others)).not.toMatch(/张阿姨|欠我工资/);
      stage.holds('张阿姨', '你说的话、名字和电话', '先请喜哥调解室的调解员看', '点开下面的链接下载');
      stage.holds('喜哥', '有一件事在等人接手', '这句我没看懂');
      stage.holds('喜二', '有一件事在等人接手');
      stage.holds('喜三', '有一件事在等人接手');
      await stage.end();
    });

    it('asked for in a group comes to the direct chat, and the group hears nothing', async () => {
      const stage = await matterStage(database.store);
      await stage.group('上桥村群', 'village', 'telegram');
      await stage.says('张阿姨', '你好');
      await stage.says('张阿姨', '我的数据', { in: '上桥村群' });
      stage.sees('张阿姨', '你的数据');
      expect(stage.cards('上桥村群')).toEqual([]);
      stage.holds('张阿姨', '· “西塘工业区着火了', '点开下面的链接下载');
      await stage.end();
    });

    it('is erased after a second tap: messages, name, phone and chats go, and the chains stay whole', async () => {
      const stage = await matterStage(database.store);
      await stage.says('张阿姨', '早上好，我住上桥村');
      const { id } = stage.person('张阿姨');
      const before = await stage.store.read.people.byId(id);
      if (before === null) throw new Error('She is known');
      await stage.store.transaction((tx) => tx.people.put({ ...before, callSign: null, phone: '13900007777' }));
      await stage.says('张阿姨', '删除我的数据');
      stage.sees('张阿姨', '真的要删吗');
      expect(await stage.taps('张阿姨', 'data_erase_sure')).toContain('都删了');
      await tidy(stage);
      expect(await stage.store.read.people.byId(id)).toMatchObject({ name: '', phone: '', base: null });
      expect(await stage.store.read.people.identitiesOf(id)).toEqual([]);
      expect((await personalDataOf(stage.store.read, { id })).message).toEqual([]);
      expect((await stage.store.read.trace.verify()).broken).toEqual([]);
      // Whoever comes back is somebody new.
      await stage.says('张阿姨', '你好');
      expect((await stage.store.read.people.bySender('telegram', '张阿姨'))?.person.id).not.toBe(id);
      // SQLite's log keeps what was written until it is copied into the file.
      stage.holds('张阿姨', '可以这样说', '真的要删吗', '我是东城的群防机器人');
      await stage.end();
      await database.store.close();
      expect(readableIn(await rawContent(database, tables), ['我住上桥村', '13900007777'])).toEqual([]);
    });

    it('of an open matter stays until that ends, and goes by itself then', async () => {
      const stage = await matterStage(database.store);
      await tells(stage, '张阿姨', wages);
      const { id } = stage.person('张阿姨');
      await stage.says('张阿姨', '删除我的数据');
      expect(await stage.taps('张阿姨', 'data_erase_sure')).toContain('还有 1 件没办完');
      await tidy(stage);
      expect(await stage.store.read.people.identitiesOf(id)).toHaveLength(1);
      expect((await personalDataOf(stage.store.read, { id })).matter).toHaveLength(1);
      const open = await newest(stage);
      await stage.store.transaction((tx) =>
        tx.matters.put({ ...open, state: 'archived', outcome: 'failed', endedAt: 1, archivedAt: 1 }),
      );
      await tidy(stage);
      expect(await stage.store.read.people.identitiesOf(id)).toEqual([]);
      expect((await personalDataOf(stage.store.read, { id })).matter).toEqual([]);
      expect(await stage.store.read.personalData.erasures()).toEqual([]);
      stage.holds('张阿姨', '你说的话、名字和电话', '先请喜哥调解室的调解员看', '名字、电话、说过的话都会删掉');
      stage.holds('喜哥', '有一件事在等人接手');
      stage.holds('喜二', '有一件事在等人接手');
      stage.holds('喜三', '有一件事在等人接手');
      await stage.end();
    });

    it('of somebody on an order is not erased before it is over', async () => {
      const stage = await matterStage(database.store, {
        cast: [
          { name: '张阿姨', roles: ['resident'] },
          { name: '值01', roles: ['duty_officer'], duty: 'on_duty' },
          { name: '东01', skills: ['surface_water'] },
        ],
      });
      await stage.says('张阿姨', '有小孩掉河里了！西塘工业区后面 快来人');
      await stage.taps('值01', 'confirm', { in: '指挥群' });
      await stage.taps('值01', 'call_out', { in: '指挥群' });
      await stage.says('东01', '删除我的数据');
      expect(await stage.taps('东01', 'data_erase_sure')).toContain('先结束任务');
      expect(await stage.store.read.people.identitiesOf(idOf(stage, '东01'))).toHaveLength(1);
      stage.holds('张阿姨', '已报值班员', 'I-2611-0001');
      stage.holds('指挥群', '“有小孩掉河里了');
      stage.holds('救援群', '地点');
      stage.holds('东01', '地点', '名字、电话、说过的话都会删掉');
      await stage.end();
    });
  });

  describe('what is past its time', () => {
    it('goes by itself: updates, notices and positions, and the trace says how much', async () => {
      const stage = await matterStage(database.store);
      await stage.says('张阿姨', '早上好，我住上桥村');
      await stage.isAt('张阿姨', 100);
      const keep = { messages: 365, notices: 365, positions: 30, drafts: 30 };
      await stage.daysLater(31);
      await forgetOld(stage.store, stage.clock, keep);
      expect(await stage.store.read.people.lastPosition(idOf(stage, '张阿姨'))).toBeNull();
      expect((await stage.store.read.trace.of('zone')).at(-1)).toMatchObject({ what: 'data_forgotten' });
      await forgetOld(stage.store, { now: () => stage.clock.now() + 366 * 86_400_000 }, keep);
      expect((await personalDataOf(stage.store.read, { id: idOf(stage, '张阿姨') })).message).toEqual([]);
      expect(await stage.store.read.outbox.depth()).toEqual([]);
      stage.holds('张阿姨', '· “西塘工业区着火了');
      await stage.end();
    });

    it('of a matter leaves a tombstone, and its files are given up', async () => {
      const stage = await matterStage(database.store);
      await tells(stage, '张阿姨', wages);
      const matter = await newest(stage);
      await stage.store.transaction((tx) =>
        tx.matters.put({ ...matter, state: 'archived', archivedAt: 1, forgetAt: stage.clock.now() }),
      );
      await stage.store.transaction((tx) => forgetMatters(stage.bot.workIn(tx)));
      expect(await newest(stage)).toMatchObject({ number: matter.number, tellerId: null, body: { facts: [] } });
      expect((await stage.store.read.trace.of(`matter:${matter.id}`)).at(-1)?.what).toBe('matter_forgotten');
      expect((await stage.store.read.trace.verify()).broken).toEqual([]);
      stage.holds('张阿姨', '你说的话、名字和电话', '先请喜哥调解室的调解员看');
      stage.holds('喜哥', '有一件事在等人接手');
      stage.holds('喜二', '有一件事在等人接手');
      stage.holds('喜三', '有一件事在等人接手');
      await stage.end();
    });
  });
});
