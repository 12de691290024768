/** How many things are wrong or gone: 路灯坏了五六盏, 灭火器少2个. */
import { finding, joined, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { gearIn } from '../gear.ts';
import { numberOf, numeral } from '../numerals.ts';
import { wordsAt } from '../plain-text.ts';
import type { Utterance } from '../utterance.ts';
import { topicsIn } from './topics.ts';

const piece =
  '(?<unit>[盏具根块桶瓶辆台扇条把只栋堆处盘套个])(?!人|月|小时|钟|星期|礼拜|老板|工人|孩子|小孩|厂|房|村|学)';
/** 5.6盏 are five or six. */
const orSo = /^(\d)[.、](\d)$/;
const counted = new RegExp(`(?<![\\d号第.])(?<number>\\d[.、]\\d(?=[盏具根块桶瓶辆台扇条])|${numeral})\\s*${piece}`);
const gone = new RegExp(
  `(?:少|缺|丢|差|没)(?:了|掉)?\\s*(?<after>${numeral})\\s*(?:[具个条盘支套把瓶只])|(?:少|缺|丢|差)(?:了)?[^,。\\d]{1,6}(?<last>${numeral})\\s*[具个条盘支套把瓶只]`,
);

/** Gear that is missing with how many, or else how many of the thing that the message is about. */
export function countsIn(heard: Utterance): Finding {
  return missingGear(heard) ?? countedThings(heard) ?? nothing;
}

function missingGear(heard: Utterance): Finding | undefined {
  const match = gone.exec(heard.plain);
  const said = numberOf(match?.groups?.after ?? match?.groups?.last ?? '');
  if (match === null || said === undefined) return undefined;
  const start = Math.max(0, match.index - 8);
  const end = match.index + match[0].length;
  const gear = gearIn(heard.text, start, Math.min(heard.plain.length, end + 4)).equipment[0];
  return gear === undefined ? undefined : finding(heard, 'missing', { [gear]: said.value }, match.index, end);
}

function countedThings(heard: Utterance): Finding | undefined {
  const match = counted.exec(heard.plain);
  const topic = topicsIn(heard)[0];
  if (match === null || topic === undefined) return undefined;
  const words = match.groups?.number ?? '';
  const range = orSo.exec(words);
  const said = range === null ? numberOf(words) : { value: Number(range[2]), approximate: true };
  if (said === undefined || said.value < 2) return undefined;
  const end = match.index + match[0].length;
  const name = wordsAt(heard.text, topic.start, topic.end);
  const unit = match.groups?.unit ?? '';
  const figures = finding(heard, 'figures', [{ name, value: said.value, unit }], match.index, end);
  return said.approximate ? joined(figures, finding(heard, 'approximate', true, match.index, end)) : figures;
}
