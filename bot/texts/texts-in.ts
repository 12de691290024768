import type { Language } from '../../core/message.ts';
import { en } from './en.ts';
import type { Texts } from './texts.ts';
import { zh } from './zh.ts';

const all: Readonly<Record<Language, Texts>> = { zh, en };

/** The words of a language. */
export function textsIn(language: Language): Texts {
  return all[language];
}
