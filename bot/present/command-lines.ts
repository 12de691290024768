import type { CardLine } from '../../core/message.ts';
import type { Seat } from '../../core/incident.ts';
import { emptyPlaces } from '../../core/call-out.ts';
import { firstTellings } from '../../core/same-incident.ts';
import { spokenName } from '../../core/spoken-name.ts';
import type { Texts } from '../texts/texts.ts';
import type { CommandView } from './command-view.ts';
import { clip, line, preciseClockOf, type Presenting } from './presenting.ts';
import { whereOf } from './where.ts';

/** How many further reports are shown by their words. */
const furtherReports = 3;

/** The words, the place, and who else said so: on the card from the first report to the end. */
export function whatAndWhere(view: CommandView, presenting: Presenting): CardLine[] {
  const { incident, place, reports, photos, officer } = view;
  const { command, name } = presenting.texts;
  const where = whereOf(incident, place);
  const said = place === null ? '' : clip(incident.placeWords, 80);
  // A picture by itself stands among the photos.
  const further = reports.slice(1).filter(({ words }) => words.trim() !== '');
  const told = firstTellings(reports).length;
  const running = incident.state !== 'closed';
  return [
    ...line(incident.words === '' ? null : name.quoted(clip(incident.words, 300)), 'strong'),
    ...line(
      where.name === ''
        ? running
          ? command.placeUnknown
          : null
        : command.place(where.name, where.name.includes(said) ? '' : said),
    ),
    ...line(where.name !== '' && where.position === null && running ? command.positionUnknown : null, 'warning'),
    ...line(incident.level === 'unclassified' ? null : command.level(name.level(incident.level))),
    ...line(told < 2 ? null : command.reports(told)),
    ...further
      .slice(-furtherReports)
      .flatMap((report) => line(command.furtherReport(preciseClockOf(presenting, report.at), clip(report.words, 120)))),
    ...line(photos.length === 0 ? null : command.photos(photos.length)),
    ...line(officer === null ? null : command.officer(spokenName(officer)), 'quiet'),
  ];
}

/** Seats of one skill together, as words take them. */
export function countedSeats(
  seats: readonly Seat[],
  texts: Texts,
  countOf: (seat: Seat) => number,
): { skill: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const seat of seats) {
    const skill = texts.name.skill(seat.skill);
    counts.set(skill, (counts.get(skill) ?? 0) + countOf(seat));
  }
  return [...counts].map(([skill, count]) => ({ skill, count })).filter(({ count }) => count > 0);
}

/** The places still empty, by skill. */
export function emptySeats(seats: readonly Seat[], texts: Texts): { skill: string; count: number }[] {
  return countedSeats(seats, texts, emptyPlaces);
}
