import type { Instant } from '../../core/clock.ts';
import type { Capabilities } from '../../core/message.ts';
import type { PeopleReads } from '../../core/ports/people.ts';
import type { Place } from '../../core/people.ts';
import type { Store } from '../../core/ports/store.ts';
import type { HazardRules } from '../../core/zone/hazard-rules.ts';
import type { PatrolRules } from '../../core/zone/patrol-rules.ts';
import type { PrivateRules } from '../../core/zone/private-rules.ts';
import type { Timing } from '../../core/zone/timing.ts';
import type { Links } from '../links.ts';
import type { DutyPhone } from './nobody-left.ts';

type Reads = Store['read'];

/** The look-ups that rendering uses. */
export interface RenderReads {
  readonly people: Pick<
    PeopleReads,
    'byId' | 'byIds' | 'candidates' | 'byCallSign' | 'withRole' | 'teams' | 'channelsOf'
  >;
  readonly rooms: Pick<Reads['rooms'], 'byId' | 'ofTeam'>;
  readonly places: Pick<Reads['places'], 'byId' | 'plans'>;
  readonly incidents: Pick<Reads['incidents'], 'byId' | 'view' | 'order' | 'standbysBefore' | 'seats'>;
  readonly hazards: Pick<
    Reads['hazards'],
    | 'byId'
    | 'view'
    | 'tellers'
    | 'draft'
    | 'ofOwner'
    | 'ofLeader'
    | 'ofReporter'
    | 'ofRoom'
    | 'changedInRoomSince'
    | 'near'
    | 'ofPlace'
    | 'list'
    | 'byIds'
    | 'lastOfPlace'
  >;
  readonly placeColours: Pick<Reads['placeColours'], 'of'>;
  readonly matters: Pick<Reads['matters'], 'byId' | 'view' | 'notes' | 'opening' | 'openings' | 'ofPerson' | 'list'>;
  readonly trace: Pick<Reads['trace'], 'of'>;
  readonly photos: Pick<Reads['photos'], 'of' | 'seenBefore'>;
  readonly files: Pick<Reads['files'], 'byId' | 'ofIncident' | 'ofSubject' | 'ofSubjects'>;
  readonly shifts: Pick<
    Reads['shifts'],
    | 'view'
    | 'between'
    | 'checkIns'
    | 'checkIn'
    | 'request'
    | 'openRequests'
    | 'find'
    | 'finds'
    | 'log'
    | 'months'
    | 'feedOf'
    | 'track'
  >;
}

/** What rendering needs to know of the zone. */
export interface RenderZone {
  name: string;
  timeZone: string;
  timing: Timing;
  /** Numbers to ring when nobody is left to call. */
  dutyPhones?: readonly DutyPhone[];
  /** How hazards are dealt with; missing: as usual. */
  hazards?: HazardRules;
  /** How the zone patrols; missing: as usual. */
  patrols?: PatrolRules;
  /** How the zone deals with private matters; missing: as usual, without any room. */
  privateMatters?: PrivateRules;
  /** Active places, for finding whose a hazard is. */
  places?: readonly Place[];
}

/** Everything that a notice is rendered with. */
export interface RenderTools {
  read: RenderReads;
  links: Links;
  zone: RenderZone;
  capabilities: Capabilities;
  /** A link into the direct chat that begins there with this word; null or missing: the platform has none. */
  directLink?: (start: string) => string | null;
  now: Instant;
}
