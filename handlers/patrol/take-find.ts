import { isAnotherFind } from '../../core/another-find.ts';
import { findSubject, type Find } from '../../core/check-in.ts';
import { goesOnWithFind, type SentNext } from '../../core/find-goes-on.ts';
import { findPlace } from '../../core/find-place.ts';
import type { FindId, RoomId, ShiftId } from '../../core/ids.ts';
import type { Position } from '../../core/message.ts';
import type { Person, Room } from '../../core/people.ts';
import type { KeptFile } from '../../core/ports/files.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { directRoomOf } from '../hazard/show-hazard.ts';
import { acknowledge } from '../incident/acknowledge.ts';
import { commandRooms } from '../incident/command-rooms.ts';
import { toRooms } from '../say.ts';
import { traceShift, type Work } from '../work.ts';
import { heardOf } from './heard-of.ts';
import { patrolRules } from './rules.ts';

/** What somebody came across, as it was told. Its files are kept already, as evidence of nothing yet. */
export interface FindTold {
  kind: Find['kind'];
  person: Person;
  room: Room;
  messageId: string | null;
  words: string;
  place: string;
  code: string | null;
  position: Position | null;
}

/** So long more words of the same person are about the same. */
const moreMs = 3 * 60_000;
const longestWords = 1_000;

/**
 * Takes something that a patrol came across: suspicious things go to the command, and the crew hears how to stay safe; things
 * found and lost go to the police contacts. A person decides what becomes of it.
 * @param view the shift that it is of; null: none
 */
export async function takeFind(work: Work, view: ShiftView | null, told: FindTold): Promise<Find> {
  const locked = view === null ? null : await work.tx.shifts.lock(view.shift.id);
  const before = locked === null ? null : await justTold(work, locked, told);
  const find = before === null ? newFind(work, locked, told) : withMore(work, before, told);
  await keep(work, find, told);
  if (locked !== null) {
    if (before === null)
      await traceShift(work, locked.shift, 'found', told.person.id, { find: find.id, kind: find.kind });
    await heardOf(work, locked, told.person.id, 'words');
  }
  if (before === null) await answer(work, find, told);
  else await thank(work, find, told);
  return find;
}

type Next = Omit<SentNext, 'words' | 'at'>;

/** Whether this is more of what its sender told of last, in words that tell of no find by themselves, while nobody has decided on that. */
export async function goesOn(work: Work, view: ShiftView, told: Omit<FindTold, 'kind'>, next: Next): Promise<boolean> {
  const last = await lastTold(work, view.shift.id, told);
  return last !== null && goesOnWithFind(last, { ...next, words: told.words, at: work.now });
}

/** Adds it; its files are kept already. False: somebody has decided meanwhile. */
export async function goOnWithFind(work: Work, view: ShiftView, told: Omit<FindTold, 'kind'>): Promise<boolean> {
  const locked = await work.tx.shifts.lock(view.shift.id);
  const last = await lastTold(work, view.shift.id, told);
  if (locked === null || last === null) return false;
  const more: FindTold = { ...told, kind: last.kind };
  const find = withMore(work, last, more);
  await keep(work, find, more);
  await heardOf(work, locked, told.person.id, 'words');
  await thank(work, find, more);
  return true;
}

async function keep(work: Work, find: Find, told: FindTold): Promise<void> {
  await work.tx.shifts.putFind(find);
  await claimFiles(work, find, told);
  // More words are news where nothing can be edited: a wallet beside the phone.
  await showFind(work, find, { isNew: told.words.trim() !== '' });
}

/** What this person told of last in this room, while nobody has decided on it. */
async function lastTold(
  work: Work,
  id: ShiftId,
  { person, room }: Pick<FindTold, 'person' | 'room'>,
): Promise<Find | null> {
  const finds = await work.tx.shifts.finds(id);
  const last = finds.findLast(({ personId, roomId }) => personId === person.id && roomId === room.id);
  return last?.state === 'told' ? last : null;
}

async function justTold(work: Work, { shift }: ShiftView, told: FindTold): Promise<Find | null> {
  const last = await lastTold(work, shift.id, told);
  if (last?.kind !== told.kind) return null;
  // 失主来拿走了 is found_item by itself, and news of what was found.
  if (
    told.kind !== 'suspicious' &&
    goesOnWithFind(last, { words: told.words, pictures: 0, plain: false, at: work.now })
  )
    return last;
  if (work.now - last.at > moreMs) return null;
  return isAnotherFind(last, { words: told.words, place: told.place, placeId: placeOf(work, told) }) ? null : last;
}

function placeOf(work: Work, { place, words, code }: FindTold): Find['placeId'] {
  return findPlace(work.zone.places, { text: `${place} ${words}`, ...(code === null ? {} : { code }) })?.id ?? null;
}

function newFind(work: Work, view: ShiftView | null, told: FindTold): Find {
  return {
    id: work.ids.next<FindId>(work.now),
    token: work.ids.token(),
    shiftId: view?.shift.id ?? null,
    kind: told.kind,
    state: 'told',
    personId: told.person.id,
    roomId: told.room.id,
    messageId: told.messageId,
    words: told.words.trim().slice(0, longestWords),
    placeId: placeOf(work, told),
    position: told.position,
    at: work.now,
    incidentId: null,
    hazardId: null,
    decidedById: null,
    decidedAt: null,
  };
}

function withMore(work: Work, find: Find, told: FindTold): Find {
  const words = [find.words, told.words.trim()].filter((part) => part !== '').join(' ');
  return {
    ...find,
    words: words.slice(0, longestWords),
    placeId: find.placeId ?? placeOf(work, told),
    position: find.position ?? told.position,
  };
}

async function claimFiles(work: Work, find: Find, { room, messageId }: FindTold): Promise<void> {
  if (messageId === null) return;
  for (const { id } of await work.tx.files.ofMessage(room.id, messageId)) {
    const file = await work.tx.files.lock(id);
    if (file === null || file.incidentId !== null || file.subject !== null) continue;
    await work.tx.files.put({ ...file, subject: findSubject(find) });
  }
}

/** A picture of a find is stored: whoever decides sees it with the words. */
export async function showFindPhoto(work: Work, file: KeptFile): Promise<void> {
  if (file.subject?.startsWith('find:') !== true || file.attachment.kind !== 'photo') return;
  const find = await work.tx.shifts.find(file.subject.slice('find:'.length) as FindId);
  if (find?.state === 'told') await showFind(work, find, { isNew: true });
}

/** Who hears of a find: the command of what is suspicious, the police contacts of what is found and lost; nobody there, the command. */
async function hearersOf(work: Work, { kind }: Pick<Find, 'kind'>): Promise<RoomId[]> {
  if (kind === 'suspicious') return commandRooms(work);
  const rooms: RoomId[] = [];
  for (const callSign of patrolRules(work).policeContacts) {
    const contact = await work.tx.people.byCallSign(callSign);
    const room = contact?.active === true ? await directRoomOf(work, contact.id) : null;
    if (room !== null) rooms.push(room);
  }
  return rooms.length > 0 ? rooms : commandRooms(work);
}

/** Puts a find before whoever decides; later states edit the same message, and where nothing can be edited say nothing. */
export async function showFind(work: Work, find: Find, how: { isNew?: boolean } = {}): Promise<void> {
  const rooms = await Promise.all((await hearersOf(work, find)).map((id) => work.tx.rooms.byId(id)));
  const showing = rooms.filter(
    (room): room is Room => room !== null && (how.isNew === true || work.can(room.platform).edit),
  );
  const priority = how.isNew === true ? 'answer' : 'card';
  const ids = showing.map(({ id }) => id);
  await toRooms(work, ids, { kind: 'patrol_find', findId: find.id }, { priority, slot: `find:${find.id}` });
}

/** What is suspicious is always answered in words: how to stay safe. What is found or lost needs no more than a nod. */
async function answer(work: Work, find: Find, told: FindTold): Promise<void> {
  if (find.kind !== 'suspicious' && told.messageId !== null) return nod(work, find, told, told.messageId);
  const result = { kind: 'find_told', find: find.kind } as const;
  const quote = told.messageId === null ? {} : { replyTo: told.messageId };
  await toRooms(
    work,
    [told.room.id],
    { kind: 'shift_answer', shiftId: find.shiftId, result },
    { priority: 'answer', reader: told.person.id, ...quote },
  );
}

/** More of the same needs a nod, and no words where there is none. */
async function thank(work: Work, find: Find, told: FindTold): Promise<void> {
  if (told.messageId !== null && work.can(told.room.platform).react) await nod(work, find, told, told.messageId);
}

async function nod(work: Work, find: Find, { room }: FindTold, messageId: string): Promise<void> {
  const result = { kind: 'find_told', find: find.kind } as const;
  await acknowledge(work, room, messageId, { kind: 'shift_answer', shiftId: find.shiftId, result });
}
