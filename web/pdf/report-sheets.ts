import { forTheSquad } from '../../bot/present/after-action-card.ts';
import { lessonLines } from '../../bot/present/lesson-lines.ts';
import { timelineLine } from '../../bot/present/timeline-line.ts';
import type { Texts } from '../../bot/texts/texts.ts';
import { textsIn } from '../../bot/texts/texts-in.ts';
import type { AfterActionReport } from '../../core/after-action.ts';
import type { Language } from '../../core/message.ts';
import { spanOf, zoneTime } from '../../core/zone-time.ts';
import { drawCurve } from './draw-curve.ts';
import { ink, Paper } from './paper.ts';

/** Everything that the printed report shows; plain data, because it is drawn in a thread of its own. */
export interface ReportSheets {
  language: Language;
  report: AfterActionReport;
  timeZone: string;
  /** The reader decides, and sees who could not come. */
  all: boolean;
  /** JPEG pictures from the scene. */
  photos: readonly Uint8Array[];
}

/** The after-action report as a PDF: A4, to be filed, sent on and signed. */
export async function reportSheets(shown: ReportSheets): Promise<Uint8Array> {
  const texts = textsIn(shown.language);
  const { report } = shown;
  const title = texts.afterAction.title(texts.name.kind(report.kind), report.number);
  const paper = new Paper({ title, author: texts.web.page.siteName, language: shown.language });
  head(paper, title, report, texts);
  facts(paper, shown, texts);
  score(paper, report, texts);
  spans(paper, report, texts);
  const needed = report.seats.reduce((sum, seat) => sum + seat.needed, 0);
  drawCurve(paper, report.acceptCurve, needed, texts);
  seats(paper, report, texts);
  people(paper, report, texts);
  lessons(paper, report, texts);
  timeline(paper, shown, texts);
  photos(paper, shown, texts);
  const mark = report.drill ? `${texts.mark.drillShort} · ` : '';
  return paper.end(
    (page, pages) => `${mark}${report.number} · ${texts.web.page.incident.printedFrom} · ${page}/${pages}`,
  );
}

const duration = (texts: Texts, milliseconds: number): string => texts.time.duration(spanOf(milliseconds));

/** The mark of 群防 with its name, the drill's mark, the title and how it ended. */
function head(paper: Paper, title: string, report: AfterActionReport, texts: Texts): void {
  const { doc, left } = paper;
  doc.roundedRect(left, paper.y, 22, 22, 5).fill('#c8321a');
  doc.save().translate(left, paper.y).scale(0.55).path(shield).fill('#ffffff').restore();
  doc
    .font('bold')
    .fontSize(12)
    .fillColor(ink.text)
    .text(texts.web.page.siteName, left + 30, paper.y + 2, { continued: true })
    .font('regular')
    .fontSize(9)
    .fillColor(ink.quiet)
    .text(`   ${texts.web.page.slogan}`);
  doc.y = doc.page.margins.top + 34;
  if (report.drill) banner(paper, texts.mark.drill);
  paper.words(title, 20, { bold: true });
  paper.down(2);
  const outcome = report.outcome === null ? texts.web.page.incident.notOver : texts.command.outcome(report.outcome);
  paper.words(outcome, 11, { colour: ink.quiet });
  paper.down(8);
}

const shield = 'M20 5.5c4 2.7 8 3.8 12 4v10c0 7.2-4.8 12-12 15-7.2-3-12-7.8-12-15v-10c4-.2 8-1.3 12-4z';

function banner(paper: Paper, text: string): void {
  const top = paper.y;
  paper.doc.roundedRect(paper.left, top, paper.width, 26, 6).fill(ink.drillSoft);
  paper.doc
    .font('bold')
    .fontSize(11)
    .fillColor(ink.drill)
    .text(text, paper.left + 10, top + 6, { width: paper.width - 20 });
  paper.doc.y = top + 38;
}

/** Names and values in two columns. */
function facts(paper: Paper, { report, timeZone }: ReportSheets, texts: Texts): void {
  const words = texts.web.page.incident;
  const time = (at: number): string => {
    const { date, clockWithSeconds } = zoneTime(at, timeZone);
    return `${date} ${clockWithSeconds}`;
  };
  const all: readonly (readonly [string, string | null])[] = [
    [words.place, report.place ?? words.placeUnknown],
    [words.level, texts.name.level(report.level)],
    [words.reportedAt, time(report.reportedAt)],
    [words.closedAt, report.closedAt === null ? null : time(report.closedAt)],
    [words.officer, report.officer],
    [words.reports, String(report.reports)],
    [words.photos, String(report.photos)],
  ];
  pairs(
    paper,
    all.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
  );
}

function pairs(paper: Paper, rows: readonly (readonly [string, string])[]): void {
  const half = paper.width / 2;
  for (let at = 0; at < rows.length; at += 2) {
    paper.need(20);
    const top = paper.y;
    let low = top;
    for (const [column, row] of rows.slice(at, at + 2).entries()) {
      const x = paper.left + column * half;
      paper.doc.font('regular').fontSize(10).fillColor(ink.quiet).text(row[0], x, top, { width: 110 });
      paper.doc.fillColor(ink.text).text(row[1], x + 110, top, { width: half - 122 });
      low = Math.max(low, paper.y);
    }
    paper.doc.y = low + 3;
  }
}

function score(paper: Paper, { score: result }: AfterActionReport, texts: Texts): void {
  if (result === null) return;
  const words = texts.afterAction;
  paper.heading(words.score(result.total));
  for (const part of result.parts)
    paper.words(
      words.scoreLine(part, words.scorePart[part.part], (ms) => duration(texts, ms)),
      10,
    );
}

function spans(paper: Paper, report: AfterActionReport, texts: Texts): void {
  const known = report.spans.flatMap(({ what, milliseconds }) =>
    milliseconds === null ? [] : [[texts.afterAction.span[what], duration(texts, milliseconds)] as const],
  );
  if (known.length === 0) return;
  paper.heading(texts.afterAction.spansHeading);
  pairs(paper, known);
}

function seats(paper: Paper, report: AfterActionReport, texts: Texts): void {
  if (report.seats.length === 0) return;
  const words = texts.web.page.incident;
  paper.heading(texts.afterAction.seatsHeading);
  paper.words(texts.afterAction.asked(report.asked), 10);
  paper.down(4);
  paper.table(
    [
      { name: words.seat, share: 0.8 },
      { name: words.seatsHeld, share: 0.2, number: true },
    ],
    report.seats.map(({ skill, taken, needed }) => [texts.name.skill(skill), `${taken}/${needed}`]),
  );
}

function people(paper: Paper, { people: went }: AfterActionReport, texts: Texts): void {
  if (went.length === 0) return;
  const words = texts.web.page.incident;
  const times = [words.accepted, words.underway, words.onScene, words.safe];
  paper.heading(texts.afterAction.peopleHeading);
  paper.table(
    [
      { name: words.who, share: 0.2 },
      { name: words.seat, share: 0.28 },
      ...times.map((name) => ({ name, share: 0.13, number: true })),
    ],
    went.map(({ name, skill, accepted, underway, onScene, safe }) => [
      name,
      texts.name.skill(skill),
      ...[accepted, underway, onScene].map((clock) => clock ?? '–'),
      safe ?? { alarm: words.notSafe },
    ]),
  );
}

function lessons(paper: Paper, report: AfterActionReport, texts: Texts): void {
  if (report.lessons.length === 0) return;
  paper.heading(texts.afterAction.lessonsHeading);
  for (const line of lessonLines(report.lessons, texts)) {
    paper.words(`· ${line}`, 10);
    paper.down(2);
  }
}

function timeline(paper: Paper, { report, all }: ReportSheets, texts: Texts): void {
  const told = all ? report.timeline : forTheSquad(report.timeline);
  if (told.length === 0) return;
  paper.heading(texts.afterAction.timelineHeading);
  // Past midnight the date stands before the time.
  const times = told.some(({ clock }) => clock.includes(' ')) ? 96 : 70;
  for (const entry of told) {
    const text = timelineLine(entry, texts);
    paper.doc.font('regular').fontSize(10);
    paper.need(paper.doc.heightOfString(text, { width: paper.width - times }) + 3);
    const top = paper.y;
    paper.doc.fillColor(ink.quiet).text(entry.clock, paper.left, top, { width: times - 10 });
    paper.doc.fillColor(ink.text).text(text, paper.left + times, top, { width: paper.width - times });
    paper.down(3);
  }
}

const photoHeight = 180;

/** Two pictures side by side. */
function photos(paper: Paper, { photos: pictures }: ReportSheets, texts: Texts): void {
  if (pictures.length === 0) return;
  paper.heading(texts.web.page.incident.photos, photoHeight);
  const width = (paper.width - 12) / 2;
  for (let at = 0; at < pictures.length; at += 2) {
    paper.need(photoHeight);
    const top = paper.y;
    for (const [column, bytes] of pictures.slice(at, at + 2).entries())
      paper.doc.image(Buffer.from(bytes), paper.left + column * (width + 12), top, {
        fit: [width, photoHeight - 12],
      });
    paper.doc.y = top + photoHeight;
  }
}
