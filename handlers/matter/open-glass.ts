import type { OpeningId } from '../../core/ids.ts';
import type { Matter, Opening } from '../../core/matter.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import type { Person, Role } from '../../core/people.ts';
import { isSide, matterSight } from '../../core/matter-permission.ts';
import { setTimer } from '../set-timer.ts';
import { traceMatter, type Work } from '../work.ts';
import { rightsOf } from './look-at-matter.ts';
import { privateRules } from './rules.ts';
import { sayPrivately } from './say-privately.ts';

/** The slot of everything said of one opening. */
const slotOf = ({ id }: Pick<Opening, 'id'>): string => `opening:${id}`;

const deciding: readonly Role[] = ['leader', 'duty_officer', 'admin'];

/**
 * Somebody without a right to a matter asks to look, with a reason: any of the others who may is asked, one agrees or not. Who
 * may see it anyway sees it at once; whoever is a side of it asks for nothing.
 */
export async function askOpening(work: Work, matter: Matter, person: Person, reason: string): Promise<MatterResult> {
  const rights = await rightsOf(work, matter, person);
  if (matterSight(rights) === 'work') return { kind: 'opening_agreed', untilAt: work.now + openMs(work) };
  if (!rights.has('glass') || isSide(person, matter)) return { kind: 'matter_not_yours' };
  const waiting = (await work.tx.matters.openings(matter.id)).find(
    (one) => one.askedById === person.id && one.agreed === null,
  );
  if (waiting !== undefined) return { kind: 'opening_asked' };
  const opening: Opening = {
    id: work.ids.next<OpeningId>(work.now),
    token: work.ids.token(),
    matterId: matter.id,
    askedById: person.id,
    askedAt: work.now,
    reason,
    decidedById: null,
    decidedAt: null,
    agreed: null,
    untilAt: null,
  };
  await work.tx.matters.putOpening(opening);
  await traceMatter(work, matter, 'matter_opening_asked', person.id, { opening: opening.id });
  await setTimer(work, 'matter_opening', opening.id, work.now + openMs(work));
  for (const other of await secondPeople(work, matter, opening)) {
    const notice = { kind: 'opening_asked', openingId: opening.id } as const;
    await sayPrivately(work, other.id, notice, { priority: 'answer', slot: slotOf(opening) });
  }
  return { kind: 'opening_asked' };
}

const openMs = (work: Work): number => privateRules(work).openingMinutes * 60_000;

/** Who can agree: another one who commands, and no side of it. */
async function secondPeople(work: Work, matter: Matter, { askedById }: Opening): Promise<Person[]> {
  const found = new Map<string, Person>();
  for (const role of deciding) for (const person of await work.tx.people.withRole(role)) found.set(person.id, person);
  return [...found.values()].filter((person) => person.id !== askedById && !isSide(person, matter));
}

/** A second person agrees, for a while, or does not. Whoever has the matter hears who looks; both names stay in its trace. */
export async function decideOpening(work: Work, seen: Opening, person: Person, agreed: boolean): Promise<MatterResult> {
  const matter = await work.tx.matters.lock(seen.matterId);
  const opening = await work.tx.matters.opening(seen.id);
  if (matter === null || opening === null) return { kind: 'matter_none' };
  if (opening.askedById === person.id) return { kind: 'opening_own' };
  if (!(await rightsOf(work, matter, person)).has('glass') || isSide(person, matter))
    return { kind: 'matter_not_yours' };
  if (opening.agreed !== null) return asDecided(opening);
  const untilAt = agreed ? work.now + openMs(work) : null;
  const decided: Opening = { ...opening, decidedById: person.id, decidedAt: work.now, agreed, untilAt };
  await work.tx.matters.putOpening(decided);
  await traceMatter(work, matter, 'matter_opening_decided', person.id, { opening: opening.id, agreed });
  await tellDecided(work, matter, decided);
  if (untilAt === null) await work.tx.timers.cancel('matter_opening', opening.id);
  else await setTimer(work, 'matter_opening', opening.id, untilAt);
  return asDecided(decided);
}

function asDecided({ agreed, untilAt }: Opening): MatterResult {
  return agreed === true && untilAt !== null ? { kind: 'opening_agreed', untilAt } : { kind: 'opening_refused' };
}

async function tellDecided(work: Work, matter: Matter, opening: Opening): Promise<void> {
  const told = { kind: 'opening_told', openingId: opening.id } as const;
  await sayPrivately(work, opening.askedById, told, { priority: 'answer' });
  const { ownerId } = matter;
  if (opening.agreed === true && ownerId !== null && ownerId !== opening.askedById)
    await sayPrivately(work, ownerId, told, { priority: 'answer' });
  const asked = { kind: 'opening_asked', openingId: opening.id } as const;
  for (const other of await secondPeople(work, matter, opening))
    await sayPrivately(work, other.id, asked, { priority: 'card', slot: slotOf(opening) });
}

/** Nobody agreed in time: it is refused, and whoever asked hears so. One that was agreed to is over by itself. */
export async function openingDue(work: Work, subject: string): Promise<void> {
  const opening = await work.tx.matters.opening(subject as OpeningId);
  const matter = opening === null ? null : await work.tx.matters.lock(opening.matterId);
  if (opening === null || matter === null || opening.agreed !== null) return;
  const refused: Opening = { ...opening, agreed: false, decidedAt: work.now };
  await work.tx.matters.putOpening(refused);
  await traceMatter(work, matter, 'matter_opening_decided', null, { opening: opening.id, agreed: false });
  await tellDecided(work, matter, refused);
}
