/** Where a hazard is, in the words of the message: a known name, a phrase built like a place, a way and a distance. */
import { finding, joined, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { isFindable as leadsSomewhere, isFirm, placeByRules, placeFields, placesIn } from '../places.ts';
import { wordsAt } from '../plain-text.ts';
import type { Utterance } from '../utterance.ts';

/** 东面50米左右, 往北大概两百米, 左边十来米. */
const offset =
  '(?:再)?(?:往|向|朝|沿[^,。]{1,4}往)?(?:(?:正)?[东南西北]{1,2}|左|右|前|后|里|外|上|下)(?:面|边|侧|头|手边|走|方向|方)?(?:走)?(?:大概|大约|约|差不多|过去|去)?\\s*(?:\\d+|[一二两三四五六七八九十百几]+)(?:来|多|几)?(?:米|公尺|m(?![a-z]))(?:左右|上下|多|不到|的?地方|处|远|开外)*';
const apart = new RegExp(offset);
const following = new RegExp(`^(?:(?:的|那边|这边|,|\\s)*)(?:${offset})`);
const room =
  '(?:车间|仓库|房间|配电[房室箱柜]|锅炉房|宿舍|食堂|冷库|楼道|工棚|后厨|厨房|通道|出口|楼梯间?|走廊|过道|变电箱|彩钢[棚房]|水塘|卫生间|床头|地下室|车库|阳台|屋顶|楼顶|墙|路灯|电梯|消防栓|斑马线|座位|平台|炉边|安全门|垃圾桶|变压器|围栏|房子|屋里|老屋|边上|架子|床)';
const shop =
  '(?:超市|饭店|药店|早餐店|火锅店|工地|厂|店|小区|公寓|学校|幼儿园|电池厂|加油站|车棚|充电棚|早市|夜市|菜场|市场|公司|河|岸|高压线|村[口里]|路|门口|大门|弄堂|祠堂|卫生所|网吧|车站|公交站牌?|广场|桥|楼|隧道|涵洞|小店|超市|理发店|厂房|厂区|粒子厂|工棚)';
const beside = '(?:门口|旁边|里面?|外面?|上面?|下面?|边上|后面|前面|对面|底下|中间|隔壁|的)*';
const inside = new RegExp(
  `^(?:我们|隔壁|旁边|楼[上下]|对面|这|那|你们|他们|家|个|一家|有家|有个|后面|前面|后|前|外|[a-z]?[一二三四五六七八九十\\d]{0,3}[号楼层]?){0,4}[^村镇路街号幢栋苑塘桥岭坞]{0,4}(?:${room}|${shop})${beside}$|^(?:后面|前面)?(?:山上|山下|水边|路边|河边|岸边|楼[上下])${beside}$|^[一二三四五六七八九十\\d]+楼$`,
);

const address =
  /[\u4e00-\u9fa5]{1,5}(?:村|镇|乡|街道)|[\u4e00-\u9fa5]{2,6}(?:路|街|巷|弄|大道|工业区|工业园|产业园|物流园|园区|开发区|新区|小区|花苑|佳苑|公寓|大厦|广场|大桥|桥|水库|小学|中学|幼儿园|医院|市场|菜场|公园|隧道|路口|村口|祠堂|码头|埠头|戏台|礼堂)|(?<![\d一二三四五六七八九十])\d+(?:号|幢|栋|排)|^\d+号?楼|交叉口|[a-z]\d*(?:区|座|栋|幢)/;
/** What ends so is a thing or a side of one and no name: 泵房, 墙角, 对面山. */
const noNameEnd = /[场房库站店厂间楼层池井炉箱杆棚山坡路上下面里外边旁岛台柜露号人墙门窗角车电水火]$/;

function isAddress(words: string): boolean {
  return address.test(words) || isFirm(words);
}

/** Whether the words lead somewhere by themselves: an address, a name; 走廊 and 3号车间 do not. */
export function isFindable(place: string): boolean {
  if (!leadsSomewhere(place) || inside.test(place) || new RegExp(`^${offset}$`).test(place)) return false;
  return isAddress(place) || (place.length <= 6 && !noNameEnd.test(place));
}

/** Whether nobody needs to ask where it is: a name that likeness alone found may be any thing. */
export function leadsThere(heard: Utterance, place: string): boolean {
  if (!isFindable(place)) return false;
  const span = placeByRules(heard);
  const byRules = span === undefined ? '' : wordsAt(heard.text, span.start, span.end);
  return isAddress(place) || (byRules !== '' && place.includes(byRules));
}

/** The place of a hazard, and the code of a sign when one is given. */
export function whereIn(heard: Utterance): Finding {
  const told = withoutSpoken(best(heard));
  const wider = landmark(heard, told.fields.place);
  const place = joined(wider, told);
  const words = place.because.find(({ field }) => field === 'place')?.words;
  const way = apart.exec(heard.plain);
  if (way === null) return place;
  const approximate = /大概|大约|约|差不多|左右|上下|多|来|几|不到/.test(way[0]);
  const guess = approximate ? finding(heard, 'approximate', true, way.index, way.index + way[0].length) : nothing;
  return joined(
    extended(heard, words) ??
      finding(
        heard,
        'place',
        wordsAt(heard.text, way.index, way.index + way[0].length),
        way.index,
        way.index + way[0].length,
      ),
    place,
    guess,
  );
}

/** What leads somewhere, an address before a name, before what does not. */
function best(heard: Utterance): Finding {
  const places = placesIn(heard).map((span) => ({ span, words: heard.plain.slice(span.start, span.end) }));
  const findable = places.filter(({ words }) => isFindable(words));
  const first = findable.find(({ words }) => isAddress(words)) ?? findable[0] ?? places[0];
  return placeFields(heard, first?.span);
}

/** Words to the reader that stand alone like a name. */
const spoken =
  /^(?:匿名|实名|保密|举报|反映|投诉|报告|你好|您好|师傅|领导|同志|谢谢|麻烦|注意|小心|服了|求助|急|紧急|隐患|催|各位|大家|兄弟|通知)/;

function withoutSpoken(found: Finding): Finding {
  if (!spoken.test(found.fields.place ?? '')) return found;
  const { placeCode } = found.fields;
  return {
    fields: placeCode === undefined ? {} : { placeCode },
    because: found.because.filter(({ field }) => field !== 'place'),
  };
}

/** 樟塘村口往东50米: the place goes on with the way from it. */
function extended(heard: Utterance, words: string | undefined): Finding | undefined {
  if (words === undefined) return undefined;
  const start = heard.text.original.indexOf(words);
  const from = heard.text.at.indexOf(start);
  if (start < 0 || from < 0) return undefined;
  const end = heard.text.at.indexOf(start + words.length - 1) + 1;
  const more = following.exec(heard.plain.slice(end));
  if (end === 0 || more === null) return undefined;
  const until = end + more[0].length;
  return finding(heard, 'place', wordsAt(heard.text, from, until), from, until);
}

const marks =
  '(?:下游|上游)?(?:闸口|水闸|步道|栈道|戏台|文化礼堂|健身广场|码头|泵站|公厕|垃圾房|祠堂|牌坊|岔路口|交叉口|拐弯处?|弯道|安置房|新村|老街|公寓|花苑|佳苑|名苑|大厦|厂区|五金市场|物流园|供销社|放生池|避风港|养猪场|砖厂|豆腐坊|加工坊|养老中心|幼儿园)';
const marked = new RegExp(
  `(?:[\\u4e00-\\u9fa5]{1,8}?(?:和|与)[\\u4e00-\\u9fa5]{1,6}?交叉口|[\\u4e00-\\u9fa5a-z\\d]{1,8}?${marks})(?:\\d{1,4}号?(?:楼|幢|栋|院)?)?(?:门口|后面|前面|旁边|对面|里面?)?`,
);

const cut =
  /^.*(?:发现|看到|走访|停在|停着|位于|就在|晚上|早上|昨天|今天|今日|有人|有个|反映|举报|在|到|从|住|去|往|把|被|的|了|我们|你们|他们|那个|这个|就是|是)/;

/** Landmarks that villages have and maps do not, when they say more than `known` does; the longest that leads somewhere. */
function landmark(heard: Utterance, known: string | undefined): Finding {
  const isKnown = known !== undefined && isFindable(known);
  let best: Finding = nothing;
  let length = 0;
  for (const clause of heard.clauses) {
    const match = marked.exec(clause.words);
    if (match === null) continue;
    const skipped = cut.exec(match[0])?.[0].length ?? 0;
    const words = match[0].slice(skipped);
    if (words.length < 3 || words.length <= length || !isFindable(words) || (isKnown && !words.includes(known)))
      continue;
    const start = clause.start + match.index + skipped;
    best = finding(heard, 'place', wordsAt(heard.text, start, start + words.length), start, start + words.length);
    length = words.length;
  }
  return best;
}
