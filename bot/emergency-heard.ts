import { findPlace } from '../core/find-place.ts';
import type { Incident } from '../core/incident.ts';
import type { Place } from '../core/people.ts';
import { incidentKindsOf } from '../core/reading/words-alone.ts';
import type { Reading } from '../core/reading/reading.ts';
import { canBeAbout } from '../core/same-incident.ts';
import type { Heard } from './heard.ts';

/** Below this the words are not taken for an emergency; the reader puts ordinary talk under it. */
const sureEnough = 0.5;

/** Whether words are taken for danger to life, by whatever door they came. */
export function soundsLikeEmergency({ intent, confidence }: Reading): boolean {
  return intent === 'emergency' && confidence >= sureEnough;
}

/** 3号点着火了, 5号 有人倒地, 在2号附近, of somebody on patrol: the third of their route. Null: no such number, or of two routes. */
export function pointOnDuty({ work, message, shifts }: Heard): Place | null {
  const n = Number(
    /(?<![\dA-Z-])(\d{1,3})号(?:点|附近|[这那](?:里|边|儿)|旁边?|[\s,，。:：]|$)/iu.exec(
      message.text.normalize('NFKC').trim(),
    )?.[1],
  );
  const ids = shifts.flatMap(({ points }) => points.filter((point) => point.n === n).map(({ placeId }) => placeId));
  const [only, ...others] = new Set(ids);
  if (only === undefined || others.length > 0) return null;
  return work.zone.places.find(({ id }) => id === only) ?? null;
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
