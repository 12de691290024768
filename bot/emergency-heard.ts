import { findPlace } from '../core/find-place.ts';
import type { Incident } from '../core/incident.ts';
import type { Place } from '../core/people.ts';
import { ownNumberOf } from '../core/point-names.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { numberOf } from '../core/reading/numerals.ts';
import { incidentKindsOf } from '../core/reading/words-alone.ts';
import type { Reading } from '../core/reading/reading.ts';
import { canBeAbout } from '../core/same-incident.ts';
import type { ShiftPoint } from '../core/shift.ts';
import type { Heard } from './heard.ts';

/** Below this the words are not taken for an emergency; the reader puts ordinary talk under it. */
const sureEnough = 0.5;

/** Whether words are taken for danger to life, by whatever door they came. */
export function soundsLikeEmergency({ intent, confidence }: Reading): boolean {
  return intent === 'emergency' && confidence >= sureEnough;
}

/** 3号点着火了, 5号 有人倒地, 在2号附近, a wallet near no. 2, of somebody on patrol: the third of their route. Null: no such number, or of two routes. */
export function pointOnDuty({ work, message, shifts, reading }: Heard): Place | null {
  const text = message.text.normalize('NFKC').trim();
  const said =
    /(?<![\dA-Z-])(\d{1,3})号(?:点|附近|[这那](?:里|边|儿)|旁边?|[\s,，。:：]|$)/iu.exec(text)?.[1] ??
    /\b(?:at|near|by|around|past|behind) (?:the )?(?:no\.? ?|number |point |stop |#)(\d{1,3})\b/iu.exec(text)?.[1] ??
    onlyNumber(reading);
  const ids = shifts.flatMap((view) => pointsNumbered(view, Number(said)).map(({ placeId }) => placeId));
  const [only, ...others] = new Set(ids);
  if (only === undefined || others.length > 0) return null;
  return work.zone.places.find(({ id }) => id === only) ?? null;
}

/** The only point that the words were read to name, where that is by its number: 4号着火了 too. */
function onlyNumber({ fields: { points = [], place = '' } }: Reading): string | undefined {
  const [only = '', ...more] = points.length > 0 ? points : [/^(.{1,3})号$/u.exec(place.normalize('NFKC'))?.[1] ?? ''];
  const number = more.length === 0 && /^(?:\d+|[一二三四五六七八九十]+)$/u.test(only) ? numberOf(only) : undefined;
  return number === undefined || number.approximate ? undefined : String(number.value);
}

/** Of a round the number is the one that the thing bears, of a walk its place on the route. */
function pointsNumbered({ shift, points }: ShiftView, n: number): ShiftPoint[] {
  return points.filter((point) => (shift.kind === 'round' ? ownNumberOf(point.name) : point.n) === n);
}

/** Whether words that read like an emergency can be about this incident. */
export function wordsFit({ work, reading, message }: Heard, incident: Incident): boolean {
  const { place, placeCode } = reading.fields;
  const found = findPlace(work.zone.places, {
    text: `${place ?? ''} ${message.text}`,
    ...(placeCode === undefined ? {} : { code: placeCode }),
  });
  return canBeAbout(
    incident,
    {
      kinds: incidentKindsOf(reading),
      placeId: found?.id ?? null,
      position: message.position ?? found?.position ?? null,
    },
    work.zone.timing,
  );
}
