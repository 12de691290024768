/** A point that was not gone to, and what kept them. */
import { oneOf } from '../one-of.ts';
import { spanOf } from '../span.ts';
import type { Span } from '../span.ts';

const skipped = oneOf(
  "跳过|绕(?:过去|开|行|过|道)|略过|(?:过|进|去|走|开)不(?:去|了|成|到)|(?<=号(?:那边|那里)?)到不了|不[让给](?:进|过|拍|下|上)|没法(?:进|过|走|去|拍)|没(?:能)?(?:进|过)(?:得)?去(?!过)|没(?:去|巡|走|过|拍)成|(?:今晚|今天|这次|先)?不(?:巡|走|去|打|拍)了|(?:封|断)(?:了)?路|路(?:被)?封|修路|拆(?:了|迁|掉)|没有这个点|(?:can't|cannot|could not|couldn't) (?:get|reach|enter)|skip(?:ped|ping)?|road closed",
);
/** 5号没去 alone may mean that somebody still goes; with what kept them it does not. */
const unvisited =
  /(?<!还)没有?(?:去|到|巡|走|过去|打)(?![过成])|(?:did not|didn't|haven't|not) (?:go|get|make it|been|visit)/;
const keptAway = oneOf(
  '(?:太|有点|好|这么)(?:晚|黑|远|滑|危险)|不安全|来不及|没时间|时间(?:不够|紧|晚)|下(?:着|起)?(?:大|暴|小)?雨|雨(?:太|好|很|下得)(?:太)?大|暴雨|打雷|路(?:不通|断|淹|滑|黑)|[锁关](?:着|了|上)?(?:大|铁)?门|门(?:锁|关)|上锁|有狗|狗(?:太|很)?凶|积水|涨水|被?淹|塌方|施工|(?:车|电瓶车|摩托)(?:坏|没电|抛锚)|人手|人不够',
  'too (?:late|dark|far|wet)|no time|raining|locked|flooded|no light',
);
const noTime = /没(?:时间|空)(?:再)?(?:去|到|巡|走|过去|打)|来不及(?:再)?(?:去|到|巡|走|打)|no time (?:for|to)/;
/** 手机没电了不拍了: they were there, and only the picture is missing. */
const noPicture = /(?:手机|相机|摄像头|内存|流量|镜头|信号)[^。!]{0,12}?(?:不拍了|没法拍|没拍成|拍不了)/g;

/** 3号点封路,走路进去看了. */
export const wentAllTheSame = /(?:走|绕|翻|跑)路?(?:过|进)去了?[看拍巡查转]/;

/** The words that say that a point was not gone to, and why; undefined: none do. */
export function leftOut(said: string): Span | undefined {
  const plain = said.replaceAll(noPicture, (words) => '|'.repeat(words.length));
  if (wentAllTheSame.test(plain)) return undefined;
  const plainly = spanOf(skipped, plain) ?? spanOf(noTime, plain);
  if (plainly !== undefined) return plainly;
  return keptAway.test(plain) && !/忘/.test(plain) ? spanOf(unvisited, plain) : undefined;
}

/** Whether a piece of a message says only why a point was not gone to. */
export function isReason(words: string): boolean {
  return keptAway.test(words) || unvisited.test(words) || leftOut(words) !== undefined;
}
