import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../support/stores.ts';
import { webStage } from './web-stage.ts';

const database = freshDatabase('sqlite');
const web = webStage(database);

async function begun(): Promise<{ path: string; json: string }> {
  await web.stage.begin([{ name: '张阿姨', roles: ['resident'] }]);
  await web.stage.says('张阿姨', '路边有根电线 <b>掉下来了</b>');
  const link = web.links.ownData(web.stage.person('张阿姨').id, web.stage.clock.now());
  const { pathname, search } = new URL(link ?? '');
  return { path: `${pathname}${search}`, json: `${pathname}.json${search}` };
}

describe('the page of one’s own data', () => {
  it('shows everything that is kept, with times of the zone, and nothing of it stays in the browser', async () => {
    const { path } = await begun();
    const answer = await web.app.request(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    expect(text).toContain('我的数据');
    expect(text).toContain('路边有根电线 &lt;b&gt;掉下来了&lt;/b&gt;');
    expect(text).toMatch(/时间：2026-11-2\d \d\d:\d\d:\d\d · 平台：Telegram · 种类：消息/);
    expect(text).toMatch(/语言：中文 · 身份：居民/);
    expect(await (await web.app.request(path, { headers: { 'accept-language': 'en' } })).text()).toContain('My data');
  });

  it('gives the same as JSON', async () => {
    const { json } = await begun();
    const answer = await web.app.request(json);
    expect(answer.headers.get('content-disposition')).toContain('my-data.json');
    const data = (await answer.json()) as { person: { name: string }[]; message: { words: string }[] };
    expect(data.person[0]?.name).toBe('张阿姨');
    expect(data.message.map(({ words }) => words)).toEqual(['路边有根电线 <b>掉下来了</b>']);
  });

  it('opens to nobody else: forged, of another page, or a day later', async () => {
    const { path } = await begun();
    expect((await web.app.request(`${path}x`)).status).toBe(404);
    expect((await web.app.request('/private/data')).status).toBe(404);
    const other = web.links.incident(
      { number: 'I-2611-0001' } as never,
      web.stage.person('张阿姨').id,
      web.stage.clock.now(),
    );
    expect((await web.app.request(`/private/data${new URL(other ?? '').search}`)).status).toBe(404);
    await web.stage.daysLater(2);
    const late = await web.app.request(path);
    expect(late.status).toBe(410);
    expect(await late.text()).toContain('链接过期了');
  });
});
