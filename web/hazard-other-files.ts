import { otherEvidence } from '../bot/present/hazard-photos.ts';
import type { KeptFile } from '../core/ports/files.ts';
import type { HazardPage } from './pages/hazard-page.ts';

/** What a page cannot show, a film, a voice message, a paper: where whoever may see originals saves it. */
export function otherFiles(
  files: readonly KeptFile[],
  { path, key }: { path: string; key: string },
): HazardPage['others'] {
  return otherEvidence({ files })
    .filter(({ state }) => state === 'stored')
    .map(({ id, attachment }) => ({
      kind: attachment.kind,
      name: attachment.fileName ?? '',
      href: `${path}/photos/${id}/original?k=${key}`,
    }));
}
