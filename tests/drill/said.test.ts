import { describe, expect, it } from 'vitest';
import { drillEn } from '../../bot/texts/drill-en.ts';
import { drillScenarios } from '../../bot/texts/drill-texts.ts';
import { drillZh } from '../../bot/texts/drill-zh.ts';
import { incidentKinds } from '../../core/catalogue.ts';
import { read } from '../../core/reading/read.ts';
import type { Reading } from '../../core/reading/reading.ts';

const readBy = (text: string, openOrder: boolean): Reading =>
  read(
    {
      text,
      photos: 0,
      location: false,
      room: 'direct',
      openOrder,
      openShift: false,
      openCase: false,
      openQuestion: null,
      quote: null,
    },
    { places: [] },
  );

describe.each([drillZh, drillEn])('what the people of a drill say in $language', ({ said }) => {
  it('is understood by the bot as it is meant', () => {
    const meant: readonly (readonly [string | readonly string[], Reading['intent']])[] = [
      [said.seen, 'received'],
      [said.going(8), 'accept'],
      [said.byCode('A7K', 8), 'accept'],
      [said.cannot, 'decline'],
      [said.cannotAfterAll, 'decline'],
      [said.underway, 'underway'],
      [said.onScene, 'arrived'],
      [said.safe, 'returned'],
      [Object.values(said.need), 'need'],
    ];
    for (const [words, intent] of meant) {
      for (const one of [words].flat()) expect(readBy(one, true).intent, one).toBe(intent);
    }
  });

  it('asks for a skill that a seat can be opened for', () => {
    for (const words of Object.values(said.need)) expect(readBy(words, true).fields.skills, words).toHaveLength(1);
  });

  it('names the kind of each drill in the very words of the catalogue', () => {
    for (const scenario of drillScenarios) {
      const words = said.start[scenario]('西塘工业区');
      const named = incidentKinds.filter(({ zh, en }) => words.includes(zh) || words.includes(en));
      expect(named.map(({ code }) => code)).toEqual([scenario]);
      expect(words).toContain('西塘工业区');
      expect(said.start[scenario]('')).toMatch(/^(演练 |\/drill )/);
    }
  });
});
