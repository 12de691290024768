import { beforeAll, expect, it, vi } from 'vitest';
import { TransportError } from '../../core/error.ts';
import type { Attachment, Card } from '../../core/message.ts';
import { photo } from '../support/photos.ts';
import { eachEngine } from '../support/stores.ts';
import { photoFetcher } from './photo-fetcher.ts';
import type { Cast } from './stage.ts';
import { Stage, textOf } from './stage.ts';

const officer: Cast = { name: '值01', roles: ['duty_officer', 'admin'] };
const resident: Cast = { name: '张阿姨', roles: ['resident'], duty: 'off' };
const neighbour: Cast = { name: '李叔', roles: ['resident'], duty: 'off' };
const onWechat: Cast = { name: '王姐', roles: ['resident'], duty: 'off', platform: 'wechat' };
const fire = '厂里着火了 浓烟 西塘工业区';

let pictures: Buffer[];
beforeAll(async () => {
  pictures = await Promise.all([1, 2, 3, 4].map((number) => photo(number, { width: 400, height: 300 })));
});

eachEngine((database) => {
  const fetcher = photoFetcher();

  async function begin(): Promise<Stage> {
    const stage = new Stage(database.store);
    await stage.begin([resident, neighbour, onWechat, officer]);
    fetcher.start(stage);
    return stage;
  }

  let sent = 0;
  /** Somebody sends a picture; the platform has its bytes. */
  async function sends(
    stage: Stage,
    who: string,
    picture: Buffer,
    extra: { in?: string; text?: string; albumId?: string; kind?: Attachment['kind'] } = {},
  ): Promise<void> {
    const ref = `photo ${String((sent += 1))}`;
    stage.chats[stage.platformOf(extra.in ?? who)].putFile(ref, picture);
    await stage.says(who, extra.text ?? '', {
      ...(extra.in === undefined ? {} : { in: extra.in }),
      message: {
        attachments: [{ kind: extra.kind ?? 'photo', ref }],
        ...(extra.albumId === undefined ? {} : { albumId: extra.albumId }),
      },
    });
  }

  /** What a picture without words is answered with is another story. */
  function hears(stage: Stage, who: string): void {
    for (const card of stage.cards(who)) stage.sees(who, textOf(card));
  }

  const shown = (stage: Stage): Card[] => stage.cards('指挥群').filter(({ title }) => title?.startsWith('照片'));

  it('while pictures cannot be had from their disk, the words go without them, an order at once', async () => {
    const stage = await begin();
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    stage.photoPath = () => Promise.reject(new Error('no space left on device'));
    await sends(stage, '张阿姨', pictures[0] ?? Buffer.alloc(0), { text: fire });
    stage.sees('张阿姨', '119');
    stage.sees('指挥群', /待确认.*火灾/);
    await stage.later(30);
    expect(shown(stage)).toHaveLength(1);
    vi.restoreAllMocks();
  });

  it('the picture comes first and the words after: both are one report', async () => {
    const stage = await begin();
    await sends(stage, '张阿姨', pictures[0] ?? Buffer.alloc(0));
    hears(stage, '张阿姨');
    expect(shown(stage)).toEqual([]);
    await stage.later(120);
    await stage.says('张阿姨', fire);
    stage.sees('张阿姨', '119');
    const { id } = await stage.incident();
    const [file] = await stage.store.read.files.ofIncident(id);
    expect(file).toMatchObject({ state: 'stored', personId: stage.person('张阿姨').id });
    expect(shown(stage).map((card) => card.photo)).toEqual([file?.id]);
    stage.sees('指挥群', '照片 1 张');
    stage.sees('指挥群', /^照片 · /);
    const trace = await stage.store.read.trace.of(`incident:${id}`);
    expect(trace.map(({ what }) => what)).toContain('photo');
    await stage.end();
  });

  it('in a village’s group too, but only of who reports, only there, and not what is long past', async () => {
    const stage = await begin();
    const [mine = Buffer.alloc(0), other = mine, old = mine, elsewhere = mine] = pictures;
    await sends(stage, '张阿姨', old, { in: '村群' });
    await stage.later(600);
    await sends(stage, '李叔', other, { in: '村群' });
    await sends(stage, '张阿姨', elsewhere);
    hears(stage, '张阿姨');
    await sends(stage, '张阿姨', mine, { in: '村群' });
    await stage.says('张阿姨', fire, { in: '村群' });
    stage.sees('村群', '119');
    const files = await stage.store.read.files.ofIncident((await stage.incident()).id);
    const [village] = await stage.store.read.rooms.withPurpose('village');
    expect(files).toMatchObject([{ roomId: village?.id, personId: stage.person('张阿姨').id }]);
    expect(files[0]?.receivedAt).toBeGreaterThan(stage.clock.now() - 60_000);
    stage.sees('指挥群', '照片 1 张');
    stage.sees('指挥群', /^照片 · /);
    await stage.end();
  });

  it('a picture that is still on its way joins as well, and is shown when it is there', async () => {
    const stage = await begin();
    stage.chats.telegram.putFile('slow', new TransportError('retryable', 'no connection'));
    await stage.says('张阿姨', '', { in: '村群', message: { attachments: [{ kind: 'photo', ref: 'slow' }] } });
    await stage.says('张阿姨', fire, { in: '村群' });
    stage.sees('村群', '119');
    stage.sees('指挥群', fire);
    expect(shown(stage)).toEqual([]);
    stage.chats.telegram.putFile('slow', pictures[0] ?? Buffer.alloc(0));
    await stage.later(20);
    stage.sees('指挥群', /^照片 · /);
    await stage.end();
  });

  it('the pictures of an album are shown as one', async () => {
    const stage = await begin();
    await stage.says('张阿姨', fire);
    stage.sees('张阿姨', '119');
    for (const picture of pictures) await sends(stage, '张阿姨', picture, { albumId: 'a1' });
    expect(shown(stage)).toEqual([]);
    await stage.later(5);
    const files = await stage.store.read.files.ofIncident((await stage.incident()).id);
    expect(files).toHaveLength(4);
    const [card, ...others] = shown(stage);
    expect(others).toEqual([]);
    expect([card?.photo, ...(card?.morePhotos ?? [])]).toEqual(files.map(({ id }) => id));
    stage.sees('指挥群', '共 4 张');
    stage.sees('指挥群', '照片 4 张');
    await stage.end();
  });

  it('an album that was sent before the words is shown as one too, without the picture that is none', async () => {
    const stage = await begin();
    const [one = Buffer.alloc(0), two = one] = pictures;
    for (const picture of [one, Buffer.from('no picture'), two])
      await sends(stage, '张阿姨', picture, { in: '村群', albumId: 'a2' });
    await stage.says('张阿姨', fire, { in: '村群' });
    stage.sees('村群', '119');
    await stage.later(5);
    expect(shown(stage)).toHaveLength(1);
    stage.sees('指挥群', '共 2 张');
    stage.sees('指挥群', fire);
    await stage.end();
  });

  it('a file that is no photo is answered clearly, once, on WeChat too, and not in a group', async () => {
    const stage = await begin();
    await sends(stage, '王姐', Buffer.from('<html>'));
    stage.sees('王姐', '这张照片没收下');
    hears(stage, '王姐');
    await sends(stage, '张阿姨', Buffer.from('<html>'), { in: '村群' });
    await stage.end();
  });
});
