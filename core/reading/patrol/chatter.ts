/** What people write and post on a shift that is no check-in: food, jokes, selfies, what was forwarded, plans, orders. */
import { oneOf } from '../one-of.ts';
import type { Clause, Utterance } from '../utterance.ts';
import { without } from '../span.ts';
import type { Span } from '../span.ts';

const food = oneOf(
  '夜宵|宵夜|泡面|方便面|烧烤|炒粉|炒面|炒饭|馄饨|馒头|包子|盒饭|加餐|饭盒|咖啡|奶茶|红牛|可乐|啤酒|白酒|西瓜|橘子|瓜子|花生|火锅|烤串|烤红薯|番薯|玉米|粽子|月饼|饺子|汤圆|点心|零食|面包|牛肉面|粉丝|螺蛳粉|麻辣烫|豆浆|油条|鸡腿|鸭脖|茶叶蛋|请客|买单|好吃|真香|吃(?!力|惊|亏|水)|喝(?!醉|多|酒|得)|饿|姜茶|热水瓶|饮料|矿泉水|香烟|抽烟去|来根烟',
  '\\b(?:snacks?|supper|dinner|coffee|noodles|hungry|beer|midnight food|bbq)\\b',
);
const leisure = oneOf(
  '自拍|合影|合照|美颜|帅不帅|帅气|美女|帅哥|表情包|抖音|快手|视频号|游戏|王者|开黑|麻将|打牌|斗地主|球赛|电影|追剧|红包|拼多多|砍一刀|快递|股票|彩票|中奖|世界杯|直播|生日|结婚|喜糖|满月|毕业|孙子|外甥|我儿子|我女儿|我家|我老婆|老婆|媳妇|孩子(?:们)?(?:今天|考|得|第|画|写)|宝宝|萌|可爱|狗子|小狗|小猫|猫咪|橘猫|流浪猫|我的猫|我的狗|月亮|星星|流星|晚霞|日出|日落|朝霞|夜景|雪景|彩虹|风景|漂亮|好美|真美|美吗|美不美|天气预报|手机壳',
  '壁纸|新鞋|新衣服|新车|新马甲|发型|腹肌|步数|微信运动|步数第|排行榜|占领封面|老照片|以前的照片|那时候|当年|想当年|怀念|selfie|cute|look at (?:this|my)|beautiful|gorgeous|moon|sunset|my (?:cat|dog|kids?|son|daughter|wife|cousin|nephew|niece|uncle|aunt|mum|mom|dad|brother|sister|school|hometown|pizza|lunch)|birthday|wedding|graduation|free samples',
);
const joking =
  /哈哈|嘻嘻|嘿嘿|呵呵|笑死|笑哭|搞笑|有意思|太逗|😂|🤣|😆|😝|🤪|😜|🐶|lol|haha|233|666|牛[逼b批哇啊]?$|绝了|逗你/;
const forwarded = oneOf(
  '转发|^转[:： ]|【(?![\\d第]|[^】]{0,6}点)|https?:|www\\.|通知(?!了?(?:老板|企业|厂|门卫|业主|车主|他|房东|负责人|店主|保安|值班))|公告|温馨提[示醒]|预警|倡议|周知|收到请回复|请各[位村队]|各[位村队组](?:负责|队长|注意)|请大家|务必|知悉|发布|扫码|点击|链接|小程序|公众号|文件|表格|排班表|值班表|名单(?!:)|慰问|看望|代表|视察|调研|检查组|请(?:\\d|[^,。]{0,12}(?:同志|队员|人员|尽快|抓紧|及时))|会议|培训|截图|海报|宣传',
  '招(?:聘|工|普工|人)|包吃住|月薪|出租|转让|出售|二手|特价|优惠|打折|促销|团购|秒杀|代购|加我?微信|联系电话|元\\/|\\d+元|推广|贷款|免费领|pdd|hiring|for sale|for rent|discount|昨[天晚][^,。]{0,2}拍的|别记',
);
/** Said to others, or of what is still to come. */
const ahead = oneOf(
  '^(?:谁|各(?:点|队|组|位)|你们?|大家|各位|兄弟们?|@)[^,。]{0,6}(?:去|到|来|在|拍|打卡|补|看|走|巡|快|别|注意|记得|先)|(?:记得|别忘|不要忘|麻烦|帮忙|赶紧|抓紧)[^,。]{0,4}(?:拍|打卡|打|补|发|去|看|巡)|(?:还没|(?<!去[了过]但?)没有?|未)(?:人)?(?:到|拍|打卡|去|巡|走|发)(?!到|发现|看|成|过|了)|(?:还差|还剩|就差|只剩|还有|漏(?:了|掉)?)[^,。]{0,4}(?:到|拍|打卡|去|巡|走|\\d|[一二两三四五六七八九十])(?!到|发现|看)|点位?(?:又|还)?漏|你们?[^,。]{0,4}(?:去|来|补|看|拍)(?:吧|一?下)?$|谁[^,。]{0,4}(?:顺路|补|去|近)|(?:马上|等下|等会儿?|一会儿?|待会儿?|稍后|回头|晚点|再|去)补(?![的了])',
  "(?:准备|马上|快|就要|要|等下|等会儿?|待会儿?|一会儿?|接下来|接着|然后|再|先|现在|这就|正在?|正要|打算|计划|改)(?:去|往|前往|赶往|到|走|过去|过来|出发|开始)(?!过|了|的)|(?:下一?[个家]|下一?站|下个)(?:点|才?是|去|到|目标)?|^(?:我们?)?(?:去(?!到)|往|前往|赶往)|路上$|快到|(?<!刚[^,。]{0,14})就到|出发去|开往|[去往][^,。]{1,8}(?:路上|途中|方向)|等我|等你|等一下|等等|碰头|汇合|会合|集合|见面|接我|跟上|归队|(?:换|分)(?:个)?(?:路线|组)|怎么走|分头|heading (?:to|for)|on (?:my|our) way|next (?:stop|point)|go(?:ing)? to|wait for|meet at|let's",
);
const reply = oneOf(
  '^(?:收到|好的?|嗯+|哦+|噢|行|可以|ok|okay|明白|了解|知道了?|谢谢|感谢|多谢|辛苦(?:了|啦)?|没事|不客气|对|是的?|没错|同意|\\+1|1|6+|赞|厉害|加油|早|早安|晚安|拜拜|再见|大家好|你好|hi|hello|thanks?|thank you|roger|copy|yes|no)(?:了|啊|哈|呀|哦|的|大家|各位|兄弟们?|老哥|队长|领导|[!~。]|\\s)*$',
);

/** Why a message is talk of the shift and no check-in. */
export type Chatter = 'leisure' | 'forwarded' | 'reply';

/** Whether it is talk, apart from what names a point: 月亮湾 is no moon. A point that is named beside talk may say otherwise. */
export function chatterIn({ plain: whole }: Utterance, points: readonly Span[] = []): Chatter | undefined {
  const plain = without(whole, points);
  if (forwarded.test(plain)) return 'forwarded';
  if (food.test(plain) || leisure.test(plain) || joking.test(plain)) return 'leisure';
  if (reply.test(plain)) return 'reply';
  return undefined;
}

/** The clauses that speak of what is still to come, or of what others should do. */
export function clausesAhead({ clauses }: Utterance): Clause[] {
  return clauses.filter(({ words }) => ahead.test(words));
}
