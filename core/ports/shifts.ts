import type { CheckIn, Find } from '../check-in.ts';
import type { Instant } from '../clock.ts';
import type { CheckInId, FindId, PersonId, RequestId, RoomId, ShiftId, TeamId, Token } from '../ids.ts';
import type { Position } from '../message.ts';
import type { DutyOf, LogLine, Shift, ShiftPerson, ShiftPoint, ShiftRequest } from '../shift.ts';

/** A shift with its people and points, as most decisions need it. */
export interface ShiftView {
  shift: Shift;
  /** In the order of the team's list, guests last. */
  people: readonly ShiftPerson[];
  /** In the order to be walked. */
  points: readonly ShiftPoint[];
}

/** Where somebody was during a shift; kept for 24 hours. */
export interface TrackPoint extends Position {
  shiftId: ShiftId;
  personId: PersonId;
  at: Instant;
}

/** What one person did in one month: only shifts that have ended and to which the person came. */
export interface PersonMonth {
  personId: PersonId;
  teamId: TeamId;
  shifts: number;
  minutes: number;
  /** Points that this person was at, by counted check-ins. */
  points: number;
}

/** A secret address of a calendar; a new one makes the old one useless. */
export interface CalendarFeed {
  token: Token;
  /** Exactly one of the two is set. */
  personId: PersonId | null;
  teamId: TeamId | null;
  madeAt: Instant;
}

export interface ShiftReads {
  byId(id: ShiftId): Promise<Shift | null>;
  byToken(token: Token): Promise<Shift | null>;
  view(id: ShiftId): Promise<ShiftView | null>;
  /** The shift of a roster on a day. */
  ofRoster(rosterCode: string, date: string): Promise<Shift | null>;
  /**
   * What a message of this person, in this room of a team (null: in a direct chat), can belong to at `now` (`takesMessages`):
   * running and closing ones of their own first, then their own that begin within the hour, then those they are excused from
   * (`leave`), then the room's team's, each in the order in which they begin. Read ahead for
   * events that are taken together, so it costs nothing where nobody is on duty.
   */
  current(personId: PersonId, teamId: TeamId | null, now: Instant): Promise<ShiftView[]>;
  /** Not cancelled, beginning from `from` to before `to`, by their beginning; of a team, a person, or all. */
  between(from: Instant, to: Instant, whose?: DutyOf): Promise<ShiftView[]>;
  /** Running and closing ones, by their beginning. */
  running(): Promise<Shift[]>;
  /** In the order in which they were received; void and replaced ones too. */
  checkIns(id: ShiftId): Promise<CheckIn[]>;
  checkIn(id: CheckInId): Promise<CheckIn | null>;
  checkInByToken(token: Token): Promise<CheckIn | null>;
  /** What came with this message of the room. */
  checkInByMessage(roomId: RoomId, messageId: string): Promise<CheckIn | null>;
  /** What came with this album; the rest of it belongs to the same. */
  checkInByAlbum(roomId: RoomId, albumId: string): Promise<CheckIn | null>;
  request(id: RequestId): Promise<ShiftRequest | null>;
  requestByToken(token: Token): Promise<ShiftRequest | null>;
  /** All that were ever asked for of this shift, oldest first. */
  requests(shiftId: ShiftId): Promise<ShiftRequest[]>;
  /** What this message of the room asked for, of whichever shifts. */
  requestsByMessage(roomId: RoomId, messageId: string): Promise<ShiftRequest[]>;
  /** Asked or agreed, oldest first. */
  openRequests(shiftId: ShiftId): Promise<ShiftRequest[]>;
  /** Asked or agreed, of every shift, the newest first; for finding the one that words name. */
  undecidedRequests(limit: number): Promise<ShiftRequest[]>;
  find(id: FindId): Promise<Find | null>;
  findByToken(token: Token): Promise<Find | null>;
  finds(id: ShiftId): Promise<Find[]>;
  /** Nobody has decided on them, the newest first; for finding the one that words name. */
  undecidedFinds(limit: number): Promise<Find[]>;
  /** In order. */
  log(id: ShiftId): Promise<LogLine[]>;
  /** By time. */
  track(id: ShiftId): Promise<TrackPoint[]>;
  /** Ended shifts that began from `from` to before `to`; by team and person. */
  months(from: Instant, to: Instant, whose?: DutyOf): Promise<PersonMonth[]>;
  feed(token: Token): Promise<CalendarFeed | null>;
  feedOf(whose: DutyOf): Promise<CalendarFeed | null>;
}

export interface ShiftWrites extends ShiftReads {
  /** Adds a shift with its people and points; false when the roster has one on that day already (planned twice). */
  add(view: ShiftView): Promise<boolean>;
  /** Locks the shift's row until the end of the transaction (nothing on SQLite) and reads all of it. */
  lock(id: ShiftId): Promise<ShiftView | null>;
  /** Writes all fields of the shift. */
  put(shift: Shift): Promise<void>;
  /** Adds or changes one person of a shift. */
  putPerson(person: ShiftPerson): Promise<void>;
  removePerson(shiftId: ShiftId, personId: PersonId): Promise<void>;
  /** Adds or changes one point. */
  putPoint(point: ShiftPoint): Promise<void>;
  /** Every point of a shift that is still planned is replaced by these. */
  setPoints(shiftId: ShiftId, points: readonly ShiftPoint[]): Promise<void>;
  addCheckIn(checkIn: CheckIn): Promise<void>;
  /** Writes all fields of the check-in. */
  putCheckIn(checkIn: CheckIn): Promise<void>;
  putRequest(request: ShiftRequest): Promise<void>;
  putFind(find: Find): Promise<void>;
  addLogLine(line: LogLine): Promise<void>;
  putLogLine(line: LogLine): Promise<void>;
  addTrackPoint(point: TrackPoint): Promise<void>;
  /** Removes positions older than this; how many. */
  forgetTracks(before: Instant): Promise<number>;
  /** Makes it the only address of its person or team. */
  putFeed(feed: CalendarFeed): Promise<void>;
}
