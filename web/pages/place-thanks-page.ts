import { html } from 'hono/html';
import { textsIn } from '../../bot/texts/texts-in.ts';
import type { PhotoRefusal, PlacePageTexts } from '../../bot/texts/web-hazard-texts.ts';
import type { Language } from '../../core/message.ts';
import { uploadBounds } from '../hazard-upload.ts';
import { brandLine } from './brand-line.ts';
import { emergencyLine } from './emergency-line.ts';
import { page, type Markup } from './layout.ts';

/** What somebody sees who has just told of something. */
export interface ThanksPage {
  language: Language;
  /** `number` is null where an emergency is known under a number of its first teller. */
  taken:
    | { kind: 'hazard'; number: string; joined: boolean; again: boolean; anonymous: boolean; follow: string | null }
    | { kind: 'emergency'; number: string | null };
  photos: number;
  refused: readonly PhotoRefusal[];
  leftOut: number;
}

/** The number, thanks, and where it can be followed; for an emergency whom to ring now. */
export function placeThanksPage(shown: ThanksPage): Markup {
  const { page: texts } = textsIn(shown.language).web;
  const words = texts.place;
  const urgent = shown.taken.kind === 'emergency';
  const title = urgent ? words.thanks.emergencyTitle : words.thanks.title;
  return page({
    language: shown.language,
    title: `${title} · ${texts.siteName}`,
    styles: ['web/client/page.css', 'web/client/place.css'],
    body: html`<main class="sheet sheet-narrow">
      ${urgent ? '' : emergencyLine(words)} ${brandLine(texts)}
      <h1>${title}</h1>
      ${shown.taken.kind === 'emergency' ? emergency(shown.taken.number, words) : hazard(shown.taken, words)}
      ${shown.photos === 0 ? '' : html`<p class="line">${words.thanks.photos(shown.photos)}</p>`} ${left(shown, words)}
    </main>`,
  });
}

function emergency(number: string | null, words: PlacePageTexts): Markup {
  return html`${number === null ? '' : html`<p class="line line-strong">${words.thanks.emergency(number)}</p>`}
    <p class="line line-warning">${words.thanks.emergencyCall}</p>
    ${emergencyLine(words)}`;
}

function hazard(
  { number, joined, again, anonymous, follow }: Extract<ThanksPage['taken'], { kind: 'hazard' }>,
  { thanks }: PlacePageTexts,
): Markup {
  return html`<p class="number-plate">${thanks.number(number)}</p>
    ${again ? html`<p class="line">${thanks.again}</p>` : ''}
    ${joined ? html`<p class="line">${thanks.joined}</p>` : ''}
    <p class="line">${thanks.next}</p>
    ${anonymous ? html`<p class="line line-quiet">${thanks.anonymous}</p>` : ''}
    ${
      follow === null
        ? ''
        : html`<p class="follow"><a class="answer answer-primary" href="${follow}">${thanks.follow}</a></p>
            <p class="line line-quiet">${thanks.followHint}</p>`
    }`;
}

function left({ refused, leftOut }: ThanksPage, words: PlacePageTexts): Markup | '' {
  const lines = [
    ...new Set(refused.map((why) => words.photoRefused[why])),
    ...(leftOut > 0 ? [words.photosLeftOut(uploadBounds.photos)] : []),
  ];
  return lines.length === 0 ? '' : html`<p class="line line-warning" role="alert">${lines.join('\n')}</p>`;
}
