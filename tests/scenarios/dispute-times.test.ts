import { afterEach, expect, it } from 'vitest';
import type { Matter } from '../../core/matter.ts';
import type { Store } from '../../core/ports/store.ts';
import { eachEngine } from '../support/stores.ts';
import { matterStage, people, tells } from './matter-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const phones: Readonly<Record<string, string>> = { 张阿姨: '13800000001', 李叔: '13800000002' };

/** 喜哥 has two disputes that both sides of each want to talk about: 张阿姨 with 李叔, 女一 with 网01. */
async function two(store: Store): Promise<Stage> {
  const cast = people().map((one) => ({ ...one, phone: phones[one.name] ?? '' }));
  const stage = await matterStage(store, { cast });
  await tells(stage, '张阿姨', '我要调解 李叔借了我5000块一直不还 他电话13800000002');
  await stage.taps('喜哥', 'matter_take');
  await stage.taps('李叔', 'matter_consent', { value: 'yes' });
  await tells(stage, '女一', '我要调解 邻居借了我三千不还');
  await stage.taps('喜哥', 'matter_take');
  await stage.taps('喜哥', 'matter_consent', { value: 'b:yes' });
  return stage;
}

const sessionsOf = async (stage: Stage, number: string): Promise<Matter['body']['sessions']> =>
  (await stage.store.read.matters.byNumber(number))?.body.sessions ?? [];

eachEngine((database) => {
  afterEach(closeStages);

  it('a mediator is not booked twice at the same time, unless they say so', async () => {
    const stage = await two(database.store);
    await stage.says('喜哥', '0001 定在周三下午3点');
    stage.sees('李叔', /见面时间定了：11月25日（周三）15:00/);
    await stage.says('喜哥', '0002 定在周三下午4点');
    stage.sees('喜哥', '11月25日16:00 你已经约了 M-2611-0001。换个时间发给我');
    expect(await sessionsOf(stage, 'M-2611-0002')).toEqual([]);
    stage.seesNot('女一', '见面时间');
    await stage.says('喜哥', '0002 照样定在周三下午4点');
    stage.sees('女一', /见面时间定了：11月25日（周三）16:00/);
    expect(await sessionsOf(stage, 'M-2611-0002')).toMatchObject([{ state: 'booked' }]);
  });
});
