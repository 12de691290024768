import type { Priority } from '../core/notice.ts';

/** How a platform's rate is shared and how long is tried, by priority. */
interface SendingRule {
  /** The part of a group's minute that notices of this priority may use up. The rest is kept for the more urgent. */
  share: number;
  /**
   * The same of a platform's rate. It comes back within a second, and whatever comes back goes to the most urgent first, so all but
   * one call of it may be used by six hundred reminders at once.
   */
  rateShare: number;
  /** Pause after the first failure that may be tried again; it doubles with each further one. */
  firstPauseMs: number;
  longestPauseMs: number;
  /** So long after queueing nobody needs it any more, unless the notice itself says when. */
  giveUpAfterMs: number;
}

const second = 1_000;
const minute = 60 * second;

/** An order never waits behind a digest: neither for its turn, nor for the rate, nor through a digest's failures. */
export const sendingRules: Readonly<Record<Priority, SendingRule>> = {
  order: { share: 1, rateShare: 1, firstPauseMs: 250, longestPauseMs: 5 * second, giveUpAfterMs: 30 * minute },
  answer: { share: 0.9, rateShare: 0.97, firstPauseMs: 500, longestPauseMs: 8 * second, giveUpAfterMs: 15 * minute },
  card: { share: 0.7, rateShare: 0.97, firstPauseMs: second, longestPauseMs: 15 * second, giveUpAfterMs: 60 * minute },
  reminder: {
    share: 0.6,
    rateShare: 0.97,
    firstPauseMs: 2 * second,
    longestPauseMs: minute,
    giveUpAfterMs: 6 * 60 * minute,
  },
  digest: {
    share: 0.5,
    rateShare: 0.5,
    firstPauseMs: 5 * second,
    longestPauseMs: 2 * minute,
    giveUpAfterMs: 12 * 60 * minute,
  },
};

/** Least urgent first: in this order a platform's rate is handed out. */
export const leastUrgentFirst = [
  'digest',
  'reminder',
  'card',
  'answer',
  'order',
] as const satisfies readonly Priority[];

/** After a slot was changed, its next change in the same room waits so long; what comes meanwhile is folded into one. */
export const changePauseMs = {
  /** Edited in place. */
  edited: second,
  /** Said again in a new message, where a platform has no edits: people are not to be flooded. */
  resent: 15 * second,
} as const;

/** Bounds of one sender. */
export const senderBounds = {
  /** Sends under way at once on one platform: its open sockets. */
  sendsAtOnce: 256,
  /** Lanes claimed, and sends ended, in one turn. */
  lanesAtOnce: 64,
  /** Sends ended in one transaction; more are ended side by side. */
  endsTogether: 64,
  /** An outcome waits so long for a transaction to be committed with. */
  companyMs: 5,
  /** Sends begun before sockets get their turn: the first order is on the wire while the last is still being written. */
  startsAtOnce: 8,
  /** Longer than any platform call with its time-out. */
  leaseMs: 30 * second,
  /** At full speed there is no time to ask when the next lane is due; it is asked after so long a rest. */
  restMs: 25,
  /** A look without being woken: a wake-up from another instance can be lost. */
  lookAgainMs: 5 * second,
  /** Pause after a transaction that could not be committed. */
  storePauseMs: 500,
  /** Endings of one send that failed before its outcome is kept without its consequences. */
  settleTries: 3,
} as const;

/** The pause before the next try of a notice that failed `failures` times; `chance` in [0, 1) spreads lanes apart. */
export function pauseMs(priority: Priority, failures: number, chance: number): number {
  const rule = sendingRules[priority];
  const pause = Math.min(rule.firstPauseMs * 2 ** Math.min(failures, 16), rule.longestPauseMs);
  return Math.round(pause * (0.75 + chance / 2));
}
