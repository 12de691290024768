import { isDeepStrictEqual } from 'node:util';
import { zoneInstant } from '../../core/deadline.ts';
import { occurrencesOf, type Occurrence } from '../../core/roster.ts';
import type { Shift } from '../../core/shift.ts';
import { dayAfter } from '../../core/working-days.ts';
import type { Roster } from '../../core/zone/patrol-rules.ts';
import type { Work } from '../work.ts';
import type { PlanScene } from './plan-scene.ts';

/** What ended so long ago may still be handed over. */
const handedOverMs = 86_400_000;

/**
 * A roster that goes by another code from now on keeps its shifts, with what people agreed on and what runs: a shift of a code that is
 * no more belongs to the new roster that has the same teams at the same time. To be called before anything is called off.
 * @param planned the last day that was planned, by code
 */
export async function renameRosters(work: Work, scene: PlanScene, planned: ReadonlyMap<string, string>): Promise<void> {
  const { rosters } = scene.rules;
  const gone = [...planned].filter(([code]) => rosters.every((roster) => roster.code !== code));
  for (const roster of rosters.filter(({ code }) => !planned.has(code))) {
    for (const [code, until] of gone) await takeOver(work, scene, roster, { code, until });
  }
}

async function takeOver(
  work: Work,
  scene: PlanScene,
  roster: Roster,
  { code, until }: { code: string; until: string },
): Promise<void> {
  const from = work.now - handedOverMs - roster.minutes * 60_000;
  const end = zoneInstant(dayAfter(until), '00:00', scene.timeZone);
  const wanted = occurrencesOf(roster, scene.calendar, scene.timeZone, from, end);
  for (const occurrence of wanted.ok ? wanted.occurrences : []) {
    const before = await work.tx.shifts.ofRoster(code, occurrence.date);
    if (before === null || !isSame(scene, before, occurrence)) continue;
    if ((await work.tx.shifts.ofRoster(roster.code, occurrence.date)) !== null) continue;
    const now = await work.tx.shifts.lock(before.id);
    if (now !== null) await work.tx.shifts.put({ ...now.shift, rosterCode: roster.code });
  }
}

function isSame(scene: PlanScene, { startsAt, teamIds }: Shift, occurrence: Occurrence): boolean {
  const teams = occurrence.teams.flatMap((code) => scene.teams.get(code)?.id ?? []);
  return startsAt === occurrence.startsAt && isDeepStrictEqual(teams.toSorted(), [...teamIds].toSorted());
}
