import { html } from 'hono/html';
import { textsIn } from '../../bot/texts/texts-in.ts';
import { nameIn } from '../../bot/texts/name-in.ts';
import { placeKinds } from '../../core/catalogue.ts';
import type { Language } from '../../core/message.ts';
import type { Place } from '../../core/people.ts';
import { brandLine } from './brand-line.ts';
import { page, type Markup } from './layout.ts';

/** Which places are to be printed, and how. */
export interface SheetChoice {
  area: string;
  kind: string;
  /** Capital letters; none: all that fit the rest. */
  codes: readonly string[];
  size: 'a4' | 'a6';
}

/** Everything that the form shows. */
export interface SheetsPage {
  language: Language;
  places: readonly Place[];
  choice: SheetChoice;
  /** Why nothing could be opened; null: nothing was asked yet. */
  fault: string | null;
  /** The key of the address. */
  key: string;
}

/** The form that chooses which codes to print. It sends nothing but an address. */
export function sheetsPage({ language, places, choice, fault, key }: SheetsPage): Markup {
  const { page: texts } = textsIn(language).web;
  const words = texts.place.sheets;
  const areas = counts(places.map(({ area }) => area).filter((area) => area !== ''));
  const kinds = counts(places.map(({ kind }) => kind));
  return page({
    language,
    title: `${words.title} · ${texts.siteName}`,
    styles: ['web/client/page.css', 'web/client/place.css'],
    body: html`<main class="sheet sheet-narrow">
      ${brandLine(texts)}
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      ${fault === null ? '' : html`<p class="result result-fault" role="alert">${fault}</p>`}
      <form class="report" method="get" action="/places/qr/sheets">
        <input type="hidden" name="k" value="${key}" />
        ${select(words.area, 'area', choice.area, [
          ['', words.counted(words.all, places.length)],
          ...areas.map(([area, count]) => [area, words.counted(area, count)] as const),
        ])}
        ${select(words.kind, 'kind', choice.kind, [
          ['', words.all],
          ...kinds.map(([kind, count]) => [kind, words.counted(nameIn(placeKinds, kind)[language], count)] as const),
        ])}
        <label class="field"
          ><span>${words.codes}</span
          ><input name="codes" value="${choice.codes.join(' ')}" maxlength="4000" placeholder="${words.codesHint}"
        /></label>
        <div class="choices">
          ${(['a6', 'a4'] as const).map(
            (size) =>
              html`<label class="choice"
                ><input type="radio" name="size" value="${size}" ${choice.size === size ? html`checked` : ''} /><span
                  >${words.size[size]}</span
                ></label
              >`,
          )}
        </div>
        <button type="submit" class="answer answer-primary">${words.show}</button>
      </form>
    </main>`,
  });
}

/** How often each comes, by name. */
function counts<Name extends string>(names: readonly Name[]): [Name, number][] {
  const counted = new Map<Name, number>();
  for (const name of names) counted.set(name, (counted.get(name) ?? 0) + 1);
  return [...counted].sort(([a], [b]) => a.localeCompare(b, 'zh'));
}

function select(label: string, name: string, chosen: string, options: readonly (readonly [string, string])[]): Markup {
  return html`<label class="field"
    ><span>${label}</span
    ><select name="${name}">
      ${options.map(
        ([value, text]) => html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${text}</option>`,
      )}
    </select></label
  >`;
}
