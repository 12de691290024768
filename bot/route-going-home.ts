import { goingHome, type GoingHome } from '../core/going-home.ts';
import { namedPerson } from '../core/named-person.ts';
import type { Person } from '../core/people.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { isPresent, isThere } from '../core/shift-choice.ts';
import { isOut } from '../core/shift.ts';
import { endShift } from '../handlers/patrol/end-shift.ts';
import { leadersOf } from '../handlers/patrol/leaders-of.ts';
import { mayInShift } from '../handlers/patrol/may-in-shift.ts';
import { goHome } from '../handlers/patrol/muster.ts';
import type { Heard } from './heard.ts';
import { saysTheEnd } from './route-end.ts';
import { answerShift, shiftEnded, sureToAct } from './shift-heard.ts';

/** So long before its end whoever says 回家了 speaks for all. */
const almostMs = 15 * 60_000;

/**
 * One goes home and others stay: that is no 收队, and the rest learn how many are left. The last one ends it, unless somebody else is
 * still expected: then the leader hears that nobody is out. True: dealt with.
 */
export async function routeGoingHome(heard: Heard): Promise<boolean> {
  const { work, message } = heard;
  const said = message.attachments.length > 0 ? null : goingHome(message.text);
  if (said === null) return false;
  const meant = shiftEnded(heard, (view) => isOut(view.shift) && isSpokenOf(heard, view, said));
  if (meant === null || (await isOfAll(heard, meant, said))) return false;
  const who = await whoGoes(heard, meant, said);
  const view = who === null ? null : await work.tx.shifts.lock(meant.shift.id);
  if (who === null || view === null) return false;
  const others = view.people.filter(({ personId }) => personId !== who.id);
  const isLast = !others.some(isThere);
  // Whoever has gone is not the last again, and what says that it is over ends it.
  if (isLast && (!view.people.some((one) => one.personId === who.id && isThere(one)) || endsAll(heard))) return false;
  const ends = isLast && !others.some(({ state }) => state === 'expected');
  const result =
    ends && (await mayInShift(work, view, who, 'shift_end'))
      ? await endShift(work, view, who, { distanceKm: null, remarks: '' })
      : await goHome(work, view, who);
  const named = result.kind === 'shift_left' && who.id !== heard.person.id;
  await answerShift(heard, view.shift.id, named ? { ...result, who: who.callSign ?? who.name } : result);
  return true;
}

/** What reads as the end for sure is one of everybody where nobody else is there. */
function endsAll(heard: Heard): boolean {
  return saysTheEnd(heard) && heard.reading.confidence >= sureToAct;
}

/** Of themselves only whoever is there speaks so. */
function isSpokenOf({ person }: Heard, view: ShiftView, { who }: GoingHome): boolean {
  return who === 'other' || isPresent(view, person.id);
}

/** 回家了 of a team that has seen everything, at the end of its time, or of its leader to all: and 下岗 but at a post. */
async function isOfAll({ work, person, message }: Heard, view: ShiftView, { who }: GoingHome): Promise<boolean> {
  const { shift, points } = view;
  if (who === 'post') return shift.kind !== 'checkpoint';
  if (who !== 'bare') return false;
  if (work.now >= shift.endsAt - almostMs) return true;
  if (points.length > 0 && points.every(({ state }) => state !== 'open')) return true;
  return /大家|各位|全体/u.test(message.text) && (await leadersOf(work, view)).includes(person.id);
}

async function whoGoes({ work, person }: Heard, view: ShiftView, said: GoingHome): Promise<Person | null> {
  if (said.who !== 'other') return person;
  const crew = await work.tx.people.byIds(view.people.map(({ personId }) => personId));
  const named = namedPerson(crew, said.name);
  if (named === null || !isPresent(view, named.id)) return null;
  return named.id === person.id || (await mayInShift(work, view, person, 'shift_end')) ? named : null;
}
