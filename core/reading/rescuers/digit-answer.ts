/** Answers without words: the digit of a button, or a sign of the hand. */
import { joined } from '../finding.ts';
import { wordsAt } from '../plain-text.ts';
import type { Intent, Meaning } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { codeOf, replyDetails } from './reply-details.ts';

/** The buttons of an order from left to right. */
const buttons: readonly Intent[] = ['accept', 'standby', 'decline'];
/** A digit that stands alone or at the head; 12, 1号楼, 3点 and 3比1 are none. */
const digitAnswer =
  /^\s*(?:\+?(1)(?!\d|[\d:.]\d|个)(?<=\+1)|([123])(?![\d:.]\d)(?!\d)(?=$|[\s,。!~+;:、.-]|吧|收到|能|可|接|去|来|到|[^\x00-\x7f一-龥])|([一二三])(?=[\s!。~]*$))/;
const notAnAnswer = /^\s*(?:[:：.、]\s*\S|比|mins?\b|minutes?\b|hours?\b|hrs?\b|km\b)|\?|吗/;

/** A digit counts as the button at its place when an order awaits an answer: `1`, `1 8分钟`, `2 在家里`, `A7K 1`. */
export function digitReply(heard: Utterance): Meaning | undefined {
  if (!heard.answering) return undefined;
  const { code, plain } = heard;
  const skip = code !== undefined && /^[〔[【(\s]*$/.test(plain.slice(0, code.start)) ? code.end : 0;
  const rest = plain.slice(skip).replace(/^[〕\]】)\s]+/, (marks) => ' '.repeat(marks.length));
  const match = digitAnswer.exec(rest);
  const digit = match?.[1] ?? match?.[2] ?? match?.[3];
  if (match === null || digit === undefined || notAnAnswer.test(rest.slice(match[0].length))) return undefined;
  const intent = buttons['123一二三'.indexOf(digit) % 3] ?? 'accept';
  const start = skip + match[0].length - 1;
  const because = { field: 'intent' as const, words: wordsAt(heard.text, start, start + 1) };
  const details = joined(codeOf(heard), replyDetails(heard, intent, start + 1));
  return { intent, confidence: 0.98, fields: details.fields, because: [because, ...details.because] };
}

/** Stickers of the chat programs, as they arrive in text. */
const stickers = /^(?:\s*\[(?:(ok|强|赞|抱拳|握手|拳头|奋斗|加油|敬礼|收到|好的|玫瑰|666|嗯)|no|弱|摇头|再见)\])+\s*$/;

/** 👌 says that the order was read, 🙅 that one cannot come; neither is a yes. */
export function signReply(heard: Utterance): Meaning | undefined {
  if (!heard.answering) return undefined;
  const sign =
    heard.clauses.length > 0 ? stickers.exec(heard.plain) : /(👌|👍|🆗|🫡|💪|🙏|✅)|(🙅|❌|🚫)/u.exec(heard.plain);
  if (sign === null) return undefined;
  const because = [{ field: 'intent' as const, words: wordsAt(heard.text, sign.index, sign.index + sign[0].length) }];
  const details = codeOf(heard);
  const intent = sign[1] === undefined ? 'decline' : 'received';
  return { intent, confidence: 0.85, fields: details.fields, because: [...because, ...details.because] };
}
