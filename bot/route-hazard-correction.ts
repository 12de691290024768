import { correctReport } from '../handlers/hazard/correct-report.ts';
import { acknowledge } from '../handlers/incident/acknowledge.ts';
import type { Heard } from './heard.ts';
import { hazardPiece } from './route-hazard-report.ts';
import { readCorrection } from './texts/correcting-words.ts';

/**
 * 不对，是38号: takes nothing back, as 看错了 does, but puts the place of this person's latest report right. In a group, where people
 * correct each other about many things, only words that name a place count. True: dealt with.
 */
export async function routeHazardCorrection(heard: Heard): Promise<boolean> {
  const { work, room, message } = heard;
  const correction = readCorrection(message.text);
  if (correction === null) return false;
  const sure = correction.sure && room.kind === 'direct';
  if (!(await correctReport(work, await hazardPiece(heard), { ...correction, sure }))) return false;
  const notice = { kind: 'hazard_answer', hazardId: null, result: { kind: 'noted' } } as const;
  await acknowledge(work, room, message.messageId, notice);
  return true;
}
