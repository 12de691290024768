import { html } from 'hono/html';
import type { AfterActionReport } from '../../core/after-action.ts';
import type { Language } from '../../core/message.ts';
import { spanOf, zoneTime } from '../../core/zone-time.ts';
import { textsIn } from '../../bot/texts/texts-in.ts';
import { forTheSquad } from '../../bot/present/after-action-card.ts';
import { lessonLines } from '../../bot/present/lesson-lines.ts';
import { timelineLine } from '../../bot/present/timeline-line.ts';
import type { Texts } from '../../bot/texts/texts.ts';
import { acceptCurve } from './accept-curve.ts';
import { brandLine } from './brand-line.ts';
import { page, type Markup } from './layout.ts';
import { section } from './section.ts';

/** Everything that the incident's page shows. */
export interface IncidentPage {
  language: Language;
  report: AfterActionReport;
  timeZone: string;
  /** The reader decides, and sees who could not come; those who were called see only how many. */
  all: boolean;
  /** Addresses of the photos that can be shown; `original` for who may have the bytes as they were sent. */
  photos: readonly { small: string; shared: string; original: string | null }[];
  /** The address of the same as a PDF. */
  pdf: string;
  /** Where the page hears of changes; null when it is over and will not change. */
  liveFrom: string | null;
}

/** The incident's page; once it is over, its after-action report. Made to be printed as well. */
export function incidentPage(shown: IncidentPage): Markup {
  const texts = textsIn(shown.language);
  const { report } = shown;
  const { page: words } = texts.web;
  const title = texts.afterAction.title(texts.name.kind(report.kind), report.number);
  return page({
    language: shown.language,
    title: `${title} · ${words.siteName}`,
    scripts: ['web/client/live-page.js'],
    body: html`<main class="sheet" ${shown.liveFrom === null ? '' : html`data-live="${shown.liveFrom}"`}>
      ${brandLine(words)} ${report.drill ? html`<p class="banner">${texts.mark.drill}</p>` : ''}
      <h1>${title}</h1>
      <p class="lead">${report.outcome === null ? words.incident.running : texts.command.outcome(report.outcome)}</p>
      ${facts(shown, texts)} ${score(report, texts)} ${spans(report, texts)} ${curve(report, texts)}
      ${seats(report, texts)} ${people(report, texts)} ${lessons(report, texts)} ${photos(shown, texts)}
      ${timeline(shown, texts)}
      <p class="sheet-end">
        <span>${words.incident.printedFrom}</span>
        <span class="sheet-ways">
          <a class="print" href="${shown.pdf}">${words.incident.pdf}</a>
          <button type="button" class="print" data-print>${words.incident.print}</button>
        </span>
      </p>
    </main>`,
  });
}

function facts({ report, timeZone }: IncidentPage, texts: Texts): Markup {
  const words = texts.web.page.incident;
  const time = (at: number): string => {
    const { date, clockWithSeconds } = zoneTime(at, timeZone);
    return `${date} ${clockWithSeconds}`;
  };
  const rows: readonly (readonly [string, string])[] = [
    [words.place, report.place ?? words.placeUnknown],
    [words.level, texts.name.level(report.level)],
    [words.reportedAt, time(report.reportedAt)],
    ...(report.closedAt === null ? [] : [[words.closedAt, time(report.closedAt)] as const]),
    ...(report.officer === null ? [] : [[words.officer, report.officer] as const]),
    [words.reports, String(report.reports)],
    [words.photos, String(report.photos)],
  ];
  return html`<dl class="facts">
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function duration(texts: Texts, milliseconds: number): string {
  return texts.time.duration(spanOf(milliseconds));
}

function score({ score: result }: AfterActionReport, texts: Texts): Markup | '' {
  if (result === null) return '';
  const words = texts.afterAction;
  const lines = result.parts.map((part) =>
    words.scoreLine(part, words.scorePart[part.part], (milliseconds) => duration(texts, milliseconds)),
  );
  return section(
    words.score(result.total),
    html`<ul class="plain">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>`,
  );
}

function spans({ spans: measured }: AfterActionReport, texts: Texts): Markup | '' {
  const known = measured.flatMap(({ what, milliseconds }) => (milliseconds === null ? [] : [{ what, milliseconds }]));
  if (known.length === 0) return '';
  return section(
    texts.afterAction.spansHeading,
    html`<dl class="spans">
      ${known.map(
        ({ what, milliseconds }) =>
          html`<div>
            <dt>${texts.afterAction.span[what]}</dt>
            <dd>${duration(texts, milliseconds)}</dd>
          </div>`,
      )}
    </dl>`,
  );
}

function curve(report: AfterActionReport, texts: Texts): Markup | '' {
  const words = texts.web.page.incident;
  const needed = report.seats.reduce((sum, seat) => sum + seat.needed, 0);
  const held = report.acceptCurve.at(-1)?.held ?? 0;
  return section(
    texts.afterAction.curveHeading,
    acceptCurve(report.acceptCurve, needed, {
      alt: words.curveAlt(held, needed),
      needed: words.needed(needed),
      duration: (milliseconds) => duration(texts, milliseconds),
    }),
  );
}

function seats(report: AfterActionReport, texts: Texts): Markup | '' {
  if (report.seats.length === 0) return '';
  const words = texts.web.page.incident;
  return section(
    texts.afterAction.seatsHeading,
    html`<p>${texts.afterAction.asked(report.asked)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.seat}</th>
            <th scope="col" class="number">${words.seatsHeld}</th>
          </tr>
        </thead>
        <tbody>
          ${report.seats.map(
            ({ skill, taken, needed }) =>
              html`<tr>
                <td>${texts.name.skill(skill)}</td>
                <td class="number">${taken}/${needed}</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
  );
}

function people({ people: went }: AfterActionReport, texts: Texts): Markup {
  const words = texts.web.page.incident;
  const time = (clock: string | null): Markup => html`<td class="number">${clock ?? '–'}</td>`;
  if (went.length === 0) return html`<p class="lead">${words.nobodyYet}</p>`;
  return html`<section>
    <h2>${texts.afterAction.peopleHeading}</h2>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.who}</th>
            <th scope="col">${words.seat}</th>
            ${[words.accepted, words.underway, words.onScene, words.safe].map(
              (name) => html`<th scope="col" class="number">${name}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${went.map(
            (person) =>
              html`<tr>
                <th scope="row">${person.name}</th>
                <td>${texts.name.skill(person.skill)}</td>
                ${time(person.accepted)} ${time(person.underway)} ${time(person.onScene)}
                ${person.safe === null ? html`<td class="number missing">${words.notSafe}</td>` : time(person.safe)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function lessons(report: AfterActionReport, texts: Texts): Markup | '' {
  if (report.lessons.length === 0) return '';
  return section(
    texts.afterAction.lessonsHeading,
    html`<ul class="plain">
      ${lessonLines(report.lessons, texts).map((line) => html`<li>${line}</li>`)}
    </ul>`,
  );
}

function photos({ photos: addresses }: IncidentPage, texts: Texts): Markup | '' {
  if (addresses.length === 0) return '';
  const words = texts.web.page.incident;
  return section(
    words.photos,
    html`<div class="photos">
      ${addresses.map(
        ({ small, shared, original }) =>
          html`<figure>
            <a href="${shared}"><img src="${small}" alt="${words.photoAlt}" loading="lazy" /></a>
            ${original === null ? '' : html`<figcaption><a href="${original}">${words.photoOriginal}</a></figcaption>`}
          </figure>`,
      )}
    </div>`,
  );
}

function timeline({ report, all }: IncidentPage, texts: Texts): Markup | '' {
  const told = all ? report.timeline : forTheSquad(report.timeline);
  if (told.length === 0) return '';
  return section(
    texts.afterAction.timelineHeading,
    html`<ol class="timeline">
      ${told.map((entry) => html`<li><time>${entry.clock}</time><span>${timelineLine(entry, texts)}</span></li>`)}
    </ol>`,
  );
}
