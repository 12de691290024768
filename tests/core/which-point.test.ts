import { describe, expect, it } from 'vitest';
import type { CheckIn } from '../../core/check-in.ts';
import type { PersonId } from '../../core/ids.ts';
import type { ShiftPoint } from '../../core/shift.ts';
import type { PointClues, PointsSoFar, WhichPoint } from '../../core/point-clues.ts';
import { whichPoint } from '../../core/which-point.ts';
import { checkInOf, minute, nightAt, northOf, pointPlace, walkPast } from '../support/check-in-factory.ts';

const route = [
  pointPlace('XT-01', '樟塘村口', 0, ['村口']),
  pointPlace('XT-02', '井头', 400),
  pointPlace('QY-0312', '永固五金', 800, ['五金厂', '老陈厂里']),
  pointPlace('XT-04', '渡口', 1_200),
  pointPlace('XT-05', '岗头', 1_600),
  pointPlace('XT-06', '老年活动中心', 2_000),
];
const elsewhere = [pointPlace('HT-01', '荷塘小学', 9_000), pointPlace('XT-99', '井头水库', 5_000)];

/** A walk of which the first `seen` points were seen, ten minutes apart. */
const seenUntil = (seen: number): { points: ShiftPoint[]; checkIns: CheckIn[] } => {
  const ns = Array.from({ length: seen }, (_, index) => index + 1);
  return {
    points: walkPast(route, Object.fromEntries(ns.map((n) => [n, { state: 'seen' as const }]))),
    checkIns: ns.map((n) => checkInOf({ n, at: nightAt + n * 10 * minute })),
  };
};

interface Scene extends Partial<PointsSoFar> {
  seen?: number;
}

const asked = (clues: Partial<PointClues>, { seen = 0, ...scene }: Scene = {}): WhichPoint =>
  whichPoint(
    {
      words: '',
      points: [],
      place: '',
      code: null,
      scanned: false,
      again: false,
      late: false,
      saidAt: null,
      position: null,
      personId: '西01' as PersonId,
      at: nightAt + (seen + 1) * 10 * minute,
      ...clues,
    },
    { kind: 'patrol', places: [...route, ...elsewhere], radiusMetres: 80, ...seenUntil(seen), ...scene },
  );
const said = (words: string, scene: Scene = {}): WhichPoint => asked({ words, points: [words] }, scene);
const at = (ns: readonly number[], source: string, sure: string) => ({ kind: 'points', ns, source, sure });

it('counts from the end of the route', () => {
  expect(asked({ words: '最后一个点' })).toEqual(at([6], 'caption', 'said'));
  expect(asked({ words: '倒数第二个点 到了' })).toEqual(at([5], 'caption', 'said'));
});

describe('of a round of things that bear numbers', () => {
  const poles = [1, 5, 9, 13, 17].map((n, index) =>
    pointPlace(`JSG-${String(n).padStart(3, '0')}`, `青竹溪${String(n)}号救生竿`, index * 50),
  );
  const round = { kind: 'round', places: poles, points: walkPast(poles, {}), checkIns: [] } as const;

  it.each(['5', '5号', '5号杆', '5号救生竿', 'JSG-005', '青竹溪5号救生竿'])('%s is the one that bears it', (words) => {
    expect(said(words, round)).toEqual(at([2], 'caption', 'said'));
  });

  it('a number that none of them bears is asked about', () => {
    expect(said('2号', round)).toMatchObject({ kind: 'unclear' });
  });

  it('第2个 is the second of them', () => {
    expect(said('第2个', round)).toEqual(at([2], 'caption', 'said'));
  });

  it('on a walk it is the number on the route', () => {
    expect(said('5号', { ...round, kind: 'patrol' })).toEqual(at([5], 'caption', 'said'));
  });
});

describe('the words say which point it was', () => {
  it.each([
    '岗头',
    'XT-05',
    'xt 05',
    'ＸＴ－０５',
    '5',
    '５',
    '⑤',
    '5️⃣',
    '第5家',
    '第五家',
    '5号点',
    '五号点',
    '点5',
    '第5个点',
  ])('%s is the fifth', (words) => {
    expect(said(words)).toEqual(at([5], 'caption', 'said'));
  });

  it('takes an alias, also in the middle of other words', () => {
    expect(said('老陈厂里')).toEqual(at([3], 'caption', 'said'));
    expect(said('五金厂大门外')).toEqual(at([3], 'caption', 'said'));
    expect(said('QY-0312门口')).toEqual(at([3], 'caption', 'said'));
  });

  it('takes the longest name: 樟塘村口 is not the 村口 of somewhere else', () => {
    const places = [...route, pointPlace('HT-02', '荷塘村口')];
    const points = walkPast([...route, pointPlace('HT-02', '荷塘村口')]);
    expect(said('荷塘村口', { places, points })).toEqual(at([7], 'caption', 'said'));
  });

  it('takes several points of one message, and a range', () => {
    expect(asked({ words: '井头→岗头', points: ['井头', '岗头'] })).toEqual(at([2, 5], 'caption', 'said'));
    expect(asked({ points: ['2', '3'] })).toEqual(at([2, 3], 'caption', 'said'));
    expect(asked({ points: ['2-4'] })).toEqual(at([2, 3, 4], 'caption', 'said'));
    expect(asked({ points: ['5', '5'] })).toEqual(at([5], 'caption', 'said'));
  });

  it('takes a range that nothing else was read from, and no minutes, people or points of another walk', () => {
    expect(asked({ words: '3-5都看了' })).toEqual(at([3, 4, 5], 'caption', 'said'));
    for (const words of ['3-5分钟到', '3-5个人', '3-5点', '4-9都看了']) {
      expect(asked({ words })).toMatchObject({ source: 'next' });
    }
  });

  it('finds names that the reading did not take for points', () => {
    expect(asked({ words: '岗头一切正常' })).toEqual(at([5], 'caption', 'likely'));
    expect(asked({ words: '井头 岗头都好' })).toEqual(at([2, 5], 'caption', 'likely'));
    expect(asked({ words: '渡口没人', place: '渡口' })).toEqual(at([4], 'caption', 'said'));
  });

  it('tells 1号厂 from 11号厂', () => {
    const places = ['1号厂', '2号厂', '11号厂'].map((name, index) => pointPlace(`C-${index}`, name));
    const scene = { places, points: walkPast(places) };
    expect(said('11号厂门口', scene)).toEqual(at([3], 'caption', 'said'));
    expect(said('1号厂门口', scene)).toEqual(at([1], 'caption', 'said'));
  });

  it('puts a name before a number: where points are called by numbers, those count', () => {
    const places = ['3号点', '1号点', '2号点'].map((name, index) => pointPlace(`C-${index}`, name));
    expect(said('1号点', { places, points: walkPast(places) })).toEqual(at([2], 'caption', 'said'));
  });

  it('takes a number before a name for the n-th only where it is the one expected', () => {
    expect(said('3号厂', { seen: 2 })).toEqual(at([3], 'caption', 'likely'));
    expect(said('5号厂', { seen: 2 })).toMatchObject({ kind: 'unclear', choices: [5, 3, 4, 6] });
  });

  it('takes part of a name where it is the only one, or the one expected', () => {
    expect(said('活动中心')).toEqual(at([6], 'caption', 'likely'));
    const places = ['东塘桥头', '西塘桥头', '北塘桥头'].map((name, index) => pointPlace(`C-${index}`, name));
    expect(
      said('桥头', { places, points: walkPast(places, { 1: { state: 'seen' } }), checkIns: [checkInOf({ n: 1 })] }),
    ).toEqual(at([2], 'caption', 'likely'));
  });

  it('takes of two points of one name the one nearer to what is expected, and asks when both are as near', () => {
    const places = [...route, pointPlace('B-1', '配电房')];
    const points = (first: number, second: number): ShiftPoint[] =>
      walkPast(route).map((point) =>
        point.n === first || point.n === second ? { ...point, name: '配电房', placeId: null } : point,
      );
    expect(said('配电房', { places, points: points(2, 6) })).toEqual(at([2], 'caption', 'likely'));
    const half = { checkIns: [checkInOf({ n: 3 })], places };
    expect(said('配电房', { ...half, points: points(5, 6) })).toEqual(at([5], 'caption', 'likely'));
    expect(said('配电房', { ...half, points: points(3, 5) })).toMatchObject({
      kind: 'unclear',
      choices: [3, 5, 4, 2, 6, 1],
    });
  });

  it('knows a point whose place was deleted by the name that it had', () => {
    const points = walkPast(route, { 4: { placeId: null } });
    const places = route.filter(({ code }) => code !== 'XT-04');
    expect(said('渡口', { points, places })).toEqual(at([4], 'caption', 'said'));
    expect(asked({ words: '渡口好的' }, { points, places })).toEqual(at([4], 'caption', 'likely'));
  });

  it('takes a place of the zone that is not on the route for what it is', () => {
    expect(said('荷塘小学')).toMatchObject({ kind: 'off_route', placeId: elsewhere[0]?.id });
    expect(asked({ code: 'HT-01' })).toMatchObject({ kind: 'off_route', placeId: elsewhere[0]?.id });
  });

  it('asks about a point that nobody knows, what is expected first, and never offers more than six', () => {
    expect(said('小店后面', { seen: 2 })).toEqual({ kind: 'unclear', choices: [3, 4, 5, 6] });
    const many = Array.from({ length: 30 }, (_, index) => pointPlace(`C-${index}`, `点位${index}甲`));
    const unclear = said('小店后面', { places: many, points: walkPast(many) });
    expect(unclear).toEqual({ kind: 'unclear', choices: [1, 2, 3, 4, 5, 6] });
  });

  it('does not ask because of a place in passing', () => {
    expect(asked({ words: '路边没人', place: '路边' }, { seen: 2 })).toEqual(at([3], 'next', 'guessed'));
  });

  it('puts the words before the position', () => {
    expect(asked({ points: ['岗头'], position: northOf(400) })).toEqual(at([5], 'caption', 'said'));
  });
});

describe('the sign at the point', () => {
  it('is the surest', () => {
    expect(asked({ code: 'xt-05', scanned: true, words: '井头', points: ['井头'] })).toEqual(at([5], 'code', 'said'));
  });
  it('of a place elsewhere is kept as that', () => {
    expect(asked({ code: 'HT-01', scanned: true })).toMatchObject({ kind: 'off_route', source: 'code' });
  });
});

describe('同上', () => {
  it('is where this person was last', () => {
    const { points, checkIns } = seenUntil(3);
    const others = [...checkIns, checkInOf({ n: 5, personId: '西02' as PersonId, at: nightAt + 35 * minute })];
    expect(asked({ again: true }, { points, checkIns: others })).toEqual(at([3], 'again', 'said'));
  });
  it('is where the crew was just now, for somebody who has not said anything yet', () => {
    expect(asked({ again: true, personId: '西02' as PersonId }, { seen: 2 })).toEqual(at([2], 'again', 'likely'));
  });
  it('stays with what is not settled yet', () => {
    const open = checkInOf({ state: 'asked' });
    expect(asked({ again: true }, { checkIns: [open] })).toEqual({ kind: 'same', checkInId: open.id });
  });
  it('passes over what was taken back', () => {
    const checkIns = [checkInOf({ n: 1 }), checkInOf({ n: 4, state: 'void' })];
    expect(asked({ again: true }, { checkIns })).toEqual(at([1], 'again', 'said'));
  });
  it('without anything before is the next one', () => {
    expect(asked({ again: true })).toEqual(at([1], 'next', 'guessed'));
  });
});

describe('a position', () => {
  it('within the radius is at the point, also out of turn', () => {
    expect(asked({ position: northOf(1_560) })).toEqual(at([5], 'position', 'said'));
  });
  it('a little beside still speaks for the nearest', () => {
    expect(asked({ position: northOf(530) }, { seen: 1 })).toEqual(at([2], 'position', 'likely'));
  });
  it('from a phone that says how far it may be off has a wider radius', () => {
    expect(asked({ position: { ...northOf(530), accuracyMetres: 150 } })).toEqual(at([2], 'position', 'said'));
    expect(asked({ position: { ...northOf(3_500), accuracyMetres: 5_000 } })).toMatchObject({ kind: 'unclear' });
  });
  it('far from what is expected, and from everything else, is asked about', () => {
    expect(asked({ position: northOf(9_000) }, { seen: 2 })).toEqual({ kind: 'unclear', choices: [3, 4, 5, 6] });
  });
  it('between two points is at the one expected', () => {
    const places = [pointPlace('A', '东门', 0), pointPlace('B', '西门', 60), pointPlace('C', '北门', 500)];
    const first = { places, points: walkPast(places) };
    expect(asked({ position: northOf(30) }, first)).toEqual(at([1], 'position', 'likely'));
    const second = { places, points: walkPast(places, { 1: { state: 'seen' } }), checkIns: [checkInOf({ n: 1 })] };
    expect(asked({ position: northOf(30) }, second)).toEqual(at([2], 'position', 'likely'));
    expect(asked({ position: northOf(58) }, first)).toEqual(at([2], 'position', 'said'));
  });
  it('chooses among points of the same name', () => {
    const places = [pointPlace('A', '配电房', 0), pointPlace('B', '配电房', 2_000), pointPlace('C', '配电房', 4_000)];
    const scene = { places, points: walkPast(places), checkIns: [checkInOf({ n: 2 })] };
    const middle = { ...scene, points: walkPast(places, { 2: { state: 'seen' } }) };
    expect(asked({ points: ['配电房'], position: northOf(0) }, middle)).toMatchObject({ ns: [1] });
  });
  it('finds the point that words which nobody knows were for', () => {
    expect(asked({ points: ['小店后面'], position: northOf(1_600) }, { seen: 1 })).toEqual(at([5], 'position', 'said'));
  });
  it('does not speak against the words', () => {
    const places = [pointPlace('A', '东桥头', 0), pointPlace('B', '西桥头', 2_000), pointPlace('C', '祠堂', 4_000)];
    const scene = { places, points: walkPast(places, { 3: { state: 'seen' } }), checkIns: [checkInOf({ n: 3 })] };
    expect(asked({ points: ['桥头'], position: northOf(4_000) }, scene)).toEqual({ kind: 'unclear', choices: [1, 2] });
  });
  it('counts for nothing where nobody knows where the points are', () => {
    const places = [pointPlace('A', '东门'), pointPlace('B', '西门')];
    expect(asked({ position: northOf(0) }, { places, points: walkPast(places) })).toEqual(at([1], 'next', 'guessed'));
  });
});

describe('a time', () => {
  const clock = (after: number): number => nightAt + after * minute;

  it('is the open point between what was seen before and after', () => {
    const points = walkPast(route, { 1: { state: 'seen' }, 2: { state: 'seen' }, 4: { state: 'seen' } });
    const checkIns = [1, 2, 4].map((n) => checkInOf({ n, at: clock(n * 10) }));
    const scene = { points, checkIns };
    expect(asked({ late: true, saidAt: clock(30), at: clock(50) }, scene)).toEqual(at([3], 'time', 'likely'));
    expect(asked({ saidAt: clock(30), at: clock(50) }, scene)).toEqual(at([3], 'time', 'likely'));
  });
  it('of several in between is the one whose share of the time it is', () => {
    const points = walkPast(route, { 1: { state: 'seen' }, 5: { state: 'seen' } });
    const checkIns = [checkInOf({ n: 1, at: clock(0) }), checkInOf({ n: 5, at: clock(80) })];
    const told = (minutes: number) =>
      asked({ late: true, saidAt: clock(minutes), at: clock(90) }, { points, checkIns });
    expect(told(22)).toEqual(at([2], 'time', 'likely'));
    expect(told(58)).toEqual(at([4], 'time', 'likely'));
    expect(told(50)).toMatchObject({ kind: 'unclear', choices: [3, 4, 2, 6] });
  });
  it('after the last that was seen is the one after it', () => {
    expect(asked({ late: true, saidAt: clock(25), at: clock(28) }, { seen: 2 })).toEqual(at([3], 'time', 'likely'));
  });
  it('that is now says nothing', () => {
    expect(asked({ saidAt: clock(29), at: clock(30), words: '20:29 正常' }, { seen: 2 })).toEqual(
      at([3], 'next', 'guessed'),
    );
  });
  it('is the point that was told of then without a photo', () => {
    const { points, checkIns } = seenUntil(3);
    const wordsOnly = checkIns.map((one) => (one.n === 2 ? { ...one, photos: 0 } : one));
    expect(asked({ late: true, saidAt: clock(21), at: clock(40) }, { points, checkIns: wordsOnly })).toEqual(
      at([2], 'time', 'likely'),
    );
  });
  it('补一张 without one is the only point that was passed over', () => {
    const points = walkPast(route, { 1: { state: 'seen' }, 3: { state: 'seen' } });
    const checkIns = [1, 3].map((n) => checkInOf({ n, at: clock(n * 10) }));
    expect(asked({ late: true }, { points, checkIns })).toEqual(at([2], 'time', 'likely'));
  });
  it('补一张 where two were passed over is asked about, those first', () => {
    const points = walkPast(route, { 1: { state: 'seen' }, 4: { state: 'seen' } });
    const checkIns = [1, 4].map((n) => checkInOf({ n, at: clock(n * 10) }));
    expect(asked({ late: true }, { points, checkIns })).toEqual({ kind: 'unclear', choices: [2, 3, 5, 6] });
  });
});

describe('nothing is said', () => {
  it('it is the first point, and then the next one', () => {
    expect(asked({})).toEqual(at([1], 'next', 'guessed'));
    expect(asked({}, { seen: 3 })).toEqual(at([4], 'next', 'guessed'));
  });
  it('the one after what was seen last, not one that was passed over', () => {
    const points = walkPast(route, { 1: { state: 'seen' }, 3: { state: 'seen' } });
    const checkIns = [1, 3].map((n) => checkInOf({ n, at: nightAt + n * minute }));
    expect(asked({}, { points, checkIns })).toEqual(at([4], 'next', 'guessed'));
  });
  it('a point that was told of afterwards does not move the walk back', () => {
    const { points, checkIns } = seenUntil(4);
    const late = checkInOf({ n: 2, at: nightAt + 60 * minute, afterwards: true });
    expect(asked({}, { points, checkIns: [...checkIns, late] })).toEqual(at([5], 'next', 'guessed'));
  });
  it('follows a crew that walks the route from its end', () => {
    const points = walkPast(route, { 6: { state: 'seen' }, 5: { state: 'seen' } });
    const checkIns = [checkInOf({ n: 6, at: nightAt }), checkInOf({ n: 5, at: nightAt + minute })];
    expect(asked({}, { points, checkIns })).toEqual(at([4], 'next', 'guessed'));
  });
  it('passes over a point that does not count yet, as long as another does', () => {
    const points = walkPast(route, { 1: { state: 'seen' }, 2: { notBeforeAt: nightAt + 120 * minute } });
    expect(asked({}, { points, checkIns: [checkInOf({ n: 1 })] })).toEqual(at([3], 'next', 'guessed'));
  });
  it('one that does not count yet is still the one when no other is left', () => {
    const only = [route[0]].filter((place) => place !== undefined);
    const points = walkPast(only, { 1: { notBeforeAt: nightAt + 120 * minute } });
    expect(asked({}, { points })).toEqual(at([1], 'next', 'guessed'));
  });
  it('at the end, it is the only one that is missing; of several somebody has to say', () => {
    const states = (missing: readonly number[]) =>
      walkPast(
        route,
        Object.fromEntries(
          [1, 2, 3, 4, 5, 6].filter((n) => !missing.includes(n)).map((n) => [n, { state: 'seen' as const }]),
        ),
      );
    const checkIns = [checkInOf({ n: 6 })];
    expect(asked({}, { points: states([2]), checkIns })).toEqual(at([2], 'next', 'guessed'));
    expect(asked({}, { points: states([2, 4]), checkIns })).toEqual({ kind: 'unclear', choices: [2, 4] });
  });
  it('when all were seen, or none is to be, it is no point in particular', () => {
    expect(asked({}, { seen: 6 })).toEqual({ kind: 'off_route', placeId: null, source: 'next' });
    expect(asked({}, { points: [] })).toEqual({ kind: 'off_route', placeId: null, source: 'next' });
  });
});

describe('a duty without an order', () => {
  it.each(['round', 'desk'] as const)('of the kind %s counts only what is named', (kind) => {
    expect(asked({}, { kind })).toEqual({ kind: 'not_ours' });
    expect(asked({ position: northOf(0) }, { kind })).toEqual({ kind: 'not_ours' });
    expect(asked({ again: true }, { kind, seen: 2 })).toEqual({ kind: 'not_ours' });
    expect(said('荷塘小学', { kind })).toEqual({ kind: 'not_ours' });
    expect(said('岗头', { kind })).toEqual(at([5], 'caption', 'said'));
    expect(asked({ code: 'XT-05', scanned: true }, { kind })).toEqual(at([5], 'code', 'said'));
  });
});
