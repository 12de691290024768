import { expect, it } from 'vitest';
import kept from '../../../core/letter-sounds.json' with { type: 'json' };
import { soundsOfLetters } from './sounds-of.ts';

it('keeps for each letter of GB 2312 how it is said', () => {
  expect(Object.values(kept).join('').length).toBe(6763);
  expect(soundsOfLetters()).toEqual(kept);
});
