/** What reporters of an incident say beside the danger itself: where, how many, who is hurt, since when. */
import { clockTimes } from './clock-times.ts';
import { finding, joined, nothing } from './finding.ts';
import type { Finding } from './finding.ts';
import { injuredIn, peopleIn } from './head-counts.ts';
import { placeIn } from './places.ts';
import type { Utterance } from './utterance.ts';

/** Place, people, injured and time, as far as they are said. */
export function sceneDetails(heard: Utterance): Finding {
  const injured = injuredIn(heard);
  const people = typeof injured.fields.injured === 'number' ? nothing : peopleIn(heard);
  return joined(placeIn(heard), injured, people, timeIn(heard));
}

/** The time of day that is named. */
export function timeIn(heard: Utterance): Finding {
  const evening = heard.message.room === 'patrol' || heard.message.openShift;
  const time = clockTimes(heard.plain, evening)[0];
  return time === undefined ? nothing : finding(heard, 'time', time.time, time.start, time.end);
}
