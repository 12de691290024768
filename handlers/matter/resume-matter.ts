import type { MatterId, RoomId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { setTimer } from '../set-timer.ts';
import { traceMatter, type Work } from '../work.ts';
import { askNeed } from './ask-need.ts';
import { askNext } from './ask-next.ts';
import { dropMatter } from './drop-matter.ts';
import { tellerActor } from './hand-in.ts';
import { sayPrivately } from './say-privately.ts';
import { setTalkTimer, talkTimes } from './talk-timer.ts';

/**
 * Goes on where its teller stopped, in this room, however long ago: the question that stood there is put again. One that was let
 * be, or had ended by itself, is taken up again until it is forgotten.
 * @param matter locked
 */
export async function resumeMatter(work: Work, matter: Matter, roomId: RoomId | null): Promise<MatterResult> {
  const known = takenUp(work, matter, roomId);
  if (known === null) return { kind: 'matter_already', state: matter.state };
  await setTalkTimer(work, known);
  if (matter.state !== 'telling') await traceMatter(work, known, 'matter_resumed', tellerActor(known));
  const { need } = matter.need === null ? await askNext(work, known) : await askNeed(work, known, matter.need);
  return need === null ? { kind: 'matter_filed', number: matter.number } : { kind: 'matter_asked', need };
}

function takenUp(work: Work, matter: Matter, roomId: RoomId | null): Matter | null {
  const again = { roomId: roomId ?? matter.roomId, changedAt: work.now };
  if (matter.state === 'telling') return { ...matter, ...again };
  const lets = matter.state === 'ended' && matter.outcome === 'dropped';
  if (!lets || matter.forgottenAt !== null || (matter.forgetAt ?? 0) <= work.now) return null;
  return { ...matter, ...again, state: 'telling', outcome: null, endedAt: null, forgetAt: null };
}

/** Nobody has gone on with a half-told matter for a while: its teller is asked once, and after as long again twice it ends. */
export async function whenTalkDue(work: Work, subject: string): Promise<void> {
  const matter = await work.tx.matters.lock(subject as MatterId);
  if (matter?.state !== 'telling') return;
  const { remindAt, endAt } = talkTimes(work, matter);
  if (work.now < remindAt) return setTimer(work, 'matter_talk', matter.id, remindAt);
  if (work.now >= endAt) {
    await dropMatter(work, matter, 'silence');
    return;
  }
  await setTimer(work, 'matter_talk', matter.id, endAt);
  if (matter.tellerId === null) return;
  const notice = { kind: 'matter_resume', matterId: matter.id } as const;
  const slot = `matter-resume:${matter.id}`;
  await sayPrivately(work, matter.tellerId, notice, { priority: 'reminder', slot }, matter.roomId);
}
