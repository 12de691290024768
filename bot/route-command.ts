import type { InboundMessage, Language } from '../core/message.ts';
import type { Duty, Person, Room, RoomPurpose } from '../core/people.ts';
import { roomPurposes } from '../core/people.ts';
import type { PublicNotice } from '../core/notice.ts';
import { reportDrill } from '../handlers/incident/report-drill.ts';
import { makeBindCode } from '../handlers/people/bind-identity.ts';
import type { Known } from '../handlers/people/know-sender.ts';
import { setDuty } from '../handlers/people/set-duty.ts';
import { setLanguage } from '../handlers/people/set-language.ts';
import { setRoomPurpose } from '../handlers/people/set-room-purpose.ts';
import { toRooms } from '../handlers/say.ts';
import type { Work } from '../handlers/work.ts';
import { answer } from './heard.ts';

/** What a person can ask for by name, in either language. */
export type Command =
  | { name: 'start' | 'help' }
  | { name: 'duty'; duty: Duty }
  | { name: 'language'; language: Language }
  | { name: 'code_for'; callSign: string }
  | { name: 'room'; purpose: RoomPurpose; team: string }
  | { name: 'drill'; words: string };

const duties: Readonly<Record<string, Duty>> = {
  on: 'on_duty',
  上岗: 'on_duty',
  reachable: 'reachable',
  下岗: 'reachable',
  off: 'off',
  休息: 'off',
};

const languages: Readonly<Record<string, Language>> = { en: 'en', english: 'en', zh: 'zh', 中文: 'zh' };

/** Reads a command: with a slash anywhere, as a bare Chinese or English word only in a direct chat. */
export function readCommand(message: InboundMessage, room: Room): Command | null {
  const text = message.text.trim();
  if (message.start !== undefined) return { name: 'start' };
  const words = text.split(/\s+/);
  const slashed = message.command ?? (text.startsWith('/') ? (words[0] ?? '').slice(1).toLowerCase() : undefined);
  const rest =
    message.command === undefined ? words.slice(1) : words.filter((word) => word !== `/${message.command ?? ''}`);
  if (slashed !== undefined) return named(slashed, rest);
  const first = words[0] ?? '';
  if (first === '演练' && words.length > 1) return { name: 'drill', words: rest.join(' ') };
  if (first === '绑定码' && words.length === 2) return { name: 'code_for', callSign: words[1] ?? '' };
  if (room.kind !== 'direct' || words.length !== 1) return null;
  return named(text.toLowerCase().replace(/[。.!！~～]+$|(?<=^(?:help|帮助))[?？]+$/u, ''), []);
}

function named(name: string, rest: readonly string[]): Command | null {
  const first = rest[0] ?? '';
  const duty = duties[name];
  const language = languages[name === 'lang' || name === 'language' ? first.toLowerCase() : name];
  if (duty !== undefined) return { name: 'duty', duty };
  if (language !== undefined) return { name: 'language', language };
  switch (name) {
    case 'start':
      return { name: 'start' };
    case 'help':
    case '帮助':
      return { name: 'help' };
    case 'code':
      return first === '' ? { name: 'help' } : { name: 'code_for', callSign: first };
    case 'drill':
      return rest.length === 0 ? { name: 'help' } : { name: 'drill', words: rest.join(' ') };
    case 'room': {
      const purpose = roomPurposes.find((one) => one === first);
      return purpose === undefined ? { name: 'help' } : { name: 'room', purpose, team: rest[1] ?? '' };
    }
    default:
      return null;
  }
}

/** Does what a command asks for and answers in the same room. */
export async function routeCommand(
  work: Work,
  known: Known,
  person: Person,
  message: InboundMessage,
  command: Command,
): Promise<void> {
  const notice = await obey(work, known, person, message, command);
  if (notice === null) return;
  if (known.room.kind === 'group') return answer(work, known.room, message, notice);
  // What one can write depends on who one is.
  await toRooms(work, [known.room.id], notice, { priority: 'answer', reader: person.id });
}

function isOfficer(person: Person): boolean {
  return person.roles.includes('duty_officer') || person.roles.includes('admin');
}

async function obey(
  work: Work,
  known: Known,
  person: Person,
  message: InboundMessage,
  command: Command,
): Promise<PublicNotice | null> {
  switch (command.name) {
    case 'start':
      return { kind: 'welcome' };
    case 'help':
      return { kind: 'help' };
    case 'duty':
      return person.roles.includes('rescuer') ? setDuty(work, person, command.duty) : { kind: 'help' };
    case 'language':
      return setLanguage(work, known, person, command.language);
    case 'room':
      return person.roles.includes('admin')
        ? setRoomPurpose(work, known.room, command.purpose, command.team)
        : { kind: 'refusal', result: { kind: 'not_allowed' } };
    case 'code_for':
      return isOfficer(person) && known.room.kind === 'direct'
        ? codeFor(work, command.callSign)
        : { kind: 'refusal', result: { kind: 'not_allowed' } };
    case 'drill':
      if (!isOfficer(person)) return { kind: 'refusal', result: { kind: 'not_allowed' } };
      await reportDrill(work, person, known.room, message.messageId, command.words);
      return null;
  }
}

async function codeFor(work: Work, callSign: string): Promise<PublicNotice> {
  const person = await work.tx.people.byCallSign(callSign);
  if (person === null) return { kind: 'bind_refused', why: 'unknown' };
  return { kind: 'bind_code', code: await makeBindCode(work, person), personId: person.id };
}
