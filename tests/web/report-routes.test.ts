import { describe, expect, it } from 'vitest';
import type { EmergencyTelling } from '../../handlers/incident/report-emergency.ts';
import { reportRoutes } from '../../web/report-routes.ts';

const apiKey = 'a-long-enough-secret';

function doors(key: string | null = apiKey): {
  told: EmergencyTelling[];
  post: (body: string, auth?: string) => Promise<Response>;
} {
  const told: EmergencyTelling[] = [];
  const routes = reportRoutes({
    apiKey: key,
    report: (telling) => {
      told.push(telling);
      return Promise.resolve({ number: 'I-2611-0001', state: 'reported' });
    },
  });
  const post = async (body: string, auth = `Bearer ${apiKey}`): Promise<Response> =>
    routes.request('/reports', { method: 'POST', body, headers: { authorization: auth } });
  return { told, post };
}

describe('a report from another system', () => {
  it('is taken with its place and waits for a human', async () => {
    const { told, post } = doors();
    const body = { words: '烟感报警 3 楼', kind: 'fire', placeCode: 'QY-0217', position: { lat: 28.9, lon: 120 } };
    const response = await post(JSON.stringify(body));
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ number: 'I-2611-0001', state: 'reported' });
    expect(told).toMatchObject([
      { words: '烟感报警 3 楼', kinds: ['fire'], placeCode: 'QY-0217', drill: false, person: null },
    ]);
  });

  it('without a kind is read for one', async () => {
    const { told, post } = doors();
    await post(JSON.stringify({ words: '厂里着火了 浓烟' }));
    expect(told).toMatchObject([{ kinds: ['fire'] }]);
  });

  it.each(['', 'Bearer wrong-secret-wrong', `Basic ${apiKey}`, `Bearer ${apiKey}x`])(
    'is refused with “%s”',
    async (auth) => {
      const { told, post } = doors();
      expect((await post('{"words":"x"}', auth)).status).toBe(401);
      expect(told).toEqual([]);
    },
  );

  it('is refused while no key is set', async () => {
    expect((await doors(null).post('{"words":"x"}')).status).toBe(401);
  });

  it.each([
    'not json',
    '{}',
    '{"words":""}',
    '{"words":"x","kind":"party"}',
    '{"words":"x","position":{"lat":91,"lon":0}}',
    '{"words":"x","more":1}',
  ])('that says %s gets a clear answer', async (body) => {
    const { told, post } = doors();
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'invalid' } });
    expect(told).toEqual([]);
  });

  it('of 20 KB is too large', async () => {
    expect((await doors().post(JSON.stringify({ words: 'x'.repeat(20_000) }))).status).toBe(413);
  });
});
