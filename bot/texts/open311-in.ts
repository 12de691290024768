import type { Language } from '../../core/message.ts';
import { open311En } from './open311-en.ts';
import type { Open311Texts } from './open311-texts.ts';
import { open311Zh } from './open311-zh.ts';

const all: Readonly<Record<Language, Open311Texts>> = { zh: open311Zh, en: open311En };

/** The words of the Open311 interface in a language. */
export function open311TextsIn(language: Language): Open311Texts {
  return all[language];
}
