import type { Erasure } from '../core/ports/personal-data.ts';
import type { Store, Tx } from '../core/ports/store.ts';

/**
 * Goes on with the erasures that were asked for: messages, some at a time, and last the names that platforms have for the person.
 * @param finish the last step, in its transaction; false: an open matter needs to reach them, so it is tried again next time
 */
export async function forgetPeople(
  store: Store,
  finish: (tx: Tx, erasure: Erasure) => Promise<boolean>,
): Promise<void> {
  for (const begun of await store.read.personalData.erasures()) {
    let step = await store.transaction((tx) => tx.personalData.eraseMessages(begun));
    while (!step.isLast) {
      const { erasure } = step;
      step = await store.transaction((tx) => tx.personalData.eraseMessages(erasure));
    }
    const { erasure } = step;
    await store.transaction((tx) => finish(tx, erasure));
  }
}
