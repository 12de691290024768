import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import subsetFont from 'subset-font';
import type { Foot } from '../../bot/texts/paper-texts.ts';
import { textsIn } from '../../bot/texts/texts-in.ts';
import type { Paper, PaperBlock } from '../../core/paper.ts';
import { fontFile, printable } from '../pdf/paper.ts';

/** Twentieths of a point: A4, 25 mm around. */
const page = { width: 11_906, height: 16_838, margin: 1_417 };
const inner = page.width - 2 * page.margin;
const line = { style: BorderStyle.SINGLE, size: 4, color: 'B8BFB9' };
const nothing = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const borderless = { top: nothing, bottom: nothing, left: nothing, right: nothing };

/**
 * A filled paper as DOCX on A4, to be changed and signed. The letters that it uses travel with it (an embedded subset), so that it
 * looks the same where no Chinese font is installed; Word, which embeds only TrueType, takes one of its own there. Each paper names
 * its letters after itself: LibreOffice keeps those of a name that it has seen, and another paper has others.
 */
export async function paperDocx(paper: Paper): Promise<Buffer> {
  const words = textsIn(paper.language).paper;
  const letters = lettersOf(paper, words.signature);
  const family = `Qunfang Sans ${createHash('sha256').update(letters).digest('hex').slice(0, 8)}`;
  const [data, bold] = await Promise.all([subset('Regular', letters), subset('Bold', letters)]);
  const document = new Document({
    title: paper.title,
    creator: paper.zone,
    fonts: [{ name: family, data, bold }],
    styles: { default: { document: { run: { font: family, size: 22 }, paragraph: { spacing: { after: 100 } } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        footers: { default: new Footer({ children: [footer(words.foot(footOf(paper, pageHere, pagesHere)))] }) },
        children: [
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            children: [new TextRun({ text: paper.number, size: 20, color: '55605A' })],
          }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { before: 120, after: paper.mark === '' ? 240 : 60 },
            children: [run({ text: paper.title, bold: true, size: 40 })],
          }),
          ...(paper.mark === '' ? [] : [marked(paper.mark)]),
          ...paper.blocks.flatMap((block) => childrenOf(block, words.signature)),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Every letter that stands on it, and those of page numbers. */
function lettersOf(paper: Paper, signature: string): string {
  const words = textsIn(paper.language).paper;
  const said = [JSON.stringify([paper.title, paper.number, paper.mark, paper.blocks]), signature];
  return [...said, words.foot(footOf(paper, '1', '1')), '0123456789 ._/-'].join('');
}

async function subset(weight: 'Regular' | 'Bold', letters: string): Promise<Buffer> {
  return subsetFont(await readFile(fontFile(weight)), letters, { targetFormat: 'sfnt' });
}

/** Stand in the foot where Word is to put its own numbers; nobody can type them. */
const [pageHere, pagesHere] = ['\u{e000}', '\u{e001}'];

function footOf({ zone, number }: Paper, page: string, pages: string): Foot {
  return { zone: printable(zone), number, page, pages };
}

function footer(words: string): Paragraph {
  const [before = '', between = '', after = ''] = words.split(/[\u{e000}\u{e001}]/u);
  return new Paragraph({
    children: [
      new TextRun({
        size: 16,
        color: '55605A',
        children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
      }),
    ],
  });
}

function marked(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 200 },
    children: [new TextRun({ text, size: 20, color: 'B92C14' })],
  });
}

function childrenOf(block: PaperBlock, signature: string): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          keepNext: true,
          spacing: { before: 220, after: 80 },
          children: [run({ text: block.text, bold: true, size: 24, color: '0B6B4B' })],
        }),
      ];
    case 'field':
      return [fieldLine(block.label, printable(block.value))];
    case 'words':
      return block.text
        .split('\n')
        .filter((text) => text.trim() !== '')
        .map((text) => new Paragraph({ spacing: { line: 320, after: 100 }, children: [new TextRun(printable(text))] }));
    case 'blank':
      return Array.from({ length: block.lines }, blankLine);
    case 'list':
      return block.items.map(
        (text, at) =>
          new Paragraph({
            indent: { left: 360, hanging: 360 },
            spacing: { line: 300, after: 60 },
            children: [new TextRun(`${String(at + 1)}. ${printable(text)}`)],
          }),
      );
    case 'table':
      return [grid(block)];
    case 'signatures':
      return [new Paragraph({ spacing: { before: 240 }, children: [] }), signLines(block.who, block.date, signature)];
  }
}

/** Words with a look of their own. */
function run(look: IRunOptions): TextRun {
  return new TextRun(look);
}

/** Wide enough for the longest label in both languages. */
const labelStop = 2_900;

function blankLine(): Paragraph {
  return new Paragraph({
    spacing: { line: 480 },
    tabStops: [{ type: TabStopType.RIGHT, position: inner, leader: 'underscore' }],
    children: [new TextRun({ text: '\t' })],
  });
}

function fieldLine(label: string, value: string): Paragraph {
  return new Paragraph({
    indent: { left: labelStop, hanging: labelStop },
    tabStops: [
      { type: TabStopType.LEFT, position: labelStop },
      { type: TabStopType.RIGHT, position: inner, ...(value === '' ? { leader: 'underscore' as const } : {}) },
    ],
    children: [
      new TextRun({ text: label, color: '55605A' }),
      new TextRun({ text: value === '' ? '\t\t' : `\t${value}` }),
    ],
  });
}

function grid(block: Extract<PaperBlock, { kind: 'table' }>): Table {
  const widths = block.shares.map((share) => Math.round(share * inner));
  const row = (cells: readonly string[], header: boolean): TableRow =>
    new TableRow({
      tableHeader: header,
      cantSplit: true,
      children: cells.map(
        (text, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 80, right: 80 },
            children: [
              new Paragraph({
                spacing: { after: 0 },
                children: [run({ text: printable(text), bold: header, size: 20 })],
              }),
            ],
          }),
      ),
    });
  return new Table({
    columnWidths: widths,
    width: { size: inner, type: WidthType.DXA },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [row(block.columns, true), ...block.rows.map((cells) => row(cells, false))],
  });
}

/** Two beside each other, with room for a pen, a seal or a fingerprint. */
function signLines(who: readonly string[], date: string, signature: string): Table {
  const cell = (name: string | undefined): TableCell =>
    new TableCell({
      borders: borderless,
      width: { size: inner / 2, type: WidthType.DXA },
      children:
        name === undefined
          ? [new Paragraph({ children: [] })]
          : [
              new Paragraph({ children: [new TextRun(name)] }),
              new Paragraph({
                spacing: { after: 500 },
                children: [new TextRun({ text: signature, size: 18, color: '55605A' })],
              }),
              new Paragraph({
                border: { top: { ...line, space: 4 } },
                indent: { right: 600 },
                children: [new TextRun({ text: date, size: 18, color: '55605A' })],
              }),
            ],
    });
  const rows: TableRow[] = [];
  for (let at = 0; at < who.length; at += 2)
    rows.push(new TableRow({ cantSplit: true, children: [cell(who[at]), cell(who[at + 1])] }));
  return new Table({
    columnWidths: [inner / 2, inner / 2],
    width: { size: inner, type: WidthType.DXA },
    borders: { ...borderless, insideHorizontal: nothing, insideVertical: nothing },
    rows,
  });
}
