import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../core/ids.ts';
import type { Place } from '../../core/people.ts';
import type { PointClues, WhichPoint } from '../../core/point-clues.ts';
import { whichPoint } from '../../core/which-point.ts';
import { nightAt, pointPlace, walkPast } from '../support/check-in-factory.ts';

const placesOf = (...names: readonly (string | readonly [string, ...string[]])[]): Place[] =>
  names.map((one, index) => {
    const [name, ...aliases] = typeof one === 'string' ? [one] : one;
    return pointPlace(`ZZ-${String(index + 1).padStart(3, '0')}`, name, null, aliases);
  });

const estate = placesOf(
  '锦绣花苑南门岗亭',
  '锦绣花苑3幢东侧楼道',
  '锦绣花苑3幢西侧楼道',
  '锦绣花苑13幢东侧楼道',
  '锦绣花苑地下车库1号出入口',
  '锦绣花苑地下车库2号出入口',
  '锦绣花苑人行天桥',
  '员工公寓1栋',
  '砖厂老食堂',
  ['永耀五金制品有限公司', '五金厂'],
  '永耀五金制品有限公司废水处理站',
  ['邮政支局'],
  '1号泵房',
  '村口古樟树',
);
const elsewhere = [pointPlace('YY-001', '荷塘小学'), pointPlace('YY-002', '永耀公寓')];

function asked(
  { others = [], ...clues }: Partial<PointClues> & { others?: readonly Place[] },
  route: readonly Place[] = estate,
): WhichPoint {
  return whichPoint(
    {
      ...{ words: '', points: [], place: '', code: null, scanned: false, again: false, late: false },
      ...{ saidAt: null, position: null, personId: '西01' as PersonId, at: nightAt },
      ...clues,
    },
    {
      kind: 'patrol',
      points: walkPast(route),
      checkIns: [],
      places: [...route, ...elsewhere, ...others],
      radiusMetres: 80,
    },
  );
}
const said = (words: string, route?: readonly Place[]): WhichPoint => asked({ words, points: [words] }, route);
const at = (...ns: readonly number[]) => ({ kind: 'points', ns, source: 'caption' });

describe('a point is known by what people call it', () => {
  it.each([
    ['锦绣天桥', 7],
    ['锦绣3幢东', 2],
    ['锦绣花苑3栋西边楼道', 3],
    ['3憧西侧楼道', 3],
    ['1栋公寓', 8],
    ['砖场老食塘', 9],
    ['锦绣花苑人行天乔', 7],
    ['一号泵房门口', 13],
    ['大樟树底下', 14],
  ])('%s is number %i', (words, n) => {
    expect(said(words)).toMatchObject({ ...at(n), sure: 'likely' });
  });

  it.each(['锦绣5幢东', '锦绣花苑北门岗亭', '2号泵房', '湖畔花苑南门岗亭'])('%s is none of them', (words) => {
    expect(said(words)).toMatchObject({ kind: 'unclear' });
  });

  it('of two that are as like it somebody has to say, the likest first', () => {
    expect(said('锦绣3幢')).toMatchObject({ kind: 'unclear', choices: expect.arrayContaining([2, 3]) as number[] });
    expect(said('锦绣北门岗亭')).toMatchObject({ kind: 'unclear', choices: [1, ...[2, 3, 4, 5, 6].slice(0, 5)] });
  });

  it('is not known by a name of which the half is another one', () => {
    expect(said('永耀五金污水站')).toMatchObject({ kind: 'unclear' });
    expect(said('恒昌家具城五金厂')).toMatchObject({ kind: 'unclear' });
  });

  it('is left alone where another place of the zone is called so', () => {
    expect(said('永耀公寓')).toMatchObject({ kind: 'off_route', placeId: elsewhere[1]?.id });
    const route = placesOf('村口', '荷花小学');
    expect(said('荷塘小学', route)).toMatchObject({ kind: 'off_route', placeId: elsewhere[0]?.id });
    expect(said('荷叶小学', route)).toMatchObject({ kind: 'unclear' });
  });

  it('is not meant by what is only beside it', () => {
    expect(said('邮政支局斜对面五金店')).not.toMatchObject({ kind: 'points' });
    expect(asked({ words: '邮政支局隔离嗰间士多关门了', points: ['邮政支局'] })).not.toMatchObject({ kind: 'points' });
    const both = { words: '百草堂药店,邮政支局对过,买盒药', points: ['百草堂药店', '邮政支局'] };
    expect(asked(both)).toMatchObject({ kind: 'unclear' });
    expect(said('邮政支局后面小巷')).toMatchObject({ kind: 'unclear' });
    expect(said('邮政支局门口')).toMatchObject(at(12));
  });

  it('is looked for with the words behind where a name was cut short', () => {
    const route = placesOf(['造船厂门卫室', '船厂'], '船厂老放样楼');
    expect(asked({ words: '寻到船厂放样搂,么有人', points: ['船厂'] }, route)).toMatchObject(at(2));
    expect(asked({ words: '船厂没人', points: ['船厂'] }, route)).toMatchObject(at(1));
  });

  it('is found at the head of a remark that nobody took for a name', () => {
    const route = placesOf('东门', '三木整装家居有限公司');
    expect(asked({ words: '三木 老板自己在值夜' }, route)).toMatchObject(at(2));
    expect(asked({ words: '老板自己在值夜' }, route)).toMatchObject({ source: 'next' });
  });
});

describe('a side, a number or a size that differs is another place', () => {
  it.each([
    [['西门东侧岗亭'], '东门岗亭'],
    [['西门东侧岗亭'], '东门西侧'],
    [['李家3幢13单元'], '李家13幢'],
    [['13幢3单元'], '3幢13单元'],
    [['3号库5号门'], '5号库3号门'],
    [['东区3号门'], '东门3号'],
    [['站西地道桥西口', '站西地道桥东口'], '站东地道桥西口'],
    [['5号厂房', '3号厂房'], '二五号厂房'],
    [['三号厂房', '五号厂房'], '十三号厂房'],
    [['东门', '南门'], '东南门'],
    [['东门', '翠湖雅苑东门岗亭'], '翠湖东门'],
    [['悦来宾馆', '悦来宾馆二店'], '悦来宾馆四店'],
    [['1-3幢车棚', '河堤1.5公里桩'], '13幢车棚'],
    [['1-3幢车棚', '河堤1.5公里桩'], '15公里桩'],
    [['园区110千伏变电站', '园区10千伏开闭所'], '园区110千伏开闭所'],
    [['锦绣花苑13幢架空层', '锦绣花苑3幢东侧楼道'], '锦绣花苑13幢东侧楼道'],
    [['物流园一号门岗', '1号仓东侧消防通道'], '1号仓南侧消防通道'],
  ])('of %j none is %s', (names, words) => {
    expect(said(words, placesOf('水塔', ...names))).toMatchObject({ kind: 'unclear' });
  });

  it('even where another name of the point is without it', () => {
    expect(said('小榕树', placesOf('村口', ['榕树广场', '大榕树']))).toMatchObject({ kind: 'unclear' });
  });

  it('and a mark within a number stays', () => {
    expect(said('1-3幢车棚', placesOf('13幢车棚', '1-3幢车棚'))).toMatchObject(at(2));
  });

  it('and the point itself is meant where only a place of that name is elsewhere', () => {
    const route = placesOf('松馨家园南门岗', '松馨家园北门岗');
    const which = asked({ words: '松馨北门', points: ['松馨北门'], others: [pointPlace('YY-003', '北门')] }, route);
    expect(which).toMatchObject(at(2));
  });
});

describe('points that are counted up', () => {
  it('share what stands behind the last or before the first of them', () => {
    expect(asked({ words: '锦绣3、13幢东侧楼道都走了', points: ['锦绣3', '13幢东侧楼道'] })).toMatchObject(at(2, 4));
    expect(asked({ words: '车库1号口、2号口都亮着', points: ['车库1号口', '2号口'] })).toMatchObject(at(5, 6));
    const route = placesOf('物流门', '学府花园3幢', '学府花园5幢', '三号标准厂房', '五号标准厂房');
    expect(asked({ words: '学府花园3、5两幢,纸箱拉走了', points: ['学府花园3', '5'] }, route)).toMatchObject(at(2, 3));
    expect(asked({ words: '3/5号厂房 走楼梯上下的', points: ['5号厂房'] }, route)).toMatchObject(at(4, 5));
  });

  it('are each taken where the reading saw only some', () => {
    const route = placesOf('重箱堆场', '空箱堆场', '危险品暂存库', '岗亭');
    expect(asked({ words: '重箱→空箱→危库,走了25分钟', points: ['危库'] }, route)).toMatchObject(at(1, 2, 3));
    const stations = placesOf('村口', '岗贝站B1出口', '岗贝站B2出口');
    expect(asked({ words: '岗贝B1跟B2已经拉铁闸', points: ['岗贝B1'] }, stations)).toMatchObject(at(2, 3));
    const gates = placesOf('东门', '西门', '桥头');
    expect(asked({ words: '东门和桥头都好', points: ['桥头'] }, gates)).toMatchObject(at(1, 3));
    // What a remark begins with is no point of the list.
    expect(asked({ words: '空箱堆场,岗亭里没人', points: ['空箱堆场'] }, route)).toMatchObject(at(2));
  });

  it('share a kind of one letter, and a range of them is of that kind too', () => {
    const route = placesOf('东门', '西门', '南门', '3幢', '13幢', '15幢', '1号门', '2号门');
    expect(asked({ words: '3、13、15幢', points: ['3', '13', '15幢'] }, route)).toMatchObject(at(4, 5, 6));
    expect(asked({ words: '东、西门', points: ['西门'] }, route)).toMatchObject(at(1, 2));
    expect(asked({ words: '1,2号门', points: ['1'] }, route)).toMatchObject(at(7, 8));
    expect(said('3-15幢', route)).toMatchObject(at(4, 5, 6));
    expect(said('3-5', route)).toMatchObject(at(3, 4, 5));
    const sheds = placesOf('东门', '一号厂房', '十三号厂房', '二十三号厂房');
    expect(asked({ words: '一、二十三号厂房', points: ['1', '二十三号厂房'] }, sheds)).toMatchObject(at(2, 4));
  });

  it('are told by numbers behind their kind, or with the number of the list before each', () => {
    const quay = placesOf('渔政码头', '渔民码头', '锚地', '1号泊位', '3号泊位', '13号泊位');
    expect(asked({ words: '泊位1、3、13', points: ['3', '13'] }, quay)).toMatchObject(at(4, 5, 6));
    const yards = placesOf('场部', '一号晒场', '二号晒场', '烘干塔');
    const points = ['一号晒场', '二号晒场', '烘干塔'];
    expect(asked({ words: '1、一号晒场 2、二号晒场 3、烘干塔', points }, yards)).toMatchObject(at(2, 3, 4));
  });

  it('side by side are each one where they are of one make', () => {
    const school = placesOf(['第一教学楼', '一教'], ['第二教学楼', '二教'], '五金厂', '东门');
    expect(said('一教二教', school)).toMatchObject(at(1, 2));
    expect(said('五金厂东门', school)).toMatchObject(at(3));
  });

  it('end where somebody only goes on towards one', () => {
    const route = placesOf('小学', '派出所');
    expect(asked({ words: '小学→派出所方向走', points: ['小学'] }, route)).toMatchObject(at(1));
  });

  it('are no numbers of the route where a place is called so', () => {
    const route = placesOf('东门', '西门', '一号排涝泵房');
    expect(asked({ words: '堤上的一号排涝泵房', points: ['1'] }, route)).toMatchObject(at(3));
    expect(asked({ words: '一号点', points: ['1'] }, route)).toMatchObject(at(1));
  });

  it('with a number of their own kind are those, and not so many on the route', () => {
    const route = placesOf('大门', '第一换热站', '第十三换热站');
    expect(said('13站', route)).toMatchObject(at(3));
    expect(said('一站', route)).toMatchObject(at(2));
    expect(said('第一站', route)).toMatchObject(at(1));
  });
});

it('takes any words, and only points of the route', () => {
  const piece = fc.constantFrom(
    '锦绣',
    '3',
    '幢',
    '、',
    '→',
    '跟',
    '东门',
    '1号',
    '五金厂',
    '对面的',
    ' ',
    '13栋',
    'A',
    '第',
    '口',
  );
  const words = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 60 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(words, fc.array(words, { maxLength: 4 }), (text, points) => {
      const which = asked({ words: text + points.join(''), points });
      const ns = which.kind === 'points' ? which.ns : which.kind === 'unclear' ? which.choices : [];
      expect(ns.every((n) => n >= 1 && n <= estate.length)).toBe(true);
      expect(new Set(ns).size).toBe(ns.length);
    }),
    { numRuns: 500 },
  );
});
