/** Talk that wants nothing from us: greetings, thanks, jokes, food, news. The bot stays silent. */
import { oneOf } from './one-of.ts';
import { isBorneOut, signsIn } from './danger/danger-signs.ts';
import { withoutFiguresOfSpeech } from './danger/figures-of-speech.ts';
import { notNow } from './danger/not-now.ts';
import { certain } from './likeness/trust.ts';
import type { NotNow } from './danger/not-now.ts';
import { wordsAt } from './plain-text.ts';
import type { Meaning } from './reading.ts';
import type { Utterance } from './utterance.ts';

const social = oneOf(
  '早上好|早安|晚安|大家早|^早$|你好|大家好|谢谢|感谢|辛苦|哈哈|嘻嘻|呵呵|嘿嘿|加油|点赞|为你们|恭喜|祝|生日快乐|节日快乐|新年|新春|拜年|再见|拜拜|晚安|注意安全|保重|厉害',
  '牛逼|给力|支持|顶一下|不客气|无聊|没关系|没事儿?$|good (?:morning|night|evening|job)',
  '\\b(?:hello|hi|thanks|thank you|lol|haha|congrat\\w*|happy|bye|see you|nice)\\b',
);
const idle = oneOf(
  '吃饭|聚餐|喝酒|夜宵|火锅|烧烤|打球|打牌|麻将|爬山|旅游|逛街|电影|电视剧|唱歌|ktv|奶茶|红包|快递|外卖|团购|代购|拼车|盒饭|买菜|接孩子|上班了|下班|喜糖|生日|打游戏|抖音',
  '朋友圈|天气|好热|好冷|太阳|下雨|台风|股票|房价|新闻|听说|演练|培训|宣传|讲座|训练|锦旗|聚会|菜|鱼|猫|手机|游戏|明星|歌|球|睡|困|累|笑死|砍一刀|拼多多|周末|假期|作业',
  '孩子|老板|公交|火车|上火|发火|直播',
);
const trade = oneOf(
  '灭火器|消防(?![车员队])|隐患|通道|电线|拉线|插座|配电|充电(?!宝)|燃气|煤气|液化|叉车|井盖|路灯|护栏|违建|脚手架|安全帽|出租房|车间|仓库|厂|工地|危化|粉尘|喷漆|整改',
  '工资|押金|货款|赔|调解|协议|欠|离婚|遗产|邻居|房东|合同|工伤|巡|签到|到岗|接班|交班|收队|点位|正常|异常|打卡|警灯|对讲机|对账|报数|检查|排查|累计|处罚|起\\b|人次',
  '宣传册|qy-|换班|请假|举报|匿名|路过|捡到|停水|(?<!昨晚)停电|污水|烟感|积水|没戴|大坑|焊|动火|堆(?!雪)|检修|工钱|前妻|前夫|抚养|打伤|压断|孔明灯|护栏|栏杆|盖子|反映|投诉',
  '抛物|变压器|换个?班|值班室|报的|自来水|被偷|偷(?:走|砍|倒|排|采)|高压线|被骗|骗[了走]|骗子|起火|数字|报送|网格|办结|上报|督办|酒驾',
  '\\d(?:家|处|件|场|户|辆|份|起)',
);
/** Danger in stories, news, drills and jokes is talk; danger that may come is somebody's business. */
const told = new Set<NotNow>(['long_past', 'past', 'elsewhere', 'play', 'drill', 'advice', 'joke', 'over']);
/** These say nothing of danger by themselves. */
const needsDanger = new Set<NotNow>(['long_past', 'past', 'over', 'supposed']);
const digits = /^[\d\s+.,!~]+$/;
/** Words that are the trade's only where nobody jokes. */
const complaint = /坏了|堵(?!车|得慌|心|到|成)|裂|漏|电梯|缠|臭|脏|塌|倒了/;
const short = 8;

/** Prices, and what breaks in anybody's pocket or kitchen. */
const household = oneOf(
  '工资(?:到账|发了|涨)|塌房|涨价|降价|太贵|便宜了',
  '(?:电饭锅|手机|电脑|洗衣机|冰箱|耳机|鞋子?|眼镜|电视|平板|键盘|鼠标|自行车|微波炉|伞|包|表|水杯|裤子|指甲)[^,。]{0,3}(?:坏|裂|破|碎)',
);
/** Thanks and good wishes, whoever they are for. */
const courteous = /^(?:谢谢|感谢|多谢|辛苦|早上好|晚安|祝)/;
const longestCourtesy = 12;

/** That one of the crew does not pick up is nothing by itself. */
const unanswered =
  /^(?!.{0,4}[孩娃儿女爸妈爷奶婆公])@?[^\s,。]{1,5}(?:的)?(?:电话|手机)(?:打不通|没人接|不接|关机)了?$/;

/** 陈阿婆,没有电话: how to reach somebody, or not. */
const noPhone = /^[^,。\s不没丢失了晕倒伤]{0,4}[,\s]*(?:没有?|无)(?:电话|手机)(?:号码?)?$/;

/** Reads small talk, or nothing; words of the trade that nobody claimed are left as unknown. */
export function smallTalk(heard: Utterance): Meaning | undefined {
  const { plain, message } = heard;
  const because = [{ field: 'intent' as const, words: wordsAt(heard.text, 0, Math.min(plain.length, 24)) }];
  const talk = (confidence: number): Meaning => ({ intent: 'small_talk', confidence, fields: {}, because });
  if (plain.trim() === '') return undefined;
  const courtesy = courteous.test(plain) && plain.length <= longestCourtesy;
  if (courtesy || (social.test(plain) && !trade.test(plain))) return talk(0.8);
  if (message.location || message.photos > 0) return undefined;
  if (message.room === 'patrol' && message.openShift && unanswered.test(plain)) return talk(certain);
  if (noPhone.test(plain) && !namesDanger(plain)) return talk(certain);
  if (isBusinessRoom(heard)) return undefined;
  if (isToldDanger(heard)) return talk(0.75);
  if (household.test(plain) && !namesDanger(plain)) return talk(0.7);
  if (trade.test(plain) || isForeboding(heard)) return undefined;
  if (withoutFiguresOfSpeech(plain) !== plain) return talk(0.7);
  if (complaint.test(plain) || namesDanger(plain)) return undefined;
  // On patrol what is not plainly social belongs to the shift.
  if (message.room === 'patrol' && message.openShift) return undefined;
  return talk(idle.test(plain) || digits.test(plain) ? 0.7 : 0.55);
}

/** Danger in a story, the news, a drill or a joke; in a squad also danger that may come, which is their daily talk. */
function isToldDanger({ plain, message }: Utterance): boolean {
  const reason = notNow(plain);
  if (reason === undefined) return false;
  if (!told.has(reason) && !(reason === 'supposed' && message.room === 'squad')) return false;
  return !needsDanger.has(reason) || namesDanger(plain) || (reason === 'long_past' && !trade.test(plain));
}

/** Danger that may come, comes often or is claimed for is somebody's business; in a squad it is their daily talk. */
function isForeboding({ plain, message }: Utterance): boolean {
  const reason = notNow(plain);
  if (reason === undefined || told.has(reason) || message.room === 'squad') return false;
  return namesDanger(withoutFiguresOfSpeech(plain)) || complaint.test(plain);
}

function namesDanger(plain: string): boolean {
  return signsIn(plain).some(({ sign }) => isBorneOut(sign, plain));
}

/** Where people come on business, what is not plainly idle is not called idle. */
function isBusinessRoom({ plain, message }: Utterance): boolean {
  if (message.room === 'mediation') return true;
  if (message.room === 'command') return /\d|没有|百|十/.test(plain);
  return message.room === 'direct' && plain.length > short;
}
