import { saysSwapBack } from '../core/swap-back-words.ts';
import { namedPerson } from '../core/named-person.ts';
import type { Person } from '../core/people.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import type { ShiftRequest } from '../core/shift.ts';
import { decideRequest } from '../handlers/patrol/decide-request.ts';
import { askSwapBack, swapsOf, type Swapped } from '../handlers/patrol/swap-back.ts';
import type { Heard } from './heard.ts';
import { daysSaid, isOn, tellLeave } from './leave-heard.ts';

/** No more than these are looked through, the newest first. */
const manyRequests = 100;

/**
 * 跟东03换回来, 换班取消: a swap that is asked for is taken back, and one that was granted is undone as a whole, when the other one and
 * a leader agree. Words about a swap of which there is none are answered where they are meant for the bot. True: dealt with.
 */
export async function routeSwapBack(heard: Heard): Promise<boolean> {
  const { work, person, room, message, reading } = heard;
  if (message.attachments.length > 0 || !saysSwapBack(message.text)) return false;
  if (room.kind === 'group' && room.teamId === null) return false;
  const open = await openSwap(heard);
  if (open !== null) {
    const verb = open.personId === person.id ? 'request_withdraw' : 'request_decline';
    const result = await decideRequest(work, open.token, person, verb);
    return tellLeave(heard, await work.tx.shifts.view(open.shiftId), result);
  }
  const swapped = await meant(heard, await swapsOf(work, person));
  if (swapped !== null)
    return tellLeave(heard, swapped.here, await askSwapBack(work, swapped, person, message.text.trim()));
  return reading.intent === 'leave_request' && tellLeave(heard, null, { kind: 'swap_none' });
}

/** The swap that this person asked for, or is asked for, and nobody has decided on; of one who is named, only theirs. */
async function openSwap(heard: Heard): Promise<ShiftRequest | null> {
  const { work, person } = heard;
  for (const request of await work.tx.shifts.undecidedRequests(manyRequests)) {
    const { personId, withPersonId, withShiftId, shiftId } = request;
    const otherId = personId === person.id ? withPersonId : withPersonId === person.id ? personId : null;
    if (otherId === null) continue;
    // Who has no night to give for it is asked to stand in.
    const exchange = withShiftId === null ? null : await work.tx.shifts.view(withShiftId);
    const nights = [await work.tx.shifts.view(shiftId), exchange].filter((view) => view !== null);
    if (nights.length > 0 && (await fits(heard, { nights, otherId }))) return request;
  }
  return null;
}

async function meant(heard: Heard, swaps: readonly Swapped[]): Promise<Swapped | null> {
  for (const one of swaps) if (await fits(heard, { nights: [one.here, one.there], otherId: one.otherId })) return one;
  return null;
}

/** Whether it is with whom the words name, and of a night that they name; where they name none, any. */
async function fits(
  heard: Heard,
  { nights, otherId }: { nights: readonly ShiftView[]; otherId: Person['id'] },
): Promise<boolean> {
  const { days } = daysSaid(heard);
  if (days.length > 0 && !days.some((day) => nights.some((view) => isOn(heard, view, day)))) return false;
  const mates = [otherId, ...nights.flatMap(({ people }) => people.map(({ personId }) => personId))];
  const others = (await heard.work.tx.people.byIds([...new Set(mates)])).filter(({ id }) => id !== heard.person.id);
  const named = namedPerson(others, heard.message.text);
  return named === null || named.id === otherId;
}
