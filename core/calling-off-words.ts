import { dayWords } from './said-day.ts';

const one = `(?:${dayWords}|今明后?[两二三]?[天晚]|明后[两二三]?[天晚]|(?:下个?|这个?|本)(?:周|星期|礼拜))(?:晚上?|夜里?|(?<=[a-z]) night)?`;
/** 周三晚上, 24号、25号, 24号到26号; no more than the days of a week. */
const day = `(${one}(?: ?(?:[、和跟与及到至,，~～–-]|以及|and|to) ?${one}| ${one}){0,6})`;
/** Which of the shifts of that day: 下半夜, 11点的. */
const which =
  '(?:的?(?:[上下前后]半[夜晚]|[早中晚夜日白](?=班)|\\d{1,2}(?::\\d{2}|点半?)(?:[到至~-]\\d{1,2}(?::\\d{2}|点半?))?))?(?:那个?)?的?';
const duty = '(?:巡逻|夜巡|值班)';
/** 取消明晚的班, 周三的巡逻取消: whoever says it names the duty. */
const plainly = new RegExp(
  `^(?:取消|停掉?)(?:${day}${which})?的?(?:一?班次?|临时班|${duty})(?:吧|了)?$|` +
    `^${day}${which}(?:班次?|${duty})都?(?:取消|停)(?:吧|了)?$|^(?:cancel|call off) (?:the )?(?:shift|patrol)(?: (?:on )?${day})?$|` +
    `^(?:cancel|call off) ${day}(?:'s|’s)? (?:shift|patrol)s?$`,
  'iu',
);

/** 下大雨, 台风预警, 路面结冰: only what weather is told with, for what stands in its place may be what is called off. */
const weather =
  '[今明后晚天有要会又还下刮打起是说预报可能估计因为由于路面外突特很大中小暴雷阵台狂浓积上高低太结]{0,8}(?:雨|风|雪|雷|冰|雾|霾|冻|寒潮|汛|[洪积涨大]水|预警|天气|降温|高温)[大太很不好差恶劣预警天气结来了红橙黄蓝色]{0,6}';
/** 村里聚餐, 镇里有任务: beside the duty's own name only. */
const event =
  '[大家都全村镇里上单位队领导统一来有要]{0,5}(?:停电|封路|修路|检查|行动|任务|活动|聚餐|开会|放假|过[年节]|人手?不够|没人)';
const all = '(?:大家|都|就|的|全部?|先)*';
const ending = '(?:吧|了|啦|哈)*';
const tail = '(?: (.{1,20}))?$';
const once = '(?:一次|一晚|一天|一回)';
const stayAway = '(?:不用|不要|不必|别|甭|莫)(?:过?来|巡)';
const ofDuty = new RegExp(
  `^(?:(?:${weather}|${event}) )?(?:大家|各位)? ?${day}${which} ?(?:(?:${weather}|${event}) )?${all}` +
    `(?:(?:${duty}|班)(?:都|就|先)?(?:取消|暂停|停${once})|(?:取消|暂停|停)${once}?${duty}|${duty}?(?:都|就|先)?(?:停巡|不巡逻?|不夜巡|不用巡逻?|不出巡)${once}?)${ending}${tail}|` +
    `^(?:${day}(?:大家|都|全部|全体)+|(?:大家|各位)${day}都?)${stayAway}${ending}${tail}|` +
    `^(?:大家|各位|都|全部|全体)+${stayAway}${ending} ${day}(?:${weather}|${event})$|` +
    `^${day}(?:大家|都|全部|全体)+不用去${ending}$|` +
    `^(?:cancel|call off|no patrol) ${day}['’]s (?:patrol|shift)${tail}|^no patrol (?:on )?${day}${tail}|^${day}(?:['’]s)? (?:patrol|shift) is (?:off|cancell?ed)${tail}`,
  'iu',
);
/** 明晚取消 下大雨: it is not said what. */
const bare = new RegExp(
  `^(?:${weather} )?(?:大家|各位)? ?${day}${which} ?(?:${weather} )?${all}(?:(?:取消|暂停)${once}?|停${once})${ending}${tail}|` +
    `^(?:cancel|call off) ${day}(?: ((?:because|due to|as|since|it['’]s|too|heavy|strong|bad|[a-z]*(?:rain|storm|snow|ice|icy|wind|flood|fog|typhoon|heat|weather))\\b.{0,40}))?$`,
  'iu',
);
/** A question, somebody's leave or swap, another time. */
const otherWish = /[?？吗呢换改替顶谁]|(?<!放)假|[\d一二三四五六七八九十几个]点|点位|\bleave\b|\bswap\b/iu;
/** What else there is to be called off. */
const otherMatter =
  /[聚餐饭酒席课考球]|[开班例年大]会|会议|培训|训练|学习|团建|活动|演练|演出|体检|比赛|电影|聚会|\b(?:dinner|lunch|meeting|party|training|drill)\b/iu;
const longest = 60;

/** A night that is called off, in words. */
export interface CallingOff {
  /** The words of its days; null: none. */
  day: string | null;
  /** The duty is named as such; else only a leader's words count, for others may just talk of it. */
  plain: boolean;
  /** What stands beside it may be what is called off, or who stays at home: 明晚取消 东02. */
  beside: string;
}

/** Reads 取消今晚的班, 今晚下大雨 取消巡逻, 明晚大家不用来了; null: these words call no duty off, but something else or nothing. */
export function callingOff(text: string): CallingOff | null {
  const said = text
    .normalize('NFKC')
    .replaceAll(/[,，。.!！\s]+/gu, ' ')
    .trim();
  if (said.length > longest) return null;
  const plain = plainly.exec(said);
  if (plain !== null) return { day: plain.slice(1).find(Boolean) ?? null, plain: true, beside: '' };
  if (otherWish.test(said)) return null;
  const found = ofDuty.exec(said) ?? (otherMatter.test(said) ? null : bare.exec(said));
  if (found === null) return null;
  const [named = null, beside = ''] = found.slice(1).filter(Boolean);
  return { day: named, plain: false, beside };
}
