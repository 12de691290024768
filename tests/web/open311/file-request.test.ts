import { beforeEach, expect, it } from 'vitest';
import type { Hazard, HazardReport } from '../../../core/hazard.ts';
import { eachEngine } from '../../support/stores.ts';
import { webStage } from '../web-stage.ts';
import { caller, testKey } from './open311-stage.ts';
import { readXml, sparkOf } from './read-xml.ts';
import { sampleErrors, sampleReceipt } from './specification.ts';

/** The specification's own example, with a service, a place and a key of ours. */
const sample =
  `api_key=${testKey}&jurisdiction_id=city.gov&service_code=road&lat=37.76524078&long=-122.4212043` +
  '&address_string=1234+5th+street&email=smit333%40sfgov.edu&device_id=tt222111&account_id=123456&first_name=john' +
  '&last_name=smith&phone=111111111&description=A+large+sinkhole+is+destroying+the+street' +
  '&media_url=http%3A%2F%2Ffarm3.static.flickr.com%2F2002%2F2212426634_5ed477a060.jpg';
const good = { api_key: testKey, service_code: 'fire_exit', address_id: 'XT', description: '消防通道被车辆占用' };

eachEngine((database) => {
  const web = webStage(database);
  beforeEach(() => web.stage.begin([{ name: '值01', roles: ['duty_officer'] }]));
  const all = (): Promise<Hazard[]> => database.store.read.hazards.list({}, 10, null);
  const kept = async (): Promise<{ hazard: Hazard; report: HazardReport }> => {
    const [hazard] = await all();
    const [report] = await database.store.read.hazards.reports(hazard!.id);
    return { hazard: hazard!, report: report! };
  };

  it('the specification’s example gets its number, and keeps nothing that names its sender', async () => {
    const response = await caller(web).post(`${sample}&attribute[people]=12`);
    expect(response.status).toBe(200);
    const [receipt] = sampleReceipt.parse(await response.json());
    const { hazard, report } = await kept();
    expect(receipt).toMatchObject({ service_request_id: hazard.number, account_id: null });
    expect(hazard).toMatchObject({
      state: 'reported',
      grade: null,
      kinds: ['road'],
      placeWords: '1234 5th street',
      // Its city is far from the zone: kept as it was told, and on no map.
      position: null,
      people: 12,
      words:
        'A large sinkhole is destroying the street\n' +
        '图片地址：http://farm3.static.flickr.com/2002/2212426634_5ed477a060.jpg',
    });
    const position = { lat: 37.76524078, lon: -122.4212043 };
    expect(report).toMatchObject({ via: 'api', personId: null, fileIds: [], position });
    expect(JSON.stringify({ hazard, report })).not.toMatch(/john|smith|smit333|111111111|tt222111|123456/);
  });

  it('answers XML in the specification’s shape', async () => {
    const response = await caller(web).post(good, 'xml', { 'accept-language': 'en' });
    const element = readXml(await response.text());
    expect(element.name).toBe('service_requests');
    expect(element.children.map(({ name }) => name)).toEqual(['request']);
    const { hazard } = await kept();
    expect(sparkOf(element)).toEqual([
      {
        service_request_id: hazard.number,
        service_notice:
          'Thank you, we have it. Somebody will look, have it fixed and look again. Ask by the number how it stands.',
        account_id: '',
      },
    ]);
    const asked = await caller(web).both(`requests/${hazard.number}`, 'service_requests');
    expect(asked).toMatchObject([{ address: '西塘工业区，西', address_id: 'XT', service_code: 'fire_exit' }]);
  });

  it('joins what was told before, and says so', async () => {
    const spot = { lat: '28.905', long: '120.055' };
    await caller(web).post({ ...good, ...spot });
    const response = await caller(web).post({ ...good, ...spot, description: '还占着' });
    const { hazard } = await kept();
    expect(await all()).toHaveLength(1);
    const [receipt] = sampleReceipt.parse(await response.json());
    expect(receipt).toMatchObject({ service_request_id: hazard.number });
    expect(receipt?.service_notice).toContain('已经有人报过');
  });

  it('takes several kinds at once, and what has a kind and a place but no words', async () => {
    const kinds = 'attribute[also][]=electrical&attribute[also][]=gas';
    const response = await caller(web).post(`api_key=${testKey}&service_code=rental&address_string=村口&${kinds}`);
    expect(response.status).toBe(200);
    expect((await kept()).hazard).toMatchObject({ kinds: ['rental', 'electrical', 'gas'], words: '' });
  });

  it('takes the key from the header as well, and gives our own state on request', async () => {
    const { api_key: key, ...fields } = good;
    const response = await caller(web).post({ ...fields, extensions: 'true' }, 'json', {
      authorization: `Bearer ${key}`,
    });
    const { hazard } = await kept();
    expect(await response.json()).toMatchObject([
      { qunfang: { number: hazard.number, state: 'reported', emergency: false } },
    ]);
  });

  it('nothing but a spot in the sea is refused with what to do; an emergency there is not', async () => {
    const { api_key, service_code, description } = good;
    const sea = { api_key, service_code, description, lat: '10', long: '100' };
    const refused = await caller(web).post(sea);
    expect(refused.status).toBe(400);
    expect(sampleErrors.parse(await refused.json())[0]?.description).toContain('address_string');
    expect(await all()).toEqual([]);
    expect((await caller(web).post({ ...sea, description: '车间着火了 浓烟' })).status).toBe(200);
  });

  it('words of an emergency become an incident at once, and the answer says whom to call', async () => {
    const response = await caller(web).post({ ...good, description: '车间着火了 浓烟', extensions: 'true' });
    expect(response.status).toBe(200);
    const incident = await web.stage.incident();
    const [receipt] = (await response.json()) as [Record<string, unknown>];
    expect(receipt).toMatchObject({
      service_request_id: incident.number,
      qunfang: { number: incident.number, state: 'reported', emergency: true },
    });
    expect(receipt['service_notice']).toMatch(/110 \/ 119 \/ 120/);
    expect(await all()).toEqual([]);
    const asked = await caller(web).get(`requests/${incident.number}.json`);
    expect(asked.status).toBe(404);
    expect(sampleErrors.parse(await asked.json())[0]?.description).toContain('警情');
  });

  it('an emergency of 4,000 characters still reaches the command', async () => {
    await caller(web).post({ ...good, description: `车间着火了 浓烟 ${'很大的烟'.repeat(990)}` });
    const { number } = await web.stage.incident();
    await web.stage.rest();
    expect(web.stage.chats.telegram.said('指挥群').join()).toContain(number);
  });

  it.each<[said: string, fields: Record<string, string>, status: number, words: string]>([
    ['no key', { api_key: '' }, 403, 'api_key'],
    ['another key', { api_key: 'another-key-of-tests' }, 403, 'api_key'],
    ['no service', { service_code: '' }, 400, 'service_code'],
    ['an unknown service', { service_code: '001' }, 404, '001'],
    ['no place', { address_id: '' }, 400, 'lat'],
    ['half a position', { lat: '28.9' }, 400, 'long'],
    ['a position beyond the pole', { lat: '91', long: '120' }, 400, 'lat'],
    ['a position in words', { lat: 'here', long: '120' }, 400, 'lat'],
    ['an unknown place', { address_id: 'QY-9999' }, 400, 'QY-9999'],
    ['too many words', { description: '字'.repeat(4_001) }, 400, 'description'],
    ['a picture that is none of the web', { media_url: 'javascript:alert(1)' }, 400, 'media_url'],
    ['a picture in a file', { media_url: 'file:///etc/passwd' }, 400, 'media_url'],
    ['half a person', { 'attribute[people]': '1.5' }, 400, 'attribute'],
    ['an unknown attribute', { 'attribute[WHISPAWN]': '123456' }, 400, 'attribute'],
    ['an unknown field', { grade: 'major' }, 400, 'grade'],
    ['a field of every object', Object.fromEntries([['__proto__', 'x']]), 400, '__proto__'],
  ])('%s gets a clear answer and registers nothing', async (_, fields, status, words) => {
    const response = await caller(web).post({ ...good, ...fields });
    expect(response.status).toBe(status);
    const [error] = sampleErrors.length(1).parse(await response.json());
    expect(error).toMatchObject({ code: status });
    expect(error?.description).toContain(words);
    expect(await all()).toEqual([]);
  });

  it('a field twice is refused rather than guessed', async () => {
    const response = await caller(web).post(`${sample}&description=Another`);
    expect(response.status).toBe(400);
    expect(sampleErrors.parse(await response.json())[0]?.description).toContain('description');
  });

  it('has a bound, and one way to be written', async () => {
    const long = await caller(web).post(`${sample}${'x'.repeat(70_000)}`, 'xml');
    expect(long.status).toBe(413);
    expect(sparkOf(readXml(await long.text()))).toMatchObject([{ code: '413' }]);
    for (const type of [
      'application/json',
      'multipart/form-data; boundary=x',
      'text/plain',
      'application/x-www-form-urlencoded; charset=gbk',
    ]) {
      const response = await caller(web).post(sample, 'json', { 'content-type': type });
      expect(response.status).toBe(415);
      expect(sampleErrors.parse(await response.json())[0]?.code).toBe(415);
    }
    expect(await all()).toEqual([]);
  });

  it('drops letters that no database keeps, and holds markup as words', async () => {
    await caller(web).post(`api_key=${testKey}&service_code=road&address_string=a%00b&description=%00<b>x</b>%0Ay%FF`);
    expect((await kept()).hazard).toMatchObject({ words: '<b>x</b>\ny\u{FFFD}', placeWords: 'ab' });
  });
});
