import type { Find } from '../core/check-in.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { read } from '../core/reading/read.ts';
import { goesOn, goOnWithFind, takeFind, type FindTold } from '../handlers/patrol/take-find.ts';
import { picturesOf } from './check-in-heard.ts';
import { pointOnDuty } from './emergency-heard.ts';
import type { Heard } from './heard.ts';
import { keepNow } from './keep-now.ts';
import { addFound } from './route-details.ts';
import { shiftMeant, sureToAct } from './shift-heard.ts';
import { isCourtesy } from './texts/courtesy-words.ts';

/**
 * Something that a patrol came across: suspicious people, things found, things lost; and what whoever told of it says and shows
 * next. Danger to life never comes here. Without a duty it is taken in a patrol's own group and alone with the bot, and nowhere
 * else. True: dealt with.
 */
export async function routeFind(heard: Heard): Promise<boolean> {
  const { work, room, message } = heard;
  if (message.edited) return false;
  const view = shiftMeant(heard, ({ shift }) => shift.state === 'running' || shift.state === 'closing');
  const kind = kindOf(heard);
  if (kind === null) return view !== null && goOn(heard, view);
  const onPatrol = view !== null || room.purpose === 'patrol' || room.kind === 'direct';
  if (!onPatrol) return false;
  if (picturesOf(heard) > 0) await keepNow(heard);
  await takeFind(work, view, { ...toldIn(heard), kind });
  if (kind === 'found') await addFound(heard);
  return true;
}

/** 车牌浙G12345, 他跑了, a picture: more of what was just told, which goes where that went. */
async function goOn(heard: Heard, view: ShiftView): Promise<boolean> {
  const { question, quoted } = heard;
  // What an incident of theirs waits for is asked of them, and a card that is quoted says what is meant.
  if (question !== null || (quoted !== null && quoted.kind !== 'reaction')) return false;
  const pictures = picturesOf(heard);
  const told = toldIn(heard);
  if (!(await goesOn(heard.work, view, told, { pictures, plain: isPlain(heard) }))) return false;
  if (pictures > 0) await keepNow(heard);
  return goOnWithFind(heard.work, view, told);
}

/** Words in which nothing else is read: neither where they are nor a report, thanks or sheer talk. */
function isPlain({ work, message, reading, shifts }: Heard): boolean {
  if (message.text.trim() === '' || isCourtesy(message.text) || reading.fields.points !== undefined) return false;
  const pictures = message.attachments.length;
  if (reading.intent === 'check_in') return pictures === 0 && reading.fields.ok === true;
  if (reading.intent === 'unknown') return true;
  if (reading.intent !== 'small_talk') return false;
  // What was just asked about makes talk less likely.
  const about = { text: message.text, photos: 0, location: false, room: 'patrol', quote: null } as const;
  const asked = { openOrder: false, openShift: shifts.length > 0, openCase: false, openQuestion: 'incident_details' };
  return read({ ...about, ...asked }, { places: work.zone.places }).intent === 'unknown';
}

function toldIn(heard: Heard): Omit<FindTold, 'kind'> {
  const { room, person, message, reading } = heard;
  const { position } = message;
  return {
    person,
    room,
    messageId: message.messageId,
    words: message.text,
    place: reading.fields.place ?? '',
    code: reading.fields.placeCode ?? pointOnDuty(heard)?.code ?? null,
    position: position === undefined ? null : { lat: position.lat, lon: position.lon },
  };
}

function kindOf({ reading }: Heard): Find['kind'] | null {
  const { intent, confidence, fields } = reading;
  if (confidence < sureToAct) return null;
  if (intent === 'suspicious') return 'suspicious';
  if (intent !== 'found_item') return null;
  return fields.lost === true ? 'lost' : 'found';
}
