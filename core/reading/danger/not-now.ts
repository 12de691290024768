/**
 * Danger that is talked about and not happening: the past, stories and news, drills and lessons, warnings and what-ifs,
 * statistics, claims. Each rule names itself, so that a reading can be explained.
 */
import { oneOf } from '../one-of.ts';

/** Why danger that was named is not danger now. */
export type NotNow =
  | 'long_past'
  | 'past'
  | 'elsewhere'
  | 'drill'
  | 'advice'
  | 'supposed'
  | 'counted'
  | 'claim'
  | 'habit'
  | 'joke'
  | 'over';

const rules: Readonly<Record<NotNow, RegExp>> = {
  long_past: oneOf(
    '老早子?|老底子|前些年|那年头|上(?:次|回|个?(?:月|周|星期|礼拜))|去年|前年|那年|那次|那回|当年|往年|小时候|年轻时|以前|从前|曾经|早年|早些年|半年前|过年那会|有一[次回]|几年前|[一二三四五六七八九十几\\d]+(?:多)?(?:年|个月)(?:以)?前',
    '着过火|烧过|塌过|淹过|炸过|救过火|打过我|撞过|困过|出过事|掉过|死过人|发过大?水|(?:19|20)\\d\\d年|(?:last (?:week|year|month)|years? ago)',
  ),
  past: /昨[天晚日夜]|前[天晚日几阵些]|之前那|早就(?:灭|救)|last night|yesterday|那场|那起|那个案子|刚才那(?:场|起)/,
  elsewhere: oneOf(
    '新闻|报道|报纸|头条|热搜|抖音|快手|微博|朋友圈|公众号|视频号|小红书|网上|网传|电视|电影|连续剧|这剧|剧里|剧情|剧女主|剧男主|追剧|小说|动漫|动画|纪录片|直播间|看到视频|看视频|那个[^,。]{0,8}视频|视频(?:看了|里|看到)|(?:看|刷)[^,。]{0,8}视频|央视|游戏(?![厅室机])|密室|剧本杀|鬼屋|狼人杀|桌游|打野|上分|开黑|副本|王者|吃鸡|(?:灾难|恐怖|战争|动作|科幻|鬼|烂)片|[看部]了?(?:那个|这个|一个|的)?片子|片子里|综艺|主角|梦[到见]|做梦',
    '【?转(?:发|载|[:：])|^转[:： ]|转自|某[地市县省村厂]|外省|外地(?!人|车|牌|面包|货|口音|来|的)|外国|国外|国内|美国|日本|加州|澳洲|欧洲|印度|韩国|上海|北京|广州|深圳|杭州|南京|武汉|成都|重庆|天津|香港|隔壁[镇县市省]|别的[镇县市村]|听老人讲',
    'in the (?:news|movie|film|game)|on (?:tv|the news)|movie',
  ),
  drill: oneOf(
    '演练|演习|模拟|假装|假设|彩排|培训|讲座|宣讲|宣传|课程|上课|开课|公开课|考证|考试|科目|比武|比赛|竞赛|知识|警示[片教]|案例|复盘|总结会|学习(?:了|一下|会|班)|学了怎么|教(?:大家|我们|你)|科普|手册|指南|口诀|步法|体验|六不准',
    'drill|training|exercise|simulation',
  ),
  advice: oneOf(
    '预防|防止|避免|防范|谨防|严防|杜绝|以防|防溺水|防火(?!门|卷)|防汛|防台|严禁|禁止|切勿|请勿|不要(?:在|用|乱|随意|靠近|轻信)|不要[^,。]{0,6}[,。 ]?(?:容易|以免|以防|否则)|温馨提示|友情提醒|提醒(?:大家|各位|您|广大|居民|业主)|倡议|告知书|人人有责|引以为戒',
    '请(?:大家|各位|广大|居民|业主|家长|及时|立即拨打|拨打|务必|注意)|务必|发现[^,。]{0,6}(?:请|及时|立即|要)|遇到?[^,。]{0,8}(?:不要|请|先|应|怎么|该)|时(?:,|，)?(?:请|应|要先|不要)|预警|注意(?:用火|用电|用气|防|安全)|看好(?:孩子|小孩|自家)|大家(?:小心|当心|注意)|发布|招募|通知[:：]|急救知识|转给|时刻',
  ),
  supposed: oneOf(
    '如果|(?<![主重])要是|万一|假如|倘若|(?<![说讲你我他])的话|真(?:要)?(?:是)?(?:着|起)火|(?:一旦|哪天|迟早|早晚|将来|以后|下次)|容易|难免|说不定|搞不好|弄不好|很可能|可能会|可能(?:着|引|造|导)|有可能|最容易',
    '(?:掉|倒|塌|落|滚)下来[^,。]{0,4}(?:要|会|能|就)(?:砸|伤|压)|(?:要|会)(?:砸|伤|压|绊|烫)(?:到|着)?人的',
    '会(?:着火|起火|爆炸|触电|塌|倒|掉|电死|淹|出人命|引起|引发|造成|砸)|(?<![害好可])怕(?:[^,。了]{0,3}(?:着火|起火|失火|爆|塌|触|掉|砸|摔|倒|淹|出事)|它|会|要|哪|万|被)|担心|生怕|感觉要|感觉会|好像要塌|随时(?:会|可能|要|都)|引[发起]|导致|隐患|风险|危险性|不安全',
    '(?<!快)要(?:掉下去|摔|出人命的|出事|砸到|触电|着火的|烧起来)|要倒(?:下来)|就(?:完了|麻烦了|惨了)|不得了(?!了)|怎么得了|\\b(?:if|in case|might|could|would)\\b',
  ),
  counted:
    /\d+\s*起|[零一二两三四五六七八九十]+起(?:火灾|火警|事故|警情|案|纠纷|溺水|报警)|同比|环比|较上[月年]|下降|上升|累计|截止|截至|统计|数据|共(?:发生|接|处置|检查|排查)|接警\d+|火警\d+|场次|死亡率|排名|第一名|拿了第/,
  claim:
    /赔(?:偿|了|钱|付|不|我|多少)|[不没]赔|医药费|医疗费|保险|理赔|鉴定|责任认定|交警说|自己商量|私了|工伤|住院(?:了|花|费)|伤残|误工|律师|起诉|法院|调解|协议|离婚|赔给|欠(?:我|薪|钱)|押金|工资(?!条)|说法|对方要[^,]{0,4}(?:万|钱|块)/,
  habit:
    /天天|每天|每晚|每次|每年|每到|经常|常常|老是|总是|动不动就|三天两头|一到[^,。]{0,4}就|老毛病|平时|长期|好几次|多次|老有人|[老总常]出(?:车祸|事)/,
  joke: /哈哈|嘻嘻|嘿嘿|哈$|笑死|尴尬|服了|😂|🤣|😆|😄|😁|😜|🤪|🐶|\[狗头\]|\[捂脸\]|\[偷笑\]|\[呲牙\]|\blol\b|haha|(?<!不是)开玩笑|逗你/,
  over: /(?:已经?|都|早|早就|刚|刚刚)?(?:灭了|扑灭|救(?:出|上|下)来了|找到了|找着了|找回来了|没事了|现在好了|解决了|修好了|处理好了|解除|脱险|平安|虚惊)|自己(?:已经|都)?(?:回家|回来|走回)了|没(?:走丢|丢|失踪)(?![了在])|又爬上来|原来(?:在|是|躲|只)|人(?:都)?没(?:什么)?事|没受伤|人没伤/,
};

/** What ties the past to now: it is burning again, she has been gone since. */
const stillGoing =
  /又(?:着|烧|起|冒|打|动|晕|塌|炸|掉|漏|复燃|不行|开始)|复燃|到现在(?!没赔)|至今|还没(?:回|找到|下来|上来|出来|醒)|没回来|联系不上|还在(?:烧|里面|水里|漏|冒)|现在(?:又|还在|在|正)|刚刚|刚才(?!那)|今天(?:又|早上|下午|晚上|中午)|正在|快来|救命/;
const again = /又(?:着|烧|冒|打|动手|晕|塌|炸|漏|复燃|不行)|复燃|今天又/;
const reallyHappening =
  /不是(?:在)?(?:演练|演习|开玩笑|玩笑|模拟|假的)|非演[练习]|真的?(?:着|起)火|真的不是|not a drill/;

/** These speak only of what is said with them: 如果有人在附近快来 takes nothing back from 我们厂着火了 before it. */
const nearby = new Set<NotNow>(['supposed', 'habit']);

/**
 * The reason why what `plain` tells of is not happening here and now, or undefined when it may well be.
 * `near` is the part of it that names the danger.
 */
export function notNow(plain: string, near = plain): NotNow | undefined {
  for (const reason of Object.keys(rules) as NotNow[]) {
    if (rules[reason].test(nearby.has(reason) ? near : plain) && !isTakenBack(reason, plain)) return reason;
  }
  return undefined;
}

function isTakenBack(reason: NotNow, plain: string): boolean {
  if (reason === 'long_past') return again.test(plain);
  if (reason === 'past' || reason === 'habit' || reason === 'claim' || reason === 'over') return stillGoing.test(plain);
  return (reason === 'drill' || reason === 'joke') && reallyHappening.test(plain);
}
