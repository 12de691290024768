const which =
  '(?:(?:刚才|刚刚|上面|前面|最后|上一?)(?:的|那|这)?一?(?:张|个|次|条)?(?:照片|图片?|打卡)?的?|[那这]一?(?:张|次|条)(?:照片|图片?|打卡)?)';
const wrong = '(?:是)?[发拍打报写]错(?:了|的)?';
const away = '(?:不算(?:数|打卡|的)?|作废|撤回|撤销|撤掉|撤了|去掉|删掉|取消打卡)';
const end = '(?:了|吧|哈)?[。.!！~\\s]*';
const numbered = new RegExp(
  `^(?:我?(?:刚才|刚刚)?的?)第?(\\d{1,3})(?:号点?|点位)(?:[那这]?[张个次])?(?:打卡|照片)?的?(?:${wrong})?[,，\\s]*${away}(?:了|吧)?(?:[,，\\s]*我?还?没有?去过?)?${end}$`,
  'u',
);
const last = new RegExp(`^(?:${which}[,，\\s]*(?:${wrong})?|${wrong})[,，\\s]*${away}${end}$|^撤回打卡${end}$`, 'u');
const quoting = new RegExp(`^${which}?(?:${wrong}[,，\\s]*)?(?:${away}|${wrong})${end}$`, 'u');
const english =
  /^(?:undo|take back|cancel) (?:the |my )?(?:last )?(?:check-?in|photo)[.!\s]*$|^that (?:one|photo|check-?in) (?:does not|doesn't|doesn’t) count[.!\s]*$/iu;
const englishNumbered = /^(?:point|no\.?|number) ?(\d{1,3}) (?:does not|doesn't|doesn’t) count[.!\s]*$/iu;

/** What is said to be wrong and not that it does not count: 刚才那张发错了, 发错群了. */
const mistaken =
  '(?:是)?(?:[发拍打报]错(?:了?群|了?地方|人|图|照片|点)?了?(?:群|地方)?|误发|手滑|不小心发的)(?:了|的)?';
const notMine = '(?:[这那]?(?:张|个)?(?:也)?(?:不是我|别人)(?:拍|发|打|去)的)';
const sorry = '(?:(?:不好意思|抱歉|对不起|sorry)[,，。!！\\s]*)?';
const mistakenNumber = new RegExp(
  `^${sorry}(?:我?(?:刚才|刚刚|上面|前面)?的?[那这]?[张个]?)第?(\\d{1,3})(?:号点?|点位)(?:[那这]?[张个次])?(?:打卡|照片)?的?[,，\\s]*(?:${notMine}[,，。\\s]*)?${mistaken}[,，\\s]*${sorry}${end}$`,
  'iu',
);
const mistakenLast = new RegExp(
  `^${sorry}(?:我)?${which}[,，\\s]*(?:${notMine}[,，。\\s]*)?${mistaken}[,，\\s]*${sorry}${end}$|^${sorry}(?:我)?发错(?:了?群|了?地方)了?(?:群)?[,，\\s]*${sorry}${end}$`,
  'iu',
);
const mistakenEnglish =
  /^(?:(?:oops|sorry)[,.!\s]*)?(?:wrong group|(?:that|the last) (?:one |photo |check-?in )?was (?:a mistake|wrong|sent by mistake|for another group))(?:[,.\s]*sorry)?[.!\s]*$/iu;

/** What takes a check-in back: `n` which point's; null: the quoted one, or the last. */
export interface TakeBack {
  n: number | null;
  /** It is only said that it was wrong: it must have been just now, and they are told what became of it. */
  mistaken: boolean;
}

/**
 * Words that take a check-in back and say nothing else instead: 刚才那张发错了 不算, 8号不算 没去, 刚才7号发错了. Where the check-in is
 * quoted fewer words will do. Null: other words.
 */
export function takeBackWords(text: string, isQuoting: boolean): TakeBack | null {
  const said = text.normalize('NFKC').trim();
  const n = (numbered.exec(said) ?? englishNumbered.exec(said))?.[1];
  if (n !== undefined) return { n: Number(n), mistaken: false };
  if (last.test(said) || english.test(said) || (isQuoting && quoting.test(said))) return { n: null, mistaken: false };
  const wrongly = mistakenNumber.exec(said)?.[1];
  if (wrongly !== undefined) return { n: Number(wrongly), mistaken: true };
  return mistakenLast.test(said) || mistakenEnglish.test(said) ? { n: null, mistaken: true } : null;
}
