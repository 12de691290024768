import type { Chance } from './random.ts';

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗程施应吕卢楼章童'.split('');
const women = '敏静丽娟艳芳霞玲秀英琴萍红梅兰燕洁慧'.split('');
const men = '伟强磊军勇杰涛明超刚平辉斌鹏飞波亮建'.split('');
const middles = '海立志国文晓小永春俊建家新月水云天成'.split('');

/** A made-up name and the gender that goes with it. */
export function inventName(chance: Chance): { name: string; gender: 'female' | 'male' } {
  const gender = chance.next() < 0.35 ? 'female' : 'male';
  const last = chance.pick(gender === 'female' ? women : men);
  const middle = chance.next() < 0.7 ? chance.pick(middles) : '';
  return { name: chance.pick(surnames) + middle + last, gender };
}
