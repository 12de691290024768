import { wallClock } from '../../core/clock.ts';
import { openStore } from '../../db/open-store.ts';
import { wallAlarm } from '../../jobs/alarm.ts';
import { outboxSender } from '../../jobs/send-outbox.ts';
import { fakeChat } from '../support/fake-chat.ts';
import { noMetrics, queuedNotice, readableLog, roomMaker, sayText } from './outbox-world.ts';
import { testKeys } from '../support/keys.ts';

/**
 * Run as its own process: `node crashing-sender.ts DATABASE_URL`. Queues one order, hands it to the platform, says `sent`
 * and waits for the answer, which never comes; whoever started it kills it then.
 */
const [url = ''] = process.argv.slice(2);
const store = await openStore(url, { keys: testKeys, onError: (error) => console.error(error) });
const chat = fakeChat({ now: () => wallClock.now() });
const never = new Promise<never>(() => {});
const send = chat.send.bind(chat);
chat.send = async (room, outgoing) => {
  await send(room, outgoing);
  process.stdout.write('sent\n');
  return await never;
};
const room = await roomMaker(store, wallClock)('li');
const order = queuedNotice('notice-1' as never, room.id, 'order 1', { priority: 'order' }, wallClock);
await store.transaction((tx) => tx.outbox.add([order]));
outboxSender({
  store,
  alarm: wallAlarm(wallClock),
  adapters: [chat],
  render: sayText,
  settle: () => Promise.resolve(),
  metrics: noMetrics,
  log: readableLog(),
}).start();
// The alarm alone does not keep a process alive.
setTimeout(() => process.exit(1), 20_000);
