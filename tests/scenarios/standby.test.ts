import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import type { Cast } from './stage.ts';
import { closeStages, Stage } from './stage.ts';

const resident: Cast = { name: '张阿姨', roles: ['resident'], duty: 'off' };
const officer: Cast = { name: '值01', roles: ['duty_officer'] };
const swimmer = (name: string, more: Partial<Cast> = {}): Cast => ({ name, skills: ['surface_water'], ...more });

eachEngine((database) => {
  afterEach(closeStages);

  async function drowning(cast: readonly Cast[]): Promise<Stage> {
    const stage = new Stage(database.store);
    await stage.begin([resident, officer, ...cast]);
    await stage.says('张阿姨', '荷塘有人掉河里了 快来人');
    await stage.taps('值01', 'confirm', { in: '指挥群' });
    await stage.taps('值01', 'call_out', { in: '指挥群' });
    return stage;
  }

  /** What was ever queued for a room. */
  async function queuedFor(room: string): Promise<string[]> {
    const found = await database.store.read.rooms.byExternal('telegram', room);
    if (found === null) throw new Error(`There is no room ${room}`);
    return (await database.store.read.outbox.history(found.id, 1_000)).map(({ notice }) => notice.kind);
  }

  it('the only one there chooses to wait: asked once more, then left alone until a place comes free', async () => {
    const stage = await drowning([swimmer('东01')]);
    await stage.taps('东01', 'standby');
    await stage.later(31);
    expect(await stage.orderOf('东01')).toMatchObject({ answer: 'open' });
    await stage.taps('东01', 'standby');
    stage.sees('指挥群', '无人可叫');
    const asked = await queuedFor('东01');
    await stage.later(600);
    expect(await queuedFor('东01')).toEqual(asked);
    expect(await stage.orderOf('东01')).toMatchObject({ answer: 'standby' });
    await stage.taps('值01', 'more_people', { in: '指挥群' });
    expect(await stage.orderOf('东01')).toMatchObject({ answer: 'open' });
  });

  it('who waits like that is called when somebody gives a seat back', async () => {
    const stage = await drowning([swimmer('东01'), swimmer('东02', { duty: 'off' })]);
    await stage.taps('东01', 'standby');
    await stage.later(31);
    await stage.taps('东01', 'standby');
    await stage.says('东02', '上岗');
    await stage.later(31);
    await stage.taps('东02', 'accept');
    await stage.later(90);
    expect(await stage.orderOf('东01')).toMatchObject({ answer: 'standby' });
    await stage.says('东02', '去不了了 车坏在路上');
    expect(await stage.orderOf('东01')).toMatchObject({ answer: 'open' });
  });

  it('cards are queued only where they show something else', async () => {
    const crew = Array.from({ length: 9 }, (_, i) => swimmer(`东0${i + 1}`));
    const stage = await drowning(crew);
    while ((await database.store.read.incidents.orders((await stage.incident()).id)).length < crew.length)
      await stage.taps('值01', 'more_people', { in: '指挥群' });
    const squad = (): Promise<string[]> => queuedFor('救援群');
    const before = await squad();
    await stage.taps('东09', 'decline');
    await stage.taps('东01', 'accept');
    const seated = await squad();
    expect(seated.length).toBe(before.length + 1);
    await stage.taps('东01', 'eta', { value: '10' });
    expect(await squad()).toEqual(seated);
    const accepts = async (name: string): Promise<string> =>
      stage.tapsData(name, `${(await stage.orderOf(name)).token}.accept`);
    for (const name of ['东02', '东03', '东04', '东05', '东06', '东07']) await accepts(name);
    const named = await squad();
    expect(named.length).toBe(seated.length + 6);
    expect(await accepts('东08')).toContain('你是第7待命');
    expect(await squad()).toEqual(named);
    expect(stage.sees('指挥群', '6. 东07')).toContain('另有 1 人');
    expect(stage.sees('救援群', '待命：东02、东03、东04、东05、东06、东07')).not.toContain('东08');
  });

  it('with nothing new to tell, the timer of the waves queues no card', async () => {
    const stage = await drowning([swimmer('东01')]);
    await stage.taps('东01', 'decline');
    await stage.later(31);
    const command = await queuedFor('指挥群');
    await stage.later(300);
    expect(await queuedFor('指挥群')).toEqual(command);
  });
});
