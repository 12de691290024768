/** Talk that is not the writer's own answer: about somebody else, or about leisure. */

import { oneOf } from '../one-of.ts';

const others =
  /^(?:听说|好像|估计)?(?:他们?|她们?|人家|老(?!婆|板|公|人|师|太|爷|家|乡)[一-龥]|小(?!孩|朋|伙|姑|女|男|区|心|时|队)[一-龥](?=[^一-龥]|说|能|可以|马|已|到|在|去|也)|阿[一-龥]|大[刘王李陈张]|[一-龥]{1,2}(?:哥|姐|叔|伯|总|队长|师傅|主任|站长|医生)|[刘王李陈张赵孙周吴郑]队|张三|李四|王五)/;
const things =
  /^(?:[^,]{0,4})?(?:消防|119|120|110|救护车|警车|警察|派出所|民警|交警|家属|领导|快递|外卖|公交车?|装备|器材|冲锋舟|船|时间|货|红包|工资|钱|票)(?:车|员|队)?(?:也|都|已经?|刚)?到/;
const leisure = oneOf(
  '吃饭(?!,?放)|聚餐|(?<![没不])喝酒(?!了)|夜宵|宵夜|火锅|烧烤|打球|篮球|打牌|麻将|爬山|旅游|逛街|电影|唱歌|ktv|奶茶|红包|快递|外卖|团购|代购|拼车|盒饭|买菜',
  '喜糖|喜酒|开席|生日|年会|训练|培训|聚会|体检|领(?:装备|衣服)|来领|锦旗|点菜|饭先|饭点|到时候给|旅行|钓鱼|补贴|理发|遛狗|彩票|剧本杀|密室|开黑|三缺一|搬家|加\\d群',
  '自罚|你们先喝|下午茶|老地方|包厢|国足|球赛|上号|队友|人头|游戏|采茶|海边|饭店',
);

/** Meetings, lessons and the way to work. */
const routine = /别迟到|开会(?!呢|中|去不|走不)|怀疑人生|上课(?!呢|中|去不)|上班要/;

/** Work around the station that waits for nobody in danger. */
const chore = oneOf(
  '有空(?:的|来|过来|帮)|谁有空|站里|装备库|采购|充好电|放桌上|补货|申购|清点|整理|打扫|晒(?:水带|被)|洗车|擦车|擦洗|盘点|保养|检修|入库|领取|贴标|登记',
  '搬(?:家|桌|椅|东西|下|一下|箱|矿泉水)|值班表|排班|下(?:周|个?月)|改天|周[一二三四五六日末]|拍照用|开会用|演练用',
);

const reported = oneOf(
  '说(?:他|她)(?:们)?(?:也)?(?:能|可以|不|去|来|马上)',
  '^我(?:儿子|女儿|老婆|老公|爱人|弟|妹|哥|姐|爸|妈|同事|朋友|徒弟)[^,]{0,2}(?:能|可以|不能|去|来|马上)',
);

/** Somebody else goes, comes or cannot: 老王能去, 小李马上到. */
export function isOfAnother(words: string): boolean {
  return others.test(words) || reported.test(words);
}

/** Something else has come: the fire brigade, a parcel, the boat that was ordered. */
export function isOfThings(words: string): boolean {
  return things.test(words);
}

/** Eating, playing, buying, training. */
export function isLeisure(words: string): boolean {
  return leisure.test(words);
}

/** The day's work and its traffic, where no order waits for an answer. */
export function isRoutine(words: string): boolean {
  return routine.test(words);
}

/** Cleaning, counting and carrying between call-outs. */
export function isChore(words: string): boolean {
  return chore.test(words);
}
