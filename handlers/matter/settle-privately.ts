import type { PrivateNotice } from '../../core/private-notice.ts';
import type { LaneClaim, SendOutcome } from '../../core/ports/outbox.ts';
import type { Work } from '../work.ts';

/** What follows when a notice of a private matter did not reach its reader: whoever has the matter hears its number, to ring. */
export async function settlePrivately(
  work: Work,
  claim: LaneClaim,
  outcome: SendOutcome,
  notice: PrivateNotice,
): Promise<void> {
  if (outcome.kind !== 'dead' || !('matterId' in notice) || notice.matterId === null) return;
  const matter = await work.tx.matters.byId(notice.matterId);
  if (matter?.ownerId == null || matter.ownerId === claim.notice.readerId) return;
  work.notify({ about: 'matter', id: matter.id });
}
