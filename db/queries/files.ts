import type { Instant } from '../../core/clock.ts';
import type { FileId, IncidentId, PersonId, RoomId } from '../../core/ids.ts';
import type { FileSubject, FileWrites, KeptFile } from '../../core/ports/files.ts';
import { and, asc, desc, eq, gte, lte, or, sql } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import type { Changed, Values } from '../query.ts';
import { first, insertRow, updateRow } from './rows.ts';

const fileById = query(({ db, tables: { files } }, given: Values<{ id: FileId }>) =>
  db.select().from(files).where(eq(files.id, given.id)),
);

const lockedFile = query(({ db, dialect, tables: { files } }, given: Values<{ id: FileId }>) =>
  dialect.locked(db.select().from(files).where(eq(files.id, given.id))),
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

const filesOfSubject = query(({ db, tables: { files } }, given: Values<{ subject: FileSubject }>) =>
  db
    .select()
    .from(files)
    .where(and(sql`${files.subject} is not null`, eq(files.subject, given.subject)))
    .orderBy(asc(files.receivedAt), asc(files.id)),
);

const filesOfSubjects = query(
  ({ db, dialect, tables: { files } }, given: Values<{ subjects: readonly FileSubject[] }>) =>
    db
      .select()
      .from(files)
      .where(and(sql`${files.subject} is not null`, dialect.among(files.subject, given.subjects)))
      .orderBy(asc(files.receivedAt), asc(files.id)),
);

const filesOfAlbum = query(({ db, tables: { files } }, given: Values<{ roomId: RoomId; albumId: string }>) =>
  db
    .select()
    .from(files)
    .where(and(sql`${files.albumId} is not null`, eq(files.roomId, given.roomId), eq(files.albumId, given.albumId)))
    .orderBy(asc(files.id)),
);

const filesOfMessage = query(({ db, tables: { files } }, given: Values<{ roomId: RoomId; messageId: string }>) =>
  db
    .select()
    .from(files)
    .where(and(eq(files.roomId, given.roomId), eq(files.messageId, given.messageId)))
    .orderBy(asc(files.id)),
);

type Recent = { roomId: RoomId; personId: PersonId; since: Instant };

const looseFiles = query(({ db, tables: { files } }, given: Values<Recent>) =>
  db
    .select()
    .from(files)
    .where(
      and(
        sql`${files.incidentId} is null and ${files.subject} is null`,
        eq(files.roomId, given.roomId),
        eq(files.personId, given.personId),
        gte(files.receivedAt, given.since),
        sql`${files.state} in ('waiting', 'stored')`,
      ),
    )
    .orderBy(asc(files.receivedAt), asc(files.id)),
);

const looseInRoom = query(({ db, tables: { files } }, given: Values<Omit<Recent, 'personId'>>) =>
  db
    .select()
    .from(files)
    .where(
      and(
        sql`${files.incidentId} is null and ${files.subject} is null`,
        eq(files.roomId, given.roomId),
        gte(files.receivedAt, given.since),
        sql`${files.state} in ('waiting', 'stored')`,
      ),
    )
    .orderBy(asc(files.receivedAt), asc(files.id)),
);

const filesToSeal = query(({ db, tables: { files } }, given: Values<{ limit: number }>) =>
  db
    .select()
    .from(files)
    .where(
      sql`${files.state} = 'stored' and substr(${files.subject}, 1, 7) = 'matter:' and substr(${files.sha256}, 1, 7) <> 'sealed:'`,
    )
    .orderBy(asc(files.id))
    .limit(given.limit),
);

const filesToRemove = query(({ db, tables: { files } }, given: Values<{ limit: number }>) =>
  db
    .select()
    .from(files)
    .where(sql`${files.state} = 'lost' and ${files.sha256} is not null`)
    .orderBy(asc(files.id))
    .limit(given.limit),
);

const filesSealedByOthers = query(
  ({ db, tables: { files } }, given: Values<{ key: string; after: FileId | ''; limit: number }>) =>
    db
      .select()
      .from(files)
      .where(
        and(
          sql`substr(${files.sha256}, 1, 7) = 'sealed:'`,
          sql`substr(${files.sha256}, 8, 8) <> ${given.key}`,
          sql`${files.id} > ${given.after}`,
        ),
      )
      .orderBy(asc(files.id))
      .limit(given.limit),
);

const filesOfBytes = query(({ db, tables: { files } }, given: Values<{ id: FileId; sha256: string; limit: number }>) =>
  db
    .select()
    .from(files)
    .where(
      and(
        sql`${files.sha256} is not null`,
        eq(files.sha256, given.sha256),
        sql`${files.id} <> ${given.id}`,
        sql`${files.state} = 'stored'`,
      ),
    )
    .orderBy(desc(files.id))
    .limit(given.limit),
);

const usesByFiles = query(({ db, tables: { files } }, given: Values<{ name: string }>) =>
  db
    .select({ id: files.id })
    .from(files)
    .where(and(sql`${files.sha256} is not null`, eq(files.sha256, given.name)))
    .limit(1),
);

const usesByPhotos = query(({ db, tables: { photos } }, given: Values<{ name: string }>) =>
  db
    .select({ id: photos.fileId })
    .from(photos)
    .where(or(eq(photos.sharedSha256, given.name), eq(photos.smallSha256, given.name)))
    .limit(1),
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

  async lock(id: FileId): Promise<KeptFile | null> {
    return first(await this.#handle.run(lockedFile, { id }));
  }

  waiting(now: Instant, limit: number): Promise<KeptFile[]> {
    return this.#handle.run(waitingFiles, { now, limit });
  }

  ofIncident(incidentId: IncidentId): Promise<KeptFile[]> {
    return this.#handle.run(filesOfIncident, { incidentId });
  }

  ofSubject(subject: FileSubject): Promise<KeptFile[]> {
    return this.#handle.run(filesOfSubject, { subject });
  }

  ofSubjects(subjects: readonly FileSubject[]): Promise<KeptFile[]> {
    return this.#handle.run(filesOfSubjects, { subjects });
  }

  ofMessage(roomId: RoomId, messageId: string): Promise<KeptFile[]> {
    return this.#handle.run(filesOfMessage, { roomId, messageId });
  }

  ofAlbum(roomId: RoomId, albumId: string): Promise<KeptFile[]> {
    return this.#handle.run(filesOfAlbum, { roomId, albumId });
  }

  recentOf(roomId: RoomId, personId: PersonId, since: Instant): Promise<KeptFile[]> {
    return this.#handle.run(looseFiles, { roomId, personId, since });
  }

  recentIn(roomId: RoomId, since: Instant): Promise<KeptFile[]> {
    return this.#handle.run(looseInRoom, { roomId, since });
  }

  toSeal(limit: number): Promise<KeptFile[]> {
    return this.#handle.run(filesToSeal, { limit });
  }

  toRemove(limit: number): Promise<KeptFile[]> {
    return this.#handle.run(filesToRemove, { limit });
  }

  sealedByOthers(keyId: string, after: FileId | '', limit: number): Promise<KeptFile[]> {
    return this.#handle.run(filesSealedByOthers, { key: keyId, after, limit });
  }

  async sameBytes({ id, sha256 }: Pick<KeptFile, 'id' | 'sha256'>, limit: number): Promise<KeptFile[]> {
    return sha256 === null ? [] : this.#handle.run(filesOfBytes, { id, sha256, limit });
  }

  async isUsed(name: string): Promise<boolean> {
    const [byFile] = await this.#handle.run(usesByFiles, { name });
    if (byFile !== undefined) return true;
    return (await this.#handle.run(usesByPhotos, { name })).length > 0;
  }

  async add(file: KeptFile): Promise<void> {
    await this.#handle.run(addFile, file);
  }

  async put(file: KeptFile): Promise<void> {
    await this.#handle.run(putFile, file);
  }
}
