import { describe, expect, test } from 'vitest';
import type { IdentityId, TeamId } from '../../core/ids.ts';
import type { Team } from '../../core/people.ts';
import { identityOf, incidentOf, orderOf, personOf, seatOf } from '../support/incident-factory.ts';
import { eachEngine } from '../support/stores.ts';
import { knownPerson, knownRoom, now } from './samples.ts';

describe('people', () => {
  eachEngine((database) => {
    test('are kept with everything that is known of them, and can change', async () => {
      const { store } = database;
      const person = personOf({
        gender: 'female',
        base: { lat: 28.9, lon: 120.04 },
        roles: ['rescuer', 'leader'],
        certificates: [{ skill: 'first_aid', validUntil: '2027-03-31' }],
      });
      await store.transaction((tx) => tx.people.put(person));
      expect(await store.read.people.byId(person.id)).toEqual(person);
      expect(await store.read.people.byCallSign('东03')).toEqual(person);
      const changed = personOf({ id: person.id, callSign: null, roles: ['leader'] });
      await store.transaction((tx) => tx.people.put(changed));
      expect(await store.read.people.byId(person.id)).toEqual(changed);
      expect(await store.read.people.byCallSign('东03')).toBeNull();
      expect(await store.read.people.withRole('rescuer')).toEqual([]);
      expect(await store.read.people.withRole('leader')).toEqual([changed]);
    });

    test('are found by several ids, and by role only while they are active', async () => {
      const { store } = database;
      const [one, two] = [await knownPerson(store), await knownPerson(store)];
      await knownPerson(store, { active: false });
      expect(await store.read.people.byIds([one.id, two.id, 'nobody' as never])).toEqual([one, two]);
      expect(await store.read.people.byIds([])).toEqual([]);
      expect(await store.read.people.withRole('rescuer')).toEqual([one, two]);
      expect(await store.read.people.all()).toHaveLength(3);
    });

    test('are found by their number, however it is written, while they are active', async () => {
      const { store } = database;
      const one = await knownPerson(store, { phone: '199-0000-0001' });
      const two = await knownPerson(store, { phone: '+86 199 0000 0001' });
      await knownPerson(store, { phone: '19900000001', active: false });
      await knownPerson(store, { phone: '' });
      for (const written of ['19900000001', '1990000 0001', '+86-199-0000-0001', '１９９００００００01'])
        expect(await store.read.people.byPhone(written)).toEqual([one, two]);
      for (const nobody of ['', '无', '1990000000', '119900000001'])
        expect(await store.read.people.byPhone(nobody)).toEqual([]);
      await store.transaction((tx) => tx.people.put({ ...one, phone: '' }));
      expect(await store.read.people.byPhone('19900000001')).toEqual([two]);
    });

    test('change their duty', async () => {
      const { store } = database;
      const person = await knownPerson(store, { duty: 'off' });
      await store.transaction((tx) => tx.people.setDuty(person.id, 'on_duty'));
      expect(await store.read.people.byId(person.id)).toEqual({ ...person, duty: 'on_duty' });
    });

    test('stand behind their identity until it is replaced', async () => {
      const { store } = database;
      const [one, two] = [await knownPerson(store), await knownPerson(store)];
      const old = identityOf(one, { platform: 'wechat', externalId: 'wxid_1' });
      await store.transaction((tx) => tx.people.putIdentity(old));
      expect(await store.read.people.bySender('wechat', 'wxid_1')).toEqual({ person: one, identity: old });
      const fresh = { ...old, id: 'identity-new' as IdentityId, personId: two.id };
      await store.transaction(async (tx) => {
        await tx.people.setIdentityState(old.id, 'replaced');
        await tx.people.putIdentity(fresh);
      });
      expect(await store.read.people.bySender('wechat', 'wxid_1')).toEqual({ person: two, identity: fresh });
      expect(await store.read.people.identitiesOf(one.id)).toEqual([{ ...old, state: 'replaced' }]);
      expect(await store.read.people.bySender('telegram', 'wxid_1')).toBeNull();
    });

    test('cannot share an open identity', async () => {
      const { store } = database;
      const [one, two] = [await knownPerson(store), await knownPerson(store)];
      await store.transaction((tx) => tx.people.putIdentity(identityOf(one)));
      const stealing = store.transaction((tx) => tx.people.putIdentity(identityOf(two)));
      await expect(stealing).rejects.toThrow(/unique/i);
    });

    test('have channels where the bot can write to them, Telegram before WeChat before the web', async () => {
      const { store } = database;
      const person = await knownPerson(store);
      const web = await knownRoom(store, { platform: 'web', kind: 'direct' });
      const wechat = await knownRoom(store, { platform: 'wechat', kind: 'direct' });
      const telegram = await knownRoom(store, { kind: 'direct' });
      const gone = await knownRoom(store, { kind: 'direct', state: 'gone' });
      await store.transaction(async (tx) => {
        await tx.people.putIdentity(identityOf(person, { platform: 'web', roomId: web.id }));
        await tx.people.putIdentity(identityOf(person, { platform: 'wechat', roomId: wechat.id }));
        await tx.people.putIdentity(identityOf(person, { externalId: '1', roomId: telegram.id }));
        await tx.people.putIdentity(identityOf(person, { externalId: '2', roomId: gone.id }));
        await tx.people.putIdentity(identityOf(person, { externalId: '3', roomId: null }));
        await tx.people.putIdentity(identityOf(person, { externalId: '4', roomId: telegram.id, state: 'blocked' }));
      });
      const channels = [
        { platform: 'telegram', roomId: telegram.id },
        { platform: 'wechat', roomId: wechat.id },
        { platform: 'web', roomId: web.id },
      ];
      expect(await store.read.people.channelsOf(person.id)).toEqual(channels);
      expect(await store.read.people.candidates()).toEqual([{ person, channels, position: null, busy: false }]);
    });

    test('are busy from the order until they said no or are safely back', async () => {
      const { store } = database;
      const person = await knownPerson(store);
      const incident = incidentOf();
      const seat = seatOf({ incidentId: incident.id });
      const order = orderOf({ incidentId: incident.id, seatId: seat.id, personId: person.id });
      await store.transaction(async (tx) => {
        await tx.incidents.add(incident);
        await tx.incidents.addSeat(seat);
        await tx.incidents.addOrders([order]);
      });
      const busy = async () => (await store.read.people.candidates()).map((candidate) => candidate.busy);
      expect(await busy()).toEqual([true]);
      await store.transaction((tx) => tx.incidents.putOrder({ ...order, answer: 'accepted', acceptedAt: now }));
      expect(await busy()).toEqual([true]);
      await store.transaction((tx) => tx.incidents.putOrder({ ...order, answer: 'accepted', safeAt: now }));
      expect(await busy()).toEqual([false]);
      await store.transaction((tx) => tx.incidents.putOrder({ ...order, answer: 'declined' }));
      expect(await busy()).toEqual([false]);
      await store.transaction(async (tx) => {
        await tx.incidents.putOrder(order);
        await tx.incidents.put({ ...incident, state: 'closed' });
      });
      expect(await busy()).toEqual([false]);
    });

    test('are where they were last; an older position changes nothing', async () => {
      const { store } = database;
      const person = await knownPerson(store);
      const here = { lat: 28.9, lon: 120, at: now, source: 'shared' } as const;
      expect(await store.read.people.lastPosition(person.id)).toBeNull();
      await store.transaction((tx) => tx.people.putPosition(person.id, here));
      await store.transaction((tx) => tx.people.putPosition(person.id, { ...here, lat: 1, at: now - 1 }));
      expect(await store.read.people.lastPosition(person.id)).toEqual(here);
      const there = { ...here, lat: 29, at: now + 1, source: 'live' } as const;
      await store.transaction((tx) => tx.people.putPosition(person.id, there));
      expect(await store.read.people.candidates()).toMatchObject([{ position: there }]);
    });

    test('belong to teams, in the order that was given', async () => {
      const { store } = database;
      const people = [await knownPerson(store), await knownPerson(store), await knownPerson(store)];
      const [a, b, c] = people.map(({ id }) => id);
      const base: Team = {
        id: 'team-1' as TeamId,
        code: 'A',
        kind: 'rescue',
        name: '东阳救援队',
        leaderId: b!,
        memberIds: [c!, a!, b!],
        active: true,
      };
      const empty: Team = { ...base, id: 'team-2' as TeamId, code: 'B', leaderId: null, memberIds: [] };
      await store.transaction(async (tx) => {
        await tx.people.putTeam(base);
        await tx.people.putTeam(empty);
      });
      expect(await store.read.people.teams()).toEqual([base, empty]);
      expect(await store.read.people.teamsOf(a!)).toEqual([base]);
      expect(await store.read.people.teamsByIds([empty.id, base.id])).toEqual([base, empty]);
      expect(await store.read.people.teamsByIds([])).toEqual([]);
      await store.transaction((tx) => tx.people.removeFromTeam(base.id, a!));
      expect(await store.read.people.teamsOf(a!)).toEqual([]);
      await store.transaction((tx) => tx.people.putTeam({ ...base, memberIds: [a!] }));
      expect((await store.read.people.teamsOf(a!))[0]?.memberIds).toEqual([a]);
      expect(await store.read.people.teamsOf(c!)).toEqual([]);
    });

    test('use a binding code once', async () => {
      const { store } = database;
      const person = await knownPerson(store);
      const code = { code: '7K3Q', personId: person.id, expiresAt: now + 60_000, usedAt: null };
      await store.transaction((tx) => tx.people.putBindCode(code));
      const uses = await Promise.all(
        Array.from({ length: 10 }, () => store.transaction((tx) => tx.people.useBindCode('7K3Q', now))),
      );
      expect(uses.filter(Boolean)).toHaveLength(1);
      const kept = await store.transaction((tx) => tx.people.bindCode('7K3Q'));
      expect(kept).toEqual({ ...code, usedAt: now });
      expect(await store.transaction((tx) => tx.people.bindCode('2222'))).toBeNull();
    });
  });
});
