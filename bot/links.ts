import type { Instant } from '../core/clock.ts';
import type { Hazard } from '../core/hazard.ts';
import type { Incident, Order } from '../core/incident.ts';
import type { PersonId, Token } from '../core/ids.ts';
import type { Matter, MatterKind } from '../core/matter.ts';
import type { Position } from '../core/message.ts';
import type { Place } from '../core/people.ts';
import type { DutyOf } from '../core/shift.ts';

/** Addresses that cards carry. Null where the program has no public address. */
export interface Links {
  /** The one-tap page of an order: `/o/<signed token>`, for its person alone. */
  order(order: Order, now: Instant): string | null;
  /** The incident's page for this reader: `/i/<number>?k=<signature>`. */
  incident(incident: Incident, reader: PersonId, now: Instant): string | null;
  /** The hazard's page for this reader: `/h/<number>?k=<signature>`. */
  hazard(hazard: Pick<Hazard, 'number'>, reader: PersonId, now: Instant): string | null;
  /** A place's page for this reader: `/places/<code>?k=<signature>`. */
  place(place: Pick<Place, 'code'>, reader: PersonId, now: Instant): string | null;
  /** The table of a month (`2026-11`) for this reader: `/m/<whose>/<month>?k=<signature>`. */
  month(whose: DutyOf, month: string, reader: PersonId, now: Instant): string | null;
  /** The secret address of a calendar, for apps that follow it: `/calendar/<token>.ics`. */
  calendar(token: Token): string | null;
  /** The page that shows the code for WeChat's login, for this administrator: `/wechat/login?k=<signature>`. */
  login(reader: PersonId, now: Instant): string | null;
  /** A private matter's page for this reader: `/private/m/<number>?k=<signature>`. */
  matter(matter: Pick<Matter, 'number'>, reader: PersonId, now: Instant): string | null;
  /** A session's invitation for this reader's calendar: `/private/s/<number>/<n>.ics?k=<signature>`. */
  session(matter: Pick<Matter, 'number'>, n: number, reader: PersonId, now: Instant): string | null;
  /** The page on which this reader tells of something: `/private/tell/<n>?k=<signature>`; the kind by its place in the list, which tells a browser's history nothing. */
  tell(kind: MatterKind, reader: PersonId, now: Instant): string | null;
  /** The page from which this reader fetches what is kept of them: `/private/data?k=<signature>`. */
  ownData(reader: PersonId, now: Instant): string | null;
  /** A map at this point. */
  map(position: Position, name: string): string;
}
