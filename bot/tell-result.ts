import type { MatterId } from '../core/ids.ts';
import type { MatterResult, PrivateNotice } from '../core/private-notice.ts';
import { sayPrivately } from '../handlers/matter/say-privately.ts';
import type { Heard } from './heard.ts';

/** Answers in the direct chat in which it was asked. */
export async function answerPrivately({ work, person, room }: Heard, notice: PrivateNotice): Promise<true> {
  await sayPrivately(work, person.id, notice, { priority: 'answer' }, room.id);
  return true;
}

/** What words came to. What a look shows comes by itself; all else is answered in words. */
export async function tellResult(heard: Heard, matterId: MatterId | null, result: MatterResult): Promise<true> {
  if (result.kind === 'matter_shown') return true;
  return answerPrivately(heard, { kind: 'matter_result', matterId, result });
}
