import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OutboxDepth } from '../../core/ports/outbox.ts';
import { createMetrics, type MetricsPage } from '../../web/metrics.ts';
import { fakeClock } from '../support/clock.ts';

const clock = fakeClock();
let waiting: OutboxDepth[];
let metrics: MetricsPage;
let storing = true;

beforeEach(() => {
  waiting = [];
  metrics = createMetrics({ clock, outbox: { depth: () => Promise.resolve(waiting) }, isStoring: () => storing });
});
afterEach(() => metrics.close());

it('counts updates, sends and timers by small fixed labels', async () => {
  metrics.updateTaken('telegram', 'done');
  metrics.updateTaken('telegram', 'done');
  metrics.handlerTook('message', 4);
  metrics.sent('wechat', 'order', 'sent', 'order');
  metrics.sendTook('wechat', 'order', 30);
  metrics.timerRan('wave', 7);
  const text = await metrics.text();
  expect(text).toContain('qunfang_updates_total{platform="telegram",outcome="done"} 2');
  expect(text).toContain('qunfang_handler_seconds_bucket{le="0.005",what="message"} 1');
  expect(text).toContain('qunfang_sends_total{platform="wechat",priority="order",outcome="sent",kind="order"} 1');
  expect(text).toContain('qunfang_send_seconds_sum{platform="wechat",priority="order"} 0.03');
  expect(text).toContain('qunfang_timer_lateness_seconds_count{kind="wave"} 1');
  expect(text).toMatch(/qunfang_event_loop_delay_seconds\{quantile="0.99"\} \d/);
});

it('shows how much waits and how long the oldest has, for every priority', async () => {
  waiting = [{ priority: 'card', waiting: 3, oldestAt: clock.now() - 2_500 }];
  const text = await metrics.text();
  expect(text).toContain('qunfang_outbox_waiting{priority="card"} 3');
  expect(text).toContain('qunfang_outbox_oldest_seconds{priority="card"} 2.5');
  expect(text).toContain('qunfang_outbox_waiting{priority="order"} 0');
  waiting = [];
  expect(await metrics.text()).toContain('qunfang_outbox_waiting{priority="card"} 0');
});

it('says whether anything can be stored', async () => {
  expect(await metrics.text()).toContain('qunfang_storing 1');
  storing = false;
  expect(await metrics.text()).toContain('qunfang_storing 0');
  storing = true;
});

it('answers while the database is down, without what only the database knows', async () => {
  const outbox = { depth: (): Promise<OutboxDepth[]> => Promise.reject(new Error('down')) };
  const page = createMetrics({ clock, outbox, isStoring: () => true });
  page.updateTaken('web', 'done');
  const text = await page.text();
  page.close();
  expect(text).toContain('qunfang_database_up 0');
  expect(text).toContain('qunfang_updates_total{platform="web",outcome="done"} 1');
  expect(text).not.toContain('qunfang_outbox_waiting{');
});
