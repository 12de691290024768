import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { incidentKinds, incidentLevels, placeKinds, riskColours, skills } from '../../core/catalogue.ts';
import { duties, roles, roomPurposes } from '../../core/people.ts';
import { fieldNames } from '../../core/zone/schema.ts';
import { timingSchema, usualTiming } from '../../core/zone/timing.ts';
import { findings } from '../support/zone-file.ts';

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

  it('shows a small zone that has nothing to warn about', () => {
    const [, example = ''] = /```yaml\n(.*?)```/s.exec(doc) ?? [];
    expect(findings(example)).toEqual([]);
  });
});
