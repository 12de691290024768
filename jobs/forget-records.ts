import type { Clock } from '../core/clock.ts';
import { recordKinds } from '../core/ports/personal-data.ts';
import type { RecordKind, RecordOf } from '../core/ports/personal-data.ts';
import type { Store, Tx } from '../core/ports/store.ts';

const dayMs = 86_400_000;
/** Looked up at once; each is forgotten in a transaction of its own. */
const atOnce = 200;

/** Forgets records of work that ended so many days ago, and keeps in the zone's trace how many of each kind. */
export async function forgetRecords(
  store: Store,
  clock: Clock,
  days: Readonly<Record<RecordKind, number>>,
  forget: (tx: Tx, record: RecordOf) => Promise<void>,
): Promise<void> {
  const gone: Partial<Record<RecordKind, number>> = {};
  for (const kind of recordKinds) {
    const before = clock.now() - days[kind] * dayMs;
    let some = await store.read.personalData.toForget(kind, before, atOnce);
    while (some.length > 0) {
      for (const record of some) await store.transaction((tx) => forget(tx, record));
      gone[kind] = (gone[kind] ?? 0) + some.length;
      some = some.length < atOnce ? [] : await store.read.personalData.toForget(kind, before, atOnce);
    }
  }
  if (Object.keys(gone).length === 0) return;
  const entry = { subject: 'zone', what: 'data_forgotten', actorId: null, at: clock.now(), data: gone } as const;
  await store.transaction((tx) => tx.trace.append(entry));
}
