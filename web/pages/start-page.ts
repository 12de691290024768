import { html } from 'hono/html';
import { textsIn } from '../../bot/texts/texts-in.ts';
import { platforms, type Language, type Platform } from '../../core/message.ts';
import type { AdapterState } from '../health.ts';
import { brandLine } from './brand-line.ts';
import { page, type Markup } from './layout.ts';

/** The plain page of a program in real use: what runs. */
export function startPage(
  language: Language,
  running: { database: boolean; adapters: Readonly<Record<Platform, AdapterState>> },
): Markup {
  const { page: words } = textsIn(language).web;
  const row = (name: string, state: AdapterState): Markup =>
    html`<li class="state state-${state}"><span>${name}</span><strong>${words.start.state[state]}</strong></li>`;
  return page({
    language,
    title: words.siteName,
    body: html`<main class="sheet sheet-narrow">
      ${brandLine(words)}
      <h1>${words.start.title}</h1>
      <p class="lead">${words.start.text}</p>
      <ul class="states">
        ${row(words.start.database, running.database ? 'on' : 'starting')}
        ${platforms.map((platform) => row(words.start.platform[platform], running.adapters[platform]))}
      </ul>
    </main>`,
  });
}
