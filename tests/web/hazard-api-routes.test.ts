import { beforeEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { webStage } from './web-stage.ts';

eachEngine((database) => {
  const web = webStage(database);
  beforeEach(() => web.stage.begin([{ name: '值01', roles: ['duty_officer'] }]));
  const post = (body: unknown, key = 'a-key-of-the-tests'): Promise<Response> =>
    Promise.resolve(
      web.app.request('/api/hazards', {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { authorization: `Bearer ${key}` },
      }),
    );

  it('a hazard of another system gets a number and waits for a human', async () => {
    const response = await post({ words: '消防通道被车辆占用', placeCode: 'xt', kinds: ['fire_exit'] });
    expect(response.status).toBe(201);
    const { number } = (await response.json()) as { number: string };
    const hazard = await database.store.read.hazards.byNumber(number);
    expect(hazard).toMatchObject({ state: 'reported', grade: null, words: '消防通道被车辆占用' });
    const [report] = hazard === null ? [] : await database.store.read.hazards.reports(hazard.id);
    expect(report).toMatchObject({ via: 'api', personId: null });
    expect(
      await (
        await post({ words: '还占着', placeCode: 'XT', kinds: ['fire_exit'], position: { lat: 28.905, lon: 120.055 } })
      ).json(),
    ).toMatchObject({
      state: 'reported',
    });
  });

  it('words of an emergency become an incident at once', async () => {
    const response = await post({ words: '车间着火了 浓烟', placeCode: 'XT' });
    expect(await response.json()).toEqual({
      number: (await web.stage.incident()).number,
      state: 'reported',
      emergency: true,
    });
    expect(await database.store.read.hazards.list({}, 1, null)).toEqual([]);
  });

  it.each([
    'not json',
    '{}',
    '{"words":"x"}',
    '{"words":"","place":"村口"}',
    '{"words":"x","place":"村口","kinds":["party"]}',
    '{"words":"x","placeCode":"QY-9999"}',
    '{"words":"x","position":{"lat":91,"lon":0}}',
    '{"words":"x","place":"村口","grade":"major"}',
  ])('%s gets a clear answer and registers nothing', async (body) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'invalid' } });
    expect(await database.store.read.hazards.list({}, 1, null)).toEqual([]);
  });

  it('a position far from the zone says where nothing is', async () => {
    const response = await post({ words: '路灯不亮', position: { lat: 10, lon: 100 } });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'invalid' } });
    expect(await database.store.read.hazards.list({}, 1, null)).toEqual([]);
  });

  it('needs the key, and has a bound', async () => {
    expect((await post({ words: 'x', place: '村口' }, 'another-key-of-tests')).status).toBe(401);
    expect((await post({ words: 'x'.repeat(20_000), place: '村口' })).status).toBe(413);
  });
});
