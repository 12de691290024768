import type { ShiftView } from '../core/ports/shifts.ts';
import { read } from '../core/reading/read.ts';
import { isCrew } from '../core/shift-choice.ts';
import { whichPoint } from '../core/which-point.ts';
import { cluesOf, soFar, type CheckInTold } from '../handlers/patrol/check-in-told.ts';
import { isKnownStray, tellStray } from '../handlers/patrol/tell-stray.ts';
import { takeCheckIn } from '../handlers/patrol/take-check-in.ts';
import { checkInTold, picturesOf } from './check-in-heard.ts';
import type { Heard } from './heard.ts';
import { keepNow } from './keep-now.ts';

const sureEnough = 0.6;

/**
 * A picture that somebody on duty sent into a group of residents or of others: with the name of a point of theirs it is the check-in
 * that they meant, and without a word it may be one. They hear of it alone, and the group not at all. True: dealt with.
 */
export async function routeStray(heard: Heard): Promise<boolean> {
  const { work, room, person, message, quoted, question } = heard;
  const strange = room.kind === 'group' && (room.teamId === null || isOfSquad(heard)) && room.purpose !== 'mediation';
  if (!strange || message.edited || picturesOf(heard) === 0 || quoted !== null || question !== null) return false;
  if (message.attachments.some(({ forwarded }) => forwarded === true)) return false;
  const running = (await work.tx.shifts.current(person.id, null, work.now)).filter((view) => isOut(view, heard));
  if (running.length === 0) return false;
  const named = (await ofAlbum(heard, running)) ?? (await namedIn(heard, running));
  if (named !== null) return count(heard, named.view, named.told);
  const [only, ...more] = running;
  if (message.text.trim() !== '' || only === undefined || more.length > 0 || isOnOrder(heard)) return false;
  if (await isKnownStray(work, only.shift, person)) return false;
  await tellStray(work, only.shift, person, { room, checkIn: null });
  return true;
}

/** The group of rescuers who are on no duty together now. */
function isOfSquad({ room, shifts }: Heard): boolean {
  return (
    room.purpose === 'squad' && !shifts.some(({ shift }) => room.teamId !== null && shift.teamIds.includes(room.teamId))
  );
}

/** Whoever is out on an order shows what they are at. */
const isOnOrder = ({ orders }: Heard): boolean => orders.some(({ answer }) => answer === 'accepted');

function isOut(view: ShiftView, { person }: Heard): boolean {
  const { state, kind } = view.shift;
  return (state === 'running' || state === 'closing') && kind !== 'desk' && isCrew(view, person.id);
}

async function count(heard: Heard, { shift }: ShiftView, told: CheckInTold): Promise<boolean> {
  const { work, room, person, message } = heard;
  await keepNow(heard);
  const taken = await takeCheckIn(work, shift.id, told);
  if (taken.kind === 'not_ours') return false;
  if (taken.checkIn.messageId !== message.messageId) return true;
  const counts = taken.result.kind === 'checked_in' || taken.result.kind === 'checked_in_again';
  await tellStray(work, shift, person, { room, checkIn: counts ? taken.checkIn : null });
  return true;
}

interface Meant {
  view: ShiftView;
  told: CheckInTold;
}

/** The rest of an album of which the first picture counts. */
async function ofAlbum(heard: Heard, running: readonly ShiftView[]): Promise<Meant | null> {
  const { work, room, message } = heard;
  if (message.albumId === undefined) return null;
  for (const view of running) {
    const checkIns = await work.tx.shifts.checkIns(view.shift.id);
    if (checkIns.some(({ albumId, roomId }) => albumId === message.albumId && roomId === room.id))
      return { view, told: { ...checkInTold(heard, 'named'), answered: true } };
  }
  return null;
}

/** The only duty of which the words under the picture plainly name a point; one that wants the word at the point is told in the team. */
async function namedIn(heard: Heard, running: readonly ShiftView[]): Promise<Meant | null> {
  const { work, message } = heard;
  if (message.text.trim() === '') return null;
  const onDuty = { openOrder: false, openShift: true, openCase: false, openQuestion: null, quote: null } as const;
  const reading = read(
    { text: message.text, photos: picturesOf(heard), location: false, room: 'patrol', ...onDuty },
    { places: work.zone.places },
  );
  if (reading.intent !== 'check_in' || reading.confidence < sureEnough) return null;
  const told: CheckInTold = { ...checkInTold({ ...heard, reading }, 'named'), answered: true };
  const named: ShiftView[] = [];
  for (const view of running) {
    const which = whichPoint(
      cluesOf(work, view, told),
      soFar(work, { view, checkIns: await work.tx.shifts.checkIns(view.shift.id) }),
    );
    const plain = which.kind === 'points' && which.source !== 'next' && which.sure === 'said';
    if (plain && which.ns.every((n) => view.points.some((point) => point.n === n && !point.proof))) named.push(view);
  }
  const [view, ...more] = named;
  return view === undefined || more.length > 0 ? null : { view, told };
}
