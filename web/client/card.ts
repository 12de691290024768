import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Card, CardAction } from '../../core/message.ts';
import type { RehearsalTexts } from '../../bot/texts/web-texts.ts';

/** What a card in a bubble needs. */
interface CardProps {
  card: Card;
  texts: RehearsalTexts;
  /** The button that the hint points at. */
  hinted: CardAction | null;
  onTap: (action: CardAction) => Promise<void>;
}

/** The bot's message with its buttons. */
export function CardBubble({ card, texts, hinted, onTap }: CardProps): VNode {
  const [busy, setBusy] = useState<CardAction | null>(null);
  const press = (action: CardAction): void => {
    setBusy(action);
    void onTap(action).finally(() => setBusy(null));
  };
  return html`<div class="card">
    ${card.banner !== undefined && html`<p class="card-banner">${card.banner}</p>`}
    <div class="card-body">
      ${card.title !== undefined && html`<p class="card-title">${card.title}</p>`}
      ${card.lines.map(({ text, style }) => html`<p class="card-line ${style === undefined ? '' : `line-${style}`}">${text}</p>`)}
      ${card.photo !== undefined && html`<img class="picture" src="/rehearsal/photos/${card.photo}" alt=${texts.photoAlt} />`}
    </div>
    ${
      card.actions.length > 0 &&
      html`<div class="card-actions">
        ${card.actions.map(
          (row) =>
            html`<div class="card-row">
              ${row.map(
                (action) =>
                  html`<button
                    type="button"
                    class="action action-${action.style} ${sameAction(action, hinted) ? 'is-hinted' : ''}"
                    disabled=${busy !== null}
                    aria-busy=${sameAction(action, busy)}
                    onClick=${() => press(action)}
                  >
                    ${action.label}
                  </button>`,
              )}
            </div>`,
        )}
      </div>`
    }
    ${
      card.links.length > 0 &&
      html`<div class="card-links">
        ${card.links.map(({ url, label }) => html`<a href=${url} target="_blank" rel="noopener noreferrer">${label}</a>`)}
      </div>`
    }
  </div>`;
}

function sameAction(one: CardAction, other: CardAction | null): boolean {
  return other !== null && one.verb === other.verb && one.token === other.token && one.value === other.value;
}
