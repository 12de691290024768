import { describe, expect, it } from 'vitest';
import { partyOf } from '../../../core/party.ts';
import { noteConsent } from '../../../handlers/dispute/note-consent.ts';
import { partyOf as sampleParty } from '../../support/matter-factory.ts';
import { eachEngine } from '../../support/stores.ts';
import { CourseWorld, day, hour } from './course-world.ts';

eachEngine((database) => {
  const start = (...given: [body?: object, stranger?: boolean]): Promise<CourseWorld> =>
    CourseWorld.begin(database.store, ...given);
  const side = async (world: CourseWorld, key: string) => partyOf((await world.current()).body.parties, key);

  describe('consent', () => {
    it('is asked of the other side as soon as somebody has it, and makes the sides parties to it', async () => {
      const world = await start();
      await world.taken();
      expect(await world.heard('老板')).toEqual(['matter_consent']);
      expect(await side(world, 'b')).toMatchObject({ consent: 'asked' });
      expect(await world.those(world.id, 'party')).toEqual(['老板']);
      expect((await world.current()).state).toBe('assigned');
    });

    it('of all sides accepts it: the month runs, and everybody hears', async () => {
      const world = await start();
      await world.taken();
      await world.forget();
      expect(await world.does('老板', 'matter_consent', 'yes')).toEqual({
        kind: 'matter_consent_noted',
        side: 'b',
        said: 'yes',
        accepted: true,
      });
      expect(await world.current()).toMatchObject({ state: 'accepted', acceptedAt: world.now });
      expect(await world.heard('张阿姨')).toContain('matter_turn');
      // Whose yes it was has read so in the answer.
      expect(await world.heard('老板')).not.toContain('matter_turn');
      expect(await world.dueIn('matter_consent')).toBeNull();
      expect(await world.dueIn('matter_deadline')).toBeGreaterThan(25 * 24 * 60);
    });

    it('of a side that was never asked is nothing, and it hears of nothing: who told may take it back unseen', async () => {
      const world = await start();
      expect(await world.does('张阿姨', 'matter_withdraw')).toEqual({ kind: 'matter_withdrawn' });
      expect(await world.heard('老板')).toEqual([]);
      expect(await world.those(world.id, 'party')).toEqual([]);
      expect(await world.does('老板', 'matter_look')).toEqual({ kind: 'matter_not_yours' });
      // Nor does anybody ask it months later whether it holds.
      await world.until(world.now + 100 * day);
      expect(await world.heard('老板')).toEqual([]);
      expect(await world.heard('张阿姨')).toContain('matter_visit');
    });

    it('of whoever is feared is asked by no machine: the mediator decides whom to speak to', async () => {
      const world = await start({ danger: 'violence' });
      await world.taken();
      expect(await world.heard('老板')).toEqual([]);
      expect(await world.does('老板', 'matter_look')).toEqual({ kind: 'matter_not_yours' });
      await world.until(world.now + 5 * day);
      expect(await world.heard('老板')).toEqual([]);
      await world.does('喜哥', 'matter_consent', 'b:yes');
      expect((await world.current()).state).toBe('accepted');
      expect(await world.heard('老板')).toEqual(['matter_turn']);
      expect(await world.does('老板', 'matter_look')).toEqual({ kind: 'matter_shown' });
    });

    it('said twice is said once, and is not lost with a message about it', async () => {
      const world = await start();
      await world.accepted();
      await world.step((work, matter) => noteConsent(work, matter, 'b', 'unreached', null));
      expect(await side(world, 'b')).toMatchObject({ consent: 'yes' });
      await world.does('老板', 'matter_consent', 'yes');
      expect(await world.heard('老板')).toEqual([]);
      expect((await world.trace(world.id)).filter((what) => what === 'matter_accepted')).toHaveLength(1);
    });

    it('comes before a mediator, too: then taking it accepts it', async () => {
      const world = await start();
      await world.step((work, matter) => noteConsent(work, matter, 'b', 'yes', null));
      expect((await world.current()).state).toBe('screened');
      await world.taken();
      expect((await world.current()).state).toBe('accepted');
    });

    it('taken back before anybody has it asks nobody any more, and said again asks them anew', async () => {
      const world = await start();
      expect(await world.those(world.id, 'offered')).not.toEqual([]);
      await world.does('张阿姨', 'matter_consent', 'no');
      expect(await world.current()).toMatchObject({ state: 'ended', outcome: 'withdrawn' });
      expect(await world.those(world.id, 'offered')).toEqual([]);
      await world.forget();
      await world.does('张阿姨', 'matter_consent', 'yes');
      expect((await world.current()).state).toBe('screened');
      expect(await world.heard('喜哥')).toEqual(['matter_offer']);
      await world.taken();
      expect((await world.current()).state).toBe('assigned');
    });

    it('refused ends it, with the other ways told to both, and visits planned', async () => {
      const world = await start();
      await world.taken();
      await world.forget();
      await world.does('老板', 'matter_consent', 'no');
      expect(await world.current()).toMatchObject({ state: 'ended', outcome: 'refused' });
      for (const who of ['张阿姨', '老板']) expect(await world.heard(who)).toContain('matter_ended');
      expect((await world.current()).body.followUps).toHaveLength(3);
      expect(await world.dueIn('matter_consent')).toBeNull();
    });

    it('a mind that is changed opens it again where it was', async () => {
      const world = await start();
      await world.taken();
      await world.does('老板', 'matter_consent', 'no');
      await world.does('老板', 'matter_consent', 'yes');
      expect(await world.current()).toMatchObject({ state: 'accepted', outcome: null, endedAt: null });
      expect(await world.dueIn('matter_follow_up')).toBeNull();
    });

    it('taken back in the middle ends it, and no session is left', async () => {
      const world = await start();
      await world.accepted();
      await world.proposes({ times: [world.now + day] });
      await world.does('老板', 'matter_consent', 'no');
      const { state, outcome, body } = await world.current();
      expect([state, outcome, body.sessions.map((session) => session.state)]).toEqual([
        'ended',
        'refused',
        ['cancelled'],
      ]);
      expect(await world.dueIn('matter_session')).toBeNull();
    });

    it('of nobody else counts: a stranger, the other side, the mediator without naming a side', async () => {
      const world = await start();
      await world.taken();
      expect(await world.does('喜二', 'matter_consent', 'yes')).toEqual({ kind: 'matter_not_yours' });
      expect(await world.does('张阿姨', 'matter_consent', 'b:yes')).toEqual({ kind: 'matter_not_yours' });
      expect(await world.does('喜哥', 'matter_consent', 'yes')).toEqual({ kind: 'matter_not_yours' });
      expect(await world.does('老板', 'matter_consent', 'unreached')).toEqual({ kind: 'matter_not_yours' });
      expect(await world.does('喜哥', 'matter_consent', 'x:yes')).toEqual({ kind: 'matter_none' });
      expect((await side(world, 'b'))?.consent).toBe('asked');
    });
  });

  describe('a side that the bot does not know', () => {
    it('is rung by the mediator, who notes what it says', async () => {
      const world = await start({}, true);
      await world.taken();
      expect((await side(world, 'b'))?.consent).toBeNull();
      expect(await world.heard('老板')).toEqual([]);
      expect(await world.does('喜哥', 'matter_consent', 'b:unreached')).toMatchObject({ said: 'unreached' });
      expect((await world.current()).state).toBe('assigned');
      await world.does('喜哥', 'matter_consent', 'b:yes');
      expect((await world.current()).state).toBe('accepted');
    });

    it('has a proxy only when it agrees to that', async () => {
      const proxy = { name: '老板娘', phone: '199', relation: '妻子', agreed: null };
      const parties = [sampleParty(), sampleParty({ key: 'b', role: 'respondent', name: '老板', proxy })];
      const world = await start({ parties });
      await world.taken();
      expect(await world.does('喜哥', 'matter_consent', 'b:proxy')).toEqual({ kind: 'matter_noted' });
      expect((await side(world, 'b'))?.proxy?.agreed).toBe(true);
      expect(await world.does('喜哥', 'matter_consent', 'a:proxy')).toEqual({ kind: 'matter_none' });
    });
  });

  it('who does not answer is asked once more, and then the mediator is told to ring', async () => {
    const world = await start();
    await world.taken();
    await world.forget();
    await world.until(world.now + 49 * hour);
    expect(await world.heard('老板')).toEqual(['matter_consent']);
    expect(await world.heard('喜哥')).toEqual([]);
    await world.until(world.now + 49 * hour);
    expect(await world.heard('老板')).toEqual([]);
    expect(await world.heard('喜哥')).toEqual(['matter_work']);
    expect((await side(world, 'b'))?.consent).toBe('unreached');
    expect(await world.dueIn('matter_consent')).toBeNull();
  });
});
