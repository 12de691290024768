import type { Instant } from '../clock.ts';
import type { Language, Platform } from '../message.ts';
import type { Duty, RoomPurpose } from '../people.ts';
import type { SettingReads } from '../ports/settings.ts';
import { hazardRulesSchema, usualHazardRules, type HazardRules } from './hazard-rules.ts';
import { patrolRulesSchema, usualPatrolRules, type PatrolRules } from './patrol-rules.ts';
import { privateRulesSchema, usualPrivateRules, type PrivateRules } from './private-rules.ts';
import type { ZoneProfile } from './settle.ts';
import { timingSchema, usualTiming, type Timing } from './timing.ts';

/** Keys of the settings that an import writes. */
export const zoneKeys = {
  profile: 'zone.profile',
  timing: 'zone.timing',
  hazards: 'zone.hazards',
  patrols: 'zone.patrols',
  privateMatters: 'zone.private',
  import: 'zone.import',
  memory: 'zone.memory',
} as const;

/** Which file was imported last. */
export interface LastImport {
  /** SHA-256 of the file's bytes, hexadecimal. */
  fingerprint: string;
  at: Instant;
}

/**
 * What the last file said about things that people also change in chat. The next file changes them only where it says
 * something new: an old file does not undo what people said since.
 */
export interface ZoneMemory {
  people: Readonly<Record<string, RememberedPerson>>;
  /** By `platform:id`. */
  rooms: Readonly<Record<string, RememberedRoom>>;
}

export interface RememberedPerson {
  language: Language;
  duty: Duty;
  identities: Partial<Record<Platform, string>>;
}

export interface RememberedRoom {
  purpose: RoomPurpose;
  title: string;
  language: Language;
  team: string | null;
}

/** The zone as the last import left it; null before the first. */
export async function storedProfile(settings: SettingReads): Promise<ZoneProfile | null> {
  return (await settings.get(zoneKeys.profile)) as ZoneProfile | null;
}

/** The zone's timing; fields that are younger than the last import have their usual values. */
export async function storedTiming(settings: SettingReads): Promise<Timing> {
  const stored = timingSchema.safeParse((await settings.get(zoneKeys.timing)) ?? {});
  return stored.success ? stored.data : usualTiming;
}

/** How the zone deals with hazards; fields that are younger than the last import have their usual values. */
export async function storedHazardRules(settings: SettingReads): Promise<HazardRules> {
  const stored = hazardRulesSchema.safeParse((await settings.get(zoneKeys.hazards)) ?? {});
  return stored.success ? stored.data : usualHazardRules;
}

/** How the zone patrols; fields that are younger than the last import have their usual values. */
export async function storedPatrolRules(settings: SettingReads): Promise<PatrolRules> {
  const stored = patrolRulesSchema.safeParse((await settings.get(zoneKeys.patrols)) ?? {});
  return stored.success ? stored.data : usualPatrolRules;
}

/** How the zone deals with private matters; fields that are younger than the last import have their usual values. */
export async function storedPrivateRules(settings: SettingReads): Promise<PrivateRules> {
  const stored = privateRulesSchema.safeParse((await settings.get(zoneKeys.privateMatters)) ?? {});
  return stored.success ? stored.data : usualPrivateRules;
}

/** The last import; null before the first. A start with the same file has nothing to do. */
export async function lastImport(settings: SettingReads): Promise<LastImport | null> {
  return (await settings.get(zoneKeys.import)) as LastImport | null;
}

/** What the last file said. */
export async function zoneMemory(settings: SettingReads): Promise<ZoneMemory> {
  return ((await settings.get(zoneKeys.memory)) as ZoneMemory | null) ?? { people: {}, rooms: {} };
}
