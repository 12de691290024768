import type { Ids, Token } from '../../core/ids.ts';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function digits(value: number, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = (crockford[rest % 32] ?? '') + text;
  return text;
}

/** Ids that count: the same in every run, sorted by age, of the real ones' shape. */
export function countingIds(): Ids {
  let ids = 0;
  let tokens = 0;
  return {
    next: (at) => (digits(at, 10) + digits((ids += 1), 16)) as never,
    token: () => `T${digits((tokens += 1), 15)}` as Token,
  };
}
