import { hearOfCrew } from '../handlers/patrol/heard-of.ts';
import type { Heard } from './heard.ts';
import { routeAsked } from './route-asked.ts';
import { routeCheckIn } from './route-check-in.ts';
import { routeFind } from './route-find.ts';
import { routeLatePhoto } from './route-late-photo.ts';
import { routePatrolChoice } from './route-patrol-choice.ts';
import { routeReached } from './route-reached.ts';
import { routeRoster } from './route-roster.ts';
import { routeRound } from './route-round.ts';
import { routeShift } from './route-shift.ts';
import { routeTakeBack } from './route-take-back.ts';

/**
 * Everything that a message can be to a patrol: rosters by name, an answer to a question about a point or a find, the words of a
 * shift from coming to going home, something found on the way, and then a check-in. Whatever somebody of a crew says ends its
 * silence; danger to life goes on from here to its own way. True: dealt with.
 */
export async function routePatrol(heard: Heard): Promise<boolean> {
  await hearOfCrew(heard.work, heard.shifts, heard.person.id);
  if (heard.reading.intent === 'emergency') return false;
  return (
    (await routeAsked(heard)) ||
    (await routeRoster(heard)) ||
    (await routePatrolChoice(heard)) ||
    (await routeTakeBack(heard)) ||
    (await routeReached(heard)) ||
    (await routeRound(heard)) ||
    (await routeShift(heard)) ||
    (await routeFind(heard)) ||
    (await routeCheckIn(heard)) ||
    (await routeLatePhoto(heard))
  );
}
