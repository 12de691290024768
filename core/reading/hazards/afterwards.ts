/** What is said about a hazard after it was reported: put right, still there, withdrawn. */
import { joined } from '../finding.ts';
import type { Finding } from '../finding.ts';
import type { Meaning } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { kindsAmong } from './hazard-signs.ts';
import type { FoundHazard } from './hazard-signs.ts';
import type { Progress } from './progress.ts';
import { intentBy, kindsFound } from './report.ts';
import { topicsIn } from './topics.ts';
import { whereIn } from './where.ts';

/** `about` as a meaning, with the kinds and the place that tell which hazard; a repair without a photo asks for one. */
export function afterwards(heard: Utterance, about: Progress, found: readonly FoundHazard[]): Meaning {
  const topics = found.length > 0 ? found : topicsIn(heard);
  const { fields, because }: Finding = joined(kindsFound(heard, kindsAmong(topics), topics), whereIn(heard));
  const unproven = about.intent === 'hazard_fixed' && heard.message.photos === 0;
  return {
    intent: about.intent,
    confidence: about.confidence,
    fields: { ...fields, ...(unproven ? { needsAnswer: 'photo' } : {}) },
    because: [intentBy(heard, about), ...because],
  };
}
