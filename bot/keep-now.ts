import { keepFiles } from '../handlers/incident/keep-files.ts';
import type { Heard } from './heard.ts';
import { walksOn } from './scene-heard.ts';

/**
 * What came with the message is kept before anything is done with it, as evidence of nothing yet; but what somebody sends who
 * holds a seat, or has just reported an emergency and does not walk on, is that incident's.
 */
export async function keepNow(heard: Heard): Promise<void> {
  const { work, room, person, message, orders, question } = heard;
  if (message.attachments.length === 0 || heard.filesKept === true) return;
  if (orders.some(({ answer }) => answer === 'accepted')) return;
  if (question?.kind === 'incident_details' && !(await walksOn(heard))) return;
  heard.filesKept = true;
  await keepFiles(work, { room, person, message, incidentId: null });
}
