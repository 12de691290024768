import { html } from 'hono/html';
import { textsIn } from '../../bot/texts/texts-in.ts';
import type { Language } from '../../core/message.ts';
import { hoursOf } from '../pdf/certificate-sheet.ts';
import { brandLine } from './brand-line.ts';
import { page, type Markup } from './layout.ts';

/** One person's line. */
export interface MonthLine {
  name: string;
  team: string;
  shifts: number;
  points: number;
  minutes: number;
  /** Address of the certificate as PDF; null where there is nothing to certify. */
  certificate: string | null;
}

/** What the page of a month shows. */
export interface MonthPage {
  language: Language;
  /** The team's or the person's name. */
  name: string;
  /** `2026-11` or `2026`. */
  period: string;
  lines: readonly MonthLine[];
  /** The periods beside it, the whole year or the month, and the same as a workbook. */
  before: { period: string; url: string };
  after: { period: string; url: string };
  other: string;
  table: string;
  /** Where one's own phone is made known for checking in; null: the page is about somebody else. */
  phone: string | null;
}

/** Shifts, points and hours of a month or a year. */
export function monthPage(shown: MonthPage): Markup {
  const { page: words } = textsIn(shown.language).web;
  const { month } = words;
  const title = month.title(shown.name, month.period(shown.period));
  return page({
    language: shown.language,
    title: `${title} · ${words.siteName}`,
    body: html`<main class="sheet">
      ${brandLine(words)}
      <h1>${title}</h1>
      <p class="lead">${shown.lines.length === 0 ? month.none : month.lead}</p>
      ${shown.lines.length === 0 ? '' : table(shown)}
      <p class="sheet-end">
        <span class="sheet-ways">
          <a class="print" href="${shown.before.url}" rel="prev" aria-label="${month.period(shown.before.period)}">←</a>
          <a class="print" href="${shown.after.url}" rel="next" aria-label="${month.period(shown.after.period)}">→</a>
          <a class="print" href="${shown.other}">${shown.period.length === 4 ? month.monthly : month.yearly}</a>
        </span>
        <span class="sheet-ways"><a class="print" href="${shown.table}">${month.table}</a></span>
        ${shown.phone === null ? '' : html`<span class="sheet-ways"><a class="print" href="${shown.phone}">${words.point.phone.link}</a></span>`}
      </p>
    </main>`,
  });
}

function table({ language, lines }: MonthPage): Markup {
  const { month } = textsIn(language).web.page;
  const sum = (count: (line: MonthLine) => number): number => lines.reduce((all, line) => all + count(line), 0);
  const numbers = (shifts: number, points: number, minutes: number): Markup =>
    html`<td class="number">${shifts}</td>
      <td class="number">${points}</td>
      <td class="number">${hoursOf(minutes)}</td>`;
  const certificateOf = ({ certificate }: MonthLine): Markup | string =>
    certificate === null ? '' : html` <a class="cell-link" href="${certificate}">${month.certificate}</a>`;
  return html`<table class="month">
    <thead>
      <tr>
        <th scope="col">${month.who}</th>
        <th scope="col" class="number">${month.shifts}</th>
        <th scope="col" class="number">${month.points}</th>
        <th scope="col" class="number">${month.hours}</th>
      </tr>
    </thead>
    <tbody>
      ${lines.map(
        (line) =>
          html`<tr>
            <td>${line.name}${line.team === '' ? '' : html` <small>${line.team}</small>`}${certificateOf(line)}</td>
            ${numbers(line.shifts, line.points, line.minutes)}
          </tr>`,
      )}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">${month.sum}</th>
        ${numbers(
          sum(({ shifts }) => shifts),
          sum(({ points }) => points),
          sum(({ minutes }) => minutes),
        )}
      </tr>
    </tfoot>
  </table>`;
}
