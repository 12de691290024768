import type { IdentityId, PersonId } from '../../core/ids.ts';
import { bindingCode } from '../../core/ids.ts';
import type { PublicNotice } from '../../core/notice.ts';
import type { Person } from '../../core/people.ts';
import type { Work } from '../work.ts';
import type { Known } from './know-sender.ts';

/** Makes a one-time code that binds a platform's identity to this person; the newest code is the one that works longest. */
export async function makeBindCode(work: Work, person: Person): Promise<string> {
  const code = bindingCode(work.ids.token());
  await work.tx.people.putBindCode({
    code,
    personId: person.id,
    expiresAt: work.now + work.zone.timing.bindCodeMinutes * 60_000,
    usedAt: null,
  });
  return code;
}

/**
 * `绑定 7K3Q`: from now on this identity is that person. The identity that the person had on this platform before is
 * replaced, because ids can change at each login; so is the resident that the identity stood for until now.
 */
export async function bindIdentity(work: Work, known: Known, code: string): Promise<PublicNotice> {
  const bind = await work.tx.people.bindCode(code.toUpperCase());
  if (bind === null) return { kind: 'bind_refused', why: 'unknown' };
  if (bind.usedAt !== null) return { kind: 'bind_refused', why: 'used' };
  if (bind.expiresAt <= work.now) return { kind: 'bind_refused', why: 'expired' };
  const used = known.identity !== null && (await work.tx.people.useBindCode(bind.code, work.now));
  if (known.identity === null || !used) return { kind: 'bind_refused', why: 'used' };
  await replaceOlder(work, bind.personId, known.identity.platform, known.identity.id);
  await work.tx.people.putIdentity({
    ...known.identity,
    personId: bind.personId,
    state: 'open',
    roomId: known.room.kind === 'direct' ? known.room.id : known.identity.roomId,
  });
  await work.tx.trace.append({
    subject: 'zone',
    what: 'identity_bound',
    actorId: bind.personId,
    at: work.now,
    data: { platform: known.identity.platform },
  });
  return { kind: 'bound', personId: bind.personId };
}

async function replaceOlder(work: Work, personId: PersonId, platform: string, keep: IdentityId): Promise<void> {
  for (const identity of await work.tx.people.identitiesOf(personId)) {
    if (identity.platform !== platform || identity.id === keep || identity.state === 'replaced') continue;
    await work.tx.people.setIdentityState(identity.id, 'replaced');
  }
}
