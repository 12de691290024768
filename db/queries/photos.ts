import type { FileId } from '../../core/ids.ts';
import { bandsOf, bitsApart, nearBands } from '../../core/photo-hash.ts';
import type { Photo, PhotoWrites, SeenPhoto } from '../../core/ports/photos.ts';
import { and, eq, lt } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import type { Changed, Values, Writing } from '../query.ts';
import { first, upsertRow } from './rows.ts';

type Band = 'band1' | 'band2' | 'band3' | 'band4';
const bands = ['band1', 'band2', 'band3', 'band4'] as const satisfies readonly Band[];

/** A picture that thousands resemble (a form, a screen) says nothing by being seen again; the search stays short. */
const candidatesOfBand = 2_000;

const photoOf = query(({ db, tables: { photos } }, given: Values<{ id: FileId }>) =>
  db
    .select({
      fileId: photos.fileId,
      width: photos.width,
      height: photos.height,
      camera: photos.camera,
      damaged: photos.damaged,
      hash: photos.hash,
      mirroredHash: photos.mirroredHash,
      sharedSha256: photos.sharedSha256,
      smallSha256: photos.smallSha256,
    })
    .from(photos)
    .where(eq(photos.fileId, given.id)),
);

const nearIn = (band: Band) =>
  query(({ db, dialect, tables: { photos } }: Writing, given: Values<{ id: FileId; near: readonly string[] }>) =>
    db
      .select({ fileId: photos.fileId, hash: photos.hash })
      .from(photos)
      .where(and(dialect.among(photos[band], given.near), lt(photos.fileId, given.id)))
      .limit(candidatesOfBand),
  );

const near = { band1: nearIn('band1'), band2: nearIn('band2'), band3: nearIn('band3'), band4: nearIn('band4') };

const putPhoto = query<Photo & Record<Band, string | null>, Changed>(({ db, tables: { photos } }) =>
  upsertRow(db, photos, photos.fileId),
);

const removePhoto = query(({ db, tables: { photos } }, given: Values<{ id: FileId }>) =>
  db.delete(photos).where(eq(photos.fileId, given.id)),
);

/** What is known of stored pictures, and which of them look the same. */
export class SqlPhotos implements PhotoWrites {
  readonly #handle: Handle;

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  async of(id: FileId): Promise<Photo | null> {
    return first(await this.#handle.run(photoOf, { id }));
  }

  async seenBefore(photo: Photo, bits: number): Promise<SeenPhoto[]> {
    const found = new Map<FileId, SeenPhoto>();
    for (const [hash, mirrored] of [
      [photo.hash, false],
      [photo.mirroredHash, true],
    ] as const) {
      if (hash === null) continue;
      for (const seen of await this.#near(photo.fileId, hash)) {
        const distance = bitsApart(hash, seen.hash ?? '');
        if (distance <= bits && distance < (found.get(seen.fileId)?.distance ?? Infinity))
          found.set(seen.fileId, { fileId: seen.fileId, distance, mirrored });
      }
    }
    return [...found.values()].sort((a, b) => a.distance - b.distance || (a.fileId < b.fileId ? -1 : 1));
  }

  async put(photo: Photo): Promise<void> {
    const [band1, band2, band3, band4] = photo.hash === null ? [null, null, null, null] : bandsOf(photo.hash);
    await this.#handle.run(putPhoto, { ...photo, band1, band2, band3, band4 });
  }

  async remove(id: FileId): Promise<void> {
    await this.#handle.run(removePhoto, { id });
  }

  async #near(id: FileId, hash: string): Promise<{ fileId: FileId; hash: string | null }[]> {
    const found = new Map<FileId, { fileId: FileId; hash: string | null }>();
    const parts = bandsOf(hash);
    for (const [at, band] of bands.entries()) {
      const rows = await this.#handle.run(near[band], { id, near: nearBands(parts[at] ?? '') });
      for (const row of rows) found.set(row.fileId, row);
    }
    return [...found.values()];
  }
}
