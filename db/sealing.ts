import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Sealing } from '../core/ports/sealing.ts';

/** What begins every sealed text, so that it can be told from one that is not. */
const textMark = 'sealed1';
/** What begins sealed bytes. */
const bytesMark = Buffer.from('QFS1');
/** GCM's own: 96 random bits for each sealing (NIST SP 800-38D, 8.2.2), which holds for 2^32 sealings under one key. */
const ivBytes = 12;
const tagBytes = 16;
const idBytes = 6;

/** One key: what it seals with, and the id by which sealed things name it. Both are derived, so neither tells the other. */
interface DataKey {
  id: string;
  secret: Buffer;
}

/** Several keys of 32 bytes: the first seals, all of them open. */
export class Keyring {
  readonly #keys: ReadonlyMap<string, DataKey>;
  readonly #first: DataKey;

  /** @throws Error when there is none, or one is not of 32 bytes */
  constructor(keys: readonly Uint8Array[]) {
    const known = keys.map(dataKey);
    const [first] = known;
    if (first === undefined) throw new Error('No key to seal with');
    this.#first = first;
    this.#keys = new Map(known.map((key) => [key.id, key]));
  }

  /** The id of the key that seals. */
  get firstId(): string {
    return this.#first.id;
  }

  /** Whether what was sealed with this key can be opened. */
  has(id: string): boolean {
    return this.#keys.has(id);
  }

  seal(words: string, about: string): string {
    const sealed = encrypt(this.#first, Buffer.from(words, 'utf8'), about);
    return `${textMark}.${this.#first.id}.${sealed.toString('base64url')}`;
  }

  open(sealed: string, about: string): string {
    const [mark, id = '', content = ''] = sealed.split('.');
    if (mark !== textMark) throw new Error(`${about} is not sealed`);
    return decrypt(this.#keyOf(id, about), Buffer.from(content, 'base64url'), about).toString('utf8');
  }

  sealBytes(bytes: Uint8Array, about: string): Uint8Array<ArrayBuffer> {
    const id = Buffer.from(this.#first.id, 'base64url');
    return Buffer.concat([bytesMark, id, encrypt(this.#first, bytes, about)]);
  }

  openBytes(sealed: Uint8Array, about: string): Uint8Array<ArrayBuffer> {
    if (!isSealedBytes(sealed)) throw new Error(`${about} is not sealed`);
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    const content = bytesMark.length + idBytes;
    const id = bytes.toString('base64url', bytesMark.length, content);
    return decrypt(this.#keyOf(id, about), bytes.subarray(content), about);
  }

  #keyOf(id: string, about: string): DataKey {
    const key = this.#keys.get(id);
    if (key === undefined) throw new Error(`${about} was sealed with the key ${id}, which is not among DATA_KEYS`);
    return key;
  }
}

/** The zone's sealing: its keys, and the secret of its fingerprints, which outlives every key. */
export class ZoneSealing implements Sealing {
  readonly keys: Keyring;
  readonly #secret: Buffer;

  constructor(keys: Keyring, secret: Buffer) {
    this.keys = keys;
    this.#secret = secret;
  }

  get keyId(): string {
    return this.keys.firstId;
  }

  seal(words: string, about: string): string {
    return this.keys.seal(words, about);
  }

  open(sealed: string, about: string): string {
    return this.keys.open(sealed, about);
  }

  sealBytes(bytes: Uint8Array, about: string): Uint8Array<ArrayBuffer> {
    return this.keys.sealBytes(bytes, about);
  }

  openBytes(sealed: Uint8Array, about: string): Uint8Array<ArrayBuffer> {
    return this.keys.openBytes(sealed, about);
  }

  fingerprint(purpose: string, text: string): string {
    return createHmac('sha256', derived(this.#secret, `fingerprint ${purpose}`, 32))
      .update(text)
      .digest('base64url');
  }
}

/** For looking at a database without its keys: all else can be read, what is sealed stays so. */
export class ClosedSealing implements Sealing {
  readonly #refusal: string;

  constructor(refusal: string) {
    this.#refusal = refusal;
  }

  get keyId(): never {
    return this.#refuse();
  }

  seal = (): never => this.#refuse();
  open = (): never => this.#refuse();
  sealBytes = (): never => this.#refuse();
  openBytes = (): never => this.#refuse();
  fingerprint = (): never => this.#refuse();

  #refuse(): never {
    throw new Error(this.#refusal);
  }
}

/** Whether a text is sealed, with whichever key. */
export function isSealed(text: string): boolean {
  return text.startsWith(`${textMark}.`);
}

/** Which key a sealed text names; null: it is not sealed. */
export function sealedWith(text: string): string | null {
  return isSealed(text) ? (text.split('.')[1] ?? null) : null;
}

/** Whether bytes are sealed, with whichever key. */
export function isSealedBytes(bytes: Uint8Array): boolean {
  return (
    bytes.length >= bytesMark.length + idBytes + ivBytes + tagBytes &&
    bytesMark.equals(bytes.subarray(0, bytesMark.length))
  );
}

function dataKey(bytes: Uint8Array): DataKey {
  if (bytes.length !== 32) throw new Error('A key has 32 bytes');
  return { id: derived(bytes, 'id', idBytes).toString('base64url'), secret: derived(bytes, 'seal', 32) };
}

/** HKDF (RFC 5869) with SHA-256: a key of its own for each use. */
function derived(bytes: Uint8Array, use: string, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', bytes, '', `qunfang ${use}`, length));
}

function encrypt(key: DataKey, bytes: Uint8Array, about: string): Buffer<ArrayBuffer> {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key.secret, iv, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(`${key.id} ${about}`, 'utf8'));
  return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: DataKey, sealed: Buffer, about: string): Buffer<ArrayBuffer> {
  const end = sealed.length - tagBytes;
  if (end < ivBytes) throw new Error(`${about} cannot be opened: it is cut short`);
  const decipher = createDecipheriv('aes-256-gcm', key.secret, sealed.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(`${key.id} ${about}`, 'utf8'));
  decipher.setAuthTag(sealed.subarray(end));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(ivBytes, end)), decipher.final()]);
  } catch (error) {
    throw new Error(`${about} cannot be opened: it was changed, or belongs elsewhere`, { cause: error });
  }
}
