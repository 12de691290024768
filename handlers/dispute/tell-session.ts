import { invited } from '../../core/dispute.ts';
import type { Matter } from '../../core/matter.ts';
import type { PartyKey } from '../../core/party.ts';
import type { Session } from '../../core/session.ts';
import type { Work } from '../work.ts';
import type { Standing } from '../matter/matter-standings.ts';
import { redrawSide, tellSides } from './tell-sides.ts';

/** The slot of what a side is asked of a session, which shows its answer later. */
export function sessionSlot({ id }: Pick<Matter, 'id'>, { n }: Pick<Session, 'n'>): string {
  return `matter-session:${id}:${String(n)}`;
}

/** Asked once more: an edit makes no sound, so that it is a message of its own. */
const againSlot = (matter: Pick<Matter, 'id'>, session: Session): string => `${sessionSlot(matter, session)}:again`;

/** Where a side was told when it is, or reminded of it; moved, it is told in a new message. */
export function bookedSlot(matter: Pick<Matter, 'id'>, session: Session, step: 'booked' | 'day'): string {
  return `${sessionSlot(matter, session)}:${step}:${String(session.sequence)}`;
}

/**
 * Draws anew what stands with the sides of sessions that were changed, booked or called off: what was asked says what came of it, what
 * was told of an earlier time says that it is past, and none keeps a button that does nothing any more.
 * @param sides these alone; missing: all that were invited
 */
export async function showSessions(
  work: Work,
  matter: Matter,
  sessions: readonly Session[],
  sides: readonly PartyKey[] | null = null,
): Promise<void> {
  for (const session of sessions)
    for (const party of invited(session, matter.body.parties))
      if (sides === null || sides.includes(party.key))
        await redrawSide(work, matter, party, ...standingOf(matter, session, party.key));
}

function standingOf(matter: Matter, session: Session, side: PartyKey): Standing[] {
  const about = { matterId: matter.id, session: session.n } as const;
  const asked = { kind: 'matter_times', ...about, side } as const;
  const past = { kind: 'matter_session', ...about, step: 'past' } as const;
  // What a booked one says now is true.
  const told = session.state === 'booked' ? session.sequence : session.sequence + 1;
  const slots = Array.from({ length: told }, (_, sequence) => ({ ...session, sequence })).flatMap((earlier) => [
    bookedSlot(matter, earlier, 'booked'),
    bookedSlot(matter, earlier, 'day'),
  ]);
  return [
    { notice: asked, slot: sessionSlot(matter, session) },
    { notice: asked, slot: againSlot(matter, session) },
    ...slots.map((slot) => ({ notice: past, slot })),
  ];
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
    { sides, slot: again ? againSlot(matter, session) : sessionSlot(matter, session) },
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
  await tellSides(work, matter, () => notice, 'answer', { sides, slot: bookedSlot(matter, session, 'booked') });
}

/** Everybody who was invited hears that a booked session is off; with its calendar invitation. */
export async function tellOff(work: Work, matter: Matter, session: Session): Promise<void> {
  const sides = invited(session, matter.body.parties).map(({ key }) => key);
  const notice = { kind: 'matter_session', matterId: matter.id, session: session.n, step: 'off' } as const;
  await tellSides(work, matter, () => notice, 'answer', { sides });
}
