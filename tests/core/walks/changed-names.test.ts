import { expect, it } from 'vitest';
import { bareName } from '../../../core/point-names.ts';
import { routesOf, walkFiles, whichOf } from './walk-corpus.ts';

const sides = ['东南西北', '左右', '前后', '上下', '内外', '大小'];
const numerals = '一二三四五六七八九十';

/** A name with one of its sides or numbers changed: 3幢 as 13幢 and 9幢, 东门 as 西门, 三号 as 十三号. */
function changed(name: string): string[] {
  const letters = Array.from(name);
  return letters.flatMap((letter, at) => {
    const [before, after] = [letters[at - 1] ?? '', letters[at + 1] ?? ''];
    const others = [
      ...sides.filter((side) => side.includes(letter)).flatMap((side) => Array.from(side)),
      ...(/\d/.test(letter) ? ['1', '4', '9'] : []),
      ...(/\d/.test(letter) && !/\d/.test(before) ? [`1${letter}`, `2${letter}`] : []),
      ...(/\d/.test(letter) && !/\d/.test(after) ? [`${letter}1`] : []),
      ...(numerals.includes(letter) && !numerals.includes(before) ? ['四', '九', `二十${letter}`] : []),
      ...(/[A-D]/.test(letter) ? Array.from('ABCD') : []),
    ];
    return others
      .filter((other) => other !== letter)
      .map((other) => [...letters.slice(0, at), other, ...letters.slice(at + 1)].join(''));
  });
}

it('counts no point for its name with another side or number', () => {
  const taken = walkFiles.seen.flatMap((file) =>
    routesOf(file).flatMap((route) => {
      const known = new Set(route.flatMap(({ name, aliases }) => [name, ...aliases].map(bareName)));
      return route.flatMap(({ name, aliases }, index) =>
        [name, ...aliases]
          .flatMap(changed)
          .filter((words) => !known.has(bareName(words)))
          .filter((words) => {
            const which = whichOf(route, { words, points: [words] });
            return which.kind === 'points' && which.source === 'caption' && which.ns.includes(index + 1);
          }),
      );
    }),
  );
  expect(taken).toEqual([]);
});
