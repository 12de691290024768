/** Prints, for the fresh lessons of one fold, what likeness and rules say of each; likeness must have been learned without them. */
import { likelihoods } from '../../../../core/reading/likeness/likeness.ts';
import { offersFor } from '../../../../core/reading/read.ts';
import { utterance } from '../../../../core/reading/utterance.ts';
import { foldOf } from './lessons.ts';
import type { Testimony } from './trust-from.ts';
import { writtenLessons } from './written-lessons.ts';

const fold = Number(process.argv[2]);
for (const { message, intent, fresh } of writtenLessons()) {
  if (!fresh || foldOf(message.text) !== fold) continue;
  const heard = utterance(message, {});
  const testimony: Testimony = {
    meant: intent,
    shares: [...likelihoods(heard)],
    offers: offersFor(heard).map((offer) => [offer.intent, offer.confidence]),
  };
  console.log(JSON.stringify(testimony));
}
