/** What is said of a dispute beside its kind: sums, people, place, for whom, what is wished; and, for the intake, who the other side is. */
import type { DisputeKind } from '../../catalogue.ts';
import { finding, joined, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { numberOf, numeral } from '../numerals.ts';
import { isFindable, placeIn } from '../places.ts';
import type { Fields } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { otherSideIn } from './other-side.ts';
import { sumsSaid } from './sums.ts';

const secret =
  /匿名|(?:不要|别|不能|请勿|不想)[^,。]{0,6}(?:说(?:是|出)?(?:我|出去)|告诉(?:他|她|他们|别人|老板|房东)|讲(?:是|出)?我|透露|让(?:他们|老板|人|他|她|房东)?知道|写我|提我|公开我)|保密|anonymous|don't (?:say|tell) (?:it was|who|him|her|them)/;
const wished = new RegExp(
  '有没有女[^,。!?\\n]{0,8}|(?:(?:我)?(?:想|要|希望|最好|能不能|可不可以|麻烦|请|帮忙|但是要|但想)(?:是|能|帮我|你们|安排|给我)?[^,。!?\\n]{0,6}(?:和事嫂|喜哥|聪哥|调解室|调解员|女的|女(?:同志|调解|老师)|懂法|懂(?:一?点)?法律|律师|上门|周末|晚上|下班后|人(?:来)?(?:评|说说|劝|调|主持)|中间人|老师傅)[^,。!?\\n]{0,10})' +
    '|(?:找|请|约|去)(?:个|一个|一下)?(?:和事嫂|喜哥|聪哥|女(?:的)?调解员)[^,。!?\\n]{0,8}|prefer [^,.!?]{3,30}|(?:a )?(?:woman|female) mediator',
);
/** 替我妈说, 帮工友问, 我妈不识字 我帮她. */
const forOther =
  /(?:我)?(?:替|代|代表|帮)(?:着|一下)?(?<who>(?:我(?:的|们)?(?:家)?|一个|个)?(?:老?[爸妈爷奶公婆叔伯舅姑姨哥姐弟妹娘爹]{1,2}|爷爷|奶奶|外公|外婆|儿子|女儿|老公|老婆|邻居(?:阿姨|大爷|大妈|老人)?|朋友|同事|同学|工友|亲戚|老乡|老人|表[哥弟姐妹]|阿姨|室友|嫂子|姐夫|媳妇|岳[父母]|徒弟|闺蜜))(?=[^,。]{0,4}(?:说|问|讲|报|反映|申请|咨询|登记|写|求助|找|来|的|[\s,]|$))|(?<speaker>(?:我(?:的)?)?(?:老?[爸妈爷奶公婆叔伯舅姑姨哥姐弟妹娘爹]{1,2}|爷爷|奶奶|外公|外婆|邻居|工友|朋友|老人家?))[^。]{0,20}(?:不识字|不会(?:打字|用手机|写|讲普通话|说普通话)|讲不清楚?|说不清楚?|耳朵(?:不好|背))/;
const who =
  '(?:个|名|位)?(?:人(?!民|次|家|字|行|工(?!人))|工人|工友|民工|农民工|员工|老乡|同事|木工|瓦工|泥工|焊工|女工|[泥水电杂小临短][^,。\\d]{0,2}工(?!作|资|钱|地|厂|伤|程|头)|学徒|业主|村民|家长|租客|儿子|女儿|子女|户(?:人家)?|亲戚|people|workers|of us)';
const counted = new RegExp(`(?<![\\d.第块元])(?!一个人|一人)(${numeral})${who}`);
const ofUs = new RegExp(
  `(?:我们|咱们|俺们|一共|总共|共)\\s*[^,。\\d]{0,3}?(${numeral})\\s*(?:个(?=人|[\\s,。]|$|都|一起|是)|人|名)`,
);
const english = /\b(two|three|four|five|six|seven|eight|nine|ten) (?:of us|workers|people|men|brothers|sisters)\b/;
const englishNumbers = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const pair = /我(?:和|跟|同|与)我?(?:老婆|老公|弟弟?|哥哥?|爸|妈|姐|妹|儿子|老乡|工友|朋友)(?:两个?人|两口子|俩)?/;

/** Places that are the story's and no address. */
const storyPlace =
  /^(?:调解|法院|派出所|医院|卫生院|镇医院|厂|村委|公司|单位|工地|家|老家|娘家|学校|宿舍|出租|店|门口|隔壁|对门|楼|外面|超市|饭店|酒店|小区|房|屋|车间|网上|群|我家|他家|人行道|马路|路上|公家|屋后|门前|家门口|幼儿园|开发区|邻居|一楼|二楼|厂里|养猪场|ktv|浴室)|(?:医院|法院|调解室|派出所|司法所|仲裁院|公家路|4s店)$/;

/** Sums, people, place, secrecy, wish, and for whom it is said. `paying`: it is about a payment that was agreed. */
export function disputeDetails(heard: Utterance, paying = false): Finding {
  return joined(sumsSaid(heard, paying), peopleIn(heard), placeSaid(heard), secrecy(heard), wish(heard), proxy(heard));
}

/** A place that somebody else could find; of a story most places only say what happened where. */
export function placeSaid(heard: Utterance): Finding {
  const { fields, because } = placeIn(heard);
  const { place, placeCode } = fields;
  const keep = place !== undefined && isFindable(place) && !storyPlace.test(place);
  const kept: Fields = { ...(keep ? { place } : {}), ...(placeCode === undefined ? {} : { placeCode }) };
  return { fields: kept, because: because.filter(({ field }) => field in kept) };
}

function peopleIn(heard: Utterance): Finding {
  const match = counted.exec(heard.plain) ?? ofUs.exec(heard.plain);
  if (match === null) {
    const few = english.exec(heard.plain);
    if (few !== null)
      return finding(heard, 'people', englishNumbers.indexOf(few[1] ?? '') + 2, few.index, few.index + few[0].length);
    const both = pair.exec(heard.plain);
    const two = both !== null && /两|俩/.test(both[0]);
    return two ? finding(heard, 'people', 2, both.index, both.index + both[0].length) : nothing;
  }
  const said = numberOf(match[1] ?? '');
  if (said === undefined || said.value < 2) return nothing;
  const end = match.index + match[0].length;
  const people = finding(heard, 'people', Math.round(said.value), match.index, end);
  return said.approximate ? joined(people, finding(heard, 'approximate', true, match.index, end)) : people;
}

function secrecy(heard: Utterance): Finding {
  const match = secret.exec(heard.plain);
  return match === null ? nothing : finding(heard, 'anonymous', true, match.index, match.index + match[0].length);
}

function wish(heard: Utterance): Finding {
  const match = wished.exec(heard.plain);
  if (match === null) return nothing;
  const end = match.index + match[0].length;
  return finding(
    heard,
    'wish',
    heard.text.original.slice(heard.text.at[match.index], heard.text.till[end - 1]),
    match.index,
    end,
  );
}

function proxy(heard: Utterance): Finding {
  const match = forOther.exec(heard.plain);
  const said = match?.groups?.who ?? match?.groups?.speaker;
  if (match === null || said === undefined) return nothing;
  const start = match.index + match[0].indexOf(said);
  const end = start + said.length;
  return finding(heard, 'proxy', heard.text.original.slice(heard.text.at[start], heard.text.till[end - 1]), start, end);
}

const aboutMoney = new Set<DisputeKind>([
  ...(['wages', 'business_debt', 'loan', 'tenancy', 'consumer', 'contract', 'building_works'] as const),
  ...(['traffic', 'personal_injury', 'work_injury', 'dismissal'] as const),
]);
const besides = new Set<DisputeKind>(['neighbour', 'nuisance', 'land', 'property_management', 'village_affairs']);
const atWork = new Set<DisputeKind>(['wages', 'work_injury', 'dismissal']);

/** What is to be asked next: where, who the other side is, how much. */
export function needOf(heard: Utterance, kind: DisputeKind | undefined, fields: Fields): string | undefined {
  if (kind === undefined) return 'kind';
  if (besides.has(kind)) return fields.place === undefined && fields.placeCode === undefined ? 'place' : undefined;
  const named = otherSideIn(heard).firm !== '' || otherSideIn(heard).name !== '' || fields.place !== undefined;
  if (atWork.has(kind) && !named) return 'parties';
  if (aboutMoney.has(kind) && fields.amountYuan === undefined) return 'amount';
  return named ? undefined : 'parties';
}
