import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Clock } from '../core/clock.ts';
import type { Metrics } from '../core/ports/metrics.ts';
import type { OutboxReads } from '../core/ports/outbox.ts';
import { priorities } from '../core/notice.ts';

/** The program's own counts, and the page that shows them. */
export interface MetricsPage extends Metrics {
  readonly contentType: string;
  /** The page's text, with the outbox as it is now. */
  text(): Promise<string>;
  /** Stops measuring the event loop. */
  close(): void;
}

export interface MetricsParts {
  clock: Clock;
  /** How much waits in the outbox. */
  outbox: Pick<OutboxReads, 'depth'>;
  /** Whether the database takes what is written, as far as anybody has noticed. */
  isStoring: () => boolean;
}

/** Handlers and taps are quick; a second is already far out. */
const quick = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
/** A send waits for a platform and for its limits. */
const slow = [0.005, 0.015, 0.04, 0.06, 0.12, 0.3, 1, 3, 10, 30, 60, 300];
const LOOP_RESOLUTION_MS = 10;

/** Counts for Prometheus (https://prometheus.io/docs/practices/naming): seconds, totals, small fixed labels. */
export function createMetrics({ clock, outbox, isStoring }: MetricsParts): MetricsPage {
  const registry = new Registry();
  const registers = [registry];
  const updates = new Counter({
    name: 'qunfang_updates_total',
    help: 'Updates from chat platforms, by what became of them',
    labelNames: ['platform', 'outcome'],
    registers,
  });
  const handling = new Histogram({
    name: 'qunfang_handler_seconds',
    help: 'From the start of an event’s transaction to its commit',
    labelNames: ['what'],
    buckets: quick,
    registers,
  });
  const sends = new Counter({
    name: 'qunfang_sends_total',
    help: 'Notices that left the outbox, by what became of them',
    labelNames: ['platform', 'priority', 'outcome', 'kind'],
    registers,
  });
  const sending = new Histogram({
    name: 'qunfang_send_seconds',
    help: 'From queueing a notice to the platform’s acceptance',
    labelNames: ['platform', 'priority'],
    buckets: slow,
    registers,
  });
  const lateness = new Histogram({
    name: 'qunfang_timer_lateness_seconds',
    help: 'How late a timer ran',
    labelNames: ['kind'],
    buckets: quick,
    registers,
  });
  new Gauge({
    name: 'qunfang_storing',
    help: '1 while what is written into the database is kept; 0: nothing can be stored',
    registers,
    collect() {
      this.set(isStoring() ? 1 : 0);
    },
  });
  const outboxGauges = outboxOf(registry, { clock, outbox });
  const loop = eventLoopOf(registry);
  return {
    contentType: registry.contentType,
    updateTaken: (platform, outcome) => updates.inc({ platform, outcome }),
    handlerTook: (what, milliseconds) => handling.observe({ what }, milliseconds / 1000),
    sent: (platform, priority, outcome, kind) => sends.inc({ platform, priority, outcome, kind }),
    sendTook: (platform, priority, milliseconds) => sending.observe({ platform, priority }, milliseconds / 1000),
    timerRan: (kind, latenessMs) => lateness.observe({ kind }, Math.max(0, latenessMs) / 1000),
    text: async () => {
      await outboxGauges();
      return registry.metrics();
    },
    close: () => loop.disable(),
  };
}

/** How many notices wait and how long the oldest has; every priority is there, also with nothing waiting. */
function outboxOf(registry: Registry, { clock, outbox }: Pick<MetricsParts, 'clock' | 'outbox'>): () => Promise<void> {
  const depth = new Gauge({
    name: 'qunfang_outbox_waiting',
    help: 'Notices that wait in the outbox',
    labelNames: ['priority'],
    registers: [registry],
  });
  const age = new Gauge({
    name: 'qunfang_outbox_oldest_seconds',
    help: 'How long the oldest waiting notice has waited',
    labelNames: ['priority'],
    registers: [registry],
  });
  const up = new Gauge({
    name: 'qunfang_database_up',
    help: '1 while the database answers; 0: the outbox cannot be looked at',
    registers: [registry],
  });
  return async () => {
    // The page is needed most when something is down; what cannot be known is left out.
    const depths = await outbox.depth().catch(() => null);
    up.set(depths === null ? 0 : 1);
    depth.reset();
    age.reset();
    if (depths === null) return;
    const waiting = new Map(depths.map((one) => [one.priority, one]));
    for (const priority of Object.keys(priorities) as (keyof typeof priorities)[]) {
      const one = waiting.get(priority);
      depth.set({ priority }, one?.waiting ?? 0);
      age.set({ priority }, one === undefined ? 0 : Math.max(0, clock.now() - one.oldestAt) / 1000);
    }
  };
}

function eventLoopOf(registry: Registry): { disable: () => void } {
  const loop = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS });
  loop.enable();
  new Gauge({
    name: 'qunfang_event_loop_delay_seconds',
    help: 'How late the event loop was since the last look',
    labelNames: ['quantile'],
    registers: [registry],
    collect() {
      for (const quantile of [50, 99, 100]) {
        this.set({ quantile: String(quantile / 100) }, Math.max(0, loop.percentile(quantile) / 1e9));
      }
      loop.reset();
    },
  });
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Resident memory of the process',
    registers: [registry],
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  return { disable: () => loop.disable() };
}
