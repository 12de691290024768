import type { HazardDraftId, HazardId, PlaceId } from '../../core/ids.ts';
import type { TimerKind } from '../../core/ports/timers.ts';
import { weighPlace } from '../place/weigh-place.ts';
import type { Work } from '../work.ts';
import { endDraft } from './end-draft.ts';
import { raiseAlarm } from './raise-alarm.ts';
import { remindWaiting } from './remind-waiting.ts';
import { raiseThisMorning, sendDigests } from './send-digests.ts';
import { showHazardPhotos } from './show-hazard-photo.ts';

type HazardTimerKind = Extract<TimerKind, `hazard_${string}`>;

/** What each timer of hazards does when it falls due. The subject is a hazard's or a draft's id, or `zone`; behind a hazard's the stage of a photo, or who read of it this morning. */
export const whenHazardDue: Record<HazardTimerKind, (work: Work, subject: string) => Promise<void>> = {
  hazard_draft: (work, subject) => endDraft(work, subject as HazardDraftId),
  hazard_waiting: (work, subject) => remindWaiting(work, subject as HazardId),
  hazard_overdue: (work, subject) => raiseAlarm(work, subject as HazardId),
  hazard_morning: (work, subject) => raiseThisMorning(work, subject),
  hazard_digest: (work) => sendDigests(work),
  hazard_photo: (work, subject) => showHazardPhotos(work, subject),
  hazard_colour: (work, subject) => weighPlace(work, subject as PlaceId),
};
