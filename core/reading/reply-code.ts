/** The short code by which an order is answered (接警 A7K), and whether a quoted message is an order. */

/** A reply code in capitals, and where it stands in the plain text (nowhere when it came with the quote). */
export interface ReplyCode {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** Three of A–Z and 2–9; I, O, 0 and 1 are left out because they look alike. */
const letters = '[a-hj-np-z2-9]';
const named = new RegExp(`(?:接警|出警|接单|编号|order|code)\\s*[:#]?\\s*(${letters}{3})(?![a-z0-9])`);
const leading = new RegExp(`^\\s*[〔\\[【(]?(${letters}{3})[〕\\]】)]?(?=[\\s,。:!]|[^\\x00-\\x7f]|$)`);
const bracketed = new RegExp(`[〔【\\[](${letters}{3})[〕】\\]]`);
/** 走了9km ends with a distance. */
const trailing = new RegExp(`(?<![a-z0-9.])(?!\\d(?:km|kg|cm|mm)\\b)(${letters}{3})\\s*$`);
const quoted = /[〔【[(]\s*([A-HJ-NP-Z2-9]{3})\s*[〕】\])]|(?:接警|出警)\s*([A-HJ-NP-Z2-9]{3})(?![A-Z0-9])/;

/** The code in the words, or else the one of the quoted order. After 接警 any code counts; elsewhere one with a letter and a digit. */
export function replyCode(plain: string, quote: string | null): ReplyCode | undefined {
  const match =
    named.exec(plain) ?? [leading, bracketed, trailing].map((place) => mixed(place.exec(plain))).find(Boolean);
  const code = match?.[1];
  if (match && code !== undefined) {
    const start = match.index + match[0].indexOf(code);
    return { code: code.toUpperCase(), start, end: start + code.length };
  }
  const other = quote === null ? null : quoted.exec(quote);
  const given = other?.[1] ?? other?.[2];
  return given === undefined ? undefined : { code: given, start: 0, end: 0 };
}

/** Letters alone are a word and digits alone a number. */
function mixed(match: RegExpExecArray | null): RegExpExecArray | undefined {
  const code = match?.[1];
  return match !== null && code !== undefined && /\d/.test(code) && /[a-z]/.test(code) ? match : undefined;
}

const call =
  /出警|接警|警情|出动|救援|增援|集结|待命|席位|落水|溺水|着火|起火|火灾|被困|call-?out|\border\b|能去的?(?:回复|报)|谁能去/i;
const invitation = /聚餐|吃饭|喝酒|打球|旅游|生日|婚|红包|团购|爬山|烧烤|唱歌|快递|培训|训练|年会|报销|体检/;

/** Whether the quoted message calls people out. */
export function isOrder(quote: string | null): boolean {
  return quote !== null && !isInvitation(quote) && call.test(quote);
}

/** Whether the quoted message is about something else than duty. */
export function isInvitation(quote: string | null): boolean {
  return quote !== null && invitation.test(quote);
}
