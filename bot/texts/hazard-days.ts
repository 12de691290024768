const digits: Readonly<Record<string, number>> = {
  半: 0.5,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

/** Working days of a unit. */
const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:个)?(?:月|months?)$/i, 21],
  [/^(?:个)?(?:周|星期|礼拜|weeks?)$/i, 5],
  [/^(?:个)?(?:工作日|天|日|(?:working )?days?)$/i, 1],
];

function numberOf(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  const [tens, ones] = words.includes('十') ? words.split('十') : ['', words];
  if (!words.includes('十')) return digits[words] ?? 0;
  return (tens === '' ? 1 : (digits[tens ?? ''] ?? 0)) * 10 + (ones === '' ? 0 : (digits[ones ?? ''] ?? 0));
}

/** How many working days somebody names, and in which words: 3天, 十五个工作日, 一周, two is not read; null: none. */
export function daysIn(words: string): { days: number; words: string } | null {
  const match =
    /(\d{1,3}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[半一二两三四五六七八九])\s*((?:个)?(?:工作日|天|日|周|星期|礼拜|月)|(?:working )?days?|weeks?|months?)/iu.exec(
      words,
    );
  if (match === null) return null;
  const unit = units.find(([form]) => form.test(match[2] ?? ''))?.[1] ?? 1;
  const days = Math.ceil(numberOf(match[1] ?? '') * unit);
  return days < 1 ? null : { days, words: match[0] };
}
