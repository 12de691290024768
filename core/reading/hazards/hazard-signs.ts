/** What is wrong, and of which kinds, as far as the words say. */
import type { HazardKind } from '../../catalogue.ts';
import { hazardKinds } from '../../catalogue.ts';
import type { Utterance } from '../utterance.ts';
import { englishSigns } from './english-signs.ts';
import { fireSigns } from './fire-signs.ts';
import { houseSigns } from './house-signs.ts';
import { outdoorSigns } from './outdoor-signs.ts';
import type { HazardSign } from './sign.ts';
import { workSigns } from './work-signs.ts';

const signs: readonly HazardSign[] = [...fireSigns, ...houseSigns, ...workSigns, ...outdoorSigns, ...englishSigns];

/** A sign that was found; `start` and `end` are places in the plain text. */
export interface FoundHazard {
  readonly kind: HazardKind;
  readonly start: number;
  readonly end: number;
}

const mostTimes = 3;

/** 没有飞线 and 未发现堆物 are nothing; 有没有 asks. */
const denied =
  /(?:没有?|未|无|并非|不是|禁止|严禁|不要|不得|不准|别|请勿|杜绝|防止|避免|不能|不可)(?:再|发现|看到|出现|存在|人|在|有)?$/;

/** Every sign of a hazard in the message, those that say the same thing twice included. */
export function hazardsIn(heard: Utterance): FoundHazard[] {
  return signs
    .filter(({ unless }) => unless?.test(heard.plain) !== true)
    .flatMap(({ kind, words }) => standing(words, heard.plain).map((at) => ({ kind, ...at })));
}

/** Where the words stand undenied, the first few times: a long message says the same thing often. */
function standing(words: RegExp, plain: string): { readonly start: number; readonly end: number }[] {
  const found: { readonly start: number; readonly end: number }[] = [];
  for (const match of plain.matchAll(words)) {
    if (denied.test(plain.slice(Math.max(0, match.index - 5), match.index))) continue;
    found.push({ start: match.index, end: match.index + match[0].length });
    if (found.length === mostTimes) break;
  }
  return found;
}

/** The kinds among `found`, each once, in the order of the catalogue. */
export function kindsAmong(found: readonly { readonly kind: HazardKind }[]): HazardKind[] {
  return hazardKinds.map(({ code }) => code).filter((code) => found.some(({ kind }) => kind === code));
}
