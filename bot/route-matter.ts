import { findPlace } from '../core/find-place.ts';
import { dangerInWords } from '../core/matter-danger.ts';
import type { Matter, MatterKind, MatterState } from '../core/matter.ts';
import type { Person, Place } from '../core/people.ts';
import type { MatterResult } from '../core/private-notice.ts';
import { askNext } from '../handlers/matter/ask-next.ts';
import { lookAtMatter, rightsOf } from '../handlers/matter/look-at-matter.ts';
import { resumeMatter } from '../handlers/matter/resume-matter.ts';
import { privateRules } from '../handlers/matter/rules.ts';
import { sayPrivately } from '../handlers/matter/say-privately.ts';
import { startMatter, type MatterStart } from '../handlers/matter/start-matter.ts';
import { tellMatter } from '../handlers/matter/tell-matter.ts';
import { answersNeed, continueTalk, noted, talkFiles } from './continue-talk.ts';
import type { Heard } from './heard.ts';
import { isReadAsPrivate, kindIn, toldIn } from './matter-heard.ts';
import { plainDispute } from './plain-dispute.ts';
import type { MatterStartWord } from './read-matter-start.ts';
import { routeEmergency } from './route-emergency.ts';
import { startInGroup } from './start-in-group.ts';
import { readTalkWord } from './talk-word.ts';
import { matterNumberIn } from './texts/matter-reply-words.ts';

/** Whoever was heard so shortly before is in the middle of telling. */
const livelyMs = 30 * 60_000;
/** What is told of a danger so long after belongs to it still. */
const dangerMs = 12 * 3_600_000;
const sureEnough = 0.6;
const byRule = 0.8;

/** Begins what was asked for by name, or goes on with it. False: it was not meant so, and is read like anything else. */
export async function routeMatterStart(heard: Heard, word: MatterStartWord): Promise<boolean> {
  const { room, person } = heard;
  if (room.kind === 'group') return word.name === 'start' && startInGroup(heard, word.kind);
  if (word.name === 'start' && word.desk && !mayWriteDown(heard, person)) return false;
  heard.work.keepPrivate();
  if (heard.reading.intent === 'emergency') await routeEmergency(heard);
  if (word.name === 'go_on') return goOn(heard, word.number);
  if (word.name === 'door') return beginAtDoor(heard, word.code);
  return begin(heard, { kind: word.kind, door: word.desk ? 'desk' : 'chat' });
}

/** More of a matter that is being told just now; everything but an emergency waits. True: dealt with. */
export async function routeLivelyTalk(heard: Heard): Promise<boolean> {
  const { work, room, reading, question } = heard;
  if (room.kind !== 'direct' || heard.message.edited || reading.intent === 'emergency') return false;
  // What was asked of them since comes first: where the fire is, which hazard they mean, the words of a step.
  if (question !== null || isNumbered(heard) || isForOrder(heard)) return false;
  const matter = await telling(heard);
  return matter !== null && work.now - matter.changedAt <= livelyMs && continueTalk(heard, matter);
}

/** What was changed in a message while it is being told is kept as one more piece: which answer it was is not known any more. */
export async function keepEdit(heard: Heard): Promise<void> {
  const { work, room, message } = heard;
  if (room.kind !== 'direct' || message.position !== undefined) return;
  const matter = await telling(heard);
  if (matter === null || work.now - matter.changedAt > livelyMs) return;
  work.keepPrivate();
  const next = await tellMatter(work, { ...matter, need: null }, toldIn(heard, matter));
  if (next.state === 'telling') await work.tx.matters.put({ ...next, need: matter.need });
}

/** A word with a number is meant for the matter of that number. */
const isNumbered = ({ message }: Heard): boolean => matterNumberIn(message.text) !== null && message.text.length < 40;

/** Somebody who is called out, and says something to that. */
function isForOrder({ orders, reading }: Heard): boolean {
  const called = orders.some(({ answer }) => answer === 'open' || answer === 'standby' || answer === 'accepted');
  return called && reading.intent !== 'unknown' && !isReadAsPrivate({ reading });
}

/** Everything else that a message can be to a private matter which its writer tells of. True: dealt with. */
export async function routeMatter(heard: Heard): Promise<boolean> {
  if (heard.room.kind === 'group') return isCalledFor(heard) && startInGroup(heard, kindOf(heard));
  if (heard.message.edited) return false;
  const matter = await telling(heard);
  if (matter !== null) return belongsTo(heard, matter) && continueTalk(heard, matter);
  return (await addToOwn(heard)) || (isPlea(heard) && begin(heard, { kind: kindOf(heard), door: 'chat' }));
}

/** An emergency went the way of emergencies; where it is also a private matter's, that hears of it too, and nothing is asked. */
export async function keepWithTalk(heard: Heard): Promise<void> {
  if (heard.room.kind !== 'direct' || !privateDanger(heard)) return;
  const own = (await telling(heard)) ?? (await inDanger(heard));
  if (own === null && !atHome.test(heard.message.text)) return;
  heard.work.keepPrivate();
  const matter = own ?? (await startMatter(heard.work, beginning(heard, { kind: 'dispute', door: 'chat' })));
  await tellMatter(heard.work, matter, toldIn(heard, matter));
}

/** Somebody of one's own family: then an attack is a private matter as well. */
const atHome =
  /老公|丈夫|老婆|妻子|男朋友|女朋友|前夫|前妻|家暴|我(?:爸|妈|儿子|女婿|婆婆|公公)|husband|wife|boyfriend|girlfriend/iu;

const privateDanger = ({ message }: Heard): boolean => dangerInWords(message.text) !== null;

/** What this person is telling now, locked; null: nothing. */
async function telling({ work, person }: Heard): Promise<Matter | null> {
  if (!(await work.tx.matters.concerns(person.id))) return null;
  const found = await work.tx.matters.telling(person.id);
  const matter = found === null ? null : await work.tx.matters.lock(found.id);
  return matter?.state === 'telling' ? matter : null;
}

/** Whether a message hours later goes on with what was half told, and is not about something else. */
function belongsTo(heard: Heard, matter: Matter): boolean {
  const { message, reading, question } = heard;
  if (question !== null) return false;
  if (message.text.trim() === '') {
    const shows = message.attachments.length > 0 && (matter.need === 'evidence' || matter.need === 'facts');
    return shows || (message.position !== undefined && matter.need === 'place');
  }
  if (readTalkWord(message.text, matter) !== null) return true;
  if (reading.intent.startsWith('hazard_') && reading.confidence >= byRule) return false;
  if (reading.intent === 'small_talk' || reading.intent === 'question') return answersNeed(message.text, matter);
  return reading.intent === 'unknown' || reading.intent === 'crisis' || /^(?:dispute|hazard_)/.test(reading.intent);
}

/** Whether the words of a direct chat ask for help with a private matter, though they name none. */
function isPlea(heard: Heard): boolean {
  const { reading, message } = heard;
  const { intent, confidence } = reading;
  if (intent === 'crisis' || intent === 'dispute' || intent === 'dispute_breach') return confidence >= sureEnough;
  const open = intent === 'unknown' || (intent === 'hazard_report' && confidence < byRule);
  return open && (privateDanger(heard) || plainDispute(message.text) !== null);
}

/**
 * Whether a group's message is meant for the bot: it is named, or somebody is in danger by the reading. That people quarrel is
 * nobody's business, and mediators speak of their cases.
 */
function isCalledFor({ reading, message, room }: Heard): boolean {
  const { intent, confidence } = reading;
  if (message.edited) return false;
  if (intent === 'crisis') return confidence >= byRule && room.purpose !== 'mediation' && room.purpose !== 'command';
  const private_ = intent === 'dispute' || plainDispute(message.text) !== null;
  return message.mentionsBot && private_;
}

/** Somebody who wants to die needs somebody to talk to; all else begins as a dispute, and people see what it is. */
function kindOf({ message }: Heard): MatterKind {
  return dangerInWords(message.text) === 'self_harm' ? 'counselling' : 'dispute';
}

interface Beginning {
  kind: MatterKind;
  door: MatterStart['door'];
  place?: Place;
}

function beginning({ person, room }: Heard, how: Beginning): MatterStart {
  return { person, room, words: '', ...how };
}

async function begin(heard: Heard, how: Beginning): Promise<true> {
  const { work, room, person, question } = heard;
  work.keepPrivate();
  // Whatever else was asked here is not what is spoken of from now on.
  if (question !== null && question.kind !== 'incident_details') await work.tx.rooms.answered(room.id, person.id);
  const matter = await startMatter(work, beginning(heard, how));
  const told = { ...toldIn(heard, matter), fileIds: await talkFiles(heard) };
  const about = told.about ?? (how.kind === 'dispute' ? (kindIn(heard) ?? plainDispute(told.words)) : null);
  const silent = told.words === '' && told.fileIds.length === 0;
  if (silent && matter.begunAt !== work.now) {
    await resumeMatter(work, matter, room.id);
    return true;
  }
  const next = silent ? matter : await tellMatter(work, matter, { ...told, about });
  await askNext(work, next);
  return true;
}

/** By the sign at a door: where it is is known, so that only what is wrong is asked. */
async function beginAtDoor(heard: Heard, code: string): Promise<true> {
  const { places } = heard.work.zone;
  const bare = (words: string): string => words.replaceAll(/[^0-9a-z]/gi, '').toUpperCase();
  const place =
    findPlace(places, { code, text: '' }) ?? places.find((one) => one.active && bare(one.code) === bare(code));
  return begin(heard, { kind: 'help_request', door: 'door_code', ...(place === undefined ? {} : { place }) });
}

/** By its number: whoever tells it goes on, whoever may see it does. That there is such a one is nobody else's business. */
async function goOn({ work, person, room }: Heard, number: string): Promise<true> {
  const found = await work.tx.matters.byNumber(number);
  const matter = found === null ? null : await work.tx.matters.lock(found.id);
  const result: MatterResult = matter === null ? { kind: 'matter_none' } : await goOnWith();
  if (result.kind === 'matter_none') {
    const notice = { kind: 'matter_result', matterId: null, result } as const;
    await sayPrivately(work, person.id, notice, { priority: 'answer' }, room.id);
  }
  return true;

  async function goOnWith(): Promise<MatterResult> {
    if (matter === null) return { kind: 'matter_none' };
    const rights = await rightsOf(work, matter, person);
    const resumed = rights.has('teller') ? await resumeMatter(work, matter, room.id) : null;
    if (resumed !== null && resumed.kind !== 'matter_already') return resumed;
    const looked = await lookAtMatter(work, matter, person, room.id);
    return looked.kind === 'matter_not_yours' ? { kind: 'matter_none' } : looked;
  }
}

const later: readonly MatterState[] = ['reported', 'screened', 'assigned', 'accepted', 'mediating'];
const more = /^(?:补充|还有|对了|另外|忘了说|再说一下|also|one more thing|forgot)[\s:：,，]?/iu;

async function own({ work, person }: Heard): Promise<Matter[]> {
  if (!(await work.tx.matters.concerns(person.id))) return [];
  const open = await work.tx.matters.ofPerson(person.id, ['teller'], { over: false, limit: 5 });
  return open.filter(({ state }) => later.includes(state));
}

async function inDanger(heard: Heard): Promise<Matter | null> {
  const found = (await own(heard)).find(
    ({ body, reportedAt }) => body.danger !== null && heard.work.now - (reportedAt ?? 0) <= dangerMs,
  );
  return found === undefined ? null : heard.work.tx.matters.lock(found.id);
}

/** Who is in danger can go on telling; of anything else that was handed in, what follows at once, or says that it belongs to it. */
async function addToOwn(heard: Heard): Promise<boolean> {
  const { work, message, reading } = heard;
  const { intent } = reading;
  if (heard.question !== null || intent === 'question') return false;
  const says = intent === 'unknown' || intent === 'small_talk' || intent === 'crisis' || intent.startsWith('dispute');
  const wordless = message.text.trim() === '' && message.attachments.length > 0;
  if (!says && !wordless) return false;
  const danger = await inDanger(heard);
  const recent = danger ?? (await own(heard)).find(({ reportedAt }) => work.now - (reportedAt ?? 0) <= livelyMs);
  const meant = danger !== null || wordless || more.test(message.text.trim());
  const matter = recent === undefined || !meant ? null : await work.tx.matters.lock(recent.id);
  if (matter === null) return false;
  work.keepPrivate();
  await tellMatter(work, matter, { ...toldIn(heard, matter), fileIds: await talkFiles(heard) });
  return noted(heard, matter);
}

/** Who sits where people come who cannot write: the desks of the zone file, mediators, officers. */
function mayWriteDown({ work }: Heard, { callSign, roles, active }: Person): boolean {
  const desks = privateRules(work).rooms.flatMap(({ desk, mediators }) => [...desk, ...mediators]);
  const byRole = roles.some((role) => role === 'mediator' || role === 'duty_officer' || role === 'admin');
  return active && (byRole || (callSign !== null && desks.includes(callSign)));
}
