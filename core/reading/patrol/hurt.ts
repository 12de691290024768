/** One of the crew is hurt on duty. Small injuries too: out there at night nobody can tell yet how bad it is. */
import { notNow } from '../danger/not-now.ts';
import { someone } from '../danger/somebody.ts';
import { oneOf } from '../one-of.ts';
import { wordsAt } from '../plain-text.ts';
import type { Meaning } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import type { Standing } from './standing.ts';

const limb =
  '(?:脚踝?|脚脖子|腿|膝盖|小腿|手指?|手腕|手臂|手掌|胳膊|胳膊肘|腰|头|额头|脸|眼睛|肩膀?|肋骨|鼻子|下巴|ankle|leg|knee|foot|hand|finger|wrist|arm|head|back|shoulder|eye)';
const fell =
  '(?:摔(?:了一?(?:大)?跤|倒|伤|下(?:去|来|坡|沟)|(?:进|到|在)?沟里|得不轻)|跌(?:了一?跤|倒|伤|进|下)|滑倒|绊倒|栽(?:倒|进|到)|踩空)';
/** Animals, traffic and sharp things, done to a person of the crew; 护栏被车撞了 is none. */
const mate =
  '(?:我|俺|[老小阿][一-龥]|[一-龥]\\d{2,3}|[一-龥]{1,2}(?:哥|姐|叔|师傅|队长?)|队员|队友|同伴|搭档)(?:刚刚?|刚才)?';
const hurts = oneOf(
  `${limb}(?:(?:给|被|让|不小心|好像|可能|也|都|又)[^,。]{0,5}?)?(?:崴|扭伤|扭了|扭到|划(?:破|伤|了|开)|割(?:破|伤|了|开)|砸(?:伤|了|到)|夹(?:伤|了|到)|烫伤|骨折|断了|脱臼|磕破|磕到|磕伤|摔(?:伤|破|断|了)|扎(?:破|伤|了|到)|刺(?:破|伤|到)|流血|出血|肿(?:了|起来))`,
  `(?:崴|扭)(?:了|到|伤)?(?:一下)?(?:脚|腰|腿|膝盖)|(?:划|割|磕|扎|刺)(?:破|伤|到)(?:了)?${limb}|${fell}`,
  `(?:^|[,。 ])(?:刚刚?|刚才)?${mate}?被(?:狗|蛇|野猪|马蜂|蜂|猫)[^,。]{0,4}(?:咬|蜇|叮|抓|拱)|${mate}被[^,。]{0,6}(?:撞|刮|划|扎|砸|夹|割|绊|烫|打)`,
  '(?:低血糖|中暑了?|抽筋了?走不|喘不(?:过|上)|心慌|胸(?:口)?(?:闷|痛|疼)|心(?:脏|口)(?:不(?:太)?(?:舒服|行)|难受|疼|痛|病)|头晕[^,。]{0,3}[,。 ]?(?:走|站|动)不|(?:走|站|动)不了了?$)',
  "\\b(?:twisted|sprained|broke|cut|hurt|injured|burn(?:ed|t)) (?:my|his|her|their|an?) (?:ankle|leg|knee|foot|hand|finger|wrist|arm|head|back|shoulder)\\b|\\b(?:is|am|i'm|are|got) (?:hurt|injured|bleeding|bitten)\\b|\\b(?:i|he|she|we|one of us|mate) (?:fell|slipped|has fallen|have fallen|was bitten|was hit)\\b",
);
/** It is told as a trifle, asked about, or comes with staying at home. */
const trifle =
  /没(?:什么)?(?:大)?(?:事|碍|问题|关系)|不要紧|不碍事|皮外伤|[要快]断|(?:走|累|爬|站)[^。]{0,10}(?:腿|脚|腰)[^,。]{0,2}断|(?<!不)放心|走得慢|慢慢走|(?<![不没]|没法)能走|快中暑|(?:休息|歇|缓|喝)[^,。]{0,4}(?:继续|就好|接着)|破(?:了)?点皮|没(?:受)?伤|创可贴|碘伏|差点|险些|小心|当心|注意|打球|跑步|上次|以前|老毛病|鞋|裤|衣|手机|帽|nearly|almost|be careful|no (?:harm|problem)|i(?:'m| am) fine/;
const stayingAway = /(?:今|明)[晚天夜][^,。]{0,6}(?:来|去|巡|上)不了|请(?:个|一天)?假|不来了|去不成|can'?t come/;
/** What happens to people that are met on the way is read as any danger is, or as a hazard that fells them. */
const passerBy = new RegExp(
  `${someone}[^,。]{0,8}(?:摔|跌|滑|绊|栽)|路人|行人|骑车的|(?:电瓶|自行|摩托|三轮|货)车[^,。]{0,4}(?:摔|滑)`,
);

/** Reads that somebody of a crew on duty is hurt, or nothing. */
export function hurtOnDuty(heard: Utterance, standing: Standing): Meaning | undefined {
  const { plain } = heard;
  if (standing !== 'on_shift' || trifle.test(plain) || stayingAway.test(plain) || passerBy.test(plain))
    return undefined;
  if (heard.clauses.every(({ asks }) => asks)) return undefined;
  const found = hurts.exec(plain);
  if (found === null || notNow(plain, found[0]) !== undefined) return undefined;
  const words = wordsAt(heard.text, found.index, found.index + found[0].length);
  return {
    intent: 'emergency',
    confidence: 0.95,
    fields: { kinds: ['person_down'], severity: 'emergency', injured: true },
    because: (['intent', 'kinds', 'injured'] as const).map((field) => ({ field, words })),
  };
}
