import { html } from 'hono/html';
import type { PlacePageTexts } from '../../bot/texts/web-hazard-texts.ts';
import type { Markup } from './layout.ts';

/** Whom to ring at once, each number to be touched. */
export function emergencyLine(words: Pick<PlacePageTexts, 'emergency' | 'call'>): Markup {
  return html`<p class="emergency">
    <strong>${words.emergency}</strong>
    ${(['110', '119', '120'] as const).map((number) => html`<a href="tel:${number}">${words.call[number]}</a>`)}
  </p>`;
}
