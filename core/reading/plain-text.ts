/**
 * Writing evened out, so that one rule reads what people type, dictate and paste: full-width and keycap digits,
 * capitals, traditional characters, common slips, fillers and mentions. Every character remembers where it came
 * from, so that a reading can always point at the original words.
 */

/** Evened-out text; `at[i]` is the index in `original` that `plain[i]` came from. */
export interface PlainText {
  readonly original: string;
  readonly plain: string;
  readonly at: readonly number[];
}

/** Written differently, meant the same: traditional characters, and the little words of Cantonese and Wu. */
const variants = new Map<string, string>(
  (
    '來来 開开 馬马 個个 鐘钟 們们 這这 過过 時时 點点 車车 發发 傷伤 電电 達达 場场 現现 後后 邊边 裡里 裏里 還还 沒没 請请 問问 應应 誰谁 對对 ' +
    '嗎吗 說说 聽听 樓楼 廠厂 門门 倉仓 庫库 橋桥 煙烟 菸烟 災灾 氣气 體体 須须 兩两 幾几 萬万 東东 頭头 護护 衛卫 員员 隊队 滅灭 濃浓 險险 繩绳 擔担 ' +
    '醫医 療疗 師师 報报 導导 練练 習习 歸归 繼继 續续 斷断 網网 絡络 無无 著着 裝装 備备 預预 與与 為为 從从 給给 會会 動动 辦办 當当 單单 號号 區区 ' +
    '縣县 鄉乡 鎮镇 塊块 壞坏 壓压 輛辆 轉转 運运 進进 遠远 錢钱 錯错 雙双 難难 雖虽 離离 雲云 靜静 顧顾 風风 飛飞 飯饭 飲饮 驗验 騎骑 鬥斗 鬧闹 魚鱼 ' +
    '麼么 岡冈 崗岗 壩坝 瀉泻 溝沟 樹树 牆墙 遲迟 緊紧 慌慌 啟启 輕轻 強强 殺杀 燒烧 爐炉 處处 傳传 紅红 學学 劃划 間间 關关 業业 廣广 實实 寫写 讓让 ' +
    '嘅的 嚟来 喺在 冇没 唔不 咗了 啲点 哋们 佢他 係是 邨村'
  )
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** Slips of the finger or the input method, each as long as what was meant. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/[己以]经/g, '已经'],
  [/(?<=^|[^自知])己(?=到|出|收)/g, '已'],
  [/收道/g, '收到'],
  [/^受到(?=\W*$)/g, '收到'],
  [/(?<=路上|出发|到)乐/g, '了'],
  [/^道(?=[了场])/g, '到'],
  [/道场(?=了|$)/g, '到场'],
  [/[昏晕]到(?=了|在|$)/g, '晕倒'],
  [/能趣/g, '能去'],
  [/^手到(?=\W*$)/g, '收到'],
  [/(?<=[到好来走回])[辣鸟惹](?=$|[\s,。!~])/g, '了'],
  // Wu and its neighbours, as the keyboard spells them
  [/(?<=[里外后前])头(?![发部晕痛疼昏破上像盔顶脑颅朝撞条目衔号牌班期子])/g, '面'],
  [/寻(?=[着到了])/g, '找'],
  [/一道(?=去|来|走|出|过)/g, '一起'],
  [/今朝/g, '今天'],
  [/昨日/g, '昨天'],
  [/落雨/g, '下雨'],
  [/困不着/g, '睡不着'],
  [/站不牢/g, '站不稳'],
  [/去不聊/g, '去不了'],
  [/分种/g, '分钟'],
  [/[啦喽咯咧]/g, '了'],
  [/到嘞/g, '到了'],
  [/着伙/g, '着火'],
  [/而家/g, '现在'],
  [/仲有/g, '还有'],
  [/晓得/g, '知道'],
  [/莫得/g, '没得'],
  [/勿(?=了|好意)/g, '不'],
  [/屋企/g, '到家'],
];

const dropped = /[\u200b-\u200f\u20e3\u2060\ufe0e\ufe0f\ufeff嗯呃]/;
/** A mention ends in U+2005 on WeChat; elsewhere at the next space. */
const mention = /@[^\s@\u2005]{1,30}(?:[\u2005\u00a0 ]|$)/y;
/** Stands for a picture, a position or a film in text; the message says how many came. */
const marker = /\[(?:图|图片|位置|视频|语音|照片)\]/y;
const stammer = /那个那个|这个这个|就是说|我跟你说|怎么说呢/g;

/** Evens out `original`; any string is allowed, lone surrogates included. */
export function plainText(original: string): PlainText {
  let plain = '';
  const at: number[] = [];
  for (let i = 0; i < original.length; i += 1) {
    const skipped = skip(original, i);
    if (skipped > 0) {
      i += skipped - 1;
      continue;
    }
    const letter = original.charAt(i);
    // A lone 嗯 is an answer; inside a sentence it is a breath.
    if (dropped.test(letter) && !(letter === '嗯' && original.length < 4)) continue;
    plain += evened(letter);
    at.push(i);
  }
  plain = plain.replace(stammer, (words) => ' '.repeat(words.length));
  for (const [wrong, right] of slips) plain = plain.replace(wrong, right);
  return { original, plain, at };
}

/** The original words behind `plain.slice(start, end)`. */
export function wordsAt(text: PlainText, start: number, end: number): string {
  const first = text.at[start];
  const last = text.at[end - 1];
  return first === undefined || last === undefined ? '' : text.original.slice(first, last + 1);
}

function skip(original: string, at: number): number {
  const pattern = original[at] === '@' ? mention : original[at] === '[' ? marker : undefined;
  if (pattern === undefined) return 0;
  pattern.lastIndex = at;
  return pattern.exec(original)?.[0].length ?? 0;
}

function evened(letter: string): string {
  const code = letter.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return evened(String.fromCharCode(code - 0xfee0));
  if (code === 0x3000 || code === 0xa0 || code === 0x2005) return ' ';
  if (code >= 65 && code <= 90) return String.fromCharCode(code + 32);
  return variants.get(letter) ?? letter;
}
