/** The figures that stations and teams report to the command group, what puts them right, and who asks for them. */
import { finding, joined, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { oneOf } from '../one-of.ts';
import { wordsAt } from '../plain-text.ts';
import type { Intent, Meaning } from '../reading.ts';
import { timeIn } from '../scene-details.ts';
import type { Utterance } from '../utterance.ts';
import { countedIn, figureDetails } from './counted.ts';

/** What is counted at all: work, and what came of it. */
const work = oneOf(
  '检查|排查|走访|巡[查逻防]?|发现|隐患|问题|整改|处罚|立案|罚款|停[用产]|督办|宣传|传单|册|横幅|视频|播放|转发|点赞|劝[导离阻]|查[处获]|抓获|盘查|酒驾|超[载员]|违[停建法]|出动|警力|调解|调成|上门|成功|金额|来访|接待|信访|交办|办结|代办|转办|登记|出租房|企业|三合一|灭火器|演练|参加|培训|接警|警情|火[警灾]|救助|咨询|拆除|清[运理]|化解|纠纷|整治|挂牌|累计|上报|报数',
  'inspected|inspections?|hazards|fixed|checked|visits?|leaflets?',
);
const corrected = oneOf(
  '更正|改[数为成]|应(?:该)?[为是]|(?:写|报|填|打|数|算|看)(?:得|的|成)?错|[多少]写|写反|重[报填]|以(?:这|此)[^,。]{0,4}为准|不是[^,。]{0,4}\\d+[^,。]{0,6}是[^,。]{0,3}\\d|correction|should be',
);
const reminded = oneOf(
  '(?:请|提醒|各[队站单村组]|还没|没有|没|未|抓紧|尽快|催|别忘|记得|务必|@全体|差)[^。!?]{0,18}(?:报(?!警|名|错)|填|交|上传|数字|数据|表|材料)|(?:报数|数字|数据|周报|日报|月报|报表)[^。!?]{0,10}(?:别忘|抓紧|尽快|没报|没交|前|催)',
);
const none = oneOf(
  '^(?:[一-龥]{0,6}(?:这边|这里)|我们?|本[站队村])?(?:今[天日晚]|昨[天日晚]|本周)?(?:零上报|零报告|没有|没数据|无数据|没有数据|无|没情况|无情况|没什么|都?没有?)(?:[,。!\\s]|$)',
);
const fewest = 2;
/** Whose report it is stands at the head of many: 司法所 调解9件. */
const longest = 400;

/** Reads figures, or nothing; only the command group is reported to. */
export function figures(heard: Utterance): Meaning | undefined {
  const { plain, message, clauses } = heard;
  if (message.room !== 'command' || heard.answering || message.photos > 0 || plain.length > longest) return undefined;
  if (clauses.length > 0 && clauses.every(({ asks }) => asks)) return undefined;
  const counted = countedIn(heard);
  const correction = /\d|[一二两三四五六七八九十]/.test(plain) ? corrected.exec(plain) : null;
  if (correction !== null) return meaning(heard, 'figures_correction', 0.92, correction);
  if (counted.length >= fewest && work.test(plain)) return meaning(heard, 'figures', 0.95);
  const reminder = counted.length === 0 || /没报|没交|还差/.test(plain) ? reminded.exec(plain) : null;
  if (reminder !== null) return meaning(heard, 'reminder', 0.88, reminder);
  if (counted.length > 0 && work.test(plain)) return meaning(heard, 'figures', 0.86);
  const zero = none.exec(plain);
  return zero === null ? undefined : meaning(heard, 'figures', 0.8, zero);
}

/** What such a message says besides its intent. */
export function figuresDetails(heard: Utterance, intent: Intent): Finding {
  if (intent === 'reminder') return dueIn(heard);
  return intent === 'figures' ? figureDetails(heard) : correctionDetails(heard);
}

/** Offices close in the afternoon: 五点半 is 17:30. */
function dueIn(heard: Utterance): Finding {
  const due = timeIn(heard);
  const [hour = '', minute = ''] = due.fields.time?.split(':') ?? [];
  if (hour === '' || Number(hour) === 0 || Number(hour) > 6 || /凌晨|早|上午/.test(heard.plain)) return due;
  return { ...due, fields: { time: `${Number(hour) + 12}:${minute}` } };
}

const instead = /(?:应(?:该)?[为是]|改[为成]|是|为|should be)\s*(\d+(?:\.\d+)?)(?!.*(?:应|改[为成]|是)\s*\d)/;

/** The figure that holds: the last that is named as right, under the name that stands before the first. */
function correctionDetails(heard: Utterance): Finding {
  const right = instead.exec(heard.plain);
  const value = Number(right?.[1]);
  const name = /([一-龥]{2,8})\s*(?:不是)?\s*\d/
    .exec(heard.plain)?.[1]
    ?.replace(/^(?:更正|刚才|上报的?|改数|不是)+/, '');
  const { date } = figureDetails(heard).fields;
  const day: Finding = date === undefined ? nothing : { fields: { date }, because: [] };
  if (right === null || name === undefined || name === '') return day;
  const said = finding(heard, 'figures', [{ name, value }], right.index, right.index + right[0].length);
  return joined(said, day);
}

function meaning(heard: Utterance, intent: Intent, confidence: number, match?: RegExpExecArray): Meaning {
  const { fields, because } = figuresDetails(heard, intent);
  const end = match === undefined ? Math.min(24, heard.plain.length) : match.index + match[0].length;
  const words = wordsAt(heard.text, match?.index ?? 0, end);
  return { intent, confidence, fields, because: [{ field: 'intent', words }, ...because] };
}
