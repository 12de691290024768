import { loadZone, type LoadedZone } from '../../bot/zone/load-zone.ts';
import { zoneFileEn } from '../../bot/texts/zone-file-en.ts';
import type { ZoneFile } from '../../core/zone/settle.ts';

/** The smallest zone that raises no warning; tests put more lines behind it. */
export const smallZone = `zone:
  name: 青石开发区
  timeZone: Asia/Shanghai
  centre: [28.905, 120.055]
  languages: [zh, en]
people:
  - {callSign: 值01, roles: [duty_officer], identities: {web: officer}}
rooms:
  - {platform: web, id: command, purpose: command}
plans:
  - code: G-01
    name: 总体应急预案
    safety: {zh: [先看清再靠近], en: [Look before you go near]}
`;

/** 2026-11-22 noon in Shanghai. */
export const noon = Date.UTC(2026, 10, 22, 4);

/** Reads a zone file's text as the program would. */
export function load(text: string | Uint8Array): LoadedZone {
  return loadZone(typeof text === 'string' ? new TextEncoder().encode(text) : text, noon, zoneFileEn);
}

/** The zone of a text that has to be right. */
export function zoneOf(text: string): ZoneFile {
  const loaded = load(text);
  if (!loaded.ok) throw new Error(loaded.findings.map(({ path, text: why }) => `${path}: ${why}`).join('\n'));
  return loaded.zone;
}

/** Findings as `line:column path: text`, errors or else warnings. */
export function findings(text: string | Uint8Array): string[] {
  const loaded = load(text);
  return (loaded.ok ? loaded.warnings() : loaded.findings).map(
    ({ severity, at, path, text: why }) =>
      `${at.line}:${at.column} ${path === '' ? '' : `${path}: `}${severity === 'warning' ? 'warning: ' : ''}${why}`,
  );
}
