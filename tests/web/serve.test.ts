import { request } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { serveWeb, type WebServer } from '../../web/serve.ts';
import { freshDatabase } from '../support/stores.ts';
import { webStage, wordsOf } from './web-stage.ts';

const database = freshDatabase('sqlite');
const web = webStage(database);
let server: WebServer;
/** What Telegram's door was handed. */
let taken: { secret: string | undefined; body: string }[];
let answer: (secret: string | undefined) => Promise<number>;

const start = (telegram = true): Promise<WebServer> =>
  serveWeb({
    app: web.app,
    streams: web.streams,
    host: '127.0.0.1',
    port: 0,
    takeTelegram: telegram
      ? (secret, body) => {
          taken.push({ secret, body: Buffer.from(body).toString() });
          return answer(secret);
        }
      : null,
  });

beforeEach(async () => {
  taken = [];
  answer = (secret) => Promise.resolve(secret === 'right' ? 200 : 401);
  server = await start();
});
afterEach(() => server.close());

const hook = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}/telegram/webhook`, {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': 'right', 'content-type': 'application/json', ...headers },
    body,
  });

it('hands an update on as it came and answers with what became of it', async () => {
  expect((await hook('{"update_id":1}')).status).toBe(200);
  expect(taken).toEqual([{ secret: 'right', body: '{"update_id":1}' }]);
  expect((await hook('{}', { 'x-telegram-bot-api-secret-token': 'wrong' })).status).toBe(401);
  answer = () => Promise.resolve(503);
  expect((await hook('{}')).status).toBe(503);
});

it('a post without the secret is Telegram’s to refuse, not ours to guess', async () => {
  const response = await fetch(`${server.url}/telegram/webhook`, { method: 'POST', body: '{}' });
  expect(response.status).toBe(401);
  expect(taken[0]?.secret).toBeUndefined();
});

it('reads no more than a megabyte', async () => {
  const response = await hook('x'.repeat(1024 * 1024 + 1));
  expect(response.status).toBe(413);
  expect(taken).toEqual([]);
  expect((await hook('x'.repeat(1024 * 1024))).status).toBe(200);
});

it('a body that comes in pieces arrives whole', async () => {
  const sending = request(`${server.url}/telegram/webhook`, {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': 'right' },
  });
  const answered = once(sending, 'response');
  for (const piece of ['{"update', '_id":', '7}']) sending.write(piece);
  sending.end();
  await answered;
  expect(taken[0]?.body).toBe('{"update_id":7}');
});

it('looking at the webhook is refused, and without one the address is unknown', async () => {
  expect((await fetch(`${server.url}/telegram/webhook`)).status).toBe(405);
  await server.close();
  server = await start(false);
  expect((await hook('{}')).status).toBe(404);
});

it('says on one line that the port is taken', async () => {
  const port = Number(new URL(server.url).port);
  const second = serveWeb({ app: web.app, streams: web.streams, host: '127.0.0.1', port, takeTelegram: null });
  await expect(second).rejects.toThrow(/^PORT: expected a free port.*$/);
});

it('lets a request in hand finish before it closes, and ends open streams', async () => {
  const stream = await fetch(`${server.url}/rehearsal/events`);
  const held = Promise.withResolvers<number>();
  answer = () => held.promise;
  const answered = hook('{"update_id":1}');
  while (taken.length === 0) await new Promise((resolve) => setImmediate(resolve));
  const closed = server.close();
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  held.resolve(200);
  expect((await answered).status).toBe(200);
  await closed;
  await stream.text();
});

it('garbage instead of a request harms nobody', async () => {
  const { port, hostname } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.end('\u0000\u0001 GARBAGE\r\n\r\n');
  socket.resume();
  await once(socket, 'close');
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

it('only so many streams are open at once; the next is asked to come later', async () => {
  const open = await Promise.all([1, 2, 3].map(() => fetch(`${server.url}/rehearsal/events`)));
  const late = await fetch(`${server.url}/rehearsal/events`);
  expect(late.status).toBe(503);
  expect(late.headers.get('retry-after')).toBe('5');
  web.streams.close();
  await Promise.all(open.map((response) => response.text()));
});

it('WeChat’s login code is drawn for a browser on this machine', async () => {
  web.login = { state: 'scan', qrText: 'https://login.weixin.test/l/abc' };
  const response = await fetch(`${server.url}/wechat/login`);
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(html).toMatch(/<svg[\s\S]*<path/);
  expect(html).not.toContain('login.weixin.test');
  web.login = { state: 'logged_in', accountId: 'bot', name: '<b>小群</b>' };
  const words = await wordsOf(await fetch(`${server.url}/wechat/login`));
  expect(words).toContain('<b>小群</b>');
  web.login = null;
  expect(await wordsOf(await fetch(`${server.url}/wechat/login`))).toContain('WECHATY_PUPPET');
});

it('an administrator elsewhere scans it by a signed link, for as long as they are one', async () => {
  web.login = { state: 'scan', qrText: 'https://login.weixin.test/l/abc' };
  await web.stage.begin([
    { name: '管01', roles: ['admin'] },
    { name: '值01', roles: ['duty_officer'] },
  ]);
  const addressFor = (name: string, hoursAgo = 0): string => {
    const signedAt = web.stage.clock.now() - hoursAgo * 3_600_000;
    const link = web.links.login(web.stage.person(name).id, signedAt) ?? '';
    return `${server.url}${new URL(link).pathname}${new URL(link).search}`;
  };
  const through = (address: string): Promise<Response> =>
    fetch(address, { headers: { 'x-forwarded-for': '203.0.113.9' } });
  const mine = addressFor('管01');
  const shown = await through(mine);
  expect(shown.status).toBe(200);
  expect(shown.headers.get('cache-control')).toBe('no-store');
  expect(await shown.text()).toContain('class="qr"');
  for (const address of [`${mine}x`, addressFor('值01'), addressFor('管01', 26), mine.replace(/k=.*/, 'k=a.b.c')])
    expect((await through(address)).status).toBe(403);
  await database.store.transaction((tx) => tx.people.put({ ...web.stage.person('管01'), roles: ['rescuer'] }));
  expect((await through(mine)).status).toBe(403);
});

it('nobody else sees it: not through a proxy, not by a foreign name', async () => {
  web.login = { state: 'scan', qrText: 'https://login.weixin.test/l/abc' };
  const proxied = await fetch(`${server.url}/wechat/login`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
  expect(proxied.status).toBe(403);
  expect(await proxied.text()).not.toContain('class="qr"');
  const rebound = await new Promise<number | undefined>((resolve, reject) => {
    request(`${server.url}/wechat/login`, { headers: { host: 'rebound.evil.test' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(rebound).toBe(403);
});
