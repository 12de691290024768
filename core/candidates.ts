import type { Skill } from './catalogue.ts';
import type { Instant } from './clock.ts';
import { distanceMetres, travelSeconds } from './geo.ts';
import type { PersonId } from './ids.ts';
import type { Position } from './message.ts';
import type { Candidate, LastPosition, Person } from './people.ts';
import type { Timing } from './zone/timing.ts';

/** Why somebody is not asked for a seat; shown to the officer. */
export type PassedOver = 'no_certificate' | 'certificate_expired' | 'off_duty' | 'no_channel' | 'busy';

/** Somebody who can be asked, with what the order in the list rests on. */
export interface Ranked {
  candidate: Candidate;
  /** Null when the person's or the incident's position is unknown. */
  distanceMetres: number | null;
  travelSeconds: number | null;
  /** When the position was true; null for a base or when unknown. */
  positionAt: Instant | null;
  positionSource: LastPosition['source'] | null;
}

/** Who would be asked for a seat, best first, and who would not and why. */
export interface Ranking {
  ranked: readonly Ranked[];
  passedOver: readonly { person: Person; why: PassedOver }[];
}

/** What a ranking is made for. */
export interface RankingAsk {
  skill: Skill | null;
  /** Where the incident is; null when unknown. */
  target: Position | null;
  now: Instant;
  /** The zone's date, `2026-11-22`: a certificate counts until the end of its last day. */
  today: string;
  timing: Timing;
}

/** Whether the person holds the certificate today, held it once, or never. */
export function certificateFor(person: Person, skill: Skill | null, today: string): 'valid' | 'expired' | 'none' {
  if (skill === null) return 'valid';
  const held = person.certificates.filter((certificate) => certificate.skill === skill);
  if (held.length === 0) return 'none';
  return held.some(({ validUntil }) => validUntil === null || validUntil >= today) ? 'valid' : 'expired';
}

function reasonAgainst(candidate: Candidate, ask: RankingAsk): PassedOver | null {
  const certificate = certificateFor(candidate.person, ask.skill, ask.today);
  if (certificate === 'none') return 'no_certificate';
  if (certificate === 'expired') return 'certificate_expired';
  if (candidate.person.duty === 'off') return 'off_duty';
  if (candidate.busy) return 'busy';
  if (candidate.channels.length === 0) return 'no_channel';
  return null;
}

/** The newest position that is still good, else the base, else nothing. */
function whereabouts(candidate: Candidate, ask: RankingAsk): LastPosition | null {
  const last = candidate.position;
  if (last !== null && ask.now - last.at <= ask.timing.positionValidMinutes * 60_000) return last;
  return candidate.person.base === null ? null : { ...candidate.person.base, at: 0, source: 'base' };
}

function measure(candidate: Candidate, ask: RankingAsk): Ranked {
  const from = whereabouts(candidate, ask);
  const { target } = ask;
  const known = from !== null && target !== null;
  return {
    candidate,
    distanceMetres: known ? Math.round(distanceMetres(from, target)) : null,
    travelSeconds: known
      ? travelSeconds(from, target, {
          kmPerHour: ask.timing.travelKmPerHour,
          detourPercent: ask.timing.travelDetourPercent,
          setOffSeconds: ask.timing.setOffSeconds,
        })
      : null,
    positionAt: from === null || from.source === 'base' ? null : from.at,
    positionSource: from?.source ?? null,
  };
}

/** On duty first, then by travel time; whoever's position is unknown comes after everybody whose position is known. */
function compare(a: Ranked, b: Ranked): number {
  const onDuty = Number(b.candidate.person.duty === 'on_duty') - Number(a.candidate.person.duty === 'on_duty');
  if (onDuty !== 0) return onDuty;
  const travel = (a.travelSeconds ?? Infinity) - (b.travelSeconds ?? Infinity);
  if (travel !== 0 && !Number.isNaN(travel)) return travel;
  return a.candidate.person.id < b.candidate.person.id ? -1 : 1;
}

/** Who can be asked for a seat, best first, and who was passed over and why. People in `already` appear in neither list. */
export function rankCandidates(
  candidates: readonly Candidate[],
  ask: RankingAsk,
  already: ReadonlySet<PersonId> = new Set(),
): Ranking {
  const ranked: Ranked[] = [];
  const passedOver: { person: Person; why: PassedOver }[] = [];
  for (const candidate of candidates) {
    if (already.has(candidate.person.id)) continue;
    const why = reasonAgainst(candidate, ask);
    if (why === null) ranked.push(measure(candidate, ask));
    else passedOver.push({ person: candidate.person, why });
  }
  return { ranked: ranked.sort(compare), passedOver };
}
