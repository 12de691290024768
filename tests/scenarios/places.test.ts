import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { hazardOf, hazardStage, people } from './hazard-stage.ts';
import type { Stage } from './stage.ts';
import { closeStages } from './stage.ts';

/** 永固五金 as its zone file describes it. */
async function assessed(stage: Stage): Promise<void> {
  const place = await stage.store.read.places.byCode('QY-0217');
  if (place === null) throw new Error('QY-0217 is not there');
  const contact = { name: '王厂长', phone: '0579-8888-0000' };
  const details = { contact, colour: 'yellow', tags: ['喷涂'] } as const;
  await stage.store.transaction((tx) => tx.places.put({ ...place, details }));
}

async function majorHazard(stage: Stage): Promise<void> {
  await stage.says('张阿姨', '永固五金的消防通道被货物堵死了');
  const hazard = await hazardOf(stage);
  stage.sees('张阿姨', hazard.number);
  await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'major' });
  stage.sees('指挥群', /./);
  stage.sees('网01', hazard.number);
}

eachEngine((database) => {
  afterEach(closeStages);

  it('查 answers each as far as they may see, and in a group nothing private', async () => {
    const stage = await hazardStage(database.store);
    await assessed(stage);
    await majorHazard(stage);
    const { number } = await hazardOf(stage);

    await stage.says('李叔', '查 QY-0217');
    stage.sees('李叔', '永固五金（QY-0217）');
    stage.seesNot('李叔', number);
    stage.seesNot('李叔', /喷涂|王厂长|黄色/);

    await stage.says('网02', '查永固五金');
    stage.sees('网02', number);
    stage.seesNot('网02', /王厂长|黄色/);

    await stage.says('值01', 'place qy0217');
    stage.sees('值01', /风险颜色：🟡 黄色/);
    stage.sees('值01', /联系人：王厂长 0579-8888-0000/);
    stage.sees('值01', `有重大隐患没销号：${number}`);
    stage.sees('值01', '看整页 https://qunfang.test/places/QY-0217');
    stage.seesNot('李叔', /看整页/);

    await stage.says('值01', '查 QY-0217', { in: '指挥群' });
    stage.sees('指挥群', /特点：喷涂/);
    stage.seesNot('指挥群', /0579-8888-0000|看整页/);

    await stage.says('值01', '查 QY-0217', { in: '村群' });
    stage.sees('村群', '永固五金（QY-0217）');
    stage.seesNot('村群', /黄色|喷涂|0579|张阿姨/);
    stage.holds('张阿姨', '收到，谢谢你！编号 H-2611-0001。');
    stage.holds(
      '指挥群',
      '待接单：疏散通道堵塞 · H-2611-0001',
      '🔴 永固五金 QY-0217：建议黄色改红色',
      '永固五金（QY-0217）',
    );
    stage.holds('林队', '🔴 永固五金 QY-0217：建议黄色改红色');
    stage.holds('网01', '请你处理：疏散通道堵塞');
    stage.holds('李叔', '永固五金（QY-0217）');
    stage.holds('网02', '永固五金（QY-0217）');
    stage.holds('值01', '永固五金（QY-0217）');
    stage.holds('村群', '永固五金（QY-0217）');
    await stage.end();
  });

  it('ordinary words and an emergency are no question about a place', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('李叔', '查酒驾的今天在路口', { in: '村群' });
    await stage.says('李叔', '查 监控', { in: '村群' });
    expect(stage.cards('村群')).toEqual([]);
    await stage.says('李叔', '查 QY-9999');
    stage.sees('李叔', '没找到“QY-9999”');
    await stage.says('李叔', '查 永固五金着火了，浓烟很大');
    stage.sees('李叔', '110/119/120');
    stage.holds('李叔', '没找到“QY-9999”', '紧急请直接拨打 110/119/120');
    stage.holds('指挥群', '待确认：火灾 · I-2611-0001');
    await stage.end();
  });

  it('on WeChat the colour is decided by words, and whoever is second hears who was first', async () => {
    const stage = await hazardStage(database.store, {
      cast: people().map((one) => (one.name === '林队' ? { ...one, platform: 'wechat' } : one)),
    });
    await assessed(stage);
    await majorHazard(stage);
    stage.sees('林队', '回复：同意改色 QY-0217 · 不改色 QY-0217');
    await stage.says('林队', '同意改色 QY-0217');
    stage.sees('林队', '已定：QY-0217 改为红色');
    await stage.says('李叔', '不改色 QY-0217');
    expect(
      await stage.store.read.placeColours.of((await stage.store.read.places.byCode('QY-0217'))?.id as never),
    ).toMatchObject({
      colour: 'red',
    });
    await stage.says('值01', '不改色 QY-0217');
    stage.sees('值01', /林队 已经定了，QY-0217 现在是红色/);
    stage.holds('张阿姨', '收到，谢谢你！编号 H-2611-0001。');
    stage.holds('指挥群', '待接单：疏散通道堵塞 · H-2611-0001', '🔴 永固五金 QY-0217：已改为红色');
    stage.holds('网01', '请你处理：疏散通道堵塞');
    stage.holds('李叔', '这一步只有值班员能做。');
    stage.holds('值01', '林队 已经定了，QY-0217 现在是红色。');
    stage.holds(
      '林队',
      '🔴 永固五金 QY-0217：建议黄色改红色',
      '已定：QY-0217 改为红色。',
      '🔴 永固五金 QY-0217：已改为红色',
    );
    await stage.end();
  });
});
