import { html } from 'hono/html';
import { textsIn } from '../../bot/texts/texts-in.ts';
import type { Language } from '../../core/message.ts';
import type { PointWord } from '../../core/point-word.ts';
import { brandLine } from './brand-line.ts';
import { page, type Markup } from './layout.ts';

/** What the screen at a point shows. */
export interface PointScreen {
  language: Language;
  place: string;
  word: PointWord;
  /** `20:15` */
  until: string;
  refreshSeconds: number;
}

/** The screen at a point: its word, as large as it goes, in both languages; it loads itself anew when the next one comes. */
export function pointScreen({ language, place, word, until, refreshSeconds }: PointScreen): Markup {
  const texts = textsIn(language).web.page;
  const words = texts.point.screen;
  const other = language === 'zh' ? 'en' : 'zh';
  return page({
    language,
    title: `${place} · ${texts.siteName}`,
    styles: ['web/client/page.css', 'web/client/place.css'],
    refreshSeconds,
    body: html`<main class="sheet">
      ${brandLine(texts)}
      <h1>${place}</h1>
      <p class="lead">${words.title}</p>
      <p class="point-word">${word.words[language]}</p>
      <p class="lead" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${word.words[other]}</p>
      <p class="line">${words.how}</p>
      <p class="line line-quiet">${words.until(until)}</p>
    </main>`,
  });
}

/** A page with one large button; opening it does nothing. */
export interface OneButton {
  language: Language;
  title: string;
  lead: string;
  /** What came of the press just now; null: nothing was pressed. */
  result: string | null;
  /** Null: there is nothing to press any more. */
  button: string | null;
  /** Asked for with it, by this name; null: nothing. */
  field: { name: string; label: string } | null;
}

export function oneButtonPage({ language, title, lead, result, button, field }: OneButton): Markup {
  const texts = textsIn(language).web.page;
  return page({
    language,
    title: `${title} · ${texts.siteName}`,
    styles: ['web/client/page.css', 'web/client/place.css'],
    body: html`<main class="sheet sheet-narrow">
      ${brandLine(texts)} ${result === null ? '' : html`<p class="result" role="status">${result}</p>`}
      <h1>${title}</h1>
      <p class="lead">${lead}</p>
      ${button === null ? '' : form(button, field)}
    </main>`,
  });
}

function form(button: string, field: OneButton['field']): Markup {
  const asked =
    field === null
      ? ''
      : html`<label class="field"
          ><span>${field.label}</span><input name="${field.name}" maxlength="40" autocomplete="off" required
        /></label>`;
  return html`<form method="post" class="report">
    ${asked}
    <button type="submit" class="answer answer-primary">${button}</button>
  </form>`;
}
