import { html } from 'hono/html';
import { textsIn } from '../../bot/texts/texts-in.ts';
import type { HazardPageTexts } from '../../bot/texts/web-hazard-texts.ts';
import type { Attachment, Language } from '../../core/message.ts';
import type { FileRole } from '../../core/ports/files.ts';
import type { PhotoEvidence } from '../hazard-photo-facts.ts';
import type { TimelineLine } from '../hazard-timeline.ts';
import { brandLine } from './brand-line.ts';
import { hazardForms, type HazardForms } from './hazard-forms.ts';
import { page, type Markup } from './layout.ts';
import { section } from './section.ts';

/** One photo of the page. */
export interface HazardPhoto {
  role: FileRole;
  small: string;
  shared: string;
  /** For who may have the bytes as they were sent. */
  original: string | null;
  /** For who decides on the hazard or checks it. */
  evidence: PhotoEvidence | null;
}

/** Everything that a hazard's page shows its reader. */
export interface HazardPage extends HazardForms {
  language: Language;
  title: string;
  /** Where it stands, in one line. */
  standing: string;
  facts: readonly (readonly [string, string])[];
  /** What was told, each telling by itself. */
  words: readonly string[];
  deadline: string | null;
  photos: readonly HazardPhoto[];
  /** Films, voice messages and papers. */
  others: readonly { kind: Attachment['kind']; name: string; href: string }[];
  timeline: readonly TimelineLine[];
  map: string | null;
  /** Numbers that may be rung. */
  phones: readonly string[];
  /** What the press just now came to. */
  result: string | null;
  /** Whoever has only this link is told to keep it. */
  bookmark: boolean;
}

/** A hazard's page, for one reader. Made to be printed as well. */
export function hazardPage(shown: HazardPage): Markup {
  const { page: texts } = textsIn(shown.language).web;
  const words = texts.hazard;
  return page({
    language: shown.language,
    title: `${shown.title} · ${texts.siteName}`,
    styles: ['web/client/page.css', 'web/client/place.css'],
    scripts: ['web/client/live-page.js', 'web/client/place-form.js'],
    body: html`<main class="sheet">
      ${brandLine(texts)} ${shown.result === null ? '' : html`<p class="result" role="status">${shown.result}</p>`}
      <h1>${shown.title}</h1>
      <p class="standing">${shown.standing}</p>
      ${facts(shown, words)} ${hazardForms(shown, words, texts.place)} ${told(shown, words)}
      ${shown.deadline === null ? '' : section(words.deadline, html`<p>${shown.deadline}</p>`)} ${photos(shown, words)}
      ${others(shown, words)} ${timeline(shown, words)}
      ${shown.bookmark ? html`<p class="line line-quiet">${words.bookmark}</p>` : ''}
      <p class="sheet-end">
        <span>${words.printedFrom}</span>
        <button type="button" class="print" data-print>${words.print}</button>
      </p>
    </main>`,
  });
}

function facts({ facts: rows, map, phones }: HazardPage, words: HazardPageTexts): Markup {
  return html`<dl class="facts">
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>
            ${
              name === words.place && map !== null
                ? html`<a href="${map}" rel="noopener noreferrer">${value}</a>`
                : value
            }
          </dd>
        </div>`,
    )}
    ${phones.map(
      (phone) =>
        html`<div>
          <dt>${words.callBack}</dt>
          <dd><a href="tel:${phone.replaceAll(/[^\d+]/g, '')}">${phone}</a></dd>
        </div>`,
    )}
  </dl>`;
}

function told({ words: tellings }: HazardPage, words: HazardPageTexts): Markup | '' {
  if (tellings.length === 0) return '';
  return section(
    words.words,
    html`${tellings.map((telling) => html`<blockquote class="telling">${telling}</blockquote>`)}`,
  );
}

/** What a page cannot show is saved. */
function others({ others: all }: HazardPage, words: HazardPageTexts): Markup | '' {
  if (all.length === 0) return '';
  const items = all.map(
    ({ kind, name, href }) =>
      html`<li><a href="${href}">${words.otherFile[kind]}${name === '' ? '' : ` · ${name}`}</a></li>`,
  );
  return section(
    words.otherFiles,
    html`<ul>
      ${items}
    </ul>`,
  );
}

/** How it was on the left, how it is now on the right. */
function photos({ photos: all }: HazardPage, words: HazardPageTexts): Markup | '' {
  if (all.length === 0) return '';
  const before = all.filter(({ role }) => role === 'before');
  const after = all.filter(({ role }) => role === 'after');
  const rechecks = all.filter(({ role }) => role === 'recheck');
  const side = (role: 'before' | 'after', some: readonly HazardPhoto[]): Markup =>
    html`<div class="side">
      <h3>${words.photoRole[role]}</h3>
      ${some.length === 0 ? html`<p class="line-quiet">${words.photoWaiting}</p>` : some.map((one) => figure(one, words))}
    </div>`;
  return section(
    words.photos,
    html`<div class="pairs">${side('before', before)} ${side('after', after)}</div>
      ${
        rechecks.length === 0
          ? ''
          : html`<h3>${words.photoRole.recheck}</h3>
              <div class="photos">${rechecks.map((one) => figure(one, words))}</div>`
      }`,
  );
}

function figure({ small, shared, original, role, evidence }: HazardPhoto, words: HazardPageTexts): Markup {
  return html`<figure>
    <a href="${shared}"><img src="${small}" alt="${words.photoRole[role]}" loading="lazy" /></a>
    ${original === null ? '' : html`<figcaption><a href="${original}">${words.photoOriginal}</a></figcaption>`}
    ${evidence === null ? '' : evidenceOf(evidence, words)}
  </figure>`;
}

/** A reason to look stands open; the rest is there for whoever asks. */
function evidenceOf({ facts: rows, alike }: PhotoEvidence, words: HazardPageTexts): Markup {
  return html`${alike === null ? '' : html`<p class="alike">${alike}</p>`}
    <details class="evidence">
      <summary>${words.evidence.heading}</summary>
      <dl>
        ${rows.map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
    </details>`;
}

function timeline({ timeline: entries }: HazardPage, words: HazardPageTexts): Markup | '' {
  if (entries.length === 0) return '';
  return section(
    words.timeline,
    html`<ol class="timeline">
      ${entries.map(({ at, text }) => html`<li><time>${at}</time><span>${text}</span></li>`)}
    </ol>`,
  );
}
