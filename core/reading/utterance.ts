/** A message prepared for reading: evened out, cut into clauses, with what its place in the conversation tells. */
import { plainText } from './plain-text.ts';
import type { PlainText } from './plain-text.ts';
import type { Context, Message } from './reading.ts';

/** A piece of a sentence between two marks or pauses; `start` and `end` are places in the plain text. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** It asks something. */
  readonly asks: boolean;
}

/** A message that the parts of the reader look at. */
export interface Utterance {
  readonly message: Message;
  readonly context: Context;
  readonly text: PlainText;
  readonly plain: string;
  readonly clauses: readonly Clause[];
  /** It answers an order: one awaits the answer, or one is quoted, or its code is named. */
  readonly answering: boolean;
  /** The writer speaks as a rescuer: in a squad or the command group, or in answer to an order. */
  readonly rescuers: boolean;
  /** The reply code of the order, in capitals, and where it stands (nowhere when it came with the quote). */
  readonly code: { readonly code: string; readonly start: number; readonly end: number } | undefined;
}

const breaks =
  /[,。!?;\n…、|〔〕【】[\](){}「」“”"]+|[:.](?!\d)|(?<!\d)[:.](?=\d)|~(?!\d)|(?<![a-z0-9'])[ \t]+|[ \t]+(?![a-z0-9'])|(?:\p{Extended_Pictographic}\p{Emoji_Modifier}?)+/gu;
const askMark = /[?]/;
const asking =
  /((?!得)[一-龥])[不没]\1|[吗么]$|[吗么](?:[啊呀哈的])*$|(?:了|过|到|完|好|修|吃|来|去|回|灭|报|发|看|有|上|下|出|行|在|是|要|会|能|够)(?:没有?|不|否|未)$|伐$|(?:上班|开门|营业|上课)不$|几年|是[^,]{1,8}还是|能不能|可不可以|是不是|有没有|会不会|要不要|行不行|好不好|对不对|在不在|算不算|用不用|够不够|深不深|来不来|去不去|谁(?!都|也|家着)|哪(?!怕|天|都)|什么(?!都|也)|(?<!不知道|不管)怎么(?!也|都)|为啥|为什么|干嘛|干什么|咋|啥|(?<![好十百千有这那们哥\d])几(?:点|个|号|时|人|台|位|岁)(?!人?都)|多少|多久|多大|多远|多深|何时|如何|^(?:带|是|走|用|先)[^,]{1,8}还是(?!不|算)|(?:位置|定位|地址|坐标|导航)[^,]{0,3}(?:发|给|共享|报)|发(?:一下|个|下)?(?:定位|位置|地址|坐标)|^(?:请问|问一?下|想问|咨询|麻烦问)|\b(?:who|what|where|when|how|why|which|is (?:it|there)|are (?:you|there)|can you|do (?:i|we|you)|should i)\b/;
const asksAnyone = /有没有人|谁(?:知道|会|有)/;
const notAsking =
  /没什么|不要紧|没怎么|什么都|谁都|(?:要|来|去|走|吃|赶|对|受|忙|离|开|到|起|差|帮)不$|几个人(?:受|都|去|来|在里|被)|不知道(?:什么|谁|哪)|不么|不懂|不清楚|(?:学|教|知道|讲|说|练)(?:了|大家|我们)?(?:一下)?怎么|^(?:今天|本周|昨天|目前|我们|这边)?没有$/;

/** Prepares `message`; works for any text. */
export function utterance(message: Message, context: Context): Utterance {
  const text = plainText(message.text);
  const code = codeIn(message, text.plain);
  const clauses = clausesOf(code === undefined ? text.plain : withoutCode(text.plain, code.start, code.end));
  const answering = code !== undefined || isOrder(message.quote) || (message.openOrder && !isSocial(message.quote));
  const rescuers = answering || message.room === 'squad' || message.room === 'command';
  return { message, context, text, plain: text.plain, clauses, answering, rescuers, code };
}

/** The code is no word of a clause; a bar in its place parts what stands around it. */
function withoutCode(plain: string, start: number, end: number): string {
  return plain.slice(0, start) + '|'.repeat(end - start) + plain.slice(end);
}

function clausesOf(plain: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  const add = (end: number, mark: string): void => {
    const words = plain.slice(start, end);
    if (words.trim() === '') return;
    const lead = words.length - words.trimStart().length;
    const asks =
      askMark.test(mark) || (asking.test(words.trim()) && (!notAsking.test(words) || asksAnyone.test(words)));
    clauses.push({ start: start + lead, end: start + words.trimEnd().length, words: words.trim(), asks });
  };
  for (const mark of plain.matchAll(breaks)) {
    add(mark.index, mark[0]);
    start = mark.index + mark[0].length;
  }
  add(plain.length, '');
  return clauses;
}

const letters = '[a-hj-np-z2-9]';
const named = new RegExp(`(?:接警|出警|接单|编号|order|code)\\s*[:#]?\\s*(${letters}{3})(?![a-z0-9])`);
const leading = new RegExp(`^\\s*[〔\\[【(]?(${letters}{3})[〕\\]】)]?(?=[\\s,。:!]|[^\\x00-\\x7f]|$)`);
const anywhere = new RegExp(`[〔【\\[](${letters}{3})[〕】\\]]|(?<![a-z0-9])(${letters}{3})\\s*$`);
const quoted = /[〔【[(]\s*([A-HJ-NP-Z2-9]{3})\s*[〕】\])]|(?:接警|出警)\s*([A-HJ-NP-Z2-9]{3})(?![A-Z0-9])/;
const notCodes = /^(?:aed|ktv|gps|app|cpr|suv|can|yes|eta|help|\d{3})$/;

/** A code stands alone at the start (A7K 能去), after 接警, in brackets, at the end, or in what is quoted. */
function codeIn(message: Message, plain: string): Utterance['code'] {
  const match = named.exec(plain) ?? usable(leading.exec(plain)) ?? usable(anywhere.exec(plain));
  const found = match?.[1] ?? match?.[2];
  if (match && found !== undefined) {
    const start = match.index + match[0].indexOf(found);
    return { code: found.toUpperCase(), start, end: start + 3 };
  }
  const quote = message.quote === null ? null : quoted.exec(message.quote);
  const code = quote?.[1] ?? quote?.[2];
  return code === undefined ? undefined : { code, start: 0, end: 0 };
}

/** Letters and digits together make a code; letters alone are a word. */
function usable(match: RegExpExecArray | null): RegExpExecArray | undefined {
  const found = match?.[1] ?? match?.[2];
  if (match === null || found === undefined || notCodes.test(found)) return undefined;
  return /\d/.test(found) && /[a-z]/.test(found) ? match : undefined;
}

function isOrder(quote: string | null): boolean {
  return (
    quote !== null &&
    !isSocial(quote) &&
    /出警|接警|警情|出动|救援|增援|集结|待命|席位|落水|溺水|着火|起火|火灾|被困|call-?out|\border\b|能去的?(?:回复|报)|谁能去/i.test(
      quote,
    )
  );
}

function isSocial(quote: string | null): boolean {
  return (
    quote !== null &&
    /聚餐|吃饭|喝酒|打球|旅游|生日|婚|红包|团购|爬山|烧烤|唱歌|快递|培训|训练|年会|报销|体检/.test(quote)
  );
}
