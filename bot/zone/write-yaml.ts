import { stringify } from 'yaml';
import type { ZoneFileInput } from '../../core/zone/schema.ts';
import { rowText } from './row-text.ts';

/** Sections that are long and flat: one row an entry. */
const rowSections = ['people', 'teams', 'rooms', 'places'] as const;

/** A mapping's fields one below the other, lists among them on one line. */
function fields(mapping: object): string {
  return Object.entries(mapping)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) =>
      Array.isArray(value) ? `${key}: ${rowText(value)}\n` : stringify({ [key]: value as unknown }, { lineWidth: 0 }),
    )
    .join('');
}

/** As `fields`, but lists of lines have a line for each. */
function ruleFields(rules: object): string {
  return Object.entries(rules)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]: [string, unknown]) =>
      Array.isArray(value) && value.some((line) => typeof line === 'object')
        ? `${key}:\n${value.map((line) => `  - ${rowText(line as object)}\n`).join('')}`
        : fields({ [key]: value }),
    )
    .join('');
}

const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '  ');
const section = (name: string, body: string): string => (body === '' ? '' : `${name}:\n${body}`);
/** Plans are there to be read: a line for each line. */
const item = (mapping: object): string => `-${indented(fields(mapping)).slice(1)}`;

/**
 * The text of a zone file: a comment, the zone, its timing and its rules in blocks, long lists one row a line, plans in blocks.
 * @param comment lines without `#`
 */
export function writeYaml(zone: ZoneFileInput, comment: readonly string[]): string {
  const parts = [
    comment.map((line) => `# ${line}\n`).join(''),
    section('zone', indented(fields(zone.zone))),
    section('timing', indented(fields(zone.timing ?? {}))),
    section('hazards', indented(ruleFields(zone.hazards ?? {}))),
    section('patrols', indented(ruleFields(zone.patrols ?? {}))),
    section('private', indented(ruleFields(zone.private ?? {}))),
    ...rowSections.map((name) => {
      const rows: readonly object[] = zone[name] ?? [];
      return section(name, rows.map((row) => `- ${rowText(row)}\n`).join(''));
    }),
    section('plans', (zone.plans ?? []).map(item).join('')),
  ];
  return parts.filter((part) => part !== '').join('\n');
}
