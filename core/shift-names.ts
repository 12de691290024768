import type { Person } from './people.ts';
import { spokenName } from './spoken-name.ts';

type Named = Pick<Person, 'callSign' | 'name'>;

/** As names are compared: 网０２ is 网02. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s@\u2005]/gu, '')
    .toLowerCase();

/** 老王, 小何, 王哥, 王师傅, 王队: a family name and how one is called by it. */
const familiar =
  /^(?:[老小阿大](\p{Script=Han})|(\p{Script=Han})(?:哥|姐|叔|伯|婶|嫂|师傅|队长|队|工|总|站长|主任|书记))$/u;

/**
 * The one of these people whom some words name: by call sign, by name, by the given name alone, or familiarly by a family name
 * that only one of them has. Null: nobody, or several.
 */
export function personNamed<Someone extends Named>(people: readonly Someone[], words: string): Someone | null {
  const said = plain(words);
  if (said === '') return null;
  const match = familiar.exec(said);
  const family = match?.[1] ?? match?.[2];
  const ways: readonly ((person: Someone) => boolean)[] = [
    ({ callSign }) => callSign !== null && plain(callSign) === said,
    (person) => plain(person.name) === said || plain(spokenName(person)) === said,
    ({ name }) => said.length > 1 && plain(name).length > said.length && plain(name).endsWith(said),
    ({ name }) => family !== undefined && name.startsWith(family),
  ];
  for (const fits of ways) {
    const [one, another] = people.filter(fits);
    if (one !== undefined) return another === undefined ? one : null;
  }
  return null;
}

/** Everybody of these whom a list of names names: `西01 西02 荷03`, `老徐 小何`. */
export function peopleNamed<Someone extends Named>(people: readonly Someone[], words: string): Someone[] {
  const found = words
    .split(/[\s,，、;；:：+和及]+/u)
    .map((part) => personNamed(people, part))
    .filter((person) => person !== null);
  return [...new Set(found)];
}
