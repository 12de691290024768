import { html } from 'hono/html';
import type { MatterPageTexts } from '../../bot/texts/web-matter-texts.ts';
import type { CardAction } from '../../core/message.ts';
import type { Fields } from '../matter-acts.ts';
import { termRows } from '../matter-acts.ts';
import { actButton } from './act-button.ts';
import type { Markup } from './layout.ts';

/** What whoever has a matter can do on its page. */
export interface OwnerForms {
  /** Buttons that take a few words along. */
  buttons: readonly CardAction[];
  sides: readonly { key: string; name: string }[];
  /** Whose name or number can be put right, or added. */
  nameable: readonly { key: string; name: string }[];
  may: Readonly<Record<'note' | 'record' | 'times' | 'agree' | 'name', boolean>>;
  /** Nobody is to meet: a time, a talk is of one side. */
  apart: boolean;
  /** It may be agreed on by word of mouth. */
  oral: boolean;
  /** What was filled in and came back. */
  filled: Fields;
}

/** So many promises stand open; most agreements have no more. */
const firstRows = 3;

/** Each form works by itself and without scripts. */
export function ownerForms(shown: OwnerForms, action: string, words: MatterPageTexts): Markup {
  const { may } = shown;
  return html`${buttons(shown, action, words)} ${may.times ? times(shown, action, words) : ''}
  ${may.record ? record(shown, action, words) : ''} ${may.agree ? agreement(shown, action, words) : ''}
  ${may.note ? note(shown, action, words) : ''} ${may.name ? naming(shown, action, words) : ''}`;
}

function text(name: string, label: string, hint: string, value = '', rows = 3): Markup {
  return html`<label class="field"
    ><span>${label}</span
    ><textarea name="${name}" rows="${rows}" maxlength="2000" placeholder="${hint}">${value}</textarea>
  </label>`;
}

/** `none`: what stands where no side is meant; missing: one has to be. */
function sides(
  { sides: all }: Pick<OwnerForms, 'sides'>,
  name: string,
  label: string,
  none: string | null,
  chosen = '',
): Markup {
  return html`<label class="field"
    ><span>${label}</span
    ><select name="${name}">
      ${none === null ? '' : html`<option value="">${none}</option>`}
      ${all.map(
        (side) => html`<option value="${side.key}" ${side.key === chosen ? html`selected` : ''}>${side.name}</option>`,
      )}
    </select></label
  >`;
}

function buttons(shown: OwnerForms, action: string, words: MatterPageTexts): Markup | '' {
  if (shown.buttons.length === 0) return '';
  return html`<form method="post" action="${action}">
    <div class="say">${text('words', words.say, words.sayHint)}</div>
    <div class="thirds thirds-small">${shown.buttons.map(actButton)}</div>
  </form>`;
}

function more(label: string, body: Markup, open = false): Markup {
  return html`<details class="more" ${open ? html`open` : ''}>
    <summary>${label}</summary>
    ${body}
  </details>`;
}

function times(shown: OwnerForms, action: string, words: MatterPageTexts): Markup {
  const form = html`<form method="post" action="${action}">
    <p class="line line-quiet">${words.timesHint}</p>
    <div class="two">
      ${['t1', 't2', 't3'].map(
        (name, n) =>
          html`<label class="field"><span>${n + 1}</span><input type="datetime-local" name="${name}" /></label>`,
      )}
    </div>
    ${shown.apart ? sides(shown, 'side', words.timesFor, null) : ''}
    <div class="answers">
      <button class="answer answer-primary" name="act" value="times">${words.timesSend}</button>
    </div>
  </form>`;
  return more(words.times, form);
}

function record(shown: OwnerForms, action: string, words: MatterPageTexts): Markup {
  const form = html`<form method="post" action="${action}">
    ${text('words', words.record, words.recordHint, '', 6)}
    ${shown.apart ? sides(shown, 'side', words.timesFor, null) : ''}
    <div class="answers">
      <button class="answer answer-primary" name="act" value="record">${words.recordKeep}</button>
    </div>
  </form>`;
  return more(words.record, form);
}

function note(shown: OwnerForms, action: string, words: MatterPageTexts): Markup {
  const form = html`<form method="post" action="${action}">
    ${text('words', words.note, words.noteHint)} ${sides(shown, 'side', words.noteAbout, words.noteBoth)}
    <div class="answers">
      <button class="answer" name="act" value="note">${words.noteKeep}</button>
    </div>
  </form>`;
  return more(words.note, form);
}

function naming({ nameable }: OwnerForms, action: string, words: MatterPageTexts): Markup {
  const input = (name: string, label: string, type: 'text' | 'tel'): Markup =>
    html`<label class="field"
      ><span>${label}</span><input name="${name}" type="${type}" maxlength="60" autocomplete="off"
    /></label>`;
  const form = html`<form method="post" action="${action}">
    ${sides({ sides: nameable }, 'side', words.nameWho, null)}
    <div class="two">${input('name', words.otherName, 'text')} ${input('phone', words.otherPhone, 'tel')}</div>
    <div class="answers">
      <button class="answer" name="act" value="name">${words.nameKeep}</button>
    </div>
  </form>`;
  return more(words.name, form);
}

function agreement(shown: OwnerForms, action: string, words: MatterPageTexts): Markup {
  const { filled } = shown;
  const rows = Array.from({ length: termRows }, (_, i) => i + 1);
  const back = filled.get('act')?.startsWith('agreement') === true;
  const form = html`<form method="post" action="${action}">
    <p class="line line-quiet">${words.agreementHint}</p>
    ${text('words', words.agreementFacts, words.agreementFactsHint, back ? (filled.get('words') ?? '') : '', 2)}
    ${rows.slice(0, firstRows).map((n) => row(n, shown, words))}
    ${more(words.moreRows, html`${rows.slice(firstRows).map((n) => row(n, shown, words))}`, back)}
    <div class="answers">
      <button class="answer answer-primary" name="act" value="agreement_written">${words.written}</button>
      ${shown.oral ? html`<button class="answer" name="act" value="agreement_oral">${words.oral}</button>` : ''}
    </div>
  </form>`;
  return more(words.agreement, form, back);
}

function row(n: number, shown: OwnerForms, words: MatterPageTexts): Markup {
  const field = (name: string): string => shown.filled.get(`${name}${String(n)}`) ?? '';
  const other = shown.sides[1]?.key ?? '';
  return html`<fieldset class="term">
    <legend>${words.row(n)}</legend>
    <div class="two">
      ${sides(shown, `from${String(n)}`, words.from, null, field('from') || other)}
      ${sides(shown, `to${String(n)}`, words.to, null, field('to'))}
      <label class="field"
        ><span>${words.amount}</span
        ><input name="amount${n}" inputmode="numeric" maxlength="14" value="${field('amount')}"
      /></label>
      <label class="field"><span>${words.due}</span><input type="date" name="due${n}" value="${field('due')}" /></label>
    </div>
    <label class="field"
      ><span>${words.what}</span><input name="what${n}" maxlength="200" value="${field('what')}"
    /></label>
  </fieldset>`;
}
