import { photosOf } from '../../core/check-in.ts';
import type { Desk } from './drawing.ts';
import type { Night } from './night-picture.ts';
import { nightPicture } from './night-picture.ts';
import { nameOf } from './shift-shown.ts';
import type { NightFacts } from './shift-summary.ts';
import { dateOf } from './shift-when.ts';

/** The picture of a night in SVG, with its points where the zone has them, and the tracks of those who shared theirs. */
export async function nightOf({ shown, checkIns }: NightFacts, { tools, presenting }: Desk): Promise<string> {
  const { shift, points, people, who } = shown;
  const track = await tools.read.shifts.track(shift.id);
  const places = new Map((tools.zone.places ?? []).map((place) => [place.id, place]));
  const states = new Map(points.map(({ n, state }) => [n, state]));
  const counted = checkIns.filter(({ state }) => state === 'counted').toSorted((a, b) => a.at - b.at);
  const night: Night = {
    shift,
    day: dateOf(shift, presenting),
    points: points.map(({ n, name, state, placeId }) => ({
      n,
      name,
      state,
      position: (placeId === null ? undefined : places.get(placeId))?.position ?? null,
    })),
    walked: counted.flatMap(({ n }) => n ?? []),
    tracks: [...Map.groupBy(track, ({ personId }) => personId).values()],
    people: people
      .filter(({ state }) => state === 'present')
      .map(({ personId, minutes }) => ({ name: nameOf(who, personId), minutes: minutes ?? 0 })),
    photos: photosOf(checkIns),
    seenAt: counted.flatMap(({ at, n }) => {
      const state = n === null ? undefined : states.get(n);
      return state === undefined ? [] : [{ at, state }];
    }),
  };
  return nightPicture(night, presenting.texts.night, { timeZone: presenting.timeZone, now: presenting.now });
}
