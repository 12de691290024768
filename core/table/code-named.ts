import type { Named } from '../catalogue.ts';

/** The code of what somebody calls by its code or its name in either language; anything else comes back as it is. */
export function codeNamed(list: readonly Named[], said: string): string {
  const plain = said.normalize('NFKC').trim().toLowerCase();
  return list.find(({ code, zh, en }) => [code, zh, en].some((name) => name.toLowerCase() === plain))?.code ?? said;
}

/** The codes of several in one cell. A name may hold a comma itself, so commas part only what is no name as a whole. */
export function codesNamed(list: readonly Named[], said: string): string[] {
  const known = (name: string): boolean => list.some(({ code }) => code === codeNamed(list, name));
  const parts = said.split(/[、;；\n]+/u).flatMap((part) => (known(part) ? [part] : part.split(/[,，]/u)));
  return parts.filter((part) => part.trim() !== '').map((part) => codeNamed(list, part).trim());
}
