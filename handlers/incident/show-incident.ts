import type { Incident } from '../../core/incident.ts';
import type { Notice, Priority } from '../../core/notice.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { toCommand } from './command-rooms.ts';

/**
 * Shows the incident's present state on its card in every command room and squad room; waiting edits are replaced.
 * @returns how many rooms of the command see it
 */
export async function showIncident(work: Work, incident: Incident, priority: Priority = 'card'): Promise<number> {
  work.notify({ about: 'incident', id: incident.id });
  const seen = await showCommand(work, incident, { kind: 'command_card', incidentId: incident.id }, priority);
  await toRooms(
    work,
    incident.squadRoomIds,
    { kind: 'squad_card', incidentId: incident.id },
    { priority, slot: `squad:${incident.id}` },
  );
  return seen;
}

/** Shows the command rooms' card alone, as this notice says. */
export async function showCommand(
  work: Work,
  incident: Incident,
  notice: Extract<Notice, { kind: 'command_card' }>,
  priority: Priority = 'card',
): Promise<number> {
  return toCommand(work, notice, { priority, slot: `command:${incident.id}` });
}

/** Says something new about the incident in every command room: edits make no sound, this does. */
export async function tellCommand(work: Work, notice: Notice, priority: Priority = 'answer'): Promise<void> {
  await toCommand(work, notice, { priority });
}
