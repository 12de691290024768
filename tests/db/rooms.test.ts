import { describe, expect, test } from 'vitest';
import type { TeamId } from '../../core/ids.ts';
import type { OpenQuestion } from '../../core/ports/rooms.ts';
import { roomOf } from '../support/incident-factory.ts';
import { eachEngine } from '../support/stores.ts';
import { knownPerson, knownRoom, now } from './samples.ts';

describe('rooms', () => {
  eachEngine((database) => {
    test('are found by id and by the platform’s name for them, and can change', async () => {
      const { store } = database;
      const room = await knownRoom(store, { externalId: '-1001' });
      await knownRoom(store, { externalId: '-1001', platform: 'wechat' });
      expect(await store.read.rooms.byId(room.id)).toEqual(room);
      expect(await store.read.rooms.byExternal('telegram', '-1001')).toEqual(room);
      const moved = { ...room, externalId: '-1002', title: '新群' };
      await store.transaction((tx) => tx.rooms.put(moved));
      expect(await store.read.rooms.byExternal('telegram', '-1001')).toBeNull();
      expect(await store.read.rooms.byExternal('telegram', '-1002')).toEqual(moved);
    });

    test('that two first messages make at the same moment are one room', async () => {
      const { store } = database;
      const meet = () =>
        store.transaction(async (tx) => {
          const known = await tx.rooms.byExternal('telegram', '-7');
          if (known) return known.id;
          const fresh = roomOf({ externalId: '-7' });
          await tx.rooms.put(fresh);
          return fresh.id;
        });
      const ids = await Promise.all(Array.from({ length: 20 }, meet));
      expect(new Set(ids).size).toBe(1);
      expect(await store.read.rooms.all()).toHaveLength(1);
    });

    test('are listed by purpose, team and platform while they are open', async () => {
      const { store } = database;
      const teamId = 'team-1' as TeamId;
      const team = {
        id: teamId,
        code: 'A',
        kind: 'rescue',
        name: '救援队',
        leaderId: null,
        memberIds: [],
        active: true,
      } as const;
      await store.transaction((tx) => tx.people.putTeam(team));
      const command = await knownRoom(store, { purpose: 'command' });
      const squad = await knownRoom(store, { purpose: 'squad', teamId });
      const direct = await knownRoom(store, { purpose: 'direct', kind: 'direct' });
      const gone = await knownRoom(store, { purpose: 'command', teamId, state: 'gone' });
      const wechat = await knownRoom(store, { purpose: 'command', platform: 'wechat' });
      const { rooms } = store.read;
      const byId = (found: readonly { id: string }[]) => new Set(found.map(({ id }) => id));
      expect(byId(await rooms.withPurpose('command'))).toEqual(byId([command, wechat]));
      expect(await rooms.ofTeam(teamId)).toEqual([squad]);
      expect(byId(await rooms.groupsOn('telegram'))).toEqual(byId([command, squad]));
      expect(byId(await rooms.all())).toEqual(byId([command, squad, direct, gone, wechat]));
    });

    test('hold one question for each person, until it is answered or too old', async () => {
      const { store } = database;
      const [room, person] = [await knownRoom(store), await knownPerson(store)];
      const question: OpenQuestion = {
        roomId: room.id,
        personId: person.id,
        kind: 'eta',
        subject: 'order-1',
        expiresAt: now + 60_000,
      };
      const waiting = () => store.read.rooms.question(room.id, person.id, now);
      await store.transaction((tx) => tx.rooms.ask({ ...question, kind: 'place' }));
      await store.transaction((tx) => tx.rooms.ask(question));
      expect(await waiting()).toEqual(question);
      expect(await store.read.rooms.question(room.id, person.id, now + 60_000)).toBeNull();
      await store.transaction((tx) => tx.rooms.answered(room.id, person.id));
      expect(await waiting()).toBeNull();
    });
  });
});
