/** Whether what somebody told of is over: said outright, for a polite word ends no alarm. */
import { oneOf } from '../one-of.ts';
import type { Clause } from '../utterance.ts';
import { utterance } from '../utterance.ts';
import { tellsTrouble } from './trouble-words.ts';
import { asAnswer, welfareAnswer } from './welfare-answer.ts';

/**
 * `all`: everybody is well, or whoever told of it is, by name; `own`: whoever says so is, as far as their words go. `unclear`: that too,
 * beside words that tell something else. `nothing`: none of it.
 */
export type Over = 'all' | 'own' | 'unclear' | 'nothing';

/** So long is nothing that says only this. */
const longest = 120;

const everybody =
  '都|全(?:队|体|员|组|部)?|大家|大伙|所有人|两个?人|俩|三个?人|\\b(?:both|all of us|every(?:one|body))\\b';
/** 都 alone may be of points. */
const ofEverybody =
  "(?:我们|咱们?|俺们?|阿拉|人|队(?:里|员们?)|们)(?:现在|已经?)?都|全(?:队|体|员|组)|大家|大伙|所有人|两个?人|俩|三个?人|\\b(?:both|all of us|every(?:one|body))\\b|\\bwe(?:'re| are)? all\\b|\\ball (?:well|safe)\\b";
const some =
  "我们?|咱们?|俺们?|阿拉|人|队(?:里|员们?)|他们?|她们?|这(?:边|里)|一切|(?:all|we'?re|we|i'?m|i|us|he'?s|she'?s|he|she)\\b";
const besides = "已经?|现在|目前|也|是|真的|刚|挺|很|好了|报(?:个)?|(?:yes|yeah|it'?s|it is|am|is|are|were|now|of)\\b";
/** Nothing that is said to a request, a greeting or of a point as well: 没问题, 大家好, 过去了, all right. */
const over = oneOf(
  '平安(?:无事)?|平平安安|(?:没有?|没得|莫得|么得|冇|无)(?:什么|啥|大)?事(?:儿|情)?|没(?:有)?(?:什么|啥)?危险|没人(?:受)?伤|无恙|安(?:全|好)|脱(?:险|困)|得救|解[决除]|处理(?:好|完)|(?<=一切都?)正常|虚惊一场|误(?:报|会|按|触)|[按点发搞](?:错)',
  '(?:safe|out of danger|false alarm|sorted|solved|resolved|under control)\\b',
).source;
/** 都好 and "we are fine" say of whom; 好 and fine alone are said to anything. */
const overOfSomebody = '(?:(?<=[都挺很])好|ok)|(?:fine|well|ok(?:ay)?|good|clear|alright|all right)\\b';
const after = '(?:了|的|啦|咯|啊|呀|呢|哈|哦|嘞|now|again|here|thanks|thank you|\\s)*';

/** What may stand beside it: thanks, that nobody needs to come, that whoever it was about has gone. */
const beside = new RegExp(
  `^(?:${
    oneOf(
      '谢谢.*|辛苦.*|嗯+|哦+|好(?:的|了|咧|嘞)?|是的?|行|收到|yes|yeah|ok(?:ay)?|thanks?.*|sorry',
      '放心|(?:大家|你们)?(?:别|不用|不要|莫)(?:再)?(?:担心|挂念|惦记|操心|怕|急|打(?:电话)?|(?:过)?来)',
      '(?:人|他们?|她|对方|狗|蛇|醉汉|车子?|那(?:几个|些|个)?人)?(?:已经|都|也|全)*(?:走|跑|散|离开|回(?:去|家)|让开|放行|松开|开走|起来)',
      '(?:警察|民警|辅警|队长|保安|村干部)(?:已经|都)?(?:来|到)(?:过)?',
    ).source
  })(?:了|啦|啊|呀|哦|哈)*$`,
);

/**
 * Reads whether what was told of is over.
 * @param names what whoever told of it is called; none where the one who speaks told of it, or several did
 */
export function sayOver(text: string, names: readonly string[]): Over {
  if (text.length > longest) return 'nothing';
  const { plain, clauses } = utterance(asAnswer(text), {});
  const whose = namesIn(names);
  const outright = outrightWay(whose);
  const ofAll = new RegExp([ofEverybody, ...whose].join('|'));
  const said = clauses.filter(({ asks, words }) => !asks && outright.test(words));
  if (said.length === 0) return 'nothing';
  const fits = (clause: Clause): boolean => said.includes(clause) || isBeside(clause);
  if (tellsTrouble(plain) || !clauses.every(fits)) return 'unclear';
  return said.some(({ words }) => ofAll.test(outright.exec(words)?.slice(1).join('') ?? '')) ? 'all' : 'own';
}

function isBeside({ asks, words }: Clause): boolean {
  return !asks && (beside.test(words) || welfareAnswer(words) === 'well');
}

/** A clause that is of nothing else, with a group for what it is said of. */
function outrightWay(whose: readonly string[]): RegExp {
  const [somebody, more] = [[everybody, some, ...whose].join('|'), '(?:(?:' + besides + ')\\s*)*'];
  const before = `(?:(?:${somebody})\\s*${more})`;
  return new RegExp(
    `^(?:(${more}${before}*all (?:well|safe)\\b)|(${more}${before}*)(?:${over})|(${more}${before}+)(?:${overOfSomebody}))${after}$`,
  );
}

/** Names and call signs as they may stand in plain words, and 老王 of one whose name begins so. */
function namesIn(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const plain = name
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
    const first = /^[一-龥]{2,4}$/u.test(plain) ? plain.slice(0, 1) : '';
    return first === '' ? [plain] : [plain, `[老小阿]${first}`, `${first}(?:师傅|队长?|哥|姐|叔|伯)`];
  });
}
