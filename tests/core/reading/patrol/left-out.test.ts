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
    ['打铁巷挖沟,进不去,今晚这条略过', ['打铁巷']],
    ['地磅房今晚校秤,闲人免进,跳过', ['地磅房']],
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

  it.each([
    ['1-5号点走完,3号点修路过不去', ['1', '2', '4', '5'], ['3']],
    ['前5个点走完,3号点修路过不去', ['1', '2', '4', '5'], ['3']],
    ['2号点、3号点封路没过去,4号点正常', ['4'], ['2', '3']],
    ['3号点 修路过不去,4号点好的', ['4'], ['3']],
    ['4号来不及去了,5号正常', ['5'], ['4']],
    ['岗头走完井头封路没过去', ['岗头'], ['井头']],
    ['西门没有去成,桥头都好', ['桥头'], ['西门']],
    ['井头封路没过去,岗头', ['岗头'], ['井头']],
    ['东门到不了,改拍西门', ['西门'], ['东门']],
    ['3号太黑了没敢进去,4号好的', ['4'], ['3']],
  ])('%s tells them apart by their names', (text, points, leftOut) => {
    expect(onShift(text, { photos: 1 }).fields).toMatchObject({ points, leftOut });
  });

  it.each([
    ['4号点封路没过去,拍了个路障', ['4'], '4号点封路没过去'],
    ['桥头修路绕行,只看到围挡', ['桥头'], '桥头修路绕行'],
    ['桥头、城隍庙封路没过去,西门正常', ['桥头', '城隍庙'], '桥头、城隍庙封路没过去'],
    ['13号厂房正常,3号封路没过去', ['3'], '3号封路没过去'],
  ])('%s leaves the rest of its words to say where', (text, leftOut, piece) => {
    const { fields } = onShift(text, { photos: 1 });
    expect(fields).toMatchObject({ leftOut, notThere: [piece] });
    expect([fields.points, fields.skipped]).toEqual([undefined, undefined]);
  });

  it.each(['3号点封路,走路进去看了 正常', '3号点封路,绕过去看了', '祠堂封路,正常', '东门绕行一圈 正常'])(
    '%s was passed all the same',
    (text) => {
      const { fields } = onShift(text, { photos: 1 });
      expect(fields.points).toHaveLength(1);
      expect([fields.leftOut, fields.notThere, fields.skipped]).toEqual([undefined, undefined, undefined]);
    },
  );

  it.each([
    ['第12家,压块机没转,手机没电了不拍了', '12'],
    ['第3家看过,内存满了不拍了', '3'],
    ['第3家,流量用完了不拍了', '3'],
  ])('%s lacks a photo, and was passed', (text, point) => {
    const { fields } = onShift(text, { photos: 1 });
    expect(fields.points).toEqual([point]);
    expect(fields.skipped).toBeUndefined();
  });

  it('is told beside what is wrong on the way', () => {
    const { intent, fields } = onShift('桥头封路了过不去,井盖也没了', { photos: 1 });
    expect(intent).toBe('hazard_report');
    expect(fields).toMatchObject({ leftOut: ['桥头'], notThere: ['桥头封路了过不去'] });
    expect(fields.points).toBeUndefined();
  });

  it.each([
    ['1 2 3看过 4锁着进不去', ['1', '2', '3', '4']],
    ['5号看了,大门进不去', ['5']],
    ['东门西门都看了，仓库锁着进不去', ['东门', '西门']],
  ])('%s was looked at, if only from before a locked gate', (text, points) => {
    const { fields } = onShift(text, { photos: 1 });
    expect(fields.points).toEqual(points);
    expect([fields.leftOut, fields.notThere, fields.skipped]).toEqual([undefined, undefined, undefined]);
  });
});
