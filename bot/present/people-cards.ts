import type { Card } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import { spokenName } from '../../core/spoken-name.ts';
import type { Texts } from '../texts/texts.ts';
import { cardOf, line } from './presenting.ts';

/** What somebody may do here, for help that fits: the most that their roles allow. */
function standing(person: Person | null): 'resident' | 'rescuer' | 'officer' {
  const roles = person?.roles ?? [];
  if (roles.includes('duty_officer') || roles.includes('admin')) return 'officer';
  return roles.includes('rescuer') ? 'rescuer' : 'resident';
}

/** Whether shifts are likely to be somebody's: volunteers, their leaders, grid workers. */
function isOnPatrol(person: Person | null): boolean {
  return person?.roles.some((role) => role === 'volunteer' || role === 'grid_worker' || role === 'leader') === true;
}

/** First words to somebody new: who this is, what to write, and what happens with it. */
export function welcome(zone: string, { people, report }: Texts): Card {
  return cardOf({
    title: people.welcome(zone),
    lines: [
      ...line(people.welcomeHow),
      ...line(report.emergencyLine, 'strong'),
      ...line(people.helpBind),
      ...line(people.privacy, 'quiet'),
    ],
  });
}

/** What one can write here, by what one is. */
export function help(person: Person | null, { people, patrol, report }: Texts): Card {
  const who = standing(person);
  const lines = [
    ...(who === 'officer' ? people.helpOfficer : []),
    ...(who === 'rescuer' || person?.roles.includes('rescuer') === true ? people.helpRescuer : []),
    ...(isOnPatrol(person) ? patrol.help : []),
    ...(who === 'resident' ? people.helpResident : []),
  ];
  return cardOf({
    title: people.helpTitle,
    lines: [
      ...lines.flatMap((one) => line(`· ${one}`)),
      ...line(who === 'resident' ? people.helpBind : null, 'quiet'),
      ...line(report.emergencyLine, 'strong'),
    ],
  });
}

/** Words that nobody could read, and what to write instead. */
export function notUnderstood(person: Person | null, { people }: Texts): Card {
  return cardOf({ lines: [...line(people.notUnderstood), ...line(people.notUnderstoodNext[standing(person)])] });
}

/** An identity is bound: who one is here from now on. */
export function bound(person: Person | null, { people }: Texts): Card | null {
  return person === null ? null : cardOf({ lines: line(people.bound(spokenName(person))) });
}

/** A one-time code, for the officer to hand on. */
export function bindCode(person: Person | null, code: string, { people }: Texts): Card | null {
  if (person === null) return null;
  return cardOf({
    lines: [...line(people.bindCode(spokenName(person), code), 'strong'), ...line(people.bindCodeHow(code))],
  });
}
