import { describe, expect, it } from 'vitest';
import { zoneInstant } from '../../../core/deadline.ts';
import { releaseOwner } from '../../../handlers/hazard/replace-owner.ts';
import { answerQuestion } from '../../../handlers/hazard/answer-question.ts';
import { noteSimilarPhoto } from '../../../handlers/hazard/note-similar-photo.ts';
import { whichHazard } from '../../../handlers/hazard/which-hazard.ts';
import { takeHazardTap } from '../../../handlers/hazard/take-hazard-tap.ts';
import { listHazards } from '../../../handlers/hazard/list-hazards.ts';
import type { HazardId, Token } from '../../../core/ids.ts';
import type { HazardVerb } from '../../../core/hazard-verb.ts';
import { eachEngine } from '../../support/stores.ts';
import { HazardWorld, monday, north } from './hazard-world.ts';

const at = (date: string, clock: string): number => zoneInstant(date, clock, 'Asia/Shanghai');
const groups = ['村群'];

describe('the turns of a hazard', () => {
  eachEngine((database) => {
    const world = async (rules = {}): Promise<HazardWorld> => {
      const made = new HazardWorld(database.store);
      await made.begin(rules);
      return made;
    };
    /** Two taps at the same moment, each in a transaction of its own. */
    const atOnce = async (
      zone: HazardWorld,
      id: HazardId,
      taps: [string, HazardVerb, string?][],
    ): Promise<string[]> => {
      const { token } = await zone.hazard(id);
      const results = await Promise.all(
        taps.map(([who, verb, value = '']) =>
          zone.store.transaction((tx) =>
            takeHazardTap(zone.work(tx), token, {
              person: zone.of(who),
              verb,
              value,
              words: '',
              roomId: zone.room(who).id,
            }),
          ),
        ),
      );
      return results.map((result) => result?.kind ?? 'none').sort();
    };

    describe('assigning', () => {
      it('goes to the first owner who is still here', async () => {
        const zone = await world({ owners: [{ owners: ['网一', '网二'] }] });
        await zone.leaves('网一');
        const id = await zone.reported();
        expect(await zone.taps('值班', id, 'hazard_grade', 'ordinary')).toMatchObject({ owner: '网二' });
      });

      it('waits for the command where no line names anybody', async () => {
        const zone = await world({ owners: [] });
        const id = await zone.reported();
        expect(await zone.taps('值班', id, 'hazard_grade', 'ordinary')).toMatchObject({ owner: null });
        expect((await zone.hazard(id)).state).toBe('graded');
        const other = zone.of('网二').id;
        expect(await zone.taps('值班', id, 'hazard_assign', other)).toEqual({ kind: 'hazard_assigned', owner: '网二' });
        for (const nobody of ['9', '网', '张阿姨', zone.of('张阿姨').id]) {
          expect(await zone.taps('值班', id, 'hazard_assign', nobody)).toEqual({ kind: 'hazard_no_owner' });
        }
      });

      it('goes to whom the button named, however the list has changed since it was drawn', async () => {
        const zone = await world({ owners: [] });
        const id = await zone.reported();
        await zone.taps('值班', id, 'hazard_grade', 'ordinary');
        const drawn = zone.of('网二').id;
        await zone.leaves('网一');
        for (let i = 1; i <= 9; i += 1) await zone.person(`一${String(i)}`, ['grid_worker']);
        expect(await zone.taps('值班', id, 'hazard_assign', drawn)).toMatchObject({ owner: '网二' });
        const gone = zone.of('网一').id;
        expect(await zone.taps('值班', id, 'hazard_assign', gone)).toEqual({ kind: 'hazard_no_owner' });
      });

      it('takes a call sign, a name or both in words, and no name that two people have', async () => {
        const zone = await world({ owners: [] });
        const id = await zone.reported();
        await zone.taps('值班', id, 'hazard_grade', 'ordinary');
        const first = await zone.person('网３号', ['grid_worker']);
        const second = await zone.person('网4', ['grid_worker']);
        for (const { id: twin } of [first, second]) {
          await zone.store.transaction(async (tx) => {
            const person = await tx.people.byId(twin);
            if (person !== null) await tx.people.put({ ...person, name: '王五' });
          });
        }
        expect(await zone.taps('值班', id, 'hazard_assign', '王五')).toEqual({ kind: 'hazard_no_owner' });
        expect(await zone.taps('值班', id, 'hazard_assign', '网3号')).toMatchObject({ owner: '网３号 王五' });
        expect(await zone.taps('值班', id, 'hazard_assign', '网4 王五')).toMatchObject({ owner: '网4 王五' });
      });

      it('tells the command when the owner has no chat', async () => {
        const zone = await world({ owners: [{ owners: ['电话'] }] });
        await zone.person('电话', ['grid_worker'], { mute: true });
        const id = await zone.reported();
        await zone.forget();
        await zone.taps('值班', id, 'hazard_grade', 'ordinary');
        expect(await zone.heard('指挥群')).toContain('undelivered');
      });

      it('keeps the clock when it is handed back and given to somebody else', async () => {
        const zone = await world();
        const id = await zone.accepted();
        const { deadline } = await zone.hazard(id);
        zone.now += 2 * 86_400_000;
        expect(await zone.taps('网一', id, 'hazard_hand_back')).toEqual({ kind: 'hazard_handed_back' });
        expect(await zone.taps('值班', id, 'hazard_assign', '网二')).toMatchObject({ owner: '网二' });
        expect((await zone.hazard(id)).deadline).toEqual(deadline);
      });

      it('lets one of two officers decide, and tells the other', async () => {
        const zone = await world();
        await zone.person('值二', ['duty_officer']);
        const id = await zone.reported();
        const kinds = await atOnce(zone, id, [
          ['值班', 'hazard_reject'],
          ['值二', 'hazard_reject'],
        ]);
        expect(kinds).toEqual(['hazard_already', 'hazard_rejected']);
      });
    });

    describe('accepting', () => {
      it('on the spot is due within a day, and never later than the deadline', async () => {
        const zone = await world();
        const id = await zone.reported();
        await zone.taps('值班', id, 'hazard_grade', 'ordinary');
        expect(await zone.taps('网一', id, 'hazard_accept', 'spot')).toMatchObject({
          handling: 'on_the_spot',
          due: { date: '2026-11-24', clock: '10:00' },
        });
      });

      it('on the spot never makes a short deadline longer', async () => {
        const tight = await world({ onTheSpotHours: 168, ordinaryDays: 1 });
        const other = await tight.reported('李叔', { placeWords: '别处7号' });
        await tight.taps('值班', other, 'hazard_grade', 'ordinary');
        expect(await tight.taps('网一', other, 'hazard_accept', 'spot')).toMatchObject({
          due: { date: '2026-11-24', clock: '17:30' },
        });
      });

      it('a second time is told that it is theirs already', async () => {
        const zone = await world();
        const id = await zone.accepted();
        expect(await zone.taps('网一', id, 'hazard_accept', 'deadline')).toMatchObject({ already: true });
      });

      it('is refused to anybody else', async () => {
        const zone = await world();
        const id = await zone.reported();
        await zone.taps('值班', id, 'hazard_grade', 'ordinary');
        for (const who of ['张阿姨', '网二', '值班', '复查']) {
          expect(await zone.taps(who, id, 'hazard_accept', 'deadline')).toEqual({ kind: 'not_allowed' });
        }
      });
    });

    describe('fixing', () => {
      it('wants a photo of this round, and the next one that comes is it', async () => {
        const zone = await world({ sampleSharePercent: 100 });
        const before = await zone.photo('张阿姨');
        const id = await zone.reported('张阿姨', { fileIds: [before] });
        await zone.taps('值班', id, 'hazard_grade', 'ordinary');
        await zone.taps('网一', id, 'hazard_accept', 'deadline');
        expect(await zone.taps('网一', id, 'hazard_fixed')).toEqual({ kind: 'hazard_photo_wanted' });
        const question = await zone.store.read.rooms.question(zone.room('网一').id, zone.of('网一').id, zone.now);
        expect(question).toMatchObject({ kind: 'hazard_photo', subject: id });
        zone.now += 60_000;
        const photo = await zone.photo('网一');
        const answer = { person: zone.of('网一'), roomId: zone.room('网一').id, words: '', fileIds: [photo] };
        const words = await zone.run((work) =>
          answerQuestion(work, question!, { ...answer, words: '马上', fileIds: [] }),
        );
        expect(words).toBeNull();
        const done = await zone.run((work) => answerQuestion(work, question!, answer));
        expect(done?.result).toEqual({ kind: 'hazard_fixed', checked: true });
        expect(await zone.store.read.rooms.question(zone.room('网一').id, zone.of('网一').id, zone.now)).toBeNull();
        const view = await zone.store.read.hazards.view(id);
        expect(view?.files.map(({ role }) => role)).toEqual(['before', 'after']);
      });

      it('closes an ordinary one that was not drawn, and says so in one message', async () => {
        const zone = await world({ sampleSharePercent: 0 });
        const id = await zone.accepted('ordinary');
        await zone.forget();
        zone.now += 60_000;
        await zone.photo('网一');
        expect(await zone.taps('网一', id, 'hazard_fixed')).toEqual({ kind: 'hazard_fixed', checked: false });
        expect(await zone.heard('张阿姨')).toEqual(['hazard_closed']);
        expect(await zone.heard('复查')).toEqual([]);
        const drawn = (await zone.store.read.trace.of(`hazard:${id}`)).find(({ what }) => what === 'recheck_drawn');
        expect(drawn?.data).toMatchObject({ checked: false, why: 'not_drawn', sharePercent: 0 });
      });

      it('is not done twice by two taps', async () => {
        const zone = await world();
        const id = await zone.accepted('major');
        zone.now += 60_000;
        await zone.photo('网一');
        const kinds = await atOnce(zone, id, [
          ['网一', 'hazard_fixed'],
          ['网一', 'hazard_fixed'],
        ]);
        expect(kinds).toEqual(['hazard_already', 'hazard_fixed']);
      });
    });

    describe('checking', () => {
      it('asks the named checker, never the owner; without one the leader', async () => {
        const zone = await world();
        await zone.fixed();
        expect(await zone.heard('复查')).toEqual(['hazard_check']);
        expect(await zone.heard('网一')).not.toContain('hazard_check');
      });

      it('asks the leader where the zone file names nobody to check', async () => {
        const plain = await world({ checkers: [] });
        await plain.forget();
        const id = await plain.reported('李叔', { placeWords: '别处8号' });
        await plain.taps('值班', id, 'hazard_grade', 'major');
        await plain.taps('网一', id, 'hazard_accept', 'deadline');
        plain.now += 60_000;
        await plain.photo('网一');
        await plain.taps('网一', id, 'hazard_fixed');
        expect(await plain.heard('领导')).toEqual(['hazard_check']);
      });

      it('is never done by whoever did the work, be it an officer', async () => {
        const zone = await world();
        const id = await zone.accepted('major');
        zone.now += 60_000;
        await zone.photo('值班');
        expect(await zone.taps('值班', id, 'hazard_fixed')).toEqual({ kind: 'hazard_fixed', checked: true });
        expect(await zone.taps('值班', id, 'hazard_pass')).toEqual({ kind: 'hazard_own_work' });
        expect(await zone.taps('网一', id, 'hazard_fail')).toEqual({ kind: 'hazard_own_work' });
        expect(await zone.taps('张阿姨', id, 'hazard_pass')).toEqual({ kind: 'not_allowed' });
        expect((await zone.hazard(id)).state).toBe('fixed');
      });

      it('lets one of two checkers decide', async () => {
        const zone = await world();
        const id = await zone.fixed();
        const kinds = await atOnce(zone, id, [
          ['复查', 'hazard_pass'],
          ['领导', 'hazard_fail'],
        ]);
        expect(kinds).toContain('hazard_already');
      });

      it('sends it back with time for the work, and the clock does not count the waiting', async () => {
        const zone = await world({ majorDays: 2 });
        const id = await zone.fixed();
        await zone.forget();
        await zone.until(at('2026-11-26', '10:00'));
        expect(await zone.taps('复查', id, 'hazard_fail', '', '还缺盖子')).toEqual({
          kind: 'hazard_returned',
          due: { date: '2026-11-30', clock: '17:30' },
        });
        const hazard = await zone.hazard(id);
        expect(hazard).toMatchObject({ state: 'accepted', round: 2, fixedAt: null, draw: null });
        expect(hazard.deadline).toMatchObject({ given: 2, paused: 2, extended: 1 });
        expect((await zone.said('网一')).at(-1)).toMatchObject({ kind: 'hazard_order', again: true });
        expect(await zone.heard('张阿姨')).toEqual(['hazard_turn']);
        expect(await zone.taps('网一', id, 'hazard_fixed')).toEqual({ kind: 'hazard_photo_wanted' });
      });
    });

    describe('time', () => {
      it('alarms the owner −1, 0, +1, +3, then the leader, then proposes supervision', async () => {
        const zone = await world();
        const id = await zone.accepted();
        await zone.forget();
        const alarms = async (name: string): Promise<unknown[]> =>
          (await zone.said(name)).flatMap((notice) =>
            notice.kind === 'hazard_overdue' ? [[notice.step.to, notice.lateDays]] : [],
          );
        await zone.until(at('2026-12-04', '12:00'));
        expect(await alarms('网一')).toEqual([
          ['owner', -1],
          ['owner', 0],
          ['owner', 1],
          ['owner', 3],
        ]);
        expect(await alarms('领导')).toEqual([]);
        await zone.until(at('2026-12-15', '12:00'));
        expect(await alarms('领导')).toEqual([
          ['leader', 5],
          ['supervision', 10],
        ]);
        expect(await alarms('指挥群')).toEqual([['supervision', 10]]);
        expect((await zone.hazard(id)).handling).toBe('by_deadline');
        expect(await zone.taps('领导', id, 'hazard_supervise')).toEqual({ kind: 'hazard_supervised' });
        expect((await zone.hazard(id)).handling).toBe('supervised');
      });

      it('replaces an owner who left when the deadline comes up', async () => {
        const zone = await world();
        const id = await zone.accepted();
        await zone.leaves('网一');
        await zone.until(at('2026-11-27', '12:00'));
        const hazard = await zone.hazard(id);
        expect(hazard).toMatchObject({ state: 'assigned', ownerId: zone.of('网二').id });
        expect(hazard.deadline?.dueDate).toBe('2026-11-30');
      });

      it('goes at once to somebody else when its owner is no longer in the zone file', async () => {
        const zone = await world();
        const id = await zone.accepted();
        await zone.leaves('网一');
        await zone.run((work) => releaseOwner(work, zone.of('网一').id));
        await zone.until(zone.now + 60_000);
        expect(await zone.hazard(id)).toMatchObject({ state: 'assigned', ownerId: zone.of('网二').id });
      });

      it('moves by an extension that the leader grants, with a reason', async () => {
        const zone = await world();
        const id = await zone.accepted();
        await zone.forget();
        expect(await zone.taps('网一', id, 'hazard_ask_more', '3')).toEqual({ kind: 'hazard_reason_wanted' });
        const question = await zone.store.read.rooms.question(zone.room('网一').id, zone.of('网一').id, zone.now);
        const asked = await zone.run((work) =>
          answerQuestion(work, question!, {
            person: zone.of('网一'),
            roomId: zone.room('网一').id,
            words: '等配件',
            fileIds: [],
          }),
        );
        expect(asked?.result).toEqual({ kind: 'hazard_more_asked', days: 3 });
        expect(await zone.heard('领导')).toEqual(['hazard_more_asked']);
        expect(await zone.taps('网一', id, 'hazard_extend')).toEqual({ kind: 'not_allowed' });
        expect(await zone.taps('领导', id, 'hazard_extend')).toEqual({
          kind: 'hazard_extended',
          due: { date: '2026-12-03', clock: '17:30' },
        });
        expect(await zone.taps('值班', id, 'hazard_extend')).toMatchObject({ kind: 'hazard_already' });
        expect((await zone.hazard(id)).deadline).toMatchObject({ given: 5, extended: 3 });
        expect(await zone.heard('网一')).toContain('hazard_more_decided');
        expect(await zone.heard('张阿姨')).toEqual(['hazard_turn']);
      });

      it('refuses silly wishes for time', async () => {
        const zone = await world();
        const id = await zone.accepted();
        for (const days of ['0', '-3', '61', '1.5', 'x', '']) {
          expect(await zone.taps('网一', id, 'hazard_ask_more', days, '等')).toEqual({ kind: 'stale' });
        }
      });

      it('stands still while it is stopped, and alarms nobody', async () => {
        const zone = await world();
        const id = await zone.accepted();
        expect(await zone.taps('领导', id, 'hazard_pause')).toEqual({ kind: 'hazard_reason_wanted' });
        expect(await zone.taps('领导', id, 'hazard_pause', '', '台风')).toEqual({ kind: 'hazard_paused' });
        await zone.forget();
        await zone.until(at('2026-12-07', '10:00'));
        expect((await zone.heard('网一')).filter((kind) => kind === 'hazard_overdue')).toEqual([]);
        expect(await zone.taps('领导', id, 'hazard_resume')).toMatchObject({
          due: { date: '2026-12-11', clock: '17:30' },
        });
        expect(await zone.taps('领导', id, 'hazard_resume')).toMatchObject({ kind: 'hazard_already' });
      });

      it('reminds of what nobody has decided, in one message a day', async () => {
        const zone = await world();
        await zone.reported();
        await zone.reported('李叔', { placeWords: '别处3号' });
        await zone.forget();
        await zone.until(at('2026-11-23', '17:00'));
        const said = (await zone.said('指挥群')).filter(({ kind }) => kind === 'hazard_waiting');
        expect(said.length).toBeGreaterThan(0);
        expect(said[0]).toMatchObject({ hazardIds: { length: 2 } });
      });

      it('sends the morning’s list to owners with something due, and to nobody else', async () => {
        const zone = await world();
        await zone.accepted();
        await zone.forget();
        await zone.until(at('2026-11-27', '12:00'));
        expect(await zone.heard('网一')).not.toContain('hazard_digest');
        await zone.until(at('2026-12-02', '08:01'));
        expect(await zone.heard('网一')).toContain('hazard_digest');
        expect(await zone.heard('领导')).toContain('hazard_digest');
        expect(await zone.heard('网二')).toEqual([]);
      });

      it('says one thing about one hazard in a morning: the alarm alone, or the list with its alarms', async () => {
        const zone = await world();
        const first = await zone.accepted();
        const spoken = async (name: string): Promise<string[]> =>
          (await zone.heard(name)).filter((kind) => kind === 'hazard_digest' || kind === 'hazard_overdue');
        await zone.forget();
        const mornings: string[][] = [];
        for (const day of ['11-27', '11-30', '12-01', '12-02']) {
          await zone.until(at(`2026-${day}`, '12:00'));
          mornings.push(await spoken('网一'));
        }
        // One day before, on the day, the day after; then nothing falls due and the list comes.
        expect(mornings).toEqual([['hazard_overdue'], ['hazard_overdue'], ['hazard_overdue'], ['hazard_digest']]);
        const second = await zone.reported('李叔', { placeWords: '别处3号' });
        await zone.taps('值班', second, 'hazard_grade', 'ordinary');
        await zone.taps('网一', second, 'hazard_accept', 'deadline');
        await zone.until(at('2026-12-08', '07:59'));
        await zone.forget();
        // The first is five days late, which is for the leader too; the second is due tomorrow.
        await zone.until(at('2026-12-08', '12:00'));
        const owners = (await zone.said('网一')).filter(({ kind }) => kind !== 'hazard_order');
        const steps = [{ hazardId: second, to: 'owner' }];
        expect(owners).toMatchObject([{ kind: 'hazard_digest', about: 'owned', steps }]);
        await zone.until(at('2026-12-15', '07:59'));
        await zone.forget();
        await zone.until(at('2026-12-15', '12:00'));
        expect((await zone.hazard(first)).alarms).toBeGreaterThan(5);
        expect(await spoken('网一')).toHaveLength(1);
        expect(await spoken('领导')).toHaveLength(1);
        expect((await zone.trace(first)).filter((word) => word === 'overdue').length).toBeGreaterThan(5);
      });

      it('brings what nobody has accepted up in the list alone, where the list names it', async () => {
        const zone = await world();
        for (const [who, placeWords] of [
          ['张阿姨', '上桥村36号'],
          ['李叔', '别处3号'],
        ] as const) {
          await zone.taps('值班', await zone.reported(who, { placeWords }), 'hazard_grade', 'ordinary');
        }
        await zone.until(at('2026-12-02', '07:59'));
        await zone.forget();
        await zone.until(at('2026-12-02', '09:00'));
        expect((await zone.heard('网一')).filter((kind) => kind !== 'hazard_order')).toEqual(['hazard_digest']);
      });

      it('tells groups once a day where the zone wants it so', async () => {
        const zone = await world({ groups: 'digest' });
        await zone.reported('张阿姨', { in: '村群' });
        expect(await zone.heard('村群')).toEqual(['hazard_filed']);
        await zone.until(at('2026-11-24', '08:01'));
        expect(await zone.heard('村群')).toEqual(['hazard_group_digest']);
        await zone.until(at('2026-11-25', '08:01'));
        expect(await zone.heard('村群')).toEqual([]);
      });
    });

    describe('two that are one', () => {
      it('go on as the older, with the sooner deadline, and come apart again as they were', async () => {
        const zone = await world();
        const first = await zone.reported('张阿姨');
        zone.now += 60_000;
        const second = await zone.reported('李叔', { placeWords: '别处5号' });
        await zone.taps('值班', second, 'hazard_grade', 'ordinary');
        const before = await zone.hazard(second);
        const number = (await zone.hazard(first)).number;
        await zone.forget();
        expect(await zone.taps('值班', second, 'hazard_merge', number.slice(2))).toEqual({
          kind: 'hazard_merged',
          into: number,
        });
        expect(await zone.hazard(second)).toMatchObject({ state: 'closed', outcome: 'merged', mergedIntoId: first });
        expect(await zone.hazard(first)).toMatchObject({ state: 'assigned', dueAt: before.dueAt });
        expect(await zone.store.read.hazards.reports(first)).toHaveLength(2);
        expect(await zone.heard('李叔')).toEqual(['hazard_turn']);
        zone.now += 86_400_000;
        expect(await zone.taps('值班', first, 'hazard_split')).toEqual({ kind: 'hazard_split', number: before.number });
        expect(await zone.hazard(second)).toMatchObject({
          state: 'assigned',
          dueAt: before.dueAt,
          terms: before.terms,
        });
        expect(await zone.store.read.hazards.reports(first)).toHaveLength(1);
      });

      it('are merged by one of two who tap at once', async () => {
        const zone = await world();
        const first = await zone.reported('张阿姨');
        const second = await zone.reported('李叔', { placeWords: '别处5号' });
        const [a, b] = [await zone.hazard(first), await zone.hazard(second)];
        const tap = (token: Token, value: string) =>
          zone.store.transaction((tx) =>
            takeHazardTap(zone.work(tx), token, {
              person: zone.of('值班'),
              verb: 'hazard_merge',
              value,
              words: '',
              roomId: null,
            }),
          );
        const kinds = (await Promise.all([tap(a.token, b.number.slice(2)), tap(b.token, a.number.slice(2))])).map(
          (result) => result?.kind,
        );
        expect(kinds.filter((kind) => kind === 'hazard_merged')).toHaveLength(1);
      });

      it('let a witness say that theirs is another one', async () => {
        const zone = await world();
        const id = await zone.reported('张阿姨', { kinds: ['road'], position: north(300), placeWords: '' });
        await zone.tells('李叔', '井盖', { kinds: ['road'], position: north(310) });
        const apart = await zone.taps('李叔', id, 'hazard_split');
        expect(apart).toEqual({ kind: 'hazard_split', number: 'H-2611-0002' });
        const own = await zone.store.read.hazards.byNumber('H-2611-0002');
        expect(own).toMatchObject({ state: 'reported', reportedAt: monday, words: '井盖' });
        expect(await zone.taps('张阿姨', id, 'hazard_split')).toEqual({ kind: 'stale' });
      });

      it('are only asked about when photos look alike', async () => {
        const zone = await world();
        const first = await zone.reported('张阿姨');
        const second = await zone.reported('李叔', { placeWords: '别处5号' });
        await zone.forget();
        expect(await zone.run((work) => noteSimilarPhoto(work, first, second))).toBe(true);
        expect(await zone.heard('指挥群')).toEqual(['hazard_twin']);
        expect((await zone.hazard(second)).state).toBe('reported');
      });
    });

    describe('the reporter', () => {
      it('opens it again with one tap, the owner has it at once, and is not asked twice if content', async () => {
        const zone = await world();
        const id = await zone.fixed();
        await zone.taps('复查', id, 'hazard_pass');
        await zone.forget();
        await zone.later({ days: 3 });
        expect(await zone.taps('张阿姨', id, 'hazard_reopen')).toEqual({ kind: 'hazard_reopened' });
        expect(await zone.hazard(id)).toMatchObject({ state: 'assigned', round: 2, closedAt: null, outcome: null });
        expect(await zone.said('网一')).toMatchObject([{ kind: 'hazard_order', again: true }]);
        await zone.taps('网一', id, 'hazard_accept', 'deadline');
        zone.now += 60_000;
        await zone.photo('网一');
        expect(await zone.taps('网一', id, 'hazard_fixed')).toEqual({ kind: 'hazard_fixed', checked: true });
        await zone.taps('复查', id, 'hazard_pass');
        expect((await zone.said('张阿姨')).at(-1)).toMatchObject({ kind: 'hazard_closed', ask: false });
      });

      it('cannot open it again after the days for it', async () => {
        const zone = await world();
        const id = await zone.fixed();
        await zone.taps('复查', id, 'hazard_pass');
        await zone.later({ days: 31 });
        expect(await zone.taps('张阿姨', id, 'hazard_reopen')).toMatchObject({
          kind: 'hazard_already',
          state: 'closed',
        });
      });

      it('takes back what was a mistake, while nobody works on it', async () => {
        const zone = await world();
        const id = await zone.reported();
        expect(await zone.taps('李叔', id, 'hazard_withdraw')).toEqual({ kind: 'not_allowed' });
        expect(await zone.taps('张阿姨', id, 'hazard_withdraw')).toEqual({ kind: 'hazard_withdrawn' });
        expect(await zone.hazard(id)).toMatchObject({ state: 'closed', outcome: 'withdrawn' });
        expect(await zone.taps('张阿姨', id, 'hazard_withdraw')).toMatchObject({ kind: 'hazard_already' });
        const other = await zone.accepted();
        expect(await zone.taps('张阿姨', other, 'hazard_withdraw')).toMatchObject({ kind: 'hazard_already' });
      });

      it('takes back only the own telling when others saw it too', async () => {
        const zone = await world();
        const id = await zone.reported('张阿姨', { kinds: ['road'], position: north(300), placeWords: '' });
        await zone.tells('李叔', '井盖', { kinds: ['road'], position: north(310) });
        expect(await zone.taps('张阿姨', id, 'hazard_withdraw')).toEqual({ kind: 'hazard_withdrawn_own' });
        await zone.forget();
        await zone.taps('值班', id, 'hazard_reject');
        expect(await zone.heard('张阿姨')).toEqual([]);
        expect(await zone.heard('李叔')).toEqual(['hazard_turn']);
      });

      it('asks how it goes: the owner hears once a day, the state is told each time', async () => {
        const zone = await world();
        const id = await zone.accepted();
        await zone.forget();
        for (let i = 0; i < 3; i += 1) {
          expect(await zone.taps('张阿姨', id, 'hazard_chase')).toMatchObject({ state: 'accepted' });
        }
        const slots = await zone.store.read.outbox.history(zone.room('网一').id, 100);
        const chased = slots.filter(({ notice }) => notice.kind === 'hazard_chased');
        expect(new Set(chased.map(({ slot }) => slot)).size).toBe(1);
      });

      it('is found again by words, and asked which of several', async () => {
        const zone = await world();
        const first = await zone.accepted();
        const second = await zone.reported('李叔', {
          words: '配电箱没有门',
          kinds: ['electrical'],
          placeWords: '别处5号',
        });
        await zone.taps('值班', second, 'hazard_grade', 'ordinary');
        await zone.taps('网一', second, 'hazard_accept', 'deadline');
        await zone.forget();
        const ask = (words: string, kinds: readonly 'electrical'[] = []) =>
          zone.run((work) =>
            whichHazard(work, {
              person: zone.of('网一'),
              roomId: zone.room('网一').id,
              verb: 'hazard_fixed',
              quotedId: null,
              hint: { number: null, kinds, placeId: null, placeWords: '', words },
            }),
          );
        expect(await ask('配电箱弄好了', ['electrical'])).toMatchObject({ id: second });
        expect(await ask('灭火器换好了')).toMatchObject({ id: first });
        expect(await ask('弄好了')).toEqual({ kind: 'hazard_which' });
        expect(await zone.heard('网一')).toEqual(['hazard_which']);
      });

      it('gets the own list in the direct chat, also when asked in a group', async () => {
        const zone = await world();
        await zone.accepted();
        await zone.forget();
        const room = zone.room('村群');
        expect(await zone.run((work) => listHazards(work, zone.of('网一'), room))).toBe(true);
        expect(await zone.said('网一')).toMatchObject([{ kind: 'hazard_list', about: 'owned' }]);
        expect(await zone.heard('村群')).toEqual([]);
        await zone.run((work) => listHazards(work, zone.of('张阿姨'), zone.room('张阿姨')));
        expect((await zone.said('张阿姨')).at(-1)).toMatchObject({ about: 'reported' });
      });
    });

    it('never names a reporter in a notice to a group or in the trace of an anonymous report', async () => {
      const zone = await world({ ordinaryDays: 1 });
      const id = await zone.reported('张阿姨', { in: '村群', anonymous: true });
      await zone.taps('值班', id, 'hazard_grade', 'ordinary');
      await zone.taps('网一', id, 'hazard_accept', 'deadline');
      await zone.taps('张阿姨', id, 'hazard_chase');
      zone.now += 60_000;
      await zone.photo('网一');
      await zone.taps('网一', id, 'hazard_fixed');
      await zone.later({ days: 1 });
      await zone.taps('复查', id, 'hazard_pass');
      await zone.taps('张阿姨', id, 'hazard_rate', 'bad');
      await zone.taps('张阿姨', id, 'hazard_reopen');
      const teller = zone.of('张阿姨').id;
      for (const name of [...groups, '指挥群', '网一', '复查', '领导']) {
        const said = await zone.store.read.outbox.history(zone.room(name).id, 1_000);
        // Who hears the answer to their own words in a group is its reader; nothing in what is said names them.
        expect(JSON.stringify(said.map(({ notice }) => notice))).not.toContain(teller);
      }
      const trace = await zone.store.read.trace.of(`hazard:${id}`);
      expect(trace.length).toBeGreaterThan(5);
      expect(trace.filter(({ actorId }) => actorId === teller)).toEqual([]);
      expect(JSON.stringify(trace)).not.toContain(teller);
    });

    it('does nothing for forged tokens, verbs and values', async () => {
      const zone = await world();
      const id = await zone.reported();
      const act = { person: zone.of('值班'), value: '', words: '', roomId: null };
      const forged = await zone.run((work) =>
        takeHazardTap(work, 'nosuchtoken00000' as Token, { ...act, verb: 'hazard_grade' }),
      );
      expect(forged).toBeNull();
      expect(await zone.taps('值班', id, 'hazard_grade', 'extreme')).toEqual({ kind: 'stale' });
      expect(await zone.taps('值班', id, 'hazard_merge', '2611-9999')).toEqual({ kind: 'stale' });
      expect(await zone.taps('值班', id, 'hazard_merge', "'; drop")).toEqual({ kind: 'stale' });
      expect(await zone.taps('值班', id, 'hazard_kind', 'dragon')).toEqual({ kind: 'stale' });
      expect(await zone.taps('值班', id, 'hazard_file')).toEqual({ kind: 'not_allowed' });
      expect((await zone.hazard(id)).state).toBe('reported');
    });
  });
});
