import { html } from 'hono/html';
import { textsIn } from '../../bot/texts/texts-in.ts';
import type { MatterPageTexts, TellFault } from '../../bot/texts/web-matter-texts.ts';
import { disputeKinds } from '../../core/catalogue.ts';
import type { MatterKind } from '../../core/matter.ts';
import type { Language } from '../../core/message.ts';
import type { MatterRoom } from '../../core/zone/private-rules.ts';
import { longestTelling, wordless, type TellForm } from '../tell-form.ts';
import { brandLine } from './brand-line.ts';
import { page, type Markup } from './layout.ts';

/** Everything that the form of a telling shows. */
export interface TellPage {
  language: Language;
  kind: MatterKind;
  filled: TellForm;
  fault: TellFault | null;
  /** Words about photos that were not taken. */
  refused: readonly string[];
  /** Rooms that can be asked for by name. */
  rooms: readonly MatterRoom[];
  /** May write down what others come to tell. */
  mayBeDesk: boolean;
  action: string;
}

/** Kinds that name somebody else, and those that are about money. */
const withOther: ReadonlySet<MatterKind> = new Set<MatterKind>(['dispute']);
const withPlace: ReadonlySet<MatterKind> = new Set<MatterKind>([
  'dispute',
  'crime_clue',
  'help_request',
  'service_order',
]);
const withTime: ReadonlySet<MatterKind> = new Set<MatterKind>([
  'dispute',
  'women_adviser',
  'counselling',
  'service_order',
]);

/** The whole telling on one page. It works without scripts, on old phones, with one thumb. */
export function tellPage(shown: TellPage): Markup {
  const texts = textsIn(shown.language);
  const words = texts.matter.page;
  const { kind } = shown;
  return page({
    language: shown.language,
    // The browser's history and the list of open pages show it.
    title: `${words.tellTitle} · ${texts.web.page.siteName}`,
    styles: ['web/client/page.css', 'web/client/place.css', 'web/client/matter.css'],
    scripts: ['web/client/place-form.js'],
    body: html`<main class="sheet sheet-narrow">
      ${brandLine(texts.web.page)}
      <h1>${words.tellTitle}</h1>
      <p class="lead">${words.tellLead(kind)}</p>
      <p class="line line-quiet">${words.tellPrivate(wordless.has(kind))}</p>
      ${faults(shown, words)}
      <form class="report" method="post" action="${shown.action}" enctype="multipart/form-data" autocomplete="off">
        ${shown.mayBeDesk ? tick('desk', shown.filled.desk, words.desk, words.deskHint) : ''} ${facts(shown, words)}
        ${kind === 'dispute' ? abouts(shown) : ''} ${withOther.has(kind) ? others(shown, words) : ''}
        ${withPlace.has(kind) ? field('place', words.place, shown.filled.place, words.placeHint) : ''}
        ${kind === 'dispute' ? wishes(shown, words) : ''}
        ${withTime.has(kind) ? field('time', words.time, shown.filled.time, words.timeHint) : ''}
        ${photos(shown, words)} ${selves(shown, words)}
        <button type="submit" class="answer answer-primary" data-sending="${words.sending}">${words.send}</button>
      </form>
    </main>`,
  });
}

function faults({ fault, refused }: TellPage, words: MatterPageTexts): Markup | '' {
  const lines = [...(fault === null ? [] : [words.fault[fault]]), ...refused];
  return lines.length === 0 ? '' : html`<p class="result result-fault" role="alert">${lines.join('\n')}</p>`;
}

function field(name: string, label: string, value: string, hint = '', type: 'text' | 'tel' = 'text'): Markup {
  return html`<label class="field"
    ><span>${label}</span
    ><input name="${name}" type="${type}" value="${value}" maxlength="200" placeholder="${hint}" autocomplete="off"
  /></label>`;
}

function tick(name: string, checked: boolean, label: string, hint: string): Markup {
  return html`<label class="tick"
    ><input type="checkbox" name="${name}" value="1" ${checked ? html`checked` : ''} /><span
      >${label}<small>${hint}</small></span
    ></label
  >`;
}

function facts({ filled }: TellPage, words: MatterPageTexts): Markup {
  return html`<label class="field"
    ><span>${words.facts}</span
    ><textarea name="facts" rows="6" maxlength="${longestTelling}" placeholder="${words.factsHint}">
${filled.facts}</textarea>
  </label>`;
}

function abouts({ filled, language }: TellPage): Markup {
  const { matter } = textsIn(language);
  return html`<label class="field"
    ><span>${matter.page.about}</span
    ><select name="about">
      <option value="">${matter.page.optional}</option>
      ${disputeKinds.map(
        ({ code }) =>
          html`<option value="${code}" ${filled.about === code ? html`selected` : ''}>${matter.about(code)}</option>`,
      )}
    </select></label
  >`;
}

function others({ filled }: TellPage, words: MatterPageTexts): Markup {
  return html`<fieldset>
      <legend>${words.other} <small>${words.optional}</small></legend>
      ${field('other_name', words.otherName, filled.otherName)}
      ${field('other_phone', words.otherPhone, filled.otherPhone, '', 'tel')}
    </fieldset>
    <details class="more" ${filled.thirdName + filled.thirdPhone === '' ? '' : html`open`}>
      <summary>${words.third}</summary>
      ${field('third_name', words.otherName, filled.thirdName)}
      ${field('third_phone', words.otherPhone, filled.thirdPhone, '', 'tel')}
    </details>
    ${field('sum', words.sum, filled.sum, words.sumHint)}
    ${field('people', words.people, filled.people, words.optional)}
    ${field('wants', words.wants, filled.wants, words.optional)}`;
}

function wishes({ filled, rooms }: TellPage, words: MatterPageTexts): Markup {
  const named = rooms.filter(({ matters }) => matters.includes('dispute')).slice(0, 40);
  return html`<fieldset>
    <legend>${words.wish} <small>${words.optional}</small></legend>
    <label class="tick"
      ><input type="checkbox" name="woman" value="1" ${filled.woman ? html`checked` : ''} /><span
        >${words.woman}</span
      ></label
    >
    ${
      named.length === 0
        ? ''
        : html`<label class="field"
            ><span>${words.room}</span
            ><select name="room">
              <option value="">${words.anyRoom}</option>
              ${named.map(
                ({ code, name }) =>
                  html`<option value="${code}" ${filled.room === code ? html`selected` : ''}>${name}</option>`,
              )}
            </select></label
          >`
    }
  </fieldset>`;
}

function photos({ kind }: TellPage, words: MatterPageTexts): Markup {
  return html`<fieldset class="photo-fields">
    <legend>${words.photos(kind)} <small>${words.photosHint}</small></legend>
    <label class="file"
      ><input type="file" name="photo" accept="image/*" multiple aria-label="${words.photos(kind)}"
    /></label>
  </fieldset>`;
}

function selves({ filled, kind }: TellPage, words: MatterPageTexts): Markup {
  return html`<fieldset>
    <legend>${words.self} <small>${words.optional}</small></legend>
    ${kind === 'crime_clue' ? tick('nameless', filled.nameless, words.nameless, words.namelessHint) : ''}
    ${field('self_name', words.selfName, filled.selfName)}
    ${field('self_phone', words.selfPhone, filled.selfPhone, '', 'tel')}
    ${kind === 'dispute' ? field('proxy_for', words.proxyFor, filled.proxyFor, words.proxyHint) : ''}
  </fieldset>`;
}
