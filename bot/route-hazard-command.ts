import { findPlace } from '../core/find-place.ts';
import type { Hazard } from '../core/hazard.ts';
import type { InboundMessage } from '../core/message.ts';
import type { PublicNotice } from '../core/notice.ts';
import type { Room } from '../core/people.ts';
import { mayOnHazard, maySeeHazard } from '../core/hazard-permission.ts';
import { listHazards } from '../handlers/hazard/list-hazards.ts';
import { resumeDraft } from '../handlers/hazard/answer-draft.ts';
import { toRooms } from '../handlers/say.ts';
import { answer, type Heard } from './heard.ts';
import { keepNow } from './keep-now.ts';
import { routeRegister } from './route-hazard-register.ts';
import { begin } from './route-hazard-report.ts';
import { answerHazard, numberedHazard } from './route-hazard-which.ts';

/** What can be asked of hazards by name, and the words that follow the name. */
export interface HazardCommand {
  name: 'report' | 'own' | 'area' | 'register' | 'look_up';
  words: string;
  /** The code of a place, from its sign or a deep link; '' when none was given. */
  placeCode: string;
}

const slashed: Readonly<Record<string, HazardCommand['name']>> = {
  hazard: 'report',
  report: 'report',
  隐患: 'report',
  报隐患: 'report',
  my: 'own',
  我的隐患: 'own',
  area: 'area',
  片区隐患: 'area',
};
const lists: Readonly<Record<string, 'own' | 'area'>> = {
  我的隐患: 'own',
  我的隐患清单: 'own',
  我报的隐患: 'own',
  片区隐患: 'area',
  辖区隐患: 'area',
  'my hazards': 'own',
  'area hazards': 'area',
};
const reporting = /^(?:我要|我想|想)?(?:报|上报|登记)(?:一?[个下条])?隐患[:：,，!！。\s]*/u;
const registering = /^(?:登记(?:隐患|一下|为隐患)?|register)[。.!！\s]*$/iu;
const numberAlone = /^(?:查|查一下|看一下|查询)?\s*(H[-\s]?\d{4}[-\s]?\d{4,6})\s*[?？。]?$/iu;
const codeFirst = /^([A-Za-z]{1,6}-?\d{1,6}[A-Za-z]?)(?=\s|$|[,，:：])[\s,，:：]*/u;

/** Reads a command about hazards; null: it is none. */
export function readHazardCommand(message: InboundMessage, room: Room): HazardCommand | null {
  const placed = /^p_([\w-]{1,40})$/.exec(message.start ?? '')?.[1];
  if (placed !== undefined) return { name: 'report', words: '', placeCode: placed };
  if (message.start !== undefined) return null;
  const text = message.text.trim();
  const [first = '', ...rest] = text.split(/\s+/u);
  const named = message.command ?? (text.startsWith('/') ? first.slice(1).toLowerCase() : undefined);
  // Where the bot hears only what is meant for it, the word comes as a command.
  const registers =
    named === undefined ? registering.test(text) : named === 'register' && text.length <= '/register'.length;
  if (message.quote !== undefined && registers) return { name: 'register', words: message.quote.text, placeCode: '' };
  if (named !== undefined) {
    const words = message.command === undefined ? rest.join(' ') : text.replace(`/${message.command}`, '').trim();
    const name = slashed[named];
    return name === undefined ? null : withCode(name, name === 'report' ? words : '');
  }
  const list = lists[text.toLowerCase().replace(/[\s。.!！?？~～]+$/u, '')];
  if (list !== undefined) return { name: list, words: '', placeCode: '' };
  const number = numberAlone.exec(text)?.[1];
  if (number !== undefined) return { name: 'look_up', words: number, placeCode: '' };
  if (reporting.test(text)) return withCode('report', text.replace(reporting, ''));
  const bare = room.kind === 'direct' && (text === '隐患' || text.toLowerCase() === 'hazard');
  return bare ? { name: 'report', words: '', placeCode: '' } : null;
}

function withCode(name: HazardCommand['name'], words: string): HazardCommand {
  const code = codeFirst.exec(words)?.[1] ?? '';
  return { name, words: code === '' ? words : words.replace(codeFirst, ''), placeCode: code };
}

/** Does what was asked for by name; `heard` was read with the command's words. False: it was no command for this person here. */
export async function routeHazardCommand(heard: Heard, command: HazardCommand): Promise<boolean> {
  const { work, person, room } = heard;
  switch (command.name) {
    case 'own':
    case 'area': {
      const about = command.name === 'area' ? 'area' : undefined;
      // Without a direct chat it is said here how to get the list; the card itself shows nothing of it in a group.
      if (await listHazards(work, person, room, about)) return true;
      await answer(work, room, heard.message, { kind: 'hazard_list', personId: person.id, about: 'reported' });
      return true;
    }
    case 'look_up':
      return lookUp(heard, command.words);
    case 'register':
      return routeRegister(heard);
    case 'report':
      return report(heard, command);
  }
}

async function report(heard: Heard, { words, placeCode }: HazardCommand): Promise<true> {
  const { work, person, room } = heard;
  await keepNow(heard);
  const bare = words === '' && placeCode === '' && heard.message.attachments.length === 0;
  if (bare && (await resumeDraft(work, person, room.id)) !== null) return true;
  if (placeCode === '') return begin(heard, { offer: false, via: 'command' });
  const via = heard.message.start === undefined ? 'command' : 'place_code';
  return begin(heard, { offer: false, via, placeCode: knownCode(heard, placeCode) });
}

/** Deep links carry no dots and spaces: the code is looked for as it is, and as it would be without its marks. */
function knownCode({ work }: Heard, code: string): string {
  const bare = (words: string): string => words.replaceAll(/[^0-9a-z]/gi, '').toUpperCase();
  const exact = findPlace(work.zone.places, { code, text: '' });
  return (exact ?? work.zone.places.find((place) => place.active && bare(place.code) === bare(code)))?.code ?? code;
}

/** A number alone: the card that fits who asks and where. */
async function lookUp(heard: Heard, said: string): Promise<boolean> {
  const { work, person, room } = heard;
  const digits = said.toUpperCase().replaceAll(/[^0-9]/g, '');
  const hazard = await numberedHazard(work, `H-${digits.slice(0, 4)}-${digits.slice(4)}`);
  if (hazard === null) {
    if (room.kind === 'direct') await answerHazard(heard, null, { kind: 'hazard_none' });
    return room.kind === 'direct';
  }
  const reports = await work.tx.hazards.reports(hazard.id);
  const toldHere = reports.some(({ roomId }) => roomId === room.id);
  if (!maySeeHazard(person, hazard, reports) && !(toldHere && room.kind === 'group')) {
    // That there is one is nobody else's business either.
    if (room.kind === 'direct') await answerHazard(heard, null, { kind: 'hazard_none' });
    return room.kind === 'direct';
  }
  const quote = room.kind === 'group' ? { replyTo: heard.message.messageId } : {};
  await toRooms(work, [room.id], await cardFor(heard, hazard), { priority: 'answer', reader: person.id, ...quote });
  return true;
}

async function cardFor({ work, person, room }: Heard, hazard: Hazard): Promise<PublicNotice> {
  const hazardId = hazard.id;
  const reports = await work.tx.hazards.reports(hazardId);
  if (room.kind === 'group' && room.purpose !== 'command') return { kind: 'hazard_card', hazardId };
  if (mayOnHazard(person, 'hazard_grade', hazard, reports)) return { kind: 'hazard_triage', hazardId };
  if (room.kind === 'group') return { kind: 'hazard_card', hazardId };
  if (hazard.ownerId === person.id) return { kind: 'hazard_order', hazardId };
  const checks = hazard.state === 'fixed' && mayOnHazard(person, 'hazard_pass', hazard, reports);
  return checks ? { kind: 'hazard_check', hazardId } : { kind: 'hazard_card', hazardId };
}
