/**
 * Seals what nobody may read beside the program: private matters, their files and notes. AES-256-GCM with the zone's keys, of
 * which the first seals and all open. `about` names the row or the file that it belongs to, such as `matters:<id>`; what was
 * sealed about one thing does not open about another, so nobody can swap them.
 */
export interface Sealing {
  /** Names the key that seals now, 8 characters. */
  readonly keyId: string;
  seal(words: string, about: string): string;
  /** @throws Error when it was changed, moved from elsewhere, or sealed with a key that is not there; never with its content */
  open(sealed: string, about: string): string;
  sealBytes(bytes: Uint8Array, about: string): Uint8Array<ArrayBuffer>;
  /** @throws as `open` */
  openBytes(sealed: Uint8Array, about: string): Uint8Array<ArrayBuffer>;
  /** A keyed hash, 43 characters, to find something again without keeping it; the same for good, whichever keys seal now. */
  fingerprint(purpose: string, text: string): string;
}
