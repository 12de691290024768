import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Say } from '../../../bot/web-chat/submission.ts';
import { webChatAdapter, type WebChat } from '../../../bot/web-chat/web-chat-adapter.ts';
import type { InboundMessage } from '../../../core/message.ts';
import { fakeClock } from '../../support/clock.ts';
import { countingIds } from '../../support/ids.ts';
import { freshDatabase } from '../../support/stores.ts';
import { Collected } from '../collected.ts';

const database = freshDatabase('sqlite');
const person = { externalId: 'zhang', name: '张阿姨', language: 'zh' } as const;
const direct = { externalId: 'direct:zhang', kind: 'direct', title: '张阿姨' } as const;
const village = { externalId: 'village', kind: 'group', title: '西塘村群' } as const;

let chat: WebChat;
let inbox: Collected;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qunfang-photos-'));
  chat = webChatAdapter({ store: database.store, clock: fakeClock(), ids: countingIds(), photoFolder: folder });
  inbox = new Collected();
  await chat.start(inbox.receive);
});
afterEach(async () => {
  await chat.stop();
  await rm(folder, { recursive: true });
});

const words = (updateId: string, text: string, more: Partial<Say> = {}): Say => ({
  updateId,
  person,
  room: direct,
  text,
  ...more,
});
const standing = async (room: string = direct.externalId): Promise<string[]> =>
  (await database.store.read.webMessages.of([room], 100)).map(({ content }) =>
    content.kind === 'text' ? content.text : (content.card.title ?? ''),
  );
const heard = (): InboundMessage => {
  const event = inbox.events.at(-1)?.event;
  if (event?.kind !== 'message') throw new Error('no message was heard');
  return event;
};

it('a form that is posted twice says it once, and is handed on under one id', async () => {
  const first = await chat.say(words('act-00001', '着火了'));
  const second = await chat.say(words('act-00001', '着火了'));
  expect(second.id).toBe(first.id);
  expect(await standing()).toEqual(['着火了']);
  expect(new Set(inbox.events.map(({ updateId }) => updateId))).toEqual(new Set(['act-00001']));
});

it('what is quoted comes with who wrote it, when and where', async () => {
  const position = { lat: 28.9, lon: 120.05, live: false };
  const { id, at } = await chat.say(words('act-00001', '井盖没了', { position }));
  await chat.say(words('act-00002', '登记', { quoting: id }));
  expect(heard().quote).toEqual({ messageId: id, text: '井盖没了', authorId: 'zhang', at, position });
});

it('two posts of the same act at the same moment say it once', async () => {
  await Promise.all([chat.say(words('act-00001', '着火了')), chat.say(words('act-00001', '着火了'))]);
  expect(await standing()).toEqual(['着火了']);
});

it('is recognised as the same act by a program that was started anew', async () => {
  await chat.say(words('act-00001', '着火了'));
  const anew = webChatAdapter({ store: database.store, clock: fakeClock(), ids: countingIds(), photoFolder: folder });
  await anew.start(inbox.receive);
  await anew.say(words('act-00001', '着火了'));
  expect(await standing()).toEqual(['着火了']);
});

it('what could not be stored stays in the room and is handed on by the next try', async () => {
  inbox.failures = 1;
  await expect(chat.say(words('act-00001', '有人落水'))).rejects.toThrow('storage is down');
  await chat.say(words('act-00001', '有人落水'));
  expect(await standing()).toEqual(['有人落水']);
  expect(inbox.events).toHaveLength(1);
});

it('takes nothing before its start and after its stop', async () => {
  await chat.stop();
  await expect(chat.say(words('act-00001', '着火了'))).rejects.toMatchObject({ code: 'conflict' });
  await expect(
    chat.tap({ updateId: 'act-00002', person, room: direct, messageId: 'm', data: 'x' }),
  ).rejects.toMatchObject({ code: 'conflict' });
});

it('in a group the bot is named by @群防, which is not part of the words', async () => {
  await chat.say(words('act-00001', '@群防 谁在值班？', { room: village }));
  expect(heard()).toMatchObject({ text: '谁在值班？', mentionsBot: true });
  await chat.say(words('act-00002', '今晚有雨', { room: village }));
  expect(heard()).toMatchObject({ text: '今晚有雨', mentionsBot: false });
});

it('reads a command and keeps what follows it', async () => {
  await chat.say(words('act-00001', '/HELP 出警'));
  expect(heard()).toMatchObject({ command: 'help', text: '出警' });
  await chat.say(words('act-00002', '/start 7K3Q'));
  expect(heard()).toMatchObject({ command: 'start', start: '7K3Q' });
});

it('the answer to a tap reaches the page, also when it came first or is asked for twice', async () => {
  const tap = { updateId: 'act-00001', person, room: direct, messageId: 'm', data: 'T.accept' };
  await chat.answerTap('act-00001', '接警成功');
  expect(await chat.tap(tap)).toBe('接警成功');
  expect(await chat.tap(tap)).toBe('接警成功');
});

it('takes photos for what their bytes say, and refuses what is none', async () => {
  const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xda, 0, 2, 9]);
  const photo = await chat.storePhoto(jpeg);
  expect(photo).toMatchObject({ mime: 'image/jpeg', sizeBytes: jpeg.length });
  expect((await chat.openPhoto(photo.ref))?.bytes).toEqual(Buffer.from(jpeg));
  await expect(chat.storePhoto(new TextEncoder().encode('<svg onload=alert(1)>'))).rejects.toMatchObject({
    code: 'invalid',
  });
  await expect(chat.storePhoto(new Uint8Array(20 * 1024 * 1024 + 1))).rejects.toMatchObject({ code: 'invalid' });
  expect(await readdir(folder)).toEqual([photo.ref]);
});

it('opens nothing outside of its photo folder', async () => {
  for (const ref of ['../zone.db', '/etc/passwd', '..', 'a/../../b.jpg', '']) {
    expect(await chat.openPhoto(ref)).toBeUndefined();
  }
  await expect(chat.say(words('act-00001', '', { photo: '../zone.db' }))).rejects.toMatchObject({ code: 'invalid' });
});

it('a change to a message that was cleared away is refused for good', async () => {
  const card = { lines: [{ text: '席位 1/2' }], actions: [], links: [], loud: false };
  const gone = chat.send(direct, { kind: 'card', card, edit: 'nothing', replyTo: null, photoPath: null });
  await expect(gone).rejects.toMatchObject({ failure: 'permanent', reason: 'message_gone' });
  const reaction = chat.send(direct, { kind: 'reaction', messageId: 'nothing', emoji: '👌' });
  await expect(reaction).rejects.toMatchObject({ failure: 'permanent', reason: 'message_gone' });
});

it('a picture that was drawn for a card stands on the shelf, and the drawing itself in no message', async () => {
  const drawn = join(folder, '..', `${Date.UTC(2026, 10, 22)}.png`);
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await writeFile(drawn, png);
  const card = { title: '小结', lines: [], actions: [], links: [], loud: false, drawing: '<svg/>' };
  await chat.send(village, { kind: 'card', card, edit: null, replyTo: null, photoPath: drawn });
  await rm(drawn);
  const [message] = await database.store.read.webMessages.of([village.externalId], 1);
  if (message?.content.kind !== 'card') throw new Error('no card stands there');
  expect(message.content.card.drawing).toBeUndefined();
  expect(await chat.openPhoto(message.content.card.photo ?? '')).toMatchObject({ mime: 'image/png' });
  await chat.send(village, { kind: 'card', card, edit: null, replyTo: null, photoPath: null });
  const undrawn = (await database.store.read.webMessages.of([village.externalId], 2)).at(-1);
  expect(JSON.stringify(undrawn)).not.toContain('svg');
});
