import type { Language } from '../../core/message.ts';
import type { MatterStanding } from '../../core/matter.ts';
import type { Identity, Person, Role } from '../../core/people.ts';
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
  /** Of the consent: when it was asked for, and when it was given. */
  readonly asked: string;
  readonly agreed: string;
  /** What the file's codes mean. */
  readonly language: Readonly<Record<Language, string>>;
  readonly role: Readonly<Record<Role, string>>;
  readonly gender: Readonly<Record<NonNullable<Person['gender']>, string>>;
  readonly account: Readonly<Record<Identity['state'], string>>;
  readonly standing: Readonly<Record<MatterStanding | 'leader' | 'member', string>>;
  readonly message: Readonly<Record<'message' | 'tap', string>>;
  readonly forbidden: Notice;
  readonly expired: Notice;
}
