import { findPlace } from '../../core/find-place.ts';
import type { Incident } from '../../core/incident.ts';
import type { Position } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import { showOrder, toHolder } from '../say.ts';
import type { Work } from '../work.ts';
import { traceIncident } from '../work.ts';
import { showIncident } from './show-incident.ts';

/** The officer's words to everybody who holds a seat; they go to their direct chats. Answers how many were told. */
export async function tellEverybody(work: Work, incident: Incident, officer: Person, text: string): Promise<number> {
  await traceIncident(work, incident, 'officer_word', officer.id, { words: text });
  let told = 0;
  for (const order of await work.tx.incidents.orders(incident.id)) {
    if (order.answer !== 'accepted' || order.safeAt !== null) continue;
    const notice = { kind: 'officer_word', incidentId: incident.id, text, from: officer.id } as const;
    if (await toHolder(work, order, notice, { priority: 'order' })) told += 1;
  }
  return told;
}

/** The officer says where it is; whoever was called sees the new place on the order. */
export async function setPlace(
  work: Work,
  incident: Incident,
  officer: Person,
  where: { words: string; position: Position | null; code?: string },
): Promise<void> {
  const place = findPlace(work.zone.places, {
    text: where.words,
    ...(where.code === undefined ? {} : { code: where.code }),
  });
  const placed: Incident = {
    ...incident,
    placeWords: where.words === '' ? (place?.name ?? incident.placeWords) : where.words,
    placeId: place?.id ?? null,
    position: where.position ?? place?.position ?? null,
  };
  await work.tx.incidents.put(placed);
  await traceIncident(work, incident, 'place_set', officer.id, { words: where.words, position: placed.position });
  await showIncident(work, placed, 'answer');
  if (placed.state !== 'called_out') return;
  await showPlace(work, placed);
  await tellEverybody(work, placed, officer, `📍 ${placed.placeWords}`);
}

/** Whoever has been called reads the new place in their order. */
export async function showPlace(work: Work, incident: Incident): Promise<void> {
  if (incident.state !== 'called_out') return;
  for (const order of await work.tx.incidents.orders(incident.id)) {
    if (order.answer === 'open' || order.answer === 'accepted' || order.answer === 'standby')
      await showOrder(work, order);
  }
}
