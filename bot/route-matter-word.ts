import type { MatterId } from '../core/ids.ts';
import { openSession } from '../core/session-steps.ts';
import { saidTimes } from '../core/session-times.ts';
import { timeValue } from '../core/course-tap.ts';
import { meetsApart } from '../core/dispute.ts';
import type { Matter, MatterKind } from '../core/matter.ts';
import type { Person } from '../core/people.ts';
import { mayOnMatter } from '../core/permission.ts';
import type { MatterResult, PrivateNotice } from '../core/private-notice.ts';
import { proposeTimes } from '../handlers/dispute/propose-times.ts';
import { answerQuestion } from '../handlers/matter/answer-question.ts';
import { wordsAskedFor, type WordsFor } from '../handlers/matter/ask-words.ts';
import { rightsOf } from '../handlers/matter/look-at-matter.ts';
import { askOpening } from '../handlers/matter/open-glass.ts';
import { pushPolice } from '../handlers/matter/push-police.ts';
import { sayPrivately } from '../handlers/matter/say-privately.ts';
import { takeMatterTap } from '../handlers/matter/take-matter-tap.ts';
import type { Work } from '../handlers/work.ts';
import { answer, type Heard } from './heard.ts';
import { tapTalk } from './route-matter-talk-tap.ts';
import { matterNumberIn, readMatterWord, type MatterWord } from './texts/matter-reply-words.ts';

/** Words that ask for one's own matters. */
const mine = /^(?:我的(?:调解|纠纷|事项|私事|求助|线索|咨询)|\/?my ?matters)[\s?？。!！]*$/iu;
const receipt = /^(?:回执|凭证|receipt)\s*(?:号码?|码)?\s*[:：]?\s*([0-9a-z]{4})[-\s]?([0-9a-z]{4})[\s?？。!！]*$/iu;
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
    (await wantedWords(heard)) ||
    appointmentWords(heard)
  );
}

async function say({ work, person, room }: Heard, notice: PrivateNotice): Promise<true> {
  await sayPrivately(work, person.id, notice, { priority: 'answer' }, room.id);
  return true;
}

/** What a look shows comes by itself; all else is answered in words. */
async function tell(heard: Heard, matterId: MatterId | null, result: MatterResult): Promise<true> {
  if (result.kind === 'matter_shown') return true;
  return say(heard, { kind: 'matter_result', matterId, result });
}

/** An officer writes down a police matter, in a direct chat or where the command is. Its words are sealed from then on. */
async function pushWord(heard: Heard): Promise<boolean> {
  const { work, person, room, message } = heard;
  const words = police.exec(message.text.trim())?.[1];
  const command = room.kind === 'direct' || room.purpose === 'command';
  if (words === undefined || !command || !mayPush(person)) return false;
  work.keepPrivate();
  const { id, number } = await pushPolice(work, person, words);
  if (room.kind === 'direct') return tell(heard, id, { kind: 'matter_filed', number });
  await answer(work, room, message, { kind: 'matter_pointer', matterId: id, why: 'begun' });
  return true;
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
  return say(heard, { kind: 'matter_list', personId: heard.person.id });
}

/** Whoever gave a clue without a name asks by the receipt; how it stands is all that is said. */
async function receiptWord(heard: Heard): Promise<boolean> {
  const { work, message } = heard;
  const match = receipt.exec(message.text.normalize('NFKC').trim());
  if (match === null) return false;
  work.keepPrivate();
  const letters = `${match[1] ?? ''}${match[2] ?? ''}`.toUpperCase();
  // Letters that are not in the code are read as the digits that they look like.
  const plain = letters.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const matter = await work.tx.matters.byReceipt(`${plain.slice(0, 4)}-${plain.slice(4)}`);
  if (matter === null) return tell(heard, null, { kind: 'matter_none' });
  return tell(heard, null, { kind: 'matter_moved', state: matter.state });
}

async function openingWord(heard: Heard): Promise<boolean> {
  const { work, person, message } = heard;
  const text = message.text.normalize('NFKC').trim();
  const number = opening.test(text) ? matterNumberIn(text) : null;
  if (number === null) return false;
  work.keepPrivate();
  const matter = await work.tx.matters.byNumber(number);
  if (matter === null) return tell(heard, null, { kind: 'matter_none' });
  const reason = text.replace(opening, '').replace(/^m[-\s]?\d{4}[-\s]?\d{4,6}[\s,，:：]*/iu, '');
  const tap = { person, verb: 'opening_ask', value: '', words: reason, roomId: heard.room.id } as const;
  return tell(heard, matter.id, (await takeMatterTap(work, matter, tap)) ?? { kind: 'matter_none' });
}

/** A step in words: of the matter that is named, or quoted, or, for what was just offered, the only one there is. */
async function stepWord(heard: Heard): Promise<boolean> {
  const word = readMatterWord(heard.message.text);
  if (word === null) return false;
  const matter = await meant(heard, word);
  if (matter === null) return word.number === null ? false : tell(heard, null, { kind: 'matter_none' });
  const { work, person, room } = heard;
  work.keepPrivate();
  const tap = { person, verb: word.verb, value: valueOf(word, matter), roomId: room.id };
  const result =
    (await tapTalk(work, matter, person, tap)) ?? (await takeMatterTap(work, matter, { ...tap, words: word.rest }));
  return tell(heard, matter.id, result ?? { kind: 'matter_none' });
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
]);

async function meant({ work, person, quoted, orders }: Heard, word: MatterWord): Promise<Matter | null> {
  if (word.number !== null) return work.tx.matters.byNumber(word.number);
  if (quoted !== null && 'matterId' in quoted && quoted.matterId !== null) return work.tx.matters.byId(quoted.matterId);
  if (!bare.has(word.verb) || orders.some(({ answer: said }) => said === 'open')) return null;
  if (!(await work.tx.matters.concerns(person.id))) return null;
  const standing = ['offered', 'desk', 'co_owner', 'owner'] as const;
  const open = await work.tx.matters.ofPerson(person.id, standing, { over: false, limit: 10 });
  const fitting: Matter[] = [];
  for (const matter of open) if (await fits(work, matter, person, word)) fitting.push(matter);
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

async function fits(work: Work, matter: Matter, person: Person, { verb }: MatterWord): Promise<boolean> {
  const offer = verb === 'matter_take' || verb === 'matter_pass';
  if (offer && matter.ownerId !== null) return false;
  return mayOnMatter(await rightsOf(work, matter, person), verb);
}

/** The words that were asked for by a tap: the answer to a question, the reason to look. */
const wanted: ReadonlySet<WordsFor> = new Set<WordsFor>(['answer', 'opening_reason']);

async function wantedWords(heard: Heard): Promise<boolean> {
  const { work, room, person, message } = heard;
  const asked = wordsAskedFor(heard.question);
  if (asked === null || message.text === '' || !wanted.has(asked.words)) return false;
  work.keepPrivate();
  await work.tx.rooms.answered(room.id, person.id);
  const matter = await work.tx.matters.lock(asked.id);
  if (matter === null) return tell(heard, null, { kind: 'matter_none' });
  if (asked.words === 'opening_reason')
    return tell(heard, matter.id, await askOpening(work, matter, person, message.text));
  const rights = await rightsOf(work, matter, person);
  if (!rights.has('owner')) return tell(heard, matter.id, { kind: 'matter_not_yours' });
  return tell(heard, matter.id, await answerQuestion(work, matter, { person, words: message.text, roomId: room.id }));
}

/** Kinds for which somebody is seen at a time that suits both; how disputes find theirs: bot/route-mediator.ts. */
const byAppointment: ReadonlySet<MatterKind> = new Set<MatterKind>(['counselling', 'women_adviser', 'service_order']);

/** Times that an adviser offers after being asked for them: whoever told chooses one, by a tap. */
async function appointmentWords(heard: Heard): Promise<boolean> {
  const { work, room, person, message } = heard;
  const asked = wordsAskedFor(heard.question);
  if (asked?.words !== 'times' || message.text === '') return false;
  const matter = await work.tx.matters.lock(asked.id);
  if (matter === null || !byAppointment.has(matter.kind)) return false;
  work.keepPrivate();
  if (!(await rightsOf(work, matter, person)).has('owner')) return tell(heard, matter.id, { kind: 'matter_not_yours' });
  const { times } = saidTimes(message.text, work.now, work.zone.timeZone);
  if (times.length === 0) return tell(heard, matter.id, { kind: 'matter_times_wanted' });
  await work.tx.rooms.answered(room.id, person.id);
  const side = meetsApart(matter.body) ? { side: 'a' } : {};
  const result = await proposeTimes(work, matter, person, { times: times.slice(0, 3), ...side });
  return result.kind === 'matter_booked' ? true : tell(heard, matter.id, result);
}
