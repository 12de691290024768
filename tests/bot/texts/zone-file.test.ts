import { describe, expect, it } from 'vitest';
import { zoneFileEn } from '../../../bot/texts/zone-file-en.ts';
import { zoneFileZh } from '../../../bot/texts/zone-file-zh.ts';
import type { YamlFault } from '../../../bot/zone/yaml-fault.ts';
import type { Expectation, ZoneIssue } from '../../../core/zone/fault.ts';

const expectations: readonly Expectation[] = [
  'text',
  'one_line_text',
  'number',
  'whole_number',
  'list',
  'mapping',
  'date',
  'clock_time',
  'local_time',
  'turn',
  'lec',
  'matrix',
  'phone',
  'code',
  'call_sign',
  'position',
  'position_swapped',
  'bounds',
  'time_zone',
  'external_id',
  'telegram_id',
  'something_else',
];
const path = ['people', 3];
const first = ['people', 1];
const errors: readonly ZoneIssue[] = (
  [
    { code: 'required' },
    ...expectations.map((what) => ({ code: 'expected', what }) as const),
    { code: 'unknown_field', field: 'skils', nearest: 'skills' },
    { code: 'unknown_value', value: 'x', allowed: ['aed', 'rope'], nearest: null },
    { code: 'out_of_bounds', min: 5, max: 600 },
    { code: 'out_of_bounds', min: 5, max: null },
    { code: 'out_of_bounds', min: null, max: 600 },
    { code: 'too_long', max: 40 },
    { code: 'too_many', max: 20 },
    { code: 'too_few', min: 1 },
    { code: 'duplicate', value: '东01', first },
    { code: 'duplicate', value: '', first },
    { code: 'unknown_person', value: '东1', nearest: '东01' },
    { code: 'unknown_team', value: 'SQ', nearest: null },
    { code: 'unknown_place', value: 'XX', nearest: null },
    { code: 'unknown_route', value: 'R-9', nearest: 'R-1' },
    { code: 'unknown_roster', value: 'B-9', nearest: null },
    { code: 'rule_unreadable' },
    { code: 'rule_part', part: 'BYWEEKNO' },
    { code: 'rule_too_dense' },
    { code: 'rule_too_sparse', max: 12 },
    { code: 'rule_never' },
    { code: 'rule_start', first: '2026-11-07' },
  ] as const
).map((fault) => ({ severity: 'error', path, ...fault }));
const warnings: readonly ZoneIssue[] = (
  [
    { code: 'same_name', value: '西塘', first },
    { code: 'far_away', km: 238 },
    { code: 'outside_bounds' },
    { code: 'expired', skill: 'aed', validUntil: '2026-01-01' },
    { code: 'no_channel', callSign: '东01' },
    { code: 'no_officer' },
    { code: 'no_command_room' },
    { code: 'no_general_plan' },
    { code: 'no_safety_lines', language: 'en' },
    { code: 'nobody_holds', skill: 'rope' },
    { code: 'team_too_small', team: 'YJ-01', members: 1, wanted: 2 },
    { code: 'team_without_leader', team: 'YJ-01' },
    { code: 'team_without_room', team: 'YJ-01' },
    { code: 'point_without_position', place: 'P-1' },
    { code: 'two_shifts_at_once', callSign: '东01', roster: 'YJ', date: '2026-12-01' },
    { code: 'exception_of_nothing', date: '2026-12-01' },
  ] as const
).map((advice) => ({ severity: 'warning', path, ...advice }));
const faults: readonly YamlFault[] = [
  { code: 'not_utf8' },
  { code: 'too_large', megabytes: 10, limit: 4 },
  { code: 'empty' },
  { code: 'tab' },
  { code: 'syntax', detail: 'Missing ]' },
  { code: 'duplicate_key', key: 'phone' },
  { code: 'key_not_text' },
  { code: 'several_documents' },
  { code: 'too_many_aliases' },
  { code: 'unknown_alias', name: 'x' },
  { code: 'too_deep' },
];

describe.each([
  ['English', zoneFileEn, /^[^\u4e00-\u9fff]+$/],
  ['Chinese', zoneFileZh, /[\u4e00-\u9fff]/],
] as const)('the zone file’s words in %s', (_, texts, script) => {
  it('are there for every finding, each its own', () => {
    const lines = [...errors, ...warnings].map((issue) => texts.issue(issue));
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.filter((line) => /undefined|null|\[object|NaN/.test(line))).toEqual([]);
    // Call signs and names are Chinese in any language.
    const bare = lines.map((line) => line.replaceAll(/东0?1|西塘/g, ''));
    expect(bare.filter((line) => !script.test(line))).toEqual([]);
  });

  it('are there for every file that cannot be read', () => {
    const lines = faults.map((fault) => texts.yaml(fault));
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.filter((line) => !script.test(line) || line.includes('undefined'))).toEqual([]);
  });
});
