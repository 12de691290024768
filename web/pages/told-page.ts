import { html } from 'hono/html';
import { safetyLines, safetySteps } from '../../bot/present/safety-lines.ts';
import { textsIn } from '../../bot/texts/texts-in.ts';
import type { Danger, MatterKind } from '../../core/matter.ts';
import type { Language } from '../../core/message.ts';
import type { PrivateRules } from '../../core/zone/private-rules.ts';
import { brandLine } from './brand-line.ts';
import { page, type Markup } from './layout.ts';

/** What stands there once it was handed in. */
export interface ToldPage {
  language: Language;
  number: string;
  kind: MatterKind;
  dangers: readonly Danger[];
  nameless: boolean;
  rules: PrivateRules;
  /** Why photos are not with it, in words; empty: all are. */
  missed: readonly string[];
}

/** The number, and what happens next; with danger in it, first of all whom to ring. */
export function toldPage({ language, number, kind, dangers, nameless, rules, missed }: ToldPage): Markup {
  const texts = textsIn(language);
  const { page: words, talk } = texts.matter;
  const { takeMinutes, helpMinutes } = rules;
  const safety =
    dangers.length === 0
      ? ''
      : html`<section class="safety">
          <h2>${words.safetyFirst}</h2>
          ${safetySteps(dangers, talk).map((line) => html`<p class="line">${line}</p>`)}
          <p class="emergency">
            ${safetyLines(dangers, rules).map(({ name, phone }) => html`<a href="tel:${phone}">${talk.safetyLine(name[language], phone)}</a>`)}
          </p>
        </section>`;
  const next =
    dangers.length === 0 ? talk.filed(kind, { room: '', takeMinutes, helpMinutes, nameless }) : talk.filedDanger;
  return page({
    language,
    title: `${words.tellTitle} · ${texts.web.page.siteName}`,
    styles: ['web/client/page.css', 'web/client/place.css', 'web/client/matter.css'],
    body: html`<main class="sheet sheet-narrow">
      ${brandLine(texts.web.page)} ${safety}
      <h1>${wholeNumber(words.filed(number), number)}</h1>
      ${next.map((line) => html`<p class="line">${line}</p>`)}
      ${nameless ? html`<p class="line line-strong">${words.receiptInChat}</p>` : ''}
      ${missed.length === 0 ? '' : html`<p class="line line-warning" role="alert">${missed.join('\n')}</p>`}
    </main>`,
  });
}

/** The number in one piece: on a small phone it would break at its hyphen. */
function wholeNumber(words: string, number: string): Markup {
  const [before = '', after = ''] = words.split(number);
  return html`${before}<span class="whole">${number}</span>${after}`;
}
