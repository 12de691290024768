import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileId, Token } from '../../../core/ids.ts';
import type { Card } from '../../../core/message.ts';
import type { Outgoing } from '../../../core/ports/chat.ts';
import { smallPicture } from '../conformance.ts';
import { keptLog, telegramHarness, type TelegramHarness } from './telegram-harness.ts';
import { whole } from '../../support/whole.ts';

const card: Card = {
  title: '出警令',
  lines: [{ text: '西塘' }],
  actions: [[{ verb: 'accept', token: 'k3v9m2x7q4w8z1n6' as Token, label: '接警', style: 'primary' }]],
  links: [],
  loud: true,
};
const photo = 'photo-1' as FileId;

describe('sending to Telegram', () => {
  let telegram: TelegramHarness;
  let folder: string;
  let photoPath: string;
  const log = keptLog();

  beforeEach(async () => {
    telegram = await telegramHarness({ log, timeoutMs: 300 });
    folder = await mkdtemp(join(tmpdir(), 'send-'));
    photoPath = join(folder, 'photo.png');
    await writeFile(photoPath, smallPicture);
  });
  afterEach(async () => {
    await telegram.close();
    await rm(folder, { recursive: true });
  });

  const send = (more: Partial<Extract<Outgoing, { kind: 'card' }>> = {}): Promise<{ messageId: string | null }> =>
    telegram.adapter.send(telegram.room('direct'), {
      kind: 'card',
      card,
      edit: null,
      replyTo: null,
      photoPath: null,
      ...more,
    });
  const failed = (attempt: Promise<unknown>): Promise<unknown> =>
    attempt.then(
      () => null,
      (error: unknown) => error,
    );

  it('forbids to pass on what is confidential, and nothing else', async () => {
    await send();
    await send({ card: { ...card, confidential: true } });
    await send({ card: { ...card, confidential: true, photo }, photoPath });
    const calls = await telegram.fake.control.sent({ methods: ['sendMessage', 'sendPhoto'] });
    // A photo goes as a form, in which everything is text.
    expect(calls.map(({ payload }) => payload['protect_content']?.toString())).toEqual([undefined, 'true', 'true']);
  });

  it('is quiet for what need not ring, and loud for an order', async () => {
    await send();
    await send({ card: { ...card, loud: false } });
    const calls = await telegram.fake.control.sent({ methods: ['sendMessage'] });
    expect(calls.map(({ payload }) => payload['disable_notification'])).toEqual([false, true]);
  });

  it('quotes what it answers, also when that is gone meanwhile', async () => {
    const { message } = await telegram.fake.control.write({ chat: telegram.user, user: telegram.user, text: '在' });
    await send({ replyTo: String(message) });
    await expect(send({ replyTo: '999' })).resolves.toBeDefined();
  });

  it('sends an album as one, with its words under the first picture', async () => {
    const album = { ...card, title: '照片', actions: [], photo, morePhotos: ['photo-2', 'photo-3'] as FileId[] };
    const { messageId } = await send({ card: album, photoPath, albumPaths: [photoPath, photoPath, photoPath] });
    const seen = await telegram.seen('direct');
    expect(seen).toMatchObject([
      { hasPhoto: true, text: '照片\n西塘' },
      { hasPhoto: true, text: '' },
      { hasPhoto: true, text: '' },
    ]);
    const calls = await telegram.fake.control.sent({ methods: ['sendMediaGroup', 'sendPhoto', 'sendMessage'] });
    expect(calls.map(({ method }) => method)).toEqual(['sendMediaGroup']);
    await send({ card: { ...album, title: '四张照片' }, edit: messageId });
    expect((await telegram.seen('direct'))[0]?.text).toBe('四张照片\n西塘');
  });

  it('keeps the buttons of a card with an album', async () => {
    await send({ card: { ...card, photo, morePhotos: [photo] }, photoPath, albumPaths: [photoPath, photoPath] });
    expect(await telegram.seen('direct')).toMatchObject([
      { hasPhoto: true, text: '' },
      { hasPhoto: true, text: '' },
      { hasPhoto: false, buttons: ['接警'] },
    ]);
  });

  it('puts long words after the photo, and the buttons under the words', async () => {
    const long = { ...card, photo, lines: [{ text: '长'.repeat(2000) }] };
    await send({ card: long, photoPath });
    const [first, second] = await telegram.seen('direct');
    expect(first).toMatchObject({ hasPhoto: true, text: '', buttons: [] });
    expect(second).toMatchObject({ hasPhoto: false, buttons: ['接警'] });
    expect(second?.text).toHaveLength('出警令\n'.length + 2000);
  });

  it('changes the words of a photo', async () => {
    const { messageId } = await send({ card: { ...card, photo }, photoPath });
    await send({ card: { ...card, photo, title: '已到场' }, edit: messageId });
    await send({ card: { ...card, title: '已撤离' }, edit: messageId });
    await send({ card: { ...card, title: '已撤离' }, edit: messageId });
    expect(await telegram.seen('direct')).toMatchObject([{ hasPhoto: true, text: '已撤离\n西塘', buttons: ['接警'] }]);
  });

  it('changes words that a photo was meant to be with', async () => {
    const { messageId } = await send();
    await send({ card: { ...card, photo, title: '已到场' }, edit: messageId });
    expect((await telegram.seen('direct'))[0]?.text).toBe('已到场\n西塘');
  });

  it('makes words that stand there into a photo with words and buttons, once it is there', async () => {
    const { messageId } = await send();
    await send({ card: { ...card, photo, title: '已到场' }, edit: messageId, photoPath });
    expect(await telegram.seen('direct')).toMatchObject([{ hasPhoto: true, text: '已到场\n西塘', buttons: ['接警'] }]);
    await send({ card: { ...card, photo, title: '已撤离' }, edit: messageId, photoPath });
    await send({ card: { ...card, photo, title: '已撤离' }, edit: messageId, photoPath });
    expect(await telegram.seen('direct')).toMatchObject([{ hasPhoto: true, text: '已撤离\n西塘' }]);
    const uploads = await telegram.fake.control.sent({ methods: ['editMessageMedia', 'sendPhoto'] });
    expect(uploads.map(({ method }) => method)).toEqual(['editMessageMedia']);
  });

  it('puts the right photo in the place of another one', async () => {
    const { messageId } = await send({ card: { ...card, photo }, photoPath });
    const after = { card: { ...card, photo, title: '已撤离' }, photoPath, edit: messageId, otherPhoto: true } as const;
    expect(await send(after)).toEqual({ messageId });
    await send(after);
    expect(await telegram.seen('direct')).toMatchObject([{ hasPhoto: true, text: '已撤离\n西塘', buttons: ['接警'] }]);
    const uploads = await telegram.fake.control.sent({ methods: ['editMessageMedia', 'sendPhoto'] });
    expect(uploads.map(({ method }) => method).slice(0, 2)).toEqual(['sendPhoto', 'editMessageMedia']);
  });

  it('removes a photo that the card has no more, and says its words anew', async () => {
    const { messageId } = await send({ card: { ...card, photo }, photoPath });
    const words = { card: { ...card, title: '已撤离' }, edit: messageId, otherPhoto: true } as const;
    const anew = await send(words);
    expect(anew.messageId).not.toBe(messageId);
    expect(await telegram.seen('direct')).toMatchObject([{ hasPhoto: false, text: '已撤离\n西塘', buttons: ['接警'] }]);
    expect(await failed(send(words))).toMatchObject({ failure: 'permanent', reason: 'message_gone' });
  });

  it('keeps a photo that cannot be read just now', async () => {
    const { messageId } = await send({ card: { ...card, photo }, photoPath });
    await send({ card: { ...card, photo, title: '已撤离' }, edit: messageId, otherPhoto: true });
    expect(await telegram.seen('direct')).toMatchObject([{ hasPhoto: true, text: '已撤离\n西塘' }]);
  });

  it('changes the words where the photo is refused, too long for a caption, or went before as an album', async () => {
    const { messageId } = await send();
    const noPicture = join(folder, 'none.png');
    await writeFile(noPicture, 'no picture');
    await send({ card: { ...card, photo, title: '一' }, edit: messageId, photoPath: noPicture });
    await send({ card: { ...card, photo, title: '长'.repeat(1_100) }, edit: messageId, photoPath });
    const album = { card: { ...card, photo, morePhotos: [photo], title: '二' }, albumPaths: [photoPath, photoPath] };
    await send({ ...album, edit: messageId, photoPath });
    expect(await telegram.seen('direct')).toMatchObject([{ hasPhoto: false, text: '二\n西塘' }]);
  });

  it('says that a message that was taken away is gone', async () => {
    expect(await failed(send({ edit: '999' }))).toMatchObject({ failure: 'permanent', reason: 'message_gone' });
  });

  it('follows a group that became a supergroup', async () => {
    const { chat } = await telegram.fake.control.createGroup({ kind: 'group' });
    const { to } = await telegram.fake.control.migrate({ chat, by: telegram.user });
    const room = { externalId: String(chat), kind: 'group' } as const;
    const error = await failed(
      telegram.adapter.send(room, { kind: 'card', card, edit: null, replyTo: null, photoPath: null }),
    );
    expect(error).toMatchObject({ failure: 'permanent', movedTo: String(to) });
  });

  it('shortens an answer to a tap that is too long to show', async () => {
    await telegram.adapter.start(() => Promise.resolve());
    await send();
    const { tap } = await telegram.fake.control.tap({
      chat: telegram.user,
      user: telegram.user,
      message: 1,
      button: '接警',
    });
    await telegram.adapter.answerTap(tap, '满'.repeat(300));
    expect((await telegram.fake.control.answer({ tap }))?.text).toHaveLength(200);
    expect(await failed(telegram.adapter.answerTap(tap, '又'))).toMatchObject({ failure: 'permanent' });
  });

  it('does not know what became of a call that was never answered', async () => {
    await telegram.fake.control.fault({ kind: 'hang' });
    expect(await failed(send())).toMatchObject({ failure: 'unknown', message: 'sendMessage: no answer within 300 ms' });
    await telegram.fake.control.fault({ kind: 'reset_before' });
    expect(await failed(send())).toMatchObject({ failure: 'unknown', message: 'sendMessage: ECONNRESET' });
  });

  it('knows that nothing was sent where no connection came about', async () => {
    await telegram.fake.close();
    expect(await failed(send())).toMatchObject({ failure: 'retryable', message: 'sendMessage: ECONNREFUSED' });
  });

  it('keeps its connections open', async () => {
    for (let n = 0; n < 20; n += 1) await send();
    expect(telegram.fake.connections()).toBeLessThanOrEqual(2);
  });

  it('never lets the token into an error or the log', async () => {
    const attachment = { kind: 'photo', ref: 'unknown' } as const;
    await telegram.adapter.start(() => Promise.resolve());
    const errors = [
      await failed(whole(telegram.adapter.fetchFile(attachment, 1_000))),
      await failed(send({ edit: '999' })),
    ];
    const { message } = await telegram.fake.control.sendPhoto({ chat: telegram.user, user: telegram.user });
    expect(message).toBeGreaterThan(0);
    for (const kind of [
      'flood',
      'server_error',
      'bad_gateway',
      'reset_before',
      'reset_after',
      'hang',
      'garbage',
    ] as const) {
      await telegram.fake.control.fault({ kind, methods: ['sendMessage'] });
      errors.push(await failed(send()));
    }
    await telegram.fake.close();
    errors.push(
      await failed(send()),
      await failed(telegram.adapter.answerTap('1', 'x')),
      await telegram.adapter.selfCheck([]),
    );
    const everything =
      errors.map((error) => inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error)).join() +
      log.lines.join();
    expect(everything).toContain('ECONNREFUSED');
    expect(everything).not.toContain(telegram.fake.token);
    expect(everything).not.toContain(telegram.fake.token.split(':')[1]);
  });
});
