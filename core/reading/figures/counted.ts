/** What a report counts: names with their numbers and units, as 发现隐患58处, 调解 9件, 金额26.4万. */
import { clockTimes } from '../clock-times.ts';
import { finding, joined, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { numberOf } from '../numerals.ts';
import { wordsAt } from '../plain-text.ts';
import type { Figure } from '../reading.ts';
import type { Clause, Utterance } from '../utterance.ts';

const unit =
  '(?:人次|家次|场次|批次|车次|户次|人|家|处|个|起|件|次|场|户|辆|份|条|张|批|车|具|部|台|只|根|块|幢|间|吨|公里|千米|小时|元|宗|例|名|面|本|册|篇|期|趟|艘|把|瓶|罐|平方米|平方|亩)';
/** Chinese digits count only before a unit: 三合一 is a name. */
const number = `(?:\\d{1,9}(?:\\.\\d{1,4})?\\s?[百千万亿]?(?:[来多余])?|[一二两三四五六七八九十百千万零]{1,9}(?:[来多余几])?(?=\\s*${unit}))`;
const pair = new RegExp(
  `(?<name>[一-龥a-z()]{1,14}?)?(?:了|有|约|大概|大约|共|计|各|达|为|:)*\\s*(?<![\\d/.%-])(?<value>${number})(?![\\d/%:点时月号])\\s*(?<unit>${unit})?`,
  'g',
);
/** Words around a name that are none of it. */
const before =
  /^.*(?:今[天日晚]|昨[天日晚]|本[周月日]|累计)|^(?:上[周月]|这[周月]|目前|截[至止]|其中|另外?|还有?|我们?|这边|大概|一共|总共|共|已经?|刚|都|又|和|并|到今天|补报?|报|是|了)+/;
const afterName = /(?:了|有|约|大概|大约|共|计|各|达|为|已|均|的)+$/;
const code = /[a-z]{2}-\d{3,5}/g;

/** A figure and where it stands. */
interface Counted extends Figure {
  readonly start: number;
  readonly end: number;
  readonly approximate: boolean;
}

/** The figures of a report, with the day they are of. */
export function figureDetails(heard: Utterance): Finding {
  const found = countedIn(heard);
  const per = periodOf(heard.plain);
  const figures = found.map(({ name, value, unit: counted }) => ({
    name,
    value,
    ...(counted === undefined ? {} : { unit: counted }),
    ...(per === undefined ? {} : { per }),
  }));
  const said: Finding =
    figures.length === 0
      ? nothing
      : {
          fields: { figures, ...(found.some(({ approximate }) => approximate) ? { approximate: true } : {}) },
          because: found.map(({ start, end }) => ({ field: 'figures', words: wordsAt(heard.text, start, end) })),
        };
  return joined(said, dayIn(heard));
}

function dayIn(heard: Utterance): Finding {
  const match = /昨[天日晚]|yesterday/.exec(heard.plain);
  return match === null ? nothing : finding(heard, 'date', 'yesterday', match.index, match.index + match[0].length);
}

function periodOf(plain: string): Figure['per'] | undefined {
  if (/累计|截[至止]|至今/.test(plain)) return 'cumulative';
  if (/[本这上]周|一周/.test(plain)) return 'week';
  return /今[天日]|昨[天日]|当[天日]|本日/.test(plain) ? 'day' : undefined;
}

/** Every figure, in order. */
export function countedIn(heard: Utterance): Counted[] {
  const plain = withoutTimes(heard.plain);
  const found: Counted[] = [];
  let spoken = '';
  for (const clause of heard.clauses) {
    const inClause = countedInClause(heard, plain, clause, spoken);
    found.push(...inClause);
    // 巡逻 5.2公里 3小时: what is counted stands before a pause.
    if (!/^[\d.]/.test(clause.words)) spoken = clause.words.replace(/[\d.].*$/, '');
  }
  return found;
}

function countedInClause(heard: Utterance, plain: string, clause: Clause, spoken: string): Counted[] {
  const found: Counted[] = [];
  let named = spoken;
  for (const match of plain.slice(clause.start, clause.end).matchAll(pair)) {
    const { name: said = '', value: words = '', unit: counted } = match.groups ?? {};
    const value = numberOf(words.replace(/\s/, ''));
    const start = clause.start + match.index;
    const end = start + match[0].length;
    const name = (said === '' ? named : said).replace(before, '').replace(afterName, '');
    if (said !== '') named = said;
    if (value === undefined || (name === '' && counted === undefined)) continue;
    const unitOf = counted === undefined ? {} : { unit: counted };
    const called = name === '' ? (counted ?? '') : originalOf(heard, name);
    found.push({ name: called, value: value.value, ...unitOf, start, end, approximate: value.approximate });
  }
  return found;
}

/** The name as it was written. */
function originalOf(heard: Utterance, name: string): string {
  const at = heard.plain.indexOf(name);
  return at < 0 ? name : wordsAt(heard.text, at, at + name.length);
}

/** Times of day and codes of signs count nothing. */
function withoutTimes(plain: string): string {
  let left = plain.replace(code, (words) => '|'.repeat(words.length));
  for (const { start, end } of clockTimes(plain, false))
    left = left.slice(0, start) + '|'.repeat(end - start) + left.slice(end);
  return left;
}
