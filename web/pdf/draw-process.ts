import { certificateSheet } from './certificate-sheet.ts';
import type { Sheets } from './draw-sheets.ts';
import { reportSheets } from './report-sheets.ts';

// A process for one PDF: the memory of the fonts goes with it. It ends when whoever asked has the bytes and lets it go.
process.once('message', (given) => {
  const shown = given as Sheets;
  const drawn = shown.kind === 'report' ? reportSheets(shown) : certificateSheet(shown);
  void drawn.then((bytes) => process.send?.(bytes));
});
