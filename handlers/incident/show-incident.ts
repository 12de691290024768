import type { Incident } from '../../core/incident.ts';
import type { PublicNotice, Priority } from '../../core/notice.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { toCommand } from './command-rooms.ts';

/**
 * Shows the incident's present state on its card in every command room and squad room; waiting edits are replaced.
 * @returns how many rooms of the command see it
 */
export async function showIncident(work: Work, incident: Incident, priority: Priority = 'card'): Promise<number> {
  const seen = await showCommand(work, incident, priority);
  await toRooms(
    work,
    incident.squadRoomIds,
    { kind: 'squad_card', incidentId: incident.id },
    { priority, slot: `squad:${incident.id}` },
  );
  return seen;
}

/**
 * Shows what only the command's card tells: reports, photos, who has not answered or said no, promised arrivals. The squads'
 * card would be drawn for nothing.
 * @param choosing the card's buttons are the incident kinds just now
 */
export async function showCommand(
  work: Work,
  incident: Incident,
  priority: Priority = 'card',
  choosing = false,
): Promise<number> {
  work.notify({ about: 'incident', id: incident.id });
  const notice = { kind: 'command_card', incidentId: incident.id, ...(choosing && { choosing }) } as const;
  return toCommand(work, notice, { priority, slot: `command:${incident.id}` });
}

/** Says something new about the incident in every command room: edits make no sound, this does. */
export async function tellCommand(work: Work, notice: PublicNotice, priority: Priority = 'answer'): Promise<void> {
  await toCommand(work, notice, { priority });
}
