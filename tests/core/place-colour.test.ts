import { describe, expect, it } from 'vitest';
import type { PlaceId, Token } from '../../core/ids.ts';
import { deriveColour, isNews, type ColourFacts, type PlaceColour } from '../../core/place-colour.ts';
import { baseColour } from '../../core/place-risk.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 23, 2);
const facts = (parts: Partial<ColourFacts> = {}): ColourFacts => ({
  details: { colour: 'yellow' },
  open: [],
  lastClosedAt: null,
  present: null,
  now,
  ...parts,
});
const ordinary = { number: 'H-2611-0001', state: 'accepted', grade: 'ordinary', dueAt: now + day } as const;
const late = { ...ordinary, number: 'H-2611-0002', dueAt: now - 1 };
const major = { ...ordinary, number: 'H-2611-0003', grade: 'major' } as const;

describe('the colour that was assessed', () => {
  it('is the stated one before LEC, and LEC before the matrix', () => {
    const lec = { likelihood: 3, exposure: 6, consequence: 15 };
    const matrix = { likelihood: 5, severity: 5 };
    expect(baseColour({ colour: 'blue', lec, matrix }).colour).toBe('blue');
    expect(baseColour({ lec, matrix })).toMatchObject({ kind: 'lec', product: 270, colour: 'orange' });
    expect(baseColour({ matrix })).toMatchObject({ kind: 'matrix', product: 25, colour: 'red' });
    expect(baseColour(undefined)).toEqual({ kind: 'not_assessed', colour: 'blue' });
  });

  it.each([
    [10, 10, 3, 'orange'],
    [1, 10, 40, 'red'],
    [1, 2, 100, 'orange'],
    [1, 10, 7, 'yellow'],
    [0.1, 6, 7, 'blue'],
  ] as const)('by LEC %d × %d × %d is %s to %s', (likelihood, exposure, consequence, colour) => {
    expect(baseColour({ lec: { likelihood, exposure, consequence } }).colour).toBe(colour);
  });

  it.each([
    [4, 5, 'red'],
    [3, 5, 'orange'],
    [3, 3, 'yellow'],
    [2, 4, 'blue'],
  ] as const)('by the matrix %d × %d is %s', (likelihood, severity, colour) => {
    expect(baseColour({ matrix: { likelihood, severity } }).colour).toBe(colour);
  });
});

describe('the colour that the rules suggest', () => {
  it('is the assessed one while nothing is wrong, and while an ordinary hazard is in time', () => {
    expect(deriveColour(facts()).colour).toBe('yellow');
    expect(deriveColour(facts({ open: [ordinary] })).colour).toBe('yellow');
  });

  it('is red while a major hazard is open, and says which', () => {
    const { colour, reasons } = deriveColour(facts({ open: [major, late] }));
    expect(colour).toBe('red');
    expect(reasons).toEqual([
      { kind: 'stated', colour: 'yellow' },
      { kind: 'major_open', numbers: ['H-2611-0003'] },
      { kind: 'overdue', numbers: ['H-2611-0002'] },
    ]);
  });

  it('goes up one step for what is overdue, however much it is, and red stays red', () => {
    expect(deriveColour(facts({ open: [late, { ...late, number: 'H-2611-0009' }] })).colour).toBe('orange');
    expect(deriveColour(facts({ details: { colour: 'red' }, open: [late] })).colour).toBe('red');
  });

  it('keeps a graver colour until the place was clean for thirty days, then goes back', () => {
    const closed = (days: number) => facts({ present: 'red', lastClosedAt: now - days * day });
    expect(deriveColour(closed(29))).toMatchObject({ colour: 'red', reasons: [{}, { kind: 'not_clean', open: 0 }] });
    expect(deriveColour(closed(30))).toMatchObject({ colour: 'yellow', reasons: [{}, { kind: 'clean' }] });
    expect(deriveColour({ ...closed(60), open: [ordinary] })).toMatchObject({
      colour: 'red',
      reasons: [{}, { kind: 'not_clean', open: 1, cleanAt: null }],
    });
  });
});

describe('a suggestion is brought before people', () => {
  const record = (end: NonNullable<PlaceColour['proposal']>['end'], numbers: string[]): PlaceColour => ({
    placeId: 'p' as PlaceId,
    token: 't' as Token,
    colour: 'yellow',
    proposal: { from: 'yellow', colour: 'red', reasons: [{ kind: 'major_open', numbers }], at: now, end },
  });
  const kept = { how: 'kept', byId: 'x' as never, at: now } as const;
  const derived = deriveColour(facts({ open: [major] }));

  it('once, and not again for the hazards that they decided against it for', () => {
    expect(isNews(null, derived)).toBe(true);
    expect(isNews(record(null, [major.number]), derived)).toBe(false);
    expect(isNews(record(kept, [major.number]), derived)).toBe(false);
  });

  it('again for another hazard, and after it was taken back', () => {
    expect(isNews(record(kept, ['H-2611-0042']), derived)).toBe(true);
    expect(isNews(record({ how: 'dropped', at: now }, [major.number]), derived)).toBe(true);
  });

  it('never when it is the colour already', () => {
    expect(isNews(null, deriveColour(facts()))).toBe(false);
  });
});
