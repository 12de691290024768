import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, withPayment } from '../../core/agreement-steps.ts';
import type { DisputeKind } from '../../core/catalogue.ts';
import type { Matter } from '../../core/matter.ts';
import { matterStatistics } from '../../core/matter-statistics.ts';
import { bodyOf, matterAt, matterOf } from '../support/matter-factory.ts';

const told = (about: DisputeKind, area = '西塘', given: Partial<Matter> = {}): Matter =>
  matterOf({ state: 'reported', reportedAt: matterAt, body: bodyOf({ about, area }), ...given });
const many = (count: number, one: () => Matter): Matter[] => Array.from({ length: count }, one);
const hour = 3_600_000;

describe('statistics without persons', () => {
  it('a kind or a place stands alone only from five on', () => {
    const { byKind, byPlace } = matterStatistics(
      [
        ...many(5, () => told('wages')),
        ...many(5, () => told('neighbour', '樟塘')),
        ...many(5, () => told('loan', '桥里')),
      ],
      5,
    );
    expect(byKind.map(({ name, count }) => `${name} ${String(count)}`)).toEqual(['loan 5', 'neighbour 5', 'wages 5']);
    expect(new Set(byPlace.map(({ name }) => name))).toEqual(new Set(['西塘', '桥里', '樟塘']));
  });

  it('fewer are counted together, and take a larger one along when a total would tell them', () => {
    const { byKind } = matterStatistics(
      [...many(7, () => told('wages')), ...many(6, () => told('loan')), ...many(2, () => told('family'))],
      5,
    );
    expect(byKind.map(({ name, count }) => `${name} ${String(count)}`)).toEqual(['wages 7', 'other 8']);
  });

  it('no row ever shows fewer than five', () => {
    const kinds = fc.constantFrom<DisputeKind>('wages', 'loan', 'family', 'neighbour', 'land');
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, fc.constantFrom('西塘', '樟塘', '桥里', '')), { maxLength: 60 }), (list) => {
        const { byKind, byPlace, byOutcome, counted } = matterStatistics(
          list.map(([about, area]) => told(about, area)),
          5,
        );
        expect(counted).toBe(list.length - (list.length % 5));
        for (const rows of [byKind, byPlace, byOutcome]) {
          expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(counted);
          for (const { count } of rows) expect(count).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });

  it('says how long it took, in the middle, and what was agreed and paid', () => {
    const agreement = withPayment(
      agreementOf('oral', '', [{ from: 'b', to: 'a', amountYuan: 5_000, words: '', dueOn: null }]),
      1,
      3_000,
      'a',
      matterAt,
    );
    const settled = told('wages', '西塘', {
      assignedAt: matterAt + hour,
      acceptedAt: matterAt + 4 * hour,
      effectiveAt: matterAt + 9 * hour,
      outcome: 'agreed_oral',
      body: bodyOf({ about: 'wages', area: '西塘', agreement }),
    });
    const taken = told('wages', '西塘', { assignedAt: matterAt + 3 * hour });
    expect(matterStatistics([settled, taken, told('loan')], 1)).toMatchObject({
      matters: 3,
      toAssignMs: 2 * hour,
      toAcceptMs: 4 * hour,
      toSettleMs: 9 * hour,
      agreedYuan: 5_000,
      paidYuan: 3_000,
    });
  });

  it('sums of fewer than five agreements are nobody’s to read', () => {
    const agreement = agreementOf('oral', '', [{ from: 'b', to: 'a', amountYuan: 5_000, words: '', dueOn: null }]);
    const settled = many(4, () =>
      told('wages', '', { effectiveAt: matterAt, body: bodyOf({ about: 'wages', agreement }) }),
    );
    expect(matterStatistics(settled, 5)).toMatchObject({ agreedYuan: null, paidYuan: null });
    expect(matterStatistics([...settled, ...settled], 5)).toMatchObject({ agreedYuan: 25_000, paidYuan: 0 });
  });

  it('what was never handed in, and what was forgotten, is not counted; of nothing there is nothing to say', () => {
    const forgotten = told('wages', '', { forgottenAt: matterAt });
    expect(matterStatistics([matterOf(), forgotten], 5)).toMatchObject({ matters: 0, byKind: [], toAssignMs: null });
  });

  describe('asked again and subtracted', () => {
    const agreement = (yuan: number, paid: number) =>
      withPayment(
        agreementOf('written', '', [{ from: 'b', to: 'a', amountYuan: yuan, words: '', dueOn: null }]),
        1,
        paid,
        'a',
        matterAt,
      );
    const settled = (n: number, yuan: number): Matter =>
      told('wages', '西塘', {
        reportedAt: matterAt + n,
        effectiveAt: matterAt + hour + n,
        body: bodyOf({ about: 'wages', area: '西塘', agreement: agreement(yuan, 100) }),
      });
    const later = (about: DisputeKind, area: string): Matter => told(about, area, { reportedAt: matterAt + 99 * hour });

    it('one more matter shows neither its kind nor its place', () => {
      const before = many(10, () => told('wages'));
      const { matters, ...first } = matterStatistics(before, 5);
      const { matters: more, ...second } = matterStatistics([...before, later('wages', '西塘')], 5);
      expect([matters, more]).toEqual([10, 11]);
      expect(second).toEqual(first);
    });

    it('one more agreement shows no sum, and one more payment none', () => {
      const before = Array.from({ length: 5 }, (_, n) => settled(n, 1_000));
      expect(matterStatistics(before, 5)).toMatchObject({ agreedYuan: 5_000, paidYuan: 500 });
      expect(matterStatistics([...before, settled(6, 186_000)], 5)).toMatchObject({ agreedYuan: 5_000, paidYuan: 500 });
      const [first, ...others] = before;
      if (first === undefined) throw new Error('none');
      const paidMore = withPayment(agreement(1_000, 100), 1, 900, 'a', matterAt + 9);
      const again = { ...first, body: { ...first.body, agreement: paidMore } };
      expect(matterStatistics([again, ...others], 5).paidYuan).toBe(500);
    });

    it('a month taken from its year leaves five at least, or nobody', () => {
      const october = many(7, () => told('wages'));
      const november = many(3, () => later('land', '樟塘'));
      const [year, month] = [matterStatistics([...october, ...november], 5), matterStatistics(october, 5)];
      expect((year.counted - month.counted) % 5).toBe(0);
    });

    it('how many disputes there were is not told by their kinds when it is hidden among all matters', () => {
      const clues = many(3, () => told('other', '西塘', { kind: 'crime_clue' }));
      const { byMatter, byKind } = matterStatistics([...many(12, () => told('wages')), ...clues], 5);
      expect(byMatter).toEqual([{ name: 'other', count: 15 }]);
      expect(byKind).toEqual([]);
    });

    it('times of fewer than five are not told', () => {
      const taken = many(4, () => told('loan', '西塘', { assignedAt: matterAt + hour }));
      expect(matterStatistics([...taken, told('loan')], 5).toAssignMs).toBeNull();
      const fifth = told('loan', '西塘', { assignedAt: matterAt + hour });
      expect(matterStatistics([...taken, fifth], 5).toAssignMs).toBe(hour);
    });
  });
});
