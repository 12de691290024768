import { pushTargets, type Matter, type PolicePush, type PushTarget } from '../../core/matter.ts';
import { matterRoute } from '../../core/matter-route.ts';
import type { Person } from '../../core/people.ts';
import { isSide } from '../../core/matter-permission.ts';
import type { PrivateRules } from '../../core/zone/private-rules.ts';
import { setTimer } from '../set-timer.ts';
import { traceMatter, type Work } from '../work.ts';
import { handIn } from './hand-in.ts';
import { peopleSigned } from './matter-room.ts';
import { setStandings, thoseWho } from './matter-standings.ts';
import { takeMs } from './offer-matter.ts';
import { noteProgress } from './remind-owner.ts';
import { privateRules } from './rules.ts';
import { sayPrivately } from './say-privately.ts';
import { routeAsk } from './screen-matter.ts';
import { startMatter } from './start-matter.ts';
import { tellUnanswered } from './tell-unanswered.ts';

/** In the zone file each part has its own list. */
export function signsFor({ police }: PrivateRules, to: PushTarget): readonly string[] {
  return { on_scene: police.onScene, responsible: police.responsible, centre: police.centre }[to];
}

/** The slot of what one of the three is told. */
export function pushSlot({ id }: Pick<Matter, 'id'>): string {
  return `matter-push:${id}`;
}

/**
 * 一警情三推送: a duty officer writes down a police matter, and it goes at once to three: who is on the scene, who is responsible for
 * the part, and the service centre. Each has it, and each acknowledges it. Whoever is responsible keeps its card, and can hand it
 * on to a mediation room.
 */
export async function pushPolice(work: Work, officer: Person, words: string): Promise<Matter> {
  const begun = await startMatter(work, { person: null, room: null, kind: 'dispute', door: 'police', words });
  await work.tx.timers.cancel('matter_talk', begun.id);
  const filed = await handIn(work, begun, null);
  await traceMatter(work, filed, 'matter_reported', officer.id, { kind: filed.kind });
  const pushes: PolicePush[] = [];
  for (const to of pushTargets) {
    const person = await nextFor(work, { ...filed, body: { ...filed.body, pushes } }, to);
    if (person !== null) pushes.push({ to, personId: person.id, acknowledgedAt: null });
  }
  const route = matterRoute(privateRules(work).rooms, routeAsk(work, filed));
  const ownerId = (pushes.find(({ to }) => to === 'responsible') ?? pushes[0])?.personId ?? null;
  const dueAt = work.now + pushMs(work);
  const pushed: Matter = {
    ...filed,
    state: ownerId === null ? 'screened' : 'assigned',
    urgent: true,
    ownerId,
    assignedAt: ownerId === null ? null : work.now,
    dueAt,
    body: { ...filed.body, route, pushes },
  };
  await work.tx.matters.put(pushed);
  await setStandings(work, pushed, {
    desk: [officer.id],
    owner: ownerId === null ? [] : [ownerId],
    co_owner: [...(await thoseWho(work, pushed, 'co_owner')), ...pushes.map(({ personId }) => personId)],
  });
  for (const push of pushes) await sendPush(work, pushed, push);
  await setTimer(work, 'matter_offer', pushed.id, dueAt);
  await noteProgress(work, pushed);
  if (pushes.length < pushTargets.length) await tellUnanswered(work, pushed);
  return pushed;
}

/** Each of the three has a tenth of the usual time to acknowledge. */
export function pushMs(work: Work): number {
  return takeMs(work, { kind: 'dispute', urgent: true });
}

/** The first of a part who is on duty or reachable, is not one of the three already, and was not asked in vain. */
export async function nextFor(work: Work, matter: Matter, to: PushTarget): Promise<Person | null> {
  const { pushes, passes } = matter.body;
  const taken = new Set([...pushes, ...passes].map(({ personId }) => personId));
  for (const person of await peopleSigned(work, signsFor(privateRules(work), to))) {
    if (person.duty === 'off' || taken.has(person.id) || isSide(person, matter)) continue;
    if ((await work.tx.people.channelsOf(person.id)).length > 0) return person;
  }
  return null;
}

/** Tells one of the three, loudly. */
export async function sendPush(work: Work, matter: Matter, push: PolicePush): Promise<void> {
  const notice = { kind: 'matter_push', matterId: matter.id, to: push.to } as const;
  await sayPrivately(work, push.personId, notice, { priority: 'order', slot: pushSlot(matter) });
  const data = { to: push.to, person: push.personId };
  await traceMatter(work, matter, 'matter_offered', null, data);
}
