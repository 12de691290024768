import type { MatterId, MatterNoteId, OpeningId, PersonId, Token } from '../../core/ids.ts';
import { blankBody, type Matter, type MatterBody, type MatterNote, type Opening } from '../../core/matter.ts';
import { newMatter } from '../../core/new-matter.ts';
import type { Party } from '../../core/party.ts';

/** 23 November 2026, 10:00 in Shanghai; a Monday. */
export const matterAt = Date.UTC(2026, 10, 23, 2);
let count = 0;
function next(): string {
  return String((count += 1)).padStart(5, '0');
}

/** Somebody's telling that has just begun; whatever is given differs. */
export function matterOf(given: Partial<Matter> = {}): Matter {
  const n = next();
  return newMatter({
    id: `matter-${n}` as MatterId,
    number: `M-2611-${n.slice(1)}`,
    token: `mattertoken${n}` as Token,
    kind: 'dispute',
    begunAt: matterAt,
    changedAt: matterAt,
    ...given,
  });
}

/** What was said in a matter; whatever is given differs. */
export function bodyOf(given: Partial<MatterBody> = {}): MatterBody {
  return { ...blankBody, ...given };
}

/** One side of a dispute; whatever is given differs. */
export function partyOf(given: Partial<Party> = {}): Party {
  return {
    key: 'a',
    role: 'applicant',
    name: '',
    phone: '',
    personId: null,
    people: 1,
    proxy: null,
    consent: null,
    consentAt: null,
    ...given,
  };
}

export function matterNoteOf(matterId: MatterId, byId: PersonId, given: Partial<MatterNote> = {}): MatterNote {
  return { id: `matter-note-${next()}` as MatterNoteId, matterId, side: null, byId, at: matterAt, words: '', ...given };
}

export function openingOf(matterId: MatterId, askedById: PersonId, given: Partial<Opening> = {}): Opening {
  const n = next();
  return {
    id: `opening-${n}` as OpeningId,
    token: `openingtoken${n.slice(1)}` as Token,
    matterId,
    askedById,
    askedAt: matterAt,
    reason: '',
    decidedById: null,
    decidedAt: null,
    agreed: null,
    untilAt: null,
    ...given,
  };
}
