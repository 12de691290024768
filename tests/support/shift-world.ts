import type { RenderReads } from '../../bot/present/render-tools.ts';
import type { CheckIn, Find } from '../../core/check-in.ts';
import type { CalendarFeed, PersonMonth, ShiftView, TrackPoint } from '../../core/ports/shifts.ts';
import type { DutyOf, LogLine, ShiftRequest } from '../../core/shift.ts';

/** The duties of a rendering test's zone; whatever is left out is not there. */
export interface ShiftWorld {
  shifts?: readonly ShiftView[];
  checkIns?: readonly CheckIn[];
  requests?: readonly ShiftRequest[];
  finds?: readonly Find[];
  log?: readonly LogLine[];
  months?: readonly PersonMonth[];
  feeds?: readonly CalendarFeed[];
  track?: readonly TrackPoint[];
}

function isOf({ shift, people }: ShiftView, whose: DutyOf): boolean {
  return 'teamId' in whose
    ? shift.teamIds.includes(whose.teamId)
    : people.some(({ personId }) => personId === whose.personId);
}

/** Look-ups over plain values. */
export function shiftReadsOf(world: ShiftWorld): RenderReads['shifts'] {
  const {
    shifts = [],
    checkIns = [],
    requests = [],
    finds = [],
    log = [],
    months = [],
    feeds = [],
    track = [],
  } = world;
  const found = <Item>(item: Item | undefined): Promise<Item | null> => Promise.resolve(item ?? null);
  return {
    view: (id) => found(shifts.find(({ shift }) => shift.id === id)),
    between: (from, to, whose) =>
      Promise.resolve(
        shifts.filter(
          (view) =>
            view.shift.state !== 'cancelled' &&
            view.shift.startsAt >= from &&
            view.shift.startsAt < to &&
            (whose === undefined || isOf(view, whose)),
        ),
      ),
    checkIns: (id) => Promise.resolve(checkIns.filter(({ shiftId }) => shiftId === id)),
    checkIn: (id) => found(checkIns.find((one) => one.id === id)),
    request: (id) => found(requests.find((one) => one.id === id)),
    openRequests: (id) =>
      Promise.resolve(
        requests.filter(({ shiftId, state }) => shiftId === id && (state === 'asked' || state === 'agreed')),
      ),
    find: (id) => found(finds.find((one) => one.id === id)),
    finds: (id) => Promise.resolve(finds.filter(({ shiftId }) => shiftId === id)),
    log: (id) => Promise.resolve(log.filter(({ shiftId }) => shiftId === id)),
    track: (id) => Promise.resolve(track.filter(({ shiftId }) => shiftId === id)),
    months: (_from, _to, whose) =>
      Promise.resolve(
        months.filter(
          (one) =>
            whose === undefined || ('teamId' in whose ? one.teamId === whose.teamId : one.personId === whose.personId),
        ),
      ),
    feedOf: (whose) =>
      found(
        feeds.find((feed) => ('teamId' in whose ? feed.teamId === whose.teamId : feed.personId === whose.personId)),
      ),
  };
}
