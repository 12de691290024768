import { isByAppointment, isOver, type Matter } from '../core/matter.ts';
import { numberIn, readMediatorWords, type MediatorWords } from '../core/mediator-words.ts';
import { partyOf, type Party } from '../core/party.ts';
import type { MatterResult } from '../core/private-notice.ts';
import { saidTimes } from '../core/session-times.ts';
import { failMatter } from '../handlers/dispute/fail-matter.ts';
import { holdSession } from '../handlers/dispute/hold-session.ts';
import { suspendMatter } from '../handlers/dispute/suspend-matter.ts';
import { writeAgreement } from '../handlers/dispute/write-agreement.ts';
import { wordsAskedFor, type WordsFor } from '../handlers/matter/ask-words.ts';
import { rightsOf } from '../handlers/matter/look-at-matter.ts';
import { noteProgress } from '../handlers/matter/remind-owner.ts';
import { sayPrivately } from '../handlers/matter/say-privately.ts';
import type { Heard } from './heard.ts';
import { obeyMediator, type OwnersAct } from './obey-mediator.ts';
import { isCourtesy } from './texts/courtesy-words.ts';
import { isSecondThought } from './texts/second-thought-words.ts';

/** At most so many are told apart by asking which one. */
const several = 20;
/** What is asked for here; the other words have their own flows. */
const mine: ReadonlySet<WordsFor> = new Set<WordsFor>([
  'times',
  'record',
  'terms_written',
  'terms_oral',
  'fail_reason',
  'rest_reason',
]);
/** Names of sides are known only with the matter; before that everybody says A方 and 对方. */
const anySides: readonly Pick<Party, 'key' | 'name'>[] = [
  { key: 'a', name: '' },
  { key: 'b', name: '' },
  { key: 'c', name: '' },
];

/**
 * What whoever has a dispute, or sees somebody by appointment, writes about it in their direct chat: times, 开过了 with the record, 备注 A方: …, B方没来, 达成, 谈不拢,
 * 改到周五下午2点; and the words that a button asked for. True: dealt with. Danger that is going on now is an emergency as anywhere;
 * a note or a record tells of what was.
 */
export async function routeMediator(heard: Heard): Promise<boolean> {
  const { work, room, person, message } = heard;
  if (room.kind !== 'direct' || message.edited || message.text.trim() === '') return false;
  if (!(await work.tx.matters.concerns(person.id))) return answerOver(heard);
  const open = await work.tx.matters.ofPerson(person.id, ['owner'], { over: false, limit: several });
  const { number, rest } = numberIn(message.text);
  const plain = read(heard, rest, anySides);
  const own = open.filter((matter) => canMean(matter, plain));
  if (own.length === 0) return answerOver(heard);
  const meant = meantBy(heard, own, number);
  if (meant === 'other') return false;
  const named = meant === null ? plain : read(heard, rest, await sidesOf(heard, meant));
  const said = meant === null || canMean(meant, named) ? named : null;
  const asked = askedOf(heard, meant);
  if (heard.reading.intent === 'emergency' && said?.kind !== 'note' && said?.kind !== 'held') return false;
  if (said === null && asked === null) return false;
  work.keepPrivate();
  if (meant === null) return askWhich(heard, own);
  const matter = await work.tx.matters.lock(meant.id);
  const rights = matter === null ? null : await rightsOf(work, matter, person);
  if (matter === null || rights?.has('owner') !== true) return false;
  const by: OwnersAct = { person, roomId: room.id, rights };
  const result = await take(heard, matter, { said, asked, words: rest }, by);
  await noteProgress(work, matter);
  // Of a session that is booked its own message tells.
  if (result !== null && result.kind !== 'matter_booked') {
    const notice = { kind: 'matter_result', matterId: matter.id, result } as const;
    await sayPrivately(work, person.id, notice, { priority: 'answer' }, room.id);
  }
  return true;
}

/** What can be written of an appointment with one person: when, whether they came, and a note; the rest is a mediation's. */
const ofAppointments: ReadonlySet<MediatorWords['kind']> = new Set<MediatorWords['kind']>([
  'note',
  'held',
  'absent',
  'times',
  'off',
]);

function canMean(matter: Matter, said: MediatorWords | null): boolean {
  if (matter.kind === 'dispute') return true;
  return isByAppointment(matter) && (said === null || ofAppointments.has(said.kind));
}

/** Of what they had and is over by now, when they name it. */
async function answerOver(heard: Heard): Promise<boolean> {
  const { work, person, room, message } = heard;
  const { number, rest } = numberIn(message.text);
  if (number === null || read(heard, rest, anySides) === null) return false;
  const matter = await work.tx.matters.byNumber(number);
  if (matter?.ownerId !== person.id || matter.kind !== 'dispute' || !isOver(matter)) return false;
  const result = { kind: 'matter_already', state: matter.state } as const;
  const notice = { kind: 'matter_result', matterId: matter.id, result } as const;
  return sayPrivately(work, person.id, notice, { priority: 'answer' }, room.id);
}

function read({ work }: Heard, words: string, parties: typeof anySides): MediatorWords | null {
  const { timeZone } = work.zone;
  return readMediatorWords(words, { parties, now: work.now, timeZone });
}

/** The sides as their mediator calls them: by what was told of them, else by the name under which the bot knows them. */
async function sidesOf({ work }: Heard, { body }: Matter): Promise<typeof anySides> {
  const known = await work.tx.people.byIds(body.parties.flatMap(({ personId }) => personId ?? []));
  return anySides.map(({ key }) => {
    const party = partyOf(body.parties, key);
    const { name = '', personId = null } = party ?? {};
    return { key, name: name === '' ? (known.find(({ id }) => id === personId)?.name ?? '') : name };
  });
}

/** The one of the number, of the quoted message, of the open question, or the only one; null: several; `other`: not theirs. */
function meantBy({ quoted, question }: Heard, own: readonly Matter[], number: string | null): Matter | 'other' | null {
  if (number !== null) {
    const named = own.filter((matter) => matter.number.endsWith(number));
    return named.length === 1 ? (named[0] ?? null) : 'other';
  }
  const quotedId = quoted !== null && 'matterId' in quoted ? quoted.matterId : null;
  const asked = wordsAskedFor(question)?.id ?? null;
  const found = own.find(({ id }) => id === quotedId) ?? own.find(({ id }) => id === asked);
  return found ?? (own.length === 1 ? (own[0] ?? null) : null);
}

/** The words that a button asked this person for, of this matter. */
function askedOf({ question }: Heard, matter: Matter | null): WordsFor | null {
  const asked = wordsAskedFor(question);
  return asked !== null && asked.id === matter?.id && mine.has(asked.words) ? asked.words : null;
}

async function askWhich({ work, person, room }: Heard, own: readonly Matter[]): Promise<true> {
  const notice = { kind: 'matter_which', matterIds: own.map(({ id }) => id), about: 'words' } as const;
  await sayPrivately(work, person.id, notice, { priority: 'answer' }, room.id);
  return true;
}

interface Said {
  said: MediatorWords | null;
  asked: WordsFor | null;
  words: string;
}

/** What the words say by themselves comes first: 取消 is no record. Of terms, all that is written are the terms. */
async function take(heard: Heard, matter: Matter, given: Said, by: OwnersAct): Promise<MatterResult | null> {
  const { work, room, person } = heard;
  const { said, asked, words } = given;
  if (asked === null) return said === null ? null : obeyMediator(work, matter, said, by);
  if ((asked === 'fail_reason' || asked === 'rest_reason') && isCourtesy(words)) return null;
  const free = said === null || said.kind === 'times' || said.kind === 'agreed' || said.kind === 'held';
  if (!free && asked !== 'fail_reason') return obeyMediator(work, matter, said, by);
  const result = await answered(heard, matter, { asked, words, by });
  const wantsOther =
    result?.kind === 'matter_times_refused' || (result?.kind === 'matter_times_taken' && result.left === 0);
  if (!wantsOther) await work.tx.rooms.answered(room.id, person.id);
  return result;
}

/** The words that were asked for. */
async function answered(
  { work, person }: Heard,
  matter: Matter,
  { asked, words, by }: { asked: WordsFor; words: string; by: OwnersAct },
): Promise<MatterResult | null> {
  switch (asked) {
    case 'times':
      return timesFor(work, matter, words, by);
    case 'record':
      return holdSession(work, matter, person, words);
    case 'fail_reason':
      return isSecondThought(words) ? { kind: 'matter_goes_on' } : failMatter(work, matter, person.id, 'failed', words);
    case 'rest_reason':
      return isSecondThought(words) ? { kind: 'matter_goes_on' } : suspendMatter(work, matter, person, words);
    case 'terms_written':
    case 'terms_oral':
      return writeAgreement(work, matter, person, { form: asked === 'terms_oral' ? 'oral' : 'written', words });
    default:
      return null;
  }
}

async function timesFor(
  work: Heard['work'],
  matter: Matter,
  words: string,
  by: OwnersAct,
): Promise<MatterResult | null> {
  const { timeZone } = work.zone;
  const context = { parties: matter.body.parties, now: work.now, timeZone };
  const read = readMediatorWords(words, context);
  if (read?.kind === 'times') return obeyMediator(work, matter, read, by);
  const said = saidTimes(words, work.now, timeZone);
  if (said.times.length + said.refused.length === 0) return { kind: 'matter_times_wanted' };
  return obeyMediator(work, matter, { kind: 'times', how: 'propose', side: null, said }, by);
}
