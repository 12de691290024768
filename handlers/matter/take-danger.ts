import type { Danger, Matter } from '../../core/matter.ts';
import type { Person } from '../../core/people.ts';
import { isSide } from '../../core/matter-permission.ts';
import { callOffMeetings } from '../dispute/call-off-meetings.ts';
import { tellCommand } from '../incident/show-incident.ts';
import { traceMatter, type Work } from '../work.ts';
import { handIn, tellerActor } from './hand-in.ts';
import { peopleSigned } from './matter-room.ts';
import { setStandings, thoseWho } from './matter-standings.ts';
import { isOpenToTake } from './offer-matter.ts';
import { privateRules } from './rules.ts';
import { sayPrivately } from './say-privately.ts';
import { screenMatter } from './screen-matter.ts';

/**
 * Somebody is in danger: before any form, the teller gets the right numbers, and a person is called, loudly. The matter is handed
 * in as it stands, so that it can be taken at once; its teller can go on telling, and is asked nothing more. No joint meeting is
 * offered from now on (`meetsApart`, core/dispute.ts). Twice the same danger is told once.
 * @param matter locked
 */
export async function takeDanger(work: Work, matter: Matter, danger: Danger): Promise<Matter> {
  if (matter.body.danger === danger && matter.state !== 'telling') return matter;
  const urgent: Matter = { ...matter, urgent: true, body: { ...matter.body, danger } };
  await traceMatter(work, urgent, 'matter_danger', tellerActor(urgent), { danger });
  await sayNumbers(work, urgent, danger);
  const begins = urgent.state === 'telling';
  const known = begins ? await report(work, urgent) : await screenedAnew(work, await callOffMeetings(work, urgent));
  await callPeople(work, known);
  return (await work.tx.matters.byId(matter.id)) ?? known;
}

async function sayNumbers(work: Work, { id, tellerId, roomId }: Matter, danger: Danger): Promise<void> {
  if (tellerId === null) return;
  await sayPrivately(work, tellerId, { kind: 'matter_safety', danger, matterId: id }, { priority: 'order' }, roomId);
}

async function report(work: Work, matter: Matter): Promise<Matter> {
  const teller = matter.tellerId === null ? null : await work.tx.people.byId(matter.tellerId);
  const filed = await handIn(work, matter, teller);
  await traceMatter(work, filed, 'matter_reported', tellerActor(filed), { kind: filed.kind });
  return screenMatter(work, filed);
}

/** Danger that comes to light later changes the way, and hurries it; who has it already keeps it. */
async function screenedAnew(work: Work, matter: Matter): Promise<Matter> {
  await work.tx.matters.put(matter);
  return matter.state === 'screened' && isOpenToTake(matter) ? screenMatter(work, matter) : matter;
}

/**
 * Everybody whom the zone file puts on call; they work on it from now on, and see it. Where there is nobody, the duty officers
 * hear of it, who see the number and the danger alone. Should nothing reach any of them, the command does.
 */
async function callPeople(work: Work, matter: Matter): Promise<void> {
  const onCall = (await peopleSigned(work, privateRules(work).onCall)).filter((person) => !isSide(person, matter));
  const awake = onCall.filter(({ duty }) => duty !== 'off');
  const called = awake.length > 0 ? awake : onCall;
  if (called.length > 0) {
    const others = await thoseWho(work, matter, 'co_owner');
    await setStandings(work, matter, { co_owner: [...others, ...called.map(({ id }) => id)] });
  }
  if (await reaches(work, matter, called)) return;
  if (await reaches(work, matter, await officers(work, matter))) return;
  await tellCommand(work, { kind: 'matter_pointer', matterId: matter.id, why: 'waiting' }, 'order');
}

/** Calls them all; whether anything reaches one of them. */
async function reaches(work: Work, { id }: Matter, people: readonly Person[]): Promise<boolean> {
  let reached = false;
  for (const person of people)
    reached =
      (await sayPrivately(work, person.id, { kind: 'matter_danger', matterId: id }, { priority: 'order' })) || reached;
  return reached;
}

async function officers(work: Work, matter: Matter): Promise<Person[]> {
  const all = await work.tx.people.withRole('duty_officer');
  const free = all.filter((person) => !isSide(person, matter));
  const onDuty = free.filter(({ duty }) => duty === 'on_duty');
  return onDuty.length > 0 ? onDuty : free;
}
