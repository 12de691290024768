import { beforeEach, expect, it } from 'vitest';
import type { Order } from '../../core/incident.ts';
import { eachEngine } from '../support/stores.ts';
import { webStage, wordsOf } from './web-stage.ts';

eachEngine((database) => {
  const web = webStage(database);
  let order: Order;
  let address: string;

  /** A fire is called out; 东01 and 东02 are asked for two seats. */
  beforeEach(async () => {
    const { stage } = web;
    await stage.begin([
      { name: '张阿姨', roles: ['resident'], duty: 'off' },
      { name: '值01', roles: ['duty_officer'] },
      { name: '东01', skills: ['fire_operator'] },
      { name: '东02', skills: ['fire_operator'] },
      { name: '东03', skills: ['fire_operator'] },
    ]);
    await stage.says('张阿姨', '厂里着火了 浓烟 西塘工业区这边');
    await stage.taps('值01', 'confirm', { in: '指挥群' });
    await stage.taps('值01', 'call_out', { in: '指挥群' });
    order = await stage.orderOf('东01');
    address = addressOf(order);
  });

  const addressOf = (one: Order, daysAgo = 0): string => {
    const signedAt = web.stage.clock.now() - daysAgo * 24 * 3_600_000;
    return new URL(web.links.order(one, signedAt) ?? 'https://nowhere.test').pathname;
  };
  const open = (path = address, init?: RequestInit): Promise<Response> => Promise.resolve(web.app.request(path, init));
  const press = (answer: string, path = address): Promise<Response> =>
    open(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ answer }).toString(),
    });
  const answerOf = async (name: string): Promise<string> => (await web.stage.orderOf(name)).answer;

  it('shows the order and a button for each answer, without a script', async () => {
    const response = await open();
    expect(response.status).toBe(200);
    const html = await response.clone().text();
    expect(html).toMatch(/<button type="submit" name="answer" value="accept"/);
    expect(html).toMatch(/<button type="submit" name="answer" value="decline"/);
    expect(html).toContain('href="tel:19900000001"');
    const words = await wordsOf(response);
    expect(words).toContain('西塘工业区');
    expect(words).toContain('先断电，不进浓烟');
  });

  it('opening it, however often, answers nothing', async () => {
    for (let times = 0; times < 3; times += 1) await open();
    await open(address, { method: 'HEAD' });
    expect(await answerOf('东01')).toBe('open');
    expect((await web.stage.orderOf('东01')).seenAt).toBeNull();
  });

  it('one press takes the seat through the same claim as every door, and says so', async () => {
    const words = await wordsOf(await press('accept'));
    expect(words).toMatch(/接警成功|席位/);
    await web.stage.rest();
    expect(await web.stage.orderOf('东01')).toMatchObject({ answer: 'accepted', door: 'link' });
    web.stage.sees('指挥群', /东01/);
    expect(await wordsOf(await press('eta.8'))).toContain('8');
  });

  it('whoever comes too late is told the truth', async () => {
    for (const name of ['东02', '东03']) await press('accept', addressOf(await web.stage.orderOf(name)));
    const words = await wordsOf(await press('accept'));
    expect(words).toMatch(/满员|待命/);
    expect(await answerOf('东01')).toBe('standby');
  });

  it('a press that is none of ours changes nothing and shows the order again', async () => {
    for (const answer of ['', 'confirm', 'launch_missiles', 'eta.99999', '<script>', 'accept.accept.accept']) {
      const response = await press(answer);
      expect(response.status).toBe(200);
      expect(await wordsOf(response)).toContain('西塘工业区');
    }
    expect(await answerOf('东01')).toBe('open');
  });

  it('a changed link is unknown, and says what to do', async () => {
    const last = address.at(-1) === 'A' ? 'B' : 'A';
    for (const path of [`${address.slice(0, -1)}${last}`, '/o/x', '/o/a.b.c', `${address}.more`]) {
      const response = await open(path);
      expect(response.status).toBe(404);
      expect(await wordsOf(response)).toContain('回到聊天里');
      expect((await press('accept', path)).status).toBe(404);
    }
    expect(await answerOf('东01')).toBe('open');
  });

  it('an old link has expired, and says what to do', async () => {
    const old = addressOf(order, 5);
    const response = await open(old);
    expect(response.status).toBe(410);
    expect(await wordsOf(response)).toContain('过期');
    expect((await press('accept', old)).status).toBe(410);
    expect(await answerOf('东01')).toBe('open');
  });

  it('after the end there is nothing left to press', async () => {
    await web.stage.taps('值01', 'stand_down', { in: '指挥群' });
    const html = await (await open()).text();
    expect(html).not.toContain('value="accept"');
    await press('accept');
    expect(await answerOf('东01')).not.toBe('accepted');
  });

  it('words of a stranger are shown as they are written', async () => {
    await web.stage.says('张阿姨', '');
    const incident = await web.stage.incident();
    await database.store.transaction((tx) =>
      tx.incidents.put({ ...incident, words: '<img src=x onerror=alert(1)> & "厂里"' }),
    );
    const response = await open();
    expect(await response.clone().text()).not.toContain('<img');
    expect(await wordsOf(response)).toContain('<img src=x onerror=alert(1)> & "厂里"');
  });

  it('more than a form is refused', async () => {
    expect((await press('a'.repeat(5_000))).status).toBe(413);
  });
});
