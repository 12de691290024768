import type { RoomId, Token } from '../core/ids.ts';
import type { MatterVerb } from '../core/matter-verb.ts';
import type { Verb } from '../core/message.ts';
import type { TapResult } from '../core/tap-result.ts';
import type { Person } from '../core/people.ts';
import { takeMatterTap, takeOpeningTap } from '../handlers/matter/take-matter-tap.ts';
import type { Work } from '../handlers/work.ts';
import { tapTalk } from './route-matter-talk-tap.ts';

/**
 * A tap on a button of a private matter, or of a break-glass opening; null: the token is of neither. Where others read along
 * nothing is done, whoever tapped: a forwarded card answers nothing either.
 */
export async function routeMatterTap(
  work: Work,
  token: Token,
  act: { person: Person; verb: Verb; value: string; roomId: RoomId | null },
): Promise<TapResult | null> {
  if (!/^(?:matter|opening)_/.test(act.verb)) return null;
  const verb = act.verb as MatterVerb;
  const opening = await work.tx.matters.openingByToken(token);
  const matter = opening === null ? await work.tx.matters.byToken(token) : null;
  if (opening === null && matter === null) return null;
  if (await isGroup(work, act.roomId)) return { kind: 'matter_not_here' };
  if (opening !== null) return takeOpeningTap(work, opening, { person: act.person, verb });
  if (matter === null) return null;
  const told = await tapTalk(work, matter, act.person, { verb, value: act.value, roomId: act.roomId });
  const result = told ?? (await takeMatterTap(work, matter, { ...act, verb, words: '' }));
  return result ?? { kind: 'stale' };
}

async function isGroup(work: Work, roomId: RoomId | null): Promise<boolean> {
  return roomId !== null && (await work.tx.rooms.byId(roomId))?.kind === 'group';
}
