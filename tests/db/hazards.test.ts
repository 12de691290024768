import { describe, expect, test } from 'vitest';
import type { Hazard } from '../../core/hazard.ts';
import type { HazardId } from '../../core/ids.ts';
import { placeOf } from '../support/incident-factory.ts';
import { draftOf, hazardAt, hazardOf, hazardReportOf } from '../support/hazard-factory.ts';
import { eachEngine } from '../support/stores.ts';
import { knownPerson, knownRoom } from './samples.ts';

const metre = 1 / 111_195;
const spot = { lat: 28.905, lon: 120.055 };
const north = (metres: number): { lat: number; lon: number } => ({ lat: spot.lat + metres * metre, lon: spot.lon });

describe('hazards', () => {
  eachEngine((database) => {
    const add = async (...hazards: Hazard[]): Promise<void> => {
      await database.store.transaction(async (tx) => {
        for (const hazard of hazards) await tx.hazards.add(hazard);
      });
    };
    const ids = (hazards: readonly Hazard[]): HazardId[] => hazards.map(({ id }) => id);

    test('come back as they were written, with every field', async () => {
      const person = await knownPerson(database.store);
      const hazard = hazardOf({
        state: 'accepted',
        grade: 'major',
        handling: 'on_the_spot',
        position: spot,
        people: 20,
        ownerId: person.id,
        terms: {
          startAt: hazardAt,
          given: { unit: 'working_days', count: 5 },
          extensions: [{ why: 'granted', days: 2, reason: '等配件', byId: person.id, at: hazardAt }],
          pauses: [{ why: 'asked', from: hazardAt, to: null, reason: '台风' }],
        },
        deadline: {
          unit: 'working_days',
          startAt: hazardAt,
          startDate: '2026-11-23',
          given: 5,
          extended: 2,
          paused: 0,
          notable: [{ date: '2026-11-28', why: 'weekend', name: '' }],
          dueDate: null,
          dueAt: null,
        },
        asked: { days: 3, reason: '下雨', at: hazardAt },
        draw: { checked: true, why: 'major', lot: null, sharePercent: 20 },
      });
      await add(hazard);
      const { read } = database.store;
      expect(await read.hazards.byId(hazard.id)).toEqual(hazard);
      expect(await read.hazards.byToken(hazard.token)).toEqual(hazard);
      expect(await read.hazards.byNumber(hazard.number)).toEqual(hazard);
      const closed: Hazard = { ...hazard, state: 'closed', outcome: 'resolved', closedAt: hazardAt, dueAt: null };
      await database.store.transaction((tx) => tx.hazards.put(closed));
      expect(await read.hazards.byId(hazard.id)).toEqual(closed);
    });

    test('are not closed without the time of it', async () => {
      const torn = hazardOf({ state: 'closed', closedAt: null });
      await expect(add(torn)).rejects.toThrow();
    });

    test('are given page by page, of several kinds, and by their numbers', async () => {
      const kinds = ['gas', 'road', 'rental'] as const;
      const listed = Array.from({ length: 9 }, (_, i) =>
        hazardOf({ kinds: [kinds[i % 3] ?? 'gas'], reportedAt: hazardAt + i, state: i === 7 ? 'closed' : 'reported' }),
      );
      await add(...listed);
      const { hazards } = database.store.read;
      const newestFirst = listed.toReversed();
      expect(ids(await hazards.page({}, 4, 0))).toEqual(ids(newestFirst.slice(0, 4)));
      expect(ids(await hazards.page({}, 4, 8))).toEqual(ids(newestFirst.slice(8)));
      expect(await hazards.page({}, 4, 12)).toEqual([]);
      const wanted = newestFirst.filter(({ kinds: [kind], state }) => kind !== 'rental' && state !== 'closed');
      expect(ids(await hazards.page({ kinds: ['gas', 'road'], status: 'open' }, 9, 0))).toEqual(ids(wanted));
      const [first, last] = [listed[0]!, listed[8]!];
      expect(ids(await hazards.byNumbers([first.number, 'H-0001-0001', last.number]))).toEqual([last.id, first.id]);
    });

    test('are found near by, by distance and time, open ones only', async () => {
      const near = hazardOf({ position: north(40), reportedAt: hazardAt });
      const far = hazardOf({ position: north(60), reportedAt: hazardAt });
      const old = hazardOf({ position: north(10), reportedAt: hazardAt - 1_000 });
      const closed = hazardOf({ position: north(10), state: 'closed' });
      const acrossTheSquare = hazardOf({ position: north(-49), reportedAt: hazardAt + 1 });
      await add(near, far, old, closed, acrossTheSquare);
      const found = await database.store.read.hazards.near({
        position: spot,
        radiusMetres: 50,
        placeId: null,
        since: hazardAt,
      });
      expect(ids(found)).toEqual([acrossTheSquare.id, near.id]);
    });

    test('of a place are found without a position', async () => {
      const place = placeOf();
      await database.store.transaction((tx) => tx.places.put(place));
      const there = hazardOf({ placeId: place.id });
      await add(there, hazardOf());
      const { hazards } = database.store.read;
      const found = await hazards.near({ position: null, radiusMetres: 50, placeId: place.id, since: 0 });
      expect(ids(found)).toEqual([there.id]);
      expect(ids(await hazards.ofPlace(place.id, 10))).toEqual([there.id]);
      expect(await hazards.countOfPlace(place.id, hazardAt)).toEqual({ open: 1, overdue: 0, major: 0 });
      expect(await hazards.lastOfPlace(place.id)).toEqual({ reportedAt: hazardAt, closedAt: null });
    });

    test('of an owner come with what is due first, and what has no date last', async () => {
      const owner = await knownPerson(database.store);
      const given = { ownerId: owner.id, state: 'accepted' } as const;
      const later = hazardOf({ ...given, dueAt: hazardAt + 2 });
      const never = hazardOf({ ...given, dueAt: null });
      const soon = hazardOf({ ...given, dueAt: hazardAt + 1 });
      const done = hazardOf({ ...given, state: 'closed' });
      await add(later, never, soon, done);
      const { hazards } = database.store.read;
      expect(ids(await hazards.ofOwner(owner.id, 10))).toEqual([soon.id, later.id, never.id]);
      expect(await hazards.ownersDueBy(hazardAt)).toEqual([]);
      expect(await hazards.ownersDueBy(hazardAt + 1)).toEqual([owner.id]);
      expect(await hazards.leadersOverdue(hazardAt + 5)).toEqual([]);
    });

    test('of a reporter are those that were told, newest first', async () => {
      const teller = await knownPerson(database.store);
      const room = await knownRoom(database.store, { kind: 'group' });
      const hazard = hazardOf();
      await add(hazard);
      const report = hazardReportOf({ hazardId: hazard.id, personId: teller.id, roomId: room.id, messageId: 'm7' });
      await database.store.transaction((tx) => tx.hazards.addReport(report));
      const { hazards } = database.store.read;
      expect(await hazards.ofReporter(teller.id, 0, 5)).toEqual([{ hazard, report }]);
      expect(await hazards.ofReporter(teller.id, hazardAt + 1, 5)).toEqual([]);
      expect(await hazards.reportByMessage(room.id, 'm7')).toEqual(report);
      expect(ids(await hazards.ofRoom(room.id, 5))).toEqual([hazard.id]);
      expect(await hazards.roomsChangedSince(hazardAt)).toEqual([room.id]);
      expect(await hazards.roomsChangedSince(hazardAt + 1)).toEqual([]);
    });

    test('remember who ever told of them, also what was taken back, moved or told anonymously', async () => {
      const [first, second] = [await knownPerson(database.store), await knownPerson(database.store)];
      const [one, other] = [hazardOf(), hazardOf()];
      await add(one, other);
      const own = hazardReportOf({ hazardId: one.id, personId: first.id, anonymous: true });
      const moving = hazardReportOf({ hazardId: one.id, personId: second.id });
      await database.store.transaction(async (tx) => {
        for (const report of [own, moving]) await tx.hazards.addReport(report);
        await tx.hazards.putReport({ ...own, personId: null });
        await tx.hazards.putReport({ ...moving, hazardId: other.id });
      });
      const tellers = async ({ id }: Hazard) => (await database.store.read.hazards.tellers(id)).toSorted();
      expect(await tellers(one)).toEqual([first.id, second.id].toSorted());
      expect(await tellers(other)).toEqual([second.id]);
      await database.store.transaction((tx) => tx.hazards.shareTellers(one.id, other.id));
      expect(await tellers(other)).toEqual([first.id, second.id].toSorted());
    });

    test('of a room are those that changed since, open or closed, once each and bounded', async () => {
      const [room, other] = [await knownRoom(database.store), await knownRoom(database.store)];
      const still = hazardOf({ changedAt: hazardAt });
      const moved = hazardOf({ state: 'accepted', changedAt: hazardAt + 2 });
      const closed = hazardOf({ state: 'closed', outcome: 'resolved', changedAt: hazardAt + 3 });
      const elsewhere = hazardOf({ changedAt: hazardAt + 4 });
      await add(still, moved, closed, elsewhere);
      await database.store.transaction(async (tx) => {
        for (const { id: hazardId } of [still, moved, closed, moved]) {
          await tx.hazards.addReport(hazardReportOf({ hazardId, roomId: room.id }));
        }
        await tx.hazards.addReport(hazardReportOf({ hazardId: elsewhere.id, roomId: other.id }));
      });
      const { hazards } = database.store.read;
      expect(ids(await hazards.changedInRoomSince(room.id, hazardAt + 1, 9))).toEqual([closed.id, moved.id]);
      expect(ids(await hazards.changedInRoomSince(room.id, hazardAt, 2))).toEqual([closed.id, moved.id]);
      expect(ids(await hazards.changedInRoomSince(other.id, 0, 9))).toEqual([elsewhere.id]);
      expect(await hazards.changedInRoomSince(room.id, hazardAt + 4, 9)).toEqual([]);
    });

    test('are listed page by page without a gap, also when many came at once', async () => {
      const all = Array.from({ length: 7 }, (_, i) => hazardOf({ reportedAt: hazardAt + Math.floor(i / 3) }));
      await add(...all);
      const { hazards } = database.store.read;
      const seen: HazardId[] = [];
      let after: Hazard | null = null;
      for (let page = 0; page < 5; page += 1) {
        const list: Hazard[] = await hazards.list({ status: 'open' }, 3, after);
        seen.push(...ids(list));
        after = list.at(-1) ?? after;
      }
      expect(seen).toHaveLength(7);
      expect(new Set(seen).size).toBe(7);
      expect(ids(await hazards.list({ status: 'closed' }, 3, null))).toEqual([]);
      expect(ids(await hazards.list({ kind: 'gas' }, 3, null))).toEqual([]);
      expect(await hazards.list({ area: '上桥村', from: hazardAt + 2 }, 9, null)).toHaveLength(1);
    });

    test('are found by Chinese words, numbers and Latin words, newest first', async () => {
      const words = [
        hazardOf({ words: '灭火器过期了', placeWords: '上桥村36号' }),
        hazardOf({ words: '火灾报警器灭了', placeWords: '西塘村' }),
        hazardOf({ words: 'LED灯箱 Broken 了 QY-0217', placeWords: '永固五金' }),
      ];
      await add(...words);
      const find = async (question: string): Promise<HazardId[]> =>
        ids(await database.store.read.hazards.search(question, 10));
      expect(await find('灭火器')).toEqual([words[0]!.id]);
      expect(await find('灭')).toEqual([words[1]!.id, words[0]!.id]);
      expect(await find('过期 上桥')).toEqual([words[0]!.id]);
      expect(await find('broken')).toEqual([words[2]!.id]);
      expect(await find('QY-0217')).toEqual([words[2]!.id]);
      expect(await find(words[1]!.number)).toEqual([words[1]!.id]);
      expect(await find('火器灭')).toEqual([]);
      expect(await find('')).toEqual([]);
      expect(await find('"*&|!:() \'')).toEqual([]);
      expect(await find("灭火器' OR '")).toEqual([]);
    });

    test('that get other words are found by them and no longer by the old ones', async () => {
      const hazard = hazardOf({ words: '路灯坏了' });
      await add(hazard);
      await database.store.transaction((tx) => tx.hazards.put({ ...hazard, words: '井盖没了' }));
      expect(await database.store.read.hazards.search('路灯', 5)).toEqual([]);
      expect(ids(await database.store.read.hazards.search('井盖', 5))).toEqual([hazard.id]);
    });

    test('in the telling come back whole, those that wait and those just filed', async () => {
      const person = await knownPerson(database.store);
      const room = await knownRoom(database.store);
      const whose = { personId: person.id, roomId: room.id };
      const open = draftOf({
        ...whose,
        words: '灯坏了',
        kinds: ['street_light'],
        position: spot,
        touchedAt: hazardAt - 9,
      });
      const dropped = draftOf({ ...whose, state: 'dropped' });
      const hazard = hazardOf();
      await add(hazard);
      const filed = draftOf({ ...whose, state: 'filed', hazardId: hazard.id, touchedAt: hazardAt });
      await database.store.transaction(async (tx) => {
        for (const draft of [open, dropped, filed]) await tx.hazards.addDraft(draft);
      });
      const { hazards } = database.store.read;
      expect(await hazards.draftsOf(person.id, room.id, hazardAt)).toEqual([open, filed]);
      expect(await hazards.draftsOf(person.id, room.id, hazardAt + 1)).toEqual([open]);
      expect(await hazards.offeredIn(room.id, hazardAt)).toEqual([dropped]);
      expect(await hazards.offeredIn(room.id, hazardAt + 1)).toEqual([]);
      expect(await hazards.draftByToken(open.token)).toEqual(open);
    });
  });
});
