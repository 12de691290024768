import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { beforeEach, expect, it } from 'vitest';
import type { Hazard } from '../../core/hazard.ts';
import { actOnHazard } from '../../handlers/hazard/take-hazard-tap.ts';
import { phoneExif, scene } from '../support/photos.ts';
import { eachEngine } from '../support/stores.ts';
import { fieldOf, formOf, type Filled } from './forms.ts';
import { webStage, wordsOf } from './web-stage.ts';

const evidence = '这张照片的来历';
const doubt = '请看一下';

eachEngine((database) => {
  const web = webStage(database);
  /** The camera says 28.905, 120.055; the report's position lies 120 metres north of that. */
  const there = { lat: '28.90608', lon: '120.055' };

  async function picture(number: number, how: { exif?: boolean; width?: number } = {}): Promise<Buffer> {
    const drawn = sharp(await scene(number, { width: 800, height: 600 })).resize(how.width ?? 800);
    return (how.exif === false ? drawn : drawn.withExif(phoneExif)).jpeg().toBuffer();
  }
  const fileOf = (bytes: Buffer): File => new File([new Uint8Array(bytes)], 'a.jpg');
  const post = (path: string, filled: Filled) => web.app.request(path, { method: 'POST', body: formOf(filled) });
  async function told(filled: Filled): Promise<{ hazard: Hazard; own: string }> {
    const token = fieldOf(await (await web.app.request('/p/XT')).text(), 'token');
    const html = await (
      await post('/p/XT', { token, kind: 'fire_exit', words: '楼梯口堵了', ...there, ...filled })
    ).text();
    const [hazard] = await database.store.read.hazards.list({}, 1, null);
    if (hazard === undefined) throw new Error('nothing was registered');
    return { hazard, own: /href="(\/h\/[^"]+)"/.exec(html)?.[1] ?? '' };
  }
  const pathOf = (name: string, hazard: Hazard): string =>
    web.links.hazardPath(hazard, web.stage.person(name).id, web.stage.clock.now());
  const seenBy = async (name: string, hazard: Hazard): Promise<string> =>
    wordsOf(await web.app.request(pathOf(name, hazard)));
  /** Graded, given to 网01, taken on and reported fixed with this picture. */
  async function fixed(hazard: Hazard, after: Buffer): Promise<void> {
    for (const [verb, value] of [
      ['hazard_grade', 'major'],
      ['hazard_assign', web.stage.person('网01').id],
    ] as const) {
      const act = { person: web.stage.person('值01'), verb, value, words: '', roomId: null };
      await database.store.transaction((tx) => actOnHazard(web.stage.bot.workIn(tx), hazard, act));
    }
    await post(pathOf('网01', hazard), { act: 'deadline' });
    await post(pathOf('网01', hazard), { act: 'fixed', photo: [fileOf(after)], words: '清空了' });
    expect(await database.store.read.hazards.byId(hazard.id)).toMatchObject({ state: 'fixed' });
  }

  beforeEach(async () => {
    await web.stage.begin([
      { name: '值01', roles: ['duty_officer'] },
      { name: '网01', roles: ['grid_worker'] },
      { name: '安01', roles: ['safety_officer'] },
    ]);
  });

  it('who decides and who checks see where a photo comes from, and how far off it was taken', async () => {
    const bytes = await picture(1);
    const { hazard } = await told({ photo: [fileOf(bytes)] });
    for (const who of ['值01', '安01']) {
      const words = await seenBy(who, hazard);
      expect(words).toContain(evidence);
      expect(words).toContain(createHash('sha256').update(bytes).digest('hex'));
      for (const fact of ['上报人', '网页表单', '2026-11-21 20:05:11', '28.90500, 120.05500', '离点位约 120 米'])
        expect(words).toContain(fact);
      expect(words).not.toContain(doubt);
    }
  });

  it('its reporter and its owner see the photo and none of this', async () => {
    const { hazard, own } = await told({ photo: [fileOf(await picture(1))] });
    await fixed(hazard, await picture(2));
    for (const path of [own, pathOf('网01', hazard)]) {
      const words = await wordsOf(await web.app.request(path));
      expect(words).not.toContain(evidence);
      expect(words).not.toContain('SHA-256');
      expect(words).not.toContain('120.055');
    }
  });

  it('of a reporter without a name neither the name nor the spot that the camera wrote, only how far off', async () => {
    const { hazard } = await told({ anonymous: 'on', photo: [fileOf(await picture(1))] });
    const words = await seenBy('值01', hazard);
    expect(words).toContain('上报人（不具名）');
    expect(words).toContain('离点位约 120 米');
    expect(words).not.toContain('28.90500');
  });

  it('a photo without anything from the camera is unknown, and no reason to doubt', async () => {
    const { hazard } = await told({ photo: [fileOf(await picture(1, { exif: false }))] });
    const words = await seenBy('值01', hazard);
    expect(words).toContain('不知道，照片或点位没有位置');
    expect(words).not.toContain('拍摄时间');
    expect(words).not.toContain(doubt);
  });

  it('before and after stay beside each other; an after-photo that was the before-photo asks whoever checks to look', async () => {
    const { hazard, own } = await told({ photo: [fileOf(await picture(1))] });
    await fixed(hazard, await picture(1, { exif: false, width: 500 }));
    const words = await seenBy('安01', hazard);
    expect(words).toContain('整改后的照片和整改前的很像，请看一下');
    expect(words).toMatch(/整改前.*整改后/s);
    expect(words).toContain('整改的人');
    for (const path of [own, pathOf('网01', hazard)])
      expect(await wordsOf(await web.app.request(path))).not.toContain(doubt);
  });

  it('a photo that another hazard has names that one to who decides', async () => {
    const { hazard: first } = await told({ photo: [fileOf(await picture(3))] });
    const { hazard: second } = await told({
      kind: 'road',
      words: '井盖坏了',
      lat: '28.92',
      photo: [fileOf(await picture(3, { width: 600 }))],
    });
    expect(second.number).not.toBe(first.number);
    expect(await seenBy('值01', second)).toContain(`这张照片和 ${first.number} 的很像`);
    expect(await seenBy('值01', first)).not.toContain(doubt);
  });
});
