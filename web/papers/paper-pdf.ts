import { textsIn } from '../../bot/texts/texts-in.ts';
import type { Paper, PaperBlock } from '../../core/paper.ts';
import { ink, Paper as Sheets, printable } from '../pdf/paper.ts';

/** A filled paper as PDF on A4, with the letters that it uses of an embedded Chinese font. */
export async function paperPdf(paper: Paper): Promise<Buffer> {
  const words = textsIn(paper.language).paper;
  const sheets = new Sheets({ title: paper.title, author: paper.zone, language: paper.language });
  const { doc, left, width } = sheets;
  doc.font('regular').fontSize(10).fillColor(ink.quiet).text(paper.number, left, sheets.y, { width, align: 'right' });
  sheets.down(8);
  doc.font('bold').fontSize(20).fillColor(ink.text).text(paper.title, left, sheets.y, { width, align: 'center' });
  if (paper.mark !== '')
    doc
      .font('regular')
      .fontSize(10)
      .fillColor(ink.alarm)
      .text(paper.mark, left, sheets.y + 4, { width, align: 'center' });
  sheets.down(10);
  for (const block of paper.blocks) setBlock(sheets, block, words.signature);
  return sheets.end((page, pages) =>
    words.foot({ zone: printable(paper.zone), number: paper.number, page: String(page), pages: String(pages) }),
  );
}

function setBlock(sheets: Sheets, block: PaperBlock, signature: string): void {
  switch (block.kind) {
    case 'heading':
      sheets.heading(block.text, 40);
      return;
    case 'field':
      setField(sheets, block.label, block.value);
      return;
    case 'words':
      for (const line of block.text.split('\n').filter((one) => one.trim() !== '')) setWords(sheets, line);
      return;
    case 'blank':
      for (let n = 0; n < block.lines; n += 1) setBlank(sheets);
      return;
    case 'list':
      for (const [at, item] of block.items.entries()) setWords(sheets, `${String(at + 1)}. ${item}`);
      return;
    case 'table':
      sheets.table(
        block.columns.map((name, at) => ({ name, share: block.shares[at] ?? 0 })),
        block.rows,
      );
      return;
    case 'signatures':
      setSignatures(sheets, block.who, block.date, signature);
      return;
  }
}

const labelWidth = 150;

/** The label, and beside it the value or a line to write on. */
function setField(sheets: Sheets, label: string, value: string): void {
  const { doc, left, width } = sheets;
  const shown = printable(value);
  doc.font('regular').fontSize(11);
  const height = Math.max(
    doc.heightOfString(label, { width: labelWidth - 8 }),
    doc.heightOfString(shown === '' ? ' ' : shown, { width: width - labelWidth }),
  );
  sheets.need(height + 6);
  const top = sheets.y;
  doc.fillColor(ink.quiet).text(label, left, top, { width: labelWidth - 8 });
  if (shown === '') {
    doc
      .moveTo(left + labelWidth, top + 14)
      .lineTo(left + width, top + 14)
      .lineWidth(0.5)
      .stroke(ink.rule);
  } else doc.fillColor(ink.text).text(shown, left + labelWidth, top, { width: width - labelWidth });
  doc.y = top + height + 6;
}

/** A line by hand takes more room than one in print. */
const blankHeight = 24;

function setBlank(sheets: Sheets): void {
  const { doc, left, width } = sheets;
  sheets.need(blankHeight);
  const line = sheets.y + blankHeight - 4;
  doc
    .moveTo(left, line)
    .lineTo(left + width, line)
    .lineWidth(0.5)
    .stroke(ink.rule);
  doc.y = sheets.y + blankHeight;
}

function setWords(sheets: Sheets, text: string): void {
  const { doc, left, width } = sheets;
  const shown = printable(text);
  doc.font('regular').fontSize(11);
  sheets.need(Math.min(doc.heightOfString(shown, { width, lineGap: 3 }), 40));
  doc.fillColor(ink.text).text(shown, left, sheets.y, { width, lineGap: 3 });
  sheets.down(5);
}

const signRow = 80;

/** Two beside each other; whoever signs needs room for a pen, a seal or a fingerprint. */
function setSignatures(sheets: Sheets, who: readonly string[], date: string, signature: string): void {
  const { doc, left, width } = sheets;
  sheets.down(18);
  sheets.need(Math.ceil(who.length / 2) * signRow);
  const top = sheets.y;
  for (const [at, name] of who.entries()) {
    const x = left + (at % 2) * (width / 2);
    const y = top + Math.floor(at / 2) * signRow;
    const room = width / 2 - 16;
    doc.font('regular').fontSize(11).fillColor(ink.text).text(name, x, y, { width: room });
    doc
      .fontSize(9)
      .fillColor(ink.quiet)
      .text(signature, x, y + 16, { width: room });
    doc
      .moveTo(x, y + 54)
      .lineTo(x + room - 20, y + 54)
      .lineWidth(0.5)
      .stroke(ink.rule);
    doc
      .fontSize(9)
      .fillColor(ink.quiet)
      .text(date, x, y + 58, { width: room });
  }
  doc.y = top + Math.ceil(who.length / 2) * signRow;
}
