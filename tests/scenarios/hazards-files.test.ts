import { afterEach, expect, it } from 'vitest';
import type { Attachment } from '../../core/message.ts';
import { eachEngine } from '../support/stores.ts';
import { hazardCount, hazardOf, hazardStage, reports } from './hazard-stage.ts';
import { closeStages } from './stage.ts';

const sent = (kind: Attachment['kind'], ref: string): { attachments: Attachment[] } => ({
  attachments: [{ kind, ref }],
});

eachEngine((database) => {
  afterEach(closeStages);

  it('a film is evidence, and the command reads that there is one', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '上桥村22号窨井盖没了', { message: sent('video', 'v1') });
    const { id } = await hazardOf(stage);
    expect(await stage.store.read.files.ofSubject(`hazard:${id}`)).toHaveLength(1);
    const card = stage.sees('指挥群', 'H-2611-0001');
    expect(card).toContain('视频、语音或文件 1 份');
    expect(card).not.toContain('还没有照片');
    stage.sees('张阿姨', '编号 H-2611-0001');
    await stage.end();
  });

  it('a voice message after a report is kept with it, and its words are asked for', async () => {
    const stage = await hazardStage(database.store);
    const { id } = await reports(stage);
    await stage.says('张阿姨', '', { message: sent('voice', 'v2') });
    stage.sees('张阿姨', '麻烦打几个字');
    const files = await stage.store.read.files.ofSubject(`hazard:${id}`);
    expect(files.map(({ attachment }) => attachment.kind)).toEqual(['photo', 'voice']);
    stage.sees('张阿姨', '编号 H-2611-0001');
    stage.sees('指挥群', 'H-2611-0001');
    await stage.end();
  });

  it('a voice message is no photo in what was noted', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '路灯坏了 好几天');
    await stage.says('张阿姨', '', { message: sent('voice', 'v3') });
    expect(stage.sees('张阿姨', '在哪里？')).not.toContain('照片');
    stage.sees('张阿姨', '麻烦打几个字');
    await stage.end();
  });

  it('a paper that comes with a report, or right after it, is its evidence', async () => {
    const stage = await hazardStage(database.store);
    const { id } = await reports(stage);
    await stage.says('张阿姨', '', { message: sent('document', 'd1') });
    const files = await stage.store.read.files.ofSubject(`hazard:${id}`);
    expect(files.map(({ attachment }) => attachment.kind)).toEqual(['photo', 'document']);
    expect(stage.sees('指挥群', 'H-2611-0001')).toContain('视频、语音或文件 1 份');
    stage.sees('张阿姨', '编号 H-2611-0001');
    await stage.end();
  });

  it('another thing at the same firm is another report, also while the first is open', async () => {
    const stage = await hazardStage(database.store);
    await reports(stage);
    await stage.says('张阿姨', '永固五金配电箱打火花');
    expect(await hazardCount(stage)).toBe(2);
    expect((await hazardOf(stage)).kinds).toContain('electrical');
    stage.sees('张阿姨', 'H-2611-0001');
    stage.sees('张阿姨', 'H-2611-0002');
    stage.sees('指挥群', 'H-2611-0001');
    stage.sees('指挥群', 'H-2611-0002');
    await stage.end();
  });
});
