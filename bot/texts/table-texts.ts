import type { HazardState } from '../../core/hazard.ts';
import type { Language } from '../../core/message.ts';
import type { RowFault, TableFault, TableName } from '../../core/table/table.ts';

/** What the command line says about tables. */
export interface TableTexts {
  readonly language: Language;
  readonly name: Readonly<Record<TableName, string>>;
  readonly state: Readonly<Record<HazardState, string>>;
  /** What is wrong with a row, and what to do; the row and the column stand before it. */
  fault(row: number, column: string, issue: RowFault['issue']): string;
  /** Why nothing of the file can be read; `columns` are the ones that it should have. */
  unreadable(fault: TableFault, columns: readonly string[]): string;
  more(count: number): string;
  refused(file: string, rows: number, refused: number): string;
  empty(file: string): string;
  imported(file: string, added: number, changed: number, unchanged: number): string;
  exported(file: string, rows: number): string;
  notReadable(file: string, why: string): string;
  notWritable(file: string, why: string): string;
  readonly noZoneYet: string;
  readonly fileKind: string;
  readonly usage: readonly string[];
}
