import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { closeStages, Stage } from './stage.ts';

const fire = '快点!!厂里着火了 浓烟 西塘工业区这边';

eachEngine((database) => {
  afterEach(closeStages);

  async function fireIsTold(where: { in?: string } = {}): Promise<Stage> {
    const stage = new Stage(database.store);
    await stage.begin([
      { name: '张阿姨', roles: ['resident'], duty: 'off' },
      { name: '李叔', roles: ['resident'], duty: 'off' },
      { name: '值01', roles: ['duty_officer'] },
      { name: '东01', skills: ['fire_operator'] },
    ]);
    await stage.says('张阿姨', fire, where);
    return stage;
  }

  const words = async (): Promise<string[]> => {
    const [incident] = await database.store.read.incidents.latest(1);
    const reports = incident === undefined ? [] : await database.store.read.incidents.reports(incident.id);
    return reports.map((report) => report.words);
  };

  async function callOut(stage: Stage): Promise<void> {
    await stage.taps('值01', 'confirm', { in: '指挥群' });
    await stage.taps('值01', 'call_out', { in: '指挥群' });
  }

  it.each(['两个工人', '没人受伤', '看错了 没着火 是烧秸秆', '人都跑出来了'])(
    'asked in the village group, “%s” is the answer, and the officer reads it',
    async (answer) => {
      const stage = await fireIsTold({ in: '村群' });
      await stage.says('张阿姨', answer, { in: '村群' });
      stage.sees('指挥群', answer);
      expect(await words()).toEqual([fire, answer]);
    },
  );

  it('others’ words in that group, plain talk, and what is said long after, are no answers', async () => {
    const stage = await fireIsTold({ in: '村群' });
    await stage.says('李叔', '两个人吧', { in: '村群' });
    await stage.says('张阿姨', '哈哈', { in: '村群' });
    await stage.says('张阿姨', '老板欠我三个月工资', { in: '村群' });
    await stage.later(240);
    await stage.says('张阿姨', '谁家的鸡跑了', { in: '村群' });
    expect(await words()).toEqual([fire]);
  });

  it('whoever asks how it stands is told, before anybody has decided and after', async () => {
    const stage = await fireIsTold();
    await stage.says('张阿姨', '怎么还没人来');
    expect(stage.sees('张阿姨', '还在等值班员确认')).toContain('119');
    expect(stage.sees('指挥群', '怎么还没人来')).toContain('待确认');
    await callOut(stage);
    await stage.taps('东01', 'accept');
    await stage.taps('东01', 'underway');
    await stage.says('张阿姨', '人到哪了');
    stage.sees('张阿姨', '1 名救援队员正在赶来');
  });

  it('and a quarter of an hour later, in private though told in the group, as long as it runs', async () => {
    const stage = await fireIsTold({ in: '村群' });
    await callOut(stage);
    await stage.later(900);
    await stage.says('张阿姨', '火灭了没');
    stage.sees('张阿姨', '已通知救援队员');
    await stage.says('李叔', '火灭了没');
    stage.sees('李叔', '没看懂');
    await stage.says('张阿姨', '弄错了 没着火 是烧秸秆');
    stage.sees('指挥群', '是烧秸秆');
    await stage.taps('值01', 'false_alarm', { in: '指挥群' });
    await stage.says('张阿姨', '怎么样了');
    expect(await words()).toEqual([fire, '火灭了没', '弄错了 没着火 是烧秸秆']);
  });

  it('a call-out that was a false alarm is told as one at once, not as dealt with', async () => {
    const stage = await fireIsTold({ in: '村群' });
    await callOut(stage);
    await stage.taps('东01', 'accept');
    await stage.taps('值01', 'false_alarm', { in: '指挥群' });
    expect((await stage.incident()).state).toBe('stood_down');
    stage.sees('村群', '是误报');
  });

  it('once it is over its question is asked no more: the next words are taken for what they are', async () => {
    const stage = await fireIsTold();
    await stage.taps('值01', 'not_incident', { in: '指挥群' });
    await stage.says('张阿姨', '上桥村36号楼道堵了');
    stage.sees('张阿姨', /H-\d{4}-\d{4}|拍张/);
    expect(await words()).toEqual([fire]);
  });

  it.each(['我又能去了', '车修好了 能来 8分钟', '没问题 我来', '待命'])(
    'whoever said no and writes “%s” to the bot comes after all',
    async (yes) => {
      const stage = await fireIsTold();
      await callOut(stage);
      await stage.says('东01', '去不了');
      expect((await stage.orderOf('东01')).answer).toBe('declined');
      await stage.says('东01', yes);
      expect((await stage.orderOf('东01')).answer).toBe(yes === '待命' ? 'standby' : 'accepted');
    },
  );

  it('a bare digit, thanks, and talk in the group change no mind', async () => {
    const stage = await fireIsTold();
    await callOut(stage);
    await stage.says('东01', '去不了');
    await stage.says('东01', '1');
    await stage.says('东01', '好的 谢谢');
    await stage.says('东01', '我来', { in: '救援群' });
    await stage.says('东01', '去不了 真的去不了');
    expect((await stage.orderOf('东01')).answer).toBe('declined');
  });
});
