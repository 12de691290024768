import { isFull } from '../../core/call-out.ts';
import type { Equipment, Skill } from '../../core/catalogue.ts';
import type { IncidentId, SeatId } from '../../core/ids.ts';
import type { SceneWord } from '../../core/notice.ts';
import type { OrderResult } from '../../core/tap-result.ts';
import type { Work } from '../work.ts';
import { traceIncident } from '../work.ts';
import type { OrderKey } from './lock-order.ts';
import { lockOrder } from './lock-order.ts';
import { refillSeats } from './refill-seats.ts';
import { showIncident, tellCommand } from './show-incident.ts';

/** What somebody of the incident tells the command group. */
export interface SceneTelling {
  word: SceneWord;
  words: string;
  skills: readonly Skill[];
  equipment: readonly Equipment[];
  /** How many people are asked for; null: not said. */
  people: number | null;
}

/** Words that an officer must hear before anything else that waits. */
const urgent: ReadonlySet<SceneWord> = new Set<SceneWord>(['unsafe_withdrawal', 'comms_risk', 'need', 'false_alarm']);

/**
 * Hands words from the scene to the command group. A need for people opens seats, which are called at once; a need for gear
 * is told. Only somebody who holds a seat speaks for the scene.
 */
export async function tellFromScene(work: Work, known: OrderKey, telling: SceneTelling): Promise<OrderResult> {
  const locked = await lockOrder(work, known);
  if (locked === null || locked.incident.state === 'closed') return { kind: 'ended' };
  const { order, incident } = locked;
  if (order.acceptedAt === null) return { kind: 'not_seated' };
  await traceIncident(work, incident, 'scene_word', order.personId, { word: telling.word, words: telling.words });
  await tellCommand(
    work,
    { kind: 'scene_word', incidentId: incident.id, orderId: order.id, word: telling.word, text: telling.words },
    urgent.has(telling.word) ? 'order' : 'answer',
  );
  if (telling.word === 'need' && incident.state === 'called_out') await openSeats(work, order.incidentId, telling);
  return { kind: 'noted' };
}

/** One seat for each skill asked for; people without a named skill are one seat for anybody. */
async function openSeats(work: Work, incidentId: IncidentId, telling: SceneTelling): Promise<void> {
  const wanted: readonly (Skill | null)[] =
    telling.skills.length > 0 ? telling.skills : telling.people === null ? [] : [null];
  if (wanted.length === 0) return;
  const wasFull = isFull(await work.tx.incidents.seats(incidentId));
  const count = telling.skills.length > 1 ? 1 : Math.min(telling.people ?? 1, 50);
  for (const skill of wanted) {
    await work.tx.incidents.addSeat({
      id: work.ids.next<SeatId>(work.now),
      incidentId,
      skill,
      needed: count,
      taken: 0,
      origin: 'need',
      words: telling.words,
    });
    await traceIncident(work, { id: incidentId }, 'seat_opened', null, { skill, count });
  }
  const refilled = await refillSeats(work, incidentId, wasFull ? 'first_place' : 'place');
  if (refilled !== null) await showIncident(work, refilled.incident);
}
