import { reportSheets, type ReportSheets } from './report-sheets.ts';

// A process for one report: the memory of the fonts goes with it. It ends when whoever asked has the bytes and lets it go.
process.once('message', (shown) => {
  void reportSheets(shown as ReportSheets).then((bytes) => process.send?.(bytes));
});
