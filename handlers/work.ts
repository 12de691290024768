import type { Instant } from '../core/clock.ts';
import type { Ids, PersonId } from '../core/ids.ts';
import type { Incident } from '../core/incident.ts';
import type { Hazard } from '../core/hazard.ts';
import { matterSubject, type Matter } from '../core/matter.ts';
import { shiftSubject, type Shift } from '../core/shift.ts';
import type { Platform } from '../core/message.ts';
import type { Place } from '../core/people.ts';
import type { KeyedHash } from '../core/point-word.ts';
import type { Tx, WakeWord } from '../core/ports/store.ts';
import type { TraceWord } from '../core/trace.ts';
import type { HazardRules } from '../core/zone/hazard-rules.ts';
import type { PatrolRules } from '../core/zone/patrol-rules.ts';
import type { PrivateRules } from '../core/zone/private-rules.ts';
import type { Timing } from '../core/zone/timing.ts';

/** What a handler needs to know of its zone. */
export interface ZoneFacts {
  name: string;
  /** IANA name; shifts, dates and report times are in it. */
  timeZone: string;
  timing: Timing;
  /** Missing: the usual ones. */
  hazards?: HazardRules;
  /** Missing: the usual ones, without any roster. */
  patrols?: PatrolRules;
  /** Missing: the usual ones, without any room. */
  privateMatters?: PrivateRules;
  /** Active places, for finding the one that a message names. */
  places: readonly Place[];
}

/** One piece of work: the transaction that it runs in, and the facts that it may use. */
export interface Work {
  tx: Tx;
  now: Instant;
  /** When what is dealt with was said, as its platform has it; missing: it did not come in by a chat. */
  saidAt?: Instant;
  ids: Ids;
  zone: ZoneFacts;
  /** What a platform can do: where it shows no reactions a short word takes their place, where it edits nothing a card says less. */
  can(platform: Platform): { react: boolean; edit: boolean; photoByEdit?: boolean };
  /** For the words that rotate at points; missing: they are asked for nowhere. */
  keyed?: KeyedHash;
  /** What came in is a private matter: its message is kept sealed, with nothing of it readable in the database. To be said once or more. */
  keepPrivate(): void;
  /** Wakes whoever shows or sends this, after the commit. */
  notify(word: WakeWord): void;
}

/** Writes into the incident's trace what happened, by whom, now. */
export async function traceIncident(
  work: Work,
  incident: Pick<Incident, 'id'>,
  what: TraceWord,
  actorId: PersonId | null,
  data: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await work.tx.trace.append({ subject: `incident:${incident.id}`, what, actorId, at: work.now, data });
}

/** Writes into the hazard's trace what happened, by whom, now. Whoever reported anonymously is no actor there. */
export async function traceHazard(
  work: Work,
  hazard: Pick<Hazard, 'id'>,
  what: TraceWord,
  actorId: PersonId | null,
  data: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await work.tx.trace.append({ subject: `hazard:${hazard.id}`, what, actorId, at: work.now, data });
}

/** Writes into the shift's trace what happened, by whom, now. */
export async function traceShift(
  work: Work,
  shift: Pick<Shift, 'id'>,
  what: TraceWord,
  actorId: PersonId | null,
  data: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await work.tx.trace.append({ subject: shiftSubject(shift), what, actorId, at: work.now, data });
}

/** Writes into the matter's trace what happened, by whom, now: ids and codes alone. */
export async function traceMatter(
  work: Work,
  matter: Pick<Matter, 'id'>,
  what: TraceWord,
  actorId: PersonId | null,
  data: Readonly<Record<string, string | number | boolean | null>> = {},
): Promise<void> {
  await work.tx.trace.append({ subject: matterSubject(matter), what, actorId, at: work.now, data });
}

/** When what is dealt with was said: what waited at the platform while the program stood still was said long before. */
export function whenSaid({ saidAt, now }: Pick<Work, 'saidAt' | 'now'>): Instant {
  return Math.min(saidAt ?? now, now);
}
