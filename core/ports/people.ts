import type { Instant } from '../clock.ts';
import type { IdentityId, PersonId, RoomId, TeamId } from '../ids.ts';
import type { Platform } from '../message.ts';
import type { Candidate, Duty, Identity, LastPosition, Person, Role, Team } from '../people.ts';

/** Somebody who wrote: the person and the identity that did. */
export interface KnownSender {
  person: Person;
  identity: Identity;
}

export interface PeopleReads {
  byId(id: PersonId): Promise<Person | null>;
  byIds(ids: readonly PersonId[]): Promise<Person[]>;
  byCallSign(callSign: string): Promise<Person | null>;
  /** Active people with this number, however either was written; '' is nobody's. The oldest first. */
  byPhone(phone: string): Promise<Person[]>;
  /** Who stands behind an identity that is not `replaced`. */
  bySender(platform: Platform, externalId: string): Promise<KnownSender | null>;
  identitiesOf(personId: PersonId): Promise<Identity[]>;
  /** Active people who hold the role. */
  withRole(role: Role): Promise<Person[]>;
  all(): Promise<Person[]>;
  /** Every active rescuer with channels (open identities with a direct room, in the order telegram, wechat, web), the last position, and whether busy; a drill keeps nobody from a real incident. */
  candidates(forDrill?: boolean): Promise<Candidate[]>;
  /** Direct rooms where the bot can write to this person, in the order telegram, wechat, web. */
  channelsOf(personId: PersonId): Promise<{ platform: Platform; roomId: RoomId }[]>;
  lastPosition(personId: PersonId): Promise<LastPosition | null>;
  teams(): Promise<Team[]>;
  teamsOf(personId: PersonId): Promise<Team[]>;
  teamsByIds(ids: readonly TeamId[]): Promise<Team[]>;
}

/** A one-time code that binds an identity to a person. */
export interface BindCode {
  /** Four characters of the reply code's alphabet. */
  code: string;
  personId: PersonId;
  expiresAt: Instant;
  usedAt: Instant | null;
}

export interface PeopleWrites extends PeopleReads {
  /** Adds or changes the person (all fields; certificates are replaced). */
  put(person: Person): Promise<void>;
  setDuty(personId: PersonId, duty: Duty): Promise<void>;
  /** Adds or changes an identity. One open identity per platform and external id. */
  putIdentity(identity: Identity): Promise<void>;
  setIdentityState(id: IdentityId, state: Identity['state']): Promise<void>;
  /** Keeps the newest; an older instant than the known one changes nothing. */
  putPosition(personId: PersonId, position: LastPosition): Promise<void>;
  /** Adds or changes a team and its members. */
  putTeam(team: Team): Promise<void>;
  removeFromTeam(teamId: TeamId, personId: PersonId): Promise<void>;
  putBindCode(code: BindCode): Promise<void>;
  bindCode(code: string): Promise<BindCode | null>;
  /** Uses the code; false when it was used meanwhile. */
  useBindCode(code: string, at: Instant): Promise<boolean>;
}
