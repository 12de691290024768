import type { Instant } from '../../core/clock.ts';
import type { PersonId } from '../../core/ids.ts';
import { askAgainMs, isLastWord, toldUnanswered } from '../../core/matter-unanswered.ts';
import { isOver, type Matter, type PolicePush } from '../../core/matter.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import type { Person } from '../../core/people.ts';
import { setTimer } from '../set-timer.ts';
import { traceMatter, type Work } from '../work.ts';
import { setStandings, showAnew, thoseWho } from './matter-standings.ts';
import { nextFor, pushMs, pushSlot, sendPush } from './push-police.ts';
import { tellUnanswered } from './tell-unanswered.ts';

/** So often the same person is asked before the next one is. */
const timesAsked = 2;

/**
 * One of the three of a police matter has it, or whoever took a call for help is on the way. When all three have acknowledged,
 * nobody is asked any more.
 */
export async function acknowledgeMatter(work: Work, matter: Matter, person: Person): Promise<MatterResult> {
  if (isOver(matter)) return { kind: 'matter_already', state: matter.state };
  const own = matter.body.pushes.filter(({ personId }) => personId === person.id);
  if (own.length > 0 && own.every(({ acknowledgedAt }) => acknowledgedAt !== null))
    return { kind: 'matter_acknowledged' };
  const pushes = matter.body.pushes.map((push): PolicePush =>
    push.personId === person.id && push.acknowledgedAt === null ? { ...push, acknowledgedAt: work.now } : push,
  );
  await work.tx.matters.put({ ...matter, changedAt: work.now, body: { ...matter.body, pushes } });
  const to = own[0]?.to ?? null;
  await traceMatter(work, matter, 'matter_acknowledged', person.id, to === null ? {} : { to });
  if (pushes.length > 0 && pushes.every(({ acknowledgedAt }) => acknowledgedAt !== null))
    await work.tx.timers.cancel('matter_offer', matter.id);
  if (to !== null)
    await showAnew(work, [person.id], { kind: 'matter_push', matterId: matter.id, to }, pushSlot(matter));
  return { kind: 'matter_acknowledged' };
}

/**
 * Somebody of the three has not acknowledged in time: asked once more; after that the next of the same part has it. With nobody
 * left the leaders hear of it, and the one who is silent is asked on.
 * @param unreachable nothing reaches this one: the next is asked at once
 */
export async function askPushesAgain(work: Work, matter: Matter, unreachable: PersonId | null = null): Promise<void> {
  if (isOver(matter)) return;
  const silent = matter.body.pushes.filter(
    ({ acknowledgedAt, personId }) => acknowledgedAt === null && (unreachable === null || personId === unreachable),
  );
  let current = matter;
  let alone = false;
  for (const push of silent) {
    const patient = unreachable === null && (push.asked ?? 1) < timesAsked;
    const next = patient ? null : await nextFor(work, current, push.to);
    if (!patient && next === null) alone = true;
    const again = next === null ? { ...push, asked: (push.asked ?? 1) + 1 } : handedTo(push, next);
    current = withPush(next === null ? current : passedOn(work, current, push), push, again);
    if (next !== null || unreachable === null) await sendPush(work, current, again);
  }
  if (alone) current = toldUnanswered(current);
  await keepPushes(work, current, matter.body.pushes, nextAt(work, current, alone));
  if (alone) await tellUnanswered(work, current);
}

/** Null: those who lead have heard the last of it. */
function nextAt(work: Work, matter: Matter, alone: boolean): Instant | null {
  if (!alone) return work.now + pushMs(work);
  return isLastWord(matter) ? null : work.now + askAgainMs(matter);
}

const handedTo = ({ to }: PolicePush, { id }: Person): PolicePush => ({ to, personId: id, acknowledgedAt: null });

async function keepPushes(
  work: Work,
  matter: Matter,
  before: readonly PolicePush[],
  dueAt: Instant | null,
): Promise<void> {
  const { pushes } = matter.body;
  await work.tx.matters.put({ ...matter, dueAt, changedAt: work.now });
  const gone = new Set(before.map(({ personId }) => personId));
  const others = (await thoseWho(work, matter, 'co_owner')).filter((id) => !gone.has(id));
  await setStandings(work, matter, {
    owner: matter.ownerId === null ? [] : [matter.ownerId],
    co_owner: [...others, ...pushes.map(({ personId }) => personId)],
  });
  if (dueAt !== null && pushes.some(({ acknowledgedAt }) => acknowledgedAt === null))
    await setTimer(work, 'matter_offer', matter.id, dueAt);
}

function withPush(matter: Matter, old: PolicePush, push: PolicePush): Matter {
  const pushes = matter.body.pushes.map((one) => (one.to === old.to ? push : one));
  const ownerId = matter.ownerId === old.personId ? push.personId : matter.ownerId;
  return { ...matter, ownerId, body: { ...matter.body, pushes } };
}

function passedOn(work: Work, matter: Matter, { personId }: PolicePush): Matter {
  const pass = { personId, why: 'busy', at: work.now } as const;
  return { ...matter, body: { ...matter.body, passes: [...matter.body.passes, pass] } };
}
