import type { HazardDraft } from './hazard-draft.ts';
import type { Hazard, HazardReport } from './hazard.ts';

/** What a hazard cannot be without; all else may be given too, and differs then. */
type HazardGiven = Pick<Hazard, 'id' | 'number' | 'token' | 'kinds' | 'reportedAt'> & Partial<Hazard>;

/** A hazard as it is when it has just been told of: nobody has graded it, nobody has it, nothing is due. */
export function newHazard(given: HazardGiven): Hazard {
  return {
    state: 'reported',
    outcome: null,
    severity: 'ordinary',
    grade: null,
    handling: null,
    words: '',
    placeWords: '',
    placeId: null,
    position: null,
    area: '',
    people: null,
    ownerId: null,
    leaderId: null,
    officerId: null,
    fixedById: null,
    checkedById: null,
    gradedAt: null,
    assignedAt: null,
    acceptedAt: null,
    fixedAt: null,
    closedAt: null,
    round: 1,
    roundAt: given.reportedAt,
    terms: null,
    deadline: null,
    dueAt: null,
    alarms: 0,
    asked: null,
    draw: null,
    mergedIntoId: null,
    stateBeforeMerge: null,
    endWords: '',
    satisfaction: null,
    changedAt: given.reportedAt,
    ...given,
  };
}

type ReportGiven = Pick<HazardReport, 'id' | 'hazardId' | 'via' | 'at'> & Partial<HazardReport>;

/** A telling of which only that is known: by nobody, from nowhere. */
export function newHazardReport(given: ReportGiven): HazardReport {
  return {
    personId: null,
    anonymous: false,
    roomId: null,
    messageId: null,
    words: '',
    kinds: [],
    placeWords: '',
    placeId: null,
    position: null,
    fileIds: [],
    fromHazardId: null,
    ratingAskedAt: null,
    ...given,
  };
}

type DraftGiven = Pick<HazardDraft, 'id' | 'token' | 'personId' | 'roomId' | 'via' | 'startedAt' | 'expiresAt'> &
  Partial<HazardDraft>;

/** A report of which nothing has been told yet. */
export function newHazardDraft(given: DraftGiven): HazardDraft {
  return {
    state: 'open',
    tellerId: null,
    kinds: [],
    words: '',
    placeWords: '',
    placeId: null,
    placeChoices: [],
    unplaced: false,
    position: null,
    severity: 'ordinary',
    people: null,
    anonymous: false,
    fileIds: [],
    messageIds: [],
    albumIds: [],
    touchedAt: given.startedAt,
    hazardId: null,
    ...given,
  };
}
