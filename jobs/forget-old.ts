import type { Clock } from '../core/clock.ts';
import { keepables } from '../core/ports/personal-data.ts';
import type { Keepable } from '../core/ports/personal-data.ts';
import type { Store } from '../core/ports/store.ts';

const dayMs = 86_400_000;
/** Removed in one transaction; others go in between. */
const atOnce = 500;

/** Removes what is past its time, kind by kind, and keeps in the zone's trace how much of it there was. */
export async function forgetOld(store: Store, clock: Clock, days: Readonly<Record<Keepable, number>>): Promise<void> {
  const gone: Partial<Record<Keepable, number>> = {};
  for (const what of keepables) {
    const count = await forgetAll(store, what, clock.now() - days[what] * dayMs);
    if (count > 0) gone[what] = count;
  }
  if (Object.keys(gone).length === 0) return;
  const entry = { subject: 'zone', what: 'data_forgotten', actorId: null, at: clock.now(), data: gone } as const;
  await store.transaction((tx) => tx.trace.append(entry));
}

async function forgetAll(store: Store, what: Keepable, before: number): Promise<number> {
  let count = 0;
  for (let some = atOnce; some === atOnce; count += some)
    some = await store.transaction((tx) => tx.personalData.forgetOld(what, before, atOnce));
  return count;
}
