import { textsIn } from '../../bot/texts/texts-in.ts';
import type { Language } from '../../core/message.ts';
import { ink, Paper, printable } from './paper.ts';

/** What a volunteer's certificate of hours says. */
export interface CertificateSheet {
  language: Language;
  zone: string;
  name: string;
  /** `2026-11` or `2026`. */
  period: string;
  teams: readonly string[];
  shifts: number;
  points: number;
  minutes: number;
  /** ISO date on the zone's calendar. */
  issuedOn: string;
}

/** Hours with one decimal, as they are counted. */
export function hoursOf(minutes: number): string {
  return String(Math.round(minutes / 6) / 10);
}

/** One sheet, to be signed and sealed. */
export async function certificateSheet(shown: CertificateSheet): Promise<Uint8Array> {
  const { web, name } = textsIn(shown.language);
  const words = web.page.certificate;
  const paper = new Paper({ title: words.title, author: web.page.siteName, language: shown.language });
  const { doc, left, width } = paper;
  const frame = 14;
  doc
    .rect(left - frame, doc.page.margins.top - frame, width + 2 * frame, paper.bottom - doc.page.margins.top + frame)
    .lineWidth(1.2)
    .stroke(ink.brand);
  paper.down(70);
  doc.font('bold').fontSize(30).fillColor(ink.brand).text(words.title, left, paper.y, { width, align: 'center' });
  paper.down(56);
  centred(paper, words.certify(printable(shown.name)), 20, true);
  paper.down(14);
  centred(paper, words.served(web.page.month.period(shown.period), shown.zone), 13);
  paper.down(34);
  const facts = [
    words.team(name.list(shown.teams)),
    words.shifts(shown.shifts),
    words.points(shown.points),
    words.hours(hoursOf(shown.minutes)),
  ];
  for (const fact of facts) {
    centred(paper, fact, 15, fact === facts.at(-1));
    paper.down(10);
  }
  paper.down(26);
  doc
    .font('regular')
    .fontSize(10)
    .fillColor(ink.quiet)
    .text(words.counted, left + 60, paper.y, { width: width - 120 });
  paper.down(90);
  for (const line of [words.signature, words.seal, words.issued(shown.issuedOn)]) {
    doc
      .font('regular')
      .fontSize(12)
      .fillColor(ink.text)
      .text(line, left + width * 0.6, paper.y, { width: width * 0.38 });
    paper.down(16);
  }
  return paper.end(() => words.foot(shown.zone));
}

function centred({ doc, left, width, y }: Paper, text: string, size: number, bold = false): void {
  doc
    .font(bold ? 'bold' : 'regular')
    .fontSize(size)
    .fillColor(ink.text)
    .text(printable(text), left, y, { width, align: 'center' });
}
