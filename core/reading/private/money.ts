/** Sums of money as people write them: 6万多, 18.6万, 一万二, 三千六, 两三千, 万把块, 2k, 1500元, ¥300. */

/** A sum in whole yuan, and where it stands in the plain text. */
export interface Sum {
  readonly yuan: number;
  /** "六千多", "万把块", "大概两万", "两三千": of a range the upper end. */
  readonly approximate: boolean;
  readonly start: number;
  readonly end: number;
}

const han = '一二两三四五六七八九十廿百千万零〇几半';
const unit = '(?:块钱?|元整?|圆|大洋|铜钿|钞票|蚊|rmb|yuan|人民币|kuai)';
const figure = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
/** Groups: approx before, number, approx after. */
const sums = new RegExp(
  `(?<about>大概|大约|差不多|约|近|将近|快|接近|不到|至少|少说|总有|上下|好)?[¥￥$]?\\s*(?<number>(?:(?:${figure})(?:\\s*[-~到至]\\s*(?:${figure}))?\\s*(?:[万千百亿wk](?![a-z])(?:\\d|[一二三四五六七八九](?![一二两三四五六七八九十百千万个直起次共样定年月天家点半]))?)?(?:[万千百])?)|(?:[十百千万]+把|上[百千万]|(?:(?!一[直共样定起次])[${han}]){1,10}))(?<guess>多|来|余|几|左右|出头|上下)?(?<unit>万)?(?<more>多|来|余)?\\s*(?<yuan>${unit})?(?<after>多|左右|上下|出头)?`,
  'g',
);
/** Where a number without 块 stands beside these it is money. */
const moneyBefore =
  /(?:欠|差|押金?|花了?|付了?|给了?|转了?|还了?|赔偿?|退|收|交了?|结|借我?|款|费|工资|工钱|钱|定金|订金|彩礼|房租|租金|薪|价|价格|金额|总共|一共|共|加起来|合计|讲好|说好|出|要|要求|肯|只给|最多|答应|打了|打过来|到账|垫了?|扣了?|少了?|补|卡|充了?|每期|每人|首付|拿了?|办了|交了|剩下?|余|支付|扣我|收到|paid|pay|owes?|owed|deposit|cost|for|of|me|refund|about|修(?:车|理|好)?|烫|买|穿|头|鞋子?|每月|每个月|月|治疗|检查|手术|看病|住院|cost)[^\d,。一二两三四五六七八九十百千万]{0,5}$/;
const moneyAfter =
  /^\s*(?:的)?(?:年卡|会员|套餐|卡|货款|工资|工钱|医药费|医疗费|押金|定金|订金|房租|租金|彩礼|工程款|欠款|赔偿|抚养费|手术费|加工费|运费|尾款|一个月|每月|每个月|\/月|给[我他她]|费|到账|没发|不发|没给|不给|不还|没还|不退|没结|未付|还没|已付|一直|拖|membership|in total|deposit|for)/;
const noMoneyAfter =
  /^(?:[个天人平户号日次遍米岁点%亩斤吨里级楼幢栋期位名件张台辆双套条把桌节口]|家(?!里)|年(?!底|前给)|月(?!底|薪)|小时|分(?!期)|只(?![给肯赔退付愿出答同有还让剩能想说要])|份(?!子)|起(?!诉)|顿|层|公里|公斤|平方|方|分钟|星期|礼拜|周|倍|块地|度|-\d|\/\d|:\d|来个|几个|多个|多人|多次|多天|多年|\s*(?:pm|am|months?|years?|days?|hours?|of us|people|times|workers)\b)/;
const noMoneyBefore = /(?:第|周|星期|礼拜|QY-|qy-|[a-z]-|电话|手机|尾号|号码|\d:|楼|(?<![a-z])[a-z]\d*|\d月|\d)$/;

/** Every sum of money in `plain`, in the order of the text. */
export function sumsIn(plain: string): Sum[] {
  const found: Sum[] = [];
  for (const match of plain.matchAll(sums)) {
    const sum = sumOf(plain, match);
    if (sum !== undefined) found.push(sum);
  }
  return found;
}

function sumOf(plain: string, match: RegExpExecArray): Sum | undefined {
  const { about, number = '', guess, unit: wan, more, yuan, after } = match.groups ?? {};
  const value = yuanOf(number.replaceAll(/[,\s]/g, ''));
  if (value === undefined) return undefined;
  const lead = about ?? '';
  const start = match.index + lead.length + (/^[¥￥$\s]*/.exec(match[0].slice(lead.length))?.[0].length ?? 0);
  const end = match.index + match[0].trimEnd().length;
  const whole = value.yuan * (wan === undefined ? 1 : 10_000);
  if (yuan === undefined && !isMoney(plain, start, end, whole, number + (wan ?? ''))) return undefined;
  // 一块地, 一块儿: no money.
  if (yuan === '块' && whole < 10 && /^[儿地田砖石板区]/.test(plain.slice(end))) return undefined;
  if (whole <= 0 || whole > 1e10) return undefined;
  const approximate =
    value.approximate ||
    [guess, more, after].some((one) => one !== undefined) ||
    (about !== undefined && about !== '好');
  return { yuan: Math.round(whole), approximate, start, end };
}

/** Without a word for money only what is as large as money, or stands beside a word of paying. */
function isMoney(plain: string, start: number, end: number, value: number, words: string): boolean {
  const after = plain.slice(end, end + 8);
  const before = plain.slice(Math.max(0, start - 8), start);
  if (noMoneyAfter.test(after) || noMoneyBefore.test(before)) return false;
  const magnitude = /[万wk]/.test(words) || (/[千百]/.test(words) && value >= 100);
  if (magnitude) return !/^[人户家亩平吨头]/.test(after);
  // 缝了针 5400: a number on its own in a story.
  if (
    /\d{3}/.test(words) &&
    value < 1e7 &&
    !isYear(value, before) &&
    /(?:^|[\s,])$/.test(before) &&
    /^(?:$|[\s,。])/.test(after)
  )
    return before.trim() !== '';
  // A bare 3 or 十 is seldom money; a bare 2000 mostly is where money is spoken of.
  return (
    value >= 100 &&
    /\d|[百千万]/.test(words) &&
    !isYear(value, before) &&
    (moneyBefore.test(before) || moneyAfter.test(after))
  );
}

function isYear(value: number, before: string): boolean {
  return (
    value >= 1990 && value <= 2035 && /(?:在|从|到|是|^|,|\s)$/.test(before) && !/[押欠付给转还赔收交]/.test(before)
  );
}

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const units: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1_000,
  万: 10_000,
  亿: 100_000_000,
  w: 10_000,
  k: 1_000,
};
const arabic = /^(\d+(?:\.\d+)?)(?:[-~到至](\d+(?:\.\d+)?))?([百千万亿wk])?([一二三四五六七八九\d])?([百千万])?$/;

/** The number of yuan that the words say; of a range the upper end. */
export function yuanOf(words: string): { readonly yuan: number; readonly approximate: boolean } | undefined {
  const match = arabic.exec(words);
  if (match !== null) {
    const [, low = '0', high, size, rest, restUnit] = match;
    const step = units[size ?? ''] ?? 1;
    const tail = rest === undefined ? 0 : (digits[rest] ?? Number(rest)) * (units[restUnit ?? ''] ?? step / 10);
    // 3万千 is no number.
    if (restUnit !== undefined && rest === undefined) return undefined;
    return { yuan: round(Number(high ?? low) * step + tail), approximate: high !== undefined };
  }
  return spoken(words);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** 万把 and 上万 are 10,000; 几千 and 几万 count as three of them; 一万四五 as 15,000. */
function spoken(words: string): { readonly yuan: number; readonly approximate: boolean } | undefined {
  const about = /^([十百千万]+)把$|^上([百千万])$/.exec(words);
  if (about !== null) return { yuan: units[(about[1] ?? about[2] ?? '').charAt(0)] ?? 0, approximate: true };
  const range = /([一二两三四五六七八九])([一二两三四五六七八九])(?![一二两三四五六七八九])/.exec(words);
  const plain = range === null ? words : words.replace(range[0], range[2] ?? '');
  if (plain === '几' || plain === '半' || plain === '') return undefined;
  const value = chinese(
    plain
      .replace(/(?<=十)几/, '')
      .replaceAll('几', '三')
      .replace('廿', '二十'),
  );
  return value === undefined ? undefined : { yuan: value, approximate: range !== null || words.includes('几') };
}

/** 一万二 is 12,000 and 三千六 is 3,600: a last digit counts a tenth of the unit before it. */
function chinese(words: string): number | undefined {
  let [total, section, last]: [number, number, number] = [0, 0, 1];
  let digit: number | undefined;
  let seen = false;
  let zero = false;
  for (const letter of words) {
    const step = units[letter];
    const value = letter === '半' ? 0.5 : digits[letter];
    if (step === undefined && value === undefined) return undefined;
    if (value !== undefined) [digit, zero] = [value, zero || value === 0];
    else if (step === 10_000) {
      total = (section + (digit ?? (section > 0 ? 0 : 1))) * step;
      [section, digit, last] = [0, undefined, step];
    } else if (step !== undefined) {
      section += (digit ?? 1) * step;
      [digit, last] = [undefined, step];
    }
    seen ||= step !== undefined;
  }
  if (!seen) return undefined;
  const tail = (digit ?? 0) * (zero || last < 100 ? 1 : last / 10);
  return total + section + tail;
}
