import { incidentKinds, type IncidentKind } from '../../core/catalogue.ts';
import type { Verb } from '../../core/message.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** A reply in the very words that a card offers where there are no buttons. */
export interface WordReply {
  verb: Verb;
  /** The kind of `set_kind`, or `phoned` of `close`. */
  value?: string;
  /** The order's code, `A7K`. */
  code?: string;
  /** The incident's number, or its end: `I-2611-0042`, `0042`. */
  number?: string;
}

/** Verbs whose words mean something else or need an argument of their own. */
const apart: ReadonlySet<Verb> = new Set<Verb>(['eta', 'choose_kind', 'set_kind']);

const simple = new Map<string, Pick<WordReply, 'verb' | 'value'>>();
for (const { substitute } of [zh, en]) {
  simple.set(plain(substitute.closePhoned), { verb: 'close', value: 'phoned' });
  for (const [verb, word] of Object.entries(substitute.word) as [Verb, string][]) {
    if (!apart.has(verb)) simple.set(plain(word), { verb });
  }
}
const changeKind = [zh, en].map(({ substitute }) => plain(substitute.word.set_kind));

function plain(words: string): string {
  return words.normalize('NFKC').replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

function kindNamed(words: string): IncidentKind | undefined {
  return incidentKinds.find(({ code, zh: chinese }) =>
    [plain(chinese), plain(en.name.kind(code)), plain(en.name.kindLabel(code))].includes(words),
  )?.code;
}

/**
 * Reads a reply that is one of the offered words and nothing more, in either language, with the order's code or the
 * incident's number behind it where it names one. Anything else is null: ordinary words are read by core/reading.
 */
export function readReplyWord(text: string): WordReply | null {
  const words = plain(text).replace(/[。.!！~～]+$/u, '');
  const match = /^(.+?)(?: ([2-9a-hj-np-z]{3})| #?((?:[id]-\d{4}-)?\d{4}))?$/u.exec(words);
  const said = match?.[1]?.trim() ?? '';
  const named = {
    ...(match?.[2] === undefined ? {} : { code: match[2].toUpperCase() }),
    ...(match?.[3] === undefined ? {} : { number: match[3].toUpperCase() }),
  };
  const known = simple.get(said) ?? simple.get(words);
  if (known !== undefined) return simple.has(said) ? { ...known, ...named } : { ...known };
  for (const word of changeKind) {
    if (said === word) return { verb: 'choose_kind', ...named };
    const kind = said.startsWith(`${word} `) ? kindNamed(said.slice(word.length + 1)) : undefined;
    if (kind !== undefined) return { verb: 'set_kind', value: kind, ...named };
  }
  return null;
}
