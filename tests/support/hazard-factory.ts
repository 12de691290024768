import type { Hazard, HazardReport } from '../../core/hazard.ts';
import type { HazardDraft } from '../../core/hazard-draft.ts';
import type { HazardDraftId, HazardId, HazardReportId, PersonId, RoomId, Token } from '../../core/ids.ts';

/** 23 November 2026, 10:00 in Shanghai; a Monday. */
export const hazardAt = Date.UTC(2026, 10, 23, 2);
let count = 0;

/** A hazard that was just reported; whatever is given differs. */
export function hazardOf(given: Partial<Hazard> = {}): Hazard {
  count += 1;
  return {
    id: `hazard-${count}` as HazardId,
    number: `H-2611-${String(count).padStart(4, '0')}`,
    token: `hazardtoken${String(count).padStart(5, '0')}` as Token,
    state: 'reported',
    outcome: null,
    kinds: ['fire_equipment'],
    severity: 'ordinary',
    grade: null,
    handling: null,
    words: '灭火器过期了',
    placeWords: '上桥村36号',
    placeId: null,
    position: null,
    area: '上桥村',
    people: null,
    ownerId: null,
    leaderId: null,
    officerId: null,
    fixedById: null,
    checkedById: null,
    reportedAt: hazardAt,
    gradedAt: null,
    assignedAt: null,
    acceptedAt: null,
    fixedAt: null,
    closedAt: given.state === 'closed' ? hazardAt : null,
    round: 1,
    roundAt: hazardAt,
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
    changedAt: hazardAt,
    ...given,
  };
}

/** A telling of a hazard by nobody in particular; whatever is given differs. */
export function hazardReportOf(given: Partial<HazardReport> = {}): HazardReport {
  count += 1;
  return {
    id: `hazard-report-${String(count).padStart(5, '0')}` as HazardReportId,
    hazardId: 'hazard' as HazardId,
    personId: null,
    anonymous: false,
    roomId: null,
    messageId: null,
    via: 'chat',
    words: '灭火器过期了',
    kinds: ['fire_equipment'],
    placeWords: '上桥村36号',
    placeId: null,
    position: null,
    fileIds: [],
    at: hazardAt,
    fromHazardId: null,
    ratingAskedAt: null,
    ...given,
  };
}

/** A report of which nothing is known yet; whatever is given differs. */
export function draftOf(given: Partial<HazardDraft> = {}): HazardDraft {
  count += 1;
  return {
    id: `draft-${count}` as HazardDraftId,
    token: `drafttoken${String(count).padStart(6, '0')}` as Token,
    state: 'open',
    personId: 'person-1' as PersonId,
    roomId: 'room-1' as RoomId,
    via: 'chat',
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
    startedAt: hazardAt,
    touchedAt: hazardAt,
    expiresAt: hazardAt + 3_600_000,
    hazardId: null,
    ...given,
  };
}
