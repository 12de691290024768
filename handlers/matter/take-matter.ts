import type { PersonId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import type { Person } from '../../core/people.ts';
import { askConsent } from '../dispute/ask-consent.ts';
import { tellTaken, withMediator } from '../dispute/hand-sessions.ts';
import { showWork } from '../dispute/show-work.ts';
import { traceMatter, type Work } from '../work.ts';
import { showCalled } from './call-in-danger.ts';
import { mayMediate } from './matter-room.ts';
import { offerSlot, setStandings, showAnew, thoseWho } from './matter-standings.ts';
import { isOpenToTake } from './offer-matter.ts';
import { endPointers } from './point-in-group.ts';
import { noteProgress } from './remind-owner.ts';
import { sayPrivately } from './say-privately.ts';
import { showAnswered } from './tell-unanswered.ts';

/**
 * Somebody takes it: of all who tap, exactly one has it, since each looks at it under its lock. The others' messages say so. Of a
 * dispute the sides are asked next whether they agree; of anything else work begins with it.
 */
export async function takeMatter(work: Work, seen: Pick<Matter, 'id'>, person: Person): Promise<MatterResult> {
  const matter = await work.tx.matters.lock(seen.id);
  if (matter === null) return { kind: 'matter_none' };
  if (matter.ownerId === person.id) return { kind: 'matter_taken', number: matter.number };
  if (!isOpenToTake(matter)) return { kind: 'matter_already', state: matter.state };
  if (!mayMediate(person, matter)) return { kind: 'matter_not_yours', why: 'take' };
  await handTo(work, matter, person, null);
  return { kind: 'matter_taken', number: matter.number };
}

/**
 * It is this person's from now on, and goes on where it was.
 * @param matter locked, and theirs to have
 * @param byId who handed it to them; null: they took it themselves
 */
export async function handTo(work: Work, matter: Matter, person: Person, byId: PersonId | null): Promise<void> {
  const taken = await give(work, matter, person, byId);
  await tellTeller(work, matter, taken);
  if (taken.kind === 'dispute' && taken.state === 'assigned') await askConsent(work, taken);
  else await showWork(work, taken, { moved: true });
  await noteProgress(work, taken);
  const now = (await work.tx.matters.byId(matter.id)) ?? taken;
  // Whoever did not ask for it hears of it.
  if (byId !== null) await showWork(work, now, { loud: true });
  await tellTaken(work, now);
}

/** Only a matter that waits for somebody moves on by it; a dispute that was on is accepted by whoever has it now. */
function stateOnceTaken({ kind, state }: Matter): Matter['state'] {
  const dispute = kind === 'dispute';
  if (state === 'reported' || state === 'screened') return dispute ? 'assigned' : 'accepted';
  return dispute && (state === 'accepted' || state === 'mediating') ? 'assigned' : state;
}

async function give(work: Work, matter: Matter, person: Person, byId: PersonId | null): Promise<Matter> {
  const asked = await thoseWho(work, matter, 'offered');
  const desk = await thoseWho(work, matter, 'desk');
  const state = stateOnceTaken(matter);
  const taken: Matter = {
    ...matter,
    state,
    ownerId: person.id,
    body: { ...withMediator({ ...matter, ownerId: person.id }), handedById: byId, unanswered: 0 },
    assignedAt: matter.assignedAt ?? work.now,
    acceptedAt: matter.acceptedAt ?? (state === 'accepted' ? work.now : null),
    dueAt: null,
    changedAt: work.now,
  };
  await work.tx.matters.put(taken);
  await setStandings(work, matter, { offered: [], owner: [person.id] });
  await work.tx.timers.cancel('matter_offer', matter.id);
  const { roomCode: room } = matter;
  if (byId === null) await traceMatter(work, matter, 'matter_taken', person.id, { room });
  else await traceMatter(work, matter, 'matter_assigned', byId, { room, owner: person.id });
  const others = [...new Set([...asked, ...desk])].filter((id) => id !== person.id);
  await showAnew(work, [...others, person.id], { kind: 'matter_offer', matterId: matter.id }, offerSlot(matter));
  await showCalled(work, taken);
  await showAnswered(work, taken);
  await endPointers(work, taken);
  return taken;
}

/** Whoever told hears that somebody has it. Of a clue nothing is said unasked: there is the receipt. */
async function tellTeller(work: Work, before: Matter, { id, tellerId, roomId, kind }: Matter): Promise<void> {
  if (tellerId === null || kind === 'crime_clue') return;
  const turn = before.assignedAt === null ? 'taken' : 'new_mediator';
  await sayPrivately(work, tellerId, { kind: 'matter_turn', matterId: id, turn }, { priority: 'answer' }, roomId);
}
