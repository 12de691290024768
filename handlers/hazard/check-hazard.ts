import { withoutPause, withRework } from '../../core/deadline.ts';
import type { Hazard } from '../../core/hazard.ts';
import type { FileId, HazardId } from '../../core/ids.ts';
import type { HazardResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { sendOrder } from './assign-hazard.ts';
import { showChecked } from './ask-checkers.ts';
import { keepWithHazard } from './claim-files.ts';
import { closeHazard } from './close-hazard.ts';
import { setAlarms, setWaiting, withTerms } from './keep-clock.ts';
import { forStep } from './lock-hazard.ts';
import { replaceOwner } from './replace-owner.ts';
import { deadlineRules, dueTime, hazardRules } from './rules.ts';
import { saveHazard, showHazard, showReturned, toReporters } from './show-hazard.ts';

/** What whoever looked again found. */
export interface CheckFinding {
  checker: Person;
  passed: boolean;
  words: string;
  fileIds: readonly FileId[];
}

/** Somebody other than the fixer and the owner has looked at it: closed, or back to the owner with time for the work. */
export async function checkHazard(work: Work, id: HazardId, finding: CheckFinding): Promise<HazardResult | Refusal> {
  const found = await forStep(work, id, 'recheck');
  if ('refused' in found) return found.refused;
  const { hazard } = found;
  const { checker, passed, words } = finding;
  if (hazard.fixedById === checker.id || hazard.ownerId === checker.id) return { kind: 'hazard_own_work' };
  await keepWithHazard(work, hazard, finding.fileIds, 'recheck', checker.id);
  await traceHazard(work, hazard, passed ? 'checked' : 'returned', checker.id, words === '' ? {} : { words });
  if (passed) {
    await closeHazard(work, hazard, checker.id, words);
    await showChecked(work, hazard);
    return { kind: 'hazard_passed' };
  }
  await showReturned(work, hazard);
  const back = await sendBack(work, { ...hazard, checkedById: checker.id }, 'accepted', words);
  await showChecked(work, hazard);
  await toReporters(work, back, (report) => ({
    kind: 'hazard_turn',
    hazardId: back.id,
    reportId: report.id,
    turn: 'returned',
  }));
  return { kind: 'hazard_returned', due: dueTime(work, back.dueAt) };
}

/**
 * The work goes on in a new round: the clock runs on from where it stood, with at least the days that the zone gives for
 * doing it again, and the owner is told loudly. An owner who left meanwhile is replaced, or the command chooses.
 */
export async function sendBack(
  work: Work,
  hazard: Hazard,
  state: 'accepted' | 'assigned',
  words: string,
): Promise<Hazard> {
  const round: Hazard = {
    ...hazard,
    state,
    outcome: null,
    fixedAt: null,
    closedAt: null,
    draw: null,
    round: hazard.round + 1,
    roundAt: work.now,
    endWords: '',
    satisfaction: null,
  };
  const rules = deadlineRules(work);
  const running = hazard.terms && withoutPause(hazard.terms, work.now);
  const terms = running && withRework(running, hazardRules(work).reworkDays, words, work.now, rules);
  const saved = await saveHazard(work, terms === null ? round : withTerms(work, round, terms));
  if (await replaceOwner(work, saved)) return (await work.tx.hazards.byId(saved.id)) ?? saved;
  await setAlarms(work, saved);
  await setWaiting(work, saved);
  await sendOrder(work, saved, true);
  await showHazard(work, saved, { priority: 'answer', ordered: true });
  return saved;
}
