import type { Finding } from '../../core/notice.ts';
import type { Room } from '../../core/people.ts';
import type { Line } from './line.ts';
import type { Puppet } from './settings.ts';
import { within } from './within.ts';

/** Looks at the login and at which of the rooms the account still reaches under their ids. */
export async function selfCheck(line: Line, rooms: readonly Room[], waitMs: number): Promise<Finding[]> {
  const { puppet, trouble } = line;
  // While the first login is still to be expected there is nothing to say.
  if (puppet === null) return trouble === null ? [] : [trouble];
  const lost = await unreachable(puppet, rooms, waitMs);
  if (lost.length === 0) return [{ platform: 'wechat', code: 'ok', severity: 'info', detail: '' }];
  return lost.map(({ title, externalId }) => ({
    platform: 'wechat',
    code: 'room_unreachable',
    severity: 'warning',
    detail: title === '' ? externalId : title,
  }));
}

async function unreachable(puppet: Puppet, rooms: readonly Room[], waitMs: number): Promise<Room[]> {
  const ours = rooms.filter(({ platform, state }) => platform === 'wechat' && state === 'open');
  const [groups, people] = await Promise.all([
    listed(() => puppet.roomList(), waitMs),
    listed(() => puppet.contactList(), waitMs),
  ]);
  return ours.filter(({ kind, externalId }) => {
    const known = kind === 'group' ? groups : people;
    return known !== null && !known.has(externalId);
  });
}

/** Null when the puppet has no such list: then nothing can be said about the rooms. */
async function listed(read: () => Promise<string[]>, waitMs: number): Promise<ReadonlySet<string> | null> {
  try {
    const ids = await within(read(), waitMs);
    return ids.length === 0 ? null : new Set(ids);
  } catch {
    return null;
  }
}
