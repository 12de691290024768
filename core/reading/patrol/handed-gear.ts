/** Gear that goes from hand to hand: which, how many, what is missing, and who gives and who takes. */
import { equipment as known } from '../../catalogue.ts';
import type { Equipment } from '../../catalogue.ts';
import { gearNames } from '../gear.ts';
import { joined, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { numberOf } from '../numerals.ts';
import { oneOf } from '../one-of.ts';
import { wordsAt } from '../plain-text.ts';
import type { Because, Gear } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { spanOf } from '../span.ts';
import type { Span } from '../span.ts';
import { callName } from './absent-name.ts';

/** Names that are gear's only where it is handed over, and small things. */
const handed: readonly (readonly [Gear, RegExp])[] = [
  ['charger', /充电器|充电头|充电座|座充|charger/],
  ['battery', /电池|电板|备用电|batter(?:y|ies)/],
  ['key', /钥匙|keys?\b/],
  ['helmet', /头盔|钢盔|安全帽|helmet/],
  ['baton', /警棍|橡胶棍|伸缩棍|橡皮棍|防暴棍|甩棍|baton/],
  ['armband', /袖章|袖标|红袖|臂章|armband/],
  ['raincoat', /雨衣|雨披|raincoat/],
  ['shield', /盾牌?|shield/],
  ['vest', /(?:反光)?(?:背心|马甲|马夹)|反光衣|vest/],
  ['lighting', /(?:强光)?手?电筒|flashlight/],
  ['patrol_light', /肩灯|肩闪|爆闪|巡逻灯|警示灯/],
  ['electric_cart', /(?:电动|电瓶)?巡逻(?:电动|电瓶)?车|电瓶车|四轮车|\bcart\b/],
  ['electric_cart', /(?<![一-龥])车(?=\s*[\d一两二三]\s*[辆台部])/],
  ['radio', /对讲机?|手台|机子(?=[\d一二两三四五六])|radios?/],
];
const inList = new Set<string>(known.map(({ code }) => code));
const measure = '[个台部只把件支盏辆套根块副对张顶条串面]';
const numeral = '\\d{1,3}|[一二两三四五六七八九十俩仨]{1,3}|\\b(?:one|two|three)\\b';
const count = `(${numeral})\\s*(?:${measure}|pcs)?`;
const anyCount = count.replace('(', '(?:');
/** 对讲机领了2台, 警灯只还了1个: what was done with them stands between. */
const handled = '(?:领|拿|借|取|收|接|归还|还|退|交|给|剩)(?:了|到|回|走|出)?来?(?:了)?';
const only = '(?:只|就|才|仅)(?:有|剩)?';
const handledSo = `(?:(?:${only})?(?:${handled})?\\s*)?`;
const counts = new RegExp(`^\\s*${handledSo}(?:各|都是|[:：x×*]|一共|共|有)?\\s*${count}(?!\\d|号|点|:)`);
/** 三台对讲机还了两台: what was done counts, and not how many there were. */
const countHandled = new RegExp(`^\\s?(?:${only}${handled}|${only}|${handled})\\s*${count}(?!\\d|号|点|:)`);
/** 东02的手电 is whose it is. */
const countBefore = new RegExp(`(?<![\\d号第])(?!\\d+的)${count}(?:的)?\\s*(?:新|旧|大|小|备用)?$`);
const lack =
  '(?:少|缺|差|丢|短|掉|(?<![听看])不见|找不到|没找到|没看到|没见|没还|没了|没收到|没交|missing|short|lost|except(?: for)?|minus)(?:了|着)?';
const whose = `(?:(?:${callName}|[我俺咱他她](?:们)?)(?:的|那))?`;
const lacksBefore = new RegExp(
  `(?:还)?${lack}\\s*${whose}(?:${count}|${measure})?(?:的)?\\s*$|(?:everything|all)(?: is| are)?(?: back| here)? but (?:${numeral}|a|an|the|my) $`,
);
const lacksAfter = new RegExp(
  `^\\s?(?:${anyCount})?\\s?(?:还|也|就|好像|[一-龥]{0,2})${lack}(?:\\s*(?:${count}|${measure}))?`,
);
/** Not back yet: 一台没还, 还有一台在我这, 明天还. */
const notYet =
  '(?:(?:还|都|也|一直)*没(?:有)?(?:还|交|归还|退)(?:上|回|来)*|未(?:还|交|归还)|(?:明[天早晚]|后天|下次|回头|改天|待会儿?|等下|晚点)[^,。\\d]{0,2}(?:还|交|送|拿来|带来)|not (?:back|returned)(?: yet)?|(?:is |are )?still out)';
const keptBack = `(?:还|就)(?:有|剩|差)?(?:下)?${count}\\s*(?:还)?(?:在(?:我|俺|咱|他|她|车|家)|忘|落|被)`;
const notBack = new RegExp(
  `^\\s?(?:${keptBack}|(?:还(?:有|剩|差)|就|只|有|剩|差)*(?:下)?(?:${count})?\\s?${notYet}|(?:还(?:有|剩|差)|有)*${count}\\s?(?:不见|没找到|找不到|没了|missing))`,
);
const takenBefore = /(?:领|拿|借|取|带|发)(?:了|到|走)?\s*[^,。\s]{0,4}$/;

const taking = oneOf(
  '(?:我们?|咱们?)接(?:了|着)(?=$|[\\s,。])|接(?:更|第?[一二两三上下]班)|接(?:了|着|过)?(?:班(?!的)|岗|手|过来|收|下半夜|上半夜)|接到|(?:上|下|前|后)半夜的?[,\\s]*接了|接班清点|(?:领|借|取|拿|收)(?:了|到|走|过|取|用|好|齐|完)?(?:了)?(?:$|[\\s,。!]|[^还])|来接|接管|清点(?:接收|无误)|take(?:n|s)? over|taking over|picked up|got (?:the|only|\\d)|only got|collected|received',
);
const giving = oneOf(
  '交(?:班|岗|给|回|还|了|接(?:完|好|给|清楚))|移交|(?:还|归还|退)(?:了|回|给|掉|清|齐|好|完|到)|归还|归位|入库|放(?:回|在|到|门卫|值班室|岗亭|老地方|桌上|抽屉)|留(?:给|在)|给(?:了)?(?:下半夜|下一班|接班|他们|值班|门卫|中班|夜班|老|小)|hand(?:ed|ing) over|return(?:ed|ing)|\\b(?:everything|all|gear|stuff)(?:.?s| is| are)? (?:all )?back\\b|left (?:at|with|in)|dropped off|转(?:给|交)|交(?:返|还)|hand(?:ed|ing) (?:the|my|our|over)|(?:都|全)?(?:放|搁|存)[^,。]{0,4}(?:那|这)(?:里|儿|边)?(?:了|$|[\\s,。])|(?:车|灯|机|机子|装备|东西)(?:都|全)?还(?:到|给|回|进)|我给了|给你们[^,。]{0,3}充|压在[^,。]{1,6}(?:下|底)|下一班[^,。]{0,4}拿',
);

/** What is said of gear, and who gives or takes it; nothing where no gear is named. */
export function handedGear(heard: Utterance): Finding {
  const counted = countedGear(heard);
  return counted === nothing ? nothing : joined(counted, sideIn(heard));
}

/** Which gear, how many of it, and what is missing. */
export function countedGear(heard: Utterance): Finding {
  const named = gearNamedIn(heard.plain);
  if (named.length === 0) return nothing;
  const gear: Partial<Record<Gear, number>> = {};
  const missing: Partial<Record<Gear, number>> = {};
  const because: Because[] = [];
  const equipment: Equipment[] = [];
  const [firstNamed] = named;
  // 两个手电 一个喊话器 counts before, 手电两个 喊话器一个 behind.
  const leads =
    firstNamed !== undefined &&
    countBefore.test(heard.plain.slice(Math.max(0, firstNamed.start - 6), firstNamed.start));
  for (const one of named) {
    const words = wordsAt(heard.text, one.start, one.end);
    const kept = keptOf(heard.plain, one);
    const lacked = kept === 'all' ? undefined : (kept ?? lackOf(heard.plain, one, named));
    const beside = (): number | undefined =>
      numberBeside(heard.plain, one, named, { lacks: lacked !== undefined, leads });
    const number = kept === undefined ? beside() : kept === 'all' ? 0 : undefined;
    if (lacked !== undefined) {
      missing[one.code] = lacked;
      because.push({ field: 'missing', words });
      if (number === undefined) continue;
    }
    if (number !== undefined) {
      gear[one.code] = number;
      because.push({ field: 'gear', words });
    }
    if (isListed(one.code) && !equipment.includes(one.code)) {
      equipment.push(one.code);
      because.push({ field: 'equipment', words });
    }
  }
  return {
    fields: {
      ...(equipment.length === 0 ? {} : { equipment }),
      ...(Object.keys(gear).length === 0 ? {} : { gear }),
      ...(Object.keys(missing).length === 0 ? {} : { missing }),
    },
    because,
  };
}

/** Who speaks: whoever takes the gear or whoever gives it. */
export function sideIn(heard: Utterance): Finding {
  const gives = spanOf(giving, heard.plain);
  const takes = spanOf(taking, heard.plain);
  const at = gives ?? takes;
  if (at === undefined) return nothing;
  const first = /^(?:[^,。]{0,6})?接(?:了)?(?:班|岗|手)/.test(heard.plain)
    ? 'taking'
    : gives === undefined
      ? 'taking'
      : 'giving';
  return {
    fields: { side: first },
    because: [{ field: 'side', words: wordsAt(heard.text, at.start, at.end) }],
  };
}

function isListed(code: Gear): code is Equipment {
  return inList.has(code);
}

/** Gear that a message names, and where. */
export interface NamedGear extends Span {
  readonly code: Gear;
}

/** Every naming of gear, the longer of two that overlap. */
export function gearNamedIn(plain: string): NamedGear[] {
  const found: NamedGear[] = [];
  for (const [code, words] of [...handed, ...gearNames]) {
    for (const match of plain.matchAll(new RegExp(words, 'g'))) {
      const one = { code, start: match.index, end: match.index + match[0].length };
      if (!found.some((other) => other.start < one.end && one.start < other.end)) found.push(one);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** 警灯少一只 救生圈在车上: what is there is not what is missing. */
const isThere = /^(?:都|也|还|全)?(?:在|齐|够)/;
const subjectLost = /不见|找不到|没(?:找到|看到|见|还|了|收到|交)/;

/** 该有4台 只见着3台: what should be there and what is. */
const shouldBe = new RegExp(
  `^[^,。]{0,3}(?:该|应该?|本来|原来|一共|清单上?)(?:有|是)?\\s*${count}[^。]{0,4}?(?:只|就)(?:有|见着?|看到|剩|找到|点到|数到|收到)(?:了)?\\s*${count}`,
);

/** How many of it are not back yet: 一台没还, 两台对讲机明天还; `all`: 都没还. */
function keptOf(plain: string, { start, end }: Span): number | 'all' | undefined {
  const match = notBack.exec(plain.slice(end, end + 20));
  if (match === null) return undefined;
  if (/都(?:还)?没/.test(match[0])) return 'all';
  const before = plain.slice(Math.max(0, start - 8), start);
  const beside = takenBefore.test(before) ? undefined : countBefore.exec(before)?.[1];
  return numeric(match.slice(1).find(Boolean) ?? beside) ?? 1;
}

/** How many of it are missing: 少一台充电器, 对讲机4台少一台; what follows may be said of the next thing. */
function lackOf(plain: string, { start, end }: Span, named: readonly Span[]): number | undefined {
  if (/不(?:少|缺|差)|没(?:有)?(?:少|缺)|一个不少/.test(plain)) return undefined;
  const [, should, there] = shouldBe.exec(plain.slice(end, end + 24)) ?? [];
  const short = (numeric(should) ?? 0) - (numeric(there) ?? 0);
  if (short > 0) return short;
  const before = lacksBefore.exec(plain.slice(Math.max(0, start - 24), start));
  const after = lacksAfter.exec(plain.slice(end, end + 16));
  const till = end + (after?.[0].length ?? 0);
  // 没找到 is said of what stands before it, 少一台 as often of what comes next.
  const ofNext =
    !subjectLost.test(after?.[0] ?? '') &&
    named.some(
      (other) => other.start >= end && other.start <= till + 2 && !isThere.test(plain.slice(other.end, other.end + 4)),
    );
  const match = (isThere.test(plain.slice(end, end + 4)) ? null : before) ?? (ofNext ? null : after);
  if (match === null) return undefined;
  const said = match[1] ?? (match === before ? counts.exec(plain.slice(end, end + 8))?.[1] : undefined);
  return numeric(said) ?? 1;
}

/** 警灯2个, 三台对讲机, 三台对讲机还了两台; a number that says how many are missing is no count. */
function numberBeside(
  plain: string,
  { start, end }: Span,
  named: readonly Span[],
  { lacks, leads }: { lacks: boolean; leads: boolean },
): number | undefined {
  const after = counts.exec(plain.slice(end, end + 10));
  const before = countBefore.exec(plain.slice(Math.max(0, start - 6), start));
  if (lacks && (after === null || lacksBefore.test(plain.slice(Math.max(0, start - 24), start)))) return undefined;
  const done = countHandled.exec(plain.slice(end, end + 10));
  const till = end + (done?.[0].length ?? 0);
  const isDone = done !== null && !named.some((other) => other.start >= till && other.start <= till + 1);
  return numeric(isDone ? done[1] : leads ? before?.[1] : after?.[1]);
}

const englishNumbers: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3 };

function numeric(words: string | undefined): number | undefined {
  return words === undefined ? undefined : (englishNumbers[words] ?? numberOf(words)?.value);
}
