import { invited } from '../../core/dispute.ts';
import type { Matter } from '../../core/matter.ts';
import type { PartyKey } from '../../core/party.ts';
import type { Session } from '../../core/session.ts';
import type { Work } from '../work.ts';
import { tellSides } from './tell-sides.ts';

/** The slot of what a side is asked of a session, which shows its answer later. */
export function sessionSlot({ id }: Pick<Matter, 'id'>, { n }: Pick<Session, 'n'>): string {
  return `matter-session:${id}:${String(n)}`;
}

/** Asks these sides, or all who are invited, which of the times suit them. */
export async function askTimes(
  work: Work,
  matter: Matter,
  session: Session,
  sides: readonly PartyKey[] = invited(session, matter.body.parties).map(({ key }) => key),
  again = false,
): Promise<void> {
  await tellSides(
    work,
    matter,
    ({ key: side }) => ({ kind: 'matter_times', matterId: matter.id, session: session.n, side }),
    again ? 'reminder' : 'answer',
    // An edit makes no sound: asked again it is a message of its own.
    { sides, ...(again ? {} : { slot: sessionSlot(matter, session) }) },
  );
}

/** These sides hear when a booked session is; with its calendar invitation. */
export async function tellBooked(
  work: Work,
  matter: Matter,
  session: Session,
  sides: readonly PartyKey[],
): Promise<void> {
  const notice = { kind: 'matter_session', matterId: matter.id, session: session.n, step: 'booked' } as const;
  await tellSides(work, matter, () => notice, 'answer', { sides });
}

/** Everybody who was invited hears that a booked session is off; with its calendar invitation. */
export async function tellOff(work: Work, matter: Matter, session: Session): Promise<void> {
  const sides = invited(session, matter.body.parties).map(({ key }) => key);
  const notice = { kind: 'matter_session', matterId: matter.id, session: session.n, step: 'off' } as const;
  await tellSides(work, matter, () => notice, 'answer', { sides });
}
