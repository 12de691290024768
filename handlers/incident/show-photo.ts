import type { KeptFile } from '../../core/ports/files.ts';
import type { Work } from '../work.ts';
import { tellCommand } from './show-incident.ts';

/** A picture of an incident is stored: the command rooms see it. */
export async function showPhoto(work: Work, file: KeptFile): Promise<void> {
  if (file.incidentId === null || file.attachment.kind !== 'photo') return;
  await tellCommand(work, { kind: 'incident_photo', incidentId: file.incidentId, fileId: file.id }, 'reminder');
}
