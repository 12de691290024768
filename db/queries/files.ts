import type { Instant } from '../../core/clock.ts';
import type { FileId, IncidentId } from '../../core/ids.ts';
import type { FileWrites, KeptFile } from '../../core/ports/files.ts';
import { and, asc, eq, lte, sql } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import type { Changed, Values } from '../query.ts';
import { first, insertRow, updateRow } from './rows.ts';

const fileById = query(({ db, tables: { files } }, given: Values<{ id: FileId }>) =>
  db.select().from(files).where(eq(files.id, given.id)),
);

const waitingFiles = query(({ db, tables: { files } }, given: Values<{ now: Instant; limit: number }>) =>
  db
    .select()
    .from(files)
    .where(and(sql`${files.state} = 'waiting'`, lte(files.dueAt, given.now)))
    .orderBy(asc(files.dueAt))
    .limit(given.limit),
);

const filesOfIncident = query(({ db, tables: { files } }, given: Values<{ incidentId: IncidentId }>) =>
  db.select().from(files).where(eq(files.incidentId, given.incidentId)).orderBy(asc(files.id)),
);

const addFile = query<KeptFile, Changed>(({ db, tables: { files } }) => insertRow(db, files));

const putFile = query(({ db, tables: { files } }, given: Values<KeptFile>) => updateRow(db, files, files.id, given.id));

/** Files that people sent: what is known of them, never their bytes. */
export class SqlFiles implements FileWrites {
  readonly #handle: Handle;

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  async byId(id: FileId): Promise<KeptFile | null> {
    return first(await this.#handle.run(fileById, { id }));
  }

  waiting(now: Instant, limit: number): Promise<KeptFile[]> {
    return this.#handle.run(waitingFiles, { now, limit });
  }

  ofIncident(incidentId: IncidentId): Promise<KeptFile[]> {
    return this.#handle.run(filesOfIncident, { incidentId });
  }

  async add(file: KeptFile): Promise<void> {
    await this.#handle.run(addFile, file);
  }

  async put(file: KeptFile): Promise<void> {
    await this.#handle.run(putFile, file);
  }
}
