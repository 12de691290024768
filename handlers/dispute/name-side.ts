import { canStep } from '../../core/dispute.ts';
import type { Matter } from '../../core/matter.ts';
import { isOver } from '../../core/matter.ts';
import { withSideNamed } from '../../core/matter-sides.ts';
import type { Party, PartyKey } from '../../core/party.ts';
import type { Person } from '../../core/people.ts';
import { isSide } from '../../core/matter-permission.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { giveBack } from '../matter/give-back.ts';
import { withKnownSides } from '../matter/know-sides.ts';
import { traceMatter, type Work } from '../work.ts';
import { askConsent, askThirdSide } from './ask-consent.ts';
import { keepCourse } from './keep-course.ts';
import { showWork } from './show-work.ts';

/**
 * Whoever has the matter found out who a side is, or its number, which its teller could not say; or that somebody else is concerned,
 * the third side. Somebody whom the bot knows by that number is asked like any other side. Should it turn out to be the mediator, the
 * matter goes to another one.
 */
export async function nameSide(
  work: Work,
  matter: Matter,
  person: Person,
  side: PartyKey,
  words: string,
): Promise<MatterResult> {
  if (isOver(matter)) return { kind: 'matter_already', state: matter.state };
  const body = withSideNamed(matter.body, side, words);
  if (body === null) return { kind: 'matter_words_wanted', what: 'name' };
  const named = await keepCourse(work, await withKnownSides(work, { ...matter, body }));
  await traceMatter(work, matter, 'matter_noted', person.id, { side, what: 'named' });
  if (isSide(person, named)) return giveBack(work, named, 'conflict', person.id);
  const isNew = (party: Party): boolean => party.key === side && party.personId !== null && party.consent === null;
  if (!named.body.parties.some(isNew)) await showWork(work, named);
  else await (canStep(named, 'ask_consent') ? askConsent(work, named) : askThirdSide(work, named));
  return { kind: 'matter_noted' };
}
