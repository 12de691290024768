import type { Matter } from '../core/matter.ts';
import { takeMatterTap } from '../handlers/matter/take-matter-tap.ts';
import { passOnWords } from '../handlers/dispute/pass-on-words.ts';
import type { Heard } from './heard.ts';
import { visitedNow } from './own-matters.ts';
import { hasOpenCase } from './route-hazard-which.ts';
import { tellResult } from './tell-result.ts';

const holds =
  /^(?:都|挺|很|蛮|现在)*(?:好|可以|行)(?:的|了|着呢|得很|啊)*$|^(?:都|已经)*(?:没问题|没事|解决|弄好|修好|办好|帮上忙?)了?$|^(?:all )?(?:good|fine|well)$/iu;
const fails =
  /^(?:还|又|还是)*(?:有问题|没(?:有)?(?:好|修好|弄好|解决|帮上忙?)|不行|不好|坏了|老样子)|^(?:not (?:yet|good|fixed)|no\b)/iu;

/**
 * The answer of somebody who was asked whether it holds, or helped: 都好, 还是不行, or more, which whoever has the matter reads. The card
 * says that one word is enough. True: dealt with.
 */
export async function routeVisited(heard: Heard): Promise<boolean> {
  const { work, room, person, message, question, orders } = heard;
  const text = message.text
    .normalize('NFKC')
    .trim()
    .replace(/[。.!！~～，,谢]+$/u, '');
  const value = holds.test(text) ? 'yes' : fails.test(text) ? 'no' : null;
  if (value === null || room.kind !== 'direct' || message.edited || question !== null || orders.length > 0)
    return false;
  const [matter, ...others] = await visitedNow(heard);
  if (matter === undefined || others.length > 0 || (await hasOpenCase(work, person))) return false;
  work.keepPrivate();
  const tap = { person, verb: 'matter_visit', value, words: message.text, roomId: room.id } as const;
  const result = await takeMatterTap(work, matter, tap);
  // What comes next is the owner's to know.
  if (result?.kind === 'matter_visited')
    return tellResult(heard, matter.id, { kind: value === 'no' ? 'matter_words_passed_on' : 'matter_noted' });
  return passVisited(heard, matter);
}

async function passVisited(heard: Heard, { id }: Matter): Promise<boolean> {
  const matter = await heard.work.tx.matters.lock(id);
  if (matter === null) return false;
  return tellResult(heard, matter.id, await passOnWords(heard.work, matter, heard.person, heard.message.text));
}
