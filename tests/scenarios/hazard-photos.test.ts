import sharp from 'sharp';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Hazard } from '../../core/hazard.ts';
import { scene } from '../support/photos.ts';
import { eachEngine } from '../support/stores.ts';
import { hazardOf, hazardStage, newestIn } from './hazard-stage.ts';
import { photoFetcher } from './photo-fetcher.ts';
import type { Stage } from './stage.ts';
import { textOf } from './stage.ts';

let pictures: Buffer[];
/** The first one, as another phone sends it on: smaller and compressed once more. */
let again: Buffer;
beforeAll(async () => {
  pictures = await Promise.all([1, 2, 3].map((number) => scene(number, { width: 800, height: 600 })));
  again = await sharp(pictures[0]).resize(640, 480).jpeg({ quality: 60 }).toBuffer();
});

eachEngine((database) => {
  const fetcher = photoFetcher();
  let stage: Stage;
  beforeEach(async () => {
    stage = await hazardStage(database.store);
    fetcher.start(stage);
  });

  let sent = 0;
  async function sends(who: string, words: string, picture: Buffer | undefined): Promise<Hazard> {
    const ref = `picture ${String((sent += 1))}`;
    stage.chats.telegram.putFile(ref, picture ?? Buffer.alloc(0));
    await stage.says(who, words, { message: { attachments: [{ kind: 'photo', ref }] } });
    await stage.later(3);
    return hazardOf(stage);
  }
  /** Graded, given to 网01 and taken on. */
  async function given(): Promise<void> {
    await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'ordinary' });
    await stage.taps('网01', 'hazard_accept', { value: 'deadline' });
  }
  const inCommand = (): string[] => stage.cards('指挥群').map(textOf);

  it('the same picture under two reports: the command is asked whether they are one, and nothing is joined', async () => {
    const first = await sends('张阿姨', '永固五金的消防通道被货堵了', pictures[0]);
    expect(inCommand().join()).not.toContain('很像');
    const second = await sends('李叔', '上桥村36号的消防通道堵了', again);
    expect(second.number).not.toBe(first.number);
    const asked = inCommand().find((text) => text.includes('像是同一处'));
    expect(asked).toContain(`${second.number} 和 ${first.number}`);
    expect(inCommand().some((text) => text.includes(`这张照片和 ${first.number} 的很像，请看一下`))).toBe(true);
    for (const { id } of [first, second])
      expect(await stage.store.read.hazards.byId(id)).toMatchObject({ state: 'reported', mergedIntoId: null });
    for (const who of ['张阿姨', '李叔', '网01', '村群'])
      expect(stage.cards(who).map(textOf).join()).not.toContain('很像');
    stage.holds('张阿姨', '收到，谢谢你！编号 H-2611-0001。');
    stage.holds(
      '指挥群',
      '待定级：疏散通道堵塞 · H-2611-0001',
      '待定级：疏散通道堵塞 · H-2611-0002',
      'H-2611-0002 和 H-2611-0001 像是同一处',
    );
    stage.holds('李叔', '收到，谢谢你！编号 H-2611-0002。');
    await stage.end();
  });

  it('other pictures, and the same picture twice in one report, are no reason to ask', async () => {
    await sends('张阿姨', '永固五金的消防通道被货堵了', pictures[0]);
    await sends('张阿姨', '', again);
    await sends('李叔', '上桥村36号的消防通道堵了', pictures[1]);
    expect(inCommand().join()).not.toContain('很像');
    expect(inCommand().join()).not.toContain('像是同一处');
    stage.holds('张阿姨', '收到，谢谢你！编号 H-2611-0001。');
    stage.holds('指挥群', '待定级：疏散通道堵塞 · H-2611-0001', '待定级：疏散通道堵塞 · H-2611-0002');
    stage.holds('李叔', '收到，谢谢你！编号 H-2611-0002。');
    await stage.end();
  });

  it('an after-photo that is the before-photo: whoever checks is asked to look, and nobody else hears of it', async () => {
    await sends('张阿姨', '永固五金的消防通道被货堵了', pictures[0]);
    await given();
    await sends('网01', '整改好了', again);
    expect(await hazardOf(stage)).toMatchObject({ state: 'fixed' });
    expect(newestIn(stage, '安01')).toContain('整改后的照片和整改前的很像，请看一下');
    for (const who of ['张阿姨', '网01', '村群', '指挥群', '林队'])
      expect(stage.cards(who).map(textOf).join()).not.toContain('很像');
    stage.holds(
      '张阿姨',
      '收到，谢谢你！编号 H-2611-0001。',
      'H-2611-0001：有人接下了',
      'H-2611-0001：改过了，再请人去复查一遍。',
    );
    stage.holds('指挥群', '待复查：疏散通道堵塞 · H-2611-0001');
    stage.holds('网01', '等复查：疏散通道堵塞');
    stage.holds('安01', '请复查：疏散通道堵塞');
    await stage.end();
  });

  it('an after-photo of its own is no reason; the one that was sent back comes again and is', async () => {
    await sends('张阿姨', '永固五金的消防通道被货堵了', pictures[0]);
    await given();
    await sends('网01', '整改好了', pictures[1]);
    expect(newestIn(stage, '安01')).toContain('请复查');
    expect(newestIn(stage, '安01')).not.toContain('很像');
    await stage.says('安01', '没改好，还有一半');
    expect(await hazardOf(stage)).toMatchObject({ state: 'accepted', round: 2 });
    await stage.later(60);
    await sends('网01', '整改好了', pictures[1]);
    expect(newestIn(stage, '安01')).toContain('这张照片和上一轮的很像，请看一下');
    stage.holds(
      '张阿姨',
      '收到，谢谢你！编号 H-2611-0001。',
      'H-2611-0001：有人接下了',
      'H-2611-0001：改过了，再请人去复查一遍。',
      'H-2611-0001：复查没过（没改好',
      'H-2611-0001：改过了，再请人去复查一遍。',
    );
    stage.holds('指挥群', '待复查：疏散通道堵塞 · H-2611-0001');
    stage.holds('网01', '复查没过：疏散通道堵塞', '等复查：疏散通道堵塞');
    stage.holds('安01', '复查过了，退回再改：疏散通道堵塞', '已退回再改，期限 11月27日17:30。', '请复查：疏散通道堵塞');
    await stage.end();
  });
});
