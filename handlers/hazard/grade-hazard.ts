import type { HazardKind } from '../../core/catalogue.ts';
import { daysFor } from '../../core/hazard-owner.ts';
import type { Hazard, HazardGrade } from '../../core/hazard.ts';
import type { HazardId } from '../../core/ids.ts';
import type { HazardResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import { spokenName } from '../../core/spoken-name.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { giveTo } from './assign-hazard.ts';
import { ownersOf } from './find-people.ts';
import { setAlarms, setWaiting, stopTimers, withTerms } from './keep-clock.ts';
import { forStep } from './lock-hazard.ts';
import { hazardRules } from './rules.ts';
import { saveHazard, showHazard, toReporters } from './show-hazard.ts';

type Outcome = HazardResult | Refusal;

/**
 * A human says how grave it is. Ungraded until now, it goes to the owner whom the zone file names for area and kind; graded
 * before, only the grade and the length of its deadline change, and the clock goes on from where it began.
 */
export async function gradeHazard(
  work: Work,
  id: HazardId,
  officer: Person,
  grade: HazardGrade,
  words = '',
): Promise<Outcome> {
  const found = await forStep(work, id, 'grade');
  if ('refused' in found) return found.refused;
  const { hazard } = found;
  const graded: Hazard = {
    ...hazard,
    state: hazard.state === 'reported' ? 'graded' : hazard.state,
    grade,
    officerId: officer.id,
    gradedAt: hazard.gradedAt ?? work.now,
  };
  await traceHazard(work, hazard, 'graded', officer.id, { grade, ...(words === '' ? {} : { words }) });
  if (graded.terms !== null) return regraded(work, graded, grade);
  const by = { rules: hazardRules(work), places: work.zone.places };
  const [owner] = await ownersOf(work.tx.people, by, graded);
  if (owner !== undefined) {
    await giveTo(work, graded, owner, officer.id);
    return { kind: 'hazard_graded', grade, owner: spokenName(owner) };
  }
  const saved = await saveHazard(work, graded);
  await setWaiting(work, saved);
  await showHazard(work, saved, { priority: 'answer' });
  return { kind: 'hazard_graded', grade, owner: null };
}

async function regraded(work: Work, hazard: Hazard, grade: HazardGrade): Promise<HazardResult> {
  const { terms } = hazard;
  const days = daysFor(hazardRules(work), hazard.kinds, grade);
  const longer = terms?.given.unit === 'working_days' ? { ...terms, given: { ...terms.given, count: days } } : terms;
  const saved = await saveHazard(work, longer === null ? hazard : withTerms(work, hazard, longer));
  await setAlarms(work, saved);
  await showHazard(work, saved, { priority: 'answer' });
  const owner = hazard.ownerId === null ? null : await work.tx.people.byId(hazard.ownerId);
  return { kind: 'hazard_graded', grade, owner: owner === null ? null : spokenName(owner) };
}

/** A human says that it is none: it ends here, and whoever told of it hears so kindly. */
export async function rejectHazard(work: Work, id: HazardId, officer: Person, words = ''): Promise<Outcome> {
  const found = await forStep(work, id, 'reject');
  if ('refused' in found) return found.refused;
  const rejected = await saveHazard(work, {
    ...found.hazard,
    state: 'closed',
    outcome: 'not_hazard',
    officerId: officer.id,
    closedAt: work.now,
    dueAt: null,
    asked: null,
    endWords: words,
  });
  await stopTimers(work, rejected);
  await traceHazard(work, rejected, 'rejected', officer.id, words === '' ? {} : { words });
  await showHazard(work, rejected, { priority: 'answer' });
  await toReporters(work, rejected, (report) => ({
    kind: 'hazard_turn',
    hazardId: rejected.id,
    reportId: report.id,
    turn: 'not_hazard',
  }));
  return { kind: 'hazard_rejected' };
}

/** A human says that it is something else: the main kind changes, who owns it and until when does not. */
export async function setHazardKind(work: Work, id: HazardId, officer: Person, kind: HazardKind): Promise<Outcome> {
  const found = await forStep(work, id, 'grade');
  if ('refused' in found) return found.refused;
  const others = found.hazard.kinds.filter((one) => one !== kind && one !== 'other');
  const saved = await saveHazard(work, { ...found.hazard, kinds: [kind, ...others] });
  await traceHazard(work, saved, 'kind_set', officer.id, { kind });
  await showHazard(work, saved, { priority: 'answer' });
  return { kind: 'hazard_kind_set' };
}
