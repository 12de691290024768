import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { zeroPng } from '../support/zero-png.ts';
import { scene } from '../support/photos.ts';
import { eachEngine } from '../support/stores.ts';
import { placeLimits } from '../../web/place-limits.ts';
import { fieldOf, formOf, type Filled } from './forms.ts';
import { webStage, wordsOf } from './web-stage.ts';

eachEngine((database) => {
  const web = webStage(database);
  const jpeg = async (number: number): Promise<File> =>
    new File(
      [
        new Uint8Array(
          await sharp(await scene(number, { width: 400, height: 300 }))
            .jpeg()
            .toBuffer(),
        ),
      ],
      'a.jpg',
    );

  beforeEach(async () => {
    await web.stage.begin([
      { name: '值01', roles: ['duty_officer'] },
      { name: '张阿姨', roles: ['resident'], duty: 'off' },
    ]);
  });

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    Promise.resolve(web.app.request(path, { headers }));
  const post = (path: string, filled: Filled, headers: Record<string, string> = {}): Promise<Response> =>
    Promise.resolve(web.app.request(path, { method: 'POST', body: formOf(filled), headers }));
  /** Opens the form and sends it. */
  const send = async (filled: Filled, path = '/p/XT'): Promise<Response> => {
    const token = fieldOf(await (await get(path)).text(), 'token');
    return post(path, { token, ...filled });
  };
  const hazards = () => database.store.read.hazards.list({}, 50, null);
  const only = async () => {
    const [hazard, ...more] = await hazards();
    if (hazard === undefined || more.length > 0) throw new Error('there is not one hazard');
    return hazard;
  };

  describe('the page behind a code', () => {
    it('has the place, the emergency numbers to touch, and a form that needs no script', async () => {
      const response = await get('/p/XT');
      const html = await response.text();
      expect(response.status).toBe(200);
      expect(html).toContain('西塘工业区');
      for (const number of ['110', '119', '120']) expect(html).toContain(`href="tel:${number}"`);
      expect(html).toMatch(/<form[^>]*method="post"[^>]*enctype="multipart\/form-data"/);
      expect(html).toMatch(/accept="image\/\*" capture="environment"/);
      expect(html).toMatch(/accept="image\/\*" multiple/);
      expect(html).toContain('https://t.me/qunfang_bot?start=p_XT');
      expect(html).toContain('隐患 XT');
      expect(html).not.toMatch(/<script(?![^>]*src="\/assets\/)|<style|\son\w+="/);
      expect(html.replaceAll(/href="https:\/\/t\.me\/[^"]*"|xmlns="[^"]*"/g, '')).not.toMatch(/https?:\/\//);
    });

    it('at a home leads to somebody who comes and helps, and nowhere else', async () => {
      await web.stage.place({
        code: 'MP-0012',
        kind: 'door_plate',
        name: '上桥村36号',
        area: '上桥村',
        position: null,
      });
      const home = await (await get('/p/MP-0012')).text();
      expect(home).toContain('https://t.me/qunfang_bot?start=d-MP-0012');
      expect(home).toContain('一码到家 MP-0012');
      expect(await (await get('/p/XT')).text()).not.toMatch(/start=d-|一码到家/);
    });

    it('lets only itself ask where somebody is, and nobody frame it', async () => {
      const { headers } = await get('/p/XT');
      expect(headers.get('permissions-policy')).toContain('geolocation=(self)');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect((await get('/')).headers.get('permissions-policy')).toContain('geolocation=()');
    });

    it('speaks the browser’s language, and the other one at a touch', async () => {
      const english = await get('/p/xt', { 'accept-language': 'en-GB' });
      const html = await english.text();
      expect(html).toContain('Report a hazard');
      expect(html).toContain('href="/p/XT?lang=zh"');
      expect(await (await get('/p/XT?lang=zh', { 'accept-language': 'en' })).text()).toContain('哪里不对');
    });

    it('with an unknown code says so and leads to the form without one', async () => {
      const response = await get('/p/QY-9999');
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('href="/report"');
    });

    it('whose code was changed while somebody wrote gives the form back with the words, and asks where', async () => {
      const response = await post('/p/QY-9999', { words: '二楼楼梯口堆满纸箱', token: 'A1B2C3D4E5F6' });
      const html = await response.text();
      expect(response.status).toBe(422);
      expect(html).toContain('二楼楼梯口堆满纸箱');
      expect(html).toContain('action="/report"');
      expect((await post('/p/%3Cscript%3E', { words: 'x' })).status).toBe(422);
    });
  });

  describe('a report by the form', () => {
    it('becomes a hazard of that place, with its photos, and gives a number and a link of one’s own', async () => {
      const response = await send({
        kind: 'fire_exit',
        words: '二楼楼梯口堆满纸箱',
        photo: [await jpeg(1), await jpeg(2)],
      });
      const html = await response.text();
      const hazard = await only();
      expect(response.status).toBe(201);
      expect(html).toContain(hazard.number);
      expect(html).toContain('谢谢');
      expect(html).toMatch(new RegExp(`href="/h/${hazard.number}\\?k=[\\w.-]+"`));
      expect(hazard).toMatchObject({
        kinds: expect.arrayContaining(['fire_exit']) as unknown,
        words: '二楼楼梯口堆满纸箱',
      });
      expect(hazard.placeId).not.toBeNull();
      const files = await database.store.read.files.ofSubject(`hazard:${hazard.id}`);
      expect(files.map(({ state, role }) => [state, role])).toEqual([
        ['stored', 'before'],
        ['stored', 'before'],
      ]);
      const [report] = await database.store.read.hazards.reports(hazard.id);
      expect(report).toMatchObject({ via: 'place_code', anonymous: false, roomId: null });
    });

    it('needs no words and no photo where a kind was chosen, and no kind where words say it', async () => {
      expect((await send({ kind: 'street_light' })).status).toBe(201);
      expect((await send({ words: '井盖没了，晚上很危险' })).status).toBe(201);
      expect((await send({ photo: [await jpeg(3)] })).status).toBe(201);
      const kinds = (await hazards()).map((hazard) => hazard.kinds[0]);
      expect(kinds.sort()).toEqual(['other', 'road', 'street_light']);
    });

    it('is one report however often it is sent, and what is new the second time is added', async () => {
      const token = fieldOf(await (await get('/p/XT')).text(), 'token');
      const photo = await jpeg(4);
      const both = await Promise.all([
        post('/p/XT', { token, words: '消防通道被堵', photo: [photo] }),
        post('/p/XT', { token, words: '消防通道被堵', photo: [photo] }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
      const third = await post('/p/XT', { token, words: '门也锁了', photo: [photo, await jpeg(5)] });
      expect(await wordsOf(third)).toContain('没有重复登记');
      const hazard = await only();
      const [report, ...more] = await database.store.read.hazards.reports(hazard.id);
      expect(more).toEqual([]);
      expect(report?.words).toContain('门也锁了');
      expect(report?.fileIds).toHaveLength(2);
    });

    it('by another of the same thing joins it', async () => {
      const position = { lat: '28.905000', lon: '120.055000' };
      await send({ kind: 'road', words: '路面有个大坑', ...position });
      const words = await wordsOf(await send({ kind: 'road', words: '坑很深', ...position }));
      expect(words).toContain('已经有人报过');
      expect(await database.store.read.hazards.reports((await only()).id)).toHaveLength(2);
    });

    it('that is anonymous keeps no phone and names nobody', async () => {
      const words = await wordsOf(await send({ words: '楼道里给电瓶车充电', anonymous: '1', phone: '13800001234' }));
      expect(words).toContain('匿名');
      const hazard = await only();
      const [report] = await database.store.read.hazards.reports(hazard.id);
      expect(report?.anonymous).toBe(true);
      const person = report?.personId == null ? null : await database.store.read.people.byId(report.personId);
      expect(person).toMatchObject({ phone: '' });
      const trace = await database.store.read.trace.of(`hazard:${hazard.id}`);
      expect(trace.every(({ actorId }) => actorId === null)).toBe(true);
    });

    it('reaches the command group', async () => {
      await send({ words: '灭火器过期了', kind: 'fire_equipment' });
      await web.stage.rest();
      web.stage.sees('指挥群', (await only()).number);
    });

    it('that reads like an emergency is one at once, with its photos, and says whom to ring', async () => {
      const response = await send({ words: '着火了 浓烟很大 有人被困', photo: [await jpeg(6)] });
      const incident = await web.stage.incident();
      const words = await wordsOf(response);
      expect(words).toContain(incident.number);
      expect(words).toContain('119');
      expect(await hazards()).toEqual([]);
      expect(incident).toMatchObject({ placeWords: '西塘工业区', state: 'reported' });
      expect(await database.store.read.files.ofIncident(incident.id)).toHaveLength(1);
      await web.stage.rest();
      web.stage.sees('指挥群', /着火/);
    });

    it('that reads like an emergency is one while its photos are still coming', async () => {
      const form = new Request('http://local.test/', {
        method: 'POST',
        body: formOf({
          token: 'FORMTOKEN00000001',
          words: '着火了 浓烟很大',
          photo: [await jpeg(9)],
          phone: '13800001234',
        }),
      });
      const bytes = new Uint8Array(await form.arrayBuffer());
      const known: unknown[] = [];
      const body = async function* (): AsyncGenerator<Uint8Array> {
        yield bytes.subarray(0, 1_500);
        // The rest of the photo waits until the officer's card is there.
        await expect.poll(() => database.store.read.incidents.running(), { timeout: 5_000 }).toHaveLength(1);
        known.push(await web.stage.incident());
        yield bytes.subarray(1_500);
      };
      const response = await web.app.request('/p/XT', {
        method: 'POST',
        body: ReadableStream.from(body()),
        headers: { 'content-type': form.headers.get('content-type') ?? '' },
        duplex: 'half',
      });
      expect(response.status).toBe(201);
      const incident = await web.stage.incident();
      expect(known).toHaveLength(1);
      expect(await wordsOf(response)).toContain(incident.number);
      expect(await database.store.read.files.ofIncident(incident.id)).toHaveLength(1);
      const reporter = await database.store.read.people.byId(incident.reporterId ?? ('' as never));
      expect(reporter).toMatchObject({ phone: '13800001234' });
    });

    it('without a place asks for it, and takes words, a code or a position', async () => {
      expect(await (await get('/report')).text()).toContain('name="where"');
      const back = await send({ words: '有个井盖没了' }, '/report');
      expect(back.status).toBe(422);
      expect(await wordsOf(back)).toContain('还差地点');
      expect((await send({ words: '有个井盖没了', where: 'xt' }, '/report')).status).toBe(201);
      expect((await send({ words: '路灯不亮', lat: '28.9', lon: '120.05' }, '/report')).status).toBe(201);
      const [second, first] = await hazards();
      expect(first?.placeId).not.toBeNull();
      expect(second?.position).toEqual({ lat: 28.9, lon: 120.05 });
    });

    it('a position in the sea is no place: it is asked for, and with one the position stays evidence', async () => {
      const sea = { words: '路灯不亮', lat: '10', lon: '100' };
      const back = await send(sea, '/report');
      expect(back.status).toBe(422);
      expect(await wordsOf(back)).toContain('不在这一带');
      expect((await send({ ...sea, where: 'xt' }, '/report')).status).toBe(201);
      const hazard = await only();
      expect(hazard.position).toBeNull();
      const [report] = await database.store.read.hazards.reports(hazard.id);
      expect(report?.position).toEqual({ lat: 10, lon: 100 });
    });
  });

  describe('a form that goes back', () => {
    it('says one clear line and keeps everything that was filled in, photos too', async () => {
      const photo = await jpeg(7);
      const back = await send({ words: '<script>alert(1)</script> 🔥', phone: '12', anonymous: '', photo: [photo] });
      const html = await back.text();
      expect(back.status).toBe(422);
      expect(html.match(/role="alert"/g)).toHaveLength(1);
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; 🔥');
      expect(html).not.toContain('<script>alert');
      expect(html).toContain('value="12"');
      expect(html).toContain('已经收到 1 张');
      const token = fieldOf(html, 'token');
      expect((await post('/p/XT', { token, words: '通道堵了', phone: '13800001234' })).status).toBe(201);
      const [report] = await database.store.read.hazards.reports((await only()).id);
      expect(report?.fileIds).toHaveLength(1);
    });

    it('has said nothing', async () => {
      const back = await send({ kind: 'other' });
      expect(back.status).toBe(422);
      expect(await wordsOf(back)).toContain('还没说哪里不对');
      expect(await hazards()).toEqual([]);
    });

    it('is too long, and comes back whole', async () => {
      const words = '长'.repeat(10_000);
      const back = await send({ words });
      expect(back.status).toBe(422);
      expect(await back.text()).toContain(words);
    });

    it('is not ours', async () => {
      for (const filled of [{}, { token: 'short', words: 'x' }, { token: '<script>1234567', words: 'x' }]) {
        expect((await post('/p/XT', filled)).status).toBe(422);
      }
      const plain = await web.app.request('/p/XT', {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'text/plain' },
      });
      expect(plain.status).toBe(422);
      expect(await hazards()).toEqual([]);
    });
  });

  describe('photos of a form', () => {
    it('that are none are named, and the report is taken without them', async () => {
      const text = new File(['no photo at all'], 'photo.jpg', { type: 'image/jpeg' });
      const words = await wordsOf(
        await send({ words: '电线老化', photo: [text, new File([], 'b.jpg'), await jpeg(8)] }),
      );
      expect(words).toContain('不是照片');
      expect(words).toContain('空的');
      const [report] = await database.store.read.hazards.reports((await only()).id);
      expect(report?.fileIds).toHaveLength(1);
    });

    it('past six are left out, and that is said', async () => {
      const photo = await Promise.all(Array.from({ length: 7 }, (_, at) => jpeg(20 + at)));
      const words = await wordsOf(await send({ words: '堆满杂物', photo }));
      expect(words).toContain('最多收 6 张');
      const [report] = await database.store.read.hazards.reports((await only()).id);
      expect(report?.fileIds).toHaveLength(6);
    });

    it('that break off on their way are missed aloud, and what had come whole is taken', async () => {
      const token = fieldOf(await (await get('/p/XT')).text(), 'token');
      const photo = [await jpeg(30), await jpeg(31)];
      const whole = new Request('http://local.test/p/XT', {
        method: 'POST',
        body: formOf({ token, words: '电线老化', photo }),
      });
      const headers = { 'content-type': whole.headers.get('content-type') ?? '' };
      const bytes = new Uint8Array(await whole.arrayBuffer());
      const body = bytes.slice(0, bytes.length - Math.round((photo[1]?.size ?? 0) / 2));
      const words = await wordsOf(await web.app.request('/p/XT', { method: 'POST', body, headers }));
      expect(words).toContain('编号 H-2611-0001');
      expect(words).toContain('传到一半断了');
      const [report] = await database.store.read.hazards.reports((await only()).id);
      expect(report?.fileIds).toHaveLength(1);
      // Sent once more, the missing one is there and nothing is missed any more.
      const again = await wordsOf(await post('/p/XT', { token, words: '电线老化', photo }));
      expect(again).not.toContain('断了');
      const [completed] = await database.store.read.hazards.reports((await only()).id);
      expect(completed?.fileIds).toHaveLength(2);
    });

    it('with more pixels than memory has room for are refused', async () => {
      const words = await wordsOf(await send({ words: '有裂缝', photo: [zeroPng(40_000, 40_000)] }));
      expect(words).toMatch(/像素太多|不是照片/);
      expect((await only()).words).toBe('有裂缝');
    });
  });

  describe('whoever sends too much', () => {
    it('is asked to wait for that place, and others of the village are not', async () => {
      const village = { 'x-forwarded-for': '203.0.113.7' };
      const token = (at: number): string => `FORMTOKEN${String(at).padStart(8, '0')}`;
      for (let at = 0; at < placeLimits.perAddressAndPlace; at += 1) {
        expect((await post('/p/XT', { token: token(at), kind: 'road' }, village)).status).toBe(201);
      }
      const refused = await post('/p/XT', { token: token(99), kind: 'road' }, village);
      expect(refused.status).toBe(429);
      expect(await wordsOf(refused)).toContain('110');
      expect((await post('/report', { token: token(100), words: '路灯坏了', where: '村口' }, village)).status).toBe(
        201,
      );
      expect(
        (await post('/p/XT', { token: token(101), kind: 'road' }, { 'x-forwarded-for': '203.0.113.8' })).status,
      ).toBe(201);
      await web.stage.later(placeLimits.windowMs / 1_000);
      expect((await post('/p/XT', { token: token(102), kind: 'road' }, village)).status).toBe(201);
    });

    it('from a page of another site is refused', async () => {
      for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.test' }] as Record<
        string,
        string
      >[]) {
        expect((await post('/p/XT', { token: 'FORMTOKEN00000001', words: '通道堵了' }, headers)).status).toBe(403);
      }
      const own: Record<string, string> = { 'sec-fetch-site': 'same-origin', origin: 'null' };
      expect((await post('/p/XT', { token: 'FORMTOKEN00000001', words: '通道堵了' }, own)).status).toBe(201);
    });
  });
});
