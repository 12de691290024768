import type { Hazard, HazardReport } from './hazard.ts';
import type { HazardVerb } from './hazard-verb.ts';
import type { HazardDraft } from './hazard-draft.ts';
import type { Verb } from './message.ts';
import type { Person, Role } from './people.ts';

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

/** Whether somebody works on hazards at all: such a person may see each of them, and look again at what others have fixed. */
export function worksOnHazards({ active, roles }: Person): boolean {
  return active && roles.some((role) => checkerRoles.has(role));
}

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
  if (!worked && worksOnHazards(person)) standings.add('checker');
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
