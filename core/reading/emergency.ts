/** Danger to life here and now, whoever says it. Better one question too many than one call missed. */
import type { IncidentKind } from '../catalogue.ts';
import { plainText, wordsAt } from './plain-text.ts';
import type { Because, Meaning, Message } from './reading.ts';

const signs: readonly (readonly [IncidentKind, RegExp])[] = [
  ['fire', /着火|起火|失火|烧起来|(?:发生|有)火灾|\bfire at\b/],
  ['explosion', /爆炸/],
  ['leak', /(?:煤气|燃气|天然气|液化气|氨气|氯气)[^,。]{0,6}(?:味|泄漏|漏)/],
  ['drowning', /溺水|落水|掉(?:到|进)[^,。]{0,4}(?:水|河|塘|江|湖)/],
  ['person_down', /叫不醒|晕倒|昏倒|昏迷|没有?呼吸|心跳停/],
  ['trapped', /被困|困在/],
  ['electric_shock', /触电/],
  ['collapse', /(?:塌|倒塌|坍塌)了?[^,。]{0,4}(?:压|埋)|坍塌/],
  ['self_harm', /跳楼|轻生|不想活|自杀|喝农药/],
  ['violence', /拿刀|持刀|砍人|打我|动手打/],
];
const elsewhere = /新闻|听说|演练|培训|宣传|电影|视频里|昨天|上次|去年|预防|防止|如果|万一/;

/** Reads an emergency, or nothing. */
export function emergency(message: Message): Meaning | undefined {
  const text = plainText(message.text);
  if (elsewhere.test(text.plain)) return undefined;
  const kinds: IncidentKind[] = [];
  const because: Because[] = [];
  for (const [kind, sign] of signs) {
    const found = sign.exec(text.plain);
    if (found === null) continue;
    kinds.push(kind);
    because.push({ field: 'intent', words: wordsAt(text, found.index, found.index + found[0].length) });
  }
  if (kinds.length === 0) return undefined;
  return { intent: 'emergency', confidence: 0.95, fields: { kinds, severity: 'emergency' }, because };
}
