import { describe, expect, it } from 'vitest';
import { maskedPhone } from '../../core/masked-phone.ts';

describe('a phone number for whoever need not ring it', () => {
  it.each([
    ['19900001111', '199****1111'],
    ['199-0000-1111', '199****1111'],
    ['+86 199 0000 1111', '+86199****1111'],
    ['87654321', '****21'],
    ['110', '****10'],
    ['', ''],
    ['没有', ''],
  ])('%j shows as %j', (phone, shown) => {
    expect(maskedPhone(phone)).toBe(shown);
  });
});
