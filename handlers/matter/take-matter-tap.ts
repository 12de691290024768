import { isAware, sideOf } from '../../core/dispute.ts';
import { partyOf } from '../../core/party.ts';
import type { MatterVerb } from '../../core/matter-verb.ts';
import type { Matter, Opening } from '../../core/matter.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import type { Person } from '../../core/people.ts';
import { type MatterRight, mayOnMatter } from '../../core/matter-permission.ts';
import { tapAgreement } from '../dispute/take-agreement-tap.ts';
import { tapCourse } from '../dispute/take-course-tap.ts';
import type { Work } from '../work.ts';
import { assignMatter } from './assign-matter.ts';
import { acknowledgeMatter } from './acknowledge-matter.ts';
import { askWords } from './ask-words.ts';
import { finishMatter } from './finish-matter.ts';
import { giveBack } from './give-back.ts';
import { endSilence } from './keep-silent.ts';
import { lookAtMatter, rightsOf } from './look-at-matter.ts';
import type { MatterAct } from './matter-act.ts';
import { isOfItsRooms, mayTakeUnanswered } from './matter-room.ts';
import { isOpenToTake } from './offer-matter.ts';
import { askOpening, decideOpening } from './open-glass.ts';
import { passMatter } from './pass-matter.ts';
import { noteProgress } from './remind-owner.ts';
import { stepUp } from './step-up.ts';
import { takeMatter } from './take-matter.ts';

/** A tap whose right has not been looked up yet. */
export type MatterTap = Omit<MatterAct, 'rights'>;

const ofOffer: ReadonlySet<MatterVerb> = new Set<MatterVerb>(['matter_take', 'matter_pass', 'matter_conflict']);

/**
 * Does what a button of a private matter asks for, or words that say the same, whoever sent it: right and state are looked up anew
 * under its lock. What its teller does while telling is not among it (`tapTalk`): null then.
 */
export async function takeMatterTap(
  work: Work,
  found: Pick<Matter, 'id'>,
  tap: MatterTap,
): Promise<MatterResult | null> {
  const locked = await work.tx.matters.lock(found.id);
  if (locked === null) return { kind: 'matter_none' };
  const matter = await endSilence(work, locked, tap.person.id);
  const act: MatterAct = { ...tap, rights: await rightsNow(work, matter, tap) };
  if (!mayOnMatter(act.rights, act.verb)) return refusal(work, matter, tap);
  const result =
    (await takeOwnTap(work, matter, act)) ??
    (await tapCourse(work, matter, act)) ??
    (await tapAgreement(work, matter, act));
  if (act.verb !== 'matter_look' && (act.rights.has('owner') || act.verb === 'matter_ack'))
    await noteProgress(work, matter);
  return result;
}

/**
 * Whoever takes such matters in a room that it has come to may still take it, though others are asked by now; when nobody has, one
 * who leads may as well.
 */
async function rightsNow(work: Work, matter: Matter, { person, verb }: MatterTap): Promise<ReadonlySet<MatterRight>> {
  const rights = await rightsOf(work, matter, person);
  const takes = verb === 'matter_take' && isOpenToTake(matter);
  const late = takes && (isOfItsRooms(work, person, matter) || mayTakeUnanswered(person, matter));
  return late ? new Set([...rights, 'offered']) : rights;
}

/** Whoever was asked and comes too late hears how it stands; a side that it cannot be theirs; anybody else nothing at all. */
function refusal(work: Work, matter: Matter, { person, verb }: MatterTap): MatterResult {
  if (!ofOffer.has(verb)) return { kind: 'matter_not_yours' };
  // Who has not been asked yet need not learn from this that they are a side of it.
  const side = partyOf(matter.body.parties, sideOf(matter, person.id) ?? '');
  if (side !== undefined && isAware(side)) return { kind: 'matter_not_yours', why: 'side' };
  const late = isOfItsRooms(work, person, matter);
  return late ? { kind: 'matter_already', state: matter.state } : { kind: 'matter_not_yours', why: 'take' };
}

/** What belongs to no mediation alone: taking it, seeing it, handing it on, ending it. */
async function takeOwnTap(work: Work, matter: Matter, act: MatterAct): Promise<MatterResult | null> {
  const { person, words, roomId } = act;
  switch (act.verb) {
    case 'matter_look':
      return lookAtMatter(work, matter, person, roomId);
    case 'matter_take':
      return takeMatter(work, matter, person);
    case 'matter_pass':
      return passMatter(work, matter, person, 'busy');
    case 'matter_conflict':
      return passMatter(work, matter, person, 'conflict');
    case 'matter_give_back':
      return giveBack(work, matter, 'left', person.id);
    case 'matter_step_up':
      return stepUp(work, matter, person.id);
    case 'matter_assign':
      return assignMatter(work, matter, act);
    case 'matter_ack':
      return acknowledgeMatter(work, matter, person);
    case 'matter_done':
      return finishMatter(work, matter, { person, words, roomId });
    case 'opening_ask':
      return words === ''
        ? askWords(work, matter, person, roomId, 'opening_reason')
        : askOpening(work, matter, person, words);
    default:
      return null;
  }
}

/** Does what a button of a break-glass opening asks for. */
export async function takeOpeningTap(
  work: Work,
  opening: Opening,
  { person, verb }: { person: Person; verb: MatterVerb },
): Promise<MatterResult> {
  if (verb !== 'opening_agree' && verb !== 'opening_refuse') return { kind: 'matter_not_yours' };
  return decideOpening(work, opening, person, verb === 'opening_agree');
}
