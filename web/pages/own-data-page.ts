import { html } from 'hono/html';
import type { Texts } from '../../bot/texts/texts.ts';
import { textsIn } from '../../bot/texts/texts-in.ts';
import { matterKinds } from '../../core/matter.ts';
import type { Language } from '../../core/message.ts';
import {
  type DataEntry,
  type DataField,
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
        : entries.map((entry) => html`<p class="line">${lineOf(section, entry, shown)}</p>`)
    }
  </section>`;
}

function lineOf(section: DataSection, entry: DataEntry, { language, timeZone }: OwnDataPage): string {
  const texts = textsIn(language);
  const { field, asked, agreed } = texts.web.page.ownData;
  const label = section === 'consent' ? { ...field, at: asked, until: agreed } : field;
  const mark = language === 'zh' ? '：' : ': ';
  return dataFields
    .flatMap((name) => {
      const value = entry[name];
      if (value === undefined) return [];
      const isInstant = name === 'at' || name === 'until';
      const said = isInstant ? instant(Number(value), timeZone) : meant(section, name, String(value), texts);
      return `${label[name]}${mark}${said}`;
    })
    .join(' · ');
}

/** What a code of the file means, in the reader's words; what is no code, or one without a name, stands as it is. */
function meant(section: DataSection, name: DataField, value: string, texts: Texts): string {
  const { page, name: names } = { page: texts.web.page.ownData, name: texts.name };
  const named = (words: Readonly<Record<string, string>>): string => words[value] ?? value;
  const each = (words: Readonly<Record<string, string>>): string =>
    names.list(value.split(/[\s,]+/u).map((one) => words[one] ?? one));
  if (name === 'language') return named(page.language);
  if (name === 'roles') return each(page.role);
  if (name === 'duty') return named(names.duty);
  if (name === 'gender') return named(page.gender);
  if (name === 'platform') return named(names.platform);
  if (name === 'standing') return each(page.standing);
  if (section === 'identity' && name === 'state') return named(page.account);
  if (section === 'message' && name === 'kind') return named(page.message);
  if (section === 'matter' && name === 'state') return named(texts.matter.state);
  if (section === 'hazard' && name === 'state') return named(texts.hazard.state);
  const kind = section === 'matter' && name === 'kind' ? matterKinds.find(({ code }) => code === value) : undefined;
  return kind === undefined ? value : texts.matter.kind(kind.code);
}

function instant(at: number, timeZone: string): string {
  const { date, clockWithSeconds } = zoneTime(at, timeZone);
  return `${date} ${clockWithSeconds}`;
}
