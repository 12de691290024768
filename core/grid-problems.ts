import type { CheckIn } from './check-in.ts';
import { offersHazard } from './reading/hazards/offer.ts';
import { read } from './reading/read.ts';

/** How many problems a day of a grid was told of, and how many of them were put right on the spot. */
export interface ProblemCounts {
  found: number;
  onSpot: number;
}

/** 当场拔了, 现场清理: plainly said to be put right there. */
const plainly =
  /当场|当面|立[查行]立改|现场(?:就)?(?:整改|处理|清|劝|拔|搬|移|教育|解决|扑灭)|\b(?:on the spot|right away)\b/iu;
const done =
  /已(?:经)?(?:清|整改|拔|劝|处理|搬|移|挪|扶|关|解决|教育|灭)|(?:叫|让|请)[^,，。]{0,8}(?:拔|搬|挪|清|移|关|收)(?:走|掉|好|开)?了|(?:拔|搬|挪|清|移|扶|收)(?:走|掉|好|开|起来)了|\b(?:removed|unplugged|cleared|fixed|moved) (?:it|them|that)\b/iu;
const undone =
  /没(?:有)?(?:处理|整改|清|解决|改)|不(?:肯|听|愿|配合)|(?:上|转)报|待(?:处理|整改)|解决不了|\bnot (?:fixed|solved)\b/iu;
const elsewhere = { location: false, openOrder: false, openShift: false, openCase: false } as const;

/** What was found wrong, by the words of the check-ins that stand: found = put right on the spot + still to be dealt with. */
export function gridProblems(checkIns: readonly Pick<CheckIn, 'state' | 'words' | 'photos'>[]): ProblemCounts {
  const told = checkIns.filter(({ state, words }) => state !== 'void' && state !== 'replaced' && words.trim() !== '');
  const problems = told.filter(({ words, photos }) => plainly.test(words) || isHazard(words, photos));
  const onSpot = problems.filter(({ words }) => (plainly.test(words) || done.test(words)) && !undone.test(words));
  return { found: problems.length, onSpot: onSpot.length };
}

function isHazard(text: string, photos: number): boolean {
  const reading = read({ text, photos, room: 'patrol', ...elsewhere, openQuestion: null, quote: null });
  return reading.fields.ok !== true && offersHazard(reading, 'patrol');
}
