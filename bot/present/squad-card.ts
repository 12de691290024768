import { standbysNamed } from '../../core/call-out.ts';
import { owesSafeReturn, progressOf, type Incident, type Progress } from '../../core/incident.ts';
import type { Card } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import type { IncidentView } from '../../core/ports/incidents.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { cardOf, line, mapLink, type Presenting } from './presenting.ts';
import { whereOf, withoutNumbers } from './where.ts';

/**
 * A squad group's one card: what, where, the seats, who goes, how to answer. No words of the witness, no reporter, no phone:
 * a group is not the place for them. Null before anybody is called.
 */
export function squadCard({ incident, place, seats, orders }: IncidentView, presenting: Presenting): Card | null {
  const { state } = incident;
  if (state === 'reported' || state === 'confirmed' || incident.outcome === 'not_incident') return null;
  const { texts } = presenting;
  const words = texts.squad;
  const where = whereOf(incident, place);
  const name = withoutNumbers(where.name);
  const names = (people: readonly { person: Person }[]): string[] => people.map(({ person }) => spokenName(person));
  const accepted = orders.filter((order) => order.answer === 'accepted');
  const at = (...steps: Progress[]): typeof accepted => accepted.filter((order) => steps.includes(progressOf(order)));
  // Where cards cannot be edited every change is a message: setting off is not worth one.
  const underway = presenting.brief ? [] : at('underway');
  const going = presenting.brief ? at('seated', 'underway') : at('seated');
  const present = at('on_scene');
  const standby = orders
    .filter((order) => order.answer === 'standby')
    .toSorted((a, b) => (a.standbyRank ?? Infinity) - (b.standbyRank ?? Infinity));
  const awaited = orders.filter(owesSafeReturn).length;
  const running = state === 'called_out';
  return cardOf({
    title: words.title(state, texts.name.kind(incident.kind)),
    lines: [
      ...line(name === '' ? (running ? words.placeUnknown : null) : words.place(name), 'strong'),
      ...line(
        running
          ? words.seats(seats.map(({ skill, taken, needed }) => ({ skill: texts.name.skill(skill), taken, needed })))
          : null,
      ),
      ...line(running && going.length > 0 ? words.going(names(going)) : null),
      ...line(running && underway.length > 0 ? words.underway(names(underway)) : null),
      ...line(running && present.length > 0 ? words.onScene(names(present)) : null),
      ...line(
        running && standby.length > 0
          ? words.standby(names(standby.slice(0, standbysNamed)), standby.length > standbysNamed)
          : null,
      ),
      ...line(
        running
          ? words.howToAnswer
          : words.ended(state === 'closed' || isCalledOff(incident) ? incident.outcome : null),
      ),
      ...line(!running && awaited > 0 ? words.awaited(awaited) : null),
      ...line(running ? null : words.thanks),
      ...line(texts.order.number(incident.number), 'quiet'),
    ],
    links: running ? mapLink(presenting, where.position, name) : [],
    loud: running,
  });
}

/** Nobody was needed: whoever is on the way learns it while others are still waited for. */
const isCalledOff = ({ outcome }: Incident): boolean => outcome === 'false_alarm' || outcome === 'cancelled';
