import type { HazardVerb } from '../core/hazard-verb.ts';
import type { Hazard } from '../core/hazard.ts';
import { mayOnHazard } from '../core/hazard-permission.ts';
import type { Heard } from './heard.ts';
import { actInWords, meantHazard, numberedHazard, quotedHazard } from './route-hazard-which.ts';
import { readHazardWord, type HazardWord } from './texts/hazard-words.ts';

/** Verbs of which the bot knows without a number which hazard is meant, when only one can be. */
const ownVerbs: ReadonlySet<HazardVerb> = new Set<HazardVerb>([
  'hazard_accept',
  'hazard_hand_back',
  'hazard_fixed',
  'hazard_ask_more',
  'hazard_withdraw',
]);
/** Of a draft, or read in ordinary words as well. */
const elsewhere: ReadonlySet<HazardVerb> = new Set<HazardVerb>([
  'hazard_file',
  'hazard_drop',
  'hazard_anonymous',
  'hazard_place',
]);
const dayMs = 86_400_000;

/**
 * The words that a hazard's card offers in place of its buttons do what the buttons do. They name their hazard by a number or
 * a quote, or can only mean one. True: dealt with.
 */
export async function routeHazardWord(heard: Heard): Promise<boolean> {
  const word = readHazardWord(heard.message.text);
  if (word === null || elsewhere.has(word.verb)) return false;
  const hazard = await hazardOf(heard, word);
  if (hazard === 'asked') return true;
  if (hazard === null) return false;
  const value = await valueOf(heard, word, hazard);
  return value === null ? false : actInWords(heard, hazard, { verb: word.verb, value, words: word.words });
}

async function hazardOf(heard: Heard, word: HazardWord): Promise<Hazard | 'asked' | null> {
  const quoted = await quotedHazard(heard);
  if (quoted !== null) return quoted;
  const { work, person, room } = heard;
  if (word.number !== null) {
    const hazard = await numberedHazard(work, word.number);
    if (hazard === null) return null;
    // In a group a word with some number may be talk of something else; it counts only from whoever may.
    const may = mayOnHazard(person, word.verb, hazard, await work.tx.hazards.reports(hazard.id));
    return may || room.kind === 'direct' || room.purpose === 'command' ? hazard : null;
  }
  if (room.kind === 'group' || word.words !== '') return null;
  if (word.verb === 'hazard_rate') return toRate(heard);
  return ownVerbs.has(word.verb) ? meantHazard(heard, word.verb) : null;
}

/** What was closed last of what this person told of: that is what the bot asked about. */
async function toRate({ work, person }: Heard): Promise<Hazard | null> {
  const told = await work.tx.hazards.ofReporter(person.id, work.now - 3 * dayMs, 20);
  const closed = told.map(({ hazard }) => hazard).filter(({ outcome }) => outcome === 'resolved');
  return closed.toSorted((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0))[0] ?? null;
}

/** "是同一处" names the other one, by the quoted question or by a second number. */
async function valueOf({ work, quoted }: Heard, word: HazardWord, hazard: Hazard): Promise<string | null> {
  if (word.verb !== 'hazard_merge') return word.value;
  const twin = quoted?.kind === 'hazard_twin' ? await work.tx.hazards.byId(quoted.otherId) : null;
  const second = /(h-?\d{4}-?)?\d{4,6}/i.exec(word.words)?.[0];
  const other = twin ?? (second === undefined ? null : await numberedHazard(work, second.toUpperCase()));
  return other === null || other.id === hazard.id ? null : other.number.slice('H-'.length);
}
