import type { CardLine } from '../../core/message.ts';
import type { FileRole } from '../../core/ports/files.ts';
import { photoLikeness } from '../../handlers/hazard/similar-photo.ts';
import type { Texts } from '../texts/texts.ts';
import type { Desk } from './drawing.ts';
import { picturesOf } from './hazard-photos.ts';
import type { HazardShown } from './hazard-shown.ts';
import { line, type Presenting } from './presenting.ts';

/** What a photo looks like that was there before: another hazard by its number, or an earlier photo of this one. */
export interface PhotoAlike {
  /** Null: of this hazard itself. */
  number: string | null;
  role: FileRole | null;
}

/** A card says one thing of its photos; of many, the newest few are looked at. */
const looked = 4;

/** The first reason to look twice at the photos of how it was, or is now in this round; null: none. */
export async function photoAlike(
  shown: HazardShown,
  role: 'before' | 'after',
  { tools }: Pick<Desk, 'tools'>,
): Promise<PhotoAlike | null> {
  const { hazard } = shown;
  const pictures = picturesOf(shown, role).filter(
    ({ receivedAt }) => role === 'before' || receivedAt >= hazard.roundAt,
  );
  for (const file of pictures.slice(-looked)) {
    const likeness = await photoLikeness(tools.read, hazard, file);
    if (likeness === null) continue;
    if (likeness.hazardId === hazard.id) return { number: null, role: likeness.role };
    const other = await tools.read.hazards.byId(likeness.hazardId);
    if (other !== null) return { number: other.number, role: likeness.role };
  }
  return null;
}

/** It asks for a look and blames nobody. */
export function alikeLine(alike: PhotoAlike | null | undefined, { texts }: Presenting): CardLine[] {
  return alike == null ? [] : line(likenessWords(alike, texts), 'warning');
}

/** The same for a page. */
export function likenessWords({ number, role }: PhotoAlike, { hazard: { photoAlike: words } }: Texts): string {
  if (number !== null) return words.other(number);
  return role === 'before' ? words.before : words.earlier;
}
