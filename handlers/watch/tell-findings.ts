import { isLogin } from '../../core/finding.ts';
import type { Finding } from '../../core/notice.ts';
import { tellCommand } from '../incident/show-incident.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';

/** Good news that somebody waits for. */
const backAgain: ReadonlySet<Finding['code']> = new Set(['login_back', 'files_kept', 'storage_back']);

/** Tells the command rooms what is wrong with a platform; when all is well it says nothing. */
export async function tellFindings(work: Work, findings: readonly Finding[]): Promise<void> {
  const wrong = findings.filter(({ severity, code }) => severity !== 'info' || backAgain.has(code));
  if (wrong.length > 0) await tellCommand(work, { kind: 'self_check', findings: wrong });
  const logins = wrong.filter(isLogin);
  if (logins.length > 0) await tellAdministrators(work, logins);
}

/** Each administrator gets the way to the code in private, on a platform that still works. */
async function tellAdministrators(work: Work, findings: readonly Finding[]): Promise<void> {
  const down = new Set(findings.map(({ platform }) => platform));
  for (const { id } of await work.tx.people.withRole('admin')) {
    const channel = (await work.tx.people.channelsOf(id)).find(({ platform }) => !down.has(platform));
    if (channel === undefined) continue;
    await toRooms(work, [channel.roomId], { kind: 'self_check', findings }, { priority: 'answer', reader: id });
  }
}
