import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';

/** Colours of the printed report; the page's, for paper. */
export const ink = {
  text: '#191d1b',
  quiet: '#55605a',
  rule: '#d5dad4',
  brand: '#0b6b4b',
  alarm: '#b92c14',
  soft: '#e3f1ea',
  drill: '#7a4300',
  drillSoft: '#ffe8bf',
} as const;

/** A column of a table; `share` of the width, numbers to the right. */
export interface Column {
  name: string;
  share: number;
  number?: boolean;
}

/** What stands in a cell; in red when somebody is to see it first. */
export type Cell = string | { alarm: string };

const wordsOf = (cell: Cell | undefined): string => printable(typeof cell === 'object' ? cell.alarm : (cell ?? ''));

/** Noto Sans with 30,000 characters: also names are printed that everyday fonts lack. */
const fonts = new URL('../fonts/', import.meta.resolve('@embedpdf/fonts-sc'));
/** Where the font of this weight lies on disk. */
export function fontFile(weight: 'Regular' | 'Bold'): string {
  return fileURLToPath(new URL(`NotoSansHans-${weight}.otf`, fonts));
}

const margin = 48;
const footer = 24;

/** Pictures that stand for words on a screen are not in the font; the words beside them say the same. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Extended_Pictographic}\u{fe0f}\u{20e3}\u{200d}]/gu, '').trim();
}

/** A4 sheets that fill from the top; whatever does not fit begins the next one. */
export class Paper {
  readonly doc: PDFKit.PDFDocument;
  readonly left = margin;
  readonly width: number;
  readonly #bytes: Promise<Buffer>;

  constructor(about: { title: string; author: string; language: string }) {
    const { title, author, language } = about;
    this.doc = new PDFDocument({
      size: 'A4',
      margins: { top: margin, left: margin, right: margin, bottom: margin + footer },
      bufferPages: true,
      lang: language,
      info: { Title: title, Author: author },
    });
    this.width = this.doc.page.width - 2 * margin;
    this.doc.registerFont('regular', fontFile('Regular')).registerFont('bold', fontFile('Bold'));
    this.doc.font('regular').fontSize(10).fillColor(ink.text);
    const chunks: Buffer[] = [];
    this.#bytes = new Promise((resolve, reject) => {
      this.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.doc.on('end', () => resolve(Buffer.concat(chunks)));
      this.doc.on('error', reject);
    });
  }

  get y(): number {
    return this.doc.y;
  }

  /** Where the sheet ends for what is printed on it. */
  get bottom(): number {
    return this.doc.page.height - margin - footer;
  }

  /** Begins a new sheet unless so much height is left. */
  need(height: number): void {
    if (this.y + height > this.bottom) this.doc.addPage();
  }

  down(height: number): void {
    this.doc.y += height;
  }

  /** Words over the whole width, from the left edge. */
  words(text: string, size: number, look: { bold?: boolean; colour?: string } = {}): void {
    this.doc
      .font(look.bold === true ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(look.colour ?? ink.text)
      .text(printable(text), this.left, this.y, { width: this.width });
  }

  /** A heading stays with what follows it. */
  heading(text: string, follows = 60): void {
    this.down(14);
    this.need(26 + follows);
    this.words(text, 13, { bold: true, colour: ink.brand });
    this.down(4);
  }

  /** A hair line across the sheet. */
  rule(): void {
    this.doc
      .moveTo(this.left, this.y)
      .lineTo(this.left + this.width, this.y)
      .lineWidth(0.5)
      .stroke(ink.rule);
    this.down(5);
  }

  /** Rows under column names; the names come again on every sheet. */
  table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): void {
    const names = columns.map(({ name }) => name);
    this.#row(columns, names, ink.quiet, 9);
    this.rule();
    for (const row of rows) {
      if (this.y + this.#heightOf(columns, row, 10) > this.bottom) {
        this.doc.addPage();
        this.#row(columns, names, ink.quiet, 9);
        this.rule();
      }
      this.#row(columns, row, ink.text, 10);
      this.rule();
    }
  }

  /** One row of cells, as high as its highest. */
  #row(columns: readonly Column[], cells: readonly Cell[], colour: string, size: number): void {
    const top = this.y;
    const height = this.#heightOf(columns, cells, size);
    let x = this.left;
    for (const [at, { share, number }] of columns.entries()) {
      const width = this.width * share;
      this.doc
        .font('regular')
        .fontSize(size)
        .fillColor(typeof cells[at] === 'object' ? ink.alarm : colour)
        .text(wordsOf(cells[at]), x, top, { width: width - 8, align: number === true ? 'right' : 'left' });
      x += width;
    }
    this.doc.y = top + height + 4;
  }

  #heightOf(columns: readonly Column[], cells: readonly Cell[], size: number): number {
    this.doc.font('regular').fontSize(size);
    const heights = columns.map(({ share }, at) =>
      this.doc.heightOfString(wordsOf(cells[at]) || ' ', { width: this.width * share - 8 }),
    );
    return Math.max(...heights);
  }

  /** Writes below every sheet, given its number and how many there are; then nothing more can be printed. */
  async end(foot: (page: number, pages: number) => string): Promise<Buffer> {
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.doc.switchToPage(page);
      // Below the margin pdfkit would begin another sheet.
      this.doc.page.margins.bottom = 0;
      this.doc
        .font('regular')
        .fontSize(8)
        .fillColor(ink.quiet)
        .text(foot(page + 1, count), this.left, this.doc.page.height - margin - 12, {
          width: this.width,
          lineBreak: false,
        });
    }
    this.doc.end();
    return this.#bytes;
  }
}
