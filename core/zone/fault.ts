import type { RuleFault } from '../recurrence.ts';

/**
 * What can be wrong with a zone file, as data: the words are in bot/texts, in both languages. Errors keep the file out;
 * warnings let it in and are shown.
 */

/** Where in the file: keys and list positions from the top, such as `['people', 3, 'skills', 0, 'validUntil']`. */
export type ZonePath = readonly (string | number)[];

/** What a value should have looked like. */
export type Expectation =
  | 'text'
  | 'one_line_text'
  | 'number'
  | 'whole_number'
  | 'list'
  | 'mapping'
  | 'date'
  | 'clock_time'
  | 'local_time'
  | 'turn'
  | 'lec'
  | 'matrix'
  | 'phone'
  | 'code'
  | 'call_sign'
  | 'position'
  | 'position_swapped'
  | 'bounds'
  | 'time_zone'
  | 'external_id'
  | 'telegram_id'
  | 'something_else';

/** Errors of one value: found without looking anywhere else. */
export type ValueFault =
  | { code: 'required' }
  | { code: 'expected'; what: Expectation }
  | { code: 'unknown_field'; field: string; nearest: string | null }
  | { code: 'unknown_value'; value: string; allowed: readonly string[]; nearest: string | null }
  | { code: 'out_of_bounds'; min: number | null; max: number | null }
  | { code: 'too_long'; max: number }
  | { code: 'too_many'; max: number }
  | { code: 'too_few'; min: number };

/** Errors between values: the same key twice, or a reference to nothing. */
type ReferenceFault =
  { code: 'duplicate'; value: string; first: ZonePath } | { code: UnknownCode; value: string; nearest: string | null };

/** References to what is not in the file. */
export type UnknownCode =
  'unknown_person' | 'unknown_mediator' | 'unknown_team' | 'unknown_place' | 'unknown_route' | 'unknown_roster';

/** Warnings: the file works, but perhaps not as its author thinks. */
export type Advice =
  | { code: 'same_name'; value: string; first: ZonePath }
  | { code: 'far_away'; km: number }
  | { code: 'outside_bounds' }
  | { code: 'expired'; skill: string; validUntil: string }
  | { code: 'no_channel'; callSign: string }
  | { code: 'no_officer' }
  | { code: 'no_command_room' }
  | { code: 'no_general_plan' }
  | { code: 'no_safety_lines'; language: string }
  | { code: 'nobody_holds'; skill: string }
  /** Of a team that a roster names; `wanted` people at least. */
  | { code: 'team_too_small'; team: string; members: number; wanted: number }
  | { code: 'team_without_leader' | 'team_without_room'; team: string }
  | { code: 'point_without_position'; place: string }
  /** Somebody has to be in two shifts at once: this roster's and the other's, first on that date. */
  | { code: 'two_shifts_at_once'; callSign: string; roster: string; date: string }
  /** An exception for a day on which the roster has nothing. */
  | { code: 'exception_of_nothing'; date: string }
  /** No room takes disputes of this kind from everywhere, or private matters of this kind at all. */
  | { code: 'no_room_for'; what: string }
  /** Of a room of private matters. */
  | { code: 'room_without_mediators'; room: string }
  /** Nobody in any room can be asked for when somebody wishes for a woman. */
  | { code: 'no_woman_mediator' }
  /** Nobody is called when somebody is in danger. */
  | { code: 'nobody_on_call' };

/** One finding about one spot of the file. */
export type ZoneIssue =
  | ({ severity: 'error'; path: ZonePath } & (ValueFault | ReferenceFault | RuleFault))
  | ({ severity: 'warning'; path: ZonePath } & Advice);

/** A finding that lets the file in. */
export type Warning = Extract<ZoneIssue, { severity: 'warning' }>;

/** A warning at a spot of the file. */
export function warn(path: ZonePath, advice: Advice): Warning {
  return { severity: 'warning', path, ...advice };
}
