import type { Token } from '../core/ids.ts';
import type { Verb } from '../core/message.ts';
import type { TapResult } from '../core/tap-result.ts';
import type { PatrolVerb } from '../core/patrol-verb.ts';
import type { Person } from '../core/people.ts';
import { takeFindTap } from '../handlers/patrol/decide-find.ts';
import { decideRequest } from '../handlers/patrol/decide-request.ts';
import { takeCheckInTap } from '../handlers/patrol/take-check-in-tap.ts';
import { takeShiftTap, type ShiftVerb } from '../handlers/patrol/take-shift-tap.ts';
import type { Work } from '../handlers/work.ts';

/** A tap on a button of a shift, a check-in, a request or a find; null: the token is of none of them. */
export async function routePatrolTap(
  work: Work,
  token: Token,
  { person, verb, value }: { person: Person; verb: Verb; value: string },
): Promise<TapResult | null> {
  if (isRequestVerb(verb)) return decideRequest(work, token, person, verb);
  if (isCheckInVerb(verb)) {
    const checkIn = await work.tx.shifts.checkInByToken(token);
    return checkIn === null ? null : takeCheckInTap(work, checkIn, person, verb, value);
  }
  if (isFindVerb(verb)) {
    const find = await work.tx.shifts.findByToken(token);
    return find === null ? null : takeFindTap(work, find, person, verb);
  }
  if (!isShiftVerb(verb)) return null;
  const shift = await work.tx.shifts.byToken(token);
  const view = shift === null ? null : await work.tx.shifts.view(shift.id);
  return view === null ? null : takeShiftTap(work, view, person, verb, value);
}

function isRequestVerb(verb: Verb): verb is Extract<PatrolVerb, `request_${string}`> {
  return verb.startsWith('request_');
}

function isCheckInVerb(verb: Verb): verb is Extract<PatrolVerb, `check_in_${string}`> {
  return verb.startsWith('check_in_');
}

function isFindVerb(verb: Verb): verb is Extract<PatrolVerb, `find_${string}`> {
  return verb.startsWith('find_');
}

function isShiftVerb(verb: Verb): verb is ShiftVerb {
  return /^(?:shift|gear|handover)_/.test(verb) || verb === 'points_excuse';
}
