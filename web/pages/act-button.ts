import { html } from 'hono/html';
import type { CardAction } from '../../core/message.ts';
import type { Markup } from './layout.ts';

/** A card's button as one of a form; it says what is done, and with which value. */
export function actButton({ verb, value, label, style }: CardAction): Markup {
  const act = value === undefined ? verb : `${verb}.${value}`;
  return html`<button class="answer answer-${style}" name="act" value="${act}">${label}</button>`;
}
