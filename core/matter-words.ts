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
  /^(?:我姓|(?:我|对方|他们?|她们?|人家|老板|厂|公司|单位|店)(?:的)?(?:公司|厂|店|老板)?(?:的)?(?:名字?|姓名|名称|全称)?(?:叫做?|是)|就是|是|叫|(?:(?:his|her|their|the) )?name(?: is|['’]s)|(?:i think )?it(?: is|['’]?s))\s*/iu;
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

/** The code of the room that words ask for by name; '' none, or two that fit equally well. */
export function saidRoom(words: string, rooms: readonly Pick<MatterRoom, 'code' | 'name'>[]): string {
  const fit = rooms.filter(({ name }) => {
    const stem = roomStem(name);
    if (words.includes(name) || words.trim() === stem) return true;
    return stem.length >= 2 && words.includes(placeStem.test(stem) ? `${stem}调` : stem);
  });
  const longest = fit.toSorted((a, b) => b.name.length - a.name.length);
  return longest.length > 1 && longest[0]?.name.length === longest[1]?.name.length ? '' : (longest[0]?.code ?? '');
}

/** The kind of dispute that a short answer names, by its name or by its place in the list that was shown; null: none. */
export function saidKind(words: string): DisputeKind | null {
  const text = words.normalize('NFKC').trim().toLowerCase();
  if (text === '' || text.length > 24) return null;
  if (/^\d{1,2}$/.test(text)) return disputeKinds[Number(text) - 1]?.code ?? null;
  const bare = text.replace(/(?:方面|这类|的(?:事|问题)?|纠纷|问题)+$/u, '');
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

const theirs = /(?:他|她|对方|老板|房东|厂里|邻居|房客|前夫|前妻|his|her|their)[^,。;\d]{0,10}$/iu;

/** The other side's number, where the words say that it is theirs; '' none. */
export function otherPhone(words: string): string {
  const text = words.normalize('NFKC');
  const found = mobile.exec(text) ?? landline.exec(text);
  return found !== null && theirs.test(text.slice(0, found.index)) ? plainPhone(found[0]) : '';
}
