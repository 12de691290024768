import { describe, expect, test } from 'vitest';
import { openStore, openToRotate } from '../../db/open-store.ts';
import { Keyring } from '../../db/sealing.ts';
import { testKeys } from '../support/keys.ts';
import { bodyOf, matterNoteOf, matterOf, openingOf } from '../support/matter-factory.ts';
import { rawContent, readableIn, writeBeside } from '../support/raw-content.ts';
import type { TestDatabase } from '../support/stores.ts';
import { eachEngine } from '../support/stores.ts';
import { inboxEntryOf, knownPerson, now } from './samples.ts';

const newKey = new Uint8Array(32).fill(9);
const both = [newKey, ...testKeys];
const oldId = new Keyring(testKeys).firstId;
const onError = (error: unknown): void => expect.fail(String(error));
const tables = ['matters', 'matter_notes', 'matter_openings', 'inbox', 'web_messages', 'settings'];
const failed = inboxEntryOf('1', { state: 'failed', reference: 'R-7' });
const message = {
  id: '0001',
  room: 'alice',
  sender: null,
  at: now,
  editedAt: null,
  content: { kind: 'text', text: '他打我' } as const,
  reactions: [],
};

/** Something of everything that is sealed, and a receipt. */
async function fill({ store }: TestDatabase, matters: number) {
  const person = await knownPerson(store);
  const all = Array.from({ length: matters }, (_, n) => matterOf({ body: bodyOf({ wants: `要回工资 ${n}` }) }));
  const first = all[0] ?? matterOf();
  await store.transaction(async (tx) => {
    for (const matter of all) await tx.matters.add(matter);
    await tx.matters.addNote(matterNoteOf(first.id, person.id, { words: '她怕见到他' }));
    await tx.matters.putOpening(openingOf(first.id, person.id, { reason: '送医' }));
    await tx.matters.setReceipt(first.id, '7K3Q');
    await tx.inbox.add([failed, inboxEntryOf('2')]);
    await tx.webMessages.put(message);
  });
  await store.close();
  return all;
}

describe('a new data key', () => {
  eachEngine((database) => {
    test('seals everything anew, so that the old one can go, and nothing changes for anybody', async () => {
      const all = await fill(database, 2_100);
      const { store, rotation } = await openToRotate(database.url, { keys: both, onError });
      const batches: number[] = [];
      expect(await rotation.rows((count) => batches.push(count))).toBe(2_104);
      expect(batches).toEqual([500, 500, 500, 500, 100, 1, 1, 1, 1]);
      expect(await rotation.rows(() => expect.fail('nothing is left'))).toBe(0);
      await rotation.end();
      await store.close();
      if (database.engine === 'postgres') expect(readableIn(await rawContent(database, tables), [oldId])).toEqual([]);
      const after = await openStore(database.url, { keys: [newKey], onError });
      const { matters, inbox, webMessages } = after.read;
      expect((await matters.list({}, 9_999)).map(({ body }) => body.wants).sort()).toEqual(
        all.map(({ body }) => body.wants).sort(),
      );
      expect((await matters.byReceipt('7K3Q'))?.id).toBe(all[0]?.id);
      expect(await matters.notes(all[0]?.id as never)).toMatchObject([{ words: '她怕见到他' }]);
      expect(await matters.openings(all[0]?.id as never)).toMatchObject([{ reason: '送医' }]);
      expect(await inbox.failed(9)).toEqual([failed]);
      expect(await webMessages.byId('0001')).toEqual(message);
      await after.close();
    });

    test('goes on where it was broken off', async () => {
      await fill(database, 3);
      const begun = await openToRotate(database.url, { keys: both, onError });
      const stop = (): never => {
        throw new Error('the power failed');
      };
      await expect(begun.rotation.rows(stop)).rejects.toThrow('the power failed');
      await begun.store.close();
      await expect(openStore(database.url, { keys: [newKey], onError })).rejects.toThrow(`missing: ${oldId}`);
      const again = await openToRotate(database.url, { keys: both, onError });
      expect(await again.rotation.rows(() => undefined)).toBe(4);
      await again.rotation.end();
      await again.store.close();
      await (await openStore(database.url, { keys: [newKey], onError })).close();
    });

    test('stops at what cannot be opened, and says which', async () => {
      const [matter] = await fill(database, 1);
      await writeBeside(database, `update matters set body = substr(body, 1, 60)`);
      const { store, rotation } = await openToRotate(database.url, { keys: both, onError });
      await expect(rotation.rows(() => undefined)).rejects.toThrow(`matters:${matter?.id ?? ''} cannot be opened`);
      await store.close();
    });
  });
});
