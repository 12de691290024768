import { html } from 'hono/html';
import { textsIn } from '../../bot/texts/texts-in.ts';
import type { MatterPageTexts } from '../../bot/texts/web-matter-texts.ts';
import type { Card, CardLine, Language } from '../../core/message.ts';
import { actButton } from './act-button.ts';
import { brandLine } from './brand-line.ts';
import { page, type Markup } from './layout.ts';
import { ownerForms, type OwnerForms } from './matter-forms.ts';

const styles = ['web/client/page.css', 'web/client/place.css', 'web/client/matter.css'] as const;

/** What stands before a matter: its number, and a button. Opening the address shows nothing of it and does nothing. */
export function matterCover({
  language,
  number,
  action,
}: {
  language: Language;
  number: string;
  action: string;
}): Markup {
  const texts = textsIn(language);
  const words = texts.matter.page;
  return page({
    language,
    title: `${number} · ${texts.web.page.siteName}`,
    styles,
    body: html`<main class="sheet sheet-narrow">
      ${brandLine(texts.web.page)}
      <h1>${words.coverTitle(number)}</h1>
      <p class="lead">${words.cover}</p>
      <form class="answers" method="post" action="${action}">
        <button class="answer answer-primary" name="act" value="look">${words.open}</button>
      </form>
      <p class="line line-quiet">${words.coverNote}</p>
    </main>`,
  });
}

/** Everything that a matter's page shows its reader. */
export interface MatterPage {
  language: Language;
  number: string;
  /** What they may see, line by line. */
  lines: readonly CardLine[];
  /** Each as an address that holds the picture itself. */
  photos: readonly string[];
  /** What there is for them to sign or to keep, each with an address for each of its formats. */
  papers: readonly { title: string; pdf: string; docx: string }[];
  /** What is asked of them now, each with its buttons. */
  asked: readonly Card[];
  /** Of whoever has it; null: somebody else. */
  owner: OwnerForms | null;
  /** What the press just now came to; `fault`: nothing was stored. */
  result: { text: string; fault: boolean } | null;
  action: string;
}

/** A private matter's page, for one reader, as an answer to a press alone. */
export function matterPage(shown: MatterPage): Markup {
  const texts = textsIn(shown.language);
  const words = texts.matter.page;
  const { result } = shown;
  return page({
    language: shown.language,
    title: `${shown.number} · ${texts.web.page.siteName}`,
    styles,
    body: html`<main class="sheet">
      ${brandLine(texts.web.page)} ${result === null ? '' : outcome(result)}
      <h1>${shown.number}</h1>
      <ul class="private-lines">
        ${shown.lines.map(fact)}
      </ul>
      ${
        shown.photos.length === 0
          ? ''
          : html`<div class="photos">
              ${shown.photos.map((photo) => html`<figure><img src="${photo}" alt="${words.photoAlt}" /></figure>`)}
            </div>`
      }
      ${shown.papers.length === 0 ? '' : papers(shown.papers, words)}
      <section class="acts">
        <h2>${words.actions}</h2>
        ${shown.asked.length === 0 && shown.owner === null ? html`<p class="line">${words.noActions}</p>` : ''}
        ${shown.asked.map((card) => question(card, shown))}
        ${shown.owner === null ? '' : ownerForms(shown.owner, shown.action, words)}
      </section>
    </main>`,
  });
}

function papers(all: MatterPage['papers'], words: MatterPageTexts): Markup {
  return html`<section class="papers">
    <h2>${words.papers}</h2>
    <p class="line line-quiet">${words.papersHint}</p>
    <ul>
      ${all.map(
        ({ title, pdf, docx }) =>
          html`<li>
            <span>${title}</span>
            <a href="${pdf}" aria-label="${title} PDF">PDF</a>
            <a href="${docx}" aria-label="${title} Word">Word</a>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Line breaks count here, so none stands around the words. */
function outcome({ text, fault }: NonNullable<MatterPage['result']>): Markup {
  const look = fault ? 'result result-fault' : 'result';
  return html`<p class="${look}" role="${fault ? 'alert' : 'status'}">${text}</p>`;
}

/** Longer ones take the whole width of a wide page. */
const shortLine = 30;

/** `金额：18,600 元`: the name small, above what it says. */
function fact({ text, style }: CardLine): Markup {
  const [, name = '', value = ''] = /^([^\n:：]{1,24})[:：]\s*([\s\S]+)$/u.exec(text) ?? [];
  if (name === '' || style !== 'hidden') return html`<li class="line-long line-${style ?? 'plain'}">${text}</li>`;
  return html`<li class="${value.length > shortLine ? 'line-long' : ''}"><small>${name}</small>${value}</li>`;
}

function question(card: Card, { action }: MatterPage): Markup {
  const buttons = card.actions.flat().filter(({ verb }) => verb !== 'matter_look');
  return html`<form class="question" method="post" action="${action}">
    ${card.lines.map(({ text, style }) => html`<p class="line ${style === undefined ? '' : `line-${style}`}">${text}</p>`)}
    <div class="answers">${buttons.map(actButton)}</div>
  </form>`;
}
