import { emptyPlaces, isAwaited } from '../../core/call-out.ts';
import type { Instant } from '../../core/clock.ts';
import type { Seat } from '../../core/incident.ts';
import type { Card } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import type { IncidentView } from '../../core/ports/incidents.ts';
import { spokenName } from '../../core/spoken-name.ts';
import type { AskingList } from './asking-list.ts';
import { emptySeats } from './command-lines.ts';
import { cardOf, line, type Presenting } from './presenting.ts';

/** How many numbers somebody can ring in a hurry. */
const phonesShown = 15;

/** A number to ring that belongs to the zone, not to a rescuer: the fire station, the neighbouring squad. */
export interface DutyPhone {
  name: string;
  phone: string;
}

interface Callable {
  person: Person;
  why: string;
}

/** Whoever may still come when rung: first those whom no message reached, then the silent, then those passed over for a slight cause. */
function callable({ orders }: IncidentView, asking: AskingList, { texts }: Presenting): Callable[] {
  const why = texts.trouble.ringWhy;
  const asked = (['unreachable', 'open'] as const).flatMap((answer) =>
    orders.filter((order) => order.answer === answer).map(({ person }) => ({ person, why: why[answer] })),
  );
  const passed = (['no_channel', 'off_duty', 'busy', 'certificate_expired'] as const).flatMap((reason) =>
    (asking.passedOver.get(reason) ?? []).map((person) => ({ person, why: why[reason] })),
  );
  return [...asked, ...passed].filter(({ person }) => person.phone !== '');
}

/** Seats that stay empty even if everybody who is still being asked says yes. */
function shortSeats({ seats, orders }: IncidentView, now: Instant): readonly Seat[] {
  const short = seats.filter((seat) => {
    const awaited = orders.filter((order) => order.seatId === seat.id && isAwaited(order, now)).length;
    return emptyPlaces(seat) > awaited;
  });
  return short.length > 0 ? short : seats;
}

/** Nobody is left to ask: which seats are empty, and the phones to ring. Null when the seats have been filled meanwhile. */
export function nobodyLeft(
  view: IncidentView,
  asking: AskingList,
  dutyPhones: readonly DutyPhone[],
  presenting: Presenting,
): Card | null {
  const { incident, seats } = view;
  const { trouble, name } = presenting.texts;
  if (incident.state !== 'called_out' || seats.every((seat) => emptyPlaces(seat) === 0)) return null;
  const people = callable(view, asking, presenting);
  const rings = [
    ...people.slice(0, phonesShown).map(({ person, why }) => trouble.ringLine(spokenName(person), person.phone, why)),
    ...(people.length > phonesShown ? [trouble.andMore(people.length - phonesShown)] : []),
    ...dutyPhones.map((duty) => trouble.ringLine(duty.name, duty.phone, trouble.dutyPhone)),
  ];
  return cardOf({
    title: trouble.nobodyLeftTitle(name.kind(incident.kind), incident.number),
    lines: [
      ...line(trouble.stillShort(emptySeats(shortSeats(view, presenting.now), presenting.texts)), 'warning'),
      ...line(rings.length === 0 ? trouble.noPhones : trouble.ring, 'strong'),
      ...rings.flatMap((ring) => line(ring)),
    ],
    loud: true,
  });
}
