import type { Expectation, ZoneIssue, ZonePath } from '../../core/zone/fault.ts';
import type { YamlFault } from '../zone/yaml-fault.ts';
import { privateName } from './private-name.ts';
import type { SectionName, ZoneFileTexts } from './zone-file-texts.ts';

const expected: Readonly<Record<Expectation, string>> = {
  text: 'text',
  one_line_text: 'text on one line',
  number: 'a number',
  whole_number: 'a whole number',
  list: 'a list',
  mapping: 'fields with names, such as code: A-01',
  date: 'a date like 2027-03-31',
  phone: 'a phone number like 138-1234-5678 or 0579-8888-0000',
  code: 'a code of up to 40 letters, digits, - _ and ., such as QY-0217',
  clock_time: 'a time of day like 08:30',
  local_time: 'a date and time of day like 2026-11-01T20:00',
  turn: 'the code of a team, or a list of codes of teams that go together',
  lec: 'three numbers: likelihood (10 6 3 1 0.5 0.2 0.1), exposure (10 6 3 2 1 0.5), consequence (100 40 15 7 3 1), such as [3, 6, 15]',
  matrix: 'two whole numbers from 1 to 5: likelihood and severity, such as [3, 4]',
  call_sign: 'a call sign of up to 20 letters and digits without spaces, such as 东01',
  position: 'a position [latitude, longitude] in degrees, such as [28.905, 120.055]',
  position_swapped: 'latitude first, then longitude; these two look swapped',
  bounds: 'an area [[south, west], [north, east]] with the centre inside',
  time_zone: 'a time zone like Asia/Shanghai',
  external_id: 'the id of a person or a room on the platform, up to 128 characters without spaces',
  telegram_id: 'a Telegram id, which is a number such as 123456789 or -1001234567890',
  something_else: 'something else here',
};

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
const spot = (path: ZonePath): string => path.join('.');
const guess = (nearest: string | null): string => (nearest === null ? '' : `; did you mean ${nearest}?`);

function limits(min: number | null, max: number | null): string {
  if (min !== null && max !== null) return `expected ${min} to ${max}`;
  return min === null ? `expected at most ${max ?? 0}` : `expected at least ${min}`;
}

function issue(found: ZoneIssue): string {
  switch (found.code) {
    case 'required':
      return 'is missing or empty';
    case 'expected':
      return `expected ${expected[found.what]}`;
    case 'unknown_field':
      return `there is no field ${found.field} here${guess(found.nearest)}`;
    case 'unknown_value':
      return `${found.value} is not one of ${found.allowed.join(', ')}${guess(found.nearest)}`;
    case 'out_of_bounds':
      return limits(found.min, found.max);
    case 'too_long':
      return `expected at most ${found.max} characters`;
    case 'too_many':
      return `expected at most ${found.max} entries`;
    case 'too_few':
      return `expected at least ${found.min} ${found.min === 1 ? 'entry' : 'entries'}`;
    case 'duplicate':
      return `${found.value === '' ? 'the same' : found.value} stands already at ${spot(found.first)}`;
    case 'unknown_person':
      return `nobody has the call sign ${found.value}${guess(found.nearest)}`;
    case 'unknown_mediator':
      return `${found.value} is no mediator (roles must name mediator)${guess(found.nearest)}`;
    case 'unknown_team':
      return `no team has the code ${found.value}${guess(found.nearest)}`;
    case 'unknown_place':
      return `no place has the code ${found.value}${guess(found.nearest)}`;
    case 'unknown_route':
      return `no route has the code ${found.value}${guess(found.nearest)}`;
    case 'unknown_roster':
      return `no roster has the code ${found.value}${guess(found.nearest)}`;
    case 'rule_unreadable':
      return 'expected a rule such as FREQ=DAILY or FREQ=WEEKLY;BYDAY=MO,TH (RRULE of RFC 5545)';
    case 'rule_part':
      if (/^(?:EX|R)DATE$/.test(found.part))
        return `${found.part} is no part of a roster's rule: single days are left out or changed under exceptions`;
      return `${found.part} is no part of a roster's rule; there are FREQ, INTERVAL, COUNT, UNTIL, WKST, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS`;
    case 'rule_too_dense':
      return 'a roster has one shift a day at most: for two shifts write two rosters';
    case 'rule_too_sparse':
      return `expected INTERVAL of at most ${found.max} here`;
    case 'rule_never':
      return 'there is no day on which this rule has a shift';
    case 'rule_start':
      return `the rule has no shift on this day; the first one would be on ${found.first}`;
    case 'same_name':
      return `${found.value} is also a name at ${spot(found.first)}: a report that says so cannot be placed`;
    case 'far_away':
      return `${found.km} km from the centre: is this position right?`;
    case 'outside_bounds':
      return 'outside the zone: is this position right?';
    case 'expired':
      return `the certificate ${found.skill} ran out on ${found.validUntil}: no orders for it`;
    case 'no_channel':
      return `${found.callSign} may be called but has no chat: only the telephone is left`;
    case 'no_officer':
      return 'nobody is duty_officer: no one can confirm an incident';
    case 'no_command_room':
      return 'there is no command room: reports reach no officer';
    case 'no_general_plan':
      return 'there is no general plan (one without kind) to fall back on';
    case 'no_safety_lines':
      return `no safety lines in ${found.language}`;
    case 'nobody_holds':
      return `nobody has the certificate ${found.skill}`;
    case 'team_too_small':
      return `the team ${found.team} has ${count(found.members, 'member')}, fewer than the ${found.wanted} that a shift needs`;
    case 'team_without_leader':
      return `the team ${found.team} has no leader: nobody there hears of gaps or grants leave`;
    case 'team_without_room':
      return `the team ${found.team} has no group, and some of its people no chat: nothing reaches them`;
    case 'point_without_position':
      return `the place ${found.place} has no position: photos there cannot be told near or far`;
    case 'two_shifts_at_once':
      return `${found.callSign} is in a shift of ${found.roster} at the same time, first on ${found.date}`;
    case 'exception_of_nothing':
      return `the roster has no shift on ${found.date}: this changes nothing`;
    case 'no_room_for':
      return `no room takes “${privateName(found.what, 'en')}” from everywhere: it goes to the rooms of last resort`;
    case 'room_without_mediators':
      return `${found.room} has no mediators: matters go straight on to the next room`;
    case 'no_woman_mediator':
      return 'there is no woman among the mediators: who wishes for one has to be rung up';
    case 'nobody_on_call':
      return 'nobody is on call (onCall) for people in danger: the duty officers are called instead';
  }
}

function yaml(fault: YamlFault): string {
  switch (fault.code) {
    case 'not_utf8':
      return 'the file is not UTF-8: save it with that encoding';
    case 'too_large':
      return `the file is too large: ${fault.megabytes} MB, at most ${fault.limit} MB can be read; rows as zone export writes them may come to 32 MB`;
    case 'empty':
      return 'the file is empty';
    case 'tab':
      return 'a tab at the start of a line: indent with spaces';
    case 'syntax':
      return `not YAML: ${fault.detail}`;
    case 'duplicate_key':
      return `the field ${fault.key} stands here twice`;
    case 'key_not_text':
      return 'a field name must be text; put it in quotes';
    case 'several_documents':
      return 'a second document begins here (---): keep everything in one';
    case 'too_many_aliases':
      return 'too many aliases (*): write the values out';
    case 'unknown_alias':
      return `the alias *${fault.name} has no anchor &${fault.name} before it`;
    case 'too_deep':
      return 'nested too deep for a zone file';
  }
}

const sections: Readonly<Record<SectionName, string>> = {
  people: 'people',
  teams: 'teams',
  rooms: 'rooms',
  places: 'places',
  plans: 'plans',
};

/** The zone file's words, English. */
export const zoneFileEn: ZoneFileTexts = {
  issue,
  yaml,
  warning: 'warning: ',
  more: (n) => `… and ${n} more`,
  checked: (file, errors, warnings) =>
    errors + warnings === 0 ? `${file}: all well` : `${file}: ${count(errors, 'error')}, ${count(warnings, 'warning')}`,
  imported: (file) => `${file}: imported`,
  profileChanged: 'the zone, its timing or its rules changed',
  section: (name, added, changed, retired, unchanged) =>
    `${sections[name]}: ${added} added, ${changed} changed, ${retired} retired, ${unchanged} unchanged`,
  names: (what, keys, more) => `  ${what}: ${keys.join(', ')}${more === 0 ? '' : ` and ${more} more`}`,
  shifts: (added, changed, cancelled) => `shifts: ${added} planned, ${changed} changed, ${cancelled} cancelled`,
  nothingChanged: 'nothing changed',
  exported: (file, people, places) => `${file}: written, ${people} people and ${places} places`,
  noSuchFile: (file) => `${file}: there is no such file`,
  notReadable: (file, why) => `${file}: cannot be read (${why})`,
  notWritable: (file, why) => `${file}: cannot be written (${why})`,
  noZoneYet: 'there is no zone in the database yet: import a zone file first',
  qrNeedsAddress: 'PUBLIC_URL: expected the address people reach this program by, because the codes carry it',
  noSuchPlace: (code) => `there is no place with the code ${code}`,
  sheetsWritten: (file, count) => `${file}: codes of ${count} places; open it in a browser and print`,
  usage: [
    'npm run zone -- check FILE     look at a zone file, change nothing',
    'npm run zone -- import FILE    make it the zone',
    'npm run zone -- export FILE    write the zone to a file',
    'npm run zone -- qr FILE.html [CODE…]    codes of places to print; all without CODE, --a4: one to a page',
    'npm run zone -- table export|import enterprises|hazards|owners FILE    tables to fill in, .xlsx or .csv',
    '--lang zh: 中文',
  ],
};
