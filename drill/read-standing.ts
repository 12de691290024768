import type { IncidentView } from '../core/ports/incidents.ts';
import { owesSafeReturn } from '../core/incident.ts';
import type { Order } from '../core/incident.ts';
import type { Person } from '../core/people.ts';
import type { Standing } from './story.ts';

const shortName = ({ person }: { person: Person }): string => person.callSign ?? person.name;

/** How far a call-out has come, in the few facts that stand below the story. */
export function standingOf({ incident, place, seats, orders }: IncidentView): Standing {
  const crew = orders.filter(({ answer }) => answer === 'accepted');
  const count = (answer: Order['answer']): number => orders.filter((order) => order.answer === answer).length;
  const missing = orders.filter(owesSafeReturn);
  const over = incident.stoodDownAt !== null;
  const gone = crew.filter(({ acceptedAt }) => acceptedAt !== null);
  return {
    number: incident.number,
    state: incident.state,
    place: place?.name ?? incident.placeWords,
    seats: seats.map(({ skill, taken, needed }) => ({ skill, taken, needed })),
    tally: {
      waves: incident.waves,
      asked: orders.length,
      standby: count('standby'),
      declined: count('declined'),
      withdrawn: count('withdrawn'),
      undelivered: count('unreachable'),
      unanswered: count('open') + count('lapsed'),
    },
    going: crew
      .filter(({ onSceneAt }) => onSceneAt === null && !over)
      .map((order) => ({ name: shortName(order), expectedAt: order.etaAt })),
    onScene: crew.filter(({ onSceneAt }) => onSceneAt !== null && !over).map(shortName),
    safe: over ? gone.length - missing.length : 0,
    went: over ? gone.length : 0,
    missing: over ? missing.map(shortName) : [],
  };
}
