import { certain } from '../core/reading/likeness/trust.ts';
import { roundFault, type RoundFault } from '../core/reading/patrol/round-fault.ts';
import { read } from '../core/reading/read.ts';
import type { Reading } from '../core/reading/reading.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { isWalked } from '../core/shift.ts';
import { picturesOf } from './check-in-heard.ts';
import type { Heard } from './heard.ts';
import { readingRoom } from './listen.ts';
import { routeCheckIn } from './route-check-in.ts';
import { begin } from './route-hazard-report.ts';

const isOn = ({ shift }: ShiftView): boolean => shift.state === 'running' || shift.state === 'closing';

/**
 * 9号 完好 under a picture, during a round that takes days: read as on a walk, where it names one of the round's points. What is wrong
 * with what hangs there is offered to be registered, with a picture or without. Other words of those days are about other things, so
 * everything else is read as of somebody on no duty. True: dealt with.
 */
export async function routeRound(heard: Heard): Promise<boolean> {
  const { work, message, room, shifts } = heard;
  const { text } = message;
  if (message.edited || text.trim() === '') return false;
  if (!shifts.some((view) => view.shift.kind === 'round' && isOn(view))) return false;
  if (shifts.some(({ shift }) => isWalked(shift))) return false;
  const fault = roundFault(text);
  if (picturesOf(heard) === 0 && fault === null) return false;
  const about = {
    // Gear without air lacks pressure; of a person it is said of life and death.
    text: fault?.kind === 'fire_equipment' ? text.replaceAll('没气', '没压力') : text,
    photos: Math.max(1, picturesOf(heard)),
    location: message.position !== undefined,
    room: readingRoom(room),
  };
  const known = { openOrder: false, openShift: true, openCase: false, openQuestion: null, quote: null };
  const reading = read({ ...about, ...known }, { places: work.zone.places });
  if (fault !== null) return tellFault(heard, reading, fault);
  if (reading.intent !== 'check_in') return false;
  const onRound: Heard = { ...heard, reading };
  const taken = await routeCheckIn(onRound);
  if (onRound.filesKept === true) heard.filesKept = true;
  return taken;
}

/** 井头桥 绳子断了: the point is seen where a picture shows it, and its fault is offered, as sure as a rule can be. */
async function tellFault(heard: Heard, read: Reading, { kind }: RoundFault): Promise<boolean> {
  if (read.intent === 'emergency' || (picturesOf(heard) === 0 && read.fields.points === undefined)) return false;
  const { fields } = read;
  const kinds = kind === null ? (fields.kinds ?? (['waterside'] as const)) : [kind];
  const reading: Reading = {
    ...read,
    intent: 'hazard_report',
    confidence: certain,
    fields: { ...fields, ok: false, kinds, severity: fields.severity ?? 'ordinary' },
  };
  const told: Heard = { ...heard, reading };
  const seen = picturesOf(heard) > 0 && (await routeCheckIn(told));
  if (!seen) await begin(told, { offer: true });
  if (told.filesKept === true) heard.filesKept = true;
  return true;
}
