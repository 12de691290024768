import type { Inbound, InboundChange, Language } from '../core/message.ts';
import type { TapResult } from '../core/tap-result.ts';
import type { Known } from '../handlers/people/know-sender.ts';
import { knowSender } from '../handlers/people/know-sender.ts';
import type { Work } from '../handlers/work.ts';
import { routeMessage } from './route-message.ts';
import { routeTap } from './route-tap.ts';

/** What a tap came to, and the language of whoever tapped. */
export interface TapOutcome {
  result: TapResult;
  language: Language;
}

/** Takes one event to its handler, inside the event's transaction. The answer is what a tap came to, null for other events. */
export async function route(work: Work, inbound: Inbound): Promise<TapOutcome | null> {
  const known = await knowSender(work, inbound);
  const { event } = inbound;
  if (event.kind === 'tap') {
    const result = await routeTap(work, known.person, event.data, 'button', known.room.id);
    return { result, language: known.person?.language ?? known.room.language };
  }
  if (event.kind === 'message') await routeMessage(work, inbound, event, known);
  else await routeChange(work, event, known);
  return null;
}

/** What happens to rooms and to the bot in them. Reactions, joins and leaves of people are kept in the inbox and answered by nothing. */
async function routeChange(work: Work, change: InboundChange, known: Known): Promise<void> {
  const { room, identity } = known;
  switch (change.kind) {
    case 'room_moved':
      await work.tx.rooms.put({ ...room, externalId: change.toExternalId });
      return;
    case 'bot_left':
      await work.tx.rooms.put({ ...room, state: 'gone' });
      await traceRoom(work, 'bot_left', room.id);
      return;
    case 'bot_joined':
      await work.tx.rooms.put({ ...room, state: 'open' });
      await traceRoom(work, 'bot_joined', room.id);
      return;
    case 'blocked':
      if (identity !== null) await work.tx.people.setIdentityState(identity.id, 'blocked');
      return;
    case 'unblocked':
      if (identity !== null) await work.tx.people.putIdentity({ ...identity, state: 'open', roomId: room.id });
      return;
    case 'reaction':
    case 'member_joined':
    case 'member_left':
    case 'other':
      return;
  }
}

async function traceRoom(work: Work, what: 'bot_joined' | 'bot_left', room: string): Promise<void> {
  await work.tx.trace.append({ subject: 'zone', what, actorId: null, at: work.now, data: { room } });
}
