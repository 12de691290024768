import { findPlace } from '../core/find-place.ts';
import type { IncidentId } from '../core/ids.ts';
import { read } from '../core/reading/read.ts';
import type { Reading } from '../core/reading/reading.ts';
import { tellsCourse } from '../core/scene-words.ts';
import { detailsWindowMs } from '../handlers/incident/report-emergency.ts';
import { isOfWalk, picturesOf } from './check-in-heard.ts';
import { pointOnDuty } from './emergency-heard.ts';
import type { Heard } from './heard.ts';

/** For so long the next plain words of a reporter in a village's group are their answer to what was asked. */
const answerWithinMs = 3 * 60_000;

/** How rescuers' words of an incident read; "看错了" alone reads like the end of a hazard. */
const ofIncident: ReadonlySet<Reading['intent']> = new Set([
  'false_alarm',
  'hazard_withdraw',
  'rescued',
  'situation',
  'handed_over',
] as const);
/** From here on the words are taken for what they read like. */
export const sureEnough = 0.6;
/** In a patrol's own words more can sound like a scene: 门口没人. */
const sureOfScene = 0.7;

/** Whether words are of an incident, whoever says them: read as they stand, or as from somebody who is there. */
export function speaksOfIncident(heard: Heard): boolean {
  const { reading, message, work } = heard;
  if (ofIncident.has(reading.intent)) return reading.confidence >= sureEnough;
  // What is wrong at a point, and where they are, is of the walk.
  if (message.text.trim() === '' || reading.intent === 'hazard_report' || reading.fields.points !== undefined)
    return false;
  if (tellsCourse(message.text.normalize('NFKC'))) return true;
  const about = { text: message.text, photos: 0, location: false, room: 'squad', quote: null } as const;
  const there = { openOrder: true, openShift: false, openCase: false, openQuestion: null } as const;
  const { intent, confidence } = read({ ...about, ...there }, { places: work.zone.places });
  return ofIncident.has(intent) && confidence >= sureOfScene;
}

/** Whether whoever told of an incident was only just asked where and how many. */
export function justAsked({ work, question }: Heard): boolean {
  return question !== null && question.expiresAt - detailsWindowMs + answerWithinMs >= work.now;
}

/** Whether somebody who told of an incident goes on with their walk by this: plainly, or with a picture of a point that is not its place. */
export async function walksOn(heard: Heard): Promise<boolean> {
  const { work, message, reading, question } = heard;
  if (isOfWalk(heard)) return true;
  if (picturesOf(heard) === 0 || reading.intent !== 'check_in' || reading.fields.points === undefined) return false;
  const incident = await work.tx.incidents.byId((question?.subject ?? '') as IncidentId);
  if (incident === null) return true;
  if (incident.placeId === null && justAsked(heard)) return false;
  const place = pointOnDuty(heard) ?? findPlace(work.zone.places, { text: message.text });
  return place === null ? !justAsked(heard) : place.id !== incident.placeId;
}
