/** Slips of the finger, and words that dictation heard for others of the same sound. */
import { rewriting, wordsFor } from './draft.ts';
import type { Rewrite } from './draft.ts';

/** Characters of one sound, or nearly. */
const alike =
  '火伙获货祸 水睡税 烟盐眼言燕 电店点垫 炸渣诈乍 燃然染 救就旧究 命名 漏露陋 警井景境 报抱豹 晕运云 倒到道 昏混婚 迷谜 困捆 塌踏榻 跳眺 楼搂 血雪学 ' +
  '护户互 溺逆腻匿 触处初 收手守 场常 山闪 毒读 堵赌肚 泄谢卸 煤媒霉 气汽 车撤 桥乔 起启 落洛 流留刘 马吗码 待带代呆 浓弄农 冒帽';
/** What must not be misheard. */
const keyWords =
  '着火 起火 失火 火灾 救火 浓烟 黑烟 冒烟 爆炸 救命 燃气 煤气 泄漏 报警 昏迷 晕倒 被困 塌了 跳楼 跳河 流血 救护车 落水 溺水 触电 漏电 电梯 车祸 中毒 收到 到场 马上 待命 堵车 起来';
/** Other words that people do write. */
const ordinary = new Set(
  (
    '起伙 起获 起货 起祸 着货 然气 漏点 漏店 店梯 点梯 垫梯 就火 漏气 露气 没气 收道 收倒 晕到 塌了 踏了 到常 山上 码上 吗上 手到 守到 冒眼 黑眼 浓眼 落税 ' +
    '中读 车货 车获 媒气 流学 留学 流雪 跳搂 就命 救名 带命 代命 启来 收道 留血 起火 报井 报景 抱警 到场'
  ).split(' '),
);
/** Of those, the ones that are misheard far oftener than meant. */
const sooner = '起伙 就命 收道 手到 报井 报景 抱警 带命 代命 留血 媒气';

function misheard(): string {
  const groups = alike.split(' ');
  const meant = new Set(sooner.split(' '));
  const lines: string[] = [];
  for (const word of keyWords.split(' ')) {
    const wrongs = Array.from(word).flatMap((letter, at) => {
      const others = groups.filter((group) => group.includes(letter)).flatMap((group) => Array.from(group));
      return others.filter((other) => other !== letter).map((other) => word.slice(0, at) + other + word.slice(at + 1));
    });
    const wanted = wrongs.filter((wrong) => !ordinary.has(wrong) || meant.has(wrong));
    if (wanted.length > 0) lines.push([word, ...wanted].join(' '));
  }
  return lines.join('\n');
}

/** In this order: what depends on its neighbours, then words. */
export const slips: readonly Rewrite[] = [
  rewriting(/[己以]经/g, '已经'),
  rewriting(/(?<=^|[^自知])己(?=到|出|收)/g, '已'),
  rewriting(/^[受手守]到(?=\W*$)/g, '收到'),
  rewriting(/(?<=路上|出发|到)乐/g, '了'),
  rewriting(/^[道倒](?=[了场])/g, '到'),
  rewriting(/道场(?=了|$)/g, '到场'),
  rewriting(/[昏晕]到(?=了|在|$)/g, '晕倒'),
  rewriting(/(?<=能|可以|我)[趣](?=$|[\s,。!了\d])/g, '去'),
  rewriting(/趣不(?=了)/g, '去不'),
  rewriting(/(?<=[到好来走回])[辣鸟惹](?=$|[\s,。!~])/g, '了'),
  rewriting(/(?<=[一三两])刻[中种终忠](?!间)/g, '刻钟'),
  rewriting(/(?<=[\d一二两三四五六七八九十半几来多])分[中种终忠](?![一的之间])/g, '分钟'),
  rewriting(/黑眼(?![圈睛珠袋])/g, '黑烟'),
  rewriting(/(?<=房子?|墙|楼|棚|桥|脚手架)踏了/g, '塌了'),
  rewriting(/[找招照]火(?=了|$|[\s,!])|着伙(?!伴|计|食|房)/g, '着火'),
  rewriting(/[啦喽咯咧]/g, '了'),
  rewriting(/到嘞/g, '到了'),
  rewriting(/[正政证][长场厂裳常](?=$|[\s,。!])/g, '正常'),
  rewriting(/没[是市](?=$|[\s,。!])/g, '没事'),
  rewriting(/以(?=到\d|到[一二三四五六七八九十]+号)/g, '已'),
  rewriting(/[减剪检](?=到[一两]?[部个串只张])/g, '捡'),
  rewriting(/(?<=^|[\s,。])(?:收[对堆]|手队)(?=$|[\s,。!])/g, '收队'),
  rewriting(/(?<=^|[\s,。])[千前](?=到$|到[\s,。!])/g, '签'),
  wordsFor('巡完 寻完 / 翻墙 番墙 / 请假 青假 清假 / 打卡 打咔 / 接班 接斑 / 交班 交斑 / 无异常 无异长 无意常 五异常'),
  wordsFor(`去不了 去不聊 / 分钟 分种 / 收到 收道 / ${misheard().replaceAll('\n', ' / ')}`),
];
