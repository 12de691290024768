import { whichPoint } from '../core/which-point.ts';
import { wordDigits } from '../core/point-word.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { answerMs } from '../core/same-check-in.ts';
import { chooseShift, isCrew } from '../core/shift-choice.ts';
import { cluesOf, soFar, type CheckInTold } from '../handlers/patrol/check-in-told.ts';
import type { Heard } from './heard.ts';

/** A picture or a film. */
export function picturesOf({ message }: Heard): number {
  return message.attachments.filter(({ kind }) => kind === 'photo' || kind === 'video').length;
}

/** Words that can only be of the walk, whatever else was just asked: 补 4号, 同上, 5号点进不去. */
export function isOfWalk({ reading, shifts }: Pick<Heard, 'reading' | 'shifts'>): boolean {
  const { again, late, correction, skipped, proxy, ok, points } = reading.fields;
  const plainly =
    (again ?? late ?? correction ?? skipped) === true || proxy !== undefined || (ok === true && points !== undefined);
  return shifts.length > 0 && reading.intent === 'check_in' && plainly;
}

/** The message as a check-in takes it. */
export function checkInTold(heard: Heard, as: CheckInTold['as']): CheckInTold {
  const { person, room, message, reading } = heard;
  const {
    points = [],
    leftOut = [],
    notThere = [],
    place = '',
    placeCode = null,
    again,
    late,
    correction,
    time = null,
    ok = null,
  } = reading.fields;
  const { position } = message;
  const digits = wordDigits(message.text);
  return {
    person,
    room,
    messageId: message.messageId,
    albumId: message.albumId ?? null,
    quotedMessageId: message.quote?.messageId ?? null,
    words: message.text,
    photos: picturesOf(heard),
    forwarded: message.attachments.some(({ forwarded }) => forwarded === true),
    position:
      position === undefined
        ? null
        : {
            lat: position.lat,
            lon: position.lon,
            ...(position.accuracyMetres === undefined ? {} : { accuracyMetres: position.accuracyMetres }),
          },
    points: points.filter((point) => point !== digits),
    leftOut,
    notThere,
    place: place === '' ? (position?.placeName ?? '') : place,
    code: placeCode,
    scanned: false,
    again: again === true,
    late: late === true,
    correction: correction === true,
    time,
    ok,
    proxy: reading.fields.proxy ?? '',
    as,
    unsure: false,
  };
}

/** Which duty a check-in is of, and whether that is only a guess between two. */
export interface MeantShift {
  view: ShiftView;
  unsure: boolean;
  /** The sender's own duty, in the room of another team. */
  elsewhere: boolean;
}

/**
 * The duty that a check-in is of: one of the room's team, the sender's own before others; in another team's room only the
 * sender's own, where there is exactly one. Of several the one that the words name a point of, else the likeliest; of two that
 * are the sender's own nobody knows.
 */
export async function shiftOfCheckIn(heard: Heard, told: CheckInTold): Promise<MeantShift | null> {
  const { room, person, work } = heard;
  const here = heard.shifts.filter(({ shift }) => room.teamId !== null && shift.teamIds.includes(room.teamId));
  const own = heard.shifts.filter((view) => isCrew(view, person.id));
  const ownHere = here.filter((view) => own.includes(view));
  const running = own.filter(isOn);
  if (ownHere.length === 0 && own.length > 0 && (here.length > 0 || room.kind === 'group')) {
    const [only, ...more] = running;
    // What rescuers show each other is of their scene; a caption that names a point is looked at in routeStray.
    if (room.purpose === 'squad') return null;
    return only !== undefined && more.length === 0 ? { view: only, unsure: false, elsewhere: true } : null;
  }
  const among = ownHere.length > 0 ? ownHere : room.kind === 'direct' ? own : here;
  const [first, ...others] = among;
  if (first === undefined) return null;
  if (others.length === 0) return { view: first, unsure: false, elsewhere: false };
  const named = await namedIn(heard, told, among);
  const ask = { personId: person.id, teamId: room.teamId, shiftId: null, now: work.now };
  const view = chooseShift(named.views, ask);
  const rivals = named.views.filter((one) => isOn(one) && one.shift.kind === 'patrol');
  return view === null
    ? null
    : { view, unsure: !named.sure && room.kind === 'direct' && rivals.length > 1, elsewhere: false };
}

const isOn = ({ shift }: ShiftView): boolean => shift.state === 'running' || shift.state === 'closing';

/** Of these duties the one that the message is about by what it says, or that it goes on with; else all that can take it. */
async function namedIn(
  { work, person, room }: Heard,
  told: CheckInTold,
  views: readonly ShiftView[],
): Promise<{ views: readonly ShiftView[]; sure: boolean }> {
  const looked = await Promise.all(
    views.map(async (view) => {
      const checkIns = await work.tx.shifts.checkIns(view.shift.id);
      const which = whichPoint(cluesOf(work, view, told), soFar(work, { view, checkIns }));
      const last = checkIns.findLast(({ byId, roomId }) => byId === person.id && roomId === room.id);
      return { view, which, lastAt: last?.receivedAt ?? 0 };
    }),
  );
  const said = looked.filter(({ which }) => which.kind === 'points' && which.source !== 'next');
  if (said.length === 1) return { views: said.map(({ view }) => view), sure: true };
  const latest = looked.toSorted((a, b) => b.lastAt - a.lastAt)[0];
  const goesOn = told.photos === 0 && latest !== undefined && work.now - latest.lastAt <= answerMs;
  if (goesOn) return { views: [latest.view], sure: true };
  const takes = looked.filter(({ which }) => which.kind !== 'not_ours');
  return { views: (said.length > 0 ? said : takes).map(({ view }) => view), sure: takes.length === 1 };
}
