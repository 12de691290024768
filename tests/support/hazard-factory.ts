import type { Hazard, HazardReport } from '../../core/hazard.ts';
import type { HazardDraft } from '../../core/hazard-draft.ts';
import type { HazardDraftId, HazardId, HazardReportId, PersonId, RoomId, Token } from '../../core/ids.ts';
import { newHazard, newHazardDraft, newHazardReport } from '../../core/new-hazard.ts';

/** 23 November 2026, 10:00 in Shanghai; a Monday. */
export const hazardAt = Date.UTC(2026, 10, 23, 2);
let count = 0;

/** A hazard that was just reported; whatever is given differs. */
export function hazardOf(given: Partial<Hazard> = {}): Hazard {
  count += 1;
  return newHazard({
    id: `hazard-${count}` as HazardId,
    number: `H-2611-${String(count).padStart(4, '0')}`,
    token: `hazardtoken${String(count).padStart(5, '0')}` as Token,
    kinds: ['fire_equipment'],
    words: '灭火器过期了',
    placeWords: '上桥村36号',
    area: '上桥村',
    reportedAt: hazardAt,
    closedAt: given.state === 'closed' ? hazardAt : null,
    roundAt: hazardAt,
    changedAt: hazardAt,
    ...given,
  });
}

/** A telling of a hazard by nobody in particular; whatever is given differs. */
export function hazardReportOf(given: Partial<HazardReport> = {}): HazardReport {
  count += 1;
  return newHazardReport({
    id: `hazard-report-${String(count).padStart(5, '0')}` as HazardReportId,
    hazardId: 'hazard' as HazardId,
    via: 'chat',
    words: '灭火器过期了',
    kinds: ['fire_equipment'],
    placeWords: '上桥村36号',
    at: hazardAt,
    ...given,
  });
}

/** A report of which nothing is known yet; whatever is given differs. */
export function draftOf(given: Partial<HazardDraft> = {}): HazardDraft {
  count += 1;
  return newHazardDraft({
    id: `draft-${count}` as HazardDraftId,
    token: `drafttoken${String(count).padStart(6, '0')}` as Token,
    personId: 'person-1' as PersonId,
    roomId: 'room-1' as RoomId,
    via: 'chat',
    startedAt: hazardAt,
    touchedAt: hazardAt,
    expiresAt: hazardAt + 3_600_000,
    ...given,
  });
}
