/** The round is done and everybody goes home. */
import { joined } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { peopleIn } from '../head-counts.ts';
import { oneOf } from '../one-of.ts';
import { wordsAt } from '../plain-text.ts';
import type { Meaning } from '../reading.ts';
import { distanceIn } from '../rescuers/reply-details.ts';
import { timeIn } from '../scene-details.ts';
import type { Utterance } from '../utterance.ts';
import { calmIn } from './calm.ts';
import { countedGear } from './handed-gear.ts';
import { isNoEnd } from './not-ended.ts';
import { pointsIn, pointsSaid } from './points.ts';
import { spanOf } from '../span.ts';
import type { Standing } from './standing.ts';

/** Words that end a shift wherever they stand. */
const ended = oneOf(
  '收队|收工|撤退|完事(?:了|$|[\\s,。!])|收岗|收班|撤队|撤岗|下岗(?!工|再)|下勤|下哨|解散|散队|散伙|归队(?:结束|完毕)|(?:巡逻|夜巡|巡夜|巡查|巡防|巡检|巡视|任务|执勤|值守|值班|今晚|今夜|本班|本次|上半夜|下半夜|白班|夜班|全部|工作)[^,。]{0,6}(?:结束|完成|完毕|收尾)(?:了)?|结束(?:了)?(?:今晚|今天|今夜|本次)?(?:的)?(?:巡逻|夜巡|任务|执勤|巡查)?$',
  '(?:^|[\\s,。!]|我们?|全部?|都|点位?|路线|一圈|全程|整条|[一二两三四五六七八九十\\d]+个点)(?:都|全|全部|也|已经?)*(?:巡|走|跑|打|拍|查|转)(?:逻|卡|查)?完(?:了|毕|成|啦)?(?=$|[\\s,。!])|(?:巡|走)(?:逻)?好(?:了)?(?=$|[\\s,。!])|(?:^|[\\s,。!]|我们?|大家|都)(?:回家|回去)(?:睡|休息|洗|了)|各回各家|(?:^|[\\s,。])结束了?(?=$|[\\s,。!])|(?:今[晚天夜])(?:就)?(?:到)?(?:这|此)(?:里|儿)?(?:了|结束|为止)?$|^下班(?:了|啦|咯|打个?卡|$|[\\s,。!])|[\\s,。!]下班(?:了|啦|咯)?(?=$|[\\s,。!])|(?:^|[\\s,。!]|都|我们)撤(?:了|啦|咯)?(?=$|[\\s,。!])|(?:整|弄|搞|干)完(?:了|毕)?(?=$|[\\s,。!])',
  "\\b(?:we(?:'re| are)? (?:all )?(?:finished|done)|done for (?:the (?:night|day)|tonight|today)|off (?:duty|shift)|shift (?:is )?(?:over|done|ended|finished)|patrol (?:is )?(?:over|done|complete[d]?|finished)|finished (?:for|our|the|patrol|tonight)|all (?:points|stops) (?:done|checked)|heading home|going home|signing (?:off|out)|sign(?:ed)? off|wrap(?:ped|ping) up|call(?:ing)? it a night)\\b|^(?:ok[ ,]*)?(?:all )?(?:done|finished)[ ,.!:]+[a-z: ]{0,9}\\d[\\d.]* ?(?:km|kilom)",
);
/** Still to come, asked for, of others, or long past. */
const unless = oneOf(
  '(?:准备|快要?|马上(?:要|就)?|等下|等会|待会|一会|差不多|打算|就要|可以|能|要不要|想|再[^,。]{1,8}(?:就|再|才))[^,。]{0,5}(?:收队|收工|下班|结束|撤|回去|回家|解散|收班)|(?:几点|什么时候|啥时候|多久)[^,。]{0,4}(?:收|下班|结束|撤|完)|(?:没|未|不|别|还没|不能|不许|不要|不得|提前|先别|不准)[^,。]{0,3}(?:收队|收工|下班|结束|撤|解散|收班|巡完|走完)|(?:收队|收工|下班|结束)(?:前|之前|后|以后|之后|的时候|时间|吃|来|一起|去|再|要|没|吗|喝|请)',
  '昨[晚天夜]|上次|前天|他们(?:组|队)?(?:都|已经)?(?:收|下班)|人家|你们(?:先|都)?(?:收|下班|回)|(?:南|北|东|西)边(?:走|巡)完|[a-z]区|(?:第一|头|前)?(?:一|半|两)(?:圈|遍|趟)(?:走|巡|转)完|还(?:有|剩|差|要)|(?<!明[晚天])(?:继续|接着)|现在往|再去|not done|before we|almost|nearly|when (?:do|are|is)',
);

/** 渡口没走 收队: said by itself it is the end, whatever is still missing. */
const byItself = /(?:^|[\s,。!])(?:收队|收工)(?:了|啦)?(?=$|[\s,。!])/;

/** 光启显示后门巡查完毕: of one place, and not of the round. */
const ofOnePoint =
  /(?:^|[\s,。:])(?![^\s,。]*(?:我们|今[晚天夜]|组|队|班|全|线|片|路段|任务|所有|各))[^\s,。:]{3,12}(?:巡查|巡检|检查|巡视|查看)完毕/;

/** Reads the end of a shift, or nothing. */
export function shiftEnd(heard: Utterance, standing: Standing): Meaning | undefined {
  if (standing === 'elsewhere') return undefined;
  const { plain, message } = heard;
  const at = spanOf(ended, plain);
  if (at === undefined || isNoEnd(heard) || isAsked(heard, at.start)) return undefined;
  if (unless.test(plain) && !byItself.test(plain)) return undefined;
  const words = plain.slice(at.start, at.end);
  // 3、4号点巡完 is two points and no end.
  const partly = /完|好/.test(words) && !/全部|个点/.test(words) && !/收队|收工|下班|结束|收班|回家/.test(plain);
  if (partly && pointsIn(heard, message.photos > 0).found.length > 0) return undefined;
  if (message.photos > 0 && (ofOnePoint.test(plain) || isOfPoints(heard))) return undefined;
  if (standing === 'team' && /^[\s,。!]*(?:下班|撤了|回家|回去|到这)/.test(words)) return undefined;
  const { fields, because } = endDetails(heard);
  return {
    intent: 'shift_end',
    confidence: /收队|收工|收班|结束|完/.test(words) ? 0.94 : 0.9,
    fields,
    because: [{ field: 'intent', words: wordsAt(heard.text, at.start, at.end) }, ...because],
  };
}

/** 寨门→停车场→活动室,下寨这段收工: a photo of several points closes these, unless they say that they go home. */
function isOfPoints(heard: Utterance): boolean {
  return !/收队|收班|下班|回家|解散|结束/.test(heard.plain) && pointsSaid(heard, false).found.length > 1;
}

/** How far they went, when, how it was, how many they are, and with which gear. */
export function endDetails(heard: Utterance): Finding {
  return joined(distanceIn(heard), timeIn(heard), calmIn(heard), peopleIn(heard), countedGear(heard));
}

function isAsked(heard: Utterance, at: number): boolean {
  return heard.clauses.some(({ asks, start, end }) => asks && start <= at && at < end);
}
