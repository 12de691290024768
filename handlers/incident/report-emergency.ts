import type { IncidentKind } from '../../core/catalogue.ts';
import { findPlace } from '../../core/find-place.ts';
import type { IncidentId, ReportId } from '../../core/ids.ts';
import type { Incident } from '../../core/incident.ts';
import type { Position } from '../../core/message.ts';
import type { Person, Room } from '../../core/people.ts';
import { sameIncident } from '../../core/same-incident.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { setTimer } from '../set-timer.ts';
import { takeNumber } from '../take-number.ts';
import { traceIncident } from '../work.ts';
import { joinRecentFiles } from './keep-files.ts';
import { showIncident, tellCommand } from './show-incident.ts';

/** A telling that reads like an emergency, or the start of a drill. */
export interface EmergencyTelling {
  person: Person | null;
  /** Where it was said, and which message; null for the board, an API or a drill. */
  room: Room | null;
  messageId: string | null;
  words: string;
  kinds: readonly IncidentKind[];
  placeWords: string;
  placeCode?: string;
  position: Position | null;
  /** How many people are said to be in danger; null: nobody said. */
  people: number | null;
  drill: boolean;
  /** One of a crew on duty is hurt: the caller gives the officer their numbers. */
  crew?: true;
}

/** What takes longer from its teller to here is late: by then much may have changed. */
const lateMs = 2 * 60_000;

/** How long the next words of the same person count as details of the report. */
export const detailsWindowMs = 10 * 60_000;

/**
 * Takes a report of an emergency: it becomes a new incident for the officer to decide on, or joins the running one that it is
 * about. The room gets the 110/119/120 line at once; nothing else is decided by the machine.
 */
export async function reportEmergency(work: Work, telling: EmergencyTelling): Promise<Incident> {
  const place = findPlace(work.zone.places, {
    text: `${telling.placeWords} ${telling.words}`,
    ...(telling.placeCode === undefined ? {} : { code: telling.placeCode }),
  });
  const position = telling.position ?? place?.position ?? null;
  const known = telling.drill
    ? null
    : sameIncident(
        await work.tx.incidents.running(),
        {
          kinds: telling.kinds,
          placeId: place?.id ?? null,
          placeWords: telling.placeWords,
          position,
          personId: telling.person?.id ?? null,
          roomId: telling.room?.id ?? null,
          at: work.now,
        },
        work.zone.timing,
      );
  const incident: Incident =
    known === null
      ? await openIncident(work, {
          kind: telling.kinds[0] ?? 'trapped',
          words: telling.words,
          drill: telling.drill,
          placeWords: telling.placeWords === '' ? (place?.name ?? '') : telling.placeWords,
          placeId: place?.id ?? null,
          position,
          reporterId: telling.person?.id ?? null,
          reportRoomId: telling.room?.id ?? null,
        })
      : await join(work, known, { placeId: place?.id ?? null, placeWords: telling.placeWords, position });
  await work.tx.incidents.addReport({
    id: work.ids.next<ReportId>(work.now),
    incidentId: incident.id,
    personId: telling.person?.id ?? null,
    roomId: telling.room?.id ?? null,
    messageId: telling.messageId,
    words: telling.words,
    at: work.now,
  });
  await traceIncident(work, incident, known === null ? 'reported' : 'report_joined', telling.person?.id ?? null, {
    words: telling.words,
  });
  if (telling.room !== null && telling.person !== null)
    await joinRecentFiles(work, { room: telling.room, person: telling.person, incident });
  const heard = (await showIncident(work, incident, known === null ? 'order' : 'card')) > 0;
  const { saidAt = work.now } = work;
  if (known === null && work.now - saidAt > lateMs)
    await tellCommand(work, { kind: 'late_report', incidentId: incident.id, saidAt });
  if (telling.room !== null)
    await answerReporter(work, incident, telling, telling.room, { joined: known !== null, heard });
  return incident;
}

async function answerReporter(
  work: Work,
  incident: Incident,
  telling: EmergencyTelling,
  room: Room,
  how: { joined: boolean; heard: boolean },
): Promise<void> {
  const ask =
    incident.placeWords === '' && incident.position === null ? 'place' : telling.people === null ? 'people' : null;
  await toRooms(
    work,
    [room.id],
    { kind: 'emergency_line', incidentId: incident.id, ...how, ask, ...(telling.crew === true ? { crew: true } : {}) },
    {
      priority: 'order',
      ...(telling.messageId === null ? {} : { replyTo: telling.messageId }),
      ...(telling.person === null ? {} : { reader: telling.person.id }),
    },
  );
  if (telling.person === null) return;
  await work.tx.rooms.ask({
    roomId: room.id,
    personId: telling.person.id,
    kind: 'incident_details',
    subject: incident.id,
    expiresAt: work.now + detailsWindowMs,
  });
}

/** What a new incident begins with. */
export type NewIncident = Pick<
  Incident,
  'kind' | 'words' | 'drill' | 'placeWords' | 'placeId' | 'position' | 'reporterId' | 'reportRoomId'
>;

/** Opens an incident in the state `reported`, and sees to it that the officer is reminded until somebody decides. */
export async function openIncident(work: Work, begin: NewIncident): Promise<Incident> {
  const incident: Incident = {
    ...begin,
    id: work.ids.next<IncidentId>(work.now),
    number: await takeNumber(work, begin.drill ? 'D' : 'I'),
    token: work.ids.token(),
    state: 'reported',
    outcome: null,
    level: 'unclassified',
    officerId: null,
    reportedAt: work.now,
    confirmedAt: null,
    calledOutAt: null,
    stoodDownAt: null,
    closedAt: null,
    squadRoomIds: [],
    waves: 0,
    exhaustedAt: null,
  };
  await work.tx.incidents.add(incident);
  await setTimer(work, 'report_unanswered', incident.id, work.now + work.zone.timing.decisionReminderSeconds * 1_000);
  return incident;
}

/** What the second witness knows better is kept: a place where none was known. */
async function join(
  work: Work,
  incident: Incident,
  where: Pick<Incident, 'placeId' | 'placeWords' | 'position'>,
): Promise<Incident> {
  const joined: Incident = {
    ...incident,
    placeWords: incident.placeWords === '' ? where.placeWords : incident.placeWords,
    placeId: incident.placeId ?? where.placeId,
    position: incident.position ?? where.position,
  };
  await work.tx.incidents.put(joined);
  return joined;
}
