/** What is wrong, and of which kinds, as far as the words say. */
import type { HazardKind } from '../../catalogue.ts';
import { hazardKinds } from '../../catalogue.ts';
import type { Utterance } from '../utterance.ts';
import { fireSigns } from './fire-signs.ts';
import { houseSigns } from './house-signs.ts';
import { outdoorSigns } from './outdoor-signs.ts';
import type { HazardSign } from './sign.ts';
import { workSigns } from './work-signs.ts';

const signs: readonly HazardSign[] = [...fireSigns, ...houseSigns, ...workSigns, ...outdoorSigns];

/** A sign that was found; `start` and `end` are places in the plain text. */
export interface FoundHazard {
  readonly kind: HazardKind;
  readonly start: number;
  readonly end: number;
}

/** 没有飞线 and 未发现堆物 are nothing; 有没有 asks. */
const denied =
  /(?:没有?|未|无|并非|不是|禁止|严禁|不要|不得|不准|别|请勿|杜绝|防止|避免|不能|不可)(?:再|发现|看到|出现|存在|人|在|有)?$/;

/** Every sign of a hazard in the message, those that say the same thing twice included. */
export function hazardsIn(heard: Utterance): FoundHazard[] {
  const found: FoundHazard[] = [];
  for (const sign of signs) {
    if (sign.unless?.test(heard.plain) === true) continue;
    const match = firstStanding(sign.words, heard.plain);
    if (match !== null) found.push({ kind: sign.kind, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function firstStanding(words: RegExp, plain: string): RegExpExecArray | null {
  words.lastIndex = 0;
  let match = words.exec(plain);
  while (match !== null && denied.test(plain.slice(Math.max(0, match.index - 5), match.index)))
    match = words.exec(plain);
  return match;
}

/** The kinds among `found`, each once, in the order of the catalogue. */
export function kindsAmong(found: readonly { readonly kind: HazardKind }[]): HazardKind[] {
  return hazardKinds.map(({ code }) => code).filter((code) => found.some(({ kind }) => kind === code));
}
