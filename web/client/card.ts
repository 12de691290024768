import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Card, CardAction, CardLine } from '../../core/message.ts';
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
      <${CardLines} lines=${card.lines} texts=${texts} />
      ${
        card.photo !== undefined &&
        html`<a href="/rehearsal/photos/${card.photo}" target="_blank" rel="noopener noreferrer">
          <img class="picture" src="/rehearsal/photos/${card.photo}" alt=${texts.photoAlt} />
        </a>`
      }
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

/** Lines that stand together and are covered together. */
interface Stretch {
  covered: boolean;
  lines: readonly CardLine[];
}

function stretches(lines: readonly CardLine[]): Stretch[] {
  const found: Stretch[] = [];
  for (const line of lines) {
    const covered = line.style === 'hidden';
    const last = found.at(-1);
    if (last?.covered === covered) found[found.length - 1] = { covered, lines: [...last.lines, line] };
    else found.push({ covered, lines: [line] });
  }
  return found;
}

function CardLines({ lines, texts }: Pick<CardProps, 'texts'> & { lines: readonly CardLine[] }): VNode {
  return html`${stretches(lines).map((stretch) =>
    stretch.covered
      ? html`<${Covered} lines=${stretch.lines} texts=${texts} />`
      : stretch.lines.map((line) => html`<${Line} ...${line} />`),
  )}`;
}

function Line({ text, style }: CardLine): VNode {
  return html`<p class="card-line ${style === undefined ? '' : `line-${style}`}">${text}</p>`;
}

/** What nobody is to read over a shoulder: not in the page at all until it is asked for. */
function Covered({ lines, texts }: Pick<CardProps, 'texts'> & { lines: readonly CardLine[] }): VNode {
  const [open, setOpen] = useState(false);
  return html`<div class="covered">
    ${open && lines.map((line) => html`<${Line} ...${line} />`)}
    <button type="button" class="uncover" aria-expanded=${open} onClick=${() => setOpen(!open)}>
      ${open ? texts.cover : texts.uncover}
    </button>
  </div>`;
}

function sameAction(one: CardAction, other: CardAction | null): boolean {
  return other !== null && one.verb === other.verb && one.token === other.token && one.value === other.value;
}
