import type { Finding } from '../../core/notice.ts';
import { tellCommand } from '../incident/show-incident.ts';
import type { Work } from '../work.ts';

/** Tells the command rooms what is wrong with a platform; when all is well it says nothing. */
export async function tellFindings(work: Work, findings: readonly Finding[]): Promise<void> {
  const wrong = findings.filter(
    ({ severity, code }) => severity !== 'info' || code === 'login_back' || code === 'files_kept',
  );
  if (wrong.length > 0) await tellCommand(work, { kind: 'self_check', findings: wrong });
}
