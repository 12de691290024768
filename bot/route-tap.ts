import { incidentKinds } from '../core/catalogue.ts';
import type { RoomId, Token } from '../core/ids.ts';
import type { Door, Incident, Order } from '../core/incident.ts';
import type { Verb } from '../core/message.ts';
import type { TapResult } from '../core/tap-result.ts';
import type { Person } from '../core/people.ts';
import { mayOnIncident, mayOnOrder } from '../core/permission.ts';
import { answerOrder } from '../handlers/incident/answer-order.ts';
import { callMorePeople, callOut } from '../handlers/incident/call-out.ts';
import { chooseKind, confirmIncident, rejectIncident, setKind } from '../handlers/incident/decide-incident.ts';
import { reportProgress } from '../handlers/incident/report-progress.ts';
import { splitReport } from '../handlers/incident/split-report.ts';
import { closeByOfficer, standDown } from '../handlers/incident/stand-down.ts';
import type { Work } from '../handlers/work.ts';
import { tapData } from './route-data.ts';
import { routeHazardTap } from './route-hazard-tap.ts';
import { routeMatterTap } from './route-matter-tap.ts';
import { routePatrolTap } from './route-patrol-tap.ts';
import { routePlaceTap } from './route-place.ts';

/** What a tap asks for, taken apart; whatever does not look like our own data is null. */
export function readTap(data: string): { token: Token; verb: string; value: string } | null {
  const match = /^([0-9A-Za-z_-]{8,32})\.([a-z_]{2,20})(?:\.([\w:-]{1,26}))?$/.exec(data);
  if (match === null) return null;
  return { token: match[1] as Token, verb: match[2] ?? '', value: match[3] ?? '' };
}

/**
 * Does what a button asks for, whoever sent it: the data is forgeable and old messages keep their buttons, so the person's
 * right is looked up anew and the state decides. Refusals are results, not errors.
 * @param roomId where it was tapped, for what is asked next; null: by link
 */
export async function routeTap(
  work: Work,
  person: Person | null,
  data: string,
  door: Door,
  roomId: RoomId | null = null,
): Promise<TapResult> {
  const tap = readTap(data);
  if (tap === null || person === null) return { kind: 'stale' };
  const order = await work.tx.incidents.orderByToken(tap.token);
  if (order !== null) {
    const result = await tapOrder(work, person, order, tap, door);
    return marked(result, await work.tx.incidents.byId(order.incidentId));
  }
  const found = await work.tx.incidents.byToken(tap.token);
  const incident = found === null ? null : await work.tx.incidents.lock(found.id);
  if (incident !== null) return marked(await tapIncident(work, person, incident, tap), incident);
  const { verb, value } = tap;
  const act = { person, verb: verb as Verb, value, roomId };
  const result =
    (await tapData(work, tap.token, act)) ??
    (await routeMatterTap(work, tap.token, act)) ??
    (await routeHazardTap(work, tap.token, act)) ??
    (await routePatrolTap(work, tap.token, act)) ??
    (await routePlaceTap(work, tap.token, act));
  return result ?? { kind: 'stale' };
}

/** Whatever becomes of a drill's button, its answer says that it is a drill. */
function marked(result: TapResult, incident: Incident | null): TapResult {
  return incident?.drill === true ? { ...result, drill: true } : result;
}

type Tap = NonNullable<ReturnType<typeof readTap>>;

async function tapOrder(work: Work, person: Person, order: Order, tap: Tap, door: Door): Promise<TapResult> {
  const verb = tap.verb as Verb;
  if (order.personId !== person.id) return { kind: 'not_yours' };
  if (!mayOnOrder(person, verb, order)) return { kind: 'not_allowed' };
  switch (verb) {
    case 'accept':
    case 'standby':
    case 'decline':
    case 'withdraw':
    case 'received':
      return answerOrder(work, order, { verb, door, words: '' });
    case 'eta': {
      const etaMinutes = Number(tap.value);
      if (!Number.isInteger(etaMinutes) || etaMinutes < 1 || etaMinutes > 600) return { kind: 'stale' };
      return answerOrder(work, order, { verb, door, words: '', etaMinutes });
    }
    case 'underway':
    case 'on_scene':
    case 'done':
    case 'safe':
      return reportProgress(work, order, verb, door);
    default:
      return { kind: 'not_allowed' };
  }
}

async function tapIncident(work: Work, person: Person, incident: Incident, tap: Tap): Promise<TapResult> {
  const verb = tap.verb as Verb;
  if (!mayOnIncident(person, verb)) return { kind: 'not_allowed' };
  switch (verb) {
    case 'confirm':
      return confirmIncident(work, incident, person);
    case 'not_incident':
      return rejectIncident(work, incident, person);
    case 'choose_kind':
      return chooseKind(work, incident);
    case 'set_kind': {
      const kind = incidentKinds.find(({ code }) => code === tap.value);
      return kind === undefined ? { kind: 'stale' } : setKind(work, incident, person, kind.code);
    }
    case 'call_out':
      return callOut(work, incident.id, person);
    case 'more_people':
      return callMorePeople(work, incident.id, person);
    case 'split':
      return splitReport(work, incident, person);
    case 'stand_down':
      return standDown(work, incident.id, person, 'resolved');
    case 'cancel':
      return standDown(work, incident.id, person, 'cancelled');
    case 'false_alarm':
      return standDown(work, incident.id, person, 'false_alarm');
    case 'close':
      return closeByOfficer(work, incident.id, person, tap.value === 'phoned');
    default:
      return { kind: 'not_allowed' };
  }
}
