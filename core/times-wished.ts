import type { Instant } from './clock.ts';
import { isTimesAlone } from './mediator-words.ts';
import { mostTimes } from './session-steps.ts';
import { saidTimes } from './session-times.ts';

/** Longer words are about more than a time, and a person reads them. */
const longest = 40;
const asking =
  /能不能|能否|可不可以|可以|行不行|行吗|方便|有空|怎么样|如何|改到|换到|换成|[吗呢么]|[?？]|\b(?:can|could|free|works?|how about|what about|ok)\b/giu;
/** What was is told, and not asked for. */
const past = /昨|前天|上个?(?:周|星期|礼拜)|刚才|yesterday|last/iu;
const refusing = /(?<!行)不行|不可以(?!以)|来不了|去不了|没空|没时间|不方便|不在|上班|can['’]?t|cannot/iu;
/** What may stand beside a time that somebody asks for. */
const beside =
  /我这边|我们?|你们?|的话|那天|那|就|要不|才|只有|请问|麻烦|调解员?|老师|安排|一下|见面?|谈|改|换|\b(?:i|am|i'm|is|do|it|to|instead|me|for|please)\b/giu;

/**
 * The times that a side asks for in words of its own: 能不能明天下午3点, 周三不行，周五下午5点可以吗. Null: it asks for none, or speaks of more
 * than a time.
 */
export function timesWished(words: string, now: Instant, timeZone: string): readonly Instant[] | null {
  const text = words.normalize('NFKC').trim();
  if (text === '' || text.length > longest || past.test(text) || !RegExp(asking.source, 'iu').test(text)) return null;
  // Of 周三不行 nothing is wished; what is left says when it can be.
  const wanted = text
    .split(/[,，。;；!！\n]+/u)
    .filter((part) => !refusing.test(part))
    .join('，');
  const { times } = saidTimes(wanted, now, timeZone);
  if (times.length === 0 || !isTimesAlone(wanted.replace(asking, ' ').replace(beside, ' '))) return null;
  return times.slice(0, mostTimes);
}
