import { afterEach, expect, it } from 'vitest';
import { startOver } from '../../../handlers/rehearsal/start-over.ts';
import { matterSubject } from '../../../core/matter.ts';
import { matterStage, newest, tells } from '../../scenarios/matter-stage.ts';
import { closeStages, Stage } from '../../scenarios/stage.ts';
import { eachEngine } from '../../support/stores.ts';

eachEngine((database) => {
  afterEach(closeStages);

  async function fireUnderway(): Promise<Stage> {
    const stage = new Stage(database.store);
    await stage.begin([
      { name: '张阿姨', roles: ['resident'], duty: 'off' },
      { name: '值01', roles: ['duty_officer'] },
      { name: '东01', skills: ['fire_operator'] },
      { name: '东02', skills: ['fire_operator'] },
    ]);
    await stage.says('张阿姨', '厂里着火了 浓烟 西塘工业区这边');
    await stage.taps('值01', 'confirm', { in: '指挥群' });
    await stage.taps('值01', 'call_out', { in: '指挥群' });
    await stage.taps('东01', 'accept');
    await stage.taps('东01', 'eta', { value: '8' });
    return stage;
  }
  const clear = (stage: Stage): Promise<void> => database.store.transaction((tx) => startOver(stage.bot.workIn(tx)));
  const sent = (stage: Stage): number => stage.chats.telegram.sends.length;

  it('ends what runs without a word to anybody', async () => {
    const stage = await fireUnderway();
    const before = sent(stage);
    await clear(stage);
    await stage.later(3_600);
    expect(sent(stage)).toBe(before);
    expect(await stage.incident()).toMatchObject({ state: 'closed', outcome: 'cancelled' });
    expect((await stage.orderOf('东01')).answer).toBe('released');
    expect((await stage.orderOf('东02')).answer).toBe('lapsed');
    expect(await database.store.read.timers.waiting()).toBe(0);
  });

  it('keeps the trace whole', async () => {
    const stage = await fireUnderway();
    await clear(stage);
    const { id } = await stage.incident();
    expect((await database.store.read.trace.of(`incident:${id}`)).at(-1)?.what).toBe('closed');
    expect((await database.store.read.trace.verify()).broken).toEqual([]);
  });

  it('everybody is free for the next story, and the resident’s next words are a new report', async () => {
    const stage = await fireUnderway();
    const first = await stage.incident();
    await clear(stage);
    await stage.says('张阿姨', '西塘工业区又着火了');
    const second = await stage.incident();
    expect(second.number).not.toBe(first.number);
    await stage.taps('值01', 'confirm', { in: '指挥群' });
    await stage.taps('值01', 'call_out', { in: '指挥群' });
    expect((await stage.orderOf('东01')).answer).toBe('open');
  });

  it('ends a night that was announced, and another can be announced at once', async () => {
    const stage = new Stage(database.store);
    const cast = ['夜01', '夜02'].map((name) => ({ name, roles: ['volunteer'], duty: 'off' }) as const);
    await stage.begin(cast);
    await stage.team({ code: 'YL', name: '夜巡队', leader: '夜01', members: ['夜01', '夜02'], room: '夜巡群' });
    await stage.says('夜01', '临时夜巡 20:00-21:00', { in: '夜巡群' });
    await stage.later(60);
    const before = sent(stage);
    await clear(stage);
    await stage.later(1_800);
    expect(sent(stage)).toBe(before);
    expect(await database.store.read.shifts.running()).toEqual([]);
    await stage.says('夜01', '临时夜巡 20:00-21:00', { in: '夜巡群' });
    expect(await database.store.read.shifts.running()).toHaveLength(1);
  });

  it('forgets what was told in its own chats, and nobody’s from elsewhere', async () => {
    const wages = '我要调解 老板欠我3个月工资 大概6万';
    const stage = await matterStage(database.store, { platform: 'web' });
    const first = await tells(stage, '张阿姨', wages);
    await stage.taps('喜哥', 'matter_take');
    await clear(stage);
    const gone = await database.store.read.matters.byId(first.id);
    expect(gone).toMatchObject({ state: 'archived', tellerId: null, ownerId: null, body: { facts: [], parties: [] } });
    expect((await database.store.read.trace.of(matterSubject(first))).at(-1)?.what).toBe('matter_forgotten');
    const second = await tells(stage, '张阿姨', wages);
    expect(second.number).not.toBe(first.number);
    expect(second.body.facts.join()).toContain('工资');
    await stage.taps('喜哥', 'matter_take');
    stage.sees('喜哥', '还没答复：对方');
  });

  it('leaves alone what was told on another platform', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', '我要调解 老板欠我3个月工资 大概6万');
    await clear(stage);
    expect((await newest(stage)).body.facts.join()).toContain('工资');
  });

  it('takes back what was asked, so that the next words are no answer to it', async () => {
    const stage = await matterStage(database.store, { platform: 'web' });
    await stage.says('张阿姨', '厂里着火了 浓烟 西塘工业区这边');
    await stage.taps('值01', 'not_incident', { in: '指挥群' });
    await clear(stage);
    const { id } = stage.person('张阿姨');
    for (const room of await database.store.read.rooms.all())
      expect(await database.store.read.rooms.question(room.id, id, stage.clock.now())).toBeNull();
  });

  it('on an empty stage there is nothing to do', async () => {
    const stage = new Stage(database.store);
    await stage.begin([]);
    await clear(stage);
    expect(sent(stage)).toBe(0);
  });
});
