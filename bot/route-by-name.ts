import { wordsAskedFor } from '../handlers/matter/ask-words.ts';
import type { Heard } from './heard.ts';
import { readRosterWords } from './roster-words.ts';
import { routeAsked } from './route-asked.ts';
import { routeRoster } from './route-roster.ts';
import { routeStatistics } from './route-statistics.ts';

/**
 * Figures and lists that are asked for by name, before words that are awaited are taken: 调解统计 behind 谈不成 is no reason for its
 * end, and the reason stays asked for. True: dealt with.
 */
export async function routeByName(heard: Heard): Promise<boolean> {
  if (await routeStatistics(heard)) return true;
  if (wordsAskedFor(heard.question) === null) return false;
  return (await routeAsked(heard)) || (namesRoster(heard) && routeRoster(heard));
}

/** Nothing but the name of a list, and its month: 工时对不上 is a reason. */
function namesRoster({ work, message }: Heard): boolean {
  return readRosterWords(message.text, work.now, work.zone.timeZone)?.rest === '';
}
