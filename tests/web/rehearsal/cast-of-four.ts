import type { Instant } from '../../../core/clock.ts';
import type { IdentityId, PersonId, RoomId, TeamId } from '../../../core/ids.ts';
import type { Role, RoomPurpose } from '../../../core/people.ts';
import type { Store } from '../../../core/ports/store.ts';
import { countingIds } from '../../support/ids.ts';

const people: readonly { id: string; callSign: string; name: string; roles: readonly Role[] }[] = [
  { id: 'zhang', callSign: '民01', name: '张阿姨', roles: ['resident'] },
  { id: 'dong01', callSign: '东01', name: '李海', roles: ['rescuer'] },
  { id: 'xi02', callSign: '西02', name: '陈立军', roles: ['rescuer'] },
  { id: 'officer', callSign: '值01', name: '王敏', roles: ['duty_officer'] },
];

/** The four whose phones lie on the table, with their web rooms. */
export async function castOfFour(store: Store, now: Instant): Promise<void> {
  const ids = countingIds();
  const teamId = ids.next<TeamId>(now);
  const room = (externalId: string, purpose: RoomPurpose, title: string) => ({
    id: ids.next<RoomId>(now),
    platform: 'web' as const,
    externalId,
    kind: purpose === 'direct' ? ('direct' as const) : ('group' as const),
    purpose,
    title,
    language: 'zh' as const,
    teamId: purpose === 'squad' ? teamId : null,
    state: 'open' as const,
  });
  await store.transaction(async (tx) => {
    const rescuers: PersonId[] = [];
    for (const { id, callSign, name, roles } of people) {
      const personId = ids.next<PersonId>(now);
      if (roles.includes('rescuer')) rescuers.push(personId);
      await tx.people.put({
        id: personId,
        callSign,
        name,
        phone: '199-0000-0000',
        language: 'zh',
        roles,
        duty: 'on_duty',
        certificates: [],
        base: { lat: 28.9, lon: 120.05 },
        active: true,
      });
      const direct = room(`direct:${id}`, 'direct', name);
      await tx.rooms.put(direct);
      const identityId = ids.next<IdentityId>(now);
      await tx.people.putIdentity({
        id: identityId,
        personId,
        platform: 'web',
        externalId: id,
        roomId: direct.id,
        state: 'open',
      });
    }
    await tx.people.putTeam({
      id: teamId,
      code: 'S1',
      kind: 'rescue',
      name: '值守队',
      leaderId: null,
      memberIds: rescuers,
      active: true,
    });
    await tx.rooms.put(room('command', 'command', '指挥群'));
    await tx.rooms.put(room('squad', 'squad', '值守队'));
    await tx.rooms.put(room('village', 'village', '西塘村群'));
  });
}
