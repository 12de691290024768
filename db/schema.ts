import type { IncidentKind, IncidentLevel, PlaceKind, RiskColour, Skill } from '../core/catalogue.ts';
import type {
  FileId,
  IdentityId,
  InboxId,
  IncidentId,
  NoticeId,
  OrderId,
  PersonId,
  PlaceId,
  PlanId,
  ReportId,
  RoomId,
  SeatId,
  TeamId,
  TimerId,
  Token,
} from '../core/ids.ts';
import type { Door, IncidentOutcome, IncidentState, OrderAnswer, Seat } from '../core/incident.ts';
import type { Attachment, Inbound, Language, Platform, RoomKind } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import type {
  Certificate,
  Duty,
  Identity,
  LastPosition,
  PlaceDetails,
  Plan,
  Role,
  Room,
  RoomPurpose,
  Team,
} from '../core/people.ts';
import type { ColourProposal } from '../core/place-colour.ts';
import type { FileSubject, KeptFile } from '../core/ports/files.ts';
import type { PhotoFacts } from '../core/photo.ts';
import type { InboxEntry } from '../core/ports/inbox.ts';
import type { SendOutcome } from '../core/ports/outbox.ts';
import type { OpenQuestion } from '../core/ports/rooms.ts';
import type { TimerKind } from '../core/ports/timers.ts';
import type { TraceSubject } from '../core/ports/trace.ts';
import type { WebMessage } from '../core/ports/web-messages.ts';
import type { TraceWord } from '../core/trace.ts';
import { sql } from './drizzle.ts';
import type { Kit } from './postgres/kit.ts';
import type { SealedJson } from './sealed-json.ts';
import { defineHazardTables } from './schema-hazards.ts';
import { defineMatterTables } from './schema-matters.ts';
import { definePatrolTables } from './schema-patrols.ts';
import { definePersonalTables } from './schema-personal.ts';

/**
 * Every table of a zone, written once; the kit makes them PostgreSQL's or SQLite's. After a change: `npm run
 * migrations:generate -- <what changed>`. A partial index is used only by queries that repeat its condition word for word,
 * so there those conditions are SQL text, never as a bound value.
 */
export function defineTables(kit: Kit) {
  const people = kit.table(
    'people',
    {
      id: kit.id<PersonId>(),
      callSign: kit.text().unique(),
      name: kit.text().notNull(),
      phone: kit.text().notNull(),
      /** `phone` as numbers are compared: digits alone; null: none. */
      plainPhone: kit.text(),
      language: kit.oneOf<Language>().notNull(),
      roles: kit.json<readonly Role[]>().notNull(),
      duty: kit.oneOf<Duty>().notNull(),
      certificates: kit.json<readonly Certificate[]>().notNull(),
      baseLat: kit.real(),
      baseLon: kit.real(),
      gender: kit.oneOf<'female' | 'male'>(),
      active: kit.bool().notNull(),
    },
    (t) => [
      kit.check('people_base', sql`(${t.baseLat} is null) = (${t.baseLon} is null)`),
      kit.index('people_plain_phone').on(t.plainPhone),
    ],
  );

  /** Where somebody was last. */
  const positions = kit.table('positions', {
    personId: kit
      .ref<PersonId>()
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    lat: kit.real().notNull(),
    lon: kit.real().notNull(),
    at: kit.at().notNull(),
    source: kit.oneOf<LastPosition['source']>().notNull(),
  });

  /** `people.roles` once more, to find people by role. */
  const personRoles = kit.table(
    'person_roles',
    {
      role: kit.oneOf<Role>().notNull(),
      personId: kit
        .ref<PersonId>()
        .notNull()
        .references(() => people.id, { onDelete: 'cascade' }),
    },
    (t) => [kit.primaryKey([t.role, t.personId]), kit.index('person_roles_person').on(t.personId)],
  );

  const teams = kit.table('teams', {
    id: kit.id<TeamId>(),
    code: kit.text().notNull().unique(),
    kind: kit.oneOf<Team['kind']>().notNull(),
    name: kit.text().notNull(),
    leaderId: kit.ref<PersonId>().references(() => people.id),
    active: kit.bool().notNull(),
  });

  const teamMembers = kit.table(
    'team_members',
    {
      teamId: kit
        .ref<TeamId>()
        .notNull()
        .references(() => teams.id, { onDelete: 'cascade' }),
      personId: kit
        .ref<PersonId>()
        .notNull()
        .references(() => people.id, { onDelete: 'cascade' }),
      /** Place in the list as it was given. */
      rank: kit.int().notNull(),
    },
    (t) => [kit.primaryKey([t.teamId, t.personId]), kit.index('team_members_person').on(t.personId)],
  );

  const rooms = kit.table(
    'rooms',
    {
      id: kit.id<RoomId>(),
      platform: kit.oneOf<Platform>().notNull(),
      externalId: kit.text().notNull(),
      kind: kit.oneOf<RoomKind>().notNull(),
      purpose: kit.oneOf<RoomPurpose>().notNull(),
      title: kit.text().notNull(),
      language: kit.oneOf<Language>().notNull(),
      teamId: kit.ref<TeamId>().references(() => teams.id),
      state: kit.oneOf<Room['state']>().notNull(),
    },
    (t) => [
      kit.uniqueIndex('rooms_external').on(t.platform, t.externalId),
      kit.index('rooms_purpose').on(t.purpose),
      kit.index('rooms_team').on(t.teamId),
    ],
  );

  const questions = kit.table(
    'questions',
    {
      roomId: kit
        .ref<RoomId>()
        .notNull()
        .references(() => rooms.id, { onDelete: 'cascade' }),
      personId: kit
        .ref<PersonId>()
        .notNull()
        .references(() => people.id, { onDelete: 'cascade' }),
      kind: kit.oneOf<OpenQuestion['kind']>().notNull(),
      subject: kit.text().notNull(),
      expiresAt: kit.at().notNull(),
    },
    (t) => [kit.primaryKey([t.roomId, t.personId]), kit.index('questions_person').on(t.personId)],
  );

  const identities = kit.table(
    'identities',
    {
      id: kit.id<IdentityId>(),
      personId: kit
        .ref<PersonId>()
        .notNull()
        .references(() => people.id),
      platform: kit.oneOf<Platform>().notNull(),
      externalId: kit.text().notNull(),
      roomId: kit.ref<RoomId>().references(() => rooms.id),
      state: kit.oneOf<Identity['state']>().notNull(),
    },
    (t) => [
      kit
        .uniqueIndex('identities_external')
        .on(t.platform, t.externalId)
        .where(sql`${t.state} <> 'replaced'`),
      kit.index('identities_person').on(t.personId),
      kit.index('identities_room').on(t.roomId),
    ],
  );

  const bindCodes = kit.table(
    'bind_codes',
    {
      code: kit.text().primaryKey(),
      personId: kit
        .ref<PersonId>()
        .notNull()
        .references(() => people.id),
      expiresAt: kit.at().notNull(),
      usedAt: kit.at(),
    },
    (t) => [kit.index('bind_codes_person').on(t.personId)],
  );

  const places = kit.table('places', {
    id: kit.id<PlaceId>(),
    code: kit.text().notNull().unique(),
    kind: kit.oneOf<PlaceKind>().notNull(),
    name: kit.text().notNull(),
    aliases: kit.json<readonly string[]>().notNull(),
    lat: kit.real(),
    lon: kit.real(),
    area: kit.text().notNull(),
    details: kit.json<PlaceDetails>(),
    active: kit.bool().notNull(),
  });

  /** An enterprise's colour as people decided on it, and what they were asked last. */
  const placeColours = kit.table('place_colours', {
    placeId: kit
      .ref<PlaceId>()
      .primaryKey()
      .references(() => places.id, { onDelete: 'cascade' }),
    token: kit.ref<Token>().notNull().unique(),
    colour: kit.oneOf<RiskColour>().notNull(),
    proposal: kit.json<ColourProposal>(),
  });

  const plans = kit.table('plans', {
    id: kit.id<PlanId>(),
    code: kit.text().notNull().unique(),
    name: kit.text().notNull(),
    kind: kit.oneOf<IncidentKind>(),
    level: kit.oneOf<IncidentLevel>(),
    seats: kit.json<Plan['seats']>().notNull(),
    safetyLines: kit.json<Plan['safetyLines']>().notNull(),
    checklist: kit.json<Plan['checklist']>().notNull(),
    warnPlaces: kit.json<readonly string[]>().notNull(),
    active: kit.bool().notNull(),
  });

  const incidents = kit.table(
    'incidents',
    {
      id: kit.id<IncidentId>(),
      number: kit.text().notNull().unique(),
      token: kit.ref<Token>().notNull().unique(),
      state: kit.oneOf<IncidentState>().notNull(),
      outcome: kit.oneOf<IncidentOutcome>(),
      drill: kit.bool().notNull(),
      kind: kit.oneOf<IncidentKind>().notNull(),
      level: kit.oneOf<IncidentLevel>().notNull(),
      words: kit.text().notNull(),
      placeWords: kit.text().notNull(),
      placeId: kit.ref<PlaceId>().references(() => places.id),
      lat: kit.real(),
      lon: kit.real(),
      reportRoomId: kit.ref<RoomId>().references(() => rooms.id),
      reporterId: kit.ref<PersonId>().references(() => people.id),
      officerId: kit.ref<PersonId>().references(() => people.id),
      reportedAt: kit.at().notNull(),
      confirmedAt: kit.at(),
      calledOutAt: kit.at(),
      stoodDownAt: kit.at(),
      closedAt: kit.at(),
      squadRoomIds: kit.json<readonly RoomId[]>().notNull(),
      waves: kit.int().notNull(),
      exhaustedAt: kit.at(),
    },
    (t) => [
      kit
        .index('incidents_running')
        .on(t.reportedAt)
        .where(sql`${t.state} <> 'closed'`),
      kit.index('incidents_reported').on(t.reportedAt),
    ],
  );

  const reports = kit.table(
    'reports',
    {
      id: kit.id<ReportId>(),
      incidentId: kit
        .ref<IncidentId>()
        .notNull()
        .references(() => incidents.id),
      personId: kit.ref<PersonId>().references(() => people.id),
      roomId: kit.ref<RoomId>().references(() => rooms.id),
      messageId: kit.text(),
      words: kit.text().notNull(),
      at: kit.at().notNull(),
    },
    (t) => [kit.index('reports_incident').on(t.incidentId, t.at)],
  );

  const seats = kit.table(
    'seats',
    {
      id: kit.id<SeatId>(),
      incidentId: kit
        .ref<IncidentId>()
        .notNull()
        .references(() => incidents.id),
      skill: kit.oneOf<Skill>(),
      needed: kit.int().notNull(),
      taken: kit.int().notNull(),
      origin: kit.oneOf<Seat['origin']>().notNull(),
      words: kit.text().notNull(),
    },
    (t) => [
      kit.index('seats_incident').on(t.incidentId),
      kit.check('seats_taken', sql`${t.taken} >= 0 and ${t.taken} <= ${t.needed}`),
    ],
  );

  const orders = kit.table(
    'orders',
    {
      id: kit.id<OrderId>(),
      incidentId: kit
        .ref<IncidentId>()
        .notNull()
        .references(() => incidents.id),
      seatId: kit
        .ref<SeatId>()
        .notNull()
        .references(() => seats.id),
      personId: kit
        .ref<PersonId>()
        .notNull()
        .references(() => people.id),
      wave: kit.int().notNull(),
      code: kit.text().notNull(),
      token: kit.ref<Token>().notNull().unique(),
      answer: kit.oneOf<OrderAnswer>().notNull(),
      reason: kit.text().notNull(),
      door: kit.oneOf<Door>(),
      standbyRank: kit.int(),
      platform: kit.oneOf<Platform>(),
      channelsTried: kit.int().notNull(),
      distanceMetres: kit.real(),
      travelMinutes: kit.real(),
      positionAt: kit.at(),
      createdAt: kit.at().notNull(),
      waitUntil: kit.at().notNull(),
      sentAt: kit.at(),
      deliveredAt: kit.at(),
      seenAt: kit.at(),
      answeredAt: kit.at(),
      acceptedAt: kit.at(),
      etaAt: kit.at(),
      underwayAt: kit.at(),
      onSceneAt: kit.at(),
      doneAt: kit.at(),
      releasedAt: kit.at(),
      safeAt: kit.at(),
    },
    (t) => [
      kit.index('orders_incident').on(t.incidentId),
      kit.index('orders_person').on(t.personId),
      kit
        .index('orders_engaged')
        .on(t.personId)
        .where(sql`${t.answer} in ('open', 'accepted') and ${t.safeAt} is null`),
      kit
        .index('orders_standby')
        .on(t.incidentId, t.standbyRank)
        .where(sql`${t.answer} = 'standby'`),
      kit.index('orders_code').on(t.code),
      kit.index('orders_seat').on(t.seatId),
    ],
  );

  const hazards = defineHazardTables(kit, { people, rooms, places });
  const patrols = definePatrolTables(kit, { people, teams, rooms, places, incidents, hazards: hazards.hazards });

  const matters = defineMatterTables(kit, { people, rooms });
  const personal = definePersonalTables(kit, { people });

  const inbox = kit.table(
    'inbox',
    {
      id: kit.id<InboxId>(),
      platform: kit.oneOf<Platform>().notNull(),
      updateId: kit.text().notNull(),
      receivedAt: kit.at().notNull(),
      inbound: kit.json<Inbound | SealedJson>().notNull(),
      state: kit.oneOf<InboxEntry['state']>().notNull(),
      reference: kit.text().notNull(),
    },
    (t) => [
      kit.uniqueIndex('inbox_update').on(t.platform, t.updateId),
      kit
        .index('inbox_failed')
        .on(t.receivedAt)
        .where(sql`${t.state} = 'failed'`),
    ],
  );

  const notices = kit.table(
    'notices',
    {
      id: kit.id<NoticeId>(),
      roomId: kit
        .ref<RoomId>()
        .notNull()
        .references(() => rooms.id),
      notice: kit.json<Notice>().notNull(),
      /** The number of its priority; lower goes first. */
      priority: kit.int().notNull(),
      readerId: kit.ref<PersonId>().references(() => people.id),
      slot: kit.text(),
      replyTo: kit.text(),
      queuedAt: kit.at().notNull(),
      dueAt: kit.at().notNull(),
      expiresAt: kit.at(),
      attempts: kit.int().notNull(),
      /** `sending`: in the hands of whoever holds the lane's lease. */
      state: kit.oneOf<'waiting' | 'sending' | SendOutcome['kind']>().notNull(),
      takenOver: kit.bool().notNull(),
      messageId: kit.text(),
      endedAt: kit.at(),
      /** Why it was void, failed or is tried again. */
      why: kit.text().notNull(),
    },
    (t) => [
      kit
        .uniqueIndex('notices_waiting_slot')
        .on(t.slot, t.roomId)
        .where(sql`${t.state} = 'waiting' and ${t.slot} is not null`),
      kit
        .index('notices_open')
        .on(t.roomId, t.priority, t.queuedAt, t.id)
        .where(sql`${t.state} in ('waiting', 'sending')`),
      kit
        .index('notices_message')
        .on(t.messageId, t.roomId)
        .where(sql`${t.messageId} is not null`),
    ],
  );

  /** One row for each room that ever had a notice: who may send to it and when it is due again. */
  const lanes = kit.table(
    'lanes',
    {
      roomId: kit
        .ref<RoomId>()
        .primaryKey()
        .references(() => rooms.id),
      platform: kit.oneOf<Platform>().notNull(),
      /** The most urgent notice that waits. */
      priority: kit.int().notNull(),
      /** When somebody may claim it: the first notice is due, or the holder's lease ends. Null: nothing waits. */
      dueAt: kit.at(),
      /** The platform wants quiet in this room until then. */
      quietUntil: kit.at().notNull(),
      lease: kit.text(),
    },
    (t) => [
      kit
        .index('lanes_due')
        .on(t.priority, t.dueAt)
        .where(sql`${t.dueAt} is not null`),
    ],
  );

  /** The message that stands in a slot of a room, to be edited in place. */
  const slots = kit.table(
    'slots',
    {
      roomId: kit
        .ref<RoomId>()
        .notNull()
        .references(() => rooms.id),
      slot: kit.text().notNull(),
      messageId: kit.text().notNull(),
      sentAt: kit.at().notNull(),
      contentHash: kit.text().notNull(),
    },
    (t) => [kit.primaryKey([t.roomId, t.slot])],
  );

  const timers = kit.table(
    'timers',
    {
      id: kit.id<TimerId>(),
      kind: kit.oneOf<TimerKind>().notNull(),
      subject: kit.text().notNull(),
      dueAt: kit.at().notNull(),
      /** When somebody may claim it: when it is due, or when its holder's lease ends. */
      claimableAt: kit.at().notNull(),
      lease: kit.text(),
    },
    (t) => [kit.uniqueIndex('timers_subject').on(t.kind, t.subject), kit.index('timers_claimable').on(t.claimableAt)],
  );

  const trace = kit.table(
    'trace',
    {
      subject: kit.oneOf<TraceSubject>().notNull(),
      n: kit.int().notNull(),
      what: kit.oneOf<TraceWord>().notNull(),
      actorId: kit.ref<PersonId>(),
      at: kit.at().notNull(),
      data: kit.json<Readonly<Record<string, unknown>>>().notNull(),
      previousHash: kit.text().notNull(),
      hash: kit.text().notNull(),
    },
    (t) => [kit.primaryKey([t.subject, t.n])],
  );

  /** The last link of each chain: what the next one hangs on, and the proof that none was cut off. */
  const traceEnds = kit.table('trace_ends', {
    subject: kit.oneOf<TraceSubject>().primaryKey(),
    n: kit.int().notNull(),
    hash: kit.text().notNull(),
  });

  const files = kit.table(
    'files',
    {
      id: kit.id<FileId>(),
      platform: kit.oneOf<Platform>().notNull(),
      roomId: kit
        .ref<RoomId>()
        .notNull()
        .references(() => rooms.id),
      personId: kit.ref<PersonId>().references(() => people.id),
      messageId: kit.text().notNull(),
      attachment: kit.json<Attachment>().notNull(),
      albumId: kit.text(),
      incidentId: kit.ref<IncidentId>().references(() => incidents.id),
      /** What else it is evidence of: `hazard:<id>` and the like. */
      subject: kit.ref<FileSubject>(),
      role: kit.oneOf<NonNullable<KeptFile['role']>>(),
      receivedAt: kit.at().notNull(),
      state: kit.oneOf<KeptFile['state']>().notNull(),
      sha256: kit.text(),
      mime: kit.text(),
      sizeBytes: kit.int(),
      why: kit.text().notNull(),
      attempts: kit.int().notNull(),
      dueAt: kit.at().notNull(),
      shownAt: kit.at(),
    },
    (t) => [
      kit.index('files_incident').on(t.incidentId),
      kit
        .index('files_subject')
        .on(t.subject, t.receivedAt)
        .where(sql`${t.subject} is not null`),
      kit
        .index('files_album')
        .on(t.roomId, t.albumId)
        .where(sql`${t.albumId} is not null`),
      kit.index('files_message').on(t.roomId, t.messageId),
      kit
        .index('files_loose')
        .on(t.roomId, t.personId, t.receivedAt)
        .where(sql`${t.incidentId} is null and ${t.subject} is null`),
      kit
        .index('files_waiting')
        .on(t.dueAt)
        .where(sql`${t.state} = 'waiting'`),
      kit
        .index('files_to_seal')
        .on(t.id)
        .where(
          sql`${t.state} = 'stored' and substr(${t.subject}, 1, 7) = 'matter:' and substr(${t.sha256}, 1, 7) <> 'sealed:'`,
        ),
      kit
        .index('files_sealed')
        .on(t.id)
        .where(sql`substr(${t.sha256}, 1, 7) = 'sealed:'`),
      kit
        .index('files_to_remove')
        .on(t.id)
        .where(sql`${t.state} = 'lost' and ${t.sha256} is not null`),
      kit
        .index('files_sha256')
        .on(t.sha256)
        .where(sql`${t.sha256} is not null`),
    ],
  );

  /** What was found in the bytes of a stored picture, and its copies for showing. */
  const photos = kit.table(
    'photos',
    {
      fileId: kit
        .ref<FileId>()
        .primaryKey()
        .references(() => files.id, { onDelete: 'cascade' }),
      width: kit.int().notNull(),
      height: kit.int().notNull(),
      camera: kit.json<PhotoFacts['camera']>().notNull(),
      damaged: kit.bool().notNull(),
      hash: kit.text(),
      mirroredHash: kit.text(),
      /** `hash` in four parts of 16 bits, to look near ones up by. */
      band1: kit.text(),
      band2: kit.text(),
      band3: kit.text(),
      band4: kit.text(),
      sharedSha256: kit.text(),
      smallSha256: kit.text(),
    },
    // With all that is asked for, so that looking for near ones reads no row.
    (t) => [
      kit.index('photos_band1').on(t.band1, t.fileId, t.hash),
      kit.index('photos_band2').on(t.band2, t.fileId, t.hash),
      kit.index('photos_band3').on(t.band3, t.fileId, t.hash),
      kit.index('photos_band4').on(t.band4, t.fileId, t.hash),
      kit.index('photos_shared').on(t.sharedSha256),
      kit.index('photos_small').on(t.smallSha256),
    ],
  );

  const settings = kit.table('settings', {
    key: kit.text().primaryKey(),
    value: kit.json<unknown>(),
  });

  const counters = kit.table('counters', {
    name: kit.text().primaryKey(),
    next: kit.int().notNull(),
  });

  const webMessages = kit.table(
    'web_messages',
    {
      id: kit.text().primaryKey(),
      room: kit.text().notNull(),
      sender: kit.text(),
      at: kit.at().notNull(),
      editedAt: kit.at(),
      content: kit.json<WebMessage['content'] | SealedJson>().notNull(),
      reactions: kit.json<WebMessage['reactions']>().notNull(),
    },
    (t) => [kit.index('web_messages_room').on(t.room, t.id)],
  );

  return {
    people,
    positions,
    personRoles,
    teams,
    teamMembers,
    rooms,
    questions,
    identities,
    bindCodes,
    places,
    placeColours,
    plans,
    incidents,
    reports,
    seats,
    orders,
    ...hazards,
    ...patrols,
    ...matters,
    ...personal,
    inbox,
    notices,
    lanes,
    slots,
    timers,
    trace,
    traceEnds,
    files,
    photos,
    settings,
    counters,
    webMessages,
  };
}

/** The tables of a zone, as queries see them on both engines. */
export type Tables = ReturnType<typeof defineTables>;
