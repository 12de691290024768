import type { DataField, DataSection } from '../../core/personal-data.ts';
import type { Notice } from './web-notice.ts';

/** The page on which somebody reads, and takes along, what is kept of them. */
export interface DataPageTexts {
  readonly title: string;
  readonly lead: string;
  /** To the same as JSON. */
  readonly download: string;
  readonly none: string;
  /** How to have it put right, or erased. */
  readonly next: string;
  readonly section: Readonly<Record<DataSection, string>>;
  readonly field: Readonly<Record<DataField, string>>;
  readonly forbidden: Notice;
  readonly expired: Notice;
}
