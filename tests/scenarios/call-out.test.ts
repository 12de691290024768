import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import type { Cast } from './stage.ts';
import { closeStages, Stage } from './stage.ts';

const resident: Cast = { name: '张阿姨', roles: ['resident'], duty: 'off' };
const officer: Cast = { name: '值01', roles: ['duty_officer'] };
const fighter = (name: string, more: Partial<Cast> = {}): Cast => ({ name, skills: ['fire_operator'], ...more });
const medic = (name: string, more: Partial<Cast> = {}): Cast => ({ name, skills: ['first_aid'], ...more });
const fire = '快点!!厂里着火了 浓烟 西塘工业区这边';

eachEngine((database) => {
  afterEach(closeStages);

  /** A fire is reported and confirmed, the orders are out. */
  async function fireIsCalledOut(cast: readonly Cast[]): Promise<Stage> {
    const stage = new Stage(database.store);
    await stage.begin([resident, officer, ...cast]);
    await stage.says('张阿姨', fire);
    stage.sees('张阿姨', '119');
    stage.sees('指挥群', '西塘工业区');
    await stage.taps('值01', 'confirm', { in: '指挥群' });
    await stage.taps('值01', 'call_out', { in: '指挥群' });
    stage.sees('张阿姨', '已通知救援队员');
    stage.sees('救援群', '西塘工业区');
    for (const { name, skills } of cast) if (skills !== undefined && name.startsWith('东')) stage.sees(name, '先断电');
    return stage;
  }

  it('a factory fire goes from a frightened message to the last safe return', async () => {
    const stage = await fireIsCalledOut([fighter('东01'), fighter('东02'), medic('东03')]);

    expect(await stage.taps('东01', 'accept')).toMatch(/接警|出发|席/);
    await stage.taps('东01', 'eta', { value: '8' });
    stage.sees('指挥群', /东01.*8/);
    await stage.says('东02', '能去，10分钟');
    stage.sees('东02', /接警|席/);
    await stage.says('东03', '１');
    stage.sees('东03', /接警|席/);
    stage.sees('救援群', /2\/2.*1\/1/);

    await stage.taps('东01', 'underway');
    await stage.says('东02', '出发了 带了水带 两个人');
    stage.sees('东02', /出发|路上/);
    await stage.isAt('东01', 20);
    expect((await stage.orderOf('东01')).onSceneAt).not.toBeNull();
    await stage.says('东02', '到场');

    await stage.taps('值01', 'stand_down', { in: '指挥群' });
    for (const name of ['东01', '东02', '东03']) stage.sees(name, /平安/);
    stage.sees('张阿姨', /处置|结束|感谢|谢/);
    await stage.taps('东01', 'safe');
    await stage.says('东02', '平安到家了');
    expect((await stage.incident()).state).toBe('stood_down');
    await stage.taps('东03', 'safe');
    expect((await stage.incident()).state).toBe('closed');
    stage.sees('指挥群', /复盘|总结|报告/);
    stage.sees('救援群', /复盘|总结|报告/);
    await stage.end();
  });

  it('exactly as many win as there are places, and whoever comes later hears the truth at once', async () => {
    const stage = await fireIsCalledOut([fighter('东01'), fighter('东02'), fighter('东03'), medic('东04')]);
    await stage.taps('东01', 'accept');
    await stage.taps('东02', 'accept');
    expect(await stage.taps('东03', 'accept')).toMatch(/满员.*第1待命/);
    expect(await stage.taps('东03', 'accept')).toMatch(/满员.*第1待命/);
    const seats = await database.store.read.incidents.seats((await stage.incident()).id);
    expect(seats.map(({ needed, taken }) => [needed, taken])).toEqual([
      [2, 2],
      [1, 0],
    ]);

    // 东01 cannot come after all: the seat reopens and the standby is called at once.
    await stage.says('东01', '去不了了 车坏在路上');
    expect((await stage.orderOf('东01')).answer).toBe('withdrawn');
    const standby = await stage.orderOf('东03');
    expect(standby.answer).toBe('open');
    stage.sees('东03', '轮到你');
    await stage.says('东03', '1');
    expect((await stage.orderOf('东03')).answer).toBe('accepted');
    stage.sees('东03', /接警|席/);
  });

  it('a decline calls the next person at once, silence calls the next when the timer runs out', async () => {
    const stage = await fireIsCalledOut([
      fighter('东01'),
      fighter('东02'),
      fighter('东03'),
      medic('东04'),
      medic('东05'),
      fighter('南01', { metresEast: 9_000 }),
      fighter('南02', { metresEast: 9_500 }),
    ]);
    const asked = async (): Promise<number> =>
      (await database.store.read.incidents.orders((await stage.incident()).id)).length;
    expect(await asked()).toBe(5);
    await stage.says('东01', '去不了 在外地');
    expect(await asked()).toBe(6);
    stage.seesNot('指挥群', '无人可叫');
    await stage.later(30);
    expect(await asked()).toBe(7);
    expect((await stage.orderOf('东02')).answer).toBe('open');
    stage.sees('指挥群', /199-0000/);
  });

  it('收到 means read and not going', async () => {
    const stage = await fireIsCalledOut([fighter('东01'), fighter('东02'), medic('东03')]);
    await stage.says('东01', '收到');
    const order = await stage.orderOf('东01');
    expect(order.answer).toBe('open');
    expect(order.seenAt).not.toBeNull();
  });

  it('ordinary talk in the squad group is nobody’s acceptance', async () => {
    const stage = await fireIsCalledOut([fighter('东01'), fighter('东02'), medic('东03')]);
    for (const words of ['晚上能去吃饭吗', '老王说他能去', '谁能去啊', '昨天那场火真大', '👍', '好的']) {
      await stage.says('东01', words, { in: '救援群' });
    }
    expect((await stage.orderOf('东01')).answer).toBe('open');
  });

  it('a 接龙 in the group seats everybody who says yes, once, however often it is reposted', async () => {
    const stage = await fireIsCalledOut([fighter('东01'), fighter('东02'), medic('东03')]);
    await stage.says('东01', '接龙 火警出动\n1. 东01 能去 8分钟\n2. 东02 来不了', { in: '救援群' });
    await stage.says('东03', '接龙 火警出动\n1. 东01 能去 8分钟\n2. 东02 来不了\n3. 东03 能去', { in: '救援群' });
    expect((await stage.orderOf('东01')).answer).toBe('accepted');
    expect((await stage.orderOf('东02')).answer).toBe('declined');
    expect((await stage.orderOf('东03')).answer).toBe('accepted');
    expect((await stage.orderOf('东01')).door).toBe('roll_call');
  });

  it('a need from the scene opens seats and calls people for them', async () => {
    const stage = await fireIsCalledOut([
      fighter('东01'),
      fighter('东02'),
      medic('东03'),
      { name: '潜01', skills: ['diving'] },
    ]);
    await stage.taps('东01', 'accept');
    await stage.says('东01', '到场');
    await stage.says('东01', '需要绳子和一个会潜水的');
    stage.sees('指挥群', '需要绳子和一个会潜水的');
    const seats = await database.store.read.incidents.seats((await stage.incident()).id);
    expect(seats.at(-1)).toMatchObject({ skill: 'diving', needed: 1, origin: 'need' });
    expect((await stage.orderOf('潜01')).answer).toBe('open');
  });

  it('somebody who blocked the bot costs no time: the next person is called at once', async () => {
    const stage = new Stage(database.store);
    await stage.begin([
      resident,
      officer,
      fighter('东01'),
      fighter('东02'),
      fighter('东03'),
      medic('东04'),
      fighter('南01', { metresEast: 9_000 }),
    ]);
    stage.chats.telegram.block('东01');
    await stage.says('张阿姨', fire);
    await stage.taps('值01', 'confirm', { in: '指挥群' });
    await stage.taps('值01', 'call_out', { in: '指挥群' });
    expect((await stage.orderOf('东01')).answer).toBe('unreachable');
    expect((await stage.orderOf('南01')).answer).toBe('open');
  });

  it('WeChat answers with the code and sees the order in words', async () => {
    const stage = await fireIsCalledOut([fighter('东01', { platform: 'wechat' }), fighter('东02'), medic('东03')]);
    const { code } = await stage.orderOf('东01');
    stage.sees('东01', code);
    await stage.says('东01', `接警 ${code.toLowerCase()}`);
    expect(await stage.orderOf('东01')).toMatchObject({ answer: 'accepted', door: 'code' });
    stage.sees('东01', /接警|席/);
  });

  it('two incidents at once: a bare 1 is asked about, a code is not', async () => {
    const stage = await fireIsCalledOut([
      fighter('东01', { skills: ['fire_operator', 'surface_water'] }),
      fighter('东02'),
      medic('东03'),
    ]);
    await stage.says('张阿姨', '荷塘这边有小孩掉水里了 快来人', { in: '村群' });
    stage.sees('村群', '120');
    const drowning = await stage.incident();
    expect(drowning.kind).toBe('drowning');
  });

  it('a second report of the same fire joins the first', async () => {
    const stage = new Stage(database.store);
    await stage.begin([resident, { name: '李叔', roles: ['resident'], duty: 'off' }, officer, fighter('东01')]);
    await stage.says('张阿姨', fire);
    await stage.says('李叔', '西塘工业区着火了！好大的烟');
    expect(await database.store.read.incidents.latest(5)).toHaveLength(1);
    stage.sees('张阿姨', '119');
    stage.sees('李叔', '119');
    stage.sees('指挥群', /2.{0,3}(人|条|个|次|份)/);
    await stage.end();
  });

  it('the wrong person, a forged button and a stale one change nothing and are told so', async () => {
    const stage = await fireIsCalledOut([fighter('东01'), fighter('东02'), medic('东03')]);
    const { token } = await stage.orderOf('东01');
    expect(await stage.tapsData('东02', `${token}.accept`)).not.toBe('');
    expect(await stage.tapsData('东02', 'drop table orders;')).not.toBe('');
    expect(await stage.tapsData('东01', `${(await stage.incident()).token}.cancel`, '指挥群')).not.toBe('');
    expect((await stage.orderOf('东01')).answer).toBe('open');
    expect((await stage.incident()).state).toBe('called_out');
  });

  it('a false alarm releases everybody and an answer after the end is told the truth', async () => {
    const stage = await fireIsCalledOut([fighter('东01'), fighter('东02'), medic('东03')]);
    await stage.taps('东01', 'accept');
    const late = stage.action('东02', 'accept');
    await stage.taps('值01', 'false_alarm', { in: '指挥群' });
    expect(await stage.tapsData('东02', `${late.token}.accept`)).toMatch(/结束|取消|不用/);
    expect((await stage.orderOf('东02')).answer).toBe('lapsed');
    await stage.taps('东01', 'safe');
    expect(await stage.incident()).toMatchObject({ state: 'closed', outcome: 'false_alarm' });
  });

  it('a drill is marked wherever it is seen and never joined by a real report', async () => {
    const stage = new Stage(database.store);
    await stage.begin([resident, officer, fighter('东01'), fighter('东02'), medic('东03')]);
    await stage.says('值01', '演练 火灾 西塘工业区', { in: '指挥群' });
    expect((await stage.incident()).drill).toBe(true);
    await stage.taps('值01', 'confirm', { in: '指挥群' });
    await stage.taps('值01', 'call_out', { in: '指挥群' });
    for (const room of ['指挥群', '救援群', '东01', '东02', '东03']) {
      for (const card of stage.cards(room)) expect([card.banner, card.title].join(' ')).toContain('演练');
    }
    await stage.says('张阿姨', fire);
    expect((await stage.incident()).drill).toBe(false);
  });

  it('who has not confirmed being safe is asked again, and the officer can close after ringing them', async () => {
    const stage = await fireIsCalledOut([fighter('东01'), fighter('东02'), medic('东03')]);
    await stage.taps('东01', 'accept');
    await stage.taps('值01', 'stand_down', { in: '指挥群' });
    await stage.later(15 * 60);
    stage.sees('指挥群', /东01/);
    expect(await stage.tapsData('值01', `${(await stage.incident()).token}.close`, '指挥群')).toMatch(/1/);
    expect((await stage.incident()).state).toBe('stood_down');
    await stage.taps('值01', 'close', { in: '指挥群', value: 'phoned' });
    expect((await stage.incident()).state).toBe('closed');
  });

  it('who turned back on the way is asked for a safe return too', async () => {
    const stage = await fireIsCalledOut([fighter('东01'), fighter('东02'), medic('东03')]);
    await stage.taps('东01', 'accept');
    await stage.taps('东01', 'underway');
    await stage.says('东01', '去不了了 车坏了');
    expect((await stage.orderOf('东01')).answer).toBe('withdrawn');
    await stage.taps('值01', 'stand_down', { in: '指挥群' });
    expect((await stage.incident()).state).toBe('stood_down');
    await stage.taps('东01', 'safe');
    expect((await stage.incident()).state).toBe('closed');
  });

  it('WeChat hears one answer to one word, not the whole order again', async () => {
    const stage = await fireIsCalledOut([fighter('东01', { platform: 'wechat' }), fighter('东02'), medic('东03')]);
    await stage.says('东01', '能去，8分钟');
    await stage.later(60);
    await stage.says('东01', '出发了');
    await stage.later(60);
    await stage.says('东01', '到了');
    await stage.later(60);
    expect(stage.cards('东01')).toHaveLength(4);
  });

  it('a report that nobody decides on is brought to the officer again', async () => {
    const stage = new Stage(database.store);
    await stage.begin([resident, officer, fighter('东01')]);
    await stage.says('张阿姨', fire);
    stage.sees('张阿姨', '119');
    stage.sees('指挥群', '西塘工业区');
    await stage.later(60);
    stage.sees('指挥群', /还没|尚未|等.*确认|未确认/);
    await stage.taps('值01', 'not_incident', { in: '指挥群' });
    stage.sees('张阿姨', '暂不出警');
    await stage.later(600);
    expect((await stage.incident()).outcome).toBe('not_incident');
  });
});
