import type { Platform } from '../../core/message.ts';
import type { CalendarEntryTexts, CertificateTexts, MonthPageTexts } from './web-month-texts.ts';
import type { HazardPageTexts, PlacePageTexts, PlaceSheetTexts } from './web-hazard-texts.ts';
import type { PointPageTexts } from './web-point-texts.ts';
import type { DataPageTexts } from './web-data-texts.ts';
import type { Notice } from './web-notice.ts';

/** Every word of the program's own pages, the rehearsal room's apart. */
export interface WebPageTexts {
  readonly siteName: string;
  readonly slogan: string;
  readonly wait: string;
  readonly needsScript: string;
  readonly notFound: Notice;
  readonly failed: Notice;
  /** The database takes nothing. */
  readonly unstored: Notice;
  readonly start: StartTexts;
  readonly order: OrderPageTexts;
  readonly incident: IncidentPageTexts;
  readonly login: LoginTexts;
  readonly place: PlacePageTexts;
  readonly hazard: HazardPageTexts;
  readonly placeSheet: PlaceSheetTexts;
  readonly point: PointPageTexts;
  readonly month: MonthPageTexts;
  readonly certificate: CertificateTexts;
  readonly calendar: CalendarEntryTexts;
  readonly ownData: DataPageTexts;
  /** A session's invitation for a calendar. */
  readonly invite: { readonly expired: Notice; readonly forbidden: Notice };
}

/** The plain page at `/` of a program in real use. */
interface StartTexts {
  readonly title: string;
  readonly text: string;
  readonly platform: Readonly<Record<Platform, string>>;
  readonly state: Readonly<Record<'on' | 'starting' | 'off', string>>;
  readonly database: string;
}

/** The one-tap page of an order. */
interface OrderPageTexts {
  readonly forged: Notice;
  readonly expired: Notice;
  readonly pressOnce: string;
  readonly nothingToDo: string;
  readonly live: string;
  readonly unavailable: string;
}

/** The incident's page; most of its words are the after-action report's. */
interface IncidentPageTexts {
  readonly forbidden: Notice;
  readonly expired: Notice;
  readonly running: string;
  readonly place: string;
  readonly placeUnknown: string;
  readonly reportedAt: string;
  readonly closedAt: string;
  readonly officer: string;
  readonly level: string;
  readonly reports: string;
  readonly photos: string;
  readonly photoAlt: string;
  /** The photo as it was sent, for officers. */
  readonly photoOriginal: string;
  readonly seat: string;
  readonly seatsHeld: string;
  readonly curveAlt: (held: number, needed: number) => string;
  readonly needed: (count: number) => string;
  readonly who: string;
  readonly accepted: string;
  readonly underway: string;
  readonly onScene: string;
  readonly safe: string;
  readonly notSafe: string;
  readonly nobodyYet: string;
  readonly print: string;
  readonly printedFrom: string;
  /** The address of the same as a PDF, and what stands there while it runs. */
  readonly pdf: string;
  readonly notOver: string;
}

/** The page that shows the code for logging WeChat in. */
interface LoginTexts {
  readonly title: string;
  readonly scan: string;
  readonly waiting: string;
  readonly loggedIn: (name: string) => string;
  readonly off: string;
  readonly refused: Notice;
}
