import { html } from 'hono/html';
import { textsIn } from '../../bot/texts/texts-in.ts';
import type { PlaceProfileTexts } from '../../bot/texts/web-hazard-texts.ts';
import type { CardLine, Language } from '../../core/message.ts';
import type { Place } from '../../core/people.ts';
import { brandLine } from './brand-line.ts';
import { page, type Markup } from './layout.ts';

/** A hazard in one line; `href`: its page, where this reader may open it. */
export interface ListedHazard extends CardLine {
  href: string | null;
}

/** A place as one reader may see it; an empty list or null is not for this reader, or not there. */
export interface PlaceProfilePage {
  language: Language;
  place: Place;
  colour: readonly CardLine[];
  tags: readonly string[];
  contact: { name: string; phone: string } | null;
  open: readonly ListedHazard[] | null;
  closed: readonly ListedHazard[] | null;
  map: string | null;
  /** The screen that shows its word to patrols, for who may set it up. */
  screen: string | null;
  /** Where its code is printed, for who may. */
  print: string | null;
}

/** The page of a place. It only shows; what is to be done is done on the hazards' own pages. */
export function placeProfilePage(shown: PlaceProfilePage): Markup {
  const texts = textsIn(shown.language);
  const words = texts.web.page.place.profile;
  const { info } = texts.place;
  const { place } = shown;
  const title = info.title(place.name, place.code);
  return page({
    language: shown.language,
    title: `${title} · ${texts.web.page.siteName}`,
    styles: ['web/client/page.css', 'web/client/place.css'],
    body: html`<main class="sheet">
      ${brandLine(texts.web.page)}
      <h1>${title}</h1>
      ${about(shown)}
      ${shown.colour.length === 0 ? '' : section(words.colour, lines([...shown.colour, { text: texts.place.colour.noGrade, style: 'quiet' }]))}
      ${shown.open === null ? '' : section(words.open, list(shown.open, info.noneOpen))}
      ${shown.closed === null ? '' : section(words.closed, list(shown.closed, words.noneClosed))}
      ${onward(shown, words)}
    </main>`,
  });
}

function section(heading: string, body: Markup): Markup {
  return html`<section>
    <h2>${heading}</h2>
    ${body}
  </section>`;
}

const lineClass = ({ style }: CardLine): string => (style === undefined ? 'line' : `line line-${style}`);

function lines(all: readonly CardLine[]): Markup {
  return html`${all.map((one) => html`<p class="${lineClass(one)}">${one.text}</p>`)}`;
}

function list(hazards: readonly ListedHazard[], none: string): Markup {
  if (hazards.length === 0) return html`<p class="line line-quiet">${none}</p>`;
  return html`<ul class="listed">
    ${hazards.map(
      (one) =>
        html`<li class="${lineClass(one)}">
          ${one.href === null ? one.text : html`<a href="${one.href}">${one.text}</a>`}
        </li>`,
    )}
  </ul>`;
}

function about({ language, place, tags, contact, map }: PlaceProfilePage): Markup {
  const texts = textsIn(language);
  const { info } = texts.place;
  const phone = contact?.phone.replaceAll(/[^\d+]/g, '') ?? '';
  return html`${lines([{ text: info.kind(place.kind) }])}
  ${place.aliases.length === 0 ? '' : lines([{ text: info.aliases(texts.name.list(place.aliases)) }])}
  ${place.area === '' ? '' : lines([{ text: info.area(place.area) }])}
  ${tags.length === 0 ? '' : lines([{ text: info.tags(texts.name.list(tags)) }])}
  ${
    contact === null
      ? ''
      : html`<p class="line">
          ${phone === '' ? info.contact(contact.name, '') : html`<a href="tel:${phone}">${info.contact(contact.name, contact.phone)}</a>`}
        </p>`
  }
  ${map === null ? '' : html`<p class="line"><a href="${map}" rel="noopener noreferrer">${texts.label.map}</a></p>`}`;
}

function onward({ language, place, screen, print }: PlaceProfilePage, words: PlaceProfileTexts): Markup {
  const code = encodeURIComponent(place.code);
  const { link } = textsIn(language).web.page.point.screen;
  return html`<p class="line"><a href="/p/${code}">${words.report}</a></p>
    ${screen === null ? '' : html`<p class="line"><a href="${screen}">${link}</a></p>`}
    ${
      print === null
        ? ''
        : html`<p class="line">
              <a href="${print.replace('/qr?', '/qr/sheets?')}&codes=${code}&size=a4">${words.printCode}</a>
            </p>
            <p class="line"><a href="${print}">${words.printMore}</a></p>`
    }`;
}
