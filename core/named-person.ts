import type { Person } from './people.ts';

type Named = Pick<Person, 'callSign' | 'name'>;

const plain = (words: string): string => words.normalize('NFKC').trim().toLowerCase();

/** 老李, 小王, 阿海, 李师傅, 王哥: what stands around a surname or the end of a name. */
const before = /^(?:老|小|阿|大)(?=\p{L})/u;
const after = /(?:师傅|队长|大哥|大姐|大伯|老师|哥|姐|叔|伯|婶|队|总|工)$/u;

/**
 * The one of these people whom words name: by call sign or name, alone or within the words, or as people are called (老李, 王哥).
 * Null: nobody, or several.
 */
export function namedPerson<Somebody extends Named>(people: readonly Somebody[], words: string): Somebody | null {
  const said = plain(words);
  if (said === '') return null;
  const steps: ((person: Somebody) => boolean)[] = [
    ({ callSign }) => callSign !== null && plain(callSign) === said,
    ({ name }) => plain(name) === said,
    ({ callSign }) => callSign !== null && holds(said, plain(callSign)),
    ({ name }) => name.length > 1 && said.includes(plain(name)),
    ({ name }) => isCalled(plain(name), said),
  ];
  for (const fits of steps) {
    const found = people.filter(fits);
    if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null;
  }
  return null;
}

/** A call sign within words: 东01 is not in 东011. */
function holds(words: string, callSign: string): boolean {
  const at = words.indexOf(callSign);
  return at >= 0 && !/\d/.test(words.charAt(at + callSign.length));
}

function isCalled(name: string, said: string): boolean {
  const short = said.replace(before, '').replace(after, '');
  if (short === said || short === '' || short.length > 2) return false;
  return name.startsWith(short) || name.endsWith(short);
}
