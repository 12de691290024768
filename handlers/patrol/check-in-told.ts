import type { CheckInAs } from '../../core/check-in-as.ts';
import type { CheckIn } from '../../core/check-in.ts';
import { forwarded } from '../../core/doubts.ts';
import type { CheckInId, PersonId } from '../../core/ids.ts';
import type { Position } from '../../core/message.ts';
import type { Person, Room } from '../../core/people.ts';
import type { PointClues, PointsSoFar } from '../../core/point-clues.ts';
import { passedWords } from '../../core/passed-words.ts';
import { saidInstant } from '../../core/said-time.ts';
import type { Sent } from '../../core/same-check-in.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { namedPerson } from '../../core/named-person.ts';
import { whenSaid, type Work } from '../work.ts';
import { longestWords } from './count-check-in.ts';
import type { Walked } from './keep-check-in.ts';
import { patrolRules } from './rules.ts';

/** A message of somebody on duty, and what was read in it. Its files are kept already, as evidence of nothing yet. */
export interface CheckInTold {
  person: Person;
  room: Room;
  messageId: string | null;
  albumId: string | null;
  quotedMessageId: string | null;
  words: string;
  photos: number;
  /** Handed on from another chat. */
  forwarded: boolean;
  position: (Position & { accuracyMetres?: number }) | null;
  /** As they were read: numbers, codes, names. */
  points: readonly string[];
  /** Points that the words name, and that will not be gone to. */
  leftOut: readonly string[];
  /** The pieces of the words about them and other points where nobody was. */
  notThere: readonly string[];
  place: string;
  /** Code of a place; null: none. */
  code: string | null;
  /** The code is from the sign at the point itself. */
  scanned: boolean;
  again: boolean;
  late: boolean;
  correction: boolean;
  /** `HH:MM`; null: none. */
  time: string | null;
  ok: boolean | null;
  /** Words for whom it is done; '' the sender. */
  proxy: string;
  as: CheckInAs;
  /** Two duties of the sender run at once, and nothing says which is meant. */
  unsure: boolean;
  /** A page answers it, so nothing is said in a chat. */
  answered?: boolean;
}

const hour = 3_600_000;
/** Said so much later than it was, it is told afterwards. */
const afterwardsMs = 15 * 60_000;

/** What a message says about where its sender was. */
export function cluesOf(work: Work, view: ShiftView, told: CheckInTold): PointClues {
  const { points, notThere, code, scanned, again, late, position, person } = told;
  const at = whenSaid(work);
  return {
    ...passedWords(told, notThere),
    points,
    code,
    scanned,
    again,
    late,
    position,
    personId: person.id,
    at,
    saidAt: saidAt(work, view, told),
  };
}

/** When it was, by the words; null: they name no time, or one before the shift. By day 9点15 is the morning's, by night the evening's. */
function saidAt(work: Work, { shift }: ShiftView, { time }: CheckInTold): number | null {
  const times = time === null ? [] : [time, twelveHoursOn(time)];
  const instants = times.map((said) => saidInstant(said, whenSaid(work), work.zone.timeZone));
  return instants.find((instant) => instant !== null && instant >= shift.startsAt - hour) ?? null;
}

function twelveHoursOn(time: string): string {
  const [hours = '', minutes = ''] = time.split(':');
  return `${String((Number(hours) + 12) % 24).padStart(2, '0')}:${minutes}`;
}

/** The shift as the search for a point knows it. */
export function soFar(work: Work, { view, checkIns }: Walked): PointsSoFar {
  const { places } = work.zone;
  const radiusMetres = patrolRules(work).pointRadiusMetres;
  return { kind: view.shift.kind, points: view.points, checkIns, places, radiusMetres };
}

/** The message as far as it tells which check-in it belongs to. */
export function sentOf(work: Work, told: CheckInTold): Sent {
  const { person, room, messageId, albumId, quotedMessageId, photos, correction, words } = told;
  const names =
    told.points.length > 0 || told.place !== '' || told.code !== null || told.position !== null || told.again;
  return {
    personId: person.id,
    roomId: room.id,
    messageId,
    albumId,
    quotedMessageId,
    photos,
    says: words.trim() !== '' || names,
    names: names || told.late || told.time !== null,
    correction,
    at: whenSaid(work),
  };
}

/** A check-in of which nothing is decided yet. */
export async function checkInFrom(work: Work, view: ShiftView, told: CheckInTold): Promise<CheckIn> {
  const at = saidAt(work, view, told);
  const receivedAt = whenSaid(work);
  const afterwards = told.late || (at !== null && receivedAt - at > afterwardsMs);
  return {
    id: work.ids.next<CheckInId>(work.now),
    token: work.ids.token(),
    shiftId: view.shift.id,
    n: null,
    placeId: null,
    state: 'asked',
    source: 'next',
    personId: await whoWasThere(work, view, told),
    byId: told.person.id,
    roomId: told.room.id,
    messageId: told.messageId,
    albumId: told.albumId,
    at: afterwards && at !== null ? Math.min(at, receivedAt) : receivedAt,
    receivedAt,
    afterwards,
    words: told.words.trim().slice(0, longestWords),
    ok: told.ok,
    photos: told.photos,
    position: told.position === null ? null : { lat: told.position.lat, lon: told.position.lon },
    distanceMetres: null,
    doubts: [forwarded(told.forwarded)].filter((doubt) => doubt !== null),
    replacesId: null,
  };
}

/** Whom it is done for: the one of the crew who is named, or, named in no way that we know, the only other one. */
async function whoWasThere(work: Work, { people }: ShiftView, { proxy, person }: CheckInTold): Promise<PersonId> {
  if (proxy.trim() === '') return person.id;
  const others = people.filter(({ personId, state }) => personId !== person.id && state !== 'leave');
  const named = namedPerson(await work.tx.people.byIds(others.map(({ personId }) => personId)), proxy);
  const [only, ...more] = others;
  return named?.id ?? (only !== undefined && more.length === 0 ? only.personId : person.id);
}
