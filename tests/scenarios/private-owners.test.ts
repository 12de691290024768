import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { matterStage } from './matter-stage.ts';
import { closeStages } from './stage.ts';
import { talkStage, toldMatter } from './talk-stage.ts';

const minute = 60;
const hour = 60 * minute;

eachEngine((database) => {
  afterEach(closeStages);

  it('whoever took it and does nothing is reminded, then those who lead hear it; a step of theirs ends that', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '点单');
    await stage.says('李梅', '永固五金 废气炉子老是报警 想请专家来看看');
    for (let i = 0; i < 8 && (await toldMatter(stage)).state === 'telling'; i += 1)
      await stage.says('李梅', (await toldMatter(stage)).need === 'check' ? '提交' : '跳过');
    await stage.taps('和嫂', 'matter_take');
    await stage.later(23 * hour);
    stage.seesNot('和嫂', '没动静');
    await stage.later(2 * hour);
    stage.sees('和嫂', '24 小时没动静了');
    stage.seesNot('专01', '没动静');
    await stage.later(24 * hour);
    stage.sees('和嫂', '负责的人也知道了');
    expect(stage.sees('专01', /和嫂.*没动静/)).not.toMatch(/永固|废气/);
    await stage.says('和嫂', 'M-2611-0001 约时间 周五下午3点');
    stage.sees('专01', '这件有动静了，不用管了');
    stage.sees('和嫂', '这件有动静了，不用管了');
    expect((await toldMatter(stage)).body.idle?.told).toBe(0);
    await stage.taps('和嫂', 'matter_done');
    await stage.daysLater(3);
    stage.seesNot('专01', /接下这件/);
  });

  it('help at the door is asked about within the half-hour, and a police matter within the hour', async () => {
    const stage = await matterStage(database.store);
    await stage.says('张阿姨', '', { message: { start: 'd-XT' } });
    await stage.says('张阿姨', '水管爆了 家里全是水');
    await stage.says('网01', '我来接');
    await stage.later(31 * minute);
    stage.sees('网01', '30 分钟没动静了');
    await stage.says('网01', '在路上了');
    stage.sees('网01', '这件有动静了');
    await stage.says('网01', '办完了');
    await stage.says('值01', '警情 西塘菜市场两家摊主打起来了');
    for (const who of ['警一', '值01', '片警']) await stage.taps(who, 'matter_ack');
    await stage.later(61 * minute);
    stage.sees('片警', '60 分钟没动静了');
    await stage.later(60 * minute);
    expect(stage.sees('林队', /片警.*没动静/)).not.toContain('菜市场');
  });
});
