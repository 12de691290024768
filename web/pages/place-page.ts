import { html } from 'hono/html';
import { textsIn } from '../../bot/texts/texts-in.ts';
import type { FormFault, PlacePageTexts, PhotoRefusal } from '../../bot/texts/web-hazard-texts.ts';
import type { HazardKind } from '../../core/catalogue.ts';
import type { Language } from '../../core/message.ts';
import type { Place } from '../../core/people.ts';
import { uploadBounds } from '../hazard-upload.ts';
import { longestWords, type FilledForm } from '../place-form.ts';
import { brandLine } from './brand-line.ts';
import { emergencyLine } from './emergency-line.ts';
import { page, type Markup } from './layout.ts';

/** Ways into a chat. */
export interface ChatDoors {
  /** Where Telegram opens with the bot and this place. */
  telegram: string | null;
  wechat: boolean;
  /** At a home: where Telegram opens to call somebody there. Null: it is no home, or Telegram is off. */
  helpTelegram: string | null;
}

/** Everything that the form shows. */
export interface PlacePage {
  language: Language;
  /** Null: the form asks for the place. */
  place: Place | null;
  kinds: readonly HazardKind[];
  filled: FilledForm & { token: string };
  /** What came back; null: the form is new. */
  fault: FormFault | null;
  refused: readonly PhotoRefusal[];
  leftOut: number;
  /** Photos that came with a try before. */
  photosKept: number;
  /** Where it is sent, and where the same page is in the other language. */
  action: string;
  otherLanguage: string;
  chats: ChatDoors;
  /** Where somebody on patrol checks in; null: the phone is not known. */
  here: string | null;
}

/** The form behind the code on a wall. It works without scripts, on old phones, with one thumb. */
export function placePage(shown: PlacePage): Markup {
  const texts = textsIn(shown.language);
  const words = texts.web.page.place;
  const name = shown.place?.name ?? words.title;
  return page({
    language: shown.language,
    title: `${name} · ${words.title}`,
    styles: ['web/client/page.css', 'web/client/place.css'],
    scripts: ['web/client/place-form.js'],
    body: html`<main class="sheet sheet-narrow">
      ${emergencyLine(words)}
      <div class="head">
        ${brandLine(texts.web.page)}
        <a class="other-language" href="${shown.otherLanguage}" lang="${shown.language === 'zh' ? 'en' : 'zh-CN'}"
          >${words.otherLanguage}</a
        >
      </div>
      <h1>${name}</h1>
      ${shown.place === null ? '' : html`<p class="lead">${words.title} · ${shown.place.code}</p>`}
      ${shown.here === null ? '' : html`<p class="line"><a href="${shown.here}">${texts.web.page.point.here.link}</a></p>`}
      ${told(shown, words)}
      <form class="report" method="post" action="${shown.action}" enctype="multipart/form-data">
        <input type="hidden" name="token" value="${shown.filled.token}" />
        <input type="hidden" name="lang" value="${shown.language}" />
        <input type="hidden" name="lat" value="${shown.filled.position?.lat ?? ''}" />
        <input type="hidden" name="lon" value="${shown.filled.position?.lon ?? ''}" />
        ${choices(shown, words)} ${saying(shown, words)} ${photos(shown, words)} ${position(shown, words)}
        ${who(shown, words)}
        <button type="submit" class="answer answer-primary" data-sending="${words.sending}">${words.send}</button>
        <p class="line line-quiet">${words.next}</p>
      </form>
      ${chats(shown, words)} ${help(shown, words)}
    </main>`,
  });
}

function told({ fault, refused, leftOut }: PlacePage, words: PlacePageTexts): Markup | '' {
  const lines = [
    ...(fault === null ? [] : [words.fault[fault]]),
    ...new Set(refused.map((why) => words.photoRefused[why])),
    ...(leftOut > 0 ? [words.photosLeftOut(uploadBounds.photos)] : []),
  ];
  return lines.length === 0 ? '' : html`<p class="result result-fault" role="alert">${lines.join('\n')}</p>`;
}

function choices({ kinds, filled, language }: PlacePage, words: PlacePageTexts): Markup {
  const { hazard } = textsIn(language);
  return html`<fieldset>
    <legend>${words.what}</legend>
    <div class="choices">
      ${kinds.map(
        (kind) =>
          html`<label class="choice"
            ><input type="radio" name="kind" value="${kind}" ${filled.kind === kind ? html`checked` : ''} /><span
              >${hazard.kindLabel(kind)}</span
            ></label
          >`,
      )}
    </div>
  </fieldset>`;
}

function saying({ place, filled }: PlacePage, words: PlacePageTexts): Markup {
  const where =
    place === null
      ? html`<label class="field"
          ><span>${words.where}</span
          ><input name="where" value="${filled.where}" maxlength="200" placeholder="${words.whereHint}"
        /></label>`
      : '';
  return html`${where}<label class="field"
      ><span>${words.words}</span
      ><textarea name="words" rows="3" maxlength="${longestWords}" placeholder="${words.wordsHint}">
${filled.words}</textarea>
    </label>`;
}

function photos({ photosKept }: PlacePage, words: PlacePageTexts): Markup {
  return html`<fieldset class="photo-fields">
    <legend>${words.photos} <small>${words.photosHint(uploadBounds.photos)}</small></legend>
    ${photosKept === 0 ? '' : html`<p class="line line-strong">${words.photosKept(photosKept)}</p>`}
    <label class="file"
      ><span>${words.camera}</span><input type="file" name="photo" accept="image/*" capture="environment"
    /></label>
    <label class="file"><span>${words.album}</span><input type="file" name="photo" accept="image/*" multiple /></label>
    <div class="thumbs" data-thumbs data-most="${uploadBounds.photos}"></div>
  </fieldset>`;
}

/** The button comes to life with the script; without it the place's own position is used. */
function position({ filled }: PlacePage, words: PlacePageTexts): Markup {
  return html`<p class="position">
    <button
      type="button"
      class="answer"
      data-position
      data-found="${words.positionFound}"
      data-failed="${words.positionFailed}"
      hidden
    >
      ${filled.position === null ? words.position : words.positionFound}
    </button>
  </p>`;
}

function who({ filled }: PlacePage, words: PlacePageTexts): Markup {
  return html`<label class="tick"
      ><input type="checkbox" name="anonymous" value="1" ${filled.anonymous ? html`checked` : ''} /><span
        >${words.anonymous}<small>${words.anonymousHint}</small></span
      ></label
    >
    <label class="field"
      ><span>${words.phone}</span
      ><input type="tel" name="phone" value="${filled.phone}" maxlength="30" autocomplete="tel" /><small
        >${words.phoneHint}</small
      ></label
    >`;
}

function chats({ chats: doors, place }: PlacePage, words: PlacePageTexts): Markup | '' {
  if (doors.telegram === null && !doors.wechat) return '';
  return html`<section class="chats">
    <h2>${words.chatHeading}</h2>
    ${
      doors.telegram === null
        ? ''
        : html`<p class="line"><a href="${doors.telegram}" rel="noopener noreferrer">${words.openTelegram}</a></p>`
    }
    ${doors.wechat ? html`<p class="line">${words.wechatHow} <b>${words.wechatWord(place?.code ?? '')}</b></p>` : ''}
  </section>`;
}

/** 一码到家: behind the plate of a home somebody may need a hand more than a form. */
function help({ chats: doors, place }: PlacePage, words: PlacePageTexts): Markup | '' {
  if (place?.kind !== 'door_plate' || (doors.helpTelegram === null && !doors.wechat)) return '';
  return html`<section class="chats">
    <h2>${words.helpHeading}</h2>
    ${
      doors.helpTelegram === null
        ? ''
        : html`<p class="line"><a href="${doors.helpTelegram}" rel="noopener noreferrer">${words.helpTelegram}</a></p>`
    }
    ${doors.wechat ? html`<p class="line">${words.helpWechat} <b>${words.helpWord(place.code)}</b></p>` : ''}
  </section>`;
}
