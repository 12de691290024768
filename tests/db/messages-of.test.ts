import { describe, expect, test } from 'vitest';
import type { Inbound } from '../../core/message.ts';
import { eachEngine } from '../support/stores.ts';
import { inboxEntryOf, now } from './samples.ts';

const her = { platform: 'telegram', externalId: '7' } as const;

function wrote(n: number, externalId: string, text: string) {
  const inbound: Inbound = {
    platform: 'telegram',
    updateId: String(n),
    sentAt: now,
    room: { externalId: '-100', kind: 'group' },
    sender: { externalId, name: '' },
    event: { kind: 'message', messageId: String(n), text, attachments: [] } as unknown as Inbound['event'],
    raw: '{}',
  };
  return inboxEntryOf(String(n), { inbound });
}

describe('somebody’s messages', () => {
  eachEngine((database) => {
    const wordsOf = async (senders = [her]) =>
      (await database.store.read.personalData.messages(senders, '')).found.map(({ words }) => words);

    test('are found among others’, whether they are sealed or not, and after the one that was seen last', async () => {
      const { store } = database;
      const entries = [
        wrote(1, '7', '早'),
        wrote(2, '8', '别人的'),
        wrote(3, '7', '私下说的'),
        wrote(4, '77', '也是别人的'),
      ];
      await store.transaction(async (tx) => {
        await tx.inbox.add(entries);
        for (const entry of entries.slice(2, 3)) await tx.inbox.seal(entry);
      });
      expect(await wordsOf()).toEqual(['早', '私下说的']);
      const { found, next } = await store.read.personalData.messages([her], entries[0]?.id ?? '');
      expect([found.map(({ words }) => words), next]).toEqual([['私下说的'], null]);
      expect(await wordsOf([])).toEqual([]);
    });
  });
});
