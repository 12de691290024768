import type { Matter, MatterKind } from '../core/matter.ts';
import type { Room } from '../core/people.ts';
import { askNext } from '../handlers/matter/ask-next.ts';
import { startMatter } from '../handlers/matter/start-matter.ts';
import { tellMatter } from '../handlers/matter/tell-matter.ts';
import { answer, type Heard } from './heard.ts';
import { talkFiles } from './continue-talk.ts';
import { toldIn } from './matter-heard.ts';
import { plainDispute } from './plain-dispute.ts';

/** Whoever goes on in the group so soon after was told already where to go. */
const pointedMs = 10 * 60_000;

/**
 * Begins what somebody starts in a group, and leaves there nothing but its number and the way into the direct chat, where it
 * goes on. What was said is kept with it, sealed, so that nobody has to say it twice.
 */
export async function startInGroup(heard: Heard, kind: MatterKind): Promise<true> {
  const { work, room, person, message } = heard;
  work.keepPrivate();
  const matter = await startMatter(work, { person, room: await directRoom(heard), kind, door: 'group', words: '' });
  const pointed = matter.begunAt !== work.now && work.now - matter.changedAt < pointedMs;
  const told = { ...toldIn(heard, matter), fileIds: await talkFiles(heard) };
  const about = told.about ?? (kind === 'dispute' ? plainDispute(told.words) : null);
  const next: Matter = told.words === '' ? matter : await tellMatter(work, matter, { ...told, about });
  if (pointed) return true;
  await answer(work, room, message, { kind: 'matter_pointer', matterId: matter.id, why: 'begun' });
  await askNext(work, next);
  return true;
}

/** Where this person can be written to: on the group's platform if possible; null: nowhere yet. */
async function directRoom({ work, room, person }: Heard): Promise<Room | null> {
  const channels = await work.tx.people.channelsOf(person.id);
  const channel = channels.find(({ platform }) => platform === room.platform) ?? channels[0];
  return channel === undefined ? null : work.tx.rooms.byId(channel.roomId);
}
