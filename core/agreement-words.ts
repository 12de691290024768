import type { TermAgreed } from './agreement-steps.ts';
import type { Party, PartyKey } from './party.ts';
import { numberOf, numeral } from './reading/numerals.ts';
import { dayWords, saidDay } from './said-day.ts';
import { spelledSums } from './said-sum.ts';

/** What a mediator or a side wrote of terms: 讲好5000 转了3000 剩下月底. */
export interface SaidTerms {
  terms: readonly TermAgreed[];
  /** What is said to have been paid already; 0: nothing. */
  paidYuan: number;
  /** What was said beside the terms, in its order: what it was about, what is let go; '' nothing. */
  beside: string;
}

const money = new RegExp(`(?<number>${numeral})\\s*(?:元|块钱?|塊|圆|rmb|yuan|¥)?`, 'iu');
const paidAlready = /(?:已经?|刚|先|当场|当天|今天)?\s*(?:转|付|给|打|汇|还|结|支付)(?:了|过|清了)|paid|transferred/iu;
const total = /(?:讲好|说好|谈好|谈成|商定|一共|总共|合计|共|agreed on|total)/iu;
/** What was owed before is no promise: 李叔借了5000块. With a day it is one. */
const owed = /借|欠|owes?\b|owed|borrowed/iu;
/** 达成协议: what the words begin with, and nothing of theirs. */
const opening = /^(?:双方|两边)?(?:口头|书面)?(?:达成|调解成功)了?(?:口头|书面)?(?:协议|一致)?[\s,，。:：]+(?=\S)/u;
const rest = /(?:剩下?|余下?|其余|余款|尾款|差额|rest|remainder|balance)/iu;
const monthEnd = /(?<which>下个?月|这个?月|本月|next month|this month)?\s*(?:月底|月末|end of (?:the |next )?month)/iu;
const monthDay = /(?<which>下个?月|这个?月|本月|每个?月)\s*(?<day>\d{1,2})\s*[号日]/u;
const yearEnd = /年底|年前|end of the year/iu;
/** Days that people promise by, and that are the same every year; of 春节 the mediator writes the date. */
const holidays: readonly (readonly [RegExp, { month: number; day: number }])[] = [
  [/元旦|new year['’]?s day/iu, { month: 1, day: 1 }],
  [/五一|劳动节/u, { month: 5, day: 1 }],
  [/国庆/u, { month: 10, day: 1 }],
];
const deed =
  /道歉|赔礼|拆除|拆掉|搬[走离]|修好|修理|恢复|停止|归还|退还|返还|不再|协助|配合|开(?:具)?(?:发票|证明)|迁[走移]|apolog|remove|repair|return/iu;

/** Cuts words into what each term says; a decimal point, a thousands comma and a date are no borders. */
function pieces(words: string): string[] {
  return words
    .normalize('NFKC')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .split(
      /[\n;。,、]|(?:然后|再|\s+)(?=(?:剩|余|尾|其余|转|付|\d{1,2}月|[这本下上]个?(?:周|星期|礼拜|月)|(?:周|星期|礼拜)[一二三四五六日天]|月[底末]|年[底前]|今天|明天|大?后天))|\s{1,}(?=[剩余尾转])/u,
    )
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

/** A sum in yuan, whole; null: there is none. Bare numbers below ten are no sums (3号, 2次). */
function sumIn(piece: string): number | null {
  const dateless = spelledSums(piece)
    .replace(new RegExp(dayWords, 'giu'), ' ')
    .replace(monthDay, ' ')
    .replace(
      /\d{4}\s*年|\d{1,2}\s*[点时](?:半|\d{1,2}分?)?|\d{1,2}:\d{2}|[每共分]?[一二两三四五六七八九十\d]+\s*(?:个月|期|次|天|人|年)/gu,
      ' ',
    );
  for (const match of dateless.matchAll(new RegExp(money, 'giu'))) {
    const said = match.groups?.['number'] ?? '';
    const value = numberOf(said)?.value;
    const named = match[0] !== said && /[元块塊圆¥]|rmb|yuan/iu.test(match[0]);
    if (value !== undefined && (named || value >= 10)) return Math.round(value);
  }
  return null;
}

/** The day that a piece of words sets, as an ISO date; null: it sets none. */
function dayIn(piece: string, today: Temporal.PlainDate): string | null {
  const end = monthEnd.exec(piece);
  if (end !== null) {
    const month = /^(?:下|next)/iu.test(end.groups?.['which'] ?? '') ? today.add({ months: 1 }) : today;
    return month.with({ day: month.daysInMonth }).toString();
  }
  const day = monthDay.exec(piece)?.groups;
  if (day !== undefined) {
    const month = day['which']?.startsWith('下') === true ? today.add({ months: 1 }) : today;
    const wanted = month.with({ day: Math.min(Number(day['day']), month.daysInMonth) });
    return (Temporal.PlainDate.compare(wanted, today) < 0 ? wanted.add({ months: 1 }) : wanted).toString();
  }
  const holiday = holidays.find(([name]) => name.test(piece))?.[1];
  if (holiday !== undefined) {
    const day = today.with(holiday);
    return (Temporal.PlainDate.compare(day, today) < 0 ? day.add({ years: 1 }) : day).toString();
  }
  if (yearEnd.test(piece)) return today.with({ month: 12, day: 31 }).toString();
  const written = /(?<year>20\d{2})[-年/.](?<month>\d{1,2})[-月/.](?<day>\d{1,2})/u.exec(piece)?.groups;
  if (written !== undefined) {
    const date = { year: Number(written['year']), month: Number(written['month']), day: Number(written['day']) };
    try {
      return Temporal.PlainDate.from(date, { overflow: 'reject' }).toString();
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }
  const said = saidDay(piece, today);
  // 这周五 said on a Sunday: nobody promises for a day that is over.
  const over = said !== null && Temporal.PlainDate.compare(said, today) < 0;
  return (over ? said.add({ weeks: 1 }) : said)?.toString() ?? null;
}

/** Who owes by these words: the side that is named, else the one that the matter was brought against. */
function debtorIn(piece: string, parties: readonly Party[]): PartyKey {
  const named = parties.find(
    ({ key, name }) =>
      (name !== '' && piece.includes(name)) ||
      new RegExp(`${key}\\s*方?\\s*(?:付|给|转|支付|还|赔|应|负责|pays)`, 'iu').test(piece),
  );
  if (named !== undefined) return named.key;
  const says = (pattern: RegExp, role: Party['role']): PartyKey | undefined =>
    pattern.test(piece) ? parties.find((party) => party.role === role)?.key : undefined;
  return (
    says(/^(?:甲方|申请人|申请方)/u, 'applicant') ??
    says(/^(?:乙方|被申请人|对方|被申请方)/u, 'respondent') ??
    parties.find(({ role }) => role === 'respondent')?.key ??
    'b'
  );
}

/**
 * Reads terms out of the words in which people tell them: sums, by when, who pays, deeds. "讲好5000 转了3000 剩下月底": one term of
 * 5,000 of which 3,000 are paid and the rest is due at the month's end. Words without a sum or a deed are no term, and stand beside
 * them; a total that its instalments do not come to stands there too.
 * @param today the day on the zone's calendar
 */
export function saidTerms(words: string, parties: readonly Party[], today: Temporal.PlainDate): SaidTerms {
  const terms: TermAgreed[] = [];
  const beside: string[] = [];
  const used: string[] = [];
  /** What is left, of which nobody said how much it is. */
  const left: string[] = [];
  let paidYuan = 0;
  let whole: { yuan: number; words: string } | null = null;
  let restOn: string | null = null;
  let hasRest = false;
  /** A day that stands alone before what is due on it: 月底 付6000. */
  let ahead: { on: string; words: string } | null = null;
  for (const piece of pieces(words.replace(opening, ''))) {
    const yuan = sumIn(piece);
    const dueOn = dayIn(piece.replace(rest, ' '), today);
    const last = terms.at(-1);
    if (rest.test(piece)) {
      hasRest = true;
      restOn = dueOn ?? restOn;
      if (yuan !== null && whole === null) terms.push(term(piece, yuan, dueOn, parties));
      else {
        used.push(piece);
        left.push(piece);
      }
    } else if (yuan !== null && paidAlready.test(piece)) {
      paidYuan += yuan;
      used.push(piece);
    } else if (yuan !== null && whole === null && (total.test(piece) || (dueOn === null && owed.test(piece)))) {
      whole = { yuan, words: piece };
      restOn = dueOn ?? restOn;
      used.push(piece);
    } else if (yuan !== null || deed.test(piece)) {
      terms.push(term(piece, yuan, dueOn ?? ahead?.on ?? null, parties));
      if (dueOn === null) ahead = null;
    } else if (dueOn === null) beside.push(piece);
    else if (last?.dueOn === null) terms[terms.length - 1] = { ...last, dueOn };
    else {
      if (last === undefined) restOn = dueOn;
      ahead = { on: dueOn, words: piece };
      used.push(piece);
    }
  }
  const all = withWhole(terms, whole?.yuan ?? null, hasRest, restOn, used.join('，'), parties);
  // Whoever knows the sum can say it; that it was promised is not to be lost.
  if (whole === null && terms.length > 0 && left.length > 0) all.push(term(left.join('，'), null, restOn, parties));
  return { terms: all, paidYuan, beside: all.length === 0 ? words.trim() : besideOf() };

  function besideOf(): string {
    const promised = all.reduce((sum, { amountYuan }) => sum + (amountYuan ?? 0), 0);
    // What was owed is what it was about, and a total that the instalments do not come to is not to be lost.
    const told = whole !== null && terms.length > 0 && (owed.test(whole.words) || promised !== whole.yuan);
    const alone = ahead !== null && terms.length > 0 ? [ahead.words] : [];
    return [...(told && whole !== null ? [whole.words] : []), ...beside, ...alone].join('，');
  }
}

/** A total beside its instalments is no further sum: it is what they add up to, or what is left of it after them. */
function withWhole(
  terms: readonly TermAgreed[],
  whole: number | null,
  hasRest: boolean,
  restOn: string | null,
  words: string,
  parties: readonly Party[],
): TermAgreed[] {
  if (whole === null) return [...terms];
  const instalments = terms.reduce((sum, { amountYuan }) => sum + (amountYuan ?? 0), 0);
  if (instalments === 0) return [term(words, whole, restOn, parties), ...terms];
  const left = whole - instalments;
  return hasRest && left > 0 ? [...terms, term(words, left, restOn, parties)] : [...terms];
}

function term(words: string, amountYuan: number | null, dueOn: string | null, parties: readonly Party[]): TermAgreed {
  const from = debtorIn(words, parties);
  const to = parties.find(({ key }) => key !== from)?.key ?? 'a';
  return { from, to, amountYuan, words: words.slice(0, 200), dueOn };
}
