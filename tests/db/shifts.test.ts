import { describe, expect, test } from 'vitest';
import type { Person, Room, Team } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { takesMessages } from '../../core/shift.ts';
import type { Shift, ShiftPerson, ShiftState } from '../../core/shift.ts';
import {
  checkInOf,
  findOf,
  knownTeam,
  logLineOf,
  shiftAt,
  shiftOf,
  shiftPersonOf,
  shiftPointOf,
  shiftRequestOf,
} from '../support/shift-factory.ts';
import { eachEngine } from '../support/stores.ts';
import { knownPerson, knownRoom } from './samples.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('shifts', () => {
  eachEngine((database) => {
    /** A shift of a team with these people and so many points, which the store knows. */
    const added = async (
      given: Partial<Shift>,
      { people = [], points = 0 }: { people?: readonly Person[]; points?: number } = {},
    ): Promise<ShiftView> => {
      const shift = shiftOf(given);
      const teamId = shift.teamIds[0];
      const view = {
        shift,
        people: teamId ? people.map(({ id }) => shiftPersonOf({ shiftId: shift.id, personId: id, teamId })) : [],
        points: Array.from({ length: points }, (_, i) => shiftPointOf({ shiftId: shift.id, n: i + 1 })),
      };
      expect(await database.store.transaction((tx) => tx.shifts.add(view))).toBe(true);
      return view;
    };
    const change = (shift: Shift): Promise<void> => database.store.transaction((tx) => tx.shifts.put(shift));
    const crew = async (): Promise<{ first: Person; second: Person; team: Team; room: Room }> => {
      const first = await knownPerson(database.store);
      const second = await knownPerson(database.store);
      const team = await knownTeam(database.store, { memberIds: [first.id, second.id] });
      const room = await knownRoom(database.store, { kind: 'group', teamId: team.id });
      return { first, second, team, room };
    };
    const names = (views: readonly ShiftView[]): string[] => views.map(({ shift }) => shift.name);

    test('come back as they were written, with every field', async () => {
      const { first, second, team } = await crew();
      const guest = await knownPerson(database.store);
      const shift = shiftOf({
        rosterCode: 'XQ-01',
        state: 'closing',
        teamIds: [team.id],
        gear: [{ item: '车钥匙', count: 2, taken: 1, returned: null }],
        handover: {
          toShiftId: shiftOf().id,
          givenById: first.id,
          givenAt: shiftAt,
          takenById: null,
          takenAt: null,
          missing: [{ item: '手电', count: 1 }],
          words: '少一个手电',
        },
        heardAt: shiftAt + 1,
        distanceKm: 4.5,
        remarks: '一切正常',
        endedAt: shiftAt + 2,
        welfare: { step: 'second', askedId: second.id, askedAt: shiftAt },
      });
      const of = { shiftId: shift.id, teamId: team.id };
      const people = [
        shiftPersonOf({ ...of, personId: second.id, state: 'present', musteredAt: shiftAt, door: 'photo' }),
        shiftPersonOf({ ...of, personId: first.id, state: 'leave', lateMinutes: 10, leftAt: shiftAt, minutes: 180 }),
        shiftPersonOf({ ...of, personId: guest.id, standsInForId: first.id, guest: true }),
      ];
      const points = [
        shiftPointOf({ shiftId: shift.id, n: 1, notBeforeAt: shiftAt, proof: true, task: '看消防栓' }),
        shiftPointOf({ shiftId: shift.id, n: 2, state: 'excused', askedAt: 1, toldAt: 2, why: '水淹了' }),
      ];
      const view = { shift, people, points };
      await database.store.transaction((tx) => tx.shifts.add(view));
      const { shifts } = database.store.read;
      expect(await shifts.view(shift.id)).toEqual(view);
      expect(await database.store.transaction((tx) => tx.shifts.lock(shift.id))).toEqual(view);
      expect(await shifts.byId(shift.id)).toEqual(shift);
      expect(await shifts.byToken(shift.token)).toEqual(shift);
      expect(await shifts.ofRoster('XQ-01', shift.date)).toEqual(shift);
      const other = { ...shift, state: 'ended', remarks: '', distanceKm: null, welfare: null } as const;
      await change(other);
      expect(await shifts.view(shift.id)).toEqual({ ...view, shift: other });
      expect(await shifts.view(shiftOf().id)).toBeNull();
    });

    test('are planned once for a roster and a day, however often and by however many', async () => {
      const plan = (given: Partial<Shift>): Promise<boolean> =>
        database.store.transaction((tx) => tx.shifts.add({ shift: shiftOf(given), people: [], points: [] }));
      const roster = { rosterCode: 'XQ-01', date: '2026-11-23' };
      const planned = await Promise.all([plan(roster), plan(roster), plan(roster)]);
      expect(planned.filter(Boolean)).toHaveLength(1);
      expect(await plan({ ...roster, name: '另一个' })).toBe(false);
      expect(await plan({ ...roster, date: '2026-11-24' })).toBe(true);
      expect(await plan({ ...roster, rosterCode: 'XQ-02' })).toBe(true);
      // Temporary ones have no roster that could have one already.
      expect(await plan({ date: roster.date })).toBe(true);
      expect(await plan({ date: roster.date })).toBe(true);
    });

    test('that are there already keep their people and points', async () => {
      const { first, second, team } = await crew();
      const given = { rosterCode: 'XQ-01', teamIds: [team.id] };
      const view = await added(given, { people: [first], points: 2 });
      const again = shiftOf(given);
      const people = [shiftPersonOf({ shiftId: again.id, personId: second.id, teamId: team.id })];
      const refused = { shift: again, people, points: [shiftPointOf({ shiftId: again.id, n: 1 })] };
      expect(await database.store.transaction((tx) => tx.shifts.add(refused))).toBe(false);
      expect(await database.store.read.shifts.view(view.shift.id)).toEqual(view);
      expect(await database.store.read.shifts.view(again.id)).toBeNull();
    });

    test('have people in the order of the list, who is new after them, guests last', async () => {
      const { first, second, team } = await crew();
      const [guest, late] = [await knownPerson(database.store), await knownPerson(database.store)];
      const { shift } = await added({ teamIds: [team.id] }, { people: [second, first] });
      const put = (parts: Pick<ShiftPerson, 'personId'> & Partial<ShiftPerson>): Promise<void> =>
        database.store.transaction((tx) =>
          tx.shifts.putPerson(shiftPersonOf({ shiftId: shift.id, teamId: team.id, ...parts })),
        );
      await put({ personId: guest.id, guest: true });
      await put({ personId: late.id, standsInForId: first.id });
      await put({ personId: second.id, state: 'present', door: 'words', musteredAt: shiftAt });
      const order = async (): Promise<string[]> =>
        (await database.store.read.shifts.view(shift.id))?.people.map(({ personId }) => personId) ?? [];
      expect(await order()).toEqual([second.id, first.id, late.id, guest.id]);
      expect((await database.store.read.shifts.view(shift.id))?.people[0]).toMatchObject({ state: 'present' });
      await database.store.transaction((tx) => tx.shifts.removePerson(shift.id, first.id));
      expect(await order()).toEqual([second.id, late.id, guest.id]);
      await expect(put({ personId: guest.id, shiftId: shiftOf().id })).rejects.toThrow('There is no shift');
    });

    test('have points that change one by one, or all of them', async () => {
      const { shift, points } = await added({}, { points: 70 });
      const seen = { ...shiftPointOf({ shiftId: shift.id, n: 69 }), state: 'seen' } as const;
      const more = shiftPointOf({ shiftId: shift.id, n: 71 });
      await database.store.transaction(async (tx) => {
        await tx.shifts.putPoint(seen);
        await tx.shifts.putPoint(more);
      });
      const read = async () => (await database.store.read.shifts.view(shift.id))?.points;
      expect(await read()).toEqual([...points.slice(0, 68), seen, points[69], more]);
      const few = [shiftPointOf({ shiftId: shift.id, n: 1, name: '东门' })];
      await database.store.transaction((tx) => tx.shifts.setPoints(shift.id, few));
      expect(await read()).toEqual(few);
      await database.store.transaction((tx) => tx.shifts.setPoints(shift.id, []));
      expect(await read()).toEqual([]);
    });

    test('that are locked are changed by one after the other, and nothing of it is lost', async () => {
      const { shift } = await added({ distanceKm: 0 }, { points: 10 });
      const walk = (n: number): Promise<void> =>
        database.store.transaction(async (tx) => {
          const view = await tx.shifts.lock(shift.id);
          const point = view?.points.find(({ state }) => state === 'open');
          if (!view || !point) throw new Error(`Nothing is left for ${String(n)}`);
          await tx.shifts.putPoint({ ...point, state: 'seen' });
          await tx.shifts.put({ ...view.shift, distanceKm: (view.shift.distanceKm ?? 0) + 1 });
        });
      await Promise.all(Array.from({ length: 10 }, (_, i) => walk(i)));
      const view = await database.store.read.shifts.view(shift.id);
      expect(view?.shift.distanceKm).toBe(10);
      expect(view?.points.every(({ state }) => state === 'seen')).toBe(true);
    });

    test('that run are found by their beginning', async () => {
      const later = await added({ name: '晚', state: 'closing', startsAt: shiftAt + hour });
      const earlier = await added({ name: '早', state: 'running' });
      for (const state of ['planned', 'ended', 'cancelled', 'unstaffed'] as const) await added({ state });
      expect(await database.store.read.shifts.running()).toEqual([earlier.shift, later.shift]);
    });

    test('between two instants are those that begin then and were not cancelled, of a team, a person or all', async () => {
      const { first, second, team } = await crew();
      const other = await knownTeam(database.store);
      const joint = { teamIds: [other.id, team.id] };
      await added({ name: '二', ...joint, startsAt: shiftAt + day, state: 'unstaffed' }, { people: [first] });
      const one = await added({ name: '一', teamIds: [team.id] }, { people: [first, second], points: 3 });
      await added({ name: '取消', teamIds: [team.id], state: 'cancelled' }, { people: [first] });
      await added({ name: '别队', teamIds: [other.id] });
      await added({ name: '以后', teamIds: [team.id], startsAt: shiftAt + 2 * day }, { people: [first] });
      await added({ name: '以前', teamIds: [team.id], startsAt: shiftAt - 1 }, { people: [first] });
      const { shifts } = database.store.read;
      const [from, to] = [shiftAt, shiftAt + 2 * day];
      expect(names(await shifts.between(from, to))).toEqual(['一', '别队', '二']);
      expect(names(await shifts.between(from, to, { teamId: team.id }))).toEqual(['一', '二']);
      expect(names(await shifts.between(from, to, { teamId: other.id }))).toEqual(['别队', '二']);
      expect(names(await shifts.between(from, to, { personId: first.id }))).toEqual(['一', '二']);
      expect(await shifts.between(from, to, { personId: second.id })).toEqual([one]);
      expect(await shifts.between(to + day, to + 2 * day)).toEqual([]);
    });

    test('are found by their teams as these stand now, and by when they begin now', async () => {
      const { first, team } = await crew();
      const other = await knownTeam(database.store);
      const { shift } = await added({ teamIds: [team.id] }, { people: [first] });
      await change({ ...shift, teamIds: [other.id], startsAt: shiftAt + day });
      const { shifts } = database.store.read;
      const between = (from: number, whose: Parameters<typeof shifts.between>[2]) =>
        shifts.between(from, from + hour, whose);
      expect(await between(shiftAt, { teamId: team.id })).toEqual([]);
      expect(await between(shiftAt + day, { teamId: team.id })).toEqual([]);
      expect(await between(shiftAt + day, { teamId: other.id })).toHaveLength(1);
      expect(await between(shiftAt, { personId: first.id })).toEqual([]);
      expect(await between(shiftAt + day, { personId: first.id })).toHaveLength(1);
      expect(await shifts.current(first.id, other.id, shiftAt)).toEqual([]);
      expect(await shifts.current(first.id, null, shiftAt + day - hour)).toHaveLength(1);
    });

    test('of the moment: what runs of their own, what begins within the hour, then the room’s', async () => {
      const { first, second, team } = await crew();
      const other = await knownTeam(database.store);
      const own = { people: [first] };
      await added({ name: '队里待命', teamIds: [team.id], startsAt: shiftAt + minute }, { people: [second] });
      await added({ name: '队里在巡', teamIds: [team.id], state: 'running' }, { people: [second] });
      await added({ name: '请假的', teamIds: [other.id], state: 'running' }, own);
      await added({ name: '快开始', teamIds: [other.id], startsAt: shiftAt + hour }, own);
      await added({ name: '收队', teamIds: [other.id], state: 'closing' }, { ...own, points: 2 });
      await added({ name: '早着呢', teamIds: [team.id], startsAt: shiftAt + hour + 1 }, own);
      for (const state of ['ended', 'cancelled', 'unstaffed'] as const)
        await added({ name: state, teamIds: [team.id], state }, own);
      const { shifts } = database.store.read;
      const excused = (await shifts.between(shiftAt, shiftAt + 1)).find(({ shift }) => shift.name === '请假的');
      for (const person of excused?.people ?? [])
        await database.store.transaction((tx) => tx.shifts.putPerson({ ...person, state: 'leave' }));
      const ownOnes = ['收队', '快开始', '请假的'];
      expect(names(await shifts.current(first.id, team.id, shiftAt))).toEqual([...ownOnes, '队里在巡', '队里待命']);
      expect(names(await shifts.current(first.id, null, shiftAt))).toEqual(ownOnes);
      expect((await shifts.current(first.id, null, shiftAt))[0]?.points).toHaveLength(2);
      expect(names(await shifts.current(second.id, null, shiftAt))).toEqual(['队里在巡', '队里待命']);
      expect(await shifts.current((await knownPerson(database.store)).id, null, shiftAt)).toEqual([]);
    });

    test('of the moment are exactly those that take messages, whatever became of them since they were planned', async () => {
      const { first, team } = await crew();
      const states = ['planned', 'running', 'closing', 'ended', 'cancelled', 'unstaffed'] as const;
      const { shift } = await added({ teamIds: [team.id] }, { people: [first] });
      for (const [from, to] of states.flatMap((one) => states.map((other): [ShiftState, ShiftState] => [one, other]))) {
        await change({ ...shift, state: from });
        const changed = { ...shift, state: to };
        await change(changed);
        for (const now of [shiftAt - hour - 1, shiftAt - hour, shiftAt + day]) {
          const found = await database.store.read.shifts.current(first.id, team.id, now);
          expect([from, to, now, found.length]).toEqual([from, to, now, takesMessages(changed, now) ? 1 : 0]);
        }
      }
    });

    test('keep their check-ins in the order in which they came, found by message and album', async () => {
      const { first, second, team, room } = await crew();
      const { shift } = await added({ teamIds: [team.id], state: 'running' }, { people: [first] });
      const of = { shiftId: shift.id, personId: first.id, roomId: room.id };
      const later = checkInOf({ ...of, receivedAt: shiftAt + 2, messageId: 'm2', albumId: 'a', state: 'repeat' });
      const sooner = checkInOf({
        ...of,
        n: null,
        state: 'extra',
        source: 'caption',
        byId: second.id,
        receivedAt: shiftAt + 1,
        at: shiftAt - hour,
        afterwards: true,
        words: '替老哥打卡',
        ok: false,
        photos: 3,
        position: { lat: 28.9, lon: 120.05 },
        distanceMetres: 12.5,
        doubts: [{ kind: 'far_away', score: 0.5, fact: '400' }],
        messageId: 'm1',
      });
      await database.store.transaction(async (tx) => {
        await tx.shifts.addCheckIn(later);
        await tx.shifts.addCheckIn(sooner);
      });
      const { shifts } = database.store.read;
      expect(await shifts.checkIns(shift.id)).toEqual([sooner, later]);
      expect(await shifts.checkIn(later.id)).toEqual(later);
      expect(await shifts.checkInByToken(sooner.token)).toEqual(sooner);
      expect(await shifts.checkInByMessage(room.id, 'm1')).toEqual(sooner);
      expect(await shifts.checkInByAlbum(room.id, 'a')).toEqual(later);
      expect(await shifts.checkInByMessage((await knownRoom(database.store)).id, 'm1')).toBeNull();
      expect(await shifts.checkInByAlbum(room.id, 'b')).toBeNull();
      const amended = checkInOf({ ...of, receivedAt: shiftAt + 3, messageId: 'm1', n: 2, replacesId: sooner.id });
      const replaced = { ...sooner, state: 'replaced' } as const;
      await database.store.transaction(async (tx) => {
        await tx.shifts.putCheckIn(replaced);
        await tx.shifts.addCheckIn(amended);
      });
      expect(await shifts.checkIns(shift.id)).toEqual([replaced, later, amended]);
      expect(await shifts.checkInByMessage(room.id, 'm1')).toEqual(amended);
    });

    test('keep requests; open are those that are asked or agreed, oldest first', async () => {
      const { first, second, team } = await crew();
      const { shift } = await added({ teamIds: [team.id] });
      const of = { shiftId: shift.id, personId: first.id };
      const swap = shiftRequestOf({ ...of, kind: 'swap', withPersonId: second.id, withShiftId: shift.id });
      const older = shiftRequestOf({ ...of, state: 'agreed', askedAt: swap.askedAt - 1 });
      const refused = shiftRequestOf({ ...of, state: 'refused', decidedById: second.id, decidedAt: shiftAt });
      const put = (...requests: (typeof swap)[]): Promise<void> =>
        database.store.transaction(async (tx) => {
          for (const request of requests) await tx.shifts.putRequest(request);
        });
      await put(swap, older, refused);
      const { shifts } = database.store.read;
      expect(await shifts.openRequests(shift.id)).toEqual([older, swap]);
      expect(await shifts.request(refused.id)).toEqual(refused);
      const granted = { ...older, state: 'granted', decidedById: second.id, decidedAt: shiftAt } as const;
      await put(granted);
      expect(await shifts.requestByToken(older.token)).toEqual(granted);
      expect(await shifts.openRequests(shift.id)).toEqual([swap]);
    });

    test('keep finds, log and the way that was walked', async () => {
      const { first, team, room } = await crew();
      const { shift } = await added({ teamIds: [team.id] });
      const of = { shiftId: shift.id, personId: first.id };
      const told = findOf({ ...of, roomId: room.id, position: { lat: 1, lon: 2 }, messageId: 'm' });
      const noted = { ...told, state: 'noted', decidedById: first.id, decidedAt: shiftAt } as const;
      const loose = findOf({ ...of, roomId: room.id, shiftId: null, kind: 'lost' });
      const lines = [logLineOf(of), logLineOf({ ...of, n: 2, kind: 'passed_on', words: '转供电所' })] as const;
      const closed = { ...lines[0], open: false };
      const track = [2, 1].map((at) => ({ ...of, at: shiftAt + at, lat: 28.9, lon: 120 + at }));
      await database.store.transaction(async (tx) => {
        for (const find of [told, loose, noted]) await tx.shifts.putFind(find);
        for (const line of [lines[1], lines[0]]) await tx.shifts.addLogLine(line);
        await tx.shifts.putLogLine(closed);
        // A position that is delivered twice is one.
        for (const point of [...track, ...track]) await tx.shifts.addTrackPoint(point);
      });
      const { shifts } = database.store.read;
      expect(await shifts.finds(shift.id)).toEqual([noted]);
      expect(await shifts.find(loose.id)).toEqual(loose);
      expect(await shifts.findByToken(told.token)).toEqual(noted);
      expect(await shifts.log(shift.id)).toEqual([closed, lines[1]]);
      expect(await shifts.track(shift.id)).toEqual(track.toReversed());
      expect(await database.store.transaction((tx) => tx.shifts.forgetTracks(shiftAt + 2))).toBe(1);
      expect(await shifts.track(shift.id)).toEqual([track[0]]);
    });

    test('add up to months: what has ended and who came, points by counted check-ins', async () => {
      const { first, second, team, room } = await crew();
      const other = await knownTeam(database.store);
      const night = async (given: Partial<Shift>, people: readonly Partial<ShiftPerson>[], points: number[] = []) => {
        const shift = shiftOf({ teamIds: [team.id, other.id], state: 'ended', endedAt: shiftAt, ...given });
        const [one, two] = [first, second].map(({ id }, i) =>
          shiftPersonOf({ shiftId: shift.id, personId: id, teamId: team.id, state: 'present', ...people[i] }),
        );
        const view = { shift, people: [one, two].filter((person) => person !== undefined), points: [] };
        await database.store.transaction(async (tx) => {
          await tx.shifts.add(view);
          const of = { shiftId: shift.id, personId: first.id, roomId: room.id };
          for (const n of points) await tx.shifts.addCheckIn(checkInOf({ ...of, n }));
          for (const state of ['repeat', 'extra', 'asked', 'replaced', 'void'] as const)
            await tx.shifts.addCheckIn(checkInOf({ ...of, n: 9, state }));
        });
      };
      await night({}, [{ minutes: 180 }, { minutes: 175 }], [1, 2, 2, 3]);
      await night({ startsAt: shiftAt + day }, [{ minutes: 60 }, { teamId: other.id }], [1]);
      await night({ startsAt: shiftAt + day }, [{ state: 'absent' }, { state: 'leave' }]);
      await night({ state: 'running' }, [], [1]);
      await night({ startsAt: shiftAt + 2 * day }, [{ minutes: 60 }], [1]);
      const { shifts } = database.store.read;
      const [from, to] = [shiftAt, shiftAt + 2 * day];
      const ofFirst = { personId: first.id, teamId: team.id, shifts: 2, minutes: 240, points: 4 };
      const ofSecond = { personId: second.id, teamId: team.id, shifts: 1, minutes: 175, points: 0 };
      const elsewhere = { personId: second.id, teamId: other.id, shifts: 1, minutes: 0, points: 0 };
      expect(await shifts.months(from, to)).toEqual([ofFirst, ofSecond, elsewhere]);
      expect(await shifts.months(from, to, { teamId: team.id })).toEqual([ofFirst, ofSecond]);
      expect(await shifts.months(from, to, { teamId: other.id })).toEqual([elsewhere]);
      expect(await shifts.months(from, to, { personId: second.id })).toEqual([ofSecond, elsewhere]);
      expect(await shifts.months(to + day, to + 2 * day)).toEqual([]);
    });

    test('have one calendar’s address for a person or a team: a new one makes the old one useless', async () => {
      const { first, team } = await crew();
      const feed = (token: string, whose: { personId: Person['id'] } | { teamId: Team['id'] }) =>
        ({ token: token as Shift['token'], personId: null, teamId: null, madeAt: shiftAt, ...whose }) as const;
      const own = feed('own', { personId: first.id });
      const ofTeam = feed('team', { teamId: team.id });
      const fresh = { ...feed('fresh', { personId: first.id }), madeAt: shiftAt + 1 };
      await database.store.transaction(async (tx) => {
        for (const one of [own, ofTeam, fresh]) await tx.shifts.putFeed(one);
      });
      const { shifts } = database.store.read;
      expect(await shifts.feed(own.token)).toBeNull();
      expect(await shifts.feed(fresh.token)).toEqual(fresh);
      expect(await shifts.feedOf({ personId: first.id })).toEqual(fresh);
      expect(await shifts.feedOf({ teamId: team.id })).toEqual(ofTeam);
      expect(await shifts.feedOf({ personId: (await knownPerson(database.store)).id })).toBeNull();
      const nobodys = feed('nobodys', {} as never);
      await expect(database.store.transaction((tx) => tx.shifts.putFeed(nobodys))).rejects.toThrow();
    });
  });
});
