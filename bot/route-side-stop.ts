import { canStep } from '../core/dispute.ts';
import { dangersOf } from '../core/matter-danger.ts';
import type { MatterId } from '../core/ids.ts';
import { passOnWords } from '../handlers/dispute/pass-on-words.ts';
import type { Heard } from './heard.ts';
import { hasOpenCase } from './route-hazard-which.ts';
import { isDropWord } from './talk-word.ts';
import { answerPrivately } from './tell-result.ts';

/** At most so many are told apart by asking which one. */
const several = 5;

/**
 * 算了 after it was handed in: whoever told it, or is a side of it, is asked once with the button that ends it. Words that can as
 * well be said of a hazard of theirs are left to that. True: dealt with.
 */
export async function routeSideStop(heard: Heard): Promise<boolean> {
  const { work, room, person, message, orders } = heard;
  if (room.kind !== 'direct' || message.edited || heard.question !== null || !isDropWord(message.text)) return false;
  if (orders.length > 0 || !(await work.tx.matters.concerns(person.id)) || (await hasHazard(heard))) return false;
  const open = await work.tx.matters.ofPerson(person.id, ['teller', 'party'], { over: false, limit: several });
  const own = open.filter((matter) => canStep(matter, 'withdraw'));
  const [matter] = own;
  if (matter === undefined) return false;
  work.keepPrivate();
  const danger = own.find(({ body }) => body.danger !== null);
  if (danger !== undefined) return stayWith(heard, danger.id);
  if (own.length === 1) return answerPrivately(heard, { kind: 'matter_stop', matterId: matter.id });
  return answerPrivately(heard, { kind: 'matter_which', matterIds: own.map(({ id }) => id), about: 'words' });
}

/** Who is in danger and says 算了 is offered no way out of help: the numbers stand there again, and whoever has it hears the words. */
async function stayWith(heard: Heard, id: MatterId): Promise<boolean> {
  const { work, person, message } = heard;
  const matter = await work.tx.matters.lock(id);
  if (matter?.body.danger == null) return false;
  if (matter.ownerId !== null) await passOnWords(work, matter, person, message.text);
  return answerPrivately(heard, { kind: 'matter_safety', dangers: dangersOf(matter.body), matterId: id });
}

async function hasHazard({ work, person, room }: Heard): Promise<boolean> {
  if (await hasOpenCase(work, person)) return true;
  const drafts = await work.tx.hazards.draftsOf(person.id, room.id, work.now);
  return drafts.some(({ state }) => state === 'open' || state === 'offered');
}
