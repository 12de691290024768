import type { HazardVerb } from '../core/hazard-verb.ts';
import type { Hazard, HazardReport, HazardStep } from '../core/hazard.ts';
import { canStep, hazardSubject } from '../core/hazard.ts';
import type { FileId } from '../core/ids.ts';
import type { TapResult } from '../core/tap-result.ts';
import type { Person } from '../core/people.ts';
import { mayOnHazard } from '../core/hazard-permission.ts';
import { checkHazard } from '../handlers/hazard/check-hazard.ts';
import { reportFixed } from '../handlers/hazard/report-fixed.ts';
import { actOnHazard } from '../handlers/hazard/take-hazard-tap.ts';
import type { Work } from '../handlers/work.ts';
import { addPhotos, type FormPhoto } from './hazard-photos.ts';

/** What the page's buttons do: the same as a button in a chat. */
const acts = {
  spot: { verb: 'hazard_accept', value: 'spot', step: 'accept' },
  deadline: { verb: 'hazard_accept', value: 'deadline', step: 'accept' },
  fixed: { verb: 'hazard_fixed', value: '', step: 'fix' },
  pass: { verb: 'hazard_pass', value: '', step: 'recheck' },
  fail: { verb: 'hazard_fail', value: '', step: 'recheck' },
  reopen: { verb: 'hazard_reopen', value: '', step: 'reopen' },
  chase: { verb: 'hazard_chase', value: '', step: 'chase' },
  withdraw: { verb: 'hazard_withdraw', value: '', step: 'withdraw' },
  // A closed hazard that was put right can be reopened and judged alike.
  rate_good: { verb: 'hazard_rate', value: 'good', step: 'reopen' },
  rate_fair: { verb: 'hazard_rate', value: 'fair', step: 'reopen' },
  rate_bad: { verb: 'hazard_rate', value: 'bad', step: 'reopen' },
} as const satisfies Record<string, { verb: HazardVerb; value: string; step: HazardStep }>;
export type HazardPageAct = keyof typeof acts;

/** The button of a form; null: none of ours. */
export function readAct(name: string): HazardPageAct | null {
  return Object.hasOwn(acts, name) ? (name as HazardPageAct) : null;
}

/** Which buttons this person sees now. Being shown one is no right: it is looked up anew when it is pressed. */
export function offeredActs(
  person: Person,
  hazard: Hazard,
  reports: readonly Pick<HazardReport, 'personId'>[],
): ReadonlySet<HazardPageAct> {
  const offered = new Set<HazardPageAct>();
  for (const [act, { verb, step }] of Object.entries(acts)) {
    const may = mayOnHazard(person, verb, hazard, reports) && canStep(hazard, step);
    if (may) offered.add(act as HazardPageAct);
  }
  return offered;
}

/** Does what was pressed, with the words and photos that came along. */
export async function doAct(
  work: Work,
  hazard: Hazard,
  person: Person,
  told: { act: HazardPageAct; words: string; photos: readonly FormPhoto[] },
): Promise<TapResult> {
  const { verb, value } = acts[told.act];
  const { words } = told;
  const showsWork = told.act === 'fixed' || told.act === 'pass' || told.act === 'fail';
  const mayShow = mayOnHazard(person, verb, hazard, await work.tx.hazards.reports(hazard.id));
  // Photos are kept only for who may act; a refusal is worded in one place, for every door.
  if (!showsWork || told.photos.length === 0 || !mayShow) {
    return actOnHazard(work, hazard, { person, verb, value, words, roomId: null });
  }
  const fileIds = await added(work, hazard, person, told.photos);
  if (told.act === 'fixed') return reportFixed(work, hazard.id, { person, roomId: null, words, fileIds });
  return checkHazard(work, hazard.id, { checker: person, passed: told.act === 'pass', words, fileIds });
}

/** A picture that the hazard has already, byte for byte, shows nothing new. */
async function added(work: Work, hazard: Hazard, person: Person, photos: readonly FormPhoto[]): Promise<FileId[]> {
  const files = await addPhotos(work, photos, {
    personId: person.id,
    messageId: hazard.number,
    incidentId: null,
    known: await work.tx.files.ofSubject(hazardSubject(hazard.id)),
  });
  return files.map(({ id }) => id);
}
