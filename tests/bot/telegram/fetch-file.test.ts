import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Attachment } from '../../../core/message.ts';
import { Collected } from '../collected.ts';
import { telegramHarness, type TelegramHarness } from './telegram-harness.ts';
import { whole } from '../../support/whole.ts';

const MB = 1024 * 1024;

describe('fetching a file from Telegram', () => {
  let telegram: TelegramHarness;
  let inbox: Collected;

  beforeEach(async () => {
    telegram = await telegramHarness();
    inbox = new Collected();
    await telegram.adapter.start(inbox.receive);
  });
  afterEach(() => telegram.close());

  const sent = async (bytes: Uint8Array, claimedSize?: number): Promise<Attachment> => {
    const { user, fake } = telegram;
    await fake.control.sendFile({
      chat: user,
      user,
      kind: 'document',
      bytes: Buffer.from(bytes).toString('base64'),
      claimedSize,
    });
    const { message } = await inbox.messageThat(({ attachments }) => attachments.length > 0);
    return message.attachments[0]!;
  };
  const failed = (attempt: Promise<unknown>): Promise<unknown> =>
    attempt.then(
      () => null,
      (error: unknown) => error,
    );

  it('gives its bytes', async () => {
    const attachment = await sent(Buffer.from('证据'));
    expect((await whole(telegram.adapter.fetchFile(attachment, MB))).toString()).toBe('证据');
  });

  it('refuses for good what is larger than wanted, whether it says so or not', async () => {
    const attachment = await sent(new Uint8Array(2_000), 100);
    expect(await failed(whole(telegram.adapter.fetchFile(attachment, 1_000)))).toMatchObject({ failure: 'permanent' });
    expect(await failed(whole(telegram.adapter.fetchFile({ ...attachment, sizeBytes: 2_000 }, 1_000)))).toMatchObject({
      failure: 'permanent',
    });
  });

  it('refuses for good what Telegram does not hand over', async () => {
    const attachment = await sent(new Uint8Array(10), 21 * MB);
    const unsized = { ...attachment, sizeBytes: 0 };
    expect(await failed(whole(telegram.adapter.fetchFile(unsized, 30 * MB)))).toMatchObject({
      failure: 'permanent',
      reason: 'refused',
    });
    expect(await failed(whole(telegram.adapter.fetchFile({ kind: 'photo', ref: 'nothing' }, MB)))).toMatchObject({
      failure: 'permanent',
    });
  });

  it('can be tried again when the connection breaks', async () => {
    const attachment = await sent(Buffer.from('证据'));
    await telegram.fake.control.fault({ kind: 'server_error', methods: ['getFile'] });
    expect(await failed(whole(telegram.adapter.fetchFile(attachment, MB)))).toMatchObject({ failure: 'retryable' });
    expect(await whole(telegram.adapter.fetchFile(attachment, MB))).toHaveLength(6);
  });
});
