import type { Instant } from '../clock.ts';
import type { PersonId, RoomId, TeamId } from '../ids.ts';
import type { Platform } from '../message.ts';
import type { Room, RoomPurpose } from '../people.ts';

/** What the bot just asked somebody in a room, so that the next words are read as the answer. */
export interface OpenQuestion {
  roomId: RoomId;
  personId: PersonId;
  kind:
    | 'incident_details'
    | 'eta'
    | 'which_order'
    | 'place'
    /** About a draft: what is it, where is it. */
    | 'hazard_kind'
    | 'hazard_place'
    /** About a hazard: the after-photo, the reason of more time, of a stop, of sending it back; which one is meant. */
    | 'hazard_photo'
    | 'hazard_reason'
    /** About a hazard that somebody asks after: how far its owner is. */
    | 'hazard_progress'
    | 'which_hazard'
    /** About a check-in: which point was it. About a shift: how much gear, how many km, what was taken over. */
    | 'which_point'
    | 'shift_words'
    /** About a private matter: words for one of its steps; the subject is its id, a colon and what (handlers/matter/ask-words.ts). */
    | 'matter_words';
  /** Id of the incident, order, draft, hazard, check-in or shift that it is about. */
  subject: string;
  expiresAt: Instant;
}

export interface RoomReads {
  byId(id: RoomId): Promise<Room | null>;
  byExternal(platform: Platform, externalId: string): Promise<Room | null>;
  /** Open rooms of a purpose, on every platform. */
  withPurpose(purpose: RoomPurpose): Promise<Room[]>;
  ofTeam(teamId: TeamId): Promise<Room[]>;
  /** Open group rooms of a platform. */
  groupsOn(platform: Platform): Promise<Room[]>;
  all(): Promise<Room[]>;
  /** The question that still waits for this person in this room. */
  question(roomId: RoomId, personId: PersonId, now: Instant): Promise<OpenQuestion | null>;
}

export interface RoomWrites extends RoomReads {
  /** Adds or changes the room. Unique by platform and external id. */
  put(room: Room): Promise<void>;
  /** One question per room and person: a new one replaces it. */
  ask(question: OpenQuestion): Promise<void>;
  answered(roomId: RoomId, personId: PersonId): Promise<void>;
}
