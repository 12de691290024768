/** The last word where no rule has one: what messages like this one meant before. */
import { namesSomebody } from './danger/danger-signs.ts';
import { notNow } from './danger/not-now.ts';
import { emergencyExamples } from './examples/emergencies.ts';
import { residentExamples } from './examples/residents.ts';
import { rescuerExamples } from './examples/rescuers.ts';
import { likenessTo } from './likeness.ts';
import type { Likeness } from './likeness.ts';
import { wordsAt } from './plain-text.ts';
import type { Because, Meaning } from './reading.ts';
import { isOfAnother, isLeisure } from './rescuers/bystanders.ts';
import { replyDetails } from './rescuers/reply-details.ts';
import { sceneDetails } from './scene-details.ts';
import type { Utterance } from './utterance.ts';

const emergency = Object.values(emergencyExamples).join('\n');
const amongResidents = likenessTo({ ...residentExamples, emergency });
const amongRescuers = likenessTo({ ...rescuerExamples, emergency: emergency + rescuerExamples.emergency });
const whatKind = likenessTo(emergencyExamples);

/** How far ahead of the runner-up a meaning must be, and how much of the message must be known. */
const enough = { residents: { lead: 9, known: 0.45 }, rescuers: { lead: 6, known: 0.5 } };
/** Danger in which nobody is named and nobody cries must be twice as clear; a yes must be clearer than other answers. */
const clearly = { danger: 18, yes: 10 };

/** Without an order to answer these are passing talk; a seat is never taken by likeness alone. */
const answers = new Set(['accept', 'decline', 'standby', 'received']);
/** What is out of order but happens to nobody is a hazard. */
const neglect = /坏了|没修|再修|老化|积了|过期|没人管|不合格|开裂/;

/** Reads by likeness: among residents only danger, among rescuers all they say; or nothing. */
export function experience(heard: Utterance): Meaning | undefined {
  const rescuers = heard.answering || heard.message.room === 'squad';
  const like = (rescuers ? amongRescuers : amongResidents)(heard.plain);
  const { lead, known } = rescuers ? enough.rescuers : enough.residents;
  if (
    like === undefined ||
    like.lead < lead ||
    like.leadPerPiece < 0.4 ||
    like.known < known ||
    like.meant === 'small_talk' ||
    like.meant === 'unknown'
  )
    return undefined;
  if (like.meant === 'emergency') return danger(heard, like);
  if (!rescuers || isLeisure(heard.plain) || isOfAnother(heard.plain)) return undefined;
  if (answers.has(like.meant) && !heard.answering) return undefined;
  if (like.meant === 'accept' && like.lead < clearly.yes) return undefined;
  const details = replyDetails(heard, like.meant, 0);
  return {
    intent: like.meant,
    confidence: 0.62,
    fields: details.fields,
    because: [...reasons(heard, like), ...details.because],
  };
}

function danger(heard: Utterance, like: Likeness<string>): Meaning | undefined {
  if (!namesSomebody(heard.plain) && (like.lead < clearly.danger || neglect.test(heard.plain))) return undefined;
  if (notNow(heard.plain) !== undefined || heard.clauses.some(({ asks }) => asks)) return undefined;
  const details = sceneDetails(heard);
  const kind = whatKind(heard.plain)?.meant ?? 'any';
  const fields = { ...(kind === 'any' ? {} : { kinds: [kind] }), severity: 'emergency' as const, ...details.fields };
  return { intent: 'emergency', confidence: 0.66, fields, because: [...reasons(heard, like), ...details.because] };
}

function reasons(heard: Utterance, like: Likeness<string>): Because[] {
  const because: Because[] = [];
  for (const piece of like.pieces) {
    const at = heard.plain.indexOf(piece);
    if (at >= 0) because.push({ field: 'intent', words: wordsAt(heard.text, at, at + piece.length) });
  }
  return because;
}
