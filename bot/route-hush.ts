import { dangersInWords } from '../core/matter-danger.ts';
import { plainTold } from '../core/matter-told.ts';
import { asksForSilence } from '../core/matter-worry.ts';
import type { Matter, MatterKind } from '../core/matter.ts';
import { passOnWords } from '../handlers/dispute/pass-on-words.ts';
import { tellMatter } from '../handlers/matter/tell-matter.ts';
import { toRooms } from '../handlers/say.ts';
import type { Heard } from './heard.ts';
import { handedIn, telling } from './own-matters.ts';

/** What nobody near by may know of. */
const secret: ReadonlySet<MatterKind> = new Set<MatterKind>(['women_adviser', 'counselling', 'crime_clue']);

/**
 * 他在家了，别联系我: whoever has the matter is told, and nothing comes back that could light up on the phone but a mark on their own
 * words. True: dealt with.
 */
export async function routeHush(heard: Heard): Promise<boolean> {
  const { work, room, person, message } = heard;
  if (room.kind !== 'direct' || !asksForSilence(message.text) || dangersInWords(message.text).length > 0) return false;
  const matter = await meant(heard);
  if (matter === null) return false;
  work.keepPrivate();
  if (matter.ownerId === null) await tellMatter(work, { ...matter, need: null }, plainTold(message.text));
  else await passOnWords(work, matter, person, message.text);
  if (work.can(room.platform).react)
    await toRooms(
      work,
      [room.id],
      { kind: 'reaction', messageId: message.messageId, emoji: '👌' },
      { priority: 'answer' },
    );
  return true;
}

async function meant(heard: Heard): Promise<Matter | null> {
  const half = await telling(heard);
  const isSecret = ({ kind, body }: Matter): boolean => secret.has(kind) || body.danger !== null;
  if (half !== null) return isSecret(half) ? half : null;
  const found = (await handedIn(heard, ['teller'])).find(isSecret);
  return found === undefined ? null : heard.work.tx.matters.lock(found.id);
}
