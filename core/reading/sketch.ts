/** A meaning that likeness alone gives, with the details that its words carry. */
import { likelihood, likelyIncidentKind, reasonsFor } from './likeness/likeness.ts';
import { joined, nothing } from './finding.ts';
import type { Finding } from './finding.ts';
import { figuresDetails } from './figures/figures.ts';
import { hazardLikely, progressLikely } from './hazards/likely.ts';
import { patrolDetails } from './patrol/patrol-details.ts';
import { standingOf } from './patrol/standing.ts';
import type { Intent, Meaning, RescuerIntent } from './reading.ts';
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
const anybody = ['emergency', 'question', 'small_talk', 'unknown'] as const satisfies readonly Intent[];

/** One of `intents`, so that the compiler knows which. */
function isOneOf<One extends Intent>(intent: Intent, intents: readonly One[]): intent is One {
  return (intents as readonly Intent[]).includes(intent);
}

/** Whether it is what rescuers say. */
export function isRescuers(intent: Intent): boolean {
  return isOneOf(intent, answers) || isOneOf(intent, progress);
}

/** How likely a yes must be that no rule knows. */
const clearYes = 0.8;

/** Shorter words are danger only where a rule knows them: 一个人 answers a question far more often than it cries for help. */
const leastOfDanger = 5;

/** Whether somebody in the writer's place can mean `intent` at all, where no rule says so. */
export function canMean(heard: Utterance, intent: Intent): boolean {
  const { message, answering, rescuers } = heard;
  const standing = standingOf(heard);
  if (intent === 'emergency' && heard.plain.length < leastOfDanger) return false;
  if (isOneOf(intent, anybody)) return true;
  // Nobody is sent anywhere for passing talk.
  if (intent === 'accept') return answering && likelihood(heard, 'accept') >= clearYes;
  if (isOneOf(intent, answers)) return answering;
  if (intent === 'delay' && standing === 'on_shift') return true;
  if (isOneOf(intent, progress)) return rescuers;
  if (intent === 'check_in') return standing === 'on_shift' && message.room !== 'squad';
  if (isOneOf(intent, ofPatrols)) return message.room === 'patrol';
  if (isOneOf(intent, ofReports)) return message.room === 'command';
  if (isOneOf(intent, afterwards)) return message.openCase && message.room !== 'mediation';
  return intent === 'hazard_report' && (message.room === 'village' || message.room === 'direct');
}

/** In a group only what a rule finds is offered for registration; to the bot alone it asks. */
const likelyReport = 0.78;
/** Below what anything is done upon. */
const sureAnswer = 0.58;

/** `intent` as a meaning; only for what `canMean` allows. */
export function sketch(heard: Utterance, intent: Intent, confidence: number): Meaning {
  if (intent === 'hazard_report') return { ...hazardLikely(heard), confidence: Math.min(confidence, likelyReport) };
  if (isOneOf(intent, afterwards)) return progressLikely(heard, intent, confidence);
  const { fields, because } = detailsOf(heard, intent);
  // A seat is never taken by likeness alone: whoever may have answered is asked.
  const sure = isOneOf(intent, answers) ? Math.min(confidence, sureAnswer) : confidence;
  return { intent, confidence: sure, fields, because: [...reasonsFor(heard, intent), ...because] };
}

function detailsOf(heard: Utterance, intent: Intent): Finding {
  if (intent === 'emergency') return danger(heard);
  if (isOneOf(intent, ofReports)) return figuresDetails(heard, intent);
  if (isOneOf(intent, ofPatrols) || (intent === 'delay' && !heard.rescuers)) return patrolDetails(heard, intent);
  if (isOneOf(intent, answers) || isOneOf(intent, progress)) return replyDetails(heard, intent, 0);
  return nothing;
}

/** Of which kind is given only where one is much likelier than the others. */
const sureKind = 0.5;

function danger(heard: Utterance): Finding {
  const { meant, share } = likelyIncidentKind(heard.plain);
  const kinds: Finding = share < sureKind ? nothing : { fields: { kinds: [meant] }, because: [] };
  return joined(kinds, { fields: { severity: 'emergency' }, because: [] }, sceneDetails(heard));
}
