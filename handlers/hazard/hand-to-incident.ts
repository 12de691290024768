import type { HazardDraft } from '../../core/hazard-draft.ts';
import type { Incident } from '../../core/incident.ts';
import type { PersonId, PlaceId, RoomId } from '../../core/ids.ts';
import { showPhoto } from '../incident/show-photo.ts';
import type { Work } from '../work.ts';
import { traceIncident } from '../work.ts';
import { hazardRules } from './rules.ts';
import { showDraftEnd } from './show-draft-end.ts';

/**
 * The report that somebody is telling here, when their next words are of danger to life: it ends, without a further message, because the
 * emergency is what goes on. Null: there is none, or it is of another place than the emergency and waits for its own answer.
 * @param at where the emergency is; null: its words name no place
 */
export async function endForEmergency(
  work: Work,
  personId: PersonId,
  roomId: RoomId,
  at: PlaceId | null,
): Promise<HazardDraft | null> {
  const windowMs = hazardRules(work).windowMinutes * 60_000;
  const drafts = await work.tx.hazards.draftsOf(personId, roomId, work.now);
  const last = drafts.findLast(({ state }) => state === 'open' || state === 'offered');
  const draft = last === undefined ? null : await work.tx.hazards.lockDraft(last.id);
  if (draft === null || (draft.state !== 'open' && draft.state !== 'offered')) return null;
  if (work.now - draft.touchedAt > windowMs) return null;
  if (at !== null && draft.placeId !== null && draft.placeId !== at) return null;
  await work.tx.hazards.putDraft({ ...draft, state: 'dropped' });
  await showDraftEnd(work, draft, 'emergency');
  await work.tx.timers.cancel('hazard_draft', draft.id);
  return draft;
}

/** The pictures of that report are the incident's, whenever they were sent. */
export async function handPhotosOver(work: Work, draft: HazardDraft, incident: Incident): Promise<void> {
  for (const id of draft.fileIds) {
    const file = await work.tx.files.lock(id);
    if (file === null || file.incidentId !== null) continue;
    const ours = { ...file, incidentId: incident.id, subject: null };
    await work.tx.files.put(ours);
    await traceIncident(work, incident, 'photo', draft.personId, { file: id });
    if (ours.state === 'stored') await showPhoto(work, ours);
  }
}
