import { findPlace } from '../core/find-place.ts';
import type { RoomId } from '../core/ids.ts';
import type { Matter, MatterKind } from '../core/matter.ts';
import type { Person, Place } from '../core/people.ts';
import type { MatterResult } from '../core/private-notice.ts';
import { askNext } from '../handlers/matter/ask-next.ts';
import { lookAtMatter, rightsOf } from '../handlers/matter/look-at-matter.ts';
import { resumeMatter } from '../handlers/matter/resume-matter.ts';
import { sayPrivately } from '../handlers/matter/say-privately.ts';
import { startMatter, type MatterStart } from '../handlers/matter/start-matter.ts';
import { tellMatter } from '../handlers/matter/tell-matter.ts';
import type { Work } from '../handlers/work.ts';
import { talkFiles } from './continue-talk.ts';
import type { Heard } from './heard.ts';
import { kindIn, toldIn } from './matter-heard.ts';
import { plainDispute } from './plain-dispute.ts';

/** What begins, and by which door. */
export interface Beginning {
  kind: MatterKind;
  door: MatterStart['door'];
  place?: Place;
}

/** The beginning of a matter in this message's room. */
export function beginning({ person, room }: Heard, how: Beginning): MatterStart {
  return { person, room, words: '', ...how };
}

/** Begins a matter with what this message tells, and asks what is missing. */
export async function beginTalk(heard: Heard, how: Beginning): Promise<true> {
  const { work, room } = heard;
  work.keepPrivate();
  const matter = await startMatter(work, beginning(heard, how));
  const told = { ...toldIn(heard, matter), fileIds: await talkFiles(heard) };
  const about = told.about ?? (how.kind === 'dispute' ? (kindIn(heard) ?? plainDispute(told.words)) : null);
  const silent = told.words === '' && told.fileIds.length === 0;
  if (silent && matter.begunAt !== work.now) {
    await resumeMatter(work, matter, room.id);
    return true;
  }
  const next = silent ? matter : await tellMatter(work, matter, { ...told, about });
  await askNext(work, next);
  return true;
}

/** By the sign at a door: where it is is known, so that only what is wrong is asked. */
export async function beginAtDoor(heard: Heard, code: string): Promise<true> {
  const { places } = heard.work.zone;
  const bare = (words: string): string => words.replaceAll(/[^0-9a-z]/gi, '').toUpperCase();
  const place =
    findPlace(places, { code, text: '' }) ?? places.find((one) => one.active && bare(one.code) === bare(code));
  return beginTalk(heard, { kind: 'help_request', door: 'door_code', ...(place === undefined ? {} : { place }) });
}

/** By its number: whoever tells it goes on, whoever may see it does. That there is such a one is nobody else's business. */
export async function goOnByNumber({ work, person, room }: Heard, number: string): Promise<true> {
  const found = await work.tx.matters.byNumber(number);
  const matter = found === null ? null : await work.tx.matters.lock(found.id);
  const result: MatterResult =
    matter === null ? { kind: 'matter_none' } : await goOnWith(work, matter, person, room.id);
  if (result.kind === 'matter_none') {
    const notice = { kind: 'matter_result', matterId: null, result } as const;
    await sayPrivately(work, person.id, notice, { priority: 'answer' }, room.id);
  }
  return true;
}

async function goOnWith(work: Work, matter: Matter, person: Person, roomId: RoomId): Promise<MatterResult> {
  const rights = await rightsOf(work, matter, person);
  const resumed = rights.has('teller') ? await resumeMatter(work, matter, roomId) : null;
  if (resumed !== null && resumed.kind !== 'matter_already') return resumed;
  const looked = await lookAtMatter(work, matter, person, roomId);
  return looked.kind === 'matter_not_yours' ? { kind: 'matter_none' } : looked;
}
