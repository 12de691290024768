import type { IncidentKind, IncidentLevel, PlaceKind, RiskColour, Skill } from './catalogue.ts';
import type { Instant } from './clock.ts';
import type { IdentityId, PersonId, PlaceId, PlanId, RoomId, TeamId } from './ids.ts';
import type { Language, Platform, Position, RoomKind } from './message.ts';
import type { LecScore, MatrixScore } from './place-risk.ts';

/** What a person may be in a zone; one person may be several. */
export const roles = [
  'resident',
  'volunteer',
  'grid_worker',
  'safety_officer',
  'mediator',
  'rescuer',
  'leader',
  'duty_officer',
  'admin',
] as const;
export type Role = (typeof roles)[number];

/** `on_duty`: now at work. `reachable`: may be called at any time. `off`: not to be called. */
export const duties = ['on_duty', 'reachable', 'off'] as const;
export type Duty = (typeof duties)[number];

/** A certificate: a skill until a day (ISO date in the zone's time, inclusive); null: does not expire. */
export interface Certificate {
  skill: Skill;
  validUntil: string | null;
}

/** Somebody. Never keyed on a platform's id. */
export interface Person {
  id: PersonId;
  /** The stable key of the zone file, such as 东01; null for somebody who only ever wrote to us. */
  callSign: string | null;
  name: string;
  /** As dialled; '' when unknown. */
  phone: string;
  language: Language;
  roles: readonly Role[];
  duty: Duty;
  certificates: readonly Certificate[];
  /** Where the person usually is. */
  base: Position | null;
  /** For wishes such as a woman mediator; missing: not said. */
  gender?: 'female' | 'male';
  active: boolean;
}

/** How a platform names a person. It can change and be bound anew. */
export interface Identity {
  id: IdentityId;
  personId: PersonId;
  platform: Platform;
  externalId: string;
  /** Direct room with the bot; null until one is known. */
  roomId: RoomId | null;
  /** `blocked`: the platform said so; `open` again as soon as the person writes. */
  state: 'open' | 'blocked' | 'replaced';
}

export const roomPurposes = ['direct', 'command', 'squad', 'patrol', 'village', 'mediation', 'other'] as const;
export type RoomPurpose = (typeof roomPurposes)[number];

/** One chat on one platform. */
export interface Room {
  id: RoomId;
  platform: Platform;
  externalId: string;
  kind: RoomKind;
  purpose: RoomPurpose;
  title: string;
  language: Language;
  teamId: TeamId | null;
  /** `gone`: the bot was removed or the chat is no more. */
  state: 'open' | 'gone';
}

/** Where somebody was, and since when we know. */
export interface LastPosition extends Position {
  at: Instant;
  source: 'live' | 'shared' | 'base';
}

export interface Team {
  id: TeamId;
  code: string;
  kind: 'rescue' | 'micro_fire_station' | 'patrol' | 'mediation' | 'professional' | 'duty' | 'other';
  name: string;
  leaderId: PersonId | null;
  memberIds: readonly PersonId[];
  active: boolean;
}

/** Anything with a location and a short code. */
export interface Place {
  id: PlaceId;
  /** Such as QY-0217. */
  code: string;
  kind: PlaceKind;
  name: string;
  aliases: readonly string[];
  position: Position | null;
  area: string;
  details?: PlaceDetails;
  active: boolean;
}

/** What else the zone file says about a place; small, stored as one JSON value. Missing: nothing said. */
export interface PlaceDetails {
  /** Whom to ring there. */
  contact?: { name: string; phone: string };
  /** An enterprise’s risk colour as somebody assessed it; what it has now may differ: core/place-colour.ts. */
  colour?: RiskColour;
  /** Its risk by LEC or by a matrix, for the colour when none is stated. */
  lec?: LecScore;
  matrix?: MatrixScore;
  /** Free words such as ammonia, spraying, boiler. */
  tags?: readonly string[];
}

/** What to do for a kind of incident. `kind` null is the general plan; `level` null serves every level. */
export interface Plan {
  id: PlanId;
  code: string;
  name: string;
  kind: IncidentKind | null;
  level: IncidentLevel | null;
  seats: readonly { skill: Skill | null; count: number }[];
  safetyLines: Readonly<Record<Language, readonly string[]>>;
  checklist: Readonly<Record<Language, readonly string[]>>;
  /** Codes of places to warn. */
  warnPlaces: readonly string[];
  active: boolean;
}

/** Everything needed to decide whether somebody can be asked. */
export interface Candidate {
  person: Person;
  /** Working channels in the order to try them: rooms where the bot can write to this person. */
  channels: readonly { platform: Platform; roomId: RoomId }[];
  position: LastPosition | null;
  /** An open or accepted order of another running incident. */
  busy: boolean;
}
