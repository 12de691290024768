import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TelegramAdapter } from '../../../bot/telegram/telegram-adapter.ts';
import { webhookSecretHeader } from '../../../bot/telegram/webhook.ts';
import { Collected } from '../collected.ts';
import { telegramHarness, type TelegramHarness } from './telegram-harness.ts';

const secret = 'a-Secret_of_the_webhook';
const update = JSON.stringify({
  update_id: 5,
  message: {
    message_id: 1,
    date: 1_795_309_990,
    chat: { id: 7, type: 'private' },
    from: { id: 7, first_name: '林' },
    text: '在',
  },
});

describe('taking updates by webhook', () => {
  let telegram: TelegramHarness;
  let server: Server;
  let inbox: Collected;

  beforeEach(async () => {
    const door: { adapter: TelegramAdapter | null } = { adapter: null };
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const given = request.headers[webhookSecretHeader];
        void door.adapter
          ?.handleWebhook(typeof given === 'string' ? given : undefined, Buffer.concat(chunks))
          .then((status) => {
            response.writeHead(status).end();
          });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram/webhook`;
    telegram = await telegramHarness({ delivery: { kind: 'webhook', url, secret } });
    door.adapter = telegram.adapter;
    inbox = new Collected();
  });
  afterEach(async () => {
    await telegram.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const post = (body: string | Uint8Array, given: string | undefined = secret): Promise<number> =>
    telegram.adapter.handleWebhook(given, body);

  it('registers its address and takes what is posted there', async () => {
    await telegram.adapter.start(inbox.receive);
    await telegram.says('direct', '厂里着火了');
    expect((await inbox.message('厂里着火了')).inbound.sender?.name).toBe('林 海');
    expect(await telegram.adapter.selfCheck([])).toMatchObject([{ code: 'ok' }]);
  });

  it('gets again what could not be stored', async () => {
    await telegram.adapter.start(inbox.receive);
    inbox.failures = 2;
    await telegram.says('direct', '有人落水');
    await inbox.message('有人落水');
    expect(inbox.events).toHaveLength(1);
  });

  it('answers 200 only after the update is stored', async () => {
    const stored = Promise.withResolvers<undefined>();
    await telegram.adapter.start(() => stored.promise);
    const answer = post(update);
    const first = await Promise.race([answer, new Promise((resolve) => setImmediate(() => resolve('not yet')))]);
    expect(first).toBe('not yet');
    stored.resolve(undefined);
    expect(await answer).toBe(200);
  });

  it.each([
    ['no secret', undefined],
    ['an empty one', ''],
    ['a wrong one', 'a-Secret_of_the_webhooK'],
    ['a longer one', `${secret}x`],
  ])('answers 401 to %s', async (_, given) => {
    await telegram.adapter.start(inbox.receive);
    expect(await telegram.adapter.handleWebhook(given, update)).toBe(401);
    expect(inbox.events).toEqual([]);
  });

  it.each(['', 'hello', '[]', 'null', '{}', '{"update_id":"5"}', '{"update_id":1.5}', '{"update_id":5'])(
    'answers 400 to %j',
    async (body) => {
      await telegram.adapter.start(inbox.receive);
      expect(await post(body)).toBe(400);
    },
  );

  it('answers 413 to what is far too large', async () => {
    await telegram.adapter.start(inbox.receive);
    expect(await post(`{"update_id":5,"x":"${'x'.repeat(2 ** 20)}"}`)).toBe(413);
  });

  it('answers 503 while storage is down, before the start and after the stop', async () => {
    expect(await post(update)).toBe(503);
    await telegram.adapter.start(inbox.receive);
    inbox.failures = 1;
    expect(await post(update)).toBe(503);
    expect(await post(Buffer.from(update))).toBe(200);
    await telegram.adapter.stop();
    expect(await post(update)).toBe(503);
  });

  it('finishes at the stop what is in hand', async () => {
    const stored = Promise.withResolvers<undefined>();
    await telegram.adapter.start(() => stored.promise);
    const answer = post(update);
    const stopped = telegram.adapter.stop();
    stored.resolve(undefined);
    expect(await answer).toBe(200);
    await stopped;
  });

  it('passes over an update that has no shape, so that it does not come for ever', async () => {
    await telegram.adapter.start(inbox.receive);
    expect(await post('{"update_id":5,"message":{}}')).toBe(200);
    expect(inbox.events).toEqual([]);
  });
});

describe('a bot that polls', () => {
  it('has no webhook', async () => {
    const telegram = await telegramHarness();
    expect(await telegram.adapter.handleWebhook(secret, update)).toBe(401);
    await telegram.close();
  });
});
