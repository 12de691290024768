import { afterEach, expect, it } from 'vitest';
import { TransportError } from '../../core/error.ts';
import type { IdentityId, RoomId } from '../../core/ids.ts';
import { eachEngine } from '../support/stores.ts';
import type { Cast } from './stage.ts';
import { closeStages, Stage } from './stage.ts';

const officer: Cast = { name: '值01', roles: ['duty_officer', 'admin'] };
const resident: Cast = { name: '张阿姨', roles: ['resident'], duty: 'off' };
const swimmer = (name: string, more: Partial<Cast> = {}): Cast => ({ name, skills: ['surface_water'], ...more });

eachEngine((database) => {
  afterEach(closeStages);

  async function drowning(cast: readonly Cast[], squadOn: 'telegram' | 'wechat' | 'web' = 'telegram'): Promise<Stage> {
    const stage = new Stage(database.store);
    await stage.begin([resident, officer, ...cast]);
    if (squadOn !== 'telegram') await stage.group('水上队', 'squad', squadOn);
    await stage.says('张阿姨', '有小孩掉河里了！西塘工业区后面 快来人');
    await stage.taps('值01', 'confirm', { in: '指挥群' });
    await stage.taps('值01', 'call_out', { in: '指挥群' });
    return stage;
  }

  it('a tap on the button accepts', async () => {
    const stage = await drowning([swimmer('东01')]);
    await stage.taps('东01', 'accept');
    expect(await stage.orderOf('东01')).toMatchObject({ answer: 'accepted', door: 'button' });
  });

  it.each([
    ['１', 'digit'],
    ['1️⃣', 'digit'],
    ['能去！马上到', 'words'],
    ['要得，我这就来 十来分钟', 'words'],
  ])('“%s” accepts', async (words, door) => {
    const stage = await drowning([swimmer('东01')]);
    await stage.says('东01', words);
    expect(await stage.orderOf('东01')).toMatchObject({ answer: 'accepted', door });
  });

  it('a quote of the order accepts it', async () => {
    const stage = await drowning([swimmer('东01')]);
    const [order] = stage.chats.telegram.standing('东01');
    await stage.says('东01', '好，我去', { message: { quote: { messageId: order?.messageId ?? '', text: '出警' } } });
    expect(await stage.orderOf('东01')).toMatchObject({ answer: 'accepted', door: 'quote' });
  });

  it('the code accepts in the group too, and nobody else’s code works', async () => {
    const stage = await drowning([swimmer('东01'), swimmer('东02')]);
    const { code } = await stage.orderOf('东01');
    await stage.says('东02', `接警 ${code}`, { in: '救援群' });
    expect((await stage.orderOf('东01')).answer).toBe('open');
    expect((await stage.orderOf('东02')).answer).toBe('open');
    await stage.says('东01', `接警 ${code}`, { in: '救援群' });
    expect(await stage.orderOf('东01')).toMatchObject({ answer: 'accepted', door: 'code' });
  });

  it('a signed link accepts, once, and only for its person', async () => {
    const stage = await drowning([swimmer('东01'), swimmer('东02')]);
    const { token, personId } = await stage.orderOf('东01');
    const stranger = stage.person('东02').id;
    expect(await stage.bot.answerByLink(token, stranger, 'accept')).toEqual({ kind: 'not_yours' });
    expect(await stage.bot.answerByLink(token, personId, 'accept')).toEqual({ kind: 'seated', already: false });
    expect(await stage.bot.answerByLink(token, personId, 'accept')).toEqual({ kind: 'seated', already: true });
    expect(await stage.bot.answerByLink(token, personId, 'eta', '12')).toEqual({ kind: 'eta', minutes: 12 });
    expect(await stage.bot.answerByLink(token, personId, 'confirm')).toEqual({ kind: 'not_allowed' });
  });

  it('on WeChat the digits, the quote as text and the words work as well', async () => {
    const stage = await drowning([swimmer('东01', { platform: 'wechat' })], 'wechat');
    stage.sees('水上队', '西塘工业区');
    await stage.says('东01', '2');
    expect((await stage.orderOf('东01')).answer).toBe('standby');
    await stage.says('东01', '我能去了 8分钟到');
    const order = await stage.orderOf('东01');
    expect(order.answer).toBe('accepted');
    expect(order.etaAt).not.toBeNull();
    await stage.says('东01', '出发了 带了冲锋舟 两个人');
    await stage.says('东01', '到了到了,看到消防也到了');
    expect((await stage.orderOf('东01')).onSceneAt).not.toBeNull();
    await stage.says('东01', '水太急 我们先撤到岸上');
    stage.sees('指挥群', '水太急');
    await stage.says('东01', '人救上来了 有呼吸 等120');
    stage.sees('指挥群', '人救上来了');
  });

  it('on the web everything is a tap', async () => {
    const stage = await drowning([swimmer('东01', { platform: 'web' })], 'web');
    await stage.taps('东01', 'accept');
    await stage.taps('东01', 'eta', { value: '5' });
    await stage.taps('东01', 'underway');
    await stage.taps('东01', 'on_scene');
    await stage.taps('东01', 'done');
    await stage.taps('值01', 'stand_down', { in: '指挥群' });
    await stage.taps('东01', 'safe');
    expect((await stage.incident()).state).toBe('closed');
  });

  it('an order whose answer was lost opens the next channel as a possible repeat and is not sent again', async () => {
    const stage = new Stage(database.store);
    await stage.begin([resident, officer, swimmer('东01')]);
    await addChannel(stage, '东01', 'wechat', 'wx-dong01');
    stage.chats.telegram.fail(new TransportError('unknown', 'answer lost'), { room: '东01', done: true });
    await stage.says('张阿姨', '有小孩掉河里了！西塘工业区后面 快来人');
    await stage.taps('值01', 'confirm', { in: '指挥群' });
    await stage.taps('值01', 'call_out', { in: '指挥群' });
    expect(stage.chats.telegram.standing('东01')).toHaveLength(1);
    const repeat = stage.chats.wechat.standing('wx-dong01');
    expect(repeat).toHaveLength(1);
    const [card] = repeat.flatMap(({ outgoing }) => (outgoing.kind === 'card' ? [outgoing.card] : []));
    expect(card?.banner).toMatch(/重复/);
    expect(await stage.orderOf('东01')).toMatchObject({ platform: 'wechat', channelsTried: 2 });
  });

  it.each([true, false])(
    'an order whose answer was lost (it had arrived: %s) comes once more by the only channel, marked as a possible repeat',
    async (done) => {
      const stage = new Stage(database.store);
      await stage.begin([resident, officer, swimmer('东01')]);
      stage.chats.telegram.fail(new TransportError('unknown', 'answer lost'), { room: '东01', done, times: 2 });
      await stage.says('张阿姨', '有小孩掉河里了！西塘工业区后面 快来人');
      await stage.taps('值01', 'confirm', { in: '指挥群' });
      await stage.taps('值01', 'call_out', { in: '指挥群' });
      const sent = stage.chats.telegram.sends.filter(({ room }) => room === '东01');
      const banners = sent.map(({ outgoing }) => (outgoing.kind === 'card' ? outgoing.card.banner : null));
      expect(banners).toEqual([undefined, expect.stringMatching(/重复/)]);
      // Twice is enough: from here on silence calls the next person.
      expect(await stage.orderOf('东01')).toMatchObject({ channelsTried: 2, answer: 'open' });
    },
  );

  it('when nobody is reached the officer hears at once, with numbers to ring', async () => {
    const stage = new Stage(database.store);
    await stage.begin([resident, officer, swimmer('东01', { phone: '199-0000-7777' })]);
    stage.chats.telegram.block('东01');
    await stage.says('张阿姨', '有小孩掉河里了！西塘工业区后面 快来人');
    await stage.taps('值01', 'confirm', { in: '指挥群' });
    await stage.taps('值01', 'call_out', { in: '指挥群' });
    stage.sees('指挥群', '199-0000-7777');
    expect((await stage.orderOf('东01')).answer).toBe('unreachable');
  });

  it('a thousand taps of the same button are one answer', async () => {
    const stage = await drowning([swimmer('东01')]);
    const { token, personId } = await stage.orderOf('东01');
    const results = await Promise.all(
      Array.from({ length: 100 }, () => stage.bot.answerByLink(token, personId, 'accept')),
    );
    expect(results.filter((result) => result.kind === 'seated' && !result.already)).toHaveLength(1);
    expect(results.every((result) => result.kind === 'seated')).toBe(true);
  });

  it('ten claims at once for one seat have one winner and nine true places in the queue', async () => {
    const names = Array.from({ length: 10 }, (_, n) => `东${String(n).padStart(2, '0')}`);
    const stage = new Stage(database.store);
    await stage.begin([resident, officer, ...names.map((name) => swimmer(name))]);
    await stage.says('张阿姨', '有小孩掉河里了！西塘工业区后面 快来人');
    await stage.taps('值01', 'confirm', { in: '指挥群' });
    await stage.taps('值01', 'call_out', { in: '指挥群' });
    for (let more = 0; more < 6; more += 1) await stage.later(31);
    const orders = await database.store.read.incidents.orders((await stage.incident()).id);
    expect(orders).toHaveLength(10);
    const results = await Promise.all(
      orders.map(({ token, personId }) => stage.bot.answerByLink(token, personId, 'accept')),
    );
    expect(results.filter(({ kind }) => kind === 'seated')).toHaveLength(1);
    const ranks = results.flatMap((result) => (result.kind === 'standby' ? [result.rank] : []));
    expect(ranks.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

/** A second way to reach somebody. */
async function addChannel(stage: Stage, name: string, platform: 'wechat', externalId: string): Promise<void> {
  await stage.store.transaction(async (tx) => {
    const roomId = `room-${externalId}` as RoomId;
    await tx.rooms.put({
      id: roomId,
      platform,
      externalId,
      kind: 'direct',
      purpose: 'direct',
      title: name,
      language: 'zh',
      teamId: null,
      state: 'open',
    });
    await tx.people.putIdentity({
      id: `identity-${externalId}` as IdentityId,
      personId: stage.person(name).id,
      platform,
      externalId,
      roomId,
      state: 'open',
    });
  });
}
