import { beforeEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { webStage, wordsOf } from './web-stage.ts';

eachEngine((database) => {
  const web = webStage(database);

  beforeEach(async () => {
    const { stage } = web;
    await stage.begin([
      { name: '张阿姨', roles: ['resident'], duty: 'off' },
      { name: '值01', roles: ['duty_officer'] },
      { name: '东01', skills: ['fire_operator'] },
      { name: '东02', skills: ['fire_operator'] },
      { name: '东09', roles: ['rescuer'], duty: 'off' },
    ]);
    await stage.says('张阿姨', '厂里着火了 浓烟 西塘工业区这边');
    await stage.taps('值01', 'confirm', { in: '指挥群' });
    await stage.taps('值01', 'call_out', { in: '指挥群' });
    await stage.later(4);
    await stage.taps('东01', 'accept');
    await stage.taps('东02', 'decline');
  });

  const addressFor = async (name: string, daysAgo = 0): Promise<string> => {
    const { stage, links } = web;
    const signedAt = stage.clock.now() - daysAgo * 24 * 3_600_000;
    const link = links.incident(await stage.incident(), stage.person(name).id, signedAt);
    const { pathname, search } = new URL(link ?? 'https://nowhere.test');
    return `${pathname}${search}`;
  };
  const open = (path: string): Promise<Response> => Promise.resolve(web.app.request(path));
  const end = async (): Promise<void> => {
    await web.stage.taps('值01', 'stand_down', { in: '指挥群' });
    await web.stage.taps('东01', 'safe');
  };

  it('the officer reads who, when and how long, with every second', async () => {
    await end();
    const response = await open(await addressFor('值01'));
    expect(response.status).toBe(200);
    const words = await wordsOf(response.clone());
    expect(words).toContain((await web.stage.incident()).number);
    expect(words).toMatch(/20:00:\d\d 东01 接警/);
    expect(words).toMatch(/东02 不能去/);
    expect(words).toContain('处置完毕');
    expect(await response.text()).toMatch(/<svg class="curve"[^>]*role="img"/);
  });

  it('somebody who was called reads it too, but not who could not come', async () => {
    await end();
    const words = await wordsOf(await open(await addressFor('东01')));
    expect(words).toMatch(/东01 接警/);
    expect(words).not.toMatch(/东02 不能去/);
  });

  it('never names the witness', async () => {
    await end();
    expect(await wordsOf(await open(await addressFor('值01')))).not.toContain('张阿姨');
  });

  it('a running incident is shown as such, and keeps itself up to date', async () => {
    const response = await open(await addressFor('值01'));
    const html = await response.clone().text();
    expect(await wordsOf(response)).toContain('还没结束');
    expect(html).toMatch(/data-live="\/i\/[^"]+\/events\?k=/);
    await end();
    expect(await (await open(await addressFor('值01'))).text()).not.toContain('data-live');
  });

  it('is as good as not there for everybody else', async () => {
    const mine = await addressFor('值01');
    const [path = '', key = ''] = mine.split('?k=');
    const other = await addressFor('东09');
    for (const address of [path, `${path}?k=`, `${path}?k=${key}x`, other, '/i/I-2611-9999?k=a.b.c', '/i/%00']) {
      const response = await open(address);
      expect(response.status).toBe(404);
      expect(await wordsOf(response)).toMatch(/看不了/);
    }
    expect((await open(`${path}/photos/somefile?k=x`)).status).toBe(404);
    expect((await open(`${path}/events?k=x`)).status).toBe(404);
  });

  it('one person’s key opens nothing of another incident', async () => {
    const [, key = ''] = (await addressFor('值01')).split('?k=');
    await end();
    await web.stage.says('张阿姨', '渡口有人落水了');
    const { number } = await web.stage.incident();
    expect((await open(`/i/${number}?k=${key}`)).status).toBe(404);
  });

  it('after a month the link has expired', async () => {
    expect((await open(await addressFor('值01', 29))).status).toBe(200);
    expect((await open(await addressFor('值01', 32))).status).toBe(410);
  });
});
