import sharp from 'sharp';
import { beforeEach, expect, it } from 'vitest';
import type { KeptFile } from '../../core/ports/files.ts';
import { settleFile } from '../../handlers/incident/settle-file.ts';
import { fileFetcher } from '../../jobs/fetch-files.ts';
import { readPhoto } from '../../jobs/read-photo.ts';
import { photoFromPhone } from '../support/photos.ts';
import { quietLog } from '../support/quiet.ts';
import { eachEngine } from '../support/stores.ts';
import { webStage } from './web-stage.ts';

eachEngine((database) => {
  const web = webStage(database);
  let original: Buffer;
  let kept: KeptFile;

  beforeEach(async () => {
    const { stage, files } = web;
    await stage.begin([
      { name: '张阿姨', roles: ['resident'], duty: 'off' },
      { name: '值01', roles: ['duty_officer'] },
      { name: '东01', skills: ['fire_operator'] },
      { name: '东09', roles: ['rescuer'], duty: 'off' },
    ]);
    await stage.says('张阿姨', '厂里着火了 浓烟 西塘工业区这边');
    original = await photoFromPhone(1);
    stage.chats.telegram.putFile('photo', original);
    await stage.says('张阿姨', '', { message: { attachments: [{ kind: 'photo', ref: 'photo' }] } });
    await stage.taps('值01', 'confirm', { in: '指挥群' });
    await stage.taps('值01', 'call_out', { in: '指挥群' });
    const fetcher = fileFetcher({
      store: database.store,
      alarm: stage.clock,
      adapters: [stage.chats.telegram],
      files,
      readPhoto,
      settled: (tx, file) => settleFile(stage.bot.workIn(tx), file),
      onStore: () => undefined,
      log: quietLog,
    });
    fetcher.start();
    await fetcher.stop();
    const [file] = await database.store.read.files.ofIncident((await stage.incident()).id);
    if (file === undefined) throw new Error('The photo was not kept');
    kept = file;
  });

  const addressFor = async (name: string, below = ''): Promise<string> => {
    const { stage, links } = web;
    const link = links.incident(await stage.incident(), stage.person(name).id, stage.clock.now());
    const { pathname, search } = new URL(link ?? 'https://nowhere.test');
    return `${pathname}${below}${search}`;
  };
  const open = (path: string): Promise<Response> => Promise.resolve(web.app.request(path));
  const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

  it('photos are shown small, upright and without what the camera wrote', async () => {
    const page = await (await open(await addressFor('东01'))).text();
    const small = /<img src="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(small).toContain(`/photos/${kept.id}?`);
    const response = await open(small);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(response.headers.get('cache-control')).toContain('private');
    const bytes = await bytesOf(response);
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 240, height: 320 });
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    const large = await bytesOf(await open(await addressFor('东01', `/photos/${kept.id}`)));
    expect(await sharp(large).metadata()).toMatchObject({ width: 960, height: 1_280 });
  });

  it('an officer gets the very bytes that were sent, to save them', async () => {
    const page = await (await open(await addressFor('值01'))).text();
    expect(page).toContain('下载原图');
    const response = await open(await addressFor('值01', `/photos/${kept.id}/original`));
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[0-9a-f]{16}\.jpeg"$/);
    expect((await bytesOf(response)).equals(original)).toBe(true);
  });

  it('whoever was called sees the photo and gets no original', async () => {
    expect(await (await open(await addressFor('东01'))).text()).not.toContain('original');
    expect((await open(await addressFor('东01', `/photos/${kept.id}/original`))).status).toBe(404);
  });

  it('nobody else sees it, and no other file is to be had here', async () => {
    expect((await open(await addressFor('东09', `/photos/${kept.id}`))).status).toBe(404);
    for (const other of ['nothing', kept.sha256 ?? '', '..%2f..%2fetc%2fpasswd'])
      expect((await open(await addressFor('值01', `/photos/${other}`))).status).toBe(404);
  });

  it('a photo whose bytes are gone is not there, and the page is', async () => {
    await database.store.transaction(async (tx) => {
      const photo = await tx.photos.of(kept.id);
      if (photo !== null) await tx.photos.put({ ...photo, sharedSha256: 'f'.repeat(64) });
    });
    expect((await open(await addressFor('值01', `/photos/${kept.id}`))).status).toBe(404);
    expect((await open(await addressFor('值01'))).status).toBe(200);
  });
});
