import { afterEach, expect, it } from 'vitest';
import type { Store } from '../../core/ports/store.ts';
import { eachEngine } from '../support/stores.ts';
import { matterStage, newest, people, tells } from './matter-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const phones: Readonly<Record<string, string>> = { 张阿姨: '13800000001', 李叔: '13800000002' };

/** 张阿姨 has told that 李叔 owes her money, and 喜哥 has taken it. */
async function taken(store: Store): Promise<Stage> {
  const cast = people('telegram').map((one) => ({ ...one, phone: phones[one.name] ?? '' }));
  const stage = await matterStage(store, { cast });
  await tells(stage, '张阿姨', '我要调解 李叔借了我5000块一直不还 他电话13800000002');
  await stage.taps('喜哥', 'matter_take');
  return stage;
}

eachEngine((database) => {
  afterEach(closeStages);

  it('a clear no while the terms lie there ends it, and a no to the terms only takes them back', async () => {
    const stage = await taken(database.store);
    await stage.taps('李叔', 'matter_consent', { value: 'yes' });
    await stage.says('喜哥', '讲好李叔12月10日前还5000元');
    expect((await newest(stage)).state).toBe('agreed');
    await stage.taps('李叔', 'matter_sign', { value: 'no' });
    expect((await newest(stage)).state).toBe('mediating');
    await stage.says('喜哥', '讲好李叔12月10日前还4800元');
    await stage.says('李叔', '不调了');
    expect(await newest(stage)).toMatchObject({ state: 'ended', outcome: 'refused' });
    stage.sees('张阿姨', '12348');
    stage.sees('李叔', '12348');
    // Nothing was promised, so nobody is asked whether it was kept.
    await stage.daysLater(8);
    stage.sees('张阿姨', '后来怎么样了');
    stage.seesNot('张阿姨', '说好的事');
  });
});
