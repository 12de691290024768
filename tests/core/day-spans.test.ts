import { expect, it } from 'vitest';
import { daySpans } from '../../core/day-spans.ts';

it('three days on end are one span, two are two days', () => {
  const said = (...days: string[]): string[] =>
    daySpans(days).map(({ from, to }) => (to === null ? from.toString() : `${from.toString()}/${to.toString()}`));
  expect(said('2026-11-29', '2026-11-30', '2026-12-01')).toEqual(['2026-11-29/2026-12-01']);
  expect(said('2026-11-23', '2026-11-24', '2026-11-27')).toEqual(['2026-11-23', '2026-11-24', '2026-11-27']);
  expect(said()).toEqual([]);
});
