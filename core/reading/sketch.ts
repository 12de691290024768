/** A meaning that likeness alone gives, with the details that its words carry. */
import { kindsOf } from './danger/kinds.ts';
import { likelihood, reasonsFor } from './likeness/likeness.ts';
import { joined, nothing } from './finding.ts';
import type { Finding } from './finding.ts';
import { figuresDetails } from './figures/figures.ts';
import { hazardLikely, progressLikely } from './hazards/likely.ts';
import { chatterIn, clausesAhead } from './patrol/chatter.ts';
import { isNoEnd } from './patrol/not-ended.ts';
import { pointsSaid } from './patrol/points.ts';
import { patrolDetails } from './patrol/patrol-details.ts';
import { standingOf } from './patrol/standing.ts';
import type { Intent, Meaning, Message, RescuerIntent } from './reading.ts';
import { isRatherDispute } from './private/crisis.ts';
import { privateDetails } from './private/likely.ts';
import { replyDetails } from './rescuers/reply-details.ts';
import { sceneDetails } from './scene-details.ts';
import type { Utterance } from './utterance.ts';

/** These answer an order; without one they are passing talk. */
const answers = ['accept', 'decline', 'standby', 'received'] as const satisfies readonly RescuerIntent[];
/** What rescuers say on the way, at the scene and afterwards. */
const progress = [
  ...(['underway', 'delay', 'arrived', 'situation', 'need', 'rescued', 'handed_over'] as const),
  ...(['unsafe_withdrawal', 'comms_risk', 'false_alarm', 'returned'] as const),
] as const satisfies readonly RescuerIntent[];
const ofPatrols = [
  ...(['shift_start', 'check_in', 'shift_end', 'handover', 'leave_request', 'found_item', 'suspicious'] as const),
] as const satisfies readonly Intent[];
const afterwards = ['hazard_fixed', 'hazard_chase', 'hazard_withdraw'] as const satisfies readonly Intent[];
const ofReports = ['figures', 'figures_correction', 'reminder'] as const satisfies readonly Intent[];

/** One of `intents`, so that the compiler knows which. */
function isOneOf<One extends Intent>(intent: Intent, intents: readonly One[]): intent is One {
  return (intents as readonly Intent[]).includes(intent);
}

/** Whoever works together there grumbles about wages; nobody hands in a dispute. */
const workRooms: ReadonlySet<Message['room']> = new Set(['squad', 'patrol', 'command']);

/** How likely a yes must be that no rule knows. */
const clearYes = 0.8;

/** And a check-in: half of what is shown by the way is like one; less where it names a point, more beside food, games and jokes. */
const clearCheckIn = { named: 0.45, nameless: 0.65, amongTalk: 0.9, namedAmongTalk: 0.8 };

/** Shorter words are danger only where a rule knows them: 一个人 answers a question far more often than it cries for help. */
const leastOfDanger = 7;

/** Whether somebody in the writer's place can mean `intent` at all, where no rule says so. */
export function canMean(heard: Utterance, intent: Intent): boolean {
  if (intent === 'emergency') return heard.plain.length >= leastOfDanger;
  // Nobody is sent anywhere for passing talk.
  if (intent === 'accept') return heard.answering && likelihood(heard, 'accept') >= clearYes;
  if (isOneOf(intent, answers)) return heard.answering;
  if (intent === 'crisis') return !isRatherDispute(heard);
  const { message } = heard;
  if (intent.startsWith('dispute')) return !workRooms.has(message.room);
  const standing = standingOf(heard);
  if (intent === 'check_in')
    return (
      standing === 'on_shift' &&
      message.room !== 'squad' &&
      saysSomething(heard) &&
      (message.photos > 0 || clausesAhead(heard).length === 0) &&
      isLikeCheckIn(heard)
    );
  if (intent === 'shift_end' && isNoEnd(heard)) return false;
  if (isOneOf(intent, ofPatrols))
    return standing === 'on_shift' || (message.room !== 'village' && message.room !== 'mediation');
  return true;
}

function isLikeCheckIn(heard: Utterance): boolean {
  const like = likelihood(heard, 'check_in');
  if (like < clearCheckIn.named) return false;
  const { found } = pointsSaid(heard, false);
  const talk = chatterIn(heard, found) !== undefined;
  if (found.length === 0) return like >= (talk ? clearCheckIn.amongTalk : clearCheckIn.nameless);
  return like >= (talk ? clearCheckIn.namedAmongTalk : clearCheckIn.named);
}

/** 好的 and a thumb are no check-in unless a rule knows what they answer. */
function saysSomething({ plain, message }: Utterance): boolean {
  return message.photos > 0 || message.location || plain.length > 2;
}

/** Whether this writer can mean it only of what they told of before. */
export function isAfterwards(intent: Intent): boolean {
  return isOneOf(intent, afterwards);
}

/** Whether it is a step of a call-out or of a patrol: people are told which words to use for it. */
export function isStep(intent: Intent): boolean {
  return isOneOf(intent, answers) || isOneOf(intent, progress) || isOneOf(intent, ofPatrols);
}

/** In a group only what a rule finds is offered for registration, or what is hardly anything else; to the bot alone it asks. */
const report = { asked: 0.78, offered: 0.85, from: 0.92 };
/** Below what anything is done upon; from `from` on it is hardly anything else. */
const answered = { unsure: 0.58, from: 0.9 };

/** `intent` as a meaning; only for what `canMean` allows. */
export function sketch(heard: Utterance, intent: Intent, confidence: number): Meaning {
  if (intent === 'hazard_report') return reportOf(heard, confidence);
  const sure = isToBeAsked(intent, confidence) ? Math.min(confidence, answered.unsure) : confidence;
  if (isOneOf(intent, afterwards)) return progressLikely(heard, intent, sure);
  const { fields, because } = detailsOf(heard, intent);
  const reasons = reasonsFor(heard, intent);
  // Kinds that no rule names were given by the same words.
  const kindsBy = fields.kinds === undefined ? [] : reasons.slice(0, 1).map((one) => ({ ...one, ...ofKinds }));
  // Who names a point on their walk says more than likeness knows.
  const named = intent === 'check_in' && fields.points !== undefined;
  return { intent, confidence: named ? confidence : sure, fields, because: [...reasons, ...kindsBy, ...because] };
}

/** A seat is never taken by likeness alone; a step of a patrol, a hazard or a dispute only where it is hardly anything else. */
function isToBeAsked(intent: Intent, confidence: number): boolean {
  if (isOneOf(intent, answers)) return true;
  const step = isOneOf(intent, ofPatrols) || isOneOf(intent, afterwards) || intent.startsWith('dispute_');
  return step && confidence < answered.from;
}

const ofKinds = { field: 'kinds', confidence: 0.5 } as const;

function reportOf(heard: Utterance, confidence: number): Meaning {
  const sure = confidence >= report.from ? report.offered : Math.min(confidence, report.asked);
  return { ...hazardLikely(heard), confidence: sure };
}

function detailsOf(heard: Utterance, intent: Intent): Finding {
  if (intent === 'emergency') return danger(heard);
  if (isOneOf(intent, ofReports)) return figuresDetails(heard, intent);
  if (isOneOf(intent, ofPatrols) || (intent === 'delay' && !heard.rescuers)) return patrolDetails(heard, intent);
  if (isOneOf(intent, answers) || isOneOf(intent, progress)) return replyDetails(heard, intent, 0);
  return privateDetails(heard, intent);
}

function danger(heard: Utterance): Finding {
  const kinds = kindsOf(heard, []);
  const named: Finding = kinds.length === 0 ? nothing : { fields: { kinds }, because: [] };
  return joined(named, { fields: { severity: 'emergency' }, because: [] }, sceneDetails(heard));
}
