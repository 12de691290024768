import type { Clock } from '../core/clock.ts';
import type { Store } from '../core/ports/store.ts';

/** How long is kept where somebody walked: long enough for the night's picture and a question the next evening. */
const keptMs = 24 * 3_600_000;

/** Deletes where people were during shifts more than 24 hours ago. */
export async function forgetTracks(store: Store, clock: Clock): Promise<void> {
  await store.transaction((tx) => tx.shifts.forgetTracks(clock.now() - keptMs));
}
