import { sideOf } from '../core/dispute.ts';
import { dangersInWords } from '../core/matter-danger.ts';
import { plainTold } from '../core/matter-told.ts';
import type { Matter, MatterState } from '../core/matter.ts';
import { passOnWords } from '../handlers/dispute/pass-on-words.ts';
import { showWork } from '../handlers/dispute/show-work.ts';
import { sayPrivately } from '../handlers/matter/say-privately.ts';
import { tellMatter } from '../handlers/matter/tell-matter.ts';
import { noted, talkFiles } from './continue-talk.ts';
import type { Heard } from './heard.ts';
import { isReadAsPrivate, toldIn } from './matter-heard.ts';
import { matterNumberIn } from './texts/matter-reply-words.ts';

/** Whoever was heard so shortly before is in the middle of telling. */
export const livelyMs = 30 * 60_000;
const byRule = 0.8;
/** What is told of a danger so long after belongs to it still. */
const dangerMs = 12 * 3_600_000;

/** What this person is telling now, locked; null: nothing. */
export async function telling({ work, person }: Heard): Promise<Matter | null> {
  if (!(await work.tx.matters.concerns(person.id))) return null;
  const found = await work.tx.matters.telling(person.id);
  const matter = found === null ? null : await work.tx.matters.lock(found.id);
  return matter?.state === 'telling' ? matter : null;
}

const later: readonly MatterState[] = ['reported', 'screened', 'assigned', 'accepted', 'mediating'];
const more = /^(?:补充|还有|对了|另外|忘了说|再说一下|also|one more thing|forgot)[\s:：,，]?/iu;

/** What this person has told and somebody still works on. */
async function own({ work, person }: Heard): Promise<Matter[]> {
  if (!(await work.tx.matters.concerns(person.id))) return [];
  const open = await work.tx.matters.ofPerson(person.id, ['teller'], { over: false, limit: 5 });
  return open.filter(({ state }) => later.includes(state));
}

/** What was handed in, by this person or with them as a side, and is not over; what was told last first. */
export async function handedIn({ work, person }: Heard, standings: readonly ('teller' | 'party')[]): Promise<Matter[]> {
  if (!(await work.tx.matters.concerns(person.id))) return [];
  const open = await work.tx.matters.ofPerson(person.id, standings, { over: false, limit: 5 });
  return open.filter(({ state }) => state !== 'telling');
}

/** Of which this person was asked how it stands now, and it was not said yet. */
export async function visitedNow({ work, person }: Heard): Promise<Matter[]> {
  if (!(await work.tx.matters.concerns(person.id))) return [];
  const all = await work.tx.matters.ofPerson(person.id, ['teller', 'party'], { over: true, limit: 5 });
  return all.filter(({ state, body }) => {
    const visit = body.followUps.findLast(({ dueAt }) => dueAt <= work.now);
    return state !== 'archived' && visit?.at === null;
  });
}

/** What this person has told of a danger, not long ago, locked; null: nothing. */
export async function inDanger(heard: Heard): Promise<Matter | null> {
  const found = (await own(heard)).find(
    ({ body, reportedAt }) => body.danger !== null && heard.work.now - (reportedAt ?? 0) <= dangerMs,
  );
  return found === undefined ? null : heard.work.tx.matters.lock(found.id);
}

/** Who is in danger can go on telling; of anything else that was handed in, what follows at once, or says that it belongs to it. */
export async function addToOwn(heard: Heard): Promise<boolean> {
  const { work, message, reading } = heard;
  const { intent } = reading;
  if (heard.question !== null || intent === 'question') return false;
  const adds = more.test(message.text.trim());
  // Below that a hazard is only likely, and what belongs here is not to be shown to others.
  const likely = intent.startsWith('hazard_') && reading.confidence < byRule;
  const says = adds || likely || intent === 'unknown' || intent === 'small_talk' || isReadAsPrivate(heard);
  const wordless = message.text.trim() === '' && message.attachments.length > 0;
  if (!says && !wordless) return false;
  const danger = (await inDanger(heard)) ?? (await knownTo(heard));
  const isRecent = ({ reportedAt }: Matter): boolean => work.now - (reportedAt ?? 0) <= livelyMs;
  const found =
    danger ??
    (await own(heard)).find((matter) => adds || isRecent(matter)) ??
    (adds ? await writtenDown(heard) : undefined);
  const meant = danger !== null || wordless || adds;
  const matter = found === undefined || !meant ? null : await work.tx.matters.lock(found.id);
  if (matter === null) return false;
  work.keepPrivate();
  return matter.ownerId === null || wordless ? add(heard, matter) : passOn(heard, matter);
}

/** Who has an adviser already and is in danger is hers to hear of first, however long it is. Locked; null: nobody has. */
async function knownTo(heard: Heard): Promise<Matter | null> {
  if (heard.reading.intent !== 'crisis' && dangersInWords(heard.message.text).length === 0) return null;
  const found = (await own(heard)).find(({ kind }) => kind === 'women_adviser' || kind === 'counselling');
  return found === undefined ? null : heard.work.tx.matters.lock(found.id);
}

/** What this person wrote down for somebody at the desk: the one that is named, else the only one. */
async function writtenDown({ work, person, message }: Heard): Promise<Matter | undefined> {
  const open = await work.tx.matters.ofPerson(person.id, ['desk'], { over: false, limit: 20 });
  const theirs = open.filter(({ door, state }) => door === 'desk' && later.includes(state));
  const number = matterNumberIn(message.text);
  if (number !== null) return theirs.find((matter) => matter.number === number);
  return theirs.length === 1 ? theirs[0] : undefined;
}

async function add(heard: Heard, matter: Matter): Promise<true> {
  const { work, person } = heard;
  await tellMatter(work, matter, { ...toldIn(heard, matter), fileIds: await talkFiles(heard) });
  // What came without words is evidence, and whoever has it hears of it.
  await showWork(work, matter, { loud: true, heard: { side: sideOf(matter, person.id), at: work.now } });
  return noted(heard, matter);
}

/** Whoever has it hears that there is more; pictures are evidence, and danger is danger at any time. */
async function passOn(heard: Heard, matter: Matter): Promise<true> {
  const { work, person, room, message } = heard;
  const { dangers } = toldIn(heard, matter);
  const told = { ...plainTold(''), dangers, fileIds: await talkFiles(heard) };
  const kept = await tellMatter(work, matter, told);
  const result = await passOnWords(work, kept, person, message.text);
  // Where the numbers were just told, nothing stands below them.
  if (kept.body.dangerToldAt === work.now) return true;
  const said =
    result.kind === 'matter_words_passed_on' && dangers.length > 0 ? { ...result, danger: true as const } : result;
  const notice = { kind: 'matter_result', matterId: matter.id, result: said } as const;
  await sayPrivately(work, person.id, notice, { priority: 'answer' }, room.id);
  return true;
}
