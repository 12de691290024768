import type { PersonId } from '../../core/ids.ts';
import { isOver, type Matter } from '../../core/matter.ts';
import { platforms } from '../../core/message.ts';
import { isSide } from '../../core/matter-permission.ts';
import type { LaneClaim, SendOutcome } from '../../core/ports/outbox.ts';
import type { PrivateNotice } from '../../core/private-notice.ts';
import { noteConsent } from '../dispute/note-consent.ts';
import { toCommand } from '../incident/command-rooms.ts';
import { toDirect } from '../say.ts';
import type { Work } from '../work.ts';
import { askPushesAgain } from './acknowledge-matter.ts';
import { setStandings, thoseWho } from './matter-standings.ts';
import { isOpenToTake, offerOn } from './offer-matter.ts';
import { sayPrivately } from './say-privately.ts';
import { tellUnanswered } from './tell-unanswered.ts';

/**
 * What follows when a notice of a private matter did not reach its reader. It goes to the reader's next channel; when there is
 * none, whoever was asked to take it is asked no more, the next officer has it, and for all else whoever has the matter hears its
 * number and whom to ring.
 */
export async function settlePrivately(
  work: Work,
  claim: LaneClaim,
  outcome: SendOutcome,
  notice: PrivateNotice,
): Promise<void> {
  const { readerId } = claim.notice;
  await forgetTalk(work, claim, notice);
  if (outcome.kind !== 'dead' || outcome.reason === 'message_gone' || readerId === null) return;
  if (await sentElsewhere(work, claim, readerId, notice)) return;
  if (!('matterId' in notice) || notice.matterId === null || saidTwice.has(notice.kind)) return;
  const matter = await work.tx.matters.lock(notice.matterId);
  if (matter !== null) await reactTo(work, matter, readerId, notice);
}

/**
 * Whoever gave a clue without a name was told what they had to be, the receipt too: neither it nor what was asked before is kept.
 * Those who work on the clue are told of it as of others.
 */
async function forgetTalk(work: Work, { room, notice: { readerId } }: LaneClaim, notice: PrivateNotice): Promise<void> {
  if (!('matterId' in notice) || notice.matterId === null || readerId === null) return;
  if (!toItsGiver.has(notice.kind)) return;
  const matter = await work.tx.matters.byId(notice.matterId);
  if (matter?.kind !== 'crime_clue' || matter.tellerId !== null || matter.state === 'telling') return;
  if (matter.ownerId === readerId || (await work.tx.matters.people(matter.id)).some((one) => one.personId === readerId))
    return;
  work.tx.outbox.forgetTalk(room.id, { id: matter.id, slots: `matter-talk:${matter.id}:`, since: matter.begunAt });
}

/** What is said to whoever tells, or asks by the receipt. */
const toItsGiver: ReadonlySet<PrivateNotice['kind']> = new Set<PrivateNotice['kind']>([
  'matter_ask',
  'matter_resume',
  'matter_filed',
  'matter_result',
]);

/** What somebody asked for just now, and hears again when they ask again; and what is told of another's loss. */
const saidTwice: ReadonlySet<PrivateNotice['kind']> = new Set<PrivateNotice['kind']>([
  'matter_result',
  'matter_facts',
  'matter_ask',
  'matter_resume',
  'matter_which',
  'matter_link',
  'matter_unreached',
]);

/** The channels are tried in their order, each once. */
async function sentElsewhere(
  work: Work,
  { room, notice: { priority, slot, expiresAt } }: LaneClaim,
  reader: PersonId,
  notice: PrivateNotice,
): Promise<boolean> {
  const place = platforms.indexOf(room.platform);
  const later = (await work.tx.people.channelsOf(reader)).filter(({ platform }) => platforms.indexOf(platform) > place);
  const [next] = later;
  if (next === undefined) return false;
  await toDirect(work, next.roomId, notice, {
    priority,
    reader,
    ...(slot === null ? {} : { slot }),
    ...(expiresAt === null ? {} : { expiresAt }),
  });
  return true;
}

async function reactTo(work: Work, matter: Matter, reader: PersonId, notice: PrivateNotice): Promise<void> {
  if (notice.kind === 'matter_offer') return offerLost(work, matter, reader);
  if (notice.kind === 'matter_push') return askPushesAgain(work, matter, reader);
  if (notice.kind === 'matter_danger') return tellUnanswered(work, matter);
  if (notice.kind === 'matter_unanswered') {
    await toCommand(work, { kind: 'matter_pointer', matterId: matter.id, why: 'waiting' }, { priority: 'answer' });
    return;
  }
  if (notice.kind === 'matter_consent') await noteConsent(work, matter, notice.side, 'unreached', null);
  if (!isOver(matter) || notice.kind === 'matter_visit') await tellWhomToRing(work, matter, reader);
}

/** Nothing reaches somebody who was asked to take it: the others still can, and when nobody is left the next room is asked. */
async function offerLost(work: Work, matter: Matter, reader: PersonId): Promise<void> {
  if (!isOpenToTake(matter)) return;
  const offered = await thoseWho(work, matter, 'offered');
  if (!offered.includes(reader)) return;
  const others = offered.filter((id) => id !== reader);
  await setStandings(work, matter, { offered: others });
  if (others.length === 0 && matter.stop < matter.body.route.length) await offerOn(work, matter);
}

/** Of a side its owner hears, or the desk; of whoever has it those who lead. */
async function tellWhomToRing(work: Work, matter: Matter, reader: PersonId): Promise<void> {
  const notice = { kind: 'matter_unreached', matterId: matter.id, personId: reader } as const;
  const { ownerId } = matter;
  const toOwner = ownerId !== null && ownerId !== reader ? [ownerId] : [];
  const desk = toOwner.length > 0 ? [] : await thoseWho(work, matter, 'desk');
  let reached = 0;
  for (const id of [...toOwner, ...desk])
    if (id !== reader && (await sayPrivately(work, id, notice, { priority: 'answer' }))) reached += 1;
  if (reached > 0) return;
  for (const person of await work.tx.people.withRole('leader'))
    if (person.id !== reader && !isSide(person, matter))
      await sayPrivately(work, person.id, notice, { priority: 'answer' });
}
