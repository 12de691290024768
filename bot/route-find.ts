import type { Find } from '../core/check-in.ts';
import { takeFind } from '../handlers/patrol/take-find.ts';
import { picturesOf } from './check-in-heard.ts';
import { pointOnDuty } from './emergency-heard.ts';
import type { Heard } from './heard.ts';
import { keepNow } from './keep-now.ts';
import { addFound } from './route-details.ts';
import { shiftMeant, sureToAct } from './shift-heard.ts';

/**
 * Something that a patrol came across: suspicious people, things found, things lost. Danger to life never comes here. Without a
 * duty it is taken in a patrol's own group and alone with the bot, and nowhere else. True: dealt with.
 */
export async function routeFind(heard: Heard): Promise<boolean> {
  const { work, room, person, message, reading } = heard;
  const kind = kindOf(heard);
  if (kind === null || message.edited) return false;
  const view = shiftMeant(heard, ({ shift }) => shift.state === 'running' || shift.state === 'closing');
  const onPatrol = view !== null || room.purpose === 'patrol' || room.kind === 'direct';
  if (!onPatrol) return false;
  if (picturesOf(heard) > 0) await keepNow(heard);
  const { position } = message;
  await takeFind(work, view, {
    kind,
    person,
    room,
    messageId: message.messageId,
    words: message.text,
    place: reading.fields.place ?? '',
    code: reading.fields.placeCode ?? pointOnDuty(heard)?.code ?? null,
    position: position === undefined ? null : { lat: position.lat, lon: position.lon },
  });
  if (kind === 'found') await addFound(heard);
  return true;
}

function kindOf({ reading }: Heard): Find['kind'] | null {
  const { intent, confidence, fields } = reading;
  if (confidence < sureToAct) return null;
  if (intent === 'suspicious') return 'suspicious';
  if (intent !== 'found_item') return null;
  return fields.lost === true ? 'lost' : 'found';
}
