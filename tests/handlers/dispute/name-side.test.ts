import { expect, it } from 'vitest';
import { nameSide } from '../../../handlers/dispute/name-side.ts';
import { writeAgreement } from '../../../handlers/dispute/write-agreement.ts';
import type { MatterResult } from '../../../core/private-notice.ts';
import { eachEngine } from '../../support/stores.ts';
import { CourseWorld, day, wednesday } from './course-world.ts';

eachEngine((database) => {
  const names = (world: CourseWorld, side: string, words: string): Promise<MatterResult> =>
    world.step((work, matter) => nameSide(work, matter, world.of('喜哥'), side, words));

  it('a third side is added by its name, and everybody is to agree then', async () => {
    const world = await CourseWorld.begin(database.store);
    await world.taken();
    expect(await names(world, 'c', '包工头老王 138-1234-5678')).toEqual({ kind: 'matter_noted' });
    expect((await world.current()).body.parties[2]).toMatchObject({ key: 'c', role: 'third', name: '包工头老王' });
    await world.does('老板', 'matter_consent', 'yes');
    expect((await world.current()).state).toBe('assigned');
    await world.does('喜哥', 'matter_consent', 'c:yes');
    expect((await world.current()).state).toBe('accepted');
  });

  it('somebody whom the bot knows by that number is asked like any other side', async () => {
    const world = await CourseWorld.begin(database.store);
    await world.person('老王', { roles: ['resident'], phone: '138 1234 5678' });
    await world.taken();
    await world.forget();
    await names(world, 'c', '老王 +8613812345678');
    expect(await world.heard('老王')).toEqual(['matter_consent']);
    // Another number is another person.
    await names(world, 'c', '13900000000');
    expect((await world.current()).body.parties[2]).toMatchObject({ name: '老王', personId: null });
  });

  const wang = async (world: CourseWorld): Promise<void> => {
    await world.person('老王', { roles: ['resident'], phone: '138 1234 5678' });
    await world.accepted();
    await world.forget();
  };

  it('found out while the two mediate already it is asked all the same, and they go on meanwhile', async () => {
    const world = await CourseWorld.begin(database.store);
    await wang(world);
    await world.proposes({ times: [wednesday] });
    await world.forget();
    await names(world, 'c', '老王 13812345678');
    expect(await world.heard('老王')).toEqual(['matter_consent']);
    expect((await world.current()).state).toBe('accepted');
    // It has no part yet in what the others share, nor can it end it for them.
    expect(await world.does('老王', 'matter_time', '1:0')).toEqual({ kind: 'matter_not_yours' });
    await world.does('老王', 'matter_consent', 'yes');
    expect(await world.heard('老王')).toContain('matter_times');
    await world.does('张阿姨', 'matter_time', '1:0');
    await world.does('老板', 'matter_time', '1:0');
    expect((await world.current()).body.sessions).toMatchObject([{ state: 'proposed' }]);
    await world.does('老王', 'matter_time', '1:0');
    expect((await world.current()).body.sessions).toMatchObject([{ state: 'booked' }]);
  });

  it('and hears when they meet, where that is booked by then', async () => {
    const world = await CourseWorld.begin(database.store);
    await wang(world);
    await world.proposes({ times: [wednesday], settled: true });
    await names(world, 'c', '老王 13812345678');
    expect(await world.heard('老王')).toEqual(['matter_consent']);
    await world.does('喜哥', 'matter_consent', 'c:yes');
    expect(await world.heard('老王')).toContain('matter_session');
  });

  it('its no leaves it out, and the two agree and sign without it', async () => {
    const world = await CourseWorld.begin(database.store);
    await wang(world);
    await names(world, 'c', '老王 13812345678');
    expect(await world.does('老王', 'matter_withdraw')).toEqual({
      kind: 'matter_consent_noted',
      side: 'c',
      said: 'no',
      without: true,
    });
    await world.forget();
    await world.proposes({ times: [wednesday], settled: true });
    await world.step((work, matter) =>
      writeAgreement(work, matter, world.of('喜哥'), { form: 'written', words: '老板12月10日前付3万' }),
    );
    for (const who of ['张阿姨', '老板']) await world.does(who, 'matter_sign', 'yes');
    expect(await world.does('喜哥', 'matter_sign', 'seal')).toEqual({ kind: 'matter_effective' });
    await world.until(world.now + 8 * day);
    // Its question stands there without the button that would change its answer.
    expect(await world.heard('老王')).toEqual(['matter_consent']);
  });

  it('its no before anything began ends nothing either', async () => {
    const world = await CourseWorld.begin(database.store);
    await world.person('老王', { roles: ['resident'], phone: '138 1234 5678' });
    await world.taken();
    await names(world, 'c', '老王 13812345678');
    await world.does('老板', 'matter_consent', 'yes');
    await world.does('老王', 'matter_consent', 'no');
    expect((await world.current()).state).toBe('accepted');
  });

  it('who has it next goes on though the third side has not answered', async () => {
    const world = await CourseWorld.begin(database.store);
    await wang(world);
    await names(world, 'c', '老王 13812345678');
    await world.does('喜哥', 'matter_give_back');
    await world.does('喜二', 'matter_take');
    expect((await world.current()).state).toBe('accepted');
  });

  it('should it be the mediator, another one has it', async () => {
    const world = await CourseWorld.begin(database.store);
    await world.changes('喜哥', { phone: '138-1234-5678' });
    await world.taken();
    expect(await names(world, 'b', '13812345678')).toEqual({ kind: 'matter_given_back' });
    expect((await world.current()).ownerId).toBeNull();
    expect(await world.does('喜哥', 'matter_take')).toEqual({ kind: 'matter_not_yours', why: 'side' });
  });
});
