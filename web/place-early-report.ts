import { textsIn } from '../bot/texts/texts-in.ts';
import type { Language } from '../core/message.ts';
import type { Place } from '../core/people.ts';
import type { Log } from '../core/ports/log.ts';
import { readWords } from '../core/reading/words-alone.ts';
import type { Work } from '../handlers/work.ts';
import { readsLikeEmergency, takeForm, type FormTaken, type FormTold } from './hazard-intake.ts';
import { faultOf, readForm, type FilledForm } from './place-form.ts';

interface EarlyParts {
  log: Log;
  inWork<Result>(run: (work: Work) => Promise<Result>): Promise<Result>;
}

/**
 * Words that read like an emergency are reported before the photos behind them have come: those can take minutes on a bad
 * line. The whole form is then taken as the same one once more, and its photos join.
 */
export class EarlyReport {
  taken: Promise<FormTaken | null> = Promise.resolve(null);
  readonly #parts: EarlyParts;
  readonly #place: Place | null;
  readonly #language: Language;

  constructor(parts: EarlyParts, place: Place | null, language: Language) {
    this.#parts = parts;
    this.#place = place;
    this.#language = language;
  }

  hear(fields: ReadonlyMap<string, string>): void {
    const filled = readForm(fields);
    const { token } = filled;
    const hasPlace = this.#place !== null;
    if (token === null || faultOf(filled, { hasPlace, photos: 0, cut: false, far: false }) !== null) return;
    if (!readsLikeEmergency(readWords(filled.words))) return;
    const told = formTold(filled, token, this.#place, filled.language ?? this.#language);
    this.taken = this.#parts
      .inWork((work) => takeForm(work, told, []))
      .catch((error: unknown) => {
        this.#parts.log.error({ err: error }, 'an emergency could not be stored before its photos; it is tried again');
        return null;
      });
  }
}

/** A filled form as it is taken. */
export function formTold(filled: FilledForm, token: string, place: Place | null, language: Language): FormTold {
  return {
    token,
    via: place === null ? 'form' : 'place_code',
    language,
    name: textsIn(language).web.page.place.teller,
    place,
    placeWords: filled.where,
    kinds: filled.kind === null ? [] : [filled.kind],
    words: filled.words,
    position: filled.position,
    people: null,
    anonymous: filled.anonymous,
    phone: filled.phone,
  };
}
