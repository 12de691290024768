import { html } from 'hono/html';
import { textsIn } from '../../bot/texts/texts-in.ts';
import type { Notice } from '../../bot/texts/web-notice.ts';
import type { Language } from '../../core/message.ts';
import { page, type Markup } from './layout.ts';
import { brandLine } from './brand-line.ts';

/** A page that says one thing, and what to do now; `onward` leads there. */
export function noticePage(language: Language, notice: Notice, onward?: { href: string; label: string }): Markup {
  const { page: words } = textsIn(language).web;
  return page({
    language,
    title: `${notice.title} · ${words.siteName}`,
    body: html`<main class="sheet sheet-narrow">
      ${brandLine(words)}
      <h1>${notice.title}</h1>
      <p class="lead">${notice.text}</p>
      ${onward === undefined ? '' : html`<p class="line"><a href="${onward.href}">${onward.label}</a></p>`}
    </main>`,
  });
}
