import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeBotApi, type FakeBotApi } from './fake-bot-api/server.ts';
import { connectTelegramControl } from './telegram-control.ts';

interface Answer {
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

describe('the fake Bot API', () => {
  let fake: FakeBotApi;
  let user: number;

  beforeEach(async () => {
    fake = await startFakeBotApi();
    ({ user } = await fake.control.createUser({ started: true }));
  });
  afterEach(() => fake.close());

  const call = async (method: string, params: unknown = {}, token = fake.token): Promise<Answer> => {
    const response = await fetch(`${fake.address}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    });
    return (await response.json()) as Answer;
  };
  const refusal = async (method: string, params: unknown): Promise<string | undefined> =>
    (await call(method, params)).description;
  const send = async (chat: number, more: object = {}): Promise<number> => {
    const { result } = await call('sendMessage', { chat_id: chat, text: '出警令', ...more });
    return (result as { message_id: number }).message_id;
  };
  const button = { text: '接警', callback_data: 'k.accept' };
  const keyboard = (...rows: object[][]): object => ({ reply_markup: { inline_keyboard: rows } });

  it('knows one token', async () => {
    expect(await call('getMe', {}, '1:wrong')).toMatchObject({ error_code: 401, description: 'Unauthorized' });
    expect(await call('getMe')).toMatchObject({ ok: true, result: { can_read_all_group_messages: false } });
    expect(await call('GETME')).toMatchObject({ ok: true });
    expect(await call('fly')).toMatchObject({ error_code: 404, description: 'Not Found: method not found' });
  });

  it('refuses texts that the real one refuses', async () => {
    const say = (text: string, more: object = {}): Promise<string | undefined> =>
      refusal('sendMessage', { chat_id: user, text, ...more });
    expect(await say('')).toBe('Bad Request: message text is empty');
    expect(await say(' \n ')).toBe('Bad Request: text must be non-empty');
    expect(await say('长'.repeat(4097))).toBe('Bad Request: message is too long');
    expect(await say('长'.repeat(4096))).toBeUndefined();
    expect(await say('<script>', { parse_mode: 'HTML' })).toBe(
      'Bad Request: can\'t parse entities: Unsupported start tag "script" at byte offset 0',
    );
    expect(await say('<b>x', { parse_mode: 'HTML' })).toBe(
      'Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    );
    expect(await say('<b>x</i>', { parse_mode: 'HTML' })).toContain('Unmatched end tag at byte offset 4');
    expect(await say('x', { parse_mode: 'RTF' })).toBe('Bad Request: unsupported parse_mode');
    expect(await say('x', { entities: [{ type: 'bold', offset: 0, length: 2 }] })).toContain(
      'ends after the end of the text',
    );
    expect(await say('x', { txet: 'y' })).toContain('no parameter "txet"');
  });

  it('reads HTML as the real one does', async () => {
    await send(user, { text: '<b>火警</b> &lt;3 &amp; <a href="https://map.example/1">地图</a>', parse_mode: 'html' });
    const [shown] = await fake.control.messages({ chat: user });
    expect(shown?.text).toBe('火警 <3 & 地图');
  });

  it('refuses keyboards that the real one refuses', async () => {
    const give = (...rows: object[][]): Promise<string | undefined> =>
      refusal('sendMessage', { chat_id: user, text: 'x', ...keyboard(...rows) });
    expect(await give([{ text: 'x', callback_data: 'd'.repeat(65) }])).toBe('Bad Request: BUTTON_DATA_INVALID');
    expect(await give([{ text: 'x', callback_data: 'd'.repeat(64) }])).toBeUndefined();
    expect(await give([{ text: 'x', callback_data: '' }])).toContain('Text buttons are unallowed');
    expect(await give([{ text: 'x', url: 'http://localhost:8080/o/1' }])).toContain('Wrong HTTP URL');
    expect(await give(Array.from({ length: 101 }, () => button))).toBe('Bad Request: reply markup is too long');
    expect(await refusal('sendMessage', { chat_id: user, text: 'x', reply_markup: 'none' })).toContain("can't parse");
  });

  it('refuses chats that the bot can not write to', async () => {
    const { user: stranger } = await fake.control.createUser();
    const { chat: group } = await fake.control.createGroup({ bot: 'kicked' });
    const { chat: old } = await fake.control.createGroup({ kind: 'group' });
    const { to } = await fake.control.migrate({ chat: old, by: user });
    expect(await refusal('sendMessage', { chat_id: 42, text: 'x' })).toBe('Bad Request: chat not found');
    expect(await refusal('sendMessage', { chat_id: stranger, text: 'x' })).toBe(
      "Forbidden: bot can't initiate conversation with a user",
    );
    expect(await refusal('sendMessage', { chat_id: group, text: 'x' })).toBe(
      'Forbidden: bot was kicked from the supergroup chat',
    );
    expect((await call('sendMessage', { chat_id: old, text: 'x' })).parameters).toEqual({ migrate_to_chat_id: to });
    await fake.control.block({ user });
    expect(await refusal('sendMessage', { chat_id: user, text: 'x' })).toBe('Forbidden: bot was blocked by the user');
  });

  it('refuses edits that the real one refuses', async () => {
    const message_id = await send(user, keyboard([button]));
    const edit = (params: object): Promise<string | undefined> =>
      refusal('editMessageText', { chat_id: user, message_id, text: '出警令', ...params });
    expect(await edit(keyboard([button]))).toMatch(/^Bad Request: message is not modified/);
    expect(await edit({})).toBeUndefined();
    expect(await edit({ message_id: 99, text: 'y' })).toBe('Bad Request: message to edit not found');
    const { message } = await fake.control.write({ chat: user, user, text: '收到' });
    expect(await edit({ message_id: message, text: 'y' })).toBe("Bad Request: message can't be edited");
  });

  it('takes one answer for a tap, and no long one', async () => {
    const message = await send(user, keyboard([button]));
    const { tap } = await fake.control.tap({ chat: user, user, message, button: '接警' });
    const answer = (text: string): Promise<string | undefined> =>
      refusal('answerCallbackQuery', { callback_query_id: tap, text });
    expect(await answer('满'.repeat(201))).toBe('Bad Request: MESSAGE_TOO_LONG');
    expect(await answer('已接警')).toBeUndefined();
    expect(await answer('已接警')).toContain('query is too old');
    expect(await fake.control.answer({ tap })).toMatchObject({ text: '已接警' });
  });

  it('hides ordinary group messages from a bot in privacy mode', async () => {
    const { chat } = await fake.control.createGroup({ members: [user] });
    expect((await fake.control.write({ chat, user, text: '能去' })).update).toBeNull();
    expect((await fake.control.write({ chat, user, text: '/help@qunfang_test_bot' })).update).not.toBeNull();
    expect((await fake.control.write({ chat, user, text: '@qunfang_test_bot 能去' })).update).not.toBeNull();
    expect((await fake.control.write({ chat, user, text: '能去', replyTo: await send(chat) })).update).not.toBeNull();
    await fake.control.setPrivacy({ on: false });
    expect((await fake.control.write({ chat, user, text: '能去' })).update).not.toBeNull();
  });

  it('keeps updates until an offset confirms them', async () => {
    await fake.control.write({ chat: user, user, text: '一' });
    const { update } = await fake.control.write({ chat: user, user, text: '二' });
    expect((await call('getUpdates')).result).toHaveLength(2);
    expect((await call('getUpdates', { limit: 1 })).result).toHaveLength(1);
    expect((await call('getUpdates', { offset: update })).result).toHaveLength(1);
    expect((await call('getUpdates', { offset: update! + 1 })).result).toHaveLength(0);
  });

  it('ends a poll when another one begins, and refuses it beside a webhook', async () => {
    const first = call('getUpdates', { timeout: 20 });
    await fake.control.delivery();
    const second = call('getUpdates', { timeout: 20 });
    expect((await first).description).toContain('terminated by other getUpdates');
    await call('setWebhook', { url: 'https://bot.example/hook' });
    expect((await second).description).toContain('terminated by setWebhook');
    expect((await call('getUpdates')).error_code).toBe(409);
  });

  it('limits messages and edits when told to', async () => {
    await fake.control.limits();
    await send(user);
    const refused = await call('sendMessage', { chat_id: user, text: 'x' });
    expect(refused).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
    await fake.control.limits({ rules: null });
    expect((await call('sendMessage', { chat_id: user, text: 'x' })).ok).toBe(true);
  });

  it('breaks connections before and after the work when told to', async () => {
    await fake.control.fault({ kind: 'reset_before', methods: ['sendMessage'] });
    await expect(call('sendMessage', { chat_id: user, text: 'x' })).rejects.toThrow();
    expect(await fake.control.messages({ chat: user })).toHaveLength(0);
    await fake.control.fault({ kind: 'reset_after', chat: user });
    await expect(call('sendMessage', { chat_id: user, text: 'x' })).rejects.toThrow();
    expect(await fake.control.messages({ chat: user })).toHaveLength(1);
    expect(await fake.control.sent({ ok: true })).toMatchObject([
      { method: 'sendMessage', chat: user, fault: 'reset_after' },
    ]);
  });

  it('can be steered from another process', async () => {
    const remote = connectTelegramControl(fake.address);
    const { user: other } = await remote.createUser({ name: '李四', started: true });
    const waiting = remote.waitForSent({ chat: other, count: 1 });
    await send(other);
    expect(await waiting).toMatchObject({ complete: true, calls: [{ payload: { text: '出警令' } }] });
    await expect(remote.write({ chat: 1, user: 1, text: 'x' })).rejects.toThrow('no user 1');
  });

  it('runs as a process of its own, says its address and ends when told to', async () => {
    const main = fileURLToPath(new URL('fake-bot-api/main.ts', import.meta.url));
    const child = spawn(process.execPath, [main, '--port', '0', '--token', '5:Own'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const { address, token } = JSON.parse(line.toString('utf8')) as { address: string; token: string };
    expect(token).toBe('5:Own');
    expect(await connectTelegramControl(address).delivery()).toMatchObject({ webhook: null, pending: 0 });
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    expect((await exit)[0]).toBe(0);
  });
});
