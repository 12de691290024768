/** A yes that hangs on something first: 等我老婆回来看娃 我就能去. It is a standby, whatever else is said. */
import type { Hit } from '../phrase.ts';
import type { Utterance } from '../utterance.ts';

/** What has to happen first; putting on shoes does not count. */
const first =
  /等[^,。!?]{2,14}(?:回来|回家|到家|下班|换班|交班|接班|来接|来换|醒|睡着|结束|散会|完)|(?:分钟|小时|点|刻钟|钟头)(?:以?后|才)[^,。]{0,3}(?:下班|有空|能走|结束|交班)|(?:下班|交班|换班|送完|忙完|开完|吃完|办完)[^,。]{0,4}(?:再|才)/;
const then = /(?:就|才|再|应该)?(?:能|可以|去|来|走|过去|过来|出发|有空)/;
/** 能去 不过得等到八点下班: the same the other way round; minutes are no condition. */
const afterwards = /(?:得|要|需要|必须|还得)等(?:到)?(?![^,]{0,4}分)[^,]{0,6}(?:点|下班|换班|回来|完|以后|之后)/;
/** Said of a moment that is nearly over. */
const soon = /马上|立刻|立马|这就|就来|就到|就过[来去]|两分钟|\d分/;

/** The clause with the condition, where a yes comes after it. */
export function laterReply(heard: Utterance): Hit | undefined {
  if (!heard.answering) return undefined;
  const index = heard.clauses.findIndex(({ words }) => first.test(words) || afterwards.test(words));
  const clause = heard.clauses[index];
  if (clause === undefined || soon.test(heard.plain)) return undefined;
  const rest = [clause.words.replace(first, ''), ...heard.clauses.slice(index + 1).map(({ words }) => words)].join(' ');
  if (afterwards.test(clause.words) && index > 0)
    return { intent: 'standby', soft: false, clause, start: clause.start, end: clause.end };
  if (!then.test(rest) || /不[能去来]|[去来]不/.test(rest)) return undefined;
  return { intent: 'standby', soft: false, clause, start: clause.start, end: clause.end };
}
