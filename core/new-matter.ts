import { blankBody, type Matter } from './matter.ts';

/** What a matter cannot be without; all else may be given too, and differs then. */
type MatterGiven = Pick<Matter, 'id' | 'number' | 'token' | 'kind' | 'begunAt'> & Partial<Matter>;

/** A matter of which nothing has been told yet. */
export function newMatter(given: MatterGiven): Matter {
  return {
    state: 'telling',
    outcome: null,
    door: 'chat',
    tellerId: null,
    roomId: null,
    roomCode: '',
    stop: 0,
    ownerId: null,
    need: null,
    urgent: false,
    reportedAt: null,
    assignedAt: null,
    acceptedAt: null,
    effectiveAt: null,
    endedAt: null,
    archivedAt: null,
    changedAt: given.begunAt,
    dueAt: null,
    forgetAt: null,
    forgottenAt: null,
    body: blankBody,
    ...given,
  };
}
