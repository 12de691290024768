import type { HazardId } from '../../core/ids.ts';
import type { Work } from '../work.ts';
import { looseFiles } from './claim-files.ts';
import { lockStanding } from './lock-hazard.ts';
import { registerHazard } from './register-hazard.ts';
import { hazardRules } from './rules.ts';
import type { HazardPiece } from './take-report.ts';

/**
 * Somebody quotes the card of a hazard that others told of, with a picture or words of it: "also seen" 也有人看到. Whoever tells so hears
 * how it goes on, too. False: it has ended.
 */
export async function seeToo(work: Work, id: HazardId, told: HazardPiece): Promise<boolean> {
  const hazard = await lockStanding(work, id);
  if (hazard === null || hazard.state === 'closed') return false;
  const loose = await looseFiles(work, told.room.id, told.person.id, hazardRules(work).windowMinutes * 60_000);
  const { person, room, messageId, via, words, placeWords, position, severity, people, anonymous } = told;
  await registerHazard(work, {
    person,
    roomId: room.id,
    messageId,
    via,
    kinds: hazard.kinds,
    words,
    placeWords,
    placeId: hazard.placeId,
    position,
    severity,
    people,
    anonymous,
    fileIds: [...new Set([...told.fileIds, ...loose])],
    knownId: hazard.id,
  });
  return true;
}
