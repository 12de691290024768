import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { hazardOf, hazardStage, messagesIn, photo } from './hazard-stage.ts';
import { closeStages } from './stage.ts';

eachEngine((database) => {
  afterEach(closeStages);

  it('who corrects the place takes nothing back: the command reads it, and it stays one report', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '上桥村36号楼道又堵了', { message: photo() });
    expect(stage.sees('张阿姨', '编号 H-2611-0001')).toContain('上桥村36号');
    await stage.says('张阿姨', '说错了，地点是上桥村38号');
    expect(await hazardOf(stage)).toMatchObject({ state: 'reported', number: 'H-2611-0001' });
    expect(stage.sees('指挥群', '待定级')).toContain('说错了，地点是上桥村38号');
    await stage.end();
  });

  it('弄好了 after the photo that said it already is heard, and asks nothing', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', '永固五金的消防通道被货堵了');
    await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'ordinary' });
    await stage.taps('网01', 'hazard_accept', { value: 'spot' });
    await stage.taps('网01', 'hazard_fixed');
    await stage.says('网01', '', { message: photo() });
    expect(await hazardOf(stage)).toMatchObject({ state: 'fixed' });
    const before = messagesIn(stage, '网01');
    await stage.says('网01', '弄好了');
    expect(messagesIn(stage, '网01')).toBe(before);
    stage.seesNot('网01', '没看懂');
  });
});
