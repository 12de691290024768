import { expect, it } from 'vitest';
import { read } from '../../../../core/reading/read.ts';
import { messageOf } from '../corpus.ts';

it.each([
  ['0+500 没事', ['0+500']],
  ['冰窖 → 油点 → 0+500 鞋灌包了', ['冰窖', '0+500']],
  ['体育馆+游泳馆', ['体育馆', '游泳馆']],
  ['菜店✔️幼儿园✔️垃圾站✔️', ['菜店', '幼儿园', '垃圾站']],
  ['p3 and p5 done', ['3', '5']],
  ['number four ok', ['4']],
  ['5连队部 老彭在', ['5连队部']],
  ['3到了', ['3']],
  ['3至5幢都走了', ['3至5幢']],
  ['10号点和海绵仓', ['10', '海绵仓']],
])('%s is of %j', (text, points) => {
  const { intent, fields } = read(messageOf({ text, photos: 1, room: 'patrol', openShift: true }));
  expect(intent).toBe('check_in');
  expect(fields.points).toEqual(points);
});
