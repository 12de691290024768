import { namedPerson } from '../../core/named-person.ts';
import type { Person, Place, Team } from '../../core/people.ts';
import { isCallName } from '../../core/reading/patrol/absent-name.ts';
import type { Work } from '../work.ts';

/** Who and what an announcement names, in its order; what is left of it is its name, and where it names nobody that is all the rest. */
export interface TakenApart {
  people: Person[];
  places: Place[];
  /** What plainly is somebody's name, and nobody's here. */
  unknown: string[];
  rest: string;
}

const between = /[\s,，、;；。:：+]+/u;
/** What joins names where nothing stands between them: 东01和东02去上桥村巡逻. */
const joints = /[和跟与及去到在]|巡逻|夜巡/u;

/** 高考, 江边: begins like a surname, and is what the shift is for. */
const noName =
  /[考会节庙戏赛演保防巡查守岗灯集市江路桥村站厂校园湖河塘水边雨风温夜班场店库湾口山田]$|^(?:夏|高|马|石|江|方)[季温路头上边面]/u;

/**
 * Which words name somebody, which a place. A name or code as it is written counts before what only sounds like one: 上桥 is the
 * village, and not somebody called so; who is called like a place is meant first.
 */
export async function takeApart(work: Work, team: Team, words: string): Promise<TakenApart> {
  const mates = await work.tx.people.byIds(team.memberIds);
  const found: TakenApart = { people: [], places: [], unknown: [], rest: '' };
  const take = async (word: string): Promise<boolean> => {
    const named = exactly(mates, word) ?? (await work.tx.people.byCallSign(word));
    const place = named === null ? placeCalled(work, word) : null;
    const person = named ?? (place === null ? namedPerson(mates, word) : null);
    if (place !== null && !found.places.includes(place)) found.places.push(place);
    if (person?.active === true && !found.people.some(({ id }) => id === person.id)) found.people.push(person);
    return place !== null || person !== null;
  };
  const left: string[] = [];
  for (const word of words.split(between).filter((part) => part !== '')) {
    if (await take(word)) continue;
    const unknown: string[] = [];
    const parts = partsOf(mates, word);
    for (const part of parts) if (!(await take(part))) unknown.push(part);
    left.push(...(unknown.length === parts.length ? [word] : unknown));
  }
  const unknown = left.filter((word) => isCallName(word) && !noName.test(word));
  // 马拉松 is like a name too: only beside people is it nobody they know, and no name of a shift.
  const rest = found.people.length === 0 ? left : left.filter((word) => !unknown.includes(word));
  return { ...found, unknown, rest: rest.join(' ') };
}

const plain = (word: string): string => word.normalize('NFKC').toLowerCase();

function exactly(people: readonly Person[], word: string): Person | null {
  const named = people.filter(({ callSign, name }) => [callSign ?? '', name].some((own) => plain(own) === plain(word)));
  return named.length === 1 ? (named[0] ?? null) : null;
}

function placeCalled({ zone }: Work, word: string): Place | null {
  const called = zone.places.filter(
    ({ active, code, name, aliases }) => active && [code, name, ...aliases].some((own) => plain(own) === plain(word)),
  );
  return called.length === 1 ? (called[0] ?? null) : null;
}

/** 东01和东02 are two, and so are 东01东02. */
function partsOf(mates: readonly Person[], word: string): string[] {
  const names = [...new Set(mates.flatMap(({ callSign, name }) => [callSign ?? '', name]))].filter(
    (name) => name.length > 1,
  );
  return word
    .split(joints)
    .flatMap((part) => {
      const inside = names.filter((name) => part.includes(name)).toSorted((a, b) => part.indexOf(a) - part.indexOf(b));
      return inside.join('') === part ? inside : [part];
    })
    .filter((part) => part !== '');
}
