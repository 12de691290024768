/** Points by their number on the route or by the code of their sign: 第4家, 5️⃣, 6、7号点, QY-0312. */
import { numberOf } from '../numerals.ts';
import type { Utterance } from '../utterance.ts';
import type { Span } from '../span.ts';

/** A point that is named, and the words that name it. */
export interface SaidPoint extends Span {
  readonly name: string;
  /** It is told from its number alone; whoever means something else by a number is not rare. */
  readonly bare?: true;
}

const one = '(?:\\d{1,3}|[①-⑳]|🔟|[一二三四五六七八九十]{1,3})';
/** Nobody tells of more points at once, and 8️⃣9️⃣ is no point 89. */
const longestRoute = 40;
const joint = '(?:(?:[、,/.&+]|和|跟|与|及|还有|and\\b)(?:\\s*第)?|第)\\s*';
const range = '(?:[-~—–]+|至|到)\\s*(?:[点第]\\s*)?';
const list = `${one}(?:\\s*(?:号\\s*)?(?:${joint}|${range})${one}(?![\\d:点])){0,${String(longestRoute)}}`;
const stop = '(?:打卡点|巡逻点|巡更点|检查点|巡查点|卡点|点位|点)';
/** 3号楼 and 3号线 are names, 5号上午 is a day, 3号车 is a car. */
const notNumber =
  '(?![楼搂门车线路厂库仓机艇院桥闸塔井杆泵棚栋幢憧橦座房街巷灯码员工大馆宿充地屋别公段台手包柜弄里对晚早夜那上下白请休开之以前后]|排(?!查)|配电|救生|消防|变电)';
const wholes: readonly RegExp[] = [
  /(?<![\d.:])(0\d{3})(?=门岗|门口|大门|厂|家|企业|号)/g,
  new RegExp(
    `(?<!倒数)第\\s*(${list})\\s*(?:[两三四五六]?(?:个|家|处|户|站|号|间)?${stop}|[两三四五六](?:个|家|处)|个|家|处|户|站|号|位|间|厂|企业|单位)(?![人月小天班组队次圈轮趟医])`,
    'g',
  ),
  /(?<![\d月.]|\d:)((?:\d{1,2}\s+){1,5}\d{1,2})\s*号(?=点|[都也全没走看巡]|正常|好|ok|\s|[,。!]|$)/g,
  /((?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})号){2,8}(?=点|都|走|巡|没|正))/g,
  new RegExp(
    `(?<![\\d月.]|\\d:)(${list})\\s*(?:号\\s*(?:${stop}|位|站|岗(?!亭)|家)|(?:打卡点|巡逻点|巡更点|点位)(?!\\s*\\d)|#)`,
    'g',
  ),
  new RegExp(`(?<![\\d月.:一-龥]|就是|[^到在是补过])(${list})\\s*号${notNumber}`, 'g'),
  new RegExp(
    `(?<=[那这]个|号|了|的|拍|打|到|在|是|补|下|过|完|好|打卡|巡|[\\s,。|]|^)(${list})\\s*号${notNumber}`,
    'g',
  ),
  new RegExp(
    `(?:(?<![\\d一二三四五六七八九十半几个])(?:${stop}|编号)|\\b(?:p|no\\.?|points?|stops?|checkpoints?|check points?|spots?|numbers?)|#)\\s*[:#]?\\s*(${list})(?![\\d:])`,
    'g',
  ),
  // 家 as an input method writes it.
  /(?<!倒数)第\s*(\d{1,2})[加佳](?=[看们门到过锁正都好了]|[\s,。!]|$)/g,
  /(🔟)/g,
  /([①-⑳]{2,})/g,
  /(?<=打的?|拍的?|补的?)(\d{1,2})(?=$|[\s,。!])/g,
  new RegExp(`前\\s*(?<upTo>[两三四五六七八九十\\d]{1,2})\\s*个点`, 'g'),
];
const code = /(?<![a-z0-9])(?:([a-z]{2})-\s?(\d{3,5})|(qy)[ _]?(\d{4}))(?!\d)/g;
/** A clause that is a number, with nothing but an arrival or a good word around it. */
const alone = new RegExp(
  `^\\|*(?:dk|(?:前面|后面|左边|右边|上面|下面|[前后左右])(?:那|一)?张?是|我|到了?|已到|在|刚?到|过|补|打卡|是|上一?张是?|这张是?|this is|here is|at|now|done|这是|这个)?\\s*(${list}|\\d{1,3}(?:\\s+\\d{1,3})+|0\\d{3})\\s*(?:号)?(?:到了?|已到|好了?|ok|okay|正常|没事|没问题|无异常|平安|zc|完了?|过了?|打卡|都|也|√|clear|done|good|fine|(?:一起|一块|都|也)?(?:发|拍|补|交)|了|的|✓|√|☑)*(?:[两三四五六七八]个点)?(?:一起|一块|都|也)?(?:发|拍|补|交)?(?:了|的)?$`,
);
const unit = /^\s*(?:公里|千米|km|人|个|度|分|块|元|圈|米|台|件|小时|%|℃|步|斤|岁|:|minutes?|mins?|people)/;
/** 人员:3 counts something. */
const counting = /(?:人员|人数|队员|应到|实到|里程|气温|温度|公里数|共计?|次数|数量|读数|浓度|水位|电压|人)[:：]?\s*$/;
/** No route is longer; 110 and 800 are something else. */
const most = 99;

const spelled = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
/** Number four; skipping 3. */
const inEnglish = new RegExp(
  `\\b(?:(?:point|number|stop|checkpoint|no\\.?) (${spelled.join('|')})|(?<=skip(?:ped|ping)? )(\\d{1,2}))\\b(?!['’:]| (?:more|last|person|guy|man|woman|car|time))`,
  'g',
);

/** 0+500 is 500 metres behind the beginning of a dike. */
const stake = /\d{1,3}\+\d{3}/g;

/** Every code and number of a point in `said`, whose times are left out already. */
export function pointNumbers(heard: Utterance, said: string): SaidPoint[] {
  const plain = said.replace(stake, (words) => '|'.repeat(words.length));
  const found: SaidPoint[] = [];
  const keys = /\d\ufe0f?\u20e3\d\ufe0f?\u20e3/.test(heard.text.original);
  const add = (points: readonly SaidPoint[]): void => {
    const fresh = points.filter((point) => !found.some((other) => other.start < point.end && point.start < other.end));
    found.push(...fresh);
  };
  for (const match of plain.matchAll(code)) {
    const name = `${match[1] ?? match[3] ?? ''}-${match[2] ?? match[4] ?? ''}`.toUpperCase();
    add([{ name, start: match.index, end: match.index + match[0].length }]);
  }
  for (const whole of wholes) {
    for (const match of plain.matchAll(whole)) {
      const upTo = match.groups?.upTo;
      const names = upTo === undefined ? namesIn(match[1] ?? '', keys) : counted(1, numberOf(upTo)?.value ?? 0);
      const at = { start: match.index, end: match.index + match[0].length };
      if (!found.some((other) => other.start < at.end && at.start < other.end))
        found.push(...names.map((name) => ({ name, ...at })));
    }
  }
  for (const match of plain.matchAll(inEnglish)) {
    const name = match[2] ?? String(spelled.indexOf(match[1] ?? '') + 1);
    add([{ name, start: match.index, end: match.index + match[0].length }]);
  }
  for (const clause of heard.clauses) {
    const match = alone.exec(plain.slice(clause.start, clause.end));
    if (match?.[1] === undefined || unit.test(plain.slice(clause.end)) || Number(match[1]) > most) continue;
    if (found.some((other) => other.start < clause.end && clause.start < other.end)) continue;
    if (counting.test(plain.slice(0, clause.start))) continue;
    const at = { start: clause.start, end: clause.end };
    found.push(...namesIn(match[1], keys).map((name) => ({ name, ...at, bare: true as const })));
  }
  add(leading(heard, plain));
  return found.sort((a, b) => a.start - b.start);
}

const first = new RegExp(
  `^(?:上一?张是?|这张是?)?([1-9]\\d?(?:\\s*(?:${joint}|(?<=\\s))\\d{1,2}){0,5})(?=[一-龥])(?![号个人台公分度块元圈米件小步岁点楼年月天起次遍辆只条张包瓶杯桌份队组班级多来几把支顶部连箱斤层栋幢憧橦座仓库巷口门泵区馆厅排折路届万千百十]|[至到]\\s*\\d)`,
);

/** 3有辆车挡门口, 17忘了: a clause that begins with a number of nothing. */
function leading(heard: Utterance, plain: string): SaidPoint[] {
  return heard.clauses.flatMap(({ start, end }) => {
    const match = first.exec(plain.slice(start, end));
    const at = { start, end: start + (match?.[0].length ?? 0), bare: true as const };
    return namesIn(match?.[1] ?? '', false).map((name) => ({ name, ...at }));
  });
}

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const longestRange = 30;

/** 6、7 and 1-3 as single numbers, keycaps side by side that make none as several; 5/12 is the fifth of twelve. */
function namesIn(words: string, keys: boolean): string[] {
  const [from, to, ...more] = [...words.matchAll(new RegExp(`0\\d{3}|${one}`, 'g'))].flatMap(([said]) =>
    apart(said).map(valueOf),
  );
  if (from === undefined) return [];
  if (to === undefined) return keys && Number(from) > longestRoute ? Array.from(from) : [from];
  const [first, last] = [Number(from), Number(to)];
  if (new RegExp(range).test(words) && more.length === 0) return counted(first, last);
  if (words.includes('/') && last - first > 1 && more.length === 0) return [from];
  return [from, to, ...more];
}

/** 三四五号点 are three. */
function apart(said: string): string[] {
  return '一二三四五六七八九'.includes(said) ? Array.from(said) : [said];
}

function valueOf(said: string): string {
  if (/^0\d{3}$/.test(said)) return said;
  if (said === '🔟') return '10';
  const at = circled.indexOf(said);
  return String(at >= 0 ? at + 1 : (numberOf(said)?.value ?? said));
}

function counted(first: number, last: number): string[] {
  if (last < first || last - first > longestRange) return [String(first), String(last)];
  return Array.from({ length: last - first + 1 }, (_, step) => String(first + step));
}
