import type { FileId, IncidentId } from '../../core/ids.ts';
import type { Incident } from '../../core/incident.ts';
import type { InboundMessage } from '../../core/message.ts';
import type { Person, Room } from '../../core/people.ts';
import type { Work } from '../work.ts';
import { traceIncident } from '../work.ts';
import { showIncident } from './show-incident.ts';
import { showPhoto } from './show-photo.ts';

/** People send the picture first and the words after: so long before a report it still belongs to it. */
const beforeReportMs = 5 * 60_000;

/**
 * Keeps the references of what came with a message; the bytes are fetched later. Those of an incident are its evidence.
 * `person`: null where nobody can say who sent it.
 */
export async function keepFiles(
  work: Work,
  from: {
    room: Room;
    person: Person | null;
    message: Pick<InboundMessage, 'messageId' | 'attachments' | 'albumId'>;
    incidentId: IncidentId | null;
  },
): Promise<void> {
  const { room, person, message, incidentId } = from;
  for (const attachment of message.attachments) {
    const id = work.ids.next<FileId>(work.now);
    await work.tx.files.add({
      id,
      platform: room.platform,
      roomId: room.id,
      personId: person?.id ?? null,
      messageId: message.messageId,
      attachment,
      albumId: message.albumId ?? null,
      incidentId,
      subject: null,
      role: null,
      receivedAt: work.now,
      state: 'waiting',
      sha256: null,
      mime: null,
      sizeBytes: null,
      why: '',
      attempts: 0,
      dueAt: work.now,
      shownAt: null,
    });
    if (incidentId !== null) await traceIncident(work, { id: incidentId }, 'photo', person?.id ?? null, { file: id });
  }
  if (incidentId === null || message.attachments.length === 0) return;
  const incident = await work.tx.incidents.byId(incidentId);
  if (incident !== null) await showIncident(work, incident);
}

/**
 * What somebody sent into a room just before reporting joins the report: pictures and films that belong to nothing yet.
 * @returns how many
 */
export async function joinRecentFiles(
  work: Work,
  { room, person, incident }: { room: Room; person: Person; incident: Pick<Incident, 'id'> },
): Promise<number> {
  let joined = 0;
  for (const { id } of await work.tx.files.recentOf(room.id, person.id, work.now - beforeReportMs)) {
    const file = await work.tx.files.lock(id);
    // Somebody may have settled or joined it since it was found.
    if (file === null || file.incidentId !== null || file.subject !== null) continue;
    if (file.attachment.kind !== 'photo' && file.attachment.kind !== 'video') continue;
    const ours = { ...file, incidentId: incident.id };
    await work.tx.files.put(ours);
    await traceIncident(work, incident, 'photo', person.id, { file: id });
    if (ours.state === 'stored') await showPhoto(work, ours);
    joined += 1;
  }
  return joined;
}
