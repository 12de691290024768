import { html } from 'hono/html';
import { textsIn } from '../../bot/texts/texts-in.ts';
import type { Language } from '../../core/message.ts';
import {
  type DataEntry,
  type DataSection,
  dataFields,
  dataSections,
  type PersonalData,
} from '../../core/personal-data.ts';
import { zoneTime } from '../../core/zone-time.ts';
import { brandLine } from './brand-line.ts';
import { page, type Markup } from './layout.ts';

/** What the page shows, and where the same lies as JSON. */
export interface OwnDataPage {
  language: Language;
  data: PersonalData;
  timeZone: string;
  download: string;
}

/** Everything that is kept of whoever reads it, section by section. */
export function ownDataPage(shown: OwnDataPage): Markup {
  const { page: words } = textsIn(shown.language).web;
  const { ownData } = words;
  return page({
    language: shown.language,
    title: `${ownData.title} · ${words.siteName}`,
    body: html`<main class="sheet">
      ${brandLine(words)}
      <h1>${ownData.title}</h1>
      <p class="lead">${ownData.lead}</p>
      <p class="line"><a href="${shown.download}" download="my-data.json">${ownData.download}</a></p>
      ${dataSections.map((section) => part(section, shown))}
      <p class="line">${ownData.next}</p>
    </main>`,
  });
}

function part(section: DataSection, shown: OwnDataPage): Markup {
  const { ownData } = textsIn(shown.language).web.page;
  const entries = shown.data[section];
  return html`<section>
    <h2>${ownData.section[section]}</h2>
    ${
      entries.length === 0
        ? html`<p class="line">${ownData.none}</p>`
        : entries.map((entry) => html`<p class="line">${lineOf(entry, shown)}</p>`)
    }
  </section>`;
}

function lineOf(entry: DataEntry, { language, timeZone }: OwnDataPage): string {
  const { field } = textsIn(language).web.page.ownData;
  const mark = language === 'zh' ? '：' : ': ';
  return dataFields
    .flatMap((name) => {
      const value = entry[name];
      if (value === undefined) return [];
      const isInstant = name === 'at' || name === 'until';
      return `${field[name]}${mark}${isInstant ? instant(Number(value), timeZone) : String(value)}`;
    })
    .join(' · ');
}

function instant(at: number, timeZone: string): string {
  const { date, clockWithSeconds } = zoneTime(at, timeZone);
  return `${date} ${clockWithSeconds}`;
}
