import { describe, expect, test } from 'vitest';
import type { IncidentId } from '../../core/ids.ts';
import type { WebMessage } from '../../core/ports/web-messages.ts';
import { incidentOf } from '../support/incident-factory.ts';
import { eachEngine } from '../support/stores.ts';
import { fileOf, knownPerson, knownRoom, now } from './samples.ts';

describe('files', () => {
  eachEngine((database) => {
    test('wait until they are fetched, the longest due first', async () => {
      const { store } = database;
      const [room, person] = [await knownRoom(store), await knownPerson(store)];
      const incident = incidentOf();
      const due = fileOf(room.id, person.id, { dueAt: now, incidentId: incident.id });
      const earlier = fileOf(room.id, null, { dueAt: now - 1 });
      const later = fileOf(room.id, null, { dueAt: now + 1 });
      await store.transaction(async (tx) => {
        await tx.incidents.add(incident);
        for (const file of [due, earlier, later]) await tx.files.add(file);
      });
      expect(await store.read.files.waiting(now, 10)).toEqual([earlier, due]);
      const stored = { ...due, state: 'stored', sha256: 'ab', mime: 'image/jpeg', sizeBytes: 5, attempts: 1 } as const;
      await store.transaction((tx) => tx.files.put(stored));
      expect(await store.read.files.waiting(now, 10)).toEqual([earlier]);
      expect(await store.read.files.byId(due.id)).toEqual(stored);
      expect(await store.read.files.ofIncident(incident.id)).toEqual([stored]);
      expect(await store.read.files.ofIncident('other' as IncidentId)).toEqual([]);
    });

    test('of several subjects come in one order, and those of no other', async () => {
      const { store } = database;
      const room = await knownRoom(store);
      const [late, early, other, loose] = [
        fileOf(room.id, null, { subject: 'check_in:a', receivedAt: now + 1 }),
        fileOf(room.id, null, { subject: 'check_in:b' }),
        fileOf(room.id, null, { subject: 'check_in:c' }),
        fileOf(room.id, null),
      ];
      await store.transaction(async (tx) => {
        for (const file of [late, early, other, loose]) await tx.files.add(file);
      });
      expect(await store.read.files.ofSubjects(['check_in:a', 'check_in:b'])).toEqual([early, late]);
      expect(await store.read.files.ofSubjects([])).toEqual([]);
    });
  });
});

function messageOf(id: string, room: string, parts: Partial<WebMessage> = {}): WebMessage {
  return {
    id,
    room,
    sender: null,
    at: now,
    editedAt: null,
    content: { kind: 'text', text: id },
    reactions: [],
    ...parts,
  };
}

describe('messages of the web chat', () => {
  eachEngine((database) => {
    test('are shown room by room, the newest of each, oldest first', async () => {
      const { store } = database;
      const messages = [messageOf('1', 'a'), messageOf('2', 'b'), messageOf('3', 'a'), messageOf('4', 'a')];
      await store.transaction(async (tx) => {
        for (const message of messages) await tx.webMessages.put(message);
      });
      const shown = await store.read.webMessages.of(['a', 'b', 'empty'], 2);
      expect(shown).toEqual(messages.slice(1));
      expect(await store.read.webMessages.of([], 2)).toEqual([]);
    });

    test('change in place, and are all gone when the scene starts over', async () => {
      const { store } = database;
      const message = messageOf('1', 'a');
      const edited = { ...message, editedAt: now + 1, reactions: [{ emoji: '👌', sender: null }] };
      await store.transaction((tx) => tx.webMessages.put(message));
      await store.transaction((tx) => tx.webMessages.put(edited));
      expect(await store.read.webMessages.byId('1')).toEqual(edited);
      await store.transaction((tx) => tx.webMessages.clear());
      expect(await store.read.webMessages.byId('1')).toBeNull();
      expect(await store.read.webMessages.of(['a'], 10)).toEqual([]);
    });
  });
});
