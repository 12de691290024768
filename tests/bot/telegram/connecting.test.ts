import { afterEach, describe, expect, it } from 'vitest';
import { telegramAdapter } from '../../../bot/telegram/telegram-adapter.ts';
import { wallClock } from '../../../core/clock.ts';
import type { Finding } from '../../../core/notice.ts';
import { startFakeBotApi } from '../../support/fake-bot-api/server.ts';
import { Collected } from '../collected.ts';
import { keptLog, silentLog, telegramHarness, type TelegramHarness } from './telegram-harness.ts';

let telegram: TelegramHarness | null = null;
afterEach(async () => {
  await telegram?.close();
  telegram = null;
});

const refusedLine = 'TELEGRAM_BOT_TOKEN: expected a token that Telegram knows; ask @BotFather for the right one';
const strange = '99:ATokenThatNobodyMaySee';

describe('starting with a token that Telegram does not know', () => {
  it.each([
    ['never given out', strange],
    ['misshapen', 'TokenThatNobodyMaySee'],
  ])('because it was %s is taken back in one line without it', async (_why, token) => {
    const log = keptLog();
    telegram = await telegramHarness({ log });
    const { fake } = telegram;
    const stranger = await telegramHarness({ token, apiRoot: fake.address, log });
    const start = stranger.adapter.start(() => Promise.resolve());
    await expect(start).rejects.toThrow(new Error(refusedLine));
    expect(log.lines).toEqual([]);
    await stranger.close();
  });

  it('is not taken back when that comes out later, but told', async () => {
    telegram = await telegramHarness();
    const found: Finding[] = [];
    const log = keptLog();
    const { fake } = telegram;
    const late = await telegramHarness({ apiRoot: fake.address, log, onFinding: (one) => found.push(one) });
    await fake.control.fault({ kind: 'server_error', methods: ['getMe'] });
    await fake.control.fault({ kind: 'revoked', methods: ['getMe'], times: 3 });
    await late.adapter.start(() => Promise.resolve());
    await expect.poll(() => found.map(({ code }) => code)).toEqual(['token_refused', 'login_back']);
    expect(log.lines.join()).toContain('TELEGRAM_BOT_TOKEN: expected');
    await late.close();
  });
});

describe('starting while Telegram can not be reached', () => {
  it('does not keep the program waiting, and connects when Telegram is back', async () => {
    const gone = await startFakeBotApi();
    await gone.close();
    const adapter = telegramAdapter({
      token: gone.token,
      apiRoot: gone.address,
      delivery: { kind: 'polling' },
      commands: [],
      clock: wallClock,
      log: silentLog,
      onFinding: () => undefined,
      pace: { pollSeconds: 1, firstPauseMs: 10, longestPauseMs: 20, longestUnstoredPauseMs: 20 },
    });
    const inbox = new Collected();
    await adapter.start(inbox.receive);
    expect(await adapter.selfCheck([])).toMatchObject([{ code: 'login_lost' }]);
    const back = await startFakeBotApi({ port: Number(new URL(gone.address).port) });
    const { user } = await back.control.createUser({ started: true });
    await back.control.write({ chat: user, user, text: '在' });
    await inbox.message('在');
    await adapter.stop();
    await back.close();
  });

  it.each(['hang', 'reset_before', 'server_error', 'bad_gateway', 'flood', 'garbage', 'proxy_page'] as const)(
    'goes on with a %s in place of the first answer, says so, and connects on the next try',
    async (kind) => {
      const log = keptLog();
      telegram = await telegramHarness({ log, timeoutMs: 100 });
      await telegram.fake.control.fault({ kind, methods: ['getMe'], retryAfterSeconds: 0 });
      const inbox = new Collected();
      await telegram.adapter.start(inbox.receive);
      await telegram.says('direct', '在');
      await inbox.message('在');
      expect(log.lines.join()).toContain('Telegram can not be reached; trying again');
    },
  );
});

describe('a webhook', () => {
  it.each(['http://qunfang.example/telegram/webhook', 'https://qunfang.example:8080/telegram/webhook'])(
    'at %s, which the server takes in no way, is taken back with the start',
    async (url) => {
      telegram = await telegramHarness({ delivery: { kind: 'webhook', url, secret: 's' } });
      const start = telegram.adapter.start(() => Promise.resolve());
      await expect(start).rejects.toThrow(/^PUBLIC_URL: expected [^\n]+ https, on port 443[^\n]+$/);
    },
  );
});

describe('a token that is revoked while the program runs', () => {
  it('is told once by polling, and so is that it is taken again', async () => {
    const found: Finding[] = [];
    telegram = await telegramHarness({ onFinding: (one) => found.push(one) });
    const inbox = new Collected();
    await telegram.adapter.start(inbox.receive);
    await telegram.fake.control.fault({ kind: 'revoked', methods: ['getUpdates'], times: 3 });
    await telegram.says('direct', '一');
    await telegram.says('direct', '二');
    await inbox.message('二');
    await expect.poll(() => found.map(({ code }) => code)).toEqual(['token_refused', 'login_back']);
  });

  it('is told once by whatever is sent', async () => {
    const found: Finding[] = [];
    const url = 'http://127.0.0.1:9/telegram/webhook';
    telegram = await telegramHarness({
      delivery: { kind: 'webhook', url, secret: 's' },
      onFinding: (one) => found.push(one),
    });
    await telegram.adapter.start(() => Promise.resolve());
    const { adapter, fake } = telegram;
    const card = { title: '出警令', lines: [], actions: [], links: [], loud: true };
    const room = telegram.room('direct');
    const send = (): Promise<unknown> =>
      adapter.send(room, { kind: 'card', card, edit: null, replyTo: null, photoPath: null });
    await fake.control.fault({ kind: 'revoked', methods: ['sendMessage'], times: 2 });
    await expect(send()).rejects.toMatchObject({ failure: 'permanent' });
    await expect(send()).rejects.toMatchObject({ failure: 'permanent' });
    expect(found.map(({ code }) => code)).toEqual(['token_refused']);
    await send();
    expect(found.map(({ code }) => code)).toEqual(['token_refused', 'login_back']);
  });
});
