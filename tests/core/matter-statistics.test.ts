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
        ...many(6, () => told('wages')),
        ...many(5, () => told('neighbour', '樟塘')),
        ...many(5, () => told('loan', '桥里')),
      ],
      5,
    );
    expect(byKind.map(({ name, count }) => `${name} ${String(count)}`)).toEqual(['wages 6', 'loan 5', 'neighbour 5']);
    expect(byPlace.map(({ name }) => name)).toEqual(['西塘', '桥里', '樟塘']);
  });

  it('fewer are counted together, and take a larger one along when a total would tell them', () => {
    const { byKind } = matterStatistics(
      [...many(7, () => told('wages')), ...many(6, () => told('loan')), told('family')],
      5,
    );
    expect(byKind.map(({ name, count }) => `${name} ${String(count)}`)).toEqual(['wages 7', 'other 7']);
  });

  it('no row ever shows fewer than five, unless there are fewer in all', () => {
    const kinds = fc.constantFrom<DisputeKind>('wages', 'loan', 'family', 'neighbour', 'land');
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, fc.constantFrom('西塘', '樟塘', '桥里', '')), { maxLength: 60 }), (list) => {
        const { byKind, byPlace, matters } = matterStatistics(
          list.map(([about, area]) => told(about, area)),
          5,
        );
        for (const rows of [byKind, byPlace]) {
          expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(matters);
          if (matters >= 5) for (const { count } of rows) expect(count).toBeGreaterThanOrEqual(5);
          else expect(rows.filter(({ name }) => name !== 'other')).toEqual([]);
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
    expect(matterStatistics([...settled, ...settled], 5)).toMatchObject({ agreedYuan: 40_000, paidYuan: 0 });
  });

  it('what was never handed in, and what was forgotten, is not counted; of nothing there is nothing to say', () => {
    const forgotten = told('wages', '', { forgottenAt: matterAt });
    expect(matterStatistics([matterOf(), forgotten], 5)).toMatchObject({ matters: 0, byKind: [], toAssignMs: null });
  });
});
