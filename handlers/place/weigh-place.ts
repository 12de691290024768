import type { PlaceId } from '../../core/ids.ts';
import type { Place } from '../../core/people.ts';
import type { TraceWord } from '../../core/trace.ts';
import { deriveColour, isNews, placeSubject, type DerivedColour, type PlaceColour } from '../../core/place-colour.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Work } from '../work.ts';
import { setColourTimer } from './place-timer.ts';
import { showColour } from './show-colour.ts';

/** More open hazards than a place has; what is overdue among the first says enough. */
const looked = 200;

/** Writes into the place's trace what happened to its colour. */
export async function tracePlace(
  work: Work,
  placeId: PlaceId,
  what: TraceWord,
  actorId: PersonId | null,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  await work.tx.trace.append({ subject: placeSubject(placeId), what, actorId, at: work.now, data });
}

/**
 * Looks at an enterprise anew after a hazard of it changed, and each morning: a change that the rules suggest is brought before
 * people once, and taken back when the rules no longer suggest it. The colour itself is never changed here.
 */
export async function weighPlace(work: Work, placeId: PlaceId | null): Promise<void> {
  const place = placeId === null ? null : await work.tx.places.byId(placeId);
  if (place?.kind !== 'enterprise' || !place.active) return;
  const record = await work.tx.placeColours.lock(place.id);
  const { derived, open } = await derivedColour(work, place, record);
  const present = record?.colour ?? derived.base;
  await setColourTimer(work, place.id, open === 0 && present === derived.base && derived.colour === present);
  if (isNews(record, derived)) await propose(work, place, record, derived);
  else if (record !== null && derived.colour === present) await drop(work, place, record);
}

/** What the rules suggest for a place now. */
async function derivedColour(
  work: Work,
  place: Place,
  record: PlaceColour | null,
): Promise<{ derived: DerivedColour; open: number }> {
  const [open, last] = await Promise.all([
    work.tx.hazards.ofPlace(place.id, looked),
    work.tx.hazards.lastOfPlace(place.id),
  ]);
  const derived = deriveColour({
    details: place.details,
    open,
    lastClosedAt: last?.closedAt ?? null,
    present: record?.colour ?? null,
    now: work.now,
  });
  return { derived, open: open.length };
}

async function propose(work: Work, place: Place, record: PlaceColour | null, derived: DerivedColour): Promise<void> {
  const from = record?.colour ?? derived.base;
  // A proposal that nobody decided on gives way to the new one: its card says so.
  if (record !== null) await drop(work, place, record);
  const { colour, reasons } = derived;
  const next: PlaceColour = {
    placeId: place.id,
    token: record?.token ?? work.ids.token(),
    colour: from,
    proposal: { from, colour, reasons, at: work.now, end: null },
  };
  await work.tx.placeColours.put(next);
  await tracePlace(work, place.id, 'colour_proposed', null, { from, to: colour, reasons });
  await showColour(work, place, next);
}

async function drop(work: Work, place: Place, record: PlaceColour): Promise<void> {
  const { proposal } = record;
  if (proposal === null || proposal.end !== null) return;
  const dropped: PlaceColour = { ...record, proposal: { ...proposal, end: { how: 'dropped', at: work.now } } };
  await work.tx.placeColours.put(dropped);
  await tracePlace(work, place.id, 'colour_dropped', null, { from: proposal.from, to: proposal.colour });
  await showColour(work, place, dropped);
}
