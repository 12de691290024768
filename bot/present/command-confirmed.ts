import { emptyPlaces, type Asking } from '../../core/call-out.ts';
import type { CardLine } from '../../core/message.ts';
import { lastJoined } from '../../core/same-incident.ts';
import { spokenName } from '../../core/spoken-name.ts';
import type { AskingList } from './asking-list.ts';
import { countedSeats } from './command-lines.ts';
import type { CommandPart, CommandView } from './command-view.ts';
import { button, line, type Presenting } from './presenting.ts';

/** How many of those who would be asked are listed one by one, and how many of each reason are named. */
const listed = 15;
const namedPerReason = 4;

function factsOf({ seat, ranked }: Asking, presenting: Presenting): string[] {
  const { time, name } = presenting.texts;
  const { positionAt, positionSource, travelSeconds, candidate } = ranked;
  const age =
    positionSource === 'base'
      ? time.fromBase
      : time.positionAge(positionAt === null ? null : Math.max(0, Math.floor((presenting.now - positionAt) / 60_000)));
  return [
    name.skill(seat.skill),
    ...(travelSeconds === null ? [] : [time.minutes(Math.ceil(travelSeconds / 60))]),
    age,
    name.duty[candidate.person.duty],
  ];
}

function passedOverLines({ passedOver, later }: AskingList, { texts }: Presenting): CardLine[] {
  const words = texts.command;
  const reasons = [...passedOver].map(([why, people]) =>
    words.passedOverFor(
      why,
      people.length,
      people.slice(0, namedPerReason).map(spokenName),
      Math.max(0, people.length - namedPerReason),
    ),
  );
  return [
    ...line(later === 0 ? null : words.nextWave(later), 'quiet'),
    ...line(reasons.length === 0 ? null : words.passedOver, 'quiet'),
    ...reasons.flatMap((reason) => line(reason, 'quiet')),
  ];
}

/** A confirmed incident: the seats, the very people that the next tap asks, and who was passed over. */
export function confirmedPart({ incident, seats, asking, reports }: CommandView, presenting: Presenting): CommandPart {
  const { texts } = presenting;
  const askings = asking?.askings ?? [];
  const needed = countedSeats(seats, texts, (seat) => seat.needed);
  const short = countedSeats(
    asking?.short ?? [],
    texts,
    (seat) => emptyPlaces(seat) - askings.filter((one) => one.seat.id === seat.id).length,
  );
  return {
    lines: [
      ...line(needed.length === 0 ? null : texts.command.seatsNeeded(needed)),
      ...line(askings.length === 0 ? texts.command.nobody : texts.command.wouldAsk(askings.length), 'strong'),
      ...askings
        .slice(0, listed)
        .flatMap((one, index) =>
          line(texts.command.asked(index + 1, spokenName(one.ranked.candidate.person), factsOf(one, presenting))),
        ),
      ...line(askings.length > listed ? texts.trouble.andMore(askings.length - listed) : null),
      ...line(short.length === 0 ? null : texts.command.short(short), 'warning'),
      ...(asking === null ? [] : passedOverLines(asking, presenting)),
    ],
    actions: [
      [
        {
          verb: 'call_out',
          token: incident.token,
          label: texts.label.callOut(askings.length),
          style: 'primary',
        },
      ],
      [button(texts, 'choose_kind', incident.token), button(texts, 'not_incident', incident.token)],
      ...(lastJoined(reports) !== null ? [[button(texts, 'split', incident.token)]] : []),
    ],
    links: [],
  };
}
