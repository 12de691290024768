import type { FileId } from './ids.ts';

/** Which bytes of a file: as they were sent, the copy for showing, the small one. */
export type FileCopy = 'original' | 'shared' | 'small';

/** To what the sealed bytes of a file belong, so that none opens in place of another. */
export function aboutFile(id: FileId, copy: FileCopy): string {
  return copy === 'original' ? `files:${id}` : `files:${id}:${copy}`;
}

/** The name of bytes that are kept sealed: which key opens them, and the hash under which the store has them. */
export function sealedName(keyId: string, sha256: string): string {
  return `sealed:${keyId}:${sha256}`;
}

/** What the name of sealed bytes says; null: they are kept as they are. */
export function sealedParts(name: string): { keyId: string; sha256: string } | null {
  const [mark, keyId, sha256] = name.split(':');
  return mark === 'sealed' && keyId !== undefined && sha256 !== undefined ? { keyId, sha256 } : null;
}
