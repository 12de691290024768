import type { Card } from '../../core/message.ts';
import type { ChainedEntry } from '../../core/ports/trace.ts';
import { unnamed } from './hazard-lines.ts';
import type { HazardShown } from './hazard-shown.ts';
import { cardOf, clip, line, type Presenting } from './presenting.ts';

/** Longest words of an owner. */
const wordsLength = 160;

/** How far it is, as its owner last said: one line. Null once it is closed. */
export function progressCard(
  { hazard, tellers }: HazardShown,
  trace: readonly ChainedEntry[],
  { texts }: Presenting,
): Card | null {
  const said = trace.findLast(({ what }) => what === 'progress')?.data['words'];
  if (hazard.state === 'closed' || typeof said !== 'string') return null;
  return cardOf({
    lines: line(texts.hazard.alarm.progress(hazard.number, clip(unnamed(said, tellers, texts), wordsLength))),
  });
}
