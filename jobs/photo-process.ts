import sharp from 'sharp';
import type { PhotoAnswer, PhotoTask } from './photo-desk.ts';
import { drawPicture } from './draw-picture.ts';
import { photoSheet } from './photo-sheet.ts';
import { readPhoto } from './read-photo.ts';

/** The process that jobs/photo-desk.ts starts: one task after the other, until nobody is there to give it any. */

// One picture at a time, and never the same one twice.
sharp.cache(false);
sharp.concurrency(1);

async function answer({ task }: PhotoTask): Promise<PhotoAnswer['answer']> {
  switch (task.kind) {
    case 'read':
      return readPhoto(task.path, task.mime);
    case 'sheet':
      return { kind: 'drawn', bytes: await photoSheet(task.paths) };
    case 'draw':
      return { kind: 'drawn', bytes: await drawPicture(task.svg) };
  }
}

process.on('message', (given: PhotoTask) => {
  void answer(given)
    .catch((error: unknown) => ({
      kind: 'unreadable' as const,
      why: error instanceof Error ? error.message : 'failed',
    }))
    .then((found) => process.send?.({ n: given.n, answer: found } satisfies PhotoAnswer));
});
process.on('disconnect', () => process.exit(0));
