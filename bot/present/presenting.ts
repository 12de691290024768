import type { Instant } from '../../core/clock.ts';
import type { Token } from '../../core/ids.ts';
import type { Card, CardAction, CardLine, CardLink, Position } from '../../core/message.ts';
import { spanOf, zoneTime } from '../../core/zone-time.ts';
import type { Links } from '../links.ts';
import type { PlainVerb, Texts } from '../texts/texts.ts';

/** What every presenter may use besides its view. */
export interface Presenting {
  texts: Texts;
  /** The zone's IANA time zone. */
  timeZone: string;
  now: Instant;
  links: Links;
  /** The room's platform cannot edit: a card there shows only what is worth a message of its own. */
  brief: boolean;
  /** The room is a direct chat: only there can a person's own buttons stand. */
  direct: boolean;
}

/** A card with the usual emptiness filled in. */
export function cardOf(parts: Partial<Card> & Pick<Card, 'lines'>): Card {
  return { actions: [], links: [], loud: false, ...parts };
}

/** A line, or none where there is nothing to say: for spreading into a list. */
export function line(text: string | null, style?: CardLine['style']): CardLine[] {
  if (text === null || text === '') return [];
  return [style === undefined ? { text } : { text, style }];
}

/** A button whose label is its verb. */
export function button(texts: Texts, verb: PlainVerb, token: Token, style: CardAction['style'] = 'plain'): CardAction {
  return { verb, token, label: texts.label.verb[verb], style };
}

/** A link to the map, or none where the position is not known. */
export function mapLink(presenting: Presenting, position: Position | null, name: string): CardLink[] {
  if (position === null) return [];
  return [{ url: presenting.links.map(position, name), label: presenting.texts.label.map }];
}

/** The zone's time of day, `14:02`. */
export function clockOf({ timeZone }: Presenting, at: Instant): string {
  return zoneTime(at, timeZone).clock;
}

/** The zone's time of day with seconds, `14:02:31`. */
export function preciseClockOf({ timeZone }: Presenting, at: Instant): string {
  return zoneTime(at, timeZone).clockWithSeconds;
}

/** A length of time in the reader's words. */
export function durationOf({ texts }: Presenting, milliseconds: number): string {
  return texts.time.duration(spanOf(milliseconds));
}

/** At most `length` UTF-16 units, without cutting a character in two; line breaks become spaces. */
export function clip(words: string, length: number): string {
  const flat = words.replaceAll(/\s+/g, ' ').trim();
  if (flat.length <= length) return flat;
  const cut = flat.slice(0, length - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
