import { beforeEach, describe, expect, it } from 'vitest';
import type { DisputeKind } from '../../../core/catalogue.ts';
import type { MatterId } from '../../../core/ids.ts';
import type { Matter } from '../../../core/matter.ts';
import type { MatterResult } from '../../../core/private-notice.ts';
import { writeAgreement } from '../../../handlers/dispute/write-agreement.ts';
import { matterOf, partyOf } from '../../support/matter-factory.ts';
import { eachEngine } from '../../support/stores.ts';
import { MatterWorld } from '../matter/matter-world.ts';

const day = 24 * 60;

eachEngine((database) => {
  let world: MatterWorld;
  let id: MatterId;

  beforeEach(async () => {
    world = new MatterWorld(database.store);
    await world.begin();
    await world.person('老板', { roles: ['resident'] });
    id = await mediating();
  });

  /** 喜哥 mediates between 张阿姨 and 老板, whom the bot knows too unless `stranger`. */
  async function mediating(given: { stranger?: boolean; about?: DisputeKind } = {}): Promise<MatterId> {
    const { stranger = false, about = 'loan' } = given;
    const [a, b, owner] = [world.of('张阿姨').id, world.of('老板').id, world.of('喜哥').id];
    const parties = [
      partyOf({ key: 'a', personId: a, name: '张阿姨', consent: 'yes' }),
      partyOf({ key: 'b', role: 'respondent', personId: stranger ? null : b, name: '老板', consent: 'yes' }),
    ];
    const matter = matterOf({
      state: 'mediating',
      tellerId: a,
      ownerId: owner,
      reportedAt: world.now,
      assignedAt: world.now,
      acceptedAt: world.now,
      body: { ...matterOf().body, about, parties },
    });
    await world.run(async ({ tx }) => {
      await tx.matters.add(matter);
      await tx.matters.setPeople(matter.id, [
        { personId: a, standing: 'teller' },
        { personId: owner, standing: 'owner' },
        ...(stranger ? [] : [{ personId: b, standing: 'party' as const }]),
      ]);
    });
    await world.forget();
    return matter.id;
  }

  async function agree(form: 'written' | 'oral', words: string, of = id): Promise<MatterResult> {
    return world.run(async (work) => {
      const matter = await work.tx.matters.lock(of);
      if (matter === null) throw new Error('no such matter');
      return writeAgreement(work, matter, world.of('喜哥'), { form, words });
    });
  }

  async function inForce(words = '讲好5000 12月10号3000 12月31号2000'): Promise<Matter> {
    await agree('oral', words);
    await world.forget();
    return world.matter(id);
  }

  it('in writing it goes to both sides to be read, and is in force once all have signed and it is sealed', async () => {
    expect(await world.taps('喜哥', id, 'matter_agree', '', 'written')).toEqual({
      kind: 'matter_words_wanted',
      what: 'terms',
    });
    expect(await agree('written', '老板12月10日前付5000元')).toEqual({ kind: 'matter_terms_sent' });
    expect(await world.heard('张阿姨')).toEqual(['matter_terms']);
    expect(await world.heard('老板')).toEqual(['matter_terms']);
    expect(await world.taps('喜哥', id, 'matter_sign', '', 'seal')).toEqual({ kind: 'matter_signed', waiting: 2 });
    expect(await world.taps('张阿姨', id, 'matter_sign', '', 'yes')).toEqual({ kind: 'matter_signed', waiting: 1 });
    expect(await world.taps('张阿姨', id, 'matter_sign', '', 'yes')).toEqual({ kind: 'matter_signed', waiting: 1 });
    expect(await world.taps('喜哥', id, 'matter_sign', '', 'b')).toEqual({ kind: 'matter_signed', waiting: 0 });
    expect((await world.matter(id)).state).toBe('agreed');
    expect(await world.taps('喜哥', id, 'matter_sign', '', 'seal')).toEqual({ kind: 'matter_effective' });
    const matter = await world.matter(id);
    expect(matter).toMatchObject({ state: 'effective', outcome: 'agreed_written', effectiveAt: world.now });
    expect(matter.body.court?.lastDay).toBe('2026-12-23');
    expect(await world.said('老板')).toEqual([{ kind: 'matter_turn', matterId: id, turn: 'effective' }]);
  });

  it('a side that says no to the terms takes them back to the table', async () => {
    await agree('written', '老板付5000元');
    expect(await world.taps('老板', id, 'matter_sign', '', 'no')).toEqual({ kind: 'matter_moved', state: 'mediating' });
    expect((await world.matter(id)).body.agreement).toBeNull();
    expect(await world.taps('张阿姨', id, 'matter_sign', '', 'yes')).toEqual({
      kind: 'matter_already',
      state: 'mediating',
    });
  });

  it('nobody signs for another side, and who is no side does not sign', async () => {
    await agree('written', '老板付5000元');
    expect(await world.taps('张阿姨', id, 'matter_sign', '', 'b')).toEqual({ kind: 'matter_signed', waiting: 1 });
    expect((await world.matter(id)).body.agreement?.signatures.map(({ key }) => key)).toEqual(['a']);
    expect(await world.taps('喜二', id, 'matter_sign', '', 'a')).toEqual({ kind: 'matter_not_yours' });
  });

  it('orally it is in force at once, with what was paid already', async () => {
    expect(await agree('oral', '讲好5000 转了3000 剩下月底')).toEqual({ kind: 'matter_effective' });
    const { state, body } = await world.matter(id);
    expect(state).toBe('performing');
    expect(body.agreement?.terms).toMatchObject([{ amountYuan: 5_000, dueOn: '2026-11-30' }]);
    expect(await world.trace(id)).toContain('agreement_effective');
  });

  it('about wages or a hospital word of mouth is not enough: the terms go out to be signed', async () => {
    const wages = await mediating({ about: 'wages' });
    expect(await world.taps('喜哥', wages, 'matter_agree', '', 'oral')).toEqual({
      kind: 'matter_words_wanted',
      what: 'terms',
    });
    expect(await agree('oral', '老板12月10日前付5000元', wages)).toEqual({ kind: 'matter_terms_sent' });
    expect(await world.matter(wages)).toMatchObject({ state: 'agreed', body: { agreement: { form: 'written' } } });
    const medical = await mediating({ about: 'medical' });
    expect(await agree('oral', '医院12月10日前退5000元', medical)).toEqual({ kind: 'matter_terms_sent' });
  });

  it('before every side consents there are no terms, and after the end none', async () => {
    const early = await world.matter(id);
    await world.run(({ tx }) => tx.matters.put({ ...early, state: 'assigned', body: { ...early.body, parties: [] } }));
    expect(await agree('oral', '付5000')).toEqual({ kind: 'matter_not_yet', need: 'consent' });
    await world.run(({ tx }) => tx.matters.put({ ...early, state: 'ended', endedAt: world.now }));
    expect(await agree('oral', '付5000')).toEqual({ kind: 'matter_already', state: 'ended' });
  });

  describe('payments', () => {
    it('told by whoever owes, asked of whoever is owed, confirmed: the next one stays', async () => {
      await inForce();
      expect(await world.taps('老板', id, 'matter_paid', '', '1')).toEqual({ kind: 'matter_paid_noted' });
      expect(await world.said('张阿姨')).toEqual([{ kind: 'matter_payment', matterId: id, term: 1, step: 'told' }]);
      expect(await world.taps('张阿姨', id, 'matter_got', '', '1')).toEqual({
        kind: 'matter_payment_confirmed',
        done: false,
      });
      expect(await world.said('老板')).toEqual([{ kind: 'matter_payment', matterId: id, term: 1, step: 'confirmed' }]);
      expect((await world.matter(id)).state).toBe('performing');
      expect(await world.taps('喜哥', id, 'matter_paid', '', '2')).toEqual({
        kind: 'matter_payment_confirmed',
        done: true,
      });
      expect(await world.matter(id)).toMatchObject({ state: 'performed', endedAt: world.now });
    });

    it('pressed twice, it is paid once', async () => {
      await inForce('付5000');
      await world.taps('张阿姨', id, 'matter_got', '', '1');
      expect(await world.taps('张阿姨', id, 'matter_got', '', '1')).toEqual({
        kind: 'matter_already',
        state: 'performed',
      });
    });

    it('denied after its day it is broken, and paid later it is performed after all', async () => {
      await inForce('老板11月25日前付5000');
      await world.later(4 * day);
      await world.taps('老板', id, 'matter_paid', '', '1');
      expect(await world.taps('张阿姨', id, 'matter_not_got', '', '1')).toEqual({
        kind: 'matter_moved',
        state: 'broken',
      });
      await world.taps('张阿姨', id, 'matter_got', '', '1');
      expect((await world.matter(id)).state).toBe('performed');
    });

    it('whoever owes cannot say for the other that it came', async () => {
      await inForce();
      expect(await world.taps('老板', id, 'matter_got', '', '1')).toEqual({ kind: 'matter_not_yours' });
    });

    it('what is due is reminded of kindly: before and on the day who owes, a day later both and the mediator', async () => {
      await inForce('老板12月10日前付5000');
      await world.later(14 * day);
      expect(await world.said('老板')).toMatchObject([
        { kind: 'matter_court' },
        { kind: 'matter_payment', step: 'soon' },
      ]);
      await world.forget();
      await world.later(2 * day);
      await world.later(day);
      const told = (await world.said('老板')).filter(({ kind }) => kind === 'matter_payment');
      expect(told).toMatchObject([{ step: 'due' }]);
      expect((await world.said('张阿姨')).filter(({ kind }) => kind === 'matter_payment')).toEqual([]);
      await world.later(day);
      for (const who of ['老板', '张阿姨', '喜哥'])
        expect((await world.said(who)).filter(({ kind }) => kind === 'matter_payment')).toMatchObject([
          { step: 'late' },
        ]);
      await world.later(20 * day);
      expect((await world.said('老板')).filter(({ kind }) => kind === 'matter_payment')).toEqual([]);
    });

    it('a side whom nothing reaches is the mediator’s to ring', async () => {
      const other = await mediating({ stranger: true });
      await agree('oral', '老板12月10日前付5000', other);
      await world.forget();
      await world.later(14 * day);
      expect((await world.said('喜哥')).filter(({ kind }) => kind === 'matter_payment')).toMatchObject([
        { step: 'soon' },
      ]);
    });
  });

  describe('the court’s thirty days', () => {
    const court = async (who: string): Promise<unknown[]> =>
      (await world.said(who)).flatMap((notice) => (notice.kind === 'matter_court' ? [notice.day] : []));

    it('are spoken of on day 7, 20 and 27, to both sides and the mediator', async () => {
      await inForce('老板2027年3月1日前付5000');
      await world.later(6 * day + 20 * 60);
      expect(await court('老板')).toEqual([]);
      await world.later(30 * day);
      for (const who of ['老板', '张阿姨', '喜哥']) expect(await court(who)).toEqual([7, 20, 27]);
    });

    it('and not any more once somebody said what became of it', async () => {
      await inForce('老板2027年3月1日前付5000');
      expect(await world.taps('张阿姨', id, 'matter_court', '', 'confirmed')).toMatchObject({ kind: 'matter_already' });
      expect(await world.taps('张阿姨', id, 'matter_court', '', 'applied')).toEqual({
        kind: 'matter_court_noted',
        state: 'applied',
      });
      expect(await world.taps('喜哥', id, 'matter_court', '', 'confirmed')).toEqual({
        kind: 'matter_court_noted',
        state: 'confirmed',
      });
      await world.forget();
      await world.later(30 * day);
      expect(await court('老板')).toEqual([]);
    });
  });

  describe('return visits', () => {
    it('after 7, 30 and 90 days; after the last answer it is archived, and its time until it is forgotten runs', async () => {
      await inForce('付5000');
      await world.taps('张阿姨', id, 'matter_got', '', '1');
      expect((await world.matter(id)).state).toBe('performed');
      expect(await world.taps('喜哥', id, 'matter_visit', '', 'yes')).toEqual({
        kind: 'matter_not_yet',
        need: 'visit',
      });
      const answers: unknown[] = [];
      for (const days of [7, 23, 60]) {
        await world.later(days * day);
        answers.push(await world.taps('张阿姨', id, 'matter_visit', '', 'yes'));
      }
      expect(answers).toEqual([
        { kind: 'matter_visited', next: 30 },
        { kind: 'matter_visited', next: 90 },
        { kind: 'matter_visited', next: null },
      ]);
      const matter = await world.matter(id);
      expect(matter).toMatchObject({ state: 'archived', archivedAt: world.now, dueAt: null });
      expect(matter.forgetAt).toBeGreaterThan(world.now + 365 * day * 60_000);
    });

    it('that nobody makes step up to the leader, who visits; the one after it is asked for as if nothing were', async () => {
      await inForce('付5000');
      await world.taps('张阿姨', id, 'matter_got', '', '1');
      await world.forget();
      await world.later(14 * day);
      expect(await world.taps('领导', id, 'matter_visit', '', 'yes')).toEqual({ kind: 'matter_not_yours' });
      await world.later(8 * day);
      expect((await world.said('喜哥')).filter(({ kind }) => kind === 'matter_visit')).toHaveLength(3);
      expect((await world.said('张阿姨')).filter(({ kind }) => kind === 'matter_visit')).toHaveLength(1);
      expect(await world.said('领导')).toEqual([{ kind: 'matter_unvisited', matterId: id, days: 7 }]);
      // Whoever leads sees the number and no more, unless they open it by break-glass.
      expect(await world.taps('领导', id, 'matter_look')).toEqual({ kind: 'matter_not_yours' });
      expect(await world.taps('值班', id, 'matter_visit', '', 'yes')).toEqual({ kind: 'matter_not_yours' });
      expect(await world.taps('领导', id, 'matter_visit', '', 'yes')).toEqual({ kind: 'matter_visited', next: 30 });
      expect((await world.matter(id)).body.followUps[0]).toMatchObject({ holds: true, byId: world.of('领导').id });
    });

    it('that nobody ever makes end with the matter archived as not visited, which the leader hears, and its time runs', async () => {
      await inForce('付5000');
      await world.taps('张阿姨', id, 'matter_got', '', '1');
      await world.forget();
      await world.later(149 * day);
      expect((await world.matter(id)).state).toBe('performed');
      expect((await world.matter(id)).body.followUps).toMatchObject([{ missed: true }, { missed: true }, { at: null }]);
      // Each was told of after two weeks, the last once more.
      const told = (await world.said('领导')).map((notice) => ('days' in notice ? notice.days : null));
      expect(told.filter((days) => days === 90)).toHaveLength(2);
      await world.later(3 * day);
      const matter = await world.matter(id);
      expect(matter).toMatchObject({ state: 'archived', dueAt: null });
      expect(matter.body.followUps.every(({ missed }) => missed === true)).toBe(true);
      expect(matter.forgetAt).toBeGreaterThan(world.now + 365 * day * 60_000);
      expect(await world.heard('领导')).toContain('matter_unvisited');
      expect(await world.taps('张阿姨', id, 'matter_visit', '', 'yes')).toMatchObject({ kind: 'matter_already' });
    });

    it('of what is broken are made, and what is still not done long after is archived too', async () => {
      await inForce('老板12月1日前付5000');
      await world.later(10 * day);
      await world.taps('喜哥', id, 'matter_broken');
      for (const days of [0, 25, 60]) {
        await world.later(days * day);
        await world.taps('喜哥', id, 'matter_visit', '', 'no');
      }
      expect((await world.matter(id)).body.followUps.every(({ holds }) => holds === false)).toBe(true);
      expect((await world.matter(id)).state).toBe('broken');
      await world.later(62 * day);
      expect((await world.matter(id)).state).toBe('archived');
    });

    it('cannot be said to be impossible by a side', async () => {
      await inForce('付5000');
      await world.taps('张阿姨', id, 'matter_got', '', '1');
      await world.later(8 * day);
      expect(await world.taps('张阿姨', id, 'matter_visit', '', 'none')).toEqual({ kind: 'matter_not_yours' });
      expect(await world.taps('喜哥', id, 'matter_visit', '', 'none')).toEqual({ kind: 'matter_visited', next: 30 });
    });

    it('what does not hold is told to the mediator at once', async () => {
      await inForce('老板12月1日前付5000');
      await world.later(8 * day);
      await world.forget();
      await world.taps('张阿姨', id, 'matter_visit', '没给钱', 'no');
      expect(await world.heard('喜哥')).toEqual(['matter_work']);
    });
  });
});
