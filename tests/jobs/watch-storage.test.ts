import { describe, expect, it } from 'vitest';
import { AppError } from '../../core/error.ts';
import type { Store } from '../../core/ports/store.ts';
import { storageBounds, storageWatch, type RunningStorageWatch } from '../../jobs/watch-storage.ts';
import { eachEngine } from '../support/stores.ts';
import { fakeClock } from '../support/clock.ts';
import { readableLog } from './outbox-world.ts';

/** The store, whose transactions can be refused or left without an answer. */
function moody(store: Store): Store & { mood: 'well' | 'refusing' | 'silent' } {
  const moody: Store & { mood: 'well' | 'refusing' | 'silent' } = {
    mood: 'well',
    read: store.read,
    sealing: store.sealing,
    transaction: (run) => {
      if (moody.mood === 'silent') return Promise.withResolvers<never>().promise;
      return moody.mood === 'refusing' ? Promise.reject(new Error('the disk is full')) : store.transaction(run);
    },
    wipe: () => store.wipe(),
    notify: (word) => store.notify(word),
    listen: (hear) => store.listen(hear),
    onLost: (hear) => store.onLost(hear),
    close: () => store.close(),
  };
  return moody;
}

describe('the watch over the database', () => {
  eachEngine((database) => {
    const world = ({ settles = true } = {}) => {
      const clock = fakeClock();
      const log = readableLog();
      const store = moody(database.store);
      const heard: string[] = [];
      const watch: RunningStorageWatch = storageWatch({
        store,
        alarm: clock,
        look: () => store.transaction(() => Promise.resolve()),
        lost: () => void heard.push('lost'),
        back: async (tx) => {
          heard.push('back');
          await tx.settings.get('zone.import');
        },
        log,
      });
      if (settles) clock.settle(() => watch.idle());
      return { clock, log, store, heard, watch };
    };

    it('takes a mistake of a handler, or a refusal, for no loss of the database', async () => {
      const { clock, log, watch, heard } = world();
      watch.start();
      const mistakes = [new Error('a bug'), new AppError('conflict', 'somebody was quicker')];
      for (const mistake of mistakes) await database.store.transaction(() => Promise.reject(mistake)).catch(() => null);
      await clock.advance(1);
      expect(watch.lostSince).toBeNull();
      expect(await watch.works()).toBe(true);
      expect(log.lines).toEqual([]);
      expect(heard).toEqual([]);
      await watch.stop();
      expect(clock.waiting()).toBe(0);
    });

    it('says once that nothing can be stored and once that it can again, with when it began', async () => {
      const { clock, log, store, watch, heard } = world();
      watch.start();
      await clock.advance(1);
      store.mood = 'refusing';
      const since = clock.now();
      expect(await watch.works()).toBe(false);
      expect(heard).toEqual([]);
      await clock.advance(3 * storageBounds.tryAgainMs);
      expect(watch.lostSince).toBe(since);
      expect(heard).toEqual(['lost', 'lost', 'lost']);
      store.mood = 'well';
      expect(await watch.works()).toBe(false);
      await clock.advance(storageBounds.tryAgainMs);
      expect(watch.lostSince).toBeNull();
      expect(heard.at(-1)).toBe('back');
      expect(log.lines.map(({ level }) => level)).toEqual(['error', 'info']);
      await watch.stop();
    });

    it('counts a database that does not answer as lost, also in a quiet hour', async () => {
      const { clock, store, watch } = world({ settles: false });
      watch.start();
      await watch.idle();
      store.mood = 'silent';
      await clock.advance(storageBounds.lookEveryMs + 2 * storageBounds.patienceMs);
      expect(watch.lostSince).not.toBeNull();
      await watch.stop();
    });
  });
});
