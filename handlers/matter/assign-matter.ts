import type { Matter } from '../../core/matter.ts';
import type { Person } from '../../core/people.ts';
import { isSide, type MatterRight } from '../../core/matter-permission.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { spokenName } from '../../core/spoken-name.ts';
import type { Work } from '../work.ts';
import { mayMediate, peopleSigned } from './matter-room.ts';
import { offerSlot, showGivenAway } from './matter-standings.ts';
import { isOpenToTake } from './offer-matter.ts';
import { privateRules } from './rules.ts';
import { sayPrivately } from './say-privately.ts';
import { handTo } from './take-matter.ts';

/**
 * Whoever leads, keeps its desk or has it hands it to a certain mediator, by name or by a button. No side of it is handed it, nor
 * anybody with a conflict of interest, nor a man where a woman was asked for; who hands it on sees nothing of it by that. A clue
 * that its officer has stays with them.
 * @param value a person's id, call sign or name
 */
export async function assignMatter(
  work: Work,
  matter: Matter,
  { person, value, rights }: { person: Person; value: string; rights: ReadonlySet<MatterRight> },
): Promise<MatterResult> {
  if (isSide(person, matter)) return { kind: 'matter_not_yours' };
  const owned = matter.ownerId !== null;
  if (owned ? isDone(matter) : !isOpenToTake(matter)) return { kind: 'matter_already', state: matter.state };
  if (owned && matter.kind === 'crime_clue' && !rights.has('owner')) return { kind: 'matter_not_yours' };
  const [to, another] = await named(work, matter, value);
  if (to === undefined) return { kind: 'matter_not_assigned', why: 'unknown' };
  if (another !== undefined) return { kind: 'matter_not_assigned', why: 'several' };
  if (!mayMediate(to, matter)) return { kind: 'matter_not_assigned', why: 'cannot' };
  if ((await work.tx.people.channelsOf(to.id)).length === 0) return { kind: 'matter_not_assigned', why: 'unreachable' };
  if (matter.ownerId !== to.id) await handOn(work, matter, to, person);
  return { kind: 'matter_assigned', number: matter.number, to: spokenName(to) };
}

/** What was agreed and done needs nobody else; nor what is still being told. */
function isDone({ state }: Matter): boolean {
  return state === 'telling' || state === 'performed' || state === 'ended' || state === 'archived';
}

/** Who takes such matters in any room, and is called that; the very name before one that only holds it. */
async function named(work: Work, matter: Matter, said: string): Promise<Person[]> {
  const wanted = said.normalize('NFKC').trim();
  if (wanted === '') return [];
  const rooms = privateRules(work).rooms.filter(({ matters }) => matters.includes(matter.kind));
  const inRooms = await peopleSigned(work, [...new Set(rooms.flatMap(({ mediators }) => mediators))]);
  const byRole = matter.kind === 'dispute' ? await work.tx.people.withRole('mediator') : [];
  const all = [...new Map([...inRooms, ...byRole].map((person) => [person.id, person])).values()];
  const called = ({ id, callSign, name }: Person): boolean =>
    [id, callSign, name, spokenName({ callSign, name })].includes(wanted);
  const exactly = all.filter(called);
  return exactly.length > 0 ? exactly : all.filter(({ name }) => wanted.length > 1 && name.includes(wanted));
}

async function handOn(work: Work, matter: Matter, to: Person, by: Person): Promise<void> {
  const before = matter.ownerId;
  await handTo(work, matter, to, by.id);
  if (before === null) return;
  await showGivenAway(work, matter, before);
  // Where nothing can be edited, and to be heard: it is not theirs any more.
  const notice = { kind: 'matter_offer', matterId: matter.id } as const;
  if (before !== by.id) await sayPrivately(work, before, notice, { priority: 'answer', slot: offerSlot(matter) });
}
