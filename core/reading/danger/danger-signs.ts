/** Every way of reporting danger, and what must stand beside the words that are not enough alone. */
import { oneOf } from '../one-of.ts';
import type { DangerSign } from './sign.ts';
import { someone } from './somebody.ts';
import { collapse } from './signs/collapse.ts';
import { cries } from './signs/cries.ts';
import { drowning } from './signs/drowning.ts';
import { electricity } from './signs/electricity.ts';
import { english } from './signs/english.ts';
import { explosionAndLeak } from './signs/explosion-and-leak.ts';
import { falls } from './signs/falls.ts';
import { fire } from './signs/fire.ts';
import { floodAndStorm } from './signs/flood-and-storm.ts';
import { missingPerson } from './signs/missing-person.ts';
import { peril } from './signs/peril.ts';
import { personDown } from './signs/person-down.ts';
import { poisoning } from './signs/poisoning.ts';
import { rarer } from './signs/rarer.ts';
import { selfHarm } from './signs/self-harm.ts';
import { shafts } from './signs/shafts.ts';
import { traffic } from './signs/traffic.ts';
import { trapped } from './signs/trapped.ts';
import { violence } from './signs/violence.ts';
import { wounds } from './signs/wounds.ts';

/** A sign that was found; `start` and `end` are places in the plain text. */
export interface FoundSign {
  readonly sign: DangerSign;
  readonly start: number;
  readonly end: number;
}

/** Every sign, in no order; several may be found in one message. */
const dangerSigns: readonly DangerSign[] = [
  ...fire,
  ...explosionAndLeak,
  ...electricity,
  ...drowning,
  ...floodAndStorm,
  ...collapse,
  ...personDown,
  ...wounds,
  ...falls,
  ...poisoning,
  ...shafts,
  ...traffic,
  ...trapped,
  ...missingPerson,
  ...violence,
  ...selfHarm,
  ...cries,
  ...english,
  ...rarer,
  ...peril,
];

const now = oneOf(
  '!!|快|急|救|有人|受伤|流血|里面|在[^,。!?\\s]{2,12}|这边|这里|那边|门口|楼|村|厂|路|桥|厉害|很大|好大|越来越|出不来|怎么办|\\d{3}|刚刚|刚才',
  '\\bnow\\b|help|hurt|injured|near|at ',
);
const cry = /!!|快(?:来|点|跑|去|报|打|叫|救|断)|赶(?:快|紧)|急|救|怎么办|求(?:你|求|助)|来人|谁懂|报警|120|119|110/;
const victim = oneOf(
  `${someone}|我|(?:^|[\\s,。!])[老小][张王李赵刘陈杨黄周吴徐孙胡朱高林何郭马罗郑梁谢宋唐]`,
  '\\b(?:man|woman|worker|child|kid|boy|girl|person|somebody|someone|guy|people)\\b',
);

/** Whether the rest of the message bears out a sign that is not enough alone. */
export function isBorneOut(sign: DangerSign, literal: string): boolean {
  if (sign.needs === undefined) return true;
  return sign.needs === 'now' ? now.test(literal) : namesSomebody(literal);
}

/** Whether somebody it could happen to is named, or somebody cries for help. */
export function namesSomebody(literal: string): boolean {
  return victim.test(literal) || cry.test(literal);
}

/** Whether somebody cries for help in it. */
export function isCry(literal: string): boolean {
  return cry.test(literal);
}

/** Where a sign is found that is not denied; 没有着火 is no fire. */
function firstStanding(words: RegExp, literal: string): RegExpExecArray | null {
  words.lastIndex = 0;
  let match = words.exec(literal);
  while (match !== null && isDenied(literal, match.index)) match = words.exec(literal);
  return match;
}

/** 没有着火 is denied; 是不是着火了 and 不是演习 are not. */
function isDenied(literal: string, at: number): boolean {
  const before = literal.slice(Math.max(0, at - 5), at);
  return /(?:没有?|未|无|并非|不会|别|不要|防|禁止|(?<!是)不是|没人|无人|没有人|no )(?:再|发生|出现|人员?|真的?|人)?$/.test(
    before,
  );
}

/** Every sign that stands in the words, borne out or not. */
export function signsIn(literal: string): FoundSign[] {
  const found: FoundSign[] = [];
  for (const sign of dangerSigns) {
    if (sign.unless?.test(literal) === true) continue;
    const match = firstStanding(sign.words, literal);
    if (match !== null) found.push({ sign, start: match.index, end: match.index + match[0].length });
  }
  return found;
}
