/** The north-east and Henan, as they are written, in the words of the rest of the reader. */
import { rewriting, wordsFor } from './draft.ts';
import type { Rewrite } from './draft.ts';

/** In this order. */
export const northern: readonly Rewrite[] = [
  rewriting(/(?<=^|[\s,。!])中(?=嘞|[\s,。!]|咧|$)/g, '行'),
  rewriting(/(?<=我|我们|他|她|俺|家|老)(?:爹|老爷子)(?!地)/g, '爸'),
  wordsFor(
    `我们 俺们 / 我 俺 / 怎么办 咋整 咋办 / 怎么 咋 / 去不了 整不了 / 这里 这嘎达 这疙瘩 这旮旯 / 那里 那嘎达 那疙瘩 / 打架 干架 干仗 / 昨天 夜个儿 夜个 / 今天 今个儿 今儿个 / 明天 明儿个 明儿
    地方 地儿 / 爸 俺爹 / - 艾玛 哎妈呀 我滴妈`,
  ),
];
