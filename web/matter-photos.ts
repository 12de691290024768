import type { MatterShown } from '../bot/present/matter-shown.ts';
import { matterSight } from '../core/matter-permission.ts';
import type { Store } from '../core/ports/store.ts';
import { shownPhotos, type PhotoSource } from './photo-answer.ts';

/** So many stand on the page; more are rarely needed, and phones are slow. */
const mostPhotos = 6;
/** Larger copies than this are left out. */
const mostBytes = 2_000_000;

/**
 * The photos of a matter for whoever works on it, and for whoever told of it, as part of the page itself: an address of theirs would
 * lie open, and be kept by a browser. The other side and whoever it is offered to see none.
 */
export async function matterPhotos(
  { store, photos }: { store: Store; photos: PhotoSource },
  { rights, side, files }: Pick<MatterShown, 'rights' | 'side' | 'files'>,
): Promise<string[]> {
  const sight = matterSight(rights);
  if (sight !== 'work' && !(sight === 'side' && side === 'a')) return [];
  const shown: string[] = [];
  for (const { id } of (await shownPhotos(store.read, files)).slice(0, mostPhotos)) {
    const copy = await photos.copy(id, 'shared');
    if (copy === null || copy.sizeBytes > mostBytes) continue;
    const bytes = Buffer.from(await new Response(copy.bytes).arrayBuffer());
    shown.push(`data:image/jpeg;base64,${bytes.toString('base64')}`);
  }
  return shown;
}
