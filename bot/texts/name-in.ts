import type { Named } from '../../core/catalogue.ts';

/** The entry of a list by its code; a code that a newer database knows and this program does not is its own name. */
export function nameIn<Code extends string>(list: readonly Named<Code>[], code: Code): Named {
  return list.find((entry) => entry.code === code) ?? { code, zh: code, en: code };
}
