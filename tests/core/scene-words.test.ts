import { expect, it } from 'vitest';
import { tellsCourse } from '../../core/scene-words.ts';

it.each([
  '火灭了 不用来了',
  '莫来了',
  '别派车了',
  '消防车来了',
  '叫了救护车',
  '已经打119了',
  '能走了',
  '包扎好了',
  '血止住了',
  '人没事了',
  '妈妈来接走了',
  '送医院了',
  '烟散了',
  'fire is out',
  'no need to come',
  'the ambulance is here',
  'he is fine now',
  'someone is still inside',
])('%s tells how it goes on', (words) => {
  expect(tellsCourse(words)).toBe(true);
});

it.each([
  '今天真冷',
  '我们继续巡',
  '走了 下一个点',
  '3号正常',
  '路灯灭了',
  '到渡口了',
  '收队',
  '不用等我',
  '你们先走',
  'all quiet here',
])('%s is of the walk', (words) => {
  expect(tellsCourse(words)).toBe(false);
});
