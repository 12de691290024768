import type { RoomId } from '../../core/ids.ts';
import type { Person } from '../../core/people.ts';
import type { Erasure } from '../../core/ports/personal-data.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import type { Work } from '../work.ts';
import { leaveMatter } from './leave-matter.ts';

const manyMatters = 1_000;

/** 删除我的数据: says what goes and what stays, and asks once more. */
export async function askToErase(work: Work, person: Person, roomId: RoomId | null): Promise<MatterResult> {
  const notice = { kind: 'data_erase_sure', personId: person.id } as const;
  await sayPrivately(work, person.id, notice, { priority: 'answer' }, roomId);
  return { kind: 'data_sure' };
}

/**
 * Erases what is kept of somebody (PIPL, Art. 47). What others need stays without a name: orders, reports and check-ins of what
 * has ended, and the trace, whose chain stays whole. Open matters stay until they end. Somebody whom an order or a running
 * shift needs is asked to finish that first. Who stands in the zone file stays there: that book is its owner's.
 */
export async function eraseData(work: Work, person: Person): Promise<MatterResult> {
  if (await isNeeded(work, person)) return { kind: 'data_busy' };
  const kept = await leaveMatters(work, person);
  await work.tx.personalData.erase(person.id, work.now, person.callSign !== null);
  const subject = `person:${person.id}` as const;
  await work.tx.trace.append({ subject, what: 'data_erased', actorId: person.id, at: work.now, data: { kept } });
  return { kind: 'data_erased', kept };
}

/** The last step, once all their messages are gone. False: an open matter still needs to reach them. */
export async function finishErasing(work: Work, erasure: Erasure): Promise<boolean> {
  if ((await leaveMatters(work, { id: erasure.personId })) > 0) return false;
  await work.tx.personalData.finishErasure(erasure, work.now);
  return true;
}

async function isNeeded({ tx, now }: Work, person: Person): Promise<boolean> {
  const orders = await tx.incidents.currentOrders(person.id);
  if (orders.some(({ answer, safeAt }) => answer === 'open' || (answer === 'accepted' && safeAt === null))) return true;
  const shifts = await tx.shifts.current(person.id, null, now);
  return shifts.some(({ shift }) => shift.state === 'running');
}

/** How many matters they cannot be taken out of yet. */
async function leaveMatters(work: Pick<Work, 'tx' | 'now'>, { id }: Pick<Person, 'id'>): Promise<number> {
  const matters = await work.tx.matters.ofPerson(id, ['teller', 'party'], { over: true, limit: manyMatters });
  let kept = 0;
  for (const matter of matters) if (!(await leaveMatter(work, matter, id))) kept += 1;
  return kept;
}
