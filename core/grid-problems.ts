import type { CheckIn } from './check-in.ts';
import { numberOf } from './reading/numerals.ts';
import { read } from './reading/read.ts';

/** How many problems a day of a grid was told of, and how many of them were put right on the spot. */
export interface ProblemCounts {
  found: number;
  onSpot: number;
}

/** 当场拔了, 现场清理: plainly said to be put right there. */
const plainly =
  /当场|当面|立[查行]立改|现场(?:就)?(?:整改|处理|处置|清|劝|拔|搬|移|教育|解决|扑灭)|\b(?:on the spot|right away)\b/iu;
const done =
  /已(?:经)?(?:清|整改|拔|劝|处[理置]|搬|移(?!交)|挪|扶|关|解决|教育|灭)|(?:叫|让|请)[^,，。]{0,8}(?:拔|搬|挪|清|移|关|收)(?:走|掉|好|开)?了|(?:拔|搬|挪|清|移|扶|收)(?:走|掉|好|开|起来)了|劝(?:离|走|回|返|散|退|阻|导|停)|(?:整改|清理|清除|处[理置]|解决)(?:好|完|到位|掉)?了|\b(?:removed|unplugged|cleared|fixed|moved) (?:it|them|that)\b/iu;
/** Others are to see to it. */
const handedOn = /(?:上|转)报|[报转移](?:交|给|送)|交给|报(?:了|到)|\b(?:passed on|reported) to\b/iu;
const undone =
  /没(?:有)?(?:处理|整改|清|解决|改)|不(?:肯|听|愿|配合)|待(?:处理|整改)|(?:解决|处理|处置)不了|\bnot (?:fixed|solved)\b/iu;
const elsewhere = { location: false, openOrder: false, openShift: false, openCase: false } as const;
/** A picture of a day's work that is likely of something wrong; less than what a group is asked about. */
const likely = 0.8;

/** What was found wrong, by the words of the check-ins that stand: found = put right on the spot + still to be dealt with. */
export function gridProblems(checkIns: readonly Pick<CheckIn, 'state' | 'words' | 'photos'>[]): ProblemCounts {
  const told = checkIns.filter(({ state, words }) => state !== 'void' && state !== 'replaced' && words.trim() !== '');
  const problems = told.filter(({ words, photos }) => isSettled(words) || isHazard(words, photos));
  const onSpot = problems.filter(
    ({ words }) => (plainly.test(words) || done.test(words)) && !undone.test(words) && !handedOn.test(words),
  );
  return { found: problems.length, onSpot: onSpot.length };
}

/** Only of a problem is it told what became of it. */
function isSettled(words: string): boolean {
  return plainly.test(words) || done.test(words) || handedOn.test(words);
}

function isHazard(text: string, photos: number): boolean {
  const { fields, intent, confidence } = read({
    ...{ text, photos, room: 'patrol', openQuestion: null, quote: null },
    ...elsewhere,
  });
  return fields.ok !== true && intent === 'hazard_report' && confidence >= likely && (fields.kinds ?? []).length > 0;
}

const count = '([\\d一二两三四五六七八九十]{1,3})\\s*(?:个|处|起|条|件|宗)?(?:问题|隐患)?';
const spot = '(?:当场|现场|立即|即时|就地|立查立)(?:解决|处[理置]|整改|改|清理|清除|完成)(?:了)?';
const foundSaid = new RegExp(
  `(?:发现|排查(?:出)?|查出|查到)(?:了)?(?:各类|安全)?(?:问题|隐患)*\\s*[:：]?\\s*${count}|\\bfound (\\d{1,2}) (?:problems?|hazards?|issues?)`,
  'iu',
);
const spotSaid = new RegExp(`${spot}\\s*[:：]?\\s*${count}|\\b(?:fixed|solved) (\\d{1,2})\\b`, 'iu');
const onwardSaid = new RegExp(
  `(?:上报|移交|转办|转交|交办)(?:了)?\\s*[:：]?\\s*${count}|\\breported (\\d{1,2})\\b`,
  'iu',
);
const allRight = /(?:都|全部?|均)(?:已经?)?(?:当场|现场)?(?:整改|解决|处[理置])|\ball (?:fixed|solved)\b/iu;

/** What they count themselves when they go home: 发现问题3个 当场解决2个 上报1个; null: they count nothing. */
export function saidProblems(words: string): ProblemCounts | null {
  const said = words.normalize('NFKC');
  const found = numberIn(foundSaid, said);
  const onSpot = numberIn(spotSaid, said);
  const onward = numberIn(onwardSaid, said);
  const all = found ?? (onSpot === null || onward === null ? null : onSpot + onward);
  if (all === null) return null;
  const right = onSpot ?? (allRight.test(said) ? all : onward === null ? 0 : all - onward);
  return { found: all, onSpot: Math.min(all, Math.max(0, right)) };
}

function numberIn(pattern: RegExp, said: string): number | null {
  const words = pattern.exec(said)?.slice(1).find(Boolean);
  return words === undefined ? null : (numberOf(words)?.value ?? null);
}
