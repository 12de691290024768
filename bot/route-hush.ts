import { dangersInWords } from '../core/matter-danger.ts';
import { plainTold } from '../core/matter-told.ts';
import { asksForSilence } from '../core/matter-worry.ts';
import type { Matter, MatterKind } from '../core/matter.ts';
import { passOnWords } from '../handlers/dispute/pass-on-words.ts';
import { showWork } from '../handlers/dispute/show-work.ts';
import { endSilence, keepSilent } from '../handlers/matter/keep-silent.ts';
import { tellMatter } from '../handlers/matter/tell-matter.ts';
import { toRooms } from '../handlers/say.ts';
import type { Heard } from './heard.ts';
import { handedIn, telling } from './own-matters.ts';

const few = 5;
/** What nobody near by may know of. */
const secret: ReadonlySet<MatterKind> = new Set<MatterKind>(['women_adviser', 'counselling', 'crime_clue']);

/**
 * 他在家了，别联系我: whoever has the matter is told, and nothing comes back that could light up on the phone but a mark on their own
 * words; until they write again nothing is said to them that nobody asked for. True: dealt with.
 */
export async function routeHush(heard: Heard): Promise<boolean> {
  const { work, room, person, message } = heard;
  if (room.kind !== 'direct') return false;
  if (!asksForSilence(message.text) || dangersInWords(message.text).length > 0) return writesAgain(heard);
  const found = await meant(heard);
  if (found === null) return writesAgain(heard);
  work.keepPrivate();
  const matter = await keepSilent(work, found, person.id);
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

/** Whoever asked for silence may be written to again; what they write is read as ever. */
async function writesAgain(heard: Heard): Promise<false> {
  const { work, person } = heard;
  if (!(await work.tx.matters.concerns(person.id))) return false;
  for (const { id, body } of await work.tx.matters.ofPerson(person.id, ['teller'], { over: false, limit: few })) {
    if (body.silentFor?.includes(person.id) !== true) continue;
    const matter = await work.tx.matters.lock(id);
    if (matter !== null) await showWork(work, await endSilence(work, matter, person.id));
  }
  return false;
}
