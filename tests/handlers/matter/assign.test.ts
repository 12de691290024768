import { expect, it } from 'vitest';
import type { MatterId } from '../../../core/ids.ts';
import { eachEngine } from '../../support/stores.ts';
import { partyOf } from '../../support/matter-factory.ts';
import { MatterWorld } from './matter-world.ts';

eachEngine((database) => {
  async function filed(
    given: Parameters<MatterWorld['filed']>[0] = {},
    body: Parameters<MatterWorld['filed']>[1] = {},
  ) {
    const world = new MatterWorld(database.store);
    await world.begin();
    const id = await world.filed(given, body);
    await world.forget();
    return { world, id };
  }
  const assigns = (world: MatterWorld, id: MatterId, who: string, to: string) =>
    world.taps(who, id, 'matter_assign', '', to);
  /** Everybody on the way had their time, twice over where nobody was there. */
  const unanswered = async (world: MatterWorld): Promise<void> => {
    await world.later(5 * 60);
  };

  it('a leader hands an open matter to a mediator, who hears so; the leader sees nothing of it', async () => {
    const { world, id } = await filed();
    expect(await assigns(world, id, '领导', '喜二')).toMatchObject({ kind: 'matter_assigned', to: '喜二' });
    expect(await world.matter(id)).toMatchObject({ state: 'assigned', ownerId: world.of('喜二').id });
    expect(await world.heard('喜二')).toContain('matter_work');
    expect(await world.heard('张阿姨')).toContain('matter_turn');
    expect(await world.taps('领导', id, 'matter_look')).toEqual({ kind: 'matter_not_yours' });
    expect(await world.trace(id)).toContain('matter_assigned');
    const [entry] = (await database.store.read.trace.of(`matter:${id}`)).filter(
      ({ what }) => what === 'matter_assigned',
    );
    expect(entry).toMatchObject({ actorId: world.of('领导').id, data: { owner: world.of('喜二').id } });
    // Nobody else can take it any more, and nobody is asked.
    expect(await world.taps('村一', id, 'matter_take')).toMatchObject({ kind: 'matter_already' });
    expect(await world.dueIn('matter_offer')).toBeNull();
  });

  it('it goes from one mediator to another with all that was done, and the first hears so', async () => {
    const { world, id } = await filed();
    await world.taps('村一', id, 'matter_take');
    for (const side of ['a', 'b']) await world.taps('村一', id, 'matter_consent', '', `${side}:yes`);
    expect((await world.matter(id)).state).toBe('accepted');
    await world.forget();
    expect(await assigns(world, id, '领导', '喜哥')).toMatchObject({ kind: 'matter_assigned' });
    expect(await world.matter(id)).toMatchObject({ state: 'accepted', ownerId: world.of('喜哥').id });
    expect(await world.heard('村一')).toContain('matter_offer');
    expect(await world.taps('村一', id, 'matter_look')).toEqual({ kind: 'matter_not_yours' });
    // Who has it can hand it on as well.
    expect(await assigns(world, id, '喜哥', '联一')).toMatchObject({ kind: 'matter_assigned' });
    expect(await assigns(world, id, '喜哥', '喜二')).toEqual({ kind: 'matter_not_yours' });
  });

  it('nobody who is a side of it, knows one, or is a man where a woman was asked for', async () => {
    const wish = { womanMediator: true, room: '', time: '', words: '' };
    const { world, id } = await filed({}, { wish });
    expect(await assigns(world, id, '领导', '喜哥')).toEqual({ kind: 'matter_not_assigned', why: 'cannot' });
    await world.taps('村二', id, 'matter_conflict');
    expect(await assigns(world, id, '领导', '村二')).toEqual({ kind: 'matter_not_assigned', why: 'cannot' });
    expect(await assigns(world, id, '领导', '喜二')).toMatchObject({ kind: 'matter_assigned' });
    const party = partyOf({ key: 'b', role: 'respondent', personId: world.of('喜三').id });
    const other = await world.filed({ number: 'M-2611-0077' }, { parties: [partyOf({}), party] });
    expect(await assigns(world, other, '领导', '喜三')).toEqual({ kind: 'matter_not_assigned', why: 'cannot' });
  });

  it('nobody who is no mediator, is not known, or whom nothing reaches', async () => {
    const { world, id } = await filed();
    for (const to of ['', '张阿姨', '王二麻子', world.of('值班').id])
      expect(await assigns(world, id, '领导', to)).toEqual({ kind: 'matter_not_assigned', why: 'unknown' });
    await world.person('哑一', { roles: ['mediator'], mute: true });
    expect(await assigns(world, id, '领导', '哑一')).toEqual({ kind: 'matter_not_assigned', why: 'unreachable' });
    await world.person('甲一', { roles: ['mediator'], name: '王强' });
    await world.person('甲二', { roles: ['mediator'], name: '王强' });
    expect(await assigns(world, id, '领导', '王强')).toEqual({ kind: 'matter_not_assigned', why: 'several' });
    expect((await world.matter(id)).ownerId).toBeNull();
  });

  it('by nobody but those who lead, keep its desk, or have it', async () => {
    const { world, id } = await filed();
    for (const who of ['张阿姨', '村一', '联一'])
      expect(await assigns(world, id, who, '喜哥')).toEqual({ kind: 'matter_not_yours' });
    expect(await assigns(world, id, '值班', '喜哥')).toMatchObject({ kind: 'matter_assigned' });
    const leader = await world.person('另一领导', { roles: ['leader'] });
    const party = partyOf({ key: 'b', role: 'respondent', personId: leader.id });
    const other = await world.filed({ number: 'M-2611-0077' }, { parties: [partyOf({}), party] });
    expect(await assigns(world, other, '另一领导', '喜哥')).toEqual({ kind: 'matter_not_yours' });
  });

  it('what is over stays with whoever had it, and a clue with its officer', async () => {
    const { world, id } = await filed();
    await world.taps('村一', id, 'matter_take');
    await world.taps('村一', id, 'matter_consent', '', 'b:no');
    expect(await assigns(world, id, '领导', '喜哥')).toMatchObject({ kind: 'matter_already' });
    const clue = await world.filed({ number: 'M-2611-0077', kind: 'crime_clue' });
    await world.taps('专员', clue, 'matter_take');
    expect(await assigns(world, clue, '领导', '专员')).toEqual({ kind: 'matter_not_yours' });
  });

  it('what nobody takes a leader can take for now, and a duty officer cannot', async () => {
    const { world, id } = await filed();
    expect(await world.taps('领导', id, 'matter_take')).toEqual({ kind: 'matter_not_yours', why: 'take' });
    await unanswered(world);
    expect(await world.heard('领导')).toContain('matter_unanswered');
    expect(await world.taps('值班', id, 'matter_take')).toEqual({ kind: 'matter_not_yours', why: 'take' });
    expect(await world.taps('领导', id, 'matter_take')).toMatchObject({ kind: 'matter_taken' });
    expect(await world.taps('领导', id, 'matter_look')).toEqual({ kind: 'matter_shown' });
    expect(await assigns(world, id, '领导', '喜哥')).toMatchObject({ kind: 'matter_assigned' });
    const clue = await world.filed({ number: 'M-2611-0077', kind: 'crime_clue' });
    await unanswered(world);
    expect(await world.taps('领导', clue, 'matter_take')).toEqual({ kind: 'matter_not_yours', why: 'take' });
  });
});
