import { describe, expect, test } from 'vitest';
import type { Matter } from '../../core/matter.ts';
import { blankBody } from '../../core/matter.ts';
import { openStore } from '../../db/open-store.ts';
import { bodyOf, matterAt, matterNoteOf, matterOf, openingOf, partyOf } from '../support/matter-factory.ts';
import type { TestDatabase } from '../support/stores.ts';
import { rawContent, readableIn, writeBeside } from '../support/raw-content.ts';
import { eachEngine } from '../support/stores.ts';
import { testKeys } from '../support/keys.ts';
import { fileOf, knownPerson, knownRoom } from './samples.ts';

/** Words that are nowhere else, as a side, a mediator and an officer might say them. */
const secrets = ['拖欠工资壹拾捌万', '13900007777', '王小红', '她怕见到他', '紧急送医需要联系家属'];

/** A dispute whose every private field holds such a word. */
async function filled(database: TestDatabase): Promise<Matter> {
  const teller = await knownPerson(database.store);
  const mediator = await knownPerson(database.store);
  const room = await knownRoom(database.store, { kind: 'direct' });
  const matter = matterOf({
    tellerId: teller.id,
    roomId: room.id,
    ownerId: mediator.id,
    body: bodyOf({
      about: 'wages',
      facts: ['拖欠工资壹拾捌万', '还打过电话 13900007777'],
      parties: [partyOf({ name: '王小红', phone: '13900007777', personId: teller.id })],
    }),
  });
  await database.store.transaction(async (tx) => {
    await tx.matters.add(matter);
    await tx.matters.setPeople(matter.id, [
      { personId: teller.id, standing: 'teller' },
      { personId: teller.id, standing: 'party' },
      { personId: mediator.id, standing: 'owner' },
    ]);
    await tx.matters.addNote(matterNoteOf(matter.id, mediator.id, { side: 'a', words: '她怕见到他' }));
    await tx.matters.putOpening(openingOf(matter.id, mediator.id, { reason: '紧急送医需要联系家属' }));
    await tx.files.add(fileOf(room.id, teller.id, { subject: `matter:${matter.id}` }));
  });
  return matter;
}

const tables = ['matters', 'matter_people', 'matter_receipts', 'matter_notes', 'matter_openings', 'settings', 'trace'];

describe('private matters', () => {
  eachEngine((database) => {
    test('come back as they were put', async () => {
      const matter = await filled(database);
      const { matters } = database.store.read;
      expect(await matters.byId(matter.id)).toEqual(matter);
      expect(await matters.byToken(matter.token)).toEqual(matter);
      expect(await matters.byNumber(matter.number)).toEqual(matter);
      expect(await matters.telling(matter.tellerId as never)).toEqual(matter);
      expect((await matters.notes(matter.id)).map(({ words }) => words)).toEqual(['她怕见到他']);
      const [opening] = await matters.openings(matter.id);
      expect(opening).toMatchObject({ reason: '紧急送医需要联系家属', agreed: null });
      expect(await matters.opening(opening?.id as never)).toEqual(opening);
      expect(await matters.openingByToken(opening?.token as never)).toEqual(opening);
      const changed = {
        ...matter,
        state: 'reported' as const,
        reportedAt: matterAt,
        body: bodyOf({ wants: '要回工资' }),
      };
      await database.store.transaction((tx) => tx.matters.put(changed));
      expect(await database.store.transaction((tx) => tx.matters.lock(matter.id))).toEqual(changed);
      expect(await matters.telling(matter.tellerId as never)).toBeNull();
    });

    test('are shown with their people and files', async () => {
      const matter = await filled(database);
      const view = await database.store.read.matters.view(matter.id);
      expect(view).toMatchObject({ matter, teller: { id: matter.tellerId }, owner: { id: matter.ownerId } });
      expect(view?.files).toHaveLength(1);
      expect(view?.people.map(({ standing }) => standing).sort()).toEqual(['owner', 'party', 'teller']);
    });

    test('cannot be read by whoever has the database and no key', async () => {
      await filled(database);
      const raw = await rawContent(database, tables);
      expect(readableIn(raw, ['M-2611-', ...secrets])).toEqual(['M-2611-']);
    });

    test('do not open in the row of another, nor when a letter was changed', async () => {
      const one = await filled(database);
      const other = await filled(database);
      const bodyOfOther = `(select body from matters where id = '${other.id}')`;
      await writeBeside(database, `update matters set body = ${bodyOfOther} where id = '${one.id}'`);
      await expect(database.store.read.matters.byId(one.id)).rejects.toThrow(
        `matters:${one.id} cannot be opened: it was changed, or belongs elsewhere`,
      );
      await writeBeside(
        database,
        `update matters set body = substr(body, 1, length(body) - 3) || 'abc' where id = '${other.id}'`,
      );
      await expect(database.store.read.matters.byId(other.id)).rejects.toThrow(`matters:${other.id} cannot be opened`);
    });

    test('do not open with other keys: the start says so in one line, and reading the rest still works', async () => {
      const matter = await filled(database);
      await database.store.close();
      const keys = [new Uint8Array(32).fill(9)];
      const onError = (error: unknown): void => expect.fail(String(error));
      const line = /^DATA_KEYS: expected the keys that this database is sealed with; missing: [\w-]{8}$/;
      await expect(openStore(database.url, { keys, onError })).rejects.toThrow(line);
      await expect(openStore(database.url, { keys: [], onError })).rejects.toThrow(line);
      const looking = await openStore(database.url, { keys: [], access: 'read', onError });
      expect((await looking.read.trace.verify()).broken).toEqual([]);
      await expect(looking.read.matters.byId(matter.id)).rejects.toThrow(line);
      await looking.close();
      const back = await openStore(database.url, { keys: [...keys, ...testKeys], onError });
      expect(await back.read.matters.byId(matter.id)).toEqual(matter);
      await back.close();
      // Something may have been sealed with the new key meanwhile, so it is needed from now on.
      await expect(openStore(database.url, { keys: testKeys, onError })).rejects.toThrow(line);
    });

    test('are listed by what they are narrowed to, newest first', async () => {
      const of = (n: number, parts: Partial<Matter>): Matter => matterOf({ begunAt: matterAt + n, ...parts });
      const clue = of(1, { kind: 'crime_clue', state: 'reported', reportedAt: 10, roomCode: 'XG' });
      const wages = of(2, { state: 'mediating', reportedAt: 20, roomCode: 'XG' });
      const over = of(3, { state: 'ended', reportedAt: 30 });
      await database.store.transaction(async (tx) => {
        for (const matter of [clue, wages, over]) await tx.matters.add(matter);
      });
      const { matters } = database.store.read;
      expect(await matters.list({}, 10)).toEqual([over, wages, clue]);
      expect(await matters.list({}, 1)).toEqual([over]);
      expect(await matters.list({ roomCode: 'XG' }, 10)).toEqual([wages, clue]);
      expect(await matters.list({ kinds: ['crime_clue'] }, 10)).toEqual([clue]);
      expect(await matters.list({ states: ['ended', 'mediating'], from: 20, to: 29 }, 10)).toEqual([wages]);
    });

    test('are found by whom they name, in which standing, as long as they are open', async () => {
      const [side, mediator, nobody] = await Promise.all([1, 2, 3].map(() => knownPerson(database.store)));
      if (!side || !mediator || !nobody) throw new Error('Three people were made');
      const open = matterOf({ state: 'mediating', changedAt: matterAt + 1 });
      const over = matterOf({ state: 'ended', changedAt: matterAt + 2 });
      await database.store.transaction(async (tx) => {
        for (const matter of [open, over]) {
          await tx.matters.add(matter);
          await tx.matters.setPeople(matter.id, [
            { personId: side.id, standing: 'party' },
            { personId: side.id, standing: 'party' },
            { personId: mediator.id, standing: 'owner' },
          ]);
        }
      });
      const { matters } = database.store.read;
      expect(await matters.ofPerson(side.id, ['party', 'teller'], { over: false, limit: 9 })).toEqual([open]);
      expect(await matters.ofPerson(side.id, ['party'], { over: true, limit: 9 })).toEqual([over, open]);
      expect(await matters.ofPerson(side.id, ['owner'], { over: true, limit: 9 })).toEqual([]);
      expect(await matters.concerns(mediator.id)).toBe(true);
      expect(await matters.concerns(nobody.id)).toBe(false);
      await database.store.transaction(async (tx) => {
        await tx.matters.put({ ...open, state: 'archived' });
        await tx.matters.setPeople(over.id, [{ personId: mediator.id, standing: 'owner' }]);
      });
      expect(await matters.concerns(side.id)).toBe(false);
      expect(await matters.concerns(mediator.id)).toBe(true);
      await database.store.transaction(async (tx) => {
        expect(await tx.matters.concerns(nobody.id)).toBe(false);
        expect(await tx.matters.concerns(nobody.id)).toBe(false);
        await tx.matters.setPeople(over.id, [{ personId: nobody.id, standing: 'owner' }]);
        expect(await tx.matters.concerns(nobody.id)).toBe(true);
        expect(await tx.matters.concerns(mediator.id)).toBe(false);
      });
    });

    test('are found by the receipt of a clue without a name, of which only a keyed hash is kept', async () => {
      const clue = matterOf({ kind: 'crime_clue' });
      await database.store.transaction(async (tx) => {
        await tx.matters.add(clue);
        await tx.matters.setReceipt(clue.id, '7K3Q-9XWM');
      });
      expect(await database.store.read.matters.byReceipt('7K3Q-9XWM')).toEqual(clue);
      expect(await database.store.read.matters.byReceipt('7K3Q-9XWN')).toBeNull();
      expect(readableIn(await rawContent(database, tables), ['7K3Q-9XWM'])).toEqual([]);
    });

    test('are forgotten when their time is over: a tombstone stays', async () => {
      const matter = await filled(database);
      const ended = { ...matter, state: 'archived' as const, endedAt: matterAt, forgetAt: matterAt + 5 };
      const now = matterAt + 5;
      await database.store.transaction(async (tx) => {
        await tx.matters.put(ended);
        await tx.matters.setReceipt(matter.id, 'RECEIPT');
        expect(await tx.matters.toForget(now - 1, 9)).toEqual([]);
        expect(await tx.matters.toForget(now, 9)).toEqual([matter.id]);
        await tx.matters.forget(matter.id, now);
      });
      const { matters } = database.store.read;
      expect(await matters.byId(matter.id)).toEqual({
        ...ended,
        tellerId: null,
        roomId: null,
        ownerId: null,
        forgottenAt: now,
        body: blankBody,
      });
      expect(await matters.notes(matter.id)).toEqual([]);
      expect(await matters.people(matter.id)).toEqual([]);
      expect(await matters.openings(matter.id)).toMatchObject([{ reason: '' }]);
      expect(await matters.byReceipt('RECEIPT')).toBeNull();
      expect(await database.store.transaction((tx) => tx.matters.toForget(now, 9))).toEqual([]);
    });
  });
});
