/** What a side says of a dispute that is known already: no, yes, when, paid, not kept, settled. */
import { finding, joined, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { likelihoods } from '../likeness/likeness.ts';
import { oneOf } from '../one-of.ts';
import { wordsAt } from '../plain-text.ts';
import type { Because, Intent, Meaning } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { disputeDetails } from './details.ts';
import { sumsIn } from './money.ts';
import { timeSaid } from './said-times.ts';

type Step = Extract<Intent, `dispute_${string}`>;
interface Way {
  readonly intent: Step;
  readonly words: RegExp;
  readonly unless?: RegExp;
  /** Says of itself that it is about a dispute; the others need one that is open. */
  readonly outright?: RegExp;
}

const talk = '(?:调(?!皮|料|休|岗|班|整|动|了.{0,2}岗)|谈|协商|和解|商量|mediat\\w*)';
const undone = '(?:关机|不接|影子|没|未|不(?!用|错|客气|好意思)|拖|反悔|变卦|赖|又|还是|等于没|到期了|过期)';

const ways: readonly Way[] = [
  {
    intent: 'dispute_settled',
    words: oneOf(
      `(?:都|已经?|终于|今天|昨天|私下|当场|我们|两家|双方|自己)?(?:谈|讲|说|调|协商|商量|聊)(?:好|妥|拢|成|清爽|清楚|通|开)了|和好(?:了|如初)|(?:矛盾|问题|事情?|纠纷|这事)[^,。]{0,4}(?:解决|处理好|摆平|过去|了结)了|付清了|结清了|还清了|两清|握手言和|达成(?:一致|协议|和解)|和解了|撤诉|撤(?:了|回)(?:申请|调解)|结案|(?:钱|款|押金|工资|货款|赔偿款?|工钱)[^,。]{0,8}(?:收到了|退(?:给我|回来|了)|都?发(?:下来|了)|拿到了|到手了?|全(?:结|付|给|还)了?)|把钱(?:都|全)?[^,。]{0,3}(?:结|付|还|给)了|(?:他|她|对方|人家|老板)[^,。]{0,4}(?:道歉|赔礼|赔不是|认错)了?|赔了(?:礼|不是)|不用调(?:解)?了[^。]{0,4}(?:谢|解决)|两家没事了|(?:调|谈)下来了|翻篇|当场(?:给清|付清|结清)|口头说好|没(?:有)?别的要求|(?:都|全|已经)(?:解决|处理|搞定|谈妥)|调成(?!不)|(?:按|摁)(?:了)?(?:手|指)印|一次性(?:补偿|了结|赔偿)|互不追究|(?:说|聊|讲)开了|把(?:账|帐)[^,。]{0,3}结了|(?:他|她|对方|人家|房东|邻居|隔壁|楼上)[^,。]{0,10}(?:移|搬|拆|修|清|挪|换|停|关)(?:走|掉|好|开|干净)?了[^。]{0,16}(?:谢|没意见|没别的|算了|满意|行了)|不追究|各退一步|(?:人|他|她|对方)(?:也|都)?[^,。\s]{0,3}道歉(?!吗|$)|钱清了|完事(?:了)?$|商量好(?:了)?(?:轮|分|怎么)|made peace|这事了了|两清|私了了?$`,
      '\\b(?:settled|resolved|reached an agreement|paid in full|made (?:it )?up)\\b',
    ),
    unless: new RegExp(
      `(?:没|未|不|别)(?:能|有)?(?:谈|讲|说|调|解决|付清|达成|道歉)|(?:要|求|让)[^,。]{0,4}(?:道歉|赔礼)|(?:又|却|但|结果|可是|转头|到现在|反悔|不认|没给|还没|没动|不付|一分|说话不算)|说好了?(?!他|的事)[^,。]{0,8}(?:没|不)|怎么|吗$|吗[?]|能不能`,
    ),
    outright: /调解|调好|协议|和好|喜哥|和事嫂|聪哥|结案|谢谢你们|感谢|麻烦你们|两家|握手言和|调解员/,
  },
  {
    intent: 'dispute_breach',
    words: oneOf(
      `(?:协议|调解书|和解书|签(?:了|的|过)|白纸黑字|字(?:都)?签|约定|约好|承诺|答应|保证|说好|讲好|谈好|调(?:解)?好|定好)[^。]{0,24}${undone}`,
      '白调|不守信|说话(?:像|跟)?(?:放屁|不算)|(?:协议|约定|说好|讲好|答应)[^。]{0,16}现在(?:都)?[一两二三四五六七八九十\\d]+(?:天|周|个月|个礼拜)了|(?:答应|说好|协议)[^。]{0,10}(?:修|拆|搬|付|退)了?一半[^。]{0,6}(?:扔|就|没|停)|只(?:退|给|付|赔)了一半|(?:字|协议)?白签|签(?:了)?字[^。]{0,16}(?:没|影子)|(?:这|上|那|每)?个?月?的?(?:钱|款|期)[^,。]{0,6}又(?:没|不|拖)|(?:给|交|付|打|还)了[^,。]{1,8}就(?:断|没|不|停)|反悔|变卦|(?:不|没有?)(?:履行|兑现|守约|遵守|按协议|按约定)|赖账|不认账|强制执行|说话(?:不算|跟放屁)|食言|违反(?:协议|约定)|第[一二三四五六七八\\d]+[期笔][^。]{0,10}(?:没|未|不|拖)|(?:到期|过期|逾期)了?[^。]{0,12}(?:没|未|不|钱|拖)|分期[^。]{0,10}(?:没给|没付|断了|没打)|(?:signed|agreement|promised)[^.]{0,40}(?:not|n.t|never|still|no )|broke the agreement|(?:一分|一毛)[^,。]{0,4}(?:没|未)[^。]{0,14}(?:签|协议)',
    ),
    unless: /(?:不用|别)担心|反悔(?:了)?(?:可以|怎么|吗)/,
    outright: /协议|调解书|调解好|调好|和解书|强制执行|调解(?:的|时)|agreement/,
  },
  {
    intent: 'dispute_payment',
    words: oneOf(
      '(?:转|付|给|打|还|赔|汇|退|结|交)(?:给|了|过|完|清|掉)+(?:他|她|我|伊|对方|人家)?[^,。]{0,4}(?:\\d|[一二两三四五六七八九十几半])|(?:收到|到账|已付|已转|已还|付讫|(?:拿|取|交)了?[^,。]{0,8}给(?:我|他|她)|(?:拿|取|交)了?[^,。]{0,6}(?:\\d|[百千万])[^,。]{0,4}给我|打过来|打(?:我|他|她)?卡|卡上|转过来|打过去|转过去|付过去|给过去|打给|转给|汇过去|先付|先给|先还)|第[一二三四五六七八\\d]+[期笔]|分[一二两三四五六七八九十\\d]+[期次笔](?:付|还|给)?|(?:还差|还欠|剩下|余下|尾款|余款)[^。]{0,8}|付了一半|\\bpaid\\b',
    ),
    unless: /(?:没|未|还没|不)(?:有)?(?:收到|到账|付|转|打|给|还)(?!清)|请(?:他|对方)付/,
    outright: /(?:讲好|说好|谈好|协议|调解|约定|分期|第.期|尾款)[^。]{0,30}/,
  },
  {
    intent: 'dispute_refuse',
    words: oneOf(
      `(?:不|拒绝|不想|不愿意?|不肯|不接受|别|不要|没必要|免了|不会(?:来|去|参加)?|懒得|不同意|勿|覅|不参加|不需要|不用|没空|退出)(?:再|跟(?:他|她|你们)|去|来|搞|做|进行|参加|和他)?${talk}|(?:法院|法庭|派出所)见|(?:直接|要|去|只能|准备|决定|还是|让他|叫(?:他|她|我们)|说)?(?:去|上|到|走|申请|打)(?:了)?(?:法院|法庭|官司|仲裁|告|法律(?:程序|途径))|(?:要|直接|准备|决定|已经|我|去|说)起诉|没(?:有)?(?:什么|啥|得|什么好)?(?:好)?(?:谈|调)(?:的|头)?(?=$|[\\s,。!了])|调解(?:就)?(?:免|算|没用|没意思|有什么用)|不来(?:了|调)|谈不了|(?:调|谈)崩了?|没法(?:谈|调|沟通)|(?:要|去|走|申请|选择)?(?:劳动)?仲裁(?=$|[\\s,。!])|(?:材料|诉状|状子)[^,。]{0,6}(?:递|交|送)[^,。]{0,3}法院|不坐下来|立案|门都没有|找法官|(?:去|找)(?:劳动局|劳动监察)|找(?:我(?:的)?)?律师(?:谈|说)?|不参加了|让(?:法官|法院)判|(?:法官|法院)判吧|(?:表示|回复|答复|说)[^,。]{0,4}不同意|有种(?:去)?告|随便(?:你们|他)?(?:告|去告)|有本事(?:去)?告`,
      '\\b(?:no|not|don.t|refuse\\w*)\\b[^.]{0,20}\\bmediat\\w*|see you in court|go to court|sue (?:him|her|them|me)',
    ),
    unless:
      /打过官司|打官司(?:和|跟|要|多久)|不(?:想|愿)?去(?:法院|打官司)|不想打官司|不用去告|谈不拢|能不能|怎么|吗$|(?:调|谈)不(?:拢|成)[^,。]{0,4}怎么|(?<!不)同意调|明天(?:不|来不)/,
    outright: /调解|不调了|法院见|法庭|不谈了|官司|mediat/,
  },
  {
    intent: 'dispute_consent',
    words: oneOf(
      `(?:同意|愿意|接受|答应|赞成|肯)(?:了|参加|接受|坐下来|一起|和他|跟他|由你们|来|你们)*[^,。]{0,3}${talk}|^(?:好的?|可以|行|要得|嗯|ok|中|没问题)?[,\\s!]*(?:我|我们|我方|俺|本人)?(?:也)?同意(?:了|的|啊)?[\\s。!]*$|调调看|试试(?:调|谈)|面对面(?:谈|说|讲)|(?:听|按)(?:你|你们|调解员)的|我去坐坐|给他(?:一次)?(?:个)?机会|我配合|没意见|调就调|谈就谈|那就?(?:调|谈)(?:解|哈|一下|吧)|(?:听|按)你们的[^。]{0,4}(?:调|谈)|(?:可以|好|行)(?:的)?[,\\s]*(?:那)?(?:就)?(?:来)?(?:调解|坐下来谈|谈谈|协商)|(?<!不|没|法)参加(?:的|啊|吧)?$|坐下来(?:好好)?(?:谈|聊|说|讲)|点(?:了)?头了|走(?:调解)?程序|(?:我|对方|他)(?:也)?(?:可以|愿意)(?:来)?(?:调解|协商|谈)|申请书签好`,
      '\\b(?:agree|willing|happy|fine|ok)\\b[^.]{0,16}\\bmediat\\w*|yes to mediation',
    ),
    unless: /不同意|不愿意|不肯|不接受|没同意|不想|(?:如果|要是)?他不|同意吗|愿不愿|同不同意|不答应/,
    outright: new RegExp(talk),
  },
];
const attend =
  /(?:来|去|(?:能|会|准时|再|我|都|可以|才)到|见(?!到|着|过)|过来|过去|有空|有时间|没空|方便|可以|行(?!人)|ok|请(?:好)?(?:了)?假|休息|下班|上班|夜班|出差|在外地|回来|改|换|约|安排|推迟|提前|延期|改期|定(?=在)|选第|meet|come|available|reschedule|晚到|迟到|路上堵|视频)/;
const cantCome =
  /(?:我|他|她|老板)?(?:来不了|去不了|(?<!能)不能(?:来|去)|赶不(?:上|到|回)|到不了|走不开)|让我?(?:老婆|老公|儿子|女儿|爸|妈|律师|弟|哥|姐)[^,。]{0,3}(?:去|来|代)|(?:时间|日子|日期)[^,。]{0,4}(?:改|换|定|变|推)|改(?:个|一下|到|成|期|天)|换(?:一?天|个(?:时间|日子))|视频调解|晚到|往后(?:挪|推|延)|(?:挪|推|延)(?:几|一)天|排满了|(?:下周|这周|周末|哪天|随便哪天)[^,。]{0,4}(?:随便|都行|都可以|哪天)|什么时候(?:调解|谈|开始|过来)|几点(?:调解|谈|到|过来)|选第?[一二三\d]个?|第[一二三]个(?:时间)?|can we meet|reschedule/;
const disputed = /钱|款|赔|调|协议|工资|押金|法院|道歉|对方|反悔|谈|\d{3}|[百千万]/;
const mentionsMediation = /调解|调(?:一下|解室)|喜哥|聪哥|和事嫂|mediat|对方|双方|他们那边|案子|坐下来|合同来|证据/;
/** Where a hazard may be open as well. */
const aboutRepairs =
  /修|没下文|等了|人呢|整改|路灯|井盖|隐患|举报|上报|报的|复查|怎么还|明明说|来了个人|就走了|看了一眼|弄好|装好|灭火|通道|电线|栏杆/;
const strictly = /调解|喜哥|聪哥|和事嫂|mediat/;
/** Words that leave no doubt although no case is known to be open. */
const askingRules =
  /^(?:请问|问一?下|想问|咨询)|(?:怎么|如何)(?:申请|算|办|写|走)|要(?:钱|什么)吗?$|区别|有效|有没有用|管用|哪里|在哪|上不上班|收费|能不能(?:强制|反悔)|算不算|什么条件|要带什么/;

/** Reads a step of a dispute, or nothing. */
export function course(heard: Utterance): Meaning | undefined {
  const { plain, message } = heard;
  const ours = message.openCase || message.room === 'mediation';
  if (message.openCase && aboutCase.test(plain) && heard.clauses.some(({ asks }) => asks)) return asked(heard);
  if (askingRules.test(plain) || (message.room === 'village' && !message.openCase)) return undefined;
  if (heard.clauses.some(({ asks }) => asks) && likelihoodOfQuestion(heard)) return undefined;
  for (const way of ways) {
    const match = way.words.exec(plain);
    if (match === null || way.unless?.test(plain) === true) continue;
    if (!ours && way.outright?.test(plain) !== true) continue;
    if (message.openCase && aboutRepairs.test(plain) && way.outright?.test(plain) !== true && !disputed.test(plain))
      continue;
    if (!fits(heard, way.intent, ours)) continue;
    return meaning(heard, way.intent, match.index, match.index + match[0].length, ours);
  }
  return schedule(heard, ours);
}

/** 调好了对方不给钱 能去法院申请吗: asked, and nothing told. */
function likelihoodOfQuestion(heard: Utterance): boolean {
  return (likelihoods(heard).get('question') ?? 0) > mostlyAsked;
}
const mostlyAsked = 0.5;

/** How far is my case: asked by one of its sides. */
const aboutCase = /(?:案子|调解|申请|纠纷|单子)[^,。]{0,6}(?:什么时候|几时|怎么样|到哪|进展|结果|多久|好了没|有没有)/;

function asked(heard: Utterance): Meaning {
  const words = wordsAt(heard.text, 0, Math.min(heard.plain.length, 24));
  return { intent: 'question', confidence: 0.93, fields: {}, because: [{ field: 'intent', words }] };
}

/** Payments need a sum or a plain word for one; a story that is told for the first time is no step. */
function fits({ plain, message }: Utterance, intent: Step, ours: boolean): boolean {
  if (intent === 'dispute_payment') {
    const sums = sumsIn(plain).length;
    if (ours && message.openCase) return sums > 0 || /打过去|转过去|打过来|到账|打给|转给|付过去/.test(plain);
    return (
      sums > 1 && /(?:讲好|说好|谈好|协议|约定|总共|一共)/.test(plain) && /剩|余|还差|下(?:个)?月|月底|分期/.test(plain)
    );
  }
  return ours || plain.length < 60;
}

function schedule(heard: Utterance, ours: boolean): Meaning | undefined {
  const { plain, message } = heard;
  const when = timeSaid(heard);
  const match = attend.exec(plain);
  const moved = cantCome.exec(plain);
  const clock = when.fields.time !== undefined && message.openCase && plain.length < 30 && !aboutRepairs.test(plain);
  const said = (when.because.length > 0 && match !== null) || clock;
  if (!said && moved === null) return undefined;
  const about = mentionsMediation.test(plain);
  if (!(message.openCase || about) || (!ours && !about)) return undefined;
  if (aboutRepairs.test(plain) && !about) return undefined;
  if (!ours && !strictly.test(plain)) return undefined;
  if (message.room === 'mediation' && !message.openCase && /材料|培训|值班|会议|昨[天晚]/.test(plain)) return undefined;
  if (plain.length > 60) return undefined;
  const at = moved ?? match ?? /\S+/.exec(plain);
  return at === null ? undefined : meaning(heard, 'dispute_schedule', at.index, at.index + at[0].length, ours);
}

/** Where none is open, an agreement that was not kept is most often a dispute that is told for the first time. */
const toldFirst: ReadonlySet<Step> = new Set(['dispute_breach']);

function meaning(heard: Utterance, intent: Step, start: number, end: number, ours: boolean): Meaning {
  const because: Because = { field: 'intent', words: wordsAt(heard.text, start, end) };
  const details = stepDetails(heard, intent);
  return {
    intent,
    confidence: heard.message.openCase ? 0.95 : toldFirst.has(intent) ? 0.8 : ours ? 0.93 : 0.9,
    fields: details.fields,
    because: [because, ...details.because],
  };
}

/** When, how much, and that nothing was paid. */
export function stepDetails(heard: Utterance, intent: Intent): Finding {
  if (intent === 'dispute_schedule') return timeSaid(heard);
  return joined(disputeDetails(heard, true), intent === 'dispute_breach' ? nonePaid(heard) : nothing);
}

const nothingPaid =
  /一(?:分|毛)钱?影子|一(?:分|毛)(?:钱)?(?:都|也)?(?:没|不|未)[^,。]{0,3}(?:给|付|还|见|收|到)?|分文未|没给过(?:一分)?钱|nothing|anything/;

function nonePaid(heard: Utterance): Finding {
  const match = nothingPaid.exec(heard.plain);
  return match === null ? nothing : finding(heard, 'paidYuan', 0, match.index, match.index + match[0].length);
}
