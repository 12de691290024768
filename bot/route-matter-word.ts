import { openSession } from '../core/session-steps.ts';
import { timeValue } from '../core/course-tap.ts';
import type { Matter } from '../core/matter.ts';
import type { Person } from '../core/people.ts';
import type { MatterResult } from '../core/private-notice.ts';
import { mayOnMatter } from '../core/matter-permission.ts';
import { addToClue } from '../handlers/matter/add-to-clue.ts';
import { wordsAskedFor } from '../handlers/matter/ask-words.ts';
import { rightsOf } from '../handlers/matter/look-at-matter.ts';
import { decideOpening } from '../handlers/matter/open-glass.ts';
import { pushPolice } from '../handlers/matter/push-police.ts';
import { takeMatterTap } from '../handlers/matter/take-matter-tap.ts';
import type { Work } from '../handlers/work.ts';
import { answer, type Heard } from './heard.ts';
import { routeEmergency } from './route-emergency.ts';
import { tapTalk } from './route-matter-talk-tap.ts';
import { hasOpenCase } from './route-hazard-which.ts';
import { routeWantedWords } from './route-wanted-words.ts';
import { readTalkWord } from './talk-word.ts';
import { talkFiles } from './continue-talk.ts';
import { answerPrivately, tellResult } from './tell-result.ts';
import { matterNumberIn, readMatterWord, type MatterWord } from './texts/matter-reply-words.ts';

/** Words that ask for one's own matters. */
const mine = /^(?:我的(?:调解|纠纷|事项|私事|求助|线索|咨询)|\/?my ?matters)[\s?？。!！]*$/iu;
const receipt =
  /^(?:回执|凭证|receipt)\s*(?:号码?|码)?\s*[:：]?\s*(?<code>[0-9a-z]{4}[-\s]?[0-9a-z]{4})(?![0-9a-z])[\s?？。!！,，:：]*(?<more>[\s\S]*)$/iu;
/** 开封 M-2611-0042 为了…: break-glass, with its reason. */
const opening = /^(?:开封|申请(?:临时)?查看|open)\s*[:：]?\s*(?=m[-\s]?\d{4})/iu;
const police = /^警情\s*[:：,，]?\s*(\S[\s\S]{3,})$/u;

/**
 * Words that stand in for the buttons of private matters, and the few that have none: a number with a word, one's own matters, a
 * receipt, 开封, 警情. True: dealt with. In a group a number is answered with where it goes on, and nothing is done.
 */
export async function routeMatterWord(heard: Heard): Promise<boolean> {
  const { message, room } = heard;
  if (message.edited) return false;
  if (await pushWord(heard)) return true;
  if (room.kind === 'group') return pointAway(heard);
  return (
    (await listWord(heard)) ||
    (await receiptWord(heard)) ||
    (await openingWord(heard)) ||
    (await stepWord(heard)) ||
    routeWantedWords(heard)
  );
}

/** An officer writes down a police matter, in a direct chat or where the command is. Its words are sealed from then on. */
async function pushWord(heard: Heard): Promise<boolean> {
  const { work, person, room, message } = heard;
  const words = police.exec(message.text.trim())?.[1];
  const command = room.kind === 'direct' || room.purpose === 'command';
  if (words === undefined || !command || !mayPush(person)) return false;
  work.keepPrivate();
  const { id, number } = await pushPolice(work, person, words);
  if (needsMoreThanPolice(heard)) await routeEmergency(heard);
  if (room.kind === 'direct') return tellResult(heard, id, { kind: 'matter_filed', number });
  await answer(work, room, message, { kind: 'matter_pointer', matterId: id, why: 'begun' });
  return true;
}

/** A fire or a drowning is a call-out as well, whatever stands before it. */
function needsMoreThanPolice({ reading }: Heard): boolean {
  const kinds = reading.fields.kinds ?? [];
  return reading.intent === 'emergency' && kinds.some((kind) => kind !== 'violence' && kind !== 'crowd');
}

const mayPush = ({ active, roles }: Person): boolean =>
  active && roles.some((role) => role === 'duty_officer' || role === 'admin');

/** A number and a word in a group: it goes on in the direct chat, and nothing else is said there. */
async function pointAway({ work, person, room, message }: Heard): Promise<boolean> {
  const number = matterNumberIn(message.text);
  if (number === null || readMatterWord(message.text) === null) return false;
  const matter = await work.tx.matters.byNumber(number);
  if (matter === null || (await rightsOf(work, matter, person)).size === 0) return false;
  await answer(work, room, message, { kind: 'matter_pointer', matterId: matter.id, why: 'waiting' });
  return true;
}

async function listWord(heard: Heard): Promise<boolean> {
  if (!mine.test(heard.message.text.trim())) return false;
  return answerPrivately(heard, { kind: 'matter_list', personId: heard.person.id });
}

/** Whoever gave a clue without a name asks by the receipt, or adds to it; how it stands is all that is said. */
async function receiptWord(heard: Heard): Promise<boolean> {
  const { work, message } = heard;
  const match = receipt.exec(message.text.normalize('NFKC').trim());
  if (match === null) return false;
  work.keepPrivate();
  const letters = (match.groups?.['code'] ?? '').replaceAll(/[-\s]/gu, '').toUpperCase();
  // Letters that are not in the code are read as the digits that they look like.
  const plain = letters.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const matter = await work.tx.matters.byReceipt(`${plain.slice(0, 4)}-${plain.slice(4)}`);
  if (matter === null) return tellResult(heard, null, { kind: 'matter_none' });
  const more = match.groups?.['more']?.trim() ?? '';
  if (more === '' && message.attachments.length === 0)
    return tellResult(heard, null, { kind: 'matter_moved', state: matter.state });
  return tellResult(heard, null, await addToClue(work, matter.id, { words: more, fileIds: await talkFiles(heard) }));
}

async function openingWord(heard: Heard): Promise<boolean> {
  const { work, person, message } = heard;
  const text = message.text.normalize('NFKC').trim();
  const number = opening.test(text) ? matterNumberIn(text) : null;
  if (number === null) return false;
  work.keepPrivate();
  const matter = await work.tx.matters.byNumber(number);
  if (matter === null) return tellResult(heard, null, { kind: 'matter_none' });
  // As it was written, where the number is written plainly.
  const own = opening.test(message.text.trim()) ? message.text.trim() : text;
  const reason = own.replace(opening, '').replace(/^m[-\s]?\d{4}[-\s]?\d{4,6}[\s,，:：]*/iu, '');
  const tap = { person, verb: 'opening_ask', value: '', words: reason, roomId: heard.room.id } as const;
  return tellResult(heard, matter.id, (await takeMatterTap(work, matter, tap)) ?? { kind: 'matter_none' });
}

/** A step in words: of the matter that is named, or quoted, or, for what was just offered, the only one there is. */
async function stepWord(heard: Heard): Promise<boolean> {
  const word = readMatterWord(heard.message.text);
  if (word === null) return false;
  // The times themselves stand behind it: route-mediator reads them.
  if (word.verb === 'matter_times' && word.rest !== '') return false;
  const [matter = null, ...others] = await meant(heard, word);
  if (others.length > 0 && matter !== null) {
    // Two are offered or in hand, and one is wanted; other bare words are said of anything.
    if (word.verb !== 'matter_take' && word.verb !== 'matter_done') return false;
    const matterIds = [matter, ...others].map(({ id }) => id);
    heard.work.keepPrivate();
    return answerPrivately(heard, { kind: 'matter_which', matterIds, about: 'words' });
  }
  if (matter === null) return word.number === null ? false : tellResult(heard, null, { kind: 'matter_none' });
  const { work, person, room } = heard;
  work.keepPrivate();
  if (word.verb === 'opening_agree' || word.verb === 'opening_refuse')
    return tellResult(heard, matter.id, await decided(heard, matter, word.verb === 'opening_agree'));
  const tap = { person, verb: word.verb, value: valueOf(word, matter), roomId: room.id };
  const result =
    (await tapTalk(work, matter, person, tap)) ?? (await takeMatterTap(work, matter, { ...tap, words: word.rest }));
  return tellResult(heard, matter.id, result ?? { kind: 'matter_none' });
}

/** The look that somebody asks for just now; a word names the matter, where a button names the asking. */
async function decided({ work, person }: Heard, { id }: Matter, agrees: boolean): Promise<MatterResult> {
  const waiting = (await work.tx.matters.openings(id)).find(({ agreed }) => agreed === null);
  return waiting === undefined ? { kind: 'matter_none' } : decideOpening(work, waiting, person, agrees);
}

/** The button's value that a number in the list stands for. */
function valueOf({ verb, value, nth }: MatterWord, { body }: Matter): string {
  if (nth === null) return value;
  if (verb !== 'matter_time') return String(nth);
  const session = openSession(body);
  return session === null ? '' : timeValue({ session: session.n, said: nth - 1 });
}

/** Bare words are short, and mean many things: they are taken for what was offered, or for what they quote. */
const bare: ReadonlySet<MatterWord['verb']> = new Set<MatterWord['verb']>([
  'matter_take',
  'matter_pass',
  'matter_conflict',
  'matter_ack',
  'matter_look',
  'matter_done',
]);

/** The one that is named, or quoted; of bare words all that they can be said of. */
async function meant(heard: Heard, word: MatterWord): Promise<Matter[]> {
  const { work, person, quoted, orders } = heard;
  const one = (matter: Matter | null): Matter[] => (matter === null ? [] : [matter]);
  if (word.number !== null) return one(await work.tx.matters.byNumber(word.number));
  if (quoted !== null && 'matterId' in quoted && quoted.matterId !== null)
    return one(await work.tx.matters.byId(quoted.matterId));
  if (!bare.has(word.verb) || orders.some(({ answer: said }) => said === 'open')) return [];
  if (!(await work.tx.matters.concerns(person.id))) return [];
  if (word.verb === 'matter_done' && (await isOtherWork(heard))) return [];
  const standing = ['offered', 'desk', 'co_owner', 'owner'] as const;
  const open = await work.tx.matters.ofPerson(person.id, standing, { over: false, limit: 10 });
  const fitting: Matter[] = [];
  for (const matter of open) if (await fits(work, matter, person, word)) fitting.push(matter);
  return word.verb === 'matter_done' ? withAsked(heard, fitting) : fitting;
}

/** 办好了 can be said of a call-out, of a hazard, of what was quoted, or end what somebody tells just now. */
async function isOtherWork({ work, person, quoted, orders, reading, message }: Heard): Promise<boolean> {
  if (quoted !== null || orders.some(({ answer: said, doneAt }) => said === 'accepted' && doneAt === null)) return true;
  if (reading.intent.startsWith('hazard_') && (await hasOpenCase(work, person))) return true;
  const told = await work.tx.matters.telling(person.id);
  return told !== null && readTalkWord(message.text, told) !== null;
}

/** The one of which words are awaited is meant; one that no such word can end makes it doubtful. */
async function withAsked({ work, question }: Heard, fitting: Matter[]): Promise<Matter[]> {
  const id = wordsAskedFor(question)?.id ?? null;
  const known = fitting.find((matter) => matter.id === id);
  if (known !== undefined) return [known];
  const asked = id === null || fitting.length === 0 ? null : await work.tx.matters.byId(id);
  return asked === null ? fitting : [...fitting, asked];
}

async function fits(work: Work, matter: Matter, person: Person, { verb }: MatterWord): Promise<boolean> {
  const offer = verb === 'matter_take' || verb === 'matter_pass';
  if (offer && matter.ownerId !== null) return false;
  if (verb === 'matter_done' && matter.kind === 'dispute' && matter.door !== 'police') return false;
  return mayOnMatter(await rightsOf(work, matter, person), verb);
}
