import { html } from 'hono/html';
import type { HazardPageTexts, PlacePageTexts } from '../../bot/texts/web-hazard-texts.ts';
import type { Satisfaction } from '../../core/hazard.ts';
import type { HazardPageAct } from '../hazard-actions.ts';
import { uploadBounds } from '../hazard-upload.ts';
import { longestWords } from '../place-form.ts';
import type { Markup } from './layout.ts';

/** What the forms depend on. */
export interface HazardForms {
  acts: ReadonlySet<HazardPageAct>;
  /** May add words and photos. */
  mayAdd: boolean;
  satisfaction: Satisfaction | null;
  /** Where they are sent. */
  action: string;
}

/** What the reader can do now: each form works by itself and without scripts. */
export function hazardForms(shown: HazardForms, words: HazardPageTexts, place: PlacePageTexts): Markup | '' {
  const { acts, satisfaction } = shown;
  const has = (...wanted: readonly HazardPageAct[]): boolean => wanted.some((act) => acts.has(act));
  const parts = [
    has('spot', 'deadline') ? taps(shown, words, ['spot', 'deadline']) : '',
    has('fixed', 'pass', 'fail') ? showing(shown, words, place) : '',
    has('reopen') ? saying(shown, words, 'reopen') : '',
    has('rate_good') && satisfaction === null ? rating(shown, words) : '',
    shown.mayAdd ? adding(shown, words, place) : '',
    has('chase', 'withdraw') ? taps(shown, words, ['chase', 'withdraw']) : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return '';
  return html`<section class="acts">
    <h2>${words.actions}</h2>
    ${parts}
    <p class="line line-quiet">${words.pressOnce}</p>
  </section>`;
}

function form(action: string, body: Markup): Markup {
  return html`<form class="report" method="post" action="${action}" enctype="multipart/form-data">${body}</form>`;
}

type Labelled = keyof HazardPageTexts['label'];
const primary: ReadonlySet<Labelled> = new Set<Labelled>(['spot', 'fixed', 'pass', 'reopen']);

function button(act: Labelled, words: HazardPageTexts): Markup {
  const style = primary.has(act) ? 'answer answer-primary' : 'answer';
  return html`<button type="submit" name="act" value="${act}" class="${style}">${words.label[act]}</button>`;
}

function taps({ acts, action }: HazardForms, words: HazardPageTexts, wanted: readonly Labelled[]): Markup {
  const offered = wanted.filter((act) => acts.has(act));
  return form(action, html`${offered.map((act) => button(act, words))}`);
}

function remark(words: HazardPageTexts): Markup {
  return html`<label class="field"
    ><span>${words.say}</span><textarea name="words" rows="2" maxlength="${longestWords}"></textarea>
  </label>`;
}

function photoInputs(heading: string, hint: string, place: PlacePageTexts): Markup {
  return html`<fieldset class="photo-fields">
    <legend>${heading} <small>${hint}</small></legend>
    <label class="file"
      ><span>${place.camera}</span><input type="file" name="photo" accept="image/*" capture="environment"
    /></label>
    <label class="file"><span>${place.album}</span><input type="file" name="photo" accept="image/*" multiple /></label>
    <div class="thumbs" data-thumbs data-most="${uploadBounds.photos}"></div>
  </fieldset>`;
}

/** Who has done the work, or looked at it, shows how it is now. */
function showing({ acts, action }: HazardForms, words: HazardPageTexts, place: PlacePageTexts): Markup {
  const offered = (['fixed', 'pass', 'fail'] as const).filter((act) => acts.has(act));
  return form(
    action,
    html`${photoInputs(words.afterPhotos, words.afterPhotosHint(uploadBounds.photos), place)} ${remark(words)}
    ${offered.map((act) => button(act, words))}`,
  );
}

function saying({ action }: HazardForms, words: HazardPageTexts, act: Labelled): Markup {
  return form(action, html`${remark(words)} ${button(act, words)}`);
}

function rating({ action }: HazardForms, words: HazardPageTexts): Markup {
  return form(
    action,
    html`<p class="line line-strong">${words.rate}</p>
      <div class="thirds">
        ${(['good', 'fair', 'bad'] as const).map(
          (one) =>
            html`<button type="submit" name="act" value="rate_${one}" class="answer">${words.rating[one]}</button>`,
        )}
      </div>`,
  );
}

function adding({ action }: HazardForms, words: HazardPageTexts, place: PlacePageTexts): Markup {
  return html`<details class="more">
    <summary>${words.more} <small>${words.moreHint}</small></summary>
    ${form(
      action,
      html`${photoInputs(words.photos, place.photosHint(uploadBounds.photos), place)} ${remark(words)}
        <button type="submit" name="act" value="more" class="answer answer-primary">${words.addMore}</button>`,
    )}
  </details>`;
}
