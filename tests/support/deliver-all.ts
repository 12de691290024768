import type { Instant } from '../../core/clock.ts';
import { platforms } from '../../core/message.ts';
import type { Store } from '../../core/ports/store.ts';

const leaseMs = 60_000;
/** More rounds than this mean that something is queued over and over. */
const mostRounds = 1_000;

/** Sends all that is queued and due, as if every platform took it at once; edits keep the message that stands. */
export async function deliverAll(store: Store, now: Instant, nextMessageId: () => string): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    const sent = await store.transaction(async (tx) => {
      const claims = await tx.outbox.claimLanes({
        platforms: [...platforms],
        now,
        leaseUntil: now + leaseMs,
        lease: 'test',
        limit: 50,
      });
      const ends = claims.map((claim) => ({
        claim,
        outcome: { kind: 'sent', messageId: claim.standing?.messageId ?? nextMessageId(), contentHash: '' } as const,
        at: now,
        laneDueAt: now,
      }));
      if (ends.length > 0) await tx.outbox.finish(ends);
      return ends.length;
    });
    if (sent === 0) return;
  }
  throw new Error('something is queued again and again');
}
