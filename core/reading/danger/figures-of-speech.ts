/**
 * Words of danger that mean none: idioms, compounds, jokes and goods. They are blanked out before danger is looked for,
 * character by character, so that what remains keeps its place.
 */
import { bladeWords } from './figures/blade-words.ts';
import { burstingWords } from './figures/bursting-words.ts';
import { compounds } from './figures/compounds.ts';
import { dyingWords } from './figures/dying-words.ts';
import { englishFigures } from './figures/english-figures.ts';
import { fieryWords } from './figures/fiery-words.ts';
import { lostThings } from './figures/lost-things.ts';
import { netSlang } from './figures/net-slang.ts';

const idioms = new RegExp(
  [fieryWords, burstingWords, dyingWords, netSlang, lostThings, bladeWords, compounds, englishFigures].flat().join('|'),
  'g',
);

/** Blanks out figures of speech with spaces, one for each character. */
export function withoutFiguresOfSpeech(plain: string): string {
  return plain.replace(idioms, (words) => ' '.repeat(words.length));
}
