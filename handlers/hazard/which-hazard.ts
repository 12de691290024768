import { canStep, type Hazard, type HazardStep } from '../../core/hazard.ts';
import type { HazardVerb } from '../../core/hazard-verb.ts';
import { meantHazards, type HazardHint } from '../../core/hazard-choice.ts';
import type { HazardId, RoomId } from '../../core/ids.ts';
import type { HazardResult } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { hazardRules } from './rules.ts';

/** As many as are looked through, and as many as are offered to choose from. */
const mostLooked = 50;
const mostOffered = 6;
const dayMs = 86_400_000;

/**
 * The hazard that somebody's words are about, for a step that can be taken: the quoted one, the one whose number they say, or
 * the one that fits best among those that the person owns (fixed) or told of (chase, withdraw, reopen). Several: the person
 * is shown a list to choose from.
 */
export async function whichHazard(
  work: Work,
  ask: { person: Person; roomId: RoomId; verb: HazardVerb; quotedId: HazardId | null; hint: HazardHint },
): Promise<Hazard | HazardResult> {
  const { person, verb, hint } = ask;
  const quoted = ask.quotedId === null ? null : await work.tx.hazards.byId(ask.quotedId);
  if (quoted !== null) return quoted;
  const own = await candidates(work, person, verb);
  const meant = meantHazards(own, hint);
  const [only] = meant;
  if (only === undefined) return { kind: 'hazard_none' };
  if (meant.length === 1) return only;
  await toRooms(
    work,
    [ask.roomId],
    { kind: 'hazard_which', hazardIds: meant.slice(0, mostOffered).map(({ id }) => id), verb },
    { priority: 'answer', reader: person.id },
  );
  return { kind: 'hazard_which' };
}

const stepOf: Partial<Record<HazardVerb, HazardStep>> = {
  hazard_fixed: 'fix',
  hazard_ask_more: 'ask_more',
  hazard_accept: 'accept',
  hazard_hand_back: 'hand_back',
  hazard_chase: 'chase',
  hazard_withdraw: 'withdraw',
  hazard_reopen: 'reopen',
};

async function candidates(work: Work, person: Person, verb: HazardVerb): Promise<Hazard[]> {
  const step = stepOf[verb];
  const owners =
    verb === 'hazard_fixed' || verb === 'hazard_ask_more' || verb === 'hazard_accept' || verb === 'hazard_hand_back';
  const since = work.now - hazardRules(work).reopenDays * dayMs;
  const hazards = owners
    ? await work.tx.hazards.ofOwner(person.id, mostLooked)
    : (await work.tx.hazards.ofReporter(person.id, verb === 'hazard_reopen' ? 0 : since, mostLooked)).map(
        ({ hazard }) => hazard,
      );
  const unique = [...new Map(hazards.map((hazard) => [hazard.id, hazard])).values()];
  return step === undefined ? unique : unique.filter((hazard) => canStep(hazard, step));
}
