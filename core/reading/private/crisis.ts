/** Somebody is in danger and tells of it in private: they want to die, are beaten at home, are threatened, a crowd gathers. */
import type { CrisisKind } from '../../catalogue.ts';
import { emergency } from '../danger/emergency.ts';
import { joined } from '../finding.ts';
import { oneOf } from '../one-of.ts';
import { wordsAt } from '../plain-text.ts';
import type { Because, Meaning } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { likelihood, likelihoods, likelyCrisisKind, reasonsFor } from '../likeness/likeness.ts';
import { loud, wordPieces } from '../likeness/pieces.ts';
import type { Piece } from '../likeness/pieces.ts';
import { placeSaid } from './details.ts';
import { dispute } from './dispute.ts';

interface Danger {
  readonly kind: CrisisKind;
  readonly words: RegExp;
  readonly unless?: RegExp;
}

const home =
  '(?:老公|丈夫|男人|前夫|前男友|男朋友|男友|对象|老婆|当家的|姐夫|妹夫|女婿|继父|后爸|后妈|继母|养父|儿子|儿媳|爸爸?|妈妈?|公公|婆婆|husband|boyfriend|father)';
/** He or she alone may be anybody: at home it comes again, or is feared. */
const again = '(?:又|老|经常|总是?|天天|一直|每次|每天|喝[^,。]{0,4}就?)';
const hits = '(?:打|揍|踢|踹|掐|扇|抽|砸|捅|推倒|烫|揪)';
const hitNot =
  '(?!工|牌|麻将|球|游戏|电话|呼噜|扰|算|扫|官司|听|钱|款|过来|印|包|拼|理|开|车|架|伤了人|招呼|字|针|卡|赌|鼾|架)';
const mine = '(?:我|孩子|小孩|娃|女儿|儿子|囡|妈|姐|妹|她|他|老人|宝宝|那个小孩|me|her|us|the kids?)';

const dangers: readonly Danger[] = [
  {
    kind: 'self_harm',
    words: oneOf(
      '(?:不|勿|唔)想(?:再)?活|不要活了|只有(?:这)?一条路|没(?:有)?路(?:可走)?了|没法(?:跟|向)?[^,。]{0,4}交代|(?:胳膊|手腕|手臂)上[^,。]{0,4}(?:刀印|刀痕|划痕)|做傻事|活不(?:下去|了|成)|活(?:够|腻)了|活着(?:真|好|也|太|还)?(?:的)?(?:没|有什么|有啥|累|是受罪|干什么|干嘛|没什么)|(?<![不别没])想(?:要|去|到)?死(?!你|我|了的心都没|党|机)|想(?:到)?一死了之|死了(?:算|就|干净|得了|拉倒|一了)|去死(?:了|吧)?$|不如死|死路一条|没(?:有)?活路|逼(?:我|我们)?(?:去)?死|死给[^,。]{0,4}看|寻死|轻生|自杀|自尽|寻短见|想不开|自残|自伤|割(?:手)?腕|划(?:自己|手(?:腕|臂)?|胳膊)|一了百了|同归于尽',
      '(?:撑|熬|挺|扛)不(?:下去|住了|住)(?=$|[\\s,。!了])|(?:不知道|还)?(?:能)?(?:撑|熬)(?:多久|到什么时候)|遗书|遗言|后事|绝路|走上绝|解脱(?:了|算)|走了(?:干净|算了)|收尸|做傻事|没用的人|拖累(?:你们|家里|孩子|他们)|先走了$|别找我了?$|(?:用不着|不需要)了[^。]{0,12}(?:送人|给你)|(?:密码|存折|房产证)[^。]{0,10}(?:都)?(?:告诉|交给|给了)[^。]{0,10}(?:用不着|以后|照顾|靠你)|(?:该)?交代(?:的)?(?:都|好)[^。]{0,8}(?:写|了)|(?:照顾|照看)(?:好|下|一下)?我(?:妈|爸|孩子|爸妈)|想想算了|下辈子|没脸(?:见人|活)|(?:想|好想)(?:就)?(?:消失|解脱|从世界上)|了断(?:自己|算了)|(?:了结|结束)(?:自己|生命|这一切|一切)|没(?:有)?(?:什么)?(?:盼头|留恋|意义|指望)(?:了|的)|生无可恋|带(?:着)?(?:孩子|娃|小孩|女儿|儿子)一起(?:走|死|跳)',
      '(?:喝|吃|吞|买)(?:了|好)?[^,。]{0,4}(?:农药|百草枯|敌敌畏|安眠药|老鼠药|毒药)|(?:就|要|想|去)(?:喝|吃)药(?!治|了吗|没)|(?:谢谢|对不起|再见)(?:了)?(?:大家|你们|各位)[^。]{0,16}(?:这些年|下辈子|电话|关机|先走|保重)|最后一次(?:发|说|联系|见)|药(?:都)?(?:买|备|准备)好|(?:我|想|要|就|去)(?:也)?[^,。]{0,8}跳(?:下去|楼|河|江|桥|水库|塔吊)|(?<![晚早楼车架山头面边机塔])上吊(?![东装重钢车着顶机起篮灯])|(?:我|想|要|就|去)往下跳|抑郁[^。]{0,20}(?:死|刀|手|药|不想|怎么办)|爬(?:到|上)[^,。]{0,4}(?:塔吊|吊臂|吊车|楼顶|厂房顶|高压|铁塔|广告牌)',
      '\\b(?:kill(?:ing)? (?:my|him|her)self|(?:say|said|saying) goodbye to every|suicid\\w*|end (?:my|it)(?: life| all)?|want(?:s)? to die|do(?:n.t| not) want to live|no reason to live|take care of my (?:parents|kids?|mother|mom)|goodbye (?:everyone|everybody|all)|can.t go on|better off dead)\\b',
    ),
    unless:
      /跳楼价|跳楼机|猫|狗(?!日)|想死的心都有|不会想不开|劝(?:你|大家)?别?想不开|跳河里(?:游|洗)|想不开(?:车|会)|后事如何|结束自己的(?:班|工作)/,
  },
  {
    kind: 'domestic_violence',
    words: oneOf(
      '家暴(?!可以|找|宣|法|知识|怎么(?:办理|申请|取证))|家庭暴力(?!法|宣)',
      `喝(?:了|点|多|醉)?(?:了)?酒?[^,。]{0,4}${hits}${hitNot}[^,。]{0,3}我|(?<![没不])又(?:对我)?动手(?:打人|打我)?了(?!术)`,
      `(?:他|她|伊)(?!家|们)[^,。]{0,4}${again}[^,。]{0,4}${hits}${hitNot}[^,。]{0,4}${mine}|(?:他|她|伊)(?!家|们)[^,。]{0,6}(?:${hits}${hitNot})[^,。]{0,4}(?:我|女儿|孩子|妈)[^。]{0,14}(?:好?怕|害怕|不敢|救|很凶|皮带|拦不住|娘家|妈家)|(?:他|她|伊)[^,。]{0,8}(?:掐[^,。]{0,3}脖子|把我(?:推|打|反锁|锁|拖|按))|一?[吃喝](?:老)?酒就[^,。]{0,4}(?:打|拿|动手)`,
      `${home}[^,。]{0,6}一起打(?:$|[\\s,。])|${home}[^。]{0,16}(?<![考搞办说])${hits}${hitNot}[^,。\\s]{0,5}${mine}`,
      `(?:被|给|遭)[^,。]{0,3}${home}[^,。]{0,4}(?:${hits}${hitNot}|家暴|赶出来|锁)`,
      `${home}[^,。]{0,12}(?:动手(?!术|做)|打人|打得|出气|掐(?:我|她)?脖子|拿[^,。]{0,4}(?:打|抽|砸|扔我))`,
      `(?:爸|爸爸|继父|后妈|后爸|爹|妈)[^,。]{0,6}${hits}${hitNot}(?:妈|我|孩子|小孩|弟|妹)|(?:打|虐待)(?:孩子|小孩|老人|老娘|老爹)(?!怎么)[^。]{0,8}`,
      '(?:反锁|锁|关)(?:在|着|我)[^,。]{0,8}(?:房|家|屋|里)[^。]{0,12}(?:不让|不给|出不)|不敢(?:回家|睡)|(?:孩子|小孩|女娃|男娃)[^。]{0,12}(?:捡垃圾吃|饿得|不给(?:饭|衣服|穿|吃)|关(?:在)?阳台)|不让(?:我)?出门[^。]{0,10}打|身上[^,。]{0,4}(?:全是|都是|好多)?(?:伤|青|紫)|揪(?:着)?我?(?:的)?头发|撞墙|被按(?:在|着|倒)[^,。]{0,6}打|拧(?:脱臼|断|肿)|身上没一块好|罚站[^。]{0,10}(?:光|背|条|伤|冻)|打了(?:我)?[一二两三四五六七八九十几\\d]+年|(?:被|给)(?:他|她|伊)(?!家|们)[^,。\\s]{0,8}(?:打|抽|揍|掐|踹|扇)|拿(?:烟头|皮带|开水|衣架)[^,。]{0,4}(?:烫|抽|打|泼)',
      '\\b(?:beats?|beating|hits?|hitting|abus\\w+|chok\\w+) (?:me|us|her(?! head| arm| leg|self)|my (?:kids?|mother|mum|mom|daughter|son|wife)|the kids?)\\b|scared to go home|domestic violence',
    ),
    unless: /打情骂俏|\ba guy\b|stranger|at the bar|打败|打游戏|抢遥控器|打水仗|打闹|打是亲/,
  },
  {
    kind: 'violence',
    words: oneOf(
      '(?:要|会|就|说|去|敢|扬言|威胁|放话|发誓|想)[^,。]{0,10}(?:杀(?:了|死|我|他|她|掉|人|全)|砍(?:死|了(?:我|他|她|人|你)|我|他|她|人|断[^,。]{0,4}[手腿脚])|捅(?:死|了|我|他|她)|弄死|打死(?!它)|搞死|整死|做掉|撞死|烧(?:死|了)(?:我|他|她|你|我们|他家|房子)|打断[^,。]{0,5}(?:腿|手)|卸[^,。]{0,4}(?:腿|胳膊)|要(?:我|他|她|你|我们)的?命|废了(?:我|他|她)|弄(?:我|死|残)|打残|剁(?:手|脚|了)|泼(?:硫酸|汽油))',
      '(?:拿|带|提|举|拎|持|抄|揣)(?:着|了|出|起|把)*[^,。\\s]{0,3}(?:刀|斧|锄头|棍|钢管|铁锹|砍刀|汽油)[^。]{0,8}(?:要|说|追|砍|打(?!枣)|威胁|我家|上门|堵|冲|吓)|(?:砍|捅|杀)(?:了|死)?(?:他|她|你|我|他们|伊)(?:全家|一家)?|同归于尽|一命换一命|(?:说|扬言|放话|威胁|发)[^。]{0,16}(?:收拾(?:我|谁|一个)|不放过|别想(?:好过|安生)|走着瞧|(?:孩子|家人|老婆)[^,。]{0,6}(?:小心|当心)|(?:小心|当心)[^,。]{0,4}(?:孩子|家人|点))|(?:发|送|寄|扔|放)[^。]{0,12}(?:棺材|花圈|遗像|死老鼠|刀片|子弹)|(?:准备|买|拎|提|带)(?:了|好)?[^,。]{0,3}(?:汽油|硫酸|砍刀)|拼命(?=$|[\\s,。])|跟(?:他|她|他们)拼了|报复社会|(?:威胁|堵|跟踪|骚扰|放话|讨债|追债)[^。]{0,24}不敢(?:出|上学|上班|睡觉|回)|跟踪[^,。]{0,6}(?:我|女儿|她)|堵(?:在)?(?:我家|家)门口?[^。]{0,14}(?:威胁|不敢|怕|腿|命)',
      'threat\\w* to (?:kill|hurt|beat|stab|burn)|(?:will|going to|gonna) kill (?:me|us|him|her)|kill (?:me|my family)',
    ),
    unless:
      /杀价|砍价|打死它|砍(?:不肯|树|柴|竹)|杀鸡|杀鱼|杀猪|拼命(?:干|工作|赚|做)|笑死|打死(?:也|都|我也)不|打死不|抹杀|想打死他|(?:蚊子|苍蝇|老鼠|蟑螂|蛇)|切菜|拿着?刀切/,
  },
  {
    kind: 'crowd',
    words: oneOf(
      '(?:\\d{2,4}|十几|[一二两三四五六七八九]十|几十|上百|[一两二三]百)(?:多|几|来)?(?:个|号|名)?(?:人|工人|村民|家属|民工|业主|农民工|家长)[^。]{0,16}(?:堵|围|冲|聚|闹|推|打起来|拉横幅|抬着|激动|讨薪)',
      '(?:大家|工人|村民|家属|业主)[^,。]{0,8}(?:要冲进|冲进去|要打起来|要砸|情绪(?:很|非常)?激动)|抬(?:着)?棺材|(?:村民|工人|家属|业主)[^。]{0,14}(?:要|快)(?:打|动手|砸)(?:起来)?|拉横幅|堵(?:高速|国道|马路|大门)[^。]{0,6}',
    ),
    unless: /排队|跳舞|演唱|集市|庙会|看戏/,
  },
  {
    kind: 'domestic_violence',
    words: oneOf(
      '(?:孩子|小孩|娃|宝宝|女儿|儿子|[一二两三四五六七八九]岁)[^。]{0,14}(?:没人管[^。]{0,4}(?:饿|两天|几天)|被(?:虐待|猥亵|性侵|关|打得)|饿了[^,。]{0,4}天|一个人(?:关|锁|扔)在家)|猥亵|性侵|强奸|(?:继父|后爸|叔叔|伯伯|老师|邻居|大人|爸爸|他)[^。]{0,8}(?:晚上)?(?:进|摸|碰|脱)(?:她|女儿|孩子|学生|我)(?:的)?(?:房间|身上|身体|衣服)?(?=$|[\\s,。]|[^。]{0,6}(?:怕|哭|敢))',
    ),
  },
];
/** Here and now, with hands or in the open: whoever is called out is needed, and reads it as an emergency. */
const acting =
  /快(?:来|点|救|报)|救命|救我|正在|在(?:踹|砸|打|砍|追|楼顶|桥上|阳台|天台|窗)|躲(?:在|进)|踹门|砸门|拿(?:着|了|起)[^,。]{0,3}刀|菜刀|(?:割腕|吞|喝下?|吃)了(?!酒|点酒|饭|几|两|口)|流血|好多血|出血|站在|坐在[^,。]{0,4}(?:边|沿|栏)|昏|不省|没气|不见了|联系不上|电话(?:也)?(?:不接|打不通)|拿(?:着|了|起)?[^,。]{0,3}(?:棍|锹|斧)|抵(?:着|住)|架在|煤气|汽油|手[上里](?=$|[\s,。])|翻墙|躲|围(?:着|住)|喊|打斗|发(?:了)?[^,。]{0,6}(?:照片|朋友圈|视频)|塔吊|天台|楼顶|桥上|吐白沫|翻白眼|help(?! me to)|right now|冲(?:到|过来|进)(?!去)/;
/** Among neighbours only what nobody says lightly. */
const plainEnough =
  /不想活|活不下去|活够|死给|死路一条|没(?:有)?活路|遗书|家暴|(?:老公|丈夫|男人|儿子|前夫)[^,。]{0,6}打(?:我|孩子)|(?:要|说)(?:杀|弄死|砍死)|想死$|kill/;
const joking =
  /哈哈|嘻嘻|嘿嘿|😂|🤣|😄|😆|笑死|hhh|(?<!不像|不是)开玩笑|作业|(?:饿|困|累|热|冷|丑|胖|馋|笑|无聊|尴尬|羡慕|帅|甜|辣|酸|难吃|堵|加班|减肥|考试|上班)(?:得|到)?[^,。]{0,3}(?:想死|不想活|要死)|打呼噜|游戏|电视剧|这剧|女主|男主|剧(?:里|情|中)|小说|电影|球(?:赛|队)|股票|基金|上天台|吐槽|表情包|段子|这题|蚊子|狗头|🐶/;
const past =
  /(?:以前|之前|从前|早年|那年|去年|前年|[一两二三四五六七八九十几\d]+年前|结婚头几年|曾经)[^,。]{0,10}(?:打|动手|想死|不想活|自杀|家暴)|(?:打|揍)过(?:我|她|妈)?(?:好几|两|几|一)?次|想过死|现在好了/;
const reassured =
  /(?:不会|没(?:有)?|哪里会|怎么会|又不)(?:真的?)?(?:要|想|打算)?(?:去)?(?:死|自杀|寻死|想不开|打我|动手)|不是(?:要|想)(?:死|自杀)|没想死/;
const asking =
  /^(?:请问|问一?下|想问|咨询|想咨询)|怎么(?:申请|认定|取证|算|预防|判)|去哪(?:里)?(?:申请|报)|算(?:不算)?家暴吗|宣传|讲座|培训|演练|案例|统计|案子|报表|电视|新闻|普法|台账|归档|各位|通知|【/;

/** Reads danger that is told in private, or nothing. `private` rooms are the bot's own chat and the mediators'. */
export function crisis(heard: Utterance): Meaning | undefined {
  const { plain, message } = heard;
  if (message.room === 'village' && !plainEnough.test(plain)) return undefined;
  if (isLight(plain)) return undefined;
  const found = dangers.flatMap((danger) => foundAt(danger, plain));
  const first = found[0];
  if (first === undefined) return undefined;
  // What is long over belongs to the dispute it is told in, unless somebody wants to die.
  if (past.test(plain) && first.kind !== 'self_harm' && !/今[天晚早]|昨[天晚]|刚|现在(?!要离)/.test(plain))
    return undefined;
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  const because: Because[] = [
    { field: 'intent', words: wordsAt(heard.text, first.start, first.end) },
    ...kinds.slice(0, 2).flatMap((kind): Because[] => {
      const one = found.find((other) => other.kind === kind);
      return one === undefined ? [] : [{ field: 'kinds', words: wordsAt(heard.text, one.start, one.end) }];
    }),
  ];
  const place = joined(placeSaid(heard));
  const inPrivate = message.room === 'direct' || message.room === 'mediation';
  return {
    intent: 'crisis',
    // Below what reads an emergency where hands are needed now; above it where a person to talk to is.
    confidence: inPrivate && !needsHands(heard, first.kind) ? 0.985 : 0.83,
    fields: { kinds: kinds.slice(0, 2), severity: 'emergency', ...place.fields },
    because: [...because, ...place.because],
  };
}

/** Said in jest, taken back, or asked and talked about in general. */
function isLight(plain: string): boolean {
  return joking.test(plain) || reassured.test(plain) || asking.test(plain);
}

/** Whoever is called out is needed: by rule, or by all that was ever written. */
function needsHands(heard: Utterance, kind: CrisisKind): boolean {
  if (!acting.test(heard.plain) && kind !== 'crowd') return false;
  return emergency(heard) !== undefined || likelihood(heard, 'emergency') > likelihood(heard, 'crisis');
}

function foundAt({ kind, words, unless }: Danger, plain: string): { kind: CrisisKind; start: number; end: number }[] {
  const match = unless?.test(plain) === true ? null : words.exec(plain);
  return match === null ? [] : [{ kind, start: match.index, end: match.index + match[0].length }];
}

/** Nothing is sensed where no word could speak of danger. */
const couldBe =
  /[死活命药刀打杀砍怕血伤哭跳楼河桥喝割掐踢抽锁堵围逼债救遗别摸欺虐揪按拧吊烧毒绝沉躲逃疯恨怨累]|\b(?:hurt|hit|beat|kill|die|dead|afraid|scared|lock|chok|burn|blood|touch|bruis|goodbye|alone|knife)/;

/** How likely it must be where no word says it outright, and where the words tell of a quarrel that has a kind; where it is nearly as likely as anything else a person looks. */
const likely = { share: 0.3, ofMost: 0.8, besideDispute: 0.5, asDispute: 0.9 };
/** A rule's words say more than a few letters do. */
const loudness = 9;

/** What kinds of danger are learned by: the pieces of the words, and what rules find in them. */
export function crisisPieces(plain: string): Piece[] {
  const found = dangers.flatMap((danger) => foundAt(danger, plain));
  return [...wordPieces(plain), ...found.flatMap((one) => loud(one.kind, loudness, one))];
}

/** Which danger a crisis is most likely of that no word names outright. */
export function sensedKind(plain: string): CrisisKind {
  return likelyCrisisKind(crisisPieces(plain)).meant;
}

/** A quarrel that has a kind is a dispute, unless it is plainly danger. */
export function isRatherDispute(heard: Utterance): boolean {
  const share = likelihood(heard, 'crisis');
  if (share < likely.share || share >= likely.besideDispute) return false;
  if (likelihood(heard, 'dispute') < likely.asDispute * share) return false;
  const [kind = 'other'] = dispute(heard)?.fields.kinds ?? [];
  return kind !== 'other';
}

/** Told to the bot or the mediators alone, what sounds like those who were in danger is heard as such: a person looks. */
export function sensedCrisis(heard: Utterance): Meaning | undefined {
  const { room } = heard.message;
  if ((room !== 'direct' && room !== 'mediation') || isLight(heard.plain) || !couldBe.test(heard.plain))
    return undefined;
  const share = likelihood(heard, 'crisis');
  const most = Math.max(...likelihoods(heard).values());
  if (share < likely.share || share < likely.ofMost * most) return undefined;
  if (isRatherDispute(heard)) return undefined;
  const kind = sensedKind(heard.plain);
  const because = reasonsFor(heard, 'crisis');
  return {
    intent: 'crisis',
    confidence: 0.9,
    fields: { kinds: [kind], severity: 'emergency' },
    because: [...because, ...because.slice(0, 1).map((one): Because => ({ ...one, field: 'kinds', confidence: 0.5 }))],
  };
}
