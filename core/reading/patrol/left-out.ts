/** A point that was not gone to, and what kept them. */
import { oneOf } from '../one-of.ts';
import { spanOf } from '../span.ts';
import type { Span } from '../span.ts';
import type { Utterance } from '../utterance.ts';

const skipped = oneOf(
  "跳过|绕(?:过去|开|行|过|道)|略过|(?:过|进|去|走|开)不(?:去|了|成|到)|(?<=号(?:那边|那里)?)到不了|不[让给](?:进|过|拍|下|上)|没法(?:进|过|走|去|拍)|没(?:能)?(?:进|过)(?:得)?去(?!过)|没(?:去|巡|走|过|拍)成|(?:今晚|今天|这次|先)?不(?:巡|走|去|打|拍)了|(?:封|断)(?:了)?路|路(?:被)?封|修路|拆(?:了|迁|掉)|没有这个点|(?:can't|cannot|could not|couldn't) (?:get|reach|enter)|skip(?:ped|ping)?|road closed",
);
/** 5号没去 alone may mean that somebody still goes; with what kept them it does not. */
const unvisited =
  /(?<!还)没有?(?:去|到|巡|走|过去|打)(?![过成])|(?:did not|didn't|haven't|not) (?:go|get|make it|been|visit)/;
const keptAway = oneOf(
  '太(?:晚|黑|远|滑|危险)|来不及|没时间|时间(?:不够|紧|晚)|下(?:着|起)?(?:大|暴|小)?雨|雨(?:太|好|很|下得)(?:太)?大|暴雨|打雷|路(?:不通|断|淹|滑|黑)|[锁关](?:着|了|上)?(?:大|铁)?门|门(?:锁|关)|上锁|有狗|狗(?:太|很)?凶|积水|涨水|被?淹|塌方|施工|(?:车|电瓶车|摩托)(?:坏|没电|抛锚)|人手|人不够',
  'too (?:late|dark|far|wet)|no time|raining|locked|flooded|no light',
);
const noTime = /没(?:时间|空)(?:再)?(?:去|到|巡|走|过去|打)|来不及(?:再)?(?:去|到|巡|走|打)|no time (?:for|to)/;

/** The words that say that a point was not gone to, and why; undefined: none do. */
export function leftOut(plain: string): Span | undefined {
  const plainly = spanOf(skipped, plain) ?? spanOf(noTime, plain);
  if (plainly !== undefined) return plainly;
  return keptAway.test(plain) && !/忘/.test(plain) ? spanOf(unvisited, plain) : undefined;
}

/** Whoever tells of several points was not at that one; 进不去 alone is said in front of a locked gate. */
const wasNotThere = oneOf(
  '跳过|略过|绕(?:过去|开|行|道)|没(?:能)?(?:过|去)(?:得)?(?:去|成|了)?(?!过|拍)|[过去到]不[去了成]|[封断]路|路(?:被)?封|修路|封了进不去|不[让给][进上下过]|没有这个点',
  'skip(?:ped|ping)?|road closed',
);

/** 桥尾拍了一张: somewhere else they were. */
const wasThere = /这[张是]|[改就只]拍|拍[了个]|只[看到]了?/;

/** Of the points of a message those that were not gone to, where others were: 桥头封路没过去,只看了城隍庙. */
export function leftOutOf<One extends Span>(heard: Utterance, points: readonly One[]): One[] {
  const isLeft = ({ words }: { readonly words: string }): boolean => wasNotThere.test(words);
  const left = heard.clauses.filter(isLeft);
  const out = points.filter(({ start }) => left.some((clause) => clause.start <= start && start < clause.end));
  const shown =
    heard.message.photos > 0 && heard.clauses.some((clause) => !isLeft(clause) && wasThere.test(clause.words));
  return shown || out.length < points.length ? out : [];
}
