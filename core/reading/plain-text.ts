/**
 * Writing evened out, so that one rule reads what people type, dictate and paste: full-width and keycap digits,
 * traditional characters, common slips, fillers and mentions. Every character remembers where it came from,
 * so that a reading can always point at the original words.
 */

/** Evened-out text; `at[i]` is the index in `original` that `plain[i]` came from. */
export interface PlainText {
  readonly original: string;
  readonly plain: string;
  readonly at: readonly number[];
}

const traditional =
  '來来開开馬马個个鐘钟們们這这過过時时點点車车發发傷伤電电達达場场現现後后邊边裡里裏里還还沒没請请問问應应誰谁對对嗎吗說说聽听樓楼廠厂門门倉仓庫库橋桥' +
  '煙烟災灾氣气漏漏體体須须兩两幾几萬万東东頭头護护衛卫員员隊队滅灭濃浓險险繩绳艙舱擔担醫医療疗護护師师傅傅報报導导練练習习歸归繼继續续斷断網网絡络無无' +
  '與与為为從从給给會会動动辦办當当單单號号區区縣县鄉乡鎮镇村村馮冯塊块壞坏壓压倒倒輛辆轉转運运進进遠远錢钱錯错雙双雞鸡難难雖虽離离雲云靜静顧顾風风飛飞' +
  '飯饭飲饮養养驗验騎骑髒脏鬥斗鬧闹魚鱼麼么點点龍龙嘅的嚟来喺在冇没唔不咗了著着';
const simple = new Map<string, string>();
for (let i = 0; i + 1 < traditional.length; i += 2) simple.set(traditional.charAt(i), traditional.charAt(i + 1));

/** Slips of the finger or the input method, each as long as what was meant. */
const slips: readonly (readonly [string, string])[] = [
  ['己经', '已经'],
  ['以经', '已经'],
  ['收道', '收到'],
  ['路上乐', '路上了'],
  ['昏到', '昏倒'],
  ['晕到', '晕倒'],
];

const dropped = /^(?:[\u200b-\u200f\u20e3\u2060\ufe0e\ufe0f\ufeff]|[嗯呃])/u;
const mention = /@[^\s@\u2005]{1,30}(?:[\u2005\u00a0 ]|$)/y;

/** Evens out `original`; any string is allowed, lone surrogates included. */
export function plainText(original: string): PlainText {
  let plain = '';
  const at: number[] = [];
  for (let i = 0; i < original.length; i += 1) {
    mention.lastIndex = i;
    const mentioned = original[i] === '@' ? mention.exec(original) : null;
    if (mentioned !== null) {
      i += mentioned[0].length - 1;
      continue;
    }
    const letter = original.charAt(i);
    if (dropped.test(letter)) continue;
    plain += evened(letter);
    at.push(i);
  }
  for (const [wrong, right] of slips) plain = plain.replaceAll(wrong, right);
  return { original, plain, at };
}

/** The original words behind `plain.slice(start, end)`. */
export function wordsAt(text: PlainText, start: number, end: number): string {
  const first = text.at[start];
  const last = text.at[end - 1];
  return first === undefined || last === undefined ? '' : text.original.slice(first, last + 1);
}

function evened(letter: string): string {
  const code = letter.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  if (code === 0x3000 || code === 0xa0 || code === 0x2005) return ' ';
  if (code >= 65 && code <= 90) return String.fromCharCode(code + 32);
  return simple.get(letter) ?? letter;
}
