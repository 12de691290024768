import { describe, expect, it } from 'vitest';
import { brokenGear } from '../../../../core/reading/patrol/broken-gear.ts';
import { read } from '../../../../core/reading/read.ts';

describe('gear of a patrol that works no more', () => {
  it.each([
    ['对讲机坏了', { radio: 1 }],
    ['手电没电了 有多的吗', { lighting: 1 }],
    ['我的对讲机摔坏了 没声音', { radio: 1 }],
    ['3号对讲机坏了', { radio: 1 }],
    ['手电两个都不亮', { lighting: 2 }],
    ['对讲机2台坏了1台', { radio: 1 }],
    ['2台对讲机坏了', { radio: 2 }],
    ['坏了一台对讲机', { radio: 1 }],
    ['巡逻车爆胎了', { electric_cart: 1 }],
    ['对讲机坏了怎么办', { radio: 1 }],
    ['my radio is dead', { radio: 1 }],
    ['the torch is not working', { lighting: 1 }],
  ])('%s is', (text, counts) => {
    expect(brokenGear(text)).toEqual(counts);
  });

  it.each([
    '手机没电了',
    '对讲机没坏',
    '对讲机坏了吗',
    '对讲机坏没坏',
    '别把对讲机弄坏了',
    '昨晚对讲机坏了',
    '对讲机没信号',
    '对讲机修好了',
    '门卫室对讲机坏了',
    '对讲门坏了',
    '广场喇叭坏了',
    '3号点警示灯坏了',
    '村民的电瓶车没电了',
    '路灯坏了',
    '',
  ])('%s is none', (text) => {
    expect(brokenGear(text)).toBeNull();
  });

  it('is not lost because nothing is heard or seen with it', () => {
    const about = { photos: 0, location: false, room: 'patrol', quote: null } as const;
    const nobody = { openOrder: false, openShift: true, openCase: false, openQuestion: null } as const;
    for (const text of ['对讲机听不见', '手电看不见路了'])
      expect(read({ text, ...about, ...nobody }).fields, text).not.toMatchObject({
        missing: expect.anything() as unknown,
      });
  });
});
