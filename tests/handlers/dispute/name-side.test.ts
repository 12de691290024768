import { expect, it } from 'vitest';
import { nameSide } from '../../../handlers/dispute/name-side.ts';
import type { MatterResult } from '../../../core/private-notice.ts';
import { eachEngine } from '../../support/stores.ts';
import { CourseWorld } from './course-world.ts';

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

  it('should it be the mediator, another one has it', async () => {
    const world = await CourseWorld.begin(database.store);
    await world.changes('喜哥', { phone: '138-1234-5678' });
    await world.taken();
    expect(await names(world, 'b', '13812345678')).toEqual({ kind: 'matter_given_back' });
    expect((await world.current()).ownerId).toBeNull();
    expect(await world.does('喜哥', 'matter_take')).toEqual({ kind: 'matter_not_yours' });
  });
});
