import type { PersonId } from '../../core/ids.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { spokenName } from '../../core/spoken-name.ts';
import type { PatrolResult } from '../../core/tap-result.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { keepWelfare, tellOfficer } from './check-silence.ts';
import { patrolRules } from './rules.ts';

/**
 * One of the crew does not find another: that one is asked whether all is well, and without an answer the officer is told with the
 * numbers; at once where the other one cannot be written to, is not the first who is missing, or somebody told of trouble. It ends when the other one is heard
 * of, or found, as somebody says. The shift must be locked before.
 */
export async function lookForMate(work: Work, view: ShiftView, byId: PersonId, mate: Person): Promise<PatrolResult> {
  const { welfare } = view.shift;
  const known = welfare?.missing?.ids ?? [];
  if (known.includes(mate.id)) return { kind: 'shift_already', by: '' };
  // Who told of trouble is still in it.
  const { trouble } = welfare ?? {};
  const told = trouble === undefined ? {} : { trouble };
  const missing = { ids: [...known, mate.id], toldById: welfare?.missing?.toldById ?? byId };
  const [channel] = await work.tx.people.channelsOf(mate.id);
  const who = spokenName(mate);
  if (channel === undefined || known.length > 0 || trouble !== undefined) {
    const asked = { step: 'officer', askedId: null, askedAt: work.now, missing, ...told } as const;
    await tellOfficer(work, { ...view, shift: { ...view.shift, welfare: asked } });
    return { kind: 'mate_missing', who, minutes: 0 };
  }
  await keepWelfare(work, view, { step: 'first', askedId: mate.id, askedAt: work.now, missing });
  const notice = { kind: 'welfare_check', shiftId: view.shift.id, step: 'first' } as const;
  await toRooms(work, [channel.roomId], notice, { priority: 'answer', reader: mate.id });
  return { kind: 'mate_missing', who, minutes: patrolRules(work).welfareMinutes };
}
