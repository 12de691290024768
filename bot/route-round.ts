import { read } from '../core/reading/read.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { isWalked } from '../core/shift.ts';
import { picturesOf } from './check-in-heard.ts';
import type { Heard } from './heard.ts';
import { readingRoom } from './listen.ts';
import { routeCheckIn } from './route-check-in.ts';

const isOn = ({ shift }: ShiftView): boolean => shift.state === 'running' || shift.state === 'closing';

/**
 * 9号 完好 under a picture, during a round that takes days: read as on a walk, where it names one of the round's points. Other pictures
 * of those days are about other things, so everything else is read as of somebody on no duty. True: dealt with.
 */
export async function routeRound(heard: Heard): Promise<boolean> {
  const { work, message, room, shifts } = heard;
  const { text } = message;
  if (message.edited || text.trim() === '' || picturesOf(heard) === 0) return false;
  if (!shifts.some((view) => view.shift.kind === 'round' && isOn(view))) return false;
  if (shifts.some(({ shift }) => isWalked(shift))) return false;
  const about = { text, photos: picturesOf(heard), location: message.position !== undefined, room: readingRoom(room) };
  const known = { openOrder: false, openShift: true, openCase: false, openQuestion: null, quote: null };
  const reading = read({ ...about, ...known }, { places: work.zone.places });
  if (reading.intent !== 'check_in') return false;
  const onRound: Heard = { ...heard, reading };
  const taken = await routeCheckIn(onRound);
  if (onRound.filesKept === true) heard.filesKept = true;
  return taken;
}
