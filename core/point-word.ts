import type { Instant } from './clock.ts';
import type { PlaceId } from './ids.ts';
import type { Language } from './message.ts';

/** A hash by a secret of the program, at least 8 hex digits: without the secret nobody can tell the next one. */
export type KeyedHash = (text: string) => string;

/** So long a word stands before the next one comes. */
export const wordMs = 15 * 60_000;
/** The word before stays right for so long: from reading it to sending the photo. */
const beforeWords = 1;

/** Things that nobody talks about on patrol, so that none is said by chance; easy to say, to read at night and to type. */
const things: readonly (readonly [zh: string, en: string])[] = [
  ['松鼠', 'squirrel'],
  ['海豚', 'dolphin'],
  ['熊猫', 'panda'],
  ['企鹅', 'penguin'],
  ['长颈鹿', 'giraffe'],
  ['袋鼠', 'kangaroo'],
  ['斑马', 'zebra'],
  ['孔雀', 'peacock'],
  ['蝴蝶', 'butterfly'],
  ['蜻蜓', 'dragonfly'],
  ['鲸鱼', 'whale'],
  ['骆驼', 'camel'],
  ['考拉', 'koala'],
  ['刺猬', 'hedgehog'],
  ['狮子', 'lion'],
  ['天鹅', 'swan'],
  ['草莓', 'strawberry'],
  ['樱桃', 'cherry'],
  ['菠萝', 'pineapple'],
  ['芒果', 'mango'],
  ['椰子', 'coconut'],
  ['蜜桃', 'peach'],
  ['葡萄', 'grape'],
  ['柠檬', 'lemon'],
  ['蜂蜜', 'honey'],
  ['饼干', 'biscuit'],
  ['汤圆', 'dumpling'],
  ['钢琴', 'piano'],
  ['吉他', 'guitar'],
  ['风筝', 'kite'],
  ['积木', 'blocks'],
  ['气球', 'balloon'],
  ['火箭', 'rocket'],
  ['帆船', 'sailboat'],
  ['热气球', 'airship'],
  ['雪人', 'snowman'],
  ['彩虹', 'rainbow'],
  ['流星', 'meteor'],
  ['珊瑚', 'coral'],
  ['贝壳', 'seashell'],
  ['琥珀', 'amber'],
  ['翡翠', 'jade'],
  ['珍珠', 'pearl'],
  ['水晶', 'crystal'],
  ['向日葵', 'sunflower'],
  ['薰衣草', 'lavender'],
  ['蒲公英', 'dandelion'],
  ['仙人掌', 'cactus'],
];

/** The word that stands at a point just now, in both languages, and until when. */
export interface PointWord {
  words: Readonly<Record<Language, string>>;
  /** When the next one comes. */
  untilAt: Instant;
}

/** The word of a point at an instant: a thing and two digits, `松鼠26`. The same wherever it is reckoned. */
export function pointWord(hash: KeyedHash, placeId: PlaceId, at: Instant): PointWord {
  const slot = Math.floor(at / wordMs);
  const drawn = Number.parseInt(hash(`point-word:${placeId}:${slot}`).slice(0, 8), 16);
  const [zh = '', en = ''] = things[drawn % things.length] ?? [];
  const digits = String(10 + (Math.floor(drawn / things.length) % 90));
  return { words: { zh: `${zh}${digits}`, en: `${en}${digits}` }, untilAt: (slot + 1) * wordMs };
}

const bare = (words: string): string =>
  words
    .normalize('NFKC')
    .replaceAll(/[\s\p{P}]/gu, '')
    .toLowerCase();

/**
 * Whether words have the point's word in them, in either language, as it stood when they were sent or just before. `wrong`:
 * another thing with two digits is in them, or the right thing with others; `none`: nothing of the kind.
 */
export function heardWord(words: string, hash: KeyedHash, placeId: PlaceId, at: Instant): 'right' | 'wrong' | 'none' {
  const said = bare(words);
  for (let back = 0; back <= beforeWords; back += 1) {
    const right = Object.values(pointWord(hash, placeId, at - back * wordMs).words).map(bare);
    if (right.some((word) => stands(word, said))) return 'right';
  }
  return said.match(anyWord) === null ? 'none' : 'wrong';
}

const anyWord = new RegExp(`(?:${things.flat().join('|')})(\\d{1,3})`, 'u');

/** The digits of a word for a point that stands in these words, which are no number of a point; null: there is none. */
export function wordDigits(words: string): string | null {
  return anyWord.exec(bare(words))?.[1] ?? null;
}

/** The digits are whole: 松鼠26 does not stand in 松鼠261. */
function stands(word: string, said: string): boolean {
  const at = said.indexOf(word);
  return at >= 0 && !/\d/.test(said[at + word.length] ?? '');
}
