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
  | { code: 'duplicate'; value: string; first: ZonePath }
  | { code: 'unknown_person' | 'unknown_team' | 'unknown_place'; value: string; nearest: string | null };

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
  | { code: 'nobody_holds'; skill: string };

/** One finding about one spot of the file. */
export type ZoneIssue =
  | ({ severity: 'error'; path: ZonePath } & (ValueFault | ReferenceFault))
  | ({ severity: 'warning'; path: ZonePath } & Advice);
