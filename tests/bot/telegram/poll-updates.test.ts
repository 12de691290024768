import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Collected } from '../collected.ts';
import { keptLog, telegramHarness, type TelegramHarness } from './telegram-harness.ts';

describe('taking updates by polling', () => {
  let telegram: TelegramHarness;
  let inbox: Collected;
  const log = keptLog();

  beforeEach(async () => {
    log.lines.length = 0;
    telegram = await telegramHarness({ log });
    inbox = new Collected();
  });
  afterEach(() => telegram.close());

  it('takes what was waiting before the start', async () => {
    await telegram.says('direct', '厂里着火了');
    await telegram.adapter.start(inbox.receive);
    expect((await inbox.message('厂里着火了')).inbound.sender?.name).toBe('林 海');
  });

  it('confirms nothing that is not stored', async () => {
    inbox.failures = 2;
    await telegram.adapter.start(inbox.receive);
    await telegram.says('direct', '有人落水');
    await inbox.message('有人落水');
    await telegram.says('direct', '快');
    await inbox.message('快');
    expect(inbox.events.filter(({ event }) => event.kind === 'message' && event.text === '有人落水')).toHaveLength(1);
    expect(log.lines.join()).toContain('could not be stored');
  });

  it('confirms at the stop what it took', async () => {
    await telegram.adapter.start(inbox.receive);
    await telegram.says('direct', '签到');
    await inbox.message('签到');
    await telegram.adapter.stop();
    expect((await telegram.fake.control.delivery()).pending).toBe(0);
  });

  it('takes what comes after a quiet week, when the numbers begin anew', async () => {
    await telegram.adapter.start(inbox.receive);
    await telegram.says('direct', '一');
    await inbox.message('一');
    const polls = async (): Promise<number> => (await telegram.fake.control.counts())['getUpdates'] ?? 0;
    const before = await polls();
    await expect.poll(polls, { timeout: 5_000 }).toBeGreaterThan(before + 1);
    await telegram.fake.control.restartUpdateIds({ at: 17 });
    await telegram.says('direct', '二');
    await inbox.message('二');
  });

  it('removes a webhook that is left over, and drops nothing that waits', async () => {
    await postTo(telegram, 'setWebhook', { url: 'https://old.example/hook' });
    await telegram.says('direct', '漏电');
    await telegram.adapter.start(inbox.receive);
    await inbox.message('漏电');
    expect((await telegram.fake.control.delivery()).webhook).toBeNull();
  });

  it('says once that somebody else polls, and goes on', async () => {
    await telegram.adapter.start(inbox.receive);
    await postTo(telegram, 'getUpdates', { timeout: 0 });
    await telegram.says('direct', '在');
    await inbox.message('在');
    expect(log.lines.filter((line) => line.includes('another program polls with the same token'))).toHaveLength(1);
  });

  it('goes on after the connection broke, the server failed and the rate was too high', async () => {
    await telegram.adapter.start(inbox.receive);
    for (const kind of ['reset_before', 'bad_gateway', 'server_error', 'garbage', 'flood'] as const) {
      await telegram.fake.control.fault({ kind, methods: ['getUpdates'], retryAfterSeconds: 0 });
    }
    await telegram.fake.control.cutConnections();
    await telegram.says('direct', '在');
    await inbox.message('在');
  });

  it('passes over what it can not read, and takes what follows', async () => {
    await telegram.adapter.start(inbox.receive);
    await telegram.fake.control.rawUpdate({ body: { message: { text: '没有群' } } });
    await telegram.says('direct', '在');
    await inbox.message('在');
    expect(log.lines.join()).toContain('could not be read');
    expect(log.lines.join()).not.toContain('没有群');
  });

  it('asks for the kinds of update that must be named', async () => {
    await telegram.adapter.start(inbox.receive);
    await telegram.says('direct', '在');
    await inbox.message('在');
    expect((await telegram.fake.control.delivery()).allowed).toEqual(
      expect.arrayContaining(['message_reaction', 'chat_member']),
    );
  });

  it('registers its menu in both languages', async () => {
    await telegram.adapter.start(inbox.receive);
    expect(await telegram.fake.control.commands()).toEqual({
      'default/': [{ command: 'help', description: '怎么用' }],
      'default/en': [{ command: 'help', description: 'How it works' }],
    });
  });
});

async function postTo({ fake }: TelegramHarness, method: string, params: object): Promise<void> {
  const response = await fetch(`${fake.address}/bot${fake.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  await response.arrayBuffer();
}
