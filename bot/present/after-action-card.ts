import type { AfterActionReport } from '../../core/after-action.ts';
import type { Card, CardLine } from '../../core/message.ts';
import type { TraceWord } from '../../core/trace.ts';
import { cardOf, clip, durationOf, line, type Presenting } from './presenting.ts';
import { lessonLines } from './lesson-lines.ts';
import { timelineLine } from './timeline-line.ts';

function heading(text: string, lines: readonly string[]): CardLine[] {
  if (lines.length === 0) return [];
  return [...line(text, 'strong'), ...lines.flatMap((one) => line(one))];
}

function spanLines({ spans }: AfterActionReport, presenting: Presenting): string[] {
  const words = presenting.texts.afterAction;
  return spans.flatMap(({ what, milliseconds }) =>
    milliseconds === null ? [] : [words.spanLine(words.span[what], durationOf(presenting, milliseconds))],
  );
}

function curveLine({ acceptCurve }: AfterActionReport, presenting: Presenting): string[] {
  const points = acceptCurve.map(({ sinceOrdersMs, held }) =>
    presenting.texts.afterAction.curvePoint(durationOf(presenting, sinceOrdersMs), held),
  );
  return points.length === 0 ? [] : [clip(points.join(' → '), 600)];
}

function scoreLines({ score }: AfterActionReport, presenting: Presenting): CardLine[] {
  if (score === null) return [];
  const words = presenting.texts.afterAction;
  const parts = score.parts.map((part) =>
    words.scoreLine(part, words.scorePart[part.part], (milliseconds) => durationOf(presenting, milliseconds)),
  );
  return [...line(words.score(score.total), 'strong'), ...parts.flatMap((part) => line(part))];
}

/** Steps that would point at somebody in front of the squad: there, only their number is told. */
const discreet: ReadonlySet<TraceWord> = new Set<TraceWord>(['declined', 'withdrawn', 'seen', 'standby']);

/** The steps that everybody who was called may see; officers see them all. */
export function forTheSquad(timeline: AfterActionReport['timeline']): AfterActionReport['timeline'] {
  return timeline.filter(({ what }) => !discreet.has(what));
}

function timelineLines({ timeline }: AfterActionReport, { texts }: Presenting, all: boolean): string[] {
  const told = all ? timeline : forTheSquad(timeline);
  return told.map((entry) => clip(`${entry.clock} ${timelineLine(entry, texts)}`, 160));
}

/**
 * Everything about an ended incident in one message: how long each step took, who went, the acceptances, what happened when,
 * and a drill's score with its arithmetic. `page` is the address of the same on a page, or null; `all`: for the command group,
 * who sees who could not come.
 */
export function afterActionCard(
  report: AfterActionReport,
  { page, all }: { page: string | null; all: boolean },
  presenting: Presenting,
): Card {
  const { texts } = presenting;
  const words = texts.afterAction;
  const outcome = report.outcome === null ? '' : texts.command.outcome(report.outcome);
  const seats = report.seats.map(({ skill, taken, needed }) =>
    texts.command.seat(texts.name.skill(skill), taken, needed),
  );
  return cardOf({
    title: words.title(texts.name.kind(report.kind), report.number),
    lines: [
      ...line(words.summary(report.date, report.place, outcome)),
      ...scoreLines(report, presenting),
      ...heading(words.spansHeading, spanLines(report, presenting)),
      ...line(report.asked.orders === 0 ? words.noneMeasured : words.asked(report.asked), 'strong'),
      ...heading(words.curveHeading, curveLine(report, presenting)),
      ...heading(words.seatsHeading, seats),
      ...heading(
        words.peopleHeading,
        report.people
          .map((person) => ({ ...person, withdrawn: person.answer !== 'accepted' && person.answer !== 'released' }))
          .filter(({ withdrawn }) => all || !withdrawn)
          .map((person) => words.person(person.name, texts.name.skill(person.skill), person)),
      ),
      ...heading(words.lessonsHeading, lessonLines(report.lessons, texts)),
      ...heading(words.timelineHeading, timelineLines(report, presenting, all)),
    ],
    links: page === null ? [] : [{ url: page, label: words.wholeReport }],
  });
}
