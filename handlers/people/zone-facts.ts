import type { Reads } from '../../core/ports/store.ts';
import type { ZoneProfile } from '../../core/zone/settle.ts';
import {
  storedHazardRules,
  storedPatrolRules,
  storedPrivateRules,
  storedProfile,
  storedTiming,
} from '../../core/zone/stored.ts';
import type { ZoneFacts } from '../work.ts';

/** The zone as handlers use it, with its profile. */
export interface StoredZone extends ZoneFacts {
  profile: ZoneProfile;
}

/** The zone as the last import left it; null before the first. */
export async function storedZone(read: Pick<Reads, 'settings' | 'places'>): Promise<StoredZone | null> {
  const profile = await storedProfile(read.settings);
  if (profile === null) return null;
  return {
    profile,
    name: profile.name,
    timeZone: profile.timeZone,
    timing: await storedTiming(read.settings),
    hazards: await storedHazardRules(read.settings),
    patrols: await storedPatrolRules(read.settings),
    privateMatters: await storedPrivateRules(read.settings),
    places: await read.places.all(),
  };
}
