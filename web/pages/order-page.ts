import { html } from 'hono/html';
import { textsIn } from '../../bot/texts/texts-in.ts';
import type { Card, CardAction, Language } from '../../core/message.ts';
import { brandLine } from './brand-line.ts';
import { page, type Markup } from './layout.ts';

/** What the one-tap page shows. */
export interface OrderPage {
  language: Language;
  /** The order as its chat would show it now; null: nothing is to be said about it any more. */
  card: Card | null;
  /** What the press just now came to. */
  result: string | null;
  /** Where the page hears that something changed. */
  liveFrom: string;
}

/**
 * The order and one large button for each answer. The buttons are the form's: they work without scripts, on any phone, and
 * opening the page alone does nothing.
 */
export function orderPage({ language, card, result, liveFrom }: OrderPage): Markup {
  const { page: words } = textsIn(language).web;
  return page({
    language,
    title: `${card?.title ?? words.siteName} · ${words.siteName}`,
    scripts: ['web/client/live-page.js'],
    body: html`<main class="sheet sheet-narrow" data-live="${liveFrom}">
      ${brandLine(words)} ${result === null ? '' : html`<p class="result" role="status">${result}</p>`}
      ${card === null ? html`<p class="lead">${words.order.nothingToDo}</p>` : cardSheet(card, words.order)}
    </main>`,
  });
}

function cardSheet(card: Card, words: { pressOnce: string; nothingToDo: string }): Markup {
  const actions = card.actions.flat();
  return html`${card.banner === undefined ? '' : html`<p class="banner">${card.banner}</p>`}
    <h1>${card.title ?? ''}</h1>
    ${card.lines.map(({ text, style }) => html`<p class="line line-${style ?? 'plain'}">${withPhones(text)}</p>`)}
    ${card.links.map(({ url, label }) => html`<p class="line"><a href="${url}" rel="noopener noreferrer">${label}</a></p>`)}
    <form method="post" class="answers">
      ${actions.map((action) => button(action))}
      <p class="line line-quiet">${actions.length === 0 ? words.nothingToDo : words.pressOnce}</p>
    </form>`;
}

const phoneNumber = /(?<![\d-])(1\d{2}-?\d{4}-?\d{4})(?![\d-])/;

/** Numbers in a text can be rung by a touch. */
function withPhones(text: string): (string | Markup)[] {
  return text
    .split(phoneNumber)
    .map((part) => (phoneNumber.test(part) ? html`<a href="tel:${part.replaceAll('-', '')}">${part}</a>` : part));
}

function button({ verb, value, label, style }: CardAction): Markup {
  const answer = value === undefined ? verb : `${verb}.${value}`;
  return html`<button type="submit" name="answer" value="${answer}" class="answer answer-${style} verb-${verb}">
    ${label}
  </button>`;
}
