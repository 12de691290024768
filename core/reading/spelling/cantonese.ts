/** Cantonese as it is written, in the words of the rest of the reader. */
import { rewriting, wordsFor } from './draft.ts';
import type { Rewrite } from './draft.ts';

/** In this order: what depends on its neighbours, then words, then the little words that are left. */
export const cantonese: readonly Rewrite[] = [
  rewriting(/(?<=[\s,。!]|^)得(?=[\s,!啊呀喇]|我)/g, '行'),
  rewriting(/听晚(?![会上间])/g, '明晚'),
  rewriting(/返紧工/g, '在上班'),
  rewriting(/([嚟来去返行开過过做搵找救食训瞓煮揸追])紧(?!急|张|要)/g, '正在$1'),
  rewriting(/(?:叫|嗌)[极嚟都]{1,3}(?:唔|都唔)(?:醒|应)/g, '叫不醒'),
  rewriting(/唔([去来到走返])?得(?=$|[\s,。!])/g, '不能$1'),
  rewriting(/([\u4e00-\u9fa5])唔到/g, '$1不了'),
  rewriting(/未(?=走到|[走出上下返落]嚟|醒)/g, '没'),
  rewriting(/仲(?=有|未|没|冇|喺|係|要|差|系)/g, '还'),
  rewriting(/(?<![关联体学院派维数])系(?=[咁真佢我你唔])/g, '是'),
  rewriting(/(?<=[呢嗰][度边])系/g, '是'),
  rewriting(/([冒着烧流水血烟满出湿])晒/g, '$1满'),
  rewriting(/(?<=[到家落走完好返])喇/g, '了'),
  // 点行 asks the way; 两点行不行 asks about a time.
  rewriting(/(?<![\d一二两三四五六七八九十])点行(?!不)/g, '怎么走'),
  wordsFor(
    `马上 即刻 / 上班 返工 / 回到家 返到屋企 返屋企 / 到家 到屋企 / 家里 屋企 / 哪里 边度 边处 / 谁 边个 边位 / 什么 乜嘢 乜野 / 为什么 点解
    怎么办 点算 点搞 / 怎么 点样 / 看一下 睇下先 睇下 / 看 睇 / 给 俾 畀 / 拿 攞 / 找 搵 / 跌 跌咗 / 刚才 头先 / 明天 听日 / 昨天 琴日 寻日
    现在 而家 / 没空 唔得闲 冇得闲 / 有空 得闲 / 谢谢 唔该 多谢晒 / 不要 唔好 咪 / 不用 唔使 / 没事 冇乜事 冇乜嘢 冇事 冇嘢 唔紧要 / 一直 系咁 係咁 / 动不了 郁唔到 / 动 郁
    爸 老豆 / 妈 老母 / 小孩 细路仔 细路 细佬仔 / 警察 差人 / 救护车 白车 / 晚安 早抖 / 喊 嗌 / 喊救命 嗌救命 / 游泳 游水
    多少 几多 / 这里 呢度 呢边 / 那里 嗰度 嗰边 嗰头 / 这么 咁 / 那 嗰 / 的 嘅 / 来 嚟 / 在 喺 / 没 冇 / 不 唔 / 了 咗 / 点 啲 / 们 哋 / 他 佢 / 是 係 / 啊 㗎 / 睡 瞓
    骗人 整蛊 / 一下 一阵间 / 自己 自己友 / 起床 起身 / 说 讲话俾 / 晕倒 晕低 / 倒在 瞓喺地 / 着火 火烛`,
  ),
];
