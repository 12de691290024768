import type { Heard } from './heard.ts';
import { keepNow } from './keep-now.ts';
import { routeHazardAnswer } from './route-hazard-answer.ts';
import { routeHazardCheck } from './route-hazard-check.ts';
import { routeHazardCorrection } from './route-hazard-correction.ts';
import { routeHazardKnown } from './route-hazard-known.ts';
import { routeHazardMore } from './route-hazard-more.ts';
import { routeHazardOwner } from './route-hazard-owner.ts';
import { routeHazardProgress } from './route-hazard-progress.ts';
import { routeHazardReport } from './route-hazard-report.ts';
import { quotedHazard } from './route-hazard-which.ts';
import { routeHazardWord } from './route-hazard-word.ts';
import { readCorrection } from './texts/correcting-words.ts';

/**
 * Everything that a message can be to a hazard, the surest first: the words of a card, what somebody puts right, the answer to a
 * question, what an owner says, what is said of a known one, and then a report. Danger to life never comes here. True: dealt with.
 */
export async function routeHazard(heard: Heard): Promise<boolean> {
  await keepNow(heard);
  return (
    (await routeHazardWord(heard)) ||
    (await routeQuotedCorrection(heard)) ||
    (await routeHazardCorrection(heard)) ||
    (await routeHazardAnswer(heard)) ||
    (await routeHazardOwner(heard)) ||
    (await routeHazardCheck(heard)) ||
    (await routeHazardKnown(heard)) ||
    (await routeHazardMore(heard)) ||
    (await routeHazardProgress(heard)) ||
    (await routeHazardReport(heard))
  );
}

/** 不对，是38号 with a number quoted is about that one, and not about what was told last. */
async function routeQuotedCorrection(heard: Heard): Promise<boolean> {
  return readCorrection(heard.message.text) !== null && routeHazardMore(heard);
}

/** Whether the message answers a hazard's card: then it is not about an order. */
export async function isAboutHazard(heard: Heard): Promise<boolean> {
  if (heard.message.quote === undefined) return false;
  if (heard.quoted !== null && 'draftId' in heard.quoted) return true;
  return (await quotedHazard(heard)) !== null;
}
