/** The answer to what the bot asked about a dispute. */
import { finding, joined, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { wordsAt } from '../plain-text.ts';
import type { Meaning } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { disputeDetails } from './details.ts';
import { likelyKinds } from './kinds.ts';
import { yuanOf } from './money.ts';

/** What only a dispute is asked for; a place, a photo, a kind may be asked of others. */
const ours = new Set([
  ...['amount', 'sum', 'parties', 'other_side', 'wants', 'facts', 'people', 'wish', 'evidence', 'self', 'about'],
]);
/** A longer answer is a story of its own. */
const longest = 60;
const namesIt = 5;
const barely = /^[^\d一二两三四五六七八九十百千万]{0,4}([\d一二两三四五六七八九十百千万.]+[万千百wk]?)[^\d]{0,4}$/;

/** Reads what answers the bot's question, or nothing. */
export function answer(heard: Utterance): Meaning | undefined {
  const { plain, message, text } = heard;
  const asked = message.openQuestion;
  if (asked === null || !ours.has(asked) || plain.length > longest) return undefined;
  if (heard.clauses.some(({ asks }) => asks)) return undefined;
  const named = likelyKinds(plain)
    .filter(({ weight }) => weight >= namesIt)
    .slice(0, 1);
  const kinds: Finding = {
    fields: named.length === 0 ? {} : { kinds: named.map(({ kind }) => kind) },
    because: named.map(({ start, end }) => ({ field: 'kinds', words: wordsAt(text, start, end) })),
  };
  const details = disputeDetails(heard);
  const sum = asked === 'amount' || asked === 'sum' ? bareSum(heard) : nothing;
  const { fields, because } = joined(kinds, sum, details);
  const words = wordsAt(text, 0, plain.length).trim();
  return { intent: 'dispute', confidence: 0.86, fields, because: [{ field: 'intent', words }, ...because] };
}

/** Asked how much, a bare number is a sum. */
function bareSum(heard: Utterance): Finding {
  const match = barely.exec(heard.plain.trim());
  const yuan = match === null ? undefined : yuanOf(match[1] ?? '');
  if (yuan === undefined) return nothing;
  const sum = finding(heard, 'amountYuan', yuan.yuan, 0, heard.plain.length);
  const guessed = yuan.approximate || /左右|上下|多|大概|差不多|约|来/.test(heard.plain);
  return guessed ? joined(sum, finding(heard, 'approximate', true, 0, heard.plain.length)) : sum;
}
