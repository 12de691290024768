import { numberOf, numeral } from './reading/numerals.ts';

/** A sum that somebody said, in whole yuan; `approximate`: 六千多, 大概6万. */
export interface SaidSum {
  yuan: number;
  approximate: boolean;
}

const unit: Readonly<Record<string, number>> = { 百: 100, 千: 1_000, 万: 10_000 };
const largest = 1_000_000_000;

/** 一万五 and 4万2 leave out the unit of their tail, 50w and 8k are how it is typed, 3万5千 is one sum. */
const tailed =
  /([\d一二两三四五六七八九十百千万]+(?:\.\d+)?)\s*([万千百])([\d一二两三四五六七八九])(?![\d一二两三四五六七八九十百千万.])/gu;
const twoParts = /(\d+(?:\.\d+)?)万(\d)千(?:(\d)百)?/gu;
/** Numbers that are no money: phones, years, days, how many people, how long. */
const otherNumbers = new RegExp(
  `(?<!\\d)\\+?\\d(?:[\\d-]{6,14})\\d(?!\\d|\\.\\d)(?=\\D|$)|20\\d{2}\\s*年|\\d{1,2}[:：]\\d{2}|第?${numeral}\\s*(?:个多?(?:月|人|小时|工|星期|孩子|儿子|女儿)|年|月|天|日|号|点|次|期|栋|楼|层|室|岁|回|周|人|名|位|户|家|米|平|%)`,
  'gu',
);
const money = new RegExp(
  `(?<before>大概|大约|差不多|将近|快|约|about)?[^\\d,。]{0,2}?(?<number>${numeral})\\s*(?<named>元|块|圆|rmb|yuan)?(?<more>左右|上下|多)?`,
  'giu',
);
/** Words after which a number without a unit is money. */
const owing = /(?:工资|工钱|押金|货款|尾款|房租|租金|借款|欠款|医药费|赔偿|欠|借|赔|退|还|付|转|要|差)[^\d,。;]{0,6}$/u;

/** Words with their sums as plain numbers: 一万五 as 15000, 4万2 as 42000, 50w as 50万. */
export function spelledSums(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d)\s*[wW](?![a-zA-Z])/g, '$1万')
    .replace(/(\d)\s*[kK](?![a-zA-Z])/g, '$1千')
    .replace(twoParts, (_, tens: string, thousands: string, hundreds: string | undefined) =>
      String(Number(tens) * 10_000 + Number(thousands) * 1_000 + Number(hundreds ?? 0) * 100),
    )
    .replace(tailed, (said, head: string, of: string, tail: string) => {
      const [whole, part] = [numberOf(head + of)?.value, numberOf(tail)?.value];
      return whole === undefined || part === undefined ? said : String(whole + (part * (unit[of] ?? 0)) / 10);
    });
}

/**
 * The sum that words name, the largest where they name several: 18.6万, 六千多, 4万2, 一万五, 2,000. Null: they name none.
 * @param asked a sum was asked for, so a bare number is one; else it needs a unit, or a word of owing before it
 */
export function saidSum(words: string, asked: boolean): SaidSum | null {
  const text = spelledSums(words).replace(otherNumbers, ' ');
  let best: SaidSum | null = null;
  for (const match of text.matchAll(money)) {
    const said = match.groups?.['number'] ?? '';
    const number = numberOf(said);
    if (number === undefined || number.value <= 0 || number.value > largest) continue;
    const large = /[百千万]/u.test(said) || number.value >= 10_000;
    const named = match.groups?.['named'] !== undefined || large;
    const before = text.slice(0, match.index + match[0].indexOf(said));
    if (!asked && !named && !(number.value >= 100 && owing.test(before))) continue;
    const about = number.approximate || (match.groups?.['before'] ?? match.groups?.['more']) !== undefined;
    const sum = { yuan: Math.round(number.value), approximate: about };
    if (best === null || sum.yuan > best.yuan) best = sum;
  }
  return best;
}

const bare = new RegExp(
  '^(?:大概|大约|差不多|将近|快|好|一共|总共|约|about|around)*[¥￥$]?(?=[\\d一二两三四五六七八九十几上])(?<number>[\\d.,]+[百千万wk]?|[\\d.一二两三四五六七八九十百千万零几上]+)[多来余]?(?<unit>元|块钱?|圆|rmb|yuan)?(?:钱|多|左右|上下|出头)*(?:吧|了|呢)?$',
  'iu',
);

/** Whether the words are a sum and nothing else: 六千多, 18.6万, 3000块. A number of a phone, or a small one, is none. */
export function isBareSum(words: string): boolean {
  const match = bare.exec(words.normalize('NFKC').replaceAll(/[\s。!，,.]+$|\s/gu, ''));
  const { number = '', unit: named } = match?.groups ?? {};
  return match !== null && (named !== undefined || /[百千万wk]/iu.test(number) || /^[\d,]{3,7}$/.test(number));
}
