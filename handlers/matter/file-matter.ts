import { canFile } from '../../core/matter-intake.ts';
import type { Matter, Pass } from '../../core/matter.ts';
import type { Party } from '../../core/party.ts';
import type { Person } from '../../core/people.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { joinTwin } from '../dispute/join-matters.ts';
import { agreeByHandingIn } from '../people/agree-to-data.ts';
import { traceMatter, type Work } from '../work.ts';
import { askNeed } from './ask-need.ts';
import { handIn, tellerActor } from './hand-in.ts';
import { sayPrivately } from './say-privately.ts';
import { screenMatter } from './screen-matter.ts';
import { talkSlot } from './talk-timer.ts';

/**
 * Hands a matter in: from now on others see it. Who applies agrees to mediation by doing so (People's Mediation Act, Art. 17: on
 * application of the parties); a proxy only says that the side does. A clue without a name keeps nobody, and its giver gets a
 * receipt to ask by.
 */
export async function fileMatter(work: Work, told: Matter, person: Person): Promise<MatterResult> {
  const matter = await work.tx.matters.lock(told.id);
  if (matter?.state !== 'telling') return { kind: 'matter_already', state: matter?.state ?? 'ended' };
  if (!canFile(matter)) {
    await askNeed(work, matter, 'facts');
    return { kind: 'matter_asked', need: 'facts' };
  }
  const filed = await handIn(work, await withConflicts(work, withConsent(work, matter)), person);
  const { kind, number } = filed;
  await traceMatter(work, filed, 'matter_reported', filed.door === 'desk' ? person.id : tellerActor(filed), { kind });
  // When somebody gave a clue is nobody's to know, by no trace of theirs either.
  if (kind !== 'crime_clue') await agreeByHandingIn(work, person);
  const twin = await joinTwin(work, filed);
  if (twin !== null) return joined(work, person, matter, twin);
  const receipt = filed.tellerId === null && filed.door !== 'desk' ? await giveReceipt(work, filed) : null;
  await sayPrivately(
    work,
    person.id,
    { kind: 'matter_filed', matterId: filed.id, receipt },
    { priority: 'answer', slot: talkSlot(matter) },
    matter.roomId,
  );
  await screenMatter(work, filed);
  return { kind: 'matter_filed', number };
}

/** The other side has told of the same: it goes on there, and whoever told second hears that number. */
async function joined(work: Work, person: Person, told: Matter, twin: Matter): Promise<MatterResult> {
  const result: MatterResult = { kind: 'matter_filed', number: twin.number };
  const notice = { kind: 'matter_result', matterId: twin.id, result } as const;
  await sayPrivately(work, person.id, notice, { priority: 'answer', slot: talkSlot(told) }, told.roomId);
  return result;
}

function withConsent(work: Work, matter: Matter): Matter {
  if (matter.kind !== 'dispute' || matter.door === 'desk') return matter;
  const agrees = (side: Party): Party =>
    side.key !== 'a' || (side.proxy !== null && side.proxy.agreed !== true)
      ? side
      : { ...side, consent: 'yes', consentAt: work.now };
  return { ...matter, body: { ...matter.body, parties: matter.body.parties.map(agrees) } };
}

/** A mediator whose name is that of a side is not asked, whether it is they or a namesake. */
async function withConflicts(work: Work, matter: Matter): Promise<Matter> {
  const names = matter.body.parties.map(({ name }) => name).filter((name) => name !== '');
  if (names.length === 0) return matter;
  const mediators = await work.tx.people.withRole('mediator');
  const named = mediators.filter(({ name }) => name.length > 1 && names.some((side) => side.includes(name)));
  const passes = named.map(({ id }): Pass => ({ personId: id, why: 'conflict', at: work.now }));
  return passes.length === 0
    ? matter
    : { ...matter, body: { ...matter.body, passes: [...matter.body.passes, ...passes] } };
}

/** Eight letters and digits, in two groups to be read out; only their keyed hash is kept. */
async function giveReceipt(work: Work, matter: Matter): Promise<string> {
  const secret = work.ids.token();
  const receipt = `${secret.slice(0, 4)}-${secret.slice(4, 8)}`;
  await work.tx.matters.setReceipt(matter.id, receipt);
  return receipt;
}
