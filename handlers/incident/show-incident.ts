import type { Incident } from '../../core/incident.ts';
import type { Notice, Priority } from '../../core/notice.ts';
import { toPurpose, toRooms } from '../say.ts';
import type { Work } from '../work.ts';

/** Shows the incident's present state on its card in every command room and squad room; waiting edits are replaced. */
export async function showIncident(work: Work, incident: Incident, priority: Priority = 'card'): Promise<void> {
  work.notify({ about: 'incident', id: incident.id });
  await showCommand(work, incident, { kind: 'command_card', incidentId: incident.id }, priority);
  await toRooms(
    work,
    incident.squadRoomIds,
    { kind: 'squad_card', incidentId: incident.id },
    { priority, slot: `squad:${incident.id}` },
  );
}

/** Shows the command rooms' card alone, as this notice says. */
export async function showCommand(
  work: Work,
  incident: Incident,
  notice: Extract<Notice, { kind: 'command_card' }>,
  priority: Priority = 'card',
): Promise<void> {
  await toPurpose(work, 'command', notice, { priority, slot: `command:${incident.id}` });
}

/** Says something new about the incident in every command room: edits make no sound, this does. */
export async function tellCommand(work: Work, notice: Notice, priority: Priority = 'answer'): Promise<void> {
  await toPurpose(work, 'command', notice, { priority });
}
