import { canStep, type Hazard } from '../core/hazard.ts';
import { meantHazards } from '../core/hazard-choice.ts';
import { hazardRules } from '../handlers/hazard/rules.ts';
import { toRooms } from '../handlers/say.ts';
import type { Heard } from './heard.ts';
import { actInWords, answerHazard, hasOpenCase, hintOf, meantHazard, quotedHazard } from './route-hazard-which.ts';

/** Below this nothing is done to a hazard on the strength of words. */
const sureEnough = 0.6;
const dayMs = 86_400_000;
/** Words that come so long after their picture are said of it. */
const photoFirstMs = 10 * 60_000;
const mostLooked = 50;
const mostOffered = 6;

/** What is said of a hazard that has its number: put right, still there, a mistake. True: dealt with. */
export async function routeHazardKnown(heard: Heard): Promise<boolean> {
  const { reading, message, room } = heard;
  const quoted = await quotedHazard(heard);
  const silentPhoto = message.text.trim() === '' && message.attachments.some(({ kind }) => kind === 'photo');
  if (quoted !== null && silentPhoto && quoted.ownerId === heard.person.id && canStep(quoted, 'fix')) {
    return actInWords(heard, quoted, { verb: 'hazard_fixed' });
  }
  if (reading.confidence < sureEnough) return false;
  // A group talks of many things: there only whoever has or told of it is heard, and nobody is asked which.
  if (
    room.kind === 'group' &&
    quoted === null &&
    hintOf(heard).number === null &&
    !(await hasOpenCase(heard.work, heard.person))
  )
    return false;
  switch (reading.intent) {
    case 'hazard_fixed':
      return isFixed(heard);
    case 'hazard_chase':
      return isStillThere(heard);
    case 'hazard_withdraw':
      return isMistake(heard);
    default:
      return false;
  }
}

async function isFixed(heard: Heard): Promise<boolean> {
  const hazard = await meantHazard(heard, 'hazard_fixed');
  if (hazard === 'asked') return true;
  if (hazard === null) return isFixedAlready(heard);
  return actInWords(heard, hazard, { verb: 'hazard_fixed', words: heard.message.text });
}

/** The photo alone had said it: the words after it are heard, and change nothing. */
async function isFixedAlready(heard: Heard): Promise<boolean> {
  const { work, person, room } = heard;
  if (room.kind === 'group') return false;
  const done = (await work.tx.hazards.ofOwner(person.id, mostLooked)).filter(
    ({ state, fixedById, changedAt }) =>
      state === 'fixed' && fixedById === person.id && work.now - changedAt < photoFirstMs,
  );
  const [hazard] = done.toSorted((a, b) => b.changedAt - a.changedAt);
  if (hazard === undefined) return false;
  await answerHazard(heard, hazard, { kind: 'hazard_fixed', checked: true });
  return true;
}

async function isMistake(heard: Heard): Promise<boolean> {
  const hazard = await meantHazard(heard, 'hazard_withdraw');
  if (hazard === 'asked') return true;
  if (hazard !== null) return actInWords(heard, hazard, { verb: 'hazard_withdraw', words: heard.message.text });
  if (heard.room.kind === 'direct') await answerHazard(heard, null, { kind: 'hazard_none' });
  return heard.room.kind === 'direct';
}

/** "还没弄好" opens what was closed, and asks on after what is still open. */
async function isStillThere(heard: Heard): Promise<boolean> {
  const { work, person, room, message } = heard;
  const quoted = await quotedHazard(heard);
  const own = quoted === null ? await stillTheirs(heard) : [quoted];
  const meant = quoted === null ? meantHazards(own, hintOf(heard)) : own;
  const [only] = meant;
  if (only === undefined) {
    if (room.kind === 'direct') await answerHazard(heard, null, { kind: 'hazard_none' });
    return room.kind === 'direct';
  }
  const fresh = meant.length === own.length ? justClosed(heard, own) : null;
  const hazard = meant.length === 1 ? only : fresh;
  if (hazard !== null) {
    const verb = canStep(hazard, 'reopen') ? 'hazard_reopen' : 'hazard_chase';
    return actInWords(heard, hazard, { verb, words: message.text });
  }
  const open = meant.filter((one) => canStep(one, 'chase'));
  const verb = open.length > 0 ? 'hazard_chase' : 'hazard_reopen';
  const hazardIds = (open.length > 0 ? open : meant).slice(0, mostOffered).map(({ id }) => id);
  await toRooms(work, [room.id], { kind: 'hazard_which', hazardIds, verb }, { priority: 'answer', reader: person.id });
  return true;
}

/** What this person told of and can still ask about, or open again. */
async function stillTheirs({ work, person }: Heard): Promise<Hazard[]> {
  const since = work.now - hazardRules(work).reopenDays * dayMs;
  const told = await work.tx.hazards.ofReporter(person.id, since, mostLooked);
  const unique = new Map(told.map(({ hazard }) => [hazard.id, hazard]));
  return [...unique.values()].filter((hazard) => canStep(hazard, 'chase') || canStep(hazard, 'reopen'));
}

/** Words that name nothing answer what was said last: that it is closed. */
function justClosed({ work }: Heard, own: readonly Hazard[]): Hazard | null {
  const newest = own.toSorted((a, b) => b.changedAt - a.changedAt)[0];
  return newest !== undefined && canStep(newest, 'reopen') && work.now - newest.changedAt < dayMs ? newest : null;
}
