import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import type { PlaceId } from '../../core/ids.ts';
import { heardWord, pointWord, wordDigits, wordMs } from '../../core/point-word.ts';

const hash = (text: string): string => createHmac('sha256', 'secret').update(text).digest('hex');
const gate = 'place-1' as PlaceId;
const at = Date.UTC(2026, 10, 22, 13, 5);
const heard = (words: string, when = at): string => heardWord(words, hash, gate, when);

it('stands for a quarter of an hour and then changes', () => {
  const first = pointWord(hash, gate, at);
  expect(first.untilAt).toBe(Date.UTC(2026, 10, 22, 13, 15));
  expect(pointWord(hash, gate, first.untilAt - 1)).toEqual(first);
  expect(pointWord(hash, gate, first.untilAt).words).not.toEqual(first.words);
});

it('is another one at another point, and under another secret', () => {
  const { words } = pointWord(hash, gate, at);
  expect(words.zh).toMatch(/^\p{Script=Han}{2,3}\d\d$/u);
  expect(pointWord(hash, 'place-2' as PlaceId, at).words).not.toEqual(words);
  expect(pointWord((text) => hash(`${text}!`), gate, at).words).not.toEqual(words);
});

it('is right in either language, in any spelling, among other words', () => {
  const { zh, en } = pointWord(hash, gate, at).words;
  const [thing, digits] = [zh.slice(0, -2), zh.slice(-2)];
  for (const words of [
    zh,
    en,
    en.toUpperCase(),
    `${thing}${digits}`,
    `5号点正常，${thing}-${digits}`,
    `${thing}\n${digits}`,
  ]) {
    expect(heard(words)).toBe('right');
  }
  const wide = digits.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
  expect(heard(`${thing}${wide}`)).toBe('right');
});

it('stays right for one more quarter, and no longer', () => {
  const { zh } = pointWord(hash, gate, at).words;
  expect(heard(zh, at + wordMs)).toBe('right');
  expect(heard(zh, at + 2 * wordMs)).toBe('wrong');
  expect(heard(zh, at - wordMs)).toBe('wrong');
});

it('tells a wrong word from none', () => {
  const { zh } = pointWord(hash, gate, at).words;
  const [thing, digits] = [zh.slice(0, -2), zh.slice(-2)];
  expect(heard(`${thing} ${Number(digits) === 99 ? 10 : Number(digits) + 1}`)).toBe('wrong');
  expect(heard(`${thing}${digits}1`)).toBe('wrong');
  expect(heard('5号点一切正常')).toBe('none');
  expect(heard('')).toBe('none');
});

it('comes from a wide enough choice', () => {
  const words = new Set(Array.from({ length: 400 }, (_, slot) => pointWord(hash, gate, slot * wordMs).words.zh));
  expect(words.size).toBeGreaterThan(370);
});

it('has digits that are no number of a point', () => {
  expect(wordDigits('5号 松鼠 26')).toBe('26');
  expect(wordDigits('Squirrel-26, all well')).toBe('26');
  expect(wordDigits('26号点 松鼠')).toBeNull();
});
