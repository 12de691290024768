import { likenessWords } from '../bot/present/hazard-photo-alike.ts';
import type { Texts } from '../bot/texts/texts.ts';
import { distanceMetres } from '../core/geo.ts';
import type { Position } from '../core/message.ts';
import type { KeptFile } from '../core/ports/files.ts';
import type { HazardView } from '../core/ports/hazards.ts';
import type { Photo } from '../core/ports/photos.ts';
import type { Reads } from '../core/ports/store.ts';
import { zoneTime } from '../core/zone-time.ts';
import { photoLikeness } from '../handlers/hazard/similar-photo.ts';

/** Who sent a photo, by what they are to the hazard; never who they are. */
export type PhotoSender =
  'anonymous' | 'reporter' | 'owner' | 'fixer' | 'checker' | 'leader' | 'officer' | 'other' | 'unknown';

/** What stands beside a photo for those who decide on a hazard. */
export interface PhotoEvidence {
  facts: readonly (readonly [string, string])[];
  /** Null: nothing to look at twice. */
  alike: string | null;
}

/** What is known of a photo as evidence. What the camera did not write is said to be unknown, and is no reason to doubt. */
export async function photoEvidence(
  view: HazardView,
  file: KeptFile,
  { read, texts, timeZone }: { read: Pick<Reads, 'photos' | 'files' | 'hazards'>; texts: Texts; timeZone: string },
): Promise<PhotoEvidence> {
  const photo = await read.photos.of(file.id);
  const likeness = await photoLikeness(read, view.hazard, file);
  const other = likeness === null ? null : await read.hazards.byId(likeness.hazardId);
  const number = other === null || other.id === view.hazard.id ? null : other.number;
  return {
    facts: factsOf(view, file, photo, { texts, timeZone }),
    alike: likeness === null ? null : likenessWords({ number, role: likeness.role }, texts),
  };
}

function factsOf(
  view: HazardView,
  file: KeptFile,
  photo: Photo | null,
  { texts, timeZone }: { texts: Texts; timeZone: string },
): PhotoEvidence['facts'] {
  const words = texts.web.page.hazard.evidence;
  const { date, clock } = zoneTime(file.receivedAt, timeZone);
  const sender = photoSender(view, file);
  const taken = photo?.camera.takenAt ?? null;
  const spot = photo?.camera.position ?? null;
  const rows: (readonly [string, string] | null)[] = [
    [words.received, `${date} ${clock}`],
    [words.sender, words.senderName[sender]],
    [words.platform, texts.name.platform[file.platform]],
    [words.sentAs, words.sentAsName(file.attachment.sentAs ?? null, file.attachment.forwarded === true)],
    taken === null ? null : [words.takenAt, taken.replace('T', ' ')],
    // From where somebody unnamed took it may be their window: how far off it is tells enough.
    spot === null || sender === 'anonymous' ? null : [words.takenFrom, spoken(spot)],
    [words.distance, words.distanceName(metresOff(view, spot))],
    file.sha256 === null ? null : ['SHA-256', file.sha256],
  ];
  return rows.filter((row) => row !== null);
}

/** What its sender is to the hazard. A photo of a telling without a name has no sender, whoever else that person is. */
export function photoSender({ hazard, reports }: HazardView, { id, personId }: KeptFile): PhotoSender {
  const telling = reports.find(({ fileIds }) => fileIds.includes(id));
  const unnamed = reports.some((report) => report.anonymous && report.personId === personId);
  if (telling?.anonymous === true || (personId !== null && unnamed)) return 'anonymous';
  if (personId === null) return telling === undefined ? 'unknown' : 'reporter';
  if (telling !== undefined) return 'reporter';
  if (personId === hazard.fixedById) return 'fixer';
  if (personId === hazard.ownerId) return 'owner';
  if (personId === hazard.checkedById) return 'checker';
  if (personId === hazard.leaderId) return 'leader';
  if (personId === hazard.officerId) return 'officer';
  return reports.some((report) => report.personId === personId) ? 'reporter' : 'other';
}

function metresOff({ hazard, place }: HazardView, spot: Position | null): number | null {
  const there = hazard.position ?? place?.position ?? null;
  return spot === null || there === null ? null : distanceMetres(spot, there);
}

function spoken({ lat, lon }: Position): string {
  return `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
}
