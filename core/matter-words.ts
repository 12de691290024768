import { disputeKinds, type DisputeKind } from './catalogue.ts';
import { numberOf, numeral } from './reading/numerals.ts';
import type { MatterRoom } from './zone/private-rules.ts';

const mobile = /(?<!\d)(?:\+?86[\s-]?)?(1[3-9]\d)[\s-]?(\d{4})[\s-]?(\d{4})(?!\d)/u;
const landline = /(?<!\d)0\d{2,3}[\s-]?\d{7,8}(?!\d)/u;

/** A phone number as digits alone, and the words without it. */
export function phoneIn(words: string): { phone: string; rest: string } | null {
  const text = words.normalize('NFKC');
  const found = mobile.exec(text)?.[0] ?? landline.exec(text)?.[0];
  if (found === undefined) return null;
  return { phone: plainPhone(found), rest: text.replace(found, ' ').trim() };
}

/** Digits alone, without the country's code, so that two ways of writing one number are the same. */
export function plainPhone(phone: string): string {
  const digits = phone.normalize('NFKC').replaceAll(/\D/g, '');
  return digits.length === 13 && digits.startsWith('86') ? digits.slice(2) : digits;
}

/** What stands before a name: 我叫, 对方是, 厂名叫, his name is. */
const beforeName =
  /^(?:我姓|我?(?:妈妈?|爸爸?|奶奶|爷爷|外婆|外公|婆婆|公公|老公|老婆|儿子|女儿|工友)(?:名字)?(?:叫做?|是)|(?:我|对方|他们?|她们?|人家|老板|厂|公司|单位|店)(?:的)?(?:公司|厂|店|老板)?(?:的)?(?:名字?|姓名|名称|全称)?(?:叫做?|是)|就是|是|叫|(?:(?:his|her|their|the) )?name(?: is|['’]s)|(?:i think )?it(?: is|['’]?s))\s*/iu;
/** 名字不知道, 电话不清楚: it says that there is none. */
const unknown =
  /(?:名字|姓名|真名|全名|电话|号码)?(?:我)?(?:也|都)?(?:不(?:知道|清楚|晓得|记得)|没有|忘了)(?:他|她|对方)?(?:的)?(?:名字|姓名|真名|全名|电话|号码|叫什么)?|(?:i )?(?:don['’]?t|do not) know(?: (?:his|her|their|the) (?:name|number|phone))?/giu;

/** The name in an answer to who somebody is: what is left without the number and without the words around it. */
export function nameIn(words: string): string {
  return words
    .normalize('NFKC')
    .replace(unknown, ' ')
    .trim()
    .replace(beforeName, '')
    .replace(/(?:没有?|无|冇)(?:得)?(?:电话|手机|联系方式)(?:的|了)?/gu, ' ')
    .replace(/(?:电话|手机号?|号码|微信|联系方式|tel|phone)\s*(?:是|:|：)?/giu, ' ')
    .replaceAll(/[\s,，。.;；:：、!！]+/gu, ' ')
    .trim()
    .slice(0, 60);
}

const counted = new RegExp(
  `(?:我们|咱们|一共|总共|共|有)[^,。\\d]{0,4}?(${numeral})\\s*(?:多)?(?:个|名|位)?(?:人|工人|工友|同事|户|家|村民|员工)|(?:我们|咱们)\\s*(${numeral})个(?!月|小时|星期|工)|(${numeral})\\s*(?:个|名|位)(?:工人|工友|同事|村民|员工|民工)`,
  'u',
);
const onlyOne = /^(?:就|只有)?(?:我)?(?:自己|一个人|1个人|一个|我一个人?|just me|only me)$/iu;

/**
 * How many people words name.
 * @param asked it was asked, so a bare number is one
 */
export function saidPeople(words: string, asked: boolean): number | null {
  const text = words.normalize('NFKC').trim();
  if (asked && onlyOne.test(text.replaceAll(/[,。.!\s]/gu, ''))) return 1;
  const match = counted.exec(text);
  const said = match?.[1] ?? match?.[2] ?? match?.[3] ?? (asked ? new RegExp(numeral, 'u').exec(text)?.[0] : undefined);
  const value = said === undefined ? undefined : numberOf(said)?.value;
  return value === undefined || value < 1 || value > 100_000 ? null : Math.round(value);
}

const forAnother =
  /(?:我)?(?:替|帮|代)(?:我)?(?<who>爸妈?|妈妈?|父母|爷爷|奶奶|外公|外婆|老婆|老公|丈夫|妻子|儿子|女儿|弟弟?|哥哥?|姐姐?|妹妹?|朋友|邻居|同事|亲戚|工友|老人|公公|婆婆|岳父|岳母|[\p{Script=Han}]{1,3})(?:来)?(?:问|说|反映|申请|登记|报|咨询|打听|写|讲)|(?:for|on behalf of) my (?<whom>mother|father|parents|mum|mom|dad|wife|husband|son|daughter|brother|sister|friend|neighbou?r)/iu;

/** Whom somebody speaks for, in their words (妈, 邻居); '' for themselves. */
export function saidProxy(words: string): string {
  const groups = forAnother.exec(words.normalize('NFKC'))?.groups;
  return groups?.['who'] ?? groups?.['whom'] ?? '';
}

const wantsWoman =
  /女(?:的|士)?(?:调解员|同志|干部|老师|律师|顾问|工作人员)|(?:找|要|派|来|换)(?:个|一个|位|一位)?女(?!儿|婿|友|朋友)|最好(?:是|找)?个?女的?|\bwoman\b|\bfemale\b/iu;
const pressing =
  /很急|着急|急死|加急|紧急|急用|越快越好|尽快|马上|今天就|赶紧|等不(?:了|起|及)|urgent|as soon as possible|asap/iu;

/** Whether a woman is asked for. */
export function asksForWoman(words: string): boolean {
  return wantsWoman.test(words.normalize('NFKC'));
}

/** Whether words say that it cannot wait. */
export function saysUrgent(words: string): boolean {
  return pressing.test(words.normalize('NFKC')) && !/不(?:是很|太|怎么)?(?:着急|急)/u.test(words);
}

/** 喜哥 of 喜哥调解室. */
const roomStem = (name: string): string => name.replace(/(?:人民)?(?:调解)?(?:工作)?(?:室|站|委员会|委|中心)$/u, '');

/** A village or a firm is named for where something was; its committee only together with what it is for. */
const placeStem = /(?:村|社区|镇|乡|街道|园区?|厂|公司)$/u;

/** What asks for somebody by name: 找喜哥调解, 想去喜哥调解室, 要喜哥来. */
const asksBefore =
  /(?<!不(?:想|要|用|愿意?|敢|能)?(?:再)?)(?:找|请|要|想要?|去|到|让|叫|由|交给|派|换成?|指定|点名|麻烦|最好是?|希望|拜托|安排|就|还是|\b(?:want|like|prefer|for|with|by|to|at))[^,，。!！?？;；]{0,4}$/iu;
/** Behind the name, it is asked for too; or it is somebody of whom something is wanted, and no mediator. */
const asksBehind =
  /^[^,，。!！?？;；]{0,3}(?:能|可以|有空|来(?:[,，。!！\s]|$|[帮处管调主谈说看])|出面|主持|帮|给(?:我们?|咱们?)(?:调|评|说)|调(?:解|停)|评(?:评)?理|处理)/u;
const owes =
  /^[^,，。!！?？;；]{0,4}(?:还|赔|借|欠|付|结(?:清|账)|道歉|认错|搬|停|关|负责|算账|讨|要(?:钱|回)|拿回|打|骂|闹|吵|占|的(?:钱|账|错|麻烦))/u;

/** Whether a name that words say is asked for there, and is no neighbour who is called so. */
function isAskedFor(words: string, name: string): boolean {
  const at = words.indexOf(name);
  const [before, behind] = [words.slice(0, at), words.slice(at + name.length)];
  if (at < 0 || owes.test(behind)) return false;
  return asksBefore.test(before) || asksBehind.test(behind);
}

/**
 * The code of the room that words ask for by name; '' none, or two that fit equally well.
 * @param wished it was asked what they wish for, so that the name alone is a wish
 */
export function saidRoom(words: string, rooms: readonly Pick<MatterRoom, 'code' | 'name'>[], wished = false): string {
  const fit = rooms.filter(({ name }) => {
    const stem = roomStem(name);
    if ([name, stem].includes(words.trim())) return true;
    const named = placeStem.test(stem) ? `${stem}调` : stem;
    if (stem.length < 2 || !words.includes(named)) return false;
    return wished || isAskedFor(words, words.includes(name) ? name : named);
  });
  const longest = fit.toSorted((a, b) => b.name.length - a.name.length);
  return longest.length > 1 && longest[0]?.name.length === longest[1]?.name.length ? '' : (longest[0]?.code ?? '');
}

/** The kind of dispute that a short answer names, by its name or by its place in the list that was shown; null: none. */
export function saidKind(words: string): DisputeKind | null {
  const text = words.normalize('NFKC').trim().toLowerCase();
  if (text === '' || text.length > 24) return null;
  if (/^\d{1,2}$/.test(text)) return disputeKinds[Number(text) - 1]?.code ?? null;
  const bare = text.replace(/(?:方面|这类|的事?|纠纷|问题)+$/u, '');
  const named = disputeKinds.find(({ code, zh, en }) => code === text || zh === text || en === text || zh === bare);
  if (named !== undefined) return named.code;
  const part = bare.length < 2 ? [] : disputeKinds.filter(({ zh }) => zh.includes(bare));
  return part.length === 1 ? (part[0]?.code ?? null) : null;
}

const leavesOut =
  /^(?:跳过|先?不(?:想|用|方便)?(?:说|填|写|要)了?|(?:我?(?:也|还|真|都)*)(?:不知道|不清楚|不晓得|不记得|不确定|不好说|记不(?:得|清|住)|想不起来|算不(?:清|出来)|说不(?:准|好|清|上来?)|忘|没(?:有)?数|心里没(?:有)?数|没(?:仔细|具体|细)?算过?|具体没算过?|还没算)(?:了|啦)?(?:具体|一共|总共|到底)?(?:有?多少)?(?:钱|人)?|没有|没|无|都行|都可以|随便|随意|不方便|没什么|没要求|没有要求|无所谓|skip|pass|no|none|don'?t know|no idea|any(?:body|one|thing)?)(?:[了的吧呢啊])*$/iu;

/** Whether an answer leaves the question out: 不知道, 没有, 都行. */
export function leavesOutAnswer(words: string): boolean {
  return leavesOut.test(words.normalize('NFKC').replaceAll(/[\s,。.!~]+/gu, ''));
}

const when =
  '(?:(?:昨天|前天|今天|去年|今年|前年|上个?月|上周|上星期|最近|之前|以前|前几天|前阵子|一直|老是|总是|天天|[\\d一二三四五六七八九十]+月份?)[,，]?)*';
const wronged = new RegExp(
  `^(?:(?:我(?:要|想)(?:申请|求)?|申请|请求)?(?:人民)?(?:调解|投诉|反映)(?:一下)?[\\s,，:：]*)?${when}(?:我(?:们)?(?:家|的)?)?(?<name>[\\p{Script=Han}A-Za-z·]{1,12}?)${when}(?:(?:向|跟|问|找|从|把|对)我(?:们)?(?:家)?)?(?:借|拖欠|欠|拖着?|赖|不还|不给|不发|不赔|打|骂|占|挖|砸|骗|偷)`,
  'u',
);
const inEnglish =
  /^(?:my )?(?<name>[A-Z][\p{L}'’.&-]*(?: [A-Z][\p{L}'’.&-]*){0,4}|boss|landlord|neighbou?r|employer|tenant) (?:still )?(?:owes|borrowed|took|hit|has not paid|hasn['’]t paid|does ?n['’]?t pay|refuses|won['’]t)/u;
const nobody =
  /^(?:有人|别人|人家|对方|谁|大家|家里|自己|我|你|您|他|她|它|咱)们?$|^(?:I|We|He|She|They|It|Somebody|Someone)$/u;

/** Whom words blame at their beginning, as they call them: 李叔 of 李叔借我5000块不还, 老板 of 老板欠我们工资. '' nobody who has a name. */
export function blamedName(words: string): string {
  const text = words.normalize('NFKC').trim();
  const name = (wronged.exec(text) ?? inEnglish.exec(text))?.groups?.['name'] ?? '';
  return nobody.test(name) || /[我你他她]/u.test(name) ? '' : name;
}

const theirs = /(?:他|她|对方|老板|房东|厂里|邻居|房客|前夫|前妻|his|her|their)[^,。;\d]{0,10}$/iu;

/** The other side's number, where the words say that it is theirs; '' none. */
export function otherPhone(words: string): string {
  const text = words.normalize('NFKC');
  const found = mobile.exec(text) ?? landline.exec(text);
  return found !== null && theirs.test(text.slice(0, found.index)) ? plainPhone(found[0]) : '';
}
