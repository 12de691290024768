/** Whether talk in a group is surely enough a report that the bot may offer to register it. */
import type { Meaning, Room } from '../reading.ts';

/** Below this a message in a group is left alone; whoever wants to report can say so. 0 to 1. */
const sureEnough = 0.86;

/**
 * Whether to offer 登记为隐患？ for a message that was read as `reading` in `room`. Quiet by default: the reading must be a report
 * that says what is wrong, by rule and not by likeness alone. In a direct chat nobody overhears, so a doubt is asked about.
 */
export function offersHazard(reading: Meaning, room: Room): boolean {
  if (reading.intent !== 'hazard_report' || (reading.fields.kinds ?? []).length === 0) return false;
  return room === 'direct' || reading.confidence >= sureEnough;
}
