import { expect, it } from 'vitest';
import type { Matter } from '../../../core/matter.ts';
import { plainTold, type Told } from '../../../core/matter-told.ts';
import { partyOf } from '../../../core/party.ts';
import { askNext } from '../../../handlers/matter/ask-next.ts';
import { dropMatter } from '../../../handlers/matter/drop-matter.ts';
import { fileMatter } from '../../../handlers/matter/file-matter.ts';
import { resumeMatter, whenTalkDue } from '../../../handlers/matter/resume-matter.ts';
import { startMatter, type MatterStart } from '../../../handlers/matter/start-matter.ts';
import { takeDangers } from '../../../handlers/matter/take-danger.ts';
import { answerMatter, tellMatter } from '../../../handlers/matter/tell-matter.ts';
import { eachEngine } from '../../support/stores.ts';
import { MatterWorld } from './matter-world.ts';

const hour = 3_600_000;

/** Somebody begins, and tells this much. */
async function begun(
  world: MatterWorld,
  who: string,
  told: Partial<Told> & { words: string },
  start: Partial<MatterStart> = {},
): Promise<Matter> {
  return world.run(async (work) => {
    const person = world.of(who);
    const base = { person, room: world.room(who), kind: 'dispute', door: 'chat', words: '' } as const;
    const matter = await startMatter(work, { ...base, ...start });
    return askNext(work, await tellMatter(work, matter, { ...plainTold(told.words), ...told }));
  });
}

eachEngine((database) => {
  const zone = async (rules = {}): Promise<MatterWorld> => {
    const world = new MatterWorld(database.store);
    await world.begin(rules);
    return world;
  };

  it('danger: the numbers at once, whoever is on call is told and works on it, it is handed in without a form', async () => {
    const world = await zone({ onCall: ['陪一', '陪二'] });
    await world.person('陪一', { roles: ['volunteer'] });
    await world.person('陪二', { roles: ['volunteer'], duty: 'off' });
    const matter = await begun(world, '张阿姨', { words: '他打我', dangers: ['violence'] });
    expect(await world.heard('张阿姨')).toEqual(['matter_safety']);
    expect(await world.heard('陪一')).toContain('matter_danger');
    expect(await world.heard('陪二')).toEqual([]);
    expect(await world.those(matter.id, 'co_owner')).toEqual(['陪一']);
    expect(await world.matter(matter.id)).toMatchObject({ urgent: true, need: null, body: { danger: 'violence' } });
    expect((await world.matter(matter.id)).reportedAt).not.toBeNull();
    expect(await world.trace(matter.id)).toEqual(
      expect.arrayContaining(['matter_begun', 'matter_danger', 'matter_reported', 'matter_screened']),
    );
  });

  it('danger: nobody on call is on duty, then they are called all the same', async () => {
    const world = await zone({ onCall: ['陪二'] });
    await world.person('陪二', { roles: ['volunteer'], duty: 'off' });
    await begun(world, '张阿姨', { words: '他打我', dangers: ['violence'] });
    expect(await world.heard('陪二')).toContain('matter_danger');
  });

  it('danger: without anybody on call the duty officer hears number and danger, and sees no more', async () => {
    const world = await zone();
    const matter = await begun(world, '张阿姨', { words: '不想活了', dangers: ['self_harm'] });
    expect(await world.heard('值班')).toContain('matter_danger');
    expect(await world.those(matter.id, 'co_owner')).toEqual([]);
    expect(await world.taps('值班', matter.id, 'matter_look')).toEqual({ kind: 'matter_not_yours' });
  });

  it('danger: where nothing reaches anybody the command group has the number', async () => {
    const world = await zone({ onCall: ['哑一'] });
    await world.person('哑一', { mute: true });
    await world.changes('值班', { roles: ['resident'] });
    await world.group('指挥群', 'command');
    await begun(world, '张阿姨', { words: '他打我', dangers: ['violence'] });
    expect(await world.heard('指挥群')).toEqual(['matter_pointer']);
  });

  it('danger: whoever is on call and a side of it is not called', async () => {
    const world = await zone({ onCall: ['陪一', '陪二'] });
    await world.person('陪一', { roles: ['volunteer'], phone: '13800001111' });
    await world.person('陪二', { roles: ['volunteer'] });
    await begun(world, '张阿姨', {
      words: '他打我',
      otherSide: { name: '陪一', phone: '138-0000-1111' },
      dangers: ['violence'],
    });
    expect(await world.heard('陪一')).toEqual([]);
    expect(await world.heard('陪二')).toContain('matter_danger');
  });

  it('danger told twice calls once; a graver one calls again', async () => {
    const world = await zone({ onCall: ['陪一'] });
    await world.person('陪一', { roles: ['volunteer'] });
    const matter = await begun(world, '张阿姨', { words: '他打我', dangers: ['violence'] });
    await world.forget();
    await world.run(async (work) => {
      const locked = await work.tx.matters.lock(matter.id);
      if (locked !== null) await takeDangers(work, locked, ['violence']);
    });
    expect(await world.heard('陪一')).toEqual([]);
    await world.run(async (work) => {
      const locked = await work.tx.matters.lock(matter.id);
      if (locked !== null) await takeDangers(work, locked, ['self_harm']);
    });
    expect(await world.heard('陪一')).toEqual(['matter_danger']);
    expect(await world.heard('张阿姨')).toEqual(['matter_safety']);
  });

  it('half told it is asked about once, ends after three times as long, and its teller can take it up again', async () => {
    const world = await zone({ talkHours: 20 });
    const { id } = await begun(world, '张阿姨', { words: '他借我钱不还', about: 'loan' });
    await world.forget();
    const due = async (): Promise<void> => world.run((work) => whenTalkDue(work, id));
    world.now += 10 * hour;
    await due();
    expect(await world.heard('张阿姨')).toEqual([]);
    world.now += 10 * hour;
    await due();
    expect(await world.heard('张阿姨')).toEqual(['matter_resume']);
    world.now += 40 * hour;
    await due();
    expect(await world.heard('张阿姨')).toEqual(['matter_dropped']);
    expect(await world.matter(id)).toMatchObject({ state: 'ended', outcome: 'dropped' });
    const again = await world.run(async (work) => resumeMatter(work, await world.matter(id), world.room('张阿姨').id));
    expect(again).toEqual({ kind: 'matter_asked', need: 'other_side' });
    expect(await world.matter(id)).toMatchObject({ state: 'telling', outcome: null, forgetAt: null });
  });

  it('what was let be cannot be taken up when it is to be forgotten', async () => {
    const world = await zone();
    const { id } = await begun(world, '张阿姨', { words: '他借我钱不还' });
    await world.run(async (work) => dropMatter(work, await world.matter(id), 'told'));
    expect(await world.run(async (work) => dropMatter(work, await world.matter(id), 'told'))).toEqual({
      kind: 'matter_already',
      state: 'ended',
    });
    world.now += 4 * 24 * hour;
    expect(await world.run(async (work) => resumeMatter(work, await world.matter(id), null))).toEqual({
      kind: 'matter_already',
      state: 'ended',
    });
  });

  it('nothing is handed in twice, and nothing without a word', async () => {
    const world = await zone();
    const matter = await begun(world, '张阿姨', { words: '' });
    const person = world.of('张阿姨');
    expect(await world.run((work) => fileMatter(work, matter, person))).toEqual({
      kind: 'matter_asked',
      need: 'facts',
    });
    await world.run(async (work) => tellMatter(work, await world.matter(matter.id), plainTold('他借我钱不还')));
    expect(await world.run((work) => fileMatter(work, matter, person))).toMatchObject({ kind: 'matter_filed' });
    expect(await world.run((work) => fileMatter(work, matter, person))).toMatchObject({ kind: 'matter_already' });
    expect((await world.trace(matter.id)).filter((what) => what === 'matter_reported')).toHaveLength(1);
  });

  it('a proxy does not agree to mediation for somebody who was not asked', async () => {
    const world = await zone();
    const matter = await begun(world, '张阿姨', { words: '替我妈问的', proxyFor: '妈' });
    await world.run(async (work) => answerMatter(work, await world.matter(matter.id), world.of('张阿姨'), 'not_asked'));
    await world.run((work) => fileMatter(work, matter, world.of('张阿姨')));
    expect(partyOf((await world.matter(matter.id)).body.parties, 'a')).toMatchObject({
      consent: null,
      proxy: { agreed: false },
    });
  });

  it('both sides tell of the same: the second joins the first, and hears its number', async () => {
    const world = await zone();
    await world.person('王强', { roles: ['resident'], phone: '13800001111' });
    const first = await begun(world, '张阿姨', {
      words: '王强借我两万不还',
      about: 'loan',
      otherSide: { name: '王强', phone: '138 0000 1111' },
    });
    await world.run((work) => fileMatter(work, first, world.of('张阿姨')));
    const second = await begun(world, '王强', {
      words: '张阿姨乱说我欠她钱',
      about: 'loan',
      otherSide: { name: '张阿姨', phone: '19900000001' },
    });
    const result = await world.run((work) => fileMatter(work, second, world.of('王强')));
    expect(result).toEqual({ kind: 'matter_filed', number: first.number });
    expect(await world.matter(second.id)).toMatchObject({ state: 'archived', door: 'merged' });
    expect(partyOf((await world.matter(first.id)).body.parties, 'b')?.personId).toBe(world.of('王强').id);
  });

  it('a page without a name begins one too, and nobody is asked in any chat', async () => {
    const world = await zone();
    const matter = await begun(
      world,
      '张阿姨',
      { words: '村口有人设赌' },
      {
        person: null,
        room: null,
        kind: 'crime_clue',
        door: 'page',
      },
    );
    expect(matter).toMatchObject({ tellerId: null, roomId: null, need: 'place' });
    expect(await world.heard('张阿姨')).toEqual([]);
  });

  it('two begin at once and have two numbers', async () => {
    const world = await zone();
    await world.person('王强', { roles: ['resident'] });
    const both = await Promise.all(['张阿姨', '王强'].map((who) => begun(world, who, { words: '他欠我钱' })));
    expect(new Set(both.map(({ number }) => number)).size).toBe(2);
  });
});
