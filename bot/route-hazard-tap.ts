import { hazardKindPage } from '../core/hazard-kind-page.ts';
import type { HazardVerb } from '../core/hazard-verb.ts';
import type { RoomId, Token } from '../core/ids.ts';
import type { Verb } from '../core/message.ts';
import type { TapResult } from '../core/tap-result.ts';
import type { Person } from '../core/people.ts';
import { mayOnDraft, mayOnHazard } from '../core/hazard-permission.ts';
import { draftOfOther, takeHazardTap } from '../handlers/hazard/take-hazard-tap.ts';
import { toRooms } from '../handlers/say.ts';
import type { Work } from '../handlers/work.ts';

/** A tap on a hazard's or a draft's button; null: the token is of neither. */
export async function routeHazardTap(
  work: Work,
  token: Token,
  act: { person: Person; verb: Verb; value: string; roomId: RoomId | null },
): Promise<TapResult | null> {
  if (act.verb === 'hazard_kind' && hazardKindPage(act.value) !== null) return turnPage(work, token, act);
  return takeHazardTap(work, token, { ...act, verb: act.verb, words: '' });
}

/** Other kinds are shown on the same card; nothing is decided by it. */
async function turnPage(
  work: Work,
  token: Token,
  { person, value, roomId }: { person: Person; value: string; roomId: RoomId | null },
): Promise<TapResult | null> {
  const page = hazardKindPage(value) ?? 'likely';
  const verb: HazardVerb = 'hazard_kind';
  const draft = await work.tx.hazards.draftByToken(token);
  if (draft !== null) {
    if (draft.personId !== person.id) return draftOfOther(work, draft);
    if (!mayOnDraft(person, verb, draft)) return { kind: 'not_allowed' };
    if (draft.state !== 'open') return { kind: 'stale' };
    const slot = `hazard-draft:${draft.id}`;
    const notice = { kind: 'hazard_ask', draftId: draft.id, need: 'kind', page } as const;
    await toRooms(work, [draft.roomId], notice, { priority: 'answer', slot, reader: person.id });
    return { kind: 'choose_kind' };
  }
  const hazard = await work.tx.hazards.byToken(token);
  if (hazard === null) return null;
  if (!mayOnHazard(person, verb, hazard, await work.tx.hazards.reports(hazard.id))) return { kind: 'not_allowed' };
  if (roomId === null || hazard.state === 'closed') return { kind: 'stale' };
  const slot = `hazard-triage:${hazard.id}`;
  await toRooms(work, [roomId], { kind: 'hazard_triage', hazardId: hazard.id, page }, { priority: 'answer', slot });
  return { kind: 'choose_kind' };
}
