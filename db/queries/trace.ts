import type { ChainedEntry, TraceEntry, TraceSubject, TraceWrites } from '../../core/ports/trace.ts';
import { chained, chainStart, emptied, isEmptied, misfit } from '../chain.ts';
import type { ChainEnd } from '../chain.ts';
import { and, asc, eq, gt, sql } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { queryMany, runMany } from '../query-many.ts';
import { query } from '../query.ts';
import type { Values } from '../query.ts';
import { first, insertRows } from './rows.ts';

/** How many entries are checked at a time. */
const pageSize = 1_000;

const entriesOf = query(
  ({ db, tables: { trace } }, given: Values<{ subject: TraceSubject; after: number; limit: number }>) =>
    db
      .select()
      .from(trace)
      .where(and(eq(trace.subject, given.subject), gt(trace.n, given.after)))
      .orderBy(asc(trace.n))
      .limit(given.limit),
);

const wholeChain = query(({ db, tables: { trace } }, given: Values<{ subject: TraceSubject }>) =>
  db.select().from(trace).where(eq(trace.subject, given.subject)).orderBy(asc(trace.n)),
);

const allEnds = query(({ db, tables: { traceEnds } }) => db.select().from(traceEnds).orderBy(asc(traceEnds.subject)));

/** Subjects that have entries but no end: somebody removed it. */
const endless = query(({ db, tables: { trace, traceEnds } }) =>
  db
    .selectDistinct({ subject: trace.subject })
    .from(trace)
    .leftJoin(traceEnds, eq(traceEnds.subject, trace.subject))
    .where(sql`${traceEnds.subject} is null`),
);

/** Reads a chain's end and locks it until the end of the transaction, so that nobody else hangs an entry there. */
const lockEnd = query(({ db, tables: { traceEnds } }, given: Values<{ subject: TraceSubject }>) =>
  db
    .insert(traceEnds)
    .values({ subject: given.subject, n: 0, hash: chainStart })
    .onConflictDoUpdate({ target: traceEnds.subject, set: { n: sql`${traceEnds.n}` } })
    .returning({ n: traceEnds.n, hash: traceEnds.hash }),
);

const moveEnd = query(({ db, tables: { traceEnds } }, given: Values<ChainEnd & { subject: TraceSubject }>) =>
  db.update(traceEnds).set({ n: given.n, hash: given.hash }).where(eq(traceEnds.subject, given.subject)),
);

type Emptying = { subject: TraceSubject; data: Readonly<Record<string, unknown>> };

const emptyChain = query(({ db, tables: { trace } }, given: Values<Emptying>) =>
  db.update(trace).set({ actorId: null, data: given.data }).where(eq(trace.subject, given.subject)),
);

const addEntries = queryMany<ChainedEntry>(({ db, tables: { trace } }, rows) => insertRows(db, trace, rows));

/**
 * What happened, in hash chains, one for each subject. Entries are collected and chained when the transaction ends: its
 * chains are then locked as briefly as can be, and always in the same order.
 */
export class SqlTrace implements TraceWrites {
  readonly #handle: Handle;
  #collected: TraceEntry[] = [];

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  append(entry: TraceEntry): Promise<void> {
    if (this.#collected.length === 0) this.#handle.atLast(() => this.#write());
    this.#collected.push(entry);
    return Promise.resolve();
  }

  async empty(subject: TraceSubject): Promise<void> {
    await this.#write();
    await this.#handle.run(emptyChain, { subject, data: emptied });
  }

  async of(subject: TraceSubject): Promise<ChainedEntry[]> {
    await this.#write();
    return this.#handle.run(wholeChain, { subject });
  }

  async verify(): Promise<{ entries: number; broken: { subject: TraceSubject; n: number; why: string }[] }> {
    await this.#write();
    const broken: { subject: TraceSubject; n: number; why: string }[] = [];
    let entries = 0;
    for (const { subject, ...end } of await this.#handle.run(allEnds, {})) {
      const found = await this.#follow(subject, (n, why) => broken.push({ subject, n, why }));
      entries += found.entries;
      if (found.n < end.n) broken.push({ subject, n: found.n + 1, why: 'the end is missing' });
      else if (found.hash !== end.hash) broken.push({ subject, n: found.n, why: 'is not the end that was kept' });
    }
    for (const { subject } of await this.#handle.run(endless, {})) broken.push({ subject, n: 0, why: 'has no end' });
    return { entries, broken };
  }

  /** Walks a chain page by page; the answer is where it ends. */
  async #follow(
    subject: TraceSubject,
    report: (n: number, why: string) => void,
  ): Promise<ChainEnd & { entries: number }> {
    let end: ChainEnd = { n: 0, hash: chainStart };
    let entries = 0;
    /** Emptied ones for which no entry has answered yet. */
    let unanswered: number[] = [];
    for (;;) {
      const page = await this.#handle.run(entriesOf, { subject, after: end.n, limit: pageSize });
      for (const entry of page) {
        const why = misfit(entry, end);
        if (why !== null) report(entry.n, why);
        else if (isEmptied(entry)) unanswered.push(entry.n);
        else if (entry.what === 'record_forgotten') unanswered = [];
        end = { n: entry.n, hash: entry.hash };
      }
      entries += page.length;
      if (page.length < pageSize) break;
    }
    for (const n of unanswered) report(n, 'was emptied, and nothing after it says so');
    return { ...end, entries };
  }

  async #write(): Promise<void> {
    const entries = this.#collected;
    this.#collected = [];
    const bySubject = [...Map.groupBy(entries, ({ subject }) => subject)].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [subject, added] of bySubject) await this.#extend(subject, added);
  }

  async #extend(subject: TraceSubject, added: readonly TraceEntry[]): Promise<void> {
    const start = first(await this.#handle.run(lockEnd, { subject }));
    if (!start) throw new Error(`The trace of ${subject} has no end to hang on`);
    let end: ChainEnd = start;
    const links = added.map((entry) => {
      const link = chained(entry, end);
      end = link;
      return link;
    });
    await runMany(this.#handle, addEntries, links);
    await this.#handle.run(moveEnd, { subject, n: end.n, hash: end.hash });
  }
}
