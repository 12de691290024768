import { describe, expect, it } from 'vitest';
import type { WaitingEvent } from '../../bot/take-together.ts';
import { TakeTogether } from '../../bot/take-together.ts';
import type { Inbound } from '../../core/message.ts';

const from = (room: string, updateId: string): Inbound => ({
  platform: 'telegram',
  updateId,
  sentAt: 0,
  room: { externalId: room, kind: 'direct' },
  sender: { externalId: room, name: room },
  event: { kind: 'reaction' } as Inbound['event'],
  raw: '{}',
});

/** Takes nothing by itself: each transaction ends when the test says so. */
function byHand() {
  const begun: WaitingEvent[][] = [];
  const ends: (() => void)[] = [];
  const together = new TakeTogether(async (events) => {
    begun.push([...events]);
    await new Promise<void>((resolve) => ends.push(resolve));
    for (const event of events) event.resolve();
  });
  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const end = async (nth: number): Promise<void> => {
    ends[nth]?.();
    await turns();
  };
  const ids = () => begun.map((events) => events.map(({ inbound }) => inbound.updateId));
  return { together, turns, end, ids };
}

describe('events that wait together', () => {
  it('share one transaction', async () => {
    const { together, turns, end, ids } = byHand();
    const taken = Promise.all(['1', '2', '3'].map((id) => together.take(from(`room ${id}`, id))));
    await turns();
    expect(ids()).toEqual([['1', '2', '3']]);
    await end(0);
    await taken;
  });

  it('that come while one runs wait for it, and then go together', async () => {
    const { together, turns, end, ids } = byHand();
    const first = together.take(from('a', '1'));
    await turns();
    const others = [together.take(from('b', '2')), together.take(from('c', '3'))];
    await turns();
    expect(ids()).toEqual([['1']]);
    await end(0);
    expect(ids()).toEqual([['1'], ['2', '3']]);
    await end(1);
    await Promise.all([first, ...others]);
  });

  it('when they fill a transaction, do not wait for the one that runs', async () => {
    const { together, turns, end, ids } = byHand();
    const first = together.take(from('a', 'first'));
    await turns();
    const rush = Array.from({ length: 70 }, (_, i) => together.take(from(`room ${i}`, String(i))));
    await turns();
    expect(ids().map(({ length }) => length)).toEqual([1, 64]);
    await end(0);
    await end(1);
    expect(ids().map(({ length }) => length)).toEqual([1, 64, 6]);
    await end(2);
    await Promise.all([first, ...rush]);
  });

  it('of one room stay in their order: none is taken beside an earlier one', async () => {
    const { together, turns, end, ids } = byHand();
    const earlier = together.take(from('same', 'earlier'));
    await turns();
    const later = together.take(from('same', 'later'));
    const rush = Array.from({ length: 64 }, (_, i) => together.take(from(`room ${i}`, String(i))));
    await turns();
    expect(ids()).toHaveLength(2);
    expect(ids()[1]).not.toContain('later');
    await end(0);
    await end(1);
    expect(ids()[2]).toEqual(['later']);
    await end(2);
    await Promise.all([earlier, later, ...rush]);
  });

  it('are all refused when the database has fallen silent, and what never ends holds up nobody afterwards', async () => {
    const { together, turns, end, ids } = byHand();
    const inHand = together.take(from('same', 'in hand'));
    await turns();
    const waiting = together.take(from('same', 'waiting'));
    await turns();
    together.refuseAll(({ reject }) => reject(new Error('silent')));
    const refused = await Promise.allSettled([inHand, waiting]);
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const again = together.take(from('same', 'again'));
    await turns();
    expect(ids()).toEqual([['in hand'], ['again']]);
    // The silent one ends after all: the room stays in the order of whoever has it now.
    await end(0);
    const next = together.take(from('same', 'next'));
    await turns();
    expect(ids()).toHaveLength(2);
    await end(1);
    await end(2);
    await Promise.all([again, next]);
  });
});
