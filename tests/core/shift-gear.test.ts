import { describe, expect, it } from 'vitest';
import {
  allGear,
  countOf,
  missingAtEnd,
  missingAtHandover,
  missingAtStart,
  returnedGear,
  takenGear,
  type GearSaid,
} from '../../core/shift-gear.ts';
import type { GearItem } from '../../core/shift.ts';

const item = (name: string, count: number): GearItem => ({ item: name, count, taken: null, returned: null });
const list = [item('车钥匙', 1), item('patrol_light', 2), item('radio', 3), item('充电器', 3)];
const said = (part: Partial<GearSaid>): GearSaid => ({ ...allGear, all: false, ...part });

describe('gear by list', () => {
  it('takes what is counted, what is named, and counts what is missing', () => {
    const words = '车钥匙拿了 警灯2个对讲机3台少一台充电器';
    const taken = takenGear(list, said({ counts: { patrol_light: 2, radio: 3 }, missing: { charger: 1 }, words }));
    expect(taken.map((one) => one.taken)).toEqual([1, 2, 3, 2]);
    expect(missingAtStart(taken)).toEqual([{ item: '充电器', count: 1 }]);
  });

  it('leaves alone what nobody spoke of', () => {
    const taken = takenGear(list, said({ named: ['radio'] }));
    expect(taken.map((one) => one.taken)).toEqual([null, null, 3, null]);
    expect(missingAtStart(taken)).toEqual([]);
  });

  it('takes everything by one word, less what is said to be missing', () => {
    const taken = takenGear(list, { ...allGear, missing: { radio: 1 } });
    expect(taken.map((one) => one.taken)).toEqual([1, 2, 2, 3]);
  });

  it('puts on the list what is missing and was on none', () => {
    const taken = takenGear(list, said({ missing: { loudhailer: 1 } }));
    expect(taken.at(-1)).toEqual({ item: 'loudhailer', count: 1, taken: 0, returned: null });
    expect(countOf(missingAtStart(taken))).toBe(1);
  });

  it('asks back only what was taken', () => {
    const taken = takenGear(list, { ...allGear, missing: { radio: 1 } });
    const back = returnedGear(taken, { ...allGear, counts: { patrol_light: 1 } });
    expect(missingAtEnd(back)).toEqual([{ item: 'patrol_light', count: 1 }]);
    expect(missingAtEnd(taken)).toEqual([]);
  });

  it('finds what is short when it is handed over', () => {
    const taken = takenGear(list, allGear);
    const missing = missingAtHandover(taken, said({ counts: { radio: 2 }, missing: { vest: 1 } }));
    expect(missing).toEqual([
      { item: 'radio', count: 1 },
      { item: 'vest', count: 1 },
    ]);
  });

  it('knows gear under the words of the zone', () => {
    const own = [item('对讲机', 2), item('大门钥匙', 1)];
    expect(takenGear(own, said({ counts: { radio: 2, key: 1 } })).map((one) => one.taken)).toEqual([2, 1]);
  });
});
