import type { FileId, IncidentId } from '../../core/ids.ts';
import type { InboundMessage } from '../../core/message.ts';
import type { Person, Room } from '../../core/people.ts';
import type { Work } from '../work.ts';
import { traceIncident } from '../work.ts';
import { showIncident } from './show-incident.ts';

/** Keeps the references of what came with a message; the bytes are fetched later. Those of an incident are its evidence. */
export async function keepFiles(
  work: Work,
  from: { room: Room; person: Person; message: InboundMessage; incidentId: IncidentId | null },
): Promise<void> {
  const { room, person, message, incidentId } = from;
  for (const attachment of message.attachments) {
    const id = work.ids.next<FileId>(work.now);
    await work.tx.files.add({
      id,
      platform: room.platform,
      roomId: room.id,
      personId: person.id,
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
    if (incidentId !== null) await traceIncident(work, { id: incidentId }, 'photo', person.id, { file: id });
  }
  if (incidentId === null || message.attachments.length === 0) return;
  const incident = await work.tx.incidents.byId(incidentId);
  if (incident !== null) await showIncident(work, incident);
}
