import { describe, expect, test } from 'vitest';
import type { Inbound } from '../../core/message.ts';
import type { InboxEntry } from '../../core/ports/inbox.ts';
import { rawContent, readableIn } from '../support/raw-content.ts';
import { eachEngine } from '../support/stores.ts';
import { inboxEntryOf, now } from './samples.ts';

const words = '老板拖欠工资三个月，他威胁我';

function entryIn(kind: 'direct' | 'group', n: string, parts: Partial<InboxEntry> = {}): InboxEntry {
  const inbound: Inbound = {
    platform: 'telegram',
    updateId: n,
    sentAt: now,
    room: { externalId: '-100', kind },
    sender: { externalId: '7', name: '张强' },
    event: { kind: 'message', messageId: n, text: words, attachments: [] } as unknown as Inbound['event'],
    raw: JSON.stringify({ text: words, more: '…'.repeat((Number(n) * 37) % 150) }),
  };
  return inboxEntryOf(n, { inbound, ...parts });
}

describe('the inbox', () => {
  eachEngine((database) => {
    test('keeps nothing readable of an update that is private, neither its words nor its raw form', async () => {
      for (let n = 0; n < 40; n += 1)
        await database.store.transaction(async (tx) => {
          const entry = entryIn(n % 2 === 0 ? 'direct' : 'group', String(n));
          await tx.inbox.add([entry]);
          await tx.inbox.seal(entry);
        });
      const raw = await rawContent(database, ['inbox']);
      expect(readableIn(raw, ['sealed1.', words, '张强'])).toEqual(['sealed1.']);
    });

    test('keeps other updates as they came, so that they cost nothing', async () => {
      await database.store.transaction((tx) => tx.inbox.add([entryIn('group', '1')]));
      expect(readableIn(await rawContent(database, ['inbox']), [words])).toEqual([words]);
    });

    test('seals what failed, and opens it for the operator', async () => {
      const failed = entryIn('group', '1', { state: 'failed', reference: 'R-7' });
      await database.store.transaction((tx) => tx.inbox.add([failed]));
      expect(readableIn(await rawContent(database, ['inbox']), [words])).toEqual([]);
      expect(await database.store.read.inbox.failed(9)).toEqual([failed]);
    });
  });
});

describe('the rooms of the web chat', () => {
  eachEngine((database) => {
    test('are sealed, and read as they were written', async () => {
      const message = {
        id: '0001',
        room: 'alice',
        sender: null,
        at: now,
        editedAt: null,
        content: { kind: 'text', text: words } as const,
        reactions: [],
      };
      await database.store.transaction((tx) => tx.webMessages.put(message));
      await database.store.transaction((tx) => tx.webMessages.put({ ...message, editedAt: now }));
      expect(readableIn(await rawContent(database, ['web_messages']), [words])).toEqual([]);
      expect(await database.store.read.webMessages.of(['alice'], 9)).toEqual([{ ...message, editedAt: now }]);
      expect(await database.store.read.webMessages.byId('0001')).toEqual({ ...message, editedAt: now });
    });
  });
});
