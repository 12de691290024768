import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inbound } from '../../../core/message.ts';
import { decodeUpdate, type Decoded } from '../../../bot/telegram/decode.ts';

const bot = { id: 42, username: 'Qunfang_bot' };
const now = 1_795_310_000_000;
const date = 1_795_309_990;
const chat = { id: 7, type: 'private', first_name: '林' };
const group = { id: -100, type: 'supergroup', title: '西塘救援队' };
const from = { id: 7, is_bot: false, first_name: '林', last_name: '海', language_code: 'zh-hans' };

function decode(update: object): Decoded {
  const body = { update_id: 1001, ...update };
  return decodeUpdate(JSON.stringify(body), body, bot, now);
}
function events(update: object): Inbound[] {
  const decoded = decode(update);
  if (decoded.kind === 'refused') throw new Error(decoded.why);
  return decoded.events;
}
function message(content: object): Inbound['event'] {
  const [first] = events({ message: { message_id: 5, date, chat, from, ...content } });
  return first!.event;
}
const file = (id: string, more: object = {}): object => ({
  file_id: id,
  file_unique_id: `u-${id}`,
  file_size: 900,
  ...more,
});
const command = (length: number): object => ({ entities: [{ type: 'bot_command', offset: 0, length }] });
const mention = (offset: number): object => ({ entities: [{ type: 'mention', offset, length: 12 }] });

describe('an update from Telegram', () => {
  it('brings words with who, where and when', () => {
    const [inbound] = events({ message: { message_id: 5, date, chat: group, from, text: '厂里着火了\r\n浓烟' } });
    expect(inbound).toMatchObject({
      platform: 'telegram',
      updateId: `1001.${date}`,
      sentAt: date * 1000,
      room: { externalId: '-100', kind: 'group', title: '西塘救援队' },
      sender: { externalId: '7', name: '林 海', language: 'zh' },
      event: {
        kind: 'message',
        messageId: '5',
        text: '厂里着火了\n浓烟',
        mentionsBot: false,
        edited: false,
        attachments: [],
      },
    });
    expect(JSON.parse(inbound!.raw)).toMatchObject({ update_id: 1001 });
  });

  it('takes people without a name, and groups that write themselves', () => {
    const nameless = events({ message: { message_id: 5, date, chat, from: { id: 8 }, text: 'x' } });
    expect(nameless[0]?.sender).toEqual({ externalId: '8', name: '' });
    const anonymous = events({
      message: { message_id: 5, date, chat: group, from: { id: 1087968824 }, sender_chat: group, text: 'x' },
    });
    expect(anonymous[0]?.sender).toEqual({ externalId: '-100', name: '西塘救援队' });
  });

  it('takes the bot’s name away from before the words', () => {
    expect(message({ text: '@qunfang_bot 能去，8分钟', ...mention(0) })).toMatchObject({
      text: '能去，8分钟',
      mentionsBot: true,
    });
    expect(message({ text: '问一下 @qunfang_bot', ...mention(4) })).toMatchObject({
      text: '问一下 @qunfang_bot',
      mentionsBot: true,
    });
    expect(message({ text: '@another_bot 能去', ...mention(0) })).toMatchObject({
      text: '@another_bot 能去',
      mentionsBot: false,
    });
  });

  it('reads commands and leaves other bots’ alone', () => {
    expect(message({ text: '/help 怎么签到', ...command(5) })).toMatchObject({
      command: 'help',
      text: '怎么签到',
      mentionsBot: false,
    });
    expect(message({ text: '/Help@Qunfang_Bot', ...command(17) })).toMatchObject({
      command: 'help',
      text: '',
      mentionsBot: true,
    });
    expect(message({ text: '/help@other_bot', ...command(15) })).toMatchObject({ text: '/help@other_bot' });
    expect(message({ text: '/help@other_bot', ...command(15) })).not.toHaveProperty('command');
  });

  it('reads the word behind a link', () => {
    expect(message({ text: '/start QY-0217', ...command(6) })).toMatchObject({
      command: 'start',
      start: 'QY-0217',
      text: '',
    });
    expect(message({ text: '/start', ...command(6) })).toMatchObject({ start: '' });
  });

  it('keeps the largest size of a photo, its caption and its album', () => {
    const photo = [
      file('s', { width: 90, height: 67 }),
      file('l', { width: 1280, height: 960 }),
      file('m', { width: 320, height: 240 }),
    ];
    expect(message({ photo, caption: '到岗', media_group_id: '99' })).toMatchObject({
      text: '到岗',
      albumId: '99',
      attachments: [
        { kind: 'photo', ref: 'l', uniqueRef: 'u-l', sizeBytes: 900, width: 1280, height: 960, sentAs: 'photo' },
      ],
    });
  });

  it.each([
    ['voice', { duration: 4, mime_type: 'audio/ogg' }, { kind: 'voice', durationSeconds: 4, mime: 'audio/ogg' }],
    ['video', { duration: 9, width: 640, height: 480 }, { kind: 'video', width: 640, height: 480 }],
    ['video_note', { duration: 9, length: 240 }, { kind: 'video', width: 240, height: 240 }],
    ['audio', { duration: 9 }, { kind: 'voice' }],
    ['document', { file_name: '证.pdf', mime_type: 'application/pdf' }, { kind: 'document', fileName: '证.pdf' }],
    ['document', { mime_type: 'image/jpeg' }, { kind: 'photo', sentAs: 'document' }],
    ['document', { mime_type: 'image/heic' }, { kind: 'photo', sentAs: 'document' }],
  ])('keeps a %s as evidence', (name, about, attachment) => {
    expect(message({ [name]: file('f', about) })).toMatchObject({ attachments: [{ ref: 'f', ...attachment }] });
  });

  it('tells a picture that was handed on from one that was taken', () => {
    const photo = [file('l', { width: 1280, height: 960 })];
    const handedOn = message({ photo, forward_origin: { type: 'user', date: 1, sender_user: {} } });
    expect(handedOn).toMatchObject({ attachments: [{ ref: 'l', forwarded: true }] });
    const own = message({ photo });
    expect(own.kind === 'message' && own.attachments[0]).not.toHaveProperty('forwarded');
  });

  it('tells the bot’s own words that are handed on from somebody’s', () => {
    const from = (id: number): object => ({ type: 'user', date: 1, sender_user: { id, is_bot: id === bot.id } });
    expect(message({ text: '出警令：火灾', forward_origin: from(bot.id) })).toMatchObject({ isOurs: true });
    expect(message({ text: '厂里着火了', forward_origin: from(7) })).not.toHaveProperty('isOurs');
  });

  it('tells an animation once, though Telegram tells it twice', () => {
    const event = message({ animation: file('a'), document: file('a') });
    expect(event).toMatchObject({ attachments: [{ kind: 'video', ref: 'a' }] });
    expect(event.kind === 'message' && event.attachments).toHaveLength(1);
  });

  it('reads a place, and a live one as it moves and ends', () => {
    const location = { latitude: 23.31, longitude: 116.7, horizontal_accuracy: 12 };
    expect(message({ location, venue: { title: '西塘码头' } })).toMatchObject({
      position: { lat: 23.31, lon: 116.7, accuracyMetres: 12, live: false, placeName: '西塘码头' },
    });
    const moved = (where: object): unknown =>
      events({ edited_message: { message_id: 5, date, edit_date: date + 30, chat, from, location: where } })[0];
    expect(moved({ ...location, live_period: 3600 })).toMatchObject({
      sentAt: (date + 30) * 1000,
      event: { edited: true, position: { live: true } },
    });
    expect(moved(location)).toMatchObject({ event: { edited: true, position: { live: false } } });
  });

  it('brings what is quoted, and knows its own words', () => {
    const reply_to_message = { message_id: 3, date, chat, from: { id: 42 }, text: '出警令 A7K' };
    expect(message({ text: '1', reply_to_message })).toMatchObject({
      quote: { messageId: '3', text: '出警令 A7K' },
      mentionsBot: true,
    });
    expect(message({ text: '1', reply_to_message, quote: { text: 'A7K', position: 4 } })).toMatchObject({
      quote: { text: 'A7K' },
    });
  });

  it('brings who wrote what is quoted, when, and what came with it', () => {
    const location = { latitude: 28.9, longitude: 120.05 };
    const replied = {
      message_id: 3,
      date,
      chat: group,
      from,
      caption: '井盖没了',
      photo: [file('p')],
      media_group_id: 'a',
    };
    expect(message({ text: '登记', reply_to_message: { ...replied, location } })).toMatchObject({
      attachments: [],
      quote: {
        messageId: '3',
        text: '井盖没了',
        authorId: '7',
        at: date * 1000,
        albumId: 'a',
        attachments: [{ kind: 'photo', ref: 'p', sentAs: 'photo' }],
        position: { lat: 28.9, lon: 120.05, live: false },
      },
    });
    const bot = { id: 42, is_bot: true, first_name: '群防' };
    const said = message({
      text: '登记',
      reply_to_message: { message_id: 3, date, chat: group, from: bot, text: '好' },
    });
    expect(said).toHaveProperty('quote', { messageId: '3', text: '好', at: date * 1000 });
  });

  it('does not take the head of a topic for a quote', () => {
    const topic = {
      is_topic_message: true,
      message_thread_id: 3,
      reply_to_message: { message_id: 3, date, chat: group, from },
    };
    expect(message({ text: '1', ...topic })).not.toHaveProperty('quote');
  });

  it('brings taps, also on messages that are too old to show', () => {
    const tap = { id: '77', from, chat_instance: '1', data: 'k.accept' };
    const [inbound] = events({ callback_query: { ...tap, message: { message_id: 3, date: 0, chat: group } } });
    expect(inbound).toMatchObject({
      updateId: 'tap.77',
      sentAt: now,
      room: { externalId: '-100' },
      event: { kind: 'tap', data: 'k.accept', messageId: '3', tapId: '77' },
    });
    expect(events({ callback_query: tap })[0]).toMatchObject({ room: { externalId: '7', kind: 'direct' } });
  });

  it('brings a reaction that was added, and not one that was taken away', () => {
    const react = (old_reaction: object[], new_reaction: object[]): unknown =>
      events({ message_reaction: { chat: group, message_id: 3, user: from, date, old_reaction, new_reaction } })[0]
        ?.event;
    const thumb = { type: 'emoji', emoji: '👍' };
    expect(react([], [thumb])).toEqual({ kind: 'reaction', messageId: '3', emoji: '👍' });
    expect(react([thumb], [])).toEqual({ kind: 'other', what: 'reaction_removed' });
  });

  it('tells blocking and unblocking, and coming to and leaving a group', () => {
    const standing = (where: object, before: string, after: string): unknown =>
      events({
        my_chat_member: {
          chat: where,
          from,
          date,
          old_chat_member: { status: before, user: { id: 42 } },
          new_chat_member: { status: after, user: { id: 42 } },
        },
      })[0]?.event;
    expect(standing(chat, 'member', 'kicked')).toEqual({ kind: 'blocked' });
    expect(standing(chat, 'kicked', 'member')).toEqual({ kind: 'unblocked' });
    expect(standing(group, 'left', 'member')).toEqual({ kind: 'bot_joined' });
    expect(standing(group, 'administrator', 'kicked')).toEqual({ kind: 'bot_left' });
    expect(standing(group, 'member', 'administrator')).toEqual({ kind: 'other', what: 'rights_changed' });
  });

  it('tells a join once, whether as a message or as a change of member', () => {
    const wang = { id: 9, first_name: '王' };
    const [said] = events({
      message: { message_id: 5, date, chat: group, from, new_chat_members: [wang, { id: 42 }] },
    });
    const [changed] = events({
      chat_member: {
        chat: group,
        from,
        date,
        old_chat_member: { status: 'left', user: wang },
        new_chat_member: { status: 'member', user: wang },
      },
    });
    expect(said?.event).toEqual({ kind: 'member_joined', memberExternalId: '9', name: '王' });
    expect(changed?.event).toEqual(said?.event);
    expect(changed?.updateId).toBe(said?.updateId);
  });

  it('tells several joins as several events', () => {
    const joined = events({
      message: { message_id: 5, date, chat: group, from, new_chat_members: [{ id: 8 }, { id: 9 }] },
    });
    expect(new Set(joined.map(({ updateId }) => updateId)).size).toBe(2);
  });

  it('tells where a group moved to, and who left', () => {
    expect(message({ chat: group, migrate_to_chat_id: -1001 })).toEqual({ kind: 'room_moved', toExternalId: '-1001' });
    expect(message({ chat: group, left_chat_member: { id: 9, first_name: '王' } })).toMatchObject({
      kind: 'member_left',
    });
  });

  it('keeps kinds that it does not know', () => {
    expect(message({ sticker: { file_id: 's' } })).toEqual({ kind: 'other', what: 'sticker' });
    expect(events({ chat_boost: { chat: group, boost: {} } })[0]?.event).toEqual({ kind: 'other', what: 'chat_boost' });
    expect(events({ inline_query: { id: '1', from, query: '' } })[0]).toMatchObject({ room: { externalId: '7' } });
  });

  it('does not take a number that came back after a quiet week for a second delivery', () => {
    const at = (when: number): string | undefined =>
      events({ message: { message_id: 5, date: when, chat, from, text: 'x' } })[0]?.updateId;
    expect(at(date)).not.toBe(at(date + 700_000));
  });

  it.each([
    [null],
    ['text'],
    [{}],
    [{ update_id: 'x' }],
    [{ update_id: 1 }],
    [{ update_id: 1, message: null }],
    [{ update_id: 1, message: {} }],
    [{ update_id: 1, message: { message_id: 1, date, chat: { id: 'x', type: 'private' }, text: 'x' } }],
    [{ update_id: 1, message: { message_id: 1, date, chat, from, text: 1 } }],
    [{ update_id: 1, callback_query: { id: 5 } }],
    [{ update_id: 1, poll: { id: '1' } }],
  ])('refuses %j with a reason', (parsed) => {
    expect(decodeUpdate(JSON.stringify(parsed), parsed, bot, now)).toMatchObject({
      kind: 'refused',
      why: expect.stringMatching(/./) as string,
    });
  });

  it('never throws, whatever comes', () => {
    const keys = [
      'message',
      'edited_message',
      'callback_query',
      'message_reaction',
      'my_chat_member',
      'chat_member',
      'x',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        const parsed = { update_id: 1, [key]: value };
        expect(['events', 'refused']).toContain(decodeUpdate('{}', parsed, bot, now).kind);
      }),
    );
  });
});
