/** A message in which each says of themselves, or of a mate, that they stay away. */
import { clausesOf, wishesIn } from './leave-words.ts';
import type { Person } from './people.ts';
import { dayWords } from './said-day.ts';

const filler = `(?:${dayWords}|晚上?|夜里?|的|都|也|还|就|估计|可能|恐怕|应该|家里|[\\s@])*`;
const missed = '(?:[请告休][^,，。\\s]{0,4}假|[来去到上巡值]不(?:了|成|到)|不[来去](?=了|啦)|没法[来去]|没空)';
/** A whole clause of one who is away: 我也来不了, 还有东03后天请假. */
const plain = new RegExp(`^(?:还有|另外|而且|然后|和|跟)?${filler}(\\S{1,6}?)${filler}${missed}[了啦的吧啊哈]*$`, 'iu');
const alike =
  /^(?:我|俺|本人)也(?:一样|是|不行)[的了啊]*$|^(?:and )?(?:me (?:neither|too)|neither (?:can|will) i|i can['’]?t(?: come)? either)$/iu;

/**
 * The words parted where a later clause is plainly of somebody else: 东02明晚来不了，我也来不了. Whatever else follows belongs to what
 * stands before it.
 * @param mates everybody of the team but the writer
 */
export function leaveOfEach(text: string, mates: readonly Pick<Person, 'callSign' | 'name'>[]): string[] {
  const said = text.normalize('NFKC');
  const first = wishesIn(said.toLowerCase())[0]?.end ?? said.length;
  const head = said.slice(0, first).toLowerCase();
  let before = mates.some(({ name, callSign }) =>
    [name, callSign].some((one) => one !== null && head.includes(one.toLowerCase())),
  )
    ? ''
    : writer;
  const starts: number[] = [];
  for (const { start, end } of clausesOf(said)) {
    const who = start < first ? null : whoIn(said.slice(start, end).trim(), mates);
    if (who !== null && who !== before) starts.push(start);
    before = who ?? before;
  }
  return [0, ...starts].map((start, at) =>
    said
      .slice(start, starts[at])
      .trim()
      .replace(/[\s,，、;；]+$/u, ''),
  );
}

const writer = '我';

/** Of whom a clause is that says nothing else than that they are away; null: it says more, or nobody is named. */
function whoIn(clause: string, mates: readonly Pick<Person, 'callSign' | 'name'>[]): string | null {
  const who = plain.exec(clause)?.[1]?.toLowerCase() ?? '';
  if (alike.test(clause) || /^(?:我|俺|本人)$/u.test(who)) return writer;
  const isCalled = mates.some(({ name, callSign }) => [name, callSign].some((one) => one?.toLowerCase() === who));
  return who !== '' && isCalled ? who : null;
}
