import type { DeadlineRules } from '../../core/deadline.ts';
import { dueInMorning, type MorningAbout, type MorningStep } from '../../core/hazard-morning.ts';
import { isOverdue, type Hazard } from '../../core/hazard.ts';
import type { Card, CardAction } from '../../core/message.ts';
import { deadlineWords } from './hazard-deadline.ts';
import { hazardButton } from './hazard-lines.ts';
import { byUrgency, listEntry, listLength, type ListFacts } from './hazard-list-cards.ts';
import { cardOf, line, type Presenting } from './presenting.ts';

/** How many deadlines are added up where no alarm asks for it. */
const explained = 5;

/** What a morning's list counts, and what of it is shown. */
interface MorningList {
  late: number;
  today: number;
  soon: number;
  /** Not due yet. */
  rest: number;
  /** The most urgent first. */
  shown: readonly Hazard[];
}

/** What of somebody's hazards stands in the morning's list; null when nothing is late or due. What an alarm is about is shown. */
export function morningList(
  hazards: readonly Hazard[],
  { about, steps, deadlines }: { about: MorningAbout; steps: readonly MorningStep[]; deadlines: DeadlineRules },
  { now }: Presenting,
): MorningList | null {
  const { late, today, soon } = dueInMorning(hazards, about, deadlines, now);
  if (late.length + today.length === 0) return null;
  const alarmed = new Set(steps.map(({ hazardId }) => hazardId));
  const due = byUrgency([...late, ...today, ...soon], now);
  const first = due.toSorted((a, b) => Number(alarmed.has(b.id)) - Number(alarmed.has(a.id))).slice(0, listLength);
  return {
    late: late.length,
    today: today.length,
    soon: soon.length,
    rest: hazards.length - due.length,
    shown: byUrgency(first, now),
  };
}

/** Each proposal of supervision has its button here, for no other message makes it. */
function proposals({ shown }: MorningList, steps: readonly MorningStep[], presenting: Presenting): CardAction[][] {
  const { word } = presenting.texts.hazard;
  const proposed = new Set(steps.filter(({ to }) => to === 'supervision').map(({ hazardId }) => hazardId));
  return shown
    .filter(({ id, handling }) => proposed.has(id) && handling !== 'supervised')
    .map(({ token, number }) => [
      hazardButton(presenting, 'hazard_supervise', token, {
        label: `${word.hazard_supervise} ${number}`,
        style: 'primary',
      }),
    ]);
}

/** The morning's list: only what is late or due; of what is late, and of today's alarms, with the deadline added up. */
export function digestCard(
  due: MorningList,
  facts: ListFacts & { steps: readonly MorningStep[] },
  presenting: Presenting,
): Card {
  const { list, alarm } = presenting.texts.hazard;
  const about = facts.about === 'owned' ? 'owned' : 'area';
  const alarmed = new Set(facts.steps.map(({ hazardId }) => hazardId));
  const late = new Set(due.shown.filter((hazard) => isOverdue(hazard, presenting.now)).slice(0, explained));
  const count = due.late + due.today + due.soon;
  const actions = about === 'area' ? proposals(due, facts.steps, presenting) : [];
  return cardOf({
    title: list.digestTitle(about, due.late, due.today, due.soon),
    lines: [
      ...due.shown.flatMap((hazard) => {
        const summed = alarmed.has(hazard.id) || late.has(hazard);
        const sum = summed ? deadlineWords(hazard, facts.deadlines, presenting) : null;
        return [...listEntry(hazard, facts, presenting, summed), ...line(sum, 'quiet')];
      }),
      ...line(count > due.shown.length ? list.more(count - due.shown.length) : null, 'quiet'),
      ...line(due.rest > 0 ? list.digestRest(due.rest) : null, 'quiet'),
      ...line(list.how[about], 'quiet'),
      ...line(actions.length > 0 ? alarm.next.supervision : null, 'strong'),
    ],
    actions,
    loud: true,
  });
}
