import type { ShiftView } from '../../core/ports/shifts.ts';
import { toPerson } from '../hazard/show-hazard.ts';
import { toCommand } from '../incident/command-rooms.ts';
import type { Work } from '../work.ts';
import { startSlot } from './ask-leave.ts';
import { leadersOf } from './leaders-of.ts';

/** Whoever asked so shortly before the start has a card that nobody has scrolled past. */
const freshMs = 10 * 60_000;

/** A shift begins and somebody's leave is undecided: their leaders are asked once more, loudly enough to be read now. */
export async function remindUndecided(work: Work, { shift }: Pick<ShiftView, 'shift'>): Promise<void> {
  for (const request of await work.tx.shifts.openRequests(shift.id)) {
    if (work.now - request.askedAt < freshMs) continue;
    const notice = { kind: 'shift_request', requestId: request.id } as const;
    const manner = { priority: 'reminder', slot: startSlot(request) } as const;
    let told = 0;
    for (const leader of await leadersOf(work, { shift })) {
      if (leader !== request.personId && (await toPerson(work, leader, notice, manner))) told += 1;
    }
    if (told === 0) await toCommand(work, notice, manner);
  }
}
