import { hazardKinds } from '../../core/catalogue.ts';
import type { HazardVerb } from '../../core/hazard-verb.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** A reply in the very words that a hazard's card offers where there are no buttons. */
export interface HazardWord {
  verb: HazardVerb;
  /** As on the button; '' where it has none. */
  value: string;
  /** The number as said, whole or its last digits: `H-2611-0042`, `0042`; null: none. */
  number: string | null;
  /** What is said besides: a reason, a finding, a remark. */
  words: string;
}

/** Verbs whose word alone says too little: they need one of their values. */
const needValue: ReadonlySet<HazardVerb> = new Set<HazardVerb>([
  'hazard_kind',
  'hazard_place',
  'hazard_grade',
  'hazard_assign',
  'hazard_rate',
]);

const plain = (words: string): string =>
  words.normalize('NFKC').replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** Longest first, so that 一般隐患 is not read as 一般. */
const phrases = [zh, en]
  .flatMap(({ hazard }) => [
    ...Object.entries(hazard.word)
      .filter(([verb]) => !needValue.has(verb as HazardVerb))
      .map(([verb, word]) => ({ word: plain(word), verb: verb as HazardVerb, value: '' })),
    ...Object.entries(hazard.choice).flatMap(([verb, values]) =>
      Object.entries(values).map(([value, word]) => ({ word: plain(word), verb: verb as HazardVerb, value })),
    ),
  ])
  .sort((a, b) => b.word.length - a.word.length);

/** Words that are followed by the number of what is listed, by a name, by a kind. */
const placeWords = [zh, en].map(({ hazard }) => plain(hazard.word.hazard_place));
const ownerWords = [zh, en].map(({ hazard }) => plain(hazard.word.hazard_assign));
const kindWords = [zh, en].map(({ hazard }) => plain(hazard.word.hazard_kind));

/** A hazard's number in somebody's words, whole or its last four digits or more; null: none. */
export function numberIn(words: string): string | null {
  const whole = /(?<![a-z0-9])h[-\s]?(\d{4})[-\s]?(\d{4,6})(?!\d)/i.exec(words.normalize('NFKC'));
  if (whole !== null) return `H-${whole[1] ?? ''}-${whole[2] ?? ''}`;
  const end = /(?:^|[\s#号条])(\d{4,6})(?=$|[\s,，。:：那这条的])/u.exec(words.normalize('NFKC').trim());
  return end?.[1] ?? null;
}

/** The kind of this name, in either language. */
export function kindNamed(words: string): (typeof hazardKinds)[number]['code'] | null {
  const said = plain(words).replace(/[。.!！~]+$/u, '');
  const found = hazardKinds.find(({ code, zh: chinese, en: english }) =>
    [plain(chinese), plain(english), plain(zh.hazard.kindLabel(code)), plain(en.hazard.kindLabel(code))].includes(said),
  );
  return found?.code ?? null;
}

/** Whatever follows a phrase: a number, then words; null: the phrase was only the beginning of another word. */
function tail(rest: string): Pick<HazardWord, 'number' | 'words'> | null {
  const match = /^(?:[\s,，。.!！~:：]+|$|(?=[#\d]))#?(h-?\d{4}-?\d{4,6}|\d{4,6})?(?:[\s,，。.!！~:：]+|$)(.*)$/u.exec(
    rest,
  );
  if (match === null) return null;
  return { number: match[1] === undefined ? null : (numberIn(match[1]) ?? match[1]), words: (match[2] ?? '').trim() };
}

/** Reads a reply in the words of a card; null: ordinary words, for core/reading. */
export function readHazardWord(text: string): HazardWord | null {
  const said = plain(text);
  return placeChosen(said) ?? ownerNamed(said) ?? extending(said) ?? kindChosen(said) ?? phrase(said);
}

function phrase(said: string): HazardWord | null {
  for (const { word, verb, value } of phrases) {
    const rest = said.startsWith(word) ? tail(said.slice(word.length)) : null;
    if (rest !== null) return { verb, value, ...rest };
  }
  return null;
}

/** 交给 网02 0042: a list can have changed meanwhile, so an owner is named. */
function ownerNamed(said: string): HazardWord | null {
  for (const word of ownerWords) {
    if (!said.startsWith(`${word} `)) continue;
    const rest = said.slice(word.length).trim();
    const match = /^(.{1,40}?)(?:\s+#?(h-?\d{4}-?\d{4,6}|\d{4,6})(?:[\s,，。:：]+(.*))?)?$/u.exec(rest);
    if (match === null) continue;
    const number = match[2] === undefined ? null : (numberIn(match[2]) ?? match[2]);
    return { verb: 'hazard_assign', value: match[1] ?? '', number, words: (match[3] ?? '').trim() };
  }
  return null;
}

/** 地点 1: people count from one, buttons from nought. */
function placeChosen(said: string): HazardWord | null {
  for (const word of placeWords) {
    const match = said.startsWith(word) ? /^\s*(\d)(?!\d)(.*)$/u.exec(said.slice(word.length)) : null;
    const rest = match === null ? null : tail(match[2] ?? '');
    const nth = Number(match?.[1] ?? 0);
    if (rest !== null && nth > 0) return { verb: 'hazard_place', value: String(nth - 1), ...rest };
  }
  return null;
}

/** 延期3天, as the button has it. */
function extending(said: string): HazardWord | null {
  for (const { hazard } of [zh, en]) {
    for (const days of [1, 2, 3, 5, 7, 10, 15]) {
      const word = plain(hazard.moreDays(days));
      const rest = said.startsWith(word) ? tail(said.slice(word.length)) : null;
      if (rest !== null) return { verb: 'hazard_ask_more', value: String(days), ...rest };
    }
  }
  return null;
}

/** 隐患类型 消防设施 0042. */
function kindChosen(said: string): HazardWord | null {
  for (const word of kindWords) {
    if (!said.startsWith(`${word} `)) continue;
    const match = /^(.+?)(?:\s+#?(h-?\d{4}-?\d{4,6}|\d{4,6}))?$/u.exec(said.slice(word.length).trim());
    const kind = match === null ? null : kindNamed(match[1] ?? '');
    const number = match?.[2];
    if (kind !== null) {
      return { verb: 'hazard_kind', value: kind, number: number === undefined ? null : numberIn(number), words: '' };
    }
  }
  return null;
}
