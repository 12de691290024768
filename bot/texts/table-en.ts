import { hazardNamesEn } from './hazard-names-en.ts';
import { namedChoices } from './name-choices.ts';
import type { TableTexts } from './table-texts.ts';
import { zoneFileEn } from './zone-file-en.ts';

/** What the command line says about tables, in English. */
export const tableEn: TableTexts = {
  language: 'en',
  name: { enterprises: 'Enterprises', hazards: 'Hazards', owners: 'Owners' },
  state: hazardNamesEn.state,
  fault: (row, column, issue) => {
    const at = `row ${String(row)}${column === '' ? '' : `, ${column}`}: `;
    switch (issue.code) {
      case 'same_row':
        return `${at}the same as row ${String(issue.row)}; keep one of them`;
      case 'same_rank':
        return `${at}the same hazards and rank as row ${String(issue.row)}; say who comes first, 1, and who stands in, 2`;
      case 'contradicts':
        return `${at}says something else than row ${String(issue.row)}; make them agree`;
      case 'before_report':
        return `${at}before the day it was reported; check the dates`;
      case 'in_future':
        return `${at}later than today; check the date`;
      case 'not_enterprise':
        return `${at}this code is another place's, and no enterprise; choose another code`;
      case 'unknown_value':
        return `${at}${zoneFileEn.issue(namedChoices(issue, 'en'))}`;
      default:
        return `${at}${zoneFileEn.issue(issue)}`;
    }
  },
  unreadable: (fault, columns) => {
    switch (fault.code) {
      case 'no_heading':
        return `no heading found. One of the first 10 rows has to name: ${columns.join(', ')}`;
      case 'missing_columns':
        return `these columns are missing: ${columns.join(', ')}. Add them and import again`;
      case 'same_column':
        return `there are two columns ${columns.join(', ')}; keep one`;
      case 'not_table':
        return 'cannot be read: it should be an .xlsx workbook, or CSV in UTF-8 or GB18030. Save it anew in your spreadsheet';
      case 'too_large':
        return 'too large; part it into several files';
    }
  },
  more: (count) => `… and ${String(count)} more`,
  refused: (file, rows, refused) =>
    `${file}: ${String(refused)} of ${String(rows)} rows need mending, and none was imported. Mend them and import again`,
  empty: (file) => `${file}: there is no row in it`,
  imported: (file, added, changed, unchanged) =>
    `${file}: ${String(added)} added, ${String(changed)} changed, ${String(unchanged)} as they were`,
  exported: (file, rows) => `wrote ${file}: ${String(rows)} rows`,
  notReadable: (file, why) => `${file} cannot be read (${why})`,
  notWritable: (file, why) => `${file} cannot be written (${why})`,
  noZoneYet: 'there is no zone yet; import a zone file first: npm run zone -- import FILE',
  fileKind: 'the name of the file has to end in .xlsx or .csv',
  usage: [
    'usage: npm run zone -- table export|import enterprises|hazards|owners FILE [--lang zh|en]',
    '  FILE is .xlsx or .csv. When one row is wrong none is imported, and each is named with its column and what to do.',
  ],
};
