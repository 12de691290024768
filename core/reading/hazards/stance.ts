/** Why words that name a hazard may be no report of one: notices, advertisements, news, questions, praise, figures. */
import { oneOf } from '../one-of.ts';
import type { Clause, Utterance } from '../utterance.ts';
import type { FoundHazard } from './hazard-signs.ts';
import { isFindable, whereIn } from './where.ts';

/** How the writer stands to what is named. */
export type Stance =
  | 'seen'
  | 'asked'
  | 'notice'
  | 'advertisement'
  | 'elsewhere'
  | 'past'
  | 'fine'
  | 'counted'
  | 'drill'
  | 'private'
  | 'own_work';

const rules: readonly (readonly [Stance, RegExp])[] = [
  [
    'notice',
    oneOf(
      '温馨提[示醒]|友情提[示醒]|^【?通知|通知】|^公告|宣传[:：]|通告|告知书|倡议|预警|敬请|周知|给您带来|带来(?:的)?不便|不便之处|停用|谢谢配合|感谢配合|物业服务中心|(?:村委|居委|社区)会?宣?$|转发[:：]|转给|扩散',
      '请(?:各位|大家|广大|居民|业主|村民|各|务必|注意|绕行|勿|不要|关好|提前|房东|企业|自觉|尽快将|妥善)|(?:大家|各位)(?:注意|小心|当心|骑车|开车|一定)|专项(?:整治|行动|检查)|随手拍活动|活动(?:开始|通知)|启动仪式|响应启动|消防安全月|谨防|要(?:当心|小心|注意)|切勿|遇到[^,。]{0,8}不要|不要[^,。]{0,8}[,。 ]容易|严禁|杜绝|务必|积极参加|踊跃',
      '(?:今晚|明天|本周|下周|近期)?重点(?:检?查|抽查|整治)|' +
        '(?:明|后|今|周[一二三四五六日])[天晚日上下早]?[^,。]{0,10}(?:年检|维护|检修|疏通|施工|停电|停水|改造|安检)|(?:维修|检修|停电|施工)通知|(?:隐患|检查)[^,。]{0,4}(?:自查表|排查)交|引以为戒',
    ),
  ],
  [
    'advertisement',
    /(?:电话|手机|微信|vx|加微|联系)[:： ]?\s*\d{3}|私聊|加微|转让|求购|(?:急)?招(?:聘|普工|工|租|[^,。]{0,3}[工员名])|专业(?:维修|疏通|安装|水电|承接|清洗|修)|上门(?:安装|维修|回收|收)|(?:高价|上门|长期|大量|专业)(?:回?收)|^(?:上门)?回?收(?!到|拾|队|站|厂|的|废|购站)|包吃住|月薪|月租|水电另算|\d+(?:块|元)?(?:一个?|每)月|优先|拎包入住|出租[:：]|厂房出租|下单|促销|打折|八折|一个面\d|年检充粉|有要的|要的(?:私|联系)|便宜卖(?:了|掉)?$|\d+(?:块|元)?拿走|货到付款/,
  ],
  [
    'elsewhere',
    /新闻|纪录片|(?:刷到|看到?)[^,。]{0,6}视频|抖音|电视[里上剧]|电影|外[省县地市](?!来|车|口|牌|人|货)|隔壁[镇县市村][^。]{0,8}(?:上|去|前|昨|着|烧|炸|听说)|别的村|网上(?:说|看)|听说(?!他|老板|里面|那家|要)[^。]{0,12}(?:爆炸|着火|烧|死|出事)|小说|游戏/,
  ],
  [
    'drill',
    /演[练习]|推演|训练(?!场|塔旁)|培训(?:内容|会|在哪|报名|通知|班)|消防课|讲座|比武|考(?:了|到|个|完)[^,。]{0,4}证|教训|复盘/,
  ],
  [
    'counted',
    /(?:检查|排查|巡查|走访)[^,。]{0,6}\d+[^,。]{0,2}(?:家|户|处|小时|公里|次)|隐患\s*\d+\s*[处个条起]|(?:整改率|整改|立改|限期)\s*\d+|\d+\/\d+\/\d+|累计|日报|人次|处罚\d/,
  ],
  [
    'past',
    /(?:裂|坏|断|漏|堵)过(?![^。]*(?:现在|还|又|没修|没人))|小时候|抓到一?个|我把[^,。]{0,6}(?:撞|弄|摔|打)|年轻(?:时|的时候)|那年|当年|前几年|好多年前|以前我们|从前/,
  ],
];
const fine =
  /完好|畅通|正常(?!情况)|良好|都亮着|关好|锁好|没有?(?:发现)?(?:什么)?(?:隐患|问题|异常|情况|飞线|堆物)|无(?:异常|隐患)|平安|没人(?:游泳|钓鱼|玩水)|无(?:异味|明火|烟火|人员)|点赞|👍|给力|修得(?:真|很)好|真(?:亮|方便|舒服|好)|终于(?:修|换|装|通|亮|不用)|漂亮|好看|(?:做|弄|刷|洗|铺|修|换|装|清)(?:好|完|干净)了(?![^。]*(?:又|还|没))|绝了|刷(?:了新?|新)漆(?:[,。\s]|$)|刷了新|跟新的一样|保持/;
const privateThing =
  /我(?:家|自己|房间)(?:里|的)?[^,。]{0,3}(?:灯泡?|插[座排]|电视|空调|马桶|水龙头|冰箱|洗衣机|电脑|手机|网|宝宝|孩子|猫|狗|墙上|阳台(?:种|养))|手机(?!电池|维修)|电脑|耳机|蓝牙|(?:借|推荐|介绍)(?:个|一|我|下)|靠谱|谁(?:会|有空)(?:修|的)|有空吗|打麻将|好吃|哪里(?:有|能)?(?:买|卖)/;
const jesting = /冰箱|股票|基金|哈哈|嘻嘻|嘿嘿|笑死|😂|🤣/;
/** Jokes, dreams, and damage at home that is a quarrel with whoever did it. */
const exaggerated = /笑死|塌房|做梦|梦[到见]|天花板都要|(?:装修|楼上|隔壁)[^。]{0,8}我家[^,。]{0,8}(?:震|泡|漏)/;
/** A squad's own gear and vehicles, a patrol's own cart. */
const ownGear =
  /(?:训练|我们的?|站里|车库|库房|装备|空呼|水泵|泵|水带|绳子|警灯|对讲机|手电|巡逻车|反光背心|[一二三123]号车|手台|头盔|无人机)[^。]{0,14}(?:明天|保养|换新|修|换|检|充|少|坏|油不|打不着|漏|拿)/;
const fresh = /还(?!好|行|可以|不错)|现在|一直|又|到现在|天天|每天|总是|老是|没人管|没人修|今天|刚才|刚刚/;

/** Asked but meant: 没人管吗, 会不会倒啊, 出事了谁负责. */
const rhetorical =
  /管不管|没人管|没有人管|谁(?:来)?管管|谁负责|怎么没人|都不管|像什么话|(?:会不会|不会)[^,。]{0,4}(?:倒|塌|掉|出事|漏|着|爆|砸)|吓人[不吧]|怎么(?:能这样|搞的)|掉(?:下去|下来)[^,。]{0,4}怎么办|怎么得了|怎么[跑逃]|(?:怎|咋)跑|算什么|合理吗|安全吗|像话吗/;
/** Asks for something to be done: it is meant where a place or the present says so. */
const requesting =
  /(?:能不能|可不可以|可以|能|麻烦|请|帮忙?|有没有人|什么时候(?:能)?|啥时候(?:能)?)[^,。]{0,6}(?:来|派|处理|修|清|看|管|查|解决|装|弄|换|反映|报)|怎么(?:报修|反映|举报|处理|回事|办)|有人(?:管|来)吗|找谁|归谁|谁管/;
const askingOpens =
  /^(?:请问|问一?下|想问|我想问|咨询|问个事|打听|有没有人知道|谁知道|你们这边)|多少钱|收费|多久(?:要)?[换检]|是不是(?:必须|归|要)|可以(?:自己)?装吗|怎么(?:认定|收费|用|选|考)|哪里(?:考|买|报名|办)|要(?:装|办|交|考)[^,。]{0,8}吗/;

/** How the writer stands to the hazards `found` in the message; `seen` when it is a report. */
export function stanceOf(heard: Utterance, found: readonly FoundHazard[]): Stance {
  const { plain, message } = heard;
  for (const [stance, words] of rules) if (words.test(plain)) return stance;
  if (fine.test(plain) && !/但是?|就是|不过|可是|只是/.test(plain)) return 'fine';
  if (exaggerated.test(plain) && message.photos === 0) return 'private';
  if (jesting.test(plain) && message.photos === 0 && !isFindable(whereIn(heard).fields.place ?? '楼道'))
    return 'private';
  if (message.room === 'mediation' && !/隐患|举报/.test(plain)) return 'private';
  if (
    privateThing.test(plain) &&
    message.photos === 0 &&
    message.room !== 'direct' &&
    !/隐患|举报|反映|楼道|通道/.test(plain)
  )
    return 'private';
  if ((message.room === 'squad' || message.room === 'patrol') && ownGear.test(plain)) return 'own_work';
  if (askingEnds.test(plain) && message.photos === 0) return 'asked';
  if (found.length > 0 && found.every((one) => isAsked(heard, one)) && !isMeant(heard)) return 'asked';
  return 'seen';
}

/** Whether it asks although no mark and no word of asking shows it: 算违建不, 要提前多久申请. */
export function asksUnmarked({ plain }: Utterance): boolean {
  return askingEnds.test(plain);
}

/** 连个证都没有 ends like a question and is none. */
const onlyDenies = /(?:都|也|还|从来|一直|根本|什么|连)[^,。]{0,4}(?:没有?|不)[了的啊呀]*$/;

/** Whether the clause asks, and does not only deny. */
export function trulyAsks({ asks, words }: Clause): boolean {
  return asks && !onlyDenies.test(words);
}

/** Whether it counts inspections and hazards, as daily figures do. */
export function isCounted(plain: string): boolean {
  return rules.some(([stance, words]) => stance === 'counted' && words.test(plain));
}

function isAsked(heard: Utterance, { start, end }: FoundHazard): boolean {
  return heard.clauses.some((clause) => trulyAsks(clause) && clause.start < end && clause.end > start);
}

/** 能停大货车不, 算违建不, 要提前多久申请: questions that no mark shows. */
const askingEnds =
  /(?:算|能|可以|会|要|让|给|有|用|行|免费)[^,。]{1,14}(?:不|吗|么|没有?)[\s~。]*$|(?:能|可以|要|得)[^,。]{1,8}(?:几[个瓶只]|多少)[^,。]{0,3}$|(?:要|得)(?:提前)?(?:多久|几天|多少|什么)|怎么(?:报名|申请|选)|^(?:想)?(?:了解|请教)一?下/;

/** What is said and not asked. */
function told({ clauses }: Utterance): string {
  return clauses
    .filter((clause) => !trulyAsks(clause))
    .map(({ words }) => words)
    .join(' ');
}

function isMeant(heard: Utterance): boolean {
  const { plain, message } = heard;
  if (askingOpens.test(plain)) return message.photos > 0;
  if (message.photos > 0 || rhetorical.test(plain) || fresh.test(told(heard))) return true;
  if (/谁家|哪家(?!好|医院|店|银行|饭店|公司|单位)|哪个(?:把|缺德|家|人|工地|车)/.test(plain)) return true;
  return requesting.test(plain) && isFindable(whereIn(heard).fields.place ?? '楼道');
}
