import type { Notice } from './web-notice.ts';

/** The table of a month or a year, of a team or a person. */
export interface MonthPageTexts {
  title(name: string, period: string): string;
  /** `2026年11月`, `2026年`. */
  period(name: string): string;
  readonly lead: string;
  readonly none: string;
  readonly who: string;
  readonly team: string;
  readonly callSign: string;
  readonly shifts: string;
  readonly points: string;
  readonly hours: string;
  readonly sum: string;
  readonly certificate: string;
  readonly table: string;
  readonly yearly: string;
  readonly monthly: string;
  readonly forbidden: Notice;
  readonly expired: Notice;
  readonly unknownPeriod: Notice;
}

/** The proof of a volunteer's hours, as PDF. */
export interface CertificateTexts {
  readonly title: string;
  certify(name: string): string;
  served(period: string, zone: string): string;
  team(names: string): string;
  shifts(count: number): string;
  points(count: number): string;
  hours(hours: string): string;
  readonly counted: string;
  readonly seal: string;
  readonly signature: string;
  issued(date: string): string;
  foot(zone: string): string;
}

/** What an app's calendar says of a duty. */
export interface CalendarEntryTexts {
  entry(people: number, points: number): string;
}
