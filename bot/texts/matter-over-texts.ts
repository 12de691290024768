/** What stands in the place of a question that is over, for sides and owner alike; each says what is true now. */
export interface MatterOverTexts {
  /** `done`: it was paid, or the deed was done; else the matter has ended. */
  payment(done: boolean, money: boolean): string;
  /** `none`: not wanted; `performed`: nothing is left to be enforced; `late`: the last day is over. */
  court(how: 'none' | 'performed' | 'late' | 'ended', lastDay: string): string;
  /** `day`: until when, of what was agreed to. `anew`: it was asked once more since. */
  moreTime(how: 'agreed' | 'refused' | 'anew' | 'moved' | 'rests', day: string): string;
  /** Said yes, and others have not. */
  readonly moreTimeSaid: string;
  /** The terms were written anew. */
  readonly terms: string;
  visit(answered: boolean): string;
  /** To a leader: nobody has made this visit. `last`: after it there is none; then the matter is archived at `until`. */
  unvisited(days: number, last: boolean, until: string): readonly string[];
  /** What came of it. `missed`: nobody made it; `archived`: and the matter is archived without. */
  unvisitedOver(how: 'made' | 'missed' | 'archived', days: number): string;
  /** `day`: until when now. */
  deadline(how: 'longer' | 'moved' | 'rests', day: string): string;
  /** To the owner, of times that nobody has to see to any more. */
  readonly times: string;
  readonly wishAsked: string;
  met(how: 'held' | 'missed' | 'moved'): string;
}
