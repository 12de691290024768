import type { Shift } from './shift.ts';

/** What a roster, and whoever speaks of it, may call one of several shifts of a day; each line means the same. */
const parts: readonly RegExp[] = [
  /[上前]半[夜晚场]|\bfirst half\b|\bearly shift\b/u,
  /[下后]半[夜晚场]|\bsecond half\b|\blate shift\b/u,
  /早班|\bmorning shift\b/u,
  /中班|\bafternoon shift\b/u,
  /[晚夜]班|\bnight shift\b/u,
  /[日白]班|\bday shift\b/u,
];

const plain = (words: string): string => words.normalize('NFKC').toLowerCase();

/** Whether words call a shift by its name, or by the part of it that tells it from the others of its day: 下半夜, 早班. */
export function isCalled({ name }: Pick<Shift, 'name'>, words: string): boolean {
  const [own, said] = [plain(name), plain(words)];
  return (own !== '' && said.includes(own)) || parts.some((part) => part.test(own) && part.test(said));
}
