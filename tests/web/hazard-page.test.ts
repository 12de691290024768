import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HazardVerb } from '../../core/hazard-verb.ts';
import type { Hazard } from '../../core/hazard.ts';
import type { Person } from '../../core/people.ts';
import { actOnHazard } from '../../handlers/hazard/take-hazard-tap.ts';
import { scene } from '../support/photos.ts';
import { eachEngine } from '../support/stores.ts';
import { fieldOf, formOf, type Filled } from './forms.ts';
import { webStage, wordsOf } from './web-stage.ts';

eachEngine((database) => {
  const web = webStage(database);
  /** The address that the reporter got. */
  let own: string;
  let hazard: Hazard;
  const there = { lat: '28.905', lon: '120.055' };

  const photo = async (number: number): Promise<File> => {
    const picture = sharp(await scene(number, { width: 800, height: 600 }));
    const bytes = await picture
      .jpeg()
      .withExif({ IFD0: { Model: 'Fang 1' } })
      .toBuffer();
    return new File([new Uint8Array(bytes)], 'a.jpg');
  };
  const open = (path: string): Promise<Response> => Promise.resolve(web.app.request(path));
  const press = (path: string, filled: Filled): Promise<Response> =>
    Promise.resolve(web.app.request(path, { method: 'POST', body: formOf(filled) }));
  const pressed = async (path: string, filled: Filled): Promise<string> =>
    /role="status">([^<]*)</.exec(await (await press(path, filled)).text())?.[1] ?? '';
  /** Tells by the form. @returns the address of the teller's own page */
  const tell = async (filled: Filled): Promise<string> => {
    const token = fieldOf(await (await open('/p/XT')).text(), 'token');
    const html = await (await press('/p/XT', { token, ...filled })).text();
    return /href="(\/h\/[^"]+)"/.exec(html)?.[1] ?? '';
  };
  const linkFor = (person: Person, at = web.stage.clock.now()): string => web.links.hazardPath(hazard, person.id, at);
  const pageOf = (name: string): string => linkFor(web.stage.person(name));
  const now = async (): Promise<Hazard> => (await database.store.read.hazards.byId(hazard.id)) ?? hazard;
  const tap = async (name: string, verb: HazardVerb, value: string): Promise<void> => {
    const act = { person: web.stage.person(name), verb, value, words: '', roomId: null };
    await database.store.transaction((tx) => actOnHazard(web.stage.bot.workIn(tx), hazard, act));
  };
  /** An officer grades it and gives it to 网01. */
  const assign = async (grade: 'ordinary' | 'major' = 'major'): Promise<void> => {
    await tap('值01', 'hazard_grade', grade);
    await tap('值01', 'hazard_assign', web.stage.person('网01').id);
    expect(await now()).toMatchObject({ state: 'assigned', ownerId: web.stage.person('网01').id });
  };
  const fix = async (): Promise<void> => {
    await press(pageOf('网01'), { act: 'deadline' });
    await press(pageOf('网01'), { act: 'fixed', photo: [await photo(50)], words: '清空了' });
    expect(await now()).toMatchObject({ state: 'fixed' });
  };

  beforeEach(async () => {
    await web.stage.begin([
      { name: '值01', roles: ['duty_officer'] },
      { name: '网01', roles: ['grid_worker'] },
      { name: '安01', roles: ['safety_officer'] },
      { name: '张阿姨', roles: ['resident'], duty: 'off' },
    ]);
    const words = '二楼楼梯口堆满纸箱 <b>门打不开</b>';
    own = await tell({ kind: 'fire_exit', words, phone: '13800001234', photo: [await photo(1)], ...there });
    const [found] = await database.store.read.hazards.list({}, 2, null);
    if (found === undefined) throw new Error('nothing was registered');
    hazard = found;
  });

  describe('the page of whoever told of it', () => {
    it('says in plain words where it stands, and shows the own words and photo', async () => {
      const html = await (await open(own)).text();
      expect(html).toContain('已收到，等人来看');
      expect(html).toContain('&lt;b&gt;门打不开&lt;/b&gt;');
      expect(html.match(/<img src="\/h\//g)).toHaveLength(1);
      expect(html).toContain('value="chase"');
      expect(html).not.toContain('13800001234');
      await assign();
      const later = await (await open(own)).text();
      expect(later).toContain('已经安排了人');
      expect(later).not.toContain('网01');
    });

    it('shows no photo and no word of another teller', async () => {
      const other = await tell({
        kind: 'fire_exit',
        words: '我也看到了',
        photo: [await photo(2)],
        ...there,
      });
      expect(other).toContain(hazard.number);
      const [first, second] = await database.store.read.files.ofSubject(`hazard:${hazard.id}`);
      const [path, key] = own.split('?');
      expect((await open(`${path}/photos/${first?.id}?${key}`)).status).toBe(200);
      expect((await open(`${path}/photos/${second?.id}?${key}`)).status).toBe(404);
      expect(await wordsOf(await open(own))).not.toContain('我也看到了');
    });

    it('takes more photos and words, once each', async () => {
      const more: Filled = { act: 'more', words: '现在更多了', photo: [await photo(3)] };
      expect(await pressed(own, more)).toContain('补上了');
      await press(own, more);
      const [report] = await database.store.read.hazards.reports(hazard.id);
      expect(report?.fileIds).toHaveLength(2);
      expect(await pressed(own, { act: 'more' })).toContain('还没有要补的');
    });

    it('reminds, takes back, and no button does what is not theirs', async () => {
      expect(await pressed(own, { act: 'chase' })).not.toBe('');
      for (const act of ['pass', 'spot', 'fixed', 'hazard_grade', '', '__proto__']) await press(own, { act });
      expect(await now()).toMatchObject({ state: 'reported' });
      await press(own, { act: 'withdraw', words: '看错了' });
      expect(await now()).toMatchObject({ state: 'closed', outcome: 'withdrawn' });
      expect(await wordsOf(await open(own))).toContain('已撤回');
    });

    it('says “still broken” with one press after the end, and the work begins anew', async () => {
      await assign();
      await fix();
      expect(await wordsOf(await open(own))).toContain('等人复查');
      await press(pageOf('安01'), { act: 'pass' });
      const html = await (await open(own)).text();
      expect(html).toContain('整改后');
      expect(html.match(/<img src="\/h\//g)).toHaveLength(2);
      expect(html).toContain('value="rate_good"');
      expect(await pressed(own, { act: 'reopen', words: '又堆上了' })).not.toBe('');
      expect(await now()).toMatchObject({ state: 'assigned', round: 2 });
      expect(await (await open(own)).text()).not.toContain('value="reopen"');
    });

    it('judges how it was done', async () => {
      await assign();
      await fix();
      await press(pageOf('安01'), { act: 'pass' });
      await press(own, { act: 'rate_good' });
      expect(await now()).toMatchObject({ satisfaction: 'good' });
      expect(await (await open(own)).text()).not.toContain('value="rate_good"');
    });
  });

  describe('the page of those who deal with it', () => {
    it('shows the facts, the deadline with its arithmetic, the trace with names, and whom to ring', async () => {
      await assign();
      const html = await (await open(pageOf('值01'))).text();
      expect(html).toContain('网01');
      expect(html).toContain('href="tel:13800001234"');
      expect(html).toContain('重大隐患');
      expect(html).toContain('个工作日');
      expect(html).toMatch(/<time>[\d-]+ [\d:]+<\/time><span>您 /);
      expect(html).toMatch(/\/original\?k=/);
      const checker = await (await open(pageOf('安01'))).text();
      expect(checker).toMatch(/<time>[\d-]+ [\d:]+<\/time><span>值01 /);
      expect(checker).not.toMatch(/13800001234|扫码上报/);
    });

    it('names nobody who told anonymously', async () => {
      const other = await tell({ words: '路灯不亮了', anonymous: '1', phone: '13911112222', kind: 'street_light' });
      const number = /\/h\/([^?]+)/.exec(other)?.[1] ?? '';
      const one = await database.store.read.hazards.byNumber(number);
      if (one === null) throw new Error('it was not registered');
      const path = web.links.hazardPath(one, web.stage.person('值01').id, web.stage.clock.now());
      const words = await wordsOf(await open(path));
      expect(words).toContain('上报人');
      expect(words).not.toMatch(/13911112222|扫码上报/);
    });

    it('fixed needs a photo of how it is now, and the same picture as before is none', async () => {
      await assign();
      await press(pageOf('网01'), { act: 'spot' });
      expect(await now()).toMatchObject({ state: 'accepted', handling: 'on_the_spot' });
      await press(pageOf('网01'), { act: 'fixed' });
      await press(pageOf('网01'), { act: 'fixed', photo: [await photo(1)] });
      expect(await now()).toMatchObject({ state: 'accepted' });
      await press(pageOf('网01'), { act: 'fixed', photo: [await photo(9)] });
      expect(await now()).toMatchObject({ state: 'fixed' });
      const html = await (await open(pageOf('值01'))).text();
      expect(html).toMatch(/class="side">\s*<h3>整改前[\s\S]*class="side">\s*<h3>整改后/);
    });

    it('is checked by another than who did the work, with words and a photo, and goes back if it is not well', async () => {
      await assign();
      await fix();
      expect(await (await open(pageOf('网01'))).text()).not.toContain('value="pass"');
      await press(pageOf('网01'), { act: 'pass', photo: [await photo(11)] });
      expect(await now()).toMatchObject({ state: 'fixed' });
      await press(pageOf('安01'), { act: 'fail', words: '还有两箱', photo: [await photo(10)] });
      expect(await now()).toMatchObject({ state: 'accepted', round: 2 });
      const words = await wordsOf(await open(pageOf('值01')));
      expect(words).toContain('还有两箱');
      expect(words).toContain('复查');
    });

    it('shows photos small, upright and without what the camera wrote', async () => {
      const html = await (await open(pageOf('值01'))).text();
      const small = /<img src="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const response = await open(small);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 240 });
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    });
  });

  describe('a link', () => {
    it('opens for its own person alone, while that person may see it', async () => {
      const key = own.split('?k=')[1] ?? '';
      for (const path of [
        `/h/${hazard.number}`,
        `/h/H-2611-9999?k=${key}`,
        `/h/${hazard.number}?k=${key.slice(0, -2)}xx`,
        pageOf('张阿姨'),
      ]) {
        const response = await open(path);
        expect(response.status).toBe(404);
        expect((await press(path, { act: 'chase' })).status).toBe(404);
      }
      expect((await open(linkFor(web.stage.person('值01'), web.stage.clock.now() - 400 * 86_400_000))).status).toBe(
        410,
      );
      const officer = web.stage.person('值01');
      await database.store.transaction((tx) => tx.people.put({ ...officer, active: false }));
      expect((await open(linkFor(officer))).status).toBe(404);
    });

    it('has no personal data in it', () => {
      expect(own).toMatch(/^\/h\/H-\d{4}-\d{4}\?k=[0-9A-Z]{26}\.[0-9a-z]+\.[\w-]{22}$/);
    });
  });
});
