/** Words that sound like a dispute and tell of none: gossip, jokes, trade, news, mediators at work, general questions. */
import { likelihood } from '../likeness/likeness.ts';
import { oneOf } from '../one-of.ts';
import type { Utterance } from '../utterance.ts';

const joke = /(?<!打)哈哈|嘻嘻|嘿嘿|😂|🤣|笑死|hhh|2333|😄|😁|狗头|开玩笑|逗你|🤪/;
const hearsay =
  /新闻|听说|据说|电视|节目|看戏|吃瓜|抖音上|视频里|小说|电影|剧(?:里|情|中|男|女)|网上说|热搜|朋友圈看到|那个视频|老早|小时候|当年|想当年|综艺|案例|彩票|打牌|麻将(?!打到|吵)|打游戏|球(?:赛|队|迷)|看球|输球|赢球|股票|(?<!维修)基金/;
const happy =
  /恭喜|太客气|人挺好|真好用|真好看|味道|喜糖|和好了|打赢了|(?:全|都)退了|发红包|到账了|涨了|终于|感谢|谢谢(?!了?帮)|服务真好|厉害|点赞|好评|没红过脸/;
const trade =
  /出租(?!屋|房东)|转让(?:二手|一台|一辆)|不退不换|押一付|求购|求租|招(?:聘|工|人)|急招|面议|包吃住|拎包入住|优惠|打折|团购|接龙|下单|现货|批发价|有意者|联系电话|出售|出一台/;
const notices =
  /各位(?:业主|村民|居民|家长|调解员|邻居)|温馨提示|^通知|通知[:：]|公告|提醒大家|请大家|【|转发|倡议|宣传|讲座|培训|民法典|普法|注意[:：]|年度|工作总结/;
const mediators = oneOf(
  '总算(?:结|调|谈|完)|进展|你手上|案子|案件|卷宗|材料(?!款|费)[^,。]{0,4}(?:放|交|补)|台账|当事人|双方当事|受理|上报|归档|司法所|模板|群文件|走访|做了?(?:思想)?工作|值班(?!室)|联合调解|调解员|结案|调处|专职|排班|回访|标准|各(?:村|调)|标的|化解|笔录',
  '(?:刚|今天|上午|下午)?(?:接|来|收|调)(?:了|到)(?:一?[个起件]|[两三四五六\\d]+[个起件])|[\\d一二三四五六七八九十]+(?:起|件|宗)(?!事)|家事纠纷|劳资(?:纠纷)?(?:类|案|的)',
);
/** A whole story asks what to do about it; a bare question asks what the rule is. */
const general =
  /^(?:请问|问一?下|想问|咨询|我想问|问个|想咨询|你好,?请问)|要(?:不要)?(?:钱|什么|带|多久|赔偿|交)吗?|怎么(?:算|认定|申请|办|写|走|收费|处理|赔|判|分)|多少(?:钱|天|年)?|合法吗|违法吗|有(?:没有)?(?:用|效|法律效力)|算不算|能不能告|可以(?:吗|不)|几点|在哪|区别|会不会|一般|判给谁|算(?:是)?[^,。]{0,6}[不吗]$|能(?:要|告|退|赔)[^,。]{0,6}吗|归谁管|哪个部门|打哪个|多久|什么(?:材料|证件|手续|条件|流程)|how (?:much|long|do)|what (?:is|are|do)/;

/** Whether it is no dispute although its words sound like one; `firm`: something is plainly withheld from the writer. */
export function isNoDispute(heard: Utterance, firm: boolean): boolean {
  const { plain, message } = heard;
  if (joke.test(plain) || trade.test(plain) || notices.test(plain)) return true;
  if ((hearsay.test(plain) || happy.test(plain)) && !firm) return true;
  if (
    message.room === 'mediation' &&
    mediators.test(plain) &&
    !/我家|我老公|我老婆|我被|欠我|我们(?:的)?(?:工资|工钱)/.test(plain)
  )
    return true;
  return false;
}

/** Something that happened to somebody, with a sum or a day. */
const concrete =
  /\d{3}|[一二两三四五六七八九十][多几]?[万千百]|欠我|拖我|(?:(?:不给|没给|不肯|不发|没发|不还|不赔)(?!怎|该)|打了|骗了|撞了|咬了|赶)(?:我|我们|工资)?|(?:他|她|老板|房东|对方|公司|厂里|物业|医院)(?:说|不|就|还|硬|非|突然|把)|躲|倒闭|跑了|外面有人|昨[天晚]|上个?[月周]|去年|今年|已经|我(?:妈|爸|老公|老婆|儿子|女儿)[^,。]{0,8}(?:被|了)|被(?!狗)[^,。]{1,8}了|[一二两三四五六七八九十\d]+个?(?:月|年|天|次)了/;

const mostlyAsked = 0.5;
const asksAtTheEnd = /(?:算[^,。]{0,8}|管用|行|可以|合法)不$/;

/** Whether it asks about the rules or the room, and tells nothing that happened. */
export function asksInGeneral(heard: Utterance): boolean {
  const { plain, clauses, message } = heard;
  if (!clauses.some(({ asks }) => asks) && !asksAtTheEnd.test(plain)) return false;
  if (likelihood(heard, 'question') > mostlyAsked) return true;
  const telling = clauses.filter(({ asks, words }) => !asks && words.length > 3);
  if (telling.length === 0 && (message.room === 'village' || !concrete.test(plain))) return true;
  return general.test(plain) && !concrete.test(plain);
}
