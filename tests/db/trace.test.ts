import Driver from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { TraceSubject } from '../../core/ports/trace.ts';
import { eachEngine, freshDatabase } from '../support/stores.ts';
import { now, traceOf } from './samples.ts';

const subject: TraceSubject = 'incident:1';

describe('the trace', () => {
  eachEngine((database) => {
    test('keeps what happened in order, each entry hanging on the one before', async () => {
      const { store } = database;
      await store.transaction(async (tx) => {
        await tx.trace.append(traceOf({ subject, what: 'reported', data: { b: 1, a: '厂里着火了' } }));
        await tx.trace.append(traceOf({ subject: 'zone', what: 'bot_joined' }));
        await tx.trace.append(traceOf({ subject, what: 'confirmed', at: now + 1 }));
        expect(await tx.trace.of(subject)).toHaveLength(2);
        await tx.trace.append(traceOf({ subject, what: 'called_out', at: now + 2 }));
      });
      const chain = await store.read.trace.of(subject);
      expect(chain.map(({ n, what }) => [n, what])).toEqual([
        [1, 'reported'],
        [2, 'confirmed'],
        [3, 'called_out'],
      ]);
      expect(chain.map(({ previousHash }) => previousHash)).toEqual(['', chain[0]?.hash, chain[1]?.hash]);
      expect(chain[0]).toMatchObject({ data: { b: 1, a: '厂里着火了' }, at: now, actorId: null });
      expect(await store.read.trace.verify()).toEqual({ entries: 4, broken: [] });
    });

    test('can be emptied of who and what, and is whole then only if it says so', async () => {
      const { store } = database;
      await store.transaction(async (tx) => {
        await tx.trace.append(traceOf({ subject, what: 'reported', data: { words: '厂里着火了' } }));
        await tx.trace.append(traceOf({ subject, what: 'confirmed', at: now + 1 }));
      });
      await store.transaction((tx) => tx.trace.empty(subject));
      expect((await store.read.trace.verify()).broken.map(({ n }) => n)).toEqual([1, 2]);
      await store.transaction((tx) => tx.trace.append(traceOf({ subject, what: 'record_forgotten' })));
      expect(await store.read.trace.verify()).toEqual({ entries: 3, broken: [] });
      const chain = await store.read.trace.of(subject);
      expect(chain.map(({ what, at }) => [what, at])).toEqual([
        ['reported', now],
        ['confirmed', now + 1],
        ['record_forgotten', now],
      ]);
      expect(JSON.stringify(chain)).not.toContain('着火');
    });

    test('forgets what a failed transaction appended', async () => {
      const { store } = database;
      const failing = store.transaction(async (tx) => {
        await tx.trace.append(traceOf({ subject }));
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      await store.transaction((tx) => tx.trace.append(traceOf({ subject })));
      expect(await store.read.trace.of(subject)).toMatchObject([{ n: 1 }]);
    });

    test('stays one chain under many writers, also of several subjects at once', async () => {
      const { store } = database;
      const [one, two]: TraceSubject[] = ['incident:a', 'incident:b'];
      await Promise.all(
        Array.from({ length: 100 }, (_, i) =>
          store.transaction(async (tx) => {
            const order = i % 2 === 0 ? [one!, two!] : [two!, one!];
            for (const each of order) await tx.trace.append(traceOf({ subject: each, data: { i } }));
          }),
        ),
      );
      const chain = await store.read.trace.of('incident:a');
      expect(chain.map(({ n }) => n)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
      expect(await store.read.trace.verify()).toEqual({ entries: 200, broken: [] });
    });

    test('verifies chains longer than a page', async () => {
      const { store } = database;
      await store.transaction(async (tx) => {
        for (let i = 0; i < 2_100; i += 1) await tx.trace.append(traceOf({ subject, data: { i } }));
      });
      expect(await store.read.trace.verify()).toEqual({ entries: 2_100, broken: [] });
    });
  });

  describe('that somebody tampered with', () => {
    const database = freshDatabase('sqlite');

    const tampered = async (sql: string) => {
      await database.store.transaction(async (tx) => {
        for (let i = 0; i < 3; i += 1) await tx.trace.append(traceOf({ subject, data: { i } }));
      });
      const intruder = new Driver(database.url.slice('file:'.length));
      intruder.exec(sql);
      intruder.close();
      return (await database.store.read.trace.verify()).broken.map(({ n, why }) => `${String(n)} ${why}`);
    };

    test('shows a changed entry', async () => {
      expect(await tampered(`update trace set data = '{"i":7}' where n = 2`)).toEqual(['2 was changed']);
    });

    test('shows a changed entry whose hash was made to fit', async () => {
      expect(await tampered(`update trace set hash = 'abc' where n = 2`)).toEqual([
        '2 was changed',
        '3 does not hang on the entry before it',
      ]);
    });

    test('shows a removed entry', async () => {
      expect(await tampered('delete from trace where n = 2')).toEqual(['3 entry 2 is missing']);
    });

    test('shows a removed end', async () => {
      expect(await tampered('delete from trace where n = 3')).toEqual(['3 the end is missing']);
    });

    test('shows a chain whose kept end was removed', async () => {
      expect(await tampered('delete from trace_ends')).toEqual(['0 has no end']);
    });
  });
});
