import type { CardAction, Verb } from '../../core/message.ts';
import type { Token } from '../../core/ids.ts';
import { clip } from './presenting.ts';

/** Longest label of a button. */
const labelLength = 20;

/** How a button differs from what its verb says: a value, words of its own, how it looks. */
export interface ButtonManner {
  value?: string;
  label?: string;
  style?: CardAction['style'];
}

/** A button of something with a token; without words of its own it says what its verb is called. */
export function subjectButton(
  verb: Verb,
  token: Token,
  called: string,
  { value, label, style = 'plain' }: ButtonManner,
): CardAction {
  return { verb, token, label: clip(label ?? called, labelLength), style, ...(value === undefined ? {} : { value }) };
}
