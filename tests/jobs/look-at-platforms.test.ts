import { afterEach, expect, it } from 'vitest';
import type { Finding } from '../../core/notice.ts';
import { platformWatch } from '../../jobs/look-at-platforms.ts';
import { closeStages, Stage } from '../scenarios/stage.ts';
import { quietLog } from '../support/quiet.ts';
import { freshDatabase } from '../support/stores.ts';

const database = freshDatabase('sqlite');
afterEach(closeStages);

const deaf: Finding = { platform: 'telegram', code: 'privacy_mode', severity: 'error', detail: '救援群' };

it('one platform that cannot look at itself keeps nobody from hearing of the other', async () => {
  const stage = new Stage(database.store);
  await stage.begin([{ name: '值01', roles: ['duty_officer'] }]);
  const failures: unknown[] = [];
  const looked: string[] = [];
  const watch = platformWatch({
    store: database.store,
    workIn: (tx) => stage.bot.workIn(tx),
    log: { ...quietLog, error: (fields, message) => failures.push([message, fields.platform]) },
    adapters: [
      { platform: 'wechat', selfCheck: () => Promise.reject(new Error('not logged in')) },
      {
        platform: 'telegram',
        selfCheck: (rooms) => {
          looked.push(...rooms.map(({ title }) => title));
          return Promise.resolve([deaf]);
        },
      },
    ],
  });
  await watch.look();
  await stage.rest();
  expect(failures).toEqual([['The self-check failed', 'wechat']]);
  expect(looked.toSorted()).toEqual(['指挥群', '救援群', '村群'].toSorted());
  stage.sees('指挥群', '隐私模式');
  await stage.end();
});
