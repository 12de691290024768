import type { ZoneSummary } from '../../core/zone/summary.ts';
import type { ZoneIssue } from '../../core/zone/fault.ts';
import type { YamlFault } from '../zone/yaml-fault.ts';

/** Names of the file's sections as a summary lists them. */
export type SectionName = Exclude<keyof ZoneSummary, 'profileChanged'>;

/** What the command line says about zone files. */
export interface ZoneFileTexts {
  /** What is wrong or odd at a spot; the spot stands before it. */
  issue(issue: ZoneIssue): string;
  /** Why the file could not be read. */
  yaml(fault: YamlFault): string;
  /** Stands before a finding that keeps nothing out. */
  readonly warning: string;
  more(count: number): string;
  /** After a check: all is well, or how many findings there were. */
  checked(file: string, errors: number, warnings: number): string;
  /** After an import. */
  imported(file: string): string;
  readonly profileChanged: string;
  section(name: SectionName, added: number, changed: number, retired: number, unchanged: number): string;
  names(what: 'added' | 'changed' | 'retired', keys: readonly string[], more: number): string;
  /** After an import: what planning made of the rosters. */
  shifts(added: number, changed: number, cancelled: number): string;
  readonly nothingChanged: string;
  exported(file: string, people: number, places: number): string;
  noSuchFile(file: string): string;
  notReadable(file: string, why: string): string;
  notWritable(file: string, why: string): string;
  readonly noZoneYet: string;
  readonly qrNeedsAddress: string;
  noSuchPlace(code: string): string;
  sheetsWritten(file: string, count: number): string;
  readonly usage: readonly string[];
}
