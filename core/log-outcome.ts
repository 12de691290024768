/** What a line of a centre's log says about what came in: that it is dealt with, or that it is not yet. */

/** That it is dealt with, as a pattern: 修好, 已处理, 搞定, 没事了, done. 说好了 and 电话打通了 are none. */
export const finishing =
  '(?:[修盖装换补接弄搞办调清拆搬扶拖关堵抢][好完]|办结|搞定|弄妥|已(?:经)?(?:处[理置]|整改)|(?:处[理置]|整改)(?:完毕?|[好了掉])|(?:解决|修复|恢复|完成)(?:正常)?(?:了|(?=$|[供通来]))|完毕|了结|[结销]了|结案|结束了|销[号案单掉]|[清搬拖移挪抬]走了|(?:无需|不用|不必)(?:再)?(?:跟|管|处理)?|没(?:什么)?(?:事|问题)了|误报|虚惊一场|(?<![说讲约系排备量谈打就])好了(?=[啊哈啦]*$)|(?<![打接沟话])(?:行|可以|妥|正常|通|亮|找到)了(?=[啊哈啦]*$)|\\b(?:done|closed|solved|resolved|fixed|repaired|sorted|finished)\\b)';
const finish = new RegExp(finishing, 'giu');
/** Before it, or beside it in English: it is not so, or not yet, or nobody is sure. */
const notYet =
  /没|未|尚|不|无法|难|明[天早晚日]|后天|下周|等|待|马上|正在|准备|打算|预计|争取|才|快(?!递)|差|几乎|部分|一半|可能|好像|应该|估计|如果|要|什么时候|[几何]时|\b(?:not|never|yet|will|be|to|needs?|should|must|can['’]?t|cannot|tomorrow|almost|nearly|half|partly|if|when)\b|n['’]t\b/iu;
/** Before it: somebody is to do it. Of what is done one says 了 or 已. */
const wished = /让|叫|催|请|尽|必须|求|望|赶紧|派|[会能去来帮]|下午|晚上|今晚|稍后|回头/u;
/** Behind it: a question, a condition, only a part, or it broke again. */
const takenBack = /^了?(?:[吗么嘛没不]|一半|.{0,3}(?:[?？又再就才]|的话|告[诉知]|通知|回[电复话]))/u;
/** Of itself: it goes on. */
const goesOn =
  /又(?:坏|不|漏|断|停|倒|堵|犯|灭|裂|冒)|还(?:没|在|是不|不[亮通行])|仍|没好|\b(?:again|still|unresolved|unsolved)\b/iu;
/** A blank behind a no parts nothing: 还没 修好. */
const apart = /(没有?|未|不|明天|后天|等会儿?)\s+(?=\p{Script=Han})/gu;
const stops = /(?<=[?？])|[,，。;；!！、\n]+|(?<=[\p{Script=Han}\d])\s+|\s+(?=\p{Script=Han})/u;

/** What becomes of it by these words, the last of them that tell; null: they tell of neither. */
export function logOutcome(words: string): 'done' | 'open' | null {
  const clauses = words.normalize('NFKC').replaceAll(apart, '$1').split(stops);
  return clauses.map(ofClause).findLast((one) => one !== null) ?? null;
}

function ofClause(clause: string): 'done' | 'open' | null {
  const said = clause.trim().replace(/[.~\s]+$/u, '');
  const last = [...said.matchAll(finish)].at(-1);
  if (last === undefined) return goesOn.test(said) ? 'open' : null;
  const [words] = last;
  const before = said.slice(0, last.index);
  const after = said.slice(last.index + words.length);
  const isEnglish = /[a-z]/iu.test(words);
  if (notYet.test(isEnglish ? said : before) || takenBack.test(after) || goesOn.test(after)) return 'open';
  const isPast = /[已了]/u.test(before + words) || after.startsWith('了');
  return wished.test(before) && !isPast ? 'open' : 'done';
}
