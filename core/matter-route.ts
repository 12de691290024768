import type { DisputeKind } from './catalogue.ts';
import type { HazardArea } from './hazard-owner.ts';
import type { Danger, MatterKind } from './matter.ts';
import type { MatterRoom } from './zone/private-rules.ts';

/** Why a room stands where it does on the way of a matter; bot/texts names them. */
export const routeReasons = [
  /** It was asked for by name, and may take it. */
  'wished',
  /** Another was asked for that does not take such matters. */
  'wish_not_taken',
  /** The firm's own committee; the village's own. */
  'enterprise',
  'village',
  /** It is for this part; for this kind. */
  'area',
  'kind',
  /** It takes all. */
  'zone',
  'joint',
  /** A room before it does not take so much, or so many people. */
  'sum',
  'people',
  /** Danger: whoever is trained for it comes before those next door. */
  'danger',
  /** No room says that it takes it: those for all do. */
  'nobody_else',
] as const;
export type RouteReason = (typeof routeReasons)[number];

/** One room on the way of a matter, and why it is asked there. */
export interface RouteStop {
  /** Its code in the zone file. */
  room: string;
  why: readonly RouteReason[];
}

/** What decides on the way of a matter. */
export interface RouteAsk {
  kind: MatterKind;
  /** Of a dispute; null: not said, or another kind of matter. */
  about: DisputeKind | null;
  where: Pick<HazardArea, 'names' | 'placeCode'>;
  sumYuan: number | null;
  people: number | null;
  /** Code of the room that was asked for; '' none. */
  wishRoom: string;
  danger: Danger | null;
}

/** 上桥 and 上桥村 are the same village. */
const plainName = (name: string): string => name.replace(/村$/u, '');

const levels: Readonly<Record<MatterRoom['level'], number>> = { local: 0, special: 1, zone: 2, joint: 3 };

/** The narrower a room's own field, the earlier it is asked: a firm, then a part, then a kind, then all. */
function width(room: MatterRoom): number {
  if (room.places.length > 0) return 0;
  if (room.areas.length > 0) return 1;
  return room.kinds.length > 0 ? 2 : 3;
}

function isThere(room: MatterRoom, { where }: RouteAsk): boolean {
  if (room.places.length === 0 && room.areas.length === 0) return true;
  const names = new Set(where.names.map(plainName));
  return room.places.includes(where.placeCode) || room.areas.some((area) => names.has(plainName(area)));
}

function takesKind(room: MatterRoom, { kind, about }: RouteAsk): boolean {
  if (!room.matters.includes(kind)) return false;
  if (kind !== 'dispute' || room.kinds.length === 0) return true;
  return about !== null && room.kinds.includes(about);
}

const tooMuch = ({ maxYuan }: MatterRoom, { sumYuan }: RouteAsk): boolean =>
  maxYuan !== undefined && sumYuan !== null && sumYuan > maxYuan;
const tooMany = ({ maxPeople }: MatterRoom, { people }: RouteAsk): boolean =>
  maxPeople !== undefined && people !== null && people > maxPeople;

/** Whether there was violence: then nobody next door is told, and no table is shared with many. */
export function wasViolent({ about, danger }: Pick<RouteAsk, 'about' | 'danger'>): boolean {
  return about === 'domestic_violence' || danger === 'violence';
}

/** Levels that are not asked, whatever their rooms say. */
function shutLevels(ask: RouteAsk): ReadonlySet<MatterRoom['level']> {
  if (wasViolent(ask)) return new Set(['local', 'joint']);
  return ask.danger === null ? new Set() : new Set(['local']);
}

function whyThere(room: MatterRoom, ask: RouteAsk): RouteReason[] {
  const why: RouteReason[] = [];
  if (room.level === 'local') why.push(room.places.includes(ask.where.placeCode) ? 'enterprise' : 'village');
  else if (room.level === 'joint' || room.level === 'zone') why.push(room.level);
  else if (room.areas.length > 0 || room.places.length > 0) why.push('area');
  else why.push('kind');
  if (ask.danger !== null && room.level !== 'zone') why.push('danger');
  return why;
}

/** A crowd is for the joint team first; else from near to far, and of those equally near the narrower one. */
function compare(ask: RouteAsk): (a: MatterRoom, b: MatterRoom) => number {
  const rank = ({ level }: MatterRoom): number => (ask.danger === 'crowd' && level === 'joint' ? -1 : levels[level]);
  return (a, b) => rank(a) - rank(b) || width(a) - width(b);
}

/** The room that was asked for by name, when it takes such matters, from anywhere. */
function wishedRoom(rooms: readonly MatterRoom[], ask: RouteAsk): MatterRoom | undefined {
  const wished = rooms.find(({ code }) => code === ask.wishRoom);
  if (wished === undefined || !takesKind(wished, ask) || tooMuch(wished, ask) || tooMany(wished, ask)) return undefined;
  return wasViolent(ask) && wished.level === 'joint' ? undefined : wished;
}

/**
 * The rooms that a matter goes to, one after the other, each with its reasons. First the one that was asked for, if it may take
 * it; then the village's or the firm's own committee; then those for its kind or part; those for all; the joint team. A room is
 * passed over when the sum or the number of people is above its bound. Where there was violence, no committee next door and no
 * joint session; in other danger, no committee next door; a crowd goes to the joint team at once. Empty: nobody takes such
 * matters.
 */
export function matterRoute(rooms: readonly MatterRoom[], ask: RouteAsk): readonly RouteStop[] {
  const shut = shutLevels(ask);
  const open = rooms.filter((room) => !shut.has(room.level));
  const fit = open.filter((room) => takesKind(room, ask) && isThere(room, ask)).sort(compare(ask));
  const wished = wishedRoom(rooms, ask);
  const notTaken = ask.wishRoom !== '' && wished === undefined;
  const stops: RouteStop[] = wished === undefined ? [] : [{ room: wished.code, why: ['wished'] }];
  let extra: RouteReason[] = notTaken ? ['wish_not_taken'] : [];
  for (const room of fit) {
    if (room.code === wished?.code) continue;
    const over = [
      ...(tooMuch(room, ask) ? (['sum'] as const) : []),
      ...(tooMany(room, ask) ? (['people'] as const) : []),
    ];
    if (over.length > 0) {
      extra = [...new Set([...extra, ...over])];
      continue;
    }
    stops.push({ room: room.code, why: [...whyThere(room, ask), ...extra] });
    extra = [];
  }
  return stops.length > 0 ? stops : lastResort(open, ask);
}

/** Nobody says that they take it: then those who take all else of that sort do, so that it never lies there. */
function lastResort(rooms: readonly MatterRoom[], ask: RouteAsk): readonly RouteStop[] {
  return rooms
    .filter(({ level, matters }) => (level === 'zone' || level === 'joint') && matters.includes(ask.kind))
    .sort(compare(ask))
    .map(({ code }) => ({ room: code, why: ['nobody_else'] }));
}
