import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../core/ids.ts';
import { eachEngine } from '../support/stores.ts';
import { inboxEntryOf, knownPerson } from './samples.ts';

describe('what is stored comes back as it was', () => {
  eachEngine((database) => {
    test('any JSON, also text that looks like JSON', async () => {
      const { store } = database;
      const values = ['x', '"1"', '1', 'null', 0, -1.5, true, false, [], {}, [1, ['2', { z: 1, a: null }]], '😀 群防'];
      await store.transaction(async (tx) => {
        for (const [i, value] of values.entries()) await tx.settings.put(`k${i}`, value);
      });
      const back = await Promise.all(values.map((_, i) => store.read.settings.get(`k${i}`)));
      expect(back).toEqual(values);
    });

    test('characters that one of the engines refuses: NUL and half an emoji', async () => {
      const { store } = database;
      const half = '\ud83d';
      await store.transaction((tx) => tx.inbox.add([inboxEntryOf('1', { state: 'failed', reference: `a\0b` })]));
      await store.transaction((tx) => tx.settings.put('k', { nul: 'a\0b', half }));
      const [entry] = await store.read.inbox.failed(1);
      expect(entry?.reference).toBe('a\uFFFDb');
      expect(await store.read.settings.get('k')).toEqual({ nul: 'a\0b', half });
    });

    test('ten thousand characters, quotes and all', async () => {
      const { store } = database;
      const name = `'";--$1?\\ ${'厂'.repeat(10_000)}`;
      const person = await knownPerson(store, { name });
      expect((await store.read.people.byId(person.id))?.name).toBe(name);
    });

    test('a missing value is refused, not taken for null', async () => {
      const { store } = database;
      const asking = store.read.people.byId(undefined as unknown as PersonId);
      await expect(asking).rejects.toThrow('needs a value for "id"');
    });
  });
});
