import { expect, it } from 'vitest';
import { freshDatabase } from '../support/stores.ts';
import { webStage, wordsOf } from './web-stage.ts';

const web = webStage(freshDatabase('sqlite'));
const open = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(web.app.request(path, { headers }));

it('an unknown address is a page for people and JSON for programs', async () => {
  for (const path of ['/nothing', '/o', '/i', '/..%2f..%2fetc/passwd', '/telegram/webhook', '/%E0%A4%A']) {
    const response = await open(path);
    expect(response.status).toBe(404);
    expect(await wordsOf(response)).toContain('没有这个页面');
  }
  const response = await open('/rehearsal/nothing', { host: 'localhost' });
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: { code: 'not_found' } });
});

it('speaks the language that the browser asks for', async () => {
  expect(await wordsOf(await open('/nothing', { 'accept-language': 'en-GB,en;q=0.9' }))).toContain(
    'There is no such page',
  );
  expect(await wordsOf(await open('/nothing', { 'accept-language': 'fr, zh-CN' }))).toContain('没有这个页面');
});

it('lets no page be framed, run foreign scripts or tell where it was', async () => {
  for (const path of ['/', '/nothing', '/healthz', '/assets/web/client/page.css']) {
    const { headers } = await open(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
});

it('no page holds a script or a style of its own, which the policy would refuse', async () => {
  for (const path of ['/', '/nothing']) {
    const html = await (await open(path)).text();
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(html).not.toMatch(/\son\w+=|\sstyle=|<style/);
  }
});

it('the rehearsal room opens where there is one; else the first page says what runs', async () => {
  expect(await (await open('/')).text()).toContain('rehearsal.js');
  web.rehearses = false;
  web.adapters = { telegram: 'on', wechat: 'starting', web: 'on' };
  web.restart();
  const response = await open('/');
  expect(await wordsOf(response)).toMatch(/Telegram 已接通.*微信 正在接通/);
  expect((await open('/rehearsal/scene')).status).toBe(404);
});

it('is alive as long as it answers, and ready once the database and every adapter do', async () => {
  expect((await open('/healthz')).status).toBe(200);
  expect((await open('/readyz')).status).toBe(200);
  web.adapters = { ...web.adapters, telegram: 'starting' };
  expect((await open('/readyz')).status).toBe(503);
  web.adapters = { ...web.adapters, telegram: 'on' };
  web.databaseIsUp = false;
  const response = await open('/readyz');
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ ready: false, database: false, adapters: { telegram: 'on' } });
  expect((await open('/healthz')).status).toBe(200);
});

it('while nothing can be stored it is not ready, and a page that fails says that nobody has what was sent', async () => {
  const { storage } = web.stage.bot;
  Object.assign(storage, { lostSince: Date.UTC(2026, 10, 22, 12), works: () => Promise.resolve(false) });
  const readiness = await open('/readyz');
  expect(readiness.status).toBe(503);
  expect(await readiness.json()).toMatchObject({ ready: false, storing: false, since: '2026-11-22T12:00:00.000Z' });
  web.links.readOrder = () => {
    throw new Error('the disk is full');
  };
  const page = await open('/o/key');
  expect(page.status).toBe(503);
  expect(await wordsOf(page)).toMatch(/没有人看得到.*110\/119\/120/);
  const answer = await open('/o/key', { accept: 'application/json' });
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
  expect(await answer.json()).toMatchObject({ error: { code: 'unavailable' } });
  expect(web.failures).toEqual([]);
});

it('an asset that did not change is not sent again', async () => {
  const response = await open('/assets/web/client/page.css');
  expect(response.headers.get('content-type')).toContain('text/css');
  const tag = response.headers.get('etag') ?? '';
  const again = await open('/assets/web/client/page.css', { 'if-none-match': `"other", ${tag}` });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
  expect((await open('/assets/web/client/nothing.css')).status).toBe(404);
  expect((await open('/assets/../package.json')).status).toBe(404);
});

it('a page that fails says so kindly, and the log gets no address with a key', async () => {
  web.links.readOrder = () => {
    throw new Error('a bug');
  };
  const response = await open('/o/very.secret.key');
  expect(response.status).toBe(500);
  expect(await wordsOf(response)).toContain('没办成');
  expect(JSON.stringify(web.failures)).not.toContain('secret.key');
  expect(web.failures).toHaveLength(1);
});
