import { expect, it } from 'vitest';
import type { MatterId } from '../../../core/ids.ts';
import { moveSession } from '../../../handlers/dispute/book-session.ts';
import { proposeTimes, type Times } from '../../../handlers/dispute/propose-times.ts';
import { eachEngine } from '../../support/stores.ts';
import { partyOf } from '../../support/matter-factory.ts';
import { CourseWorld, hour, thursday, wednesday } from './course-world.ts';

const friday = thursday + 24 * hour;
const atWednesday = { date: '2026-11-25', clock: '15:00', why: 'mediator' } as const;

eachEngine((database) => {
  /** Another dispute, of somebody else's, that this mediator has and everybody agrees to. */
  async function another(world: CourseWorld, mediator: string): Promise<MatterId> {
    const id = await world.filed(
      { number: 'M-2611-0077' },
      {
        area: '',
        parties: [
          partyOf({ name: '王五', consent: 'yes', consentAt: world.now }),
          partyOf({ key: 'b', role: 'respondent', name: '赵六', consent: 'yes', consentAt: world.now }),
        ],
      },
    );
    await world.taps(mediator, id, 'matter_take');
    return id;
  }
  const proposes = (world: CourseWorld, id: MatterId, mediator: string, times: Times) =>
    world.run(async (work) => {
      const matter = await work.tx.matters.lock(id);
      if (matter === null) throw new Error('no such matter');
      return proposeTimes(work, matter, world.of(mediator), times);
    });
  /** 喜哥 has two, and the first of them is booked for Wednesday at three. */
  async function bookedOnWednesday(): Promise<{ world: CourseWorld; other: MatterId; number: string }> {
    const world = await CourseWorld.begin(database.store);
    await world.accepted();
    await world.proposes({ times: [wednesday], settled: true });
    const other = await another(world, '喜哥');
    await world.forget();
    return { world, other, number: (await world.current()).number };
  }

  it('a time at which the mediator sees others is not offered, and what stands there is said', async () => {
    const { world, other, number } = await bookedOnWednesday();
    const taken = [{ ...atWednesday, number }];
    expect(await proposes(world, other, '喜哥', { times: [wednesday] })).toEqual({
      kind: 'matter_times_taken',
      taken,
      left: 0,
    });
    expect((await world.matter(other)).body.sessions).toEqual([]);
    expect(await proposes(world, other, '喜哥', { times: [wednesday, thursday] })).toEqual({
      kind: 'matter_times_taken',
      taken,
      left: 1,
    });
    expect((await world.matter(other)).body.sessions).toMatchObject([{ state: 'proposed', times: [thursday] }]);
  });

  it('is told as well of an hour into it, and not of the minute in which it ends', async () => {
    const { world, other } = await bookedOnWednesday();
    const settled = (at: number) => proposes(world, other, '喜哥', { times: [at], settled: true });
    expect(await settled(wednesday + hour)).toMatchObject({ kind: 'matter_times_taken' });
    expect(await settled(wednesday - hour)).toMatchObject({ kind: 'matter_times_taken' });
    expect(await settled(wednesday + 1.5 * hour)).toMatchObject({ kind: 'matter_booked' });
  });

  it('a booked one stays where it is when it is moved to a time that is given away', async () => {
    const { world, other } = await bookedOnWednesday();
    await proposes(world, other, '喜哥', { times: [friday], settled: true });
    const moved = (anyway: boolean) =>
      world.run(async (work) => {
        const matter = await work.tx.matters.lock(other);
        const [session] = matter?.body.sessions ?? [];
        if (matter === null || session === undefined) throw new Error('nothing is booked');
        return moveSession(work, matter, session, wednesday, world.of('喜哥').id, anyway);
      });
    expect(await moved(false)).toMatchObject({ kind: 'matter_times_taken' });
    expect((await world.matter(other)).body.sessions).toMatchObject([{ state: 'booked', startsAt: friday }]);
    expect(await moved(true)).toEqual({ kind: 'matter_booked', at: wednesday });
  });

  it('the room is one for all of its mediators', async () => {
    const world = await CourseWorld.begin(database.store);
    await world.accepted();
    await world.proposes({ times: [wednesday], settled: true });
    const other = await another(world, '喜二');
    const { number } = await world.current();
    expect(await proposes(world, other, '喜二', { times: [wednesday] })).toMatchObject({
      kind: 'matter_times_taken',
      taken: [{ number, why: 'room' }],
    });
    expect(await proposes(world, other, '喜二', { times: [wednesday], settled: true, anyway: true })).toEqual({
      kind: 'matter_booked',
      at: wednesday,
    });
  });

  it('a time that was given away between question and answer is not booked: the mediator hears why', async () => {
    const world = await CourseWorld.begin(database.store);
    await world.accepted();
    await world.proposes({ times: [wednesday, thursday] });
    const other = await another(world, '喜哥');
    await proposes(world, other, '喜哥', { times: [wednesday], settled: true });
    await world.does('张阿姨', 'matter_time', '1:0');
    await world.forget();
    expect(await world.does('老板', 'matter_time', '1:0')).toEqual({ kind: 'matter_time_noted' });
    expect((await world.current()).body.sessions).toMatchObject([{ state: 'proposed' }]);
    expect(await world.said('喜哥')).toContainEqual(
      expect.objectContaining({
        kind: 'matter_result',
        result: { kind: 'matter_times_taken', taken: [{ ...atWednesday, number: 'M-2611-0077' }], left: 0 },
      }),
    );
    // The other one of the two times still does.
    await world.does('张阿姨', 'matter_time', '1:1');
    expect(await world.does('老板', 'matter_time', '1:1')).toEqual({ kind: 'matter_booked', at: thursday });
  });

  it('two that are booked at the same moment follow one another: one of them is refused', async () => {
    const world = await CourseWorld.begin(database.store);
    await world.accepted();
    const other = await another(world, '喜哥');
    const kinds = (
      await Promise.all([
        world.proposes({ times: [wednesday], settled: true }),
        proposes(world, other, '喜哥', { times: [wednesday], settled: true }),
      ])
    ).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['matter_booked', 'matter_times_taken']);
  });

  it('whoever takes over what is booked hears that they see others then', async () => {
    const { world, other, number } = await bookedOnWednesday();
    await proposes(world, other, '喜哥', { times: [wednesday], settled: true, anyway: true });
    const mine = await world.run(async (work) => {
      const matter = await work.tx.matters.lock(other);
      if (matter === null) throw new Error('no such matter');
      const sessions = matter.body.sessions.map((session) => ({ ...session, anyway: false }));
      await work.tx.matters.put({ ...matter, body: { ...matter.body, sessions } });
      return matter.id;
    });
    await world.taps('喜哥', mine, 'matter_give_back');
    await world.forget();
    await world.taps('喜二', mine, 'matter_take');
    expect(await world.said('喜二')).toContainEqual(
      expect.objectContaining({
        kind: 'matter_result',
        result: { kind: 'matter_times_taken', taken: [{ ...atWednesday, number, why: 'room' }], left: 0 },
      }),
    );
  });
});
