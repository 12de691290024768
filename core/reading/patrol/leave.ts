/** A shift that somebody cannot do, wants to swap, or takes for another. */
import { finding, joined, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { certain } from '../likeness/trust.ts';
import { oneOf } from '../one-of.ts';
import { wordsAt } from '../plain-text.ts';
import type { Because, Fields, Meaning } from '../reading.ts';
import { timeIn } from '../scene-details.ts';
import type { Utterance } from '../utterance.ts';
import { person } from './proxy.ts';
import { spanOf } from '../span.ts';
import type { Span } from '../span.ts';
import type { Standing } from './standing.ts';

const shift = '(?:班|巡逻|夜巡|巡夜|值班|值夜|值守|夜班|下半夜|上半夜|[上下]半场|义警|护村)';
const night =
  '(?:今[晚天夜儿]|明[晚天夜儿]|后[天晚]|大后天|这周|下周|本周|周[一二三四五六日末]|星期[一二三四五六日天]|礼拜[一二三四五六日天]|\\d{1,2}[号日](?=[晚夜的我有要请不来去能可跟和与换或周下上那这$\\s,。]))';
const swap = oneOf(
  `(?:对换|互换|对调)(?:一?下|了|过|$|[\\s,。!])|(?:能不能|能否|可不可以|方便)(?:跟我|和我)?(?:换|调)(?:一?下|个|吗|不|$|[\\s,。!])|(?:跟|和|与|找|谁)[^,。]{1,5}(?:的?${night}(?:晚上|晚|上)?的?)?(?:[上下前后]半[夜晚]的?)?(?:对|互)?(?:换|调|倒)(?:一?下|一?个|换|调)?(?:$|[\\s,。!]|班|吗|可以|行)|(?:换|调|倒|对调|互换|调换)(?:一?个|一?下|个|一)?(?:[一-龥]{0,4})?班(?!组|长|车|主|级|子)|(?:换|调|改|挪|移)(?:到|成|去|为)?(?:一?下|个)?(?:到|成|去)?${night}`,
  '\\b(?:swap|switch|trade) (?:shifts?|nights?|with|my|tonight|tomorrow)|\\b(?:swap|switch)\\b[^.?!]{0,24}\\b(?:shift|night|with)\\b',
);
const standIn = new RegExp(
  `(?<who>${person})?(?:来|去|会|可以|能|愿意|同意|答应|肯|说)?(?:他|她)?(?:替|顶|代|帮)(?:一下|下)?(?:我|俺)(?:一?下|一?班|一?晚|班|的班|上|去|来|巡|值|顶)?|谁(?:能|可以|有空)?(?:来)?(?:帮我|替我|顶我|代我)|帮(?:我|忙)?(?:顶|代|替)(?:一?下|个|一?班|一?晚)?|(?:找|让|叫|请)(?<other>[一-龥]{2,5}?)(?:来)?(?:替|顶|代|去|上|帮)(?!一?下?[你您他她])|\\b(?:cover|stand(?:ing)? in|fill in|sub) for me\\b`,
);
const offer = new RegExp(
  `(?<![帮替代给])我(?:来|去|可以|能|愿意)?(?:替|顶|帮|代)(?:一下|下)?(?<who>${person}?)(?:${night})?(?:的)?(?:夜)?(?:班|顶|上|值|巡|来|去|$|[\\s,。!])|(?<whose>${person})的?班(?:由)?我(?:来)?(?:顶|替|上|代|值)|我(?:来|可以)?(?:替班|顶班|代班)|\\b(?:i(?:'ll| can| will)|let me) (?:cover|stand in|fill in|sub) for (?!me)(?<name>[a-z]+(?: [a-z]+)?)`,
);
const leave = oneOf(
  '(?:请|告)(?:个|一?天|两天|半天|个?长|个?短|一下|一次|一?晚|两?个?晚上|事|病|年|婚|产)?假(?!的|条|单|制度|规定|要|须|需)|(?:休|歇)(?:息)?(?:一|两|半)[天晚次]|\\b(?:day off|night off|sick leave|off sick|leave (?:tonight|tomorrow|on))\\b|^leave (?:from )?(?:\\d{1,2}(?:-| (?:to|until|and) )\\d{1,2} ?|\\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: \\d|$|[ ,.!])',
  `(?:${night}|${shift}|我|本人|们|家里)[^,。!?]{0,8}(?:来|去|到|上|巡|参加|值|出)不(?:了|成|到)|(?:${night}|${shift}|我|本人)[^,。!?]{0,6}(?:没法|没空|不能|无法|没时间|走不开|不得空|不方便)(?:来|去|上|巡|参加|到|值|出)?|^(?:今[晚天夜]|明[晚天]|(?:这|接下来|后面)(?:几|两|些)天|月[底中初末](?:[之以]?前)?)*(?:我|都)*(?:真)?(?:来|去|巡|上)不(?:了|成)了?`,
  `(?:${night})[^,。!?]{0,4}(?:就)?(?:不(?:来|上|参加)了|我(?:就)?不(?:来|去|上|巡)了)|(?:感冒|发烧|生病|病了|不舒服|扭了|受了?伤|住院|加班|出差|有事|头痛|肚子痛|开会)[^。!?]{0,14}(?:休息|歇一|不来了|来不|赶不上|去不[了成]|缺席|到不了)|缺(?:席|勤)一[天次晚]|\\b(?:can'?t|cannot|can not|won'?t|unable to|not able to) (?:make (?:it|tonight|tomorrow|(?:the|my) (?:\\w+ ){0,2}(?:shift|half|patrol))|come|do|attend|patrol|be there|join)|\\bskip (?:my shift|tonight|tomorrow)\\b`,
);
/** 取消明晚的请假, 明天的假销了: nothing else can be meant. */
const plainlyBack = oneOf(
  '(?:取消|撤(?:回|销|掉|了)?|销(?:掉|了|一下)?|退(?:掉|了)|收回)(?:一下)?(?:我|俺|掉|了)?[^,。!?]{0,12}?(?<![放休寒暑节春长])假(?!期|日|条|装|的(?:人|事是))',
  '(?:的|请)假(?:的事)?(?:我|俺|这边)?(?:就|都|也|给我|帮我|先)?(?:取消|作废|撤|销|退|不要了|不请|不休|算了|不用(?:了|请|$))|(?:换班|调班|顶班)(?:的事)?(?:就)?(?:取消|作废|算了|不用|撤)|cancel (?:all )?my (?:leave|swap|day off|request)|(?:取消|撤(?:回|销)?)(?:换班|调班|顶班)',
);
const back = oneOf(
  plainlyBack.source,
  '不(?:用|需要|必)?(?:再)?(?:请(?:这个|那个)?假|换班|调班|顶班)|又(?:能|可以)(?:来|去|上|巡)了|(?:还是|能|可以)(?:照常|正常)(?:来|去|上|巡)|no longer need|cancel my',
);
/** Rules and reminders about leave, others' leave that is only spoken of, and leave from school or work. */
const unless = oneOf(
  '请假(?:请|应|得提前|都?(?:在群里|跟队长|找)|的(?:人|同志|队员|请|有|都|把|要|是)|要提前|须|需要?(?:提前|向|跟)|制度|规定|条|单|流程|手续)|(?:不准|不得|不许|严禁|禁止|无故|随便|不能随意)[^,。]{0,4}请假|有(?:没有)?人?(?:要)?请假|谁(?:要|又|今晚|明天|明晚)?(?:请假|来不了|没来)|(?:昨|前)[天晚][^,。]{0,6}(?:请假|没来|来不了)|(?:老师|学校|幼儿园)(?:那边|里)?请假|(?:向|跟|和|找)(?:老板|厂里|单位|公司|车间|老师|领导)请假|请假条|孩子请假|几个人?请假',
  '(?:车|他们?|警察|民警|120|119|110|快递|外卖)(?:都)?(?:进|来|去|过|到)不了|(?:进|过)不去|换班(?:了|时间|的时候|啦)$|换班(?:顺利|交接|完毕)',
);

/** Reads that somebody wants to be away, to swap, or to stand in; or nothing. */
export function leaveRequest(heard: Utterance, standing: Standing): Meaning | undefined {
  const { plain } = heard;
  if (unless.test(plain)) return undefined;
  const withdrawn = spanOf(back, plain);
  const asked = withdrawn === undefined ? wishIn(plain) : { request: 'leave' as const, at: withdrawn };
  if (asked === undefined || !isMeant(heard, standing, asked.request)) return undefined;
  const { request, at } = asked;
  const details = joined(
    withdrawn === undefined ? nothing : finding(heard, 'correction', true, at.start, at.end),
    leaveDetails(heard, request, request === 'swap' ? at.start : 0),
  );
  return {
    intent: 'leave_request',
    confidence: standing === 'elsewhere' ? 0.87 : plainlyBack.test(plain) ? certain : 0.91,
    fields: { request, ...details.fields },
    because: [
      { field: 'intent', words: wordsAt(heard.text, at.start, at.end) },
      { field: 'request', words: wordsAt(heard.text, at.start, at.end) },
      ...details.because,
    ],
  };
}

/** Which day and time, who stands in, and what they ask for; of a swap the day named from `from` on comes first. */
export function leaveDetails(heard: Utterance, request: Fields['request'], from: number): Finding {
  return joined(dayIn(heard, from), timeIn(heard), otherIn(heard, request), wishWords(heard, request));
}

function wishIn(plain: string): { readonly request: NonNullable<Fields['request']>; readonly at: Span } | undefined {
  const ways = [
    ['offer', offer],
    ['swap', swap],
    ['stand_in', standIn],
    ['leave', leave],
  ] as const;
  for (const [request, words] of ways) {
    const at = spanOf(words, plain);
    if (at !== undefined) return { request, at };
  }
  return undefined;
}

const takenBack =
  /^(?:我)?(?:取消|撤(?:回|销)?|不|销)(?:请?假|换班|调班)了?$|^(?:请假|换班|调班)(?:都)?(?:取消|不要|算)了?$|^我?又(?:能|可以)(?:来|去|上|巡)了$|^cancel (?:all )?my (?:leave|swap)$/;

/** 3号去不了 路封了: to somebody who walks it is a point; with who stays away, or why they do, it is a day. */
const pointMissed =
  /^(?:\d{1,2}号?[,、和到\s]*){1,6}(?<=号[,、\s]*)(?:那边|那里|那个点?|点)?(?:都|也|今晚|这次)?(?:[去到]不了|没法(?:去|到))(?![^]*(?:请假|顶|替|换班|有事|家里|加班|出差|孩子|感冒|发烧|生病|值班))/;

/** Outside a patrol's rooms everybody has a job and a school to stay away from; only duty's own words count. */
function isMeant({ plain, message }: Utterance, standing: Standing, request: Fields['request']): boolean {
  if (standing === 'on_shift' && request === 'leave' && pointMissed.test(plain)) return false;
  if (standing !== 'elsewhere') return true;
  const duty = /巡逻|夜巡|巡夜|义警|护村|联防|夜班巡|巡班|patrol/.test(plain);
  // 取消请假 is said to the bot alone; whoever asked for nothing hears so.
  if (message.room === 'direct')
    return (
      duty ||
      takenBack.test(plain) ||
      (request !== 'offer' && /(?:今|明|后)[晚夜]|值班|值夜|[上下]半夜|第.班|换班|调班|顶班/.test(plain))
    );
  return duty && /请.{0,2}假|换.{0,2}班|调班|顶班|来不了|去不了|替我|顶我|can't/.test(plain);
}

const days: readonly (readonly ['today' | 'tomorrow' | 'yesterday', RegExp])[] = [
  ['tomorrow', /明[天晚夜早儿日]|\btomorrow\b/],
  ['today', /今[天晚夜儿日]|\btonight\b|\btoday\b/],
  ['yesterday', /昨[天晚夜]|\byesterday\b/],
];
const otherDay =
  /大?后[天晚]|(?:下个?|这个?|本)?(?:周|星期|礼拜)[一二三四五六日天末]|下周(?![一二三四五六日末])|\d{1,2}月\d{1,2}[号日]?|(?<!\d)\d{1,2}[号日](?!点|楼|门|厂|位|车)|\b(?:next |this )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)\b/;

/** The day that is meant; of a swap the one named after it first. */
function dayIn(heard: Utterance, from: number): Finding {
  for (const begin of from > 0 ? [from, 0] : [0]) {
    const rest = heard.plain.slice(begin);
    const named = days
      .map(([date, words]) => ({ date, at: spanOf(words, rest) }))
      .filter((one) => one.at !== undefined)
      .sort((a, b) => (a.at?.start ?? 0) - (b.at?.start ?? 0))[0];
    const other = spanOf(otherDay, rest);
    if (named?.at !== undefined && (other === undefined || named.at.start <= other.start))
      return finding(heard, 'date', named.date, begin + named.at.start, begin + named.at.end);
    if (other !== undefined) {
      const words = wordsAt(heard.text, begin + other.start, begin + other.end);
      return finding(heard, 'day', words, begin + other.start, begin + other.end);
    }
  }
  return nothing;
}

const withWhom = new RegExp(
  `(?:跟|和|与|同|找)(${person})(?:已经|都|说好了?|商量好了?|讲好了?)?(?:对|互)?(?:换|调|倒)|(?:跟|和|与|同)(${person})(?:说好|商量|讲好|换|调)|\\bwith ([a-z]+(?: [a-z]+)?)`,
);
const named = new RegExp(
  `(${person})(?:来|去|会|可以|能|愿意|同意|答应|肯|说)?(?:他|她)?(?:替|顶|代|帮)(?:一下|下)?(?:我|俺)`,
);
const arranged = new RegExp(
  `(?:找|让|叫|请|由)([一-龥]{2,5}?)(?:来)?(?:替|顶|代|去|上|帮)|\\b([a-z]+(?: [a-z]+)?) (?:will|can|is going to) (?:cover|take|stand in|fill in)`,
);
const ofWhom = new RegExp(
  `(?:替|顶|帮|代)(?:一下|下)?(${person})(?=${night}|的|班|顶|上|值|巡|来|去|$|[\\s,。!])|(${person})的?班(?:由)?我|\\bfor (?!me)([a-z]+(?: [a-z]+)?)`,
);
const nobody = /^(?:[今明后][天晚夜儿]|说|一|几|我|你|他|她|谁|大家|有人|别人|哪位|能|可以|一下|忙|me|my|the|you)/;
const mention = /@([^\s@\u2005]{1,12})/;

/** Who swaps, stands in or is stood in for. */
function otherIn(heard: Utterance, request: Fields['request']): Finding {
  const ways = request === 'offer' ? [ofWhom] : [withWhom, named, arranged];
  for (const words of ways) {
    const match = words.exec(heard.plain);
    const name = match
      ?.slice(1)
      .find(Boolean)
      ?.replace(/^(?:叫|让|请|找|由|喊|跟|和|是|有)/, '');
    if (match === null || name === undefined || nobody.test(name)) continue;
    const start = match.index + match[0].indexOf(name);
    return finding(heard, 'proxy', wordsAt(heard.text, start, start + name.length), start, start + name.length);
  }
  const called = mention.exec(heard.message.text)?.[1];
  if (called === undefined || request === 'leave') return nothing;
  return { fields: { proxy: called }, because: [{ field: 'proxy', words: called }] };
}

/** What they ask for, in their own words, where it is more than to be away. */
function wishWords(heard: Utterance, request: Fields['request']): Finding {
  if (request === 'leave' || request === 'offer') return nothing;
  const clause = heard.clauses.find(({ words }) => swap.test(words) || standIn.test(words));
  if (clause === undefined) return nothing;
  const words = wordsAt(heard.text, clause.start, clause.end);
  const because: Because = { field: 'wish', words };
  return { fields: { wish: words }, because: [because] };
}
