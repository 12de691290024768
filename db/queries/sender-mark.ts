import type { Sender } from '../../core/ports/personal-data.ts';
import type { Sealing } from '../../core/ports/sealing.ts';

/** Whether the message beside the mark can be read by whoever has the database. */
export type Marked = 'readable' | 'sealed';

/** The mark of what nobody sent. */
export const noSender = '-';

/**
 * By what a sender's messages are found again. Those that are sealed have another mark than those that are not: who wrote the
 * former would else stand beside the latter.
 */
export function senderMark({ platform, externalId }: Sender, how: Marked, sealing: Sealing): string {
  return sealing.fingerprint(`sender ${how}`, `${platform} ${externalId}`);
}

/** Every mark that this sender's messages can have; the last is that of messages from before there were marks. */
export function marksOf(senders: readonly Sender[], sealing: Sealing): string[] {
  return [
    ...senders.flatMap((sender) => [senderMark(sender, 'readable', sealing), senderMark(sender, 'sealed', sealing)]),
    '',
  ];
}
