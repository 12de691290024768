import type { TapResult } from '../../core/tap-result.ts';
import type { ResultTexts, Texts } from '../texts/texts.ts';
import { clip } from './presenting.ts';

/** A toast is cut off here by Telegram, in UTF-16 units (Bot API, answerCallbackQuery). */
const toastLength = 200;

// Reading the function and handing it its own result are one step, so that the two kinds are known to be the same.
function wordsOf<Kind extends TapResult['kind']>(
  kind: Kind,
  result: Extract<TapResult, { kind: Kind }>,
  texts: ResultTexts,
): string {
  return texts[kind](result);
}

/** The toast of a tap: a drill's says that it is one, for there is no card around it. */
export function toastOf(result: TapResult, texts: Texts): string {
  const words = wordsOf(result.kind, result, texts.result);
  return clip(result.drill === true ? texts.mark.drillToast(words) : words, toastLength);
}

/** What a tap is answered with at once: what was decided, in at most 200 UTF-16 units. */
export function tapAnswer(result: TapResult, texts: Texts): string {
  return clip(wordsOf(result.kind, result, texts.result), toastLength);
}
