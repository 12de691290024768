import { tellCommand } from '../incident/show-incident.ts';
import type { Work } from '../work.ts';

/** Shows the command rooms which rescuers no channel reaches, before an incident and not during one. */
export async function tellUnreachable(work: Work): Promise<void> {
  const candidates = await work.tx.people.candidates();
  const unreachable = candidates.filter(({ channels, person }) => channels.length === 0 && person.duty !== 'off');
  if (unreachable.length === 0) return;
  const personIds = unreachable.map(({ person }) => person.id);
  await tellCommand(work, { kind: 'unreachable_people', personIds }, 'digest');
}
