import { read } from '../core/reading/read.ts';
import type { Reading } from '../core/reading/reading.ts';
import { tellsCourse } from '../core/scene-words.ts';
import type { Heard } from './heard.ts';

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
