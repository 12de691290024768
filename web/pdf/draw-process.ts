import { paperDocx } from '../papers/paper-docx.ts';
import { paperPdf } from '../papers/paper-pdf.ts';
import { certificateSheet } from './certificate-sheet.ts';
import type { Sheets } from './draw-sheets.ts';
import { reportSheets } from './report-sheets.ts';

// A process for one PDF: the memory of the fonts goes with it. It ends when whoever asked has the bytes and lets it go.
process.once('message', (given) => {
  const shown = given as Sheets;
  void drawn(shown).then((bytes) => process.send?.(bytes));
});

function drawn(shown: Sheets): Promise<Uint8Array> {
  if (shown.kind === 'report') return reportSheets(shown);
  if (shown.kind === 'certificate') return certificateSheet(shown);
  return shown.as === 'pdf' ? paperPdf(shown.paper) : paperDocx(shown.paper);
}
