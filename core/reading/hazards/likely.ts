/** Reports of hazards, and words about known ones, that no rule gives and likeness does. */
import { reasonsFor } from '../likeness/likeness.ts';
import type { Meaning } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { absorbed } from './absorb.ts';
import { afterwards } from './afterwards.ts';
import { hazardsIn } from './hazard-signs.ts';
import type { FoundHazard } from './hazard-signs.ts';
import { likelyKind } from './kinds.ts';
import type { Progress } from './progress.ts';
import { hazardReport, likelyReport, sureKind, thingReport } from './report.ts';
import { topicsIn } from './topics.ts';

/** A report with the kinds that signs and things name, or else the likeliest. */
export function hazardLikely(heard: Utterance): Meaning {
  const found = absorbed(hazardsIn(heard), heard.plain);
  if (found.length > 0) return hazardReport(heard, found);
  const things = likelyThings(heard);
  const like = likelyKind(heard);
  const agreed = things.some(({ kind }) => kind === like.meant);
  if (things.length > 0 && (agreed || like.share < sureKind)) return thingReport(heard, things);
  return likelyReport(heard, like, like.share >= sureKind);
}

/** Of the things that are named those that likeness agrees with, or the first two. */
export function likelyThings(heard: Utterance): FoundHazard[] {
  const things = topicsIn(heard);
  const { meant } = likelyKind(heard);
  const agreed = things.filter(({ kind }) => kind === meant);
  return agreed.length > 0 ? agreed : things.slice(0, 2);
}

/** Put right, chased or taken back. */
export function progressLikely(heard: Utterance, intent: Progress['intent'], confidence: number): Meaning {
  const words = reasonsFor(heard, intent)[0]?.words ?? '';
  const start = Math.max(0, heard.plain.indexOf(words));
  const about = { intent, confidence, start, end: start + words.length };
  return afterwards(heard, about, absorbed(hazardsIn(heard), heard.plain));
}
