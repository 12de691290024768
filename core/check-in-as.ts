import type { Reading } from './reading/reading.ts';

/**
 * What a message of somebody on duty can be to their check-ins. `any`: one, wherever it was. `named`: one only if it says where.
 * `about`: nothing but words about one that was before.
 */
export type CheckInAs = 'any' | 'named' | 'about';

const sureEnough = 0.6;
/** Words alone are a check-in only where they are plainly one. */
const sureInWords = 0.8;
/** 渡口到了: hardly more than a name. */
const barePoint = 12;
/** Longer words than these are no name of a point that follows a picture. */
const shortWords = 40;

/** The reading is a check-in, and sure enough to count as one. */
export function readsAsCheckIn({ intent, confidence }: Reading): boolean {
  return intent === 'check_in' && confidence >= sureEnough;
}

/**
 * What words can be, and a picture with them; null: nothing.
 * @param asked which point it was is an open question to who says it
 */
export function checkInAs(
  reading: Reading,
  { words, photos, asked }: { words: string; photos: number; asked: boolean },
): CheckInAs | null {
  const { intent, confidence, fields } = reading;
  const checkIn = readsAsCheckIn(reading);
  // Hardly more than a name of the route is meant as one, whatever else it is like.
  const bare = intent === 'small_talk' && words.trim().length <= barePoint;
  // What speaks of points where nobody was counts only for another that it names; no point is guessed.
  const any = fields.notThere !== undefined && fields.points === undefined ? 'named' : 'any';
  const likely = bare || intent === 'unknown' || intent === 'hazard_report';
  if (photos > 0) return checkIn ? any : likely || intent === 'check_in' || asked ? 'named' : null;
  if (checkIn && (confidence >= sureInWords || fields.correction === true)) return any;
  if (checkIn && words.length <= barePoint) return 'named';
  return asked || ((checkIn || likely) && words.length <= shortWords) ? 'about' : null;
}
