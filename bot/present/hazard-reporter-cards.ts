import { canStep, type HazardReport } from '../../core/hazard.ts';
import type { Capabilities, Card, CardAction } from '../../core/message.ts';
import type { HazardTurn } from '../../core/hazard-notice.ts';
import { dueOf } from './hazard-deadline.ts';
import { hazardButton, placeOf, unnamed, whatOf } from './hazard-lines.ts';
import { afterPhoto, beforePhoto, captioned, pairOf } from './hazard-photos.ts';
import type { HazardShown } from './hazard-shown.ts';
import { cardOf, clip, line, type Presenting } from './presenting.ts';

/** Longest place in somebody's own words. */
const placeLength = 60;
/** Longest reason that is passed on to whoever reported. */
const reasonLength = 120;

/**
 * Number and thanks, what was understood, and what comes next, in one message. In a group it is one line: everybody has read
 * the rest, and nobody else need be told it again.
 */
export function filedCard(
  shown: HazardShown,
  { joined, report }: { joined: boolean; report: HazardReport | null },
  presenting: Presenting,
): Card {
  const { hazard } = shown;
  const { texts } = presenting;
  const words = texts.hazard.reporter;
  if (!presenting.direct) return cardOf({ lines: line(words.filedInGroup(hazard.number, joined)) });
  const named = placeOf(shown, texts);
  // Whoever told of it reads the house as well, in their own words.
  const said = clip(report?.placeWords ?? '', placeLength);
  const place = shown.place === null || named.includes(said) ? named : whereSaid(shown.place.name, said);
  const what = words.what(
    hazard.kinds.slice(0, 3).map((kind) => texts.hazard.kind(kind)),
    place,
  );
  return cardOf({
    lines: [
      ...line(joined ? words.joined(hazard.number) : words.filed(hazard.number), 'strong'),
      ...line(what),
      ...line(joined ? words.now(hazard.state, dueOf(hazard, presenting.timeZone)) : null),
      ...line(joined ? null : hazard.severity === 'urgent' ? words.urgentNext : words.next),
      ...line(report?.anonymous === true ? words.anonymous : null, 'quiet'),
    ],
    actions: canStep(hazard, 'withdraw') ? [[hazardButton(presenting, 'hazard_withdraw', hazard.token)]] : [],
  });
}

/** 永固五金 后门: the words may hold the name. */
const whereSaid = (name: string, said: string): string => (said.includes(name) ? said : `${name} ${said}`);

/** Why it is so, in the words of whoever decided: of the end, of more time, or of a stop. */
function reasonOf({ hazard, tellers, back }: HazardShown, turn: HazardTurn, { texts }: Presenting): string {
  const given = hazard.terms?.extensions.at(-1);
  const stopped = hazard.terms?.pauses.at(-1);
  const later = (stopped?.from ?? 0) > (given?.at ?? 0) ? stopped?.reason : given?.reason;
  const reasons: Partial<Record<HazardTurn, string | undefined>> = {
    not_hazard: hazard.endWords,
    delayed: later,
    returned: back?.words,
  };
  return clip(unnamed(reasons[turn] ?? '', tellers, texts), reasonLength);
}

/**
 * One line for one turn.
 * @param number under which the reader knows it, when that is another: what was merged goes on under a new one
 */
export function turnCard(shown: HazardShown, turn: HazardTurn, number: string, presenting: Presenting): Card {
  const text = presenting.texts.hazard.reporter.turn(turn, {
    number,
    due: dueOf(shown.hazard, presenting.timeZone),
    words: reasonOf(shown, turn, presenting),
    into: shown.hazard.number,
  });
  return cardOf({ lines: line(text) });
}

function ratings({ hazard }: HazardShown, presenting: Presenting): CardAction[] {
  const labels = presenting.texts.hazard.choice.hazard_rate;
  return (['good', 'fair', 'bad'] as const).map((value) =>
    hazardButton(presenting, 'hazard_rate', hazard.token, { value, label: labels[value] }),
  );
}

/** The end, as the reporter may judge it: before and after, one question, and a way back. Null once it is open again. */
export function closedCard(
  shown: HazardShown,
  ask: boolean,
  capabilities: Pick<Capabilities, 'albumLimit'>,
  presenting: Presenting,
): Card | null {
  const { hazard, rules } = shown;
  if (hazard.state !== 'closed' || hazard.outcome !== 'resolved') return null;
  const { texts } = presenting;
  const words = texts.hazard.reporter;
  const photos = pairOf(shown, capabilities);
  const pair = beforePhoto(shown) !== null && afterPhoto(shown) !== null && photos.morePhotos !== undefined;
  const look = pair ? words.pair : afterPhoto(shown) === null ? null : words.afterOnly;
  const place = placeOf(shown, texts);
  const card = cardOf({
    lines: [
      ...line(words.closed(hazard.number), 'strong'),
      ...line([whatOf(hazard, presenting), ...(place === '' ? [] : [place])].join(' · ')),
      ...line(look),
      ...line(ask ? words.ask : null, 'strong'),
      ...line(words.reopen(rules.reopenDays)),
    ],
    actions: [...(ask ? [ratings(shown, presenting)] : []), [hazardButton(presenting, 'hazard_reopen', hazard.token)]],
    ...photos,
  });
  return captioned(card, texts);
}
