import type { Instant } from '../../core/clock.ts';
import { checkZone } from '../../core/zone.ts';
import type { ZoneIssue } from '../../core/zone/fault.ts';
import type { ZoneFile } from '../../core/zone/settle.ts';
import type { ZoneFileTexts } from '../texts/zone-file-texts.ts';
import { readYaml, type Locate } from './read-yaml.ts';
import type { Spot } from './yaml-fault.ts';

/** One finding, ready to be shown. */
export interface Finding {
  severity: 'error' | 'warning';
  at: Spot;
  /** Dotted, such as `people.3.skills.0.validUntil`; '' for the file as a whole. */
  path: string;
  text: string;
}

/** A zone file that was read: the zone and what is odd about it, or what keeps it out. */
export type LoadedZone =
  { ok: true; zone: ZoneFile; warnings: () => readonly Finding[] } | { ok: false; findings: readonly Finding[] };

function show(issue: ZoneIssue, locate: Locate, texts: ZoneFileTexts): Finding {
  return {
    severity: issue.severity,
    at: locate(issue.path, issue.code === 'unknown_field' ? 'key' : 'value'),
    path: issue.path.join('.'),
    text: texts.issue(issue),
  };
}

const inOrder = (a: Finding, b: Finding): number => a.at.line - b.at.line || a.at.column - b.at.column;

/** Reads and checks the bytes of a zone file. Warnings are looked up in the file only when somebody asks for them. */
export function loadZone(bytes: Uint8Array, now: Instant, texts: ZoneFileTexts): LoadedZone {
  const reading = readYaml(bytes);
  if (!reading.ok) {
    const { at, ...fault } = reading.fault;
    return { ok: false, findings: [{ severity: 'error', at, path: '', text: texts.yaml(fault) }] };
  }
  const shown = (issues: readonly ZoneIssue[]): Finding[] =>
    issues.map((issue) => show(issue, reading.locate, texts)).sort(inOrder);
  const check = checkZone(reading.data, now);
  return check.ok
    ? { ok: true, zone: check.zone, warnings: () => shown(check.warnings) }
    : { ok: false, findings: shown(check.issues) };
}

/** A finding on one line: `zone.yaml:41:7 people.3.skills.0.validUntil: expected a date like 2027-03-31`. */
export function findingLine(file: string, { severity, at, path, text }: Finding, texts: ZoneFileTexts): string {
  const where = `${file}:${at.line}:${at.column}`;
  return `${where} ${path === '' ? '' : `${path}: `}${severity === 'warning' ? texts.warning : ''}${text}`;
}
