import type { Hazard, HazardReport } from '../../core/hazard.ts';
import type { PersonId, RoomId } from '../../core/ids.ts';
import type { PublicNotice, Priority } from '../../core/notice.ts';
import type { Room } from '../../core/people.ts';
import { commandRooms } from '../incident/command-rooms.ts';
import { weighPlace } from '../place/weigh-place.ts';
import type { Manner } from '../say.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { hazardRules } from './rules.ts';

/** Where a person hears from the bot alone; null: nowhere. */
export async function directRoomOf(work: Work, personId: PersonId): Promise<RoomId | null> {
  const [first] = await work.tx.people.channelsOf(personId);
  return first?.roomId ?? null;
}

/** Queues a notice for a person's direct chat. False: there is none. */
export async function toPerson(work: Work, personId: PersonId, notice: PublicNotice, manner: Manner): Promise<boolean> {
  const roomId = await directRoomOf(work, personId);
  if (roomId === null) return false;
  await toRooms(work, [roomId], notice, { ...manner, reader: personId });
  return true;
}

/** Writes the hazard with all its fields, at this instant. */
export async function saveHazard(work: Work, hazard: Hazard): Promise<Hazard> {
  const saved: Hazard = { ...hazard, changedAt: work.now };
  await work.tx.hazards.put(saved);
  return saved;
}

/** The slot of the owner's order: later states edit the same message; a new owner has an own one. */
export function orderSlot(hazard: Pick<Hazard, 'id' | 'round'>): string {
  return `hazard-order:${hazard.id}:${String(hazard.round)}`;
}

/** The slot of a hazard's one card in a group. */
export function cardSlot({ id }: Pick<Hazard, 'id'>): string {
  return `hazard:${id}`;
}

/** The groups in which a hazard was reported. */
export async function groupsOf(work: Work, reports: readonly Pick<HazardReport, 'roomId'>[]): Promise<Room[]> {
  const ids = new Set(reports.map(({ roomId }) => roomId).filter((id) => id !== null));
  const rooms = await Promise.all([...ids].map((id) => work.tx.rooms.byId(id)));
  return rooms.filter((room): room is Room => room !== null && room.kind === 'group' && room.state === 'open');
}

/**
 * Shows the hazard's present state on its cards: in the command rooms, with its owner, and in the groups that reported it,
 * as the zone has it. Where nothing can be edited, a group sees it only when it is new and when it is closed.
 * `ordered`: the owner's order was just sent anew and is not edited. `answered`: this room has just got its card. `moved`: it is
 * somewhere else than was said, so that command and owner get it anew where nothing can be edited.
 */
export async function showHazard(
  work: Work,
  hazard: Hazard,
  how: { priority?: Priority; isNew?: boolean; ordered?: boolean; answered?: RoomId | null; moved?: boolean } = {},
): Promise<void> {
  const priority = how.priority ?? 'card';
  work.notify({ about: 'hazard', id: hazard.id });
  await weighPlace(work, hazard.placeId);
  // Where nothing can be edited, a message of its own is for what is new and for the end, not for what is said of it later.
  const turn = how.isNew === true || (hazard.state === 'closed' && hazard.changedAt === hazard.closedAt);
  await showCommand(work, hazard, priority, turn || how.moved === true);
  if (how.ordered !== true) await showOwner(work, hazard, how.moved);
  if (hazardRules(work).groups !== 'card') return;
  const groups = await groupsOf(work, await work.tx.hazards.reports(hazard.id));
  const showing = groups.filter(({ id, platform }) => id !== how.answered && (work.can(platform).edit || turn));
  await toRooms(
    work,
    showing.map(({ id }) => id),
    { kind: 'hazard_card', hazardId: hazard.id },
    { priority: 'card', slot: cardSlot(hazard) },
  );
}

/** The cards of the command and of the owner are drawn anew where they can be edited: a photo that belongs on them has come. */
export async function redrawCards(work: Work, hazard: Hazard): Promise<void> {
  await showCommand(work, hazard, 'card', false);
  await showOwner(work, hazard);
}

/** The command's card. Where nothing can be edited it comes again only for what is loud, new or at its end. */
async function showCommand(work: Work, hazard: Hazard, priority: Priority, atAnyRate: boolean): Promise<void> {
  const rooms = await Promise.all((await commandRooms(work)).map((id) => work.tx.rooms.byId(id)));
  const showing = rooms.filter(
    (room): room is Room => room !== null && (atAnyRate || priority !== 'card' || work.can(room.platform).edit),
  );
  await toRooms(
    work,
    showing.map(({ id }) => id),
    { kind: 'hazard_triage', hazardId: hazard.id },
    { priority, slot: `hazard-triage:${hazard.id}` },
  );
}

/** The owner's order of a round that the check has ended: where it can be edited it waits for nothing any more. */
export async function showReturned(work: Work, { id, ownerId, round }: Hazard): Promise<void> {
  if (ownerId === null) return;
  const [channel] = await work.tx.people.channelsOf(ownerId);
  if (channel === undefined || !work.can(channel.platform).edit) return;
  const notice = { kind: 'hazard_order', hazardId: id, round } as const;
  await toRooms(work, [channel.roomId], notice, { priority: 'card', slot: orderSlot({ id, round }), reader: ownerId });
}

/** Shows a new state in the owner's order; where nothing can be edited, what is said to the owner says it already. */
async function showOwner(work: Work, hazard: Hazard, anew = false): Promise<void> {
  if (hazard.ownerId === null) return;
  const [channel] = await work.tx.people.channelsOf(hazard.ownerId);
  if (channel === undefined || (!anew && !work.can(channel.platform).edit)) return;
  const notice = { kind: 'hazard_order', hazardId: hazard.id } as const;
  await toRooms(work, [channel.roomId], notice, { priority: 'card', slot: orderSlot(hazard), reader: hazard.ownerId });
}

/** Where a telling's turns are heard: the direct chat that it was told in, else the person's own; null: nowhere. */
async function earOf(work: Work, report: HazardReport): Promise<RoomId | null> {
  if (report.personId === null) return null;
  const room = report.roomId === null ? null : await work.tx.rooms.byId(report.roomId);
  if (room !== null && room.kind === 'direct' && room.state === 'open') return room.id;
  return directRoomOf(work, report.personId);
}

/** Says something to everybody who told of a hazard, each once, in their own direct chat: never in a group. */
export async function toReporters(
  work: Work,
  hazard: Pick<Hazard, 'id'>,
  noticeFor: (report: HazardReport) => PublicNotice,
  except: PersonId | null = null,
): Promise<void> {
  const told = new Set<PersonId>();
  for (const report of await work.tx.hazards.reports(hazard.id)) {
    if (report.personId === null || report.personId === except || told.has(report.personId)) continue;
    told.add(report.personId);
    const roomId = await earOf(work, report);
    if (roomId === null) continue;
    await toRooms(work, [roomId], noticeFor(report), { priority: 'answer', reader: report.personId });
  }
}
