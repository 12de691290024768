import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { closeStages, Stage } from './stage.ts';

eachEngine((database) => {
  afterEach(closeStages);

  async function drill(): Promise<Stage> {
    const stage = new Stage(database.store);
    await stage.begin([
      { name: '张阿姨', roles: ['resident'], duty: 'off' },
      { name: '值01', roles: ['duty_officer'] },
      { name: '东01', skills: ['fire_operator'] },
      { name: '东02', skills: ['fire_operator'] },
      { name: '东03', skills: ['first_aid'] },
    ]);
    await stage.says('值01', '演练 火灾 西塘工业区', { in: '指挥群' });
    expect(await stage.taps('值01', 'confirm', { in: '指挥群' })).toContain('【演练】');
    expect(await stage.taps('值01', 'call_out', { in: '指挥群' })).toContain('【演练】');
    return stage;
  }

  it('the answer to every tap of a drill says that it is one, refusals included', async () => {
    const stage = await drill();
    expect(await stage.taps('东01', 'accept')).toMatch(/^【演练】/);
    const { token } = await stage.orderOf('东02');
    expect(await stage.tapsData('东01', `${token}.accept`)).toMatch(/^【演练】/);
    expect(await stage.tapsData('东01', `${(await stage.incident()).token}.stand_down`)).toMatch(/^【演练】/);
  });

  it('what was not understood is marked for whom only a drill has called, and for nobody else', async () => {
    const stage = await drill();
    await stage.taps('东01', 'accept');
    await stage.says('东01', 'qwert 三 三 zz');
    expect(stage.sees('东01', '没看懂')).toContain('【演练】');
    await stage.says('东01', `接警 ${(await stage.orderOf('东02')).code}`);
    expect(stage.cards('东01').at(-1)?.banner).toContain('演练');
    await stage.says('张阿姨', 'qwert 三 三 zz');
    expect(stage.cards('张阿姨').at(-1)?.banner).toBeUndefined();
    await stage.says('张阿姨', '厂里着火了 浓烟 西塘工业区这边');
    await stage.taps('值01', 'confirm', { in: '指挥群' });
    await stage.taps('值01', 'call_out', { in: '指挥群' });
    expect(await stage.taps('东01', 'accept')).not.toContain('演练');
    await stage.says('东01', 'qwert 三 三 zz');
    expect(stage.cards('东01').at(-1)?.banner).toBeUndefined();
  });
});
