import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../core/message.ts';
import type { Outgoing } from '../../../core/ports/chat.ts';
import { Collected } from '../collected.ts';
import { inProcess } from './in-process.ts';
import { wechatHarness, type WechatHarness } from './wechat-harness.ts';

const card: Card = { title: '满员，你是第1待命', lines: [], actions: [], links: [], loud: false };

describe('what goes out over WeChat', () => {
  let harness: WechatHarness;
  let inbox: Collected;
  beforeEach(async () => {
    harness = await wechatHarness(inProcess());
    inbox = new Collected();
    await harness.adapter.start(inbox.receive);
  });
  afterEach(() => harness.close());

  const send = (to: 'direct' | 'group', more: Partial<Extract<Outgoing, { kind: 'card' }>> = {}): Promise<unknown> =>
    harness.adapter.send(harness.room(to), { kind: 'card', card, edit: null, replyTo: null, photoPath: null, ...more });
  const long: Card = { ...card, lines: Array.from({ length: 60 }, (_, n) => ({ text: `${n}${'行'.repeat(99)}` })) };

  it('names in a group whom it answers, because nobody can be quoted', async () => {
    await harness.says('group', '能去');
    const { message } = await inbox.message('能去');
    await send('group', { replyTo: message.messageId });
    expect((await harness.seen('group')).map(({ text }) => text)).toEqual(['@林海\u2005\n满员，你是第1待命']);
  });

  it('names nobody in a direct chat, nor somebody whose message it does not remember', async () => {
    await harness.says('direct', '能去');
    const { message } = await inbox.message('能去');
    await send('direct', { replyTo: message.messageId });
    await send('group', { replyTo: 'forgotten' });
    expect((await harness.seen('direct'))[0]?.text).toBe('满员，你是第1待命');
    expect((await harness.seen('group'))[0]?.text).toBe('满员，你是第1待命');
  });

  it('is not known to have arrived when only the first part of it went out', async () => {
    const attempt = send('direct', { card: long });
    await harness.world.trouble('busy').catch(() => undefined);
    await expect(attempt).rejects.toMatchObject({ failure: 'unknown' });
    expect((await harness.seen('direct')).length).toBeGreaterThan(0);
  });

  it('is not known to have arrived when the puppet says something that nobody understands', async () => {
    await harness.world.trouble('broken');
    await expect(send('direct')).rejects.toMatchObject({ failure: 'unknown' });
  });

  it('waits a minute after WeChat found the account too busy', async () => {
    await harness.world.trouble('busy');
    await expect(send('direct')).rejects.toMatchObject({ failure: 'retryable', retryAfterMs: 60_000 });
  });

  it('never gets into a room that the account is not in', async () => {
    const gone = { externalId: 'gone@chatroom', kind: 'group' } as const;
    await expect(
      harness.adapter.send(gone, { kind: 'card', card, edit: null, replyTo: null, photoPath: null }),
    ).rejects.toMatchObject({ failure: 'permanent', reason: 'not_a_member' });
  });

  it('goes without its photo when that is gone from the disk', async () => {
    await send('direct', { photoPath: '/nowhere/photo.jpg' });
    expect(await harness.seen('direct')).toMatchObject([{ text: '满员，你是第1待命', hasPhoto: false }]);
  });

  it('is refused when it says nothing at all', async () => {
    await expect(send('direct', { card: { lines: [], actions: [], links: [], loud: false } })).rejects.toMatchObject({
      failure: 'permanent',
      reason: 'refused',
    });
  });

  it('has no answer to a tap, because there are no buttons', async () => {
    await expect(harness.adapter.answerTap('1', '好')).rejects.toMatchObject({ failure: 'permanent' });
  });
});
