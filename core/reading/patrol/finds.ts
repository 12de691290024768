/** Things that were found or lost, and people who have lost their way. */
import { certain } from '../likeness/trust.ts';
import { finding, joined, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { oneOf } from '../one-of.ts';
import { placeIn } from '../places.ts';
import { wordsAt } from '../plain-text.ts';
import type { Meaning } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { timeSaid } from './points.ts';
import { spanOf } from '../span.ts';
import type { Standing } from './standing.ts';

const thing =
  '(?:钱包|皮夹子?|手机|身份证|驾驶?证|驾照|行驶证|银行卡|社保卡|证件|钥匙|背包|书包|挎包|手提包|包包?|袋子|现金|钱|手表|项链|戒指|耳环|耳机|平板|电脑|电动车|自行车|行李箱?|箱子|眼镜|头盔|车牌|工牌|饭卡|门禁卡|卡|衣服|外套|雨伞|医保卡|护照|公文|文件|快递|金子|首饰|手镯|相机|充电宝|狗|猫)';
const found = oneOf(
  `(?:捡|拾|拣|执)(?:到|了|得|起|获)[^,。!?]{0,12}?${thing}|(?:捡|拾|拣|执)到[^,。!?]{0,3}(?:一|两|个|串|部|只|张|件|台|本)|(?:地上|路边|草丛|椅子上|凳子上|路上|墙角|车旁|门口|发现|看到|有)[^,。!?]{0,8}(?:一|个|部|串|只|张|掉了?)[^,。!?]{0,4}${thing}[^。!?]{0,24}(?:落下|落在|遗落|遗忘|忘(?:拿|带|在)|没人|谁(?:的|丢|掉)|失主|不知道(?:是)?谁|无人|掉(?:的|在)|丢在)|${thing}[^,。!?]{0,3}(?:丢|放|落|掉|忘)(?:在|到)[^。!?]{0,16}(?:没人|半天|无人)|失主|招领|谁(?:丢|掉)(?:的|了)[^,。!?]{0,6}${thing}|${thing}[^,。!?]{0,4}谁(?:丢|掉)(?:的|了)`,
  "\\b(?:(?:left|forgot(?:ten)?|abandoned) (?:a |an |the |his |her |their )?[^,.!?]{0,16}(?:suitcase|bag|backpack|wallet|phone|purse|keys?)|(?:found|picked up) (?:a|an|some|someone's|somebody's|this|the) [^,.!?]{0,20}?(?:wallet|phone|keys?|bag|purse|id(?: card)?|card|watch|money|cash|backpack|passport|glasses|ring|bike))",
);
const lost = oneOf(
  `(?:有人|村民|居民|群众|路人|[有一]个[^,。]{1,6}|女的|男的|大爷|大妈|阿姨|老人|业主|司机|老乡)[^,。]{0,6}(?:说|报|讲|反映|求助)?(?:他|她|自己)?(?:的)?[^,。]{0,4}(?:丢|掉|遗失|不见)(?:了)?[^,。]{0,6}${thing}|(?:寻物|寻找失物|失物)|(?:有人|[有一]个[^,。]{1,6}|村民|群众|居民|业主|老乡|司机)[^,。]{0,8}${thing}[^,。]{0,4}(?:丢|掉|不见|遗失)(?:了)?|(?:^|[,。\\s])[我俺咱]的?[^,。\\s]{0,2}${thing}(?:好像|刚才|刚刚|可能)?(?:弄?丢|不见|遗失)了`,
  '\\blost (?:his|her|their|a|my) (?:wallet|phone|keys?|bag|purse|id|card)',
);
const ownGone = new RegExp(`^[我俺咱]的?${thing}(?:好像|刚才|刚刚|可能)?(?:弄?丢|不见|遗失)了`);
const unless =
  /哈哈|笑死|😂|便宜|捡到(?:宝|便宜|漏|钱了)|捡(?:柴|垃圾|瓶子|贝壳|栗子|菌)|对讲机|警灯|手电|反光|巡逻车|装备|昨[天晚]|上次|新闻|通知|演练|转发|故事|红包|[蟹鱼虾鸟蛋果柚菇笋]|捡到什么/;
const lostPerson = oneOf(
  '(?:捡|拾|拣)(?:到|了)(?:一)?个?[^,。]{0,6}(?:小孩|孩子|娃|老人|老头|老太|婴儿|女孩|男孩)|(?:小孩|孩子|娃娃?|小朋友|女孩|男孩|老人|老太太?|老头|老奶奶|老爷爷|大爷|大妈|阿婆|婆婆|奶奶|爷爷|阿公|老伯)[^。!?]{0,24}(?:找不到(?:家|大人|妈|爸|人|路|回)|不知道(?:家|住哪|回家|自己)|迷路|走散|走丢|走失|说不清(?:楚)?(?:家|住|名|自己|地址|话)|记不(?:得|清|起)(?:家|住|路|自己|回)|回不(?:了)?家|不记得(?:家|路|住)|(?:住|家)[^,。]{0,4}(?:说)?(?:不记得|记不得|不知道|说不清|想不起|讲不清)|没有?大人|没人(?:管|带|看)|一个人(?:在|站|哭|走|坐)[^,。]{0,8}(?:哭|路上|马路|街上|半夜))',
  "(?:lost|wandering) (?:child|kid|boy|girl|old (?:man|woman|lady)|elderly|grandma|grandpa)|(?:child|kid|boy|girl|old (?:man|woman|lady)) [^.!?]{0,24}(?:lost|can't find (?:his|her|the)|alone|doesn't (?:know|remember) where)",
);
const accompanied =
  /散步|遛|锻炼|聊天|跳舞|送(?:回|到)(?:家|了)|已(?:经)?(?:送|联系|回)|家(?:人|属)(?:来|接|到|已)|放学|没事|哈哈|我(?:家|儿|女|孙)|演练|昨[天晚]|上次|新闻/;

/** Reads that something was found or lost, or nothing. */
export function foundItem(heard: Utterance, standing: Standing): Meaning | undefined {
  const { plain, message } = heard;
  // Neighbours find each other's things without us; who tells the bot, or is on patrol, has it taken care of.
  if (standing === 'elsewhere' && message.room !== 'direct') return undefined;
  if (unless.test(plain)) return undefined;
  const gone = /[捡拾拣执]/.test(plain) ? undefined : spanOf(lost, plain);
  const where = gone ?? spanOf(found, plain);
  if (where === undefined) return undefined;
  const wanted = gone === undefined ? nothing : finding(heard, 'lost', true, gone.start, gone.end);
  const { fields, because } = joined(wanted, findDetails(heard));
  return {
    intent: 'found_item',
    // 我手机丢了 is told to a mate in the very words in which it is told to us.
    confidence: gone !== undefined && standing === 'on_shift' && ownGone.test(plain) ? certain : 0.93,
    fields,
    because: [{ field: 'intent', words: wordsAt(heard.text, where.start, where.end) }, ...because],
  };
}

/** Where and when. */
export function findDetails(heard: Utterance): Finding {
  return joined(placeIn(heard), timeSaid(heard));
}

/** A child or an old person who does not find home again: somebody must look now. Or nothing. */
export function lostSomebody(heard: Utterance, standing: Standing): Meaning | undefined {
  if (standing === 'elsewhere') return undefined;
  const at = spanOf(lostPerson, heard.plain);
  if (at === undefined || accompanied.test(heard.plain)) return undefined;
  const { fields, because } = joined(placeIn(heard), timeSaid(heard));
  return {
    intent: 'emergency',
    confidence: 0.96,
    fields: { kinds: ['missing_person'], severity: 'urgent', ...fields },
    because: [{ field: 'intent', words: wordsAt(heard.text, at.start, at.end) }, ...because],
  };
}
