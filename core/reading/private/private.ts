/** What is told in private: danger first, then words about a dispute that is known, then a new one. */
import type { Meaning } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { answer } from './answer.ts';
import { course } from './course.ts';
import { crisis, sensedCrisis } from './crisis.ts';
import { dispute } from './dispute.ts';
import { respelled } from './respelled.ts';

/** Where people tell of private matters; in a squad or on patrol nobody does. */
const rooms = new Set(['direct', 'mediation', 'village']);
/** Longer than this is no message but something that was forwarded. */
const longest = 1200;

/** Reads a private matter, or nothing. */
export function privateMatter(heard: Utterance): Meaning | undefined {
  const { plain, message } = heard;
  if (!rooms.has(message.room) || heard.answering || plain.length > longest || plain.trim() === '') return undefined;
  const put = respelled(plain);
  const right = put === plain ? heard : { ...heard, plain: put };
  return crisis(right) ?? course(right) ?? answer(right) ?? sensedCrisis(right) ?? dispute(right);
}
