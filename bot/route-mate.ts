import { namedPerson } from '../core/named-person.ts';
import type { PersonId } from '../core/ids.ts';
import type { Person } from '../core/people.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { foundMate, isPlainName, mayMiss, missingMate } from '../core/reading/patrol/missing-mate.ts';
import { isCrew } from '../core/shift-choice.ts';
import { isOut } from '../core/shift.ts';
import { spokenName } from '../core/spoken-name.ts';
import { findMates } from '../handlers/patrol/heard-of.ts';
import { lookForMate } from '../handlers/patrol/look-for-mate.ts';
import { mayInShift } from '../handlers/patrol/may-in-shift.ts';
import type { Heard } from './heard.ts';
import { answerShift, shiftJustEnded, shiftMeant } from './shift-heard.ts';

/** 老王不见了, and 老王找到了 after it, of one of a crew that is out. True: dealt with. */
export async function routeMate(heard: Heard): Promise<boolean> {
  const { room, person } = heard;
  if (room.kind === 'group' && room.purpose !== 'patrol') return false;
  const isRunning = (view: ShiftView): boolean => isOut(view.shift);
  const own = shiftMeant(heard, (view) => isRunning(view) && isCrew(view, person.id));
  // Whoever leads them, and the officer, need not walk with them to miss somebody.
  const meant = own ?? shiftMeant(heard, isRunning);
  return (meant !== null && (await misses(heard, meant))) || finds(heard, meant);
}

/** Their names and call signs. */
const namesOf = (people: readonly Person[]): string[] =>
  people.flatMap(({ name, callSign }) => (callSign === null ? [name] : [name, callSign]));

async function misses(heard: Heard, view: ShiftView): Promise<boolean> {
  const { work, person, message } = heard;
  if (view.shift.kind === 'desk' || !mayMiss(message.text)) return false;
  const mates = await crewOf(heard, view);
  const said = missingMate(message.text, namesOf(mates));
  if (said === null || !(await mayInShift(work, view, person, 'shift_safe'))) return false;
  const mate = namedPerson(mates, said.name);
  if (mate === null) return said.wasThere && isPlainName(said.name) && asksWhom(heard, view, said.name);
  const there = view.people.find(({ personId }) => personId === mate.id);
  // Whoever has not come yet, or has gone home, is not missing because nobody reaches them.
  const isMissed = said.wasThere ? there?.leftAt === null : there?.state === 'present' && there.leftAt === null;
  if (said.asked === true && (await isJustHeard(heard, view, mate.id))) return false;
  const locked = isMissed ? await work.tx.shifts.lock(view.shift.id) : null;
  if (locked === null) return false;
  await answerShift(heard, view.shift.id, await lookForMate(work, locked, person.id, mate));
  return true;
}

/** Whoever has just shown a point, or that they are there, is asked for in jest. */
const justNowMs = 5 * 60_000;

async function isJustHeard({ work }: Heard, { shift, people }: ShiftView, mateId: PersonId): Promise<boolean> {
  const sent = (await work.tx.shifts.checkIns(shift.id)).filter(({ byId }) => byId === mateId);
  const came = people.find(({ personId }) => personId === mateId)?.musteredAt ?? 0;
  return work.now - Math.max(came, ...sent.map(({ receivedAt }) => receivedAt)) < justNowMs;
}

/** Everybody of the crew but the speaker and who is on leave. */
async function crewOf({ work, person }: Heard, { people }: ShiftView): Promise<Person[]> {
  const others = people.filter(({ personId, state }) => personId !== person.id && state !== 'leave');
  return work.tx.people.byIds(others.map(({ personId }) => personId));
}

async function asksWhom(heard: Heard, { shift }: ShiftView, name: string): Promise<boolean> {
  if (namedPerson([heard.person], name) !== null) return false;
  await answerShift(heard, shift.id, { kind: 'mate_whom', name });
  return true;
}

async function finds(heard: Heard, meant: ShiftView | null): Promise<boolean> {
  const { work, person, message } = heard;
  // Of a shift that is over it must be plain that somebody is found, before it is looked for.
  if (meant === null ? foundMate(message.text, []) === null : meant.shift.welfare?.missing === undefined) return false;
  const view = meant ?? (await shiftJustEnded(heard));
  const ids = view?.shift.welfare?.missing?.ids ?? [];
  const missing = view === null || ids.length === 0 ? [] : await work.tx.people.byIds(ids);
  const name = foundMate(message.text, namesOf(missing));
  const named = name === null || name === '' ? null : namedPerson(missing, name);
  const may = name !== null && view !== null && (await mayInShift(work, view, person, 'shift_safe'));
  const back = !may ? [] : name === '' ? missing : named === null ? [] : [named];
  const locked = view === null || back.length === 0 ? null : await work.tx.shifts.lock(view.shift.id);
  if (locked === null) return false;
  if (back.length > 1 && !message.text.includes('都')) {
    await answerShift(heard, locked.shift.id, { kind: 'mate_open', who: back.map(spokenName) });
    return true;
  }
  const left = await findMates(
    work,
    locked,
    back.map(({ id }) => id),
    person.id,
  );
  await answerShift(heard, locked.shift.id, { kind: 'mate_found', left });
  return true;
}
