import type { Context, Hono } from 'hono';
import { Hono as Routes } from 'hono';
import type { Platform } from '../core/message.ts';
import type { StorageWatch } from '../core/ports/storage.ts';
import type { MetricsPage } from './metrics.ts';

/** How a platform's adapter is. `off`: not configured. */
export type AdapterState = 'on' | 'starting' | 'off';

/** What the health pages look at. */
export interface HealthParts {
  /** Asks the database something small. @throws when it does not answer */
  askDatabase(): Promise<unknown>;
  adapters(): Readonly<Record<Platform, AdapterState>>;
  /** Whether the database can be written. */
  storage: StorageWatch;
  metrics: MetricsPage;
}

/** How long the database may take to count as answering. */
const PATIENCE_MS = 2_000;

/** `/healthz`: the process runs. `/readyz`: the database answers, takes what is written, and every adapter that is on has started. `/metrics`: counts. */
export function healthRoutes(parts: HealthParts): Hono {
  const routes = new Routes();
  routes.get('/healthz', (context) => context.json({ ok: true }));
  routes.get('/readyz', (context) => readiness(context, parts));
  routes.get('/metrics', async (context) =>
    context.body(await parts.metrics.text(), 200, { 'content-type': parts.metrics.contentType }),
  );
  return routes;
}

/** Whether the database answers within its time. */
export async function databaseAnswers({ askDatabase }: Pick<HealthParts, 'askDatabase'>): Promise<boolean> {
  const late = Promise.withResolvers<false>();
  const timer = setTimeout(() => late.resolve(false), PATIENCE_MS);
  const answer = askDatabase().then(
    () => true,
    () => false,
  );
  return Promise.race([answer, late.promise]).finally(() => clearTimeout(timer));
}

async function readiness(context: Context, parts: HealthParts): Promise<Response> {
  const database = await databaseAnswers(parts);
  const adapters = parts.adapters();
  const { lostSince } = parts.storage;
  const ready = database && lostSince === null && !Object.values(adapters).includes('starting');
  const storing = lostSince === null ? { storing: true } : { storing: false, since: new Date(lostSince).toISOString() };
  return context.json({ ready, database, ...storing, adapters }, ready ? 200 : 503);
}
