import { isOverdue, isPaused, type Hazard } from '../../core/hazard.ts';
import type { Card, CardAction, CardLine } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import { spokenName } from '../../core/spoken-name.ts';
import type { HazardTexts } from '../texts/hazard-texts.ts';
import { deadlineWords } from './hazard-deadline.ts';
import { inRows } from './hazard-kind-rows.ts';
import {
  hazardButton,
  mainKind,
  mapOf,
  numberLine,
  photoLine,
  placeLines,
  unnamed,
  whatOf,
  wordsOf,
} from './hazard-lines.ts';
import { beforePhoto, captioned, onePhoto, presentPhoto } from './hazard-photos.ts';
import type { HazardShown } from './hazard-shown.ts';
import { cardOf, clip, line, type Presenting } from './presenting.ts';

/** Working days that one tap asks for. */
export const moreDaysChoices = [3, 5, 10] as const;

type Step = Parameters<HazardTexts['order']['title']>[0];

/** Whose order it is, and of which round; null: of the one that runs. */
interface Ordered {
  reader: Person | null;
  again: boolean;
  round: number | null;
}

function stepOf(hazard: Hazard, { reader, again, round }: Ordered, now: number): Step {
  if (hazard.state === 'closed') return hazard.outcome === 'resolved' ? 'closed' : 'over';
  if (hazard.ownerId === null || (reader !== null && reader.id !== hazard.ownerId)) return 'gone';
  if (round !== null && round < hazard.round) return 'returned';
  if (hazard.state === 'fixed') return 'fixed';
  if (isOverdue(hazard, now)) return 'late';
  if (hazard.state === 'assigned') return again || hazard.round > 1 ? 'again' : 'assigned';
  return again ? 'again' : 'accepted';
}

/** What the owner can do now; only steps that lie ahead. */
export function ownerActions(hazard: Hazard, presenting: Presenting): CardAction[][] {
  const { token } = hazard;
  const labels = presenting.texts.hazard.choice.hazard_accept;
  const button = (verb: Parameters<typeof hazardButton>[1], style: CardAction['style'] = 'plain'): CardAction =>
    hazardButton(presenting, verb, token, { style });
  const more = moreDaysChoices.map((days) =>
    hazardButton(presenting, 'hazard_ask_more', token, {
      value: String(days),
      label: presenting.texts.hazard.moreDays(days),
    }),
  );
  if (hazard.state === 'assigned') {
    const accept = (['spot', 'deadline'] as const).map((value) =>
      hazardButton(presenting, 'hazard_accept', token, { value, label: labels[value], style: 'primary' }),
    );
    return [accept, [button('hazard_fixed'), button('hazard_hand_back')]];
  }
  if (hazard.state !== 'accepted') return [];
  return [
    [button('hazard_fixed', 'primary'), button('hazard_hand_back')],
    ...(hazard.asked === null && !isPaused(hazard) ? inRows(more, 3) : []),
  ];
}

/** Of what came back: what was found missing. */
function backLine({ back, tellers }: HazardShown, { texts }: Presenting): CardLine[] {
  if (back === null) return [];
  return line(texts.hazard.order.back(back.why, clip(unnamed(back.words, tellers, texts), 200)), 'warning');
}

/** Whom to ask: the leader of the area, else the officer who graded it. */
function askLine(officer: Person | null, leader: Person | null, { texts }: Presenting): CardLine[] {
  const { fact } = texts.hazard;
  if (leader !== null) return line(fact.leader(spokenName(leader), leader.phone), 'quiet');
  return line(officer === null ? null : fact.officer(spokenName(officer), officer.phone), 'quiet');
}

function briefing(shown: HazardShown, presenting: Presenting): CardLine[] {
  const { hazard, officer, leader } = shown;
  const { fact, grade } = presenting.texts.hazard;
  return [
    ...placeLines(shown, presenting),
    ...line(wordsOf(shown, presenting)),
    ...line(hazard.kinds.length > 1 ? whatOf(hazard, presenting) : null),
    ...line(hazard.severity === 'urgent' ? fact.urgent : null, 'warning'),
    ...line(hazard.grade === 'major' ? grade.major : null, 'warning'),
    ...backLine(shown, presenting),
    ...photoLine(shown, presenting),
    ...line(hazard.handling === 'supervised' ? fact.handling('supervised') : null, 'warning'),
    ...line(deadlineWords(hazard, shown.deadlines, presenting), 'strong'),
    ...askLine(officer, leader, presenting),
  ];
}

function whatNext(shown: HazardShown, presenting: Presenting): CardLine[] {
  const { hazard, rules, tellers } = shown;
  const { order } = presenting.texts.hazard;
  if (hazard.state === 'assigned') {
    return [...line(order.spot(rules.onTheSpotHours), 'quiet'), ...line(order.next.assigned)];
  }
  const { asked } = hazard;
  const reason = asked === null ? '' : clip(unnamed(asked.reason, tellers, presenting.texts), 120);
  return [
    ...line(asked === null ? null : order.asked(asked.days, reason)),
    ...line(asked === null ? order.next.accepted : order.next.asked),
  ];
}

/**
 * The owner's order: what, where, a photo, until when and why then, what to do. Later states take its place; once somebody
 * else has it, or it came back and has a new one, it says so and nothing more.
 */
export function hazardOrderCard(shown: HazardShown, ordered: Ordered, presenting: Presenting): Card {
  const { hazard } = shown;
  const { texts, now } = presenting;
  const { order } = texts.hazard;
  const step = stepOf(hazard, ordered, now);
  const title = order.title(step, mainKind(hazard, presenting));
  if (step === 'gone' || step === 'over' || step === 'closed' || step === 'fixed' || step === 'returned') {
    const photo = step === 'closed' || step === 'fixed' ? presentPhoto(shown) : null;
    return cardOf({
      title,
      lines: [...line(order.next[step]), ...numberLine(hazard, presenting)],
      ...onePhoto(photo),
    });
  }
  const card = cardOf({
    title,
    lines: [...briefing(shown, presenting), ...whatNext(shown, presenting), ...numberLine(hazard, presenting)],
    actions: presenting.direct ? ownerActions(hazard, presenting) : [],
    links: mapOf(shown, presenting),
    loud: hazard.state === 'assigned' || ordered.again,
    ...onePhoto(beforePhoto(shown)),
  });
  return captioned(card, texts);
}
