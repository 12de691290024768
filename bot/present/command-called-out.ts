import { standbysNamed } from '../../core/call-out.ts';
import { progressOf, type Order } from '../../core/incident.ts';
import type { CardLine } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import { spokenName } from '../../core/spoken-name.ts';
import type { CommandPart, CommandView } from './command-view.ts';
import { remarkOf } from './remark.ts';
import { button, clip, clockOf, line, preciseClockOf, type Presenting } from './presenting.ts';

type Asked = Order & { person: Person };

/** What is worth saying of a holder's progress: when somebody comes, or since when they are there. */
function factsOf(order: Asked, presenting: Presenting): string[] {
  const { texts } = presenting;
  const remark = remarkOf(order);
  const limit = remark === '' ? [] : [texts.name.quoted(clip(remark, 60))];
  if (order.onSceneAt !== null) return [preciseClockOf(presenting, order.onSceneAt), ...limit];
  if (order.etaAt !== null) return [texts.time.expected(clockOf(presenting, order.etaAt)), ...limit];
  return limit;
}

function holderLines({ orders, seats }: CommandView, presenting: Presenting): CardLine[] {
  const { texts } = presenting;
  return orders
    .filter((order) => order.answer === 'accepted')
    .toSorted((a, b) => (a.acceptedAt ?? 0) - (b.acceptedAt ?? 0))
    .flatMap((order) => {
      const skill = seats.find(({ id }) => id === order.seatId)?.skill ?? null;
      const words = texts.command.holder(
        spokenName(order.person),
        texts.name.skill(skill),
        progressOf(order),
        presenting.brief ? [] : factsOf(order, presenting),
      );
      return line(words);
    });
}

function tallyLine({ orders }: CommandView, { texts, brief }: Presenting): CardLine[] {
  if (brief) return [];
  const count = (fits: (order: Order) => boolean): number => orders.filter(fits).length;
  return line(
    texts.command.tally({
      open: count(({ answer, seenAt }) => answer === 'open' && seenAt === null),
      seen: count(({ answer, seenAt }) => answer === 'open' && seenAt !== null),
      declined: count(({ answer }) => answer === 'declined'),
      withdrawn: count(({ answer }) => answer === 'withdrawn'),
      unreachable: count(({ answer }) => answer === 'unreachable'),
    }),
  );
}

/** Orders are out: every seat, everybody who is coming, who waits, who has not answered, and what the officer may do. */
export function calledOutPart(view: CommandView, presenting: Presenting): CommandPart {
  const { incident, seats, orders } = view;
  const { texts } = presenting;
  const standbys = orders
    .filter((order) => order.answer === 'standby')
    .toSorted((a, b) => (a.standbyRank ?? Infinity) - (b.standbyRank ?? Infinity));
  const full = seats.every(({ taken, needed }) => taken >= needed);
  return {
    lines: [
      ...line(texts.command.wave(Math.max(1, incident.waves)), 'quiet'),
      ...seats.flatMap((seat) =>
        line(texts.command.seat(texts.name.skill(seat.skill), seat.taken, seat.needed), 'strong'),
      ),
      ...holderLines(view, presenting),
      ...line(
        standbys.length === 0
          ? null
          : texts.command.standby(
              standbys.slice(0, standbysNamed).map(({ person }) => spokenName(person)),
              Math.max(0, standbys.length - standbysNamed),
            ),
      ),
      ...tallyLine(view, presenting),
      ...line(incident.exhaustedAt !== null && !full ? texts.command.exhausted : null, 'warning'),
    ],
    actions: [
      [button(texts, 'more_people', incident.token), button(texts, 'stand_down', incident.token, 'primary')],
      [button(texts, 'false_alarm', incident.token, 'danger'), button(texts, 'cancel', incident.token, 'danger')],
    ],
    links: [],
  };
}
