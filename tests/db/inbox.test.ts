import { describe, expect, test } from 'vitest';
import type { InboxId } from '../../core/ids.ts';
import type { InboxEntry } from '../../core/ports/inbox.ts';
import { eachEngine } from '../support/stores.ts';
import { inboxEntryOf, now } from './samples.ts';

describe('the inbox', () => {
  eachEngine((database) => {
    test('takes an update once, whoever delivers it again', async () => {
      const { store } = database;
      const first = inboxEntryOf('870001');
      const add = (...entries: InboxEntry[]) => store.transaction((tx) => tx.inbox.add(entries));
      expect(await add(first)).toEqual(new Set([first.id]));
      expect(await add(inboxEntryOf('870001'))).toEqual(new Set());
      const wechat = inboxEntryOf('870001', { platform: 'wechat' });
      expect(await add(wechat)).toEqual(new Set([wechat.id]));
    });

    test('takes the new ones of many, and one that is there twice only once', async () => {
      const { store } = database;
      await store.transaction((tx) => tx.inbox.add([inboxEntryOf('7')]));
      const many = Array.from({ length: 71 }, (_, i) => inboxEntryOf(String(i)));
      const added = await store.transaction((tx) => tx.inbox.add([...many, inboxEntryOf('8')]));
      expect(added).toEqual(new Set(many.filter(({ updateId }) => updateId !== '7').map(({ id }) => id)));
    });

    test('takes one of many deliveries at the same moment', async () => {
      const { store } = database;
      const taken = await Promise.all(
        Array.from({ length: 40 }, () => store.transaction((tx) => tx.inbox.add([inboxEntryOf('1')]))),
      );
      expect(taken.filter(({ size }) => size === 1)).toHaveLength(1);
    });

    test('takes an update again whose transaction was lost', async () => {
      const { store } = database;
      const failing = store.transaction(async (tx) => {
        await tx.inbox.add([inboxEntryOf('1')]);
        throw new Error('the handler broke');
      });
      await expect(failing).rejects.toThrow('the handler broke');
      expect((await store.transaction((tx) => tx.inbox.add([inboxEntryOf('1')]))).size).toBe(1);
    });

    test('shows the failed ones, newest first, with all that came', async () => {
      const { store } = database;
      const [old, fresh] = [
        inboxEntryOf('1', { state: 'failed', reference: 'R1' }),
        inboxEntryOf('2', { state: 'failed', reference: 'R2', receivedAt: now + 1 }),
      ];
      await store.transaction(async (tx) => {
        for (const entry of [old, inboxEntryOf('3'), fresh]) await tx.inbox.add([entry]);
      });
      expect(await store.read.inbox.failed(10)).toEqual([fresh, old]);
      expect(await store.read.inbox.failed(1)).toEqual([fresh]);
    });

    test('refuses two entries under one id of ours', async () => {
      const { store } = database;
      const id = 'inbox-same' as InboxId;
      await store.transaction((tx) => tx.inbox.add([inboxEntryOf('1', { id })]));
      await expect(store.transaction((tx) => tx.inbox.add([inboxEntryOf('2', { id })]))).rejects.toThrow(/unique/i);
    });
  });
});
