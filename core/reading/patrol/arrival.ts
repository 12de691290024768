/** Words that say that somebody got to a point. */
import { oneOf } from '../one-of.ts';
import type { Utterance } from '../utterance.ts';
import { spanOf, without } from '../span.ts';
import type { Span } from '../span.ts';
import { clausesAhead } from './chatter.ts';

const there = oneOf(
  '^(?:我们?|我俩|咱们?|人)?(?:已经?|刚|都|现在|也)*(?:到了?|到点了?|到位了?|已到|到达|抵达|就位|到啦)(?:点位|点|位置|地方|地点|目的地)?(?:了|啊|哈|咯|[!~。])*$|到(?:[^,。]{1,10})了|(?:巡|走|查|转|看|路过|经过)(?:到|过|完|至|好|了一圈|一圈|一遍|了)|打卡|打个卡|(?<![a-z])dk(?![a-z])|报到点|点到|去[了过]但?没拍|过了一遍|来到|到达|抵达|走到|此处|老地方|定位|现场照',
  '\\b(?:arrived|at (?:the|point|stop|gate|no)|here|reached|pass(?:ed|ing)|checked|check(?:ing)? in|checkpoint|on site)\\b',
);
/** Where a message says that they got there, if it does. */
export function arrivedIn(heard: Utterance): Span | undefined {
  return spanOf(there, withoutPlans(heard));
}

/** What is still to be done, and what is asked, says nothing of having been there. */
function withoutPlans(heard: Utterance): string {
  return without(heard.plain, [...clausesAhead(heard), ...heard.clauses.filter(({ asks }) => asks)]);
}

const arrival =
  /^(?:我们?|我俩|咱们?|人)?(?:已经?|刚|都|现在|也)*(?:到了?|到点了?|到位了?|已到|到达|抵达|就位|到啦|打卡|打个卡|here|arrived|at the point)(?:点位|点|位置|地方|地点)?(?:了|啊|哈|咯|[!~。.])*$/;

/** Whether a message says nothing but that. */
export function isArrival({ plain }: Utterance): boolean {
  return arrival.test(plain.trim());
}
