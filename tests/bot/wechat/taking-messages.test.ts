import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Inbound } from '../../../core/message.ts';
import { Collected } from '../collected.ts';
import { inProcess } from './in-process.ts';
import { wechatHarness, type WechatHarness } from './wechat-harness.ts';
import { whole } from '../../support/whole.ts';

describe('what WeChat brings', () => {
  let harness: WechatHarness;
  let inbox: Collected;

  beforeEach(async () => {
    harness = await wechatHarness(inProcess());
    inbox = new Collected();
    await harness.adapter.start(inbox.receive);
  });
  afterEach(() => harness.close());

  const write = (letter: Partial<Parameters<WechatHarness['world']['write']>[0]>): Promise<string> =>
    harness.world.write({ from: harness.ids.person, ...letter });
  /** Everything that came before a last word, which is let through on the same way. */
  const until = async (word: string, letter: { room?: string; from?: string } = {}): Promise<Inbound[]> => {
    await write({ ...letter, text: word });
    await inbox.message(word);
    return inbox.events.filter(
      ({ event }) =>
        !(event.kind === 'other' && event.what === 'room_present') &&
        !(event.kind === 'message' && event.text === word),
    );
  };
  const other = async (what: string): Promise<Inbound> => {
    const [found] = await inbox.until(({ event }) => event.kind === 'other' && event.what === what);
    return found!;
  };

  describe('words', () => {
    it('name the bot by the app’s own separator, which is taken off', async () => {
      await write({ room: harness.ids.room, text: '@群防\u2005 签到' });
      expect((await inbox.message('签到')).message.mentionsBot).toBe(true);
    });

    it('answer the bot when they quote it', async () => {
      await write({
        room: harness.ids.room,
        text: '「群防：出警令 A7K\n西塘工业区」\n- - - - - - - - - - - - - - -\n能去',
      });
      const { message } = await inbox.message('能去');
      expect(message).toMatchObject({ quote: { text: '出警令 A7K\n西塘工业区' }, mentionsBot: true });
    });

    it('quote somebody in the XML of newer apps', async () => {
      const text =
        '<?xml version="1.0"?><msg><appmsg appid=""><title>五分钟到</title><type>57</type><refermsg><type>1</type>' +
        '<svrid>700123</svrid><displayname>群防</displayname><content>出警令 &amp;lt;A7K&amp;gt;</content></refermsg></appmsg></msg>';
      await write({ room: harness.ids.room, type: 'Unknown', text });
      const { message } = await inbox.message('五分钟到');
      expect(message.quote).toEqual({ text: '出警令 &lt;A7K&gt;', messageId: '700123' });
      expect(message.mentionsBot).toBe(true);
    });

    it('say who wrote what is quoted and when, where the XML has it; a picture has no words', async () => {
      const text =
        '<msg><appmsg><title>登记</title><type>57</type><refermsg><type>3</type><svrid>700124</svrid>' +
        '<fromusr>1234@chatroom</fromusr><chatusr>wxid_chen</chatusr><displayname>陈敏</displayname>' +
        '<content>&lt;msg&gt;&lt;img aeskey="0"/&gt;&lt;/msg&gt;</content><createtime>1795309990</createtime></refermsg></appmsg></msg>';
      await write({ room: harness.ids.room, type: 'Unknown', text });
      const { message } = await inbox.message('登记');
      expect(message.quote).toEqual({ text: '', messageId: '700124', authorId: 'wxid_chen', at: 1_795_309_990_000 });
    });

    it('quote a picture as the words that the app gives it', async () => {
      const text =
        '<msg><appmsg><title>是这里</title><type>57</type><refermsg><type>3</type><displayname>陈敏</displayname>' +
        '<content>&lt;msg&gt;&lt;img aeskey="0"/&gt;&lt;/msg&gt;</content></refermsg></appmsg></msg>';
      await write({ room: harness.ids.room, text });
      expect((await inbox.message('是这里')).message.quote).toBeUndefined();
    });

    it('of a 接龙 come as its text, typed or from WeChat’s own form', async () => {
      await write({ room: harness.ids.room, text: '#接龙\n今晚夜巡\n\n1. 林海\n2. 陈敏 晚到' });
      expect((await inbox.messageThat(({ text }) => text.startsWith('#接龙'))).message.text).toContain('2. 陈敏 晚到');
      const text = '<msg><appmsg><title>#接龙\n值班\n\n1. 林海</title><type>53</type></appmsg></msg>';
      await write({ room: harness.ids.room, type: 'GroupNote', text });
      expect((await inbox.message('#接龙\n值班\n\n1. 林海')).inbound.room.kind).toBe('group');
    });

    it('may be a command', async () => {
      await write({ text: '/Help 怎么用' });
      expect((await inbox.message('怎么用')).message.command).toBe('help');
    });

    it('keep emoji of the web protocol and lose its line breaks', async () => {
      await write({ text: '收到<span class="emoji emoji1f44c"></span><br/>马上' });
      await inbox.message('收到👌\n马上');
    });

    it('of ten thousand characters come whole', async () => {
      const text = '火'.repeat(10_000);
      await write({ text });
      await inbox.message(text);
    });

    it('from somebody without a name come with an empty one', async () => {
      await harness.world.rename(harness.ids.person, '');
      await write({ text: '有人落水' });
      expect((await inbox.message('有人落水')).inbound.sender).toEqual({ externalId: harness.ids.person, name: '' });
    });

    it('from somebody whom the puppet does not know come all the same', async () => {
      await harness.world.write({ from: 'nobody-knows', text: '救命', room: harness.ids.room });
      expect((await inbox.message('救命')).inbound.sender).toEqual({ externalId: 'nobody-knows', name: '' });
    });

    it('written long before a login are taken with their own time', async () => {
      const sentAt = Date.UTC(2026, 0, 5, 3);
      await write({ text: '昨晚的事', timestamp: sentAt / 1000 });
      expect((await inbox.message('昨晚的事')).inbound.sentAt).toBe(sentAt);
    });

    it.each([0, -5, Number.NaN, 9e15])('with the impossible time %s count as written now', async (timestamp) => {
      const before = Date.now();
      await write({ text: '现在', timestamp });
      expect((await inbox.message('现在')).inbound.sentAt).toBeGreaterThanOrEqual(before);
    });
  });

  describe('what is no word', () => {
    it('comes as evidence with how to fetch it', async () => {
      const voice = '<msg><voicemsg endflag="1" length="4210" voicelength="6540" clientmsgid="x"/></msg>';
      const id = await write({ type: 'Audio', text: voice, file: 'AAAA', fileName: 'voice.sil' });
      const { message: heard } = await inbox.messageThat(({ attachments }) => attachments[0]?.kind === 'voice');
      expect(heard.attachments[0]).toEqual({ kind: 'voice', ref: id, fileName: 'voice.sil', durationSeconds: 7 });
      expect(heard.text).toBe('');
      await write({ type: 'Video', text: '<msg><videomsg playlength="forged"/></msg>', file: 'AAAA' });
      const { message: seen } = await inbox.messageThat(({ attachments }) => attachments[0]?.kind === 'video');
      expect(seen.attachments[0]).not.toHaveProperty('durationSeconds');
      await write({ type: 'Attachment', file: 'AAAA', fileName: '值班表.xlsx' });
      const { message: file } = await inbox.messageThat(({ attachments }) => attachments[0]?.kind === 'document');
      expect(file.attachments[0]?.fileName).toBe('值班表.xlsx');
    });

    it('is gone when its file is', async () => {
      await write({ type: 'Image' });
      const { message } = await inbox.messageThat(({ attachments }) => attachments.length === 1);
      await expect(whole(harness.adapter.fetchFile(message.attachments[0]!, 100))).rejects.toMatchObject({
        failure: 'permanent',
        reason: 'message_gone',
      });
    });

    it('points where the puppet says when the message does not', async () => {
      await harness.world.locate({ latitude: 23.31, longitude: 116.71, name: '西塘工业区', address: '' });
      await write({ type: 'Location' });
      const { message } = await inbox.messageThat(({ position }) => position !== undefined);
      expect(message.position).toMatchObject({ accuracyMetres: 15, placeName: '西塘工业区' });
    });

    it('still names a place whose coordinates are forged', async () => {
      await write({
        type: 'Location',
        text: '<msg><location x="999" y="116.7" label="经七路" poiname="西塘工业区"/></msg>',
      });
      expect((await inbox.message('西塘工业区')).message.position).toBeUndefined();
    });

    it('is kept as something else when it means nothing to us', async () => {
      await write({ type: 'Location' });
      await other('location without coordinates');
      await write({ type: 'Emoticon', text: '<msg><emoji/></msg>' });
      await other('emoticon');
      await write({ type: 'Unknown', text: '你已添加了林海，现在可以开始聊天了。' });
      await other('unknown');
      await write({ type: 'Unknown', text: '<sysmsg type="pat"><pat/></sysmsg>' });
    });

    it('tells which message was taken back', async () => {
      await write({ type: 'Recalled', text: '700011' });
      expect((await other('recalled 700011')).sender?.externalId).toBe(harness.ids.person);
    });

    it('has no author when the room itself speaks', async () => {
      await harness.world.write({ from: harness.ids.room, room: harness.ids.room, text: '群主已修改群名' });
      expect((await other('notice')).sender).toBeNull();
    });
  });

  describe('echoes', () => {
    it('of the bot’s own messages are not heard', async () => {
      await harness.adapter.send(harness.room('direct'), {
        kind: 'card',
        card: { title: '出警令', lines: [], actions: [], links: [], loud: true },
        edit: null,
        replyTo: null,
        photoPath: null,
      });
      expect(await until('之后')).toEqual([]);
    });

    it('of one message told twice are one update', async () => {
      const id = await write({ text: '能去', id: '1' });
      const { inbound: first } = await inbox.message('能去');
      await harness.world.tellAgain(id);
      const again = await inbox.until(({ event }) => event.kind === 'message' && event.text === '能去', 2);
      expect(again[1]?.updateId).toBe(first.updateId);
      expect(again[1]?.raw).toBe(first.raw);
    });
  });

  describe('what happens to rooms and people', () => {
    it('tells who came and who went', async () => {
      await harness.world.joins([harness.ids.other]);
      const [came] = await inbox.until(({ event }) => event.kind === 'member_joined');
      expect(came).toMatchObject({
        room: { externalId: harness.ids.room, title: '西塘救援队' },
        sender: { externalId: harness.ids.person, name: '林海' },
        event: { memberExternalId: harness.ids.other, name: '陈敏' },
      });
      await harness.world.leaves([harness.ids.other]);
      const [went] = await inbox.until(({ event }) => event.kind === 'member_left');
      expect(went?.event).toMatchObject({ memberExternalId: harness.ids.other, name: '陈敏' });
    });

    it('tells when the bot itself was taken in or put out', async () => {
      await harness.world.joins([harness.ids.self]);
      await inbox.until(({ event }) => event.kind === 'bot_joined');
      await harness.world.leaves([harness.ids.self]);
      await inbox.until(({ event }) => event.kind === 'bot_left');
    });

    it('brings a room’s new title', async () => {
      await harness.world.retitle('西塘水域救援队');
      expect((await other('room_title')).room.title).toBe('西塘水域救援队');
    });

    it('reports after a login which rooms the account is in', async () => {
      const present = await other('room_present');
      expect(present).toMatchObject({ room: { externalId: harness.ids.room, title: '西塘救援队' }, sender: null });
    });

    it('makes a friend of everybody who asks, and takes what they asked with as their first words', async () => {
      await harness.world.asksToBeFriends(harness.ids.other, '绑定 7K3Q');
      const { inbound, message } = await inbox.message('绑定 7K3Q');
      expect(inbound).toMatchObject({
        room: { externalId: harness.ids.other, kind: 'direct' },
        sender: { name: '陈敏' },
      });
      expect(message.start).toBeUndefined();
      expect(await harness.world.accepted()).toEqual(['friendship-1']);
    });

    it('takes a friend request with only the app’s own greeting as a start', async () => {
      await harness.world.asksToBeFriends(harness.ids.other, '我是陈敏');
      expect((await inbox.message('我是陈敏')).message.start).toBe('');
    });

    it('accepts an invitation to a room', async () => {
      await harness.world.invites();
      await until('之后');
      expect(await harness.world.accepted()).toEqual(['invitation-1']);
    });
  });
});
