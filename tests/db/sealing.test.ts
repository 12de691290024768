import { describe, expect, test } from 'vitest';
import { isSealed, isSealedBytes, Keyring, sealedWith, ZoneSealing } from '../../db/sealing.ts';

const key = (n: number): Uint8Array => new Uint8Array(32).fill(n);
const words = '他欠我18.6万，不敢说出来';

describe('sealing', () => {
  test('opens what it sealed, and never seals the same words alike', () => {
    const ring = new Keyring([key(1)]);
    const [one, other] = [ring.seal(words, 'a'), ring.seal(words, 'a')];
    expect(one).not.toBe(other);
    expect([ring.open(one, 'a'), ring.open(other, 'a')]).toEqual([words, words]);
    expect(one).toMatch(/^sealed1\.[\w-]{8}\.[\w-]+$/);
    expect(isSealed(one)).toBe(true);
    expect(isSealed(words)).toBe(false);
  });

  test('opens with any of its keys, seals with the first, and tells which', () => {
    const old = new Keyring([key(1)]);
    const both = new Keyring([key(2), key(1)]);
    const sealed = old.seal(words, 'a');
    expect(both.open(sealed, 'a')).toBe(words);
    expect(sealedWith(sealed)).toBe(old.firstId);
    expect(sealedWith(both.seal(words, 'a'))).toBe(both.firstId);
    expect(() => new Keyring([key(2)]).open(sealed, 'a')).toThrow(
      `a was sealed with the key ${old.firstId}, which is not among DATA_KEYS`,
    );
  });

  test('refuses what belongs elsewhere, was changed at any place, was cut short, or was never sealed', () => {
    const ring = new Keyring([key(1)]);
    const sealed = ring.seal(words, 'a');
    expect(() => ring.open(sealed, 'b')).toThrow('b cannot be opened');
    for (let at = 'sealed1.12345678.'.length; at < sealed.length - 1; at += 1) {
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
      expect(() => ring.open(changed, 'a')).toThrow('a cannot be opened');
    }
    expect(() => ring.open(sealed.slice(0, 40), 'a')).toThrow('cut short');
    expect(() => ring.open(words, 'a')).toThrow('a is not sealed');
  });

  test('seals bytes as well', () => {
    const ring = new Keyring([key(1), key(2)]);
    const bytes = Uint8Array.from({ length: 3_000 }, (_, n) => n % 251);
    const sealed = ring.sealBytes(bytes, 'file:x');
    expect(new Uint8Array(ring.openBytes(sealed, 'file:x'))).toEqual(bytes);
    expect(isSealedBytes(sealed)).toBe(true);
    expect(isSealedBytes(bytes)).toBe(false);
    expect(() => ring.openBytes(sealed, 'file:y')).toThrow('file:y cannot be opened');
    expect(() => ring.openBytes(bytes, 'file:x')).toThrow('file:x is not sealed');
    expect(ring.openBytes(ring.sealBytes(new Uint8Array(0), 'e'), 'e')).toHaveLength(0);
  });

  test('takes only keys of 32 bytes, and at least one', () => {
    expect(() => new Keyring([])).toThrow('No key');
    expect(() => new Keyring([new Uint8Array(16)])).toThrow('A key has 32 bytes');
  });

  test('draws fingerprints that stay when the key changes, and differ by purpose', () => {
    const secret = Buffer.alloc(32, 5);
    const before = new ZoneSealing(new Keyring([key(1)]), secret);
    const after = new ZoneSealing(new Keyring([key(2)]), secret);
    expect(after.fingerprint('receipt', '7K3Q')).toBe(before.fingerprint('receipt', '7K3Q'));
    expect(before.fingerprint('receipt', '7K3Q')).not.toBe(before.fingerprint('other', '7K3Q'));
    expect(before.fingerprint('receipt', '7K3Q')).toMatch(/^[\w-]{43}$/);
  });
});
