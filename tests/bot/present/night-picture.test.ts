import { describe, expect, it } from 'vitest';
import type { NightPoint } from '../../../bot/present/night-map.ts';
import { nightPicture, type Night } from '../../../bot/present/night-picture.ts';
import { nightEn } from '../../../bot/texts/night-en.ts';
import { nightZh } from '../../../bot/texts/night-zh.ts';

const startsAt = Date.parse('2026-11-22T20:00+08:00');
const where = { timeZone: 'Asia/Shanghai', now: startsAt + 11_000_000 };

const pointsOf = (count: number, given: (n: number) => Partial<NightPoint> = () => ({})): NightPoint[] =>
  Array.from({ length: count }, (_, at) => ({
    n: at + 1,
    name: `井头桥${String(at + 1)}`,
    state: 'seen',
    position: { lat: 28.9 + at / 3_000, lon: 120.05 + (at % 7) / 900 },
    ...given(at + 1),
  }));

const nightOf = (given: Partial<Night> = {}): Night => ({
  shift: { name: '东片夜巡', startsAt, endsAt: startsAt + 10_800_000, distanceKm: 8.6 },
  day: '11月22日 周日',
  points: pointsOf(30),
  walked: [1, 2, 3],
  tracks: [],
  people: [{ name: '李海', minutes: 170 }],
  photos: 31,
  seenAt: [{ at: startsAt + 60_000, state: 'seen' }],
  ...given,
});

const wordsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words ?? '');

describe('the picture of a night', () => {
  it('says when, how many points, and who was there for how long', () => {
    const words = wordsOf(nightPicture(nightOf(), nightZh, where));
    expect(words).toContain('11月22日 周日  20:00–23:00');
    expect(words).toContain('30/30');
    expect(words).toContain('8.6');
    expect(words).toContain('李海 2.8小时');
    expect(words).not.toContain('没看到照片的点');
  });

  it('names what was missed, late and explained, and counts what does not fit', () => {
    const points = pointsOf(60, (n) => ({ state: n === 1 ? 'late' : n === 2 ? 'excused' : 'missed' }));
    const words = wordsOf(nightPicture(nightOf({ points }), nightZh, where));
    expect(words).toContain('1 井头桥1');
    expect(words).toContain('2 井头桥2');
    expect(words.some((line) => /3 井头桥3/.test(line))).toBe(true);
    expect(words.some((line) => /还有\d+个$/.test(line))).toBe(true);
    const listed = words.join('　').matchAll(/(\d+) 井头桥\d+/g);
    const rest = Number(/还有(\d+)个/.exec(words.join('　'))?.[1]);
    expect([...listed].length + rest).toBe(60);
  });

  it('explains no way that nobody walked', () => {
    const points = pointsOf(3, () => ({ state: 'missed' }));
    expect(wordsOf(nightPicture(nightOf({ points, walked: [], seenAt: [] }), nightZh, where))).not.toContain(
      nightZh.walked,
    );
    expect(wordsOf(nightPicture(nightOf(), nightZh, where))).toContain(nightZh.walked);
    const here = { lat: 28.9, lon: 120.05 };
    const followed = (length: number): string[] =>
      wordsOf(nightPicture(nightOf({ tracks: [Array.from({ length }, () => here)] }), nightZh, where));
    expect(followed(1)).not.toContain(nightZh.followed);
    expect(followed(2)).toContain(nightZh.followed);
  });

  it('takes any name for words', () => {
    const points = pointsOf(2, (n) => (n === 1 ? { name: '<script>alert(1)</script>&"🏴󠁧󠁢󠁥󠁮󠁧󠁿🇨🇳', state: 'missed' } : {}));
    const svg = nightPicture(nightOf({ points }), nightZh, where);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).not.toMatch(/\p{Extended_Pictographic}/u);
  });

  it('does without a map where no point has a position', () => {
    const points = pointsOf(3, () => ({ position: null }));
    const words = wordsOf(nightPicture(nightOf({ points }), nightEn, where));
    expect(words).toContain(nightEn.noMap);
    expect(words).toContain(nightEn.unplacedTitle);
  });

  it('is complete in English', () => {
    const points = pointsOf(4, (n) => ({ state: (['seen', 'late', 'missed', 'excused'] as const)[n - 1] ?? 'seen' }));
    const words = wordsOf(nightPicture(nightOf({ points, day: 'Sun 22 Nov' }), nightEn, where));
    expect(words).toEqual(
      expect.arrayContaining(['in time', 'late', 'not seen', 'explained', 'people', 'photos', 'km']),
    );
  });
});
