import { dangersOf, withDanger } from '../../core/matter-danger.ts';
import type { Danger, Matter } from '../../core/matter.ts';
import { matterRoute } from '../../core/matter-route.ts';
import { callOffMeetings } from '../dispute/call-off-meetings.ts';
import { traceMatter, type Work } from '../work.ts';
import { callInDanger } from './call-in-danger.ts';
import { handIn, tellerActor } from './hand-in.ts';
import { isOpenToTake } from './offer-matter.ts';
import { privateRules } from './rules.ts';
import { sayPrivately } from './say-privately.ts';
import { routeAsk, screenMatter } from './screen-matter.ts';

/**
 * Somebody is in danger: before any form, the teller gets the right numbers, and a person is called, loudly. The matter is handed
 * in as it stands, so that it can be taken at once; its teller can go on telling, and is asked nothing more. No joint meeting is
 * offered from now on (`meetsApart`, core/dispute.ts). One of another kind has numbers of its own, and those on call hear of it as of
 * the first. What came in one message is told in one. The same danger is not told twice in a row; said again later it is, to its
 * teller and to whoever has it.
 * @param matter locked
 */
export async function takeDangers(work: Work, matter: Matter, dangers: readonly Danger[]): Promise<Matter> {
  const begins = matter.state === 'telling';
  const told = dangersOf(matter.body);
  const fresh = begins ? dangers : dangers.filter((danger) => !told.includes(danger));
  if (fresh.length === 0) return tellAgain(work, matter, dangers);
  const body = { ...fresh.reduce(withDanger, matter.body), dangerToldAt: work.now };
  const urgent: Matter = { ...matter, urgent: true, body };
  for (const danger of fresh) await traceMatter(work, urgent, 'matter_danger', tellerActor(urgent), { danger });
  await sayNumbers(work, urgent, fresh);
  const known = begins ? await report(work, urgent) : await screenedAnew(work, urgent, matter.body.danger);
  await callInDanger(work, known, fresh, begins);
  return (await work.tx.matters.byId(matter.id)) ?? known;
}

/** So soon after, the numbers stand there still. */
const stillThereMs = 10 * 60_000;

/** Somebody may say it once more when it is worse, hours later: the numbers come again, and whoever has it is rung again. */
async function tellAgain(work: Work, matter: Matter, dangers: readonly Danger[]): Promise<Matter> {
  const toldAt = matter.body.dangerToldAt ?? matter.reportedAt ?? 0;
  if (dangers.length === 0 || work.now - toldAt < stillThereMs) return matter;
  const kept: Matter = { ...matter, body: { ...matter.body, dangerToldAt: work.now } };
  await work.tx.matters.put(kept);
  for (const danger of dangers) await traceMatter(work, kept, 'matter_danger', tellerActor(kept), { danger });
  await sayNumbers(work, kept, dangers);
  const notice = { kind: 'matter_danger', matterId: kept.id, dangers, later: true } as const;
  if (kept.ownerId !== null) await sayPrivately(work, kept.ownerId, notice, { priority: 'order' });
  return kept;
}

async function sayNumbers(work: Work, { id, tellerId, roomId }: Matter, dangers: readonly Danger[]): Promise<void> {
  if (tellerId === null) return;
  await sayPrivately(work, tellerId, { kind: 'matter_safety', dangers, matterId: id }, { priority: 'order' }, roomId);
}

async function report(work: Work, matter: Matter): Promise<Matter> {
  const teller = matter.tellerId === null ? null : await work.tx.people.byId(matter.tellerId);
  const filed = await handIn(work, matter, teller);
  await traceMatter(work, filed, 'matter_reported', tellerActor(filed), { kind: filed.kind });
  return screenMatter(work, filed);
}

/** Danger that comes to light later changes the way, and hurries it; who has it already keeps it. */
async function screenedAnew(work: Work, urgent: Matter, before: Danger | null): Promise<Matter> {
  const matter = await callOffMeetings(work, urgent);
  await work.tx.matters.put(matter);
  const open = matter.state === 'screened' && isOpenToTake(matter);
  return open && (before === null || goesElsewhere(work, matter)) ? screenMatter(work, matter) : matter;
}

/** Whether it goes to other rooms by what is known of it now; where it does not, nobody is asked twice. */
function goesElsewhere(work: Work, matter: Matter): boolean {
  const route = matterRoute(privateRules(work).rooms, routeAsk(work, matter));
  return route.map(({ room }) => room).join() !== matter.body.route.map(({ room }) => room).join();
}
