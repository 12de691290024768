import { describe, expect, it } from 'vitest';
import { bestMarks, foundSigns, spansSaid } from '../../../core/reading/likeness/where-said.ts';
import type { Wanted } from '../../../core/reading/likeness/where-said.ts';
import { read } from '../../../core/reading/read.ts';
import { messageOf } from './corpus.ts';
import { perceptron } from './learn/perceptron.ts';

const wordsIn = (plain: string, wanted: Wanted): string[] =>
  spansSaid({ plain, rules: '-'.repeat(plain.length), wanted }).map(({ start, end }) => plain.slice(start, end));
const pointsOf = (text: string): readonly string[] | undefined =>
  read(messageOf({ text, room: 'patrol', openShift: true, photos: 1 }), {}).fields.points;

describe('which words say where', () => {
  it('are found at the beginning, in the middle and in a list, whatever they end in', () => {
    expect(wordsIn('殡仪服务部 正常', 'points')).toEqual(['殡仪服务部']);
    expect(wordsIn('到变压器这了,围栏锁着', 'points')).toEqual(['变压器']);
    expect(wordsIn('大埠小埠都去了', 'points').join('')).toBe('大埠小埠');
  });

  it('are one place of a report, and none where none is named', () => {
    expect(wordsIn('幼儿园对面的下水道没盖子', 'place')[0]).toContain('幼儿园对面');
    expect(wordsIn('灭火器过期了', 'place')).toEqual([]);
  });

  it('keep a number that is part of a name, and leave one that counts points', () => {
    expect(pointsOf('七号井 盖得实')).toEqual(['七号井']);
    expect(pointsOf('3号点 正常')).toEqual(['3']);
  });

  it('are looked for in any text', () => {
    for (const plain of ['', '😀', '\ud800', '🔥'.repeat(200), '到了'.repeat(5_000)])
      for (const { start, end } of spansSaid({ plain, rules: '-'.repeat(plain.length), wanted: 'place' }))
        expect(end).toBeGreaterThan(start);
  });

  it('are told from what rules found letter by letter', () => {
    const found = [
      { start: 0, end: 3, sign: 'l' },
      { start: 2, end: 5, sign: 'n' },
    ];
    expect(foundSigns('abcdef', found)).toBe('LlNnn-');
  });
});

describe('the best marks', () => {
  const none = [0, 0, 0];

  it('never go on with what has not begun', () => {
    expect(
      bestMarks(
        2,
        () => [0, 0, 9],
        () => none,
      ),
    ).toEqual(['begins', 'goes_on']);
  });

  it('weigh what comes later against what is best at once', () => {
    const around = [
      [1, 0, 0],
      [0, 0, 5],
    ];
    expect(
      bestMarks(
        2,
        (at) => around[at] ?? none,
        () => none,
      ),
    ).toEqual(['begins', 'goes_on']);
  });
});

describe('learning which words say where', () => {
  it('learns from marked messages what it then finds again, the same each time', () => {
    const message = { plain: '到井头了', rules: '----', wanted: 'points' } as const;
    const lessons = Array.from({ length: 4 }, () => ({
      message,
      marks: ['outside', 'begins', 'goes_on', 'outside'] as const,
    }));
    const learned = perceptron(lessons);
    expect(learned.size).toBeGreaterThan(0);
    expect([...perceptron(lessons)]).toEqual([...learned]);
  });
});
