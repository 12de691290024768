import { beforeEach, describe, expect, it } from 'vitest';
import { hazardKinds } from '../../../core/catalogue.ts';
import { readLimit } from '../../../web/open311/read-limit.ts';
import { open311Routes, type Open311Parts } from '../../../web/open311/open311-routes.ts';
import { hazardOf } from '../../support/hazard-factory.ts';
import { quietLog } from '../../support/quiet.ts';
import { freshDatabase } from '../../support/stores.ts';
import { webStage } from '../web-stage.ts';
import { caller, testKey } from './open311-stage.ts';
import { readXml, sparkOf } from './read-xml.ts';
import * as samples from './specification.ts';

describe('the Open311 interface', () => {
  const database = freshDatabase('sqlite');
  const web = webStage(database);
  beforeEach(() => web.stage.begin([{ name: '值01', roles: ['duty_officer'] }]));

  /** For an interface of its own, of which something differs. */
  const partsOf = (): Open311Parts => ({
    apiKey: testKey,
    store: database.store,
    clock: web.stage.clock,
    log: quietLog,
    zone: () => ({ name: '东城', timeZone: 'Asia/Shanghai' }),
    places: () => [],
    publicUrl: null,
    isTest: true,
    take: () => Promise.reject(new Error('nobody files')),
  });

  it('says where it is and what it speaks', async () => {
    const found = samples.sampleDiscovery.parse(await caller(web).both('discovery', 'discovery'));
    expect(found.endpoints).toMatchObject([{ url: 'https://qunfang.test/open311/v2', type: 'production' }]);
    expect(found.contact).toContain('东城');
  });

  it('lists every kind as a service, in the reader’s language', async () => {
    const listed = samples.sampleServices.parse(await caller(web).both('services', 'services'));
    expect(listed.map(({ service_code: code }) => code)).toEqual(hazardKinds.map(({ code }) => code));
    const english = { 'accept-language': 'en-GB,en' };
    const inEnglish = samples.sampleServices.parse(await caller(web).both('services', 'services', english));
    expect(inEnglish[0]).toMatchObject({ service_name: 'blocked fire exit', group: 'Fire, power, gas' });
    expect(listed[0]).toMatchObject({ service_name: '疏散通道堵塞', metadata: true, type: 'realtime' });
    expect(listed.at(-1)).toMatchObject({ service_code: 'other', group: '其他' });
  });

  it('defines a service, each attribute in its own order', async () => {
    const defined = samples.sampleDefinition.parse(await caller(web).both('services/gas', 'service_definition'));
    expect(defined.service_code).toBe('gas');
    expect(defined.attributes.map(({ code, order }) => [code, order])).toEqual([
      ['emergency', 1],
      ['people', 2],
      ['also', 3],
    ]);
    expect(defined.attributes.filter(({ required }) => required)).toEqual([]);
    const values = defined.attributes[2]?.values?.map(({ key }) => key) ?? [];
    expect(values).toContain('road');
    expect(values).not.toContain('gas');
  });

  it('speaks XML where nothing else is asked for, and sends texts as UTF-8 with the language they vary by', async () => {
    const response = await caller(web).get('anything');
    expect(response.status).toBe(404);
    expect(sparkOf(readXml(await response.text()))).toMatchObject([{ code: '404' }]);
    expect(response.headers.get('vary')).toBe('accept-language');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['services/party', 404, 'party'],
    ['requests/H-2611-9999', 404, 'H-2611-9999'],
    ['requests/I-2611-0001', 404, '警情'],
    ['tokens/12345', 404, '12345'],
    ['requests/..%2f..%2fhealth', 404, ''],
    ['nothing', 404, 'discovery'],
    ['requests?status=resolved', 400, 'status：只能是 open 或 closed'.replace('：', ': ')],
    ['requests?start_date=2010-01-01', 400, '时区'],
    ['requests?start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z', 400, '90 天'],
    ['requests?start_date=2026-06-01T00:00:00Z&end_date=2026-05-01T00:00:00Z', 400, '不能晚于'],
    ['requests?page_size=1001', 400, 'page_size'],
    ['requests?since=1', 400, 'since：这里没有这一项'],
    ['services?<script>=1', 400, '<script>'],
  ])('refuses %s with %i in the form of the specification', async (path, status, words) => {
    const errors = samples.sampleErrors.parse(await caller(web).both(path, 'errors'));
    expect(errors.map(({ code }) => code)).toEqual([status]);
    expect(errors[0]?.description).toContain(words);
    const [name = '', question] = path.split('?');
    expect((await caller(web).get(`${name}.json${question ? `?${question}` : ''}`)).status).toBe(status);
  });

  it('refuses in the reader’s language, one error for each field', async () => {
    const path = 'requests?page=0&status=x&more=1';
    const errors = samples.sampleErrors.parse(await caller(web).both(path, 'errors', { 'accept-language': 'en' }));
    expect(errors.map(({ description }) => description)).toEqual([
      'status: expected open or closed, comma delimited',
      'page: expected a whole number from 1 to 1000',
      'more: there is no such field here',
    ]);
  });

  it('knows no other methods', async () => {
    const response = await web.app.request('/open311/v2/requests.json', { method: 'DELETE' });
    expect(response.status).toBe(404);
    expect(samples.sampleErrors.parse(await response.json())).toHaveLength(1);
  });

  it('bounds the questions of an address, not those of whoever has the key', async () => {
    const { get } = caller(web);
    const from = (address: string) => ({ 'x-forwarded-for': address });
    for (let asked = 0; asked < readLimit.perAddress; asked += 1) {
      expect((await get('services/gas.json', from('203.0.113.7'))).status).toBe(200);
    }
    const refused = await get('services/gas.json', from('203.0.113.7'));
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(samples.sampleErrors.parse(await refused.json())[0]?.code).toBe(429);
    expect((await get('services/gas.json', from('203.0.113.8'))).status).toBe(200);
    expect((await get(`services/gas.json?api_key=${testKey}`, from('203.0.113.7'))).status).toBe(200);
    expect((await get('services/gas.json?api_key=guessed', from('203.0.113.7'))).status).toBe(429);
    await web.stage.clock.advance(readLimit.windowMs);
    expect((await get('services/gas.json', from('203.0.113.7'))).status).toBe(200);
  });

  it('gives the map to those with the key alone', async () => {
    const { get } = caller(web);
    const spot = { lat: 28.9054321, lon: 120.0556789 };
    const hazard = hazardOf({ position: spot, reportedAt: web.stage.clock.now() });
    await database.store.transaction((tx) => tx.hazards.add(hazard));
    for (const response of [await get('requests.geojson'), await get('requests.geojson?api_key=guessed')]) {
      expect(response.status).toBe(403);
      expect(samples.sampleErrors.parse(await response.json())[0]?.code).toBe(403);
    }
    const response = await get('requests.geojson?status=open&service_code=fire_equipment', {
      authorization: `Bearer ${testKey}`,
    });
    expect(response.headers.get('content-type')).toBe('application/geo+json');
    expect(await response.json()).toMatchObject({
      type: 'FeatureCollection',
      features: [{ id: hazard.number, geometry: { coordinates: [120.055679, 28.905432] } }],
    });
    const none = await get(`requests.geojson?status=closed&api_key=${testKey}`);
    expect(await none.json()).toEqual({ type: 'FeatureCollection', features: [] });
  });

  it('shows no requests without the key where the zone keeps them to itself', async () => {
    const hazard = hazardOf({ reportedAt: web.stage.clock.now() });
    await database.store.transaction((tx) => tx.hazards.add(hazard));
    const routes = open311Routes({
      ...partsOf(),
      zone: () => ({ name: '东城', timeZone: 'Asia/Shanghai', hazards: { openData: 'none' } }),
    });
    for (const path of ['requests', `requests/${hazard.number}`, `tokens/${hazard.number}`]) {
      const refused = await routes.request(`/${path}.json`);
      expect(refused.status).toBe(403);
      expect(samples.sampleErrors.parse(await refused.json())[0]?.description).toContain('api_key');
      expect((await routes.request(`/${path}.json?api_key=${testKey}`)).status).toBe(200);
    }
    expect((await routes.request('/services.json')).status).toBe(200);
  });

  it('without an address of its own gives the one that was asked, and says that it is a test', async () => {
    const response = await open311Routes(partsOf()).request('http://127.0.0.1:8080/discovery.json');
    const found = samples.sampleDiscovery.parse(await response.json());
    expect(found.endpoints).toMatchObject([{ url: 'http://127.0.0.1:8080/open311/v2', type: 'test' }]);
  });

  it('says so when it fails, and tells the log without the address', async () => {
    const failures: unknown[] = [];
    const routes = open311Routes({
      ...partsOf(),
      log: { ...quietLog, error: (facts: object) => void failures.push(facts) },
      zone: () => {
        throw new Error('The zone is gone');
      },
    });
    const response = await routes.request(`/requests.json?api_key=${testKey}`);
    expect(response.status).toBe(500);
    expect(samples.sampleErrors.parse(await response.json())[0]?.code).toBe(500);
    expect(failures).toMatchObject([{ err: { message: 'The zone is gone' }, method: 'GET' }]);
    expect(JSON.stringify(failures)).not.toContain(testKey);
  });
});
