import type { PersonId } from '../../core/ids.ts';
import { dangersOf } from '../../core/matter-danger.ts';
import { isSide } from '../../core/matter-permission.ts';
import type { Danger, Matter } from '../../core/matter.ts';
import type { Person } from '../../core/people.ts';
import type { PrivateNotice } from '../../core/private-notice.ts';
import { tellCommand } from '../incident/show-incident.ts';
import type { Work } from '../work.ts';
import { peopleSigned } from './matter-room.ts';
import { offerSlot, redrawFor, setStandings, thoseWho } from './matter-standings.ts';
import { privateRules } from './rules.ts';
import { sayPrivately } from './say-privately.ts';

type Called = Pick<Matter, 'id' | 'body'>;

/** Each call is a message of its own, since an edit makes no sound: by its first danger, and by how many had the matter before. */
const dangerSlot = ({ id }: Called, danger: Danger, round: number): string =>
  `matter-danger:${id}:${danger}:${String(round)}`;

/**
 * Everybody whom the zone file puts on call; they work on it from now on, and see it. Where there is nobody, the duty officers
 * hear of it, who see the number and the danger alone. Should nothing reach any of them, the command does.
 * Whoever has the matter already hears of it beside them.
 * @param offeredNow it is being offered as well: whoever is called and offered it gets the call in place of the offer
 */
export async function callInDanger(
  work: Work,
  matter: Matter,
  dangers: readonly Danger[],
  offeredNow = false,
): Promise<void> {
  const [first] = dangers;
  if (first === undefined) return;
  const onCall = (await peopleSigned(work, privateRules(work).onCall)).filter((person) => !isSide(person, matter));
  const awake = onCall.filter(({ duty }) => duty !== 'off');
  const called = awake.length > 0 ? awake : onCall;
  if (called.length > 0) {
    const others = await thoseWho(work, matter, 'co_owner');
    await setStandings(work, matter, { co_owner: [...others, ...called.map(({ id }) => id)] });
  }
  const { id: matterId, ownerId } = matter;
  const later = ownerId === null ? {} : { later: true as const };
  const notice = { kind: 'matter_danger', matterId, dangers, ...later } as const;
  const offered = offeredNow
    ? [...(await thoseWho(work, matter, 'offered')), ...(await thoseWho(work, matter, 'desk'))]
    : [];
  const alone = dangerSlot(matter, first, matter.body.passes.length);
  const slot = (id: PersonId): string => (offered.includes(id) ? offerSlot(matter) : alone);
  if (ownerId !== null && !called.some(({ id }) => id === ownerId))
    await sayPrivately(work, ownerId, notice, { priority: 'order', slot: alone });
  if (await reaches(work, notice, slot, called)) return;
  if (await reaches(work, notice, slot, await officers(work, matter))) return;
  await tellCommand(work, { kind: 'matter_pointer', matterId: matter.id, why: 'waiting' }, 'order');
}

/** Whoever was called sees in the same messages who has it now, or that it needs somebody again. */
export async function showCalled(work: Work, matter: Called): Promise<void> {
  const dangers = dangersOf(matter.body);
  if (dangers.length === 0) return;
  const rounds = Array.from({ length: matter.body.passes.length + 1 }, (_, round) => round);
  const slots = rounds.flatMap((round) => dangers.map((danger) => dangerSlot(matter, danger, round)));
  const officersToo = (await work.tx.people.withRole('duty_officer')).map(({ id }) => id);
  const called: PersonId[] = [...(await thoseWho(work, matter, 'co_owner')), ...officersToo];
  const notice = { kind: 'matter_danger', matterId: matter.id } as const;
  for (const id of new Set(called))
    await redrawFor(
      work,
      id,
      slots.map((slot) => ({ slot, notice })),
    );
}

/** Calls them all; whether anything reaches one of them. */
async function reaches(
  work: Work,
  notice: PrivateNotice,
  slot: (id: PersonId) => string,
  people: readonly Person[],
): Promise<boolean> {
  let reached = false;
  for (const { id } of people)
    reached = (await sayPrivately(work, id, notice, { priority: 'order', slot: slot(id) })) || reached;
  return reached;
}

async function officers(work: Work, matter: Matter): Promise<Person[]> {
  const all = await work.tx.people.withRole('duty_officer');
  const free = all.filter((person) => !isSide(person, matter));
  const onDuty = free.filter(({ duty }) => duty === 'on_duty');
  return onDuty.length > 0 ? onDuty : free;
}
