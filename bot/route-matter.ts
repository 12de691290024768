import { dangersInWords, dangersOfKinds, dangersTold } from '../core/matter-danger.ts';
import { saidWorry } from '../core/matter-worry.ts';
import type { Matter, MatterKind } from '../core/matter.ts';
import type { Person } from '../core/people.ts';
import { askNext } from '../handlers/matter/ask-next.ts';
import { privateRules } from '../handlers/matter/rules.ts';
import { startMatter } from '../handlers/matter/start-matter.ts';
import { tellMatter } from '../handlers/matter/tell-matter.ts';
import { beginAtDoor, beginning, beginTalk, goOnByNumber } from './begin-talk.ts';
import { answersNeed, continueTalk } from './continue-talk.ts';
import type { Heard } from './heard.ts';
import { keptForCase } from './kept-for-case.ts';
import { isReadAsPrivate, toldIn } from './matter-heard.ts';
import { addToOwn, inDanger, livelyMs, telling } from './own-matters.ts';
import { plainDispute } from './plain-dispute.ts';
import type { MatterStartWord } from './read-matter-start.ts';
import { routeEmergency } from './route-emergency.ts';
import { startInGroup } from './start-in-group.ts';
import { readTalkWord } from './talk-word.ts';
import { matterNumberIn } from './texts/matter-reply-words.ts';

const sureEnough = 0.6;
const byRule = 0.8;

/** Begins what was asked for by name, or goes on with it. False: it was not meant so, and is read like anything else. */
export async function routeMatterStart(heard: Heard, word: MatterStartWord): Promise<boolean> {
  const { room, person } = heard;
  if (room.kind === 'group') return word.name === 'start' && startInGroup(heard, word.kind);
  if (word.name === 'start' && word.desk && !mayWriteDown(heard, person)) return false;
  heard.work.keepPrivate();
  if (heard.reading.intent === 'emergency') await routeEmergency(heard);
  if (word.name === 'go_on') return goOnByNumber(heard, word.number);
  if (word.name === 'door') return beginAtDoor(heard, word.code);
  return beginTalk(heard, { kind: word.kind, door: word.desk ? 'desk' : 'chat' });
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
function isForOrder({ orders, reading, message }: Heard): boolean {
  const called = orders.some(({ answer }) => answer === 'open' || answer === 'standby' || answer === 'accepted');
  const speaks = reading.intent !== 'unknown' && !isReadAsPrivate({ reading });
  return called && (speaks || message.text.trim() === '');
}

/** Everything else that a message can be to a private matter which its writer tells of. True: dealt with. */
export async function routeMatter(heard: Heard): Promise<boolean> {
  if (heard.room.kind === 'group') return isCalledFor(heard) && startInGroup(heard, kindOf(heard));
  if (heard.message.edited) return false;
  const matter = await telling(heard);
  if (matter !== null) return belongsTo(heard, matter) && continueTalk(heard, matter);
  if (await addToOwn(heard)) return true;
  const plea = isPlea(heard);
  if (await keptForCase(heard, plea && kindOf(heard) === 'dispute')) return true;
  return plea && beginTalk(heard, { kind: kindOf(heard), door: 'chat' });
}

/** An emergency went the way of emergencies; where it is also a private matter's, that hears of it too, and nothing is asked. */
export async function keepWithTalk(heard: Heard): Promise<void> {
  if (heard.room.kind !== 'direct') return;
  const half = await telling(heard);
  // Who calls for help at a door has said what is wrong: somebody comes, whoever else does.
  if (half?.kind === 'help_request') {
    heard.work.keepPrivate();
    await askNext(heard.work, await tellMatter(heard.work, half, toldIn(heard, half)));
    return;
  }
  if (!privateDanger(heard)) return;
  const own = half ?? (await inDanger(heard));
  if (own === null && (!atHome.test(heard.message.text) || (await keptForCase(heard, false)))) return;
  heard.work.keepPrivate();
  const matter = own ?? (await startMatter(heard.work, beginning(heard, { kind: 'dispute', door: 'chat' })));
  await tellMatter(heard.work, matter, toldIn(heard, matter));
}

/** Somebody of one's own family: then an attack is a private matter as well. */
const atHome =
  /老公|丈夫|老婆|妻子|男朋友|女朋友|前夫|前妻|家暴|我(?:爸|妈|儿子|女婿|婆婆|公公)|husband|wife|boyfriend|girlfriend/iu;

const privateDanger = ({ message }: Heard): boolean => dangersInWords(message.text).length > 0;

/** Whether a message hours later goes on with what was half told, and is not about something else. */
function belongsTo(heard: Heard, matter: Matter): boolean {
  const { message, reading, question } = heard;
  if (question !== null) return false;
  if (message.text.trim() === '') {
    const shows = message.attachments.length > 0 && (matter.need === 'evidence' || matter.need === 'facts');
    return shows || (message.position !== undefined && matter.need === 'place');
  }
  if (readTalkWord(message.text, matter) !== null || saidWorry(message.text) !== null) return true;
  if (reading.intent.startsWith('hazard_') && reading.confidence >= byRule) return false;
  if (reading.intent === 'small_talk' || reading.intent === 'question') return answersNeed(message.text, matter);
  return reading.intent === 'unknown' || reading.intent === 'crisis' || /^(?:dispute|hazard_)/.test(reading.intent);
}

/** Whether the words of a direct chat ask for help with a private matter, though they name none. */
function isPlea(heard: Heard): boolean {
  const { reading, message } = heard;
  const { intent, confidence } = reading;
  // What answers another question is no plea, unless somebody is in danger.
  if (heard.question !== null && intent !== 'crisis') return false;
  // Read as a hazard it would be shown to others.
  if (kindOf(heard) === 'crime_clue' && intent !== 'question' && intent !== 'small_talk') return true;
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
  const residents = room.purpose === 'village' || room.purpose === 'other';
  if (intent === 'crisis' && (residents || message.mentionsBot)) return confidence >= byRule;
  const private_ = intent === 'dispute' || plainDispute(message.text) !== null;
  return message.mentionsBot && private_;
}

const crime =
  /毒品?|贩毒|吸毒|赌(?:博|场|档)|诈骗|黑社会|涉黑|涉恶|卖淫|高利贷|套路贷|传销|走私|枪支|drugs?\b|gambling/iu;
const informs = /举报|揭发|线索|反映|别说是我|匿名|report/iu;

/**
 * Somebody who wants to die needs somebody to talk to, and who tells on a crime is heard by its officer alone; all else begins as a
 * dispute, and people see what it is.
 */
function kindOf({ message, reading }: Heard): MatterKind {
  const said = dangersInWords(message.text);
  const tells = reading.fields.anonymous === true || informs.test(message.text);
  if (said.length === 0 && tells && crime.test(message.text)) return 'crime_clue';
  const [gravest] = dangersTold(said, dangersOfKinds(reading.fields.kinds ?? []));
  return gravest === 'self_harm' ? 'counselling' : 'dispute';
}

/** Who sits where people come who cannot write: the desks of the zone file, mediators, officers. */
function mayWriteDown({ work }: Heard, { callSign, roles, active }: Person): boolean {
  const desks = privateRules(work).rooms.flatMap(({ desk, mediators }) => [...desk, ...mediators]);
  const byRole = roles.some((role) => role === 'mediator' || role === 'duty_officer' || role === 'admin');
  return active && (byRole || (callSign !== null && desks.includes(callSign)));
}
