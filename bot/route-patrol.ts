import { read } from '../core/reading/read.ts';
import { hearOfCrew } from '../handlers/patrol/heard-of.ts';
import type { Heard } from './heard.ts';
import { routeAsked } from './route-asked.ts';
import { routeCheckIn } from './route-check-in.ts';
import { routeEndBack } from './route-end-back.ts';
import { routeFind } from './route-find.ts';
import { routeLatePhoto } from './route-late-photo.ts';
import { routeLog } from './route-log.ts';
import { routeMissingAnswer } from './route-missing-answer.ts';
import { routePatrolChoice } from './route-patrol-choice.ts';
import { routeReached } from './route-reached.ts';
import { routeRoster } from './route-roster.ts';
import { routeRound } from './route-round.ts';
import { routeShift } from './route-shift.ts';
import { routeTakeBack } from './route-take-back.ts';
import { routeWelfare } from './route-welfare.ts';

/**
 * Everything that a message can be to a patrol: a line of a desk's log, rosters by name, an answer to a question about a point or
 * a find, the words of a shift from coming to going home, something found on the way, and then a check-in. Whatever somebody of a
 * crew says ends its silence, unless it is that all is not well; danger to life goes on from here to its own way. True: dealt with.
 */
export async function routePatrol(heard: Heard): Promise<boolean> {
  const said = await routeWelfare(heard);
  if (said === 'answered') return true;
  if (heard.reading.intent === 'emergency' || !(await takeWords(heard))) return false;
  if (said === 'unclear') await hearOfCrew(heard.work, heard.shifts, heard.person.id);
  return true;
}

async function takeWords(heard: Heard): Promise<boolean> {
  return (
    (await routeAsked(heard)) ||
    (await routeLog(heard)) ||
    (await routeRoster(heard)) ||
    (await routePatrolChoice(heard)) ||
    (await routeEndBack(heard)) ||
    (await routeTakeBack(heard)) ||
    (await routeMissingAnswer(heard)) ||
    (await routeReached(heard)) ||
    (await routeRound(heard)) ||
    (await routeShift(heard)) ||
    (await routeFind(heard)) ||
    (await routeCheckIn(heard)) ||
    (await routeDay(heard)) ||
    (await routeLatePhoto(heard))
  );
}

/** 25号去不了, where no point on duty bears that number: it is the day that somebody cannot come. */
async function routeDay(heard: Heard): Promise<boolean> {
  const { message, reading, work } = heard;
  if (reading.intent !== 'check_in' || reading.fields.skipped !== true || message.edited) return false;
  const about = { text: message.text, photos: 0, location: false, room: 'patrol', quote: null } as const;
  const nothing = { openOrder: false, openShift: false, openCase: false, openQuestion: null } as const;
  const offDuty = read({ ...about, ...nothing }, { places: work.zone.places });
  return offDuty.intent === 'leave_request' && routeRoster({ ...heard, reading: offDuty });
}
