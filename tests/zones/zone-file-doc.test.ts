import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  disputeKinds,
  equipment,
  incidentKinds,
  incidentLevels,
  placeKinds,
  riskColours,
  skills,
} from '../../core/catalogue.ts';
import { dangers, matterKinds } from '../../core/matter.ts';
import { duties, roles, roomPurposes } from '../../core/people.ts';
import { dutyKinds } from '../../core/shift.ts';
import { patrolRulesSchema, usualPatrolRules } from '../../core/zone/patrol-rules.ts';
import { privateRulesSchema, usualKeepDays, usualPrivateRules } from '../../core/zone/private-rules.ts';
import { fieldNames } from '../../core/zone/schema.ts';
import { timingSchema, usualTiming } from '../../core/zone/timing.ts';
import { findings, smallZone } from '../support/zone-file.ts';

const doc = readFileSync(new URL('../../docs/zone-file.md', import.meta.url), 'utf8');
const codes = (list: readonly { code: string }[]): string[] => list.map(({ code }) => code);

/** The part of the page under a heading. */
function part(heading: string): string {
  const [, text = ''] = doc.split(new RegExp(`^## ${heading}(?: \\*)?$`, 'm'));
  return text.split(/^## /m)[0] ?? '';
}

describe('docs/zone-file.md', () => {
  it('names every field under its section', () => {
    const missing = Object.entries(fieldNames).flatMap(([path, names]) => {
      const text = path === '' ? doc : part(path.split('.')[0] ?? '');
      return names
        .filter((name) => !text.includes(path === '' ? `## ${name}` : `\`${name}\``))
        .map((name) => `${path}.${name}`);
    });
    expect(missing).toEqual([]);
  });

  it('names every code that may be written', () => {
    const all = [
      ...codes(skills),
      ...codes(placeKinds),
      ...codes(incidentKinds),
      ...codes(incidentLevels),
      ...codes(riskColours),
      ...roles,
      ...duties,
      ...dutyKinds,
      ...codes(equipment),
      ...codes(disputeKinds),
      ...codes(matterKinds),
      ...dangers,
      ...roomPurposes.filter((purpose) => purpose !== 'direct'),
    ];
    expect(all.filter((code) => !doc.includes(`\`${code}\``))).toEqual([]);
  });

  it('gives every timing its usual value and its bounds', () => {
    for (const [name, usual] of Object.entries(usualTiming)) {
      const [, shown, min, max] = new RegExp(`\\| \`${name}\` +\\| (\\d+) +\\| (\\d+) – (\\d+) +\\|`).exec(doc) ?? [];
      expect([name, shown]).toEqual([name, String(usual)]);
      const takes = (value: number): boolean => timingSchema.safeParse({ [name]: value }).success;
      expect([name, takes(Number(min)), takes(Number(max))]).toEqual([name, true, true]);
      expect([name, takes(Number(min) - 1), takes(Number(max) + 1)]).toEqual([name, false, false]);
    }
  });

  it.each([
    ['patrols', usualPatrolRules, patrolRulesSchema, 8],
    ['private', usualPrivateRules, privateRulesSchema, 7],
  ] as const)('gives every number of %s its usual value and its bounds', (section, usualRules, schema, least) => {
    const text = part(section);
    const numbers = Object.entries(usualRules).flatMap(([name, usual]) =>
      typeof usual === 'number' ? [[name, usual] as const] : [],
    );
    for (const [name, usual] of numbers) {
      const [, shown, min, max] = new RegExp(`\\| \`${name}\` +\\| (\\d+) +\\| (\\d+) – (\\d+) +\\|`).exec(text) ?? [];
      expect([name, shown]).toEqual([name, String(usual)]);
      const takes = (value: number): boolean => schema.safeParse({ [name]: value }).success;
      expect([name, takes(Number(min)), takes(Number(max))]).toEqual([name, true, true]);
      expect([name, takes(Number(min) - 1), takes(Number(max) + 1)]).toEqual([name, false, false]);
    }
    expect(numbers.length).toBeGreaterThanOrEqual(least);
  });

  it('gives the days after which each kind of private matter is forgotten', () => {
    for (const [kind, days] of Object.entries(usualKeepDays)) expect(part('private')).toContain(`\`${kind}\` ${days}`);
  });

  it('gives the days after which everything else is forgotten', () => {
    for (const [what, days] of Object.entries(usualPrivateRules.retention)) {
      expect(part('private')).toMatch(new RegExp(`\`${what}\`[^(]*\\(\\d+ – 36500, usually ${String(days)}\\)`));
    }
  });

  it('shows patrols that can be', () => {
    const [, example = ''] = /```yaml\n(.*?)```/s.exec(part('patrols')) ?? [];
    const people = ['甲', '乙'].map((sign) => `  - {callSign: ${sign}}\n`).join('');
    const teams = ['HC-01', 'HC-02', 'YX-01'].map(
      (code) =>
        `  - {code: ${code}, name: ${code}, kind: patrol, leader: 甲, members: [甲, 乙], rooms: {web: ${code}}}\n`,
    );
    const places = ['CUN-16', 'YQ-01', 'SA-01'].map(
      (code) => `  - {code: ${code}, kind: waterside, name: ${code}, position: [28.9, 120.05]}\n`,
    );
    const [head = '', tail = ''] = smallZone.split('rooms:\n');
    const text = `${head}${people}rooms:\n${tail}teams:\n${teams.join('')}places:\n${places.join('')}${example}`;
    expect(findings(text)).toEqual([]);
  });

  it('shows rules for private matters that can be', () => {
    const [, example = ''] = /```yaml\n(.*?)```/s.exec(part('private')) ?? [];
    const people = ['调01', '调02', '调03', '调04', '警01', '警02'].map(
      (sign) => `  - {callSign: ${sign}, roles: [mediator], gender: female}\n`,
    );
    const [head = '', tail = ''] = smallZone.split('rooms:\n');
    const firm = 'places:\n  - {code: QY-0217, kind: enterprise, name: 恒固五金厂, position: [28.9, 120.05]}\n';
    expect(findings(`${head}${people.join('')}rooms:\n${tail}${firm}${example}`)).toEqual([]);
  });

  it('shows a small zone that has nothing to warn about', () => {
    const [, example = ''] = /```yaml\n(.*?)```/s.exec(doc) ?? [];
    expect(findings(example)).toEqual([]);
  });
});
