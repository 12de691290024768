/** Writes core/letter-sounds.json; `npm run sounds`. */
import { writeFileSync } from 'node:fs';
import { soundsOfLetters } from './sounds-of.ts';

writeFileSync(
  new URL('../../../core/letter-sounds.json', import.meta.url),
  `${JSON.stringify(soundsOfLetters(), null, 2)}\n`,
);
