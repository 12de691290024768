import { describe, expect, it } from 'vitest';
import { bindingCode, randomIds, replyCode, spokenNumber } from '../../core/ids.ts';
import type { Token } from '../../core/ids.ts';

const fill = (bytes: Uint8Array<ArrayBuffer>): void => void crypto.getRandomValues(bytes);

describe('ids', () => {
  it('sort by age, within one millisecond too, and never go backwards with the clock', () => {
    const ids = randomIds(fill);
    const made = [5, 5, 5, 6, 4, 7].map((at) => ids.next(1_700_000_000_000 + at));
    expect(made).toEqual([...made].sort());
    expect(new Set(made).size).toBe(made.length);
    expect(made.every((id) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true);
  });

  it('draw tokens that do not repeat and fit into button data and addresses', () => {
    const ids = randomIds(fill);
    const tokens = Array.from({ length: 10_000 }, () => ids.token());
    expect(new Set(tokens).size).toBe(10_000);
    expect(tokens.every((token) => /^[0-9A-Z]{16}$/.test(token))).toBe(true);
  });
});

describe('reply codes', () => {
  it('do not come back for 29,791 orders and hold no letter that looks like a digit', () => {
    const codes = Array.from({ length: 29_791 }, (_, n) => replyCode(n));
    expect(new Set(codes).size).toBe(29_791);
    expect(codes.every((code) => /^[2-9A-HJKMNP-Z]{3}$/.test(code))).toBe(true);
  });

  it('of neighbours differ in more than one character', () => {
    const differing = (a: string, b: string): number => a.split('').filter((character, i) => character !== b[i]).length;
    const pairs = Array.from({ length: 1_000 }, (_, n) => differing(replyCode(n), replyCode(n + 1)));
    expect(Math.min(...pairs)).toBeGreaterThanOrEqual(2);
  });

  it('for binding have four characters', () => {
    expect(bindingCode('7H3K9Q2M5XAB1234' as Token)).toMatch(/^[2-9A-HJKMNP-Z]{4}$/);
  });
});

it('numbers are sayable over the phone', () => {
  expect(spokenNumber('I', { year: 2026, month: 11 }, 42)).toBe('I-2611-0042');
  expect(spokenNumber('D', { year: 2027, month: 1 }, 12_345)).toBe('D-2701-12345');
});
