import { expect, it } from 'vitest';
import { receiver } from '../../bot/receive.ts';
import type { Inbound } from '../../core/message.ts';
import type { Store } from '../../core/ports/store.ts';
import { fakeClock } from '../support/clock.ts';
import { countingIds } from '../support/ids.ts';
import { quietLog, quietMetrics } from '../support/quiet.ts';

const fire: Inbound = {
  platform: 'telegram',
  updateId: '1',
  sentAt: 0,
  room: { externalId: 'chen', kind: 'direct' },
  sender: { externalId: 'chen', name: '陈' },
  event: { kind: 'message', messageId: 'm1', text: '着火了', attachments: [], mentionsBot: false, edited: false },
  raw: '{}',
};

/** A receiver on a database that answers nothing, until it is told to refuse. */
function silent() {
  const unkept: string[] = [];
  const refused: string[] = [];
  const began: ((error: unknown) => void)[] = [];
  let hear = (): void => {};
  const storage = {
    lostSince: null as number | null,
    works: () => Promise.resolve(storage.lostSince === null),
    hearLoss: (given: () => void) => void (hear = given),
    lose: () => {
      storage.lostSince = 1;
      hear();
    },
  };
  const store = { transaction: () => new Promise((_, reject) => began.push(reject)) } as unknown as Store;
  const receive = receiver({
    store,
    clock: fakeClock(),
    ids: countingIds(),
    metrics: { ...quietMetrics, updateTaken: (_platform, outcome) => void refused.push(outcome) },
    log: quietLog,
    workIn: () => expect.fail('Nothing is handled'),
    answerTap: () => {},
    claimAdded: () => Promise.resolve(),
    storage,
    unkept: ({ updateId }) => void unkept.push(updateId),
  });
  return { receive, storage, unkept, refused, began };
}

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

it('an event that a silent database has in hand is given back to its platform as soon as that is noticed', async () => {
  const { receive, storage, unkept, refused, began } = silent();
  const taken = receive([fire]);
  await turns();
  expect(began).toHaveLength(1);
  storage.lose();
  await expect(taken).rejects.toThrow('Nothing can be stored');
  expect(unkept).toEqual(['1']);
  // The database refuses it in the end: it is on its way again already, and nobody's mistake.
  storage.lostSince = null;
  began[0]?.(new Error('the connection was cut'));
  await turns();
  expect(began).toHaveLength(1);
  expect(refused).toEqual(['refused']);
});

it('while nothing can be stored, an event is refused without asking the database', async () => {
  const { receive, storage, unkept, began } = silent();
  storage.lose();
  await expect(receive([fire])).rejects.toThrow('Nothing can be stored');
  expect(unkept).toEqual(['1']);
  expect(began).toEqual([]);
});
