import { namedPlaces } from '../core/name-place.ts';
import type { Token } from '../core/ids.ts';
import type { InboundMessage, PlaceVerb, Verb } from '../core/message.ts';
import type { PublicNotice } from '../core/notice.ts';
import type { TapResult } from '../core/tap-result.ts';
import type { Person, Place, Room } from '../core/people.ts';
import { mayOnPlace } from '../core/permission.ts';
import { decideColour } from '../handlers/place/decide-colour.ts';
import { toRooms } from '../handlers/say.ts';
import type { Work } from '../handlers/work.ts';
import { searchHazards } from './route-hazard-search.ts';
import { placeEn } from './texts/place-en.ts';
import { placeZh } from './texts/place-zh.ts';

/** What can be asked of a place by words: 查 QY-0217, or a colour's button in words. */
export type PlaceCommand = { name: 'place'; words: string } | { name: 'colour'; verb: PlaceVerb; words: string };

const asking = /^(?:查询|查一下|查|place\s)\s*[:：]?\s*(\S.{0,39})$/iu;
/** The number of a hazard, an incident or a dispute is none of a place's. */
const numbered = /^[HID][-\s]?\d{4}[-\s]?\d{4,6}/iu;
/** So many are named when words fit several. */
const offered = 6;

/** Reads a command about a place; null: it is none. */
export function readPlaceCommand(message: InboundMessage): PlaceCommand | null {
  const text = message.text.trim();
  if (message.start !== undefined || message.attachments.length > 0) return null;
  const slashed = /^\/?(?:place|查)(?:@\w+)?\s+(.{1,40})$/iu.exec(text)?.[1];
  const words = (slashed ?? asking.exec(text)?.[1])?.replace(/[?？。!！]+$/u, '').trim() ?? '';
  if (words !== '' && !numbered.test(words)) return { name: 'place', words };
  return readColourWord(text);
}

/** The words in place of a colour's buttons, with the place's code behind them. */
function readColourWord(text: string): PlaceCommand | null {
  const said = text.normalize('NFKC').toLowerCase();
  for (const { word } of [placeZh, placeEn]) {
    for (const verb of ['colour_accept', 'colour_keep'] as const) {
      if (!said.startsWith(`${word[verb]} `)) continue;
      return { name: 'colour', verb, words: text.slice(word[verb].length).trim() };
    }
  }
  return null;
}

/**
 * Answers a command about a place. False: in a group nobody is meant by such words, and in a direct chat they may mean something
 * else, unless they read like a code.
 */
export async function routePlace(
  work: Work,
  asked: { person: Person; room: Room; message: InboundMessage; command: PlaceCommand },
): Promise<boolean> {
  const { command, person } = asked;
  const places = namedPlaces(work.zone.places, command.words, asked.room.kind === 'direct' ? 'part' : 'whole');
  if (command.name === 'colour') return decideByWords(work, asked, command.verb, places);
  const [place] = places;
  if (place !== undefined && places.length === 1) return say(work, asked, { kind: 'place_info', placeId: place.id });
  const likeCode = /^[A-Za-z]{1,6}-?\d{1,6}[A-Za-z]?$/.test(command.words);
  const several = places.length > 0 && asked.room.kind === 'direct';
  if (!several && !(likeCode && person.active)) return searchHazards(work, { ...asked, words: command.words });
  const placeIds = places.slice(0, offered).map(({ id }) => id);
  return say(work, asked, { kind: 'place_which', placeIds, words: command.words });
}

async function decideByWords(
  work: Work,
  asked: Parameters<typeof routePlace>[1],
  verb: PlaceVerb,
  [place, ...others]: readonly Place[],
): Promise<boolean> {
  if (place === undefined || others.length > 0) return false;
  const result: TapResult = mayOnPlace(asked.person, verb)
    ? await decideColour(work, place.id, asked.person, { accept: verb === 'colour_accept', colour: '' })
    : { kind: 'not_allowed' };
  return say(work, asked, { kind: 'place_answer', result });
}

async function say(
  work: Work,
  { room, message, person }: Pick<Parameters<typeof routePlace>[1], 'room' | 'message' | 'person'>,
  notice: PublicNotice,
): Promise<true> {
  const quote = room.kind === 'group' ? { replyTo: message.messageId } : {};
  await toRooms(work, [room.id], notice, { priority: 'answer', reader: person.id, ...quote });
  return true;
}

/** A tap on a colour's button; null: the token is no place's. */
export async function routePlaceTap(
  work: Work,
  token: Token,
  act: { person: Person; verb: Verb; value: string },
): Promise<TapResult | null> {
  const record = await work.tx.placeColours.byToken(token);
  if (record === null) return null;
  if (!mayOnPlace(act.person, act.verb)) return { kind: 'not_allowed' };
  const decision = { accept: act.verb === 'colour_accept', colour: act.value };
  return decideColour(work, record.placeId, act.person, decision);
}
