import { hazardOfSubject, hazardSubject, type Hazard } from '../../core/hazard.ts';
import type { FileId, HazardId } from '../../core/ids.ts';
import type { PublicNotice } from '../../core/notice.ts';
import type { Room } from '../../core/people.ts';
import type { KeptFile } from '../../core/ports/files.ts';
import { commandRooms } from '../incident/command-rooms.ts';
import { toRooms } from '../say.ts';
import { setTimer } from '../set-timer.ts';
import type { Work } from '../work.ts';
import { hazardRules } from './rules.ts';
import { cardSlot, groupsOf } from './show-hazard.ts';

/**
 * What a photo shows to whom: how it was to the command; how it is now to the groups, of what is closed. `late`: the closing
 * card was sent before the photo was there, so those see it too who cannot edit and had a card of their own.
 */
type Stage = 'before' | 'after' | 'late';

/** The rest of an album comes within so long of each of its pictures. */
const albumPauseMs = 2_000;
/** A picture that is still not there so long after it was sent does not keep the others back. */
const patienceMs = 20_000;
/** As many as one album holds where the fewest fit. */
const mostPhotos = 10;

async function setShow(work: Work, id: HazardId, stage: Stage): Promise<void> {
  await setTimer(work, 'hazard_photo', `${id} ${stage}`, work.now + albumPauseMs);
}

/**
 * A picture of a hazard is stored: the card that stands takes a single one in by an edit, where the platform can; several, or
 * where it can't, follow the card, once.
 */
export async function photoStored(work: Work, file: KeptFile): Promise<void> {
  const id = hazardOfSubject(file.subject);
  if (id === null || file.attachment.kind !== 'photo' || file.shownAt !== null) return;
  if (file.role === 'before') return setShow(work, id, 'before');
  if (file.role !== 'after') return;
  const hazard = await work.tx.hazards.byId(id);
  if (hazard !== null && isPutRight(hazard)) await setShow(work, id, 'late');
}

/** A hazard was just closed: its groups see how it is now. */
export async function showAfterPhoto(work: Work, hazard: Hazard): Promise<void> {
  const stored = (await picturesOf(work, hazard, 'after')).some(({ state }) => state === 'stored');
  if (stored) await setShow(work, hazard.id, 'after');
}

function isPutRight({ state, outcome }: Hazard): boolean {
  return state === 'closed' && outcome === 'resolved';
}

async function picturesOf(work: Work, hazard: Hazard, stage: Stage): Promise<KeptFile[]> {
  const role = stage === 'before' ? 'before' : 'after';
  const files = await work.tx.files.ofSubject(hazardSubject(hazard.id));
  return files.filter(
    (file) =>
      file.role === role &&
      file.attachment.kind === 'photo' &&
      (role === 'before' || file.receivedAt >= hazard.roundAt),
  );
}

/** No more pictures have come for a moment: those that are stored are shown as one message, and later ones in none. */
export async function showHazardPhotos(work: Work, subject: string): Promise<void> {
  const [id, stage] = subject.split(' ') as [HazardId, Stage];
  const hazard = await work.tx.hazards.lock(id);
  if (hazard === null || (stage === 'before' ? hazard.state === 'closed' : !isPutRight(hazard))) return;
  const files = await picturesOf(work, hazard, stage);
  const onTheWay = files.some(({ state, receivedAt }) => state === 'waiting' && work.now - receivedAt < patienceMs);
  if (onTheWay) return setShow(work, hazard.id, stage);
  const stored = files.filter(({ state }) => state === 'stored');
  if (stored.length === 0 || stored.some(({ shownAt }) => shownAt !== null)) return;
  for (const file of stored) await work.tx.files.put({ ...file, shownAt: work.now });
  const fileIds = stored.slice(0, mostPhotos).map(({ id: fileId }) => fileId);
  for (const room of await roomsFor(work, hazard, stage)) {
    const { slot, notice } = cardOf(hazard, stage);
    const replyTo = await work.tx.outbox.standingIn(room.id, slot);
    const { edit, photoByEdit = false } = work.can(room.platform);
    // The card is still to be drawn, and has its photo then.
    if (replyTo === null && edit) continue;
    if (photoByEdit && fileIds.length === 1) await toRooms(work, [room.id], notice, { priority: 'card', slot });
    else await follow(work, room, { hazard, stage, fileIds, replyTo });
  }
}

/** The card that a photo belongs to. */
function cardOf({ id }: Hazard, stage: Stage): { slot: string; notice: PublicNotice } {
  return stage === 'before'
    ? { slot: `hazard-triage:${id}`, notice: { kind: 'hazard_triage', hazardId: id } }
    : { slot: cardSlot({ id }), notice: { kind: 'hazard_card', hazardId: id } };
}

async function follow(
  work: Work,
  room: Room,
  what: { hazard: Hazard; stage: Stage; fileIds: readonly FileId[]; replyTo: string | null },
): Promise<void> {
  const { hazard, stage, fileIds, replyTo } = what;
  await toRooms(
    work,
    [room.id],
    { kind: 'hazard_photo', hazardId: hazard.id, stage: stage === 'before' ? 'before' : 'after', fileIds },
    { priority: 'reminder', ...(replyTo === null ? {} : { replyTo }) },
  );
}

async function roomsFor(work: Work, hazard: Hazard, stage: Stage): Promise<Room[]> {
  if (stage === 'before') {
    const rooms = await Promise.all((await commandRooms(work)).map((id) => work.tx.rooms.byId(id)));
    return rooms.filter((room) => room !== null);
  }
  if (hazardRules(work).groups !== 'card') return [];
  const groups = await groupsOf(work, await work.tx.hazards.reports(hazard.id));
  return groups.filter(({ platform }) => stage === 'late' || work.can(platform).edit);
}
