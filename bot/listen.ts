import type { IncidentId } from '../core/ids.ts';
import type { Order } from '../core/incident.ts';
import type { InboundMessage } from '../core/message.ts';
import type { Person, Room } from '../core/people.ts';
import type { OpenQuestion } from '../core/ports/rooms.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { read } from '../core/reading/read.ts';
import type { Message, Reading, Room as ReadingRoom } from '../core/reading/reading.ts';
import { isWalked } from '../core/shift.ts';
import { takesDetails } from '../handlers/incident/add-details.ts';
import type { Work } from '../handlers/work.ts';
import type { Heard } from './heard.ts';
import { hasOpenCase } from './route-hazard-which.ts';
import { isCourtesy } from './texts/courtesy-words.ts';

/** Below this the words are not taken for a change of mind. */
const sureEnough = 0.6;

/** Reads a message by everything around it that its meaning depends on. */
export async function listen(work: Work, room: Room, person: Person, message: InboundMessage): Promise<Heard> {
  const orders = await work.tx.incidents.currentOrders(person.id);
  const question = await openQuestion(work, room, person);
  const quotedId = message.quote?.messageId;
  const quoted = quotedId === undefined ? null : await work.tx.outbox.sentAs(room.id, quotedId);
  const shifts = await shiftsOf(work, room, person);
  const about: Message = {
    text: message.text,
    photos: message.attachments.filter(({ kind }) => kind === 'photo' || kind === 'video').length,
    location: message.position !== undefined,
    room: readingRoom(room),
    openOrder: orders.some(({ answer }) => answer === 'open' || answer === 'standby' || answer === 'accepted'),
    openShift: shifts.some(({ shift }) => isWalked(shift)),
    openCase: false,
    openQuestion: question === null ? null : (askedFor[question.kind] ?? question.kind),
    quote: message.quote?.text ?? null,
  };
  const reading = changedMind(work, about, orders) ?? (await readWithCase(work, person, about));
  return { work, room, person, message, reading, orders, quoted, question, shifts };
}

/**
 * Whoever said no can come after all: what would be a yes to an order is one again, said to the bot alone and in words. In a group
 * "我来" may be about anything; there it takes 接警.
 */
function changedMind({ zone }: Work, about: Message, orders: readonly Order[]): Reading | null {
  const saidNo = orders.some(
    ({ answer, releasedAt }) => releasedAt === null && (answer === 'declined' || answer === 'withdrawn'),
  );
  if (!saidNo || about.openOrder || about.room !== 'direct' || /^\P{L}*\d\P{L}*$/u.test(about.text.normalize('NFKC')))
    return null;
  const reading = read({ ...about, openOrder: true }, { places: zone.places });
  const comes = reading.intent === 'accept' || reading.intent === 'standby';
  return comes && reading.confidence >= sureEnough ? reading : null;
}

/** What the writer was asked here; details of an incident that has ended are asked no more. */
async function openQuestion(work: Work, room: Room, person: Person): Promise<OpenQuestion | null> {
  const question = await work.tx.rooms.question(room.id, person.id, work.now);
  if (question?.kind !== 'incident_details') return question;
  const incident = await work.tx.incidents.byId(question.subject as IncidentId);
  return incident !== null && takesDetails(incident) ? question : null;
}

/** In a direct chat and in the groups of teams; elsewhere nobody speaks of a shift. */
async function shiftsOf(work: Work, room: Room, person: Person): Promise<ShiftView[]> {
  if (room.kind === 'group' && room.teamId === null) return [];
  return work.tx.shifts.current(person.id, room.teamId, work.now);
}

/** What reading calls the things that are asked for. */
const askedFor: Partial<Record<OpenQuestion['kind'], string>> = {
  hazard_kind: 'kind',
  hazard_place: 'place',
  hazard_photo: 'photo',
  which_point: 'point',
};

/**
 * An open hazard or private matter of the writer changes what some words mean ("弄好了"), so it is looked up, except where it changes nothing: danger
 * to life, and an answer by somebody whom an order asks. What the case makes of a courtesy must be sure: 谢谢 stays thanks.
 */
async function readWithCase(work: Work, person: Person, about: Message): Promise<Reading> {
  const context = { places: work.zone.places };
  const reading = read(about, context);
  if (about.text === '' || reading.intent === 'emergency') return reading;
  if (about.openOrder && reading.intent !== 'unknown' && !reading.intent.startsWith('hazard_')) return reading;
  const open = (await hasOpenCase(work, person)) || (await work.tx.matters.concerns(person.id));
  if (!open) return reading;
  const withCase = read({ ...about, openCase: true }, context);
  // What is sure by itself is no less so because of a case.
  if (withCase.intent === reading.intent && withCase.confidence < reading.confidence) return reading;
  return isCourtesy(about.text) && withCase.confidence < sureEnough ? reading : withCase;
}

/** What a room is to reading. A team's group of no other purpose is where it speaks of its duty: a desk, those who look at the rescue poles. */
export function readingRoom({ purpose, teamId }: Room): ReadingRoom {
  if (purpose !== 'other') return purpose;
  return teamId === null ? 'village' : 'patrol';
}
