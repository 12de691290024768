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
