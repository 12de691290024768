import { describe, expect, it } from 'vitest';
import { mirrors } from '../../../core/matter-twin.ts';
import type { Matter } from '../../../core/matter.ts';
import { joinMatters, joinTwin } from '../../../handlers/dispute/join-matters.ts';
import { keepNote } from '../../../handlers/dispute/keep-note.ts';
import { suspendMatter } from '../../../handlers/dispute/suspend-matter.ts';
import { matterOf, partyOf } from '../../support/matter-factory.ts';
import { eachEngine } from '../../support/stores.ts';
import { CourseWorld, day, wednesday } from './course-world.ts';

eachEngine((database) => {
  async function accepted(): Promise<CourseWorld> {
    const world = await CourseWorld.begin(database.store);
    await world.accepted();
    return world;
  }
  const month = 30 * day;

  describe('it comes to nothing', () => {
    it('by the mediator’s word, with a reason that stays in the file', async () => {
      const world = await accepted();
      expect(await world.does('喜哥', 'matter_fail')).toEqual({ kind: 'matter_words_wanted', what: 'reason' });
      expect((await world.current()).state).toBe('accepted');
      expect(await world.does('喜哥', 'matter_fail', '', '厂里一分不出')).toEqual({
        kind: 'matter_moved',
        state: 'ended',
      });
      expect(await world.current()).toMatchObject({ outcome: 'failed', body: { endWords: '厂里一分不出' } });
      for (const who of ['张阿姨', '老板'])
        expect(await world.said(who)).toContainEqual({ kind: 'matter_ended', matterId: world.id, outcome: 'failed' });
      expect(await world.dueIn('matter_follow_up')).toBeGreaterThan(0);
      expect(await world.dueIn('matter_deadline')).toBeNull();
      const trace = JSON.stringify(await world.store.read.trace.of(`matter:${world.id}`));
      expect(trace).not.toContain('一分不出');
    });

    it('because nobody could be reached', async () => {
      const world = await CourseWorld.begin(database.store);
      await world.taken();
      expect(await world.does('喜哥', 'matter_fail', 'no_contact')).toEqual({ kind: 'matter_moved', state: 'ended' });
      expect((await world.current()).outcome).toBe('no_contact');
    });

    it.each([
      ['张阿姨', 'withdrawn'],
      ['老板', 'refused'],
    ] as const)('because a side goes: %s, so it was %s', async (who, outcome) => {
      const world = await accepted();
      expect(await world.does(who, 'matter_withdraw')).toEqual({ kind: 'matter_withdrawn' });
      expect((await world.current()).outcome).toBe(outcome);
      expect(await world.does(who, 'matter_withdraw')).toEqual({ kind: 'matter_already', state: 'ended' });
    });

    it('and is not archived before somebody was visited', async () => {
      const world = await accepted();
      await world.does('喜哥', 'matter_fail', 'no_contact');
      expect(await world.does('喜哥', 'matter_visit', 'yes')).toEqual({ kind: 'matter_not_yet', need: 'visit' });
      expect((await world.current()).archivedAt).toBeNull();
    });
  });

  describe('a rest', () => {
    it('calls off what was arranged, and the time stands still until it goes on', async () => {
      const world = await accepted();
      await world.proposes({ times: [wednesday], settled: true });
      const before = (await world.current()).dueAt;
      expect(before).toBe(wednesday);
      await world.step((work, matter) => suspendMatter(work, matter, world.of('喜哥'), '等伤残鉴定'));
      await world.forget();
      expect(await world.current()).toMatchObject({ state: 'suspended', dueAt: null });
      await world.until(world.now + 60 * day);
      for (const who of ['张阿姨', '老板', '喜哥']) expect(await world.heard(who)).toEqual([]);
      expect(await world.proposes({ times: [world.now + day] })).toEqual({
        kind: 'matter_already',
        state: 'suspended',
      });
      expect(await world.does('喜哥', 'matter_go_on')).toEqual({ kind: 'matter_moved', state: 'accepted' });
      const { dueAt, acceptedAt } = await world.current();
      expect(dueAt).toBeGreaterThan((acceptedAt ?? 0) + 60 * day + month - day);
      expect(await world.does('喜哥', 'matter_go_on')).toMatchObject({ kind: 'matter_already' });
    });

    it('does not keep a side from leaving', async () => {
      const world = await accepted();
      await world.does('喜哥', 'matter_suspend', '', '等鉴定');
      expect(await world.does('老板', 'matter_consent', 'no')).toMatchObject({ said: 'no' });
      expect(await world.current()).toMatchObject({ state: 'ended', outcome: 'refused' });
    });
  });

  describe('the month', () => {
    it('is told to the mediator before and at its end, then each week', async () => {
      const world = await accepted();
      await world.until(world.now + 27 * day);
      expect(await world.said('喜哥')).toMatchObject([{ kind: 'matter_deadline', matterId: world.id, step: 'soon' }]);
      await world.until(world.now + 5 * day);
      expect(await world.said('喜哥')).toMatchObject([{ kind: 'matter_deadline', matterId: world.id, step: 'over' }]);
      await world.until(world.now + 7 * day);
      expect(await world.heard('喜哥')).toEqual(['matter_deadline']);
      for (const who of ['张阿姨', '老板']) expect(await world.heard(who)).toEqual([]);
    });

    it('is longer when both sides agree to that', async () => {
      const world = await accepted();
      const before = (await world.current()).dueAt ?? 0;
      expect(await world.does('喜哥', 'matter_extend', '15')).toEqual({ kind: 'matter_more_time_asked', days: 15 });
      for (const who of ['张阿姨', '老板']) expect(await world.heard(who)).toContain('matter_more_time');
      expect(await world.does('张阿姨', 'matter_extend', 'yes')).toEqual({ kind: 'matter_more_time', agreed: true });
      expect((await world.current()).dueAt).toBe(before);
      const all = { kind: 'matter_more_time', agreed: true, all: true };
      expect(await world.does('老板', 'matter_extend', 'yes')).toEqual(all);
      expect((await world.current()).dueAt).toBe(before + 15 * day);
      const turn = { kind: 'matter_turn', matterId: world.id, turn: 'extended' };
      expect(await world.said('张阿姨')).toContainEqual(turn);
      expect(await world.said('老板')).not.toContainEqual(turn);
    });

    it('stays as it is when one says no, and when nobody has asked', async () => {
      const world = await accepted();
      const before = (await world.current()).dueAt;
      expect(await world.does('老板', 'matter_extend', 'yes')).toMatchObject({ kind: 'matter_already' });
      await world.does('喜哥', 'matter_extend', '15');
      await world.does('张阿姨', 'matter_extend', 'yes');
      expect(await world.does('老板', 'matter_extend', 'no')).toEqual({ kind: 'matter_more_time', agreed: false });
      expect(await world.does('张阿姨', 'matter_extend', 'yes')).toMatchObject({ kind: 'matter_already' });
      expect((await world.current()).dueAt).toBe(before);
    });

    it('is asked for by the mediator alone, in whole days, and each side answers for itself or is rung', async () => {
      const world = await accepted();
      expect(await world.does('张阿姨', 'matter_extend', '15')).toEqual({ kind: 'matter_not_yours' });
      for (const value of ['0', '-3', '1.5', '9999', 'abc1'])
        expect(await world.does('喜哥', 'matter_extend', value)).toMatchObject({ kind: 'matter_already' });
      await world.does('喜哥', 'matter_extend');
      expect(await world.does('张阿姨', 'matter_extend', 'b:yes')).toEqual({ kind: 'matter_not_yours' });
      expect(await world.does('喜哥', 'matter_extend', 'b:yes')).toEqual({ kind: 'matter_more_time', agreed: true });
    });
  });

  it('a note of one side is kept for the mediators, and its words are nowhere else', async () => {
    const world = await accepted();
    const kept = await world.step((work, matter) =>
      keepNote(work, matter, world.of('喜哥'), { side: 'a', words: '其实三万就行', roomId: world.room('喜哥').id }),
    );
    expect(kept).toEqual({ kind: 'matter_noted' });
    const [note] = await world.store.read.matters.notes(world.id);
    expect(note).toMatchObject({ side: 'a', words: '其实三万就行' });
    expect(await world.heard('喜哥')).toEqual(['matter_note_kept']);
    for (const who of ['张阿姨', '老板']) expect(await world.heard(who)).toEqual([]);
    expect(JSON.stringify(await world.store.read.trace.of(`matter:${world.id}`))).not.toContain('三万');
  });

  it('a mediator who leaves in the middle hands on what was arranged', async () => {
    const world = await accepted();
    await world.proposes({ times: [wednesday], settled: true });
    await world.does('喜哥', 'matter_give_back');
    await world.forget();
    await world.does('喜二', 'matter_take');
    const matter = await world.current();
    expect(matter).toMatchObject({ state: 'mediating', ownerId: world.of('喜二').id });
    expect(matter.body.sessions).toMatchObject([{ state: 'booked', mediatorId: world.of('喜二').id, sequence: 1 }]);
    expect(await world.does('喜哥', 'matter_cancel')).toEqual({ kind: 'matter_not_yours' });
    await world.forget();
    await world.until(wednesday - day + 1);
    expect(await world.heard('喜二')).toEqual(['matter_session']);
    expect(await world.heard('喜哥')).toEqual([]);
  });

  describe('told by both sides', () => {
    /** 老板 tells of the same dispute. */
    async function second(world: CourseWorld, given: Partial<Matter> = {}): Promise<Matter> {
      const boss = world.of('老板');
      const matter = matterOf({
        state: 'reported',
        tellerId: boss.id,
        body: {
          ...matterOf().body,
          about: 'wages',
          facts: ['他们干的活不合格'],
          wants: '返工',
          parties: [
            partyOf({ personId: boss.id, name: '老板', phone: boss.phone, consent: 'yes' }),
            partyOf({ key: 'b', name: '张阿姨', phone: world.of('张阿姨').phone }),
          ],
        },
        ...given,
      });
      await world.run(async ({ tx }) => {
        await tx.matters.add(matter);
        await tx.matters.setPeople(matter.id, [{ personId: boss.id, standing: 'teller' }]);
      });
      return matter;
    }

    it('is one: the second joins the first as its other side’s view, sealed, and agrees by it', async () => {
      const world = await CourseWorld.begin(database.store);
      await world.taken();
      await world.forget();
      const told = await second(world);
      const first = await world.run((work) => joinTwin(work, told));
      expect(first?.id).toBe(world.id);
      expect(await world.current()).toMatchObject({ state: 'accepted' });
      expect(await world.store.read.matters.notes(world.id)).toMatchObject([
        { side: 'b', words: '他们干的活不合格\n返工' },
      ]);
      expect((await world.current()).body.facts).toEqual(['老板欠钱']);
      expect(await world.matter(told.id)).toMatchObject({ state: 'archived', outcome: 'handed_on', door: 'merged' });
      expect(await world.those(world.id, 'party')).toEqual(['老板']);
    });

    it('nobody who is feared learns by it that the other has told', async () => {
      const world = await CourseWorld.begin(database.store, { danger: 'violence' });
      const told = await second(world);
      expect(await world.run((work) => joinTwin(work, told))).toBeNull();
      expect(await world.heard('老板')).toEqual([]);
    });

    it('joined by a person, every danger that either told of counts, and only who told of it hears that no meeting will be', async () => {
      const world = await accepted();
      await world.proposes({ times: [wednesday], settled: true });
      const told = await second(world);
      const feared: Matter['body'] = { ...told.body, danger: 'threat', otherDangers: ['self_harm'] };
      await world.forget();
      const joined = await world.run(async (work) => {
        const first = await work.tx.matters.lock(world.id);
        if (first === null) throw new Error('no such matter');
        return joinMatters(
          work,
          { ...first, body: { ...first.body, danger: 'crowd' } },
          { ...told, urgent: true, body: feared },
          world.of('喜哥').id,
        );
      });
      expect(joined).toMatchObject({ urgent: true, body: { danger: 'self_harm', otherDangers: ['threat', 'crowd'] } });
      expect(joined.body.sessions).toMatchObject([{ state: 'cancelled' }]);
      const boss = await world.said('老板');
      expect(boss).toContainEqual(expect.objectContaining({ kind: 'matter_session', step: 'off' }));
      expect(
        (await world.heard('张阿姨')).filter((kind) => kind === 'matter_session' || kind === 'matter_times'),
      ).toEqual([]);
      expect(await world.matter(told.id)).toMatchObject({ state: 'archived', door: 'merged' });
    });

    it('nobody is let in by typing somebody’s number', async () => {
      const world = await CourseWorld.begin(database.store, {}, true);
      const stranger = await world.person('路人', { roles: ['resident'] });
      const told = await second(world, { tellerId: stranger.id });
      const typed = {
        ...told,
        body: { ...told.body, parties: told.body.parties.map((side) => ({ ...side, personId: null })) },
      };
      expect(mirrors(await world.current(), typed, stranger.phone)).toBe('likely');
      expect(await world.run((work) => joinTwin(work, typed))).toBeNull();
      expect(await world.those(world.id, 'party')).toEqual([]);
    });

    it('another quarrel of the same two is another matter', async () => {
      const world = await CourseWorld.begin(database.store);
      const told = await second(world);
      const neighbours = { ...told, body: { ...told.body, about: 'neighbour' as const } };
      expect(await world.run((work) => joinTwin(work, neighbours))).toBeNull();
      const others = { ...told, body: { ...told.body, parties: [partyOf(), partyOf({ key: 'b', name: '别人' })] } };
      expect(await world.run((work) => joinTwin(work, others))).toBeNull();
      expect(await world.run((work) => joinTwin(work, { ...told, kind: 'counselling' }))).toBeNull();
    });
  });
});
