/** What no rule knows is compared with what patrols wrote before. */
import { patrolCaptions, patrolExamples } from '../examples/patrol.ts';
import { hasHan, likenessTo } from '../likeness.ts';
import { wordsAt } from '../plain-text.ts';
import type { Intent, Meaning } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { clausesAhead } from './chatter.ts';

const captions = likenessTo(patrolCaptions);
const messages = likenessTo(patrolExamples);
/** How far ahead of the runner-up, and how much of the message must be known. */
const enough = { caption: 1, captionKnown: 0.35, message: 5, check: 4, known: 0.5, perPiece: 0.25 };

/** Somebody must look at these at once: likeness alone is not enough, a word must speak of it. */
const grave: Partial<Record<Intent, RegExp>> = {
  suspicious: /人|车|影|光|门|窗|锁|墙/,
  found_item: /捡|拾|丢|落|掉|失主|谁的|没人[拿要]/,
};

/** Whether it reads like the caption of a check-in rather than like talk. */
export function looksLikeCheckIn({ plain }: Utterance): boolean {
  if (!hasHan(plain)) return false;
  const like = captions(plain);
  return like?.meant === 'check_in' && like.lead >= enough.caption && like.known >= enough.captionKnown;
}

/** Whether other messages of patrols that are like it were check-ins. */
export function isLikeCheckIns({ plain }: Utterance): boolean {
  const like = hasHan(plain) ? messages(plain) : undefined;
  return like?.meant === 'check_in' && like.lead >= enough.check;
}

/** What messages like this one meant, without details; or nothing. */
export function likePatrols(heard: Utterance): Meaning | undefined {
  if (!hasHan(heard.plain) || heard.clauses.some(({ asks }) => asks) || clausesAhead(heard).length > 0)
    return undefined;
  const like = messages(heard.plain);
  if (like === undefined || like.meant === 'other' || like.lead < enough.message) return undefined;
  if (grave[like.meant]?.test(heard.plain) === false) return undefined;
  if (like.known < enough.known || like.leadPerPiece < enough.perPiece) return undefined;
  const piece = like.pieces.find((one) => heard.plain.includes(one)) ?? '';
  const at = heard.plain.indexOf(piece);
  const intent: Intent = like.meant;
  return {
    intent,
    confidence: 0.66,
    fields: {},
    because: [{ field: 'intent', words: wordsAt(heard.text, at, at + piece.length) }],
  };
}
