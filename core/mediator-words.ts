import type { CourtConfirmation } from './agreement.ts';
import type { Instant } from './clock.ts';
import { saidCourt } from './court-words.ts';
import type { Party, PartyKey } from './party.ts';
import { numberOf } from './reading/numerals.ts';
import { englishDayWords } from './said-day.ts';
import { saidTimes, type SaidTimes } from './session-times.ts';

/** What whoever has a dispute writes about it, in a direct chat. A side is null where none is named. */
export type MediatorWords =
  | { kind: 'note'; side: PartyKey | null; words: string }
  /** It took place; the words are its record. */
  | { kind: 'held'; side: PartyKey | null; words: string }
  /** `all`: nobody came. */
  | { kind: 'absent'; side: PartyKey | 'all' | null }
  | { kind: 'agreed'; form: 'written' | 'oral'; words: string }
  | { kind: 'failed'; outcome: 'failed' | 'no_contact' | 'handed_on'; words: string }
  /**
   * `settled`: everybody was asked by phone. `move`: the booked one. `anyway` 照样: though something else stands there. `others` 先问另一方:
   * whoever asked for these times need not be asked.
   */
  | {
      kind: 'times';
      how: 'propose' | 'settled' | 'move';
      side: PartyKey | null;
      said: SaidTimes;
      anyway?: true;
      others?: true;
    }
  | { kind: 'off' }
  /** Who a side is, or its number. */
  | { kind: 'named'; side: PartyKey; words: string }
  /** A side has signed the paper; the mediator has, and it bears the seal. */
  | { kind: 'signed'; side: PartyKey }
  | { kind: 'sealed' }
  | { kind: 'rest'; words: string }
  | { kind: 'go_on' }
  /** What became of the court's confirmation. */
  | { kind: 'court'; state: NonNullable<CourtConfirmation['state']> }
  /** Null: as many days as usual. */
  | { kind: 'more_time'; days: number | null }
  | { kind: 'consent'; side: PartyKey; said: 'yes' | 'no' | 'unreached' | 'proxy' }
  /** The matter of this number is the same dispute, told by the other side. */
  | { kind: 'join'; number: string }
  /** Of the times that were proposed, for a side that was rung. */
  | { kind: 'answer'; side: PartyKey; said: 'all' | 'none' };

/** What words are read with. */
export interface MediatorContext {
  parties: readonly Pick<Party, 'key' | 'name'>[];
  now: Instant;
  timeZone: string;
}

/** How people call a side, beside its name. */
const sideWords: readonly (readonly [PartyKey, string])[] = [
  ['a', '[aA]\\s?方|甲方|申请人|申请方|side a|(?:the )?applicant'],
  ['b', '[bB]\\s?方|乙方|对方|被申请人|被申请方|另一方|side b|(?:the )?(?:other side|respondent)'],
  ['c', '[cC]\\s?方|丙方|第三[人方]|side c|(?:the )?third (?:side|party)'],
];
const matterNumber = /(?:^|[\s#])(?:[mM]-\d{4}-\d{4}|#?\d{4})(?=$|[\s:,。，：])/u;

/** The number of a matter that words begin or end with, `M-2611-0042` or its last four digits, and the words without it. */
export function numberIn(words: string): { number: string | null; rest: string } {
  const text = narrow(words).trim();
  const full = /[mM]-\d{4}-\d{4}/u.exec(text);
  const short = /^#?(\d{4})(?=[\s:：,，])|(?:\s|^)#?(\d{4})$/u.exec(text);
  const found = full ?? (matterNumber.test(text) ? short : null);
  if (found === null) return { number: null, rest: text };
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
  const number = (full?.[0] ?? found[1] ?? found[2] ?? '').toUpperCase();
  return { number, rest: rest.replace(/^[\s:：,，]+/u, '').trim() };
}

interface Pattern {
  /** Behind the side, if one is named. */
  begins: RegExp;
  /** 备注 A方: the side can stand behind the word, too. */
  sideBehind?: true;
  read: (rest: string, side: PartyKey | null, matched: string) => MediatorWords | null;
}

const ahead = '(?:今天|刚才|刚|已经|我们|都)*';
const held = new RegExp(
  `^${ahead}(?:开过|开完|谈过|谈完|聊过|聊完|调解过|调解完|调完|见过面|见过)了?(?![了吗么没])|^(?:held|we met|met)\\b`,
  'iu',
);
/** In their order: what is surer comes first. */
const patterns: readonly Pattern[] = [
  {
    begins: /^(?:备注|笔记|记一下|记一笔|note)\s*/iu,
    sideBehind: true,
    read: (rest, side) => (rest === '' ? null : { kind: 'note', side, words: rest }),
  },
  {
    begins: new RegExp(
      `^${ahead}(?:没来(?!得)|没到场?|未到场?|缺席|爽约|(?:did ?n['o]?t|never) (?:come|show)(?: up)?)`,
      'iu',
    ),
    read: (_, side, matched) => ({ kind: 'absent', side: side ?? (matched.includes('都') ? 'all' : null) }),
  },
  { begins: held, read: (words, side) => ({ kind: 'held', side, words }) },
  {
    begins:
      /^(?:(?:双方|两边)?(?:(?:都)?(?:口头|书面)(?:上)?(?:说好|说定|讲定|商量好|约定|答应)|(?:口头|书面)?(?:达成|谈成|讲好|谈好|商定|调解成功))(?:了)?(?:口头|书面)?(?:协议|一致)?|agreed)/iu,
    read: (words, _, matched) => ({
      kind: 'agreed',
      form: /口头|oral/iu.test(`${matched} ${words.slice(0, 8)}`) ? 'oral' : 'written',
      // 讲好5000 is said of the sum.
      words: /[讲谈]好|商定/u.test(matched)
        ? `${matched}${words}`
        : words.replace(/^(?:in writing|orally)\b[\s,.:]*/iu, ''),
    }),
  },
  {
    begins: /^(?:谈不拢|谈不成|谈崩了?|没谈成|没谈拢|调不成|调解不成|调解失败|没调成|no agreement|failed)/iu,
    read: (words) => ({ kind: 'failed', outcome: 'failed', words }),
  },
  {
    begins: /^(?:转给?|移交给?|移送)(?:派出所|公安|法院|劳动监察|仲裁|综治)/u,
    read: (words, _, matched) => ({ kind: 'failed', outcome: 'handed_on', words: `${matched} ${words}`.trim() }),
  },
  {
    begins: /^(?:取消|不开了|先不开|这次不开|cancel)(?:了|会|调解|这次|(?:the )?session)*$/iu,
    read: () => ({ kind: 'off' }),
  },
  {
    begins: /^(?:暂停|中止|先放一?放|搁置|先等等|suspend|pause)(?:调解|一下)?/iu,
    read: (words) => ({ kind: 'rest', words }),
  },
  {
    begins: /^(?:合并|并入|join)\s*(?=m-\d{4}-\d{4}$)/iu,
    read: (number) => ({ kind: 'join', number: number.toUpperCase() }),
  },
  {
    begins: /^(?:我也?|已经?|都)?(?:签好?字?(?:并|、|和)?)?盖(?:好|过|了)?章了?$|^sealed$/iu,
    read: () => ({ kind: 'sealed' }),
  },
  {
    begins: /^(?:可以)?(?:继续|恢复|接着)(?:调解|调|谈|办)?(?:吧|了)?$|^(?:go on|resume)$/iu,
    read: () => ({ kind: 'go_on' }),
  },
  {
    begins: /^(?:延长|延期|再(?:要|给)|extend)(?!到)\s*(?:by )?/iu,
    read: (rest) => moreTime(rest),
  },
];

/**
 * Reads what whoever has a dispute writes: 周三下午3点或者周四上午10点, 改到周五下午2点, 开过了 …, 备注 A方: …, B方没来, 达成 …, 谈不拢. Without its
 * number, which `numberIn` takes off. Null: it is none of these.
 */
export function readMediatorWords(words: string, context: MediatorContext): MediatorWords | null {
  const text = narrow(words).trim();
  const named = sideAhead(text, context.parties);
  for (const { begins, read, sideBehind } of patterns) {
    const matched = begins.exec(named.rest)?.[0];
    if (matched === undefined) continue;
    const behind = afterMark(named.rest.slice(matched.length));
    const about =
      sideBehind === true && named.side === null ? sideAhead(behind, context.parties) : { side: null, rest: behind };
    const found = read(about.rest, named.side ?? about.side, matched);
    if (found !== null) return found;
  }
  return ofSide(named) ?? ofCourt(text) ?? times(named, context);
}

function ofCourt(text: string): MediatorWords | null {
  const state = saidCourt(text);
  return state === null ? null : { kind: 'court', state };
}

/** Full-width digits and letters as plain ones; what people wrote in between stays as it is. */
const narrow = (words: string): string =>
  words.replaceAll(/[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/gu, (letter) => letter.normalize('NFKC'));
const afterMark = (words: string): string => words.replace(/^[\s,，。:：;；.、-]+/u, '').trim();

/** The side that words begin with, by what it is called or by its name, and what follows. */
function sideAhead(text: string, parties: MediatorContext['parties']): { side: PartyKey | null; rest: string } {
  const names = parties.flatMap(({ key, name }): [PartyKey, string][] =>
    name.length < 2 ? [] : [[key, name.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)]],
  );
  for (const [key, pattern] of [...names, ...sideWords]) {
    const found = new RegExp(`^(?:${pattern})`, 'iu').exec(text);
    if (found !== null && parties.some((party) => party.key === key))
      return { side: key, rest: afterMark(text.slice(found[0].length)) };
  }
  return { side: null, rest: text };
}

function moreTime(rest: string): MediatorWords | null {
  const found = /^(\d{1,3}|[一二两三四五六七八九十]{1,3})?\s*(?:个)?(天|日|周|星期|个?月|days?|weeks?)?/iu.exec(rest);
  const unit = found?.[2] ?? '';
  const count = found?.[1] === undefined ? null : (numberOf(found[1])?.value ?? null);
  if (count === null) return rest === '' ? { kind: 'more_time', days: null } : null;
  const each = /周|星期|week/iu.test(unit) ? 7 : unit.includes('月') ? 30 : 1;
  return { kind: 'more_time', days: count * each };
}

/** 对方是宏达五金 0579-88886666, B方电话 13800001111; a sentence about the side is no name. */
const naming =
  /^(?:(?:就|应该)?[是叫](?=\S)|(?:的)?(?:名字|姓名|名称|全称|电话|手机号?|联系方式)(?:是|为|叫)?[\s:：]*|(?:is|phone)\s+)(?<words>[^,，。;；!！?？\n]{2,40})$/iu;
const noName = /老赖|骗子|无赖|流氓|混蛋|坏人|不是|[吗呢]$/u;

/** What is said of a side whom somebody rang. */
function ofSide({ side, rest }: { side: PartyKey | null; rest: string }): MediatorWords | null {
  if (side === null) return null;
  if (/^(?:都|全|哪天|几个时间)?(?:都)?(?:可以|行|方便|ok|any time)$/iu.test(rest))
    return { kind: 'answer', side, said: 'all' };
  if (/^(?:都|哪个|哪天|一个)?(?:都)?(?:不行|不方便|没空|没时间|来不了)$/u.test(rest))
    return { kind: 'answer', side, said: 'none' };
  if (/^(?:也|都|已经?|刚)?(?:签(?:好|完|过)?字?了|签了(?:字|纸质的?|名)|按了?手印了?|(?:has )?signed)$/iu.test(rest))
    return { kind: 'signed', side };
  const words = naming.exec(rest)?.groups?.['words'];
  if (words !== undefined && !noName.test(words)) return { kind: 'named', side, words: words.trim() };
  if (/^(?:也)?(?:联系不上|打不通|找不到|没接|不接电话|unreached)/iu.test(rest))
    return { kind: 'consent', side, said: 'unreached' };
  if (/^(?:也)?(?:不同意|不愿意?|不想|拒绝|不接受|明确拒绝|refuse|says no)/iu.test(rest))
    return { kind: 'consent', side, said: 'no' };
  if (/^(?:也)?(?:同意|愿意|接受).{0,8}代/u.test(rest)) return { kind: 'consent', side, said: 'proxy' };
  if (/^(?:也|说)?(?:同意|愿意|接受|答应)(?:调解|了)*$|^(?:agrees?|says yes)/iu.test(rest))
    return { kind: 'consent', side, said: 'yes' };
  return null;
}

const moving =
  /^(?:改到|改成|改在|改期到?|推迟到|推到|延期到|提前到|(?:mov|chang|reschedul|postpon)ed? (?:it )?(?:to|until))/iu;
const settling = /^(?:就?定在|就?定了?|敲定|说定|(?:fix|settl|book)(?:ed)?\b|set (?:it )?for\b)/iu;
const insisting = /^(?:照样|照旧|anyway)[\s,，:：]*/iu;
const askingOthers = /^(?:先?问(?:一?下)?(?:另一方|其他[人方])|ask (?:the )?others?)/iu;
const proposing = /^(?:约|先?问(?:一?下)?(?:另一方|对方|各方)|ask|时间|可选时间?|安排|调解时间|times?)/iu;
/** What may stand beside times without being something else. */
const filler =
  /或者?|还是|和|或|要么|都?(?:可以|行)|怎么样|吧|吗|呢|到?调解室|见面?|调解|开会|大家|时间|\b(?:or|and|at|on|from|the|either|how|what|about|can|could|would|shall|we|i|you|do|meet|please|suggest|propose|offer|works?|fine|ok|is|for|all|both|everyone|sides|maybe|perhaps)\b|[\s,，。.;；:：、?？!！~～\-–()（）]/giu;

/** Times and little else; or words that say what they are for. */
function times(
  { side, rest: words }: { side: PartyKey | null; rest: string },
  context: MediatorContext,
): MediatorWords | null {
  const anyway = insisting.test(words);
  const rest = words.replace(insisting, '');
  const how = moving.test(rest) ? 'move' : settling.test(rest) ? 'settled' : 'propose';
  const said = saidTimes(rest, context.now, context.timeZone);
  if (said.times.length === 0 && said.refused.length === 0) return null;
  const known = how !== 'propose' || proposing.test(rest) || side !== null;
  if (!known && !isTimesAlone(rest)) return null;
  return {
    kind: 'times',
    how,
    side,
    said,
    ...(anyway ? { anyway } : {}),
    ...(askingOthers.test(rest) ? { others: true } : {}),
  };
}

/** Whether words are times and nothing that could be a sentence about something else. */
export function isTimesAlone(words: string): boolean {
  const days =
    /今[天晚]|明[天晚早]|大?后天|(?:下*个?|这个?|本)?(?:周|星期|礼拜)[一二三四五六日天]|\d{4}年|\d{1,2}月|\d{1,2}[号日]/gu;
  const parts = /凌晨|早上|上午|中午|下午|傍晚|晚上|晚|早/gu;
  const clocks =
    /\d{1,2}(?:[:：点时]\d{0,2}分?半?)|[一二两三四五六七八九十]{1,3}点(?:半|[一三]刻|[一二三四五十]{1,3}分?)?|[到至]/gu;
  const english = new RegExp(
    `${englishDayWords}|\\b(?:noon|(?:in the )?(?:morning|afternoon|evening)|to|till|until|o.clock)\\b|\\d{1,2}(?::\\d{2})?\\s*[ap]\\.?m\\b\\.?`,
    'giu',
  );
  const left = words.replace(english, '').replace(days, '').replace(parts, '').replace(clocks, '').replace(filler, '');
  return left.replaceAll(/[\d/]/g, '').length <= 2;
}
