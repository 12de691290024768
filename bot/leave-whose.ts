import { leaveDays } from '../core/leave-days.ts';
import { leaveOfEach } from '../core/leave-of-each.ts';
import { isToldHome, leaveWhom, type LeaveWhom } from '../core/leave-whom.ts';
import { namedPerson } from '../core/named-person.ts';
import type { Person, Team } from '../core/people.ts';
import { absentName } from '../core/reading/patrol/absent-name.ts';
import type { Heard } from './heard.ts';
import { todayOf } from './leave-heard.ts';

/** 东02明晚来不了，我也来不了, a message for each: who names no day means that of the one before, or else of the one behind. */
export function heardOfEach(heard: Heard, mates: readonly Person[]): Heard[] {
  const { message } = heard;
  const parts = leaveOfEach(message.text, mates);
  if (parts.length < 2) return [heard];
  const said = parts.map((words) => leaveDays(words, todayOf(heard)));
  return parts.map((words, at) => {
    const { days, unclear } = said[at] ?? { days: [], unclear: false };
    const near = [...said.slice(0, at).toReversed(), ...said.slice(at + 1)].find((one) => one.days.length > 0);
    const text =
      days.length > 0 || unclear || near === undefined ? words : `${near.days.map(asWords).join('、')} ${words}`;
    return { ...heard, message: { ...message, text } };
  });
}

function asWords(day: string): string {
  const { month, day: of } = Temporal.PlainDate.from(day);
  return `${String(month)}月${String(of)}号`;
}

/** Everybody of the team but the writer. */
export async function matesIn({ work, person }: Heard, team: Team | null): Promise<Person[]> {
  const ids = team === null ? [] : team.memberIds.filter((id) => id !== person.id);
  return (await work.tx.people.byIds(ids)).filter(({ active }) => active);
}

/** 东02今晚来不了: of whom it is said. Whoever swaps, or is stood in for, speaks of themselves. */
export function whomMeant({ reading, message }: Heard, team: Team | null, mates: readonly Person[]): LeaveWhom<Person> {
  const own: LeaveWhom<Person> = { own: true, others: [] };
  const { request, proxy } = reading.fields;
  const swaps = !isToldHome(message.text) && (request !== 'leave' || proxy !== undefined);
  if (team === null || swaps) return own;
  const whom = leaveWhom(message.text, mates, mates.find(({ id }) => id === team.leaderId) ?? null);
  if (whom.others.length > 0) return whom;
  const called = absentName(message.text);
  const other = called === null ? null : namedPerson(mates, called);
  return other === null ? own : { own: false, others: [other] };
}
