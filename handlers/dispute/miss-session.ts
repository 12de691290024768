import { invited, stepRefusal } from '../../core/dispute.ts';
import { isByAppointment, type Matter } from '../../core/matter.ts';
import type { PartyKey } from '../../core/party.ts';
import type { Person } from '../../core/people.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import type { Session } from '../../core/session.ts';
import { withSession } from '../../core/session-steps.ts';
import { traceMatter, type Work } from '../work.ts';
import { keepCourse } from './keep-course.ts';
import { planSession } from './plan-session.ts';
import { showWork } from './show-work.ts';
import { showSessions } from './tell-session.ts';
import { tellSides } from './tell-sides.ts';

/**
 * A side did not come. Nobody is blamed: all who were invited hear that another time will be found, and the owner is asked for
 * times. Coming is voluntary, so staying away is no refusal; only a clear no is (People's Mediation Act, Art. 17).
 * @param side null: nobody came
 */
export async function missSession(
  work: Work,
  matter: Matter,
  person: Person,
  side: PartyKey | null,
): Promise<MatterResult> {
  // An appointment of any other kind is part of the work that has begun.
  const refusal = isByAppointment(matter) && matter.state === 'accepted' ? null : stepRefusal(matter, 'miss');
  if (refusal !== null) return refusal;
  const session = missed(matter, side);
  if (session === undefined || (session.startsAt ?? Infinity) > work.now)
    return { kind: 'matter_not_yet', need: 'session' };
  const sides = invited(session, matter.body.parties).map(({ key }) => key);
  const absent = side === null ? sides : [...new Set([...session.absent, side])];
  const over: Session = { ...session, state: 'missed', absent };
  const body = withSession(matter.body, over);
  const kept = await keepCourse(work, { ...matter, body });
  await traceMatter(work, matter, 'session_missed', person.id, { session: session.n, side });
  await showSessions(work, kept, [over]);
  if (session.state === 'booked') {
    const turn = matter.kind === 'dispute' ? 'session_off' : 'missed';
    const notice = { kind: 'matter_turn', matterId: matter.id, turn } as const;
    await tellSides(work, kept, () => notice, 'answer', { sides });
  }
  await planSession(work, kept);
  await showWork(work, kept);
  return { kind: 'matter_times_wanted' };
}

/** The booked one to which this side was invited; of a second side that stayed away, the one that was missed just now. */
function missed({ body }: Matter, side: PartyKey | null): Session | undefined {
  const theirs = body.sessions.filter(
    (session) => side === null || invited(session, body.parties).some(({ key }) => key === side),
  );
  const booked = theirs.find(({ state }) => state === 'booked');
  const last = theirs.at(-1);
  return booked ?? (last?.state === 'missed' ? last : undefined);
}
