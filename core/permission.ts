import type { Hazard, HazardReport } from './hazard.ts';
import type { HazardVerb } from './hazard-verb.ts';
import type { HazardDraft } from './hazard-draft.ts';
import type { Order } from './incident.ts';
import type { Instant } from './clock.ts';
import type { Matter, MatterPerson, MatterStanding, Opening } from './matter.ts';
import type { MatterVerb } from './matter-verb.ts';
import { plainPhone } from './matter-words.ts';
import type { Verb } from './message.ts';
import type { PaperKind } from './paper.ts';
import type { PatrolVerb } from './patrol-verb.ts';
import type { Person, Role, Team } from './people.ts';
import type { ShiftPerson } from './shift.ts';

/** Who may do what to an incident. Whatever is not listed is refused. */
const incidentVerbs: Partial<Record<Verb, readonly Role[]>> = {
  confirm: ['duty_officer', 'admin'],
  not_incident: ['duty_officer', 'admin'],
  choose_kind: ['duty_officer', 'admin'],
  set_kind: ['duty_officer', 'admin'],
  call_out: ['duty_officer', 'admin'],
  more_people: ['duty_officer', 'admin'],
  split: ['duty_officer', 'admin'],
  stand_down: ['duty_officer', 'admin'],
  cancel: ['duty_officer', 'admin'],
  false_alarm: ['duty_officer', 'admin'],
  close: ['duty_officer', 'admin'],
};

/** What the person of an order may do with it; nobody else may. */
const orderVerbs: ReadonlySet<Verb> = new Set<Verb>([
  'accept',
  'standby',
  'decline',
  'withdraw',
  'eta',
  'underway',
  'on_scene',
  'done',
  'safe',
  'received',
]);

/** Whether this person may do `verb` to an incident, by role. */
export function mayOnIncident(person: Person, verb: Verb): boolean {
  return person.active && (incidentVerbs[verb]?.some((role) => person.roles.includes(role)) ?? false);
}

/** Whether this person may do `verb` with this order: only its own, and only an order's verbs. */
export function mayOnOrder(person: Person, verb: Verb, order: Order): boolean {
  return person.active && orderVerbs.has(verb) && order.personId === person.id;
}

/** Whether this person may see an incident's page: those who decide, and those who were asked. */
export function maySeeIncident(person: Person, orders: readonly Order[]): boolean {
  return (
    person.active &&
    (person.roles.some((role) => role === 'duty_officer' || role === 'admin') ||
      orders.some((order) => order.personId === person.id))
  );
}

/** Whether this person may see the code for the bot's own login: whoever has it can take the account. */
export function mayLogIn(person: Person): boolean {
  return person.active && person.roles.includes('admin');
}

/** Whether this person may have a photo as it was sent, with the place and time that the camera wrote into it. */
export function maySeeOriginals(person: Person): boolean {
  return person.active && person.roles.some((role) => role === 'duty_officer' || role === 'admin');
}

/** What somebody is to one hazard; one person can be several. */
export type HazardStanding =
  /** Duty officer or administrator. */
  | 'officer'
  /** Leader of the hazard's area, or a leader where the area has none. */
  | 'leader'
  | 'owner'
  /** Told of it, by name or not. */
  | 'reporter'
  /** May look again at what was fixed: trained for it, and neither its fixer nor its owner. */
  | 'checker';

/** Who may do what to a hazard. Whatever is not listed is refused. */
const hazardVerbs: Partial<Record<HazardVerb, readonly HazardStanding[]>> = {
  hazard_kind: ['officer', 'leader'],
  hazard_grade: ['officer', 'leader'],
  hazard_reject: ['officer', 'leader'],
  hazard_assign: ['officer', 'leader'],
  hazard_accept: ['owner'],
  hazard_hand_back: ['owner'],
  hazard_fixed: ['owner', 'officer', 'leader'],
  hazard_ask_more: ['owner'],
  hazard_extend: ['officer', 'leader'],
  hazard_refuse: ['officer', 'leader'],
  hazard_pause: ['officer', 'leader'],
  hazard_resume: ['officer', 'leader'],
  hazard_pass: ['checker'],
  hazard_fail: ['checker'],
  hazard_supervise: ['officer', 'leader'],
  hazard_merge: ['officer', 'leader'],
  hazard_split: ['officer', 'leader', 'reporter'],
  hazard_reopen: ['reporter', 'officer', 'leader'],
  hazard_withdraw: ['reporter'],
  hazard_chase: ['reporter', 'officer', 'leader'],
  hazard_rate: ['reporter'],
};

/** Whether this person may decide on an enterprise's colour. */
export function mayOnPlace(person: Person, verb: Verb): boolean {
  const colour = verb === 'colour_accept' || verb === 'colour_keep';
  return colour && person.active && person.roles.some((role) => placeOfficers.has(role));
}

const placeOfficers: ReadonlySet<Role> = new Set<Role>(['leader', 'duty_officer', 'admin']);
const placeWorkers: ReadonlySet<Role> = new Set<Role>(['grid_worker', 'safety_officer']);

/**
 * How much of a place somebody may see. `public`: its name and where it is. `work`: what is open there, too. `all`: whom to ring,
 * what it handles and its colour as well.
 * @param owns the person has a hazard of it to put right, or is named as its owner
 */
export function placeSight(person: Person | null, owns: boolean): 'public' | 'work' | 'all' {
  if (person?.active !== true) return 'public';
  if (person.roles.some((role) => placeOfficers.has(role))) return 'all';
  return owns || person.roles.some((role) => placeWorkers.has(role)) ? 'work' : 'public';
}

/** Whether this person may print the codes of places for walls. */
export function mayPrintCodes(person: Person): boolean {
  return person.active && person.roles.some((role) => placeOfficers.has(role));
}

/** What the person of a draft may do with it; nobody else may. */
const draftVerbs: ReadonlySet<Verb> = new Set<HazardVerb>([
  'hazard_file',
  'hazard_drop',
  'hazard_kind',
  'hazard_place',
  'hazard_anonymous',
]);

/** Roles that may look again at what somebody else has fixed. */
const checkerRoles: ReadonlySet<Role> = new Set<Role>([
  'grid_worker',
  'safety_officer',
  'leader',
  'duty_officer',
  'admin',
]);

type HazardPeople = Pick<Hazard, 'ownerId' | 'leaderId' | 'fixedById'>;

/** Everything that this person is to this hazard; nothing when no longer active. */
export function standingsOf(
  person: Person,
  hazard: HazardPeople,
  reports: readonly Pick<HazardReport, 'personId'>[],
): ReadonlySet<HazardStanding> {
  const standings = new Set<HazardStanding>();
  if (!person.active) return standings;
  const { roles, id } = person;
  if (roles.includes('duty_officer') || roles.includes('admin')) standings.add('officer');
  if (hazard.leaderId === id || (hazard.leaderId === null && roles.includes('leader'))) standings.add('leader');
  if (hazard.ownerId === id) standings.add('owner');
  if (reports.some(({ personId }) => personId === id)) standings.add('reporter');
  const worked = hazard.fixedById === id || hazard.ownerId === id;
  if (!worked && roles.some((role) => checkerRoles.has(role))) standings.add('checker');
  return standings;
}

/** Whether this person may do `verb` to a hazard, by what the person is to it. */
export function mayOnHazard(
  person: Person,
  verb: Verb,
  hazard: HazardPeople,
  reports: readonly Pick<HazardReport, 'personId'>[],
): boolean {
  const allowed = hazardVerbs[verb as HazardVerb];
  if (allowed === undefined) return false;
  const standings = standingsOf(person, hazard, reports);
  return allowed.some((standing) => standings.has(standing));
}

/** Whether this person may do `verb` with this draft: only their own, and only a draft's verbs. */
export function mayOnDraft(person: Person, verb: Verb, draft: Pick<HazardDraft, 'personId'>): boolean {
  return person.active && draftVerbs.has(verb) && draft.personId === person.id;
}

/** Whether this person may see a hazard's page with all its facts: who decides on it, has it, told of it, or checks it. */
export function maySeeHazard(
  person: Person,
  hazard: HazardPeople,
  reports: readonly Pick<HazardReport, 'personId'>[],
): boolean {
  return standingsOf(person, hazard, reports).size > 0;
}

/** What somebody is to one shift; one person can be several. */
export type ShiftStanding =
  /** Duty officer or administrator. */
  | 'officer'
  /** Leads one of its teams. */
  | 'leader'
  /** Expected, there, or standing in. */
  | 'crew'
  /** In one of its teams, without being in this shift. */
  | 'team'
  /** Hears of things found and lost. */
  | 'police';

/** Who may do what to a shift, its check-ins, requests and finds. Whatever is not listed is refused. */
const patrolVerbs: Record<PatrolVerb, readonly ShiftStanding[]> = {
  shift_here: ['crew', 'leader', 'team'],
  shift_leave: ['crew'],
  shift_end: ['crew', 'leader', 'officer'],
  shift_safe: ['crew', 'leader', 'officer'],
  shift_out: ['leader', 'officer'],
  shift_off: ['leader', 'officer'],
  shift_ring: ['leader', 'officer'],
  gear_taken: ['crew', 'leader'],
  gear_back: ['crew', 'leader'],
  handover_give: ['crew', 'leader'],
  handover_take: ['crew', 'leader'],
  points_excuse: ['crew', 'leader', 'officer'],
  check_in_point: ['crew', 'leader'],
  check_in_void: ['crew', 'leader', 'officer'],
  request_agree: ['crew', 'team'],
  request_decline: ['crew', 'team'],
  request_grant: ['leader', 'officer'],
  request_refuse: ['leader', 'officer'],
  request_withdraw: ['crew'],
  find_incident: ['officer'],
  find_hazard: ['crew', 'leader', 'officer'],
  find_passed_on: ['officer', 'police'],
  find_noted: ['officer', 'police'],
};

/** Everything that this person is to this shift; nothing when no longer active. */
export function shiftStandings(
  person: Person,
  crew: readonly Pick<ShiftPerson, 'personId' | 'state'>[],
  teams: readonly Pick<Team, 'leaderId' | 'memberIds'>[],
  policeContacts: readonly string[] = [],
): ReadonlySet<ShiftStanding> {
  const standings = new Set<ShiftStanding>();
  if (!person.active) return standings;
  const { roles, id, callSign } = person;
  if (roles.includes('duty_officer') || roles.includes('admin')) standings.add('officer');
  if (teams.some(({ leaderId }) => leaderId === id)) standings.add('leader');
  if (crew.some(({ personId, state }) => personId === id && state !== 'leave')) standings.add('crew');
  if (teams.some(({ memberIds }) => memberIds.includes(id))) standings.add('team');
  if (callSign !== null && policeContacts.includes(callSign)) standings.add('police');
  return standings;
}

/** Whether what this person is to a shift lets them do `verb` to it. */
export function mayOnShift(standings: ReadonlySet<ShiftStanding>, verb: PatrolVerb): boolean {
  return patrolVerbs[verb].some((standing) => standings.has(standing));
}

/**
 * Whether somebody may see whose shifts, points and hours add up to what: their own, their team's, and everybody's for those who
 * command. Of another person alone only that person's leaders.
 * @param teams the team, or the teams of the person whose month it is
 */
export function maySeeMonth(
  reader: Person,
  whose: 'team' | Person['id'],
  teams: readonly Pick<Team, 'leaderId' | 'memberIds'>[],
): boolean {
  if (!reader.active) return false;
  if (whose === reader.id || reader.roles.some((role) => role === 'duty_officer' || role === 'admin')) return true;
  return teams.some(
    ({ leaderId, memberIds }) => leaderId === reader.id || (whose === 'team' && memberIds.includes(reader.id)),
  );
}

/**
 * What somebody is to one private matter, beside what is kept of it. Being a duty officer or an administrator is nothing to it:
 * who is not named by it sees it only by break-glass.
 */
export type MatterRight =
  | MatterStanding
  /** Looks for a while, because a second person agreed. */
  | 'opener'
  /** Leads or commands: may ask for a break-glass opening, agree to another's, or say who takes it; sees nothing of it by that. */
  | 'glass';

/** Who may do what to a private matter. Whatever is not listed is refused. */
const matterVerbs: Partial<Record<MatterVerb, readonly MatterRight[]>> = {
  matter_about: ['teller'],
  matter_answer: ['teller'],
  matter_skip: ['teller'],
  matter_file: ['teller'],
  matter_drop: ['teller'],
  matter_resume: ['teller'],
  matter_withdraw: ['teller', 'party'],
  matter_look: ['teller', 'party', 'offered', 'desk', 'owner', 'co_owner', 'opener'],
  matter_take: ['offered', 'desk', 'co_owner'],
  matter_pass: ['offered', 'desk'],
  matter_conflict: ['offered', 'desk', 'owner'],
  matter_give_back: ['owner'],
  matter_step_up: ['owner', 'desk'],
  matter_assign: ['owner', 'desk', 'glass'],
  matter_ack: ['owner', 'co_owner'],
  matter_consent: ['teller', 'party', 'owner', 'desk'],
  matter_times: ['owner'],
  matter_time: ['teller', 'party', 'owner'],
  matter_cancel: ['owner'],
  matter_held: ['owner'],
  matter_absent: ['owner'],
  matter_agree: ['owner'],
  matter_fail: ['owner'],
  matter_sign: ['teller', 'party', 'owner'],
  matter_paid: ['teller', 'party', 'owner'],
  matter_got: ['teller', 'party', 'owner'],
  matter_not_got: ['teller', 'party', 'owner'],
  matter_performed: ['owner'],
  matter_broken: ['owner'],
  matter_court: ['teller', 'party', 'owner'],
  matter_suspend: ['owner'],
  matter_go_on: ['owner'],
  matter_extend: ['teller', 'party', 'owner'],
  matter_visit: ['teller', 'party', 'owner'],
  matter_done: ['owner', 'co_owner'],
  opening_ask: ['glass'],
  opening_agree: ['glass'],
  opening_refuse: ['glass'],
};

/** Everything that this person is to this matter; nothing when no longer active. */
export function matterRights(
  person: Person,
  people: readonly Pick<MatterPerson, 'personId' | 'standing'>[],
  openings: readonly Pick<Opening, 'askedById' | 'agreed' | 'untilAt'>[],
  now: Instant,
): ReadonlySet<MatterRight> {
  const rights = new Set<MatterRight>();
  if (!person.active) return rights;
  for (const { personId, standing } of people) if (personId === person.id) rights.add(standing);
  const opened = openings.some(
    ({ askedById, agreed, untilAt }) => askedById === person.id && agreed === true && untilAt !== null && now < untilAt,
  );
  if (opened) rights.add('opener');
  if (person.roles.some((role) => role === 'admin' || role === 'duty_officer' || role === 'leader'))
    rights.add('glass');
  return rights;
}

/** Whether what this person is to a matter lets them do `verb` to it. */
export function mayOnMatter(rights: ReadonlySet<MatterRight>, verb: MatterVerb): boolean {
  return matterVerbs[verb]?.some((right) => rights.has(right)) ?? false;
}

/**
 * How much of a matter somebody may see. `work`: everything but other people's sealed notes, which are the owner's alone.
 * `offer`: what is needed to say whether one can take it: kind, area, number of people, wishes, and the names of the sides, so
 * that a conflict of interest shows. `side`: what the sides share (the agreement, the sessions) and one's own words.
 */
export function matterSight(rights: ReadonlySet<MatterRight>): 'work' | 'offer' | 'side' | 'none' {
  if (rights.has('owner') || rights.has('co_owner') || rights.has('desk') || rights.has('opener')) return 'work';
  if (rights.has('teller') || rights.has('party')) return 'side';
  return rights.has('offered') ? 'offer' : 'none';
}

/** Whether this person is among the matter's mediators, so that its notes are theirs to read. */
export function mayReadNotes(rights: ReadonlySet<MatterRight>): boolean {
  return rights.has('owner') || rights.has('co_owner');
}

/** Whom each paper of a mediation is for; the application is its teller's own words, and the record the mediators'. */
const paperRights: Readonly<Record<PaperKind, readonly MatterRight[]>> = {
  application: ['owner', 'co_owner', 'desk', 'teller'],
  rights: ['owner', 'co_owner', 'desk', 'teller', 'party'],
  consent: ['owner', 'co_owner', 'desk', 'teller', 'party'],
  record: ['owner', 'co_owner'],
  agreement: ['owner', 'co_owner', 'teller', 'party'],
  confirmation: ['owner', 'co_owner', 'teller', 'party'],
  visit: ['owner', 'co_owner'],
};

/** Whether this paper of a matter is for whoever has these rights to it. */
export function mayHavePaper(rights: ReadonlySet<MatterRight>, paper: PaperKind): boolean {
  return paperRights[paper].some((right) => rights.has(right));
}

/**
 * Whether somebody is a side of it, or speaks for one, and so may never be its mediator (no conflict of interest): known by the
 * person, or by the number however it was written.
 */
export function isSide(person: Pick<Person, 'id' | 'phone'>, matter: Pick<Matter, 'tellerId' | 'body'>): boolean {
  if (matter.tellerId === person.id) return true;
  const own = plainPhone(person.phone);
  const isOwn = (phone: string): boolean => own !== '' && plainPhone(phone) === own;
  return matter.body.parties.some(
    ({ personId, phone, proxy }) => personId === person.id || isOwn(phone) || isOwn(proxy?.phone ?? ''),
  );
}
