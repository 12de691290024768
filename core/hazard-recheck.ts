import type { Hazard, RecheckDraw } from './hazard.ts';

/** FNV-1a, 32 bits: the same words give the same number everywhere, and neighbouring words unlike ones. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash ^= byte;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash;
}

/**
 * Whether somebody other than the fixer looks at it again. Always for major and supervised hazards, and for whatever came
 * back once; an ordinary one by lot. The lot comes from the hazard's secret token and the round: nobody who does the work can
 * know it beforehand, and anybody who has the database can draw it again.
 */
export function drawRecheck(
  hazard: Pick<Hazard, 'token' | 'round' | 'grade' | 'handling'>,
  sharePercent: number,
): RecheckDraw {
  if (hazard.grade === 'major') return { checked: true, why: 'major', lot: null, sharePercent };
  if (hazard.handling === 'supervised') return { checked: true, why: 'supervised', lot: null, sharePercent };
  if (hazard.round > 1) return { checked: true, why: 'returned', lot: null, sharePercent };
  const lot = (fnv1a(`${hazard.token}:${String(hazard.round)}`) % 10_000) / 100;
  const checked = lot < sharePercent;
  return { checked, why: checked ? 'sample' : 'not_drawn', lot, sharePercent };
}
