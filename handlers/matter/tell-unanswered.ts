import { isLastWord } from '../../core/matter-unanswered.ts';
import type { Matter } from '../../core/matter.ts';
import type { Person } from '../../core/people.ts';
import { isSide } from '../../core/matter-permission.ts';
import { toCommand } from '../incident/command-rooms.ts';
import type { Work } from '../work.ts';
import { leadersOf } from './leaders-of.ts';
import { peopleSigned, roomNamed } from './matter-room.ts';
import { redrawFor, setStandings, thoseWho } from './matter-standings.ts';
import { sayPrivately } from './say-privately.ts';

/**
 * Nobody has taken it: whoever keeps the desk of a room on its way, nearest the end first, and the leaders of the zone hear its
 * number and who was asked, to ring. The desk can see what it is about; leaders cannot. Nothing reaches any of them: the command
 * group hears that something waits.
 */
export async function tellUnanswered(work: Work, matter: Matter): Promise<void> {
  const desk = await deskOf(work, matter);
  const before = await thoseWho(work, matter, 'desk');
  await setStandings(work, matter, { desk: [...before, ...desk.map(({ id }) => id)] });
  const told = new Map([...desk, ...(await leadersOf(work, matter))].map((person) => [person.id, person]));
  const notice = { kind: 'matter_unanswered', matterId: matter.id } as const;
  const priority = matter.urgent ? 'order' : 'answer';
  let reached = 0;
  for (const id of told.keys())
    if (await sayPrivately(work, id, notice, { priority, slot: unansweredSlot(matter) })) reached += 1;
  // The last time somebody hears it who is awake at any hour.
  if (reached > 0 && !isLastWord(matter)) return;
  const pointer = { kind: 'matter_pointer', matterId: matter.id, why: 'waiting' } as const;
  await toCommand(work, pointer, { priority });
}

const unansweredSlot = ({ id }: Pick<Matter, 'id'>): string => `matter-unanswered:${id}`;

/** Whoever was to ring around sees in the same message that nobody has to any more. */
export async function showAnswered(work: Work, matter: Matter): Promise<void> {
  const told = [...(await thoseWho(work, matter, 'desk')), ...(await leadersOf(work, matter)).map(({ id }) => id)];
  const standing = {
    notice: { kind: 'matter_unanswered', matterId: matter.id },
    slot: unansweredSlot(matter),
  } as const;
  for (const id of new Set(told)) await redrawFor(work, id, [standing]);
}

async function deskOf(work: Work, matter: Matter): Promise<Person[]> {
  for (const { room } of matter.body.route.toReversed()) {
    const desk = await peopleSigned(work, roomNamed(work, room)?.desk ?? []);
    const able = desk.filter((person) => !isSide(person, matter));
    if (able.length > 0) return able;
  }
  return [];
}
