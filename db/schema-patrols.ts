import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { CheckIn, Doubt, Find } from '../core/check-in.ts';
import type {
  CheckInId,
  FindId,
  HazardId,
  IncidentId,
  PersonId,
  PlaceId,
  RequestId,
  RoomId,
  ShiftId,
  TeamId,
  Token,
} from '../core/ids.ts';
import type {
  DutyKind,
  GearItem,
  Handover,
  LogLine,
  MusterDoor,
  ShiftPerson,
  ShiftPoint,
  ShiftRequest,
  ShiftState,
  Welfare,
} from '../core/shift.ts';
import { sql } from './drizzle.ts';
import type { Kit } from './postgres/kit.ts';

/** The keys of other tables that patrols refer to. */
interface Keys {
  people: { id: AnyPgColumn };
  teams: { id: AnyPgColumn };
  rooms: { id: AnyPgColumn };
  places: { id: AnyPgColumn };
  incidents: { id: AnyPgColumn };
  hazards: { id: AnyPgColumn };
}

/** Shifts with their people, points and check-ins, and what else happens in them. Part of db/schema.ts. */
export function definePatrolTables(kit: Kit, { people, teams, rooms, places, incidents, hazards }: Keys) {
  const shifts = kit.table(
    'shifts',
    {
      id: kit.id<ShiftId>(),
      token: kit.ref<Token>().notNull().unique(),
      rosterCode: kit.text(),
      date: kit.text().notNull(),
      kind: kit.oneOf<DutyKind>().notNull(),
      name: kit.text().notNull(),
      state: kit.oneOf<ShiftState>().notNull(),
      teamIds: kit.json<readonly TeamId[]>().notNull(),
      startsAt: kit.at().notNull(),
      endsAt: kit.at().notNull(),
      minimum: kit.int().notNull(),
      gear: kit.json<readonly GearItem[]>().notNull(),
      handover: kit.json<Handover>(),
      heardAt: kit.at(),
      distanceKm: kit.real(),
      remarks: kit.text().notNull(),
      endedAt: kit.at(),
      welfare: kit.json<Welfare>(),
      changedAt: kit.at().notNull(),
    },
    (t) => [
      // Temporary ones have no roster, and nulls never equal each other.
      kit.uniqueIndex('shifts_roster').on(t.rosterCode, t.date),
      kit.index('shifts_starts').on(t.startsAt, t.id),
      kit
        .index('shifts_running')
        .on(t.startsAt, t.id)
        .where(sql`${t.state} in ('running', 'closing')`),
    ],
  );

  /**
   * A row of what is looked up by person or team: when the shift begins, once more, and from when on messages belong to it.
   * 0: now; null: no longer, so that the index for it holds only what is to come.
   */
  const lookup = { startsAt: () => kit.at().notNull(), takesFromAt: () => kit.at() };

  /** `shifts.teamIds` once more, to find shifts by team. */
  const shiftTeams = kit.table(
    'shift_teams',
    {
      shiftId: kit
        .ref<ShiftId>()
        .notNull()
        .references(() => shifts.id, { onDelete: 'cascade' }),
      teamId: kit
        .ref<TeamId>()
        .notNull()
        .references(() => teams.id),
      startsAt: lookup.startsAt(),
      takesFromAt: lookup.takesFromAt(),
    },
    (t) => [
      kit.primaryKey([t.shiftId, t.teamId]),
      kit.index('shift_teams_team').on(t.teamId, t.startsAt),
      kit
        .index('shift_teams_current')
        .on(t.teamId, t.takesFromAt)
        .where(sql`${t.takesFromAt} is not null`),
    ],
  );

  const shiftPeople = kit.table(
    'shift_people',
    {
      shiftId: kit
        .ref<ShiftId>()
        .notNull()
        .references(() => shifts.id, { onDelete: 'cascade' }),
      personId: kit
        .ref<PersonId>()
        .notNull()
        .references(() => people.id),
      teamId: kit
        .ref<TeamId>()
        .notNull()
        .references(() => teams.id),
      state: kit.oneOf<ShiftPerson['state']>().notNull(),
      standsInForId: kit.ref<PersonId>().references(() => people.id),
      musteredAt: kit.at(),
      door: kit.oneOf<MusterDoor>(),
      lateMinutes: kit.int(),
      leftAt: kit.at(),
      minutes: kit.int(),
      guest: kit.bool().notNull(),
      /** Place in the list of the team as it was when the shift was planned. */
      rank: kit.int().notNull(),
      startsAt: lookup.startsAt(),
      takesFromAt: lookup.takesFromAt(),
    },
    (t) => [
      kit.primaryKey([t.shiftId, t.personId]),
      kit.index('shift_people_person').on(t.personId, t.startsAt),
      kit
        .index('shift_people_current')
        .on(t.personId, t.takesFromAt)
        .where(sql`${t.takesFromAt} is not null`),
    ],
  );

  const shiftPoints = kit.table(
    'shift_points',
    {
      shiftId: kit
        .ref<ShiftId>()
        .notNull()
        .references(() => shifts.id, { onDelete: 'cascade' }),
      n: kit.int().notNull(),
      placeId: kit.ref<PlaceId>().references(() => places.id),
      name: kit.text().notNull(),
      state: kit.oneOf<ShiftPoint['state']>().notNull(),
      notBeforeAt: kit.at(),
      dueAt: kit.at().notNull(),
      proof: kit.bool().notNull(),
      task: kit.text().notNull(),
      askedAt: kit.at(),
      toldAt: kit.at(),
      why: kit.text().notNull(),
    },
    (t) => [kit.primaryKey([t.shiftId, t.n])],
  );

  const checkIns = kit.table(
    'check_ins',
    {
      id: kit.id<CheckInId>(),
      token: kit.ref<Token>().notNull().unique(),
      shiftId: kit
        .ref<ShiftId>()
        .notNull()
        .references(() => shifts.id),
      n: kit.int(),
      placeId: kit.ref<PlaceId>().references(() => places.id),
      state: kit.oneOf<CheckIn['state']>().notNull(),
      source: kit.oneOf<CheckIn['source']>().notNull(),
      personId: kit
        .ref<PersonId>()
        .notNull()
        .references(() => people.id),
      byId: kit
        .ref<PersonId>()
        .notNull()
        .references(() => people.id),
      roomId: kit
        .ref<RoomId>()
        .notNull()
        .references(() => rooms.id),
      messageId: kit.text(),
      albumId: kit.text(),
      at: kit.at().notNull(),
      receivedAt: kit.at().notNull(),
      afterwards: kit.bool().notNull(),
      words: kit.text().notNull(),
      ok: kit.bool(),
      photos: kit.int().notNull(),
      lat: kit.real(),
      lon: kit.real(),
      distanceMetres: kit.real(),
      doubts: kit.json<readonly Doubt[]>().notNull(),
      replacesId: kit.ref<CheckInId>(),
    },
    (t) => [
      kit.index('check_ins_shift').on(t.shiftId, t.receivedAt, t.id),
      kit
        .index('check_ins_message')
        .on(t.roomId, t.messageId)
        .where(sql`${t.messageId} is not null`),
      kit
        .index('check_ins_album')
        .on(t.roomId, t.albumId)
        .where(sql`${t.albumId} is not null`),
      kit
        .index('check_ins_counted')
        .on(t.shiftId, t.personId, t.n)
        .where(sql`${t.state} = 'counted'`),
      kit.check('check_ins_position', sql`(${t.lat} is null) = (${t.lon} is null)`),
    ],
  );

  const shiftRequests = kit.table(
    'shift_requests',
    {
      id: kit.id<RequestId>(),
      token: kit.ref<Token>().notNull().unique(),
      kind: kit.oneOf<ShiftRequest['kind']>().notNull(),
      shiftId: kit
        .ref<ShiftId>()
        .notNull()
        .references(() => shifts.id),
      personId: kit
        .ref<PersonId>()
        .notNull()
        .references(() => people.id),
      withPersonId: kit.ref<PersonId>().references(() => people.id),
      withShiftId: kit.ref<ShiftId>().references(() => shifts.id),
      state: kit.oneOf<ShiftRequest['state']>().notNull(),
      words: kit.text().notNull(),
      roomId: kit.ref<RoomId>().references(() => rooms.id),
      messageId: kit.text(),
      askedAt: kit.at().notNull(),
      decidedById: kit.ref<PersonId>().references(() => people.id),
      decidedAt: kit.at(),
    },
    (t) => [
      kit
        .index('shift_requests_open')
        .on(t.shiftId, t.askedAt)
        .where(sql`${t.state} in ('asked', 'agreed')`),
      kit.index('shift_requests_shift').on(t.shiftId),
      kit
        .index('shift_requests_message')
        .on(t.roomId, t.messageId)
        .where(sql`${t.messageId} is not null`),
    ],
  );

  const finds = kit.table(
    'finds',
    {
      id: kit.id<FindId>(),
      token: kit.ref<Token>().notNull().unique(),
      shiftId: kit.ref<ShiftId>().references(() => shifts.id),
      kind: kit.oneOf<Find['kind']>().notNull(),
      state: kit.oneOf<Find['state']>().notNull(),
      personId: kit
        .ref<PersonId>()
        .notNull()
        .references(() => people.id),
      roomId: kit
        .ref<RoomId>()
        .notNull()
        .references(() => rooms.id),
      messageId: kit.text(),
      words: kit.text().notNull(),
      placeId: kit.ref<PlaceId>().references(() => places.id),
      lat: kit.real(),
      lon: kit.real(),
      at: kit.at().notNull(),
      incidentId: kit.ref<IncidentId>().references(() => incidents.id),
      hazardId: kit.ref<HazardId>().references(() => hazards.id),
      decidedById: kit.ref<PersonId>().references(() => people.id),
      decidedAt: kit.at(),
    },
    (t) => [
      kit.index('finds_shift').on(t.shiftId, t.at),
      kit
        .index('finds_told')
        .on(t.at)
        .where(sql`${t.state} = 'told'`),
      kit.check('finds_position', sql`(${t.lat} is null) = (${t.lon} is null)`),
    ],
  );

  const shiftLog = kit.table(
    'shift_log',
    {
      shiftId: kit
        .ref<ShiftId>()
        .notNull()
        .references(() => shifts.id),
      n: kit.int().notNull(),
      kind: kit.oneOf<LogLine['kind']>().notNull(),
      words: kit.text().notNull(),
      personId: kit
        .ref<PersonId>()
        .notNull()
        .references(() => people.id),
      at: kit.at().notNull(),
      open: kit.bool().notNull(),
    },
    (t) => [kit.primaryKey([t.shiftId, t.n])],
  );

  /** Where people were during a shift; a job deletes what is older than a day. */
  const shiftTracks = kit.table(
    'shift_tracks',
    {
      shiftId: kit
        .ref<ShiftId>()
        .notNull()
        .references(() => shifts.id),
      personId: kit
        .ref<PersonId>()
        .notNull()
        .references(() => people.id),
      at: kit.at().notNull(),
      lat: kit.real().notNull(),
      lon: kit.real().notNull(),
    },
    (t) => [kit.primaryKey([t.shiftId, t.at, t.personId]), kit.index('shift_tracks_at').on(t.at)],
  );

  const calendarFeeds = kit.table(
    'calendar_feeds',
    {
      token: kit.ref<Token>().primaryKey(),
      personId: kit
        .ref<PersonId>()
        .unique()
        .references(() => people.id),
      teamId: kit
        .ref<TeamId>()
        .unique()
        .references(() => teams.id),
      madeAt: kit.at().notNull(),
    },
    (t) => [kit.check('calendar_feeds_whose', sql`(${t.personId} is null) <> (${t.teamId} is null)`)],
  );

  return {
    shifts,
    shiftTeams,
    shiftPeople,
    shiftPoints,
    checkIns,
    shiftRequests,
    finds,
    shiftLog,
    shiftTracks,
    calendarFeeds,
  };
}
