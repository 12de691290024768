import { describe, expect, it } from 'vitest';
import type { Message, Reading } from '../../../../core/reading/reading.ts';
import { read } from '../../../../core/reading/read.ts';
import { messageOf } from '../corpus.ts';

function onShift(text: string, more: Partial<Message> = {}): Reading {
  return read(messageOf({ text, room: 'patrol', openShift: true, ...more }));
}

describe('a point that was left out', () => {
  it.each([
    ['5号点进不去', ['5']],
    ['3号点进不去 大门锁了', ['3']],
    ['3号点 锁门了没进去', ['3']],
    ['5号没去 太晚了', ['5']],
    ['4号来不及去了', ['4']],
    ['6、7、8号没去 下大雨 太晚了', ['6', '7', '8']],
    ["didn't get to point 5, too late", ['5']],
  ])('%s is told with why', (text, points) => {
    expect(onShift(text)).toMatchObject({ intent: 'check_in', fields: { skipped: true, points } });
  });

  it.each(['5号没去', '5号还没去', '5号没拍 忘了', '车进不去 走进去看了 正常', '3号点 门没锁 进去看过了 正常'])(
    '%s is none',
    (text) => {
      expect(onShift(text).fields.skipped).toBeUndefined();
    },
  );

  it.each([
    ['桥头封路没过去,只看了城隍庙', ['城隍庙'], ['桥头']],
    ['3号点封路,4号点正常', ['4'], ['3']],
    ['一号二号三号点都走过了,四号点封路', ['1', '2', '3'], ['4']],
    ['沙石码头修路进不去,改拍织网房', ['织网房'], ['沙石码头']],
  ])('%s names those that were passed, and those that were not', (text, points, leftOut) => {
    const { intent, fields } = onShift(text, { photos: 1 });
    expect(intent).toBe('check_in');
    expect(fields).toMatchObject({ points, leftOut });
    expect(fields.skipped).toBeUndefined();
  });

  it('counts where they stood before a locked gate', () => {
    expect(onShift('1 2 3看过 4锁着进不去', { photos: 1 }).fields.leftOut).toBeUndefined();
  });
});
