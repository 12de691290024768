import { describe, expect, it } from 'vitest';
import { read } from '../../../../core/reading/read.ts';
import type { Fields } from '../../../../core/reading/reading.ts';
import { messageOf } from '../corpus.ts';

/** As it reads under a photo of somebody on their walk. */
function shown(text: string): Fields {
  return read(messageOf({ text, photos: 1, room: 'patrol', openShift: true })).fields;
}

describe('a point where nobody was', () => {
  it.each([
    ['东门没去', '东门没去'],
    ['还没到西门', '还没到西门'],
    ['除了东门都走了', '除了东门都'],
    ['除了东门,其他都走了', '除了东门,其他都'],
    ['东门西门没去,祠堂去了', '东门西门没去'],
    ['去西门', '去西门'],
    ['没带大门钥匙', '没带大门钥匙'],
    ['快到3号了', '快到3号了'],
    ['马上到渡口', '马上到渡口'],
    ['3号还没到', '3号还没到'],
  ])('%s is not gone to yet', (text, piece) => {
    const { points, leftOut, notThere } = shown(text);
    expect({ points, leftOut, notThere }).toEqual({ points: undefined, leftOut: undefined, notThere: [piece] });
  });

  it.each([
    ['东门拍完去西门', ['东门'], '去西门'],
    ['井头拍完去渡口', ['井头'], '去渡口'],
    ['小学→派出所方向走', ['小学'], '→派出所方向走'],
    ['米厂机器停了，后头米仓下一圈再看', ['米厂'], '后头米仓下一圈再看'],
    ['3号4号没去 5号忘拍了 6号锁门', ['5', '6'], '3号4号没去'],
    ['6️⃣ 打完 7️⃣ 打完 8️⃣ 还没去', ['6', '7'], '8️⃣ 还没去'],
    ['图书馆今晚归二组，我这张是体育馆', ['体育馆'], '图书馆今晚归二组'],
  ])('%s stands beside one that was passed', (text, points, piece) => {
    expect(shown(text)).toMatchObject({ points, notThere: [piece] });
  });

  it.each([
    '港务局的空箱堆场，不是咱园的，过来帮着找狗',
    '走错园区了,这是三期的东门',
    '东门,不算咱厂的',
    '东门归三组管,我帮他们拍的',
  ])('%s is of others', (text) => {
    const fields = shown(text);
    expect(fields.notThere).toEqual([text]);
    expect([fields.points, fields.leftOut, fields.correction]).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    '去了西门',
    '从东门走到西门',
    '先去东门再去西门 都好',
    '东门看完到西门了',
    '东门→西门→祠堂',
    '西门去看了一下',
    '刚去西门',
    '去到陈记凉茶铺,拉咗闸',
    '西门保安没去',
    '西门回头再拍一张',
    '东门刚才没去,补一张',
    '除了东门门没锁其他都正常',
    '东门是咱们园的',
    '东门归我们组',
    '东门不是我们锁的门',
    '东门 不是我拍的',
    '东门停了辆车,不是咱园的',
    '西门,这条狗不是咱园的',
  ])('%s tells of none', (text) => {
    expect(shown(text).notThere).toBeUndefined();
  });
});
