/** What a patrol writes through the night, from coming on duty to going home. */
import { emergency } from '../danger/emergency.ts';
import { hazard } from '../hazards/hazard.ts';
import { certain } from '../likeness/trust.ts';
import { oneOf } from '../one-of.ts';
import type { Fields, Meaning } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { checkIn } from './check-in.ts';
import { foundItem, lostSomebody } from './finds.ts';
import { gearMoved, handover } from './handover.ts';
import { hurtOnDuty } from './hurt.ts';
import { leaveRequest } from './leave.ts';
import { leftOut } from './left-out.ts';
import { gearLost } from './lost-gear.ts';
import { comingLate, muster } from './muster.ts';
import { pointsPassed } from './not-there.ts';
import { pointFields, pointsIn } from './points.ts';
import { shiftEnd } from './shift-end.ts';
import { standingOf } from './standing.ts';
import type { Standing } from './standing.ts';
import { suspicious } from './suspicious.ts';

type Way = (heard: Utterance, standing: Standing) => Meaning | undefined;

/** Of several things that are said at once, what somebody must see to first. */
const ways: readonly Way[] = [
  ...[hurtOnDuty, lostSomebody, gearLost, foundItem, suspicious, leaveRequest],
  ...[handover, shiftEnd, muster, comingLate, gearMoved, checkIn],
];
/** A hazard that is only likely is left to the check-in. */
const surely = 0.86;
/** What hangs or stands at a point and is no longer there: nobody jokes of it, however much the words are like talk. */
const gone = oneOf(
  '(?:灭火[器瓶毯]|消[火防]栓的?(?:水[带枪])?|救生[圈衣竿杆绳]|路牌|反光镜|井盖|盖板|护栏|栏杆)[^,。!?]{0,3}(?:不见|没了|没得|丢了|失踪|被(?:人|谁)?[^,。!?]{0,3}(?:偷|拿|搬|拆|抬|撬|顺))',
  '(?:extinguisher|life ?(?:ring|buoy|jacket)|hydrant|hose|manhole cover|guard ?rail)s?(?: is| are| was| has been)? (?:gone|missing|stolen)',
);
/** It was gone once, or is there again. */
const backAgain = /昨|前天|上次|上回|以前|[补换装挂放]上|[找拿换装]回|找到|哈|yesterday|back/;
/** Longer than this is no message of a patrol but something that was forwarded. */
const longest = 400;

/** Reads what a patrol says, or nothing; danger to life comes first and is read elsewhere. */
export function patrol(heard: Utterance): Meaning | undefined {
  const standing = standingOf(heard);
  if (standing === undefined || heard.answering || heard.plain.length > longest) return undefined;
  const meaning = firstOf(heard, standing);
  if (meaning === undefined && standing !== 'on_shift') return undefined;
  if (meaning?.intent !== 'emergency' && emergency(heard) !== undefined) return undefined;
  const checked = meaning === undefined || meaning.intent === 'check_in';
  return checked && standing === 'on_shift' ? (withHazard(heard, meaning) ?? meaning) : meaning;
}

function firstOf(heard: Utterance, standing: Standing): Meaning | undefined {
  for (const way of ways) {
    const meaning = way(heard, standing);
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

/** Just enough to be heard before the hazard's own reading. */
function above(confidence: number): number {
  return Math.min(1, Math.round((confidence + 0.01) * 100) / 100);
}

/** What is found wrong on a walk is shown at a point: its name stays with it, for whoever knows the route. */
export function withPoint(heard: Utterance, meaning: Meaning): Meaning {
  const { message } = heard;
  const shown = message.photos > 0 && message.openShift && message.room === 'patrol';
  if (meaning.intent !== 'hazard_report' || !shown || meaning.fields.points !== undefined) return meaning;
  const passed = pointsPassed(heard);
  if (passed.fields.notThere === undefined && leftOut(heard.plain) !== undefined) return meaning;
  const { fields, because } = pointFields(heard, passed.points);
  const why = because.filter(({ field }) => field === 'points');
  const where = aboutPoints({ ...fields, ...passed.fields });
  return { ...meaning, fields: { ...meaning.fields, ...where }, because: [...meaning.because, ...why] };
}

/** Of these fields those that tell which points were passed, and which were not. */
function aboutPoints({ points, leftOut, notThere }: Fields): Fields {
  return {
    ...(points === undefined ? {} : { points }),
    ...(leftOut === undefined ? {} : { leftOut }),
    ...(notThere === undefined ? {} : { notThere }),
  };
}

/**
 * What a patrol finds wrong stays a report of it, with the point where it was found; only a photo under a point's number is first
 * of all a check-in, with what is wrong.
 */
function withHazard(heard: Utterance, seen: Meaning | undefined): Meaning | undefined {
  if (heard.plain.trim() === '' || seen?.fields.ok === true) return undefined;
  const found = hazard(heard);
  if (found?.intent !== 'hazard_report' || (seen !== undefined && found.confidence < surely)) return undefined;
  const points = pointsIn(heard, heard.message.photos > 0);
  const isGone = gone.test(heard.plain) && !backAgain.test(heard.plain);
  if (seen === undefined || !points.numbered || heard.message.photos === 0) {
    const { fields, because } = seen ?? pointFields(heard, points);
    if (fields.points === undefined && seen === undefined && !isGone) return undefined;
    return {
      ...found,
      confidence: isGone ? certain : above(found.confidence),
      fields: { ...found.fields, ...aboutPoints(fields) },
      because: [...found.because, ...because.filter(({ field }) => field === 'points')],
    };
  }
  const { kinds, severity } = found.fields;
  return {
    ...seen,
    confidence: Math.max(seen.confidence, above(found.confidence)),
    fields: {
      ...seen.fields,
      ok: false,
      ...(kinds === undefined ? {} : { kinds }),
      ...(severity === undefined ? {} : { severity }),
    },
    because: [...seen.because, ...found.because.filter(({ field }) => field === 'kinds')],
  };
}
