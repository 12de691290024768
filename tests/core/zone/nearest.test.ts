import { describe, expect, it } from 'vitest';
import { nearest } from '../../../core/zone/nearest.ts';

describe('the guess at what was meant', () => {
  it('forgives a slip, case and the kind of dash', () => {
    expect(nearest('skils', ['skills', 'roles'])).toBe('skills');
    expect(nearest('First-Aid', ['aed', 'first_aid'])).toBe('first_aid');
    expect(nearest('东1', ['西02', '东01'])).toBe('东01');
  });

  it('is silent when nothing is near', () => {
    expect(nearest('banana', ['aed', 'rope'])).toBeNull();
    expect(nearest('x'.repeat(1_000), ['x'.repeat(1_000)])).toBeNull();
    expect(nearest('aed', [])).toBeNull();
  });

  it('takes the nearest of several', () => {
    expect(nearest('fire_operater', ['first_aid', 'fire_operator', 'fire'])).toBe('fire_operator');
  });
});
