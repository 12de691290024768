import type { Instant } from '../../core/clock.ts';
import type { PersonId, RoomId, TeamId } from '../../core/ids.ts';
import type { Platform } from '../../core/message.ts';
import type { Room, RoomPurpose } from '../../core/people.ts';
import type { OpenQuestion, RoomWrites } from '../../core/ports/rooms.ts';
import { and, asc, eq } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import { named } from '../read-ahead.ts';
import type { Changed, Values } from '../query.ts';
import { excluded, first, insertRow, upsertRow } from './rows.ts';

const roomById = query(({ db, tables: { rooms } }, given: Values<{ id: RoomId }>) =>
  db.select().from(rooms).where(eq(rooms.id, given.id)),
);

export const roomsByExternal = query(
  ({ db, dialect, tables: { rooms } }, given: Values<{ platform: Platform; externalIds: readonly string[] }>) =>
    db
      .select()
      .from(rooms)
      .where(and(eq(rooms.platform, given.platform), dialect.among(rooms.externalId, given.externalIds))),
);

const roomsWithPurpose = query(({ db, tables: { rooms } }, given: Values<{ purpose: RoomPurpose }>) =>
  db
    .select()
    .from(rooms)
    .where(and(eq(rooms.purpose, given.purpose), eq(rooms.state, 'open')))
    .orderBy(asc(rooms.id)),
);

const roomsOfTeam = query(({ db, tables: { rooms } }, given: Values<{ teamId: TeamId }>) =>
  db
    .select()
    .from(rooms)
    .where(and(eq(rooms.teamId, given.teamId), eq(rooms.state, 'open')))
    .orderBy(asc(rooms.id)),
);

const groupRooms = query(({ db, tables: { rooms } }, given: Values<{ platform: Platform }>) =>
  db
    .select()
    .from(rooms)
    .where(and(eq(rooms.platform, given.platform), eq(rooms.kind, 'group'), eq(rooms.state, 'open')))
    .orderBy(asc(rooms.id)),
);

const allRooms = query(({ db, tables: { rooms } }) => db.select().from(rooms).orderBy(asc(rooms.id)));

const putRoom = query<Room, Changed>(({ db, tables: { rooms } }) => upsertRow(db, rooms, rooms.id));

export const questionsOfPeople = query(
  ({ db, dialect, tables: { questions } }, given: Values<{ people: readonly PersonId[] }>) =>
    db.select().from(questions).where(dialect.among(questions.personId, given.people)),
);

const putQuestion = query<OpenQuestion, Changed>(({ db, tables: { questions } }) =>
  insertRow(db, questions).onConflictDoUpdate({
    target: [questions.roomId, questions.personId],
    set: { kind: excluded('kind'), subject: excluded('subject'), expiresAt: excluded('expiresAt') },
  }),
);

const dropQuestion = query(({ db, tables: { questions } }, given: Values<{ roomId: RoomId; personId: PersonId }>) =>
  db.delete(questions).where(and(eq(questions.roomId, given.roomId), eq(questions.personId, given.personId))),
);

/** Rooms on every platform, and what was asked in them. */
export class SqlRooms implements RoomWrites {
  readonly #handle: Handle;

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  async byId(id: RoomId): Promise<Room | null> {
    return first(await this.#handle.run(roomById, { id }));
  }

  async byExternal(platform: Platform, externalId: string): Promise<Room | null> {
    const ahead = this.#handle.readAhead?.rooms.get(named(platform, externalId));
    if (ahead !== undefined) return ahead;
    return first(await this.#handle.run(roomsByExternal, { platform, externalIds: [externalId] }));
  }

  withPurpose(purpose: RoomPurpose): Promise<Room[]> {
    return this.#handle.run(roomsWithPurpose, { purpose });
  }

  ofTeam(teamId: TeamId): Promise<Room[]> {
    return this.#handle.run(roomsOfTeam, { teamId });
  }

  groupsOn(platform: Platform): Promise<Room[]> {
    return this.#handle.run(groupRooms, { platform });
  }

  all(): Promise<Room[]> {
    return this.#handle.run(allRooms, {});
  }

  async question(roomId: RoomId, personId: PersonId, now: Instant): Promise<OpenQuestion | null> {
    const open =
      this.#handle.readAhead?.questions.get(personId) ??
      (await this.#handle.run(questionsOfPeople, { people: [personId] }));
    return open.find((question) => question.roomId === roomId && question.expiresAt > now) ?? null;
  }

  async put(room: Room): Promise<void> {
    await this.#handle.run(putRoom, room);
  }

  async ask(question: OpenQuestion): Promise<void> {
    await this.#handle.run(putQuestion, question);
  }

  async answered(roomId: RoomId, personId: PersonId): Promise<void> {
    await this.#handle.run(dropQuestion, { roomId, personId });
  }
}
