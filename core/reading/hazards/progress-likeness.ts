/** What somebody with an open hazard means, where no rule knows the words. */
import { hazardProgressExamples } from '../examples/hazards.ts';
import { likenessTo } from '../likeness.ts';
import type { Utterance } from '../utterance.ts';
import type { Progress } from './progress.ts';

const compare = likenessTo(hazardProgressExamples);
/** How far ahead of the runner-up, and how much of the message must be known. */
const enough = { lead: 2.5, known: 0.35 };
const longest = 36;

/** Put right, chased or withdrawn by likeness to what others wrote; nothing where it looks like anything else. */
export function likelyProgress(heard: Utterance): Progress | undefined {
  const { plain, message } = heard;
  if (!message.openCase || message.room === 'mediation' || message.openQuestion !== null) return undefined;
  if (plain.length > longest) return undefined;
  const like = compare(plain);
  if (like === undefined || like.meant === 'none' || like.lead < enough.lead || like.known < enough.known)
    return undefined;
  const piece = like.pieces.find((one) => plain.includes(one)) ?? plain;
  const start = plain.indexOf(piece);
  return { intent: like.meant, confidence: 0.82, start, end: start + piece.length };
}
