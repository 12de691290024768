import type { Platform } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import type { Work } from '../work.ts';
import { makeBindCode } from './bind-identity.ts';

/**
 * A one-time code for the first administrator, or else duty officer, while nobody of the command is bound on any of these
 * platforms: codes come from officers in chat, and somebody has to be the first. Null: somebody is, or there is nobody to be.
 */
export async function firstToBind(
  work: Work,
  platforms: readonly Platform[],
): Promise<{ person: Person; code: string } | null> {
  const command = [...(await work.tx.people.withRole('admin')), ...(await work.tx.people.withRole('duty_officer'))];
  for (const { id } of command) {
    const channels = await work.tx.people.channelsOf(id);
    if (channels.some(({ platform }) => platforms.includes(platform))) return null;
  }
  const person = command[0];
  return person === undefined ? null : { person, code: await makeBindCode(work, person) };
}
