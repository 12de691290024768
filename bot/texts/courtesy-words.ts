import { plainWords } from './plain-words.ts';

const courtesy =
  /^(?:(?:好的?|嗯+|行|太好了|ok|okay)[,，\s]*)?(?:谢谢|多谢|感谢|谢了|辛苦了?|麻烦(?:你|您)?了|好的?|好嘞|嗯+|行|知道了|明白了?|收到了?|ok|okay|thanks|thank you|got it)(?:你们?|您|大家|啦|啊|哈|哦)*$/u;

/** Thanks, and words that only say "heard": they want no answer but a sign. */
export function isCourtesy(words: string): boolean {
  return courtesy.test(plainWords(words));
}
