import { html, raw } from 'hono/html';
import type { WebPageTexts } from '../../bot/texts/web-page-texts.ts';
import { logoSvg } from './logo.ts';
import type { Markup } from './layout.ts';

/** The mark and the name, above every page. */
export function brandLine(words: Pick<WebPageTexts, 'siteName' | 'slogan'>): Markup {
  return html`<p class="brand-line">${raw(logoSvg)}<strong>${words.siteName}</strong><span>${words.slogan}</span></p>`;
}
