/** How the writer stands to a patrol: that decides how much may be read into few words. */
import type { Utterance } from '../utterance.ts';

/**
 * `on_shift`: their shift runs and this is where its messages go. `team`: a patrol's room, no shift of theirs runs.
 * `elsewhere`: where patrols are seldom spoken of; there only plain words count.
 */
export type Standing = 'on_shift' | 'team' | 'elsewhere';

/** Where the writer stands, or nothing in rooms that are about other things. */
export function standingOf({ message }: Utterance): Standing | undefined {
  const { room, openShift } = message;
  if (room === 'mediation' || room === 'command') return undefined;
  if (openShift && room !== 'village') return 'on_shift';
  return room === 'patrol' ? 'team' : 'elsewhere';
}
