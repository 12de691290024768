/** A time and nothing that says otherwise is a yes to an order: whoever says when is coming. */
import { durations } from '../durations.ts';
import type { Hit } from '../phrase.ts';
import type { Intent } from '../reading.ts';
import type { Utterance } from '../utterance.ts';

const bare =
  /^(?:ok|yes|sure|好的?|收到|我|大概|大约|约|差不多|估计|预计|要|得|再|还要|需要|i'?m |about |in |eta:?|~|\s)*(?:过来|过去|来|去|到)?(?:大概|大约|约|差不多)?(?:\d+(?:[-~到至]\d+)?[来多几余]?|[一二两三四五六七八九十廿半几来刻]+)\s*(?:个)?(?:半)?(?:分钟|分|刻钟|小时|个?钟头?|min(?:ute)?s?|把小时|把钟) ?(?:左右|吧|后|内|之内|以内|可以|能|就|的事|的样子)*(?:到|赶到|到达|到场|能到|到现场|away)?$/;
const clock =
  /^(?:我|大概|大约|预计|估计|能)*(?:\d{1,2}:\d{2}|\d{1,2}点(?:半|\d{1,2}分?)?|[一二两三四五六七八九十]{1,3}点(?:半|[一三]刻)?)(?:左右|前)?(?:能|可以)?(?:到|赶到|到达|到场)(?:现场)?$/;
const arriving =
  /(?:钟|分|小时|刻)[^,]{0,3}(?:到(?!家|期|时|底)|赶到|到达|到场|到现场|过[来去])|(?:预计|估计|大概)[^,]{0,6}到|(?:过[来去]|赶)[^,]{0,4}(?:\d|[一二两三四五六七八九十半])/;
const other = /回复|答复|开会|下班|以?后(?:才|再)|开始|集合|训练|休息/;

/** What may be said beside the time: 我在桥头 走过去三分钟 tells from where. */
const besides = new Set<Intent>(['received', 'situation', 'underway', 'arrived']);

/** 预计6分钟到 is a yes as much as a progress. */
const guessed = /^(?:我们?)?(?:预计|估计|大概|大约|约)/;

/** The clause that answers when, as a hit; only where nothing but 收到 or a remark was said beside it. */
export function timeReply(heard: Utterance, hits: readonly Hit[]): Hit | undefined {
  if (hits.some(({ intent, soft }) => !soft && !(besides.has(intent) && (intent !== 'arrived' || heard.answering))))
    return undefined;
  if (hits.some(({ intent }) => intent === 'underway') && !heard.answering) return undefined;
  for (const clause of heard.clauses) {
    if (clause.asks || other.test(clause.words)) continue;
    const words = clause.words.replace(/[啊呀哈吧哦的]+$/, '');
    const spoken = bare.test(words) || clock.test(words);
    const near = heard.answering && arriving.test(words) && durations(clause.words).length > 0;
    if (!spoken && !near) continue;
    if (hits.some(({ intent, clause: said }) => intent === 'underway' && !guessed.test(said.words))) return undefined;
    return {
      intent: heard.answering ? 'accept' : 'underway',
      soft: false,
      clause,
      start: clause.start,
      end: clause.end,
    };
  }
  return undefined;
}
