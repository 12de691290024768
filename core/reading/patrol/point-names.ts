/** Points by the words that name them: 樟塘村口, 井头→岗头, or a name of the zone. */
import { oneOf } from '../one-of.ts';
import { isBuiltLikePlace } from '../places.ts';
import { wordsAt } from '../plain-text.ts';
import type { Clause, Utterance } from '../utterance.ts';
import { wellWays } from './calm.ts';
import type { SaidPoint } from './point-numbers.ts';

const squad =
  '(?:[东南西北中][区片线]|[一-龥]{0,3}(?:义警|护村|巡逻|夜巡|联防|保安|巡防)(?:[一二三四五六七八九十\\d]+)?(?:小?队|组|班)?|[一二三四五六七八九十\\d]+(?:小?队|组|班)|第[一二三四五六七八九十\\d]+(?:小?队|组|班)|[上下]半夜|夜班|前半夜|后半夜)';
const going =
  "(?:然后|那个|这个|啊|就是|前面|已经?|刚刚?|刚才|现在|目前|我们?|咱们?|大家|人|都|又|再|也|报告|汇报|补|替[^,。]{1,3}|(?:到达|抵达|巡逻到|巡查到|巡视到|巡到|巡至|巡过|巡完|巡了|巡逻|巡查|巡视|巡|走到|来到|走过|走完|路过|经过|转到|查到|骑到|开到|查看|检查|看过|看了|转了|到位|签到|打卡|位于|位置|点位|地点|到了|到|在|去|过|是|这里|这是|这边|此处|第)+|at|we are|we're|now|reached|passed|here|the|checked)";
const lead = new RegExp(`^(?:${squad}|${going}|[:：\\-·|\\s])+`);
const after =
  '(?:啊|哈|呢|吧|哦|了哈|这边|这里|那边|这儿|附近|那里|一带|周边|外围|一圈|点位|打卡点|点|位置|已经?|都|全|也|刚|也都|到了?|到达|到位|打卡|打|签到|签|拍照|拍|照片|巡逻|巡查|巡过|巡完|巡好|巡|走完|走过|走了|走|看过|看了|看|查过|查完|查了|查|过了|过|完了|完|好了|好|了|的|卡|一遍|一切|目前|暂时|现在|今晚|今天|先|不去了|不巡了|跳过|绕过去了?|绕开了?|过不去|进不去|补|here|now|too|is|are|gate)';
const tail = new RegExp(`(?:${after}|${oneOf(...wellWays).source}|[:：\\-·|\\s]){1,12}$`);
const between =
  /\s*(?:[-=—–]*[→>➡\ufe0f]+|[-—–~]+|、|和|跟|与|及|\+|＋|\/|(?<=[一-龥]{2})(?:到|至)(?=[一-龥]{2})|(?<=[a-z\d])\s+(?=[a-z]\d))\s*/;
/** Villages and spots are mostly called after these. */
const nameEnd =
  /[村塘桥头脚坞口东西南北沿里屋岭垅渡宅庄湾溪坎坑垟岙店林街路门厂园区苑庙堂亭站校库闸坝岸场院楼弄巷井墩塔洋圩埠浦港坪坳冲寨堡屯沟岗棚房下上坛祠社铺舍仓城滩潭树石边角礼中心学道段片线带台旁室所局馆厅司铁号]$/;
/** Things that are seen at a point, and what is told of all of them. */
const things = oneOf(
  '^(?:的|个|大|小|铁|后|前|各|每个|所有|全部|沿途|沿线|一路|全程|全线|其他|其余|剩下)?(?:门窗?|卷帘门|车门|大门|铁门|后门|前门|侧门|门锁|锁|窗户?|路灯|灯光?|护栏|栏杆|井盖|水位|水面|河水|车辆?|人员|设备|线路|摄像头|监控|消防栓|灭火器|警示牌|垃圾桶?|围栏|围墙|天气|路面|道路|一路|全程|全线|沿[路途线]|一圈|点位?|企业|商铺|店铺|门店|手电|对讲机|警灯|装备|队员|大家|老板|门卫|保安|师傅|货车|电瓶车|电动车|充电桩|消防通道|通道|里面|外面|周围|四周|附近|上面|下面|后面|前面|旁边|路上|街上|地上|手里|身上|家里|心里|车上|晚上|早上|下班路上|楼上|楼下|这边|那边|哪里|这里|那里)$',
  '^(?:回头|前头|后头|里头|俩|仨|一个|两个|三个|几个|有|没|无|不|很|太|好|真|这|那|谁|哪|怎|为|请|快|别|还|就|才|但|可|因|所|如|要|想|等|给|把|被|让|帮|替|明天|今天|昨天|今晚|明晚|下次|时间|谢|辛苦|注意|小心|收到|老[板师婆公]|人|风|雨|天|冷|热|困|饿|累|狗|猫|鸟|月|星)',
  '^同上$|[吗呢吧啊呀哦嘛哈]$|了$|着$',
);
const verbs =
  /[蹲撵捞钓逛拉推抬盖踩坐站躺吃喝睡说笑哭跑跳打骂买卖写想听爱怕拿送接带抓追找修换借还停开关坏漏堵灭亮烧烂脏臭香甜困饿累冷热湿滑黑暗快慢贵死谁什么怎哪吗呢吧啊呀哦哈啦嘛您你我他她它]/;
/** Longer clauses tell a story. */
const longest = 30;
const fillers = /^(?:那个|这个|那|这|了|啊|就是)+/;
/** 老樟树下面 is by something that needs no name of its own. */
const besides = /^[一-龥]{2,6}(?:下面|旁边|对面|门口|后面|前面|边上|附近|里面|外面)$/;
/** A sentence about what is there. */
const told = /施工|封路|里路|公里|[已没无不很太]|有(?!限)|正在|[了着]/;
const letters = /^[a-z\d一-龥()·'-]{2,14}$/;

/** Points named in `plain`, whose times and numbers are left out already. A name that only may be one needs `sure` false. */
export function pointNames(heard: Utterance, plain: string, sure: boolean): SaidPoint[] {
  const short = heard.clauses.filter(({ asks, words }) => !asks && words.length <= longest);
  const told = short.flatMap((clause) => namesIn(heard, plain, clause, sure));
  const known = knownNames(heard, plain).filter(
    (one) => !told.some(({ start, end }) => start < one.end && one.start < end),
  );
  return inRow(
    plain,
    [...told, ...known].sort((a, b) => a.start - b.start),
  );
}

/** Names that follow each other are a list; what comes after other words is told of the first. */
function inRow(plain: string, found: readonly SaidPoint[]): SaidPoint[] {
  const apart = found.findIndex(
    ({ start }, at) => at > 0 && !/^[、\s|→>~=\-—–+/和跟与及到至]*$/.test(plain.slice(found[at - 1]?.end, start)),
  );
  return apart < 0 ? [...found] : found.slice(0, apart);
}

/** Names of the zone; of two that overlap the longer one. */
function knownNames(heard: Utterance, plain: string): SaidPoint[] {
  const found: SaidPoint[] = [];
  const names = (heard.context.places ?? []).flatMap(({ name, aliases }) => [name, ...aliases]);
  for (const called of names.filter(({ length }) => length > 1).sort((a, b) => b.length - a.length)) {
    const start = plain.indexOf(called.toLowerCase());
    const end = start + called.length;
    if (start < 0 || found.some((other) => other.start < end && start < other.end)) continue;
    found.push({ name: wordsAt(heard.text, start, end), start, end });
  }
  return found.sort((a, b) => a.start - b.start);
}

function namesIn(heard: Utterance, plain: string, { start, end }: Clause, sure: boolean): SaidPoint[] {
  const words = plain.slice(start, end);
  const begin = start + (lead.exec(words)?.[0].length ?? 0);
  const rest = plain.slice(begin, end);
  const bare = rest.replace(tail, '');
  const pieces = bare.split(between).filter((piece) => piece !== '');
  const listed = pieces.length > 1;
  const found: SaidPoint[] = [];
  let from = begin;
  for (const piece of pieces) {
    const at = plain.indexOf(piece, from);
    from = at + piece.length;
    const inner = piece.replace(/^\|+|\|+$/g, '').trim();
    const innerAt = at + piece.indexOf(inner);
    if (!isName(inner, sure && !listed)) continue;
    found.push({
      name: wordsAt(heard.text, innerAt, innerAt + inner.length),
      start: innerAt,
      end: innerAt + inner.length,
    });
  }
  if (found.length === 0) return within(heard, plain, { start, end }, sure);
  return listed && found.length < pieces.length ? [] : found;
}

const inside =
  /(?:到达|抵达|巡到|走到|走拢|来到|路过|经过|到|在|过了?)(?:那个|这个|了)?([a-z\d一-龥]{2,12}?)(?=了|这里|这边|那里|那边|那块|这块|下面|旁边|对面|门口|的?那个点|的?点|啊|哈|呢|$|[,。\s]|正常|都|没|看)(下面|旁边|对面|门口|后面|前面|边上)?/g;

/** 我们到了那个渡口桥头这里啊: the name stands in the middle of a sentence. */
function within(
  heard: Utterance,
  plain: string,
  { start, end }: Pick<Clause, 'start' | 'end'>,
  sure: boolean,
): SaidPoint[] {
  for (const match of plain.slice(start, end).matchAll(inside)) {
    const [whole, core = '', side = ''] = match;
    const name = core.replace(fillers, '');
    if (!isName(name, sure)) continue;
    const from = start + match.index + whole.lastIndexOf(core + side) + core.length - name.length;
    const till = from + name.length + side.length;
    return [{ name: wordsAt(heard.text, from, till), start: from, end: till }];
  }
  return [];
}

/** Whether `words` may name a point; with `sure` only when it is built like a place. */
function isName(words: string, sure: boolean): boolean {
  if (!letters.test(words) || /^\d+号?$/.test(words) || things.test(words) || told.test(words)) return false;
  if (isBuiltLikePlace(words)) return true;
  if (sure) return false;
  if (/^[a-z]\d{1,3}$/.test(words)) return true;
  if (!/[一-龥]/.test(words)) return false;
  return (nameEnd.test(words) || besides.test(words)) && words.length <= 8 && !verbs.test(words);
}
