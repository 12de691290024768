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
/** 求助 SQ-12-302: the same, as somebody says it who reads the plate themselves. */
const plate = /^(?:求助|门牌码?|帮帮?忙)[\s:：]*([a-z]{1,6}-?\d[\w-]{0,32})$/iu;
/** What people say who do not know what it is called; what they say is the beginning of what they tell. */
const plainly: readonly (readonly [MatterKind, RegExp])[] = [
  [
    'counselling',
    /(?:想|要|能不能|可以)(?:找|跟|和)(?:个|一?[个位]|你们?)?人?(?:聊聊|聊一聊|聊聊天|说说话|说说心里话|倾诉|谈谈心)|(?:想|要)(?:找|看|约|预约)(?:一?[个位])?心理(?:医生|咨询师?|老师|疏导)|\b(?:someone|somebody) to talk to\b|\b(?:see|talk to|need|want|book)(?: an?| the)? (?:counsell?(?:ing|or)|psychologist|therapist)\b/iu,
  ],
  [
    'legal_question',
    /^(?:我)?(?:就|就是)?(?:想|要)?(?:请)?(?:问|咨询|请教)(?:一?下|个|一个|问)?(?:关于|有关)?法律(?:上|方面)?(?:的)?(?:问题|事情?)?|\blegal (?:question|advice)\b/iu,
  ],
  ['women_adviser', /\bwomen['’]?s (?:advis[eo]r|helpline)\b|\b(?:talk to|see) a woman\b/iu],
  ['service_order', /\b(?:order|need|want|book)(?: an?)? (?:technician|technical (?:visit|service))\b/iu],
];
const separators = /^[\s:：,，。.!！;；]+/u;

/** Reads the beginning of a private matter; null: it is none. In a group only what is said outright counts. */
export function readMatterStart(message: InboundMessage, room: Pick<Room, 'kind'>): MatterStartWord | null {
  const { start } = message;
  if (start !== undefined) return room.kind === 'direct' ? fromLink(start) : null;
  const text = message.text.normalize('NFKC').trim();
  const door = room.kind === 'direct' ? (atDoor.exec(text) ?? plate.exec(text))?.[1] : undefined;
  if (door !== undefined) return { name: 'door', code: door };
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
  return room.kind === 'direct' ? saidPlainly(text) : null;
}

/** By what somebody wants; the whole of it is told. */
function saidPlainly(text: string): MatterStartWord | null {
  if (text.length > longestPlain) return null;
  const [kind, pattern] = plainly.find(([, one]) => one.test(text)) ?? [];
  if (kind === undefined || pattern === undefined) return null;
  // Where nothing else is said, what it is about is still to be asked.
  const beside = text
    .replace(pattern, '')
    .replaceAll(/[\s\p{P}]|\b(?:i|an?|the|please|appointment|would|like|want|need|to)\b|我|吗|吧|呀|啊/giu, '');
  return { name: 'start', kind, words: beside.length < leastBeside ? '' : text, desk: false };
}

/** So little beside the asking tells nothing. */
const leastBeside = 4;
/** A longer story is read as one. */
const longestPlain = 60;

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
