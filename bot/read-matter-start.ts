import type { MatterKind } from '../core/matter.ts';
import type { InboundMessage } from '../core/message.ts';
import type { Room } from '../core/people.ts';

/** What somebody says to begin a private matter, or to go on with one. */
export type MatterStartWord =
  /** By name: 我要调解 老板欠钱. `words`: what follows it; `desk`: for somebody who stands at the reception desk. */
  | { name: 'start'; kind: MatterKind; words: string; desk: boolean }
  /** The sign at a door: 一码到家. */
  | { name: 'door'; code: string }
  /** By its number, from a group's link or words. */
  | { name: 'go_on'; number: string };

const slashed: Readonly<Record<string, MatterKind>> = {
  mediate: 'dispute',
  tell: 'dispute',
  调解: 'dispute',
  clue: 'crime_clue',
  women: 'women_adviser',
  counsel: 'counselling',
  service: 'service_order',
  law: 'legal_question',
};

/** 我要, 我想申请, 帮我找个: without it the name must stand alone. */
const asksFor =
  '(?:我们?)?(?:也|就)?(?:(?:要|想要?|需要|申请|请求|预约|希望|帮我们?|给我们?)(?:申请|请求|预约|找|做|安排|反映|举报|提供)?|找|举报|提供|申请|预约)(?:一下|个|一[个位条]|位)?';
/** What private matters are called. */
const names: readonly (readonly [MatterKind, string])[] = [
  ['dispute', '(?:人民)?调解(?:员)?(?:一下)?(?![室不协书工群好成过了])'],
  ['crime_clue', '(?:(?:扫黑除恶|涉黑涉恶|涉黑|涉恶|违法犯罪|犯罪)(?:的)?)?线索'],
  ['women_adviser', '(?:女人[eE]家|妇女(?:维权|顾问))'],
  ['counselling', '心理(?:咨询|疏导|支持|援助|医生|老师)(?:师)?'],
  ['help_request', '一码到家'],
  ['service_order', '(?:服务点单|点单|技术服务|上门服务)'],
  ['legal_question', '(?:法律(?:咨询|问题|援助)|咨询法律|问(?:个|一个)?法律问题)'],
];
const separator = '[\\s:：,，。.!！;；]';
/** Asked for by name, at the very beginning; a sentence that only speaks of it begins nothing. */
const asked = names.map(([kind, name]) => [kind, new RegExp(`^${asksFor}${name}`, 'u')] as const);
const bare = names.map(([kind, name]) => [kind, new RegExp(`^${name}(?=${separator}|$)`, 'u')] as const);
const inEnglish = /^(?:please )?(?:i (?:want|need)|i(?:'d| would) like|apply for|ask for) (?:a )?mediat(?:ion|or)\b/iu;
/** One word more for the direct chat. */
const alone: Readonly<Record<string, MatterKind>> = { 纠纷: 'dispute', mediation: 'dispute', mediate: 'dispute' };
const atDesk = /^(?:来访登记|代人登记|代为登记|前台登记)[:：,，\s]*/iu;
const goesOn = /^(?:接着说|继续说?|调解|go on)\s*(m[-\s]?\d{4}[-\s]?\d{4,6})$/iu;
/** 一码到家 MP-0012: what the page behind a home's plate says to write. */
const atDoor = /^一码到家[\s:：]*([a-z]{1,6}-?\d[\w-]{0,32})$/iu;
const separators = /^[\s:：,，。.!！;；]+/u;

/** Reads the beginning of a private matter; null: it is none. In a group only what is said outright counts. */
export function readMatterStart(message: InboundMessage, room: Pick<Room, 'kind'>): MatterStartWord | null {
  const { start } = message;
  if (start !== undefined) return room.kind === 'direct' ? fromLink(start) : null;
  const text = message.text.normalize('NFKC').trim();
  const plate = room.kind === 'direct' ? atDoor.exec(text)?.[1] : undefined;
  if (plate !== undefined) return { name: 'door', code: plate };
  const number = goesOn.exec(text)?.[1];
  if (number !== undefined) return { name: 'go_on', number: matterNumber(number) };
  const command = message.command ?? (text.startsWith('/') ? text.slice(1).split(/\s/u)[0]?.toLowerCase() : undefined);
  if (command !== undefined) {
    const kind = Object.hasOwn(slashed, command) ? slashed[command] : undefined;
    const words = text.replace(`/${command}`, '').replace(separators, '');
    if (command === 'desk') return { name: 'start', kind: 'dispute', words, desk: true };
    return kind === undefined ? null : { name: 'start', kind, words, desk: false };
  }
  if (room.kind === 'direct' && atDesk.test(text))
    return { name: 'start', kind: 'dispute', words: text.replace(atDesk, ''), desk: true };
  return byName(text, room);
}

function byName(text: string, room: Pick<Room, 'kind'>): MatterStartWord | null {
  const word = text.replace(/[。.!！~]+$/u, '').toLowerCase();
  const single = room.kind === 'direct' && Object.hasOwn(alone, word) ? alone[word] : undefined;
  if (single !== undefined) return { name: 'start', kind: single, words: '', desk: false };
  const english = inEnglish.exec(text)?.[0];
  if (english !== undefined) return started('dispute', text.slice(english.length));
  for (const [kind, pattern] of room.kind === 'direct' ? [...asked, ...bare] : asked) {
    const found = pattern.exec(text)?.[0];
    // 我要调解员什么时候来 asks about one that is going on.
    if (found !== undefined)
      return asksBack.test(text.slice(found.length)) ? null : started(kind, text.slice(found.length));
  }
  return null;
}

const asksBack = /^[^,，。!！\s]{0,6}(?:吗|么|什么时候|几点|怎么|\?|？)/u;

function started(kind: MatterKind, words: string): MatterStartWord {
  return { name: 'start', kind, words: words.replace(separators, ''), desk: false };
}

function fromLink(word: string): MatterStartWord | null {
  if (word === 'mediate') return { name: 'start', kind: 'dispute', words: '', desk: false };
  const number = /^m-?(m?-?\d{4}-?\d{4,6})$/iu.exec(word)?.[1];
  if (number !== undefined) return { name: 'go_on', number: matterNumber(number) };
  const door = /^d[-_]([\w-]{1,40})$/iu.exec(word)?.[1];
  return door === undefined ? null : { name: 'door', code: door };
}

/** `M-2611-0042`, however it was written. */
function matterNumber(said: string): string {
  const digits = said.replaceAll(/\D/gu, '');
  return `M-${digits.slice(0, 4)}-${digits.slice(4)}`;
}
