import type { Token } from '../../core/ids.ts';
import type { CardAction, PlaceVerb } from '../../core/message.ts';
import type { PlaceTexts } from '../texts/place-texts.ts';

/** A button of an enterprise's colour. */
export function isPlaceAction(action: CardAction): action is CardAction & { verb: PlaceVerb } {
  return action.verb === 'colour_accept' || action.verb === 'colour_keep';
}

/** What to reply where there are no buttons: the word and the place's code. */
export function placeReplyLines(
  actions: readonly (CardAction & { verb: PlaceVerb })[],
  codes: ReadonlyMap<Token, string>,
  texts: PlaceTexts,
): string[] {
  if (actions.length === 0) return [];
  return [texts.reply(actions.map(({ verb, token }) => `${texts.word[verb]} ${codes.get(token) ?? ''}`.trim()))];
}
