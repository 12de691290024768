import { saidWorry, type Worry } from '../core/matter-worry.ts';
import type { Matter } from '../core/matter.ts';
import type { Heard } from './heard.ts';
import { handedIn } from './own-matters.ts';
import { hasOpenCase } from './route-hazard-which.ts';
import { readTalkWord } from './talk-word.ts';
import { answerPrivately } from './tell-result.ts';

/**
 * 要钱吗, 他会不会知道, 有人来了吗, after it was handed in: answered at once, by what is known. Asked of what may as well be a hazard or a
 * call-out of theirs, that is looked at first. True: dealt with.
 */
export async function routeWorry(heard: Heard): Promise<boolean> {
  const { work, room, person, message, question, orders } = heard;
  if (room.kind !== 'direct' || message.edited || question !== null || orders.length > 0) return false;
  const [matter] = await handedIn(heard, ['teller', 'party']);
  const worry = matter === undefined ? null : worryOf(message.text, matter);
  if (matter === undefined || worry === null) return false;
  if (worry === 'wait' && (await hasOpenCase(work, person))) return false;
  work.keepPrivate();
  return answerPrivately(heard, { kind: 'matter_worry', matterId: matter.id, worry });
}

/** 提交 once more, 接着说: whoever says it of what was handed in long ago wants to know how it stands. */
function worryOf(text: string, matter: Matter): Worry | null {
  const word = readTalkWord(text, { ...matter, need: null })?.name;
  return word === 'done' || word === 'skip' || word === 'go_on' ? 'wait' : saidWorry(text);
}
