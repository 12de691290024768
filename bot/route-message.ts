import type { Order } from '../core/incident.ts';
import type { Inbound, InboundMessage } from '../core/message.ts';
import type { Person, Room } from '../core/people.ts';
import { followPosition } from '../handlers/incident/report-progress.ts';
import { keepFiles } from '../handlers/incident/keep-files.ts';
import { followTrack } from '../handlers/patrol/follow-track.ts';
import { bindIdentity } from '../handlers/people/bind-identity.ts';
import type { Known } from '../handlers/people/know-sender.ts';
import type { Work } from '../handlers/work.ts';
import type { Heard } from './heard.ts';
import { answer, onlyDrills } from './heard.ts';
import { listen } from './listen.ts';
import { readMatterStart } from './read-matter-start.ts';
import { routeByName } from './route-by-name.ts';
import { routeSign } from './route-check-in.ts';
import { readCommand, routeCommand } from './route-command.ts';
import { routeCommandRoom } from './route-command-room.ts';
import { routeCourtesy } from './route-courtesy.ts';
import { routeDataWord } from './route-data.ts';
import { routeOwnReport } from './route-details.ts';
import { routeEdited } from './route-edited.ts';
import { routeEmergency } from './route-emergency.ts';
import { endBesideDanger } from './route-end.ts';
import { isAboutHazard, routeHazard } from './route-hazard.ts';
import { routeHazardCheck } from './route-hazard-check.ts';
import { readHazardCommand, routeHazardCommand, type HazardCommand } from './route-hazard-command.ts';
import { routeHazardList } from './route-hazard-list.ts';
import { routeHush } from './route-hush.ts';
import { routeLateAnswer } from './route-late-answer.ts';
import { keepWithTalk, routeLivelyTalk, routeMatter, routeMatterStart } from './route-matter.ts';
import { routeMatterWord } from './route-matter-word.ts';
import { routePatrol } from './route-patrol.ts';
import { readPlaceCommand, routePlace } from './route-place.ts';
import { routeReplyWord } from './route-reply-word.ts';
import { routeRescuer } from './route-rescuer.ts';
import { routeRollCall } from './route-roll-call.ts';
import { routeMediator } from './route-mediator.ts';
import { routeStray } from './route-stray.ts';
import { routeSide } from './route-side.ts';
import { routeSideStop } from './route-side-stop.ts';
import { routeSideTimes } from './route-side-times.ts';
import { routeSideWish } from './route-side-wish.ts';
import { routeUnread } from './route-unread.ts';
import { routeVisited } from './route-visited.ts';
import { routeWelfareAgain } from './route-welfare.ts';
import { routeWorry } from './route-worry.ts';

/** Takes a message: keeps what came with it, reads the words, and hands them to whom they concern. */
export async function routeMessage(work: Work, inbound: Inbound, message: InboundMessage, known: Known): Promise<void> {
  const { room, person } = known;
  if (person === null) return;
  if (await mayBePrivate(work, room, person, message)) work.keepPrivate();
  if (message.position !== undefined) await takePosition(work, person, message, inbound.sentAt);
  const bindCode = /^\s*(?:绑定|bind)\s*([0-9A-Za-z]{4})\s*$/i.exec(message.text)?.[1];
  const startCode = /^bind[_-]?([0-9A-Za-z]{4})$/i.exec(message.start ?? '')?.[1];
  const code = bindCode ?? startCode;
  if (code !== undefined) return answer(work, room, message, await bindIdentity(work, known, code));
  if (await routeDataWord(work, room, person, message)) return;
  if (await beginMatter(work, room, person, message)) return;
  const place = message.edited ? null : readPlaceCommand(message);
  if (place !== null && (await routePlace(work, { person, room, message, command: place }))) return;
  const asked = message.edited ? null : readHazardCommand(message, room);
  const command = asked === null ? readCommand(message, room) : null;
  if (command !== null && !message.edited) return routeCommand(work, known, person, message, command);
  const commanded = asked === null ? null : await listen(work, room, person, { ...message, text: asked.words });
  const obeyed = asked !== null && commanded !== null && (await obeyHazard(commanded, asked));
  const heard = commanded !== null && obeyed ? commanded : await listen(work, room, person, message);
  const understood = obeyed || (message.isOurs !== true && (await understand(heard)));
  if (message.attachments.length > 0 && heard.filesKept !== true)
    await keepFiles(work, { room, person, message, incidentId: await incidentOf(heard) });
  if (understood) return;
  if (room.kind === 'direct' && !message.edited) await answerPlainly(heard, known.isNew);
}

/** Whatever names a matter, and whatever somebody whom one concerns says in their direct chat, is kept sealed, understood or not. */
async function mayBePrivate(work: Work, room: Room, person: Person, { text }: InboundMessage): Promise<boolean> {
  return /\bM-?\d{4}-?\d{4,6}\b/i.test(text) || (room.kind === 'direct' && (await work.tx.matters.concerns(person.id)));
}

/** A private matter that is begun by name, or gone on with by its number; what was said with the name is told with it. */
async function beginMatter(work: Work, room: Room, person: Person, message: InboundMessage): Promise<boolean> {
  const word = message.edited ? null : readMatterStart(message, room);
  if (word === null) return false;
  const text = word.name === 'start' ? word.words : '';
  return routeMatterStart(await listen(work, room, person, { ...message, text }), word);
}

/** Tries each flow in turn; true: it has dealt with the message. */
async function understand(heard: Heard): Promise<boolean> {
  if (heard.message.edited) return routeEdited(heard);
  if (await routeByName(heard)) return true;
  if ((await routeHush(heard)) || (await routeMatterWord(heard))) return true;
  if ((await routeLivelyTalk(heard)) || (await routeMediator(heard)) || (await routeWorry(heard))) return true;
  if (await routeVisited(heard)) return true;
  if (heard.reading.intent === 'roll_call')
    return (await routeRollCall(heard)) || (await routePatrol(heard)) || routeHazardList(heard);
  if (heard.reading.intent !== 'emergency' && (await isAboutHazard(heard)) && (await routeHazard(heard))) return true;
  return (
    (await routeReplyWord(heard)) ||
    (await routeRescuer(heard)) ||
    (await routePatrol(heard)) ||
    (await routeDanger(heard)) ||
    (await routeSideTimes(heard)) ||
    (await routeSideWish(heard)) ||
    (await routeSide(heard)) ||
    (await routeSideStop(heard)) ||
    // 没改好，还有一半 by whoever was asked to look again is about that hazard, whatever it sounds like.
    (await routeHazardCheck(heard)) ||
    (await routeMatter(heard)) ||
    (await routeCommandRoom(heard)) ||
    (await routeOwnReport(heard)) ||
    (await routeHazard(heard)) ||
    routeStray(heard)
  );
}

/** Danger to life comes first by every door; where it is a private matter too, that is kept as one. */
async function routeDanger(heard: Heard): Promise<boolean> {
  if (!(await routeEmergency(heard))) return false;
  await keepWithTalk(heard);
  await endBesideDanger(heard);
  return true;
}

/** A command about hazards, unless its words are of danger to life: that comes first by every door. */
async function obeyHazard(heard: Heard, command: HazardCommand): Promise<boolean> {
  // A list or a number says nothing of danger, nor of an incident that was told of just before.
  const { name } = command;
  if (name === 'own' || name === 'area' || name === 'look_up') return routeHazardCommand(heard, command);
  return (await routeEmergency(heard)) || (await routeSign(heard)) || routeHazardCommand(heard, command);
}

/**
 * The incident that a person's pictures belong to: the one they hold a seat of, else the one they just reported, be it by
 * this very message.
 */
async function incidentOf({ work, room, person, orders }: Heard): Promise<Order['incidentId'] | null> {
  const seated = orders.find((order) => order.answer === 'accepted');
  if (seated !== undefined) return seated.incidentId;
  const question = await work.tx.rooms.question(room.id, person.id, work.now);
  return question?.kind === 'incident_details' ? (question.subject as Order['incidentId']) : null;
}

async function takePosition(work: Work, person: Person, message: InboundMessage, at: number): Promise<void> {
  const { position } = message;
  if (position === undefined) return;
  const { lat, lon, live } = position;
  // A phone's clock can run ahead; a position from the future would never grow old.
  await work.tx.people.putPosition(person.id, {
    lat,
    lon,
    at: Math.min(at, work.now),
    source: live ? 'live' : 'shared',
  });
  await followPosition(work, person, { lat, lon });
  if (live) await followTrack(work, person, { lat, lon }, Math.min(at, work.now));
}

/** Talk that is less sure is not understood. */
const sureOfTalk = 0.6;

/** In a direct chat somebody is waiting: a first hello, or what one can write here. */
async function answerPlainly(heard: Heard, isNew: boolean): Promise<void> {
  const { work, room, message } = heard;
  if (message.text === '' && message.attachments.some(({ kind }) => kind === 'voice'))
    return answer(work, room, message, { kind: 'words_wanted' });
  const wordless = message.text === '' && (message.attachments.length > 0 || message.position !== undefined);
  if (wordless && heard.orders.length > 0) return;
  if (await routeLateAnswer(heard)) return;
  if (message.text === '' && message.attachments.length === 0 && message.position !== undefined) return;
  if (isNew || message.start !== undefined) return answer(work, room, message, { kind: 'welcome' });
  if ((await routeWelfareAgain(heard)) || (await routeCourtesy(heard)) || (await routeUnread(heard))) return;
  const smallTalk = heard.reading.intent === 'small_talk' && heard.reading.confidence >= sureOfTalk;
  const notice = smallTalk
    ? ({ kind: 'help' } as const)
    : { kind: 'not_understood' as const, ...(await onlyDrills(heard)) };
  await answer(work, room, message, notice);
}
