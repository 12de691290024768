import type { Order } from './incident.ts';
import type { Verb } from './message.ts';
import type { Person, Role } from './people.ts';

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
