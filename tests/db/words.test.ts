import { describe, expect, test } from 'vitest';
import type { WakeWord } from '../../core/ports/store.ts';
import { eachEngine } from '../support/stores.ts';

describe('wake-up words', () => {
  eachEngine((database) => {
    test('are told after the commit, and not at all without one', async () => {
      const { store } = database;
      const heard: WakeWord[] = [];
      store.listen((word) => heard.push(word));
      await store.transaction(async (tx) => {
        store.notify({ about: 'outbox' });
        await tx.settings.put('a', 1);
        expect(heard).toEqual([]);
      });
      expect(heard).toEqual([{ about: 'outbox' }]);
      const failing = store.transaction(() => {
        store.notify({ about: 'timers' });
        return Promise.reject(new Error('no'));
      });
      await expect(failing).rejects.toThrow('no');
      expect(heard).toHaveLength(1);
    });

    test('are told at once outside of a transaction, until the listening ends', () => {
      const { store } = database;
      const heard: WakeWord[] = [];
      const hear = (word: WakeWord) => heard.push(word);
      const [stopOne, stopTwo] = [store.listen(hear), store.listen(hear)];
      store.notify({ about: 'incident', id: '7' });
      expect(heard).toHaveLength(2);
      stopOne();
      store.notify({ about: 'incident', id: '7' });
      stopTwo();
      store.notify({ about: 'incident', id: '7' });
      expect(heard).toHaveLength(3);
    });

    test('reach everybody even if one listener throws, and the error is reported', () => {
      const { store, errors } = database;
      const heard: WakeWord[] = [];
      store.listen(() => {
        throw new Error('deaf');
      });
      store.listen((word) => heard.push(word));
      store.notify({ about: 'timers' });
      expect(heard).toEqual([{ about: 'timers' }]);
      expect(errors.splice(0)).toMatchObject([{ message: 'deaf' }]);
    });
  });
});
